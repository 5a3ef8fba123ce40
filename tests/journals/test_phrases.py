"""What a profile says to the author, in the manuscript's language and script."""

from __future__ import annotations

import pytest

from uchtil.journals.phrases import noted
from uchtil.model.profiles import Note

NOTE = Note(
    text={
        "uz": "Zenododa DOI oling va content/review.yaml faylidagi `doi` maydoniga yozing",
        "en": "Reserve a DOI",
    }
)


@pytest.mark.parametrize(
    ("code", "wanted"),
    [
        ("uz", NOTE.text["uz"]),
        ("uz-cyrl", "Zenodoда DOI олинг ва content/review.yaml файлидаги `doi` майдонига ёзинг"),
        ("ru", "Reserve a DOI"),
    ],
)
def test_a_note_is_written_in_the_script_of_the_manuscript(code: str, wanted: str) -> None:
    assert noted(NOTE, code) == wanted


def test_what_stands_in_no_language_is_left_as_it_is() -> None:
    assert noted(Note(text={"": "Ask the editors"}), "uz-cyrl") == "Ask the editors"
