"""Figures are drawn where a text shows them, and nowhere else."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from uchtil.pipeline.drawings import draw_figures
from uchtil.pipeline.prepare import prepare
from uchtil.problems import Problems
from uchtil.render import UseKind
from workshop import SOUND


def add_figure(root: Path, kind: str) -> None:
    """Add the figure `citations` to a review's exhibits."""
    exhibits = root / "content" / "exhibits.yaml"
    words = "{uz: a, ru: б, en: c}"
    added = f"  - {{id: citations, kind: {kind}, caption: {words}, alt: {words}}}\n"
    exhibits.write_text(exhibits.read_text(encoding="utf-8") + added, encoding="utf-8")


def test_only_what_is_shown_is_drawn(tmp_path: Path, templates: Path) -> None:
    root = tmp_path / "review"
    shutil.copytree(SOUND, root)
    shutil.copytree(templates, root / "templates")
    add_figure(root, "network")
    section = root / "content" / "sections" / "02-network" / "ru.md"
    text = section.read_text(encoding="utf-8")
    section.write_text(f'{text}\n{{{{ figure("citations") }}}}\n', encoding="utf-8")
    problems = Problems()
    prepared = prepare(root, problems)
    assert prepared is not None
    assert not problems.errors
    drawings = draw_figures(prepared, templates)
    assert [key for key in drawings if key[1] == "citations"] == [("ru", "citations")]
    assert "Аҳмедов 1980: Тошкент метроси" in drawings["ru", "citations"].svg
    assert {code for code, figure in drawings if figure == "timeline"} == {"uz", "ru", "en"}


@pytest.mark.parametrize("kind", ["network", "bands"])
def test_a_figure_that_only_counts_uses_no_fact(kind: str, tmp_path: Path) -> None:
    """The report of facts that no text tells must not be silenced by a figure of all facts."""
    used = []
    for name, shows in (("without", False), ("with", True)):
        root = tmp_path / name
        shutil.copytree(SOUND, root)
        add_figure(root, kind)
        if shows:
            section = root / "content" / "sections" / "02-network" / "ru.md"
            with section.open("a", encoding="utf-8") as file:
                file.write('\n{{ figure("citations") }}\n')
        prepared = prepare(root, Problems())
        assert prepared is not None
        uses = prepared.article.uses
        assert any(use.id == "citations" for use in uses) is shows
        used.append([use.id for use in uses if use.kind is UseKind.FACT])
    assert used[0] == used[1]
