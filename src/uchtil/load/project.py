"""Reading a whole project: every file, every problem, in one run."""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import yaml

from uchtil.language import TRANSLITERATED
from uchtil.load.cross_references import (
    Known,
    check_exhibits,
    check_fact_file,
    check_names,
    check_remarks,
)
from uchtil.load.cyrillic import Turning, in_latin, read_turning
from uchtil.load.exceptions import EXCEPTION_FILE
from uchtil.load.exhibits import EXHIBIT_FILE, EXHIBIT_ID, Exhibits
from uchtil.load.facts import FACT_ID, TAGS, FactFile, read_facts
from uchtil.load.fields import Entry, Field, Values
from uchtil.load.reading import LANGUAGE_NAMES, Reading
from uchtil.load.remarks import REMARK_FILE, REMARK_ID
from uchtil.load.review import (
    ABSTRACT,
    KEYWORDS,
    LANGUAGES,
    REVIEW,
    SCRIPTS,
    SECTIONS,
    blank_review,
)
from uchtil.load.schema_line import check_crosswalk_line, check_schema_line
from uchtil.load.sections import Wanted, read_sections
from uchtil.load.texts import Text, collect_texts
from uchtil.load.vocabulary import (
    NAME_FILE,
    NAME_ID,
    SOURCE_FILE,
    SOURCE_KEY,
    TERM_FILE,
    Terms,
)
from uchtil.load.yaml_nodes import Document, read_yaml
from uchtil.model import Fact, Name, Project, Review, Section, Source
from uchtil.model.records import EVERYTHING, Broken
from uchtil.problems import Location, Problems

REVIEW_PATH = "content/review.yaml"
SOURCES_PATH = "content/sources.yaml"
NAMES_PATH = "content/names.yaml"
TERMS_PATH = "content/terms.yaml"
EXHIBITS_PATH = "content/exhibits.yaml"
FACTS_FOLDER = "content/facts"
REMARKS_PATH = "content/remarks.yaml"
EXCEPTIONS_PATH = "content/exceptions.yaml"
NAMING_PATHS = (NAMES_PATH, REVIEW_PATH)
"""Files in which names are given in both scripts."""

_NOT_ID = re.compile(r"[^a-z0-9]+")
_ID = re.compile(r"(?:^|[-{,\s])id\s*:\s*['\"]?([^\s,'\"}]+)")
"""An id as it stands in a file of facts that is no readable YAML."""

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True, slots=True)
class Loaded:
    """A project as far as it could be read, and the ids of what could not.

    ``project`` is ``None`` where a whole file other than one of facts could not be read:
    whatever used its entries would be told as a further problem.  What is wrong in
    ``review.yaml`` is left blank.  An entry with an error is left out of the project; its id
    stands in ``broken`` under ``facts``, ``names``, ``sources``, ``remarks``, ``tables`` or
    ``figures``, so that a use of it is not told as a second problem.  Of an unreadable file of
    facts the ids that stand in its text are broken; where none can be seen in it, ``EVERYTHING``
    is.  ``texts`` is everything that is written in a language of the review, as it stands.
    """

    project: Project | None
    broken: Broken
    texts: tuple[Text, ...] = ()


def load_project(root: Path, problems: Problems) -> Project | None:
    """Read the project in ``root``; everything wrong with it goes to ``problems``.

    ``None`` where a whole file could not be read (unless it is one of facts).  A project
    with errors may come back incomplete: look at ``problems.errors`` before building from it.
    """
    return load(root, problems).project


def load(root: Path, problems: Problems) -> Loaded:
    """Read the project in ``root`` and tell what is broken in it, see ``Loaded``."""
    with _without_garbage_collection():
        return _load(root, problems)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Spare the collector: hundreds of thousands of nodes are made, and none is garbage."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _load(root: Path, problems: Problems) -> Loaded:
    files = _Files(root, read_turning(root, NAMING_PATHS), [])
    review_values, review = _read_review(files, problems)
    languages = tuple(LANGUAGE_NAMES)
    if review_values is not None:
        languages = review_values.get(LANGUAGES) or languages

    def read(file: str, schema: str, reader: Callable[[yaml.Node, Reading], T | None]) -> T | None:
        return files.read(schema, reader, Reading(file, problems, languages))

    sources = read(SOURCES_PATH, "sources", lambda n, r: SOURCE_FILE.read(n, r, ""))
    names = read(NAMES_PATH, "names", lambda n, r: NAME_FILE.read(n, r, ""))
    terms = read(TERMS_PATH, "terms", lambda n, r: TERM_FILE.read(n, r, ""))
    exhibits = read(EXHIBITS_PATH, "exhibits", lambda n, r: EXHIBIT_FILE.read(n, r, ""))
    # a review may do without these two
    has_remarks, is_strict = ((root / path).exists() for path in (REMARKS_PATH, EXCEPTIONS_PATH))
    remarks = (
        read(REMARKS_PATH, "remarks", lambda n, r: REMARK_FILE.read(n, r, ""))
        if has_remarks
        else ()
    )
    of_exceptions = Reading(EXCEPTIONS_PATH, problems, languages)
    exceptions = (
        files.read("exceptions", lambda n, r: EXCEPTION_FILE.read(n, r, ""), of_exceptions)
        if is_strict
        else None
    )
    check_crosswalk_line(root, problems)
    fact_files: list[FactFile] = []
    lost: frozenset[str] = frozenset()
    for file in _fact_files(root, problems):
        reading = Reading(file, problems, languages)
        found = files.read("facts", read_facts, reading)
        if found is not None:
            fact_files.append(found)
        if found is None or (reading.wrong and not found.entries):
            lost |= _standing_ids(root / file)
    if not (root / FACTS_FOLDER).is_dir():
        lost = frozenset({EVERYTHING})
    facts = tuple(entry for file in fact_files for entry in file.entries)

    _tell_duplicates("fact", facts, FACT_ID, problems)
    _tell_duplicates("source", sources or (), SOURCE_KEY, problems)
    _tell_duplicates("name", names or (), NAME_ID, problems)
    wrong = {each.where.file for each in problems.errors}
    known = _known(_readable(terms, wrong), sources, names, facts, lost)
    facts = _without(
        facts, {bad for file in fact_files for bad in check_fact_file(file, known, problems)}
    )
    check_names(names or (), known, problems)
    _tell_duplicates("remark", remarks or (), REMARK_ID, problems)
    remarks = remarks and _without(remarks, set(check_remarks(remarks, known, problems)))
    if exhibits:
        _tell_duplicates("table", exhibits.tables, EXHIBIT_ID, problems)
        _tell_duplicates("figure", exhibits.figures, EXHIBIT_ID, problems)
        bad = set(check_exhibits(exhibits, known, problems))
        exhibits = Exhibits(
            tables=_without(exhibits.tables, bad), figures=_without(exhibits.figures, bad)
        )

    sections: dict[tuple[str, str], Section] = {}
    if review_values is not None and (slugs := review_values.get(SECTIONS)):
        wanted = Wanted(
            slugs=slugs,
            languages=languages,
            where=review_values.at(SECTIONS),
            turning=files.turning,
        )
        sections = read_sections(root, wanted, problems)
    if review is not None and review_values is not None:
        _check_review(review, review_values, files.turning, problems)
    if not (review and terms and exhibits and sources is not None and names is not None):
        return Loaded(project=None, broken={})
    texts = collect_texts(files.documents, sections.values(), languages)
    project = Project(
        review=review,
        sources=_whole(sources),
        names=_whole(names),
        facts=_whole(facts),
        themes=terms.themes,
        indicators=terms.indicators,
        units=terms.units,
        tables=_whole(exhibits.tables),
        figures=_whole(exhibits.figures),
        sections=sections,
        remarks=_whole(remarks or ()),
        typed_numbers=exceptions,
        relations=terms.relations,
        cyrillic=files.turning.writing.names,
    )
    broken = {
        "facts": _broken(facts) | lost,
        "sources": _broken(sources),
        "names": _broken(names),
        "remarks": frozenset({EVERYTHING}) if remarks is None else _broken(remarks),
        "exceptions": frozenset(
            {EVERYTHING} if is_strict and (of_exceptions.wrong or exceptions is None) else ()
        ),
        "tables": _broken_or_all(exhibits.tables, EXHIBITS_PATH in wrong),
        "figures": _broken_or_all(exhibits.figures, EXHIBITS_PATH in wrong),
    }
    return Loaded(project=project, broken=broken, texts=texts)


@dataclass(frozen=True, slots=True)
class _Files:
    """The files of YAML of a project, and those of them that have been read."""

    root: Path
    turning: Turning
    documents: list[Document]

    def document(self, file: str, schema: str, problems: Problems) -> Document | None:
        """Return one file, its Cyrillic Uzbek as Latin."""
        document = read_yaml(self.root, file, problems)
        if document is None:
            return None
        document = in_latin(document, self.turning, problems)
        self.documents.append(document)
        check_schema_line(self.root, document, schema, problems)
        return document

    def read(
        self, schema: str, reader: Callable[[yaml.Node, Reading], T | None], reading: Reading
    ) -> T | None:
        """Read one file as what it is."""
        document = self.document(reading.file, schema, reading.problems)
        return None if document is None else reader(document.node, reading)


def _read_review(files: _Files, problems: Problems) -> tuple[Values | None, Review | None]:
    document = files.document(REVIEW_PATH, "review", problems)
    if document is None:
        return None, None
    # the languages are told in this very file: read them first, silently
    first = REVIEW.values(document.node, Reading(REVIEW_PATH, Problems()))
    languages = (first and first.get(LANGUAGES)) or tuple(LANGUAGE_NAMES)
    values = REVIEW.values(document.node, Reading(REVIEW_PATH, problems, languages))
    if values is None:
        return None, None
    return values, REVIEW.finish(values) or blank_review(values)


def _fact_files(root: Path, problems: Problems) -> list[str]:
    folder = root / FACTS_FOLDER
    if not folder.is_dir():
        problems.error(
            "missing-file",
            "the folder of facts is missing",
            Location(file=FACTS_FOLDER),
            "make it, with one YAML file a theme",
        )
        return []
    for path in sorted(folder.iterdir()):
        if path.suffix in (".yml", ".json"):
            problems.warning(
                "file-not-read",
                "only files whose names end in .yaml are read",
                Location(file=f"{FACTS_FOLDER}/{path.name}"),
                f"rename it to {path.stem}.yaml",
            )
    return [f"{FACTS_FOLDER}/{path.name}" for path in sorted(folder.glob("*.yaml"))]


def _standing_ids(path: Path) -> frozenset[str]:
    """Return the ids that stand in a file that cannot be read as facts."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        text = ""
    return frozenset(_ID.findall(text)) or frozenset({EVERYTHING})


def _tell_duplicates(
    noun: str, entries: Iterable[Entry[T]], key: Field[str], problems: Problems
) -> None:
    first: dict[str, Location] = {}
    for entry in entries:
        where = entry.values.at(key)
        if entry.id in first:
            problems.error(
                f"duplicate-{noun}",
                f"the {noun} `{entry.id}` stands twice, first at {first[entry.id]}",
                where,
                "give one of them another id, or make them one",
            )
        else:
            first[entry.id] = where


@dataclass(frozen=True, kw_only=True, slots=True)
class _Readable:
    """The ids of ``terms.yaml``; ``None`` where a whole list of them could not be read."""

    themes: Collection[str] | None
    indicators: Collection[str] | None
    units: Collection[str] | None


def _readable(terms: Terms | None, wrong: Collection[str]) -> _Readable:
    """Return what is known of the terms; an empty list in a file with an error is none."""

    def ids(found: Collection[str]) -> Collection[str] | None:
        return None if terms is None or (not found and TERMS_PATH in wrong) else found

    return _Readable(
        themes=ids(terms.themes if terms else ()),
        indicators=ids(terms.indicators if terms else ()),
        units=ids(terms.units if terms else ()),
    )


def _known(
    terms: _Readable,
    sources: tuple[Entry[Source], ...] | None,
    names: tuple[Entry[Name], ...] | None,
    facts: tuple[Entry[Fact], ...],
    lost: frozenset[str],
) -> Known:
    return Known(
        themes=terms.themes,
        indicators=terms.indicators,
        units=terms.units,
        names=None if names is None else {entry.id for entry in names},
        sources=None if sources is None else {entry.id for entry in sources},
        facts=None if EVERYTHING in lost else {entry.id for entry in facts} | lost | _broken(facts),
        tags=None if lost else {tag for entry in facts for tag in entry.values.items(TAGS)},
    )


def _check_review(review: Review, values: Values, turning: Turning, problems: Problems) -> None:
    """Warn of an abstract or keywords of unusual length; check its scripts."""
    _check_scripts(review, values, turning, problems)
    for language in review.languages:
        name = LANGUAGE_NAMES.get(language, language)
        words = len(review.abstract.get(language, "").split())
        if words and not 150 <= words <= 250:
            problems.warning(
                "abstract-length",
                f"the {name} abstract has {words} words; journals ask for 150 to 250",
                _in_language(values, ABSTRACT, language),
            )
        count = len(review.keywords.get(language, ()))
        if count and not 6 <= count <= 10:
            problems.warning(
                "keyword-count",
                f"there are {count} {name} keywords; journals ask for 6 to 10",
                _in_language(values, KEYWORDS, language),
            )


def _check_scripts(review: Review, values: Values, turning: Turning, problems: Problems) -> None:
    """Tell of an edition in another script without its origin, or with words spelt otherwise."""
    for code in review.transliterated:
        if TRANSLITERATED[code] not in review.languages:
            origin = LANGUAGE_NAMES[TRANSLITERATED[code]]
            problems.error(
                "transliterated-from-nothing",
                f"`{code}` is made from {origin}, which the review is not written in",
                values.at(SCRIPTS),
                f"add `{TRANSLITERATED[code]}` to `languages`, or take `{code}` out",
            )
    turning.tell_mixed(problems)
    if review.transliterated:
        turning.tell_lost(problems)


def _in_language(values: Values, wanted: Field[object], language: str) -> Location:
    """Return where a field gives its value in one language."""
    for key, value in values.nodes[wanted.name].value:
        if key.value == language:
            return values.reading.at(value)
    return values.at(wanted)


def _without(entries: tuple[Entry[T], ...], bad: Collection[str]) -> tuple[Entry[T], ...]:
    """Return the entries with those in ``bad`` broken."""
    return tuple(
        Entry(entry.id, None, entry.values) if entry.id in bad else entry for entry in entries
    )


def _whole(entries: tuple[Entry[T], ...]) -> dict[str, T]:
    found: dict[str, T] = {}
    for entry in entries:
        if entry.record is not None:
            found.setdefault(entry.id, entry.record)
    return found


def _broken(entries: tuple[Entry[T], ...]) -> frozenset[str]:
    """Return the ids of broken entries; a malformed one also as it was meant, `border-treaty`."""
    ids = frozenset(entry.id for entry in entries if entry.record is None)
    return ids | {_NOT_ID.sub("-", each.lower()).strip("-") for each in ids}


def _broken_or_all(entries: tuple[Entry[T], ...], wrong: bool) -> frozenset[str]:
    """Return the ids of broken entries; ``EVERYTHING`` where none were read of a wrong file."""
    return frozenset({EVERYTHING}) if wrong and not entries else _broken(entries)
