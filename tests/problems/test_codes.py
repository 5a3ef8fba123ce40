"""The table of checks against the program that tells them, the docs and the defect projects."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from uchtil.pipeline.manual import entries, entry_of, pages
from uchtil.problems import CHECKS
from uchtil.problems.codes import CIRCUMSTANTIAL
from workshop import ROOT

SOURCE = ROOT / "src" / "uchtil"
PROJECTS = ROOT / "tests" / "projects"

TELLERS = {
    *("error", "warning", "notice", "tell", "forbidden"),
    *("_error", "_stop", "_tell_lone", "WrongValue", "Fault"),
}
"""What is called with the code of a problem among its arguments."""

MADE = {
    "unknown-{kind}": (
        *("unknown-fact", "unknown-indicator", "unknown-kind", "unknown-name"),
        *("unknown-severity", "unknown-source", "unknown-status", "unknown-tag"),
        *("unknown-theme", "unknown-unit"),
    ),
    "unknown-{what}": ("unknown-language", "unknown-section"),
    "duplicate-{noun}": (
        *("duplicate-fact", "duplicate-figure", "duplicate-name"),
        *("duplicate-remark", "duplicate-source", "duplicate-table"),
    ),
}
"""The codes that are put together, by how that is written."""

WITHOUT_PROJECT = {
    "unreadable-file": "load/test_files.py",
    "link-outside": "pipeline/test_strangers.py",
    "unknown-section": "test_languages.py",
    "raw-code": "problems/test_faults.py",
    "foreign-image": "pipeline/test_strangers.py",
    "unsafe-link": "pipeline/test_strangers.py",
    "no-texts": "checks/test_evidence.py",
    "broken-output": "checks/test_readback.py",
    "references-differ": "checks/test_readback.py",
    "editions-differ": "checks/test_readback.py",
    "fallback-term": "checks/test_readback.py",
    "docx-figure": "formats/docx/test_docx_finish.py",
    "docx-link": "formats/docx/test_docx_finish.py",
    "docx-style": "formats/docx/test_docx_finish.py",
    "unreadable-docx": "formats/docx/test_docx_finish.py",
    "broken-style": "formats/test_csl.py",
    "foreign-font": "problems/test_faults.py",
    "lost-note": "problems/test_faults.py",
    "weasyprint": "problems/test_faults.py",
    "pandoc-failed": "problems/test_faults.py",
    "pandoc": "problems/test_faults.py",
    "unresolved-citation": "problems/test_faults.py",
    "internal": "problems/test_faults.py",
    "no-project": "test_cli.py",
    "foreign-output": "pipeline/test_whole_or_not.py",
    "output-busy": "pipeline/test_whole_or_not.py",
    "not-asked": "pipeline/test_mend.py",
    "system": "test_cli.py",
    "transliterated-from-nothing": "pipeline/test_cyrillic.py",
    "unknown-edition": "pipeline/test_cyrillic.py",
    "not-uzbek": "pipeline/test_cyrillic.py",
    "dead-address": "checks/test_addresses.py",
    "moved-address": "checks/test_addresses.py",
    "closed-address": "checks/test_addresses.py",
    "unanswered-address": "checks/test_addresses.py",
    "private-address": "checks/test_addresses.py",
    "no-network": "checks/test_addresses.py",
    "not-romanised": "bibliography/test_romanised.py",
    "no-english-title": "bibliography/test_romanised.py",
    "forbidden-sign": "bibliography/test_romanised.py",
    "replaced-sign": "bibliography/test_romanised.py",
    "unknown-journal": "pipeline/test_submit.py",
    "unknown-system": "pipeline/test_submit.py",
    "journal-exists": "pipeline/test_submit.py",
    "journal-abstract": "pipeline/test_submit.py",
    "journal-anonymity": "pipeline/test_submit.py",
    "journal-author": "pipeline/test_submit.py",
    "journal-code": "pipeline/test_submit.py",
    "journal-keywords": "pipeline/test_submit.py",
    "journal-language": "pipeline/test_submit.py",
    "journal-length": "pipeline/test_submit.py",
    "journal-list": "journals/test_inspection.py",
    "journal-look": "journals/test_inspection.py",
    "journal-metadata": "pipeline/test_submit.py",
    "journal-section": "pipeline/test_submit.py",
    "journal-title": "pipeline/test_submit.py",
    "journal-works": "pipeline/test_submit.py",
    "broken-release": "pipeline/test_release.py",
    "unknown-release": "pipeline/test_changes.py",
    "release-exists": "pipeline/test_release.py",
    "release-version": "pipeline/test_release.py",
    "release-date": "pipeline/test_release.py",
    "release-stale": "pipeline/test_release.py",
    "redline-differs": "changes/test_redline.py",
    "nothing-built": "pipeline/test_serve.py",
    "port-taken": "pipeline/test_serve.py",
    "not-a-bibliography": "bibliography/merge/test_readers.py",
    "no-entry-read": "pipeline/test_merging.py",
    "broken-incoming": "bibliography/merge/test_readers.py",
    "unfit-value": "bibliography/merge/test_readers.py",
    "doubtful-name": "bibliography/merge/test_readers.py",
    "doubtful-work": "bibliography/merge/test_writing.py",
    "entry-waits": "pipeline/test_merging.py",
    "language-unknown": "bibliography/merge/test_writing.py",
    "source-missing": "intake/test_texts.py",
    "source-folder": "intake/test_texts.py",
    "source-not-a-file": "intake/test_texts.py",
    "source-unreadable": "intake/test_texts.py",
    "source-too-large": "intake/test_texts.py",
    "source-empty": "intake/test_texts.py",
    "source-format": "intake/test_texts.py",
    "source-ending": "intake/test_texts.py",
    "source-broken": "intake/test_texts.py",
    "source-encrypted": "intake/test_texts.py",
    "source-unpacks": "intake/test_texts.py",
    "source-entities": "intake/test_texts.py",
    "source-scanned": "intake/test_texts.py",
    "source-page-scanned": "intake/test_texts.py",
    "source-glyphs": "intake/test_texts.py",
    "source-furniture": "intake/test_texts.py",
    "source-encoding": "intake/test_texts.py",
    "source-recoded": "intake/test_texts.py",
    "source-font": "intake/test_texts.py",
    "source-language": "intake/test_texts.py",
    "text-taken": "intake/test_keeping.py",
    "text-not-kept": "intake/test_keeping.py",
    "source-known": "pipeline/test_add.py",
    "source-key": "pipeline/test_add.py",
    "source-key-taken": "pipeline/test_add.py",
    "entry-unreadable": "pipeline/test_add.py",
    "entry-not-one": "pipeline/test_add.py",
    "entry-doubtful": "pipeline/test_given.py",
    "entry-other-text": "pipeline/test_given.py",
    "no-proposals": "pipeline/test_accept.py",
    "blank-left": "pipeline/test_accept.py",
    "nothing-to-accept": "pipeline/test_accept.py",
    "not-sharper": "pipeline/test_sharpening.py",
    "not-disputed": "pipeline/test_accept.py",
    "no-file-of-theme": "pipeline/test_accept.py",
    "changed-meanwhile": "pipeline/test_accept.py",
    "nothing-to-undo": "pipeline/test_accept.py",
    "changed-since": "pipeline/test_accept.py",
    "doi-form": "intake/test_doi.py",
    "doi-unknown": "intake/test_doi.py",
    "doi-no-network": "intake/test_doi.py",
    "doi-no-answer": "intake/test_doi.py",
    "doi-no-record": "intake/test_doi.py",
}
"""What `check` cannot show of a small review: it is of finished files, or of what was asked."""


# ------------------------------------------------------------------ the program


def _words(node: ast.expr) -> Iterator[str]:
    """Yield the texts that an expression can be, f-strings with their names in braces."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield ast.unparse(node)[2:-1]
    elif isinstance(node, ast.IfExp):
        yield from _words(node.body)
        yield from _words(node.orelse)


@cache
def told() -> frozenset[str]:
    """Return every code that the program can give."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        if path.parent.name == "problems":
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                given = [each.value for each in node.keywords if each.arg == "code"]
                if name in TELLERS and node.args:
                    given += node.args[:1] if name != "_tell_lone" else node.args
                found.update(word for each in given for word in _words(each))
                if name == "Word":  # a word and the code of another
                    found.update(word for each in node.args[1:2] for word in _words(each))
            elif isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                names = {each.id for each in targets if isinstance(each, ast.Name)}
                if names & {"code", "CODE", "BROKEN"}:
                    found.update(_words(node.value))
                if "_MEASURE_NEEDS" in names or "_CONTENT_PROBLEMS" in names:
                    found.update(
                        each.value
                        for each in ast.walk(node.value)
                        if isinstance(each, ast.Constant)
                        and isinstance(each.value, str)
                        and re.fullmatch(r"[a-z]+(-[a-z]+)+", each.value)
                    )
                if isinstance(node.value, ast.Tuple):  # code, message = ("…", f"…")
                    found.update(_words(node.value.elts[0]) if _pair(node) else ())
    # The command line writes these out by itself, before a collector is there.
    for path in (SOURCE / "cli").glob("*.py"):
        found.update(re.findall(r"error\[([\w-]+)\]", path.read_text(encoding="utf-8")))
    for pattern, codes in MADE.items():
        assert pattern in found, f"nothing is put together as {pattern} any more"
        found.discard(pattern)
        found.update(codes)
    return frozenset(
        each for each in found if re.fullmatch(r"[a-z]+(-[a-z]+)*", each) and each not in NO_CODES
    )


def _pair(node: ast.Assign | ast.AnnAssign) -> bool:
    target = node.targets[0] if isinstance(node, ast.Assign) else node.target
    return isinstance(target, ast.Tuple) and ast.unparse(target.elts[0]) == "code"


NO_CODES = frozenset({"uz", "uz-cyrl", "ru", "en", "kk"})
"""Languages have codes too."""


def test_every_code_that_is_told_stands_in_the_table() -> None:
    assert sorted(told() - CHECKS.keys()) == []


def test_every_code_of_the_table_can_be_told() -> None:
    assert sorted(CHECKS.keys() - told()) == []


def test_what_depends_on_the_texts_is_a_check() -> None:
    assert CHECKS.keys() >= CIRCUMSTANTIAL


def test_only_errors_are_fixed() -> None:
    assert {each.severity.value for each in CHECKS.values() if each.fixed} == {"error"}


# ------------------------------------------------------------------ defects and docs


@cache
def examples() -> dict[str, list[str]]:
    """Return what the defect projects show of each check."""
    found: dict[str, list[str]] = {}
    for path in sorted(PROJECTS.glob("*/expected.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if met := re.match(r"\S+ \w+\[([\w-]+)\]: ", line):
                found.setdefault(met[1], []).append(line)
    return found


@cache
def documented() -> dict[str, list[str]]:
    """Return the entries of the docs, by code."""
    found: dict[str, list[str]] = {}
    for path in pages(ROOT / "docs"):
        for code, text in entries(path.read_text(encoding="utf-8")).items():
            found.setdefault(code, []).append(text)
    return found


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_a_check_is_shown_by_a_defect(code: str) -> None:
    """By a project, or else by a test that is named here."""
    if code in WITHOUT_PROJECT:
        assert code not in examples(), "it has a project: take it out of the list"
        text = (ROOT / "tests" / WITHOUT_PROJECT[code]).read_text(encoding="utf-8")
        assert re.search(rf"[\"'\[]{code}[\]\"']", text)
    else:
        assert code in examples()


@pytest.mark.parametrize("code", sorted(CHECKS))
def test_a_check_is_documented(code: str) -> None:
    """Once: how much it matters, what it means, an example as it is printed, how to mend it."""
    (entry,) = documented().get(code, ["nothing"])
    check = CHECKS[code]
    usual = check.severity.value.capitalize() + (", always" if check.fixed else "")
    assert entry.startswith(f"*{usual}.* ")
    assert "**To mend:** " in entry
    shown = [line.strip() for line in entry.splitlines() if line.startswith("    ")]
    assert shown
    for line in shown:
        if code in WITHOUT_PROJECT:
            head, _, message = line.partition("]: ")
            assert head.endswith(f"[{code}")
            assert is_asserted(WITHOUT_PROJECT[code], message)
        else:
            assert line in examples()[code]


def is_asserted(test: str, message: str) -> bool:
    """Whether a test holds a message, at least as far as it does not depend on the place."""
    tree = ast.parse((ROOT / "tests" / test).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if message in node.value:
                return True
        elif isinstance(node, ast.JoinedStr):
            parts = [
                re.escape(str(each.value)) if isinstance(each, ast.Constant) else ".+"
                for each in node.values
            ]
            for line in "".join(parts).split("\\\n"):
                if re.fullmatch(line.rpartition(r"\]:\ ")[2], message):
                    return True
    return False


def test_no_entry_is_of_a_check_that_there_is_not() -> None:
    """A heading that looks like a code is one: else a renamed check would leave its page."""
    for path in pages(ROOT / "docs"):
        text = path.read_text(encoding="utf-8")
        for heading in re.findall(r"^#{2,4} ([a-z]+(?:-[a-z]+)*)$", text, re.MULTILINE):
            assert heading in CHECKS, path


def test_every_link_of_the_list_leads_to_its_entry() -> None:
    index = (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
    links = re.findall(r"\[([a-z-]+)\]\(checks/([a-z]+\.md)#([a-z-]+)\)", index)
    assert sorted(code for code, _, _ in links) == sorted(CHECKS)
    for code, page, anchor in links:
        assert code == anchor
        text = (ROOT / "docs" / "checks" / page).read_text(encoding="utf-8")
        assert f"\n### {code}\n" in text, (code, page)


def test_an_entry_is_told_with_its_place() -> None:
    told = entry_of("dash")
    assert told.startswith("dash (warning; docs/checks/signs.md)\n\n*Warning.* A hyphen that ")
    assert told.endswith("**To mend:** Mended by `fix`.")
    assert entry_of("yaml-syntax").startswith("yaml-syntax (error, always; docs/checks/files.md)")


def test_entries_end_where_the_next_heading_begins() -> None:
    page = (
        "# All\n\n### dash\n\nOne.\n\n## Others\n\nNo entry.\n\n### word-list, word-order\n\nTwo.\n"
    )
    assert entries(page) == {"dash": "One.", "word-list": "Two.", "word-order": "Two."}


def test_pages_are_the_list_and_the_folder(tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    (tmp_path / "checks" / "b.md").write_text("")
    (tmp_path / "checks" / "a.md").write_text("")
    assert [each.relative_to(tmp_path).as_posix() for each in pages(tmp_path)] == [
        "checks.md",
        "checks/a.md",
        "checks/b.md",
    ]
