"""The fields of profiles that tell how a manuscript looks: its pages and its type."""

from __future__ import annotations

from decimal import Decimal

from uchtil.load.fields import Field, Record, Values
from uchtil.load.profile_shapes import Measure
from uchtil.load.shapes import Flag, Text, Word
from uchtil.model.profiles import Look, Paper, Typography

KINDS = (
    "title",
    "author",
    "affiliation",
    "codes",
    "abstract",
    "keywords",
    "heading",
    "references",
    "notes",
    "table",
    "caption",
)
"""The kinds of paragraphs that a journal may want set otherwise than its text."""

PLACES_OF_NUMBERS = (
    *(f"{edge}-{side}" for edge in ("bottom", "top") for side in ("center", "left", "right")),
    "none",
)
"""Where the number of a page may stand."""

_SIDES = ("top", "right", "bottom", "left")
_PAPER_FIELDS = {
    name: Field(
        name, Measure(Decimal(low), Decimal(high), "centimetres"), f"{name}, in centimetres"
    )
    for name, low, high in (
        ("width", 9, 60),
        ("height", 12, 90),
        *((side, 0, 8) for side in _SIDES),
    )
}


def _paper(values: Values) -> Paper:
    given = {name: values.get(each) for name, each in _PAPER_FIELDS.items()}
    return Paper(
        **{name: value for name, value in given.items() if value is not None},
        number=values.get(NUMBER),
        number_size=values.get(NUMBER_SIZE),
    )


NUMBER = Field("number", Word(PLACES_OF_NUMBERS), "where the number of the page stands")
NUMBER_SIZE = Field(
    "number_size", Measure(Decimal(5), Decimal(40), "points"), "type size of that number, in points"
)
PAPER = Record(
    "the page",
    (*_PAPER_FIELDS.values(), NUMBER, NUMBER_SIZE),
    _paper,
    about="its size (A4), its margins, its number",
)

_SIZE = Field("size", Measure(Decimal(5), Decimal(40), "points"), "type size in points")
_SPACING = Field(
    "spacing",
    Measure(Decimal("0.5"), Decimal(4), "single lines"),
    "line spacing, as a multiple of the single line",
)
_INDENT = Field(
    "indent",
    Measure(Decimal(0), Decimal(5), "centimetres"),
    "indent of the first line, in centimetres",
)
_ALIGN = Field(
    "align",
    Word(
        ("left", "right", "center", "both"),
        other_words=(
            *((each, "both") for each in ("justify", "justified", "width")),
            *((each, "center") for each in ("centre", "centered", "centred", "middle")),
        ),
    ),
    "how lines are set",
)
_BOLD = Field("bold", Flag(), "in bold")
_ITALIC = Field("italic", Flag(), "in italics")
_CAPITALS = Field("capitals", Flag(), "in capitals")
_LOOK_FIELDS = (_SIZE, _SPACING, _INDENT, _ALIGN, _BOLD, _ITALIC, _CAPITALS)


def _look(values: Values) -> Look:
    return Look(
        size=values.get(_SIZE),
        spacing=values.get(_SPACING),
        indent=values.get(_INDENT),
        align=values.get(_ALIGN),
        bold=values.get(_BOLD),
        italic=values.get(_ITALIC),
        capitals=values.get(_CAPITALS),
    )


LOOK = Record("the look", _LOOK_FIELDS, _look, about="how paragraphs of a kind are set")
FONT = Field("font", Text(), "the font of everything", required=True, sample="Times New Roman")
HYPHENS = Field("hyphens", Flag(), "whether words may be parted")
_OTHERS = {kind: Field(kind, LOOK, f"how it is set: {kind}") for kind in KINDS}


def _typography(values: Values) -> Typography:
    others = {kind: values.get(each) for kind, each in _OTHERS.items()}
    return Typography(
        font=values.need(FONT),
        text=_look(values),
        others={kind: look for kind, look in others.items() if look is not None},
        hyphens=values.get(HYPHENS),
    )


TYPE = Record(
    "the type",
    (FONT, *_LOOK_FIELDS, HYPHENS, *_OTHERS.values()),
    _typography,
    about="font, size, spacing and indent of the text, and what is set otherwise",
)
