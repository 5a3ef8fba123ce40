"""From pandoc's tree of the cited text to the body of a JATS article.

pandoc's own writer makes JATS 1.2 without languages: a division in another language
becomes a framed box, and a span in one loses it; so the tree is read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from lxml import etree

from uchtil.journals.handoffs.jats_names import reference_ids, xml_name
from uchtil.journals.handoffs.xml import Content, add, maker
from uchtil.journals.submission import Submission

element = maker()

Node = Mapping[str, Any]
"""A block or an inline of pandoc's: its kind under ``t``, its content under ``c``."""

_FIGURE = "figure:"
_TAG = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*")
_STYLES = {
    "Emph": "italic",
    "Strong": "bold",
    "Underline": "underline",
    "Strikeout": "strike",
    "Superscript": "sup",
    "Subscript": "sub",
    "SmallCaps": "sc",
}
_QUOTES = {"DoubleQuote": ("“", "”"), "SingleQuote": ("‘", "’")}
_ALIGNED = {"AlignLeft": "left", "AlignRight": "right", "AlignCenter": "center"}
_NUMBERS = {
    "LowerAlpha": "alpha-lower",
    "UpperAlpha": "alpha-upper",
    "LowerRoman": "roman-lower",
    "UpperRoman": "roman-upper",
}
_LANGUAGE_OF_BLOCK = frozenset({"p", "list", "disp-quote", "preformat", "table-wrap", "fig", "sec"})


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """The text of an article in JATS, and what was counted in it."""

    sections: list[etree._Element]
    notes: list[etree._Element]
    tables: int
    figures: int


def text_of(submission: Submission) -> Text:
    """Return the text of a submission; its abstract is no part of it."""
    blocks = [
        block
        for block in submission.body["blocks"]
        if not (block["t"] == "Div" and block["c"][0][0] == "abstract")
    ]
    writer = _Writer(submission, blocks)
    sections = writer.sections(blocks)
    return Text(
        sections=sections,
        notes=writer.notes,
        tables=writer.counts["table-wrap"],
        figures=writer.counts["fig"],
    )


class _Writer:
    """Makes elements of pandoc's nodes, and keeps notes and counts."""

    def __init__(self, submission: Submission, blocks: list[Node]) -> None:
        self.notes: list[etree._Element] = []
        self.counts = {"table-wrap": 0, "fig": 0}
        self._references = reference_ids(submission)
        self._figures = {each.id: each for each in submission.figures}
        self._kinds = dict(_kinds(blocks))
        """What identifiers of the text stand for, as ``ref-type`` has it."""
        self._given: set[str] = set()
        self._referring = False
        """Whether what is made stands in a reference."""

    # ------------------------------------------------------------ blocks

    def sections(self, blocks: Iterable[Node]) -> list[etree._Element]:
        """Put what follows a heading into its section, and sections into each other."""
        top: list[etree._Element] = []
        open_: list[tuple[int, etree._Element]] = []
        for block in blocks:
            if block["t"] == "Header":
                level, attributes, title = block["c"]
                made = element(
                    "sec", self._id(attributes[0]), element("title", self.inlines(title))
                )
                while open_ and open_[-1][0] >= level:
                    open_.pop()
                _put(made, open_, top)
                open_.append((level, made))
            else:
                for made in self.block(block):
                    _put(made, open_, top)
        return top

    def blocks(self, blocks: Iterable[Node]) -> list[etree._Element]:
        """Return blocks where no heading is looked for: one becomes a paragraph in bold."""
        return [made for block in blocks for made in self.block(block)]

    def block(self, block: Node) -> list[etree._Element]:  # noqa: PLR0911 (one kind, one line)
        """Return the elements of one block."""
        content: Any = block.get("c")
        match block["t"]:
            case "Para" | "Plain":
                return self._paragraph(content)
            case "Header":
                return [
                    element("p", self._id(content[1][0]), element("bold", self.inlines(content[2])))
                ]
            case "LineBlock":
                return [element("p", self.inlines(line)) for line in content if line]
            case "BlockQuote":
                return [element("disp-quote", self.blocks(content))]
            case "CodeBlock":
                return [element("preformat", content[1])]
            case "BulletList":
                return [self._list("bullet", content)]
            case "OrderedList":
                return [self._list(_NUMBERS.get(content[0][1]["t"], "order"), content[1])]
            case "DefinitionList":
                return [self._definitions(content)]
            case "Table":
                return [self._table(content, content[0][0], content[0][1])]
            case "Figure":
                return [self._figure(content)]
            case "Div":
                return self._division(content)
        return []  # a line across the page; raw code, which no text may hold

    def _paragraph(self, inlines: list[Node]) -> list[etree._Element]:
        """Return a paragraph; the empty span at its beginning gives it its identifier."""
        name = ""
        if inlines and inlines[0]["t"] == "Span" and not inlines[0]["c"][1]:
            name, inlines = inlines[0]["c"][0][0], inlines[1:]
        return [element("p", self._id(name), self.inlines(inlines))]

    def _division(self, content: Any) -> list[etree._Element]:  # noqa: ANN401 (pandoc's)
        (name, classes, attributes), inner = content
        if len(inner) == 1 and inner[0]["t"] == "Table":
            made = [self._table(inner[0]["c"], name or inner[0]["c"][0][0], classes)]
        else:
            made = self.blocks(inner)
        tag = _language(attributes)
        for each in made:
            if tag and each.tag in _LANGUAGE_OF_BLOCK:
                add(each, {"xml:lang": tag})
        return made

    def _list(self, kind: str, items: Iterable[list[Node]]) -> etree._Element:
        return element(
            "list", {"list-type": kind}, [self._item("list-item", each) for each in items]
        )

    def _item(self, name: str, blocks: list[Node]) -> etree._Element:
        """Return what may only hold paragraphs and lists: other blocks stand in a paragraph."""
        made = element(name)
        for each in self.blocks(blocks):
            add(made, each if each.tag in ("p", "list") else element("p", each))
        if not len(made):
            add(made, element("p"))
        return made

    def _definitions(self, pairs: Iterable[Any]) -> etree._Element:
        return element(
            "def-list",
            [
                element(
                    "def-item",
                    element("term", self.inlines(term)),
                    [self._item("def", definition) for definition in definitions],
                )
                for term, definitions in pairs
            ],
        )

    # ------------------------------------------------------------ tables and figures

    def _table(self, content: Any, name: str, classes: list[str]) -> etree._Element:  # noqa: ANN401
        _, caption, columns, head, bodies, foot = content
        self.counts["table-wrap"] += 1
        alignment = [_ALIGNED.get(align["t"]) for align, _ in columns]
        heads = "row-heads" in classes
        parts = [
            _Part("thead", head[1], header=True),
            *(
                _Part("tbody", [*body[2], *body[3]], row_heads=max(body[1], int(heads)))
                for body in bodies
            ),
            _Part("tfoot", foot[1]),
        ]
        return element(
            "table-wrap",
            self._id(name),
            self._captioned(caption),
            element(
                "table",
                [
                    element(part.name, [self._row(row, part, alignment) for row in part.rows])
                    for part in parts
                    if part.rows
                ],
            ),
        )

    def _row(self, row: Any, part: _Part, alignment: list[str | None]) -> etree._Element:  # noqa: ANN401
        made = element("tr")
        for at, (_, own, rows, columns, blocks) in enumerate(row[1]):
            is_head = part.header or at < part.row_heads
            scope = ("col" if part.header else "row") if is_head else None
            add(
                made,
                element(
                    "th" if is_head else "td",
                    {
                        "scope": scope,
                        "align": _ALIGNED.get(own["t"]) or (alignment[at : at + 1] or [None])[0],
                        "rowspan": rows if rows > 1 else None,
                        "colspan": columns if columns > 1 else None,
                    },
                    self._cell(blocks),
                ),
            )
        return made

    def _cell(self, blocks: list[Node]) -> Iterator[Content]:
        """Yield the content of a cell: its text as it is, with breaks between paragraphs."""
        for at, block in enumerate(blocks):
            if at:
                yield element("break")
            if block["t"] in ("Plain", "Para"):
                yield self.inlines(block["c"])
            else:
                yield self.block(block)

    def _captioned(self, caption: Any) -> list[etree._Element]:  # noqa: ANN401
        """Return label and caption: the label is the span that numbers the exhibit."""
        blocks = caption[1]
        label: list[Node] = []
        paragraphs = []
        for block in blocks:
            inlines = block["c"]
            if not label and inlines and "exhibit-number" in _classes(inlines[0]):
                label, inlines = inlines[0]["c"][1], inlines[1:]
                if inlines and inlines[0]["t"] == "Space":
                    inlines = inlines[1:]
            paragraphs.append(element("p", self.inlines(inlines)))
        return [
            *([element("label", self.inlines(label))] if label else []),
            *([element("caption", paragraphs)] if paragraphs else []),
        ]

    def _figure(self, content: Any) -> etree._Element:  # noqa: ANN401
        (name, _, _), caption, blocks = content
        self.counts["fig"] += 1
        pictures = [
            self._picture(image["c"][2][0], mime)
            for image in _images(blocks)
            for mime in ("svg+xml", "png")
        ]
        return element(
            "fig",
            self._id(name),
            self._captioned(caption),
            element("alternatives", pictures) if pictures else None,
        )

    def _picture(self, source: str, kind: str) -> etree._Element:
        """Return a picture, which is there in two files."""
        figure = self._figures[source.removeprefix(_FIGURE)]
        return element(
            "graphic",
            {
                "xlink:href": f"{figure.file}.{kind.partition('+')[0]}",
                "mimetype": "image",
                "mime-subtype": kind,
            },
            element("alt-text", figure.alt),
        )

    # ------------------------------------------------------------ inlines

    def inlines(self, inlines: Iterable[Node]) -> list[Content]:
        """Return the content that inlines make."""
        return [self.inline(each) for each in inlines]

    def inline(self, inline: Node) -> Content:  # noqa: PLR0911 (one kind, one line)
        """Return the content of one inline; nothing for raw code, which no text may hold."""
        kind: str = inline["t"]
        content: Any = inline.get("c")
        if kind in _STYLES:
            return element(_STYLES[kind], self.inlines(content))
        match kind:
            case "Str":
                return str(content)
            case "Space" | "SoftBreak" | "LineBreak":
                return " "
            case "Code":
                return element("monospace", content[1])
            case "Math":
                return element("inline-formula", element("tex-math", content[1]))
            case "Quoted":
                opening, closing = _QUOTES[content[0]["t"]]
                return [opening, *self.inlines(content[1]), closing]
            case "Cite":
                return self.inlines(content[1])
            case "Note":
                return self._note(content)
            case "Span":
                return self._span(content)
            case "Link":
                return self._link(content)
        return None

    def _span(self, content: Any) -> Content:  # noqa: ANN401
        (_, _, attributes), inner = content
        tag = _language(attributes)
        if not tag:
            return self.inlines(inner)
        marked = {"content-type": "language", "xml:lang": tag}
        return element("named-content", marked, self.inlines(inner))

    def _link(self, content: Any) -> Content:  # noqa: ANN401
        _, inner, (target, _) = content
        if not target.startswith("#"):
            if self._referring:
                return self.inlines(inner)  # the address of a work in a note: no link in a link
            link = {"ext-link-type": "uri", "xlink:href": target}
            return element("ext-link", link, self.inlines(inner))
        key = target.removeprefix("#ref-")
        if target.startswith("#ref-") and key in self._references:
            where = {"ref-type": "bibr", "rid": self._references[key]}
        elif kind := self._kinds.get(target[1:]):
            where = {"ref-type": kind, "rid": xml_name(target[1:])}
        else:
            return self.inlines(inner)
        self._referring, before = True, self._referring
        made = element("xref", where, self.inlines(inner))
        self._referring = before
        return made

    def _note(self, blocks: list[Node]) -> etree._Element:
        number = len(self.notes) + 1
        note = element("fn", {"id": f"fn{number}"}, element("label", str(number)))
        self.notes.append(note)
        for each in self.blocks(blocks):
            add(note, each if each.tag == "p" else element("p", each))
        return element(
            "xref", {"ref-type": "fn", "rid": f"fn{number}"}, element("sup", str(number))
        )

    def _id(self, name: str) -> Mapping[str, str]:
        """Return an identifier as an attribute; one that is given already is not given again."""
        wanted = xml_name(name) if name else ""
        if not wanted or wanted in self._given:
            return {}
        self._given.add(wanted)
        return {"id": wanted}


@dataclass(frozen=True, slots=True)
class _Part:
    """The rows of a table's head, body or foot."""

    name: str
    rows: list[Any]
    header: bool = False
    row_heads: int = 0


def _put(
    made: etree._Element, open_: list[tuple[int, etree._Element]], top: list[etree._Element]
) -> None:
    if open_:
        open_[-1][1].append(made)
    else:
        top.append(made)


def _kinds(blocks: Iterable[Node]) -> Iterator[tuple[str, str]]:
    """Yield the identifiers that links may lead to, with what they are."""
    for block in blocks:
        content: Any = block.get("c")
        match block["t"]:
            case "Header" if content[1][0]:
                yield content[1][0], "sec"
            case "Table" if content[0][0]:
                yield content[0][0], "table"
            case "Figure" if content[0][0]:
                yield content[0][0], "fig"
            case "Div":
                inner = content[1]
                if len(inner) == 1 and inner[0]["t"] == "Table" and content[0][0]:
                    yield content[0][0], "table"
                else:
                    yield from _kinds(inner)
            case "BlockQuote":
                yield from _kinds(content)


def _images(blocks: Iterable[Node]) -> Iterator[Node]:
    for block in blocks:
        if block["t"] in ("Plain", "Para"):
            yield from (each for each in block["c"] if each["t"] == "Image")


def _classes(inline: Node) -> list[str]:
    return list(inline["c"][0][1]) if inline["t"] == "Span" else []


def _language(attributes: Iterable[list[str]]) -> str:
    tag = next((value for name, value in attributes if name == "lang"), "")
    return tag if _TAG.fullmatch(tag) else ""
