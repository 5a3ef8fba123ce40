-- Makes the documents of a submission in one pandoc process: manuscript, copies, letters.
--
-- Called as `pandoc lua manuscript.lua SCRIPTS JOB RESULT`. The job (JSON) is written by
-- uchtil.journals.manuscript: one text in one language with the works that it cites, and the
-- documents to make, each a list of blocks in the order in which they stand. The result tells
-- what was cited, and holds the text as pandoc's tree for the hand-offs made from it.

local List = pandoc.List
local utils = pandoc.utils

package.path = arg[1] .. "/?.lua;" .. package.path
local files = require("files")
local read_file, write_file = files.read, files.write
local cite = require("cite")
local compose = require("compose")
local markdown = require("markdown")

local job = pandoc.json.decode(read_file(arg[2]), false)
local text = job.text
local problems = List()

-- ---------------------------------------------------------------- the text and its lists

local blocks = List()
for _, section in ipairs(text.sections) do
  local read = markdown.read(section.markdown)
  compose.check(read, text.language, section.slug, problems)
  blocks:extend(compose.section(read, section.slug))
end

if #problems > 0 then
  write_file(arg[3], pandoc.json.encode{problems = problems})
  return
end

local cited = cite.begin{
  tags = {[text.language] = text.tag},
  languages = {text.language},
  references = job.references,
  style = job.style,
  unsorted = job.unsorted,
  kind = job.kind,
  own_language = job.own_language,
  order = job.order,
  bibliography_language = job.bibliography_language,
}
local body = cite.body(cited, text.language, blocks)
body = compose.join_cited_in(body, text.cited_in)
local numbered, occurrences = cite.number(body, "cite-")
cite.finish(cited)

-- Citations lead to the first list; one of another style than theirs is printed by itself.
local lists = List()
for index, list in ipairs(job.lists) do
  if not list.style then
    lists:insert(cited.entries)
  else
    list.prefix = index == 1 and "ref-" or ("list" .. index .. "-")
    list.references = list.references or job.references
    lists:insert(cite.another_list(cited, list))
  end
end

-- Where no list is printed, citations lead nowhere.
local shown = numbered
if #job.lists == 0 then
  shown = numbered:walk{
    Link = function(link)
      if link.classes:includes("cite") then return link.content end
    end,
  }
end

-- ---------------------------------------------------------------- documents

local function attributes(block)
  return {["custom-style"] = block.style, lang = block.tag}
end

local ORCID = "ORCID%s+%d%d%d%d%-%d%d%d%d%-%d%d%d%d%-%d%d%d[%dX]"

--- Keeps an ORCID on one line: it is read off by eye, and copied.
local function keep_orcids(blocks)
  return pandoc.Blocks(blocks):walk{
    Inlines = function(inlines)
      -- Markdown has parted the word from the number.
      local out = List()
      for _, inline in ipairs(inlines) do
        local before = out[#out - 1]
        if inline.t == "Str" and before and before.t == "Str" and before.text == "ORCID" then
          out:remove()
          before.text = "ORCID " .. inline.text
        else
          out:insert(inline)
        end
      end
      return pandoc.Inlines(out)
    end,
  }:walk{
    Str = function(word)
      local first, last = word.text:find(ORCID)
      if not first then return nil end
      local whole = pandoc.Span(pandoc.Str(word.text:sub(first, last)), {class = "whole"})
      return {pandoc.Str(word.text:sub(1, first - 1)), whole, pandoc.Str(word.text:sub(last + 1))}
    end,
  }
end

-- Word takes U+2011 from another font.
local NO_BREAK_HYPHEN = "<w:r><w:noBreakHyphen/></w:r>"

--- What stays whole in DOCX: a space and hyphens where no line may end.
local function unbroken(blocks)
  return pandoc.Blocks(blocks):walk{
    Span = function(span)
      if not span.classes:includes("whole") then return nil end
      local text = utils.stringify(span):gsub("%s+", "\u{a0}")
      local out = List()
      for part in text:gmatch("[^-]+") do
        if #out > 0 then out:insert(pandoc.RawInline("openxml", NO_BREAK_HYPHEN)) end
        out:insert(pandoc.Str(part))
      end
      return out
    end,
  }
end

local make = {}

--- A paragraph of plain text, after a label in bold where it has one.
function make.text(block)
  local inlines = List()
  if block.label then inlines:extend{pandoc.Strong(block.label), pandoc.Space()} end
  inlines:insert(pandoc.Str(block.text))
  return keep_orcids{pandoc.Div({pandoc.Para(inlines)}, attributes(block))}
end

--- Paragraphs in Markdown: an abstract, a letter.
function make.markdown(block)
  local read = markdown.read(block.markdown)
  if block.label and read[1] and read[1].content then
    read[1].content:insert(1, pandoc.Space())
    read[1].content:insert(1, pandoc.Strong(block.label))
  end
  return keep_orcids{pandoc.Div(read, attributes(block))}
end

function make.heading(block)
  return List{pandoc.Header(1, block.text, {id = block.id, lang = block.tag})}
end

--- The captions of all figures below a heading, their numbers no fields of Word's once more.
function make.captions(block)
  local made = List{pandoc.Header(1, block.text, {id = "captions", lang = block.tag})}
  pandoc.Blocks(shown):walk{
    Figure = function(figure)
      local caption = utils.blocks_to_inlines(figure.caption.long):walk{
        Span = function(span)
          if span.classes:includes("exhibit-number") then return pandoc.Strong(span.content) end
        end,
      }
      made:insert(pandoc.Div(
        {pandoc.Para(caption)}, {["custom-style"] = "Image Caption", lang = block.tag}))
    end,
  }
  return made
end

--- What follows begins a page.
function make.page()
  return List{pandoc.Div({pandoc.Para{pandoc.Str("·")}}, {["custom-style"] = "Page Break"})}
end

--- A list of references; pandoc knows only one of them as such ("refs").
function make.list(block)
  local list = cite.list(cited, lists[block.index])
  if block.index > 1 then
    list.identifier = "refs-" .. block.index
    list.attributes["custom-style"] = "Bibliography"
  end
  return List{list}
end

local function html_of(document)
  local parts = List()
  for _, block in ipairs(document.blocks) do
    local made
    if block.kind == "body" then
      made = '<div class="text">' .. compose.body(shown) .. "</div>"
    else
      made = compose.fragment(make[block.kind](block))
    end
    parts:insert(made)
  end
  return parts
end

local function docx_of(document)
  local all = List()
  for _, block in ipairs(document.blocks) do
    if block.kind == "body" then
      all:insert(pandoc.Div(compose.for_docx(shown, text.language), {lang = text.tag}))
    elseif block.kind == "list" then
      all:extend(compose.for_docx(make.list(block), ""))
    else
      all:extend(unbroken(make[block.kind](block)))
    end
  end
  return pandoc.write(
    pandoc.Pandoc(all, {lang = document.tag}), "docx",
    pandoc.WriterOptions{reference_doc = document.reference_doc, columns = 72})
end

local made = {}
for _, document in ipairs(job.documents) do
  if document.docx then write_file(document.docx, docx_of(document)) end
  if document.html then made[document.id] = html_of(document) end
end

local captions = List()
numbered:walk{
  Figure = function(figure)
    local label = ""
    local caption = utils.blocks_to_inlines(figure.caption.long):walk{
      Span = function(span)
        if span.classes:includes("exhibit-number") then
          label = utils.stringify(span)
          return List()
        end
      end,
    }
    local id = figure.identifier:gsub("^figure%-", "")
    captions:insert{id = id, label = label, text = utils.stringify(caption)}
  end,
}

write_file(arg[3], pandoc.json.encode{
  problems = problems,
  captions = captions,
  missing = cited.missing,
  warnings = cited.warnings,
  order = cited.order,
  listed = (lists[1] or List()):map(function(entry)
    return entry.identifier:match("^ref%-(.+)$")
  end),
  citations = occurrences,
  pages = made,
  printed = lists:map(function(entries)
    local texts = List()
    for _, entry in ipairs(entries) do texts:insert(utils.stringify(entry)) end
    return texts
  end),
  tree = pandoc.json.decode(pandoc.write(pandoc.Pandoc(numbered), "json"), false),
})
