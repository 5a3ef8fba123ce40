"""The styles of the article, as data, and the part `styles.xml` made of them.

pandoc finds styles by name (``Body Text``, ``Image Caption``…: the names of its own
reference document) and the Lua driver names the others as ``custom-style``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from uchtil.formats.docx.settings import Layout
from uchtil.formats.docx.wordml import Element, W, element, parse, twips

LINK_COLOUR = "1F3864"
"""A blue near black: a link is seen on the screen and not in print."""

RULE_COLOUR = "A6A6A6"
"""The grey of the thin rules in tables and under the running head."""


SMALL_TYPE = 2
"""How much smaller than the text tables and footnotes are set, in points."""

TABLE_STYLES = frozenset({"TableNormal", "Table"})
"""The ids of the table styles; pandoc gives its tables the second."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """A paragraph or character style; ``None`` leaves a property to the style below it.

    Sizes and spaces are in points, indents in centimetres, ``line`` in single lines,
    ``outline`` counts levels from 0 (9: not in the outline); ``tabs`` are positions in
    centimetres with their kind (``left``, or ``right`` with a dotted leader).
    """

    name: str
    based_on: str | None = "Normal"
    next: str | None = None
    link: str | None = None
    character: bool = False
    default: bool = False
    custom: bool = False
    hidden: bool = False
    priority: int | None = None
    size: float | None = None
    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    colour: str | None = None
    raised: bool = False
    fonts: str | None = None
    align: str | None = None
    before: float | None = None
    after: float | None = None
    line: float | None = None
    left: float | None = None
    right: float | None = None
    first: float | None = None
    keep_next: bool = False
    keep_lines: bool = False
    widows: bool = False
    rule_below: bool = False
    outline: int | None = None
    tabs: tuple[tuple[float, str], ...] = ()

    @property
    def id(self) -> str:
        """The style's id: its name without spaces, as pandoc makes it."""
        name = self.name[0].upper() + self.name[1:]
        return name.replace("Toc ", "TOC").replace(" ", "")


def article_styles(layout: Layout) -> tuple[Style, ...]:
    """Return every style, in the order in which they are written."""
    size, small, smaller = layout.size, layout.size - 1, layout.size - SMALL_TYPE
    block = Style(name="Normal", based_on=None, default=True, priority=0, widows=True)
    body = Style(
        name="Body Text",
        next="BodyText",
        priority=0,
        align="both",
        line=layout.line_spacing,
        first=layout.first_line_indent,
    )
    front = Style(name="", custom=True, priority=10, align="left", after=6)
    heading = Style(
        name="",
        next="BodyText",
        priority=9,
        align="left",
        bold=True,
        keep_next=True,
        keep_lines=True,
    )
    contents = Style(
        name="",
        next="Normal",
        priority=39,
        size=small,
        align="left",
        after=2,
        tabs=((layout.text_width, "right"),),  # no right indent: LibreOffice drops the number
    )
    paragraphs = (
        block,
        body,
        replace(body, name="First Paragraph", based_on="BodyText", custom=True),
        replace(
            body, name="Compact", based_on="BodyText", custom=True, first=0, before=0, after=2
        ),
        replace(front, name="UDC", size=small, after=12, keep_next=True),
        Style(
            name="Title",
            next="Author",
            priority=10,
            size=size + 4,
            bold=True,
            align="center",
            before=6,
            after=10,
            keep_next=True,
            keep_lines=True,
        ),
        Style(
            name="Subtitle", next="Author", priority=11, size=size + 1, align="center",
            after=8, keep_next=True,
        ),
        replace(
            front, name="Author", align="center", bold=True, after=2,
            keep_next=True, keep_lines=True,
        ),
        replace(
            front, name="Affiliation", align="center", size=small, italic=True,
            after=6, keep_next=True,
        ),
        Style(
            name="Date", next="BodyText", priority=10, align="center", size=small,
            after=8, keep_next=True,
        ),
        replace(
            front,
            name="Abstract Title",
            next="Abstract",
            size=small,
            bold=True,
            left=1,
            right=1,
            before=10,
            after=2,
            keep_next=True,
        ),
        replace(front, name="Abstract", align="both", size=small, left=1, right=1, after=4),
        replace(front, name="Keywords", size=small, left=1, right=1, after=18),
        replace(heading, name="heading 1", size=size + 2, before=18, after=6, outline=0),
        replace(heading, name="heading 2", size=size, before=14, after=4, outline=1),
        replace(
            heading, name="heading 3", size=size, bold=False, italic=True, before=10, after=3,
            outline=2,
        ),
        *(
            replace(
                heading, name=f"heading {level}", size=size, bold=False, italic=True, before=8,
                after=2, outline=level - 1, hidden=True,
            )
            for level in range(4, 10)
        ),
        Style(
            name="Block Text", next="BodyText", priority=20, size=small, align="both", left=1.25,
            right=1.25, before=6, after=8,
        ),
        replace(
            front, name="Footnote Text", custom=False, next="FootnoteText", priority=99,
            size=smaller, align="both", after=0,
        ),
        Style(
            name="Footnote Block Text", based_on="FootnoteText", custom=True, left=1, right=1,
            before=2, after=2,
        ),
        Style(name="Definition Term", custom=True, next="Definition", bold=True, keep_next=True),
        Style(name="Definition", custom=True, left=1.25, after=4),
        Style(
            name="caption", next="BodyText", priority=35, size=small, align="left", keep_lines=True
        ),
        Style(
            name="Table Caption", based_on="Caption", custom=True, keep_next=True, before=12,
            after=4,
        ),
        Style(
            name="Image Caption", based_on="Caption", custom=True, align="center", before=4,
            after=14, left=1, right=1,
        ),
        Style(name="Figure", custom=True, align="center", before=10),
        Style(name="Captioned Figure", based_on="Figure", custom=True, keep_next=True),
        Style(
            name="Table Text", custom=True, size=smaller, align="left", before=2, after=2
        ),
        Style(name="Table Heading", based_on="TableText", custom=True, bold=True, keep_next=True),
        Style(
            name="Table Note", custom=True, size=smaller, align="left", before=4, after=14
        ),
        Style(
            name="Bibliography", next="Bibliography", priority=37, size=small, align="left",
            left=1, first=-1, after=4, tabs=((1, "left"),),
        ),
        Style(
            name="TOC Heading", next="Normal", priority=39, size=size + 1, bold=True,
            align="left", before=16, after=6, keep_next=True,
        ),
        replace(contents, name="toc 1"),
        replace(contents, name="toc 2", left=0.75),
        replace(contents, name="toc 3", left=1.5),
        Style(
            name="header", priority=99, size=layout.size - 2.5, italic=True, align="center",
            after=0, rule_below=True,
        ),
        Style(name="footer", priority=99, size=layout.size - 2.5, align="center", after=0),
    )  # fmt: skip
    characters = (
        Style(
            name="Default Paragraph Font", based_on=None, character=True, default=True, hidden=True
        ),
        _character("Body Text Char", link="BodyText", hidden=True),
        _character("Footnote Reference", custom=False, raised=True),
        _character("Hyperlink", custom=False, colour=LINK_COLOUR),
        _character("Caption Number", bold=True),
        _character("Backlink", colour=LINK_COLOUR, size=layout.size - 4),
        _character("Section Number"),
        _character("Figure Placeholder", hidden=True),
        _character("Verbatim Char", fonts="Courier New", size=smaller),
    )
    return tuple(
        replace(each, **layout.otherwise.get(each.id, {}))  # type: ignore[arg-type]
        for each in paragraphs + characters
    )


def styles_part(layout: Layout, language: str) -> Element:
    """Return the tree of ``word/styles.xml``."""
    root = element("styles")
    root.append(
        element(
            "docDefaults",
            element(
                "rPrDefault",
                element(
                    "rPr",
                    _fonts(layout.font),
                    element("sz", val=_half_points(layout.size)),
                    element("szCs", val=_half_points(layout.size)),
                    element("lang", val=language, eastAsia=language, bidi="ar-SA"),
                ),
            ),
            element("pPrDefault", element("pPr", element("spacing", before=0, after=0))),
        )
    )
    for style in article_styles(layout):
        root.append(_style(style))
    for table in parse(_TABLE_STYLES.encode()):
        root.append(table)
    return root


def _character(name: str, *, custom: bool = True, **properties: object) -> Style:
    base = Style(
        name=name, based_on="DefaultParagraphFont", character=True, custom=custom, priority=99
    )
    return replace(base, **properties)  # type: ignore[arg-type]


def _style(style: Style) -> Element:
    made = element("style", type="character" if style.character else "paragraph", styleId=style.id)
    for flag in ("default", "custom"):
        if getattr(style, flag):
            made.set(f"{{{W}}}{'customStyle' if flag == 'custom' else flag}", "1")
    made.append(element("name", val=style.name))
    for tag, value in (("basedOn", style.based_on), ("next", style.next), ("link", style.link)):
        if value:
            made.append(element(tag, val=value))
    if style.priority is not None:
        made.append(element("uiPriority", val=style.priority))
    if style.hidden:
        made.extend([element("semiHidden"), element("unhideWhenUsed")])
    else:
        made.append(element("qFormat"))
    paragraph, run = _paragraph_properties(style), _run_properties(style)
    made.extend(each for each in (paragraph, run) if len(each))
    return made


def _paragraph_properties(style: Style) -> Element:
    """Return the paragraph's properties in the order that the schema asks for."""
    made = element("pPr")
    made.extend(
        element(tag)
        for tag, wanted in (
            ("keepNext", style.keep_next),
            ("keepLines", style.keep_lines),
            ("widowControl", style.widows),
        )
        if wanted
    )
    if style.rule_below:
        rule = element("bottom", val="single", sz=4, space=4, color=RULE_COLOUR)
        made.append(element("pBdr", rule))
    if style.tabs:
        made.append(element("tabs", *(_tab(position, kind) for position, kind in style.tabs)))
    spacing: dict[str, str | int] = {}
    if style.before is not None:
        spacing["before"] = round(style.before * 20)
    if style.after is not None:
        spacing["after"] = round(style.after * 20)
    if style.line is not None:
        spacing |= {"line": round(style.line * 240), "lineRule": "auto"}
    if spacing:
        made.append(element("spacing", **spacing))
    indent: dict[str, str | int] = {}
    if style.left is not None:
        indent["left"] = twips(style.left)
    if style.right is not None:
        indent["right"] = twips(style.right)
    if style.first is not None:
        indent["hanging" if style.first < 0 else "firstLine"] = twips(abs(style.first))
    if indent:
        made.append(element("ind", **indent))
    if style.align:
        made.append(element("jc", val=style.align))
    if style.outline is not None:
        made.append(element("outlineLvl", val=style.outline))
    return made


def _run_properties(style: Style) -> Element:
    """Return the run's properties in the order that the schema asks for."""
    made = element("rPr")
    if style.fonts:
        made.append(_fonts(style.fonts))
    for tags, value in ((("b", "bCs"), style.bold), (("i", "iCs"), style.italic)):
        if value is not None:
            made.extend(element(tag) if value else element(tag, val="0") for tag in tags)
    if style.capitals is not None:
        made.append(element("caps") if style.capitals else element("caps", val="0"))
    if style.colour:
        made.append(element("color", val=style.colour))
    if style.size is not None:
        made.extend(element(tag, val=_half_points(style.size)) for tag in ("sz", "szCs"))
    if style.raised:
        made.append(element("vertAlign", val="superscript"))
    return made


def _fonts(name: str) -> Element:
    """Return one font for all four kinds of script that Word tells apart.

    Word takes Cyrillic and ʻ ʼ from ``hAnsi`` or ``eastAsia`` as it sees fit: with the same
    name everywhere, and no theme font, it cannot err.
    """
    return element("rFonts", ascii=name, hAnsi=name, eastAsia=name, cs=name)


def _half_points(points: float) -> int:
    return round(points * 2)


def _tab(position: float, kind: str) -> Element:
    leader = {"leader": "dot"} if kind == "right" else {}
    return element("tab", val=kind, **leader, pos=twips(position))


_TABLE_STYLES = f"""<w:styles xmlns:w="{W}">
<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>
<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0"
w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="85" w:type="dxa"/><w:bottom
w:w="0" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>
<w:style w:type="table" w:customStyle="1" w:styleId="Table"><w:name w:val="Table"/><w:basedOn
w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/><w:tblPr><w:tblBorders><w:top
w:val="single" w:sz="8" w:space="0" w:color="auto"/><w:bottom w:val="single" w:sz="8" w:space="0"
w:color="auto"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="{RULE_COLOUR}"/>
</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow"><w:tblPr/><w:tcPr><w:tcBorders><w:bottom
w:val="single" w:sz="6" w:space="0" w:color="auto"/></w:tcBorders><w:vAlign w:val="bottom"/>
</w:tcPr></w:tblStylePr></w:style></w:styles>"""
"""Thin rules above, below and under the head, grey ones between rows, none upright."""
