"""The fields of ``templates/journals/<id>.yaml``: what a journal asks for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeGuard

import yaml

from uchtil.load.containers import ListOf
from uchtil.load.fields import Field, Record, Values
from uchtil.load.profile_asks import ABSTRACT, AUTHORS, FIGURES, KEYWORDS, LENGTH
from uchtil.load.profile_journals import JOURNAL, RULES
from uchtil.load.profile_lists import LIST, ROMANISED, SOURCES
from uchtil.load.profile_looks import PAPER, TYPE
from uchtil.load.profile_printed import unprinted_languages
from uchtil.load.profile_shapes import (
    METADATA_LANGUAGES,
    TEXT_LANGUAGES,
    BlockName,
    Notes,
    Within,
)
from uchtil.load.reading import Reading
from uchtil.load.schema_line import check_first_line
from uchtil.load.shapes import Choice, Flag, Text, Word, slug
from uchtil.load.yaml_nodes import place, read_yaml
from uchtil.model.profiles import (
    OTHERS,
    AbstractRules,
    AuthorRules,
    FigureRules,
    Form,
    KeywordRules,
    Limits,
    Paper,
    Profile,
    SourceRules,
)
from uchtil.problems import Location, Problems, did_you_mean

FOLDER = "journals"
"""The folder of profiles, within the templates'."""

PACKAGE = (
    "manuscript",
    "pdf",
    "anonymous",
    "title-page",
    "cover-letter",
    "figures",
    "metadata",
    "bib",
    "ris",
    "csl",
    "jats",
    "crossref",
    "ojs-3.3",
    "ojs-3.4",
    "ojs-3.5",
    "cff",
    "zenodo",
)
"""What can be handed over."""

PROFILE_ID = Field("id", slug(), "its name, which is the file's", required=True)
WHO = Field("journal", JOURNAL, "who publishes", required=True)
ORIGIN = Field("rules", RULES, "where the rules stand", required=True)
MANUSCRIPT_LANGUAGES = Field(
    "languages",
    ListOf(Word(TEXT_LANGUAGES, "unknown-language"), "a language", 1, unique=True),
    "languages of a manuscript, the usual first",
    required=True,
    sample="[uz, ru, en]",
)
PAGE = Field("page", PAPER, "size and margins")
TYPOGRAPHY = Field("type", TYPE, "font, sizes, spacing", required=True)
LENGTHS = Field("lengths", ListOf(LENGTH, "a length", 1), "how long it may be")
FORM = Field("form", Choice(Form), "how much of the review is submitted")
_BLOCKS = ListOf(BlockName(), "a block", 1)
_USUAL_FRONT = ("udc", "title", "authors", "affiliations", "contacts", "abstract", "keywords")


def _asked_beside(profile: yaml.Node) -> Iterator[str]:
    """Yield the blocks for the languages asked for beside the manuscript's own."""
    own = _words(_child(profile, "languages"))
    for block in ("abstract", "keywords"):
        asked = _words(_child(_child(profile, block), "languages"))
        if OTHERS in asked or len({*asked} & {*own}) > 1:
            yield f"{block}:{OTHERS}"
        if own:
            beside = [code for code in asked if code in METADATA_LANGUAGES and code not in own]
            yield from (f"{block}:{code}" for code in beside)


def _words(node: yaml.Node | None) -> list[str]:
    items = node.value if isinstance(node, yaml.SequenceNode) else []
    return [each.value for each in items if isinstance(each, yaml.ScalarNode)]


FRONT = Field(
    "front",
    _BLOCKS,
    "what stands before the text, in order",
    required=True,
    sample=f"[{', '.join(_USUAL_FRONT)}]",
    sample_in=lambda profile: f"[{', '.join((*_USUAL_FRONT, *_asked_beside(profile)))}]",
)
AFTER = Field("after", _BLOCKS, "what stands after the lists, in order")
CODES = Field(
    "codes",
    ListOf(Word(("udc", "irsti", "doi")), "a code", 1, unique=True),
    "codes that must be given",
)
TITLE_WORDS = Field("title_words", Within(), "how many words the title may have")
ABSTRACTS = Field("abstract", ABSTRACT, "what is asked of abstracts")
KEYWORD_RULES = Field("keywords", KEYWORDS, "what is asked of keywords")
AUTHOR_RULES = Field("authors", AUTHORS, "what is asked of authors")
CITATIONS = Field(
    "citations",
    Text(),
    "the CSL style of citations in the text",
    required=True,
    sample="gost-numeric",
)
LISTS = Field("lists", ListOf(LIST, "a list"), "lists of references; none where notes tell all")
CITED_ROMANISED = Field(
    "romanised", ROMANISED, "how works are put into Latin script in citations and all lists"
)
WORKS = Field("works", SOURCES, "how many works are cited, and how recent they are")
HAS_SECTIONS = Field(
    "sections", ListOf(slug(), "a section", 1, unique=True), "sections that it must have"
)
ANONYMOUS = Field("anonymous", Flag(), "whether a copy without names is wanted")
FIGURE_RULES = Field("figures", FIGURES, "how figures are handed over")
HANDED = Field(
    "package",
    ListOf(Word(PACKAGE), "a part", 1, unique=True),
    "what is handed over",
    required=True,
    sample="[manuscript, pdf, cover-letter, figures, metadata, ris]",
)
FILE_NAME = Field(
    "file_name",
    Text(
        pattern=r"(?:[A-Za-z0-9_-]|\{(?:journal|part|author|year)\})+",
        expected="Latin letters, digits, hyphens, {journal}, {author}, {year} and {part}",
    ),
    "how files are called, as `{author}-{part}`",
)
DUTIES = Field("duties", Notes("a duty"), "what only the author can supply")
UNKNOWN = Field("unknown", Notes("a rule"), "what the journal may rule, and we do not know")


def _profile(values: Values) -> Profile:
    return Profile(
        id=values.need(PROFILE_ID),
        journal=replace(values.need(WHO), id=values.need(PROFILE_ID)),
        rules=values.need(ORIGIN),
        languages=values.need(MANUSCRIPT_LANGUAGES),
        paper=values.get(PAGE) or Paper(),
        type=values.need(TYPOGRAPHY),
        lengths=values.items(LENGTHS),
        form=values.get(FORM) or Form.FITTING,
        front=values.need(FRONT),
        after=values.items(AFTER),
        codes=frozenset(values.items(CODES)),
        title_words=values.get(TITLE_WORDS) or Limits(),
        abstract=values.get(ABSTRACTS) or AbstractRules(),
        keywords=values.get(KEYWORD_RULES) or KeywordRules(),
        authors=values.get(AUTHOR_RULES) or AuthorRules(),
        citations=values.need(CITATIONS),
        romanised=values.get(CITED_ROMANISED),
        lists=values.items(LISTS),
        usual_list=values.get(LISTS) is None,
        sources=values.get(WORKS) or SourceRules(),
        sections=values.items(HAS_SECTIONS),
        anonymous=bool(values.get(ANONYMOUS)),
        figures=values.get(FIGURE_RULES) or FigureRules(),
        package=values.need(HANDED),
        file_name=values.get(FILE_NAME) or "{journal}-{part}",
        duties=values.items(DUTIES),
        unknown=values.items(UNKNOWN),
        where=values.at(PROFILE_ID),
        places=values.places(),
    )


PROFILE = Record(
    "the profile",
    (
        PROFILE_ID,
        WHO,
        ORIGIN,
        MANUSCRIPT_LANGUAGES,
        PAGE,
        TYPOGRAPHY,
        LENGTHS,
        FORM,
        FRONT,
        AFTER,
        CODES,
        TITLE_WORDS,
        ABSTRACTS,
        KEYWORD_RULES,
        AUTHOR_RULES,
        CITATIONS,
        CITED_ROMANISED,
        LISTS,
        WORKS,
        HAS_SECTIONS,
        ANONYMOUS,
        FIGURE_RULES,
        HANDED,
        FILE_NAME,
        DUTIES,
        UNKNOWN,
    ),
    _profile,
    about="what a journal asks for",
    title=PROFILE_ID,
)


def profile_paths(root: Path, templates: Path) -> dict[str, Path]:
    """Return the files of profiles by id, in alphabetical order.

    A project may have profiles of its own in ``templates/journals``, beside those that come
    with ``templates``, and in place of one of the same name.
    """
    found = {
        path.stem: path
        for folder in (templates, root / "templates")
        for path in (folder / FOLDER).glob("*.yaml")
    }
    return dict(sorted(found.items()))


def load_profile(root: Path, templates: Path, name: str, problems: Problems) -> Profile | None:
    """Read the profile ``name``, or tell what is wrong with it.

    Problems beside those of any file of YAML: ``unknown-journal``, where there is none of
    that name, and ``wrong-id``, where it calls itself otherwise than its file.
    """
    paths = profile_paths(root, templates)
    if name not in paths:
        problems.error(
            "unknown-journal",
            f"there is no profile of a journal `{name}`",
            Location(file=f"templates/{FOLDER}"),
            did_you_mean(name, paths)
            or f"there are {', '.join(paths)}; or write templates/{FOLDER}/{name}.yaml",
        )
        return None
    folder, file = _place(paths[name])
    document = read_yaml(folder, file, problems)
    if document is None:
        return None
    check_first_line(folder, file, document.first_line, "journal", problems)
    reading = Reading(file, problems)
    profile = PROFILE.read(document.node, reading, "")
    if profile is not None and profile.id != name:
        problems.error(
            "wrong-id",
            f"the profile calls itself `{profile.id}`, its file {name}.yaml",
            profile.where,
            f"write id: {name}",
        )
        return None
    if profile is None or reading.wrong:
        return None
    unprinted = [*unprinted_languages(profile)]
    problems.extend(unprinted)
    return None if unprinted else profile


def _place(path: Path) -> tuple[Path, str]:
    """Return the folder that a profile's file is told from, and the file as it is told."""
    folder = path.parents[1]
    return folder.parent, f"{folder.name}/{FOLDER}/{path.name}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """A style that a profile names, or a system of transliteration for a ``language``."""

    name: str
    where: Location
    language: str = ""


def chosen_names(root: Path, templates: Path, name: str) -> tuple[Chosen, ...]:
    """Return the styles and systems that a profile names, whatever else is wrong with it."""
    path = profile_paths(root, templates).get(name)
    if path is None:
        return ()
    folder, file = _place(path)
    document = read_yaml(folder, file, Problems())
    if document is None:
        return ()
    profile = document.node
    lists = _child(profile, "lists")
    items = lists.value if isinstance(lists, yaml.SequenceNode) else []
    styles = [_child(profile, "citations"), *(_child(each, "style") for each in items)]
    found = [Chosen(name=n.value, where=place(n, file)) for n in styles if _is_said(n)]
    for each in (profile, *items):
        systems = _child(_child(each, "romanised"), "systems")
        pairs = systems.value if isinstance(systems, yaml.MappingNode) else []
        found += [
            Chosen(name=node.value, where=place(node, file), language=str(key.value))
            for key, node in pairs
            if _is_said(node)
        ]
    return tuple(found)


def _child(node: yaml.Node | None, key: str) -> yaml.Node | None:
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _is_said(node: yaml.Node | None) -> TypeGuard[yaml.ScalarNode]:
    return isinstance(node, yaml.ScalarNode) and bool(node.value.strip())
