"""All figures of a review, in all its languages."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from uchtil.language import TRANSLITERATED, language
from uchtil.pipeline.editions import codes_of
from uchtil.pipeline.prepare import Prepared
from uchtil.render import UseKind
from uchtil.render.figures import Drawing, Works, draw

__all__ = ["Drawing", "draw_figures"]


def draw_figures(
    prepared: Prepared, templates: Path, codes: Collection[str] = ()
) -> dict[tuple[str, str], Drawing]:
    """Draw every figure in every language whose text shows it, or in these languages only.

    The keys are (language, figure), in the order of the languages and of the figures.
    """
    project = prepared.project
    works = Works(references=prepared.references, crosswalk=prepared.crosswalk)
    shown = {(use.language, use.id) for use in prepared.article.uses if use.kind is UseKind.FIGURE}
    return {
        (code, figure.id): draw(figure, project, language(code), templates, works)
        for code in codes_of(project.review)
        if not codes or code in codes
        for figure in project.figures.values()
        if (TRANSLITERATED.get(code, code), figure.id) in shown
    }
