-- Tells what a review says, line by line, as a reader sees it: what a release keeps of the texts.
--
-- Called as `pandoc lua release.lua SCRIPTS JOB RESULT`. The job (JSON) is written by
-- uchtil.changes.lines: the Markdown of each language, and the works that are cited. The result
-- has the lines of each language and of the reference list. A line is a paragraph, a heading, an
-- item of a list, a caption, a note or a whole table: its text without marks, and beside it the
-- marks (`{from, to, kind, value}`, counted in signs). A citation is a mark too: its value names
-- the works, so that a new number of a work can be told from another work.

local List = pandoc.List

package.path = arg[1] .. "/?.lua;" .. package.path
local files = require("files")
local read_file, write_file = files.read, files.write
local cite = require("cite")
local compose = require("compose")
local markdown = require("markdown")

local job = pandoc.json.decode(read_file(arg[2]), false)

-- ---------------------------------------------------------------- a line's text and marks

local KINDS = {
  Emph = "emphasis", Strong = "strong", Superscript = "superscript", Subscript = "subscript",
  Strikeout = "strikeout", SmallCaps = "smallcaps", Underline = "underline",
}

--- Names the works of a citation, with what stands around them: "petrov2008 12; karimova2019".
local function works_of(cited)
  return table.concat(cited.citations:map(function(each)
    local words = List{
      pandoc.utils.stringify(each.prefix), each.id, pandoc.utils.stringify(each.suffix)}
    return table.concat(words:filter(function(word) return word ~= "" end), " ")
  end), "; ")
end

local Writer = {}
Writer.__index = Writer

local function writer(notes)
  return setmetatable({texts = {}, length = 0, marks = List(), notes = notes}, Writer)
end

function Writer:say(text)
  self.texts[#self.texts + 1] = text
  self.length = self.length + (utf8.len(text) or #text)
end

function Writer:marked(kind, value, inlines)
  local start = self.length
  self:all(inlines)
  if self.length > start then
    self.marks:insert{start, self.length, kind, value}
  end
end

function Writer:all(inlines)
  for _, inline in ipairs(inlines) do
    self:one(inline)
  end
end

function Writer:one(inline)
  local kind = inline.t
  if kind == "Str" then self:say(inline.text)
  elseif kind == "Space" or kind == "SoftBreak" then self:say(" ")
  elseif kind == "LineBreak" then self:say("\n")
  elseif KINDS[kind] then self:marked(KINDS[kind], "", inline.content)
  elseif kind == "Code" or kind == "Math" then self:marked("code", "", {pandoc.Str(inline.text)})
  elseif kind == "Cite" then self:marked("citation", works_of(inline), inline.content)
  elseif kind == "Quoted" then
    local double = inline.quotetype == "DoubleQuote"
    self:say(double and "“" or "‘")
    self:all(inline.content)
    self:say(double and "”" or "’")
  elseif kind == "Note" then
    self.notes:insert(inline.content)
    self:marked("superscript", "", {pandoc.Str(tostring(#self.notes))})
  elseif kind == "Span" then
    self:all(inline.content)
    if inline.classes:includes("csl-left-margin") and not self.texts[#self.texts]:match("%s$") then
      self:say(" ")
    end
  elseif kind == "Link" then self:all(inline.content)
  end
end

local function line_of(kind, inlines, notes, more)
  local out = writer(notes)
  out:all(inlines)
  local line = {kind = kind, text = table.concat(out.texts), marks = out.marks}
  for name, value in pairs(more or {}) do line[name] = value end
  return line
end

--- The identifier that a paragraph has in every edition: the span that composing put before it.
local function id_of(block)
  local first = block.content[1]
  return first and first.t == "Span" and first.identifier or ""
end

-- ---------------------------------------------------------------- blocks

local add

local function cell_of(cell, notes)
  return line_of("cell", pandoc.utils.blocks_to_inlines(cell.contents, {pandoc.LineBreak()}), notes)
end

local function table_line(block, notes)
  local rows = List()
  local function take(row)
    rows:insert(row.cells:map(function(cell) return cell_of(cell, notes) end))
  end
  for _, row in ipairs(block.head.rows) do take(row) end
  local heads = #rows
  for _, body in ipairs(block.bodies) do
    for _, row in ipairs(body.head) do take(row) end
    for _, row in ipairs(body.body) do take(row) end
  end
  for _, row in ipairs(block.foot.rows) do take(row) end
  return {kind = "table", text = "", marks = List(), heads = heads, rows = rows, id = block.identifier}
end

local function items(lines, list, notes, level)
  for index, blocks in ipairs(list.content) do
    local label = "•"
    if list.t == "OrderedList" then label = tostring(list.start + index - 1) .. "." end
    for _, block in ipairs(blocks) do
      if block.t == "Para" or block.t == "Plain" then
        lines:insert(line_of("item", block.content, notes, {level = level, label = label}))
        label = ""
      elseif block.t == "BulletList" or block.t == "OrderedList" then
        items(lines, block, notes, level + 1)
      else
        add(lines, {block}, notes, "item")
      end
    end
  end
end

function add(lines, blocks, notes, kind)
  for _, block in ipairs(blocks) do
    local tag = block.t
    local first = #notes + 1
    if tag == "Header" then
      lines:insert(line_of("heading", block.content, notes, {level = block.level, id = block.identifier}))
    elseif tag == "Para" or tag == "Plain" then
      lines:insert(line_of(kind, block.content, notes, {id = id_of(block)}))
    elseif tag == "BulletList" or tag == "OrderedList" then items(lines, block, notes, 1)
    elseif tag == "BlockQuote" then add(lines, block.content, notes, "quotation")
    elseif tag == "CodeBlock" then
      lines:insert{kind = "code", text = block.text, marks = List()}
    elseif tag == "LineBlock" then
      for _, inlines in ipairs(block.content) do lines:insert(line_of(kind, inlines, notes)) end
    elseif tag == "DefinitionList" then
      for _, entry in ipairs(block.content) do
        lines:insert(line_of(kind, entry[1], notes))
        for _, definition in ipairs(entry[2]) do add(lines, definition, notes, kind) end
      end
    elseif tag == "Div" then
      local before = #lines
      add(lines, block.content, notes, kind)
      for index = before + 1, #lines do -- the table in the division of an exhibit
        if (lines[index].id or "") == "" then lines[index].id = block.identifier end
      end
    elseif tag == "Figure" or tag == "Table" then
      local caption = pandoc.utils.blocks_to_inlines(block.caption.long)
      if #caption > 0 then
        local what = tag == "Figure" and "figure caption" or "table caption"
        lines:insert(line_of(what, caption, notes, {id = block.identifier}))
      end
      if tag == "Table" then lines:insert(table_line(block, notes)) end
    end
    -- What is said in a note is told where it is called.
    local number = first
    while number <= #notes do
      local inlines = pandoc.utils.blocks_to_inlines(notes[number])
      lines:insert(line_of("note", inlines, notes, {label = tostring(number)}))
      number = number + 1
    end
  end
  return lines
end

-- ---------------------------------------------------------------- the job

local problems = List()
local cited = cite.begin{
  tags = job.tags,
  languages = job.languages,
  references = job.references,
  style = job.style,
  unsorted = job.unsorted,
  kind = job.kind,
  order = job.order,
  bibliography_language = job.bibliography_language,
}
local texts = {}
for _, part in ipairs(job.parts) do
  local lengths, blocks = List(), List()
  for _, section in ipairs(part.sections) do
    local read = markdown.read(section.markdown)
    compose.check(read, part.language, section.slug, problems)
    local composed = compose.section(read, section.slug)
    lengths:insert(#composed)
    blocks:extend(composed)
  end
  if #problems == 0 then
    -- A whole text at once: where a work was cited before, a style may print less of it.
    local body = compose.join_cited_in(cite.body(cited, part.language, blocks), part.cited_in)
    local notes, at, sections = List(), 0, List()
    for index, length in ipairs(lengths) do
      local own = List()
      for number = at + 1, at + length do own:insert(body[number]) end
      at = at + length
      sections:insert{
        slug = part.sections[index].slug, lines = add(List(), own, notes, "paragraph")}
    end
    assert(at == #body, "citing has changed the number of blocks")
    texts[part.language] = {
      abstract = add(List(), markdown.read(part.abstract), List(), "paragraph"),
      sections = sections,
    }
  end
end

local result = {problems = problems, texts = texts, missing = List(), warnings = List()}
if #problems == 0 then
  cite.finish(cited)
  result.missing, result.warnings = cited.missing, cited.warnings
  result.references = List()
  for index, entry in ipairs(cited.entries) do
    local inlines = pandoc.utils.blocks_to_inlines(entry.content)
    local line = line_of("reference", inlines, List())
    line.id = cited.order[index]
    result.references:insert(line)
  end
end
write_file(arg[3], pandoc.json.encode(result))
