"""Unknown words that are a name with a slip in it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from specimens import sound
from uchtil.checks.slips import Slips
from uchtil.model import Name
from uchtil.problems import Location

HERE = Location(file="content/names.yaml", line=1)
NAMES = {
    id_: Name(id=id_, type="place", forms={"uz": uz, "ru": ru, "en": en}, where=HERE)
    for id_, uz, ru, en in (
        ("kazakhstan", "Qozogʻiston", "Казахстан", "Kazakhstan"),
        ("uzbekistan", "Oʻzbekiston", "Узбекистан", "Uzbekistan"),
        ("astana", "Ostona", "Астана", "Astana"),
        ("osh", "Oʻsh", "Ош", "Osh"),
    )
}
PROJECT = replace(sound(), names=NAMES)


@pytest.mark.parametrize(
    ("code", "word", "right"),
    [
        ("uz", "Oʻzbekstonning", "Oʻzbekiston"),  # a letter is missing, and an ending is there
        ("uz", "Qozogʻistondaa", "Qozogʻiston"),
        ("ru", "Казакстаном", "Казахстан"),  # another letter
        ("ru", "Астанне", "Астана"),  # one too many
        ("en", "Kazahkstan", "Kazakhstan"),  # two in each other's place
        ("en", "Uzbekhistan’s", "Uzbekistan"),
        ("en", "Asttana", "Astana"),
        ("en", "Uzbkistn", "Uzbekistan"),  # two slips in a long name
        ("en", "Asttanna", ""),  # two in a short one
        ("en", "uzbkistan", ""),  # no capital
        ("en", "Ush", ""),  # too short to be told from other words
        ("en", "Turkestan", ""),
    ],
)
def test_the_nearest_name(code: str, word: str, right: str) -> None:
    slip = Slips(code, PROJECT).find(word)
    assert (slip.right if slip else "") == right


def test_what_a_source_is_called_is_a_name_without_an_id() -> None:
    slip = Slips("en", PROJECT).find("Karimowa")
    assert slip is not None
    assert (slip.right, slip.name) == ("Karimova", "")
