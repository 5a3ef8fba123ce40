"""Releases: one file, made in one step; refused where what is said is not settled."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import time
from pathlib import Path

import pytest

from uchtil.changes.said import read_said, write_said
from uchtil.pipeline import releases
from uchtil.pipeline.prepare import prepare
from uchtil.problems import Problems
from workshop import ask, built, call, command_line, copy_sound, environment, replace

REVIEW = "content/review.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A review that nothing was released of."""
    return copy_sound(tmp_path / "project")


def files(root: Path) -> dict[str, bytes]:
    """Return every file of a project."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def told(root: Path, *arguments: str) -> list[str]:
    """Run `release`, which has to refuse, and return the first line of each error."""
    before = files(root)
    done = call("release", *arguments, "--project", root)
    assert done.returncode == 1
    assert files(root) == before
    return re.findall(r"^\S+ error\[.*$", done.stderr, re.MULTILINE)


def test_a_release_is_one_new_file(project: Path) -> None:
    before = files(project)
    done = call("release", "1.0.0", "--project", project)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "released 1.0.0 of 2026-11-20: 7 facts, 3 languages, 4 works cited\n"
        "made releases/1.0.0.json; keep it with the review (git)\n"
    )
    after = files(project)
    made = after.pop("releases/1.0.0.json")
    assert after == before
    data = json.loads(made)
    assert data["schema"] == 1
    assert [data[name] for name in ("review", "version", "date")] == [
        "tashkent-metro",
        "1.0.0",
        "2026-11-20",
    ]
    assert [(each["key"], each["number"]) for each in data["references"]] == [
        ("akhmedov1980", 1),
        ("karimova2019", 2),
        ("petrov2008", 3),
        ("bulletin2002", 4),
    ]
    (line,) = (fact for fact in data["facts"] if fact["id"] == "first-line")
    assert line["printed"]["en"] == "6\u00a0November 1977"
    assert line["evidence"][1] == {
        "source": "petrov2008",
        "anchor": "открылось в ноябре 1977 года",
        "date": "1977-11",
    }
    opening = data["texts"]["en"]["sections"][0]
    assert opening["markdown"][1].startswith("Building began in 1972 [@{akhmedov1980}; cited in")
    assert opening["lines"][1]["text"].startswith(
        "Building began in 1972 [1, cited\u00a0in\u00a02]."
    )
    assert opening["lines"][1]["marks"][0] == [
        23,
        38,
        "citation",
        "akhmedov1980; cited in karimova2019",
    ]
    assert data["stamps"]["opening"] == {"version": "1.0.0", "date": "2026-11-20"}


def test_the_same_review_gives_the_same_bytes(project: Path, tmp_path: Path) -> None:
    other = copy_sound(tmp_path / "elsewhere")
    for root in (project, other):
        assert call("release", "1.0.0", "--project", root).returncode == 0
    one, two = ((root / "releases/1.0.0.json").read_bytes() for root in (project, other))
    assert one == two
    assert write_said(read_said(one)) == one


def test_a_release_is_never_made_twice(project: Path) -> None:
    assert call("release", "1.0.0", "--project", project).returncode == 0
    assert told(project, "1.0.0") == [
        "releases/1.0.0.json: error[release-exists]: version 1.0.0 has been released already"
    ]
    assert told(project, "1.0") == [
        "releases/1.0.json: error[release-exists]: version 1.0 has been released already"
    ]


def test_version_and_date_are_those_of_the_review(project: Path) -> None:
    assert told(project, "1.1") == [
        "content/review.yaml:3:10: error[release-version]: the review says that it is version "
        "1.0.0, not 1.1"
    ]
    assert call("release", "1.0.0", "--project", project).returncode == 0
    replace(project / REVIEW, "version: 1.0.0\ndate: 2026-11-20", "version: 1.1\ndate: 2026-11-19")
    assert told(project, "1.1") == [
        "content/review.yaml:4:7: error[release-date]: version 1.1 is dated 2026-11-19, before "
        "the last release (1.0.0 of 2026-11-20)"
    ]
    replace(project / REVIEW, "version: 1.1", "version: 0.9")
    assert told(project, "0.9") == [
        "content/review.yaml:3:10: error[release-version]: version 0.9 is older than the last "
        "release, 1.0.0"
    ]
    assert told(project, "../x")[0].startswith("content/review.yaml:3:10: error[release-version]")


def test_errors_and_stale_languages_are_not_released(project: Path) -> None:
    english = project / "content/sections/01-opening/en.md"
    replace(english, "It is called", "Some call it")
    assert told(project, "1.0.0") == [
        "content/sections/01-opening/uz.md:3: error[release-stale]: 2 texts have not followed a "
        "change in another language"
    ]
    replace(english, 'fact("first-line")', 'fact("first")')
    assert told(project, "1.0.0")[0].partition("]")[0].endswith("[unknown-fact")


def test_a_release_that_cannot_be_written_leaves_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device", "releases/1.0.0.json")

    monkeypatch.setattr(os, "fsync", full)
    done = call("release", "1.0.0", "--project", project)
    assert done.returncode == 1
    assert "error[system]: No space left on device" in done.stderr
    assert list((project / "releases").iterdir()) == []


@pytest.mark.parametrize("wait", [0.3, 0.9])
def test_a_release_that_is_killed_leaves_every_file_as_it_was(project: Path, wait: float) -> None:
    before = files(project)
    process = subprocess.Popen(
        command_line("release", "1.0.0", "--project", project),
        env=environment(),
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    time.sleep(wait)
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    after = files(project)
    made = after.pop("releases/1.0.0.json", None)
    left = [name for name in after.keys() - before.keys() if not name.startswith("releases/.")]
    assert left == []
    assert {name: after[name] for name in before} == before
    assert made is None or read_said(made).version == "1.0.0"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"{", "Expecting property name"),
        (b"\xff", "it is not JSON"),
        (b"[]", "`[]` is no mapping"),
        (b'{"schema": 2}', "it has the schema 2, and this program 1"),
        (b'{"schema": 1, "version": "1.0.0", "date": "yesterday"}', "Invalid isoformat string"),
        (b"[" * 100_000, "it is not JSON"),
        (b'{"schema": 1, "version": "2.0", "date": "2026-01-01"}', "it says that it is 2.0"),
    ],
)
def test_a_broken_release_is_told(project: Path, data: bytes, message: str) -> None:
    (project / "releases").mkdir()
    (project / "releases/1.0.0.json").write_bytes(data)
    done = call("changes", "--project", project)
    assert done.returncode == 1
    head = "releases/1.0.0.json"
    assert re.match(
        rf"{head}[:\d]*: error\[broken-release\]: the release cannot be read: ", done.stderr
    )
    assert message in done.stderr


def test_a_broken_release_is_told_like_this(project: Path) -> None:
    (project / "releases").mkdir()
    (project / "releases/1.0.0.json").write_bytes(b"[]")
    problems = Problems()
    assert releases.released(project, "1.0.0", problems) is None
    assert str(problems.errors[0]).partition("\n")[0] == (
        "releases/1.0.0.json: error[broken-release]: the release cannot be read: `[]` is no mapping"
    )


# ------------------------------------------------------------------ the section of the article


def changed(project: Path) -> Path:
    """Release a review, and change it."""
    assert call("release", "1.0.0", "--project", project).returncode == 0
    replace(project / REVIEW, "version: 1.0.0", "version: 1.1.0\nchanges: true")
    replace(project / "content/facts/network.yaml", "date: 2001-10-26", "date: 2001-10-27")
    replace(project / "content/facts/opening.yaml", "date: 1972\n", "date: 1972-03\n")
    return project


def test_without_a_release_the_article_is_as_it_was(project: Path) -> None:
    before = prepare(project, Problems())
    replace(project / REVIEW, "version: 1.0.0", "version: 1.0.0\nchanges: true")
    after = prepare(project, Problems())
    assert before is not None
    assert after is not None
    assert {code: part.sections[-1].markdown for code, part in after.article.parts.items()} == {
        code: part.sections[-1].markdown for code, part in before.article.parts.items()
    }


def test_readers_are_told_in_the_article(project: Path) -> None:
    replace(project / REVIEW, "[uz, ru, en]\n", "[uz, ru, en]\ntransliterated: [uz-cyrl]\n")
    changed(project)
    prepared = prepare(project, Problems())
    assert prepared is not None
    parts = prepared.article.parts
    assert parts["en"].sections[-1].markdown == (
        "# What changed in this version\n\nCompared with version\u00a01.0.0:\n\n"
        "## Corrected\n\n- Third line: 27\u00a0October 2001 (before: 26\u00a0October 2001)\n\n"
        "## Made more exact\n\n- Construction begins: March 1972 (before: 1972)\n\n"
        "## Versions of the sections\n\n"
        "- Opening: version 1.1.0, 20\u00a0November 2026\n"
        "- Network: version 1.1.0, 20\u00a0November 2026\n"
    )
    assert (
        "- Третья линия: 27\u00a0октября 2001\u00a0г. (прежде: 26"
        in parts["ru"].sections[-1].markdown
    )
    assert "- Uchinchi yoʻnalish: 2001-yil 27-oktabr (avval:" in parts["uz"].sections[-1].markdown
    assert "- Учинчи йўналиш: 2001" in parts["uz-cyrl"].sections[-1].markdown


def test_the_release_itself_changes_no_page(project: Path) -> None:
    """The section compares with the release before, so that the release may be printed."""
    changed(project)
    first = prepare(project, Problems())
    assert call("release", "1.1.0", "--project", project).returncode == 0
    second = prepare(project, Problems())
    assert first is not None
    assert second is not None
    assert first.article.parts["en"].sections == second.article.parts["en"].sections


def test_sections_keep_the_version_in_which_they_changed(project: Path) -> None:
    changed(project)
    replace(project / "content/facts/network.yaml", "date: 2001-10-27", "date: 2001-10-26")
    replace(project / REVIEW, "date: 2026-11-20", "date: 2026-12-01")
    assert call("release", "1.1.0", "--project", project).returncode == 0
    data = json.loads((project / "releases/1.1.0.json").read_bytes())
    assert data["stamps"] == {
        "opening": {"version": "1.1.0", "date": "2026-12-01"},
        "network": {"version": "1.0.0", "date": "2026-11-20"},
    }


def test_the_section_is_printed(project: Path) -> None:
    changed(project)
    made = built("--project", project, "--format", "html", "--language", "en")
    assert "en/review.html" in made
    page = (project / "output/en/review.html").read_text(encoding="utf-8")
    assert "What changed in this version" in page
    answer = ask("check", "--project", project)
    assert answer.code == 0
