--- The text of one language, cited and composed: what all editions that hold it are made from.
--
-- A text is written into two files. The first has what a page is made from and what other
-- languages' editions must know of it: its HTML, its headings, its citations in their order,
-- and the reference list as its language prints it. The second has the text itself, for DOCX.
-- Both are kept until the text is stale, and neither is then made again. A section that was
-- read is kept in a file of its own, for the next time that its text is stale.

local List = pandoc.List
local cite = require("cite")
local compose = require("compose")

local texts = {}

local ABSTRACT = "abstract"

local function to_json(blocks)
  return pandoc.write(pandoc.Pandoc(blocks), "json")
end

local function from_json(json)
  return pandoc.read(json, "json").blocks
end

local function path_of_blocks(path)
  return (path:gsub("%.json$", ".blocks.json"))
end

--- Cites and composes the blocks of one language.
function texts.made(part, cited, blocks, abstract)
  local body = compose.join_cited_in(cite.body(cited, part.language, blocks), part.cited_in)
  local numbered, occurrences = cite.number(body, "cite-")
  return {
    language = part.language,
    tag = part.tag,
    path = part.text,
    blocks = numbered,
    abstract_blocks = abstract,
    body = compose.body(numbered),
    abstract = compose.fragment(abstract),
    contents = compose.contents(numbered),
    occurrences = occurrences,
    uses = compose.first_uses(numbered, occurrences),
    order = cited.order,
    list = cite.printed(cited, part.tag),
  }
end

--- Writes the first file of a text: it can be laid out then.
function texts.write(made, write_file)
  write_file(made.path, pandoc.json.encode{
    language = made.language, body = made.body, abstract = made.abstract,
    contents = made.contents, occurrences = made.occurrences, uses = made.uses,
    order = made.order, list = to_json{made.list},
  })
end

--- Writes the second file of a text, which nobody waits for.
function texts.write_blocks(made, write_file)
  local blocks = List{pandoc.Div(made.abstract_blocks, {id = ABSTRACT})}
  blocks:extend(made.blocks)
  write_file(path_of_blocks(made.path), to_json(blocks))
end

--- Writes a section as it was read, with its identifiers, which nobody waits for either.
function texts.write_section(section, write_file)
  write_file(section.path, to_json(section.blocks))
end

--- Takes a section over from its file.
function texts.section_taken(path, read_file)
  return from_json(read_file(path))
end

--- Takes a text over from the files that were written of it; the second is read when it is wanted.
function texts.taken(part, cited, read_file)
  local kept = pandoc.json.decode(read_file(part.kept), false)
  local taken = {
    language = part.language, tag = part.tag,
    occurrences = List(kept.occurrences), uses = List(kept.uses),
  }
  cite.keep(cited, part.language, List(kept.order), from_json(kept.list)[1])
  local function read(_, name)
    if name ~= "blocks" and name ~= "abstract_blocks" then return nil end
    local blocks = from_json(read_file(path_of_blocks(part.kept)))
    taken.abstract_blocks = blocks:remove(1).content
    taken.blocks = blocks
    return taken[name]
  end
  return setmetatable(taken, {__index = read})
end

return texts
