"""The signs of Russian."""

from uchtil.language.orthography import CYRILLIC, Orthography

ORTHOGRAPHY = Orthography(
    name="Russian",
    script=CYRILLIC,
    quotes=("«", "»"),
    inner=("„", "“"),
    dash="—",
    dashes="—",
    apostrophe="",
    units=(
        *(r"гг?\.", r"вв?\.", "тыс", "млн", "млрд", "трлн", r"долл\.", r"руб\."),
        *("км", "кв", "м", "кг", "га", "т", "%"),
    ),
    before_number=("№", r"[Сс]\.", r"табл\.", r"рис\.", r"ст\."),
    initial="[А-ЯЁ]\\.",
    lone=frozenset("AaBCcKkOoYy"),
)
