"""Codes, data of authors, the journal's numbers and addresses, anonymous copies, figures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from uchtil.journals.guidelines.finds import Find, Found, Told
from uchtil.journals.guidelines.sayings import Saying, subjects_of
from uchtil.journals.guidelines.subjects import OF_CITED_WORKS

_CODES = {
    "udc": r"удк|udc|udk|uo'k|o'uk|универсальн\w+ десятичн\w+ классификац\w+|universal o'nlik \w+"
    r"|универсальной десятичной классификации",
    "irsti": r"мрнти|irsti|mrsti|mrnti|scsti|ғтамр|g'tamr|ггрнти|грнти|xgtar|xg'tar|хғтар|гтамр",
}
_CODE = re.compile("|".join(rf"(?P<{n}>(?<!\w)(?:{p}))" for n, p in _CODES.items()))
_DOI_BESIDE = re.compile(
    r"(?:удк|udc|udk|uo'k|мрнти|irsti)\w*[^.;]{0,30}(?<!\w)doi(?!\w)"
    r"|(?<!\w)doi(?!\w)[^.;]{0,20}(?:удк|udc|udk|uo'k|мрнти|irsti)"
)
_NEED_NOT = re.compile(
    r"(?:если|при) (?:есть|имеет|наличи)\w*|\(?при наличии|if (?:available|any|applicable"
    r"|you have)|optional|mavjud bo'lsa|присва?ивает|не требу|не указыва"
)
_ORCID = re.compile(r"(?<!\w)orcid")
_EMAIL = re.compile(
    r"(?:адрес\w* )?(?:электронн\w+ (?:почт|адрес)\w*(?: почт\w*)?)|(?<!\w)[eе]-?mail(?:s"
    r"| address\w*)?(?!\w)|email|elektron (?:pochta|manzil)\w*|эл\. ?(?:почт|адрес)\w*"
)
_AFFILIATION = re.compile(
    r"мест\w+ (?:работ|учеб)\w*|аффилиаци\w*|(?:назван\w+"
    r"|наименован\w+) (?:\w+ ){0,5}(?:организац|учрежден|учебного заведен|вуз)\w*"
    r"|организаци\w*, в которой|(?:должност|степен|звани)\w*[^.;]{0,40},? (?:и |а также )?"
    r"(?:организаци|учреждени|вуз(?!\w))\w*|(?:position|degree|rank)[^.;]{0,40}, (?:and )?"
    r"(?:organi[sz]ation|university)|(?:lavozim|daraja|unvon)\w*[^.;]{0,40}, tashkilot\w*"
    r"|(?:institutional )?affiliations?|(?<!budgetary )institution(?:al)?(?!\w| review| of higher)"
    r"|ish (?:yoki o'qish )?joy\w*"
    r"|ish \(o'qish\) joy\w*|tashkilot\w* (?:\w+ )?nomi|muassasa\w* (?:\w+ )?nomi"
    r"|names? of (?:the )?organi[sz]ation"
    r"|work ?place|place of work"
)
_ABOUT_AUTHORS = re.compile(
    r"автор\w*|фамили\w*|ф\. ?и\. ?о|фио|author\w*|contributors|ilmiy daraja\w*|учен\w+ степен\w*"
    r"|academic degree|(?:почтов|контактн)\w+ адрес(?! редакц)|телефон|postal address|telephone"
    r"|pochta manzil|telefon raqam"
    r"|(?<!\w)names?(?!\w)|muallif\w*"
    r"|familiya\w*"
    r"|ism\w*|f\. ?i\. ?sh|сведени\w+ о|orcid|cover page|title page"
)
_SET = re.compile(r"\d ?(?:pt|point|пт|кегл)")
_TYPING = re.compile(r"пробел|набор|space")
_BEGINS_SO = re.compile(
    r"\W*(?:\d+[.)]? )?(?:(?:institutional )?affiliation|аффилиаци"
    r"|(?:полное )?(?:назв\w+ )?мест\w+ работ|place of work"
    r"|[eе]-?mail|orcid|(?:полное |официальное )?(?:назв|наимен)\w+ организации"
    r"|tashkilot\w* (?:\w+ )?nomi"
    r"|(?:the )?(?:full |official )?name of (?:the )?organi[sz]ation"
    r"|ish (?:yoki o'qish |\(o'qish\) )?joy|elektron pochta|электронн\w+ (?:почт|адрес)"
    r"|контактн\w+ (?:e-?mail|адрес электр|электронн)|contact e-?mail|адрес электронн)"
)
_SEND_TO = re.compile(
    r"отправ|направ|присыла|высыла|прислать|send|sent|submit(?:ted)? (?:to|by|via)|by e-?mail"
    r"|via e-?mail|accompanying e-?mail|in an e-?mail|по электронной почте|yubor|jo'nat"
    r"|по адресу|электронной почтой|@"
)
_DEGREE = re.compile(
    r"учен\w+ (?:степен|звани)\w*|степен\w+, звани\w*|academic (?:degree|title|rank)|degree"
    r"|ilmiy daraja\w*|unvon\w*"
)
_NOT_WANTED = re.compile(
    r"(?<!\w)thank(?! you)|не указыва|не нужн|not (?:include|mention)|without|anonym|удалить"
    r"|removed?|дат\w+ обращения"
    r"|электронного адреса в|accessed"
)
_FULL = re.compile(
    r"(?:фамили\w+|имя|ф\. ?и\. ?о\.?|фио)[^.;]{0,40}(?:полность|полное|полные|без сокращ)\w*"
    r"|имена (?:и фамили\w+ )?автор\w*[^.;]{0,30}полност\w+"
    r"|полн\w+ (?:имя|имена|ф\. ?и\. ?о|фио|фамил)\w*|(?:sur)?names?[^.;]{0,30}\(?in full"
    r"|(?:author'?s?'? )?full name(?:s|\(s\))?(?! of (?:the )?(?:org|inst|univ|journal))"
    r"|names? in full|complete names?|full (?:first|given) (?:and|,) ?(?:family|last"
    r"|sur)[ -]?names?"
    r"|(?:f\. ?i\. ?sh|familiya|ism|muallif\w* nom)[^.;]{0,40}to'liq|to'liq (?:ism|familiya|f\.)\w*"
)
_INITIALS_FIRST = re.compile(
    r"инициал\w*,? (?:и )?(?:и )?фамили\w*|(?:и\. ?о\.|и\.о\.) ?фамил\w*|initials?(?:,"
    r"| and) (?:the )?(?:sur|last |family )names?|инициалы помещать перед"
    r"|фамили\w+[^.;]{0,30} после инициалов|(?:sur|last )name[^.;]{0,25} after (?:the )?initials"
    r"|initials (?:are )?placed before"
)
_INITIALS_LAST = re.compile(
    r"фамили\w+[^.;]{0,25} до инициалов|фамили\w*,? (?:и |\()?инициал\w*|фамили\w+ и\. ?о\."
    r"|(?:sur|last |family )names?(?:,"
    r"| and)? (?:the )?initials?|familiya\w* (?:va |\()?(?:inisial|initsial)\w*"
    r"|familiya\w*(?: \([^()]*\))?, ism\w* va [^.;]{0,30}bosh [hx]arf\w*"
)
_OF_CITED_WORKS = re.compile(
    r"references|литератур|source|цитир|ссылк|adabiyot|bibliograph|editor(?!s)"
    rf"|{OF_CITED_WORKS.pattern}"
)
_AMONG_DATA = re.compile(r"телефон|author(?:'?s?'?)? information|contact details")
_NAMED = re.compile(r"(?<!\w)(?:фио|ф\. ?и\. ?о\.?|f\. ?i\. ?(?:sh|o)\.?)(?!\w)")
_ISSN = re.compile(
    r"(?<!\w)(?P<e>e-?"
    r"|э-?)?issn(?P<mid>[^\d]{0,22})(?P<n>\d{4}-\d{3}[\dxх])(?P<after>[^\d.;]{0,15})"
)
_ONLINE = re.compile(r"online|электрон|onlayn|e-issn|web|(?<!\w)e(?!\w)")
_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]*\w")
_ALSO = re.compile(r"[\s,;(]*(?:\w+:?\s*)?")
"""What may stand between an address and another one for the same."""
_ANONYMOUS = re.compile(
    r"identifying[^.;]{0,40} removed|anonymi[sz]ed (?:version|manuscript|copy|file|pdf|paper"
    r"|text)|anonymous (?:version"
    r"|manuscript|copy)|(?:must|should) (?:also )?be (?:completely |fully )?anonym\w+"
    r"|(?:should not|not) (?:include|contain|bear) (?:your|the author'?s?'?|any|author) (?:name"
    r"|identif)\w*|обезличен\w+|анонимн\w+ (?:верс|вариант|файл|экземпляр|текст)\w*"
    r"|names?[^.;]{0,40} (?:appear|be given|be included|stand) only on (?:a"
    r"|the) (?:separate )?(?:title|cover)"
    r"|on (?:a|the) (?:separate )?(?:title|cover) page only|self-identif\w+|(?:contain"
    r"|include) no [^.;]{0,40}(?:identif|reveal|about the author)\w*"
    r"|(?:author'?s?'? )?(?:names?|identit\w+)(?: of the authors?)? (?:be |is |are )?removed"
    r"|muallif\w* (?:ism|familiya)\w*[^.;]{0,30}(?:ko'rsatilma|yozilma|bo'lmas)\w+"
    r"|не (?:долж\w+ )?(?:содерж|указыв|включ)\w*[^.;]{0,50}(?:сведени|информаци|данн|имен"
    r"|фамили)\w+ (?:об? )?автор\w*|muallif\w* (?:haqida|to'g'risida)[^.;]{0,40}(?:bo'lmas"
    r"|ko'rsatilma"
    r"|yozilma)\w+|names?(?!\w| of (?!the author|author))[^.;]{0,40} (?:must|should"
    r"|may) not (?:be (?:written|given|mentioned|included|stated)"
    r"|appear)|без (?:указания )?(?:имени|фамили\w+|сведений об|данных об) автор\w*"
    r"|remov\w+ (?:all "
    r"|any )?(?:author|identifying|personal|references? to (?:the |your)?author)\w*"
    r"|blinded (?:version|manuscript|copy|file|paper)|(?:двух|2-?х?) (?:вариант|файл|экземпляр"
    r"|верси)\w*"
    r"[^.;]{0,60}аноним\w+|two (?:\w+ )?(?:versions|files|copies)[^.;]{0,80}anonym\w+"
    r"|ikki (?:xil )?(?:variant|nusxa|fayl)\w*[^.;]{0,60}anonim\w*|prepared for anonymous"
    r"|not (?:to )?(?:identify|reveal|disclose) (?:themselves|their (?:identit|name)|the author)\w*"
    r"|(?:author\w*'?s? )?identit\w+ (?:must|should) be (?:removed|deleted)"
    r"|neither the names? of the author"
    r"|not (?:include|contain|reveal|have|bear) (?:any )?[^.;]{0,80}(?:identif\w+"
    r"|personal (?:information"
    r"|data|details)|information about the author)|anonim (?:variant|nusxa|shakl|matn)\w*"
)
_GREY = re.compile(
    r"(?:только |исключительно )?(?:в )?черно-бел\w+|black[- ]and[- ]white (?:only|format)"
    r"|black and white|grey-?scale|gray-?scale|оттенк\w+ серого|oq-qora|градаци\w+ серого"
)
_OR_COLOUR = re.compile(r"(?<!no )(?<!без )(?:цвет(?:н|о)\w*|colou?r|rangli)")
_SEPARATE = re.compile(
    r"отдельн\w+ (?:\w+ )?файл\w*|alohida \w+ fayl\w*|отдельными файлами|separate files?"
    r"|as separate|separately as"
    r"|submitted separately|separately from|individual files|alohida fayl\w*"
)
_PICTURES = re.compile(
    r"graph(?:ic)?s?(?!\w)|grafik\w*|"
    r"рисун\w*|иллюстрац\w*|график\w*|изображен\w*|figures?|images?|illustrat\w+|pictures?"
    r"|rasm\w*|фото\w*"
)
_DPI = re.compile(
    r"(?<!\d)(?P<n>\d{3,4}) ?(?:dpi|точек на дюйм|пикс\w*/дюйм|dots per inch|т/д)"
    r"|dpi[^\d]{0,5}(?P<m>\d{3,4})"
)


def codes(saying: Saying) -> Found:
    """Yield the codes that must be given; DOI only where it stands beside another one."""
    text = saying.text
    for match in _CODE.finditer(text):
        if not _need_not(match):
            quote = saying.quote(match.start(), match.end())
            yield Find(path="codes", value=match.lastgroup or "", quote=quote, choice=True)
    if (doi := _DOI_BESIDE.search(text)) and not _NEED_NOT.search(text):
        yield Find(path="codes", value="doi", quote=saying.quote(*doi.span()), choice=True)


def authors(saying: Saying) -> Found:
    """Yield what each author has to give, of what fields can hold."""
    text = saying.text
    if _NOT_WANTED.search(text):
        return
    if (orcid := _ORCID.search(text)) and not _need_not(orcid):
        yield Find(
            path="authors.fields", value="orcid", quote=saying.quote(*orcid.span()), choice=True
        )
    about_them = (
        _ABOUT_AUTHORS.search(text)
        or _BEGINS_SO.match(text)
        or {*saying.heading} & {"author", "affiliation"}
    )
    # among data, whoever they are sent to
    item = saying.is_item and _BEGINS_SO.match(text)
    listed = (_ORCID.search(text) or item) and "@" not in text
    if about_them and (listed or not _SEND_TO.search(text)):
        if email := _EMAIL.search(text):
            yield Find(
                path="authors.fields", value="email", quote=saying.quote(*email.span()), choice=True
            )
        if degree := _DEGREE.search(text):
            yield Told(
                about="degrees of authors (they belong into `affiliation`)",
                quote=saying.quote(*degree.span()),
            )
    set_so = _SET.search(text) and not _BEGINS_SO.match(text)
    if about_them and not set_so and (place := _AFFILIATION.search(text)):
        yield Find(
            path="authors.fields",
            value="affiliation",
            quote=saying.quote(*place.span()),
            choice=True,
        )


def _need_not(match: re.Match[str]) -> bool:
    """Whether one item of a sentence is only wanted where there is one."""
    text = match.string
    begin = max(text.rfind(sign, 0, match.start()) for sign in ",;") + 1
    item = re.match(r"[^,;]*", text[match.end() :])
    assert item is not None
    end = match.end() + item.end()
    behind = _NEED_NOT.match(text[end:].lstrip(" ,("))
    return bool(_NEED_NOT.search(text, begin, end) or behind)


def names(saying: Saying) -> Found:
    """Yield how authors are called; full names among their data say nothing of that."""
    text = saying.text
    first = {*subjects_of(text)[:1], *saying.heading}
    if first & {"notes", "references"} or _TYPING.search(text):
        return
    if _OF_CITED_WORKS.search(text):
        return
    for way, form in (
        ("initials-first", _INITIALS_FIRST),
        ("initials-last", _INITIALS_LAST),
        ("full", _FULL),
    ):
        if way == "full" and (_DEGREE.search(text) or _AMONG_DATA.search(text)):
            continue
        if match := form.search(text):
            yield Find(path="authors.names", value=way, quote=saying.quote(*match.span()))
            return
    if match := _FULL.search(text):
        yield Told(about="full names among the data of authors", quote=saying.quote(*match.span()))
    elif match := _NAMED.search(text):
        yield Told(
            about="names of authors; whether in full or with initials is not told",
            quote=saying.quote(*match.span()),
        )


def journal(saying: Saying) -> Found:
    """Yield the ISSN, and where manuscripts are sent."""
    for match in _ISSN.finditer(saying.text):
        electronic = (
            match["e"]
            or _ONLINE.search(match["mid"])
            or (match["after"].lstrip().startswith("(") and _ONLINE.search(match["after"]))
        )
        number = match["n"].upper().replace("Х", "X")
        if valid_issn(number):
            path = "journal.e_issn" if electronic else "journal.issn"
            yield Find(path=path, value=number, quote=saying.quote(*match.span("n"), bare=True))
    if _SEND_TO.search(saying.text.replace("@", "")):
        end = -1
        for match in _ADDRESS.finditer(saying.text):
            another = end >= 0 and bool(_ALSO.fullmatch(saying.text, end, match.start()))
            end = match.end()
            if another:
                continue  # for the same
            yield Find(
                path="journal.email",
                value=saying.original(*match.span()),
                quote=saying.quote(*match.span()),
            )


def address_below(page: Sequence[Saying]) -> Iterator[Find]:
    """Yield the address on the line below the words that manuscripts are sent to it."""
    for saying, below in pairwise(page):
        if saying.text.rstrip().endswith(":") and _SEND_TO.search(saying.text):
            for match in _ADDRESS.finditer(below.text):
                address, quote = below.original(*match.span()), below.quote(*match.span())
                yield Find(path="journal.email", value=address, quote=quote)
                return


def only_address(page: Sequence[Saying]) -> Iterator[Find]:
    """Yield the one e-mail address that a page has, which is the journal's."""
    found = {
        saying.original(*match.span()): saying.quote(*match.span())
        for saying in page
        for match in _ADDRESS.finditer(saying.text)
    }
    if len(found) == 1:
        for address, quote in found.items():
            yield Find(path="journal.email", value=address, quote=quote)


def valid_issn(number: str) -> bool:
    """Whether the check digit is right (ISO 3297)."""
    digits = [10 if each == "X" else int(each) for each in number.replace("-", "")]
    return (
        sum(weight * digit for weight, digit in zip(range(8, 0, -1), digits, strict=True)) % 11 == 0
    )


def blind(page: Sequence[Saying]) -> Told | None:
    """Return the words that tell of reviewers who do not see the names; a copy is likely wanted."""
    for number, saying in enumerate(page):
        if match := _BLIND.search(saying.text):
            return Told(about="blind review", quote=saying.quote(*match.span()), at=number)
    return None


_BLIND = re.compile(
    r"(?:double[- ]|doubly[- ])(?:blind|anonym)\w*|двойн\w+[ -](?:слеп|анонимн)\w+|двусторонн\w+ "
    r"(?:слеп|анонимн)\w+|ikki tomonlama (?:anonim|yashirin|ko'r)\w*"
)


def copies(saying: Saying) -> Found:
    """Yield whether a copy without names is wanted, and how figures are handed over."""
    text = saying.text
    if match := _ANONYMOUS.search(text):
        yield Find(path="anonymous", value="true", quote=saying.quote(*match.span()))
    if not (_PICTURES.search(text) or _DPI.search(text) or _PICTURES.match(saying.under)):
        return
    if (match := _GREY.search(text)) and not _OR_COLOUR.search(text):
        yield Find(path="figures.colour", value="false", quote=saying.quote(*match.span()))
    refused = re.search(r"\bне (?:нужн|требу)|not (?:be )?(?:as )?separate|numbered sep", text)
    if (match := _SEPARATE.search(text)) and not refused:
        yield Find(path="figures.separate", value="true", quote=saying.quote(*match.span()))
    if match := _DPI.search(text):
        yield Find(
            path="figures.dots_per_inch",
            value=match["n"] or match["m"],
            quote=saying.quote(*match.span()),
        )
