"""Other pages and files that a page of rules points to."""

from __future__ import annotations

import pytest

from uchtil.journals.guidelines.elsewhere import elsewhere
from uchtil.journals.guidelines.reading import read_guidelines
from uchtil.journals.guidelines.sayings import sayings
from uchtil.journals.guidelines.telling import screen


@pytest.mark.parametrize(
    ("said", "quote"),
    [
        ("Papers are set out in our style guide.", "set out in our style guide"),
        ("Please use the template.", "use the template"),
        ("For details see the submission guidelines.", "details see the submission guidelines"),
        (
            "They are set out according to the House Style Guide.",
            "according to the House Style Guide",
        ),
        ("Статья оформляется по шаблону журнала.", "Статья оформляется по шаблону"),
        ("Подробные требования изложены на сайте журнала.", "требования изложены на сайте"),
        ("Maqola shablon asosida tayyorlanadi.", "Maqola shablon asosida tayyorlanadi"),
    ],
)
def test_what_points_elsewhere(said: str, quote: str) -> None:
    (told,) = elsewhere(sayings([said]))
    assert (told.quote, told.at) == (quote, 0)


@pytest.mark.parametrize(
    "said",
    [
        "Sources found in this archive are cited in full.",
        "Подписи даются по образцу.",
        "Quyidagi namunalar asosida yozing.",
    ],
)
def test_what_does_not(said: str) -> None:
    assert list(elsewhere(sayings([said]))) == []


def test_it_is_told_on_the_screen() -> None:
    lines = list(screen(read_guidelines(["Please use the template."]), "a.yaml", "a.html", "a"))
    at = lines.index("the page points to others; read these, too:")
    assert lines[at + 1] == "    “use the template”"
    assert (
        "empty, and yours to fill in: journal.name, rules.url, languages, "
        "type.font (a likely one waits), front (a likely one waits), citations" in lines
    )
