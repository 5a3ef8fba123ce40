"""Citations read back from a finished HTML file."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from uchtil.checks.readback.records import REFERENCE, Cited, FileReading, broken_text


def read_html(path: Path) -> FileReading:
    """Read the citations and the reference list from an HTML file."""
    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    citations = []
    targets = set()
    for link in tree.iterfind(".//a[@href]"):
        href = link.get("href", "")
        if not href.startswith("#"):
            continue
        targets.add(href[1:])
        if "cite" in link.get("class", "").split() and href.startswith(f"#{REFERENCE}"):
            citations.append(Cited(href[1 + len(REFERENCE) :], link.text_content()))
    references = []
    identifiers = set()
    for element in tree.iter():
        identifier = element.get("id") if isinstance(element.tag, str) else None
        if not identifier:
            continue
        identifiers.add(identifier)
        if "csl-entry" in element.get("class", "").split():
            margin = element.find_class("csl-left-margin")
            number = margin[0].text_content().strip() if margin else ""
            references.append(Cited(identifier.removeprefix(REFERENCE), number))
    broken = broken_text(_visible_texts(tree))
    broken += [
        f"a link leads to “#{target}”, which is not there"
        for target in sorted(targets - identifiers - {""})
    ]
    return FileReading(tuple(citations), tuple(references), tuple(broken))


def _visible_texts(tree: html.HtmlElement) -> list[str]:
    body = tree.find("body")
    if body is None:
        return []
    texts = []
    for element in body.iter():
        if element.tag in ("script", "style") or not isinstance(element.tag, str):
            continue
        texts.append(element.text or "")
        texts.append(element.tail or "")
    return [text for text in texts if text.strip()]


