"""Measures a finished manuscript: what a journal's page asks for is read out of the file itself.

Nothing here knows what was wanted.  Lengths are in centimetres, type sizes in points,
line spacing in single lines; what a paragraph does not say itself is taken from its style,
from the style below that, and from the defaults of the document (ISO/IEC 29500-1, 17.7.2).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from uchtil.formats.docx.package import Package
from uchtil.formats.docx.wordml import TWIPS_PER_CM, Element, style_of, w
from uchtil.model.profiles import Region

_WORD = re.compile(r"\w")

REGIONS: Mapping[str, Region] = {
    **dict.fromkeys(
        ("UDC", "Title", "Author", "Affiliation", "AbstractTitle", "Abstract", "Keywords", "Date"),
        Region.FRONT,
    ),
    **dict.fromkeys(
        ("TableText", "TableHeading", "TableNote", "Caption", "TableCaption", "ImageCaption"),
        Region.TABLES,
    ),
    "Bibliography": Region.REFERENCES,
    "FootnoteText": Region.NOTES,
}
"""The part of a manuscript that a style belongs to; all others are text."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """How a paragraph is set."""

    style: str
    font: str
    size: float
    spacing: float
    indent: float
    align: str
    bold: bool
    italic: bool
    capitals: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Paragraph:
    """A paragraph with words: where it belongs, how it is set, what it says."""

    region: Region
    setting: Setting
    text: str
    language: str
    fonts: frozenset[str]
    """The fonts of its runs."""

    @property
    def words(self) -> int:
        """How many words it has: what stands between spaces and holds a letter or a digit."""
        return count_words(self.text)


@dataclass(frozen=True, kw_only=True, slots=True)
class Sheet:
    """The page and its margins."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float


@dataclass(frozen=True, kw_only=True, slots=True)
class PageNumber:
    """Where the number of the page stands (``top-right``), and its size in points."""

    place: str
    size: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Measured:
    """What a finished document is like."""

    sheet: Sheet
    paragraphs: tuple[Paragraph, ...]
    hyphens: bool
    numbers: frozenset[PageNumber] = frozenset()
    """Of first pages and of all others: one, if all is well."""

    def of_style(self, *styles: str) -> tuple[Paragraph, ...]:
        """Return the paragraphs of these styles."""
        return tuple(each for each in self.paragraphs if each.setting.style in styles)

    def words(self, regions: frozenset[Region]) -> int:
        """How many words these parts have together."""
        return sum(each.words for each in self.paragraphs if each.region in regions)

    def characters(self, regions: frozenset[Region]) -> int:
        """How many characters these parts have together, spaces included."""
        return sum(len(each.text) for each in self.paragraphs if each.region in regions)

    def setting(self, *styles: str) -> Setting | None:
        """Return how most of the paragraphs of these styles are set, by their length."""
        lengths: Counter[Setting] = Counter()
        for each in self.of_style(*styles):
            lengths[each.setting] += len(each.text)
        return lengths.most_common(1)[0][0] if lengths else None


def count_words(text: str) -> int:
    """Return how many words a text has, as word processors count them.

    What stands between spaces is one; a dash or a sign by itself is none.
    """
    return sum(1 for piece in text.split() if _WORD.search(piece))


def measure(path: Path) -> Measured:
    """Measure a document; raises ``ValueError`` or ``KeyError`` where it is none."""
    package = Package.read(path.read_bytes())
    styles = _Styles(package.tree("word/styles.xml"))
    body = package.tree("word/document.xml").find(w("body"))
    if body is None:
        raise ValueError("the document has no body")
    found = list(_paragraphs(body, styles))
    if "word/footnotes.xml" in package.parts:
        for note in package.tree("word/footnotes.xml").findall(w("footnote")):
            if note.get(w("type")) is None:
                found += _paragraphs(note, styles)
    return Measured(
        sheet=_sheet(body),
        paragraphs=tuple(found),
        hyphens=package.tree("word/settings.xml").find(w("autoHyphenation")) is not None,
        numbers=frozenset(_numbers(package, styles)),
    )


_EDGES = {"header": "top", "footer": "bottom"}


def _numbers(package: Package, styles: _Styles) -> Iterator[PageNumber]:
    """Yield the number of the page in each head and foot that has it."""
    for part in package.parts:
        found = re.fullmatch(r"word/(header|footer)\d*\.xml", part)
        for paragraph in package.tree(part).iter(w("p")) if found else ():
            fields = [(each.text or "").split() for each in paragraph.iter(w("instrText"))]
            if found and ["PAGE"] in fields:
                setting = styles.setting(style_of(paragraph) or styles.default, paragraph)
                yield PageNumber(place=f"{_EDGES[found[1]]}-{setting.align}", size=setting.size)


def _sheet(body: Element) -> Sheet:
    size, margins = (body.find(f"{w('sectPr')}/{w(name)}") for name in ("pgSz", "pgMar"))
    if size is None or margins is None:
        raise ValueError("the document does not say how large its page is")

    def length(node: Element, name: str) -> float:
        return round(int(str(node.get(w(name)))) / TWIPS_PER_CM, 2)

    return Sheet(
        width=length(size, "w"),
        height=length(size, "h"),
        **{side: length(margins, side) for side in ("top", "right", "bottom", "left")},
    )


def _paragraphs(parent: Element, styles: _Styles) -> Iterator[Paragraph]:
    for node in parent.iter(w("p")):
        text = "".join(_texts(node))
        if not text.strip():
            continue
        style = style_of(node) or styles.default
        region = REGIONS.get(style, Region.TEXT)
        if next(node.iterancestors(w("tbl")), None) is not None:
            region = Region.TABLES
        setting = styles.setting(style, node)
        yield Paragraph(
            region=region,
            setting=setting,
            text=text,
            language=_language(node),
            fonts=frozenset(_fonts(setting.font, node)),
        )


def _texts(paragraph: Element) -> Iterator[str]:
    for child in paragraph.iter(w("t"), w("tab"), w("br"), w("noBreakHyphen")):
        if child.tag == w("t"):
            yield (child.text or "").replace("\u200b", "")  # a place to break, no character
        elif child.tag == w("noBreakHyphen"):
            yield "-"
        elif (above := child.getparent()) is not None and above.tag == w("r"):
            yield " "


def _language(paragraph: Element) -> str:
    """Return the language of most of a paragraph."""
    lengths: Counter[str] = Counter()
    for run in paragraph.iter(w("r")):
        tag = run.find(f"{w('rPr')}/{w('lang')}")
        size = sum(len(each.text or "") for each in run.iter(w("t")))
        lengths["" if tag is None else str(tag.get(w("val"), ""))] += size
    return lengths.most_common(1)[0][0] if lengths else ""


def _fonts(usual: str, paragraph: Element) -> Iterator[str]:
    """Yield the font of each run that has words."""
    for run in paragraph.iter(w("r")):
        if any((each.text or "").strip() for each in run.iter(w("t"))):
            own = run.find(f"{w('rPr')}/{w('rFonts')}")
            yield usual if own is None else str(own.get(w("ascii"), usual))


_OWN = ((w("spacing"), "line"), (w("ind"), "firstLine"), (w("jc"), "val"))
"""What a paragraph may say of its setting itself: line spacing, indent, alignment."""


def _given(node: Element, path: str, name: str) -> str | None:
    """Return an attribute of what stands at a path, if it is there."""
    found = node.find(path)
    given = None if found is None else found.get(w(name))
    return None if given is None else str(given)


class _Styles:
    """The styles of a document: what each says, and what it is based on."""

    def __init__(self, root: Element) -> None:
        self._by_id = {str(each.get(w("styleId"))): each for each in root.findall(w("style"))}
        self._defaults = root.find(w("docDefaults"))
        self._settings: dict[tuple[str, tuple[str | None, ...]], Setting] = {}
        self.default = next(
            (
                name
                for name, each in self._by_id.items()
                if each.get(w("type")) == "paragraph" and each.get(w("default")) == "1"
            ),
            "Normal",
        )

    def setting(self, style: str, paragraph: Element) -> Setting:
        """Return how a paragraph is set, by itself and by its style."""
        own = tuple(_given(paragraph, f"{w('pPr')}/{path}", name) for path, name in _OWN)
        if (style, own) not in self._settings:
            self._settings[style, own] = self._setting(style, *own)
        return self._settings[style, own]

    def _setting(
        self, style: str, line: str | None, first: str | None, align: str | None
    ) -> Setting:
        chain = list(self._chain(style))

        def value(path: str, name: str) -> str | None:
            given = (_given(node, path, name) for node in chain)
            return next((each for each in given if each is not None), None)

        def flag(name: str) -> bool:
            for node in chain:
                found = node.find(f"{w('rPr')}/{w(name)}")
                if found is not None:
                    return found.get(w("val")) not in ("0", "false")
            return False

        of_style = (value(f"{w('pPr')}/{path}", name) for path, name in _OWN)
        given = (line, first, align)
        line, first, align = (
            own if own is not None else other for own, other in zip(given, of_style, strict=True)
        )
        return Setting(
            style=style,
            font=value(f"{w('rPr')}/{w('rFonts')}", "ascii") or "",
            size=int(value(f"{w('rPr')}/{w('sz')}", "val") or "20") / 2,
            spacing=round(int(line or "240") / 240, 3),
            indent=round(int(first or "0") / TWIPS_PER_CM, 2),
            align=align or "left",
            bold=flag("b"),
            italic=flag("i"),
            capitals=flag("caps"),
        )

    def _chain(self, style: str) -> Iterator[Element]:
        """Yield a style and what it is based on, the nearest first: ``pPr`` and ``rPr`` in each."""
        seen: set[str] = set()
        name: str | None = style
        while name is not None and name in self._by_id and name not in seen:
            seen.add(name)
            node = self._by_id[name]
            yield node
            based = node.find(w("basedOn"))
            name = None if based is None else str(based.get(w("val")))
        if self._defaults is not None:
            for part in ("pPrDefault", "rPrDefault"):
                if (found := self._defaults.find(w(part))) is not None:
                    yield found
