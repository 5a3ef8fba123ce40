"""Short abstracts, and texts in a language that the review is not written in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from specimens import references, sound, words
from uchtil.checks.metadata import check_metadata
from uchtil.checks.parity import rows_of
from uchtil.model import Project, Summary
from uchtil.problems import Location, Problems
from uchtil.render import Article, render_article

HERE = Location(file="content/review.yaml", line=90)
KEYWORDS = tuple("абвгде")
ABSTRACT = " ".join(["сөз"] * 150)


def review(**changes: Any) -> Project:
    project = sound()
    return replace(project, review=replace(project.review, **changes))


def summary(**changes: Any) -> Summary:
    given = {"title": "Т", "abstract": ABSTRACT, "keywords": KEYWORDS, **changes}
    return Summary(language="kk", where=HERE, **given)


def told(project: Project) -> list[str]:
    problems = Problems()
    article = render_article(project, references(), problems)
    check_metadata(project, article, problems)
    return [str(each) for each in problems]


def rendered(project: Project) -> Article:
    return render_article(project, references(), Problems())


def test_a_short_abstract_is_rendered_and_printed_nowhere() -> None:
    short = {code: f"{{{{ fact_count }}}} {code}" for code in ("uz", "ru", "en")}
    article, without = rendered(review(abstract_short=short)), rendered(review())
    assert article.parts["en"].abstract_short == "7 en"
    assert without.parts["en"].abstract_short == ""
    assert article.uses == without.uses
    assert [use.id for use in article.unprinted] == ["fact_count"] * 3
    assert {use.section for use in article.unprinted} == {"abstract-short"}


def test_a_long_abstract_is_compared_like_any_other_and_has_a_length_of_its_own() -> None:
    long = dict.fromkeys(("uz", "ru", "en"), "{{ fact_count }} " + "word " * 249)
    project = review(abstract_long=long)
    article = rendered(project)
    assert article.parts["en"].abstract_long.startswith("7 word")
    assert article.parts["en"].abstract_short == ""
    assert [use.section for use in article.unprinted] == ["abstract-long"] * 3
    rows = [each for each in rows_of(project, article) if each.section == "abstract-long"]
    assert [sorted(each.blocks) for each in rows] == [["en", "ru", "uz"]]
    assert told(project) == []
    assert told(review(abstract_long={**long, "en": "word"})) == [
        f"{sound().review.where}: warning[abstract-length]: the English long abstract has 1 "
        "words; journals ask for 250 to 300"
    ]


def test_the_length_of_a_short_abstract_is_that_of_what_is_printed() -> None:
    # As written it has two words more: the braces.
    fits = dict.fromkeys(("uz", "ru", "en"), "{{ fact_count }} " + "word " * 49)
    assert told(review(abstract_short=fits)) == []
    assert told(review(abstract_short={**words("w"), "uz": fits["uz"], "ru": fits["ru"]})) == [
        f"{sound().review.where}: warning[abstract-length]: the English short abstract has 2 "
        "words; journals ask for 40 to 50"
    ]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({}, ""),
        (
            {"abstract": "сөз"},
            "warning[abstract-length]: the Kazakh abstract has 1 words; journals ask for 150 to "
            "250",
        ),
        (
            {"abstract_short": "сөз сөз"},
            "warning[abstract-length]: the Kazakh short abstract has 2 words; journals ask for "
            "40 to 50",
        ),
        (
            {"abstract_long": "сөз сөз"},
            "warning[abstract-length]: the Kazakh long abstract has 2 words; journals ask for "
            "250 to 300",
        ),
        (
            {"keywords": KEYWORDS[:5]},
            "warning[keyword-count]: there are 5 Kazakh keywords; journals ask for 6 to 10",
        ),
        (
            {"keywords": (*KEYWORDS[:5], "тaрих")},
            "error[mixed-script]: `тaрих` mixes scripts: Latin `a` (U+0061) in a Cyrillic word\n"
            "    write `тарих` in Cyrillic letters",
        ),
        (
            {"title": "Екі метро"},
            "error[metadata-differs]: the Kazakh `title` prints “2”, against Russian\n"
            "    compare it with content/review.yaml:1",
        ),
        (
            {"abstract": f"{ABSTRACT} 1977 жыл"},
            "error[metadata-differs]: the Kazakh `abstract` prints “1977” and lacks “7”, against "
            "Russian\n    compare it with content/review.yaml:1",
        ),
    ],
)
def test_what_is_told_of_kazakh(changes: dict[str, str], message: str) -> None:
    count = "{{ fact_count }}" if "жыл" in changes.get("abstract", "") else ""
    project = review(
        title=words("metro"),
        abstract=words(f"text {count}"),
        metadata={"kk": summary(**changes)},
        where=Location(file="content/review.yaml", line=1),
        places={},
    )
    assert told(project) == ([f"{HERE}: {message}"] if message else [])


def test_ways_of_speaking_are_not_compared() -> None:
    project = sound()
    assert project.typed_numbers is not None
    excepted = next(each for each in project.typed_numbers if each.language == "ru")
    text = {**words("text"), "ru": f"Так {excepted.words}."}
    kk = {"kk": summary()}
    assert told(review(title=words("metro"), abstract=text, metadata=kk)) == []
