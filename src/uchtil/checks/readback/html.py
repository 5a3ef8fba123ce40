"""Citations read back from a finished HTML file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from lxml import html

from uchtil.checks.readback.fallback import fallback_terms
from uchtil.checks.readback.records import REFERENCE, Cited, FileReading, broken_text, dead_links

_INLINE = frozenset(
    ("a", "abbr", "b", "cite", "code", "em", "i", "q", "small", "span", "strong", "sub", "sup")
) | {"wbr", "text", "tspan"}
"""Elements that do not end a run of text."""

_UNSEEN = frozenset(("script", "style"))
_SPOKEN = ("alt", "aria-label", "title")
"""Attributes whose words readers see or hear."""


def read_html(path: Path) -> FileReading:
    """Read the citations and the reference list from an HTML file."""
    tree = html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    citations: list[Cited] = []
    references: list[Cited] = []
    targets: set[str] = set()
    identifiers: set[str] = set()
    for element in tree.iter():
        if not isinstance(element, html.HtmlElement):
            continue
        identifier = element.get("id")
        if identifier:
            identifiers.add(identifier)
        href = element.get("href", "") if element.tag == "a" else ""
        classes = element.get("class", "").split()
        if href.startswith("#") and len(href) > 1:
            targets.add(href[1:])
            if "cite" in classes and href.startswith(f"#{REFERENCE}"):
                citations.append(Cited(href[1 + len(REFERENCE) :], element.text_content()))
        elif identifier and "csl-entry" in classes:
            margin = element.find_class("csl-left-margin")
            number = margin[0].text_content().strip() if margin else ""
            references.append(Cited(identifier.removeprefix(REFERENCE), number))
    passages = list(_passages(tree))
    broken = broken_text(text for _, text in passages)
    broken += dead_links(targets, identifiers)
    broken += fallback_terms(passages)
    return FileReading(tuple(citations), tuple(references), tuple(broken))


def _passages(tree: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the text that readers meet, with its language tag: runs and spoken attributes."""
    runs: list[tuple[str, list[str]]] = []

    def add(tag: str, text: str | None) -> None:
        if text:
            if not runs or runs[-1][0] != tag:
                runs.append((tag, []))
            runs[-1][1].append(text)

    def walk(element: html.HtmlElement, tag: str) -> None:
        tag = element.get("lang") or tag
        inline = element.tag in _INLINE
        if not inline:
            runs.append((tag, []))
        runs.extend((tag, [element.attrib[name]]) for name in _SPOKEN if name in element.attrib)
        add(tag, element.text)
        for child in element:
            if isinstance(child, html.HtmlElement) and child.tag not in _UNSEEN:
                walk(child, tag)
            add(tag, child.tail)
        if not inline:
            runs.append((tag, []))

    walk(tree, "")
    for tag, texts in runs:
        text = "".join(texts)
        if text.strip():
            yield tag, text
