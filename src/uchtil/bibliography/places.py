"""Places of publication in English, for lists that ask for it.

Journals that ask for "References" want a place whole and by its English name ("Города приводятся в
англоязычном написании и без сокращений", rules of journals.ucp.by).  The names are those of
English gazetteers (CLDR, United Nations), the short forms those of GOST R 7.0.12-2011.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_ENGLISH: Mapping[str, str] = {
    "Almaty": "Алматы|Алма-Ата|Алмати|Olmaota|Almati",
    "Andijan": "Андижан|Андижон|Andijon",
    "Ashgabat": "Ашхабад|Ашгабат|Ашхобод|Ashxobod",
    "Astana": "Астана|Остона|Ostona",
    "Bishkek": "Бишкек|Фрунзе",
    "Bukhara": "Бухара|Бухоро|Buxoro",
    "Dushanbe": "Душанбе|Dushanbe",
    "Fergana": "Фергана|Фарғона|Fargʻona",
    "Karaganda": "Караганда|Қарағанды",
    "Kazan": "Казань|Қозон",
    "Khiva": "Хива|Xiva",
    "Kyiv": "Киев",
    "Leningrad": "Ленинград|Л.",
    "Minsk": "Минск",
    "Moscow": "Москва|М.|Moskva",
    "Namangan": "Наманган",
    "Novosibirsk": "Новосибирск",
    "Nukus": "Нукус|Nukus",
    "Nur-Sultan": "Нур-Султан|Нұр-Сұлтан",
    "Samarkand": "Самарканд|Самарқанд|Samarqand",
    "Shymkent": "Шымкент|Чимкент|Chimkent",
    "St Petersburg": "Санкт-Петербург|СПб.|СПб|Sankt-Peterburg",
    "Tashkent": "Ташкент|Тошкент|Т.|Toshkent|T.",
    "Turkistan": "Түркістан|Туркестан|Туркистон|Turkiston",
    "Urgench": "Ургенч|Урганч|Urganch",
    "Yekaterinburg": "Екатеринбург",
}
"""The English names, each with the printed ones."""

_BY_PRINTED = {
    printed: english for english, names in _ENGLISH.items() for printed in names.split("|")
}
_BETWEEN = re.compile(r"(\s*[;,/]\s*|\s+[–—]\s+)")


def place_in_english(place: str) -> str:
    """Return a place of publication, or several, in English; what is not known stays."""
    parts = _BETWEEN.split(place)
    made = [_BY_PRINTED.get(part.strip(), part) for part in parts[::2]]
    between = [re.sub(r"\s+[–—]\s+", "; ", each) for each in parts[1::2]]
    return "".join(part for pair in zip(made, [*between, ""], strict=True) for part in pair)
