"""Texts folded, so that one title is one title in every script and transliteration.

Cyrillic is first written in Latin letters by one plain table; from there on a text that arrived
in Latin, whoever transliterated it, goes the same way: what systems write differently becomes
one sign.  A folded text is nothing to be read: ``ж`` is ``Z`` whether it came as zh, ž or Uzbek
j; ``х`` is ``h`` for kh, x and h; and all of i, y, й, ы, ь are gone, for on them systems agree
least.  What is lost makes different titles no more alike than a letter or two would.

The letter j is the one that cannot be folded without knowing the language: Uzbek writes ж with
it (``jahon``), ISO 9 and scholars й (``rajon``).  So a text with j has two foldings.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_CYRILLIC = {
    **dict(zip("абвгдезиклмнопрстуфэ", "abvgdeziklmnoprstufe", strict=True)),
    **{"ё": "e", "ж": "Z", "й": "y", "х": "h", "ц": "s", "ч": "C", "ш": "S", "щ": "S"},
    **{"ъ": "", "ы": "y", "ь": "", "ю": "yu", "я": "ya"},
    # Uzbek and Kazakh
    **{"ў": "o", "қ": "k", "ғ": "g", "ҳ": "h"},
    **{"ә": "a", "і": "i", "ң": "n", "ө": "o", "ұ": "u", "ү": "u", "һ": "h"},
    # Tajik, Ukrainian, Belarusian, Kyrgyz have few more
    **{"ҷ": "Z", "ӣ": "i", "ӯ": "u", "є": "ye", "ї": "yi", "ґ": "g"},
}
"""Each letter (Russian, Uzbek, Kazakh and some neighbours) in the signs of folded texts."""

_MARKED = {
    **{"č": "C", "ç": "C", "š": "S", "ş": "S", "ŝ": "S", "ž": "Z", "ẑ": "Z"},
    **{"â": "ya", "û": "yu", "ŭ": "o", "ë": "e", "ı": "i", "ø": "o", "ł": "l", "đ": "d"},
    **{"ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d"},
}
"""Latin letters whose mark tells more than a variant of the letter (ISO 9, Turkish)."""

_TOGETHER = (
    ("shch|sch|SC", "S"),
    ("dzh", "Z"),
    ("sh", "S"),
    ("ch", "C"),
    ("zh", "Z"),
    ("kh|x", "h"),
    ("gh", "g"),
    ("ts|tz|cz", "s"),
    ("ng", "n"),
    ("q", "k"),
    ("w", "v"),
    ("c", "s"),
    ("yo(?=[bdfgjklmnprstvzSCZ]|$)", "e"),
)
"""Letters that stand for one, in the order in which they are looked for, after the marks."""

_J_AS_ZH = re.compile("dj|j")
_HACEK = re.compile("[čšž]")
_AND = re.compile(r"\s*&\s*")
_JOINERS = re.compile(r"(?<=\w)[’‘'`´ʻʼʹʺ”“\"′″·ˮ\u0361\ufe20\ufe21](?=\w|\b)|[ʹʺʻʼ’‘'`´″′”]")
_NO_WORD = re.compile(r"[\W_]+")
_TWICE = re.compile(r"([^\W\d])\1+")
_VOWELS = re.compile(r"[iy]+")

_TABLE = str.maketrans(_CYRILLIC | _MARKED)
_COMPILED = tuple((re.compile(pattern), sign) for pattern, sign in _TOGETHER)


@lru_cache(maxsize=1 << 17)
def foldings(text: str) -> tuple[str, ...]:
    """Return a text folded: words parted by one space each; twice where j may be two letters."""
    flat = unicodedata.normalize("NFC", text).casefold()
    flat = _AND.sub(" and ", flat)
    flat = _JOINERS.sub("", flat)
    if _HACEK.search(flat):
        flat = flat.replace("ch", "h")  # who writes č for ч means х with ch
    flat = flat.translate(_TABLE)
    bare = unicodedata.normalize("NFKD", flat)
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    bare = _NO_WORD.sub(" ", bare).strip()
    if "j" not in bare:
        return (_signs(bare),)
    found = (_signs(_J_AS_ZH.sub("Z", bare)), _signs(bare.replace("j", "y")))
    return tuple(dict.fromkeys(found))


def fold(text: str) -> str:
    """Return the first folding of a text."""
    return foldings(text)[0]


def _signs(text: str) -> str:
    for pattern, sign in _COMPILED:
        text = pattern.sub(sign, text)
    text = _VOWELS.sub("", text)
    return " ".join(_TWICE.sub(r"\1", text).split())


def skeleton(word: str) -> str:
    """Return the consonants of a folded word: what entries are first looked up by."""
    return re.sub("[aeou]", "", word) or word
