"""Makes the reference document that pandoc takes its styles, page and running lines from.

Written from nothing rather than with python-docx: that library has no word for most of
what is needed here (fonts for every script, fields, rules of tables, first-page
footers), and importing it takes longer than all the rest.
"""

from __future__ import annotations

import re

from uchtil.formats.docx.package import zip_parts
from uchtil.formats.docx.settings import DocxSettings, Layout
from uchtil.formats.docx.styles import styles_part
from uchtil.formats.docx.wordml import (
    CONTENT_TYPES,
    PACKAGE_RELATIONSHIPS,
    Element,
    element,
    field_runs,
    r,
    serialise,
    text_run,
    twips,
)

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_RUNNING = (
    ("header1", "header", "default"),
    ("footer1", "footer", "default"),
    ("footer2", "footer", "first"),
)
"""Part, kind and page of each running line; the first page has a footer and no header."""
_HEAD_OF_FIRST = ("header2", "header", "first")
"""What a first page has besides, if it is to have the head."""


def _running_lines(settings: DocxSettings) -> tuple[tuple[str, str, str], ...]:
    return (*_RUNNING, _HEAD_OF_FIRST) if settings.header_first else _RUNNING


def make_reference(settings: DocxSettings) -> bytes:
    """Return the reference document of an edition; the same settings give the same bytes."""
    layout = settings.layout
    parts: dict[str, Element] = {
        "word/styles.xml": styles_part(layout, settings.language),
        "word/settings.xml": settings_part(settings),
        "word/document.xml": _document(settings),
        "word/footnotes.xml": _footnotes(),
        "word/numbering.xml": element("numbering"),
        "word/fontTable.xml": _font_table(layout),
        "word/footer1.xml": _running("ftr", "Footer", settings.footer, settings.language),
        "word/footer2.xml": _running("ftr", "Footer", settings.footer, settings.language),
    }
    # An empty head in its own style would still draw the rule below.
    head = "Header" if settings.header else "Normal"
    for part, kind, _ in _running_lines(settings):
        if kind == "header":
            parts[f"word/{part}.xml"] = _running("hdr", head, settings.header, settings.language)
    files = {name: serialise(tree) for name, tree in parts.items()}
    running = _running_lines(settings)
    files["[Content_Types].xml"] = _content_types(files)
    files["_rels/.rels"] = _relationships([("rId1", "officeDocument", "word/document.xml")])
    files["word/_rels/document.xml.rels"] = _relationships(
        [
            ("rId1", "styles", "styles.xml"),
            ("rId2", "settings", "settings.xml"),
            ("rId3", "footnotes", "footnotes.xml"),
            ("rId4", "numbering", "numbering.xml"),
            ("rId5", "fontTable", "fontTable.xml"),
            *((f"rId{n}", kind, f"{part}.xml") for n, (part, kind, _) in enumerate(running, 6)),
        ]
    )
    return zip_parts(files)


def settings_part(settings: DocxSettings) -> Element:
    """Return the tree of ``word/settings.xml``.

    Word 2013's layout rules (``compatibilityMode`` 15), else Word opens the file in a
    compatibility mode and says so; nothing that makes it ask before opening.
    """
    language = settings.language
    comma = not language.startswith("en")
    hyphens = [element("autoHyphenation")] if settings.layout.hyphens else []
    # Word then leaves out who changes the file, too.
    private = [element("removePersonalInformation")] if settings.anonymous else []
    return element(
        "settings",
        element("zoom", percent=100),
        *private,
        element("defaultTabStop", val=twips(1.25)),
        *hyphens,
        element("characterSpacingControl", val="doNotCompress"),
        element(
            "footnotePr",
            element("footnote", id=-1),
            element("footnote", id=0),
        ),
        element(
            "compat",
            *(
                element(
                    "compatSetting",
                    name=name,
                    uri="http://schemas.microsoft.com/office/word",
                    val=value,
                )
                for name, value in (
                    ("compatibilityMode", 15),
                    ("overrideTableStyleFontSizeAndJustification", 1),
                    ("enableOpenTypeFeatures", 1),
                    ("doNotFlipMirrorIndents", 1),
                    ("differentiateMultirowTableHeaders", 1),
                )
            ),
        ),
        element("themeFontLang", val=language),
        element("decimalSymbol", val="," if comma else "."),
        element("listSeparator", val=";" if comma else ","),
    )


def running_line(style: str, pattern: str, language: str) -> Element:
    """Return the paragraph of a header or footer.

    ``{page}`` and ``{pages}`` in the pattern become fields that Word and LibreOffice
    count themselves.
    """
    paragraph = element("p", element("pPr", element("pStyle", val=style)))
    for part in re.split(r"(\{pages?\})", pattern):
        tag = element("lang", val=language)
        if part in ("{page}", "{pages}"):
            code = "PAGE" if part == "{page}" else "NUMPAGES"
            paragraph.extend(field_runs(code, "1", tag))
        elif part:
            paragraph.append(text_run(part, tag))
    return paragraph


def _running(root: str, style: str, pattern: str, language: str) -> Element:
    return element(root, running_line(style, pattern, language))


def _document(settings: DocxSettings) -> Element:
    layout = settings.layout
    references = []
    for number, (_, kind, page) in enumerate(_running_lines(settings), 6):
        reference = element(f"{kind}Reference", type=page)
        reference.set(r("id"), f"rId{number}")
        references.append(reference)
    section = element(
        "sectPr",
        *references,
        element("pgSz", w=twips(layout.page_width), h=twips(layout.page_height)),
        element(
            "pgMar",
            top=twips(layout.margin_top),
            right=twips(layout.margin_right),
            bottom=twips(layout.margin_bottom),
            left=twips(layout.margin_left),
            header=twips(layout.margin_top / 2),
            footer=twips(layout.margin_bottom / 2),
            gutter=0,
        ),
        element("titlePg"),
    )
    return element("document", element("body", element("p"), section))


def _footnotes() -> Element:
    separators = (("separator", -1), ("continuationSeparator", 0))
    return element(
        "footnotes",
        *(
            element("footnote", element("p", element("r", element(kind))), type=kind, id=number)
            for kind, number in separators
        ),
    )


def _font_table(layout: Layout) -> Element:
    return element(
        "fonts",
        element(
            "font",
            element("panose1", val="02020603050405020304"),
            element("charset", val="CC"),
            element("family", val="roman"),
            element("pitch", val="variable"),
            name=layout.font,
        ),
    )


def _content_types(files: dict[str, bytes]) -> bytes:
    kinds = {"document": "document.main"}
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{_WORD_TYPE}.{kinds.get(kind, kind)}+xml"/>'
        for name in sorted(files)
        for kind in [re.sub(r"word/([A-Za-z]+)\d*\.xml", r"\1", name)]
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Types xmlns="{CONTENT_TYPES}">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


def _relationships(entries: list[tuple[str, str, str]]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id_, kind, target in entries
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Relationships xmlns="{PACKAGE_RELATIONSHIPS}">{inner}</Relationships>'
    ).encode()
