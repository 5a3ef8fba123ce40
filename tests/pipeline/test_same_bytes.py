"""The same inputs give the same bytes, whoever builds them, where and when."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from workshop import TOP, built, command_line, copy_sound, environment, names, snapshot, stamps


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> list[str]:
    """Return the names of the files that are not the same in both."""
    return [name for name in one.keys() | other.keys() if one.get(name) != other.get(name)]


def test_another_folder_place_time_and_language_of_the_machine(
    sound_built: Path, tmp_path: Path
) -> None:
    project = copy_sound(tmp_path / "under another name, with spaces")
    output = tmp_path / "elsewhere" / "results"
    done = subprocess.run(
        command_line("--project", project, "--output", output, "--jobs", "1", "--quiet"),
        cwd="/",
        env=environment(
            TZ="Pacific/Kiritimati",
            LC_ALL="C",
            LANG="C",
            HOME=str(tmp_path),
            PYTHONHASHSEED="7",
            SOURCE_DATE_EPOCH="1",
        ),
        umask=0o077,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    ours, others = snapshot(sound_built / "output"), snapshot(output)
    assert len(ours) == 15
    assert differing(ours, others) == []


def test_partial_builds_make_the_same_as_a_whole_one(sound_built: Path, tmp_path: Path) -> None:
    project = copy_sound(tmp_path / "bit by bit")
    assert built("--project", project, "--language", "ru", "--format", "html") == [
        "ru/review.html",
        *TOP,
    ]
    output = project / "output"
    assert sorted(snapshot(output)) == [*TOP, "ru/review.html"]
    assert "ru/review.html" in (output / "index.html").read_text(encoding="utf-8")
    assert "review.pdf" not in (output / "index.html").read_text(encoding="utf-8")
    made = built("--project", project, "--format", "docx", "--language", "ru", "--language", "en")
    assert made == ["en/review.docx", "ru/review.docx", *TOP]
    made = built("--project", project)
    assert len(made) == 12, "what is up to date is not made again"
    assert differing(snapshot(sound_built / "output"), snapshot(output)) == []
    assert built("--project", project) == []


@pytest.mark.parametrize("style", ["chicago-notes"])
def test_a_style_and_back(sound: Path, sound_built: Path, style: str) -> None:
    made = built("--project", sound, "--style", style, "--language", "en")
    assert made == [
        "en/review.docx",
        "en/review.html",
        "en/review.pdf",
        *TOP,
    ]
    page = (sound / "output/en/review.html").read_text(encoding="utf-8")
    assert ("(1980, as cited in" in page or "Karimova, 2019" in page) is (style == "apa")
    made = built("--project", sound)
    assert [name for name in made if name.startswith("en/")] == [
        "en/review.docx",
        "en/review.html",
        "en/review.pdf",
    ]
    assert differing(snapshot(sound_built / "output"), snapshot(sound / "output")) == []


def test_nothing_to_do_touches_nothing(sound: Path) -> None:
    before = stamps(sound / "output")
    beside = names(sound)
    assert built("--project", sound) == []
    assert stamps(sound / "output") == before
    assert names(sound) == beside


def test_an_edited_output_is_made_again(sound: Path, sound_built: Path) -> None:
    (sound / "output/en/review.html").write_text("edited by hand", encoding="utf-8")
    (sound / "output/ru/review.pdf").unlink()
    (sound / "output/index.html").write_text("edited by hand", encoding="utf-8")
    made = built("--project", sound)
    assert made == ["en/review.html", "ru/review.pdf", *TOP]
    assert differing(snapshot(sound_built / "output"), snapshot(sound / "output")) == []


def test_one_word_makes_the_same_as_a_whole_build_and_leaves_all_else(
    sound: Path, sound_built: Path, tmp_path: Path
) -> None:
    texts = sound / "output" / ".uchtil" / "texts"
    before, made_before = {path.name for path in texts.iterdir()}, stamps(sound / "output")
    read = {name for name in before if name.startswith("read-")}
    assert sorted(name[:2] for name in before - read) == ["en", "en", "ru", "ru", "uz", "uz"]
    assert len(read) == 3 * len(list((sound / "content" / "sections").iterdir()))
    section = next((sound / "content" / "sections").glob("*/ru.md"))
    written = section.read_text(encoding="utf-8")
    section.write_text(written.replace(" и ", " да ", 1), encoding="utf-8")
    assert written != section.read_text(encoding="utf-8")
    assert built("--project", sound) == [
        f"{edition}/review.{name}"
        for edition in ("ru", "trilingual")
        for name in ("docx", "html", "pdf")
    ] + [*TOP]
    after, made_after = {path.name for path in texts.iterdir()}, stamps(sound / "output")
    assert {name[:2] for name in (before & after) - read} == {"en", "uz"}
    assert {name[:2] for name in before ^ after} == {"ru", "re"}
    assert len(read - after) == 1, "the other sections are kept as they were read"
    for name in ("en/review.pdf", "uz/review.docx", "uz/review.html"):
        assert made_after[name] == made_before[name], "kept, not copied and not made again"
    whole = tmp_path / "whole"
    built("--project", sound, "--output", whole)
    assert differing(snapshot(whole), snapshot(sound / "output")) == []
    assert differing(snapshot(sound_built / "output"), snapshot(whole)) != []


def test_part_of_a_build_is_not_held_to_what_other_inputs_made(tmp_path: Path) -> None:
    project = copy_sound(tmp_path / "part")
    for code in ("uz", "ru", "en"):
        with (project / f"content/sections/02-network/{code}.md").open(
            "a", encoding="utf-8"
        ) as text:
            text.write('\n{{ fact("second-line").date }}.\n')
    built("--project", project, "--format", "html")
    facts = project / "content" / "facts" / "network.yaml"
    written = facts.read_text(encoding="utf-8")
    facts.write_text(written.replace("1984-12-08", "1984-12-09"), encoding="utf-8")
    made = built("--project", project, "--language", "uz", "--format", "html")
    assert made == ["uz/review.html", *TOP]
    assert "9-dekabr" in (project / "output" / "uz" / "review.html").read_text(encoding="utf-8")
    assert "8\u00a0December" in (project / "output" / "en" / "review.html").read_text(
        encoding="utf-8"
    )
