--- Citations for editions in several languages: one order, one set of numbers, one list.
--
-- citeproc prints a document in one language.  A review in three has to show the same works
-- with the same numbers in each, and GOST wants each reference printed with the terms of its
-- *own* language ("С." in a Russian one, "B." in an Uzbek one).  So citeproc is run once for each
-- language, always over the same works in the same order, and the list takes each entry from
-- the run in the entry's language.
--
-- Runs inside one `pandoc lua` process (pandoc 3.9).  Nothing here writes a file, and nothing
-- here knows of pages, formats or editions.
--
--   local cite = dofile('templates/pandoc/cite.lua')
--   local result = cite.run{
--     bodies = {uz = blocks, ru = blocks, en = blocks},
--     tags = {uz = 'uz-Latn-UZ', ru = 'ru-RU', en = 'en-GB'},
--     languages = {'uz', 'ru', 'en'},           -- the first one sorts a list that is sorted
--     references = pandoc.json.decode(text, false),         -- CSL-JSON
--     style = 'gost.csl', unsorted = 'gost-unsorted.csl',   -- paths or XML; see uchtil.formats.csl
--     kind = 'numeric',                         -- or 'author-date' or 'note'
--     order = {'key', …},                       -- optional: works in the order of first use
--     bibliography_language = {key = 'ru-RU', …},  -- optional: the CSL-JSON's `language` else
--     own_language = true,                      -- optional: notes too print each work in its own
--   }
--   -- result.bodies.uz, result.entries, result.order, result.numbers, result.missing,
--   -- result.warnings, result.attr (of the Div#refs)

local cite = {}

local List = pandoc.List
local utils = pandoc.utils

--- What citeproc says of a work in a language, in a paragraph of its own, must not be read.
local HIDDEN = 'uchtil-hidden'

-- ---- the references, as citeproc wants them ----------------------------------------------

--- The works as the metadata that citeproc takes, read once for all runs.
-- pandoc's own reader is asked, for it knows the markup of CSL-JSON (`<span class="nocase">`).
local function as_metadata(order, known)
  local items = order:map(function(key)
    return known[key]
  end)
  return pandoc.read(pandoc.json.encode(items), 'csljson').meta.references
end

local function by_id(references)
  local found = {}
  for _, reference in ipairs(references) do
    found[reference.id] = reference
  end
  return found
end

-- ---- what the bodies cite ----------------------------------------------------------------

--- Take out what is not in the bibliography, and tell it: never "(missing?)" in print.
-- Returns the blocks, the keys in the order of first use, and whether a citation has
-- several works.
local function known_citations(blocks, known, language, missing)
  local order, seen, told, several = List{}, {}, {}, false
  local filtered = blocks:walk{
    traverse = 'topdown',
    Cite = function(element)
      local kept = List{}
      for _, citation in ipairs(element.citations) do
        if known[citation.id] then
          kept:insert(citation)
          if not seen[citation.id] then
            seen[citation.id] = true
            order:insert(citation.id)
          end
        elseif not told[citation.id] then
          told[citation.id] = true
          missing:insert{key = citation.id, language = language}
        end
      end
      several = several or #kept > 1
      if #kept == #element.citations then
        return nil
      elseif #kept == 0 then
        return List{}
      end
      return pandoc.Cite(element.content, kept)
    end,
  }
  return filtered, order, several
end

--- Number the notes through the whole text, as they will stand.
-- pandoc's reader numbers them in each piece that it reads, so that each section had a first note;
-- citeproc takes notes of one number to be one note, and a work cited in it to be not alone there:
-- then nothing is "there too".
local function number_notes(blocks)
  local number = 0
  local function of_this_note(cite)
    for _, citation in ipairs(cite.citations) do
      citation.note_num = number
    end
    return cite
  end
  return blocks:walk{
    traverse = 'topdown',
    Note = function(note)
      number = number + 1
      return note:walk{Cite = of_this_note}, false
    end,
    Cite = function(cite)
      number = number + 1
      return of_this_note(cite), false
    end,
  }
end

--- Put the works of each citation into the order of the list.
-- A citation in which something is said before a work ("цит. по:") keeps the author's order.
local function sort_citations(blocks, position)
  return blocks:walk{
    Cite = function(element)
      local citations = element.citations
      if #citations < 2 then
        return nil
      end
      local sorted = true
      for index, citation in ipairs(citations) do
        if #citation.prefix > 0 or citation.mode == 'AuthorInText' then
          return nil
        end
        if index > 1 and position[citations[index - 1].id] > position[citation.id] then
          sorted = false
        end
      end
      if sorted then
        return nil
      end
      local suffixed = List{}
      for index, citation in ipairs(citations) do
        suffixed:insert{index = index, citation = citation}
      end
      suffixed:sort(function(a, b)
        local first, second = position[a.citation.id], position[b.citation.id]
        if first == second then
          return a.index < b.index
        end
        return first < second
      end)
      return pandoc.Cite(element.content, suffixed:map(function(item)
        return item.citation
      end))
    end,
  }
end

--- Name a source once where its label stands before a citation of it.
-- A number or a note needs the label ("source-label"); by author and year the citation says all of
-- it: "Karimova (2019)", not "Karimova 2019 (Karimova 2019)". In a column of mere citations only the
-- mark of a note needs it ("note-label"): "[1; 3]" is read in the list, "52" nowhere.
local function label_once(blocks, kind)
  return blocks:walk{
    Inlines = function(inlines)
      local out, changed, index = List{}, false, 1
      while index <= #inlines do
        local inline, cited = inlines[index], inlines[index + 2]
        if inline.t == 'Span' and inline.classes:includes 'source-label' then
          changed = true
          if kind == 'author-date' and cited and cited.t == 'Cite' and #cited.citations == 1 then
            cited.citations[1].mode = 'AuthorInText'
            out:insert(pandoc.Cite(cited.content, cited.citations))
            index = index + 2
          else
            out:extend(inline.content)
          end
        elseif inline.t == 'Span' and inline.classes:includes 'note-label' then
          changed = true
          if kind == 'note' then
            out:extend(inline.content)
          else
            index = index + 1 -- and the space behind it
          end
        else
          out:insert(inline)
        end
        index = index + 1
      end
      return changed and pandoc.Inlines(out) or nil
    end,
  }
end

-- ---- styles ------------------------------------------------------------------------------

local function text_of(style)
  if style:match '^%s*<' then
    return style
  end
  local file = assert(io.open(style, 'rb'))
  local text = file:read 'a'
  file:close()
  return text
end

--- The style with the locales of one language only: reading them all takes most of a run.
local function for_language(xml, tag)
  local language = tag:match '^%a+'
  return (xml:gsub('<locale%f[%s>]([^>]*)>.-</locale>', function(attributes)
    local own = attributes:match 'xml:lang="([^"]*)"'
    if own and own ~= tag and own ~= language then
      return ''
    end
    return nil
  end))
end

-- ---- scripts -----------------------------------------------------------------------------

local function between(code, first, last)
  return code >= first and code <= last
end

--- Whether a text begins in Cyrillic letters: signs and numbers before them are passed over.
local function begins_in_cyrillic(text)
  for _, code in utf8.codes(text) do
    if between(code, 0x400, 0x52F) then
      return true
    elseif between(code, 0x41, 0x5A) or between(code, 0x61, 0x7A) or between(code, 0xC0, 0x24F) then
      return false
    end
  end
  return false
end

--- Whether a language is written in Cyrillic.
local function is_cyrillic(tag)
  return tag:match '^%a+%-Cyrl' ~= nil or tag:match '^ru' ~= nil or tag:match '^kk' ~= nil
end

--- Put what begins in the script of a language before all else, and leave the order otherwise.
-- citeproc sorts as Unicode does, Latin before Cyrillic, whatever the language; readers look for a
-- work in their own alphabet first, as in Russian lists by GOST and in CLDR's order for Russian.
local function own_script_first(keys, in_cyrillic, tag)
  local own, others = List{}, List{}
  local wanted = is_cyrillic(tag)
  for _, key in ipairs(keys) do
    (in_cyrillic[key] == wanted and own or others):insert(key)
  end
  own:extend(others)
  return own
end

-- ---- runs of citeproc --------------------------------------------------------------------

--- A paragraph that cites all works in the given order, and so makes the order and numbers.
local function citing_all(order)
  local citations = List{}
  for _, key in ipairs(order) do
    citations:insert(pandoc.Citation(key, 'NormalCitation'))
  end
  local paragraph = pandoc.Para{pandoc.Cite({pandoc.Str(HIDDEN)}, citations)}
  return pandoc.Div({paragraph}, pandoc.Attr(HIDDEN))
end

--- Run citeproc; returns the blocks without the list, and the list.
local function citeproc(blocks, tag, style, job)
  local all = List{}
  -- citeproc looks for a style in the media bag first: no file is needed for it.
  local name = 'uchtil-style.csl'
  pandoc.mediabag.insert(name, 'application/xml', for_language(style, tag))
  local meta = {
    references = job.metadata,
    lang = tag,
    csl = name,
    ['link-citations'] = true,
    -- "word¹." in Uzbek, Russian and Kazakh, "word.¹" in English
    ['notes-after-punctuation'] = tag:sub(1, 2) == 'en',
  }
  if job.kind == 'note' then
    -- A hidden citation would make every later one a repeated one ("ibid.").
    local citations = job.order:map(function(key)
      return pandoc.Citation(key, 'NormalCitation')
    end)
    meta.nocite = pandoc.Inlines{pandoc.Cite({pandoc.Str(HIDDEN)}, citations)}
  else
    all:insert(citing_all(job.order))
  end
  all:extend(blocks)
  local messages, document = pandoc.log.silence(pandoc.utils.citeproc, pandoc.Pandoc(all, meta))
  pandoc.mediabag.delete(name)
  for _, message in ipairs(messages) do
    -- Translations of pandoc's own words ("Abstract") are no business of citations.
    if tostring(message.type):match 'Citeproc' or tostring(message.type):match 'Csl' then
      job.warnings:insert{language = tag, message = tostring(message.message or message.type)}
    end
  end
  local body, list = List{}, nil
  for _, block in ipairs(document.blocks) do
    if block.t == 'Div' and block.identifier == 'refs' then
      list = block
    elseif not (block.t == 'Div' and block.identifier == HIDDEN) then
      body:insert(block)
    end
  end
  return pandoc.Blocks(body), list
end

-- ---- mending what CSL cannot say ---------------------------------------------------------

local MONTHS = {}
local UZBEK = 'yanvar fevral mart aprel may iyun iyul avgust sentabr oktabr noyabr dekabr'
for month in UZBEK:gmatch '%a+' do
  MONTHS[month] = true
end

local function is_space(inline)
  return inline.t == 'Space' or inline.t == 'SoftBreak'
end

--- Join what Uzbek and Kazakh join with a hyphen: "2- nashr", and in Latin script "31 oktabr".
-- A locale can say neither "no space after an ordinal" nor "a hyphen if a month follows".
local function joined(tag)
  local turkic = tag:match '^uz' or tag:match '^kk'
  if not turkic then
    return nil
  end
  local latin = tag:match '^uz%-Latn'
  return {
    Inlines = function(inlines)
      local out, changed = List{}, false
      local index = 1
      while index <= #inlines do
        local one, two, three = inlines[index], inlines[index + 1], inlines[index + 2]
        if three and one.t == 'Str' and is_space(two) and three.t == 'Str' then
          local word = three.text:match '^%l+'
          if one.text:match '%d%-$' and three.text:match '^[%a\x80-\xff]' then
            one = pandoc.Str(one.text .. three.text)
            index, changed = index + 2, true
          elseif latin and one.text:match '%f[%d]%d%d?$' and word and MONTHS[word] then
            one = pandoc.Str(one.text .. '-' .. three.text)
            index, changed = index + 2, true
          end
        end
        out:insert(one)
        index = index + 1
      end
      return changed and pandoc.Inlines(out) or nil
    end,
  }
end

--- Make quotation marks within quotation marks the inner ones: «A: „B“» for «A: «B»».
-- citeproc turns only the marks that it knows as such; those of a title are plain text.
local function nested_quotes(tag)
  if tag:match '^en' or tag:match '^uz%-Latn' then
    return nil -- other marks outside: no clash
  end
  local depth = 0
  return {
    traverse = 'topdown',
    Str = function(word)
      if not word.text:find('[\xC2]') then
        return nil
      end
      local text = word.text:gsub('\xC2[\xAB\xBB]', function(mark)
        if mark == '«' then
          depth = depth + 1
          return depth > 1 and '„' or nil
        end
        depth = depth - 1
        return depth > 0 and '“' or nil
      end)
      return text ~= word.text and pandoc.Str(text) or nil
    end,
  }
end

--- Leave only the number in the link of a numeric citation: "<a>4</a>, с. 12".
local function number_only(link)
  local first = link.content[1]
  if not first or first.t ~= 'Str' then
    return nil
  end
  local number, rest = first.text:match '^(%d+)(.*)$'
  if not number then
    return nil
  end
  local outside = List{}
  if rest ~= '' then
    outside:insert(pandoc.Str(rest))
  end
  for index = 2, #link.content do
    outside:insert(link.content[index])
  end
  if #outside == 0 then
    return nil
  end
  link.content = {pandoc.Str(number)}
  outside:insert(1, link)
  return outside
end

local ENDS = {['.'] = true, ['?'] = true, ['!'] = true, ['…'] = true}
local CLOSES = {['”'] = true, ['»'] = true, ['’'] = true, ['“'] = true, ['"'] = true}

--- Whether a text ends a sentence, be it inside quotation marks.
local function ends_sentence(text)
  local size = pandoc.text.len(text)
  while size > 0 and CLOSES[pandoc.text.sub(text, size, size)] do
    size = size - 1
  end
  return size > 0 and ENDS[pandoc.text.sub(text, size, size)] or false
end

--- A note begins with a capital and ends with a full stop, whatever its language.
local function finish_note(note)
  local first = note.content[1]
  local last = note.content[#note.content]
  if not first or not first.content then
    return note
  end
  local done = false
  local function capital(text)
    local letter = pandoc.text.sub(text, 1, 1)
    return pandoc.text.upper(letter) .. pandoc.text.sub(text, 2)
  end
  first.content = first.content:walk{
    traverse = 'topdown',
    Str = function(word)
      if done then
        return nil
      end
      done = true
      if word.text:match '^%a+://' then
        return nil
      end
      return pandoc.Str(capital(word.text))
    end,
  }
  note.content[1] = first
  last = note.content[#note.content]
  if not ends_sentence(pandoc.utils.stringify(last.content)) then
    last.content:insert(pandoc.Str '.')
    note.content[#note.content] = last
  end
  return note
end

--- Mark the links to the list, mend the text of citations.
local function finish_citations(blocks, job, tag)
  if job.kind == 'numeric' then
    return blocks:walk{
      Link = function(link)
        if not link.target:match '^#ref%-' then
          return nil
        end
        link.classes:insert 'cite'
        return number_only(link) or link
      end,
    }
  end
  local join = joined(tag)
  return blocks:walk{
    Cite = function(element)
      local quotes = nested_quotes(tag)
      element.content = element.content:walk{
        Str = quotes and quotes.Str,
        Inlines = join and join.Inlines,
        Link = function(link)
          if not link.target:match '^#ref%-' then
            return nil
          end
          link.classes:insert 'cite'
          return link
        end,
        Note = finish_note,
      }
      return element
    end,
  }
end

local NO_DATE = {sanasiz = 'Sanasiz', ['санасиз'] = 'Санасиз', ['күнсіз'] = 'Күнсіз'}

--- "No date" begins a sentence where a full stop stands before it, as in Chicago's list.
local function dateless(inlines)
  for index = 3, #inlines do
    local word, space, before = inlines[index], inlines[index - 1], inlines[index - 2]
    if word.t == 'Str' and is_space(space) then
      local term, rest = word.text:match '^(.-)(%.?)$'
      if NO_DATE[term] and ends_sentence(pandoc.utils.stringify(before)) then
        inlines[index] = pandoc.Str(NO_DATE[term] .. rest)
      end
    end
  end
  return inlines
end

--- Mend the text of an entry and tell its language.
local function finish_entry(entry, tag)
  local quotes, join = nested_quotes(tag), joined(tag)
  local mended = entry:walk{
    Str = quotes and quotes.Str,
    Inlines = function(inlines)
      return dateless(join and join.Inlines(inlines) or inlines)
    end,
  }
  mended.attributes.lang = tag
  return mended
end

-- ---- the list ----------------------------------------------------------------------------

local function keys_of(list)
  local keys = List{}
  for _, entry in ipairs(list and list.content or {}) do
    keys:insert((entry.identifier:gsub('^ref%-', '')))
  end
  return keys
end

local function entries_of(list)
  local found = {}
  for _, entry in ipairs(list and list.content or {}) do
    found[entry.identifier:gsub('^ref%-', '')] = entry
  end
  return found
end

--- Which works begin in Cyrillic in a list.
local function scripts_of(list)
  local found = {}
  for key, entry in pairs(entries_of(list)) do
    -- the number of an entry, and what it has in its middle, are no letters of its beginning
    found[key] = begins_in_cyrillic(utils.stringify(entry))
  end
  return found
end

local function printed_number(entry)
  local number
  entry:walk{
    Span = function(span)
      if span.classes:includes 'csl-left-margin' then
        number = tonumber(pandoc.utils.stringify(span):match '%d+')
      end
    end,
  }
  return number
end

-- ---- notes in each work's language -------------------------------------------------------

local function key_of(link)
  return link.target:match '^#ref%-(.+)$'
end

--- Print each work in a note as a text in the work's own language would: "С. 80", not "B. 80".
-- "There too" stays in the language of the text.
local function in_own_languages(result, blocks, tag, body)
  local job, of, links = result.job, {}, {}
  for _, key in ipairs(result.order) do
    of[key] = (job.bibliography_language or {})[key] or result.known[key].language or tag
  end
  local function links_in(own)
    if not links[own] then
      local found = List{}
      citeproc(blocks, own, result.unsorted, result.run):walk{
        Link = function(link)
          if key_of(link) then
            found:insert(link)
          end
        end,
      }
      links[own] = found
    end
    return links[own]
  end
  local ibid = for_language(result.style, tag):match '<term name="ibid"[^>]*>([^<]*)</term>' or 'ibid'
  local index = 0
  return body:walk{
    Link = function(link)
      local key = key_of(link)
      if not key then
        return nil
      end
      index = index + 1
      local text = pandoc.text.lower(pandoc.utils.stringify(link))
      if of[key] == tag or text:sub(1, #ibid) == ibid then
        return nil
      end
      local own = links_in(of[key])[index]
      if not own or key_of(own) ~= key then
        error('citeproc cites ' .. key .. ' elsewhere in ' .. of[key])
      end
      local quotes, join = nested_quotes(of[key]), joined(of[key])
      local content = own.content:walk{Str = quotes and quotes.Str, Inlines = join and join.Inlines}
      link.content = {pandoc.Span(content, {lang = of[key]})}
      return link
    end,
  }
end

-- ---- the door ----------------------------------------------------------------------------

--- Begin a job (see the head of this file): the works' order and numbers, before any text.
-- With `bodies` these are read for it here. Without them `order` names every work that the
-- texts cite, and a text can be resolved before the others are read.
-- `missing` lists {key, language} for every cited work that is not in the bibliography: it is
-- left out of the text, and the caller must not go on as if nothing had happened.
function cite.begin(job)
  local known = by_id(job.references)
  local result = {
    job = job, known = known, bodies = {}, entries = List{}, order = List{}, numbers = {}, lists = {},
    missing = List{}, warnings = List{}, attr = pandoc.Attr('refs', {'references'}),
  }
  local listed = {}
  for _, key in ipairs(job.order or {}) do
    if not known[key] then
      result.missing:insert{key = key, language = ''}
    elseif not listed[key] then
      listed[key] = true
      result.order:insert(key)
    end
  end
  if job.bodies then
    for _, language in ipairs(job.languages) do
      local _, used = known_citations(pandoc.Blocks(job.bodies[language] or {}), known, language, List{})
      used:map(function(key)
        if not listed[key] then
          listed[key] = true
          result.order:insert(key)
        end
      end)
    end
  end
  result.run = {kind = job.kind, order = result.order, warnings = result.warnings}
  if #result.order == 0 then
    return result
  end
  result.run.metadata = as_metadata(result.order, known)
  result.style, result.unsorted = text_of(job.style), text_of(job.unsorted)
  result.sorts = result.style ~= result.unsorted
  -- The order: the caller's, or that of a style that sorts, in the first language.
  if result.sorts and job.kind ~= 'note' then
    local _, list = citeproc(List{}, job.tags[job.languages[1]], result.style, result.run)
    cite.put_in_order_of(result, list)
  else
    cite.put_in_order(result, result.order)
  end
  return result
end

--- Settle the order of the list, and so the numbers.
function cite.put_in_order(result, keys)
  result.run.order, result.order = keys, keys
  for index, key in ipairs(keys) do
    result.numbers[key] = index
  end
end

--- Settle the order by a list that a style has sorted in the first language.
function cite.put_in_order_of(result, list)
  result.in_cyrillic = scripts_of(list)
  local tag = result.job.tags[result.job.languages[1]]
  cite.put_in_order(result, own_script_first(keys_of(list), result.in_cyrillic, tag))
end

--- The works in the order of a list in a language: a sorted one has that language's script first.
-- Numbers are the same in all languages, and so is the order of a list that has them.
function cite.order_in(result, tag)
  if not result.sorts or result.job.kind == 'numeric' or not result.in_cyrillic then
    return result.order
  end
  return own_script_first(result.order, result.in_cyrillic, tag)
end

--- The place of each work in `cite.order_in`.
function cite.numbers_in(result, tag)
  local numbers = {}
  for index, key in ipairs(cite.order_in(result, tag)) do
    numbers[key] = index
  end
  return numbers
end

--- The entries of the list in the order of `cite.order_in`.
function cite.entries_in(result, tag)
  local found = {}
  for index, key in ipairs(result.order) do
    found[key] = result.entries[index]
  end
  return cite.order_in(result, tag):map(function(key)
    return found[key]
  end)
end

--- Resolve the citations of one language's text; returns it, and keeps it among `bodies`.
function cite.body(result, language, blocks)
  local job = result.job
  local tag = job.tags[language]
  local known, _, several = known_citations(
    label_once(pandoc.Blocks(blocks), job.kind), result.known, language, result.missing)
  if #result.order == 0 then
    result.bodies[language] = known
    return known
  end
  if job.kind == 'note' then
    known = number_notes(known)
  elseif several then
    known = sort_citations(known, cite.numbers_in(result, tag))
  end
  -- Notes have no numbers: the first body's own run tells the order, without one more.
  local tells_order = result.sorts and job.kind == 'note' and language == job.languages[1]
  local style = tells_order and result.style or result.unsorted
  local body, list = citeproc(known, tag, style, result.run)
  if tells_order then
    cite.put_in_order_of(result, list)
  end
  if job.own_language and job.kind == 'note' then
    body = in_own_languages(result, known, tag, body)
  end
  body = finish_citations(body, job, tag)
  result.bodies[language] = body
  result.lists[tag] = entries_of(list)
  if list then
    result.attr = list.attr
  end
  return body
end

--- The list as it is printed in a language that `cite.body` has run in, for `cite.keep`.
function cite.printed(result, tag)
  return cite.list(result, result.order:map(function(key)
    return result.lists[tag][key]
  end))
end

--- Take over what `cite.body` and `cite.printed` gave for a text that has not changed since,
-- with the same works, order and style.
function cite.keep(result, language, order, list)
  if #order == 0 then
    return
  end
  cite.put_in_order(result, order)
  result.in_cyrillic = scripts_of(list)
  result.lists[result.job.tags[language]] = entries_of(list)
  result.attr = list.attr
end

--- Make the list when all texts are resolved: each entry in its own language, by a run for
-- each that no text is in.
function cite.finish(result)
  local job = result.job
  local first = job.tags[job.languages[1]]
  for index, key in ipairs(result.order) do
    local tag = (job.bibliography_language or {})[key] or result.known[key].language or first
    if not result.lists[tag] then
      local _, list = citeproc(List{}, tag, result.unsorted, result.run)
      result.lists[tag] = entries_of(list)
    end
    local entry = result.lists[tag][key]
    if not entry then
      error('citeproc printed no entry for ' .. key .. ' in ' .. tag)
    end
    local number = printed_number(entry)
    if job.kind == 'numeric' and number ~= index then
      error(string.format('%s is number %s in %s, not %d', key, number, tag, index))
    end
    result.entries:insert(finish_entry(entry, tag))
  end
  return result
end

--- Print the same works once more as another list, with the same numbers.
-- `list` has `references` (CSL-JSON with the same ids), `style`, `tag`, `kind`, and `prefix`, which
-- stands before the ids of its entries in place of "ref-". Only if it is `sorted` is it in the order
-- of its style, and not in that of the first list. Returns the entries.
function cite.another_list(result, list)
  local known = by_id(list.references)
  local run = {kind = list.kind, order = result.order, warnings = result.warnings}
  run.metadata = as_metadata(result.order, known)
  local _, printed = citeproc(List{}, list.tag, text_of(list.style), run)
  local entries = entries_of(printed)
  local order = result.order
  if list.sorted then
    order = own_script_first(keys_of(printed), scripts_of(printed), list.tag)
  end
  return order:map(function(key)
    local entry = finish_entry(entries[key], list.tag)
    entry.identifier = list.prefix .. key
    return entry
  end)
end

--- Resolve the citations of all bodies at once; see the head of this file.
function cite.run(job)
  local result = cite.begin(job)
  for _, language in ipairs(job.languages) do
    cite.body(result, language, job.bodies[language] or {})
  end
  return cite.finish(result)
end

--- The list as one block, as pandoc's writers know it.
function cite.list(result, entries)
  return pandoc.Div(entries or result.entries, result.attr)
end

--- Give every link of a citation an id, `prefix` and a number, in the order of the text.
-- Returns the blocks, and a list of {key, id, text} in that order.
function cite.number(blocks, prefix)
  local occurrences = List{}
  local numbered = pandoc.Blocks(blocks):walk{
    traverse = 'topdown',
    Link = function(link)
      local key = link.classes:includes 'cite' and link.target:match '^#ref%-(.+)$'
      if not key then
        return nil
      end
      link.identifier = prefix .. (#occurrences + 1)
      occurrences:insert{
        key = key, id = link.identifier, text = pandoc.utils.stringify(link),
      }
      return link
    end,
  }
  return numbered, occurrences
end

--- Put the id of each citation's link on a span around it, for DOCX.
-- pandoc's DOCX writer makes a bookmark of a span's id, not of a link's.
function cite.anchor(blocks)
  return pandoc.Blocks(blocks):walk{
    Link = function(link)
      if link.identifier == '' or not link.classes:includes 'cite' then
        return nil
      end
      local id = link.identifier
      link.identifier = ''
      return pandoc.Span({link}, pandoc.Attr(id))
    end,
  }
end

--- Add to each entry the links back to where it is cited.
-- `occurrences` is what `cite.number` returned (of several bodies: one after the other).
function cite.backlinks(entries, occurrences)
  local by_key = {}
  for _, occurrence in ipairs(occurrences) do
    by_key[occurrence.key] = by_key[occurrence.key] or List{}
    by_key[occurrence.key]:insert(occurrence.id)
  end
  local out = List{}
  for _, entry in ipairs(entries) do
    local ids = by_key[entry.identifier:gsub('^ref%-', '')]
    out:insert(ids and cite.with_backlinks(entry, ids) or entry)
  end
  return out
end

--- One entry with links to the given ids, at its end.
function cite.with_backlinks(entry, ids)
  local links = List{}
  for index, id in ipairs(ids) do
    if index > 1 then
      links:insert(pandoc.Space())
    end
    local text = #ids == 1 and '↑' or '↑' .. index
    links:insert(pandoc.Link({pandoc.Str(text)}, '#' .. id, '', {class = 'backlink'}))
  end
  local copy = entry:clone()
  local paragraph = copy.content[#copy.content]
  local inlines = paragraph.content
  local span = pandoc.Span(links, {class = 'backlinks'})
  local last = inlines[#inlines]
  if last and last.t == 'Span' and last.classes:includes 'csl-right-inline' then
    last.content:extend{pandoc.Space(), span}
    inlines[#inlines] = last
  else
    inlines:extend{pandoc.Space(), span}
  end
  paragraph.content = inlines
  copy.content[#copy.content] = paragraph
  return copy
end

return cite
