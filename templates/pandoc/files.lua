--- Whole files, read and written as they are.

local files = {}

--- Returns what a file holds.
function files.read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read("a")
  file:close()
  return text
end

--- Makes a file that holds a text.
function files.write(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

return files
