"""Dates told from the one before: by words, and by spans of time."""

from __future__ import annotations

import pytest

from intake.recognise.gold import TAGS, recogniser
from uchtil.intake.comparing.passages import passages
from uchtil.intake.recognise import FindKind, Relative


def dates(paragraph: str, code: str, year: int | None = None) -> list[str]:
    """Return the dates of a paragraph's last sentence."""
    passage = list(passages([paragraph], TAGS[code], recogniser(), year))[-1]
    return [str(each.value) for each in passage.of(FindKind.DATE)]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("en", "They met in 1998. On 2 March of that year it rained.", ["1998-03-02"]),
        ("en", "They met in 1998. The year before, trade fell.", ["1997"]),
        ("en", "They met on 5 May 1998. That evening it rained.", ["1998-05-05"]),
        ("en", "They met on 31 May 1998. The next day it rained.", ["1998-06-01"]),
        ("ru", "Встретились в 1998 году. За тот год выпал дождь.", ["1998"]),
        ("ru", "Встретились 5 мая 1998 года. В тот вечер шёл дождь.", ["1998-05-05"]),
        (
            "ru",
            "В 2017 г. торговля прибавила против предыдущего почти треть.",
            ["2017", "2016"],
        ),
        ("en", "They met on 5 May 1998. On the ninth of that month it rained.", ["1998-05-09"]),
        ("en", "They met in May 1998. The following May it rained.", ["1999-05"]),
        ("en", "They met in May 1998. The following autumn it rained.", ["1998-09/1998-11"]),
        ("en", "He stayed from 1993 to 2000. On 17 April of that year it rained.", ["2000-04-17"]),
        ("en", "They met in 1998. The following year, on 2 March, it rained.", ["1999-03-02"]),
        ("ru", "Встретились 5 мая 1998 года. В том же месяце шёл дождь.", ["1998-05"]),
        ("ru", "Встретились в мае 1998 года. Летом того же года шёл дождь.", ["1998-06/1998-08"]),
        ("uz", "Ular 1998-yil 5-mayda uchrashdi. Oʻsha oyda yomgʻir yogʻdi.", ["1998-05"]),
        ("uz", "Ular 1998-yil mayda uchrashdi. Oʻsha oyning 31-kunida ham.", ["1998-05-31"]),
        ("uz", "Ular 1998-yil iyunda uchrashdi. Oʻsha oyning 31-kunida ham.", ["rel:month-31"]),
        ("uz", "Ular 1998-yilda uchrashdi. Oʻsha yilning dekabrida yomgʻir yogʻdi.", ["1998-12"]),
        ("uz", "Ular 1998-yil 5-mayda uchrashdi. Shu kuni yomgʻir yogʻdi.", ["1998-05-05"]),
        ("uz", "Ular 2001-yilda uchrashdi. Kelasi yilning 9-sentabrida ham.", ["2002-09-09"]),
    ],
)
def test_a_date_is_told_from_the_one_before(code: str, text: str, wanted: list[str]) -> None:
    assert dates(text, code) == wanted


def test_two_dates_that_share_the_words_are_of_one_year() -> None:
    text = "They met in 2018, and came back in May and again in October of the following year."
    assert dates(text, "en") == ["2018", "2019-05", "2019-10"]


def test_a_day_of_a_period_is_counted_from_its_first() -> None:
    visit = "5 и 6 декабря 2021 года он приехал, и на {} день подписали декларацию."
    assert dates(visit.format("второй"), "ru") == ["2021-12-05/2021-12-06", "2021-12-06"]
    assert dates(visit.format("последний"), "ru") == ["2021-12-05/2021-12-06", "2021-12-06"]
    # The period has no third day.
    assert dates(visit.format("третий"), "ru") == ["2021-12-05/2021-12-06", "rel:day+2"]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("en", "In 2018 it grew more than in 2017. That year it rained."),
        ("ru", "За 2018 год выросло больше, чем в 2017-м. В тот год шёл дождь."),
        ("uz", "2018-yilda savdo 2017-yildagidan koʻp boʻldi. Oʻsha yili yomgʻir yogʻdi."),
        ("uz", "2018-yilda savdo 2017-yilga nisbatan oʻsdi. Oʻsha yili yomgʻir yogʻdi."),
    ],
)
def test_a_text_does_not_go_on_from_what_it_only_compares_with(code: str, text: str) -> None:
    assert dates(text, code) == ["2018"]


def test_a_text_goes_on_from_a_date_for_three_sentences() -> None:
    text = "They met in 1998. It rained. It rained on. In May it was dry."
    assert dates(text, "en") == ["1998-05"]
    assert dates(text.replace("rained on.", "rained on. It snowed."), "en") == ["rel:?-05"]


def test_last_year_is_told_from_the_year_of_the_text() -> None:
    assert dates("They met in 1998. Last year it rained.", "en", 2024) == ["2023"]
    assert dates("They met in 1998. The previous year it rained.", "en", 2024) == ["1997"]
    assert dates("Last year it rained.", "en") == [str(Relative(years=-1))]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("They met in 1998. Six years later, in May, it rained.", ["2004", "2004-05"]),
        ("They met in 1998. Six years later, in 2004, it rained.", ["2004"]),
        ("They met in May 1998. Five months earlier it rained.", ["1997-12"]),
        ("They met in 1998. It rained for six years.", []),
        ("They met on 30 May 1998. Two weeks later it rained.", ["1998-06-13"]),
        ("They met in May 1998. Two weeks later it rained.", []),
    ],
)
def test_a_span_of_time_goes_on_or_back_from_a_date(text: str, wanted: list[str]) -> None:
    assert dates(text, "en") == wanted


def test_from_and_to_are_one_period_whatever_stands_between() -> None:
    assert dates("с 17 апреля 2000 г. и вплоть до 2008 г.", "ru") == ["2000-04-17/2008"]
    assert dates("from 6 January 2016, they say, to 2018", "en") == ["2016-01-06/..", "2018"]


def test_until_a_date_nothing_was_done_is_the_date_that_it_was_done_on() -> None:
    assert dates("The work did not begin until 2005.", "en") == ["2005"]
    assert dates("The work went on until 2005.", "en") == ["../2005"]


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("By Jane Sample, The Courier, 14 June 2025", "2024"),
        ("Prices rose to 12 dollars by 2030", "rel:-1"),
        ("Six texts of 1998 and 2003", "rel:-1"),
        ("It is told here, " + "at great length, " * 5 + "how the two met in 1998", "rel:-1"),
    ],
)
def test_the_line_of_the_author_tells_when_a_text_was_written(head: str, wanted: str) -> None:
    told = passages([f"{head}.", "It is dry. Last year it rained."], TAGS["en"], recogniser())
    assert [str(each.value) for each in list(told)[-1].of(FindKind.DATE)] == [wanted]
