"""The names of authors in parts, and where they work.

A name is printed as one text, in which nobody can tell the family name for sure: it is the
last word of "Josiah Carberry" and the first of "Тўраев Анвар Абдуллаевич".  So it is taken
apart only where the author's ``family`` says it; what is left is the given name.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from uchtil.journals.submission import Metadata, Submission
from uchtil.model import Author
from uchtil.model.records import text_in

CREDIT = "https://credit.niso.org/"
ROLES = {
    "conceptualization": "Conceptualization",
    "data-curation": "Data curation",
    "formal-analysis": "Formal analysis",
    "funding-acquisition": "Funding acquisition",
    "investigation": "Investigation",
    "methodology": "Methodology",
    "project-administration": "Project administration",
    "resources": "Resources",
    "software": "Software",
    "supervision": "Supervision",
    "validation": "Validation",
    "visualization": "Visualization",
    "writing-original-draft": "Writing – original draft",
    "writing-review-editing": "Writing – review & editing",
}
"""The terms of CRediT (ANSI/NISO Z39.104-2022), which are English in every language."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PrintedName:
    """A name in one language; ``family`` and ``given`` are empty where it is not taken apart."""

    metadata: Metadata
    printed: str
    family: str = ""
    given: str = ""

    @property
    def inverted(self) -> str:
        """The name as indexes have it: ``Carberry, Josiah``; undivided as it is printed."""
        return ", ".join(part for part in (self.family, self.given) if part) or self.printed


def name_in(author: Author, metadata: Metadata) -> PrintedName | None:
    """Return an author's name in a language, or ``None`` where it is not given in it."""
    printed = text_in(author.name, metadata.language)
    if not printed:
        return None
    family, given = author.parts(metadata.language) or ("", "")
    return PrintedName(metadata=metadata, printed=printed, family=family, given=given)


def names_of(author: Author, submission: Submission) -> tuple[PrintedName, ...]:
    """Return an author's name in each language that it is given in, the manuscript's first."""
    found = (name_in(author, metadata) for metadata in submission.metadata)
    return tuple(name for name in found if name)


def affiliations_of(author: Author, submission: Submission) -> tuple[tuple[Metadata, str], ...]:
    """Return where an author works in each language that it is given in."""
    found = ((each, text_in(author.affiliation, each.language)) for each in submission.metadata)
    return tuple((metadata, text) for metadata, text in found if text)


def corresponding(submission: Submission) -> Iterable[Author]:
    """Return the authors who answer letters."""
    return (author for author in submission.review.authors if author.corresponding)


def orcid_url(author: Author) -> str:
    """Return an ORCID as the address that it is to be written as; nothing where there is none."""
    return f"https://orcid.org/{author.orcid}" if author.orcid else ""
