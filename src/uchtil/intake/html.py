"""The main text of a page, without navigation, scripts and styles.

Written here and not left to trafilatura or justext: both weigh blocks by their looks and throw
away what seems poor in words, such as a table of figures; a fact that is lost so is never
missed.  Here only what says of itself that it is no text is left out (`_LEFT_OUT`, `_ROLES`,
`_NAMES`), and runs of bare links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from uchtil.formats.docx.wordml import Element
from uchtil.intake.blocks import Block, Note, Reading, broken, entities, superscript, tidy

_MOST_ELEMENTS = 1_000_000

_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "aside",
        "footer",
        "form",
        "button",
        "select",
        "textarea",
        "input",
        "svg",
        "iframe",
        "object",
        "embed",
        "video",
        "audio",
        "canvas",
        "dialog",
        "head",
        "map",
        "datalist",
    ]
)
_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "menu", "alert"}
)
_NAMES = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "sidebar",
        "breadcrumb",
        "breadcrumbs",
        "cookie",
        "cookies",
        "share",
        "sharing",
        "social",
        "related",
        "comments",
        "advert",
        "advertisement",
        "banner",
        "subscribe",
        "newsletter",
        "pagination",
        "footnote-back",
    ]
)
"""Words of ``class`` and ``id`` by which pages call what is no text of theirs."""
_SMALL = 0.3
"""What share of a page may be left out by its name alone: ``class=menu`` of a whole page lies."""

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "dt",
        "dd",
        "ul",
        "ol",
        "dl",
        "blockquote",
        "pre",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "address",
        "hr",
        "body",
        "details",
        "summary",
        "center",
        "fieldset",
        "hgroup",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_MAINS = (
    "//*[@itemprop='articleBody']",
    "//article[not(ancestor::article)]",
    "//main",
    "//*[@role='main']",
)
_WHOLE = 0.6
"""What share of a page's text its one main part must have to be taken for all of it."""

_META: Mapping[str, str] = {
    "citation_title": "title",
    "dc.title": "title",
    "og:title": "title",
    "citation_author": "author",
    "author": "author",
    "dc.creator": "author",
    "article:author": "author",
    "citation_publication_date": "date",
    "article:published_time": "date",
    "dc.date": "date",
    "date": "date",
    "citation_doi": "doi",
    "citation_journal_title": "journal",
    "og:site_name": "site",
    "og:url": "url",
}
"""What pages say of themselves, and what it is called here; the first that is there counts."""

_DECLARED = re.compile(
    rb"""<(?:meta[^>]+charset\s*=\s*["']?|\?xml[^>]+encoding\s*=\s*["'])([\w.:-]+)""",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://\S+\Z")
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(https?://[^\s>]+)")
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"'”»)\]]*\Z")
_LINE = "\u2028"
"""Where a line is broken; white space to all else."""

_HEAD = 100_000
"""A document type stands within so many characters."""

_RUN = 3
"""So many bare links one after the other are a menu."""


def declared_encoding(data: bytes) -> str:
    """Return the encoding that a page says it is in, if it says so within its first bytes."""
    met = _DECLARED.search(data[:4096])
    return met[1].decode("ascii") if met else ""


def read_html(text: str) -> Reading:
    """Return what a page says; raises ``Refused``."""
    head = text[:_HEAD].upper()
    if "<!ENTITY" in head[max(head.find("<!DOCTYPE"), 0) :] and "<!DOCTYPE" in head:
        raise entities()
    root = _parse(text)
    body = next(iter(root.iter("body")), root)
    metadata = {**_saved_from(text), **_metadata(root)}
    _prune(body)
    main = _main(body)
    walk = _Walk()
    walk.through(main)
    blocks, left_out = _without_menus(walk.found)
    heading = next((each.text for each in blocks if each.level == 1), "")
    if not heading:
        heading = next((tidy(_words(each)) for each in body.iter("h1")), "")
    notes = []
    if left_out:
        notes.append(
            Note(
                code="source-furniture",
                message=f"left out as a menu: {left_out} lines of bare links",
            )
        )
    return Reading(
        blocks=tuple(blocks),
        metadata=metadata,
        title=heading or metadata.get("title", ""),
        notes=tuple(notes),
    )


def _parse(text: str) -> Element:
    # The declaration of an encoding would be believed, though this is text already.
    text = re.sub(r"\A\s*<\?xml[^>]*\?>", "", text)
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root: Element | None = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken(str(error) or "nothing in it is a page") from error
    if root is None:
        raise broken("nothing in it is a page")
    for entry in parser.error_log:
        if "xcessive depth" in entry.message or "huge" in entry.message:
            raise broken("its elements are nested too deeply")
    for count, _ in enumerate(root.iter()):
        if count > _MOST_ELEMENTS:
            raise broken(f"it has more than {_MOST_ELEMENTS:,} elements")
    return root


def _saved_from(text: str) -> Mapping[str, str]:
    """Return the address that browsers write into a page that is saved."""
    saved = _SAVED.search(text[:_HEAD])
    return {"url": saved[1]} if saved else {}


def _metadata(root: Element) -> Mapping[str, str]:
    told: dict[str, str] = {}
    said = {
        str(each.get("name") or each.get("property") or "").lower(): str(each.get("content") or "")
        for each in reversed([*root.iter("meta")])
    }
    for name, ours in _META.items():
        if tidy(said.get(name, "")):
            told.setdefault(ours, tidy(said[name]))
    for link in root.iter("link"):
        if str(link.get("rel", "")).lower() == "canonical" and _ADDRESS.match(link.get("href", "")):
            told["url"] = str(link.get("href"))
    page_title = next((tidy(_words(each)) for each in root.iter("title")), "")
    if any(map(str.isalnum, page_title)):
        told.setdefault("title", page_title)
    time = next((each.get("datetime") for each in root.iter("time") if each.get("datetime")), "")
    if time:
        told.setdefault("date", str(time))
    html = next(iter(root.iter("html")), None)
    language = html.get("lang") if html is not None else ""
    if language:
        told["lang"] = str(language)
    return told


def _prune(body: Element) -> None:
    """Take out what is no text; what only its name says is that, if it is small."""
    whole = max(_size(body), 1)
    for each in [*body.iter()]:
        if each is body or not isinstance(each.tag, str) or each.getparent() is None:
            continue
        by_name = bool(_named(each) & _NAMES) and _size(each) < _SMALL * whole
        at_top = each.tag == "header" and not any(
            up.tag in ("article", "main", "section") for up in each.iterancestors()
        )
        if (
            each.tag in _LEFT_OUT
            or str(each.get("role", "")).lower() in _ROLES
            or _is_hidden(each)
            or by_name
            or (at_top and each.find(".//h1") is None)
        ):
            _take_out(each)


def _take_out(element: Element) -> None:
    """Take an element out and leave what follows it."""
    for child in [*element]:
        element.remove(child)
    element.text = None
    tail = element.tail
    parent = element.getparent()
    assert parent is not None
    before = element.getprevious()
    parent.remove(element)
    if tail and before is not None:
        before.tail = (before.tail or "") + tail
    elif tail:
        parent.text = (parent.text or "") + tail


def _named(element: Element) -> set[str]:
    words = f"{element.get('class', '')} {element.get('id', '')}".lower()
    return set(words.split()) | set(re.split(r"[\s_]+", words))


def _is_hidden(element: Element) -> bool:
    style = str(element.get("style", "")).replace(" ", "").lower()
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or "display:none" in style
        or "visibility:hidden" in style
    )


def _words(element: Element) -> str:
    return "".join(map(str, element.itertext()))


def _size(element: Element) -> int:
    return sum(len(text.strip()) for text in element.itertext())


def _elements(body: Element, path: str) -> list[Element]:
    return list(body.getroottree().xpath(path))  # type: ignore[arg-type]


def _main(body: Element) -> Element:
    """Return the one part that says it is the text, or the whole page."""
    whole = max(_size(body), 1)
    for path in _MAINS:
        found = _elements(body, path)
        if len(found) == 1 and _size(found[0]) > (0.2 if "main" not in path else 0) * whole:
            return found[0]
        large = [each for each in found if _size(each) > _WHOLE * whole]
        if len(large) == 1:
            return large[0]
    return body


@dataclass(slots=True)
class _Piece:
    block: Block
    linked: bool
    """Whether all of it is a link."""


@dataclass(slots=True)
class _Walk:
    """Goes through a tree, and ends a block wherever one begins or ends."""

    found: list[_Piece] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _plain: int = 0
    _linked: int = 0
    _level: int = 0

    def through(self, root: Element) -> None:
        links = 0
        for event, each in etree.iterwalk(root, events=("start", "end")):
            tag = each.tag if isinstance(each.tag, str) else ""
            if event == "start":
                if tag in _BLOCKS:
                    self._end()
                    self._level = _HEADINGS.get(tag, 0)
                links += tag == "a"
                if tag == "br":
                    self._break()
                elif tag in ("td", "th") and each.getprevious() is not None:
                    self._words.append(" | ")
                if tag == "sup":
                    raised = _words(each).strip()
                    text = f"[{raised}]" if each.find(".//a") is not None else superscript(raised)
                    self._say(text.replace("[[", "[").replace("]]", "]"), links)
                elif not any(up.tag == "sup" for up in each.iterancestors("sup")):
                    self._say(each.text or "", links)
            else:
                links -= tag == "a"
                if tag in _BLOCKS:
                    self._end()
                if each is not root and next(each.iterancestors("sup"), None) is None:
                    self._say(each.tail or "", links)
        self._end()

    def _say(self, text: str, links: int) -> None:
        self._words.append(text)
        if links:
            self._linked += len(text.strip())
        else:
            self._plain += len(text.strip(" \n\t|•·-–—/,;"))

    def _break(self) -> None:
        """Two breaks of the line end a paragraph; one is a space."""
        said = next((each for each in reversed(self._words) if each.strip(" \n\t")), "")
        if said == _LINE:
            self._end()
        else:
            self._words.append(_LINE)

    def _end(self) -> None:
        text = tidy("".join(self._words)).strip("| ")
        if text:
            block = Block(text=text, level=self._level)
            self.found.append(_Piece(block=block, linked=bool(self._linked) and not self._plain))
        self._words.clear()
        self._plain = self._linked = self._level = 0


def _without_menus(pieces: list[_Piece]) -> tuple[list[Block], int]:
    """Return the blocks without runs of bare links, and how many those were."""
    kept: list[Block] = []
    left_out = 0
    for run in _runs(pieces):
        if run[0].linked and len(run) >= _RUN:
            left_out += len(run)
        else:
            kept += [each.block for each in run]
    return kept, left_out


def _runs(pieces: list[_Piece]) -> Iterator[list[_Piece]]:
    run: list[_Piece] = []
    for each in pieces:
        bare = each.linked and not _ENDS_SENTENCE.search(each.block.text)
        if run and (run[-1].linked, True) != (bare, True):
            yield run
            run = []
        run.append(_Piece(block=each.block, linked=bare))
    if run:
        yield run
