-- Makes every stale HTML fragment and DOCX of a review in one pandoc process.
--
-- Called as `pandoc lua build.lua SCRIPTS` before there is a job: it readies itself, then
-- reads two lines, the paths of the job and of the result (JSON). The job is written by
-- uchtil.pipeline.job and says what to read and how to cite; a third line, which may come
-- later, is the path of the rest: which texts were kept, and what to write. Each line
-- printed names a file that is now complete, so that its reader need not wait for all.

local List = pandoc.List
local utils = pandoc.utils

package.path = arg[1] .. "/?.lua;" .. package.path
local files = require("files")
local read_file, write_file = files.read, files.write
local cite = require("cite")
local compose = require("compose")
local read_markdown = require("markdown").read
local texts = require("texts")

-- The first use of a reader or writer takes longest: all that is needed is used once before
-- there is anything to do. Nothing of it is kept.
do
  local blocks = read_markdown("# a\n\n*b* [c](https://d.example) [@e]\n\n| f | g |\n|---|---|\n| h | i |\n")
  local style = [[<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
    <info><title>a</title><id>a</id><updated>2000-01-01T00:00:00Z</updated></info>
    <citation><layout><text variable="title"/></layout></citation>
    <bibliography><layout><text variable="title"/></layout></bibliography></style>]]
  local works = {{id = "e", type = "book", title = "e"}}
  local cited = cite.run{
    bodies = {en = blocks}, tags = {en = "en-GB"}, languages = {"en"}, references = works,
    style = style, unsorted = style, kind = "author-date",
  }
  pandoc.json.encode{compose.fragment(cited.bodies.en)}
end

local job_path, result_path = io.stdin:read("l"), io.stdin:read("l")
if not result_path then return end -- there is nothing to do after all
local job = pandoc.json.decode(read_file(job_path), false)

local problems = List()
local by_language = {}
local cited = cite.begin{
  tags = job.tags,
  languages = job.languages,
  references = job.references,
  style = job.style,
  unsorted = job.unsorted,
  kind = job.kind,
  own_language = job.own_language,
  order = job.order,
  bibliography_language = job.bibliography_language,
}
-- A text is handed out as soon as it is made: the longest work that follows, laying it out,
-- need not wait for the other languages, nor for the list.
-- A section that was kept as it was read is not read again.
local read = List()
for _, part in ipairs(job.parts) do
  local blocks = List()
  for _, section in ipairs(part.sections) do
    if section.kept then
      blocks:extend(texts.section_taken(section.read, read_file))
    else
      local section_blocks = read_markdown(section.markdown)
      local before = #problems
      compose.check(section_blocks, part.language, section.slug, problems)
      section_blocks = compose.section(section_blocks, section.slug)
      blocks:extend(section_blocks)
      if #problems == before then read:insert{path = section.read, blocks = section_blocks} end
    end
  end
  local abstract = read_markdown(part.abstract)
  if #problems == 0 then
    local text = texts.made(part, cited, blocks, abstract)
    texts.write(text, write_file)
    by_language[part.language] = text
    io.stdout:write("text\t", part.language, "\n")
    io.stdout:flush()
    texts.write_blocks(text, write_file)
  end
end

local rest_path = io.stdin:read("l")
if not rest_path then return end -- nothing is to be made of the texts after all
local rest = pandoc.json.decode(read_file(rest_path), false)
for _, part in ipairs(rest.kept) do
  by_language[part.language] = texts.taken(part, cited, read_file)
end

local result = {problems = problems, editions = {}}

if #problems == 0 then
  for _, language in ipairs(job.languages) do
    -- One that no stale edition is in has a part in the list all the same.
    if not by_language[language] then cite.body(cited, language, {}) end
  end
  cite.finish(cited)
  result.missing = cited.missing
  result.warnings = cited.warnings

  -- All HTML before any DOCX: a PDF is made from it, which takes longest.
  local composed = {}
  for _, edition in ipairs(rest.editions) do
    composed[edition.id] = compose.edition(edition, by_language, cited)
    if edition.html then
      write_file(edition.html, pandoc.json.encode{references = compose.fragment(composed[edition.id].entries)})
      io.stdout:write("html\t", edition.id, "\n")
      io.stdout:flush()
    end
  end
  for _, edition in ipairs(rest.editions) do
    if edition.docx then
      write_file(edition.docx, compose.docx(composed[edition.id], edition))
      io.stdout:write("docx\t", edition.id, "\n")
      io.stdout:flush()
    end
    result.editions[edition.id] = composed[edition.id].record
  end
end

for _, section in ipairs(read) do texts.write_section(section, write_file) end
write_file(result_path, pandoc.json.encode(result))
