"""The states that a text speaks of: by name, by words made of the name, or by a city of theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from babel import Locale

from uchtil.checks.evening import even

_ISO = 2
"""Letters of the code of a state; parts of the world have figures."""
_SHORT_NAME = 4
"""Letters of the shortest name of a state that is looked for."""

CITIES: Mapping[str, Mapping[str, str]] = {
    "Uzbekistan": {
        "uz": "Toshkent|Samarqand|Buxoro|Namangan|Andijon|Farg'ona|Qo'qon|Nukus|Urganch|Xiva|"
        "Termiz|Qarshi|Navoiy|Jizzax|Guliston",
        "ru": "Ташкент|Самарканд|Бухар|Наманган|Андижан|Ферган|Коканд|Нукус|Ургенч|Хив|Термез|"
        "Карши|Навои|Джизак|Гулистан",
        "en": "Tashkent|Samarkand|Bukhara|Namangan|Andijan|Fergana|Kokand|Nukus|Urgench|Khiva|"
        "Termez|Karshi|Qarshi|Navoi|Jizzakh|Gulistan",
    },
    "Kazakhstan": {
        "uz": "Ostona|Olmaota|Chimkent|Shimkent|Turkiston|Qizilo'?rda|Aqto'be|Aqtau|Aktau|Atirau|"
        "Qarag'anda|Qo'stanay|Pavlodar|Semey|Taroz|Jambul|Oral|Petropavl|Sariog'och",
        "ru": "Астан|Нур-Султан|Алма-Ат|Алмат|Шымкент|Чимкент|Туркестан|Кызылорд|Актобе|Актау|"
        "Атырау|Караганд|Костана|Павлодар|Семе[йя]|Семипалатинск|Тараз|Джамбул|Уральск|"
        "Петропавловск|Сарыагаш",
        "en": "Astana|Nur-Sultan|Almaty|Alma-Ata|Shymkent|Turkistan|Turkestan|Kyzylorda|Aktobe|"
        "Aktau|Atyrau|Karaganda|Kostanay|Pavlodar|Semey|Taraz|Uralsk|Petropavl|Saryagash",
    },
    "Kyrgyzstan": {
        "uz": "Bishkek|O'sh(?!a)|Jalolobod",  # "o'sha" is "that"
        "ru": r"Бишкек|Ош(?=(?:а|е|у|ск\w+)?(?!\w))|Джалал-Абад",
        "en": r"Bishkek|Osh(?!\w)",
    },
    "Tajikistan": {"uz": "Dushanbe|Xo'jand", "ru": "Душанбе|Худжанд", "en": "Dushanbe|Khujand"},
    "Turkmenistan": {"uz": "Ashxobod|Turkmanobod", "ru": "Ашхабад", "en": "Ashgabat"},
    "China": {"uz": "Pekin", "ru": "Пекин", "en": "Beijing"},
    "Afghanistan": {"uz": "Kobul|Qobul", "ru": "Кабул", "en": "Kabul"},
    "Iran": {"uz": "Tehron", "ru": "Тегеран", "en": "Tehran"},
    "Azerbaijan": {"uz": "Boku", "ru": "Баку", "en": "Baku"},
    "Armenia": {"uz": "Yerevan", "ru": "Ереван", "en": "Yerevan"},
    "Belarus": {"uz": "Minsk", "ru": "Минск", "en": "Minsk"},
    "United States": {"uz": "Vashington", "ru": "Вашингтон", "en": "Washington"},
    "European Union": {"uz": "Bryussel", "ru": "Брюссел", "en": "Brussels"},
    "Russia": {"uz": "Moskva|Sochi|Qozon", "ru": "Москв|Сочи|Казан", "en": "Moscow|Sochi|Kazan"},
}
"""Cities by the name in English of the state that they lie in; the beginnings of their names.

Capitals stand for their states in prose, and what happens in a city of one state and one of the
other is between the two.
"""


@cache
def _cities(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    # Capital letters tell "Oral" from the word.
    return tuple(
        (state, re.compile(rf"(?<!\w)(?:{names[code]})(?:\w|')*"))
        for state, names in CITIES.items()
    )


ADJECTIVES: Mapping[str, Mapping[str, str]] = {
    "Kazakhstan": {"uz": "qozoq|tenge", "ru": "тенге", "en": "tenge"},
    "Uzbekistan": {
        "uz": "o'zbek|so'm(?!o)",
        "ru": r"сум(?:ах|ов|ы)?(?!\w)",
        "en": "so[uʻ']?ms?|soums?",
    },
    "Russia": {"ru": "росси(?:йск|ян)", "en": "Russians?"},
    "China": {"ru": "китайск", "en": "Chinese"},
    "Türkiye": {"ru": "турецк|турк(?:и|ов)|Турци", "en": "Turkish|Turks|Turkey"},
    "Kyrgyzstan": {"uz": "qirg'iz", "ru": "ки?[ыр]+г[иы]зск|Киргизи", "en": "Kyrgyz"},
    "Tajikistan": {"uz": "tojik", "ru": "таджикск", "en": "Tajiks?"},
    "Turkmenistan": {"uz": "turkman", "ru": "туркменск|Туркмени", "en": "Turkmen"},
    "Germany": {"ru": "немецк|германск", "en": "Germans?"},
    "India": {"ru": "индийск", "en": "Indians?"},
    "Iran": {"ru": "иранск", "en": "Iranians?"},
    "Afghanistan": {"ru": "афганск", "en": "Afghans?"},
    "Ukraine": {"ru": "украинск", "en": "Ukrainians?"},
    "United States": {"ru": "американск|США", "en": "Americans?"},
    "South Korea": {"ru": "(?:южно)?корейск", "en": "(?:South )?Koreans?"},
    "Japan": {"ru": "японск", "en": "Japanese"},
}
"""Words made of the names of states, and currencies that one state alone has; in Uzbek of peoples:
the name itself stands before nouns."""


@cache
def _adjectives(code: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    end = r"(?!\w)" if code == "en" else ""
    return tuple(
        (state, re.compile(rf"(?<!\w)(?:{words[code]}){end}", re.IGNORECASE))
        for state, words in ADJECTIVES.items()
        if code in words
    )


@cache
def _countries(code: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Return all states of the world by CLDR's names, in English and as they begin in a text.

    The letters that a name begins with are told too: looking for these alone is fast.
    """
    english, own = Locale("en").territories, Locale(code).territories
    found = []
    for territory in english:
        name = even(own.get(territory, "")).text
        if len(str(territory)) != _ISO or len(name) < _SHORT_NAME:
            continue
        # Russian names lose their last vowel where they are inflected.
        stem = re.sub("(?:ия|[аяьыей])\\Z", "", name) if code == "ru" else name
        pattern = rf"(?<!\w){re.escape(stem)}" + (r"(?!\w)" if code == "en" else "")
        found.append((english[territory], stem, re.compile(pattern)))
    return tuple(found)


def places_of_states(text: str, code: str) -> Mapping[str, tuple[int, ...]]:
    """Return the states, by their names in English, that a text names, or a city of which.

    With each are the places where it is named.
    """
    found: dict[str, list[int]] = {}
    countries = ((state, pattern) for state, name, pattern in _countries(code) if name in text)
    for table in (_cities(code), countries, _adjectives(code)):
        for state, pattern in table:
            for match in pattern.finditer(text):
                found.setdefault(state, []).append(match.start())
    return {state: tuple(sorted(places)) for state, places in found.items()}
