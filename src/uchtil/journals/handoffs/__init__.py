"""Files that journals and catalogues take, one short module a format.

``write`` of a format takes a submission and returns the bytes of its file; it raises
``Skipped`` with a reason where something is lacking that the format cannot do without.
A new format is a module and an entry in ``HANDOFFS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from uchtil.journals.handoffs import (
    bib,
    cff,
    crossref,
    csl,
    jats,
    metadata,
    ojs,
    ris,
    zenodo,
)
from uchtil.journals.handoffs.skipped import Skipped
from uchtil.journals.submission import Submission

__all__ = ["HANDOFFS", "Handoff", "Skipped"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Handoff:
    """A format: the name of its file in a package, what it is for, and what writes it."""

    file: str
    about: str
    write: Callable[[Submission], bytes]


HANDOFFS: dict[str, Handoff] = {
    "jats": Handoff(file="article.xml", about="JATS Publishing 1.3", write=jats.write),
    "crossref": Handoff(
        file="crossref.xml", about="a deposit for Crossref 5.5.0", write=crossref.write
    ),
    "ojs-3.3": Handoff(file="ojs-3.3.xml", about="OJS 3.3", write=ojs.writer("3.3")),
    "ojs-3.4": Handoff(file="ojs-3.4.xml", about="OJS 3.4", write=ojs.writer("3.4")),
    "ojs-3.5": Handoff(file="ojs-3.5.xml", about="OJS 3.5", write=ojs.writer("3.5")),
    "cff": Handoff(file="CITATION.cff", about="how to cite the review", write=cff.write),
    "zenodo": Handoff(file=".zenodo.json", about="a deposit at Zenodo", write=zenodo.write),
    "ris": Handoff(file="references.ris", about="the cited works as RIS", write=ris.write),
    "csl": Handoff(file="references.json", about="the cited works as CSL-JSON", write=csl.write),
    "bib": Handoff(file="references.bib", about="the cited works as BibLaTeX", write=bib.write),
    "metadata": Handoff(
        file="metadata.html", about="every field in every language, to paste", write=metadata.write
    ),
}
"""The formats by the names that profiles of journals give them."""
