"""How each source's own list of works maps onto the one bibliography."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import MappingProxyType

import yaml

from uchtil.bibliography.reference import Reference
from uchtil.load.files import decode
from uchtil.load.yaml_nodes import compose
from uchtil.model.records import EVERYTHING
from uchtil.problems import Location, Problems, did_you_mean


class ListKind(str, Enum):
    """Where a source names the works it uses: a numbered list, footnotes, or nowhere."""

    NUMBERED = "numbered"
    FOOTNOTES = "footnotes"
    NONE = "none"


@dataclass(frozen=True, kw_only=True, slots=True)
class CrosswalkEntry:
    """One entry of a source's own list, or one of its footnotes.

    ``entry`` is the number as printed; ``works`` the keys of the works it names, in its
    order; ``locators`` the pages that it cites, by key (``7–8``); ``note`` what an editor
    should know.
    """

    entry: str
    works: tuple[str, ...]
    locators: Mapping[str, str]
    note: str = ""
    where: Location


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceList:
    """The own list of one source, named by the source's key."""

    key: str
    kind: ListKind
    entries: tuple[CrosswalkEntry, ...]
    uncited: frozenset[str] = frozenset()
    """The entries, by their numbers, that the text itself does not cite."""
    note: str = ""
    where: Location

    @property
    def cited_in_text(self) -> frozenset[str]:
        """The works of which a footnote is proof that the text cites them."""
        if self.kind is not ListKind.FOOTNOTES:
            return frozenset()
        return self.works - self.only_listed

    @property
    def only_listed(self) -> frozenset[str]:
        """The works that stand in no entry but those that the text does not cite."""
        return self.works - {
            work
            for entry in self.entries
            if entry.entry not in self.uncited
            for work in entry.works
        }

    @property
    def works(self) -> frozenset[str]:
        """The keys of all works that this source names."""
        return frozenset(work for entry in self.entries for work in entry.works)


@dataclass(frozen=True, kw_only=True, slots=True)
class Crosswalk:
    """The lists of all sources, by source key."""

    lists: Mapping[str, SourceList]

    @property
    def mentions(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """Where each work stands: pairs of source key and entry number, by work."""
        found: dict[str, list[tuple[str, str]]] = {}
        for source in self.lists.values():
            for entry in source.entries:
                for work in entry.works:
                    found.setdefault(work, []).append((source.key, entry.entry))
        return {work: tuple(places) for work, places in found.items()}

    @property
    def repeated(self) -> Mapping[str, tuple[tuple[str, str], ...]]:
        """The works that stand in more than one entry, with all their places."""
        return {work: places for work, places in self.mentions.items() if len(places) > 1}


def read_crosswalk(
    path: Path,
    shown_as: str,
    problems: Problems,
    references: Mapping[str, Reference],
    broken: Collection[str] = (),
) -> Crosswalk:
    """Read ``crosswalk.yaml``; ``shown_as`` is the path that problems name.

    ``broken`` are the keys of the bibliography that could not be read (told already).

    Problems: those of ``uchtil.load.yaml_nodes.compose``, ``missing-file``,
    ``unreadable-file``, ``wrong-type``, ``unknown-field``, ``missing-field``,
    ``duplicate-key``, ``unknown-key`` (of a work or a source), ``unknown-value``,
    ``duplicate-entry``, ``unknown-entry``, ``empty-list``, ``foreign-locator`` and
    ``list-mismatch``.
    """
    return _Reader(shown_as, problems, references, broken).read(path)


class _Reader:
    """Walks the nodes of one crosswalk and tells what is wrong, where."""

    def __init__(
        self,
        file: str,
        problems: Problems,
        references: Mapping[str, Reference],
        broken: Collection[str],
    ) -> None:
        self._broken = broken
        self._file = file
        self._problems = problems
        self._references = references

    def read(self, path: Path) -> Crosswalk:
        lists: dict[str, SourceList] = {}
        for node in self._items(self._fields(self._root(path), "sources").get("sources")):
            source = self._source(node)
            if source is None:
                continue
            if source.key in lists:
                self._error(
                    "duplicate-key",
                    f"the source `{source.key}` already stands on line "
                    f"{lists[source.key].where.line}",
                    node,
                    "put its entries together",
                )
                continue
            lists[source.key] = source
        return Crosswalk(lists=MappingProxyType(lists))

    def _root(self, path: Path) -> yaml.Node | None:
        where = Location(file=self._file)
        try:
            data = path.read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            self._problems.error("missing-file", "the crosswalk is missing", where, "write it")
            return None
        except OSError as error:
            reason = (error.strerror or "unknown reason").lower()
            self._problems.error("unreadable-file", f"the file cannot be read: {reason}", where)
            return None
        text = decode(data, self._file, self._problems)
        return None if text is None else compose(text, self._file, self._problems)

    def _source(self, node: yaml.Node) -> SourceList | None:
        fields = self._fields(node, "key", "list", "entries", optional=("uncited", "note"))
        key = self._text(fields.get("key"))
        if not key:
            return None
        self._known(key, fields["key"])
        kind = self._kind(fields.get("list"))
        entries = tuple(self._entries(key, fields.get("entries")))
        if kind is not None and (kind is ListKind.NONE) == bool(entries):
            self._error(
                "list-mismatch",
                f"the list of `{key}` is said to be `{kind.value}`, but has "
                f"{len(entries) or 'no'} entries",
                fields["list"],
                "write `none` for a source without a list, with `entries: []`",
            )
        return SourceList(
            key=key,
            kind=kind or ListKind.NUMBERED,
            entries=entries,
            uncited=frozenset(self._uncited(key, fields.get("uncited"), entries)),
            note=self._text(fields.get("note")),
            where=self._place(node),
        )

    def _uncited(
        self, source: str, node: yaml.Node | None, entries: tuple[CrosswalkEntry, ...]
    ) -> Iterator[str]:
        """Yield the entries that the text does not cite; tell those that there are not."""
        numbers = [entry.entry for entry in entries]
        for item in self._items(node):
            if not (number := self._text(item)):
                continue
            if number not in numbers:
                self._error(
                    "unknown-entry",
                    f"the list of `{source}` has no entry {number}",
                    item,
                    did_you_mean(number, numbers) or "`uncited` names entries of this list",
                )
            yield number

    def _kind(self, node: yaml.Node | None) -> ListKind | None:
        text = self._text(node)
        kinds = [kind.value for kind in ListKind]
        if node is not None and text not in kinds:
            self._error(
                "unknown-value",
                f"`{text}` is not a kind of list",
                node,
                did_you_mean(text, kinds) or f"write {', '.join(kinds[:-1])} or {kinds[-1]}",
            )
            return None
        return ListKind(text) if text else None

    def _entries(self, source: str, node: yaml.Node | None) -> Iterator[CrosswalkEntry]:
        seen: dict[str, int] = {}
        for item in self._items(node):
            fields = self._fields(item, "entry", "works", optional=("locators", "note"))
            entry, place = self._text(fields.get("entry")), self._place(item)
            works = tuple(self._works(fields.get("works")))
            if not entry:
                continue
            if entry in seen:
                self._error(
                    "duplicate-entry",
                    f"entry {entry} of `{source}` already stands on line {seen[entry]}",
                    fields["entry"],
                    "put the works of both in one, in the order printed",
                )
                continue
            seen[entry] = place.line
            yield CrosswalkEntry(
                entry=entry,
                works=works,
                locators=MappingProxyType(self._locators(fields.get("locators"), works)),
                note=self._text(fields.get("note")),
                where=place,
            )

    def _works(self, node: yaml.Node | None) -> Iterator[str]:
        items = self._items(node)
        if node is not None and not items and isinstance(node, yaml.SequenceNode):
            self._error("empty-list", "this entry names no work", node, "name the work's key")
        for item in items:
            if work := self._text(item):
                self._known(work, item)
                yield work

    def _locators(self, node: yaml.Node | None, works: tuple[str, ...]) -> dict[str, str]:
        locators: dict[str, str] = {}
        for key, (key_node, value) in self._pairs(node).items():
            if key not in works:
                self._error(
                    "foreign-locator",
                    f"a page of `{key}` is given, which this entry does not name",
                    key_node,
                    did_you_mean(key, works),
                )
            locators[key] = self._text(value)
        return locators

    def _known(self, key: str, node: yaml.Node) -> None:
        if EVERYTHING in self._broken or key in self._broken:
            return
        if self._references and key not in self._references:
            self._error(
                "unknown-key", f"unknown key `{key}`", node, did_you_mean(key, self._references)
            )

    def _fields(
        self, node: yaml.Node | None, *required: str, optional: tuple[str, ...] = ()
    ) -> dict[str, yaml.Node]:
        """Return the values of a mapping's fields; tell unknown, double and absent ones."""
        if node is None:
            return {}
        found: dict[str, yaml.Node] = {}
        pairs = self._pairs(node)
        for key, (key_node, value) in pairs.items():
            if key in required or key in optional:
                found[key] = value
            else:
                self._error(
                    "unknown-field",
                    f"unknown field `{key}`",
                    key_node,
                    did_you_mean(key, (*required, *optional)),
                )
        if isinstance(node, yaml.MappingNode):
            for key in required:
                if key not in found:
                    self._error(
                        "missing-field", f"the field `{key}` is missing", node, f"add `{key}:`"
                    )
        return found

    def _pairs(self, node: yaml.Node | None) -> dict[str, tuple[yaml.Node, yaml.Node]]:
        if node is None:
            return {}
        if not isinstance(node, yaml.MappingNode):
            self._error("wrong-type", "fields are expected here", node, "write `field: value`")
            return {}
        found: dict[str, tuple[yaml.Node, yaml.Node]] = {}
        for key_node, value in node.value:
            key = self._text(key_node)
            if key in found:
                line = self._place(found[key][0]).line
                self._error(
                    "duplicate-key",
                    f"the field `{key}` already stands on line {line}",
                    key_node,
                    "leave one of the two out",
                )
                continue
            found[key] = (key_node, value)
        return found

    def _items(self, node: yaml.Node | None) -> list[yaml.Node]:
        if node is None:
            return []
        if not isinstance(node, yaml.SequenceNode):
            self._error("wrong-type", "a list is expected here", node, "write `[…]` or `- …`")
            return []
        return list(node.value)

    def _text(self, node: yaml.Node | None) -> str:
        if node is None:
            return ""
        if not isinstance(node, yaml.ScalarNode) or not node.value.strip():
            self._error("wrong-type", "a text is expected here", node, "")
            return ""
        return str(node.value)

    def _place(self, node: yaml.Node) -> Location:
        mark = node.start_mark
        return Location(file=self._file, line=mark.line + 1, column=mark.column + 1)

    def _error(self, code: str, message: str, node: yaml.Node, hint: str) -> None:
        self._problems.error(code, message, self._place(node), hint)
