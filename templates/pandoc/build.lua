-- Makes every stale HTML fragment and DOCX of a review in one pandoc process.
--
-- Called as `pandoc lua build.lua JOB.json RESULT.json`; the job is written by
-- uchtil.formats.pandoc and says what to read, how to cite and what to write. Each line
-- printed names a file that is now complete, so that its reader need not wait for all.

local List = pandoc.List
local utils = pandoc.utils

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

local function write_file(path, text)
  local file = assert(io.open(path, "wb"))
  file:write(text)
  file:close()
end

local job = pandoc.json.decode(read_file(arg[1]), false)
package.path = job.scripts .. "/?.lua;" .. package.path
local cite = require("cite")
local compose = require("compose")

-- Markdown is read in pandoc's sandbox (the empty list of files), without raw HTML or
-- TeX, and without `smart`, which would turn the Uzbek oʻ's apostrophe into a quotation mark.
local MARKDOWN = {
  format = "markdown",
  extensions = {
    smart = false, raw_html = false, raw_attribute = false, raw_tex = false,
    latex_macros = false, tex_math_dollars = false, auto_identifiers = false,
  },
}
local READ = pandoc.ReaderOptions{columns = 72}

local function read_markdown(text)
  return pandoc.read(text, MARKDOWN, READ, {}).blocks
end

local problems = List()
local bodies = {}
for _, part in ipairs(job.parts) do
  local blocks = List()
  for _, section in ipairs(part.sections) do
    local section_blocks = read_markdown(section.markdown)
    compose.check(section_blocks, part.language, section.slug, problems)
    blocks:extend(compose.section(section_blocks, section.slug))
  end
  bodies[part.language] = blocks
end

local result = {problems = problems, editions = {}}

if #problems == 0 then
  local cited = cite.run{
    bodies = bodies,
    tags = job.tags,
    languages = job.languages,
    references = job.references,
    style = job.style,
    unsorted = job.unsorted,
    kind = job.kind,
    order = job.order,
    bibliography_language = job.bibliography_language,
  }
  result.missing = cited.missing
  result.warnings = cited.warnings
  result.numbers = cited.numbers

  local parts = {}
  for _, part in ipairs(job.parts) do
    parts[part.language] = part
    part.blocks = compose.join_cited_in(cited.bodies[part.language], part.cited_in)
    part.abstract_blocks = read_markdown(part.abstract)
  end

  -- All HTML before any DOCX: a PDF is made from it, which takes longest.
  local composed = {}
  for _, edition in ipairs(job.editions) do
    composed[edition.id] = compose.edition(edition, parts, cited)
    if edition.html then
      local fragment = compose.html(composed[edition.id])
      write_file(edition.html, pandoc.json.encode(fragment))
      io.stdout:write("html\t", edition.id, "\n")
      io.stdout:flush()
    end
  end
  for _, edition in ipairs(job.editions) do
    if edition.docx then
      write_file(edition.docx, compose.docx(composed[edition.id], edition, job))
      io.stdout:write("docx\t", edition.id, "\n")
      io.stdout:flush()
    end
    result.editions[edition.id] = composed[edition.id].record
  end
end

write_file(arg[2], pandoc.json.encode(result))
