--- Reads the Markdown that the program renders.
--
-- In pandoc's sandbox (the empty list of files), without raw HTML or TeX, and without `smart`,
-- which would turn the Uzbek oʻ's apostrophe into a quotation mark.

local markdown = {}

local MARKDOWN = {
  format = "markdown",
  extensions = {
    smart = false, raw_html = false, raw_attribute = false, raw_tex = false,
    latex_macros = false, tex_math_dollars = false, auto_identifiers = false,
  },
}
local READ = pandoc.ReaderOptions{columns = 72}

--- Returns the blocks of a text.
function markdown.read(text)
  return pandoc.read(text, MARKDOWN, READ, {}).blocks
end

return markdown
