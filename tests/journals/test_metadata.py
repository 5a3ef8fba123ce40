"""Which of the abstracts that a review has a journal gets."""

from __future__ import annotations

from dataclasses import replace

import pytest

from specimens import references, sound
from uchtil.journals.metadata import metadata_for
from uchtil.load.profiles import load_profile
from uchtil.model.profiles import Limits
from uchtil.problems import Problems
from uchtil.render import render_article
from workshop import ROOT

TEMPLATES = ROOT / "templates"
CODES = ("uz", "ru", "en")


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        (Limits(), 150),
        (Limits(at_least=150, at_most=250), 150),
        (Limits(at_least=200, at_most=250), 250),
        (Limits(at_least=250, at_most=300), 250),
        (Limits(at_least=40, at_most=50), 45),
        (Limits(at_least=60, at_most=90), 150),  # none fits: the usual one, with its place
    ],
)
def test_the_first_abstract_that_fits_is_taken(limits: Limits, words: int) -> None:
    project = sound()
    texts = {
        field: dict.fromkeys(CODES, "word " * count)
        for field, count in (("abstract", 150), ("abstract_short", 45), ("abstract_long", 250))
    }
    review = replace(project.review, **texts)  # type: ignore[arg-type]
    article = render_article(replace(project, review=review), references(), Problems())
    profile = load_profile(ROOT, TEMPLATES, "central-asian-survey", Problems())
    assert profile is not None
    profile = replace(profile, abstract=replace(profile.abstract, words={"": limits}))

    said = metadata_for(profile, review, article, "en")["en"]

    assert len(said.metadata.abstract.split()) == words
    written = {"abstract_short": 45, "abstract": 150, "abstract_long": 250}
    assert list(said.lengths.items()) == list(written.items())
