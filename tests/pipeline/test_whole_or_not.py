"""A build is whole or not at all: errors, kills and neighbours leave the last good output."""

from __future__ import annotations

import fcntl
import signal
import subprocess
import time
from pathlib import Path

import pytest

from workshop import (
    TOP,
    ask,
    built,
    codes,
    command_line,
    copy_sound,
    environment,
    names,
    replace,
    run,
    snapshot,
    stamps,
)


def beside(project: Path) -> list[str]:
    """Return what builds left beside the output, the lock apart."""
    return [name for name in names(project) if name.startswith(".output.staging")]


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (
            "content/sections/01-opening/en.md",
            '"first-line").when',
            '"first").when',
            "unknown-fact",
        ),
        ("content/facts/network.yaml", "date: 1984-12-08", "date: 1984-12-32", "impossible-date"),
        # found only by pandoc, when workers already run
        (
            "content/sections/02-network/ru.md",
            "Линии",
            "[Линии](javascript:alert())",
            "unsafe-link",
        ),
        # found only in the finished files, when they are read back
        ("content/sections/02-network/ru.md", "Линии города", "Table of линии", "fallback-term"),
        # found only when the PDF is made: no font here has the character
        ("bibliography/references.bib", "A third line", "A third 𓀀", "missing-glyph"),
    ],
)
def test_an_error_leaves_the_last_good_output(
    sound: Path, file: str, old: str, new: str, code: str
) -> None:
    before = stamps(sound / "output")
    replace(sound / file, old, new)
    answer = ask("build", "--project", sound)
    assert answer.code == 1
    assert answer.data["made"] == []
    assert set(codes(answer.data["problems"])) == {code}
    assert stamps(sound / "output") == before
    assert beside(sound) == []


def test_an_output_that_is_not_ours_is_refused(sound: Path, tmp_path: Path) -> None:
    foreign = tmp_path / "photographs"
    foreign.mkdir()
    (foreign / "wedding.jpg").write_bytes(b"irreplaceable")
    for place in (foreign, sound, sound / "content"):
        before = snapshot(place)
        done = run("--project", sound, "--output", place, "--quiet")
        assert done.returncode == 1
        assert done.stderr == (
            f"{place}: error[foreign-output]: {place} holds files that no build has made\n"
            "    name another folder with --output: a build replaces the whole folder\n"
            "1 error\n"
        )
        assert snapshot(place) == before


def test_a_file_in_the_outputs_place_is_refused(sound: Path, tmp_path: Path) -> None:
    place = tmp_path / "output"
    place.write_text("a file", encoding="utf-8")
    done = run("--project", sound, "--output", place, "--quiet")
    assert done.returncode == 1
    assert "error[foreign-output]" in done.stderr
    assert place.read_text(encoding="utf-8") == "a file"


def test_an_output_behind_a_link_is_replaced_where_it_is(sound: Path, tmp_path: Path) -> None:
    (sound / "output").rename(tmp_path / "real")
    (sound / "output").symlink_to(tmp_path / "real")
    replace(sound / "content/sections/01-opening/en.md", "Building", "The building")
    for _ in range(2):
        (tmp_path / "real/en/review.html").unlink()
        made = built("--project", sound, "--language", "en", "--format", "html")
        assert "en/review.html" in made
    assert (sound / "output").is_symlink()
    assert (sound / "output/en/review.html").is_file()
    assert beside(sound) + beside(tmp_path) == []


def start(project: Path, *arguments: str) -> subprocess.Popen[str]:
    """Start a build of everything and do not wait for it."""
    return subprocess.Popen(
        command_line("--project", project, "--jobs", "2", *arguments),
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


def wait_for(build: subprocess.Popen[str], line: str) -> None:
    """Wait until a build tells that it has done a step."""
    assert build.stderr is not None
    for told in build.stderr:
        if line in told:
            return
    pytest.fail(f"the build ended before it said {line!r}")


def staging_of(project: Path) -> Path:
    """Wait until a build has its staging folder, and return it."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        found = list(project.glob(".output.staging-*"))
        if found:
            return found[0]
        time.sleep(0.005)
    pytest.fail("the build did not begin")


@pytest.mark.parametrize("moment", ["begun", "pandoc", "some", "read back"])
def test_a_killed_build_leaves_the_last_good_output(sound: Path, moment: str) -> None:
    replace(sound / "content/sections/01-opening/en.md", "Building", "The building")
    before, bytes_before = stamps(sound / "output"), snapshot(sound / "output")
    # What is killed before anything is printed need not have a PDF to print.
    formats = ("html", "docx") if moment in ("begun", "pandoc") else ("html", "docx", "pdf")
    wanted = ("--language", "en", *(word for each in formats for word in ("--format", each)))
    build = start(sound, *wanted)
    folder = staging_of(sound)
    if moment == "pandoc":
        while not (folder / ".work" / "job.json").exists():
            time.sleep(0.005)
    elif moment == "some":
        wait_for(build, "[1/5]")
    elif moment == "read back":
        wait_for(build, "[3/5]")
    build.send_signal(signal.SIGKILL)
    build.communicate(timeout=30)
    assert build.returncode == -signal.SIGKILL
    assert stamps(sound / "output") == before
    assert snapshot(sound / "output") == bytes_before
    made = built("--project", sound, *wanted)
    assert made == [*sorted(f"en/review.{each}" for each in formats), *TOP]
    assert b"The building began" in (sound / "output/en/review.html").read_bytes()
    assert beside(sound) == [], "what the killed build left is cleared away"


def test_an_interrupted_build_says_so(sound: Path) -> None:
    replace(sound / "content/sections/01-opening/en.md", "Building", "The building")
    before = stamps(sound / "output")
    build = start(sound, "--language", "en")
    staging_of(sound)
    build.send_signal(signal.SIGINT)
    _, told = build.communicate(timeout=30)
    assert build.returncode == 130
    assert told.splitlines()[-1] == "interrupted; the last good output is as it was"
    assert "Traceback" not in told
    assert stamps(sound / "output") == before
    assert beside(sound) == []


def test_the_second_of_two_builds_is_told(sound: Path) -> None:
    replace(sound / "content/review.yaml", "version: ", "version: 9")
    before = stamps(sound / "output")
    with (sound / ".output.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = run("--project", sound, "--quiet")
    assert done.returncode == 1
    assert done.stderr == (
        f"{sound / 'output'}: error[output-busy]: another build is writing to {sound / 'output'}\n"
        "    wait until it has ended, or name another folder with --output\n"
        "1 error\n"
    )
    assert stamps(sound / "output") == before


def test_two_builds_at_once(tmp_path: Path, sound_built: Path) -> None:
    project = copy_sound(tmp_path / "shared")
    first = start(project, "--language", "en")
    folder = staging_of(project)
    second = run("--project", project, "--quiet")
    told = f"error[output-busy]: another build is writing to {project / 'output'}"
    assert (second.returncode, told in second.stderr) == (1, True)
    assert folder.is_dir(), "the second build leaves the first one's work alone"
    first.communicate(timeout=60)
    assert first.returncode == 0
    name = "en/review.pdf"
    assert snapshot(project / "output")[name] == snapshot(sound_built / "output")[name]
