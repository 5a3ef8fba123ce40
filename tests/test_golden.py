"""What the sound project becomes, kept to be compared: Markdown, the page's body, the DOCX.

After a change on purpose: ``pytest tests/test_golden.py --refresh-golden``, and look at
the difference in git.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree, html

from specimens import references, sound
from uchtil.problems import Problems
from uchtil.render import render_article

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
Golden = Callable[[str, str], None]


@pytest.mark.parametrize("code", ["uz", "uz-cyrl", "ru", "en"])
def test_markdown(golden: Golden, code: str) -> None:
    problems = Problems()
    project = sound()
    project = replace(project, review=replace(project.review, transliterated=("uz-cyrl",)))
    part = render_article(project, references(), problems).parts[code]
    assert list(problems) == []
    texts = [part.title, part.abstract, ", ".join(part.keywords)]
    texts += [section.markdown for section in part.sections]
    golden(f"sound/{code}.md", "\n\n".join(text.strip() for text in texts) + "\n")


@pytest.mark.parametrize("edition", ["uz", "ru", "en", "trilingual"])
def test_body_of_the_page(golden: Golden, sound_built: Path, edition: str) -> None:
    path = sound_built / "output" / edition / "review.html"
    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    main = tree.find(".//main")
    for drawing in main.findall(".//svg"):
        for child in list(drawing)[2:]:  # what follows the title and the description
            drawing.remove(child)
    golden(f"sound/{edition}.html", etree.tostring(main, encoding="unicode", method="html") + "\n")


@pytest.mark.parametrize("edition", ["uz", "ru", "en", "trilingual"])
def test_tree_of_the_docx(golden: Golden, sound_built: Path, edition: str) -> None:
    with zipfile.ZipFile(sound_built / "output" / edition / "review.docx") as archive:
        body = etree.fromstring(archive.read("word/document.xml"))[0]
    golden(f"sound/{edition}.docx.txt", "\n".join(outline(body, 0)) + "\n")


def outline(element: etree._Element, depth: int) -> Iterator[str]:
    """Yield a document as indented lines: tables, and paragraphs as style, language and text."""
    for child in element:
        indent = "  " * depth
        if child.tag == f"{W}p":
            style = child.find(f"{W}pPr/{W}pStyle")
            name = "(none)" if style is None else style.get(f"{W}val")
            yield f"{indent}{name}: {''.join(runs(child))}"
        elif child.tag in (f"{W}tbl", f"{W}tr", f"{W}tc"):
            yield f"{indent}{child.tag.removeprefix(W)}"
            yield from outline(child, depth + 1)
        elif child.tag == f"{W}bookmarkStart":
            yield f"{indent}#{child.get(f'{W}name')}"
        elif child.tag == f"{W}sdt":
            yield f"{indent}sdt"
            yield from outline(child.find(f"{W}sdtContent"), depth + 1)


def runs(paragraph: etree._Element) -> Iterator[str]:
    """Yield a paragraph's text with its languages, links, fields and drawings marked."""
    last = ""
    for node in paragraph.iter(etree.Element):
        if node.tag == f"{W}lang":
            tag = node.get(f"{W}val", "")
            if tag != last:
                yield f"‹{tag}›"
                last = tag
        elif node.tag == f"{W}hyperlink" and node.get(f"{W}anchor"):
            yield f"[→{node.get(f'{W}anchor')}]"
        elif node.tag == f"{W}instrText":
            yield f"{{{(node.text or '').strip()}}}"
        elif node.tag == f"{W}drawing":
            yield "(drawing)"
        elif node.tag == f"{W}tab":
            yield "⇥"
        elif node.tag == f"{W}t":
            yield node.text or ""
