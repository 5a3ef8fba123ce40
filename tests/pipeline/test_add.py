"""`./build.py add`: a text is kept, and what it does to the facts is proposed."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
import subprocess
from pathlib import Path

import jsonschema
import pytest
import yaml

from uchtil.cli import main
from uchtil.intake import keeping
from uchtil.load.schema import schema_of
from uchtil.pipeline import transaction
from workshop import SOUND, ask, call, copy_sound, replace

NEW = """Metro of Tashkent: a chronicle

The first line of the Tashkent Metro was opened on 6 November 1977. It had nine stations,
and its length was 12.1 km.

The second line was opened on 9 December 1984. Construction of the metro began in June 1972.

The third line was opened in October 2001. In 2020 the fourth line of the Tashkent Metro was opened.
"""
SENTENCES = {
    "p1": ("confirms", "first-line"),
    "p2": ("confirms", "stations-1977"),
    "p3": ("confirms", "length-1977"),
    "p4": ("disputes", "second-line"),
    "p5": ("sharpens", "construction-began"),
    "p6": ("confirms", "third-line"),
    "p7": ("adds", ""),
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return copy_sound(tmp_path / "review")


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in sorted(root.rglob("*"))
        if path.is_file()
    }


def add(root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return call("add", root.parent / "new.txt", "--project", root, *more)


def test_of_a_long_text_it_is_told_how_far_it_is_read(project: Path) -> None:
    new = project.parent / "new.txt"
    written = new.read_text(encoding="utf-8")
    new.write_text(written + "\n\nNothing of this is known here." * 1400, encoding="utf-8")
    lines = add(project, "--key", "smith2021").stderr.splitlines()
    told = [line for line in lines if line.startswith("[")]
    assert [line.partition(" paragraph")[0] for line in told] == [
        "[1/2] compared up to",
        "[2/2] compared up to",
    ]
    assert add(project, "--key", "smith2021", "--again", "--quiet").stderr == ""


def test_proposals_are_written_and_the_review_stays(project: Path) -> None:
    before = files(project)
    asked = ask("add", project.parent / "new.txt", "--project", project, "--key", "smith2021")
    assert asked.code == 0
    told = asked.data["added"]["proposals"]
    assert {each["id"]: (each["verdict"], each["fact"]) for each in told} == SENTENCES
    after = files(project)
    assert set(after) - set(before) == {"intake/smith2021.yaml", "sources/smith2021.txt"}
    assert all(after[name] == before[name] for name in before)
    assert after["sources/smith2021.txt"].decode() == NEW


def test_the_file_says_what_and_why(project: Path) -> None:
    add(project, "--key", "smith2021")
    text = (project / "intake/smith2021.yaml").read_text(encoding="utf-8")
    first = "# yaml-language-server: $schema=../templates/schemas/proposals.json\n"
    assert text.startswith(first)
    data = yaml.safe_load(text)
    assert data["source"]["language"] == "en-GB"
    assert data["entry"].count("@misc{smith2021,") == 1
    disputed = data["proposals"][3]
    assert disputed["evidence"] == {
        "source": "smith2021",
        "anchor": "The second line was opened on 9 December 1984",
        "date": yaml.safe_load("1984-12-09"),
    }
    assert disputed["resolution"] == {"uz": "", "ru": "", "en": ""}
    assert "another date: 1984-12-09, where the fact has 1984-12-08" in disputed["why"]
    added = data["proposals"][6]
    assert added["candidate"]["statement"] == {"uz": "", "ru": "", "en": ""}
    assert added["candidate"]["kind"] == "event"
    assert added["candidate"]["date"] == 2020
    assert added["candidate"]["names"] == ["tashkent-metro"]
    assert all(len(each["passage"].split("[[")) == 2 for each in data["proposals"])
    assert "[[The second line was opened on 9 December 1984]]. Construction" in disputed["passage"]


def test_the_file_is_what_its_schema_says(project: Path) -> None:
    add(project, "--key", "smith2021")
    text = (project / "intake/smith2021.yaml").read_text(encoding="utf-8")
    jsonschema.validate(yaml.load(text, yaml.BaseLoader), schema_of("proposals"))


def test_what_was_added_wrongly_is_added_again(project: Path) -> None:
    before = files(project)
    assert add(project, "--key", "smth2021").returncode == 0
    done = add(project, "--key", "smith2021")
    assert (
        "intake/smth2021.yaml: error[source-known]: this very text was added already, as "
        "`smth2021`\n    its proposals lie there; `./build.py accept smth2021` takes them, and "
        "`./build.py add --again FILE` (with `--key`, `--bib`) makes them anew\n" in done.stderr
    )
    assert add(project, "--again", "--key", "smith2021").returncode == 0
    after = files(project)
    assert after.keys() - before.keys() == {"intake/smith2021.yaml", "sources/smith2021.txt"}
    path = project / "intake/smith2021.yaml"
    replace(path, "- id: p1\n    accept: no", "- id: p1\n    accept: later")
    assert add(project, "--again", "--key", "smith2021").returncode == 0
    assert files(project) == after

    replace(path, "- id: p1\n    accept: no", "- id: p1\n    accept: done")
    done = add(project, "--again", "--key", "other")
    assert done.returncode == 1
    assert (
        "intake/smith2021.yaml: error[source-known]: proposals of this very text were accepted "
        "already, of `smith2021`\n" in done.stderr
    )
    assert "intake/other.yaml" not in files(project)

    path.unlink()
    mark = hashlib.sha256(NEW.encode()).hexdigest()
    sources = project / "content/sources.yaml"
    old = sources.read_text(encoding="utf-8").split("fingerprint: sha256:")[1][:64]
    replace(sources, old, mark)
    done = add(project, "--again", "--key", "other")
    assert (
        "error[source-known]: this very text is the source `karimova2019` already\n    take what "
        "was accepted of it back first: `./build.py undo`, if it was the last\n" in done.stderr
    )


def test_what_a_killed_command_left_is_swept(project: Path) -> None:
    left = [
        project / folder / name
        for folder, name in (
            ("content/facts", ".network.yaml.mj5jvl_d.new"),
            ("content", ".facts.lock.a1b2c3d4.new"),
            ("bibliography", ".references.bib.abcdefgh.new"),
            ("intake", "..unfinished.abcdefgh.new"),
        )
    ]
    others = [
        project / "content/facts/.network.yaml.new",
        project / "content/.notes.txt.abcdefgh.new",
        project / "content/facts/.opening.yaml.abcdefgh.new",  # a link
    ]
    (project / "intake").mkdir()
    for each in (*left, *others[:2]):
        each.write_text("half", encoding="utf-8")
    others[2].symlink_to(others[0])
    add(project)
    assert [each for each in (*left, *others) if os.path.lexists(each)] == others


def test_a_folder_for_the_first_text_makes_no_warnings(project: Path) -> None:
    shutil.rmtree(project / "sources")
    assert add(project).returncode == 0

    def told() -> list[tuple[str, str, str]]:
        data = ask("check", "--project", project, "--strict").data
        return [
            (each["severity"], each["code"], each["message"])
            for each in data
            if each["code"] == "text-not-found"
        ]

    assert told() == [
        ("notice", "text-not-found", f"the text of `{key}` is not among the texts")
        for key in ("karimova2019", "petrov2008")
    ]
    assert call("check", "--project", project, "--strict").returncode == 0
    replace(
        project / "content/facts/network.yaml",
        "Ikkinchi yoʻnalish 1984-yil 8-dekabrda ishga tushdi",
        "yoʻnalish 1984-yil 8-dekabrda ishga tushdi",
    )
    assert [each[0] for each in told()] == ["warning", "notice"]


def test_the_same_text_again_is_told(project: Path) -> None:
    add(project, "--key", "smith2021")
    before = files(project)
    done = add(project, "--key", "smith2022")
    assert "error[source-known]" in done.stderr
    assert "]: this very text was added already, as `smith2021`" in done.stderr
    assert files(project) == before
    known = call("add", SOUND / "texts/petrov2008.txt", "--project", project)
    assert "is the source `petrov2008` already" in known.stderr


def test_a_key_that_is_taken_or_impossible(project: Path) -> None:
    taken = add(project, "--key", "petrov2008").stderr
    assert "content/sources.yaml" in taken
    assert (
        "error[source-key-taken]: there is a source `petrov2008` already, with another text"
        in taken
    )
    impossible = add(project, "--key", "Smith 2021").stderr
    assert "error[source-key]: `Smith 2021` cannot be the key of a source" in impossible
    assert not (project / "intake").exists()


def test_an_entry_that_is_given(project: Path) -> None:
    entry = "@book{smith2021, author = {Smith, Ann}, title = {Metro}, date = {2021}, langid = {en}}"
    assert add(project, "--bib", entry).returncode == 0
    data = yaml.safe_load((project / "intake/smith2021.yaml").read_text(encoding="utf-8"))
    assert data["entry"].strip() == entry


def test_an_entry_in_a_file_gets_the_key_that_is_asked_for(project: Path) -> None:
    file = project.parent / "one.bib"
    file.write_text(
        "@book{x, author = {Smith, Ann}, title = {Metro}, date = {2021},\n langid={en}}\n"
    )
    assert add(project, "--bib", str(file), "--key", "smith2021").returncode == 0
    data = yaml.safe_load((project / "intake/smith2021.yaml").read_text(encoding="utf-8"))
    assert data["entry"].startswith("@book{smith2021, author")


def test_entries_that_will_not_do(project: Path) -> None:
    two = "".join(
        f"@book{{{key}, title = {{{key} b}}, date = {{2021}}, langid = {{en}}}}\n" for key in "xy"
    )
    assert (
        "error[entry-not-one]: 2 entries were given, and a source has one"
        in add(project, "--bib", two).stderr
    )
    assert (
        "error[entry-unreadable]: `refs.ris` is neither an entry, nor a file that can be read, "
        "nor a DOI" in add(project, "--bib", "refs.ris").stderr
    )
    assert not (project / "intake").exists()


def test_a_work_that_the_bibliography_has_needs_no_entry(project: Path) -> None:
    assert add(project, "--key", "bulletin2002").returncode == 0
    assert "entry" not in yaml.safe_load((project / "intake/bulletin2002.yaml").read_text("utf-8"))


@pytest.mark.parametrize("step", ["write", "note", "rename", "text", "done"])
def test_what_fails_leaves_all_as_it_was(
    project: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(name: str) -> None:
        if name.startswith(step):
            raise OSError(28, "No space left on device", name)

    before = files(project)
    monkeypatch.setattr(transaction, "step", fail)
    assert add(project, "--key", "smith2021").returncode == 1
    assert files(project) == before


def killed(at: str, *arguments: str | Path, half: bool = False) -> None:
    """Run a command in a process of its own that is killed at a step.

    Or, if ``half``, when a text lies beside its place and not in it yet.
    """

    def die(name: str = "", *_: object) -> None:
        if name.startswith(at) or half:
            os.kill(os.getpid(), signal.SIGKILL)

    child = os.fork()
    if child == 0:
        try:
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            os.environ.pop("UCHTIL_SOURCES", None)
            if half:
                keeping._put = lambda *_: die()
            else:
                transaction.step = die
            main(list(map(str, arguments)))
        finally:
            os._exit(3)
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


@pytest.mark.parametrize("outside", [False, True], ids=["inside", "outside"])
@pytest.mark.parametrize("at", ["rename", "text", "half"])
def test_what_was_killed_is_taken_back_by_the_next_command(
    project: Path, at: str, *, outside: bool
) -> None:
    """Also where the texts lie outside the project."""
    texts = project / "sources"
    if outside:
        texts = texts.rename(project.parent / "texts")
    before, others = files(project), files(project.parent)
    new = project.parent / "new.txt"
    where = ("--project", project, "--sources", texts, "--key", "smith2021")
    killed(at, "add", new, *where, half=at == "half")
    assert files(project.parent) != others
    assert call("facts", "--project", project, UCHTIL_SOURCES=str(texts)).returncode == 0
    assert files(project) == before
    assert files(project.parent) == others
    assert call("add", new, *where).returncode == 0


def test_what_was_killed_with_all_done_stays(project: Path) -> None:
    before = files(project)
    killed("done", "add", project.parent / "new.txt", "--project", project, "--key", "smith2021")
    assert (project / "intake/.unfinished").exists()
    assert call("facts", "--project", project).returncode == 0
    made = {"intake/smith2021.yaml", "sources/smith2021.txt"}
    assert set(files(project)) == {*before, *made}


def test_a_text_that_cannot_be_kept_leaves_no_proposals(project: Path) -> None:
    (project / "sources/smith2021.txt").write_text("another", encoding="utf-8")
    before = files(project)
    told = add(project, "--key", "smith2021").stderr
    assert "smith2021.txt: error[text-taken]: another text is kept under the name" in told
    assert files(project) == before


def test_a_note_from_a_stranger_clears_nothing_away(project: Path) -> None:
    """Neither a text elsewhere nor what lies beside it, unless the user named that folder."""
    elsewhere = project.parent / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "a.txt").write_text("mine", encoding="utf-8")
    (elsewhere / ".a.txt.b.new").write_text("mine too", encoding="utf-8")
    (project / "intake").mkdir()
    for text in ([str(elsewhere / "a.txt"), "0" * 64], ["/dev/zero", "0" * 64], [1], "a"):
        note = {"files": {}, "text": text}
        (project / "intake/.unfinished").write_text(json.dumps(note), encoding="utf-8")
        assert call("facts", "--project", project).returncode == 0
        assert not (project / "intake/.unfinished").exists()
    assert sorted(files(elsewhere)) == [".a.txt.b.new", "a.txt"]


def test_json_without_a_source(project: Path) -> None:
    done = call("add", project / "no.txt", "--project", project, "--json")
    answer = json.loads(done.stdout)
    assert answer["added"] is None
    assert [each["code"] for each in answer["problems"]] == ["source-missing"]
