"""The signs of Uzbek in Latin script."""

from uchtil.language.orthography import LATIN, Orthography

ORTHOGRAPHY = Orthography(
    name="Uzbek",
    script=LATIN,
    quotes=("“", "”"),
    inner=("‘", "’"),
    dash="–",
    dashes="–",
    apostrophe="ʼ",
    apostrophe_after=("oOgG", "ʻ"),
    units=("foiz", "ming", "mln", "mlrd", "trln", "km", "kv", "m", "kg", "ga", "gektar", "tonna"),
    before_number=("№",),
    initial="(?:Sh|Ch|Ye|Yo|Yu|Ya|[OG]ʻ|[A-Z])\\.",
)
