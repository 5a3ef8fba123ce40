"""Puts text into pages: the screen page, the page to be printed, and the index.

The records here say what the templates need; every function is pure but for reading the
templates' own folder.  A page for the screen is one file that asks the network for
nothing, under a policy that lets it run and load only what it was made with.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from uchtil.code_cache import code_cache
from uchtil.formats.figures import print_colours
from uchtil.formats.footnotes import footnotes
from uchtil.formats.fragments import lift_anchors, rewrite
from uchtil.formats.places import Counterpart, section_links
from uchtil.formats.prints import (
    flatten_citations,
    keep_endings,
    keep_short_tables,
    list_references,
)
from uchtil.formats.row_heads import row_heads
from uchtil.formats.screens import (
    keep_endings_on_screen,
    lift_styles,
    open_links_elsewhere_safely,
    scrollable_exhibits,
    style_rules,
)
from uchtil.formats.tooltips import reference_texts, tooltips
from uchtil.formats.urls import addresses
from uchtil.language.terms import PageOf, Terms

WEB_FACES = (
    ("Regular", "normal", "400"),
    ("Italic", "italic", "400"),
    ("SemiBold", "normal", "600"),
    ("SemiBoldItalic", "italic", "600"),
)
"""The fonts that a page carries: file, style and weight."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Heading:
    """An entry of the contents, with those below it."""

    id: str
    text: str
    children: tuple[Heading, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class PageAuthor:
    """An author as one language prints it.

    ``email`` is given for those who answer letters; ``contact`` says so ("Corresponding
    author").  ``contribution`` tells what the author has done, in CRediT's words.
    """

    name: str
    affiliation: str = ""
    orcid: str = ""
    email: str = ""
    contact: str = ""
    contribution: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """The text in one language.

    ``prefix`` stands before every id in ``body_html``: ``ru-`` in an edition of several
    languages, else nothing.  ``*_html`` is HTML that pandoc made.
    """

    code: str
    tag: str
    endonym: str
    title: str
    abstract_html: str
    keywords: tuple[str, ...]
    contents: tuple[Heading, ...]
    body_html: str
    terms: Terms
    authors: tuple[PageAuthor, ...] = ()
    issue: str = ""
    prefix: str = ""
    short_title: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class PageEdition:
    """An edition: one part, or one for each language.

    ``tag``, ``title``, ``terms`` and ``authors`` are those of its main language.
    """

    id: str
    tag: str
    title: str
    parts: tuple[Part, ...]
    terms: Terms
    version: str
    udc: str
    licence: str
    short_title: str = ""
    authors: tuple[PageAuthor, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Sibling:
    """An edition that the language switch leads to.

    ``tag`` is empty for the trilingual edition; ``prefix`` stands before the ids there
    that match this page's (``uz-`` for a reader who comes from the Uzbek one).
    """

    code: str
    tag: str
    endonym: str
    href: str
    current: bool = False
    prefix: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class FormatLink:
    """The same edition in another format: name (``PDF``), address, media type."""

    name: str
    href: str
    media_type: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Head:
    """What machines read: all of it true, and nothing in it that is not known.

    ``alternates`` are pairs of language tag and address, ``citations`` pairs of a
    Highwire name (``citation_title``) and its content, ``json_ld`` a schema.org
    ``ScholarlyArticle``.
    """

    description: str
    canonical: str = ""
    alternates: tuple[tuple[str, str], ...] = ()
    citations: tuple[tuple[str, str], ...] = ()
    json_ld: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class IndexEntry:
    """An edition on the index page; ``main`` is where its title leads.

    ``languages`` are the codes of the editions whose texts it holds: itself, or several.
    """

    code: str
    languages: tuple[str, ...]
    tag: str
    endonym: str
    title: str
    main: FormatLink
    formats: tuple[FormatLink, ...]
    heading: str
    description: str = ""


def screen_page(
    templates: Path,
    edition: PageEdition,
    *,
    references_html: str,
    head: Head,
    siblings: Sequence[Sibling] = (),
    formats: Sequence[FormatLink] = (),
    footnotes_html: str = "",
    home: str = "",
) -> str:
    """Return the page for the screen: one file, whole in itself.

    ``home`` is the address of the index (empty: no link to it).
    """
    rules: dict[str, str] = {}
    entries = reference_texts(references_html)
    common = (scrollable_exhibits, addresses, open_links_elsewhere_safely, lift_styles(rules))
    parts = tuple(
        replace(
            part,
            body_html=rewrite(
                part.body_html,
                lift_anchors,
                row_heads,
                section_links(
                    _counterparts(edition, part, siblings),
                    part.terms.read_in,
                    part.prefix,
                ),
                keep_endings_on_screen,
                tooltips(entries),
                *common,
            ),
            abstract_html=rewrite(part.abstract_html, keep_endings_on_screen, *common),
        )
        for part in edition.parts
    )
    notes = rewrite(footnotes_html, tooltips(entries), *common) if footnotes_html else ""
    references = rewrite(references_html, *common)
    style = _web_fonts(templates) + _read(templates / "styles" / "screen.css") + style_rules(rules)
    script = _read(templates / "scripts" / "page.js")
    return _render(
        templates,
        "page.html.j2",
        edition=replace(edition, parts=parts),
        references_html=references,
        footnotes_html=notes,
        siblings=tuple(siblings),
        formats=tuple(formats),
        head=head,
        home=home,
        style=Markup(style),  # noqa: S704 (our own file)
        script=Markup(script),  # noqa: S704 (our own file)
        policy=content_policy(style, script),
    )


def print_page(
    templates: Path,
    edition: PageEdition,
    *,
    references_html: str,
    sheet: str = "",
    notes_before: int = 0,
) -> str:
    """Return the page that `uchtil.formats.pdf.write_pdf` makes a PDF of.

    Notes (in a note style) are taken from the end of each body to their calls.  ``sheet``
    names a part of the edition to print alone, see `uchtil.formats.sheets`.
    """
    steps = (
        lift_anchors,
        row_heads,
        footnotes,
        flatten_citations,
        keep_short_tables,
        keep_endings,
        print_colours(_read(templates / "styles" / "figures.css")),
        addresses,
    )
    parts = tuple(
        replace(part, body_html=_plain_breaks(rewrite(part.body_html, *steps)))
        for part in edition.parts
    )
    return _render(
        templates,
        "print.html.j2",
        edition=replace(edition, parts=parts),
        references_html=_plain_breaks(rewrite(references_html, list_references, addresses)),
        running_title=running_title,
        sheet=sheet,
        notes_before=notes_before,
    )


def print_stylesheet(templates: Path) -> str:
    """Return the style sheet of all printed pages; its addresses are relative to ``templates``.

    It is not put into the pages: reading it, and the fonts it names, once for all of them
    saves a tenth of the time that they take.
    """
    return print_fonts() + _read(templates / "styles" / "print.css")


def folios_page(templates: Path, tag: str, folios: Sequence[tuple[str, str]]) -> str:
    """Return pages with nothing but a page number each, to be drawn into bound sheets."""
    return _render(
        templates,
        "folios.html.j2",
        tag=tag,
        folios=folios,
    )


def index_page(
    templates: Path, entries: Sequence[IndexEntry], *, tag: str, version: str, report: str = ""
) -> str:
    """Return the page that leads to every edition and format.

    ``entries`` are the editions in their order, ``tag`` is the page's main language,
    ``report`` the address of the report (empty: no link to it).
    """
    return single_page(
        templates,
        "index.html.j2",
        "styles/index.css",
        entries=tuple(entries),
        tag=tag,
        version=version,
        report=report,
    )


def single_page(
    templates: Path, template: str, stylesheets: str | Sequence[str], **context: object
) -> str:
    """Return a page that runs no script: one file, with its fonts, style and policy."""
    names = (stylesheets,) if isinstance(stylesheets, str) else stylesheets
    style = _web_fonts(templates) + "".join(_read(templates / each) for each in names)
    return _render(
        templates,
        template,
        style=Markup(style),  # noqa: S704 (our own file)
        policy=content_policy(style, ""),
        **context,
    )


def plain_page(templates: Path, template: str, **context: object) -> str:
    """Return a page without style or fonts, which are given when it is printed."""
    return _render(templates, template, style="", policy="", **context)


def running_title(title: str) -> str:
    """Return what stands at the head of a page for a long title: its part before a colon.

    This is how journals shorten a title that has a subtitle; a title without one is told
    whole (give `PageEdition.short_title` to have another).
    """
    return re.split(r":\s", title, maxsplit=1)[0]


def content_policy(style: str, script: str) -> str:
    """Return a Content-Security-Policy that allows this style, this script, and no more."""
    sources = [
        "default-src 'none'",
        f"style-src '{_digest(style)}'",
        "font-src data:",
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    if script:
        sources.insert(1, f"script-src '{_digest(script)}'")
    return "; ".join(sources)


def counter_content(words: PageOf) -> str:
    """Return CSS ``content`` for "Page x of y"."""
    pieces = (
        css_string(words.before) if words.before else "",
        "counter(page)",
        css_string(words.between) if words.between else "",
        "counter(pages)",
        css_string(words.after) if words.after else "",
    )
    return " ".join(piece for piece in pieces if piece)


def css_string(text: str) -> str:
    """Return the text as a CSS string, safe inside ``<style>``."""
    escaped = "".join(
        f"\\{ord(character):x} " if character in '"\\<>&\n\r\f' else character for character in text
    )
    return f'"{escaped}"'


def json_for_script(text: str) -> Markup:
    """Return JSON that cannot end the script element it stands in."""
    return Markup(text.replace("<", "\\u003c"))  # noqa: S704 (made safe here)


def _counterparts(
    edition: PageEdition, part: Part, siblings: Sequence[Sibling]
) -> tuple[Counterpart, ...]:
    if len(edition.parts) > 1:
        return tuple(
            Counterpart(tag=other.tag, endonym=other.endonym, prefix=other.prefix)
            for other in edition.parts
            if other.code != part.code
        )
    return tuple(
        Counterpart(
            tag=sibling.tag, endonym=sibling.endonym, href=sibling.href, prefix=sibling.prefix
        )
        for sibling in siblings
        if sibling.tag and not sibling.current
    )


def _plain_breaks(fragment: str) -> str:
    """Return the fragment with zero-width spaces for ``<wbr>``.

    WeasyPrint makes a box, a tag and a link of each element; the character is not drawn,
    and is not found in the PDF's text either.
    """
    return fragment.replace("<wbr>", "\u200b")


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"sha256-{base64.b64encode(digest).decode()}"


@cache
def _web_fonts(templates: Path) -> str:
    faces = []
    for name, style, weight in WEB_FACES:
        data = (templates / "fonts" / "web" / f"SourceSerif4-{name}.woff2").read_bytes()
        source = f"data:font/woff2;base64,{base64.b64encode(data).decode()}"
        faces.append(_face(style, weight, f'url("{source}") format("woff2")', "swap"))
    return "".join(faces)


def print_fonts() -> str:
    """Return the rules that name the fonts of printed pages, within the templates' folder."""
    # Relative: the base address is the templates' folder, so that a page's bytes do not
    # depend on where the project lies.
    return "".join(
        _face(style, weight, f'url("fonts/SourceSerif4-{name}.ttf")')
        for name, style, weight in WEB_FACES
    )


def _face(style: str, weight: str, source: str, display: str = "") -> str:
    shown = f"font-display:{display};" if display else ""
    return (
        f'@font-face{{font-family:"Source Serif 4";font-style:{style};'
        f"font-weight:{weight};{shown}src:{source}}}\n"
    )


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


@cache
def _environment(templates: Path) -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(templates),
        autoescape=True,
        bytecode_cache=code_cache(),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["counter_content"] = lambda words: Markup(counter_content(words))  # noqa: S704
    environment.filters["css_string"] = lambda text: Markup(css_string(text))  # noqa: S704
    environment.filters["json_for_script"] = json_for_script
    return environment


def _render(templates: Path, name: str, **context: object) -> str:
    return _environment(templates).get_template(name).render(**context)
