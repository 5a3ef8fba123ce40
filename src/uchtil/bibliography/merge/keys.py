"""Keys for entries that come without one, or with one that cannot be a key."""

from __future__ import annotations

import re
import unicodedata

from uchtil.bibliography.reference import Reference

KEY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")
"""What a key is made of."""


def key_made_of(reference: Reference) -> str:
    """Return a key of the family name, or a word of the title, and the year."""
    people = reference.names.get("author") or reference.names.get("editor") or ()
    text = (people[0].family or people[0].literal) if people else reference.title
    words = [word for word in re.findall(r"[a-z]+", _ascii(text)) if len(word) > 2 or people]
    date = reference.dates.get("date")
    year = str(date.first.year) if date and date.start else ""
    words = words or ["work"]
    return f"{words[0]}{year}" if people else "-".join([*words[:2], *([year] if year else [])])


_SPELT = {
    **dict(zip("абвгдезийклмнопрстуфэ", "abvgdeziyklmnoprstufe", strict=True)),
    **{"ё": "yo", "ж": "j", "х": "x", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": ""},
    **{"ы": "i", "ь": "", "ю": "yu", "я": "ya", "ў": "o", "қ": "q", "ғ": "g", "ҳ": "h"},
    **{"ә": "a", "і": "i", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h"},
}


def _ascii(text: str) -> str:
    """Return a text in small ASCII letters, for keys: readable, and nothing rests on it."""
    flat = unicodedata.normalize("NFC", text).casefold()
    flat = re.sub(r"[’‘'`´ʻʼ]", "", "".join(_SPELT.get(sign, sign) for sign in flat))
    bare = unicodedata.normalize("NFKD", flat)
    return "".join(sign for sign in bare if not unicodedata.combining(sign))
