"""The parts that a build is put together from, each by itself."""

from __future__ import annotations

import datetime
import os
import time
from pathlib import Path

import pytest

from specimens import evidence, fact, measure, quantity, sound
from uchtil.model import Bound, Scale, Status
from uchtil.pipeline import fingerprints, manifest, places, staging
from uchtil.pipeline.editions import FORMATS, editions_of, wanted_outputs
from uchtil.pipeline.explain import Shown, Sight, Story
from uchtil.pipeline.listing import fact_as_data, fact_as_line, story_as_text
from uchtil.pipeline.steps import why_stale
from uchtil.pipeline.workers import TaskFailed, Workers
from workshop import names

# ------------------------------------------------------------------ workers


def test_the_heaviest_of_what_waits_is_done_first() -> None:
    workers = Workers(1)
    workers.submit("first", 0, lambda: time.sleep(0.1))
    for name, weight in (("light", 1), ("heavy", 9), ("middle", 5)):
        workers.submit(name, weight, lambda name=name: name.upper())
    done = list(workers.finished(block=True))
    assert [each.name for each in done] == ["first", "heavy", "middle", "light"]
    assert [each.result for each in done] == [None, "HEAVY", "MIDDLE", "LIGHT"]


def test_as_many_run_side_by_side_as_there_are_jobs() -> None:
    workers = Workers(2)
    for name in ("a", "b", "c"):
        workers.submit(name, 1, lambda: (time.monotonic(), time.sleep(0.2), time.monotonic()))
    times = {each.name: (each.result[0], each.result[2]) for each in workers.finished(block=True)}
    assert times["b"][0] < times["a"][1], "a and b at once"
    assert times["c"][0] >= min(times["a"][1], times["b"][1]), "c waits for one of them"


def test_without_blocking_only_what_is_done_is_told() -> None:
    workers = Workers(1)
    workers.submit("slow", 1, lambda: time.sleep(5))
    assert list(workers.finished(block=False)) == []
    workers.stop()
    assert list(workers.finished(block=True)) == []


def test_a_task_that_fails_is_told_with_its_traceback() -> None:
    workers = Workers(1)
    workers.submit("bad", 1, lambda: 1 // 0)
    with pytest.raises(TaskFailed, match="ZeroDivisionError: integer division"):
        list(workers.finished(block=True))
    workers.stop()


def test_a_task_that_is_killed_is_told() -> None:
    workers = Workers(1)
    workers.submit("victim", 1, lambda: os.kill(os.getpid(), 9))
    with pytest.raises(TaskFailed, match=r"^victim: the process was killed$"):
        list(workers.finished(block=True))


# ------------------------------------------------------------------ staging


def test_what_is_made_is_swapped_in_whole(tmp_path: Path) -> None:
    output = tmp_path / "output"
    for text in ("old", "new"):
        with staging.staging(output) as folder:
            (folder / "file").write_text(text, encoding="utf-8")
            staging.swap_in(folder, output)
        assert (output / "file").read_text(encoding="utf-8") == text
    assert names(tmp_path) == [".output.lock", "output"]


def test_a_folder_that_is_not_swapped_in_goes(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError), staging.staging(tmp_path / "output") as folder:
        assert folder.is_dir()
        raise RuntimeError
    assert names(tmp_path) == [".output.lock"]


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / ".output.staging-abc"
    left.mkdir()
    (left / "half").write_text("x", encoding="utf-8")
    other = tmp_path / ".output2.staging-abc"
    other.mkdir()
    with staging.staging(tmp_path / "output") as folder:
        assert not left.exists()
        assert folder.parent == tmp_path, "on the same file system, to be renamed"
    assert other.exists(), "another output's work is left alone"


def test_an_output_is_written_by_one_at_a_time(tmp_path: Path) -> None:
    output = tmp_path / "output"
    with (
        staging.staging(output) as folder,
        pytest.raises(staging.OutputBusy),
        staging.staging(output),
    ):
        pass
    assert not folder.exists()
    with staging.staging(output):
        pass


def test_without_the_system_call_two_renames_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_exchange", lambda *_: False)
    test_what_is_made_is_swapped_in_whole(tmp_path)


def test_what_is_kept_is_not_copied(tmp_path: Path) -> None:
    (tmp_path / "old").write_text("x", encoding="utf-8")
    staging.keep(tmp_path / "old", tmp_path / "in" / "new")
    assert (tmp_path / "in" / "new").samefile(tmp_path / "old")


# ------------------------------------------------------------------ the manifest


def written(output: Path) -> manifest.Manifest:
    (output / "en").mkdir(parents=True)
    (output / "en/review.html").write_text("page", encoding="utf-8")
    kept = manifest.Manifest(
        style="apa",
        own_style="gost-numeric",
        inputs={"content/review.yaml": "abc"},
        outputs={"en/review.html": manifest.describe(output / "en/review.html")},
        fresh=frozenset({"en/review.html"}),
    )
    manifest.write_manifest(output, kept)
    return kept


def test_a_manifest_comes_back_as_it_was_written(tmp_path: Path) -> None:
    assert manifest.read_manifest(tmp_path) is None
    assert written(tmp_path) == manifest.read_manifest(tmp_path)
    assert manifest.is_ours(tmp_path)


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", "{}", '{"format": 999}', '{"format": 1, "outputs": 5}', "\udcff"],
)
def test_a_manifest_that_cannot_be_trusted_is_none(tmp_path: Path, text: str) -> None:
    written(tmp_path)
    path = tmp_path / manifest.FOLDER / "manifest.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    assert manifest.read_manifest(tmp_path) is None


def test_which_outputs_are_intact(tmp_path: Path) -> None:
    kept = written(tmp_path)
    name = "en/review.html"
    assert manifest.intact(tmp_path, kept, name)
    assert not manifest.intact(tmp_path, kept, "ru/review.html")
    (tmp_path / name).write_text("edit", encoding="utf-8")
    assert not manifest.intact(tmp_path, kept, name), "of the same length, but changed later"
    (tmp_path / name).unlink()
    assert not manifest.intact(tmp_path, kept, name)


def test_whose_folder_it_is(tmp_path: Path) -> None:
    assert manifest.is_ours(tmp_path / "absent")
    assert manifest.is_ours(tmp_path)
    (tmp_path / "letter.txt").write_text("x", encoding="utf-8")
    assert not manifest.is_ours(tmp_path)
    assert not manifest.is_ours(tmp_path / "letter.txt")


# ------------------------------------------------------------------ places and fingerprints


def test_a_fingerprint_is_of_contents_alone(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "other"
    one.write_text("same", encoding="utf-8")
    other.write_text("same", encoding="utf-8")
    prints = fingerprints.of_files({"a": one, "b": other})
    assert prints["a"] == prints["b"] == fingerprints.of_text("same")
    assert fingerprints.of_text("Same") != prints["a"]
    assert fingerprints.of_value({"a": 1, "b": 2}) == fingerprints.of_value({"b": 2, "a": 1})


def test_a_file_that_cannot_be_read_has_a_fingerprint(tmp_path: Path) -> None:
    assert fingerprints.of_files({"gone": tmp_path / "gone"}) == {"gone": "unreadable (2)"}


def test_the_tools_are_told_with_their_versions() -> None:
    tools = fingerprints.of_tools()
    assert {"python", "weasyprint", "pypandoc_binary", "jinja2", "lxml"} <= tools.keys()
    assert tools["weasyprint"] == "70.0"


def test_input_files_are_those_that_matter(tmp_path: Path) -> None:
    for name in ("content/a.yaml", "content/.hidden", "bibliography/b.bib", "output/c", "note.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")
    found = set(places.input_files(tmp_path))
    assert {name for name in found if name.startswith(("content/", "bibliography/"))} == {
        "content/a.yaml",
        "bibliography/b.bib",
    }
    assert {"program/cli/__init__.py", "templates/page.html.j2"} <= found, (
        "shipped, since it has none"
    )
    assert not any("__pycache__" in name or name.startswith(("output", "note")) for name in found)


def test_own_templates_come_before_the_shipped_ones(tmp_path: Path) -> None:
    assert places.templates_of(tmp_path) == places.shipped_templates()
    (tmp_path / "templates").mkdir()
    assert places.templates_of(tmp_path) == tmp_path / "templates"


# ------------------------------------------------------------------ editions and steps


def test_the_editions_of_a_review() -> None:
    editions = editions_of(sound().review)
    assert [(each.id, each.parts) for each in editions] == [
        ("uz", ("uz",)),
        ("ru", ("ru",)),
        ("en", ("en",)),
        ("trilingual", ("uz", "ru", "en")),
    ]
    assert editions[-1].file("pdf") == "trilingual/review.pdf"
    assert len(wanted_outputs(editions, (), ())) == 4 * len(FORMATS)
    assert wanted_outputs(editions, ("ru",), ("pdf", "html")) == {"ru/review.pdf", "ru/review.html"}


@pytest.mark.parametrize(
    ("now", "before", "reasons"),
    [
        ({"a": "1"}, None, ["it has not been made yet"]),
        ({"a": "1"}, {"a": "1"}, []),
        (
            {"a": "1", "b": "2", "new": "3"},
            {"a": "1", "b": "0", "old": "4"},
            ["b changed", "new is new", "old is gone"],
        ),
    ],
)
def test_why_a_step_would_run(
    now: dict[str, str], before: dict[str, str] | None, reasons: list[str]
) -> None:
    assert why_stale(now, before) == reasons


# ------------------------------------------------------------------ listing


def test_a_measured_fact_as_data_loses_no_digit() -> None:
    data = fact_as_data(
        fact(
            value=quantity("4.50", unit="usd", scale=Scale.BILLION, upper="5", bound=Bound.ABOUT),
            status=Status.PLAN,
        )
    )
    assert data["value"] == {
        "number": "4500000000.00",
        "amount": "4.50",
        "scale": "billion",
        "bound": "about",
        "upper": "5",
    }
    assert (data["unit"], data["status"], data["date"]) == ("usd", "plan", None)


def test_a_fact_as_text_tells_each_sources_reading() -> None:
    passages = (
        evidence(),
        evidence("petrov2008", "1977", value=quantity("8"), status=Status.PLAN, cites=("x", "y")),
    )
    shown = (
        Shown(passage=passages[0], sight=Sight.NO_TEXT, seen=datetime.date(2026, 11, 20)),
        Shown(passage=passages[1], sight=Sight.NO_TEXT),
    )
    told = story_as_text(
        Story(told=measure("a", "1977-11", "9", evidence=passages), passages=shown),
        lambda words: f"[[{words}]]",
    )
    assert told == [
        "a (measure, differing), content/facts/test.yaml:1",
        "  date: 1977-11",
        "  value: 9 station, actual",
        "  uz: what a says (uz)",
        "  ru: what a says (ru)",
        "  en: what a says (en)",
        "  karimova2019, last seen on 2026-11-20 (content/facts/test.yaml:1):",
        "    [[some words]]",
        "  petrov2008, says 1977, 8 station, plan, citing x, y, never looked up "
        "(content/facts/test.yaml:1):",
        "    [[some words]]",
        "  not used in uz",
        "  not used in ru",
        "  not used in en",
    ]


def test_a_fact_as_a_line() -> None:
    assert fact_as_line(fact("a")) == "a  (no date)  single  karimova2019"
