"""`./build.py fix`: what it changes, and above all what it does not."""

from __future__ import annotations

import json
import os
import pty
import subprocess
from pathlib import Path

import pytest

from uchtil.pipeline.mend import Edit, apply, find_changes, show, write_changes
from uchtil.problems import Problems
from workshop import call, command_line, copy_sound, environment, replace, snapshot

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


SHOWN = """\
content/facts/opening.yaml:9:18: uz: 'Metro [yo''li  qurilishi → yoʻli qurilishi] shu yili \
boshlangan.'  # …
content/sections/02-network/uz.md:3:24: {{ name("tashkent") }} [yo'nalishlari → yoʻnalishlari] \
- "liniyalar" - {{ …
content/sections/02-network/uz.md:3:38: … }} yo'nalishlari [- → –] "liniyalar" - {{ …
content/sections/02-network/uz.md:3:40: … }} yo'nalishlari - ["liniyalar" → “liniyalar”] - {{ \
ref("table:lines") }}da …
content/sections/02-network/uz.md:3:52: … yo'nalishlari - "liniyalar" [- → –] {{ \
ref("table:lines") }}da …
"""


def test_the_changes_are_shown_and_nothing_is_written(project: Path) -> None:
    before = snapshot(project)
    done = call("fix", "--dry-run", "--project", project)
    assert done.returncode == 0
    assert done.stdout.startswith(SHOWN)
    assert done.stdout.splitlines()[-1] == "would mend 7 places in 2 files"
    assert snapshot(project) == before


def test_with_yes_they_are_written_and_a_second_run_finds_nothing(project: Path) -> None:
    facts = (project / FACTS).read_text(encoding="utf-8")
    done = call("fix", "--yes", "--project", project)
    assert done.returncode == 0
    assert done.stdout.startswith(SHOWN)
    assert done.stdout.splitlines()[-1] == "mended 7 places in 2 files"
    assert "yoʻnalishlari – “liniyalar” – {{ ref(" in (project / UZ).read_text(encoding="utf-8")
    assert (project / FACTS).read_text(encoding="utf-8") == facts.replace(
        "yo''li  qurilishi", "yoʻli qurilishi"
    )
    again = call("fix", "--project", project)
    assert (again.returncode, again.stdout) == (0, "nothing to mend\n")


def test_without_anybody_to_ask_nothing_is_written(project: Path) -> None:
    before = snapshot(project)
    done = call("fix", "--project", project)
    assert done.returncode == 1
    assert done.stdout.startswith(SHOWN)
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
    done = call("fix", "--dry-run", "--json", "--project", project)
    data = json.loads(done.stdout)
    assert data["written"] is False
    assert [(each["file"], each["signs"]) for each in data["changes"]] == [(FACTS, 2), (UZ, 5)]
    assert data["changes"][0]["diff"] == (
        f"--- a/{FACTS}\n+++ b/{FACTS}\n@@ -9 +9 @@\n"
        "-      uz: 'Metro yo''li  qurilishi shu yili boshlangan.'  # don't touch - this\n"
        "+      uz: 'Metro yoʻli qurilishi shu yili boshlangan.'  # don't touch - this\n"
    )


def test_what_is_in_braces_is_not_touched(project: Path) -> None:
    replace(project / UZ, '{{ name("tashkent") }}', "{{ name('tashkent')  }}")
    call("fix", "--yes", "--project", project)
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


@pytest.mark.parametrize(
    ("text", "edit", "shown"),
    [
        ("# T\n\nnear 5 km.\n", (11, 12, "\u00a0"), "a:3:6: near [5 km. → 5<U+00A0>km.]"),
        ("\u0441at", (0, 1, "c"), "a:1:1: [\u0441at → cat, in Latin letters]"),
        ("c\u0430\u0442", (0, 1, "\u0441"), "a:1:1: [cат → \u0441ат, in Cyrillic letters]"),
        (f"{'word ' * 9}it's{' word' * 9}", (47, 48, "’"), "a:1:46: … {5} [it's → it’s]{5}"),
    ],
)
def test_a_change_is_shown_among_its_words(text: str, edit: Edit, shown: str) -> None:
    before, _, after = shown.partition("{5}")
    words = " ".join(["word"] * 5)
    after = after.replace("{5}", f" {words} …")
    assert list(show("a", text, [edit])) == [f"{before}{words}{after}" if after else shown]


def test_edits_count_in_the_text_as_it_is_read() -> None:
    assert apply(b"a\r\nb\r\nc", [(2, 3, "B"), (4, 5, "C")]) == b"a\r\nB\r\nC"
    assert apply(b"\xef\xbb\xbfab", [(0, 1, "")]) == b"\xef\xbb\xbfb"


def test_a_review_that_cannot_be_read_is_not_changed(project: Path) -> None:
    (project / "content/names.yaml").write_text("names: [", encoding="utf-8")
    before = snapshot(project)
    done = call("fix", "--yes", "--project", project)
    assert done.returncode == 1
    assert "error[yaml-syntax]" in done.stderr
    assert snapshot(project) == before
