from __future__ import annotations

from pathlib import Path

import pytest

from uchtil.load import load
from uchtil.load.remarks import REMARK_FILE
from uchtil.model import Passage, Remark, RemarkKind, Severity
from uchtil.problems import Location, Problems

from .conftest import Read, change, told

FILE = "content/remarks.yaml"
TEXT = """\
remarks:
  - id: two-dates
    kind: conflict
    severity: serious
    facts: [opening]
    references: [karimova2019]
    passages:
      - {source: petrov2008, anchor: в ноябре}
    statement:
      uz: a
      ru: >-
        б
      en: c
    handling: {uz: d, ru: е, en: f}
"""


def at(line: int, column: int) -> Location:
    return Location(file="a.yaml", line=line, column=column)


def test_a_remark(read: Read) -> None:
    remarks, problems = read(REMARK_FILE, TEXT)
    assert problems == []
    assert [entry.record for entry in remarks] == [
        Remark(
            id="two-dates",
            kind=RemarkKind.CONFLICT,
            severity=Severity.SERIOUS,
            facts=("opening",),
            references=("karimova2019",),
            passages=(Passage(source="petrov2008", anchor="в ноябре", where=at(8, 38)),),
            statement={"uz": "a", "ru": "б", "en": "c"},
            handling={"uz": "d", "ru": "е", "en": "f"},
            where=at(2, 9),
        )
    ]
    places = remarks[0].record.places
    assert places["references"] == at(6, 17)
    assert places["handling.ru"] == at(14, 27)
    assert places["statement.ru"] == Location(file="a.yaml", line=12)  # below the sign


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "kind: conflict",
            "kind: conflct",
            "a.yaml:3:11: error[unknown-choice]: `conflct` cannot be `kind` of the remark "
            "`two-dates`\n    did you mean `conflict`? write one of: conflict, undated, misprint, "
            "damage, wrong-name, orphan-citation, uncited-list, duplicate-work, "
            "misplaced-citation, numbering, keyword-only, unsupported, stale-text, missing-data",
        ),
        (
            "severity: serious",
            "severity: grave",
            "a.yaml:4:15: error[unknown-choice]: `grave` cannot be `severity` of the remark "
            "`two-dates`\n    write one of: serious, moderate, slight",
        ),
        (
            "    passages:\n      - {source: petrov2008, anchor: в ноябре}\n",
            "",
            "a.yaml:2:5: error[remark-without-passage]: the remark `two-dates` has no `passages`\n"
            "    add `passages:` (where it is seen)",
        ),
        (
            "в ноябре",
            "a b c d e f g h i j k",
            "a.yaml:8:38: error[long-anchor]: the anchor has 11 words; 10 at most are allowed\n"
            "    keep only the words that pin the passage",
        ),
        (
            "{uz: d, ru: е, en: f}",
            "{uz: d, ru: е}",
            "a.yaml:14:15: error[missing-translation]: `handling` of the remark `two-dates` has "
            "no English text\n    add `en:`",
        ),
    ],
)
def test_what_is_wrong(read: Read, before: str, after: str, message: str) -> None:
    assert TEXT.count(before) == 1
    assert read(REMARK_FILE, TEXT.replace(before, after))[1] == [message]


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        (
            "facts: [second-line]",
            "facts: [secnd-line]",
            f"{FILE}:6:13: error[unknown-fact]: unknown fact `secnd-line`\n"
            "    did you mean `second-line`?",
        ),
        (
            "{source: petrov2008,",
            "{source: petrov,",
            f"{FILE}:9:18: error[unknown-source]: unknown source `petrov`\n"
            "    did you mean `petrov2008`?",
        ),
        (
            "id: first-in-region-unsupported",
            "id: day-of-second-line",
            f"{FILE}:19:9: error[duplicate-remark]: the remark `day-of-second-line` stands twice, "
            f"first at {FILE}:3:9\n    give one of them another id, or make them one",
        ),
    ],
)
def test_what_no_single_record_can_tell(
    project: Path, before: str, after: str, message: str
) -> None:
    change(project, FILE, before, after)
    problems = Problems()
    loaded = load(project, problems)
    assert told(problems) == [message]
    assert loaded.project is not None
    if "duplicate" not in message:
        assert loaded.broken["remarks"] == {"day-of-second-line"}
        assert list(loaded.project.remarks) == ["first-in-region-unsupported"]


def test_a_review_may_do_without_remarks_and_exceptions(project: Path) -> None:
    (project / FILE).unlink()
    (project / "content/exceptions.yaml").unlink()
    problems = Problems()
    loaded = load(project, problems)
    assert told(problems) == []
    assert loaded.project is not None
    assert (loaded.project.remarks, loaded.project.typed_numbers) == ({}, None)
    assert loaded.broken["remarks"] == loaded.broken["exceptions"] == frozenset()


def test_a_file_of_remarks_that_cannot_be_read(project: Path) -> None:
    (project / FILE).write_text("remarks: [", encoding="utf-8")
    loaded = load(project, Problems())
    assert loaded.broken["remarks"] == {"*"}
