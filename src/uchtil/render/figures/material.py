"""What figures are drawn from besides facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from uchtil.bibliography import Crosswalk, Reference
from uchtil.model import Project
from uchtil.render.figures.lettering import Lettering


@dataclass(frozen=True, kw_only=True, slots=True)
class Works:
    """The bibliography, and how the sources' own lists map onto it."""

    references: Mapping[str, Reference] = field(default_factory=dict)
    crosswalk: Crosswalk = field(default_factory=lambda: Crosswalk(lists={}))


@dataclass(frozen=True, kw_only=True, slots=True)
class Material:
    """All that a figure may show, and the letters that it is lettered with."""

    project: Project
    works: Works
    lettering: Lettering
