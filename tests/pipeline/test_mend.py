"""`./build.py fix`: what it changes, and above all what it does not."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from uchtil.pipeline.mend import apply, find_changes, write_changes
from uchtil.problems import Problems
from workshop import command_line, copy_sound, environment, replace, run, snapshot

UZ = "content/sections/02-network/uz.md"
FACTS = "content/facts/opening.yaml"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A review with four wrong signs in two files."""
    root = copy_sound(tmp_path / "review")
    replace(root / UZ, "yoʻnalishlari", 'yo\'nalishlari - "liniyalar" -')
    replace(root / FACTS, "uz: Metro qurilishi", "uz: 'Metro yo''li  qurilishi")
    replace(root / FACTS, "shu yili boshlangan.", "shu yili boshlangan.'  # don't touch - this")
    return root


DIFF = """\
--- a/content/facts/opening.yaml
+++ b/content/facts/opening.yaml
@@ -9 +9 @@
-      uz: 'Metro yo''li  qurilishi shu yili boshlangan.'  # don't touch - this
+      uz: 'Metro yoʻli qurilishi shu yili boshlangan.'  # don't touch - this
--- a/content/sections/02-network/uz.md
+++ b/content/sections/02-network/uz.md
@@ -3 +3 @@
"""


def test_the_changes_are_shown_and_nothing_is_written(project: Path) -> None:
    before = snapshot(project)
    done = run("fix", "--dry-run", "--project", project)
    assert done.returncode == 0
    assert done.stdout.startswith(DIFF)
    assert done.stdout.splitlines()[-1] == "would mend 7 places in 2 files"
    assert snapshot(project) == before


def test_with_yes_they_are_written_and_a_second_run_finds_nothing(project: Path) -> None:
    facts = (project / FACTS).read_text(encoding="utf-8")
    done = run("fix", "--yes", "--project", project)
    assert done.returncode == 0
    assert done.stdout.startswith(DIFF)
    assert done.stdout.splitlines()[-1] == "mended 7 places in 2 files"
    assert "yoʻnalishlari – “liniyalar” – {{ ref(" in (project / UZ).read_text(encoding="utf-8")
    assert (project / FACTS).read_text(encoding="utf-8") == facts.replace(
        "yo''li  qurilishi", "yoʻli qurilishi"
    )
    again = run("fix", "--project", project)
    assert (again.returncode, again.stdout) == (0, "nothing to mend\n")


def test_without_anybody_to_ask_nothing_is_written(project: Path) -> None:
    before = snapshot(project)
    done = run("fix", "--project", project)
    assert done.returncode == 1
    assert done.stdout.startswith(DIFF)
    assert done.stderr == (
        "fix: error[not-asked]: nothing was written, since there is nobody to ask\n"
        "    write all of it with --yes, or only look with --dry-run\n"
    )
    assert snapshot(project) == before


@pytest.mark.parametrize(("answer", "written"), [("y", True), ("n", False), ("", False)])
def test_it_asks_at_a_terminal(project: Path, answer: str, written: bool) -> None:
    before = snapshot(project)
    master, slave = pty.openpty()
    with subprocess.Popen(
        command_line("fix", "--project", project),
        stdin=slave,
        stdout=subprocess.PIPE,
        env=environment(),
        encoding="utf-8",
    ) as process:
        os.close(slave)
        os.write(master, f"{answer}\n".encode())
        told, _ = process.communicate(timeout=60)
    os.close(master)
    assert process.returncode == 0
    assert "write 7 places in 2 files? [y/N] " in told
    assert told.endswith(f"{'mended' if written else 'would mend'} 7 places in 2 files\n")
    assert (snapshot(project) != before) is written


def test_as_json(project: Path) -> None:
    done = run("fix", "--dry-run", "--json", "--project", project)
    data = json.loads(done.stdout)
    assert data["written"] is False
    assert [(each["file"], each["signs"]) for each in data["changes"]] == [(FACTS, 2), (UZ, 5)]


def test_what_is_in_braces_is_not_touched(project: Path) -> None:
    replace(project / UZ, '{{ name("tashkent") }}', "{{ name('tashkent')  }}")
    run("fix", "--yes", "--project", project)
    assert "{{ name('tashkent')  }}" in (project / UZ).read_text(encoding="utf-8")


def test_line_ends_and_a_byte_order_mark_stay(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "review")
    path = root / UZ
    replace(path, "yoʻnalishlari", "yo'nalishlari")
    right = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
    path.write_bytes(right)
    changes = find_changes(root, Problems())
    assert changes is not None
    write_changes(root, changes)
    assert path.read_bytes() == right.replace(b"yo'n", "yoʻn".encode())


def test_edits_count_in_the_text_as_it_is_read() -> None:
    assert apply(b"a\r\nb\r\nc", [(2, 3, "B"), (4, 5, "C")]) == b"a\r\nB\r\nC"
    assert apply(b"\xef\xbb\xbfab", [(0, 1, "")]) == b"\xef\xbb\xbfb"


def test_a_review_that_cannot_be_read_is_not_changed(project: Path) -> None:
    (project / "content/names.yaml").write_text("names: [", encoding="utf-8")
    before = snapshot(project)
    done = run("fix", "--yes", "--project", project)
    assert done.returncode == 1
    assert "error[yaml-syntax]" in done.stderr
    assert snapshot(project) == before
