"""Authors in the Cyrillic edition: their names come apart there too."""

from __future__ import annotations

from dataclasses import replace

from uchtil.load import load
from uchtil.model import Author
from uchtil.problems import Location, Problems
from uchtil.render.cyrillic import with_cyrillic
from workshop import SOUND


def test_family_names_in_cyrillic() -> None:
    project = load(SOUND, Problems()).project
    assert project is not None
    author = Author(
        name={"uz": "Toʻrayev Anvar"},
        family={"uz": "Toʻrayev"},
        affiliation={"uz": "Universitet"},
        where=Location(file="content/review.yaml"),
    )
    review = replace(project.review, authors=(author,))
    (turned,) = with_cyrillic(replace(project, review=review)).review.authors
    assert turned.parts("uz-cyrl") == ("Тўраев", "Анвар")
