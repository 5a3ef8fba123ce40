"""The languages kept in step, through the command line."""

from __future__ import annotations

import datetime
import json
import os
from pathlib import Path
from typing import Any

import pytest

from workshop import ask, call, copy_sound, replace

OPENING = "content/sections/01-opening"
NETWORK = "content/sections/02-network"
LOCK = "content/languages.lock"
DAY = datetime.datetime(2026, 6, 7, 12, tzinfo=datetime.UTC).timestamp()
TODAY = datetime.datetime.now(tz=datetime.UTC).date().isoformat()


@pytest.fixture
def review(tmp_path: Path) -> Path:
    return copy_sound(tmp_path / "review")


def edit(path: Path, old: str, new: str) -> None:
    """Change a text on a day of the past."""
    replace(path, old, new)
    os.utime(path, (DAY, DAY))


def told(root: Path, *arguments: str) -> list[tuple[str, str, int, str]]:
    """Return what `check` tells: code, file, line, message."""
    found = ask("check", "--project", root, *arguments).data
    return [(each["code"], each["file"], each["line"], each["message"]) for each in found]


def stale(root: Path) -> list[str]:
    """Return the files of which `check` says that they are stale."""
    found = told(root)
    assert {code for code, *_ in found} <= {"stale-translation"}
    return [file for _, file, _, _ in found]


def recorded(root: Path, language: str, paragraph: int = 2) -> Any:
    lock = json.loads((root / LOCK).read_text(encoding="utf-8"))
    return next(
        each
        for each in lock["paragraphs"]
        if (each["section"], each["language"]) == ("opening", language)
        and each["paragraph"] == paragraph
    )


def test_an_edited_text_makes_the_others_stale_until_they_follow(review: Path) -> None:
    edit(review / OPENING / "en.md", "Building began", "Digging began")
    change = (
        "paragraph 1 of `opening` has not followed English, changed 2026-06-07: “[Building → "
        'Digging] began {{ fact("construction-began").when }} '
        '{{ fact("construction-began").cite }}.”'
    )
    expected = [("stale-translation", f"{OPENING}/{code}.md", 3, change) for code in ("ru", "uz")]
    assert told(review) == expected
    os.utime(review / OPENING / "en.md")  # the day is in the lock now, and not the file's
    assert told(review) == expected
    edit(review / OPENING / "ru.md", "Строительство началось", "Рыть начали")
    assert told(review) == [
        (
            *expected[1][:3],
            "paragraph 1 of `opening` has not followed Russian, changed 2026-06-07: "
            '“[Строительство началось → Рыть начали] {{ fact("construction-began").when }} '
            '{{ fact("construction-began").cite }}. Первая”; '
            + change.removeprefix("paragraph 1 of `opening` has not followed "),
        )
    ]
    done = call("confirm", "01-opening", "uz", "--project", review)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "confirmed 2 texts of `opening` in `uz`; 1 had been stale\n"
    assert told(review) == []
    assert recorded(review, "uz")["confirmed"] == TODAY
    assert recorded(review, "uz")["written"] == "2026-03-02"
    assert json.loads((review / LOCK).read_text(encoding="utf-8"))["before"] == []


def test_a_second_edit_is_found_after_all_were_edited(review: Path) -> None:
    for code, old, new in (
        ("en", "Building began", "Digging began"),
        ("ru", "Строительство началось", "Рыть начали"),
        ("uz", "Metro qurilishi", "Metroni qurish"),
    ):
        edit(review / OPENING / f"{code}.md", old, new)
    assert told(review) == []  # and notes it
    edit(review / OPENING / "en.md", "Digging began", "Work began")
    assert stale(review) == [f"{OPENING}/ru.md", f"{OPENING}/uz.md"]


def test_new_and_moved_paragraphs_make_nothing_stale(review: Path) -> None:
    for code in ("uz", "ru", "en"):
        path = review / OPENING / f"{code}.md"
        heading, text, table = path.read_text(encoding="utf-8").split("\n\n")
        path.write_text(f"{heading}\n\nAbc.\n\n{table}\n{text}\n", encoding="utf-8")
    assert told(review) == []
    assert recorded(review, "en")["text"] == "Abc."
    assert recorded(review, "en", 3)["written"] == "2026-03-02"
    for code in ("uz", "ru", "en"):
        path = review / OPENING / f"{code}.md"
        heading, new, table, text = path.read_text(encoding="utf-8").split("\n\n")
        path.write_text(f"{heading}\n\n{text}\n{table}\n\n{new}\n", encoding="utf-8")
    edit(review / OPENING / "ru.md", "Abc.", "Где.")
    assert stale(review) == [f"{OPENING}/en.md", f"{OPENING}/uz.md"]


def test_other_line_breaks_are_no_change(review: Path) -> None:
    replace(review / OPENING / "en.md", "Building began", "Building\nbegan")
    assert told(review) == []


def test_a_build_tells_and_writes_nothing_into_the_content(review: Path) -> None:
    edit(review / OPENING / "en.md", "Building began", "Digging began")
    before = (review / LOCK).read_bytes()
    answer = ask("build", "--format", "html", "--language", "en", "--project", review)
    assert answer.code == 0
    assert [each["code"] for each in answer.data["problems"]] == ["stale-translation"] * 2
    assert (review / LOCK).read_bytes() == before
    report = json.loads((review / "output" / "report.json").read_text(encoding="utf-8"))
    assert report["languages"]["confirmed"] is True
    assert report["languages"]["texts"] == 15
    first, second = report["languages"]["stale"]
    assert first == {
        "section": "opening",
        "block": "paragraph 1",
        "language": "uz",
        "file": f"{OPENING}/uz.md",
        "line": 3,
        "confirmed": "2026-03-02",
        "changes": [
            {
                "language": "en",
                "since": "2026-06-07",
                "what": '“[Building → Digging] began {{ fact("construction-began").when }} '
                '{{ fact("construction-began").cite }}.”',
                "file": f"{OPENING}/en.md",
                "line": 3,
            }
        ],
    }
    assert second["language"] == "ru"
    confirmed = ask("confirm", "--all", "--project", review)
    assert confirmed.data == {"confirmed": True, "problems": []}
    again = ask("build", "--format", "html", "--language", "en", "--project", review)
    assert again.data["problems"] == []
    report = json.loads((review / "output" / "report.json").read_text(encoding="utf-8"))
    assert report["languages"]["stale"] == []


def test_the_first_lock(review: Path) -> None:
    before = (review / LOCK).read_bytes()
    (review / LOCK).unlink()
    done = call("confirm", "opening", "uz", "--project", review)
    assert done.returncode == 1
    assert done.stderr == (
        f"{LOCK}: error[never-confirmed]: there is no lock yet: a single section cannot be "
        "confirmed\n"
        "    read the languages side by side, then run `./build.py confirm --all`\n"
        "1 error\n"
    )
    assert not (review / LOCK).exists()
    assert [code for code, *_ in told(review)] == ["never-confirmed"]
    assert not (review / LOCK).exists()
    done = call("confirm", "--all", "--project", review)
    assert (done.returncode, done.stdout) == (0, "confirmed 15 texts; 0 had been stale\n")
    first = (review / LOCK).read_bytes()
    assert first != before  # the days are today's
    assert call("confirm", "--all", "--project", review).returncode == 0
    assert (review / LOCK).read_bytes() == first
    assert told(review) == []


@pytest.mark.parametrize(
    ("arguments", "code", "error"),
    [
        (["opening"], 2, "name a SECTION and a LANGUAGE, or give --all alone"),
        ([], 2, "name a SECTION and a LANGUAGE, or give --all alone"),
        (["opening", "uz", "--all"], 2, "name a SECTION and a LANGUAGE, or give --all alone"),
        (["openin", "uz"], 1, "error[unknown-section]: the review has no section `openin`"),
        (["opening", "de"], 1, "error[unknown-language]: the review has no language `de`"),
    ],
)
def test_what_cannot_be_confirmed(
    review: Path, arguments: list[str], code: int, error: str
) -> None:
    before = (review / LOCK).read_bytes()
    done = call("confirm", *arguments, "--project", review)
    assert done.returncode == code
    assert error in done.stderr
    assert (review / LOCK).read_bytes() == before


def test_languages_that_differ_are_not_confirmed(review: Path) -> None:
    replace(review / OPENING / "uz.md", '{{ fact("first-in-region").cite }}', "")
    before = (review / LOCK).read_bytes()
    done = call("confirm", "--all", "--project", review)
    assert done.returncode == 1
    assert f"{OPENING}/uz.md:3: error[facts-differ]" in done.stderr
    assert (review / LOCK).read_bytes() == before


def test_the_help_of_confirm() -> None:
    done = call("confirm", "--help")
    assert done.returncode == 0
    assert "SECTION" in done.stdout
    assert "--all" in done.stdout
    assert "exit codes:" in done.stdout


def test_a_paragraph_that_is_missing_is_told_where_it_should_stand(review: Path) -> None:
    for code in ("uz", "ru", "en"):
        path = review / OPENING / f"{code}.md"
        new = "" if code == "ru" else '\nA {{ cite("akhmedov1980") }}.\n'
        path.write_text(path.read_text(encoding="utf-8") + new, encoding="utf-8")
    assert told(review) == [
        (
            "missing-paragraph",
            f"{OPENING}/ru.md",
            6,
            "paragraph 2 of `opening`, as Uzbek and English have it, is missing here: "
            '“A {{ cite("akhmedov1980") }}.”',
        )
    ]


def test_what_one_language_says_alone_is_told_there(review: Path) -> None:
    replace(
        review / OPENING / "en.md",
        "It is called",
        '{{ fact("third-line").when }} {{ cite("akhmedov1980") }}. It is called',
    )
    assert told(review) == [
        (
            "facts-differ",
            f"{OPENING}/en.md",
            3,
            "paragraph 1 of `opening` uses the fact `third-line` in English alone",
        )
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            '; for earlier plans see {{ cite("akhmedov1980", page="12") }}',
            "",
            "does not cite `akhmedov1980` (number 3 there), as Uzbek and Russian do",
        ),
        (
            '{{ cite("akhmedov1980", page="12") }}',
            '{{ cite("akhmedov1980", "petrov2008") }}',
            "cites `petrov2008` (number 4 here), which Uzbek and Russian do not",
        ),
        (
            '{{ fact("third-line").cite }}; for earlier plans see '
            '{{ cite("akhmedov1980", page="12") }}',
            '{{ cite("akhmedov1980", page="12") }}; {{ fact("third-line").cite }}',
            "cites the same works as Uzbek and Russian in another order: number 1 is "
            "`akhmedov1980`, and there `bulletin2002`",
        ),
    ],
)
def test_citations_are_the_same_in_the_same_order(
    review: Path, old: str, new: str, message: str
) -> None:
    replace(review / NETWORK / "en.md", old, new)
    assert told(review) == [
        ("citations-differ", f"{NETWORK}/en.md", 3, f"paragraph 1 of `network` {message}")
    ]


def test_a_date_that_one_language_does_not_print(review: Path) -> None:
    replace(review / OPENING / "en.md", ' {{ fact("first-line").when }}', "")
    assert told(review) == [
        (
            "numbers-differ",
            f"{OPENING}/en.md",
            3,
            "paragraph 1 of `opening` uses the number of `first-line` in Uzbek and Russian, "
            "but not here",
        )
    ]


def test_numbers_that_reach_the_finished_pages_otherwise(review: Path) -> None:
    """A typed number is a warning where no exceptions are listed; the pages are read."""
    (review / "content" / "exceptions.yaml").unlink()
    replace(review / OPENING / "ru.md", "Первая линия", "В мае 1977 г. первая линия")
    answer = ask("build", "--format", "html", "--project", review)
    assert answer.code == 1
    assert answer.data["made"] == []
    errors = [each for each in answer.data["problems"] if each["severity"] == "error"]
    assert [(each["code"], each["file"], each["line"]) for each in errors] == [
        ("numbers-differ", f"{OPENING}/ru.md", 3)
    ]
    assert errors[0]["message"] == (
        "paragraph 1 of `opening` prints “1977” twice instead of once, "
        "“мае” once instead of never, against Uzbek and English"
    )
