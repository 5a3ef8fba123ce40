"""What is recognised and what is not, over the cases of tests/data/merge."""

from __future__ import annotations

import pytest

from uchtil.bibliography.merge import likeness, profile_of

from .conftest import cases, one

SAME, OTHER = cases("same.yaml"), cases("other.yaml")
LATER = cases("later.yaml", same=True), cases("later.yaml", same=False)


@pytest.mark.parametrize("case", [*SAME, *LATER[0]], ids=lambda case: case[0])
def test_one_work_is_recognised(case) -> None:
    _, first, second = case
    found = likeness(profile_of(first), profile_of(second))
    assert found.decision == "same", found
    assert likeness(profile_of(second), profile_of(first)).points == found.points


@pytest.mark.parametrize("case", [*OTHER, *LATER[1]], ids=lambda case: case[0])
def test_two_works_are_not_made_one(case) -> None:
    _, first, second = case
    found = likeness(profile_of(first), profile_of(second))
    assert found.decision != "same", found
    assert likeness(profile_of(second), profile_of(first)).points == found.points


def test_pairs_by_a_stranger() -> None:
    """Of works that are the same few are missed; of others none is taken for one."""
    same = [
        likeness(profile_of(first), profile_of(second)).decision
        for _, first, second in cases("strangers.yaml", same=True)
    ]
    other = [
        (why, likeness(profile_of(first), profile_of(second)).decision)
        for why, first, second in cases("strangers.yaml", same=False)
    ]
    assert (len(same), same.count("same"), same.count("doubtful")) == (22, 19, 2)
    assert [each for each in other if each[1] == "same"] == []
    assert len(other) == 18


def test_people_are_asked_seldom() -> None:
    asked = [
        why
        for why, first, second in OTHER
        if likeness(profile_of(first), profile_of(second)).decision == "doubtful"
    ]
    assert len(asked) <= 10, asked


def test_a_decision_tells_its_reasons() -> None:
    first = one(
        {
            "type": "article",
            "author": "Ионова, Е. П.",
            "title": "Внешняя политика стран региона",
            "date": "2018",
        }
    )
    second = one(
        {
            "type": "article",
            "author": "Ionova, E.",
            "title": "VNESHNIAIA POLITIKA STRAN REGIONA",
            "year": "2019",
        }
    )
    found = likeness(profile_of(first), profile_of(second))
    assert found.reasons == (
        "the title is the same but for script, transliteration, case or signs (+55)",
        "the authors agree (Ионова Е. П.) (+30)",
        "the year before or after (2018; 2019) (-22)",
    )
    assert (found.points, found.decision) == (66, "doubtful")


def test_editorials_of_a_journal_stay_apart() -> None:
    """The same title, author, journal and year tell nothing where the issue is another."""
    many = [
        one(
            {
                "type": "article",
                "title": "Editorial",
                "author": "Reeves, M.",
                "journal": "Central Asian Survey",
                "volume": str(at // 2),
                "number": str(at % 2),
                "year": "2017",
            }
        )
        for at in range(6)
    ]
    profiles = [profile_of(each) for each in many]
    found = {likeness(a, b).decision for at, a in enumerate(profiles) for b in profiles[:at]}
    assert "same" not in found


BOOK = {"type": "book", "title": "Istoriya Uzbekistana", "address": "Tashkent", "year": "2006"}
OURS = {"type": "book", "title": "История Узбекистана", "date": "2006"}


@pytest.mark.parametrize(
    ("author", "ours", "decision"),
    [
        ("Usmonov, Qahramon", "Усманов, К.", "same"),
        ("Usmonov, Q.", "Усманов, Қ.", "same"),
        ("Usmanbekov, K.", "Усманов, К.", "doubtful"),
        ("", "Усманов, К.", "doubtful"),
        ("Usmonov, Murod", "Усманов, К.", "new"),
        ("Valiev, K.", "Усманов, К.", "new"),
    ],
)
def test_a_short_title_of_one_year(author: str, ours: str, decision: str) -> None:
    """Title and year are enough to ask, unless the authors are certainly others."""
    first = one(BOOK | {"author": author} if author else BOOK)
    second = one(OURS | {"author": ours})
    assert likeness(profile_of(first), profile_of(second)).decision == decision
