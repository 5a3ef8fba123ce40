"""All figures of a review, in all its languages."""

from __future__ import annotations

from pathlib import Path

from uchtil.language import language
from uchtil.model import Project
from uchtil.render.figures import Drawing, draw

__all__ = ["Drawing", "draw_figures"]


def draw_figures(project: Project, templates: Path) -> dict[tuple[str, str], Drawing]:
    """Draw every figure in every language; the keys are (language, figure)."""
    return {
        (code, figure.id): draw(figure, project, language(code), templates)
        for code in project.review.languages
        for figure in project.figures.values()
    }
