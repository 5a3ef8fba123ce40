"""The parts of a manuscript that a line of a list or sample names: title, authors, abstract…"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from uchtil.journals.guidelines.languages import languages_in
from uchtil.journals.guidelines.sayings import Saying
from uchtil.model.profiles import OTHERS

_LEAD = (
    r"(?:[-–•*·\s(]{0,5}(?:\d{1,2}(?:\.\d{1,2}){0,3}[.)]?\s|[a-zа-я]\)\s)?[-–•\s('\"]{0,5}"
    r"(?:(?:затем|далее|ниже|на (?:следующей|одной|новой|отдельной) строке|через (?:одну |1 |два "
    r"|две |2 )?(?:строк\w+|интервал\w*)"
    r"|строкой ниже|в (?:верхнем|правом|левом)[\w ]{0,20} угл\w+|листа|страницы|слева|справа"
    r"|по центру|под ним"
    r"|указыва\w+|помеща\w+|располага\w+|размеща\w+|ставится|идет|идут|приводится|приводятся"
    r"|следу[ею]т"
    r"|на \w+ языке|индекс\w*|yoziladi|beriladi|ko'rsatiladi|qo'yiladi|is placed|are given"
    r"|is given|comes?"
    r"|then|below|next|on the next line|followed by|centred|so'ngra|keyin\w*|keyingi qatorda"
    r"|the|an?|your|maqola\w*|qo'lyozma\w*|рукописи|article\w*|institutional|and|short|brief|ca\.?"
    r"|one|three|four|five|six|\d+-word|расширенная|краткая|структурированная|полные|полное"
    r"|обязательн\w+"
    r"|\d+(?:-\d+)?|не менее|не более|до)(?!\w)[\s:,–—-]{0,4}){0,6})"
)
"""What may stand before an element, from the beginning of its line on."""

_ELEMENTS = {
    "udc": r"удк|udc|udk|uo'k|o'uk|universal o'nlik|универсальн\w+ десятичн",
    "irsti": r"мрнти|irsti|mrsti|mrnti|ғтамр|xgtar|xg'tar|грнти",
    "doi": r"doi(?!\w)",
    "abstract": r"аннотаци\w*|реферат|резюме|abstracts?|summary|annotatsiya\w*|annotasiya\w*"
    r"|rezyume"
    r"|абстракт\w*",
    "keywords": r"ключевы\w* слов\w*|ключевых|key ?-?words?|kalit so'z\w*|tayanch (?:so'z"
    r"|ibora)\w*",
    "funding": r"сведени\w+ о (?:грант|финанс|источник)\w*|информаци\w+ о (?:грант|финанс)\w*"
    r"|благодарност\w*"
    r"|финансирован\w*|funding|acknowledge?ments?|grant|minnatdorchilik",
    "author-data": r"(?:сведения|информация|данные) об? автор\w*|(?:information|details"
    r"|data) (?:about|on"
    r"|of) (?:the )?"
    r"authors?\w*|author (?:information|details|data|'?s?'? data)"
    r"|muallif\w*(?: \(lar\))? (?:haqida|to'g'risida)\w*",
    "authors": r"(?:имя|имен\w+|фамили\w+|инициал\w*|ф\. ?и\. ?о|фио|автор(?!ам|ск)\w*)|(?:full "
    r"|complete )?names?(?: and|,|\(s\)| of(?! (?:the )?(?:organi|institut|universit)))"
    r"|author(?!s?\W?s? (?:guid|instr|note|fee|orcid|e-?mail)|\(s\) (?:orcid|e-?mail))\w*"
    r"|surname\w*|initials|muallif\w*|ism\w*"
    r"|familiya\w*|f\. ?i\. ?(?:sh|o)",
    "affiliations": r"аффилиаци\w*|мест\w+ (?:работ|учеб)\w*"
    r"|(?:полное )?названи\w+ (?:\w+ ){0,2}(?:организац"
    r"|учрежд|вуз)\w*"
    r"|учен\w+ степен\w*|организаци\w*|должност\w*|affiliations?|(?:full "
    r"|official )?names? of (?:the )?(?:organi|institut|universit)\w*|institution\w*|place of work"
    r"|academic degree"
    r"|ish \(?(?:yoki o'qish |o'qish\) )?joyi?|tashkilot\w*|ilmiy daraja\w*",
    "contacts": r"(?:контактн\w+ )?(?:e-?mail|адрес\w* электронн|электронн\w+ (?:почт|адрес)|orcid)"
    r"|contact (?:e-?mail|details|information)|author(?:\W?s|\(s\)) (?:orcid|e-?mail)"
    r"|elektron (?:pochta|manzil)\w*",
    "title": r"(?:назван|наименован)\w+(?! (?:организац|учрежд|вуз|книг|журнал))|заглави\w*"
    r"|заголов\w*"
    r"|тема стать\w*"
    r"|titles?(?! page)|(?:maqola )?(?:nomi|mavzu|sarlavha)\w*|nomi|mavzusi",
    "text": r"(?:основной |собственно )?текст(?: стать\w*)?(?!\w)|введени\w*|(?:main |body "
    r"|full )?text(?! struct)|main body"
    r"|introduction|(?:asosiy )?matn\w*|kirish(?!\w)",
    "references": r"(?:(?:пристатейн\w+ )?библиограф\w+|список|перечень|литератур\w*|источник\w*"
    r"|references?|bibliograph\w*"
    r"|works cited|reference list|list of references|(?:foydalanilgan )?adabiyot\w*)",
}
_TOGETHER = ("title", "abstract", "keywords")
_AND = re.compile(
    r"(?:,|;|(?<!\w)(?:и|and|va))\s+(?P<word>"
    + "|".join(f"(?P<{name}>{_ELEMENTS[name]})" for name in _TOGETHER)
    + ")"
)
"""What is told in one line with another: "the abstract and keywords in English"."""
_CODE_TOO = re.compile(
    r"\s?(?:\([^()]*\))?\s?(?:,|и|and|va|/)\s?"
    rf"(?P<code>(?P<udc>{_ELEMENTS['udc']})|(?P<irsti>{_ELEMENTS['irsti']}))"
)
"""The other code behind one: "IRSTI (…) and UDC"."""
_ELEMENT = re.compile(
    _LEAD + "(?:" + "|".join(f"(?P<{n.replace('-', '_')}>{p})" for n, p in _ELEMENTS.items()) + ")"
)
_AFFILIATED = re.compile(
    r"аффилиац|мест\w+ (?:работ|учеб)|организац|учрежден|вуз\w*(?!\w)|affiliat|institution"
    r"|place of work|ish \(?(?:yoki|o'qish|joy)"
    r"|ish joyi|tashkilot"
)
_REACHED = re.compile(
    r"e-?mail|электронн\w+ (?:почт|адрес)|адрес\w* электронн|orcid|elektron (?:pochta|manzil)"
)
_CALLED = re.compile(
    r"фамили|инициал|(?<!\w)имя|(?<!\w)фио|ф\. ?и\. ?о|name|ism|familiya|автор|author|muallif"
)
ELSEWHERE = re.compile(
    r"на (?:двух |трех )?(?:других|остальных|иных) язык\w*|in (?:the )?(?:two )?other languages"
    r"|(?:boshqa|qolgan) (?:ikki )?til\w*"
)
ORDERED = re.compile(
    r"последовательн\w+|следующ\w+ (?:порядк|образом|структур)\w*|в порядке:|структур\w+ (?:стать"
    r"|рукопис)\w*|(?:статья|рукопис\w+|материал\w*) (?:долж\w+ )?"
    r"(?:включа\w+|содерж\w+|состо\w+)|в начале стать\w+|элемент\w+|титульн\w+ страниц|образец"
    r"|пример|шаблон|оформлени\w+ (?:стать|рукопис)\w*"
    r"|порядок (?:располож|следован|элемент|размещ|метаданн)\w*|order of (?:the )?elements"
    r"|общие (?:правила|требования)|(?:following|this) order|sequence|structure|elements?"
    r"|(?:general )?rules|should (?:include|contain)"
    r"|must (?:include|contain)|cover (?:sheet|page)|title page|template|sample"
    r"|quyidagi (?:tartib|band|element|tarz|tuzilma)\w*|quyidagilar\w*|quyidagicha (?:tartib"
    r"|joylash|rasmiy)\w*|ketma-ketlik\w*"
    r"|tarkib\w*|tuzilish\w*|namuna"
)
"""What says before a list that it is one of the manuscript's parts."""
MARK = re.compile(
    r"\W*(?:затем|далее|ниже|на следующей строке|строкой ниже|под ним|через (?:\w+ )?строк|then"
    r"|below|next"
    r"|on the next line|followed by|so'ngra|keyin|undan so'ng|tagida)(?!\w)"
)
"""What leads from one element to the next where they are told in sentences."""
PART = re.compile(rf"(?<=[,;])\s+(?={MARK.pattern})")
_LANGUAGE_NEAR = 90
NO_LANGUAGE = frozenset(("udc", "irsti", "doi"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Element:
    """A part of the manuscript, in languages (``others``: all but its own), in the page's words."""

    name: str
    codes: tuple[str, ...]
    word: str
    data: tuple[str, ...] = ()
    """Of the data of authors, what is asked for, by the blocks that print it without a name."""

    def blocks(self, own: str) -> Iterator[str]:
        """Yield the names of blocks; those in the manuscript's own language say none."""
        if self.name in NO_LANGUAGE:
            yield self.name
            return
        for code in self.codes or ("",):
            yield self.name if code in ("", own) else f"{self.name}:{code}"


def elements(saying: Saying, place: int, block: tuple[str, ...]) -> Iterator[Element]:
    """Yield the element that a line begins with; of what stands behind a colon, each.

    ``place`` is where the line begins behind what names a block in the languages of ``block``.
    """
    text = saying.text[place:]
    spans = [(place, len(saying.text))]
    head = re.match(r"[^:;.]{0,160}:", text)
    if head and ORDERED.search(head[0]):
        spans = [*_pieces(text, head.end(), place)]
    elif row := _told_in_line(text):
        spans = [*_pieces(text, row, place)]
    elif page := _PAGE_WITH.match(text):
        spans = [*_pieces(text, page.end(), place)]
    elif place:
        spans = [*_pieces(text, 0, place)]
    elif parts := [match.end() for match in PART.finditer(text)]:
        spans = [*zip([0, *parts], [*parts, len(text)], strict=True)]
    for start, end in spans:
        piece = saying.text[start:end]
        match = _ELEMENT.match(piece)
        if match is None:
            continue
        name = (match.lastgroup or "").replace("_", "-")
        begin = start + match.start(match.lastgroup or "")
        word = saying.quote(begin, start + match.end(), bare=True)
        near = piece[: match.end() + _LANGUAGE_NEAR]
        codes = (OTHERS,) if ELSEWHERE.search(near) else tuple(languages_in(near)) or block
        element = Element(name=name, codes=codes, word=_short(word))
        yield from _of_people(element, piece[match.start(match.lastgroup or "") :])
        if name in NO_LANGUAGE and (too := _CODE_TOO.match(piece, match.end())):
            told = saying.quote(start + too.start("code"), start + too.end(), bare=True)
            yield replace(element, name="udc" if too["udc"] else "irsti", word=_short(told))
        named = tuple(languages_in(piece))
        if name in _TOGETHER and (named or name != "title"):
            codes = named or codes
            for more in _AND.finditer(piece, match.end()):
                told = saying.quote(start + more.start("word"), start + more.end(), bare=True)
                name = next(each for each in _TOGETHER if more[each])
                yield Element(name=name, codes=codes, word=_short(told))


_CONTAINS = re.compile(
    r"(?:указыва|приводя|помеща|размеща|располага|содерж|включа)\w+\s"
    r"|(?:should|must) (?:include|contain|have|give)\s|(?:includes|contains)\s"
)
_MANY = 3


def _told_in_line(text: str) -> int:
    """Return where the parts begin that a sentence names in a row behind its verb, or nought."""
    if (verb := _CONTAINS.search(text)) is None or not ORDERED.search(text, 0, verb.end()):
        return 0
    return verb.end() if text.count(",", verb.end()) >= _MANY else 0


_PAGE_WITH = re.compile(
    rf"{_LEAD}(?:(?:separate )?(?:cover|title) (?:page|sheet) (?:with|including|containing"
    rf"|that has)"
    r"|титульн\w+ (?:лист|страниц)\w* (?:с указанием|с|со)|titul (?:varaq|sahifa)\w*:)(?!\w)"
)
"""How a page is named that has several of them: "a cover page with the title, names…"."""
_ANYWHERE = re.compile(
    r"(?<![\w'-])(?:"
    + "|".join(f"(?P<{n.replace('-', '_')}>{p})" for n, p in _ELEMENTS.items())
    + ")"
)


def element_at(saying: Saying, place: int, piece: str) -> Element | None:
    """Return what a piece of a sentence, which stands at ``place``, begins with."""
    return _simple(saying, place, _ELEMENT.match(piece))


def element_in(saying: Saying, place: int, piece: str) -> Element | None:
    """Return the first element that is named in a piece of a sentence."""
    return _simple(saying, place, _ANYWHERE.search(piece))


def _simple(saying: Saying, place: int, match: re.Match[str] | None) -> Element | None:
    if match is None:
        return None
    begin = place + match.start(match.lastgroup or "")
    word = saying.quote(begin, place + match.end(), bare=True)
    return Element(name=(match.lastgroup or "").replace("_", "-"), codes=(), word=_short(word))


def _of_people(element: Element, said: str) -> Iterator[Element]:
    """Yield what is told of authors as the blocks that print it."""
    called, placed, reached = (bool(each.search(said)) for each in (_CALLED, _AFFILIATED, _REACHED))
    if element.name == "affiliations" and reached:
        yield from (element, replace(element, name="contacts"))
        return
    if element.name not in ("authors", "author-data"):
        yield element
        return
    if element.name == "author-data":
        if "инициал" not in said and "initials" not in said:
            data = {"affiliations": placed, "contacts": reached}
            yield replace(element, data=tuple(name for name, asked in data.items() if asked))
            return
        element = replace(element, name="authors")
    if called:
        yield element
    if placed:
        yield replace(element, name="affiliations")
    if reached:
        yield replace(element, name="contacts")


def _pieces(text: str, start: int, place: int) -> Iterator[tuple[int, int]]:
    """Yield what stands between commas and semicolons outside brackets."""
    depth, begin = 0, start
    for at in range(start, len(text)):
        sign = text[at]
        depth += (sign == "(") - (sign == ")")
        if sign in ",;" and depth <= 0:
            yield place + begin, place + at
            begin = at + 1
    yield place + begin, place + len(text)


def _short(words: str) -> str:
    return " ".join(words.split()[:2]).strip(" ,.;:()–-")
