"""Tables that fit the page: widths by what stands in them, heads that repeat, whole rows."""

from __future__ import annotations

import re

from uchtil.formats.docx.wordml import Element, element, shown_text, style_of, w

_LETTER = 108
"""The mean width of a letter at 10 points, in twips: about 0.54 em, as Cyrillic needs."""

_PADDING = 2 * 85 + 40
"""What a cell takes beside its text, in twips: its two margins and a little air."""

_BODY_STYLES = frozenset({"", "Compact", "BodyText", "FirstParagraph"})

_SPACE_BELOW = 240
"""The space between a table and the paragraph below it, in twips (12 points)."""


def finish_tables(body: Element, text_width: int) -> None:
    """Lay out every table for lines of ``text_width`` twips."""
    for table in body.iter(w("tbl")):
        widths = column_widths(_cells(table), text_width)
        _set_widths(table, widths)
        for row in table.findall(w("tr")):
            head = _finish_row(row)
            for paragraph in row.iter(w("p")):
                if style_of(paragraph) in _BODY_STYLES:
                    _restyle(paragraph, "TableHeading" if head else "TableText")
        _space_below(table)


def column_widths(rows: list[list[tuple[int, str]]], text_width: int) -> list[int]:
    """Return the widths of a table's columns in twips; their sum is ``text_width``.

    ``rows`` hold cells as (columns spanned, text).  As browsers do it: no column is
    narrower than its longest word (unless all the words together are too wide), and what
    is left is shared out by how much text still waits for room.
    """
    count = max((sum(span for span, _ in row) for row in rows), default=0)
    least, wanted = [_PADDING] * count, [_PADDING] * count
    for row in rows:
        column = 0
        for span, text in row:
            if span == 1 and text:
                words = re.split(r"[\s/–—-]+", text)
                least[column] = max(least[column], _width(max(words, key=len)))
                wanted[column] = max(wanted[column], _width(text))
            column += span
    wanted = [min(each, 3 * text_width) for each in wanted]
    least = [min(each, text_width // 3 if count > 2 else text_width // 2) for each in least]
    spare = text_width - sum(least)
    if sum(wanted) <= text_width:
        shares, base = [float(each) for each in wanted], wanted
        spare = text_width - sum(wanted)
    elif spare >= 0:
        # The root keeps one very long cell from starving its neighbours.
        shares, base = (
            [max(1, big - small) ** 0.5 for big, small in zip(wanted, least, strict=True)],
            least,
        )
    else:
        shares, base = [float(each) for each in least], [0] * count
        spare = text_width
    total = sum(shares)
    widths = [small + int(spare * share / total) for small, share in zip(base, shares, strict=True)]
    if widths:
        widths[-1] += text_width - sum(widths)
    return widths


def _width(text: str) -> int:
    return len(text) * _LETTER + _PADDING


def _cells(table: Element) -> list[list[tuple[int, str]]]:
    return [
        [
            (_span(cell), "\n".join(shown_text(p) for p in cell.iter(w("p"))))
            for cell in row.findall(w("tc"))
        ]
        for row in table.findall(w("tr"))
    ]


def _span(cell: Element) -> int:
    span = cell.find(f"{w('tcPr')}/{w('gridSpan')}")
    return 1 if span is None else int(str(span.get(w("val"))))


def _set_widths(table: Element, widths: list[int]) -> None:
    properties = table.find(w("tblPr"))
    assert properties is not None, "pandoc gives every table its properties"
    for tag in ("tblW", "tblLayout", "jc", "tblInd"):
        for old in properties.findall(w(tag)):
            properties.remove(old)
    style = properties.find(w("tblStyle"))
    place = 0 if style is None else 1
    properties.insert(place, element("tblW", w=sum(widths), type="dxa"))
    properties.insert(place + 1, element("tblLayout", type="fixed"))
    grid = table.find(w("tblGrid"))
    assert grid is not None, "pandoc gives every table a grid"
    grid[:] = [element("gridCol", w=each) for each in widths]
    for row in table.findall(w("tr")):
        column = 0
        for cell in row.findall(w("tc")):
            span = _span(cell)
            inside = cell.find(w("tcPr"))
            if inside is None:
                inside = element("tcPr")
                cell.insert(0, inside)
            for old in inside.findall(w("tcW")):
                inside.remove(old)
            inside.insert(0, element("tcW", w=sum(widths[column : column + span]), type="dxa"))
            column += span


def _finish_row(row: Element) -> bool:
    """Keep a row on one page; tell whether it is a head that every page repeats."""
    properties = row.find(w("trPr"))
    if properties is None:
        properties = element("trPr")
        row.insert(0, properties)
    head = properties.find(w("tblHeader")) is not None
    properties[:] = [element("cantSplit"), *([element("tblHeader")] if head else [])]
    return head


def _restyle(paragraph: Element, style: str) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    for old in properties.findall(w("pStyle")):
        properties.remove(old)
    properties.insert(0, element("pStyle", val=style))


def _space_below(table: Element) -> None:
    """Part the text below from the table; headings and notes have a space of their own."""
    below = table.getnext()
    while below is not None and below.tag in (w("bookmarkEnd"), w("bookmarkStart")):
        below = below.getnext()
    if below is None or below.tag != w("p") or style_of(below) not in _BODY_STYLES:
        return
    properties = below.find(w("pPr"))
    if properties is None or properties.find(w("spacing")) is not None:
        return
    places = [properties.find(w(tag)) for tag in ("pStyle", "keepNext", "numPr")]
    place = max((properties.index(each) + 1 for each in places if each is not None), default=0)
    properties.insert(place, element("spacing", before=_SPACE_BELOW))
