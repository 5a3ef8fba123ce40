-- Writes redlines: documents in which words are marked as put in or taken out.
--
-- Called as `pandoc lua redline.lua SCRIPTS JOB RESULT`. The job (JSON) is written by
-- uchtil.changes.documents: for each document its lines, each with its runs of words and what
-- became of them. Each line becomes one paragraph, or one table: whether a whole paragraph or
-- row was put in or taken out is marked in Python, since pandoc has no words for it.

local List = pandoc.List

package.path = arg[1] .. "/?.lua;" .. package.path
local files = require("files")
local read_file, write_file = files.read, files.write

local job = pandoc.json.decode(read_file(arg[2]), false)

local SET = {
  emphasis = pandoc.Emph, strong = pandoc.Strong, superscript = pandoc.Superscript,
  subscript = pandoc.Subscript, strikeout = pandoc.Strikeout, smallcaps = pandoc.SmallCaps,
  underline = pandoc.Underline,
}
local TRACKED = {inserted = "insertion", deleted = "deletion"}

local STYLES = {
  title = "Title", author = "Author", issue = "Date", ["abstract title"] = "Abstract Title",
  abstract = "Abstract", keywords = "Keywords", quotation = "Block Text", note = "Footnote Text",
  ["table caption"] = "Table Caption", ["figure caption"] = "Image Caption",
  reference = "Bibliography", paragraph = "Body Text", item = "Body Text", code = "Body Text",
}

local function words(text)
  local inlines, first = List(), true
  for line in (text .. "\n"):gmatch("(.-)\n") do
    if not first then inlines:insert(pandoc.LineBreak()) end
    if line ~= "" then inlines:insert(pandoc.Str(line)) end
    first = false
  end
  return inlines
end

local author, date

local function inlines_of(runs)
  local all = List()
  for _, run in ipairs(runs) do
    local content = words(run.text)
    for _, kind in ipairs(run.kinds) do
      if SET[kind] then content = List{SET[kind](content)} end
    end
    local class = TRACKED[run.op]
    if class then
      content = List{pandoc.Span(content, {class = class, author = author, date = date})}
    end
    all:extend(content)
  end
  return all
end

local function table_of(line)
  local function rows_of(from, to)
    local rows = List()
    for index = from, to do
      rows:insert(pandoc.Row(List(line.rows[index]):map(function(runs)
        return pandoc.Cell({pandoc.Plain(inlines_of(runs))})
      end)))
    end
    return rows
  end
  local columns = List()
  for _ = 1, #line.rows[1] do columns:insert{pandoc.AlignDefault, nil} end
  return pandoc.Table(
    {long = {}}, columns, pandoc.TableHead(rows_of(1, line.heads)),
    {{attr = pandoc.Attr(), body = rows_of(line.heads + 1, #line.rows), head = {}, row_head_columns = 0}},
    pandoc.TableFoot())
end

local function block_of(line)
  if line.kind == "table" then return table_of(line) end
  local inlines = inlines_of(line.runs)
  if line.kind == "heading" then return pandoc.Header(line.level, inlines) end
  return pandoc.Div(
    {pandoc.Para(inlines)},
    {["custom-style"] = STYLES[line.kind] or "Body Text", lang = line.tag ~= "" and line.tag or nil})
end

for _, document in ipairs(job.documents) do
  author, date = document.author, document.date
  local blocks = List(document.lines):map(block_of)
  write_file(document.docx, pandoc.write(
    pandoc.Pandoc(blocks, {lang = document.tag}), "docx",
    pandoc.WriterOptions{reference_doc = document.reference_doc, columns = 72}))
end

write_file(arg[3], pandoc.json.encode{documents = #job.documents})
