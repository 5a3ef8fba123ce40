"""The fields of ``content/sources.yaml``, ``names.yaml`` and ``terms.yaml``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import yaml

from uchtil.load.containers import ByLanguage, ListOf, Localised, LocalisedName, MapOf
from uchtil.load.derivations import OF_INDICATOR
from uchtil.load.fields import Entries, Field, Record, Values
from uchtil.load.reading import LANGUAGE_NAMES, Reading
from uchtil.load.shapes import Date, Json, LanguageTag, Shape, Text, Word, slug
from uchtil.model import Derivation, Name, Source, Term, Unit
from uchtil.problems import Location, did_you_mean

SOURCE_KEY = Field("key", slug(), "its key in references.bib", required=True)
SOURCE_TEXT = Field(
    "text",
    Text(
        pattern=r"[^/\\\s.][^/\\]*",
        expected="the name of a file, without folders",
        number=True,
    ),
    "the name of the file with its full text",
    required=True,
)
FINGERPRINT = Field(
    "fingerprint",
    Text(
        pattern="sha256:[0-9a-f]{64}",
        expected="`sha256:` and the 64 hexadecimal digits that `sha256sum` prints for the text",
        code="wrong-fingerprint",
    ),
    "of the bytes of its full text: tells whether the text read is the text meant",
    required=True,
)
SOURCE_LANGUAGE = Field("language", LanguageTag(), "BCP 47 tag of its language", required=True)
SOURCE_LABEL = Field("label", Localised(), "how tables name it", required=True)
COVERS = Field("covers", Localised(), "what it covers, in one phrase", required=True)


def _source(values: Values) -> Source:
    return Source(
        key=values.need(SOURCE_KEY),
        text=values.need(SOURCE_TEXT),
        fingerprint=values.need(FINGERPRINT),
        language=values.need(SOURCE_LANGUAGE),
        label=values.need(SOURCE_LABEL),
        covers=values.need(COVERS),
        where=values.at(SOURCE_KEY),
    )


SOURCE = Record(
    "the source",
    (SOURCE_KEY, SOURCE_TEXT, FINGERPRINT, SOURCE_LANGUAGE, SOURCE_LABEL, COVERS),
    _source,
    about="one of the reviewed texts",
    title=SOURCE_KEY,
)
SOURCES = Field("sources", Entries(SOURCE, SOURCE_KEY), "the reviewed sources", required=True)
SOURCE_FILE = Record(
    "the file of sources",
    (SOURCES,),
    lambda values: values.need(SOURCES),
    about="the reviewed sources",
)

NAME_TYPES = ("person", "place", "body", "document", "project", "event")

NAME_ID = Field("id", slug(), "kebab-case, unique in the file", required=True)
NAME_TYPE = Field("type", Word(NAME_TYPES), "what it names", required=True)
FORMS = Field("forms", LocalisedName(), "the accepted form in each language", required=True)
SHORT = Field("short", LocalisedName(), "the form used after the first mention")
SPELLINGS = Field(
    "spellings",
    MapOf(ListOf(Text(number=True), "a spelling", 1, unique=True), "the spellings in"),
    "the forms met in the sources, by source key",
)
VALID = Field("valid", Date(), "the time to which the name belongs")
NOTE = Field("note", Localised(), "what a reader should know of the name")


def _name(values: Values) -> Name:
    return Name(
        id=values.need(NAME_ID),
        type=values.need(NAME_TYPE),
        forms=values.need(FORMS),
        short=values.get(SHORT),
        spellings=values.get(SPELLINGS) or {},
        valid=values.get(VALID),
        note=values.get(NOTE),
        where=values.at(NAME_ID),
        places=values.places(),
    )


NAME = Record(
    "the name",
    (NAME_ID, NAME_TYPE, FORMS, SHORT, SPELLINGS, VALID, NOTE),
    _name,
    about="a person, place, body, document, project or event",
    title=NAME_ID,
)
NAMES = Field("names", Entries(NAME, NAME_ID), "the names", required=True)
NAME_FILE = Record(
    "the file of names", (NAMES,), lambda values: values.need(NAMES), about="names by language"
)

PLURALS: Mapping[str, tuple[str, ...]] = {
    "uz": ("one", "other"),
    "ru": ("one", "few", "many", "other"),
    "en": ("one", "other"),
}
"""The CLDR plural categories of cardinal numbers in each language."""


@dataclass(frozen=True, slots=True)
class _Forms:
    """A unit's forms in one language, and whether it stands before the number."""

    forms: Mapping[str, str]
    before: bool = False


@dataclass(frozen=True, slots=True)
class _UnitForms(Shape[_Forms]):
    """A unit in one language: a word, ``{before: sign}``, or its plural forms."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> _Forms | None:
        """Return the forms; a language's plural forms must be given all or not at all."""
        if isinstance(node, yaml.ScalarNode):
            word = reading.scalar(node, name)
            return None if word is None else _Forms({"other": word})
        pairs = reading.pairs(node, name)
        if pairs is None:
            return None
        words = {
            key: reading.scalar(value, f"`{key}` of {name}") for key, (_, value) in pairs.items()
        }
        if set(words) == {"before"}:
            sign = words["before"]
            return None if sign is None else _Forms({"other": sign}, before=True)
        categories = PLURALS.get(reading.language, ("other",))
        for key, (key_node, _) in pairs.items():
            if key not in categories:
                reading.error(
                    "unknown-field",
                    f"{name} has no form `{key}`",
                    key_node,
                    f"its plural forms are {', '.join(categories)}; or write `before:` alone",
                )
        missing = [category for category in categories if category not in words]
        if missing:
            reading.error(
                "missing-plural",
                f"{name} lacks the plural form `{'`, `'.join(missing)}`",
                node,
                f"give {', '.join(categories)}, or one word for all",
            )
        return _Forms({"other": "", **{key: word or "" for key, word in words.items()}})

    def schema(self, defs: Json) -> Json:
        """Return the three ways to write a unit."""
        text: Json = {"type": "string", "minLength": 1}
        defs["unit-forms"] = {
            "description": "a word, a sign that stands before the number, or plural forms",
            "anyOf": [
                text,
                {
                    "type": "object",
                    "properties": {"before": text},
                    "required": ["before"],
                    "additionalProperties": False,
                },
                {
                    "type": "object",
                    "properties": dict.fromkeys(("one", "few", "many", "other"), text),
                    "required": ["one", "other"],
                    "additionalProperties": False,
                },
            ],
        }
        return {"$ref": "#/$defs/unit-forms"}


THEMES = Field("themes", MapOf(Localised(), "the theme"), "themes by id", required=True)
INDICATORS = Field(
    "indicators", MapOf(Localised(), "the indicator"), "what measures measure, by id"
)
UNITS = Field(
    "units",
    MapOf(ByLanguage(_UnitForms(), _Forms({"other": ""})), "the unit"),
    "what numbers count, by id",
)
RELATIONS = Field(
    "relations",
    MapOf(OF_INDICATOR, "the relation of"),
    "what the figures of an indicator follow from, by the indicator's id",
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """What ``terms.yaml`` says, by id; languages missing in an entry were told."""

    themes: Mapping[str, Term]
    indicators: Mapping[str, Term]
    units: Mapping[str, Unit]
    relations: Mapping[str, Derivation]


def _terms(values: Values) -> Terms:
    def terms(wanted: Field[dict[str, dict[str, str]]]) -> dict[str, Term]:
        return {
            term_id: Term(id=term_id, name=name, where=_key_place(values, wanted, term_id))
            for term_id, name in (values.get(wanted) or {}).items()
        }

    units = {
        unit_id: Unit(
            id=unit_id,
            forms={language: each.forms for language, each in forms.items()},
            before=frozenset(language for language, each in forms.items() if each.before),
            where=_key_place(values, UNITS, unit_id),
        )
        for unit_id, forms in (values.get(UNITS) or {}).items()
    }
    indicators, relations = terms(INDICATORS), values.get(RELATIONS) or {}
    for indicator, relation in relations.items():
        for used in dict.fromkeys((indicator, *relation.of)):
            if used not in indicators:
                values.reading.problems.error(
                    "unknown-indicator",
                    f"unknown indicator `{used}`",
                    _key_place(values, RELATIONS, used) if used == indicator else relation.where,
                    did_you_mean(used, indicators) or "add it to `indicators`",
                )
    return Terms(
        themes=terms(THEMES), indicators=indicators, units=units, relations=dict(relations)
    )


def _key_place(values: Values, wanted: Field[object], key: str) -> Location:
    for key_node, _ in values.nodes[wanted.name].value:
        if key_node.value == key:
            return values.reading.at(key_node)
    return values.at(wanted)


TERM_FILE = Record(
    "the file of terms",
    (THEMES, INDICATORS, UNITS, RELATIONS),
    _terms,
    about="themes, indicators and units in every language",
)

assert set(PLURALS) == set(LANGUAGE_NAMES)
