"""Planting seeds in copies of the review, and what is told of them.

Seeds of one run are planted in one copy: they do not touch each other, and one run has to
tell all of them, and nothing else.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable
from pathlib import Path

from uchtil.checks.evidence import LOCK as EVIDENCE_LOCK
from uchtil.checks.parity import LOCK as LANGUAGES_LOCK
from uchtil.checks.parity import compare_printed, read_printed
from uchtil.checks.readback import Cited, FileReading, compare_editions, compare_with_expected
from uchtil.checks.readback.docx import read_docx
from uchtil.checks.readback.html import read_html
from uchtil.checks.readback.pdf import read_pdf
from uchtil.load import load
from uchtil.pipeline.check import check, examine
from uchtil.pipeline.prepare import prepare
from uchtil.problems import Problem, Problems, Severity

from . import SEEDS
from .ground import Ground, Seed, Told, copy_review

RUNS = tuple(dict.fromkeys(each.run for each in SEEDS.values()))


def prepared(run: str, target: Path, output: Path | None) -> Ground:
    """Return a copy of the review as a run needs it."""
    ground = copy_review(target, output if run.startswith("files") else None)
    if run in ("warnings", "texts"):
        # That other languages have not followed an edit is what the run `stale` is about.
        (ground.root / LANGUAGES_LOCK).unlink()
    if run == "texts":
        _write_texts(ground)
    return ground


def _write_texts(ground: Ground) -> None:
    """Write texts that hold the passages, and register them: the real ones are not ours."""
    project = load(ground.root, Problems()).project
    assert project is not None
    ground.texts = ground.root / "texts"
    ground.texts.mkdir()
    passages: dict[str, list[str]] = {key: [] for key in project.sources}
    for each in (*project.facts.values(), *project.remarks.values()):
        for passage in getattr(each, "evidence", None) or each.passages:
            passages[passage.source].append(passage.anchor)
    spellings: dict[str, list[str]] = {key: [] for key in project.sources}
    for name in project.names.values():
        for key, forms in name.spellings.items():
            spellings[key] += forms
    file = "content/sources.yaml"
    for source in project.sources.values():
        paragraphs = _with_spellings(_distinct(passages[source.key]), spellings[source.key])
        text = "".join(f"Bosh soʻzlar {each} va oxiri.\n\n" for each in paragraphs)
        (ground.texts / source.text).write_text(text, encoding="utf-8")
        digest = hashlib.sha256(text.encode()).hexdigest()
        ground.swap(file, "(?<=sha256:)[0-9a-f]+", digest, after=rf"^  - key: {source.key}$")
        lock = ground.root / EVIDENCE_LOCK
        seen = lock.read_text(encoding="utf-8")
        lock.write_text(seen.replace(source.fingerprint, f"sha256:{digest}"), encoding="utf-8")


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+|[ʻʼ]", "", text).casefold()


def _distinct(anchors: Iterable[str]) -> list[str]:
    """Return the anchors that are no part of another: each is to stand in one paragraph."""
    kept: list[str] = []
    for each in sorted(dict.fromkeys(anchors), key=lambda one: -len(_letters(one))):
        if not any(_letters(each) in _letters(other) for other in kept):
            kept.append(each)
    return kept


def _with_spellings(paragraphs: list[str], spellings: Iterable[str]) -> list[str]:
    """Return paragraphs in which names are spelt as they are said to be.

    A spelling that holds a whole anchor stands in its paragraph, any other in the last one.
    """
    paragraphs = [*paragraphs, "Nomlar"]
    for each in spellings:
        if not any(each in paragraph for paragraph in paragraphs):
            beside = (
                at
                for at, paragraph in enumerate(paragraphs[:-1])
                if _letters(paragraph) in _letters(each)
            )
            paragraphs[next(beside, -1)] += f" \u2013 {each}"
    return paragraphs


def plant(ground: Ground, seeds: Iterable[Seed]) -> dict[str, tuple[Told, ...]]:
    """Plant seeds in a copy; return what must be told of each."""
    found = {}
    for each in seeds:
        told = each.plant(ground)
        found[each.name] = told if isinstance(told, tuple) else (told,)
    return found


def told(run: str, ground: Ground) -> list[Problem]:
    """Return the errors and warnings that a copy gives."""
    problems = Problems()
    if run.startswith("files"):
        read_back(ground.root, problems)
    else:
        check(ground.root, ground.texts, problems)
    return [each for each in problems if each.severity is not Severity.NOTICE]


_READERS = {"html": read_html, "pdf": read_pdf}


def read_back(root: Path, problems: Problems) -> None:
    """Read finished files back, as a build does before they are swapped in.

    What they should hold is what the build that made them had from citeproc: its manifest
    has it.  Only files that are not those of the manifest are read again.
    """
    manifest = json.loads((root / "output/.uchtil/manifest.json").read_text(encoding="utf-8"))
    ready = prepare(root, problems)
    assert ready is not None
    examined = examine(ready, root, None, problems)
    readings: dict[str, FileReading] = {}
    printed = []
    for name, (citations, references, _) in manifest["readback"].items():
        path = root / "output" / name
        expected = FileReading(
            tuple(Cited(*each) for each in citations), tuple(Cited(*each) for each in references)
        )
        readings[name] = expected
        if path.suffix == ".html" and not name.startswith("trilingual"):
            printed += read_printed(path, ("uz", "ru", "en"), name.partition("/")[0])
        if hashlib.sha256(path.read_bytes()).hexdigest() in json.dumps(manifest["outputs"][name]):
            continue
        if path.suffix == ".docx":
            readings[name] = read_docx(path, ready.article.order)
        else:
            readings[name] = _READERS[path.suffix[1:]](path)
        compare_with_expected(f"output/{name}", readings[name], expected, problems)
    compare_printed(ready.project, examined.rows, printed, problems)
    if problems.errors:  # as in a build: what else would be told follows from it
        return
    for format_name in ("html", "pdf", "docx"):
        compare_editions(
            {
                f"output/{name}": each
                for name, each in readings.items()
                if name.endswith(format_name)
            },
            problems,
        )


def matches(expected: Told, problem: Problem) -> bool:
    """Whether a problem is the one that a seed must bring."""
    return (
        problem.code == expected.code
        and (problem.where.file, problem.where.line) == expected.mark.place
        and expected.says in re.sub(r"\s+", " ", f"{problem.message} {problem.hint}")
    )


def shown(problem: Problem) -> str:
    return str(problem).replace("\n", " ")
