"""Texts and sections as pandoc hands them out: what is kept is not read again."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from uchtil.formats.pandoc import Pandoc


def made(templates: Path, folder: Path, sections: list[dict[str, Any]]) -> str:
    """Return the HTML of a text of these sections."""
    folder.mkdir(exist_ok=True)
    text = folder / "en.json"
    part = {
        "language": "en",
        "tag": "en-GB",
        "text": str(text),
        "cited_in": "cited in",
        "abstract": "",
        "sections": sections,
    }
    job = {"languages": ["en"], "tags": {"en": "en-GB"}, "parts": [part], "references": []}
    pandoc = Pandoc(templates / "pandoc")
    try:
        running = pandoc.start({**job, "kind": "numeric", "order": []}, folder)
        running.go_on({"kept": [], "editions": []})
        list(running.ready())
        assert running.result()["problems"] == []
    finally:
        pandoc.stop()
    return str(json.loads(text.read_bytes())["body"])


def test_a_section_that_was_kept_is_not_read_again(templates: Path, tmp_path: Path) -> None:
    one, other = (
        {"slug": slug, "read": str(tmp_path / f"{slug}.json"), "kept": False} for slug in "ab"
    )
    first = made(
        templates,
        tmp_path,
        [{**one, "markdown": "# A\n\n*b*^[c]"}, {**other, "markdown": "# B\n\nd"}],
    )
    assert '<section id="a" class="level2">\n<h2>A</h2>' in first
    assert '<span id="a-p1"></span><em>b</em><sup>' in first
    assert '<li id="fn1"><p>c ' in first
    second = made(
        templates,
        tmp_path,
        [{**one, "kept": True, "markdown": "never read"}, {**other, "markdown": "# B\n\ne"}],
    )
    assert second == first.replace("</span>d</p>", "</span>e</p>")
    assert "</span>e</p>" in second
