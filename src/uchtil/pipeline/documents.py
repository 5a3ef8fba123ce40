"""From an article to what the DOCX of an edition is made with."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uchtil.formats.docx import DocxSettings, Figure, finish, make_reference, rasterise
from uchtil.formats.figures import plain_rules
from uchtil.formats.pages import PageAuthor, running_title
from uchtil.language import language
from uchtil.pipeline import fingerprints
from uchtil.pipeline.editions import Edition
from uchtil.pipeline.manifest import PICTURES
from uchtil.pipeline.pages import authors_of, issue_of, short_title_of, title_of

if TYPE_CHECKING:
    from uchtil.model import Review
    from uchtil.pipeline.job import Conversion

_FONT = "text { font-family: 'Times New Roman', 'Liberation Serif', serif; }"
"""Figures in a Word document are lettered in the document's own type."""


def docx_front(work: Conversion, edition: Edition) -> dict[str, Any]:
    """Return what the Lua script needs for an edition's DOCX, its reference document made."""
    reference = work.scratch / f"reference-{edition.id}.docx"
    reference.write_bytes(make_reference(_settings(work, edition)))
    main = language(edition.parts[0])
    contents = [language(code).terms.contents for code in edition.parts]
    references = [language(code).terms.references for code in edition.parts]
    return {
        "reference_doc": str(reference),
        "tag": main.tag,
        "contents_title": " · ".join(contents),
        "references_title": " · ".join(references),
        "front": [_front(work, code) for code in edition.parts],
    }


def docx_file(work: Conversion, edition: Edition, document: bytes) -> bytes:
    """Finish the DOCX that pandoc wrote; raises ``ProblemsFound``."""
    return finish(document, _settings(work, edition, figures=_figures(work, edition)))


def _front(work: Conversion, code: str) -> dict[str, Any]:
    review = work.prepared.project.review
    terms = language(code).terms
    authors = authors_of(review, code)
    return {
        "udc": f"{terms.udc} {review.udc}" if review.udc else "",
        "title": review.title[code],
        "authors": [author.name for author in authors],
        "affiliations": [_affiliation(author) for author in authors],
        "issue": issue_of(review, code),
        "abstract_title": terms.abstract,
        "keywords_label": terms.keywords,
        "keywords": "; ".join(review.keywords[code]),
    }


def _affiliation(author: PageAuthor) -> str:
    """Return the line under an author's name."""
    orcid = f"ORCID {author.orcid}" if author.orcid else ""
    contact = f"{author.email} ({author.contact})" if author.contact else author.email
    parts = (author.affiliation, orcid, contact, author.contribution)
    return "; ".join(each for each in parts if each)


def _settings(
    work: Conversion, edition: Edition, figures: Mapping[str, Figure] | None = None
) -> DocxSettings:
    review = work.prepared.project.review
    main = language(edition.parts[0])
    return DocxSettings(
        language=main.tag,
        title=title_of(review, edition),
        date=review.date.first,
        authors=tuple(author.name[edition.parts[0]] for author in review.authors),
        keywords=tuple(word for code in edition.parts for word in review.keywords[code]),
        header=_running_head(review, edition),
        footer=main.terms.page_of("{page}", "{pages}")
        if len(edition.parts) == 1
        else "{page} / {pages}",
        figures=figures or {},
        name=f"output/{edition.file('docx')}",
    )


def _running_head(review: Review, edition: Edition) -> str:
    """Return the running head: an edition of several languages has all, shortened."""
    titles = [
        short_title_of(review, code) or running_title(review.title[code]) for code in edition.parts
    ]
    return " · ".join(titles)


def _figures(work: Conversion, edition: Edition) -> dict[str, Figure]:
    fonts = tuple(sorted((work.templates / "fonts").glob("*.ttf")))
    stylesheet = (work.templates / "styles" / "figures.css").read_text(encoding="utf-8")
    made = {}
    for (code, figure_id), drawing in work.drawings.items():
        if code not in edition.parts:
            continue
        svg = _standalone(drawing.svg, plain_rules(stylesheet) + _FONT)
        made[f"{code}-{figure_id}"] = Figure(
            svg=svg, png=_picture(work, svg, fonts), alt=drawing.alt
        )
    return made


def _picture(work: Conversion, svg: bytes, fonts: tuple[Path, ...]) -> bytes:
    """Return the picture of a drawing, taken from the last build where it is the same.

    Editions that are finished side by side may both draw it: the bytes are the same.
    """
    name = f"{fingerprints.of_bytes(work.look.encode() + svg)}.png"
    for folder in (work.folder / PICTURES, work.last_output / PICTURES):
        if (folder / name).is_file():
            picture = (folder / name).read_bytes()
            break
    else:
        picture = rasterise(svg, fonts)
    target = work.folder / PICTURES / name
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished = target.with_suffix(f".{os.getpid()}")
        unfinished.write_bytes(picture)
        unfinished.replace(target)
    return picture


def _standalone(svg: str, rules: str) -> bytes:
    """Return the drawing as a file of its own, its style within it."""
    declared = re.sub(
        r"(<title[ >])", lambda match: f"<style>{rules}</style>{match[1]}", svg, count=1
    )
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{declared}\n'.encode()
