"""Profiles of journals: the shipped ones, and what is told of a wrong one."""

from pathlib import Path

import pytest

from uchtil.load.profiles import METADATA_LANGUAGES, PACKAGE, load_profile, profile_names
from uchtil.model.profiles import Limits, Profile
from uchtil.problems import Problems

TEMPLATES = Path(__file__).parents[2] / "templates"

LEAST = """\
# yaml-language-server: $schema=../schemas/journal.json
id: mine
journal: {name: {en: Mine}}
rules: {url: https://example.org/rules, read: 2026-11}
languages: [en]
type: {font: Times New Roman}
front: [title]
citations: gost-numeric
package: [manuscript]
"""


def _load(tmp_path: Path, text: str) -> tuple[Profile | None, list[str]]:
    folder = tmp_path / "templates" / "journals"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    profile = load_profile(tmp_path / "templates", "mine", problems)
    return profile, [f"{each.code}: {each.message}" for each in problems]


@pytest.mark.parametrize("name", profile_names(TEMPLATES))
def test_shipped_profiles_are_whole(name: str) -> None:
    problems = Problems()
    profile = load_profile(TEMPLATES, name, problems)

    assert list(problems) == []
    assert profile is not None
    assert profile.journal.id == profile.id == name
    assert profile.rules.note
    assert set(profile.package) <= set(PACKAGE)
    asked = {each.language for each in (*profile.front, *profile.after)} - {"", "others"}
    assert asked <= set(METADATA_LANGUAGES)


def test_least_profile_rules_nothing(tmp_path: Path) -> None:
    profile, told = _load(tmp_path, LEAST)

    assert told == []
    assert profile is not None
    assert profile.title_words == Limits()
    assert (profile.lengths, profile.lists, profile.romanised) == ((), (), None)


def test_issn_with_a_wrong_check_digit_is_told(tmp_path: Path) -> None:
    profile, told = _load(
        tmp_path, LEAST.replace("name: {en: Mine}", "name: {en: Mine}, issn: 0263-4938")
    )
    assert profile is None
    assert told == [
        "wrong-value: `0263-4938` cannot be `issn` of `journal` of the profile `mine`: "
        "its check digit is wrong"
    ]


@pytest.mark.parametrize("issn", ["0263-4937", "1465-3354", "2434-561X"])
def test_issn_with_a_right_check_digit_is_read(tmp_path: Path, issn: str) -> None:
    profile, told = _load(
        tmp_path, LEAST.replace("name: {en: Mine}", f"name: {{en: Mine}}, issn: {issn}")
    )
    assert told == []
    assert profile is not None
    assert profile.journal.issn == issn


def test_language_of_a_block_is_checked(tmp_path: Path) -> None:
    profile, told = _load(tmp_path, LEAST.replace("[title]", "[title, abstract:other]"))

    assert profile is None
    assert len(told) == 1
    assert told[0].startswith("unknown-choice: `abstract:other` cannot be")


def test_works_may_be_put_into_latin_script_everywhere(tmp_path: Path) -> None:
    profile, told = _load(tmp_path, LEAST + "romanised: {systems: {uz-cyrl: uzbek-latin}}\n")

    assert told == []
    assert profile is not None
    assert profile.romanised is not None
    assert dict(profile.romanised.systems) == {"uz-Cyrl": "uzbek-latin"}
