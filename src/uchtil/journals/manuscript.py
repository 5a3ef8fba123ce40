"""Makes the documents of a submission: one run of pandoc, then each file is finished.

What a document holds is told in blocks (`uchtil.journals.blocks`); how it looks, by the
journal's layout.  The text is cited once for all documents.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from uchtil.bibliography import Reference, csl_json
from uchtil.formats.csl import Style
from uchtil.formats.docx import DocxSettings, Figure, finish, make_reference
from uchtil.formats.footnotes import footnotes
from uchtil.formats.fragments import lift_anchors, rewrite
from uchtil.formats.pandoc import PandocFailed, run_script
from uchtil.formats.pdf import write_pdf
from uchtil.formats.prints import flatten_citations, keep_endings, keep_short_tables
from uchtil.formats.row_heads import row_heads
from uchtil.formats.urls import addresses
from uchtil.journals.blocks import Json
from uchtil.journals.looks import faces_of
from uchtil.journals.submission import Caption
from uchtil.language import language, locale_tag
from uchtil.model.profiles import Profile
from uchtil.problems import Location, Problem, ProblemsFound
from uchtil.render import Part

Csl = Mapping[str, Any]
"""A work in CSL-JSON."""


@dataclass(frozen=True, kw_only=True, slots=True)
class ListStyle:
    """How one list is printed: in a style, of the works as they are or of ``items``.

    ``sorted`` tells whether the list is in the order of its style; else it is in the order
    of the first list.  Without a style it is the list that the citations lead to.
    """

    style: Style | None = None
    items: Sequence[Csl] | None = None
    tag: str = ""
    sorted: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Written:
    """The text that is submitted, with the works that it cites.

    ``references`` are in the order of the text; ``alphabetical`` has the style order them.
    """

    part: Part
    references: tuple[Reference, ...]
    style: Style
    alphabetical: bool
    lists: tuple[ListStyle, ...]
    figures: Mapping[str, Figure]
    """By the names that the documents have for them: ``en-timeline``."""
    items: Sequence[Csl] | None = None
    """The works as CSL-JSON, where they are not to be printed as they are."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One document: its blocks, and what is said of it; ``printed`` asks for a PDF too."""

    name: str
    blocks: tuple[Json, ...]
    settings: DocxSettings
    printed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Made:
    """The files made, and what was cited in them.

    ``order`` are the keys of the works by their numbers, ``citations`` each with its key and
    text, ``printed`` the entries of each list as plain text, ``listed`` the keys of the first
    list, which has an order of its own where citations are notes, ``captions`` those of the
    figures in the order of the text, ``tree`` pandoc's tree of the cited text.
    """

    documents: Mapping[str, bytes]
    pages: Mapping[str, str]
    """The HTML of those that are also printed, by the document's name."""
    order: tuple[str, ...]
    citations: tuple[tuple[str, str], ...]
    printed: tuple[tuple[str, ...], ...]
    listed: tuple[str, ...]
    captions: tuple[Caption, ...]
    tree: Mapping[str, Any] = field(repr=False)


def make(written: Written, documents: Sequence[Document], folder: Path, templates: Path) -> Made:
    """Make the documents in ``folder``; raises ``ProblemsFound``."""
    for name, xml in (("style", written.style.xml), ("unsorted", written.style.xml_unsorted)):
        (folder / f"{name}.csl").write_text(xml, encoding="utf-8")
    job = {
        "text": _text(written.part),
        "references": _items(written, written.style),
        "style": str(folder / ("style.csl" if written.alphabetical else "unsorted.csl")),
        "unsorted": str(folder / "unsorted.csl"),
        "kind": written.style.kind,
        "own_language": written.style.own_language,
        "order": [each.key for each in written.references],
        "bibliography_language": {
            str(each["id"]): locale_tag(str(each["language"]))
            for each in _items(written, written.style)
        },
        "lists": [
            _list(number, each, written, folder) for number, each in enumerate(written.lists, 1)
        ],
        "documents": [_document(each, folder) for each in documents],
    }
    try:
        result = run_script(templates / "pandoc", "manuscript", job, folder)
    except PandocFailed as failed:
        raise ProblemsFound([_failed(str(failed))]) from failed
    if told := [*result["problems"], *result["missing"], *result["warnings"]]:
        # A build tells these with their places: here they are not met.
        raise ProblemsFound([_failed(f"{each}") for each in told])
    settings = {each.name: each.settings for each in documents}
    return Made(
        documents={
            name: finish((folder / f"{name}.docx").read_bytes(), settings[name])
            for name in settings
        },
        pages=_pages(documents, result, written, templates),
        order=tuple(result["order"]),
        citations=tuple((each["key"], each["text"]) for each in result["citations"]),
        printed=tuple(map(tuple, result["printed"])),
        listed=tuple(result["listed"]),
        captions=tuple(
            Caption(id=each["id"], label=each["label"], text=each["text"].strip())
            for each in result["captions"]
        ),
        tree=result["tree"],
    )


def _items(written: Written, style: Style) -> Sequence[Csl]:
    """Return the works as a style prints them: as they are, or as they are to be printed."""
    return written.items or csl_json(written.references, initials=style.initials)


def _failed(said: str) -> Problem:
    return Problem(
        code="pandoc-failed",
        message=f"pandoc ended with an error: {said}",
        where=Location(file="templates/pandoc/manuscript.lua"),
        hint="this is a fault of the program or of its templates",
    )


def _text(part: Part) -> Json:
    return {
        "language": part.language,
        "tag": language(part.language).tag,
        "cited_in": language(part.language).terms.cited_in,
        "sections": [{"slug": each.slug, "markdown": each.markdown} for each in part.sections],
    }


def _list(number: int, wanted: ListStyle, written: Written, folder: Path) -> Json:
    """Return one list as the script reads it."""
    if wanted.style is None:
        return {}
    path = folder / f"list-{number}.csl"
    xml = wanted.style.xml if wanted.sorted else wanted.style.xml_unsorted
    path.write_text(xml, encoding="utf-8")
    return {
        "style": str(path),
        "kind": wanted.style.kind,
        "tag": wanted.tag,
        "sorted": wanted.sorted,
        "references": wanted.items or _items(written, wanted.style),
    }


def _document(document: Document, folder: Path) -> Json:
    reference = folder / f"{document.name}.reference.docx"
    reference.write_bytes(make_reference(document.settings))
    return {
        "id": document.name,
        "tag": document.settings.language,
        "docx": str(folder / f"{document.name}.docx"),
        "html": document.printed,
        "reference_doc": str(reference),
        "blocks": list(document.blocks),
    }


# ------------------------------------------------------------------ print

_STEPS = (lift_anchors, row_heads, footnotes, flatten_citations, keep_short_tables, keep_endings)
_addresses = partial(addresses, hyphens=True)
_IMAGE = re.compile(r'<img src="figure:([^"]+)"[^>]*>')


def _pages(
    documents: Sequence[Document], result: Csl, written: Written, templates: Path
) -> dict[str, str]:
    """Return the page of each document that is to be printed."""
    environment = Environment(
        loader=FileSystemLoader(templates / "journals"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    template = environment.get_template("manuscript.html.j2")
    made = {}
    for document in documents:
        if not document.printed:
            continue
        parts = [
            Markup(  # noqa: S704 (pandoc escaped it, and raw HTML is refused)
                rewrite(_with_figures(fragment, written), *_STEPS, _addresses).replace(
                    "<wbr>", "\u200b"
                )
            )
            for fragment in result["pages"][document.name]
        ]
        made[document.name] = template.render(
            tag=document.settings.language,
            title=document.settings.title,
            authors=document.settings.authors,
            parts=parts,
        )
    return made


def _with_figures(fragment: str, written: Written) -> str:
    """Put the drawings in the place of the images that name them."""

    def drawing(match: re.Match[str]) -> str:
        svg = written.figures[f"{written.part.language}-{match[1]}"].svg.decode("utf-8")
        return svg.partition("?>\n")[2] if svg.startswith("<?xml") else svg

    return _IMAGE.sub(drawing, fragment)


def print_document(
    made: Made,
    name: str,
    profile: Profile,
    templates: Path,
    target: Path,
    *,
    wanted: Callable[[int], bool] = lambda pages: True,
) -> int:
    """Write the PDF of a document, if it is ``wanted`` with its number of pages; return that.

    Raises ``ProblemsFound``.
    """
    where = Location(file=target.name)
    faces = faces_of(profile)
    return write_pdf(made.pages[name], templates, target, where, faces=faces, wanted=wanted)
