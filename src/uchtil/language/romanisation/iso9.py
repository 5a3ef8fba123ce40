"""ISO 9:1995, which GOST 7.79-2000 calls system A: one letter for one letter.

Source: ISO 9:1995 "Transliteration of Cyrillic characters into Latin characters. Slavic and
non-Slavic languages", tables 1 and 3, as printed in GOST 7.79-2000 and held by the projects
interscript/maps (iso-rus-Cyrl-Latn-9-1995) and libris/librisxl (kk-iso.txt), which agree.  It
is one table for all languages.  Where ISO prints a cedilla (ķ, ņ, ḩ), some sets of it have a
comma below; here the letters of Unicode that decompose to the cedilla are written.
"""

from __future__ import annotations

from uchtil.language.romanisation.table import Table

_LATIN = {
    **dict(
        zip(
            "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
            "abvgdeëžzijklmnoprstufhcčšŝʺyʹèûâ",
            strict=True,
        )
    ),
    # Kazakh
    "ә": "a\u030b",
    "ғ": "ġ",
    "қ": "ķ",
    "ң": "ņ",
    "ө": "ô",
    "ұ": "u\u0307",
    "ү": "ù",
    "һ": "ḥ",
    "і": "ì",
    # Uzbek
    "ў": "ŭ",
    "ҳ": "ḩ",
}

ISO_9 = Table(letters=_LATIN, rules={})
