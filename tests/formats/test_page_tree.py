"""The tree of a printed page is the one that WeasyPrint's own parser makes."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as Tree

import pytest
import sample_page as sample
import tinyhtml5

from uchtil.formats.page_tree import page_tree
from uchtil.formats.pages import print_page


def told(element: Tree.Element, depth: int = 0) -> Iterator[tuple[object, ...]]:
    """Yield all that a tree holds; the white space around a page's body says nothing."""
    around = element.tag in ("html", "body")
    text = "" if element.tag == "html" else element.text or ""
    yield depth, element.tag, dict(element.attrib), text, "" if around else element.tail or ""
    for child in element:
        yield from told(child, depth + 1)


@pytest.mark.parametrize("code", sample.CODES)
@pytest.mark.parametrize("notes", [False, True])
def test_a_page_has_the_tree_that_the_other_parser_makes(code: str, notes: bool) -> None:
    page = print_page(
        sample.TEMPLATES,
        sample.edition(code, notes=notes),
        references_html=sample.references(),
    ).rstrip()
    page = page.removesuffix("</html>").rstrip().removesuffix("</body>").rstrip()
    other = tinyhtml5.parse(page, namespace_html_elements=False)
    assert list(told(page_tree(page))) == list(told(other))


def test_drawings_keep_their_capitals() -> None:
    page = """<!DOCTYPE html><html lang="en"><head><title>t</title></head><body>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" preserveAspectRatio="none"><defs>
    <linearGradient id="a" gradientUnits="userSpaceOnUse"></linearGradient>
    <clipPath id="b"><rect width="1" height="1"></rect></clipPath></defs>
    <text textLength="2">a</text></svg><p>a<br>b<wbr>c &amp; d&nbsp;e</p></body></html>"""
    other = tinyhtml5.parse(page, namespace_html_elements=False)
    assert list(told(page_tree(page)))[:-1] == list(told(other))[:-1]
