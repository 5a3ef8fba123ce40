"""Tracked changes in a DOCX: what pandoc cannot mark, and what is left of them.

ISO/IEC 29500-1, 17.13.5: a run of words lies in ``w:ins`` or ``w:del``; a paragraph that is put
in or taken out has that sign in the properties of its mark, a row in its own properties.
`texts_in` accepts or rejects all of it, so that every document is read back before it is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uchtil.changes.redline import RedLine
from uchtil.changes.words import Op
from uchtil.formats.docx.package import Package
from uchtil.formats.docx.wordml import Element, element, w

_DOCUMENT = "word/document.xml"
_SIGN = {Op.INSERTED: "ins", Op.DELETED: "del"}


TIMES = ("T00:00:00Z", "T00:10:00Z")
"""When changes count as made, by turns.

LibreOffice makes one change of two that are of one kind, author and minute, where the first ends
a paragraph and the second begins the next, and takes the end of the paragraph along with them,
though that was not changed.  So the time is another one after each end that stays.
"""


def track(document: bytes, lines: Sequence[RedLine], author: str, day: str) -> bytes:
    """Mark the paragraphs and rows of a document that were put in or taken out.

    The document has one paragraph or one table for each of ``lines``, in their order; raises
    ``ValueError`` where it has not.  All changes are by ``author`` and of that ``day``.
    """
    package = Package.read(document)
    body = _body(package)
    made = [each for each in body if each.tag in (w("p"), w("tbl")) and not _parts_tables(each)]
    if len(made) != len(lines):
        raise ValueError(f"{len(made)} paragraphs and tables were made of {len(lines)}")
    number, ends = 0, 0
    for each, line in zip(made, lines, strict=True):
        if (each.tag == w("tbl")) is not (line.line.kind == "table"):
            raise ValueError(f"a {line.line.kind} was made something else")
        if each.tag == w("tbl"):
            rows = each.findall(w("tr"))
            for row, red in zip(rows, line.rows, strict=True):
                if red.op in _SIGN:
                    _mark_row(row, element(_SIGN[red.op]))
        elif line.op in _SIGN:
            _mark_paragraph(each, element(_SIGN[line.op]))
        for change in each.iter(w("ins"), w("del")):
            number += 1  # pandoc counts each kind by itself
            change.set(w("id"), str(number))
            change.set(w("author"), author)
            change.set(w("date"), day + TIMES[ends % len(TIMES)])
        ends += line.op not in _SIGN
    return package.write()


def _body(package: Package) -> Element:
    body = package.tree(_DOCUMENT).find(w("body"))
    if body is None:
        raise ValueError("the document has no body")
    return body


def _parts_tables(node: Element) -> bool:
    """Whether it is the paragraph without words that pandoc sets between two tables.

    Without it Word would make one table of both.  It is no line of the text.
    """
    before, after = node.getprevious(), node.getnext()
    return (
        node.tag == w("p")
        and before is not None
        and before.tag == w("tbl")
        and (after is None or after.tag in (w("tbl"), w("sectPr")))
        and node.find(f".//{w('r')}") is None
    )


def _mark_row(row: Element, sign: Element) -> None:
    properties = row.find(w("trPr"))
    if properties is None:
        properties = element("trPr")
        row.insert(0, properties)
    properties.append(sign)


def _mark_paragraph(paragraph: Element, sign: Element) -> None:
    properties = paragraph.find(w("pPr"))
    if properties is None:
        properties = element("pPr")
        paragraph.insert(0, properties)
    mark = properties.find(w("rPr"))
    if mark is None:
        mark = element("rPr")
        properties.append(mark)
    mark.insert(0, sign)


# ------------------------------------------------------------------ accept, reject


def texts_in(document: bytes, *, accept: bool) -> list[str]:
    """Return the paragraphs that are left when all changes are accepted, or all rejected."""
    gone = "del" if accept else "ins"
    found: list[str] = []
    before = ""
    for paragraph in _paragraphs(_body(Package.read(document)), gone):
        text = before + "".join(_words(paragraph, gone))
        joins = paragraph.find(f"{w('pPr')}/{w('rPr')}/{w(gone)}") is not None
        before = text if joins else ""
        if not joins:
            found.append(text)
    return [*found, before] if before else found


def _paragraphs(body: Element, gone: str) -> Iterator[Element]:
    """Yield the paragraphs but those of rows that are gone."""
    for child in body:
        if child.tag == w("p") and not _parts_tables(child):
            yield child
        elif child.tag == w("tbl"):
            for row in child.findall(w("tr")):
                if row.find(f"{w('trPr')}/{w(gone)}") is None:
                    yield from row.iter(w("p"))


def _words(node: Element, gone: str) -> Iterator[str]:
    for child in node:
        if child.tag in (w(gone), w("pPr"), w("rPr")):
            continue
        if child.tag in (w("t"), w("delText")):
            yield child.text or ""
        elif child.tag == w("br"):
            yield "\n"
        elif child.tag == w("tab"):
            yield "\t"
        else:
            yield from _words(child, gone)
