"""The skeleton of a profile: every field of the loader, and each line of it can be read."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from uchtil.formats.csl import journal_style_names, load_style
from uchtil.journals.skeleton import skeleton
from uchtil.load.containers import ListOf
from uchtil.load.fields import Record
from uchtil.load.profile_looks import LOOK
from uchtil.load.profiles import PROFILE, load_profile
from uchtil.pipeline.profiles import unknown_names
from uchtil.problems import Problems
from workshop import ROOT

TEMPLATES = ROOT / "templates"


@pytest.fixture(scope="module")
def text() -> str:
    styles = {
        name: load_style(TEMPLATES, name, journals=True).kind
        for name in journal_style_names(TEMPLATES)
    }
    return skeleton("mine", styles, TEMPLATES, datetime.date(2026, 11, 30))


def uncommented(text: str) -> str:
    """Take the first # out of each line of rules, as its head says."""
    head, *lines = text.splitlines()
    return "\n".join([head, *(re.sub(r"^#(?!#)", "", line) for line in lines)]) + "\n"


def told(root: Path, text: str) -> list[str]:
    folder = root / "templates" / "journals"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    load_profile(root, TEMPLATES, "mine", problems)
    problems.extend(unknown_names(root, TEMPLATES, "mine"))
    return [each.message for each in problems]


EMPTY = [
    "the name in `uz` is empty",
    "the name in `ru` is empty",
    "the name in `en` is empty",
    "`url` of `rules` of the profile `mine` is empty",
]
"""What only the writer knows."""

RULED = {
    "languages": "[uz, ru, en]",
    "font": "Times New Roman",
    "front": "[udc, title, authors, affiliations, contacts, abstract, keywords]",
    "citations": "gost-numeric",
    "package": "[manuscript, pdf, cover-letter, figures, metadata, ris]",
}
"""What each journal rules: no sample may pass for its rule."""


def ruled(text: str) -> str:
    for name, value in RULED.items():
        text = re.sub(rf"(?m)^( *){name}:(?= *(?:#|$))", rf"\1{name}: {value} ", text)
    return text


def test_as_it_comes_no_sample_passes_for_a_rule(tmp_path: Path, text: str) -> None:
    folder = tmp_path / "templates" / "journals"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    assert load_profile(tmp_path, TEMPLATES, "mine", problems) is None
    hints = [each.hint for each in problems if each.message not in EMPTY]
    assert hints == [f"write what holds, as `{name}: {value}`" for name, value in RULED.items()]


def test_with_the_rules_only_the_name_and_the_address_are_missing(
    tmp_path: Path, text: str
) -> None:
    assert told(tmp_path, ruled(text)) == EMPTY


def test_with_all_lines_it_is_read(tmp_path: Path, text: str) -> None:
    whole = ruled(uncommented(text))
    assert told(tmp_path / "empty", whole) == EMPTY
    filled = whole.replace("{uz: , ru: , en: }", "{ru: Журнал}")
    filled = filled.replace("  url:   ", "  url: https://example.org/rules ")
    assert told(tmp_path / "filled", filled) == []


def names(record: Record[Any], before: str = "") -> Iterator[str]:
    for field in record.fields:
        shape = field.shape.item if isinstance(field.shape, ListOf) else field.shape
        yield f"{before}{field.name}"
        if isinstance(shape, Record) and shape is not LOOK:
            yield from names(shape, f"{before}{field.name}.")


def given(value: Any, before: str = "") -> Iterator[str]:
    for each in value if isinstance(value, list) else [value]:
        for name, inner in each.items() if isinstance(each, dict) else ():
            yield f"{before}{name}"
            yield from given(inner, f"{before}{name}.")


def test_every_field_of_the_loader_is_in_it(text: str) -> None:
    found = set(given(yaml.safe_load(uncommented(text))))
    # The top level's `romanised` is the same record as that of a list: one of them shows it whole.
    found |= {each.removeprefix("lists.") for each in found if each.startswith("lists.romanised")}
    set_off = {f"type.{each.name}" for each in LOOK.fields}  # no journal has all its text in bold
    assert sorted(set(names(PROFILE)) - found - set_off) == []
    looks = {each.rpartition(".")[2] for each in found if each.startswith("type.")}
    assert {each.name for each in LOOK.fields} <= looks


@pytest.mark.parametrize("wanted", ["gost-notes", "bgn-pcgn", "ojs-3.4", "author-data", "uz-cyrl"])
def test_what_can_be_chosen_is_named(text: str, wanted: str) -> None:
    assert wanted in text


def test_its_remarks_are_soon_read(text: str) -> None:
    remarks = [
        line[2:] if line.startswith("##") else line.lstrip("#").partition(" #")[2]
        for line in text.splitlines()[1:]
    ]
    assert sum(len(each.split()) for each in remarks) < 250
