"""The words of facts and passages, made comparable: stems, and how much each tells.

A stem is the first five letters of a word, as good for languages with many endings as a grammar
is (Can et al. 2008, of Turkish); the commonest endings are taken off first, since short words
differ in them.  How much a stem tells is known from how few facts have it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache

from uchtil.intake.recognise.forms import WORD, evened
from uchtil.language import LANGUAGES, wording_of

_LETTERS = 5
_ENDINGS = {
    "uz": re.compile(r"(?:lar)?(?:im|ing|si|i)?(?:ning|dan|da|ga|ni)?\Z"),
    "ru": re.compile(
        r"(?:ами|ями|ого|его|ому|ему|ыми|ими|ов|ев|ей|ой|ий|ый|ая|яя|ое|ее|ые|ие|ам|ям|ах|ях|ом|ем|"
        r"ую|юю|их|ых|им|ым|а|я|о|е|ы|и|у|ю|ь|й)\Z"
    ),
    "en": re.compile(r"(?:ies|ed|ing|es|s|e|y|’s|'s)\Z"),
}
"""Endings by which short words differ; of long ones the first letters tell enough."""
_SHORTEST = 3


@lru_cache(maxsize=1 << 15)
def stem(word: str, code: str) -> str:
    """Return the stem of a word made even; nothing where it says nothing."""
    low = word.lower().replace("ё", "е")
    if len(low) < _SHORTEST or low in _empty(code) or _months(code).fullmatch(low):
        return ""
    made = _shortened(low, code)
    return _same(code).get(made, made)


def _shortened(low: str, code: str) -> str:
    shorter = _ENDINGS[code].sub("", low)
    return (shorter if len(shorter) >= _SHORTEST else low)[:_LETTERS]


@lru_cache(maxsize=8)
def _same(code: str) -> Mapping[str, str]:
    """Return the stems that stand for another, which means the same here."""
    return {
        _shortened(word, code): _shortened(group.split()[0], code)
        for group in SAME[code]
        for word in group.split()
    }


SAME: Mapping[str, tuple[str, ...]] = {
    "uz": (
        "shartnoma bitim ahdnoma kelishuv ahd pakt",
        "deklaratsiya bayonot bayonnoma",
        "abadiy mangu",
        "investitsiya sarmoya mablag'",
        "savdo tovar ayirboshlash oldi-sotdi",
        "aylanma almashinuv",
        "korxona kompaniya firma",
        "chegara sarhad",
        "ustun belgi",
        "post punkt",
        "munosabat aloqa",
        "poytaxt shahar",
        "xodim mutaxassis ishchi",
        "loyiha reja",
        "qiymat narx",
        "tashrif safar bordi borgan keldi kelgan",
        "prezident rahbar yetakchi",
        "daryo suv",
        "tashabbus taklif",
        "qurilish bunyod qurila",
        "aholi yashaydi",
        "nazorat bojxona",
        "talaba o'quvchi",
    ),
    "ru": (
        "договор соглашение пакт договорились договоренность",
        "декларация заявление",
        "инвестиции вложения капиталовложения",
        "товарооборот торговля торговый оборот товарообмен",
        "предприятие компания фирма",
        "граница рубеж",
        "столб знак",
        "отношения связи",
        "специалист работник сотрудник",
        "стоимость цена обойдётся",
        "вечный вечной нерушимый",
        "железная железнодорожный",
        "посол посольство",
        "поддержка поддержал",
        "рост прирост вырос прибавил",
        "груз грузов грузоперевозки перевозки",
        "демаркация размеченный разметка",
        "визит поездка посетил приезд приезжал ездил прибыл прилетал",
        "президент лидер глава руководитель",
        "река вода",
        "инициатива предложение",
        "строительство стройка сооружение строить",
        "население жители",
        "бессрочный неограниченный срок",
        "рабочих вакансия занятость",
        "пропуск переход",
    ),
    "en": (
        "treaty agreement accord pact",
        "declaration statement",
        "investment capital invested",
        "trade turnover commerce",
        "enterprise company firm business",
        "border frontier boundary",
        "post marker pillar",
        "relations ties links",
        "specialist worker expert staff",
        "cost price worth",
        "eternal everlasting perpetual",
        "railway rail railroad",
        "ambassador envoy embassy",
        "growth rise grew rose increase",
        "freight cargo goods",
        "share percentage portion",
        "demarcation marking marked",
        "visit trip journey travelled went came flew",
        "president leader head",
        "water river",
        "initiative proposal",
        "construction building built build",
        "population inhabitants people",
        "unlimited open-ended indefinite",
        "job work employment",
        "checkpoint crossing",
        "support backed",
        "goods products",
        "factory plant",
        "joint common shared",
        "queue wait",
        "train passenger",
    ),
}
"""Words that mean the same in texts of this kind; the first stands for all of its line."""


@lru_cache(maxsize=8)
def _empty(code: str) -> frozenset[str]:
    return frozenset(_COMMON[code].split())


@lru_cache(maxsize=8)
def _months(code: str) -> re.Pattern[str]:
    """Months are part of dates, which are compared as such."""
    return re.compile(f"(?:{'|'.join(wording_of(code).months)})", re.IGNORECASE)


_COMMON: Mapping[str, str] = {
    "uz": "to'g'risidagi haqidagi"
    " to'g'risida'gi haqida'gi va bu ham eng bor haqida bilan bugun davlat mamlakat "
    "davlatlar respublikasi bir har o'zaro ikki tomonlama boshqa so'm ming ortiq yaqin yil "
    "yili yilda yilning yilgi oy oyida kuni kun hamda esa edi ekan bo'lgan bo'ldi bo'lib "
    "uchun orqali to'g'risida bo'yicha shu ushbu mazkur o'rtasida o'rtasidagi qilindi "
    "etildi etilgan qilingan tashkil barcha yana soni hajmi mlrd mln milliard million "
    "dollar dollarga dollari dollariga dollarini dollarni aqsh foiz foizga foizni nafar "
    "dona oshdi oshgan oshib yetdi yetgan yetib",
    "ru": "взаимный взаимная взаимной взаимную взаимного двусторонний как что так или его она они "
    "оно себя всё все том числе тех та те за под над без после перед около во со на по из "
    "об от до республики республика два двух двумя год года году годах лет был была было "
    "были быть для при между этот эта это ее их который которая которые также уже более "
    "того стран страны странами государств государства число млрд млн тыс миллиард "
    "миллиарда миллиардов миллион миллиона миллионов тысяч доллар доллара долларов сша "
    "процент процента процентов",
    "en": "mutual bilateral and not but one two per all any into out over under about after "
    "before during most republic the year years was were has had been for from with between "
    "this that these those which who their its also more than countries country states "
    "state number billion million thousand dollars dollar cent percent",
}
"""Words that are in every text of a review, beside those that are in every text."""


@lru_cache(maxsize=1 << 12)
def stems(text: str, code: str) -> frozenset[str]:
    """Return the stems of a text as it is written."""
    return stems_of_even(evened(text, code), code)


def stems_of_even(text: str, code: str) -> frozenset[str]:
    """Return the stems of a text made even."""
    found = set()
    for match in WORD.finditer(text):
        for part in match[0].split("-"):
            if made := stem(part, code):
                found.add(made)
    return frozenset(found)


class Weights:
    """How much each stem or name tells: the fewer texts have it, the more."""

    def __init__(self, texts: Iterable[Iterable[str]]) -> None:
        listed = [frozenset(each) for each in texts]
        self._counts = Counter(each for text in listed for each in text)
        self._all = len(listed)
        self._weights = {each: self._weight(count) for each, count in self._counts.items()}
        self._greatest = self._weight(0)
        self._whole: dict[frozenset[str], float] = {}

    def _weight(self, count: int) -> float:
        return math.log((self._all + 1) / (count + 0.5))

    def of(self, token: str) -> float:
        """Return the weight of one; of what no text has, the greatest."""
        return self._weights.get(token, self._greatest)

    def share(self, token: str) -> float:
        """Return the share of texts that have it."""
        return self._counts[token] / max(self._all, 1)

    def sum(self, tokens: Iterable[str]) -> float:
        """Return the weight of several."""
        weight, greatest = self._weights.get, self._greatest
        told = [weight(each, greatest) for each in tokens]
        if len(told) == 1:  # as most often
            return told[0]
        return math.fsum(told)  # exact, in whatever order a set has them

    def covered(self, wanted: frozenset[str], there: frozenset[str]) -> float:
        """Return which share of the weight of what is wanted is there."""
        shared = wanted & there
        if not shared:
            return 0.0
        if wanted not in self._whole:  # there are as many as facts have texts
            self._whole[wanted] = self.sum(wanted)
        whole = self._whole[wanted]
        return self.sum(shared) / whole if whole > 0 else 0.0


CODES = tuple(each.code for each in LANGUAGES)
