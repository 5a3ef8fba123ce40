"""Finishes the document that pandoc wrote: what a reference document cannot say.

One pure function: the same bytes and settings give the same bytes.
"""

from __future__ import annotations

import re

from uchtil.formats.docx.addresses import break_addresses
from uchtil.formats.docx.captions import number_captions
from uchtil.formats.docx.contents import fill_contents, number_contents, outline_levels
from uchtil.formats.docx.figures import place_figures
from uchtil.formats.docx.languages import join_runs, set_languages
from uchtil.formats.docx.package import Package
from uchtil.formats.docx.pages import SEPARATOR_HEIGHT, bookmark_pages, text_area
from uchtil.formats.docx.properties import core_properties, extended_properties
from uchtil.formats.docx.reference import settings_part
from uchtil.formats.docx.settings import DocxSettings
from uchtil.formats.docx.styles import SMALL_TYPE, TABLE_STYLES, article_styles
from uchtil.formats.docx.tables import finish_tables
from uchtil.formats.docx.wordml import Element, element, remove, style_of, text_run, w
from uchtil.problems import Location, Problems, did_you_mean

_DOCUMENT = "word/document.xml"
_NOTES = "word/footnotes.xml"
_WRITTEN = re.compile(r"word/(document|footnotes|header\d*|footer\d*)\.xml")
_LEFTOVERS = (
    "docProps/custom.xml",
    "word/comments.xml",
    "word/webSettings.xml",
    "word/theme/theme1.xml",
)
"""Parts that pandoc adds: empty (comments stay where there are some), or of no use here."""

_CAPTION_ROOM = 1700
"""What a figure leaves of the page's height for its caption, in twips (3 cm)."""

PAGE_BREAK_STYLE = "PageBreak"


def finish(document: bytes, settings: DocxSettings) -> bytes:
    """Return the finished document.

    Raises ``ProblemsFound`` where the document cannot be what it should: it is none, a
    link leads nowhere, a name is given twice, a figure is missing or not used.
    """
    problems = Problems()
    try:
        package = Package.read(document)
        body = _body(package)
    except (ValueError, KeyError) as error:
        problems.error(
            "unreadable-docx", f"pandoc's document: {error}", Location(file=settings.name)
        )
        problems.stop()
    for part in _written(package):
        set_languages(package.tree(part), settings.language)
        join_runs(package.tree(part))
        if settings.break_addresses:
            break_addresses(package.tree(part))
    _break_pages(body)
    width, height = text_area(body)
    fill_contents(body, outline_levels(package.tree("word/styles.xml")), settings.contents_levels)
    number_captions(body)
    finish_tables(body, width, round((settings.layout.size - SMALL_TYPE) * 20))
    for message in place_figures(package, settings.figures, width, height - _CAPTION_ROOM):
        problems.error("docx-figure", message, Location(file=settings.name))
    _lower_separators(package)
    _number_pages(package, body)
    for part in _written(package):
        _mend_tabs(package.tree(part))
        set_languages(package.tree(part), settings.language)  # of what was added since
    for message in _broken_links([package.tree(part) for part in _written(package)]):
        problems.error("docx-link", message, Location(file=settings.name))
    for style in _drop_foreign_styles(package, settings):
        hint = did_you_mean(style, (each.id for each in article_styles(settings.layout)))
        message = f"the style `{style}` is used, which the reference document does not have"
        problems.error("docx-style", message, Location(file=settings.name), hint)
    problems.stop_on_errors()
    _set_properties(package, settings)
    return package.write()


def _body(package: Package) -> Element:
    body = package.tree(_DOCUMENT).find(w("body"))
    if body is None:
        raise ValueError("the document has no body")
    return body


def _written(package: Package) -> list[str]:
    """Return the parts that hold text, the document first."""
    return sorted((name for name in package.parts if _WRITTEN.fullmatch(name)), key=_by_place)


def _by_place(name: str) -> tuple[bool, str]:
    return (name != _DOCUMENT, name)


def _lower_separators(package: Package) -> None:
    """Give the line above footnotes no more room than it needs, the same in every program.

    Here, and not in the reference document: pandoc writes those two notes itself.
    """
    if _NOTES not in package.parts:
        return
    for note in package.tree(_NOTES).findall(w("footnote")):
        if note.get(w("type")) is not None:
            for paragraph in note.findall(w("p")):
                spacing = element(
                    "spacing", before=0, after=0, line=SEPARATOR_HEIGHT, lineRule="exact"
                )
                paragraph.insert(0, element("pPr", spacing))


def _number_pages(package: Package, body: Element) -> None:
    notes = package.tree(_NOTES) if _NOTES in package.parts else None
    number_contents(body, bookmark_pages(body, package.tree("word/styles.xml"), notes))


def _break_pages(body: Element) -> None:
    """Let the paragraph after each ``Page Break`` one begin a page, and take that one out.

    A break of its own would leave an empty line on top of the page.
    """
    for mark in [p for p in body.findall(w("p")) if style_of(p) == PAGE_BREAK_STYLE]:
        following = next(mark.itersiblings(w("p")), None)
        body.remove(mark)
        if following is None:
            continue
        properties = following.find(w("pPr"))
        if properties is None:
            properties = element("pPr")
            following.insert(0, properties)
        before = [w("pStyle"), w("keepNext"), w("keepLines")]
        place = sum(1 for each in properties if each.tag in before)
        properties.insert(place, element("pageBreakBefore"))


def _mend_tabs(root: Element) -> None:
    """Make real tabs of the tab characters that pandoc leaves in text (reference lists)."""
    for text in [each for each in root.iter(w("t")) if "\t" in (each.text or "")]:
        run = text.getparent()
        made = text_run(text.text or "")
        if run is None:
            continue
        place = run.index(text)
        run[place : place + 1] = list(made)


def _broken_links(roots: list[Element]) -> list[str]:
    names: set[str] = set()
    wrong: list[str] = []
    for root in roots:
        for mark in root.iter(w("bookmarkStart")):
            name = str(mark.get(w("name")))
            if name in names:
                wrong.append(f"the name `{name}` is given to two places")
            names.add(name)
    for root in roots:
        for link in root.iter(w("hyperlink")):
            anchor = link.get(w("anchor"))
            if anchor is not None and anchor not in names:
                wrong.append(f"a link leads to `{anchor}`, which is nowhere in the document")
    return wrong


def _drop_foreign_styles(package: Package, settings: DocxSettings) -> list[str]:
    """Take out the styles that pandoc adds for code; return the foreign ones that are used.

    A foreign style that is used is a slip in the name of a ``custom-style``: pandoc makes
    a style for any name, which then looks like body text.
    """
    own = {style.id for style in article_styles(settings.layout)} | TABLE_STYLES
    used = {
        str(tag.get(w("val")))
        for part in _written(package)
        for tag in package.tree(part).iter(w("pStyle"), w("rStyle"), w("tblStyle"))
    }
    for style in package.tree("word/styles.xml").findall(w("style")):
        if style.get(w("styleId")) not in own:
            remove(style)
    return sorted(used - own)


def _set_properties(package: Package, settings: DocxSettings) -> None:
    for tag in package.tree("word/styles.xml").iter(w("lang")):
        tag.set(w("val"), settings.language)
        tag.set(w("eastAsia"), settings.language)
    package.trees["word/settings.xml"] = settings_part(settings)
    for name in _LEFTOVERS:
        if name in package.parts and not len(package.tree(name).findall(w("comment"))):
            package.drop(name)
    package.parts["docProps/core.xml"] = core_properties(settings)
    package.parts["docProps/app.xml"] = extended_properties()
    package.undeclare_unused_extensions()
