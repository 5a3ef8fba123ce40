"""What was done, said in the words of three languages: signing is not ratifying.

Each expression is the beginning of words, matched against a text made even, without regard to
case.  Two passages that tell of different acts do not tell of the same event.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

ACTS: Mapping[str, Mapping[str, str]] = {
    "signed": {
        "uz": r"imzola\w*|imzo (?:chek|qo'y)\w*|tuzilgan|tuzildi|tuzdi\w*|tuzgan|qo'l qo'y\w+",
        "ru": r"подпис\w+|заключ(?:ил|ён|ен)\w*|скрепил\w*",
        "en": r"sign(?:ed|ing|ature)\w*|concluded|inked",
    },
    "ratified": {
        "uz": r"ratifikatsiya\w*",
        "ru": r"ратифи\w+",
        "en": r"ratif\w+",
    },
    "in force": {
        "uz": r"kuchga kir\w+",
        "ru": r"вступил\w* в силу",
        "en": r"(?:came|entered|entry) into force|took effect",
    },
    "opened": {
        "uz": r"ochil\w+|ochgan|ochish\w*|ish(?:ini)? boshla\w+|ishga tush\w+|"
        r"foydalanishga topshir\w+",
        "ru": r"откры\w+|введен\w* в (?:строй|эксплуатацию)|запущен\w*|запуст\w+|пустил\w*|пуск\w*|"
        r"заработа\w+|(?:начал\w*|возобновил\w*) работ\w+",
        "en": r"(?:re-?)?open(?:ed|ing|s)?|inaugurat\w+|launch\w*|put into operation|"
        r"commission(?:ed|ing)|(?:began|started|resumed) (?:work|operati)\w*",
    },
    "closed": {
        "uz": r"yopil\w+|yopib|yopiq",
        "ru": r"закры\w+",
        "en": r"clos(?:ed|ure|ing)|shut",
    },
    "begun": {
        "uz": r"boshlan\w+|boshladi\w*|kirishil\w+|start ol\w+",
        "ru": r"нача(?:л|т)\w*|начал\w*|приступил\w*|старт\w*",
        "en": r"beg[au]n|begin\w*|start(?:ed|s|ing)?|broke ground|ground was broken|got under way",
    },
    "established": {
        "uz": r"o'rnatil\w+|o'rnatgan|o'rnatish\w*|tashkil (?:et|qilin|top)\w+|tuzilgan|tuzildi",
        "ru": r"установ(?:ил|лен|лены|ление)\w*|учре(?:дил|жд)\w+|создан\w*",
        "en": r"establish\w+|set up|founded|created",
    },
    "visited": {
        "uz": r"tashrif\w*|safar\w*|kelgan|borgan|keldi|bordi",
        "ru": r"визит\w*|посе(?:тил|щал)\w*|прибы(?:л|вал)\w*|прилет(?:ел|ал)\w*|поезд(?:к\w+|ок)|"
        r"(?:по)?быва(?:л|ет)\w*|приезжал\w*|(?:съ)?ездил\w*",
        "en": r"visit\w*|travel\w+ to|trips?|journeys?|flew to|went to|hosted|came the other way",
    },
    "met": {
        "uz": r"uchrash\w+|muzokara\w*|yig'ilish\w*|majlis\w*|maslahatlashuv\w*|"
        r"to'plan\w+|anjuman\w*",
        "ru": r"встре(?:ч|т)\w+|переговор\w*|заседани\w+|совещани\w+|саммит\w*|"
        r"консультаци\w+|собрал\w+",
        "en": r"met|meeting\w*|talks|negotiat\w+|session\w*|summit\w*|consultati\w+|gather\w+",
    },
    "joined": {
        "uz": r"a'zo bo'l\w+|qo'shil\w+",
        "ru": r"вступил\w* в (?!силу)|присоедин\w+|вош(?:ёл|ел|ла|ли) в",
        "en": r"join\w*|accession|acced\w+|became (?:a )?members?",
    },
    "adopted": {
        "uz": r"qabul qil\w+",
        "ru": r"принят\w*|приня(?:л|ли|ла)",
        "en": r"adopt\w*|passed",
    },
}
"""Acts by their English name, which reasons are told in."""

EXCLUSIVE: tuple[frozenset[str], ...] = (
    frozenset({"signed", "ratified", "in force"}),
    frozenset({"opened", "closed", "begun"}),
)
"""Acts done to one thing at different times: who tells the one does not tell the other."""

REPEATED = frozenset({"visited", "met"})
"""What the same people do again and again: another date means another time."""

MUTUAL: Mapping[str, str] = {
    "uz": r"o'zaro|ikki (?:davlat|mamlakat|tomon|respublika|qo'shni|xalq|prezident|rahbar|poytaxt|"
    r"hukumat|parlament|vazirlik|xizmat|(?:temir yo'l|bojxona|chegara) \w+|markaziy bank|akademiya|"
    r"idora|qo'mita)\w*|tomonlar\w*|ikkala|"
    r"umumiy chegara\w*|davlatlararo|qo'shnilar\w*",
    "ru": r"взаимн\w+|двусторонн\w+|дву(?:х|мя) (?:стран\w*|государств\w*)|обеи\w+|стороны|"
    r"общ\w+ границ\w+|сосед(?:и|ей|ям|ями)|дву(?:х|мя) "
    r"(?:ведомств|министерств|президент|лидер|столиц|правительств|парламент|служб|академи|"
    r"комитет)\w*|(?:обе|две) (?:железн\w+ дорог|академии|столицы|службы)\w*|"
    r"центральн\w+ банк\w* (?:обеих|двух)|"
    r"между (?:странами|государствами|соседями)",
    "en": r"mutual|bilateral|"
    r"two(?: neighbou?ring)? (?:countr|state|side|neighbou?r|nation|republic)\w*"
    r"|both|each other|two-way|between the two|(?:they|which are) share\w*|"
    r"two (?:[\w-]+ )?(?:ministr|service|president|leader|capital|government|parliament|arm|grid|"
    r"railway|bank|academ|board|agenc|committee|administration)(?:y|ies|s)|the central banks|"
    r"(?:common|shared|joint) (?:border|frontier)|neighbou?rs",
}
"""Words for the parties of a review where they are not named."""

BETWEEN: Mapping[str, str] = {
    "uz": r"qo'shma|qo'shni|chegara|eksport|import|tranzit|yetkazib ber|jo'nat|sotib ol|olib kel|"
    r"hamkorlik|sheriklik|savdo|sarmoya|investitsiya|elchi|konsul|reys|orqali",
    "ru": r"совместн|сосед|границ|приграничн|погран|экспорт|импорт|транзит|постав|закуп|купил|"
    r"вывез|вывоз|ввез|ввоз|сотруднич|партн[её]р|торгов|товарооборот|инвести|посол|консул|рейс",
    "en": r"joint|neighbour|neighbor|border|frontier|cross-border|export|import|transit|suppl|"
    r"bought|sold|co-?operat|partner|trade|invest|ambassador|embass|consul|flight|"
    r"shar(?:e|ed|ing)(?!\w)",
}
"""The beginnings of words for what passes between states, or is theirs together."""

MINE: Mapping[str, str] = {
    "uz": r"men(?:i|ing|ga|da|dan)?|o'zim(?:ni|ning|ga|dan)?|\w+(?:gan|di|r|ar|ay|moqda|dosh)man|"
    r"\w+dim",
    "ru": r"я|меня|мне|мной|мною|мой|моя|моё|мое|мои|моего|моей|моему|моим|моих|мою",
    "en": r"i|my|me|mine|myself",
}
"""Words by which a writer tells of himself."""

GOES_ON: Mapping[str, str] = {
    "uz": r"u|uni|uning|unga|unda|undan|bu|buni|buning|bunda|ular|ularning|ularni|shu|ushbu|mazkur",
    "ru": r"он|она|оно|они|его|ему|её|ее|ей|их|им|ней|нём|нем|них|это|этот|эта|эту|этой|эти|этих|"
    r"этого|этом|там|тогда же|последн\w+",
    "en": r"it|its|he|his|she|her|they|their|them|this|these|that one|there|the latter",
}
"""Words by which a sentence goes on from the one before it."""

TOLD_BY: Mapping[str, str] = {
    "uz": r"(?:ga|ning) ko'ra|ma'lumot(?:lar)?iga ko'ra|xabar (?:bergan|berishicha|qilishicha)|"
    r"ma'lumot berishicha|yozishicha|qayd etishicha|ta'kidlashicha|aytishicha|fikricha|hisobicha|"
    r"yozadi|ta'kidlaydi|qayd etadi|hisoblaydi|yozgan(?:idek)?|tasnifi\w*",
    "ru": r"по (?:данным|сообщени\w+|словам|информации|сведениям)|"
    r"как (?:сообща\w+|пиш\w+|отмеча\w+)|"
    r"согласно|со ссылкой на|цит\. по|пишет|сообщает|утверждает|указывает|отмечает|насчитывает|"
    r"по (?:классификации|подсч[её]там|мнению|оценк\w+)",
    "en": r"according to|as reported by|report(?:s|ed) by|quot(?:es|ed|ing)|cit(?:es|ing)|writes|"
    r"as \w+ (?:reports|writes|notes)|reckons?|argues?|notes|claims?|maintains?|counts|"
    r"in [A-Z]\w+'s (?:view|count|account|reckoning)",
}
"""Words by which a text gives what it says to another."""


ORDINALS: Mapping[str, tuple[str, ...]] = {
    "uz": (
        *(r"birinchi\w*|ilk|dastlabki|1-(?!yil)", r"ikkinchi\w*", r"uchinchi\w*", r"to'rtinchi\w*"),
        *(r"beshinchi\w*", r"oltinchi\w*", r"yettinchi\w*", r"sakkizinchi\w*"),
    ),
    "ru": (
        *(r"перв(?:ый|ая|ое|ой|ого|ом|ую|ым)", r"втор(?:ой|ая|ое|ого|ом|ую|ым)"),
        *(
            r"трет(?:ий|ья|ье|ьей|ьего|ьем|ью|ьим)",
            r"четв[её]рт\w+",
            r"пят(?:ый|ая|ое|ой|ого|ом|ую|ым)",
        ),
        *(r"шест(?:ой|ая|ое|ого|ом|ую|ым)", r"седьм\w+", r"восьм(?:ой|ая|ое|ого|ом|ую|ым)"),
    ),
    "en": ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
}
"""First, second, third…: who tells of the fourth line does not tell of the first."""

BASE: Mapping[str, tuple[str, str]] = {
    "uz": ("", r"-?\s*(?:yil\w*)?\s*(?:nisbatan|qaraganda|solishtirganda)"),
    "ru": (
        r"(?:по сравнению с|к уровню|относительно|по отношению к|против|чем"
        r"(?: (?:в|за) (?:тот же период|те же месяцы|то же время))?)\s*",
        "",
    ),
    "en": (
        r"(?:compared (?:with|to)|relative to|against|up from|down from|than(?: in)?|"
        r"as (?:many|much|high|large|big|great|long) as(?: in)?(?: the whole of)?|"
        r"(?:than|as|to|with|from) (?:in |for )?the same (?:months?|period|time|quarter))\s*",
        "",
    ),
}
"""Words before or behind a date that something is measured against: it is not its own."""

NOT_UNTIL: Mapping[str, tuple[str, str]] = {
    "uz": ("", r"[^.;:]{0,60}?\w+ma(?:gan|di|y)\w*"),
    "ru": (r"(?<!\w)(?:не|ни)(?!\w)[^.;:]{0,60}", ""),
    "en": (r"(?:(?<!\w)(?:not|never)(?!\w)|n't(?!\w))[^.;:]{0,60}|(?<!\w)took ", ""),
}
"""Words before or behind "until 2023" by which it happened then: it was "not signed until 2023"."""


@cache
def _acts(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple(
        (name, re.compile(rf"(?<!\w)(?:{words[code]})(?!\w)", re.IGNORECASE))
        for name, words in ACTS.items()
    )


@cache
def _pattern(table: str, code: str) -> re.Pattern[str]:
    words = {"mutual": MUTUAL, "told": TOLD_BY, "on": GOES_ON, "mine": MINE}[table][code]
    start = "" if words.startswith("(?:ga|") else r"(?<!\w)"
    return re.compile(rf"{start}(?:{words})(?!\w)", re.IGNORECASE)


def acts_in(text: str, code: str) -> Mapping[str, int]:
    """Return the acts that a text made even tells of, and where each stands first."""
    found = {}
    for name, pattern in _acts(code):
        if match := pattern.search(text):
            found[name] = match.start()
    return found


def is_base(before: str, behind: str, code: str) -> bool:
    """Whether a date is what something is measured against, by the words on either side."""
    first, second = BASE[code]
    return bool(
        (first and re.search(rf"{first}\Z", before, re.IGNORECASE))
        or (second and re.match(second, behind, re.IGNORECASE))
    )


def is_not_until(before: str, behind: str, code: str) -> bool:
    """Whether something came about at a date until which it is told not to have."""
    first, second = NOT_UNTIL[code]
    return bool(
        (first and re.search(rf"{first}\Z", before, re.IGNORECASE))
        or (second and re.match(second, behind, re.IGNORECASE))
    )


@cache
def _ordinals(code: str) -> tuple[re.Pattern[str], ...]:
    return tuple(
        re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE) for words in ORDINALS[code]
    )


def ordinals_in(text: str, code: str) -> frozenset[int]:
    """Return the ordinals that a text made even has, as numbers."""
    return frozenset(
        number for number, words in enumerate(_ordinals(code), 1) if words.search(text)
    )


def exclude_each_other(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two passages tell of different acts done to one thing."""
    return any(
        (one & group) and (other & group) and not (one & other & group) for group in EXCLUSIVE
    )


def names_both(text: str, code: str) -> bool:
    """Whether a text speaks of "the two countries" or of what is mutual."""
    return bool(_pattern("mutual", code).search(text))


@cache
def _between(code: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{BETWEEN[code]})", re.IGNORECASE)


def is_between(text: str, code: str) -> bool:
    """Whether a text speaks of what passes between states, or is theirs together."""
    return bool(_between(code).search(text))


def is_mine(text: str, code: str) -> bool:
    """Whether a writer speaks of himself in a sentence."""
    return bool(_pattern("mine", code).search(text))


def goes_on(text: str, code: str) -> bool:
    """Whether a sentence speaks of something as told in the one before it."""
    return bool(_pattern("on", code).search(text))


def is_told_by_another(text: str, code: str) -> str:
    """Return the words by which a text gives what it says to another; nothing without them."""
    match = _pattern("told", code).search(text)
    return match[0] if match else ""
