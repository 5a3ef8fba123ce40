"""Rules that a page speaks of in words that are not understood: quoted, so that they are seen."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from uchtil.journals.guidelines.finds import Told
from uchtil.journals.guidelines.sayings import MOST_WORDS, Saying

_FIGURE = r"\d|(?<!\w)(?:один|два|три|пять|семь|one|two|three|five|six|seven|uch|besh|yetti)(?!\w)"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Rule:
    """What is asked: its name, the fields that would hold it, and the words that speak of it.

    ``value`` is what must stand near the words, within ``reach`` signs behind them, or else
    they rule nothing.
    """

    noun: str
    paths: tuple[str, ...]
    words: str
    value: str = _FIGURE
    reach: int = 60


_RULES = (
    _Rule(
        noun="languages of manuscripts",
        paths=("languages",),
        words=r"язык\w* (?:публикаци|журнал|рукопис)\w*"
        r"|languages? of (?:the )?(?:publication|manuscripts?|journal)|maqola tili",
        value=r"\w",
    ),
    _Rule(
        noun="length",
        paths=("lengths",),
        words=r"объ[её]м\w* (?:\w+ )?(?:стат|рукопис|текст|материал|работ|публикац)\w*|(?:article"
        r"|manuscript|paper|submission|text)\w*"
        r"[ '](?:s )?(?:length|size)|(?:length|volume|size) of (?:the |an? )?(?:article"
        r"|manuscript|paper|text|essay|submission)"
        r"|maqola\w* (?:\w+ )?hajm\w*|hajmi",
    ),
    _Rule(
        noun="margins",
        paths=("page.left", "page.right", "page.top", "page.bottom"),
        words=r"пол(?:я|ей|ями)(?!\w)|margins?|hoshiya\w*|chet(?:lar|i|dan)\w*",
    ),
    _Rule(
        noun="font",
        paths=("type.font",),
        words=r"шрифт\w*|гарнитур\w*|fonts?(?!\w)|typeface|shrift\w*",
        value=r"\A[\s:–—(«\"“-]+(?:типа |группы |of |is |must be |should be )?"
        r"[\"«“']?(?!For |The |In |All |Use )(?=[A-Z][a-z])",
        reach=40,
    ),
    _Rule(
        noun="size",
        paths=("type.size",),
        words=r"кегл\w*|кегел\w*|размер\w* (?:\w+ )?шрифт\w*|(?:font|type) size"
        r"|size of (?:the )?(?:font|type)|shrift\w* (?:o'lcham|hajm|kattalig)\w*",
        reach=40,
    ),
    _Rule(
        noun="line spacing",
        paths=("type.spacing",),
        words=r"(?:между?строчн|межстрочн)\w+ \w+|интервал\w*|line[- ]?spac\w+|(?:qator"
        r"|satr)\w* (?:ora|interval)\w*|interval\w*",
        reach=30,
    ),
    _Rule(
        noun="indent",
        paths=("type.indent",),
        words=r"абзацн\w+ отступ\w*|отступ\w*|красн\w+ строк\w*|indent\w*|xat ?boshi\w*|abzats?\w*",
        value=rf"\A(?:(?!font|size|шрифт|кегл|shrift|lines?).)*?(?:{_FIGURE})",
        reach=30,
    ),
    _Rule(
        noun="length of the abstract",
        paths=("abstract.words", "abstract.otherwise", "abstract.characters", "abstract.sentences"),
        words=r"аннотаци\w*|abstracts?|annotatsiya\w*|annotasiya\w*|резюме|реферат\w*|summary",
        value=(
            r"\d[\d\s–-]*\s?(?:\w+ )?(?:стро\w+|предлож\w+|слов\w*|знак\w*|lines?|words?"
            r"|sentences?|characters|qator\w*|gap\w*|so'z\w*|belgi\w*)"
        ),
        reach=110,
    ),
    _Rule(
        noun="number of keywords",
        paths=("keywords.limits",),
        words=r"ключевы\w* (?:слов|понят)\w*|key ?-?words?|(?:kalit|tayanch) (?:so'z|ibora)\w*",
        value=(
            rf"(?:{_FIGURE})(?![\d\s.,–-]*(?:pt?(?!\w)|пт|кегл|раз|марта|marta|см|cm|мм|mm|б\.|\())"
        ),
        reach=50,
    ),
    _Rule(
        noun="style of citations",
        paths=("citations",),
        words=r"(?:ссылк|сноск|цитирован)\w* (?:\w+ ){0,3}(?:оформл|да[юе]тся|привод|указыва"
        r"|размеща|в )\w*|citations?"
        r"|(?:reference|citation) style|footnotes?|havola\w*|iqtibos\w*|snoska\w*",
        value=r"\w",
    ),
    _Rule(
        noun="order of the list",
        paths=("lists.order",),
        words=r"(?:по|в) алфавит\w*|alphabetical\w*|alifbo (?:bo'y|tartib|ketma)\w*"
        r"|в порядке (?:\w+ )?(?:упомин|цитир|появл)\w*"
        r"|order of (?:citation|appearance)",
        value=r"",
    ),
    _Rule(
        noun="how many works",
        paths=("works.limits", "works.recent_years"),
        words=r"(?:спис\w+ |количеств\w+ |числ\w+ )(?:\w+ )?(?:литератур|источник)\w*"
        r"|number of (?:references|sources)|references"
        r"|adabiyot\w* (?:soni|ro'yxat)\w*",
        value=(
            r"\d+[\d\s–-]*\s?(?:\w+ )?(?:источник|наименован|позици|sources|references|titles"
            r"|manba|adabiyot)\w*"
        ),
        reach=90,
    ),
)
_NO_RULE = re.compile(r"//|(?:19|20)\d\d\.|https?:|№\s*\d|\[\d+\]")
"""What stands in samples of citations."""


def unread(page: Sequence[Saying], known: Collection[str]) -> Iterator[Told]:
    """Yield what a page speaks of and no field is known of, each with the words that may rule it.

    ``known`` are the paths of fields that were read, told twice, or told otherwise.
    """
    for rule in _RULES:
        if any(f"{each}.".startswith(f"{path}.") for each in known for path in rule.paths):
            continue
        words = re.compile(rf"(?<!\w)(?:{rule.words})", re.IGNORECASE)
        value = re.compile(rule.value, re.IGNORECASE if rule.noun != "font" else 0)
        for saying in page:
            if quote := _told(saying, words, value, rule):
                yield Told(about=rule.noun, quote=quote, path=rule.paths[0])
                break


def _told(saying: Saying, words: re.Pattern[str], value: re.Pattern[str], rule: _Rule) -> str:
    """Return the words of a sentence that speak of a rule and seem to say what it is."""
    if _NO_RULE.search(saying.text):
        return ""
    for match in words.finditer(saying.text):
        behind = saying.text[match.end() : match.end() + rule.reach]
        if rule.noun == "font":  # names are known by their capitals
            behind = _as_printed(saying, match.end(), rule.reach)
        if found := value.search(behind):
            end = min(len(saying.text), match.end() + found.end())
            return _quoted(saying, match.start(), end)
    return ""


def _as_printed(saying: Saying, start: int, reach: int) -> str:
    if start >= len(saying.places):
        return ""
    first = saying.places[start]
    return saying.source[first : first + reach]


def _quoted(saying: Saying, start: int, end: int) -> str:
    """Return words from a place on, to what is ruled and a little farther."""
    text = saying.text
    stop = re.compile(r"[;.](?:\s|$)|,\s(?=\D)").search(text, end)
    last = min(stop.start() if stop else len(text), end + 40)
    quote = saying.quote(start, max(end, last))
    return " ".join(quote.split()[:MOST_WORDS])
