"""How a page of rules wants the manuscript to look: page, font, sizes, spacing, indent."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from uchtil.journals.guidelines.finds import Find, Found, about, decimal, just_after
from uchtil.journals.guidelines.headings import SECTION_SAMPLE
from uchtil.journals.guidelines.margins import MARGINS, UNIT, to_cm
from uchtil.journals.guidelines.sayings import Saying, subjects_of
from uchtil.journals.guidelines.subjects import NAMED, OF_CITED_WORKS, spoken_of
from uchtil.load.profile_looks import KINDS

# --- the page -------------------------------------------------------------------------------------

_PAPERS = {"a4": ("21", "29.7"), "a5": ("14.8", "21"), "letter": ("21.6", "27.9")}
_PAPER = re.compile(r"(?<!\w)(?:(?P<a4>[aа]-?4|210 ?(?:x|х|\*) ?297)|(?P<a5>[aа]-?5)(?!\d))(?!\w)")
_NUMBERED = re.compile(
    r"нумер\w+ страниц|нумераци\w+ (?=внизу|вверху|снизу|сверху|по центру|по середине|в (?:верх"
    r"|ниж|центр))|страниц\w* (?:долж\w+ быть )?нумер\w+|номер\w* страниц|номер\w+ страниц"
    r"|page numbers?|page numbering|numbering (?=(?:\w+ ){0,3}(?:at|in) the (?:bottom|top|upper"
    r"|lower))|number(?:ed|ing)? (?:the |of )?pages|pages? (?:must"
    r"|should|are|to) .{0,20}number"
    r"|sahifa\w* raqam\w*|bet\w* raqam\w*|(?:sahifa|bet)lar (?=[\w' ]{0,30}raqamla)"
)
_NOT_NUMBERED = re.compile(
    r"страниц\w*(?: \w+){0,2} не нумер|без нумерации|нумерац\w+ (?:страниц )?не (?:став|нуж|треб)"
    r"|(?:do not|not) (?:include |insert |be |add )?(?:page )?number(?:s|ed)?(?: the)?(?: pages)?"
    r"|no page numbers|(?:remove|omit) (?:all )?page numbers|пагинация не|pagination is not"
    r"|номер\w* страниц\w*[^.;]{0,20}не (?:простав|став|указ)\w*|pages (?:should"
    r"|must) not be numbered"
    r"|raqamlanma|without (?:page )?(?:pagination|numbering|numbers)|без пагинации"
    r"|без (?:простановки|указания) (?:номеров |нумерации )?страниц"
)
_TITLE_PAGE = re.compile(r"title page|титульн|первая страница|first page")
_EDGE = {
    "bottom": r"внизу|снизу|нижн\w+|bottom|lower|foot|past\w*|quyi\w*",
    "top": r"вверху|сверху|верхн\w+|top|upper|yuqori\w*",
}
_SIDE = {
    "center": r"центр\w*|посередине|середин\w+|cent(?:ered|red)?|middle|o'rta\w*|markaz\w*",
    "left": r"слева|лев\w+|left|chap\w*",
    "right": r"справа|прав(?:ом|ый|ой)\w*|right|o'ng\w*",
}


def page(saying: Saying) -> Found:
    """Yield the size of the page, and where its number stands."""
    for match in _PAPER.finditer(saying.text):
        quote = saying.quote(match.start(), match.end())
        width, height = _PAPERS[match.lastgroup or "a4"]
        yield Find(path="page.width", value=width, quote=quote)
        yield Find(path="page.height", value=height, quote=quote)
    refused = _NOT_NUMBERED.search(saying.text)
    if refused and not _TITLE_PAGE.search(saying.text):
        if re.search(r"стран|pag|sahifa|bet|пагин", saying.text):
            yield Find(path="page.number", value="none", quote=saying.quote(*refused.span()))
    elif numbered := _NUMBERED.search(saying.text):
        near = saying.text[numbered.start() : numbered.end() + 80]
        edge = [name for name, words in _EDGE.items() if re.search(rf"(?<!\w)(?:{words})", near)]
        side = [name for name, words in _SIDE.items() if re.search(rf"(?<!\w)(?:{words})", near)]
        if len(edge) == len(side) == 1:
            quote = saying.quote(numbered.start(), numbered.end() + 40)
            yield Find(path="page.number", value=f"{edge[0]}-{side[0]}", quote=quote)


# --- type -----------------------------------------------------------------------------------------

_FONTS = {
    "Times New Roman": r"[tт]imes ?news? ?roman(?: (?:cyr\w*|uz|kz|kk ek))?|(?<!\w)tnr(?!\w)"
    r"|times roman",
    "Arial": r"(?<!\w)arial(?! unicode)",
    "Calibri": r"(?<!\w)calibri",
    "Cambria": r"(?<!\w)cambria(?! math)",
    "Garamond": r"(?<!\w)garamond",
    "Georgia": r"(?:шрифт|font|shrift)\w*\W{1,4}georgia",
    "Palatino Linotype": r"palatino linotype",
    "Book Antiqua": r"book antiqua",
    "PT Serif": r"(?<!\w)pt serif",
    "Charis SIL": r"charis sil",
}
_FONT = re.compile("|".join(f"({each})" for each in _FONTS.values()))
_POINTS = r"(?P<n>{}(?<![.,\d])(?:[89]|[12]\d)(?:[.,]5)?)(?:\s?-\s?(?P<m>[12]?\d)(?![\d.,]))?"
_SIZES = re.compile(
    r"(?<![\d.,])(?P<a>[89]|[12]\d)(?:[.,](?P<ah>5))?(?:\s?(?:-|или|or|yoki)\s?(?P<am>[12]?\d))?"
    r"[\s-]*(?:го |-?м |-?й )?(?:pt|пт|п\.(?! ?л)|пунк\w*|кегл\w*|кегел\w*|кегел"
    r"|points?(?! (?:based|system))"
    r"|(?<=\d)p(?![\w.])|punkt\w*"
    r"|(?:o'lcham|kegl|kegel)\w*|shrift\w*(?! bilan)|шрифт\w*|(?:[a-z]+ )?font(?! size)|размер\w*"
    r"|yozuv o'lcham\w*)(?!\w)"
    r"|(?:кегл\w*|кегел\w*|размер\w* (?:основн\w+ )?шрифт\w*|размер\w*|font size|type size"
    r"|size(?: \(font\))?"
    r"|shrift\w* (?:o'lcham|hajm|kattalig)\w*|(?:o'lcham|hajm|kattalig|kegl)\w*|шрифт\w*|font"
    r"|shrift\w*)"
    r"(?: (?:for|of) [a-z ]{3,35}?)?(?: (?:must|should) be| is| of| \(кегль\)| основного текста"
    r"| текста)?\s*[-:=(,№]{0,2}\s*(?:№\s*)?"
    r"(?P<b>[89]|[12]\d)(?:[.,](?P<bh>5))?(?:\s?(?:-|или|or"
    r"|yoki)\s?(?P<bm>[12]?\d))?(?![\d.,]*\d)(?!\s?-\s?\d)"
    r"(?!-?\s?(?:point|pt)s?[ -](?:font|type|size))"
    r"(?!\s*(?:см|cm|sm|мм|mm|%|ta|стр|bet|sahifa|varaq|ming|минг|page|слов|word|so'z|знак|тыс))"
    r"|[tт]imes ?(?:new ?)?roman(?: (?:cyr\w*|uz|kz))?'?[\s,;(:-]*(?:№\s*|размер\w*\s*|size\s*"
    r"|кегл\w*\s*)?[-:]?\s*"
    r"(?P<c>[89]|[12]\d)(?:[.,](?P<ch>5))?(?![\d.,]*\d)(?!\s*(?:см|cm|sm|мм|mm))"
)
_ENGLISH = {"ten": "10", "eleven": "11", "twelve": "12", "fourteen": "14"}
_SIZE_IN_WORDS = re.compile(
    rf"size (?P<w>{'|'.join(_ENGLISH)})(?!\w)|(?P<v>{'|'.join(_ENGLISH)})[- ]point"
)
_LINES = {
    "1": r"одинарн\w+|один (?:межстрочный )?интервал(?!\w)|single[- ]?spac\w+"
    r"|single[- ](?:line[- ]?)?(?:interval|spac\w+)|(?:spacing"
    r"|interval)\W{1,4}(?:(?:is|should|be|set|as|to|at) ){0,4}(?:single|one)(?!\w| and)"
    r"|in one interval|yakka|bir interval\w*"
    r"|bir(?:lik)? qator(?! tashla| qoldir| o'tka| joy)",
    "1.5": r"полуторн\w+|полтор\w+|one[- ]and[- ]a[- ]half|1\.5[- ]spac\w+|bir[ -]yarim\w*",
    "2": r"двойн\w+(?= (?:меж|интер))|двойным|double[- ]?spac\w+|double[- ]line[- ]?spac\w+"
    r"|ikki interval\w*",
}
_IN_LINES = re.compile("|".join(f"({each})" for each in _LINES.values()))
_INTERVAL = (
    r"(?:между?строчн\w+ (?:интервал|расстояни)\w*|интервал\w*(?: между строк\w*)?"
    r"|line[- ]?spac\w+|spac(?:ing|ed)"
    r"|spaces? between (?:the )?lines|interval\w*|(?:qator|satr)\w* (?:ora"
    r"|interval)\w*(?: (?:masofa|interval|ochiq)\w*)?"
    r"|oraliq\w*|oralig'i\w*)"
)
_IS = (
    r"(?: is| of|(?: must| should| has to| shall)(?: be)?| долж\w+ (?:быть|составлять)"
    r"| составля\w+)?"
)
_ANY_UNIT = re.sub(r"[?]P<[a-z]+>", "?:", UNIT)
_SPACINGS = re.compile(
    rf"{_INTERVAL}(?: (?:for|of) (?:the )?(?:article |main |whole )?text)?{_IS}(?: set)?"
    rf"\s*(?:\([^)]{{0,15}}\))?\s*(?:[-:=(]{{0,2}}|,(?!\s*[\d.,]+\s*{_ANY_UNIT}))\s*(?:множитель\s"
    rf"|multiple\s)?(?P<a>[123](?:[.,]\s?\d{{1,2}})?)"
    r"(?![\d,.]*\d)(?P<unit>\s*(?:пт|pt|пункт))?"
    rf"|(?<![\d.,])(?P<b>[123](?:[.,]\s?\d{{1,2}})?)[- ]*(?:li |lik |го "
    rf"|ый |й )?(?:(?:cm|см|sm) )?(?:строчн\w+ )?{_INTERVAL}"
    r"|(?<![\d.,])(?P<c>1[.,](?:15|25|5)) lines"
)
_NOT_LINES = re.compile(
    r"между абзац|(?:before|after|перед|после)(?! text)|between paragraphs|межбукв|межзнак"
)
_INDENT = (
    r"(?:абзацн\w+ отступ\w*|отступ\w*(?: (?:перв\w+ строк\w*|абзац\w*|красн\w+ строк\w*))?"
    r"|абзац\w*"
    r"|красн\w+ строк\w*|(?:first[- ]line |paragraph )?indent(?:ation|ion|s"
    r"|ed)?(?: (?:the )?(?:paragraphs?|first lines?))?"
    r"|(?:the )?paragraph(?: is)?|xat ?boshi\w*"
    r"|satr bosh\w*|abzats?\w*|abz?as\w*(?: bo'shlig'i)?|qizil satr\w*|chekinish\w*|bo'sh joy)"
)
_UNINDENTED = re.compile(
    r"unindented|without (?:paragraph )?indent\w*|(?:do not"
    r"|no) (?:paragraph )?indent\w*(?! the first par)"
    r"|без (?:абзацн\w+ )?отступ\w*"
)
_HYPHENS = re.compile(
    r"(?:без|не допуск\w+|запрет\w*) (?:\w+ )?перенос\w*(?![^.]{0,20}вручную)"
    r"|не должно быть переносов"
    r"|without hyphenation|do not [^.;]{0,40}hyphenat\w+|hyphenation[^.;]{0,20}(?:not|off"
    r"|disabled|forbid)"
    r"|перенос\w*[^.;]{0,20}(?:не допуска|не став|не использ|запрещ|отключ)\w*"
    r"|no (?:hyphenation|word division)|ko'chirishsiz"
    r"|bo'g'in ko'chirilma\w+|(?P<yes>bo'g'in ko'chirish\W{1,4}avtomatik|перенос\w*(?: слог\w*"
    r"| слов)?\W{1,4}автоматическ\w+"
    r"|автоматическ\w+ (?:расстановк\w+ )?перенос\w*(?![^.;]{0,20}(?:отключ|не (?:допуск|использ"
    r"|став)))"
    r"|переносы? (?:–|-|:)? ?автоматическ\w+"
    r"|расстановка переносов - автоматическая)"
)
_INDENTS = re.compile(
    rf"{_INDENT}(?:{_IS}| by| at"
    rf"| в)(?:\s*\([^)\d]{{0,20}}\))?\s*[-:=,(]{{0,2}}\s*(?P<a>\d(?:[.,]\s?\d{{1,2}})?"
    rf"|\d\d(?:[.,]\d)?(?=\s*(?:мм|mm)))"
    rf"(?![\d,.]*\d)\s*-?(?P<au>{_ANY_UNIT})?(?!\s*(?:знак|пробел"
    rf"|spaces|симв|интерв|строк))"
    rf"|(?<![\d.,])(?P<b>\d(?:[.,]\s?\d{{1,2}})?)[\s-]*(?P<bu>{_ANY_UNIT})[\s-]*(?:for "
    rf"|при )?{_INDENT}"
)
_ALIGNED = {
    "both": r"по ширине|(?:fully )?justified|justify|(?:full|text) justification"
    r"|justification(?=\s*[-:;,.])|width alignment|(?:formatting"
    r"|alignment)\W{1,4}(?:(?:by|in) )?width|ikki tomon\w*|eni bo'y\w*|kenglik bo'y\w*"
    r"|по обоим краям",
    "left": r"(?:do not|not be|not) (?:right[- ]|fully )?justif\w+|unjustified"
    r"|не выравнива\w+ по (?:ширине|прав\w+)|on the left(?!\W{1,3}\d)|chap taraf\w*"
    r"|по лев\w+ (?:кра|сторон)\w*|left[- ](?:aligned"
    r"|justified)|aligned? left|flush left"
    r"|ragged right|align\w* to the left|alignment of [\w ,]{3,40}[-:] ?(?:to the )?left"
    r"|left[- ]alignment|alignment\W{1,4}left(?!\w)"
    r"|в левом (?:верхнем )?углу|в верхнем левом углу|лев\w+ верхн\w+ уг\w+|(?:upper"
    r"|top) left(?:-hand)? corner"
    r"|с?лева(?: вверху)?(?!\W{1,4}\d)|chap tomon\w*|chap (?:yuqori )?burchak\w*"
    r"|yuqori chap burchak\w*",
    "right": r"справа(?: вверху)?(?!\W{1,4}\d)|o'ng taraf\w*|по прав\w+ (?:кра|сторон)\w*"
    r"|right[- ]aligned|aligned? right"
    r"|flush right"
    r"|align\w* to the right|right[- ]alignment|alignment\W{1,4}right(?!\w)"
    r"|в правом (?:верхнем )?углу|в верхнем правом углу|(?:upper|top) right(?:-hand)? corner"
    r"|at the (?:top|upper) right(?!\w)"
    r"|o'ng (?:tomon|burchak|yuqori burchak)\w*|yuqori o'ng burchak\w*|in the right corner",
    "center": r"по центру|по середине|посередине|в центре|cent(?:ered|red)|in the (?:cent(?:er|re)"
    r"|middle)|markaz\w*|o'rtada|o'rtasi\w*",
}
_LOOKS = {
    ("bold", "false"): r"не ?жирн\w+|не полужирн\w+|not (?:in )?bold|regular (?:type|font)",
    (
        "capitals",
        "true",
    ): r"прописн\w+|заглавн\w+ (?:буквами|буквы)|все(?:ми)? заглавн\w+|upper-?case"
    r"|capital letters|(?:all |in |full )capitals"
    r"|all caps|block letters|bosma harf\w*|(?<!ning )(?<!ini )(?<!ism )bosh harf\w*|katta harf\w*",
    (
        "bold",
        "true",
    ): r"полужирн\w+|жирн\w+|(?<!not )(?:in )?bold(?:face)?|qalin\w*|quyuq\w*|qora(?:yt?ir\w+"
    r"| shrift\w*)"
    r"|to'q (?:qora|shrift|rang)\w*",
    ("italic", "true"): r"курсив\w*|italic\w*|kursiv\w*|yotiq\w*|qiya shrift\w*",
}
_MEASURED = re.compile(rf"\d\s?-?{_ANY_UNIT}\s$")
_NEGATED = re.compile(r"(?<!\w)(?:not|не)(?: be| right| fully)? $")
_NOT_SO = re.compile(r"(?<!\w)(?:не|not|без) (?:\w+ )?$")
_EXCEPT_FIRST = re.compile(
    r"перв\w+ букв|(?:initial|first) letters?|с прописной|headline|sentence case|не (?:прописн"
    r"|выдел|использ|допуск)|not "
)
_WHOLES = frozenset(("notes", "references"))
_PARTS_OF_WORKS = frozenset(("author", "title", "affiliation", "heading"))
_CUTS = frozenset(("bold", "italic", "capitals"))
_LOOK_KINDS = {*KINDS, "text"}
_LINES_OF_SAMPLES = {*KINDS} - {"references"}
"""What the line above an aside can be; that of references is only their heading."""
_PLAIN = "plain"
_FAR = 70
_FEW = 4
_THEN = re.compile(
    r"(?<!\w)(?:затем|далее|под ним|ниже|строкой ниже|на следующей строке|then|below (?:it|that)"
    r"|followed by|on the next line|so'ngra|keyin(?:gi qator\w*)?|undan so'ng|tagida)(?!\w)"
)
"""What parts one line of the front matter from the next."""
_FOR = re.compile(
    r"(?:[ -](?:pt|points?|пт|кегл\w*|lines?))?(?: (?:font|type)(?: size)?)?\s*(?:for|of|для"
    r"|in(?= the))(?: the)?(?= )"
)
_CITED = re.compile(r"(?<!\w)(?:ссылк\w+|сноск\w+|citations?|havola\w*|iqtibos\w*)")
_PICTURES = re.compile(r"(?<!\w)(?:рисун\w+|иллюстрац\w+|figures?|illustrations?|rasm\w*)")
_QUOTED = re.compile(r"[^.;]{0,40}(?<!\w)(?:(?:block |long |literal )?quotations?|цитат\w*)(?!\w)")
"""How a sentence begins that rules long quotations."""
_LABEL = re.compile(
    r"(?<!\w)слов[оаи]\w* '|(?<!\w)words? '|'(?:аннотация|ключевые слова|abstract|keywords)"
)
"""Where not a part of the manuscript is meant, but the word that stands before it."""


def typography(saying: Saying) -> Found:
    """Yield the font, and size, spacing, indent and the like of each kind of paragraphs."""
    for match in _FONT.finditer(saying.text):
        font = [*_FONTS][next(i for i, each in enumerate(match.groups()) if each)]
        if not {"other", "table", "caption"} & {*about(saying, match.start())}:
            yield Find(path="type.font", value=font, quote=saying.quote(match.start(), match.end()))
    for match in _SIZES.finditer(saying.text):
        sizes = [match["a"] or match["b"] or match["c"], match["am"] or match["bm"]]
        half = ".5" if match["ah"] or match["bh"] or match["ch"] else ""
        yield from _of_kind(saying, match, "size", [f"{each}{half}" for each in sizes if each])
    yield from _sizes_beside(saying)
    for match in _SIZE_IN_WORDS.finditer(saying.text):
        yield from _of_kind(saying, match, "size", [_ENGLISH[match["w"] or match["v"]]])
    yield from _spacings(saying)
    for match in _UNINDENTED.finditer(saying.text):
        yield from _of_kind(saying, match, "indent", ["0"])
    for match in _HYPHENS.finditer(saying.text):
        quote = saying.quote(*match.span())
        yield Find(path="type.hyphens", value=str(match["yes"] is not None).lower(), quote=quote)
    for match in _INDENTS.finditer(saying.text):
        yield from _indent(saying, match)
    yield from _set(saying)


def _sizes_beside(saying: Saying) -> Found:
    """Yield bare numbers right behind what they are of: "text 14, notes – 10"."""
    others = _SIZES.search(saying.text)
    for named in NAMED.finditer(saying.text):
        kind = named.lastgroup or ""
        match = _BARE.match(saying.text, named.end())
        sized = match and (others or _IN_POINTS.match(saying.text, match.end()))
        if match and sized and kind in _LOOK_KINDS:
            quote = saying.quote(named.start(), match.end())
            path = "type.size" if kind == "text" else f"type.{kind}.size"
            yield Find(path=path, value=match["n"], quote=quote)


_IN_POINTS = re.compile(r"\s?(?:pt|пт|кегл|da(?!\w))")
"""What tells that a number is a size where no other size is told beside it."""
_BARE = re.compile(
    r"\s?[-:(]\s?(?P<n>[89]|1\d)(?![\d.,]*\d)(?=\s?(?:[),.;]|pt|пт|кегл|da(?!\w)"
    r"|$))"
)


def _spacings(saying: Saying) -> Found:
    for match in _IN_LINES.finditer(saying.text):
        lines = [*_LINES][next(i for i, each in enumerate(match.groups()) if each)]
        if re.search(rf"{_INTERVAL}|spac|qator", saying.text):
            yield from _of_kind(saying, match, "spacing", [lines])
    for match in _SPACINGS.finditer(saying.text):
        around = saying.text[max(0, match.start() - 25) : match.end() + 25]
        if match["unit"] or _NOT_LINES.search(around):
            continue
        value = decimal((match["a"] or match["b"] or match["c"]).replace(" ", ""))
        if Decimal(value) <= 3:
            yield from _of_kind(saying, match, "spacing", [value])


def _indent(saying: Saying, match: re.Match[str]) -> Found:
    number = (match["a"] or match["b"]).replace(" ", "")
    unit = match["au"] or match["bu"] or ""
    if not unit and "," not in number and "." not in number:
        return  # "indent 5" may be five spaces
    if _OF_SIDE.match(saying.text, match.end()) or _SIDE_BEFORE.search(
        saying.text, 0, match.start()
    ):
        return
    found = re.match(UNIT, unit)
    name = (found.lastgroup if found else "") or "cm"
    value = to_cm(number, name)
    if Decimal(value) <= 3:
        yield from _of_kind(saying, match, "indent", [value])


_OF_SIDE = re.compile(
    r"\s*(?:(?:on|at|from) the (?:left|right|top|bottom)|слева|справа|сверху"
    r"|снизу)"
)
_SIDE_BEFORE = re.compile(r"(?:top|bottom|left|right)\s$")
"""What tells that a margin is called an indent."""


def _set(saying: Saying) -> Found:
    """Yield alignment and cut, where it is said of what."""
    for value, words in _ALIGNED.items():
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", saying.text):
            before = saying.text[max(0, match.start() - 40) : match.start()]
            of_page = value != "both" and MARGINS.search(saying.text)
            ragged = "ragged" in match[0]
            if match[0].startswith("on the") and _MEASURED.search(before):
                continue  # "3 cm on the left"
            if value == "both" and _NEGATED.search(before):
                continue
            if not _NUMBERED.search(before) and (ragged or not of_page):
                explicit = value != "both" and not ragged
                yield from _of_kind(saying, match, "align", [value], explicit=explicit)
    for (name, value), words in _LOOKS.items():
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", saying.text):
            around = saying.text[max(0, match.start() - 25) : match.end() + 15]
            refused = _NOT_SO.search(saying.text[: match.start()])
            if not refused and not _EXCEPT_FIRST.search(around):
                yield from _of_kind(saying, match, name, [value], explicit=True)


def _is_of_number(saying: Saying, place: int) -> bool:
    """Whether it is said of the number of the page: of nothing else since that was named."""
    numbered = _NUMBERED.search(saying.text, 0, place)
    if numbered is None or about(saying, numbered.start()):
        return False
    return not any(
        not _RUNNING.match(named[0]) for named in NAMED.finditer(saying.text, numbered.end(), place)
    )


_RUNNING = re.compile(r"колонтитул|running")
"""Where the number of the page stands."""


def _of_kind(
    saying: Saying,
    match: re.Match[str],
    name: str,
    values: Sequence[str],
    *,
    explicit: bool = False,
) -> Found:
    """Yield a value for each kind of paragraphs that it is said of.

    ``explicit`` ones are left where no kind is named; bold and the like are never the text's.
    """
    quote = saying.quote(*match.span())
    if name == "size" and _is_of_number(saying, match.start()):
        yield from (Find(path="page.number_size", value=decimal(v), quote=quote) for v in values)
        return
    kinds = _named(saying, match)
    if kinds is None:
        kinds = _meant(saying, name, explicit=explicit)
    kinds = _of_exhibits(saying, kinds)
    if not {*kinds} <= _LOOK_KINDS or ("text" in kinds and explicit and name in _CUTS):
        return
    if explicit and values[0] not in ("both", "left"):
        # Only the heading of a list is so, or the word "Keywords".
        kinds = tuple(each for each in kinds if each != "references")
        if name == "bold" and _LABEL.search(saying.text, 0, match.start()):
            return
    for kind in kinds:
        path = f"type.{name}" if kind == "text" else f"type.{kind}.{name}"
        for value in values:
            said = decimal(value) if name == "size" else value
            yield Find(path=path, value=said, quote=quote)


def _of_exhibits(saying: Saying, kinds: tuple[str, ...]) -> tuple[str, ...]:
    """Return what kinds are under a heading of figures or tables: titles are then captions."""
    of_tables = _TABLES.fullmatch(saying.under)
    if not (of_tables or _PICTURES.fullmatch(saying.under.strip(" :."))):
        return kinds
    text = ("table",) if of_tables else ()
    named = {"title": ("caption",), "text": text, "heading": ("caption",)}
    return tuple(kind for each in kinds for kind in named.get(each, (each,)))


_TABLES = re.compile(r"\W*(?:таблиц\w+|tables?|jadval\w*|[\w ]*(?:ячеек|cells|kataklar\w*))[\W]*")


def _named(saying: Saying, match: re.Match[str]) -> tuple[str, ...] | None:
    """Return the kinds that a sentence names for a value; ``None`` where it names none."""
    text = saying.text
    if (placed := _by_place(saying)) is not None:
        return placed
    since = list(_THEN.finditer(text, 0, match.start()))
    if since and not NAMED.search(text, since[-1].end(), match.start()):
        # "the code stands first, then in bold the title": what is told of the next one.
        return just_after(saying, match.end(), _FAR)
    behind = _FOR.match(text, match.end())
    if behind and _PICTURES.match(text, behind.end() + 1):
        return ()  # "10 pt for figures"
    kinds = (just_after(saying, behind.end()) if behind else ()) or about(saying, match.start())
    kinds = kinds or just_after(saying, match.end())
    kinds = kinds or tuple(e.lastgroup or "" for e in NAMED.finditer(text, *match.span()))
    if kinds:
        return () if _is_of_cited_works(text, kinds, match.start()) else kinds
    later = NAMED.search(text, match.end())
    if later and later.lastgroup in KINDS and saying.is_item and not _FONT.search(text):
        return ()  # "at 1.0 spacing, the title": it may be of what follows
    return () if _PICTURES.search(spoken_of(text), 0, match.start()) else None


def _by_place(saying: Saying) -> tuple[str, ...] | None:
    """Return the kinds that a sentence is of by its place; ``None`` where that says nothing."""
    if SECTION_SAMPLE.match(saying.text):
        return ("heading",)  # "INTRODUCTION (14 pt, in capitals)"
    if saying.is_aside:
        return saying.before if {*saying.before} & _LINES_OF_SAMPLES else ()
    if {*subjects_of(saying.text)} <= {"text"} and (kinds := _under_heading(saying)):
        return kinds  # "Title", and below it "Centred text."
    return () if _QUOTED.match(saying.text) else None


def _under_heading(saying: Saying) -> tuple[str, ...]:
    """Return the one kind that the heading above a few words is of."""
    kinds = tuple(each for each in saying.heading if each in KINDS)
    few = len(saying.text.split()) <= _FEW
    return kinds if few and saying.begins and len(kinds) == 1 == len(saying.heading) else ()


def _is_of_cited_works(text: str, kinds: Sequence[str], place: int) -> bool:
    """Whether authors and titles are those of works in a list, a note or a citation."""
    of_list = {*subjects_of(text)[:1]} & _WHOLES or _CITED.search(text, 0, place)
    of_list = of_list or OF_CITED_WORKS.search(text)
    return bool({*kinds} & _PARTS_OF_WORKS and of_list)


def _meant(saying: Saying, name: str, *, explicit: bool) -> tuple[str, ...]:
    """Return the kinds that are meant where none is named.

    It is the text, unless it is not sure that a rule of the sentence before, or under the
    heading, is meant.
    """
    sure = bool(_FONT.search(saying.text)) or name == "indent"
    if explicit:
        return tuple(each for each in saying.heading if each in KINDS)[:1]
    if not sure and {*saying.heading} - {"text"}:
        return ()
    if (not sure or saying.is_item) and saying.before and saying.before[0] in KINDS:
        return ()
    return ("text",)
