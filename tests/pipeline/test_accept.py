"""`./build.py accept` and `undo`: what is accepted goes into the files, all of it or nothing."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from uchtil.pipeline import transaction
from workshop import SOUND, ask, call, copy_sound, environment, replace

from .test_add import NEW, add, files

LABELS = (
    'label: {uz: "", ru: "", en: ""}',
    "label: {uz: Smit 2021, ru: Смит 2021, en: Smith 2021}",
    'covers: {uz: "", ru: "", en: ""}',
    "covers: {uz: metro tarixi, ru: история метро, en: the history of the metro}",
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A review to which a source was added, its label filled in."""
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    root = copy_sound(tmp_path / "review")
    assert add(root, "--key", "smith2021").returncode == 0
    for old, new in zip(LABELS[::2], LABELS[1::2], strict=True):
        replace(root / "intake/smith2021.yaml", old, new)
    return root


def mark(root: Path, *proposals: str, answer: str = "yes") -> None:
    for each in proposals:
        replace(
            root / "intake/smith2021.yaml",
            f"- id: {each}\n    accept: no",
            f"- id: {each}\n    accept: {answer}",
        )


def accept(root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return call("accept", "--project", root, *more)


def test_what_is_marked_is_put_in_and_nothing_else_changes(project: Path) -> None:
    before = files(project)
    mark(project, "p1", "p6")
    done = accept(project, "--yes")
    assert done.returncode == 0, done.stderr
    assert "accepted smith2021 p1, smith2021 p6" in done.stdout
    after = files(project)
    changed = {name for name in after if before.get(name) != after[name]}
    assert changed == {
        "content/facts/network.yaml",
        "content/facts/opening.yaml",
        "content/facts.lock",  # what the facts said before
        "content/sources.yaml",
        "bibliography/references.bib",
        "intake/smith2021.yaml",
        "intake/.accepted",
    }
    old = before["content/facts/opening.yaml"].decode()
    anchor = "        anchor: открылось в ноябре 1977 года\n        date: 1977-11\n"
    put_in = (
        "      - source: smith2021\n"
        "        anchor: of the Tashkent Metro was opened on 6 November 1977\n"
    )
    new = after["content/facts/opening.yaml"].decode()
    assert (
        new.replace(new[new.index("      - source: smith2021") :].split("\n  - id:")[0] + "\n", "")
        == old
    )
    assert anchor + put_in.split("\n", maxsplit=1)[0] in new
    assert after["bibliography/references.bib"].startswith(before["bibliography/references.bib"])
    assert "    accept: done\n" in (project / "intake/smith2021.yaml").read_text(encoding="utf-8")
    checked = ask("check", "--project", project)
    assert [each for each in checked.data if each["severity"] == "error"] == []


def test_it_tells_which_paragraphs_are_to_be_read_again(project: Path) -> None:
    mark(project, "p6")
    done = ask("accept", "--project", project, "--yes")
    assert done.data["written"]
    assert done.data["facts"] == ["third-line"]
    places = {(each["language"], each["file"], each["line"]) for each in done.data["reread"]}
    assert ("en", "content/sections/02-network/en.md", 3) in places
    assert {language for language, _, _ in places} == {"uz", "ru", "en"}


def test_undo_takes_it_back_byte_for_byte(project: Path) -> None:
    before = files(project)
    mark(project, "p1", "p5", "p6")
    marked = files(project)
    assert accept(project, "--yes").returncode == 0
    assert files(project) != marked
    assert call("undo", "--project", project).returncode == 0
    assert files(project) == marked
    assert marked.keys() == before.keys()
    again = call("undo", "--project", project)
    assert "error[nothing-to-undo]: no acceptance is noted that could be taken back" in again.stderr


def test_undo_refuses_where_a_file_was_edited_since(project: Path) -> None:
    mark(project, "p1")
    accept(project, "--yes")
    facts = project / "content/facts/opening.yaml"
    facts.write_text(facts.read_text(encoding="utf-8") + "# a note\n", encoding="utf-8")
    before = files(project)
    done = call("undo", "--project", project)
    assert done.returncode == 1
    assert (
        "content/facts/opening.yaml: error[changed-since]: the file was changed since the "
        "acceptance, so that it cannot be taken back" in done.stderr
    )
    assert files(project) == before


def test_line_ends_and_comments_stay(project: Path) -> None:
    path = project / "content/facts/network.yaml"
    text = path.read_text(encoding="utf-8") + "  # the last word\n"
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    before = path.read_bytes()
    mark(project, "p6")
    done = accept(project, "--yes")
    assert done.returncode == 0, done.stderr
    after = path.read_bytes()
    put_in = after[len(before) - len(b"  # the last word\r\n") : -len(b"  # the last word\r\n")]
    assert after.replace(put_in, b"") == before
    assert put_in.count(b"\r\n") == put_in.count(b"\n") == 3


def test_evidence_in_braces_is_added_in_braces(project: Path) -> None:
    mark(project, "p2")
    replace(
        project / "content/facts/opening.yaml",
        "    evidence:\n      - {source: karimova2019, anchor: unda toʻqqiz bekat bor edi}\n"
        "      - {source: petrov2008, anchor: на нём было девять станций}\n",
        "    evidence: [{source: karimova2019, anchor: unda toʻqqiz bekat bor edi}]\n",
    )
    assert accept(project, "--yes").returncode == 0
    text = (project / "content/facts/opening.yaml").read_text(encoding="utf-8")
    assert (
        "bekat bor edi}, {source: smith2021, anchor: 'It had nine stations, and its length'}]\n"
    ) in text


def test_blanks_are_told_with_their_lines_and_nothing_is_written(project: Path) -> None:
    mark(project, "p4", "p7")
    before = files(project)
    done = accept(project, "--yes")
    assert done.returncode == 1
    text = before["intake/smith2021.yaml"].decode().split("\n")
    line = next(n for n, each in enumerate(text, 1) if each == '      id: ""')
    assert (
        f"intake/smith2021.yaml:{line}:11: error[blank-left]: `id` is still empty, so it cannot be "
        "accepted" in done.stderr
    )
    assert done.stderr.count("error[blank-left]") == 3 + 4
    assert files(project) == before


def test_a_dispute_comes_with_how_it_is_settled(project: Path) -> None:
    mark(project, "p4")
    replace(
        project / "intake/smith2021.yaml",
        'resolution:\n      uz: ""\n      ru: ""\n      en: ""\n',
        "resolution:\n      uz: Birinchi sana toʻgʻri.\n      ru: Верна первая дата.\n"
        "      en: The first date is right.\n",
    )
    done = accept(project, "--yes")
    assert done.returncode == 0, done.stderr
    text = (project / "content/facts/network.yaml").read_text(encoding="utf-8")
    assert (
        "        date: 1984-12-09\n"
        "    resolution:\n"
        "      uz: Birinchi sana toʻgʻri.\n"
        "      ru: Верна первая дата.\n"
        "      en: The first date is right.\n"
        "  - id: third-line\n"
    ) in text


def test_a_new_fact_goes_into_the_file_of_its_theme(project: Path) -> None:
    mark(project, "p7")
    path = project / "intake/smith2021.yaml"
    replace(path, '      id: ""', "      id: fourth-line")
    replace(
        path,
        'statement:\n        uz: ""\n        ru: ""\n        en: ""\n',
        "statement:\n        uz: Toʻrtinchi yoʻnalish ochilgan.\n"
        "        ru: Открылась четвёртая линия.\n        en: The fourth line was opened.\n",
    )
    done = accept(project, "--yes")
    assert done.returncode == 0, done.stderr
    data = ask("facts", "--project", project).data
    fact = next(each for each in data if each["id"] == "fourth-line")
    assert fact["date"] == "2020"


def test_what_would_break_the_review_is_not_written(project: Path) -> None:
    mark(project, "p1")
    replace(
        project / "intake/smith2021.yaml",
        "anchor: of the Tashkent Metro was opened on 6 November 1977",
        "anchor: of the Tashkent Metro was never opened",
    )
    before = files(project)
    done = accept(project, "--yes")
    assert done.returncode == 1
    assert "error[anchor-not-found]" in done.stderr
    assert files(project) == before


def test_what_an_entry_lacks_is_told_where_the_entry_waits(project: Path) -> None:
    mark(project, "p1")
    path = project / "intake/smith2021.yaml"
    replace(path, "    title  = {Metro of Tashkent: a chronicle},\n", "")
    done = accept(project, "--yes")
    line = path.read_text(encoding="utf-8").split("\n").index("entry: |") + 1
    assert f"intake/smith2021.yaml:{line}: error[missing-title]" in done.stderr


def test_names_that_do_not_fit(project: Path) -> None:
    assert (
        "intake: error[no-proposals]: there are no proposals of `smth2021`"
        in accept(project, "smth2021", "--yes").stderr
    )
    mark(project, "p1", "p7")
    path = project / "intake/smith2021.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("theme: opening", "theme: tunnels").replace(
        "theme: network", "theme: tunnels"
    )
    text = text.replace('""', "words").replace("fact: first-line", "fact: last-line", 1)
    path.write_text(text, encoding="utf-8")
    done = accept(project, "--yes")
    assert "error[unknown-fact]" in done.stderr
    assert (
        "error[no-file-of-theme]: there is no file of facts of the theme `tunnels`" in done.stderr
    )


def test_a_proposal_without_anything_to_move(project: Path) -> None:
    mark(project, "p1")
    replace(
        project / "intake/smith2021.yaml",
        "    evidence:\n      source: smith2021\n"
        "      anchor: of the Tashkent Metro was opened on 6 November 1977\n",
        "",
    )
    assert (
        "error[nothing-to-accept]: the proposal `p1` has neither evidence for a fact nor a "
        "candidate" in accept(project, "--yes").stderr
    )


def test_all_that_confirms_without_doubt(project: Path) -> None:
    path = project / "intake/smith2021.yaml"
    replace(path, "fact: stations-1977", "fact: first-in-region")  # a claim
    replace(path, "date: 2001-10\n", "date: 2001-09\n")  # which is another month
    done = ask("accept", "--project", project, "--all-confirmed", "--yes")
    assert done.data["accepted"] == [f"smith2021 p{each}" for each in (1, 3)]


def test_a_dispute_that_is_none(project: Path) -> None:
    mark(project, "p6")
    path = project / "intake/smith2021.yaml"
    replace(
        path, "verdict: confirms\n    fact: third-line", "verdict: disputes\n    fact: third-line"
    )
    done = accept(project, "--yes")
    assert done.returncode == 0
    assert (
        f"intake/smith2021.yaml:{line_of(path, 'id: p6')}:9: warning[not-disputed]: the proposal "
        "`p6` is said to dispute `third-line`, and its date and value agree with all that is told "
        "of it\n" in done.stderr
    )


def test_nobody_to_ask(project: Path) -> None:
    mark(project, "p1")
    before = files(project)
    done = accept(project)
    assert done.returncode == 1
    assert "error[not-asked]" in done.stderr
    assert files(project) == before


def test_no_is_answered(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mark(project, "p1")
    before = files(project)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: "n")
    done = accept(project)
    assert (done.returncode, done.stdout.split("\n")[-2]) == (0, "nothing was written")
    assert files(project) == before
    (project.parent / "more.bib").write_text(
        "@book{brown2003, author = {Brown, Bob}, title = {Trains}, year = 2003, langid = {en}}",
        encoding="utf-8",
    )
    merged = call("add", project.parent / "more.bib", "--project", project)
    assert (merged.returncode, merged.stdout.split("\n")[-2]) == (0, "nothing was written")
    assert files(project) == before


def test_one_by_one_on_a_terminal(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["y", "n", "q", "y"])
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    done = accept(project)
    assert done.returncode == 0, done.stderr
    assert "accepted smith2021 p1\n" in done.stdout
    assert next(answers, "asked too often") == "asked too often"


@pytest.mark.parametrize("number", range(15))
def test_what_fails_at_any_step_leaves_all_as_it_was(
    project: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark(project, "p1")
    before = files(project)
    count = iter(range(100))

    def fail(name: str) -> None:
        if next(count) == number:
            raise OSError(28, "No space left on device", name)

    monkeypatch.setattr(transaction, "step", fail)
    done = accept(project, "--yes")
    if done.returncode == 0:
        assert number == 14, "there are fewer steps than files"
        return
    assert files(project) == before


def test_what_was_killed_is_taken_back_by_the_next_command(project: Path) -> None:
    mark(project, "p1")
    before = files(project)
    code = (
        "import os, signal, sys\n"
        "from uchtil.pipeline import transaction\n"
        "from uchtil.cli import main\n"
        "def die(name):\n"
        "    if name == 'rename content/sources.yaml':\n"
        "        os.kill(os.getpid(), signal.SIGKILL)\n"
        "transaction.step = die\n"
        "main(sys.argv[1:])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "accept", "--project", str(project), "--yes"],
        env=environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert files(project) != before
    assert call("facts", "--project", project).returncode == 0
    assert files(project) == before


def test_a_file_changed_meanwhile(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from uchtil.pipeline import accept as module

    mark(project, "p1")
    real = module.transaction.write_all

    def late(root: Path, changes: dict[str, transaction.Version]) -> None:
        path = root / "content/sources.yaml"
        path.write_text(path.read_text(encoding="utf-8") + "# late\n", encoding="utf-8")
        real(root, changes)

    monkeypatch.setattr(module.transaction, "write_all", late)
    done = accept(project, "--yes")
    assert (
        "content/sources.yaml: error[changed-meanwhile]: the file was changed while it was looked "
        "at; nothing was written" in done.stderr
    )
    assert "smith2021" not in (project / "content/sources.yaml").read_text(encoding="utf-8")


def test_a_note_from_a_stranger_writes_nowhere_else(project: Path) -> None:
    outside = project.parent / "outside.txt"
    outside.write_text("mine", encoding="utf-8")
    note = '{"files": {"../outside.txt": {"before": null, "after": "Z*p"}}}'
    (project / "intake/.unfinished").write_text(note, encoding="utf-8")
    (project / "intake/.accepted").write_text(note, encoding="utf-8")
    assert "error[nothing-to-undo]" in call("undo", "--project", project).stderr
    assert outside.read_text(encoding="utf-8") == "mine"


def test_a_text_that_counts_sources_is_stale_when_one_came(project: Path) -> None:
    mark(project, "p6")
    done = ask("accept", "--project", project, "--yes")
    abstract = [each for each in done.data["reread"] if each["section"] == "abstract"]
    assert [(each["language"], each["counts"], each["stale"]) for each in abstract] == [
        (code, ["source_count"], True) for code in ("uz", "ru", "en")
    ]

    def stale() -> list[str]:
        told = ask("check", "--project", project).data
        return [each["message"] for each in told if each["code"] == "stale-reading"]

    assert len(stale()) == 3
    assert stale()[0].startswith("paragraph 1 of `abstract` in Uzbek was confirmed on ")
    assert stale()[0].endswith(
        ", and counts other sources now: `source_count` (2 → 3; smith2021 (en-GB) came)"
    )
    assert call("confirm", "abstract", "en", "--project", project).returncode == 0
    assert [each.split(" was ")[0] for each in stale()] == [
        "paragraph 1 of `abstract` in Uzbek",
        "paragraph 1 of `abstract` in Russian",
    ]
    assert call("undo", "--project", project).returncode == 0
    assert [each.split(": ")[1] for each in stale()] == [
        "`source_count` (3 → 2; smith2021 (en-GB) went)"
    ]


def line_of(path: Path, words: str) -> int:
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(number for number, each in enumerate(lines, 1) if words in each)


def test_what_would_be_wrong_is_told_where_it_is_proposed(project: Path) -> None:
    mark(project, "p1", "p6")
    path = project / "intake/smith2021.yaml"
    replace(
        path,
        "anchor: of the Tashkent Metro was opened on 6 November 1977",
        "anchor: of the Tashkent Metro was never opened",
    )
    replace(path, "date: 2001-10\n", "date: 2001-09\n")
    done = accept(project, "--yes")
    assert (
        f"intake/smith2021.yaml:{line_of(path, 'never opened')}: error[anchor-not-found]: `of "
        "the Tashkent Metro was never opened` does not stand in the text of `smith2021` (in the "
        "review as it would be)\n" in done.stderr
    )
    fact = line_of(project / "content/facts/network.yaml", "id: third-line")
    proposal = line_of(path, "id: p6")
    assert f"content/facts/network.yaml:{fact}:" in done.stderr
    assert (
        f"(in the review as it would be, with intake/smith2021.yaml:{proposal}:9)\n" in done.stderr
    )


def test_what_the_source_lacks_and_what_is_known_from_no_work(project: Path) -> None:
    mark(project, "p1", "p6")
    path = project / "intake/smith2021.yaml"
    replace(path, *LABELS[1::-1])
    replace(
        path,
        "- id: p1\n    accept: yes\n    verdict: confirms",
        "- id: p1\n    accept: yes\n    verdict: known",
    )
    done = accept(project, "--yes")
    line = line_of(path, "anchor: of the Tashkent Metro was opened") - 1
    assert done.returncode == 1
    assert (
        f"intake/smith2021.yaml:{line}:7: error[blank-left]: the proposal `p1` is `known`, and "
        "does not say which work told it first\n    fill in `cites` (`cites: [key]` beside "
        "its anchor), or write `verdict: confirms`\n" in done.stderr
    )
    line = line_of(path, "  label:")
    assert (
        f"intake/smith2021.yaml:{line}:15: error[blank-left]: `label.uz` is still empty, so it "
        "cannot be accepted\n    fill it in: what tables and figures call the source\n"
        in done.stderr
    )


def test_what_follows_is_told_with_its_lines(project: Path) -> None:
    mark(project, "p1")
    review = project / "content/review.yaml"
    kazakh = (SOUND.parent / "metadata-differs/content/review.yaml").read_text(encoding="utf-8")
    review.write_text(kazakh.replace("бес дерек", "екі дерек"), encoding="utf-8")
    done = accept(project, "--yes")
    assert done.returncode == 0, done.stderr
    line = line_of(review, "    abstract: >-")
    assert done.stdout.endswith(f"before the next build mend: content/review.yaml:{line}\n")
