"""From a figure and its facts to an SVG with a text alternative."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import jinja2

from uchtil.code_cache import code_cache
from uchtil.facts import select_facts
from uchtil.language import Language
from uchtil.model import Fact, Figure, Project
from uchtil.render.figures.bands import bands
from uchtil.render.figures.lettering import lettering
from uchtil.render.figures.material import Material, Works
from uchtil.render.figures.network import network
from uchtil.render.figures.series import series
from uchtil.render.figures.timeline import timeline


@dataclass(frozen=True, kw_only=True, slots=True)
class Drawing:
    """A drawn figure: the SVG element as text, and what it shows in words."""

    svg: str
    alt: str


def draw(
    figure: Figure,
    project: Project,
    language: Language,
    templates: Path,
    works: Works | None = None,
) -> Drawing:
    """Draw one figure in one language.

    The text alternative is the figure's own description, followed by everything that is
    drawn: who cannot see the picture gets the same dates and values.  ``works`` are the
    bibliography and the crosswalk, which a network is drawn from.
    """
    facts = select_facts(project.facts.values(), figure.select)
    material = Material(project=project, works=works or Works(), lettering=lettering(templates))
    geometry, told = _KINDS[figure.kind](facts, material, language)
    alt = f"{figure.alt[language.code]} {'; '.join(told)}." if told else figure.alt[language.code]
    svg = (
        _environment(templates)
        .get_template(f"{figure.kind}.svg.j2")
        .render(
            id=f"{language.code}-{figure.id}",
            title=figure.caption[language.code],
            description=alt,
            tag=language.tag,
            terms=language.terms,
            **geometry,
        )
    )
    return Drawing(svg=svg.strip(), alt=alt)


_Layout = Callable[[list[Fact], Material, Language], tuple[Mapping[str, Any], list[str]]]

_KINDS: Mapping[str, _Layout] = {
    "timeline": lambda facts, material, language: timeline(
        facts, material.project, language, material.lettering
    ),
    "series": lambda facts, material, language: series(facts, material.project, language),
    "network": network,
    "bands": bands,
}
"""How each kind of figure is laid out; its template bears the kind's name."""


@cache
def _environment(templates: Path) -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates / "figures"),
        autoescape=True,
        bytecode_cache=code_cache(),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
