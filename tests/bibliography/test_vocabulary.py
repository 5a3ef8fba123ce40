from __future__ import annotations

import re

from uchtil.bibliography.missing import _CALLED, _EXPECTED
from uchtil.bibliography.vocabulary import (
    CSL_TYPES,
    FIELD_ALIASES,
    FIELDS,
    SUBTYPES,
    TYPE_ALIASES,
)

from .conftest import ROOT


def test_the_documentation_lists_every_type_and_field() -> None:
    text = (ROOT / "docs" / "bibliography.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`([a-z_]+)`", text)) | set(re.findall(r"`\{(\w+)\}`", text))
    assert set(CSL_TYPES) - named == set()
    assert FIELDS - named == set()
    assert all(subtype in text for subtype in SUBTYPES)


def test_aliases_lead_to_what_is_known_and_are_not_known_themselves() -> None:
    assert set(FIELD_ALIASES.values()) <= FIELDS
    assert FIELDS.isdisjoint(FIELD_ALIASES)
    assert set(TYPE_ALIASES.values()) <= set(CSL_TYPES)
    assert set(CSL_TYPES).isdisjoint(TYPE_ALIASES)


def test_what_is_expected_is_known_and_has_words() -> None:
    assert {kind.partition("/")[0] for kind in _EXPECTED} == set(CSL_TYPES)
    for expected in _EXPECTED.values():
        for field in expected:
            assert field in _CALLED
            assert set(field.split("|")) <= FIELDS
