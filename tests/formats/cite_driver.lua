-- Runs cite.lua on a job in JSON and prints in JSON what came out; used by test_cite_lua.py.
--   pandoc lua cite_driver.lua CITE.LUA JOB.json

local cite = dofile(arg[1])

local function read(path)
  local file = assert(io.open(path, 'rb'))
  local text = file:read 'a'
  file:close()
  return text
end

local function write(blocks, format)
  local options = pandoc.WriterOptions{wrap_text = 'wrap-none', columns = 72}
  return pandoc.write(pandoc.Pandoc(blocks), format, options)
end

local job = pandoc.json.decode(read(arg[2]), false)
local bodies = {}
for language, text in pairs(job.markdown) do
  -- sections are read one by one, as the program reads them; a form feed is between two
  bodies[language] = pandoc.Blocks{}
  for section in text:gmatch '[^\f]+' do
    bodies[language]:extend(pandoc.read(section, 'markdown-smart').blocks)
  end
end
job.bodies = bodies

local started = os.clock()
local result = cite.run(job)
local seconds = os.clock() - started

local all, occurrences = pandoc.List{}, pandoc.List{}
local out = {
  numbers = result.numbers, order = result.order, missing = result.missing,
  warnings = result.warnings, seconds = seconds, bodies = {}, html = {}, occurrences = {},
  entries = pandoc.List{},
}
for _, entry in ipairs(result.entries) do
  out.entries:insert{
    id = entry.identifier, lang = entry.attributes.lang,
    text = (write({entry}, 'plain'):gsub('%s+$', '')),
  }
end
for _, language in ipairs(job.languages) do
  local blocks, found = cite.number(result.bodies[language], language .. '-cite-')
  out.bodies[language] = write(blocks, 'plain')
  out.html[language] = write(blocks, 'html')
  out.occurrences[language] = found
  occurrences:extend(found)
  all:insert(pandoc.Div(blocks, {lang = job.tags[language]}))
end
local list = cite.list(result, cite.backlinks(result.entries, occurrences))
out.list = write({list}, 'html')
if job.docx then
  local blocks = cite.anchor(all)
  blocks:insert(list)
  local file = assert(io.open(job.docx, 'wb'))
  file:write(pandoc.write(pandoc.Pandoc(blocks), 'docx'))
  file:close()
end
print(pandoc.json.encode(out))
