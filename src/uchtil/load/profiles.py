"""The fields of ``templates/journals/<id>.yaml``: what a journal asks for."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import TypeGuard

import yaml

from uchtil.load.containers import ListOf, MapOf
from uchtil.load.fields import Field, Record, Values
from uchtil.load.profile_shapes import (
    ASKED_LANGUAGES,
    TEXT_LANGUAGES,
    BlockName,
    Issn,
    Measure,
    NameByLanguage,
    Notes,
    Within,
)
from uchtil.load.reading import Reading
from uchtil.load.schema_line import check_first_line
from uchtil.load.shapes import Choice, Date, Flag, Number, Text, Word, slug
from uchtil.load.yaml_nodes import place, read_yaml
from uchtil.model.profiles import (
    AbstractRules,
    AuthorRules,
    FigureRules,
    Form,
    Journal,
    KeywordRules,
    Length,
    Limits,
    Look,
    Order,
    Paper,
    Profile,
    ReferenceList,
    Region,
    Romanising,
    Rules,
    SourceRules,
    Typography,
    Unit,
)
from uchtil.problems import Location, Problems, did_you_mean

FOLDER = "journals"
"""The folder of profiles, within the templates'."""

KINDS = (
    "title",
    "author",
    "affiliation",
    "codes",
    "abstract",
    "keywords",
    "heading",
    "references",
    "notes",
    "table",
    "caption",
)
"""The kinds of paragraphs that a journal may want set otherwise than its text."""

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

PLACES_OF_NUMBERS = (
    *(f"{edge}-{side}" for edge in ("bottom", "top") for side in ("center", "left", "right")),
    "none",
)
"""Where the number of a page may stand."""

SEPARATORS = (",", ";", "·", "–", "—")
"""What may stand between keywords."""

NAMES = ("full", "initials-first", "initials-last")
"""How an author is called: as the review does, ``J. Carberry``, ``Carberry J.``"""


def _languages(about: str, among: tuple[str, ...] = ASKED_LANGUAGES) -> Field[tuple[str, ...]]:
    shape = ListOf(Word(among, "unknown-language"), "a language", 1, unique=True)
    return Field("languages", shape, about)


# ------------------------------------------------------------------ who, and where it stands

NAME = Field("name", NameByLanguage(), "the journal's name, by language", required=True)
ABBREVIATION = Field("abbreviation", Text(), "its name in short")
PUBLISHER = Field("publisher", Text(), "who publishes it")
COUNTRY = Field(
    "country", Text(pattern="[A-Z]{2}", expected="a code of ISO 3166-1, as UZ"), "where, as UZ"
)
_ISSN = Issn()
ISSN = Field("issn", _ISSN, "of the printed journal")
E_ISSN = Field("e_issn", _ISSN, "of the electronic one")
_ADDRESS = Text(pattern=r"https?://[^\s/]+\S*", expected="it as https://example.org/rules")
URL = Field("url", _ADDRESS, "the journal's site")
EMAIL = Field("email", Text(), "where manuscripts are sent")
OJS_SECTION = Field("section", Text(), "abbreviation of the section in its OJS (default: ART)")
OJS_GROUP = Field("author_group", Text(), "what its OJS calls authors (default: Author)")
OJS_GENRE = Field("genre", Text(), "what its OJS calls a manuscript (default: Article Text)")
_OF_JOURNAL: tuple[Field[str], ...] = (
    ABBREVIATION,
    PUBLISHER,
    COUNTRY,
    ISSN,
    E_ISSN,
    URL,
    EMAIL,
    OJS_SECTION,
    OJS_GROUP,
    OJS_GENRE,
)


def _journal(values: Values) -> Journal:
    given = {each.name: values.get(each) for each in _OF_JOURNAL}
    # The profile's own id is known when all of it has been read.
    return Journal(id="", name=values.need(NAME), **{k: v for k, v in given.items() if v})


JOURNAL = Record("the journal", (NAME, *_OF_JOURNAL), _journal, about="who publishes")

RULES_URL = Field("url", _ADDRESS, "the page of the rules", required=True)
RULES_READ = Field("read", Date(), "the day or month they were read", required=True)
RULES_NOTE = Field("note", Text(), "how they were read, and what is doubtful")
RULES = Record(
    "the origin of the rules",
    (RULES_URL, RULES_READ, RULES_NOTE),
    lambda values: Rules(
        url=values.need(RULES_URL),
        read=values.need(RULES_READ),
        note=values.get(RULES_NOTE) or "",
    ),
    about="where the rules stand, and when they were read",
)

# ------------------------------------------------------------------ how it looks

_SIDES = ("top", "right", "bottom", "left")
_PAPER_FIELDS = {
    name: Field(
        name, Measure(Decimal(low), Decimal(high), "centimetres"), f"{name}, in centimetres"
    )
    for name, low, high in (
        ("width", 9, 60),
        ("height", 12, 90),
        *((side, 0, 8) for side in _SIDES),
    )
}


def _paper(values: Values) -> Paper:
    given = {name: values.get(each) for name, each in _PAPER_FIELDS.items()}
    return Paper(
        **{name: value for name, value in given.items() if value is not None},
        number=values.get(NUMBER),
        number_size=values.get(NUMBER_SIZE),
    )


NUMBER = Field("number", Word(PLACES_OF_NUMBERS), "where the number of the page stands")
NUMBER_SIZE = Field(
    "number_size", Measure(Decimal(5), Decimal(40), "points"), "type size of that number, in points"
)
PAPER = Record(
    "the page",
    (*_PAPER_FIELDS.values(), NUMBER, NUMBER_SIZE),
    _paper,
    about="its size (A4), its margins, its number",
)

_SIZE = Field("size", Measure(Decimal(5), Decimal(40), "points"), "type size in points")
_SPACING = Field(
    "spacing",
    Measure(Decimal("0.5"), Decimal(4), "single lines"),
    "line spacing, as a multiple of the single line",
)
_INDENT = Field(
    "indent",
    Measure(Decimal(0), Decimal(5), "centimetres"),
    "indent of the first line, in centimetres",
)
_ALIGN = Field(
    "align",
    Word(
        ("left", "right", "center", "both"),
        other_words=(
            *((each, "both") for each in ("justify", "justified", "width")),
            *((each, "center") for each in ("centre", "centered", "centred", "middle")),
        ),
    ),
    "how lines are set",
)
_BOLD = Field("bold", Flag(), "in bold")
_ITALIC = Field("italic", Flag(), "in italics")
_CAPITALS = Field("capitals", Flag(), "in capitals")
_LOOK_FIELDS = (_SIZE, _SPACING, _INDENT, _ALIGN, _BOLD, _ITALIC, _CAPITALS)


def _look(values: Values) -> Look:
    return Look(
        size=values.get(_SIZE),
        spacing=values.get(_SPACING),
        indent=values.get(_INDENT),
        align=values.get(_ALIGN),
        bold=values.get(_BOLD),
        italic=values.get(_ITALIC),
        capitals=values.get(_CAPITALS),
    )


LOOK = Record("the look", _LOOK_FIELDS, _look, about="how paragraphs of a kind are set")
FONT = Field("font", Text(), "the font of everything", required=True)
HYPHENS = Field("hyphens", Flag(), "whether words may be parted")
_OTHERS = {kind: Field(kind, LOOK, f"how it is set: {kind}") for kind in KINDS}


def _typography(values: Values) -> Typography:
    others = {kind: values.get(each) for kind, each in _OTHERS.items()}
    return Typography(
        font=values.need(FONT),
        text=_look(values),
        others={kind: look for kind, look in others.items() if look is not None},
        hyphens=values.get(HYPHENS),
    )


TYPE = Record(
    "the type",
    (FONT, *_LOOK_FIELDS, HYPHENS, *_OTHERS.values()),
    _typography,
    about="font, size, spacing and indent of the text, and what is set otherwise",
)

# ------------------------------------------------------------------ how long it is

LENGTH_UNIT = Field("unit", Choice(Unit), "what is counted", required=True)
LENGTH_LIMITS = Field("limits", Within(), "how many", required=True)
LENGTH_COUNTS = Field(
    "counts", ListOf(Choice(Region), "a part", 1, unique=True), "what counts; without it, all does"
)
LENGTH = Record(
    "the length",
    (LENGTH_UNIT, LENGTH_LIMITS, LENGTH_COUNTS),
    lambda values: Length(
        unit=values.need(LENGTH_UNIT),
        limits=values.need(LENGTH_LIMITS),
        counts=frozenset(values.get(LENGTH_COUNTS) or Region),
    ),
    about="how long a manuscript may be",
)

# ------------------------------------------------------------------ what is said of it

ABSTRACT_LANGUAGES = _languages("languages of the abstracts; without it, the manuscript's")
ABSTRACT_WORDS = Field("words", Within(), "words in each abstract")
ABSTRACT_OTHERWISE = Field(
    "otherwise", MapOf(Within(), "the words in"), "words in single languages, where they differ"
)
ABSTRACT_CHARACTERS = Field("characters", Within(), "characters in each abstract, with spaces")
ABSTRACT_SENTENCES = Field("sentences", Within(), "sentences in each abstract")


def _abstract(values: Values) -> AbstractRules:
    words: dict[str, Limits] = dict(values.get(ABSTRACT_OTHERWISE) or {})
    if everywhere := values.get(ABSTRACT_WORDS):
        words[""] = everywhere
    return AbstractRules(
        languages=values.items(ABSTRACT_LANGUAGES),
        words=words,
        characters=values.get(ABSTRACT_CHARACTERS) or Limits(),
        sentences=values.get(ABSTRACT_SENTENCES) or Limits(),
    )


ABSTRACT = Record(
    "the abstract",
    (
        ABSTRACT_LANGUAGES,
        ABSTRACT_WORDS,
        ABSTRACT_OTHERWISE,
        ABSTRACT_CHARACTERS,
        ABSTRACT_SENTENCES,
    ),
    _abstract,
    about="what is asked of abstracts",
)
KEYWORD_LANGUAGES = _languages("languages of the keywords; without it, the manuscript's")
KEYWORD_LIMITS = Field("limits", Within(), "how many in each language")
KEYWORD_SEPARATOR = Field("separator", Word(SEPARATORS), "the sign between them, as `;`")
KEYWORDS = Record(
    "the keywords",
    (KEYWORD_LANGUAGES, KEYWORD_LIMITS, KEYWORD_SEPARATOR),
    lambda values: KeywordRules(
        languages=values.items(KEYWORD_LANGUAGES),
        limits=values.get(KEYWORD_LIMITS) or Limits(),
        separator=values.get(KEYWORD_SEPARATOR),
    ),
    about="what is asked of keywords",
)
AUTHOR_FIELDS = Field(
    "fields",
    ListOf(Word(("affiliation", "orcid", "email", "roles")), "a field", 1, unique=True),
    "what each author has to give (the address: the corresponding one)",
)
AUTHOR_LANGUAGES = _languages("languages of their names; without it, the manuscript's")
AUTHOR_MOST = Field("at_most", Number(), "how many authors there may be")
AUTHOR_NAMES = Field("names", Word(NAMES), "how they are called: `initials-first` is J. Carberry")


def _authors(values: Values) -> AuthorRules:
    most = values.get(AUTHOR_MOST)
    return AuthorRules(
        fields=frozenset(values.items(AUTHOR_FIELDS)),
        languages=values.items(AUTHOR_LANGUAGES),
        at_most=None if most is None else int(most),
        names=values.get(AUTHOR_NAMES),
    )


AUTHORS = Record(
    "the author data",
    (AUTHOR_FIELDS, AUTHOR_LANGUAGES, AUTHOR_MOST, AUTHOR_NAMES),
    _authors,
    about="what is asked of authors",
)

# ------------------------------------------------------------------ what it cites

SYSTEMS = Field(
    "systems",
    MapOf(Text(), "the system for"),
    "transliteration by language (`ru`, `kk`, `uz-cyrl`), as `ru: bsi`",
    required=True,
)
TITLE_AS = Field(
    "title",
    Word(("transliterated+english", "english", "transliterated")),
    "what is printed of a title that is not in Latin script",
)
ENGLISH_TITLES = Field(
    "english_titles", Flag(), "whether works in Latin script have an English title too"
)
LANGUAGE_NOTE = Field("note", Text(), "what is added on the language, as `(In {language})`")
NOTE_IN = Field("note_in", Word(("title", "note")), "where it stands")
PLACES = Field("places", Word(("english", "transliterated")), "how places are written")
REPLACED = Field(
    "replaced",
    ListOf(Text(pattern=r"\S+ → \S+", expected="it as `// → .`"), "a pair of signs", 1),
    "what is written for signs that the list may not hold",
)
_TAGS = {"uz-cyrl": "uz-Cyrl"}


def _romanising(values: Values) -> Romanising:
    return Romanising(
        systems={_TAGS.get(code, code): name for code, name in values.need(SYSTEMS).items()},
        title=values.get(TITLE_AS) or "transliterated+english",
        english_titles=bool(values.get(ENGLISH_TITLES)),
        note=values.get(LANGUAGE_NOTE) or "",
        note_in=values.get(NOTE_IN) or "title",
        places=values.get(PLACES) or "english",
        replaced=dict(each.split(" → ") for each in values.items(REPLACED)),
    )


ROMANISED = Record(
    "the romanised list",
    (SYSTEMS, TITLE_AS, ENGLISH_TITLES, LANGUAGE_NOTE, NOTE_IN, PLACES, REPLACED),
    _romanising,
    about="how the list is put into Latin script",
)
LIST_STYLE = Field("style", Text(), "the CSL style of its entries, by name", required=True)
HEADING = Field("heading", Text(), "what stands above it; without it, the language's own word")
ORDER = Field("order", Choice(Order), "its order; without it, that of its style")
LIST_ROMANISED = Field("romanised", ROMANISED, "how it is put into Latin script")
FORBIDDEN = Field(
    "forbidden", Text(), "signs that it may not hold, with spaces between them, as `// —`"
)
LIST = Record(
    "the list",
    (LIST_STYLE, HEADING, ORDER, LIST_ROMANISED, FORBIDDEN),
    lambda values: ReferenceList(
        style=values.need(LIST_STYLE),
        heading=values.get(HEADING) or "",
        order=values.get(ORDER),
        romanised=values.get(LIST_ROMANISED),
        forbidden=values.get(FORBIDDEN) or "",
    ),
    about="a list of references",
)
SOURCE_LIMITS = Field("limits", Within(), "how many works must be cited")
YEARS = Field("recent_years", Number(), "how many years back a work counts as recent")
SHARE = Field("recent_share", Number(), "how many per cent of the works must be recent")


def _sources(values: Values) -> SourceRules:
    years, share = values.get(YEARS), values.get(SHARE)
    if (years is None) != (share is None):
        values.error(
            "missing-field",
            "`recent_years` and `recent_share` need each other",
            hint="give both, or neither",
        )
    return SourceRules(
        limits=values.get(SOURCE_LIMITS) or Limits(),
        recent_years=None if years is None else int(years),
        recent_share=None if share is None else int(share),
    )


SOURCES = Record(
    "the works", (SOURCE_LIMITS, YEARS, SHARE), _sources, about="how many, and how recent"
)

COLOUR = Field("colour", Flag(), "whether figures may have colours")
SEPARATE = Field("separate", Flag(), "whether each is wanted as a file of its own")
RESOLUTION = Field("dots_per_inch", Number(), "how fine pictures must be")
FIGURES = Record(
    "the figures",
    (COLOUR, SEPARATE, RESOLUTION),
    lambda values: FigureRules(
        colour=values.get(COLOUR) is not False,
        separate=bool(values.get(SEPARATE)),
        dots_per_inch=int(values.get(RESOLUTION) or 300),
    ),
    about="how figures are handed over",
)

# ------------------------------------------------------------------ all of it

PROFILE_ID = Field("id", slug(), "its name, which is the file's", required=True)
WHO = Field("journal", JOURNAL, "who publishes", required=True)
ORIGIN = Field("rules", RULES, "where the rules stand", required=True)
MANUSCRIPT_LANGUAGES = Field(
    "languages",
    ListOf(Word(TEXT_LANGUAGES, "unknown-language"), "a language", 1, unique=True),
    "languages of a manuscript, the usual first",
    required=True,
)
PAGE = Field("page", PAPER, "size and margins")
TYPOGRAPHY = Field("type", TYPE, "font, sizes, spacing", required=True)
LENGTHS = Field("lengths", ListOf(LENGTH, "a length", 1), "how long it may be")
FORM = Field("form", Choice(Form), "how much of the review is submitted")
_BLOCKS = ListOf(BlockName(), "a block", 1)
FRONT = Field("front", _BLOCKS, "what stands before the text, in order", required=True)
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
CITATIONS = Field("citations", Text(), "the CSL style of citations in the text", required=True)
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
    return None if reading.wrong else profile


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
