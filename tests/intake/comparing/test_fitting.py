"""The date and the amount of a passage that fit a fact."""

from __future__ import annotations

import pytest

from intake.comparison import TAGS, shipped


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        # What came about not until a year, came about then.
        (
            "The treaty on demarcating the frontier between Uzbekistan and Kazakhstan was not "
            "signed until 2023.",
            "en",
            ("disputes", "demarcation-treaty-2022"),
        ),
        # A date of another clause is not that of an amount.
        (
            "More than 1,100 enterprises from Kazakhstan work in Uzbekistan, nearly five times as "
            "many as in 2016.",
            "en",
            ("confirms", "kazakh-enterprises"),
        ),
        # The act tells which date is its own.
        (
            "Пост «Навои» — «Капланбек» закрыли на модернизацию в ноябре 2022 года и открыли "
            "вновь 25 января 2025 года.",
            "ru",
            ("confirms", "qoplonbek-closed"),
        ),
    ],
)
def test_what_fits(text: str, language: str, wanted: tuple[str, str]) -> None:
    answers = [
        (each.verdict.value, each.fact) for each in shipped().compare((text,), TAGS[language])
    ]
    assert wanted in answers
