from __future__ import annotations

from pathlib import Path

from uchtil.load import load
from uchtil.load.exceptions import EXCEPTION_FILE
from uchtil.model import TypedNumber
from uchtil.problems import Location, Problems

from .conftest import Read, change, told

TEXT = """\
numbers:
  - language: en
    words: >-
      the two
      countries
    reason: those of the title
"""


def test_an_exception(read: Read) -> None:
    assert read(EXCEPTION_FILE, TEXT) == (
        (
            TypedNumber(
                language="en",
                words="the two countries",
                reason="those of the title",
                where=Location(file="a.yaml", line=3, column=12),
            ),
        ),
        [],
    )


def test_an_exception_needs_its_reason(read: Read) -> None:
    _, problems = read(EXCEPTION_FILE, "numbers: [{language: en, words: two}]")
    assert problems == [
        "a.yaml:1:11: error[missing-field]: the exception `two` has no `reason`\n"
        "    add `reason:` (why no fact gives it)"
    ]


def test_a_broken_exception_is_known_as_such(project: Path) -> None:
    change(project, "content/exceptions.yaml", "language: uz, words: ikki", "words: ikki")
    problems = Problems()
    loaded = load(project, problems)
    assert [each.partition(": ")[2].partition(":")[0] for each in told(problems)] == [
        "error[missing-field]"
    ]
    assert loaded.broken["exceptions"] == {"*"}
