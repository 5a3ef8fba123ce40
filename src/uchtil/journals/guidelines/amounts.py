"""How long and how many: article, abstract, keywords, title, works cited, authors."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from uchtil.journals.guidelines.finds import Find, Found, Told, about, just_after
from uchtil.journals.guidelines.languages import OTHER_LANGUAGES, OWN_LANGUAGE, languages_in
from uchtil.journals.guidelines.limits import AMOUNT, Amount, amount_of, is_spread
from uchtil.journals.guidelines.sayings import Saying
from uchtil.journals.guidelines.subjects import NAMED

_BETWEEN = (
    r"\s?-?(?:х |ти |та )?(?:ta |та )?\(?(?:печатн\w+ |машинописн\w+ |полн\w+ |отдельн\w+ |bosma "
    r"|typed "
    r"|typewritten |double-spaced |manuscript |standard"
    r" |printed |a4 |значим\w+ ){0,2}"
)
_UNITS = {
    "keywords": r"(?:ключев\w+ (?:слов|выраж)\w*|key ?-?words?(?! search)|(?:ta )?(?:kalit"
    r"|tayanch) (?:so'z|ibora)\w*)",
    "words": r"(?:слов(?:а|о|ами|ах)?|words?|so'z\w*)(?!\w)",
    "characters": r"(?:печатн\w+ )?(?:знак\w*|символ\w*|characters?|belgi\w*)(?!\w)",
    "sheets": r"(?:а\. ?л\.?|авт\. ?л\w*\.?|авторск\w+ лист\w*|author'?s?'? sheets?"
    r"|mualliflik taboq\w*"
    r"|muallif tabog'i\w*)",
    "pages": r"(?:страниц\w*|стр\.?|с\.(?= (?:компьютерн|машинописн|печатн|набор|текст|формат))"
    r"|pages?|betlik|bet\w*|sahifa\w*|varaq\w*)(?!\w)",
    "sentences": r"(?:предложени\w*|sentences?|ta gap\w*|gapdan)(?!\w)",
    "works": r"(?:источник\w*|наименован\w*|позици\w*|references(?! to)|sources?|works? cited"
    r"|(?:ta )?(?:adabiyot|manba|iqtibos)\w*)(?!\w)",
    "authors": r"(?:автор(?:а|ов)|соавтор\w*|authors|co-authors|(?:nafar |ta )?muallif\w*"
    r"|nafar\w*)(?!\w)",
    "years": r"(?:лет|года?|years?|yil\w*)(?!\w)",
    "percent": r"(?:%|процент\w*|per ?cent|foiz\w*)",
}
_UNIT = re.compile(_BETWEEN + "(?:" + "|".join(f"(?P<{n}>{p})" for n, p in _UNITS.items()) + ")")
_NAMED_BEFORE = re.compile(
    r"(?:количеств\w+ слов|число слов|number of words|word (?:count|limit|length)"
    r"|(?<!iqtibos )so'zlar (?:soni|miqdori)|количеств\w+ знаков|\(в знаках\))"
    r"[^\d.;]{0,25}$"
)
_AUTHORS_BEFORE = re.compile(
    r"(?:(?:количеств\w+|числ\w+) (?:со)?авторов|number of (?:co-?)?authors|(?:ham)?mualliflar soni"
    r"|(?:ham)?mualliflar\w*)[^\d.;]{0,35}$"
)
_SPACELESS = re.compile(
    r".{0,25}(?:без пробел|without spaces|excluding spaces|probelsiz|no spaces)"
)
_ARTICLE = re.compile(
    r"volume|стать\w+|рукопис\w+|материал\w*|объем\w*|articles?|manuscripts?|papers?|submissions?"
    r"|essays?|length|long|word limit"
    r"|maqola\w*|qo'lyozma\w*|hajm\w*|текст\w*"
)
_EXCLUDING = re.compile(
    r"excluding|(?:does|do) not include|exclusive of|without|not including|not counting|без учета"
    r"|не считая|без(?= спис"
    r"| аннот| прим)|hisobga olma\w+"
)
_PARTS = {
    "front": r"аннотац\w*|abstracts?|annotations?|annotatsiya\w*|title page"
    r"|ключев\w+ слов|keywords|метадан\w*",
    "tables": r"таблиц\w*|tables?|jadval\w*",
    "notes": r"сноск\w*|примечан\w*|footnotes?|endnotes?|notes",
    "references": r"спис\w+ литератур\w*|литератур\w*|библиограф\w*|references|bibliograph\w+"
    r"|works cited|adabiyot\w*|reference list",
}
_REGIONS = ("front", "text", "tables", "notes", "references")
_BEHIND_KEYWORDS = re.compile(
    r"(?:ключевы\w* слов\w*|key ?-?words?|(?:kalit|tayanch) (?:so'z|ibora|tushuncha)\w*)"
    r"(?: и \w+| or \w+| va \w+)?(?: ?\([^()]*\))?[^\d.;)]{0,45}$"
)
_OF_OTHERS = re.compile(
    r"\s?-?(?:pt?(?!\w)|пт|кег|%|язык|lang|til|lines|строк|см|cm|o'lcham|kegl|shrift|punkt|размер"
    r"|size)"
)
_WORKS = re.compile(r"литератур|источник|references|sources|adabiyot|manba|библиогр")
_OF_BOOK = re.compile(
    r"(?:of (?:the |a )?(?:cited )?book|of (?:the )?source|книги|издания|kitob\w*).{0,20}$"
)
"""What has a number of pages that tells how works are described."""
_LONG = re.compile(
    r"объем|volume|length|long|hajm|стать|article|manuscript|paper|maqola|рукопис|essay|submission"
)
_NO_ARTICLE = frozenset(
    ("keywords", "notes", "references", "table", "caption", "author", "heading", "title")
)
_SHORT_KIND = re.compile(
    r"(?<!\w)(?:a short|(?:research |short )communications?|кратк\w+ (?:сообщ|замет|стат)\w*"
    r"|qisqa (?:maqola|xabar)\w*)(?!\w)(?:[\s(]+[^\W\d]+){0,4}[\s(:,–-]*$"
)
"""What tells of another kind of text: "a short (usually 1 to 3 pages) paper"."""
_IN_ONE = re.compile(
    r"(?:слов (?:внутри|в)|слова? в одно\w+|каждое (?:слово|словосочетание)) [^.;\d]{0,40}$"
    r"|keywords?(?: phrases?)? (?:not|no) (?:be )?longer than\s?$|in each keyword[^.;\d]{0,30}$"
)
"""What counts the words of a single keyword."""
_NEAR = 90
_SHEET = 40_000
"""Characters of an author's sheet."""
_LONGEST_TITLE = 40
_IN_TOTAL = re.compile(r"(?:общ\w+ (?:объем|длин)\w*|total length|jami)[^.;\d]{0,30}$")
"""What counts the words of all keywords together."""
_FEWEST_KEYWORDS, _MOST_KEYWORDS = 3, 30
_LONGEST_ABSTRACT = 1500
_SHORTEST_ARTICLE = 500
_SHORTEST_IN_CHARACTERS = 3000
_OF_ARTICLE = re.compile(
    r"объем\w* (?:\w+ )?(?:стат|рукопис|текст|материал)\w*"
    r"|maqola\w* \d+(?: ?- ?\d+)? ?(?:ta )?(?:bet|sahifa) hajm\w*|maqola\w* (?:\w+ )?hajm\w*"
    r"|(?:article"
    r"|manuscript|paper)s?'? length"
    r"|article size|(?:length|volume|size) of (?:the |an )?(?:article|manuscript|paper|essay)"
)
_OF_WHAT = re.compile(r"объем|hajm|length|volume|size of|1 иллюстрац")
_WORD_COUNTS = re.compile(r"\d\s?(?:слов|words?|so'z|ta so'z)")
_INCLUDED = re.compile(
    r"(?:including|with|вместе с|включая|с учетом)(?! spaces| проб)[^.;\d]{0,60}$"
)
_BARE_WORKS = re.compile(r"\s?(?:ta|tadan)(?!\w)|\)")


@dataclass(frozen=True, kw_only=True, slots=True)
class _Counted:
    """A number with what it counts (``kind``, empty where that is not said) and what it is of.

    ``of`` are the subjects that the sentence speaks of there; ``behind`` is where it ends.
    """

    saying: Saying
    amount: Amount
    kind: str
    limits: str
    quote: str
    behind: int
    of: tuple[str, ...]

    @property
    def most(self) -> int:
        return self.amount.last or self.amount.first

    @property
    def last(self) -> str:
        return self.of[-1] if self.of else ""

    def find(self, path: str, value: str = "") -> Find:
        return Find(path=path, value=value or self.limits, quote=self.quote)

    def told(self, path: str, about: str) -> Told:
        return Told(about=about, quote=self.quote, path=path)


_LENGTHS = frozenset(("words", "characters", "pages", "sheets"))
_SIZES = re.compile(
    r"times ?(?:new ?)?roman\W{1,4}\d\d|(?<!\d)\d\d[\s-]*(?:пт|pt|кегл\w*|points?)(?!\w)"
)
"""What tells how large letters are, and counts nothing."""
_ELSE = re.compile(
    r"(?: ?ta(?!\w))?(?: ?\([^()\d]*\))?[\s,;:-]*(?:и|а|но|and|but|va|hamda)?\s*"
    r"(?:(?:the )?(?:максим|миним|maxim|minim|maks)\w+(?: [^\W\d]+)?)?[\s:-]*"
)
"""What leads from the least to the most of what is counted."""
_OR_ELSE = re.compile(
    r"\d (?:слов|знак|words|characters|(?:ta )?so'z|(?:ta )?belgi)\w* ?\(?(?:или|or|yoki) $"
)
"""What leads from one way of counting to the other: "at least 150 words or 800 characters"."""
_EXCEPTION = re.compile(
    r"в (?:исключительных|отдельных) случаях|по согласовани\w+ с|exceptional(?:ly)?(?!\w)"
    r"|in (?:rare|special|individual) cases|istisno"
)


def amounts(saying: Saying) -> Found:
    """Yield every limit that is told with what it counts; exceptions are none."""
    if _EXCEPTION.search(saying.text):
        return
    saying = replace(saying, text=_SIZES.sub(lambda match: " " * len(match[0]), saying.text))
    bound = counts = ""
    end = 0
    for match in AMOUNT.finditer(saying.text):
        if is_spread(match) or _IN_ONE.search(
            saying.text, max(0, match.start("a") - _NEAR), match.start("a")
        ):
            continue
        bare = amount_of(match)
        _, end_of_number = bare.spread(saying.text, match.end()) if bare else (None, match.end())
        unit = _UNIT.match(saying.text, end_of_number)
        kind = (unit.lastgroup or "") if unit else ""
        if not kind and _AUTHORS_BEFORE.search(saying.text, 0, match.start()):
            kind = "authors"
        elif not kind and _NAMED_BEFORE.search(saying.text, 0, match.start()):
            kind = "characters" if "знак" in saying.text[: match.start()] else "words"
        found = amount_of(match, _SHEET if kind == "sheets" else 1)
        if found is None:
            continue
        behind = unit.end() if unit else end_of_number
        if not kind and found.bound and counts and _ELSE.fullmatch(saying.text, end, match.start()):
            kind = counts  # "at least 15 thousand characters, at most 40 thousand"
        counts, end = kind if kind in _LENGTHS else "", behind
        found, _ = found.spread(saying.text, match.end())
        found, behind = found.spread(saying.text, behind)
        if not found.bound and found.last is None and _OR_ELSE.search(saying.text, 0, found.start):
            found = replace(found, bound=bound)
        bound = found.bound
        if _REFUSED.search(saying.text, match.end()) or _REFUSED.search(
            saying.text, 0, match.start()
        ):
            found = replace(found, bound=_refused_bound(match, found.bound))
        limits, last = found.limits(saying.text, behind)
        counted = _Counted(
            saying=saying,
            amount=found,
            kind=kind,
            limits=limits,
            quote=saying.quote(match.start(), last),
            behind=behind,
            of=_subjects(saying, found, kind, behind),
        )
        if counted.last == "keywords" and (kind == "keywords" or _near(counted)):
            counts = "keywords"
        if counted.last != "other":
            yield from _routed(counted)


def _refused_bound(match: re.Match[str], bound: str) -> str:
    """Return what is left where more, or less, is refused: "less than 15 pages are not taken"."""
    if (match["most"] or "").strip() in ("менее", "less than", "fewer than", "under"):
        return "least"
    if (match["least"] or "").strip() in ("более", "more than"):
        return "most"
    return bound


def _subjects(saying: Saying, found: Amount, kind: str, behind: int) -> tuple[str, ...]:
    """Return what a number is of: what is named nearest, or what was spoken of before."""
    said = _EXCLUDING if "hisobga" not in saying.text else _NOTHING
    counts = said.match(saying.text, _word_at(saying.text, behind)) or _INCLUDING.match(
        saying.text, behind
    )
    of = about(saying, found.start) or (() if counts else just_after(saying, behind))
    if not of and kind in ("words", "characters", "sentences"):
        least = _SHORTEST_IN_CHARACTERS if kind == "characters" else _SHORTEST_ARTICLE
        if found.first < least and {*saying.before[:1]} & {"abstract", "keywords"}:
            of = saying.before[:1]
        elif {*saying.heading} & {"abstract", "keywords", "title", "other", "notes"}:
            of = saying.heading[:1]
        elif found.first < least:
            of = saying.before[:1]
    spoken = _OF_ARTICLE.search(saying.text, 0, found.start)
    if _INCLUDED.search(saying.text[: found.start]) and found.first >= _SHORTEST_ARTICLE:
        return ()
    other = any(
        each.lastgroup == "other"
        for each in (NAMED.finditer(saying.text, spoken.end(), found.start) if spoken else ())
    )
    long = kind and (kind != "words" or found.first >= _SHORTEST_ARTICLE)
    if (
        spoken
        and long
        and not other
        and not _OF_WHAT.search(saying.text, spoken.end(), found.start)
    ):
        return ()
    return of


_NOTHING = re.compile(r"(?!)")
_INCLUDING = re.compile(
    r"[\s,(]*(?:in total, )?(?:including|inclusive|with(?! spaces)|включая|вместе с|с учетом"
    r"|с(?=о? сноск| спис)|inclusive)(?! проб)(?!\w)"
)
"""What tells behind a length what it counts: that is none of what the length is of."""


def _word_at(text: str, place: int) -> int:
    """Return where the next word begins."""
    found = re.compile(r"[\s,(]*").match(text, place)
    return found.end() if found else place


def _routed(counted: _Counted) -> Found:
    kind, last = counted.kind, counted.last
    if kind == "keywords" or (last == "keywords" and (kind == "words" or _near(counted))):
        yield from _keywords(counted)
    elif kind == "words" and last == "title" and counted.most <= _LONGEST_TITLE:
        yield counted.find("title_words")
    elif kind in ("words", "characters", "sentences") and "abstract" in counted.of[-2:]:
        yield from _abstract(counted)
    elif kind in ("words", "characters", "sheets", "pages"):
        if _is_of_article(counted):
            yield from _length(counted)
    elif kind == "authors" and counted.limits.endswith("fewer"):
        yield counted.find("authors.at_most", str(counted.amount.first))
    elif counted.limits and _is_of_works(counted):
        yield counted.find("works.limits")


def _keywords(counted: _Counted) -> Found:
    if _IN_TOTAL.search(counted.saying.text, 0, counted.amount.start):
        return
    if _FEWEST_KEYWORDS <= counted.most <= _MOST_KEYWORDS:
        yield (
            counted.find("keywords.limits")
            if counted.limits
            else counted.told("keywords.limits", "about how many keywords")
        )


_REFUSED = re.compile(
    r"(?:not|never) (?:be )?(?:accept|consider|publish)\w*|не (?:принима|рассматрива|публику)\w*"
    r"|qabul qilinma\w+|chop etilma\w+"
)


def _near(counted: _Counted) -> bool:
    """Whether a number without a unit stands right behind the keywords."""
    if counted.kind:
        return False
    text, found = counted.saying.text, counted.amount
    return bool(_BEHIND_KEYWORDS.search(text[: found.start])) and not _OF_OTHERS.match(
        text, found.end
    )


def _is_of_works(counted: _Counted) -> bool:
    text = counted.saying.text
    if not counted.kind:
        bare = _BARE_WORKS.match(text, counted.amount.end)
        return counted.last == "references" and bool(bare) and counted.limits.endswith("more")
    return (
        counted.kind == "works"
        and counted.amount.first >= 3
        and not {"abstract", "keywords"} & {*counted.of}
        and bool(_WORKS.search(text))
        and not _RECENT.search(re.split("[,;]", text[counted.behind :])[0])
        and not _RECENT.search(text[max(0, counted.amount.start - 40) : counted.amount.start])
    )


def _abstract(counted: _Counted) -> Found:
    kind = counted.kind
    if kind == "words" and counted.most > _LONGEST_ABSTRACT:
        return
    if not counted.limits:
        yield counted.told("abstract.words", f"about how many {kind} an abstract has")
    elif kind == "characters" and _SPACELESS.match(counted.saying.text, counted.behind):
        yield counted.told("abstract.characters", "characters of the abstract without spaces")
    elif kind != "words":
        yield counted.find(f"abstract.{kind}")
    else:
        code = _language_of(counted)
        yield counted.find(f"abstract.otherwise.{code}" if code else "abstract.words")


def _language_of(counted: _Counted) -> str:
    """Return the one language whose abstract has so many words, if it is only one."""
    text = counted.saying.text
    codes = languages_in(text)
    if OTHER_LANGUAGES.search(text) or OWN_LANGUAGE.search(text):
        return ""
    if len(codes) > 1 and len(_WORD_COUNTS.findall(text)) > 1:
        codes = languages_in(re.split(r"[\d;]", text[counted.behind :])[0]) or languages_in(
            re.split(r"\d", text[: counted.amount.start])[-1]
        )
    return codes[0] if len(codes) == 1 else ""


def _is_of_article(counted: _Counted) -> bool:
    """Whether a number of words, characters or pages is the length of an article."""
    text, of = counted.saying.text, {*counted.of}
    least = {"words": _SHORTEST_ARTICLE, "characters": _SHORTEST_IN_CHARACTERS}
    if counted.most < least.get(counted.kind, 1) or of & _NO_ARTICLE:
        return False
    if "abstract" in of and not _OF_WHAT.search(text, 0, counted.amount.start):
        return False
    heading = {*counted.saying.heading}
    of_heading = not of and not _OF_ARTICLE.search(text)
    if "other" in heading or (of_heading and heading & {"abstract", "notes", "references"}):
        return False
    if _SHORT_KIND.search(text, 0, counted.amount.start):
        return False
    if counted.kind == "pages" and (
        counted.most == 1
        or not _LONG.search(text)
        or _OF_BOOK.search(text, 0, counted.amount.start)
    ):
        return False
    return bool(_ARTICLE.search(text)) or counted.amount.first >= _SHORTEST_ARTICLE


def _length(counted: _Counted) -> Found:
    unit = "characters" if counted.kind == "sheets" else counted.kind
    text = counted.saying.text
    if unit == "pages" and (reckoned := _reckoned(counted)):
        yield reckoned
    elif unit == "pages" and _SAME_IN_CHARACTERS.match(text, counted.behind):
        pass  # what they are reckoned by is told there
    elif not counted.limits:
        yield counted.told("lengths", f"about how many {unit} the article has")
    elif unit == "characters" and _SPACELESS.match(text, counted.behind):
        yield counted.told("lengths", "characters without spaces, which are not counted here")
    else:
        counts = "" if _IN_OTHER_WORDS.match(text, counted.behind) else _counts(text)
        value = f"{{unit: {unit}, limits: {counted.limits}{counts}}}"
        yield counted.find(f"lengths.{unit}", value)


_IN_OTHER_WORDS = re.compile(rf"\s?\((?:[^\W\d]+ ){{0,4}}\d[^()]*(?:{_EXCLUDING.pattern})")
"""The same in another unit behind it, and what that one does not count."""
_PER_PAGE = re.compile(
    r"(?:one|each|a|per|single|standard) page[^.;\d]{0,50}?(?:contains?|has|is|=|of|:)"
    r"[^.;\d]{0,30}?"
    r"(?P<en>\d[\d .,]*\d)\s?(?:characters|signs)"
    r"|(?P<en2>\d[\d .,]*\d) characters[^.;\d]{0,30} per page"
    r"|(?:одн\w+ |кажд\w+ )?страниц\w*\s?(?:-|=|:|содержит|составляет|равна)[^.;\d]{0,30}?"
    r"(?P<ru>\d[\d .,]*\d)\s?(?:печатн\w+ )?знак"
    r"|(?P<ru2>\d[\d .,]*\d)\s?(?:печатн\w+ )?знак\w*[^.;\d]{0,30} на (?:\w+ )?страниц"
    r"|(?:bir|har bir) (?:bet|sahifa)\w*[^.;\d]{0,40}?(?P<uz>\d[\d .,]*\d)\s?(?:ta )?belgi"
)
"""How many characters make a page that is reckoned, and no sheet."""
_SAME_IN_CHARACTERS = re.compile(
    r"\s?[([]\s?(?:[^\W\d]+\W{1,2}){0,4}?\d[\d .,]*(?:\s?-\s?\d[\d .,]*)?\s?"
    r"(?:тыс\w*\.?\s|ming\s|thousand\s)?"
    r"(?:ta )?(?:печатн\w+ )?(?:characters|знак|символ|belgi)"
)
"""The same length once more, in brackets behind the pages."""


def _reckoned(counted: _Counted) -> Find | None:
    """Return pages as the characters that they are reckoned by; ``None`` for pages of paper."""
    text = counted.saying.text
    if (per := _PER_PAGE.search(text)) is None or not counted.limits:
        return None
    each = int(re.sub(r"\D", "", next(filter(None, per.groups()))))
    if not _LEAST_OF_A_PAGE <= each <= _MOST_OF_A_PAGE:
        return None
    limits = re.sub(r"\d+", lambda match: str(int(match[0]) * each), counted.limits)
    value = f"{{unit: characters, limits: {limits}{_counts(text)}}}"
    return counted.find("lengths.characters", value)


_LEAST_OF_A_PAGE, _MOST_OF_A_PAGE = 1000, 4000


def _counts(text: str) -> str:
    if (cut := _EXCLUDING.search(text)) is None:
        return ""
    around = (
        text[max(0, cut.start() - 110) : cut.end() + 80]
        if "hisobga" in cut[0]
        else text[cut.end() : cut.end() + 90]
    )
    left_out = {name for name, words in _PARTS.items() if re.search(rf"(?<!\w)(?:{words})", around)}
    if not left_out:
        return ""
    return f", counts: [{', '.join(each for each in _REGIONS if each not in left_out)}]"


_RECENT = re.compile(
    r"(?:последн\w+ (?P<a>\d+|три|пять|семь|десять)(?:-?\d*)? ?(?:лет|год)"
    r"|(?:last|past|recent|previous) (?P<b>\d+|three|five|seven|ten|fifteen) years"
    r"|(?:so'nggi|oxirgi|keyingi) (?P<c>\d+|uch|besh|yetti|o'n) ?-?yil)"
)
_SHARE = re.compile(r"(?<!\d)(?P<n>\d{1,3}) ?(?:%|процент|per ?cent|foiz)")
_PART = re.compile(
    r"(?P<half>половин\w+|half(?!\w)|yarmi\w*)|(?P<third>треть\w*|трети(?!\w)|(?:a|one) third"
    r"|uchdan bir\w*)"
)
_PARTS_IN_PER_CENT = {"half": 50, "third": 33}
_YEARS = {
    "three": 3, "five": 5, "seven": 7, "ten": 10, "fifteen": 15, "три": 3, "пять": 5, "семь": 7,
    "десять": 10, "uch": 3, "besh": 5, "yetti": 7, "o'n": 10,
}  # fmt: skip


def recent_works(saying: Saying) -> Found:
    """Yield how many per cent of the works must be how recent, where both are told."""
    recent = _RECENT.search(saying.text)
    share = _SHARE.search(saying.text) or (_PART.search(saying.text) if recent else None)
    if recent is None or share is None:
        return
    part = share.groupdict().get("n") or _PARTS_IN_PER_CENT[share.lastgroup or ""]
    if not 1 <= int(part) <= 100:
        return
    years = next(each for each in recent.groups() if each)
    start, end = min(recent.start(), share.start()), max(recent.end(), share.end())
    quote = saying.quote(start, end)
    yield Find(path="works.recent_years", value=str(_YEARS.get(years, years)), quote=quote)
    yield Find(path="works.recent_share", value=str(part), quote=quote)


_SEPARATED = re.compile(
    r"(?:separated (?:by|with)|(?:отделя|раздел)\w+(?: друг от друга)?|через|bir-biridan"
    r"|ajrati\w*) ?(?:an? |the )?(?:знаком )?'?"
    r"(?P<a>semi-?colons?|точк\w+ с запят\w+|nuqtali vergul|commas?|запят\w+|vergul)"
    r"|(?P<b>nuqtali vergul|vergul) (?:bilan|orqali)"
    r"|separate (?:the )?(?:individual )?key ?-?words (?:with|by) (?:an? )?(?P<c>semi-?colons?"
    r"|commas?)"
)


def separators(saying: Saying) -> Found:
    """Yield the sign between keywords."""
    for match in _SEPARATED.finditer(saying.text):
        of = about(saying, match.start())
        if match["c"] or "keywords" in of or "keywords" in saying.heading:
            semicolon = re.match(r"semi|точк|nuqtali", match["a"] or match["b"] or match["c"])
            sign = ";" if semicolon else ","
            yield Find(path="keywords.separator", value=sign, quote=saying.quote(*match.span()))
