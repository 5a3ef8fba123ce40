-- From cited text to editions: identifiers, notes, the title block, HTML and DOCX.

local List = pandoc.List
local utils = pandoc.utils
local cite = require("cite")

local compose = {}

local FIGURE = "figure:"

-- ---------------------------------------------------------------- checking

local SAFE_LINK = {http = true, https = true, mailto = true, doi = true}

--- Adds a problem for everything that a text may not hold: raw code, pictures that are
-- not the review's own figures, attributes that could run something, and links of a scheme
-- that could run or read something.
function compose.check(blocks, language, slug, problems)
  local function add(code, what)
    problems:insert{code = code, what = what, language = language, section = slug}
  end
  -- A language is the one attribute that a text needs; `onclick` and `style` are code.
  local function attributes(element)
    for name in pairs(element.attributes) do
      if name ~= "lang" then add("raw-code", name) end
    end
  end
  blocks:walk{
    Span = attributes, Div = attributes, Header = attributes, Code = attributes,
    CodeBlock = attributes, Table = attributes, Figure = attributes,
    RawBlock = function(raw) add("raw-code", raw.text) end,
    RawInline = function(raw) add("raw-code", raw.text) end,
    Image = function(image)
      attributes(image)
      if image.src:sub(1, #FIGURE) ~= FIGURE then add("foreign-image", image.src) end
    end,
    Link = function(link)
      attributes(link)
      local scheme = link.target:match("^([%a][%w+.-]*):")
      if link.target:sub(1, 1) ~= "#" and not (scheme and SAFE_LINK[scheme:lower()]) then
        add("unsafe-link", link.target)
      end
    end,
  }
end

-- ---------------------------------------------------------------- sections

--- Gives a section's headings and paragraphs identifiers that are the same in every
-- language, so that a reader can change the language and keep the place.
function compose.section(blocks, slug)
  local headings, paragraphs = 0, 0
  return blocks:map(function(block)
    if block.t == "Header" then
      block.identifier = headings == 0 and slug or (slug .. "-s" .. headings)
      headings = headings + 1
    elseif block.t == "Para" then
      paragraphs = paragraphs + 1
      block.content:insert(1, pandoc.Span({}, {id = slug .. "-p" .. paragraphs}))
    end
    return block
  end)
end

--- Puts a prefix before every identifier and before every link to one; links to the
-- reference list are left, since there is one list.
local function with_prefix(blocks, prefix)
  if prefix == "" then return blocks end
  local function identify(element)
    if element.identifier ~= "" then element.identifier = prefix .. element.identifier end
    return element
  end
  return blocks:walk{
    Header = identify, Div = identify, Span = identify, Figure = identify, Table = identify,
    Link = function(link)
      identify(link)
      if link.target:sub(1, 1) == "#" and link.target:sub(1, 5) ~= "#ref-" then
        link.target = "#" .. prefix .. link.target:sub(2)
      end
      return link
    end,
  }
end

local function shift_headings(blocks, by)
  return blocks:walk{Header = function(header) header.level = header.level + by; return header end}
end

--- Returns the contents of a text: headings with identifier, level and plain text.
function compose.contents(blocks)
  local list = List()
  blocks:walk{
    Header = function(header)
      list:insert{id = header.identifier, level = header.level, text = utils.stringify(header)}
    end,
  }
  return list
end

-- ---------------------------------------------------------------- editions

--- Returns of all citations of a text the first of each work in each section: a list that
-- led back to each of two hundred citations would help nobody.
function compose.first_uses(blocks, occurrences)
  local section_of, section = {}, ""
  for _, block in ipairs(blocks) do
    if block.t == "Header" and block.level == 1 then section = block.identifier end
    pandoc.Blocks{block}:walk{
      Link = function(link)
        if link.classes:includes("cite") then section_of[link.identifier] = section end
      end,
    }
  end
  return compose.first_of(occurrences, function(occurrence)
    return section_of[occurrence.id] .. " " .. occurrence.key
  end)
end

--- Returns the first citation of each kind that `kind_of` tells apart.
function compose.first_of(occurrences, kind_of)
  local seen = {}
  return occurrences:filter(function(occurrence)
    local kind = kind_of(occurrence)
    if seen[kind] then return false end
    seen[kind] = true
    return true
  end)
end

local function text_from(inlines, first, last)
  local texts = {}
  for index = first, last do
    local inline = inlines[index]
    texts[#texts + 1] = inline.t == "Str" and inline.text or (inline.t == "Space" and " " or "")
  end
  return table.concat(texts)
end

--- Joins "cited in" to what stands on both sides of it: "[6; cited in 2]" would read as two
-- works side by side, and may not break at a line's end. The separator of works is the
-- style's, so it can only be mended in what citeproc has written.
function compose.join_cited_in(blocks, term)
  local words = 1 + select(2, term:gsub(" ", ""))
  local length = 2 * words - 1
  local NBSP = "\u{a0}"
  local function mend(inlines)
    for start = 3, #inlines - length do
      if text_from(inlines, start, start + length - 1) == term and inlines[start - 1].t == "Space" then
        local before = inlines[start - 2]
        if before.t == "Str" then before.text = before.text:gsub(";$", ",") end
        for index = start, start + length do
          if inlines[index].t == "Space" then inlines[index] = pandoc.Str(NBSP) end
        end
      end
    end
    return inlines
  end
  return blocks:walk{Cite = function(cited)
    cited.content = mend(cited.content)
    return cited:walk{Inlines = mend}
  end}
end

local function key_of(occurrence) return occurrence.key end

--- Puts together one edition of texts: one reference list with links back to them. In an
-- edition of several languages each text's identifiers have its language before them, and
-- the list leads to the first citation in each.
function compose.edition(edition, texts, cited)
  local composed = {texts = List(), record = {}}
  local occurrences, uses = List(), List()
  for _, language in ipairs(edition.parts) do
    local text = texts[language]
    local prefix = #edition.parts > 1 and (language .. "-") or ""
    local function prefixed(occurrence)
      return {key = occurrence.key, id = prefix .. occurrence.id, text = occurrence.text}
    end
    occurrences:extend(text.occurrences:map(prefixed))
    local first = prefix == "" and text.uses or compose.first_of(text.occurrences, key_of)
    uses:extend(first:map(prefixed))
    composed.texts:insert{text = text, prefix = prefix}
  end
  local tag = texts[edition.parts[1]].tag
  local entries = cite.entries_in(cited, tag)
  composed.entries = List{cite.list(cited, cite.backlinks(entries, uses))}
  composed.record.citations = occurrences
  composed.record.references = cite.order_in(cited, tag):map(function(key) return {key = key} end)
  return composed
end

-- ---------------------------------------------------------------- HTML

local HTML = pandoc.WriterOptions{
  section_divs = true, columns = 72, wrap_text = "none", html_math_method = "plain",
}

--- Returns blocks as HTML.
function compose.fragment(blocks)
  return pandoc.write(pandoc.Pandoc(blocks), "html5", HTML)
end

--- Returns a text as HTML, its notes as links to a list at its end: pandoc's own notes have
-- identifiers that no other text may have.
function compose.body(blocks)
  local items = List()
  blocks = shift_headings(blocks, 1):walk{
    Note = function(note)
      local id = "fn" .. (#items + 1)
      local content = utils.blocks_to_inlines(note.content)
      content:extend{pandoc.Space(), pandoc.Link(
        "↩", "#" .. id .. "-ref", "", {class = "footnote-back", role = "doc-backlink"})}
      local number = tostring(#items + 1)
      items:insert('<li id="' .. id .. '"><p>' .. compose.fragment{pandoc.Plain(content)} .. "</p></li>")
      return pandoc.Superscript(pandoc.Link(
        number, "#" .. id, "", {id = id .. "-ref", class = "footnote-ref", role = "doc-noteref"}))
    end,
  }
  local html = compose.fragment(blocks)
  if #items > 0 then
    html = html .. '\n<div class="footnotes" role="doc-endnotes">\n<ol>\n'
      .. table.concat(items, "\n") .. "\n</ol>\n</div>"
  end
  return html
end

-- ---------------------------------------------------------------- DOCX

local function styled(style, blocks)
  return pandoc.Div(blocks, {["custom-style"] = style})
end

local function styled_text(style, text)
  return styled(style, {pandoc.Para{pandoc.Str(text)}})
end

--- Says with custom styles what DOCX has no other way to say; the styles are those of
-- uchtil.formats.docx. A figure becomes a place that Python puts the drawing into.
function compose.for_docx(blocks, language)
  return cite.anchor(blocks):walk{
    Figure = function(figure)
      local key
      figure:walk{Image = function(image) key = image.src:sub(#FIGURE + 1) end}
      if not key then return nil end
      local place = pandoc.Span(pandoc.Str(language .. "-" .. key), {["custom-style"] = "Figure Placeholder"})
      local caption = pandoc.Para(utils.blocks_to_inlines(figure.caption.long))
      return pandoc.Div({
        styled("Captioned Figure", {pandoc.Para{place}}), styled("Image Caption", {caption}),
      }, {id = figure.identifier})
    end,
  }:walk{
    Span = function(span)
      if span.classes:includes("exhibit-number") then
        span.attributes["custom-style"] = "Caption Number"
        return span
      elseif span.classes:includes("backlinks") then
        return span:walk{Link = function(link)
          link.content = {pandoc.Span(link.content, {["custom-style"] = "Backlink"})}
          return link
        end}
      end
    end,
  }
end

local function front(record, text, with_udc)
  local blocks = List()
  if with_udc and record.udc ~= "" then blocks:insert(styled_text("UDC", record.udc)) end
  blocks:insert(styled_text("Title", record.title))
  for index, author in ipairs(record.authors) do
    blocks:insert(styled_text("Author", author))
    local about = record.affiliations[index]
    if about ~= "" then blocks:insert(styled_text("Affiliation", about)) end
  end
  blocks:insert(styled_text("Date", record.issue))
  blocks:insert(styled_text("Abstract Title", record.abstract_title))
  blocks:insert(styled("Abstract", text.abstract_blocks))
  blocks:insert(styled("Keywords", {pandoc.Para{
    pandoc.Strong(record.keywords_label .. ":"), pandoc.Space(), pandoc.Str(record.keywords)}}))
  return pandoc.Div(blocks, {lang = text.tag})
end

--- Returns the bytes of an edition's DOCX, as the finishing in Python takes them.
function compose.docx(composed, edition)
  local several = #composed.texts > 1
  local blocks = List()
  for index, each in ipairs(composed.texts) do
    blocks:insert(front(edition.front[index], each.text, index == 1))
  end
  blocks:insert(styled_text("TOC Heading", edition.contents_title))
  for index, each in ipairs(composed.texts) do
    local text = each.text
    local body = compose.for_docx(with_prefix(text.blocks, each.prefix), text.language)
    if several then
      blocks:insert(styled_text("Page Break", "·"))
      blocks:insert(pandoc.Header(
        1, edition.front[index].title, {id = "part-" .. text.language, lang = text.tag}))
      body = shift_headings(body, 1)
    end
    blocks:insert(pandoc.Div(body, {lang = text.tag}))
  end
  blocks:insert(pandoc.Header(1, edition.references_title, {id = "references"}))
  blocks:extend(compose.for_docx(composed.entries, ""))
  return pandoc.write(
    pandoc.Pandoc(blocks, {lang = edition.tag}), "docx",
    pandoc.WriterOptions{reference_doc = edition.reference_doc, columns = 72})
end

return compose
