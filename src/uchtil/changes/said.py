"""What a review says at one time: all that a release freezes, and nothing of how it is made.

One JSON file a release (``releases/1.1.json``): the same bytes for the same review, one
paragraph a line, so that a difference between two files can be read as well.  A file may come
from a stranger: `read_said` takes nothing that has not the right shape.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

from uchtil.model import Bound, Quantity, Scale, Status, When

T = TypeVar("T")

SCHEMA = 1
"""The number of the shape of these files; a file of a later one is not read."""

Texts = Mapping[str, str]
"""A text in each language of the review."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Mark:
    """How some signs of a line are printed (``emphasis``), or what works they cite."""

    start: int
    end: int
    kind: str
    value: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Cell:
    """A cell of a table."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """A paragraph, a heading, an item, a caption, a note, an entry of the list, or a table.

    ``label`` is what stands before it: the number of an item or a note.  ``rows`` are those
    of a table, the first ``heads`` of them its head.
    """

    kind: str
    text: str = ""
    marks: tuple[Mark, ...] = ()
    id: str = ""
    level: int = 0
    label: str = ""
    heads: int = 0
    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class SectionSaid:
    """A section in one language: its rendered Markdown by paragraphs, and as it is read."""

    slug: str
    markdown: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class TextSaid:
    """All that is printed in one language, but for the list of references."""

    title: str
    short_title: str
    authors: tuple[str, ...]
    issue: str
    keywords: tuple[str, ...]
    abstract_markdown: tuple[str, ...]
    abstract: tuple[Line, ...]
    sections: tuple[SectionSaid, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class ValueSaid:
    """A value as a fact or a source has it; numbers are kept as they are written."""

    amount: str
    unit: str
    scale: str
    upper: str
    bound: str

    @property
    def quantity(self) -> Quantity:
        """The value to be reckoned with; raises ``ValueError`` where it is none."""
        try:
            return Quantity(
                amount=Decimal(self.amount),
                unit=self.unit,
                scale=Scale(self.scale),
                upper=Decimal(self.upper) if self.upper else None,
                bound=Bound(self.bound),
            )
        except InvalidOperation as error:
            raise ValueError(f"`{self.amount}` is no number") from error


@dataclass(frozen=True, kw_only=True, slots=True)
class EvidenceSaid:
    """A passage that shows a fact, and its own reading where that differs."""

    source: str
    anchor: str
    paragraph: int
    date: str
    value: ValueSaid | None
    status: str
    cites: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class FactSaid:
    """A fact with its reading, in data and in the words of each language."""

    id: str
    kind: str
    theme: str
    date: str
    value: ValueSaid | None
    status: str
    indicator: str
    names: tuple[str, ...]
    tags: tuple[str, ...]
    support: str
    used: bool
    label: Texts
    statement: Texts
    resolution: Texts
    printed: Texts
    """The reading in words: "23 November 1992", "US$3 billion, target"."""
    evidence: tuple[EvidenceSaid, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceSaid:
    """One of the reviewed sources, and which text of it was read."""

    key: str
    label: Texts
    language: str
    fingerprint: str


@dataclass(frozen=True, kw_only=True, slots=True)
class ReferenceSaid:
    """A work of the bibliography: its number (0 where nothing cites it) and its entry."""

    key: str
    number: int
    csl: Mapping[str, Any]
    language: str
    line: Line | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Stamp:
    """The version in which something last changed, and its date."""

    version: str
    date: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Lag:
    """A text that has not followed a change in another language."""

    section: str
    language: str
    block: str
    changed: tuple[str, ...]
    file: str
    line: int


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """Everything that a review says.

    ``texts`` has also the editions that are made from a language's text (``uz-cyrl``), which are
    none of the ``languages``.  ``name`` is how it is called: the number of a release, or
    ``now``.  ``lags`` are not kept in a release, which is refused while there are any.
    """

    review: str
    version: str
    date: str
    style: str
    languages: tuple[str, ...]
    texts: Mapping[str, TextSaid]
    facts: Mapping[str, FactSaid]
    sources: Mapping[str, SourceSaid]
    references: Mapping[str, ReferenceSaid]
    stamps: Mapping[str, Stamp]
    name: str = ""
    lags: tuple[Lag, ...] = field(default=())


def version_key(version: str) -> tuple[int, ...]:
    """Return what versions are ordered by: 1.10 comes after 1.9, and 1.1.0 is 1.1."""
    numbers = [int(each) for each in version.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)


# ------------------------------------------------------------------ writing

_DEEP = 9
"""So many levels of the data are written line by line; what lies deeper is one line."""


def write_said(said: Said) -> bytes:
    """Return the file of a release."""
    data = {"schema": SCHEMA, **asdict(said)}
    for name in ("name", "lags"):
        data.pop(name)
    for name in ("facts", "sources", "references"):
        data[name] = list(data[name].values())
    return (_written(_bare(data), _DEEP, "") + "\n").encode()


def _bare(value: Any) -> Any:  # noqa: ANN401 (whatever JSON can hold)
    """Return the data without what is empty; marks as short lists."""
    if isinstance(value, Mapping):
        if value.keys() == {"start", "end", "kind", "value"}:
            return [each for each in value.values() if each != ""]
        return {name: _bare(each) for name, each in value.items() if not _is_empty(each)}
    return [_bare(each) for each in value] if isinstance(value, list | tuple) else value


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", 0, (), {})


def _written(value: Any, depth: int, indent: str) -> str:  # noqa: ANN401
    """Return the data as JSON, the outer levels one entry a line."""
    inner = indent + " "
    if depth and isinstance(value, Mapping) and value and not _is_entry(value):
        entries = [
            f"{inner}{json.dumps(name, ensure_ascii=False)}: {_written(each, depth - 1, inner)}"
            for name, each in value.items()
        ]
        return "{\n" + ",\n".join(entries) + f"\n{indent}}}"
    if depth and isinstance(value, list) and value and not isinstance(value[0], int):
        entries = [f"{inner}{_written(each, depth - 1, inner)}" for each in value]
        return "[\n" + ",\n".join(entries) + f"\n{indent}]"
    return json.dumps(value, ensure_ascii=False)


def _is_entry(value: Mapping[str, Any]) -> bool:
    """Whether the data are one entry, which stands in one line: a paragraph, a passage, a work."""
    return bool(value.keys() & {"text", "rows", "anchor", "amount", "csl", "fingerprint"})


# ------------------------------------------------------------------ reading


def read_said(data: bytes) -> Said:
    """Read the file of a release; raises ``ValueError`` that says what is wrong with it."""
    try:
        read = json.loads(data)
    except (UnicodeDecodeError, RecursionError) as error:
        raise ValueError("it is not JSON") from error
    top = _Shape(read)
    if top.number("schema") != SCHEMA:
        raise ValueError(f"it has the schema {top.number('schema')}, and this program {SCHEMA}")
    return Said(
        review=top.text("review"),
        version=top.version("version"),
        date=top.day("date"),
        style=top.text("style"),
        languages=top.texts("languages"),
        texts=top.mapped("texts", _text),
        facts={each.id: each for each in top.listed("facts", _fact)},
        sources={each.key: each for each in top.listed("sources", _source)},
        references={each.key: each for each in top.listed("references", _reference)},
        stamps=top.mapped(
            "stamps", lambda each: Stamp(version=each.version("version"), date=each.day("date"))
        ),
        name=top.version("version"),
    )


class _Shape:
    """A mapping of a file, whose values are taken by the type that they must have."""

    def __init__(self, data: object) -> None:
        if not isinstance(data, dict):
            raise ValueError(f"`{str(data)[:40]}` is no mapping")
        self._data: dict[str, Any] = data

    def _get(self, name: str, kind: type[T], default: T) -> T:
        value = self._data.get(name, default)
        if not isinstance(value, kind) or isinstance(value, bool) is not (kind is bool):
            raise ValueError(f"`{name}` is `{str(value)[:40]}`")
        return value

    def text(self, name: str) -> str:
        return self._get(name, str, "")

    def number(self, name: str) -> int:
        return self._get(name, int, 0)

    def flag(self, name: str) -> bool:
        return self._get(name, bool, False)

    def data(self, name: str) -> Mapping[str, Any]:
        return self._get(name, dict, {})

    def version(self, name: str) -> str:
        version_key(self.text(name))
        return self.text(name)

    def day(self, name: str) -> str:
        return datetime.date.fromisoformat(self.text(name)).isoformat()

    def when(self, name: str) -> str:
        return str(When.parse(self.text(name))) if self.text(name) else ""

    def status(self, name: str) -> str:
        return Status(self.text(name)).value if self.text(name) else ""

    def texts(self, name: str) -> tuple[str, ...]:
        listed = self._get(name, list, [])
        if not all(isinstance(each, str) for each in listed):
            raise ValueError(f"`{name}` is no list of texts")
        return tuple(listed)

    def localised(self, name: str) -> dict[str, str]:
        inner = self._get(name, dict, {})
        return {str(code): _Shape(inner).text(code) for code in inner}

    def list_of(self, name: str) -> list[Any]:
        return self._get(name, list, [])

    def listed(self, name: str, read: Callable[[_Shape], T]) -> tuple[T, ...]:
        return tuple(read(_Shape(each)) for each in self.list_of(name))

    def mapped(self, name: str, read: Callable[[_Shape], T]) -> dict[str, T]:
        return {str(key): read(_Shape(each)) for key, each in self.data(name).items()}

    def maybe(self, name: str, read: Callable[[_Shape], T]) -> T | None:
        return read(_Shape(self._data[name])) if name in self._data else None


def _marks(listed: Iterable[object], length: int) -> tuple[Mark, ...]:
    found = []
    for each in listed:
        match each:
            case [int(start), int(end), str(kind), *rest] if 0 <= start < end <= length:
                found.append(Mark(start=start, end=end, kind=kind, value=str(*rest[:1])))
            case _:
                raise ValueError(f"`{str(each)[:40]}` is no mark")
    return tuple(found)


def _cell(shape: _Shape) -> Cell:
    text = shape.text("text")
    return Cell(text=text, marks=_marks(shape.list_of("marks"), len(text)))


def line_from(shape: _Shape) -> Line:
    """Return a line as it stands in a file, or as pandoc's script tells it."""
    text = shape.text("text")
    return Line(
        kind=shape.text("kind"),
        text=text,
        marks=_marks(shape.list_of("marks"), len(text)),
        id=shape.text("id"),
        level=shape.number("level"),
        label=shape.text("label"),
        heads=shape.number("heads"),
        rows=tuple(
            tuple(_cell(_Shape(cell)) for cell in _row(row)) for row in shape.list_of("rows")
        ),
    )


def lines_from(listed: Sequence[object]) -> tuple[Line, ...]:
    """Return lines as pandoc's script tells them."""
    return tuple(line_from(_Shape(each)) for each in listed)


def _row(row: object) -> list[object]:
    if not isinstance(row, list):
        raise ValueError(f"`{str(row)[:40]}` is no row")
    return row


def _section(shape: _Shape) -> SectionSaid:
    return SectionSaid(
        slug=shape.text("slug"),
        markdown=shape.texts("markdown"),
        lines=shape.listed("lines", line_from),
    )


def _text(shape: _Shape) -> TextSaid:
    return TextSaid(
        title=shape.text("title"),
        short_title=shape.text("short_title"),
        authors=shape.texts("authors"),
        issue=shape.text("issue"),
        keywords=shape.texts("keywords"),
        abstract_markdown=shape.texts("abstract_markdown"),
        abstract=shape.listed("abstract", line_from),
        sections=shape.listed("sections", _section),
    )


def _value(shape: _Shape) -> ValueSaid:
    value = ValueSaid(
        amount=shape.text("amount"),
        unit=shape.text("unit"),
        scale=shape.text("scale"),
        upper=shape.text("upper"),
        bound=shape.text("bound"),
    )
    if not value.quantity.amount.is_finite():
        raise ValueError(f"`{value.amount}` is no number")
    return value


def _evidence(shape: _Shape) -> EvidenceSaid:
    return EvidenceSaid(
        source=shape.text("source"),
        anchor=shape.text("anchor"),
        paragraph=shape.number("paragraph"),
        date=shape.when("date"),
        value=shape.maybe("value", _value),
        status=shape.status("status"),
        cites=shape.texts("cites"),
    )


def _fact(shape: _Shape) -> FactSaid:
    return FactSaid(
        id=shape.text("id"),
        kind=shape.text("kind"),
        theme=shape.text("theme"),
        date=shape.when("date"),
        value=shape.maybe("value", _value),
        status=shape.status("status"),
        indicator=shape.text("indicator"),
        names=shape.texts("names"),
        tags=shape.texts("tags"),
        support=shape.text("support"),
        used=shape.flag("used"),
        label=shape.localised("label"),
        statement=shape.localised("statement"),
        resolution=shape.localised("resolution"),
        printed=shape.localised("printed"),
        evidence=shape.listed("evidence", _evidence),
    )


def _source(shape: _Shape) -> SourceSaid:
    return SourceSaid(
        key=shape.text("key"),
        label=shape.localised("label"),
        language=shape.text("language"),
        fingerprint=shape.text("fingerprint"),
    )


def _reference(shape: _Shape) -> ReferenceSaid:
    return ReferenceSaid(
        key=shape.text("key"),
        number=shape.number("number"),
        csl=shape.data("csl"),
        language=shape.text("language"),
        line=shape.maybe("line", line_from),
    )
