"""How a page of rules wants works cited and listed: taken from several sentences together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from uchtil.journals.guidelines.finds import Find, Found, Told
from uchtil.journals.guidelines.sayings import Saying
from uchtil.language.romanisation import covers

_CITES = re.compile(
    r"ссыл\w+|цитат\w*|литератур\w*|источник\w*|cit(?:e|ed|ing|ations?)|references?|havola\w*"
    r"|iqtibos\w*|adabiyot\w*|manba\w*|footnotes?"
)
_BRACKETS = re.compile(
    r"(?<!\w)\[(?:raqam|номер|number|№)[^\]]{0,20}\]|квадратн\w+ скобк\w*|square brackets?"
    r"|kvadrat qavs\w*|(?<!\w)\[\d+(?:[,;:] ?[^\]]{0,20})?\]"
    r"|to'rtburchak qavs\w*|o'rta qavs\w*"
)
_OF_PICTURES = re.compile(
    r"иллюстрац\w*|рисун\w*|подпис\w* (?:к|под)|figures?(?!\w)|illustration"
    r"|captions?|rasm\w*"
)
_NUMBER_IN_BRACKETS = re.compile(
    r"(?<!\w)\[(?:raqam|номер|number|№)[^\]]{0,20}\]"
    r"|(?<!\w)\[\d{1,3}(?:[,;:] ?[^\]]{0,20})?\]"
)
_NUMBER_IN_PARENTHESES = re.compile(
    r"\(\d{1,2}, ?(?:p|pp|с|b|c)\. ?\d+\)|\(\d{1,2}, \d+ ?(?:-?b|-?bet)\.?\)"
)
_NAME_IN_BRACKETS = re.compile(
    r"\[[^\W\d_][^\]\d]{2,40}[,:]? ?(?:19|20)\d\d(?:[^\]]{0,15}\]|\.?\s*$)"
)
_NAME_COLON = re.compile(
    r"\((?:фамилия|автор|author|muallif)\w*,? (?:год|date|year|yil)[^()]{0,20}: ?(?:с|стр|p|page"
    r"|bet)[^()]*\)"
    r"|\([^\W\d_][^()\d]{2,40},? ?(?:19|20)\d\d[аa-c]?: ?\d+(?:-\d+)?\)"
)
_NAME_YEAR = re.compile(
    r"\((?!word )[^\W\d_][^()\d:]{2,40},? ?(?:19|20)\d\d[^()]{0,15}\)|author[- ]date|author-year"
    r"|автор\w*[,-] ?год|\(автор,? год|in-text citations? .{0,20}author"
)
_AUTHOR_DATE = re.compile(r"author[- ](?:date|year)(?: (?:style|system|version|format))?")
"""The name of the way, which no footnote speaks against."""
_FOOTNOTES = re.compile(
    r"notes? (?:should|must) be (?:given |set |placed )?(?:as )?footnotes"
    r"|ссылк\w* (?:\w+ ){0,2}внизу (?:кажд\w+ )?страниц|"
    r"сноск\w*:?[^.]{0,50} постранич\w+|(?:постранич|подстроч|внутристранич)\w+ (?:сноск|сносок"
    r"|ссыл"
    r"|примечан)\w*"
    r"|сноск\w*,? (?:[\w,]+ ){0,3}(?:постранич|подстроч|внизу)\w*"
    r"|ссылк\w* (?:\w+ ){0,2}(?:постранич"
    r"|подстроч)\w*"
    r"|(?:use|as|in|with|by) (?:the )?(?:(?:numbered|automatic|auto-?formatted"
    r"|consecutive) )*footnotes|notes?[^.;]{0,60} at the"
    r" foot of (?:the|each) page|footnotes? (?:style"
    r"|citations?|references?|\(not)|(?<!\w)notes and bibliography"
    r"|notes-bibliography"
    r"|sahifa (?:osti|ost|tagi)\w* (?:\w+ )?(?:havola|snoska|izoh|iqtibos|ko'rsat)\w*|(?:havola"
    r"|snoska|iqtibos)\w* (?:\w+ ){0,3}sahifa (?:osti|ost|tagi|past|oxiri)\w*|har bir (?:bet"
    r"|sahifa) ost\w*"
)
_ENDNOTES = re.compile(
    r"(?:use|as|by|with|in(?: the form of)?) (?:\w+ )?end-?notes|end-?notes (?:should|must|are)"
    r"|концев\w+ (?:сноск|ссыл|примечан)\w*"
    r"|(?:сноск|примечан|ссыл)\w* (?:\w+ ){0,3}(?:концев\w+|в конце (?:текст|стат|документ)\w*)"
    r"|(?:matn|maqola) oxiri\w* (?:\w+ )?(?:izoh|snoska|havola)\w*"
)
_REFUSED = re.compile(
    r"не допуска\w+|не использ\w+|не примен\w+|запрещ\w+|избега\w+|нежелат\w+|not (?:be )?(?:use"
    r"|used|allowed|permitted|accepted)|avoid\w*|do not use (?:foot|end)|no footnotes"
    r"|instead of footnotes|berilmaydi|qo'yilmaydi|mumkin emas|yo'l qo'yilmaydi"
)
_ONLY_IF = re.compile(
    r"\W*if (?:using|you use)|only in (?:the )?cases?|в исключительных случаях"
    r"|exceptional(?:ly)?(?!\w)"
)
_COMMENTS_ONLY = re.compile(
    r"поясн\w+|коммент\w*|explanatory|(?:for|only) (?:additional|comments)|примечания автора"
    r"|substantive"
)
_STYLES = {
    "chicago": r"chicago|чикагск\w*",
    "apa": r"(?<!\w)apa(?!\w)|american psychological association|(?<!\w)ара(?= \d| style)",
    "asa": r"american sociological|(?<!\w)asa style",
    "gost": r"гост\w*|(?<!\w)gost\w*",
    "harvard": r"harvard|гарвард\w*|garvard\w*",
    "vancouver": r"vancouver|ванкувер\w*",
    "mla": r"(?<!\w)mla(?!\w)",
    "ieee": r"(?<!\w)ieee(?!\w)",
    "mhra": r"(?<!\w)mhra(?!\w)",
    "turabian": r"turabian",
    "oscola": r"(?<!\w)oscola(?!\w)",
}
_STYLE = re.compile("|".join(f"(?P<{n}>{p})" for n, p in _STYLES.items()))
_NAMES = {
    "harvard": "Harvard", "vancouver": "Vancouver", "mla": "MLA", "ieee": "IEEE", "mhra": "MHRA",
    "oscola": "OSCOLA",
}  # fmt: skip
_NEAREST = {
    "harvard": "`apa`, author and year",
    "vancouver": "`gost-numeric`, numbers in brackets",
    "mla": "`apa`, which has the year besides",
    "ieee": "`gost-numeric`, numbers in brackets",
    "mhra": "`chicago-notes`, notes",
    "oscola": "`chicago-notes`, notes",
}
"""The styles that come nearest to those that are not here, with the reason."""
_NOT_HERE = tuple(_NAMES)
_GOST_OF_LISTS = re.compile(r"гост\w*[^\d]{0,12}(?:7\.|р|\d)")
_BY_ALPHABET = re.compile(
    r"(?:в|по) алфавит\w*(?: порядк\w*)?|алфавитн\w+|alphabetical\w*|alifbo\w*"
)
_BY_SURNAMES = re.compile(r"(?:alphabet|алфавит|alifbo)[^.;]{0,40}(?:surnames?|фамили|familiya)")
_IN_ORDER = re.compile(
    r"в порядке (?:их )?(?:цитирован|упоминан|ссыл|появлен|использован|следован|перечислен)\w*"
    r"|по (?:мере"
    r"|порядку|ходу) (?:\w+ )?(?:упоминан|цитирован|появлен|ссыл)\w*|по порядку цитир\w+"
    r"|in (?:the )?order (?:of|in which|they)[^.;]{0,25}(?:cit|appear|mention|refer|occur)\w*"
    r"|(?:order of (?:citation|appearance|mention))"
    r"|(?:havola|iqtibos|keltiril|foydalanil|ishlatil|uchra"
    r"|ko'rsatil)\w* (?:(?!alifbo)\w+ )?(?:tartib(?! raqam)"
    r"|ketma-ketli)\w*|в последовательности цитир\w+"
)
_HEADINGS = (
    r"список (?:использованн\w+ )?(?:литературы и источников|источников и литературы|литературы"
    r"|источников)|библиографический список|источники и литература|источники|литература"
    r"|библиография"
    r"|references|bibliography|works cited|reference list"
    r"|(?:foydalanilgan )?(?:manba va )?adabiyotlar(?: ro'yxati)?"
)
_HEADING = re.compile(
    rf"'(?P<a>{_HEADINGS}):?'|(?:заголов\w+(?: -)?|озаглав\w+|под названием|entitled|headed|titled"
    rf"|(?:under|with) the heading|sarlavha\w*) '?(?P<b>{_HEADINGS})(?!\w)"
)
_SECOND = re.compile(
    r"латин\w+|transcribed into|транслит\w*|романск\w+ алфавит\w*|латиниц\w*|transliterat\w+"
    r"|romani[sz]\w+"
    r"|latin (?:script|alphabet|letters)|roman (?:script|alphabet)|lotin\w*"
)
_OF_LIST = re.compile(
    r"(?<!\w)listed(?!\w)|"
    r"references|(?:used )?literature|литератур\w*|библиограф\w*|источник\w*|bibliograph\w+"
    r"|adabiyot\w*|spisok|спис(?:ок|ка|ке)(?!\w)"
)
_SYSTEMS = {
    "bsi": r"(?<!\w)bsi(?!\w)|стандарт\w* bsi",
    "bgn-pcgn": r"(?<!\w)bgn(?:/pcgn|-pcgn)?(?!\w)",
    "ala-lc": r"ala-lc|library of congress|библиотек\w+ конгресса|(?<!\w)lc(?!\w)|\(lc\)"
    r"|loc(?= (?:system|translit))",
    "iso-9": r"(?:iso|исо)[ -]?9(?!\d)|гост 7\.79(?:-2000)?[^.;]{0,15}(?:систем\w+ )[аa](?!\w)",
    "gost-7.79-b": r"гост 7\.79(?:-2000)?[^.;]{0,15}(?:систем\w+ )[бb](?!\w)",
    "bs-2979": r"bs ?2979|british standard",
}
_SYSTEM = re.compile("|".join(f"({each})" for each in _SYSTEMS.values()))
_TRANSLIT_NET = re.compile(r"translit\.(?:net|ru)")
_ENGLISH_TITLE = re.compile(
    r"\[[^\]\d]{6,}\]|(?:перев\w+|translat\w+|tarjima\w*)[^.;]{0,60}(?:квадратн|brackets|qavs"
    r"|english|английск)|английск\w+ перев\w+"
)
_NO_AUTHOR = re.compile(r"\((?:in|от|г\.)")
_EASTERN = re.compile(
    r"[а-я]{4}|(?<!\w)(?:maqola|adabiyot|jurnal|havola|snoska|iqtibos|manba|beriladi|lozim)\w*"
)
_IN_RUSSIAN = re.compile(r"\(in russian\)|\(in russ\.\)|\[in russian\]")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Seen:
    """A sign of how works are cited, with its words."""

    what: str
    quote: str


def citing(page: Sequence[Saying]) -> Found:
    """Yield the style of citations, the lists, and what of them the program does not have."""
    seen = [each for saying in page for each in _signs(saying)]
    quotes: dict[str, str] = {}
    for each in seen:
        quotes.setdefault(each.what, each.quote)
    numbered = "harvard" in quotes and "numbers" in quotes and "eastern" in quotes
    if numbered:
        yield Told(
            about="Harvard, with numbers in the text: the `style` of the first list, too, may be "
            "`apa-references`",
            quote=quotes["harvard"],
            path="lists",
        )
    for name in _NOT_HERE:
        if name in quotes and not (numbered and name == "harvard"):
            about = f"{_NAMES[name]}, which is not here; nearest is {_NEAREST[name]}"
            yield Told(about=about, quote=quotes[name], path="citations")
    styles = dict(_styles(quotes))
    for style, quote in styles.items():
        yield Find(path="citations", value=style, quote=quote)
    if not styles:
        for what in ("name-in-brackets", "name-year", "notes", "brackets", "chicago", "gost"):
            if what in quotes:
                yield Told(about=_OPEN[what], quote=quotes[what], path="citations")
    yield from _lists(page, quotes)
    for saying in page:
        match = _ENDNOTES.search(saying.text)
        if match and not _REFUSED.search(_clause(match)):
            about = "notes at the end of the text; here they stand at the foot of the page"
            yield Told(about=about, quote=saying.quote(*match.span()), path="citations")


_OPEN = {
    "name-in-brackets": "name and year in square brackets, which no style here has; nearest is "
    "`author-year-colon`, in round ones",
    "name-year": "author and year; by which style is not told: `apa`, `author-year-colon` or "
    "`chicago-author-date`",
    "notes": "notes; by which style is not told: `chicago-notes` or `gost-notes`",
    "brackets": "square brackets; by which style is not told: `gost-numeric`, if they have numbers",
    "chicago": "Chicago; whether in notes or by author and year is not told",
    "gost": "GOST; whether in brackets or in notes is not told",
}


def _styles(quotes: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each style that the signs amount to; two are told as a contradiction."""
    notes, brackets = quotes.get("notes"), quotes.get("brackets")
    if quote := quotes.get("name-colon"):
        yield "author-year-colon", quote
    elif quote := quotes.get("asa"):
        yield "american-sociological", quote
    elif "chicago" in quotes or "turabian" in quotes:
        named = quotes.get("chicago") or quotes.get("turabian", "")
        if "author-date" in quotes or ("name-year" in quotes and not notes):
            yield "chicago-author-date", quotes.get("author-date") or quotes["name-year"]
        elif (notes or "counted notes" in quotes) and "name-year" not in quotes:
            yield "chicago-notes", named if "chicago" in quotes else notes or named
        return
    elif (quote := quotes.get("apa")) and not brackets:
        yield "apa", quote
        return
    if "numbers" in quotes and "harvard" in quotes and "eastern" in quotes:
        yield (
            ("gost-alphabetical" if "alphabetical" in quotes else "gost-numeric"),
            quotes["numbers"],
        )
        return
    if any(each in quotes for each in (*_NOT_HERE, "name-in-brackets")):
        return
    east = "gost" in quotes or "eastern" in quotes
    if brackets and east:
        yield ("gost-alphabetical" if "alphabetical" in quotes else "gost-numeric"), brackets
    if quote := quotes.get("parentheses"):
        yield "gost-parentheses", quote
    if notes and east:
        yield "gost-notes", notes


_COUNTED_NOTES = re.compile(
    r"(?:including|inclusive of|excluding|not counting|with|without) (?:the )?(?:foot|end)notes"
)
"""Where notes are of the length, works are cited in them, if the style has both ways."""


def _signs(saying: Saying) -> Iterator[_Seen]:
    """Yield what a sentence shows of how works are cited; an exception shows nothing."""
    text = saying.text
    if _ONLY_IF.search(text):
        return
    found: list[tuple[str, re.Match[str] | None]] = [
        ("name-in-brackets", _NAME_IN_BRACKETS.search(text)),
        ("parentheses", _NUMBER_IN_PARENTHESES.search(text)),
        ("name-colon", _NAME_COLON.search(text)),
        ("author-date", _AUTHOR_DATE.search(text)),
    ]
    if not _NAME_IN_BRACKETS.search(text) and _CITES.search(text):
        found.append(("numbers", _NUMBER_IN_BRACKETS.search(text)))
        of_pictures = _OF_PICTURES.search(text)
        found.append(
            (
                "brackets",
                None if of_pictures or _ENGLISH_TITLE.search(text) else _BRACKETS.search(text),
            )
        )
    year = _NAME_YEAR.search(text)
    if year and not (_NO_AUTHOR.match(year[0]) or _STYLE.search(year[0])):
        found.append(("name-year", year))
    notes = _FOOTNOTES.search(text)
    if notes and not _COMMENTS_ONLY.search(text) and not _REFUSED.search(_clause(notes)):
        found.append(("notes", notes))
    found.append(("counted notes", _COUNTED_NOTES.search(text)))
    found += [(each.lastgroup or "", each) for each in _STYLE.finditer(text) if _is_style(each)]
    if _OF_LIST.search(text + " ".join(saying.heading)) or _BY_SURNAMES.search(text):
        found.append(("alphabetical", _BY_ALPHABET.search(text)))
    if _OF_LIST.search(text) or _CITES.search(text):
        found.append(("citation-order", _IN_ORDER.search(text)))
    for what, match in found:
        if match:
            yield _Seen(what=what, quote=saying.quote(*match.span()))
    if _EASTERN.search(text):
        yield _Seen(what="eastern", quote="")


def _clause(match: re.Match[str]) -> str:
    """Return what stands around a match, up to semicolons."""
    text = match.string
    begin = text.rfind(";", 0, match.start()) + 1
    end = text.find(";", match.end())
    return text[begin : end if end >= 0 else len(text)]


def _is_style(match: re.Match[str]) -> bool:
    """Whether the name of a style is one here: GOST rules letters and much else besides."""
    text = match.string
    if match.lastgroup != "gost":
        return True
    if "7.79" in text[match.start() : match.end() + 12]:
        return False
    return bool(_GOST_OF_LISTS.match(text, match.start()) or _CITES.search(text))


_PRINTED = re.compile(
    r"(?<!\w)(?P<first>ЛИТЕРАТУРА|СПИСОК (?:[А-Я]+ )?(?:ЛИТЕРАТУРЫ|ИСТОЧНИКОВ)(?: И (?:ЛИТЕРАТУРЫ"
    r"|ИСТОЧНИКОВ))?"
    r"|БИБЛИОГРАФ\w+(?: СПИСОК)?|ИСТОЧНИКИ И ЛИТЕРАТУРА|WORKS CITED|BIBLIOGRAPHY"
    r"|(?:FOYDALANILGAN )?ADABIYOTLAR(?: RO.YXATI)?)(?!\w)|(?<!\w)(?P<second>REFERENCES)(?!\w)"
)
"""Headings of lists as samples and rules print them."""


def _printed(page: Sequence[Saying]) -> Found:
    """Yield the headings that stand in capitals where the page speaks of lists or shows them."""
    told: set[str] = set()
    seen: set[str] = set()
    for number, saying in enumerate(page):
        if saying.source in seen:
            continue
        seen.add(saying.source)
        for match in _PRINTED.finditer(saying.source):
            name = "first" if match["first"] else "second"
            if name not in told:
                told.add(name)
                yield from _as_heading(name, match[0])
            if name == "first" and saying.source.strip(" :.") == match[0]:
                yield from _layout_of_heading(page, number)


_LAYOUT = re.compile(
    r"полужирн\w+|прописн\w+|курсив\w*|по центру|(?<!\w)bold|italics?|capitals?|centred|centered"
    r"|qalin\w*|kursiv\w*|markaz\w*|bosh harf\w*"
)
_ASIDES = 4


def _layout_of_heading(page: Sequence[Saying], number: int) -> Found:
    """Yield how a sample sets the heading of the list, which no line can say of it alone."""
    for saying in page[number + 1 : number + _ASIDES]:
        if not saying.is_aside:
            return
        if found := [*_LAYOUT.finditer(saying.text)]:
            yield Told(
                about="how the heading of the list is set; `heading` sets all headings so",
                quote=saying.quote(found[0].start(), found[-1].end()),
                path="type.heading",
            )
            return


def _as_heading(name: str, words: str) -> Found:
    if name == "first":
        yield Find(path="lists.heading", value=words, quote=words)
    else:
        yield Find(path="lists.second", value=words.capitalize(), quote=words, choice=True)


def _second(saying: Saying, *, eastern: bool, second: bool, two: bool) -> Found:
    """Yield that a list in Latin script follows, or that the only one is in it.

    ``eastern`` pages speak of that in Cyrillic; ``two`` lists are told somewhere on the page.
    """
    spoken = second and bool(_OF_LIST.search(saying.text))
    beside = eastern and (
        _BESIDE_THE_FIRST.search(saying.text) or _AS_AN_ITEM.fullmatch(saying.text)
    )
    only = None if two or eastern or not spoken else _the_list_itself(saying)
    if only:
        yield Told(
            about="works in Cyrillic that are put into Latin script: `romanised` of the list",
            quote=saying.quote(*only.span()),
            path="lists",
        )
    elif spoken or (beside and not _PRINTED.search(saying.source)):
        named = re.search(r"references", saying.text) or _SECOND.search(saying.text)
        assert named is not None
        yield Find(
            path="lists.second",
            value="References",
            quote=saying.quote(named.start(), named.end() + 20),
            choice=True,
        )


def _lists(page: Sequence[Saying], quotes: dict[str, str]) -> Found:
    for what, order in (("alphabetical", "alphabetical"), ("citation-order", "citation")):
        if what in quotes:
            yield Find(path="lists.order", value=order, quote=quotes[what])
    two = any(_TWO_LISTS.search(each.text) for each in page)
    for saying in page:
        second = _is_romanised(saying)
        if _PARTED.search(saying.text):
            continue  # "two parts, «Sources» and «Literature»"
        for match in _HEADING.finditer(saying.text):
            name = "a" if match["a"] else "b"
            heading = saying.original(*match.span(name)).strip("«»“”„\"'")
            if heading.lower() == "references" and (second or is_cyrillic(page)):
                continue
            if not second:
                yield Find(
                    path="lists.heading", value=heading, quote=saying.quote(*match.span(name))
                )
        yield from _second(saying, eastern=is_cyrillic(page), second=second, two=two)
    if is_cyrillic(page) and not any(_HEADING.search(each.text) for each in page):
        yield from _printed(page)
    if not any(_HEADING.search(each.text) for each in page):
        yield from _labelled(page)
    yield from _systems(page)
    for saying in page:
        russian = _IN_RUSSIAN.search(saying.text)
        if russian and (_OF_LIST.search(saying.text) or _SECOND.search(saying.text)):
            yield Find(
                path="lists.note",
                value="(In {language})",
                quote=saying.quote(*russian.span()),
                choice=True,
            )


_PARTED = re.compile(
    r"(?:рубрик|раздел|част|групп)\w*[^.;]{0,12}:|(?:two|into) (?:\w+ )?(?:parts|sections|groups)"
    r"|(?:bo'lim|qism|guruh)\w*ga (?:bo'l|ajrat)\w*"
)
"""What tells that a list has parts, whose headings are none of the list's."""
_BY_SCRIPT = re.compile(
    r"(?:кирил|русск|cyril|russian|kirill|rus )\w*[^.;()]{0,40}?(?:затем|потом|далее|then"
    r"|followed by|keyin|so'ngra)[^.;()]{0,30}?(?:латин|latin|lotin)\w*"
)
"""What tells in which order scripts stand in a list."""
_SECOND_LIST = re.compile(
    r"(?:second|two|both|additional|separate|another|transliterated|romani[sz]ed) (?:\w+ ){0,2}"
    r"(?:lists?|bibliograph\w+|references|versions?|variants?)|references' |'references"
    r"|including (?:the |a )?(?:romani[sz]|translit)|in addition"
)
_LABELLED = re.compile(rf"(?:\d+[.)] ?|[-•] ?)?(?P<words>{_HEADINGS}):? ?[:-]\s(?=(?:\w|'))")
_AS_A_LIST = re.compile(
    r"нумеров|алфавит|оформл|гост|приводи|кегл|размер|шрифт|times|font|size|\d ?(?:pt|пт|point)"
    r"|alphabet|numbered|hanging|alifbo|shrift|raqam|tartib"
)
"""What is said of a list behind its heading."""


def _labelled(page: Sequence[Saying]) -> Found:
    """Yield the heading that a list has where all parts are named as they stand in the article."""
    for saying in page:
        found = _LABELLED.match(saying.text) if saying.begins else None
        if found is None or not _AS_A_LIST.search(saying.text, found.end()):
            continue
        heading = saying.original(*found.span("words"))
        if heading[:1].isupper() and not (heading.lower() == "references" and is_cyrillic(page)):
            yield Find(path="lists.heading", value=heading, quote=saying.quote(0, found.end() + 20))
            return


_BESIDE_THE_FIRST = re.compile(
    r"(?:литератур|источник)\w*'?[^.;()]{0,30}(?:,| и| затем| а также) (?:затем )?'?references"
)
"""Two lists named one beside the other."""
_AS_AN_ITEM = re.compile(r"\W*references\W*")
_TWO_LISTS = re.compile(
    r"(?:compiled|given|prepared|presented) twice|(?:two|both) (?:\w+ )?lists|second (?:\w+ )?list"
)
_VERBAL = re.compile(
    r"(?:should|must|shall|needs?|has|have|are|is|be|to be|please)(?: \w+){0,4}? "
    r"(?:transliterat|romani[sz]|transcrib)\w*|(?:transliterat|romani[sz]|transcrib)\w+ (?:all|the"
    r"|any|references|sources|works|titles)"
)


def _is_romanised(saying: Saying) -> bool:
    """Whether a sentence speaks of works in Latin script, and not of the order of scripts."""
    return bool(_SECOND.search(_BY_SCRIPT.sub("", saying.text)))


def _the_list_itself(saying: Saying) -> re.Match[str] | None:
    """Return the words that tell that the list is in Latin script, and no second one."""
    return None if _SECOND_LIST.search(saying.text) else _VERBAL.search(saying.text)


def is_cyrillic(page: Sequence[Saying]) -> bool:
    """Whether most of a page is in Cyrillic."""
    return sum(bool(re.search("[а-я]{4}", each.text)) for each in page) * 2 > len(page)


def _systems(page: Sequence[Saying]) -> Found:
    for number, saying in enumerate(page):
        near = " ".join(each.text for each in page[max(0, number - 1) : number + 2])
        if not _SECOND.search(near):
            continue
        by_site = _TRANSLIT_NET.search(saying.text)
        for match in _SYSTEM.finditer(saying.text):
            system = [*_SYSTEMS][next(i for i, each in enumerate(match.groups()) if each)]
            if by_site and system == "bgn-pcgn":
                system = "translit-net-bgn"
            yield Find(path="lists.system", value=system, quote=saying.quote(*match.span()))
        if by_site and not _SYSTEM.search(saying.text):
            yield Told(
                about="a site, and not which of its systems", quote=saying.quote(*by_site.span())
            )


def everywhere(found: Find) -> Find:
    """Return a system of transliteration as that of all works: no list of its own has it."""
    if found.path != "lists.system":
        return found
    return replace(found, path="romanised", value=f"{{systems: {systems_for(found.value)}}}")


def systems_for(system: str) -> str:
    """Return systems by language: the named one for each that it has a table for."""
    others = {"uz-cyrl": ("uz-Cyrl-UZ", "uzbek-latin"), "kk": ("kk-KZ", "bgn-pcgn")}
    pairs = [f"ru: {system}"]
    pairs += [
        f"{code}: {system if covers(system, tag) else usual}"
        for code, (tag, usual) in others.items()
    ]
    return f"{{{', '.join(pairs)}}}"
