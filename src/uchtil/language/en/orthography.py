"""The signs of British English."""

from uchtil.language.orthography import LATIN, Orthography

ORTHOGRAPHY = Orthography(
    name="English",
    script=LATIN,
    quotes=("“", "”"),
    inner=("‘", "’"),
    dash="–",
    dashes="–—",
    apostrophe="’",
    units=("per cent", "thousand", "million", "billion", "km", "m", "kg", "ha", "tonnes"),
    before_number=(r"[Nn]o\.", r"pp?\.", r"c\."),
    initial="[A-Z]\\.",
    lone=frozenset("Аа"),
)
