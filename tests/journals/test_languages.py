"""What a profile asks of "the other languages", for manuscripts in each."""

from pathlib import Path

import pytest

from uchtil.journals.languages import profile_for
from uchtil.load.profiles import load_profile
from uchtil.model.profiles import Profile
from uchtil.problems import Problems

TEMPLATES = Path(__file__).parents[2] / "templates"


def _profile(name: str, code: str) -> Profile:
    profile = load_profile(TEMPLATES.parent, TEMPLATES, name, Problems())
    assert profile is not None
    return profile_for(profile, code)


def _front(profile: Profile) -> list[str]:
    return [f"{each.block.value}:{each.language}".rstrip(":") for each in profile.front]


@pytest.mark.parametrize(
    ("code", "others"), [("uz", ("ru", "en")), ("ru", ("uz", "en")), ("en", ("uz", "ru"))]
)
def test_the_other_languages_are_those_of_manuscripts_but_its_own(
    code: str, others: tuple[str, ...]
) -> None:
    profile = _profile("ozbekiston-tarixi", code)

    assert profile.abstract.languages == others
    assert _front(profile)[-2:] == [f"abstract:{each}" for each in others]


def test_blocks_for_the_other_languages_stand_language_by_language() -> None:
    assert _front(_profile("otan-tarikhy", "ru"))[-5:] == [
        "title:en",
        "authors:en",
        "affiliations:en",
        "abstract:en",
        "keywords:en",
    ]
    after = _profile("zenodo-preprint", "en").after
    assert [(each.block.value, each.language) for each in after] == [
        ("title", "ru"),
        ("abstract", "ru"),
        ("keywords", "ru"),
        ("title", "uz"),
        ("abstract", "uz"),
        ("keywords", "uz"),
    ]


def test_in_cyrillic_what_is_asked_in_uzbek_is_asked_in_cyrillic() -> None:
    profile = _profile("tadqiqot-ijtimoiy-fanlar", "uz-cyrl")

    assert profile.abstract.languages == ("uz-cyrl", "ru", "en")
    assert "abstract:uz-cyrl" in _front(profile)
    assert not [each for each in _front(profile) if each.endswith(":uz")]


def test_what_names_no_other_language_stays_as_it_is() -> None:
    profile = load_profile(TEMPLATES.parent, TEMPLATES, "vak-history", Problems())
    assert profile is not None
    assert profile_for(profile, "ru").abstract == profile.abstract
    assert [each.block for each in profile_for(profile, "ru").front] == [
        each.block for each in profile.front
    ]


def test_what_the_manuscript_s_own_block_prints_is_not_printed_again() -> None:
    own = ["udc", "title", "authors", "affiliations", "contacts", "abstract", "keywords"]
    other = [f"{each}:en" for each in ("title", "authors", "affiliations", "abstract", "keywords")]

    assert _front(_profile("vak-history", "ru")) == own + other
    assert _front(_profile("vak-history", "en")) == own


def test_a_block_of_a_language_that_stands_alone_is_printed_in_it() -> None:
    profile = _profile("journalsnuu", "en")
    assert [(each.block.value, each.language) for each in profile.after] == [
        ("abstract", "ru"),
        ("abstract", "en"),
    ]
