"""Tables that fit the page: widths by what stands in them, heads that repeat, whole rows."""

from __future__ import annotations

import re

from uchtil.formats.docx.metrics import text_width
from uchtil.formats.docx.wordml import Element, element, shown_text, style_of, w

_PADDING = 2 * 85 + 40
"""What a cell takes beside its text, in twips: its two margins and a little air."""

_BODY_STYLES = frozenset({"", "Compact", "BodyText", "FirstParagraph"})

_SPACE_BELOW = 240
"""The space between a table and the paragraph below it, in twips (12 points)."""


def finish_tables(body: Element, line_width: int, size: int) -> None:
    """Lay out every table for lines of ``line_width`` and type of ``size``, both in twips."""
    for table in body.iter(w("tbl")):
        widths = column_widths(_cells(table), line_width, size)
        _set_widths(table, widths)
        for row in table.findall(w("tr")):
            head = _finish_row(row)
            for paragraph in row.iter(w("p")):
                if style_of(paragraph) in _BODY_STYLES:
                    _restyle(paragraph, "TableHeading" if head else "TableText")
        _space_below(table)


def column_widths(rows: list[list[tuple[int, str]]], line_width: int, size: int) -> list[int]:
    """Return the widths of a table's columns in twips; their sum is ``line_width``.

    ``rows`` hold cells as (columns spanned, text), set in type of ``size`` twips.  No
    column is narrower than its longest word (unless all the words together are too wide);
    columns of short texts get what they need, so that dates and numbers stay on one line,
    and columns of long ones share the rest.
    """
    count = max((sum(span for span, _ in row) for row in rows), default=0)
    least, wanted = [_PADDING] * count, [_PADDING] * count
    for row in rows:
        column = 0
        for span, text in row:
            if span == 1 and text:
                words = (_width(word, size) for word in re.split(r"[ \n/–—-]+", text))
                least[column] = max(least[column], *words)
                wanted[column] = max(wanted[column], *(_width(t, size) for t in text.split("\n")))
            column += span
    if sum(wanted) <= line_width:
        widths = _share(wanted, wanted, line_width)
    elif sum(least) >= line_width:
        widths = _share([0] * count, least, line_width)
    else:
        widths = _fill(least, wanted, line_width)
    return widths


def _fill(least: list[int], wanted: list[int], line_width: int) -> list[int]:
    """Give each column what it wants, the modest ones first, as long as that is fair."""
    widths = list(least)
    spare = line_width - sum(least)
    waiting = sorted(range(len(least)), key=lambda column: wanted[column] - least[column])
    while waiting:
        column = waiting[0]
        need = wanted[column] - least[column]
        if need > spare / len(waiting):
            break
        widths[column] += need
        spare -= need
        waiting.pop(0)
    # The root keeps one very long cell from starving its neighbours.
    weights = [
        round((wanted[column] - least[column]) ** 0.5) if column in waiting else 0
        for column in range(len(least))
    ]
    return _share(widths, weights, line_width)


def _share(base: list[int], weights: list[int], line_width: int) -> list[int]:
    """Add to each width its share, by weight, of what is left of the line."""
    spare, total = line_width - sum(base), sum(weights)
    widths = [small + spare * weight // total for small, weight in zip(base, weights, strict=True)]
    if widths:
        widths[weights.index(max(weights))] += line_width - sum(widths)
    return widths


def _width(text: str, size: int) -> int:
    """Return the width of a cell whose text stands on one line (counted bold, to be safe)."""
    return round(text_width(text, size, bold=True)) + _PADDING


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
