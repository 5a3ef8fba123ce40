"""``checks`` of the review: what may be said of a check."""

from __future__ import annotations

from pathlib import Path

import jsonschema
import pytest

from load.conftest import Read, change, told
from uchtil.load import load_project
from uchtil.load.rulings import Rulings
from uchtil.load.schema import schema_of
from uchtil.problems import Location, Problems, Ruling, Severity

WHOLE = """
dash: {severity: error}
spacing:
  - severity: notice
    reason: quoted so
    where: [border-treaty, "content/facts/*.yaml"]
  - {severity: off, reason: printed so}
"""


def test_what_can_be_said(read: Read) -> None:
    rulings, problems = read(Rulings(), WHOLE)
    assert problems == []
    assert rulings == (
        Ruling(
            code="dash",
            severity=Severity.ERROR,
            where=Location(file="a.yaml", line=2, column=18),
        ),
        Ruling(
            code="spacing",
            severity=Severity.NOTICE,
            reason="quoted so",
            places=("border-treaty", "content/facts/*.yaml"),
            where=Location(file="a.yaml", line=4, column=15),
        ),
        Ruling(
            code="spacing",
            severity=None,
            reason="printed so",
            where=Location(file="a.yaml", line=7, column=16),
        ),
    )


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "spaces: {severity: off, reason: x}",
            "a.yaml:1:1: error[unknown-check]: there is no check `spaces`\n"
            "    did you mean `spacing`?",
        ),
        (
            "zzz: {severity: off, reason: x}",
            "a.yaml:1:1: error[unknown-check]: there is no check `zzz`\n"
            "    docs/checks.md lists them",
        ),
        (
            "yaml-syntax: {severity: warning, reason: x}",
            "a.yaml:1:25: error[fixed-check]: `yaml-syntax` is always an error: nothing sound can "
            "be made of what it is told of\n    mend what it tells, and delete this entry",
        ),
        (
            "dash: {severity: notice}",
            "a.yaml:1:18: error[missing-reason]: `dash` is to matter less, and no `reason` says "
            "why\n    add `reason:` in words: it stands in the report",
        ),
        (
            "dash: {severity: none, reason: x}",
            "a.yaml:1:18: error[unknown-choice]: `none` cannot be `severity` of `dash` of "
            "`checks`\n    did you mean `notice`? write one of: error, warning, notice, off",
        ),
        (
            "dash: {reason: x}",
            "a.yaml:1:7: error[missing-field]: `dash` of `checks` has no `severity`\n"
            "    add `severity:` (error, warning, notice, or off: explained, and so not told)",
        ),
        (
            "dash: off",
            "a.yaml:1:7: error[wrong-type]: `dash` of `checks` must be a mapping "
            "(`field: value` lines), not one text",
        ),
        (
            "dash: {severity: off, reason: x, where: []}",
            "a.yaml:1:41: error[empty-value]: `where` of `dash` of `checks` is empty\n"
            "    give a file, a pattern of files, or an id that the message names",
        ),
    ],
)
def test_what_cannot_be_said(read: Read, text: str, problem: str) -> None:
    rulings, problems = read(Rulings(), text)
    assert problems == [problem]
    assert [each.severity for each in rulings] in ([], [None])


def test_a_fixed_check_may_be_called_an_error(read: Read) -> None:
    assert read(Rulings(), "yaml-syntax: {severity: error}")[1] == []


def test_the_schema_knows_the_codes() -> None:
    schema = schema_of("review")
    body = {"$defs": schema["$defs"], **schema["properties"]["checks"]}
    validator = jsonschema.Draft202012Validator(body)
    one = {"severity": "off", "reason": "x", "where": ["border"]}
    assert validator.is_valid({"dash": one, "spacing": [one, {"severity": "error"}]})
    assert not validator.is_valid({"dashes": one})
    assert not validator.is_valid({"dash": {"severity": "none"}})
    assert not validator.is_valid({"dash": []})


def test_a_review_with_another_error_keeps_what_it_says(project: Path) -> None:
    file = "content/review.yaml"
    change(project, file, "licence: CC BY 4.0\n", "checks: {dash: {severity: error}}\n")
    change(project, file, "udc: 625.42(575.1)\n", "")
    problems = Problems()
    loaded = load_project(project, problems)
    assert loaded is not None
    assert [each.code for each in loaded.review.rulings] == ["dash"]
    assert told(problems)[0].startswith("content/review.yaml:2:1: error[missing-field]: ")
