"""What a review says of its checks: raised, lowered, explained, by place; and ``--strict``."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from uchtil.problems import Location, Problem, Problems, Ruling, Severity
from workshop import ROOT, call, copy_sound, replace, run

HERE = Location(file="content/review.yaml", line=18)
TEXT = Location(file="content/sections/02-network/en.md", line=3)


def ruling(code: str, severity: Severity | None, *places: str, reason: str = "so it is") -> Ruling:
    return Ruling(code=code, severity=severity, reason=reason, places=places, where=HERE)


def told(problems: Problems) -> list[str]:
    return [f"{each.where.file}: {each.severity.value}[{each.code}]" for each in problems]


def two_dashes() -> Problems:
    problems = Problems()
    problems.warning("dash", "`one` is wrong", TEXT)
    problems.warning("dash", "`two` is wrong", Location(file="content/facts/network.yaml"))
    return problems


def test_a_check_is_raised_lowered_or_explained() -> None:
    problems = two_dashes()
    problems.rule([ruling("dash", Severity.ERROR)])
    assert [each.severity.value for each in problems] == ["error", "error"]
    assert (len(problems.errors), len(problems.warnings), problems.explained) == (2, 0, ())
    problems.rule([ruling("dash", Severity.NOTICE)])
    assert [each.severity.value for each in problems] == ["notice", "notice"]
    problems.rule([ruling("dash", None, reason="printed so")])
    assert list(problems) == []
    assert len(problems) == 2, "explained ones are not lost"
    assert [(each.message, reason) for each, reason in problems.explained] == [
        ("`two` is wrong", "printed so"),
        ("`one` is wrong", "printed so"),
    ]


@pytest.mark.parametrize(
    "place",
    [
        "content/facts/network.yaml",
        "content/facts/*.yaml",
        "two",
    ],
)
def test_only_at_a_place(place: str) -> None:
    problems = two_dashes()
    problems.rule([ruling("dash", None, place)])
    assert told(problems) == ["content/sections/02-network/en.md: warning[dash]"]
    assert problems.unused == ()


def test_what_is_said_of_a_place_comes_first() -> None:
    problems = two_dashes()
    problems.rule([ruling("dash", Severity.ERROR), ruling("dash", None, "two")])
    assert told(problems) == ["content/sections/02-network/en.md: error[dash]"]


def test_an_explanation_that_nothing_needs() -> None:
    problems = two_dashes()
    needless = ruling("dash", None, "three")
    problems.rule([needless, ruling("spacing", Severity.ERROR), ruling("dash", None, "two")])
    assert problems.unused == (needless,), "to raise a check is never needless"


def test_a_finished_file_is_never_excused() -> None:
    problems = Problems()
    problems.error("numbers-differ", "the list", Location(file="output/ru/review.pdf"))
    problems.rule([ruling("numbers-differ", None)])
    assert told(problems) == ["output/ru/review.pdf: error[numbers-differ]"]


def test_a_notice_that_became_an_error_stays_one() -> None:
    problems = Problems()
    problems.error("never-confirmed", "asked for", Location(file="content/languages.lock"))
    problems.rule([ruling("never-confirmed", None)])
    assert len(problems.errors) == 1
    assert problems.explained == ()


def test_an_error_may_be_lowered_where_it_is_a_warning_by_its_means() -> None:
    problems = Problems()
    problems.add(
        Problem(
            code="duplicate-work",
            message="m",
            where=Location(file="bibliography/references.bib"),
            severity=Severity.WARNING,
        )
    )
    problems.rule([ruling("duplicate-work", None)])
    assert list(problems) == []


def test_strict() -> None:
    for strict, count in ((False, 0), (True, 2)):
        problems = Problems(strict=strict)
        problems.extend(two_dashes())
        assert len(problems.stopping) == count
        assert problems.errors == ()
        problems.rule([ruling("dash", None)])
        assert problems.stopping == ()


# ------------------------------------------------------------------ the command line


@pytest.fixture
def spaced(tmp_path: Path) -> Iterator[Path]:
    """A review with one warning: a space before a comma."""
    project = copy_sound(tmp_path / "spaced")
    replace(project / "content/sections/02-network/en.md", "plans see", "plans , see")
    call("confirm", "--all", "--project", project)
    yield project


WARNING = (
    "content/sections/02-network/en.md:3:208: warning[spacing]: a space stands before `,` in "
    "“… …; for earlier plans , see ….”\n    take it out\n"
)
EXPLAINED = """checks:
  spacing:
    severity: off
    reason: the plan is quoted as printed
    where: [content/sections/02-network/*.md]
"""


def say(project: Path, what: str) -> None:
    replace(project / "content/review.yaml", "licence: CC BY 4.0\n", f"licence: CC BY 4.0\n{what}")


def test_a_warning_and_strict(spaced: Path) -> None:
    done = call("check", "--project", spaced)
    assert (done.returncode, done.stderr) == (0, WARNING)
    assert done.stdout.endswith("what a code in brackets means: ./build.py explain CODE\n")
    done = call("check", "--strict", "--project", spaced)
    assert (done.returncode, done.stderr) == (1, f"{WARNING}1 warning, an error by --strict\n")


def test_an_explained_warning_is_counted_and_passes_strict(spaced: Path) -> None:
    say(spaced, EXPLAINED)
    done = call("check", "--strict", "--project", spaced)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.endswith("\n1 explained\n")


def test_a_check_that_is_raised(spaced: Path) -> None:
    say(spaced, "checks:\n  spacing: {severity: error}\n")
    done = call("check", "--project", spaced)
    error = WARNING.replace("warning", "error")
    assert (done.returncode, done.stderr) == (1, f"{error}1 error\n")


def test_strict_builds_nothing_and_an_idle_build_tells_it_again(spaced: Path) -> None:
    done = run("build", "--strict", "--format", "html", "--project", spaced)
    assert done.returncode == 1
    assert done.stderr.endswith("1 warning, an error by --strict\n")
    assert not (spaced / "output").exists()
    assert run("build", "--format", "html", "--project", spaced).returncode == 0
    again = run("build", "--format", "html", "--project", spaced)
    assert "nothing to do" in again.stdout
    before = (spaced / "output" / "report.json").stat().st_mtime_ns
    strict = run("build", "--strict", "--format", "html", "--project", spaced)
    assert (strict.returncode, WARNING in strict.stderr) == (1, True)
    assert (spaced / "output" / "report.json").stat().st_mtime_ns == before

    say(spaced, EXPLAINED)
    done = run("build", "--strict", "--quiet", "--format", "html", "--project", spaced)
    assert (done.returncode, done.stderr) == (0, "")
    report = json.loads((spaced / "output" / "report.json").read_text(encoding="utf-8"))
    assert report["problems"] == []
    assert report["explained"] == [
        {
            "code": "spacing",
            "reason": "the plan is quoted as printed",
            "message": "a space stands before `,` in “… …; for earlier plans , see ….”",
            "file": "content/sections/02-network/en.md",
            "line": 3,
        }
    ]
    idle = run("build", "--strict", "--format", "html", "--project", spaced)
    assert "nothing to do" in idle.stdout


def test_explain_a_check(tmp_path: Path) -> None:
    """Wherever one is: no review is needed."""
    done = call("explain", "spacing", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith("spacing (warning; docs/checks/signs.md)\n\n*Warning.* Two ")
    data = json.loads(call("explain", "spacing", "--json", cwd=tmp_path).stdout)
    assert data["check"] == "spacing"
    assert data["text"] + "\n" == done.stdout


# ------------------------------------------------------------------ no followers


def test_what_could_not_be_read_is_counted_once(tmp_path: Path) -> None:
    project = copy_sound(tmp_path / "review")
    facts = project / "content/facts/network.yaml"
    replace(facts, "    kind: event", "\tkind: event")
    for language, words in (("uz", "avvalgi rejalar"), ("ru", "о прежних"), ("en", "for earlier")):
        section = project / f"content/sections/02-network/{language}.md"
        replace(section, words, f'{{{{ count_facts(theme="network") }}}}; {words}')
    done = call("check", "--project", project)
    assert re.findall(r"\w+\[[\w-]+\]", done.stderr) == ["error[yaml-syntax]"]
    assert "not checked, since they could not be read: 2 facts\n" in done.stdout


def test_conflicts_and_stale_texts_are_told_beside_errors(tmp_path: Path) -> None:
    project = copy_sound(tmp_path / "review")
    call("confirm", "--all", "--project", project)
    replace(project / "content/names.yaml", "type: place", "type: town")
    replace(project / "content/sections/01-opening/en.md", "Building began", "Digging began")
    facts = project / "content/facts/opening.yaml"
    text = facts.read_text(encoding="utf-8")
    start = text.index("  - id: stations-1977")
    again = text[start : text.index("  - id: length-1977")]
    again = again.replace("stations-1977", "stations-again").replace("amount: 9", "amount: 10")
    facts.write_text(f"{text}{again}", encoding="utf-8")
    done = call("check", "--project", project)
    assert sorted(re.findall(r"\w+\[[\w-]+\]", done.stderr)) == [
        "error[unanswered-conflict]",
        "error[unknown-choice]",
        "warning[stale-translation]",
        "warning[stale-translation]",
    ]
    assert "not checked, since they could not be read: 1 name\n" in done.stdout


def test_where_little_can_be_read_it_is_said(tmp_path: Path) -> None:
    project = copy_sound(tmp_path / "review")
    replace(project / "content/terms.yaml", "themes:", "\tthemes:")
    done = call("check", "--project", project)
    assert re.findall(r"\w+\[[\w-]+\]", done.stderr) == ["error[yaml-syntax]"]
    assert done.stdout.startswith(
        "the texts and what they use were not checked: first mend content/terms.yaml\n"
    )


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        ("terms", "indicators:", "indicators:\nindicators:", ["duplicate-key", "empty-value"]),
        ("terms", "units:", "units:\nunits:", ["duplicate-key", "empty-value"]),
        ("exhibits", "tables:", "tables:\ntables:", ["duplicate-key", "empty-value"]),
    ],
)
def test_a_list_that_is_lost_is_not_missed(
    tmp_path: Path, file: str, old: str, new: str, told: list[str]
) -> None:
    project = copy_sound(tmp_path / "review")
    replace(project / f"content/{file}.yaml", old, new)
    done = call("check", "--project", project)
    assert sorted(re.findall(r"error\[([\w-]+)\]", done.stderr)) == told


# ------------------------------------------------------------------ the shipped review


@pytest.mark.parametrize("with_texts", [False, True])
def test_the_shipped_review_has_nothing_unexplained(
    tmp_path: Path, with_texts: bool, request: pytest.FixtureRequest
) -> None:
    """Neither with the sources' texts nor without them; a copy, so that no lock is written."""
    for folder in ("content", "bibliography"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    texts = ("--sources", request.getfixturevalue("sources")) if with_texts else ()
    done = call("check", "--strict", "--quiet", "--project", tmp_path, *texts)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
