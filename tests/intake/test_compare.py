"""Comparing: the gold sets, the reasons, and what must not be told."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from intake.comparison import TAGS, measure, shipped
from intake.strangers import HELD, TUNED, Counted, count, recognised, sentences
from uchtil.intake.comparing import Match
from uchtil.intake.comparing.points import POINTS
from uchtil.intake.recognise import FindKind


def told(*paragraphs: str, language: str = "en", year: int | None = None) -> tuple[Match, ...]:
    return shipped().compare(paragraphs, TAGS[language], year=year)


def answers(matches: tuple[Match, ...]) -> list[tuple[str, str]]:
    return [(each.verdict.value, each.fact) for each in matches]


def test_the_sentences_that_the_rules_were_made_with() -> None:
    score = measure("dev")
    assert (score.missed, score.wrong) == ([], [])


def test_the_sentences_that_were_not_looked_at() -> None:
    score = measure("held")
    assert score.precision >= 0.95
    assert score.recall >= 0.92


def test_texts_by_strangers_that_the_points_were_fitted_to() -> None:
    found = [count(name) for name in TUNED[::3]]  # all of them: bench/comparing.py
    assert precision(found) >= 0.91
    assert recall(found) >= 0.87


def test_texts_by_strangers_that_no_rule_was_made_for() -> None:
    found = [count(name) for name in HELD]
    assert precision(found) >= 0.91
    assert recall(found) >= 0.82
    dates = [recognised(name, FindKind.DATE) for name in HELD]
    assert precision(dates) >= 0.95
    assert recall(dates) >= 0.92


def test_what_texts_by_strangers_tell_of_dates_and_amounts() -> None:
    newest = TUNED[-12:]
    dates = [recognised(name, FindKind.DATE) for name in newest]
    assert precision(dates) >= 0.98
    assert recall(dates) >= 0.97
    amounts = [recognised(name, FindKind.AMOUNT) for name in newest]
    assert precision(amounts) >= 0.97
    assert recall(amounts) >= 0.96


def precision(found: Sequence[Counted]) -> float:
    hits = sum(each.hits for each in found)
    return hits / (hits + sum(len(each.wrong) for each in found))


def recall(found: Sequence[Counted]) -> float:
    hits = sum(each.hits for each in found)
    return hits / (hits + sum(len(each.missed) for each in found))


def test_reasons_anchor_and_place() -> None:
    (match,) = told(
        "Nothing is told here.",
        "On 14 June 2013 the two presidents signed the Treaty on Strategic Partnership.",
    )
    assert answers((match,)) == [("sharpens", "strategic-partnership-treaty-2013")]
    assert match.paragraph == 2
    assert len(match.anchor.split()) <= 10
    assert "14 June 2013" in match.anchor
    assert "same document: strategic-partnership-treaty" in match.why
    assert "a finer date: 2013-06-14, where the fact has 2013" in match.why


def test_words_that_stand_twice_are_pinned_by_their_paragraph() -> None:
    sentence = "In 2021 mutual trade turnover between the two countries reached US$4 billion."
    other = "It was cold. " + sentence
    (match,) = told(sentence, other)
    assert match.pinned
    assert match.paragraph in (1, 2)


def test_a_list_of_works_tells_nothing() -> None:
    assert (
        told(
            "References",
            "Smith A. The Treaty on Eternal Friendship was signed on 30 October 1998. "
            "https://example.org/a",
        )
        == ()
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Trade turnover between Kyrgyzstan and Kazakhstan reached US$4 billion in 2021.",
        "Trade turnover between Uzbekistan and Russia came to 4 billion dollars in 2021.",
        "The Treaty on Eternal Friendship was ratified on 10 December 1998.",
        "In 2021 the museum had 4 billion visitors.",
    ],
)
def test_what_is_of_something_else(sentence: str) -> None:
    assert [each for each in told(sentence) if each.fact] == []


def test_last_year_is_reckoned_where_the_year_of_the_text_is_known() -> None:
    sentence = "Last year mutual trade turnover between the two countries reached US$4 billion."
    (match,) = told(sentence, year=2022)
    assert answers((match,)) == [("confirms", "trade-2021")]


def test_a_date_that_is_only_measured_against_is_none() -> None:
    (match,) = told("2017-yilda oʻzaro savdo 2016-yilga nisbatan 31,2 foizga oʻsdi.", language="uz")
    assert answers((match,)) == [("confirms", "trade-growth-2017")]


@pytest.mark.parametrize(
    ("sentence", "language", "wanted"),
    [
        (
            "По подсчётам Икрома Хайруллаева, инвестиции из Казахстана за 2017–2023 годы выросли "
            "в 23 раза.",
            "ru",
            ("known", "kazakh-investment-growth"),
        ),
        (
            "По данным Комитета статистики, в 2017 году взаимная торговля двух стран выросла на "
            "31,2 %.",
            "ru",
            ("confirms", "trade-growth-2017"),
        ),
    ],
)
def test_what_is_told_after_a_known_author_is_no_new_witness(
    sentence: str, language: str, wanted: tuple[str, str]
) -> None:
    """Told after somebody whom the review does not have, it is a witness, and that is said."""
    (match,) = told(sentence, language=language)
    assert answers((match,)) == [wanted]
    assert any(each.startswith("given to another") for each in match.why)


def test_every_sign_has_its_points() -> None:
    names = {
        name
        for text in ("uz-news", "ru-note", "en-brief")
        for passage, _ in sentences(text)
        for pairing in shipped().pairings(passage)
        for name in pairing.signs
    }
    assert names == set(POINTS)


def test_a_date_is_reckoned_from_the_one_before() -> None:
    found = told(
        "The treaty on demarcation was long in coming. Talks on the demarcation of the border "
        "were held in Almaty in November 2018. In May of the following year experts met in Almaty "
        "for talks on the demarcation of the border again."
    )
    assert answers(found) == [
        ("confirms", "demarcation-talks-2018-11"),
        ("confirms", "demarcation-talks-2019-05"),
    ]
    assert "the date is reckoned from the date before" in found[1].why


def test_an_event_and_what_was_signed_at_it_are_told_in_one_sentence() -> None:
    found = told(
        "During the state visit of 22–23 March 2017 Shavkat Mirziyoyev and his hosts signed trade "
        "contracts and investment agreements worth a total of 1 billion dollars in Kazakhstan."
    )
    assert set(answers(found)) == {
        ("confirms", "visit-mirziyoyev-2017"),
        ("confirms", "contracts-2017"),
    }


def test_of_two_dates_each_act_may_have_its_own() -> None:
    found = told(
        "Building of the Darbaza–Maktaaral railway began in November 2023, and the line is to be "
        "opened in 2026."
    )
    assert set(answers(found)) == {("confirms", "darbaza-start"), ("disputes", "darbaza-launch")}


def test_a_measure_told_beside_one_that_is_known_is_new() -> None:
    found = told(
        "Trade turnover between the two countries was 1.5 billion dollars in 2016 and 2 billion "
        "dollars in 2017."
    )
    assert set(answers(found)) == {("adds", ""), ("confirms", "trade-2017")}


def test_a_goal_may_be_told_without_the_words_of_the_fact() -> None:
    found = told(
        "Trade turnover between the two countries was 2 billion dollars in 2017. "
        "The governments mean to bring it to ten billion by 2030."
    )
    assert answers(found) == [("confirms", "trade-2017"), ("sharpens", "trade-target-open")]


def test_a_treaty_named_for_its_articles_is_not_told_to_be_signed() -> None:
    found = told("The Treaty on Eternal Friendship consists of 26 articles.")
    assert answers(found) == [("confirms", "eternal-friendship-articles")]


def test_cyrillic_uzbek_is_compared_as_latin_is() -> None:
    (match,) = shipped().compare(
        (
            "1992 йил 24 июнь куни Туркистон шаҳрида дўстлик ва ҳамкорлик тўғрисидаги "
            "шартнома имзоланган.",
        ),
        "uz-Cyrl-UZ",
    )
    assert answers((match,)) == [("confirms", "friendship-treaty-1992")]
    assert "24 июнь" in match.anchor


def test_a_title_is_no_part_of_the_first_sentence() -> None:
    found = shipped().compare(
        (
            "Соседи\n\n22 декабря 2022 года в Ташкенте президенты подписали Договор о "
            "союзнических отношениях.",
        ),
        TAGS["ru"],
    )
    assert answers(found) == [("confirms", "allied-relations-treaty-2022")]
    assert found[0].anchor.startswith("22 декабря")


def test_what_is_told_after_a_source_of_ours_names_it() -> None:
    (match,) = told(
        "По данным Турсунова, дипломатические отношения между Узбекистаном и Казахстаном были "
        "установлены 23 ноября 1992 года.",
        language="ru",
    )
    assert answers((match,)) == [("known", "diplomatic-relations")]
    assert match.cites == ("tursunov2026",)


def test_a_day_since_which_something_lasts_is_no_day_within_it() -> None:
    """ "Since March 2017" tells nothing of talks in 2019."""
    found = told("Пассажиры ездят поездом Ташкент – Алма-Ата с 21 марта 2017 года.", language="ru")
    assert [each for each in found if each.fact] == []
