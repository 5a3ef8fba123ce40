# ruff: noqa: ANN401 (WeasyPrint and pydyf tell no types)
"""Makes a tagged PDF (PDF/UA-1) of a page, with each part in its own language.

What WeasyPrint leaves out and is added here:

- ``/Lang`` on the structure elements whose language differs from what surrounds them
  (ISO 14289-1, 7.2; WeasyPrint 70 writes only the document's own);
- the description of a drawing (``<desc>``) in its alternative text, beside the title;
- one annotation a link, described by the link's own words: WeasyPrint adds one for each
  element within it, tagged as text, which ISO 14289-1, 7.18.5 forbids;
- an error, instead of a box or a letter from another font, for a missing glyph; and for
  whatever else WeasyPrint only logs.

The same page gives the same bytes.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from uchtil.formats.glyphs import missing_glyphs
from uchtil.formats.note_order import notes_in_order
from uchtil.formats.notes_at_foot import NoteLost, notes_at_foot
from uchtil.formats.page_tree import page_tree
from uchtil.formats.pages import print_stylesheet
from uchtil.formats.shortcuts import shortcuts
from uchtil.problems import Location, Problem, ProblemsFound

if TYPE_CHECKING:
    from weasyprint import CSS, HTML, Document
    from weasyprint.text.fonts import FontConfiguration

VARIANT = "pdf/ua-1"
SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Faces:
    """The fonts that a page is printed in.

    ``stylesheet`` returns the rules for a folder of templates, fonts included; ``coverage``
    is the file, in that folder, that tells which characters all of them hold.
    """

    family: str
    coverage: str
    stylesheet: Callable[[Path], str]


SOURCE_SERIF = Faces(
    family="Source Serif 4", coverage="fonts/coverage.txt", stylesheet=print_stylesheet
)
"""The project's own pages."""


def write_pdf(
    page: str,
    templates: Path,
    target: Path,
    where: Location,
    *,
    tagged: bool = True,
    faces: Faces = SOURCE_SERIF,
    wanted: Callable[[int], bool] = lambda pages: True,
) -> int:
    """Write the PDF of a page made by `uchtil.formats.pages.print_page`; return its pages.

    ``templates`` is the folder from which its fonts (``faces``) are taken; ``where`` is told in
    problems; without ``tagged`` the file has no structure (it is to be drawn into another).
    No file is written if it is not ``wanted`` with as many pages as it has.
    Nothing is read from the network or from outside that folder.  Raises
    ``ProblemsFound`` if a character has no glyph, or WeasyPrint warns of anything.
    """
    problems = missing_glyphs(page, templates / faces.coverage, where)
    if problems:
        raise ProblemsFound(problems)

    ways_round = (_better_tags(), shortcuts(), notes_at_foot(), notes_in_order())
    with _warnings() as logged, ExitStack() as stack:
        for each in ways_round:
            stack.enter_context(each)
        document = _lay_out(page, templates, where, VARIANT if tagged else None, faces)
        if not wanted(len(document.pages)):
            return len(document.pages)
        content = document.write_pdf(pdf_variant=VARIANT if tagged else None, pdf_tags=tagged)
    problems = [
        Problem(code="weasyprint", message=message, where=where, hint="mend the page or its style")
        for message in logged
    ]
    problems += _foreign_fonts(document, where, faces.family)
    if problems:
        raise ProblemsFound(problems)
    target.write_bytes(content)
    return len(document.pages)


@contextmanager
def _libraries_by_name() -> Iterator[None]:
    """Find shared libraries without the help of a C compiler.

    WeasyPrint tries the names that its libraries have on all systems.  For each that is
    not there, ctypes would start a compiler and a linker, if there are any: a fifth of a
    second in all, for names that the system's own list of libraries answers.
    """
    import ctypes.util as finder

    slow = [name for name in ("_findLib_gcc", "_findLib_ld") if hasattr(finder, name)]
    kept = {name: getattr(finder, name) for name in slow}
    for name in slow:
        setattr(finder, name, lambda _name: None)
    try:
        yield
    finally:
        for name, function in kept.items():
            setattr(finder, name, function)


@cache
def read_look(templates: Path, faces: Faces) -> tuple[FontConfiguration, CSS]:
    """Read the fonts and the style sheet of printed pages, once a process.

    Processes that are forked after this have them too.  ``faces`` has no default: a call without
    it would be another one to ``cache``, and what was read ahead would be read again.
    """
    with _libraries_by_name():
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

    fonts = FontConfiguration()
    style = CSS(
        string=faces.stylesheet(templates),
        base_url=templates.as_uri() + "/",
        url_fetcher=_fetcher(templates),
        font_config=fonts,
    )
    return fonts, style


def warm_up(templates: Path) -> None:
    """Do once what every PDF needs, so that processes forked after this need not.

    A page of one line in each face is drawn and written: WeasyPrint, Pango and fontTools
    load what they need only then.
    """
    with _libraries_by_name():
        from weasyprint import HTML

    fonts, style = read_look(templates, SOURCE_SERIF)
    page = HTML(string="<p>a <em>a</em> <strong>a <em>a</em></strong>")
    with shortcuts():
        page.render(font_config=fonts, stylesheets=[style], pdf_variant=VARIANT).write_pdf(
            pdf_variant=VARIANT, pdf_tags=True
        )


_RELAXED = (
    "",
    "p { orphans: 1 }",
    "p { orphans: 1; widows: 1 }",
    *(
        f"@page {{ margin-bottom: {28 + more}mm }} p {{ orphans: 1 }}"
        for more in (3, 4, 5, 6, 2, 1)
    ),
)
"""Rules that a page is laid out with until no note is lost, the strictest first.

WeasyPrint 70 can lose the notes of lines that it moves to the next page, most often so
as not to leave fewer than ``orphans`` of them behind.  A foot that is a little higher
moves other lines.  And it can fall into putting off all notes, a page for each: that is
no layout either, though no note is lost.
"""

_NOTE = re.compile(r'class="footnote" id="([^"]+)"')


def _lay_out(
    page: str, templates: Path, where: Location, variant: str | None, faces: Faces
) -> Document:
    """Lay the page out, with no note lost; raises ``ProblemsFound`` if that cannot be."""
    fonts, style = read_look(templates, faces)

    def laid_out(rule: str) -> Document:
        source = _source(page.replace("</style>", f"{rule}</style>", 1), templates)
        return source.render(font_config=fonts, stylesheets=[style], pdf_variant=variant)

    notes = set(_NOTE.findall(page))
    if not notes:
        return laid_out("")
    for rule in _RELAXED:
        try:
            document = laid_out(rule)
        except NoteLost:
            continue
        lost = notes.difference(*(sheet.anchors for sheet in document.pages))
        if not lost and not _put_off(document):
            return document
    problem = Problem(
        code="lost-note",
        message="the notes cannot be laid out: some are lost, or put off to pages of their own",
        where=where,
        hint="choose a style that does not cite in notes, or shorten the paragraph",
    )
    raise ProblemsFound([problem])


def _put_off(document: Document) -> bool:
    """Whether notes take more than three times as much room as the text: pages of their own."""
    pages = [each._page_box for each in document.pages]
    text: float = sum(each.children[0].height / each.height for each in pages)
    return len(pages) > 3 * text + 2


def _source(page: str, templates: Path) -> HTML:
    """Return a page as WeasyPrint has it, its tree made by a faster parser than its own."""
    from weasyprint import HTML  # half a second: only when a PDF is made

    source = HTML(
        string="<!DOCTYPE html>",
        base_url=templates.as_uri() + "/",
        url_fetcher=_fetcher(templates),
    )
    wrapper = type(source.wrapper_element)
    source.wrapper_element = wrapper.from_html_root(page_tree(page), content_language=None)
    source.etree_element = source.wrapper_element.etree_element
    return source


def _foreign_fonts(document: Document, where: Location, own: str) -> list[Problem]:
    """Return an error for each font that is not the project's own."""
    families = {font.family for font in document.fonts.values()}
    return [
        Problem(
            code="foreign-font",
            message=f"the PDF was drawn with {family}, a font of this machine",
            where=where,
            hint=f"let the style name “{own}”, or take the character out that it lacks",
        )
        for family in sorted(families)
        if not family.startswith(own)
    ]


def _fetcher(templates: Path) -> Any:
    """Return a fetcher that reads only under the templates' folder and ``data:``."""
    from weasyprint.urls import URLFetcher

    root = templates.resolve().as_uri() + "/"

    class TemplatesOnly(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            if not url.startswith((root, "data:")):
                raise ValueError(f"{url} is not part of the templates")
            return super().fetch(url, headers)

    return TemplatesOnly(allowed_protocols=("file", "data"))


@contextmanager
def _warnings() -> Iterator[list[str]]:
    """Collect what WeasyPrint and fontTools warn of, each message once."""
    messages: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            if (message := record.getMessage()) not in messages:
                messages.append(message)

    logger = logging.getLogger("weasyprint")
    handler = Collect(level=logging.WARNING)
    logger.addHandler(handler)
    try:
        yield messages
    finally:
        logger.removeHandler(handler)


@contextmanager
def _better_tags() -> Iterator[None]:
    """Let WeasyPrint's structure elements carry what they lack.

    WeasyPrint has a hook after the file is built (``finisher``), but by then nothing
    tells which box a structure element was made of.  So the one function that makes
    them is wrapped: it gets a box, whose style holds the language, and yields elements.
    The release of WeasyPrint is pinned, and a test reads the languages back.
    """
    from weasyprint.pdf import tags

    original = tags._build_box_tree
    # What is around the box that is being built, the innermost last.
    languages: list[str | None] = []
    in_links: list[bool] = [False]

    def build(box: Any, parent: Any, pdf: Any, page_number: int, *others: Any) -> Iterator[Any]:
        inner = getattr(box, "_box", box)
        outer = languages[-1] if languages else _document_language(pdf)
        language = inner.style["lang"] or outer
        if inner.link_annotation is not None:
            if in_links[-1]:
                _drop_annotation(inner, pdf, page_number)
            else:
                _name_annotation(inner)
        languages.append(language)
        in_links.append(in_links[-1] or inner.link_annotation is not None)
        try:
            # Built whole before it is handed on: children must see what is around them.
            elements = list(original(box, parent, pdf, page_number, *others))
        finally:
            languages.pop()
            in_links.pop()
        for element in elements:
            if language and language != outer and "Lang" not in element:
                element["Lang"] = _string(language)
            _describe(inner, element)
        yield from elements

    tags._build_box_tree = build
    try:
        yield
    finally:
        tags._build_box_tree = original


def _drop_annotation(box: Any, pdf: Any, page_number: int) -> None:
    """Take the annotation of an element within a link off its page."""
    page = pdf.objects[int(pdf.page_references[page_number].split()[0])]
    page["Annots"].remove(box.link_annotation.reference)
    box.link_annotation = None


def _name_annotation(box: Any) -> None:
    """Describe a link by its words, where WeasyPrint tells the address."""
    if box.element is not None:
        words = " ".join("".join(box.element.itertext()).replace("\u200b", "").split())
        if words:
            box.link_annotation["Contents"] = _string(words)


def _document_language(pdf: Any) -> str | None:
    language = pdf.catalog.get("Lang")
    return None if language is None else str(language.string)


def _describe(box: Any, element: Any) -> None:
    """Add a drawing's description to the title in its alternative text."""
    if element["S"] != "/Figure" or box.element is None or box.element.tag != f"{SVG}svg":
        return
    texts = (box.element.find(f"{SVG}{name}") for name in ("title", "desc"))
    told = [" ".join("".join(text.itertext()).split()) for text in texts if text is not None]
    if told:
        element["Alt"] = _string(". ".join(text.rstrip(".") for text in told) + ".")


def _string(text: str) -> Any:
    import pydyf

    return pydyf.String(text)
