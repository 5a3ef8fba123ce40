"""What a journal says of type and page, as a layout for DOCX and as a style sheet for PDF."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypedDict

from uchtil.formats.docx import Layout
from uchtil.formats.pdf import Faces
from uchtil.model.profiles import Look, Paper, Profile

STYLES: Mapping[str, tuple[str, ...]] = {
    "codes": ("UDC",),
    "title": ("Title",),
    "author": ("Author",),
    "affiliation": ("Affiliation",),
    "abstract": ("Abstract", "AbstractTitle"),
    "keywords": ("Keywords",),
    "heading": ("Heading1", "Heading2", "Heading3"),
    "references": ("Bibliography",),
    "notes": ("FootnoteText",),
    "table": ("TableText", "TableHeading", "TableNote"),
    "caption": ("Caption", "TableCaption", "ImageCaption"),
}
"""The styles of a document by what a profile calls them."""

MARGIN = 2.0
"""The margins where a journal rules none, in centimetres."""

_SIZE, _SPACING, _INDENT = 14.0, 1.5, 1.25
_NOTE_SIZE = 10.0
_TABLE_SIZE = 10.0
"""What leaves room for five columns between the margins of a manuscript."""
_ALIGN = {"both": "justify"}

_USUAL: Mapping[str, Look] = {
    "title": Look(align="center", bold=True),
    "author": Look(align="center", bold=True),
    "affiliation": Look(align="center", italic=True),
    "heading": Look(bold=True),
}
"""How what is not ruled is set: all in the type of the text, names and headings set off."""


_AS: Mapping[str, str] = {"keywords": "abstract"}
"""What is set as another kind is, where the journal does not rule it: they stand together."""

_RAGGED = frozenset({"keywords"})
"""What is not set to both margins unless that is ruled: a line of few long words is torn wide."""


_AS_THE_TEXT = frozenset({"abstract", "references", "notes"})
"""What is set to the margins as the text is, unless it is ruled otherwise."""


def layout_of(profile: Profile) -> Layout:
    """Return the layout of a journal's manuscripts.

    What it does not rule is set as the text is: a manuscript is not designed.
    """
    paper, text = profile.paper, profile.type.text
    size = float(text.size or _SIZE)
    spacing = float(text.spacing or _SPACING)
    return Layout(
        font=profile.type.font,
        size=size,
        line_spacing=spacing,
        first_line_indent=float(_INDENT if text.indent is None else text.indent),
        page_width=float(paper.width),
        page_height=float(paper.height),
        margin_top=_margin(paper.top),
        margin_right=_margin(paper.right),
        margin_bottom=_margin(paper.bottom),
        margin_left=_margin(paper.left),
        hyphens=bool(profile.type.hyphens),
        otherwise={
            # Links are not set off: a manuscript is printed in black.
            "Hyperlink": {"colour": None},
            **_number(paper),
            **_otherwise(profile, size, spacing),
        },
    )


def _otherwise(profile: Profile, size: float, spacing: float) -> dict[str, dict[str, object]]:
    return {
        style: _properties(profile, kind, size, spacing)
        for kind, styles in STYLES.items()
        for style in styles
    }


def _number(paper: Paper) -> dict[str, dict[str, object]]:
    """Return how the line with the number of the page is set, as far as it is ruled."""
    _, side = place_of_number(paper)
    made: dict[str, object] = {"align": side or "center", "italic": False, "rule_below": False}
    if paper.number_size is not None:
        made["size"] = float(paper.number_size)
    return {"Header": made, "Footer": made} if paper.number or paper.number_size else {}


def place_of_number(paper: Paper) -> tuple[str, str]:
    """Return the edge and the side that the number of a page stands at; nothing for no number."""
    if paper.number == "none":
        return "", ""
    edge, _, side = (paper.number or "bottom-center").partition("-")
    return edge, side


class RunningLines(TypedDict):
    """What stands at the edges of a manuscript's pages."""

    header: str
    footer: str
    header_first: bool


def running_lines(profile: Profile) -> RunningLines:
    """Return what stands at the edges: the number of the page, where the journal wants it."""
    edge, _ = place_of_number(profile.paper)
    return {
        "header": "{page}" if edge == "top" else "",
        "footer": "{page}" if edge == "bottom" else "",
        "header_first": edge == "top",
    }


def letter_layout(layout: Layout) -> Layout:
    """Return the layout of letters and title pages, which no journal rules: no wide lines."""
    letter: Mapping[str, Mapping[str, object]] = {
        "BodyText": {"first": 0, "line": 1.15, "after": 10, "align": "left"},
        "Keywords": {"first": 0, "left": 0, "line": 1.15, "after": 4},
    }
    return replace(layout, otherwise={**layout.otherwise, **letter})


def _margin(given: object) -> float:
    return MARGIN if given is None else float(str(given))


def look_of(profile: Profile, kind: str) -> Look:
    """Return how paragraphs of a kind are set: what is ruled, else what is usual."""
    others = profile.type.others
    ruled, usual = others.get(kind) or Look(), _USUAL.get(kind) or others.get(_AS.get(kind, ""))
    usual = usual or Look()
    if kind in _RAGGED and usual.align in (None, "both"):
        usual = replace(usual, align="left")
    if ruled.italic and usual.bold:  # set off as the journal says, and not twice
        usual = replace(usual, bold=False)
    if kind == "affiliation" and (author := others.get("author")) and author.align is not None:
        usual = replace(usual, align=author.align)
    return Look(
        **{
            name: value if (value := getattr(ruled, name)) is not None else getattr(usual, name)
            for name in ("size", "spacing", "indent", "align", "bold", "italic", "capitals")
        }
    )


def _properties(profile: Profile, kind: str, size: float, spacing: float) -> dict[str, object]:
    """Return what is set otherwise in the styles of a kind."""
    look = look_of(profile, kind)
    usual = {"notes": _NOTE_SIZE, "table": min(size - 2, _TABLE_SIZE)}.get(kind, size)
    made: dict[str, object] = {
        "size": float(look.size) if look.size is not None else usual,
        "line": float(look.spacing)
        if look.spacing is not None
        else (1.0 if kind in ("notes", "table") else spacing),
    }
    if look.indent is not None:
        made |= {"first": float(look.indent), "left": 0}
    elif kind in ("abstract", "keywords"):
        made |= {"first": 0, "left": 0, "right": 0}
    for name in ("align", "bold", "italic", "capitals"):
        if (value := getattr(look, name)) is not None:
            made[name] = value
    if kind in _AS_THE_TEXT and look.align is None and profile.type.text.align is not None:
        made["align"] = profile.type.text.align
    return made


def faces_of(profile: Profile) -> Faces:
    """Return the fonts and the style sheet of a journal's printed manuscripts.

    They are set in Liberation Serif, whose letters are as wide as those of Times New Roman:
    that font is not free, and so cannot be part of this project.
    """
    rules = stylesheet(profile)
    return Faces(
        family="Liberation Serif",
        coverage="fonts/liberation/coverage.txt",
        stylesheet=lambda templates: _faces() + _common(templates) + rules,
    )


def _faces() -> str:
    return "".join(
        f'@font-face {{ font-family: "Liberation Serif"; font-style: {style}; '
        f'font-weight: {weight}; src: url("fonts/liberation/LiberationSerif-{name}.ttf") }}\n'
        for name, style, weight in (
            ("Regular", "normal", 400),
            ("Italic", "italic", 400),
            ("Bold", "normal", 700),
            ("BoldItalic", "italic", 700),
        )
    )


def _common(templates: Path) -> str:
    return (templates / "journals" / "manuscript.css").read_text(encoding="utf-8")


def stylesheet(profile: Profile) -> str:
    """Return the rules that the profile makes, in CSS."""
    layout = layout_of(profile)
    rules = [
        f"@page {{ size: {layout.page_width}cm {layout.page_height}cm; margin: "
        f"{layout.margin_top}cm {layout.margin_right}cm {layout.margin_bottom}cm "
        f"{layout.margin_left}cm }}",
        f"html {{ font-size: {layout.size}pt; line-height: {_line(layout.line_spacing)} }}",
        f"body {{ hyphens: {'auto' if layout.hyphens else 'manual'} }}",
        f".text p {{ text-indent: {layout.first_line_indent}cm }}",
    ]
    rules += _printed_number(profile.paper)
    for style, properties in layout.otherwise.items():
        if style in ("Header", "Footer"):
            continue  # not of the text: told above
        rules.append(f"{_SELECTORS.get(style, _styled(style))} {{ {_declared(properties)} }}")
    return "\n".join(rules) + "\n"


def _printed_number(paper: Paper) -> list[str]:
    """Return the rules for the number of the page, in the place of the usual one."""
    if not (paper.number or paper.number_size):
        return []
    edge, side = place_of_number(paper)
    size = f"font-size: {paper.number_size}pt" if paper.number_size is not None else ""
    number = f'content: counter(page); font: 11pt "Liberation Serif"; {size}'
    boxes = {"bottom-center": "content: none"} | ({f"{edge}-{side}": number} if edge else {})
    return ["@page { " + " ".join(f"@{box} {{ {rule} }}" for box, rule in boxes.items()) + " }"]


def _styled(style: str) -> str:
    return f'[data-custom-style="{style}"]'


_SELECTORS: Mapping[str, str] = {
    "AbstractTitle": '[data-custom-style="Abstract Title"]',
    "Heading1": "h1, h2",
    "Heading2": "h3",
    "Heading3": "h4",
    "Bibliography": ".references",
    "FootnoteText": ".footnote",
    "TableText": "td",
    "TableHeading": "th",
    "TableNote": ".table-note",
    "Caption": "caption, figcaption",
    "TableCaption": "caption",
    "ImageCaption": 'figcaption, [data-custom-style="Image Caption"]',
}
"""Where a style of the document is found in the page that is printed."""

_SINGLE = 1.149
"""The height of a single line of Times New Roman, in em: its ascent, descent and gap."""


def _line(spacing: float) -> float:
    return round(spacing * _SINGLE, 4)


def _declared(properties: Mapping[str, object]) -> str:
    made = []
    for name, value in properties.items():
        match name:
            case "size":
                made.append(f"font-size: {value}pt")
            case "line":
                made.append(f"line-height: {_line(float(str(value)))}")
            case "first":
                made.append(f"text-indent: {value}cm")
            case "align":
                made.append(f"text-align: {_ALIGN.get(str(value), value)}")
            case "bold":
                made.append(f"font-weight: {'bold' if value else 'normal'}")
            case "italic":
                made.append(f"font-style: {'italic' if value else 'normal'}")
            case "capitals":
                made.append(f"text-transform: {'uppercase' if value else 'none'}")
    return "; ".join(made)
