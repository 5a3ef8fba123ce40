"""One entry of a .bib file made a reference, with every slip in it told."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TypeVar

from bibtexparser import model as bib

from uchtil.bibliography.forms import FORMS, check_apostrophes, check_language
from uchtil.bibliography.names import read_names
from uchtil.bibliography.reference import PersonName, Reference
from uchtil.bibliography.values import WrongValue, enclosed, plain
from uchtil.bibliography.vocabulary import (
    CSL_TYPES,
    DATE_FIELDS,
    FIELD_ALIASES,
    FIELDS,
    NAME_FIELDS,
    TYPE_ALIASES,
    VERBATIM_FIELDS,
)
from uchtil.model import When
from uchtil.problems import Location, Problems, did_you_mean

_KEY = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*")
_FREE_OF_LANGUAGE = frozenset(
    {*VERBATIM_FIELDS, *DATE_FIELDS, "langid", "type", "isbn", "issn", "keywords", "titleenglish"}
    | {"shorttitleenglish", "titlerussian", "shorttitlerussian", "titleuzbek", "shorttitleuzbek"}
)
_UZBEK = frozenset({"titleuzbek", "shorttitleuzbek"})
"""Fields that are in Uzbek whatever the work's language."""

T = TypeVar("T")


def read_entry(
    entry: bib.Entry, macros: Mapping[str, str], file: str, problems: Problems
) -> Reference:
    """Make a reference of an entry.

    Problems: ``wrong-key``, ``unknown-entry-type``, ``unknown-field``, ``empty-field``,
    ``unresolved-concatenation``, ``missing-comma``, ``unknown-string``,
    ``latex-command``, ``wrong-name``, ``wrong-date``, ``wrong-doi``, ``wrong-url``,
    ``tracking-parameter``, ``wrong-pages``, ``wrong-subtype``, ``unknown-keyword``,
    ``wrong-title-type``, ``wrong-apostrophe``, ``missing-language``, ``wrong-language-tag``,
    ``missing-title`` and ``title-brackets``.
    """
    return _Reading(entry, macros, file, problems).reference()


class _Reading:
    """The reading of one entry: what is found right, field by field."""

    def __init__(
        self, entry: bib.Entry, macros: Mapping[str, str], file: str, problems: Problems
    ) -> None:
        self._entry = entry
        self._macros = macros
        self._file = file
        self._problems = problems
        self._where = self._place(entry)
        self._fields: dict[str, str] = {}
        self._names: dict[str, tuple[PersonName, ...]] = {}
        self._dates: dict[str, When] = {}
        self._others: set[str] = set()
        self._places: dict[str, Location] = {}
        # without a comma a value swallows the fields behind it: what seems absent may be there
        self._swallowed = False

    def reference(self) -> Reference:
        type_ = self._type()
        self._check_key()
        for field in self._entry.fields:
            self._read_field(field)
        language = self._fields.pop("langid", "")
        if "langid" not in self._places and not self._swallowed:
            self._problems.error(
                "missing-language",
                f"`{self._entry.key}` does not tell its language",
                self._where,
                "add `langid = {uz-Latn}`, or uz-Cyrl, ru, en, kk",
            )
        self._check_title()
        if language.startswith("uz-Latn"):
            self._check_apostrophes()
        for key in sorted(_UZBEK & self._fields.keys()):
            self._passes(self._places[key], check_apostrophes, self._fields[key])
        return Reference(
            key=self._entry.key,
            type=type_,
            language=language,
            fields=MappingProxyType(self._fields),
            names=MappingProxyType(self._names),
            dates=MappingProxyType(self._dates),
            others=frozenset(self._others),
            where=self._where,
        )

    def _place(self, block: bib.Block | bib.Field) -> Location:
        return Location(file=self._file, line=(block.start_line or 0) + 1)

    def _type(self) -> str:
        type_ = self._entry.entry_type.lower()
        if type_ not in CSL_TYPES:
            alias = TYPE_ALIASES.get(type_)
            self._problems.error(
                "unknown-entry-type",
                f"the entry type `@{type_}` is unknown",
                self._where,
                f"write `@{alias}`"
                if alias
                else did_you_mean(type_, CSL_TYPES) or "docs/bibliography.md lists the types",
            )
        return type_

    def _check_key(self) -> None:
        key = self._entry.key
        if not _KEY.fullmatch(key):
            self._problems.error(
                "wrong-key",
                f"`{key}` cannot be a key",
                self._where,
                "a key is made of letters a to z, digits and hyphens, as in `rahimov2016`",
            )

    def _read_field(self, field: bib.Field) -> None:
        key, where = field.key.lower(), self._place(field)
        if key in self._places:
            return  # told as a duplicate field; the first one counts
        self._places[key] = where
        if key not in FIELDS:
            alias = FIELD_ALIASES.get(key)
            self._problems.error(
                "unknown-field",
                f"the field `{field.key}` of `{self._entry.key}` is unknown",
                where,
                f"write `{alias}`"
                if alias
                else did_you_mean(key, FIELDS) or "docs/bibliography.md lists the fields",
            )
            return
        text = self._tried(where, lambda: enclosed(field.value, key, self._macros))
        if text is None:
            return
        if not text.strip():
            self._problems.error(
                "empty-field",
                f"the field `{key}` is empty",
                where,
                "write its value, or leave it out",
            )
        elif key in NAME_FIELDS:
            if read := self._tried(where, lambda: read_names(text, key)):
                self._names[key], others = read
                if others:
                    self._others.add(key)
        elif key in DATE_FIELDS:
            self._read_date(key, text.strip(), where)
        else:
            self._read_text(key, text, where)

    def _read_date(self, key: str, text: str, where: Location) -> None:
        try:
            self._dates[key] = When.parse(text)
        except ValueError as error:
            self._problems.error(
                "wrong-date", str(error), where, "write what is printed, as 2016-04-23 or 2016"
            )

    def _read_text(self, key: str, text: str, where: Location) -> None:
        if key in VERBATIM_FIELDS:
            # an address is taken as it is, but for the two signs that LaTeX users escape
            value = "".join(text.replace(r"\_", "_").replace(r"\%", "%").split())
        else:
            read = self._tried(where, lambda: plain(text, key))
            if read is None:
                return
            value = read
        check = check_language if key == "langid" else FORMS.get(key)
        if check is None or self._passes(where, check, value):
            self._fields[key] = value

    def _check_title(self) -> None:
        title = self._fields.get("title")
        if title is None:
            if "title" not in self._places and not self._swallowed:
                self._problems.error(
                    "missing-title",
                    f"`{self._entry.key}` has no title",
                    self._where,
                    "describe the work in square brackets and add `titletype = {descriptive}`",
                )
            return
        self._check_brackets("title", "title")
        for language in ("English", "Russian", "Uzbek"):
            if (field := f"title{language.lower()}") in self._fields:
                self._check_brackets(field, f"{language} title")

    def _check_brackets(self, field: str, called: str) -> None:
        """Tell brackets that do not say what ``titletype`` says."""
        title = self._fields[field]
        bracketed = title.startswith("[") and title.endswith("]")
        described = self._fields.get("titletype") == "descriptive"
        if described and not bracketed:
            self._problems.error(
                "title-brackets",
                f"the {called} of `{self._entry.key}` is descriptive, but not in square brackets",
                self._places[field],
                f"write `[{title}]`",
            )
        elif bracketed and not described and "titletype" not in self._places:
            self._problems.error(
                "title-brackets",
                f"the {called} of `{self._entry.key}` stands in square brackets",
                self._places[field],
                "add `titletype = {descriptive}` if it is ours and not the work's"
                if field == "title"
                else "leave them out: lists in Latin script set them by themselves",
            )

    def _check_apostrophes(self) -> None:
        for key, text in self._fields.items():
            if key not in _FREE_OF_LANGUAGE and not key.startswith("title_"):
                self._passes(self._places[key], check_apostrophes, text)
        for key, names in self._names.items():
            for name in names:
                whole = " ".join((name.family, name.given, name.literal))
                self._passes(self._places[key], check_apostrophes, whole)

    def _tried(self, where: Location, step: Callable[[], T]) -> T | None:
        """Return what ``step`` returns, or tell why it cannot and return nothing."""
        try:
            return step()
        except WrongValue as wrong:
            self._swallowed |= wrong.code == "missing-comma"
            self._problems.error(wrong.code, wrong.message, where, wrong.hint)
            return None

    def _passes(self, where: Location, check: Callable[[str], None], text: str) -> bool:
        """Whether ``text`` passes a check; if not, what is wrong is told."""
        try:
            check(text)
        except WrongValue as wrong:
            self._problems.error(wrong.code, wrong.message, where, wrong.hint)
            return False
        return True
