"""The command line: what it answers, and the exit codes that it tells of in its help."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from uchtil import __version__, cli
from uchtil.cli import arguments
from uchtil.language import LANGUAGES, TRANSLITERATED
from uchtil.pipeline.editions import FORMATS, TRILINGUAL
from workshop import (
    OUTPUTS,
    ROOT,
    SOUND,
    ask,
    call,
    command_line,
    copy_sound,
    environment,
    replace,
    run,
    stamps,
)

EXIT_CODES = """\
exit codes:
  0    all is well (there may be warnings and notices)
  1    there are errors; the last good output is as it was
  2    the command line cannot be understood
  130  interrupted; the last good output is as it was
"""


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A copy of the sound project that nobody has built."""
    return copy_sound(tmp_path / "plain")


# ------------------------------------------------------------------ help and exit codes


@pytest.mark.parametrize("command", ["", *arguments.COMMANDS])
def test_help_tells_the_exit_codes(command: str) -> None:
    done = call(*command.split(), "--help")
    assert done.returncode == 0
    assert done.stdout.startswith(f"usage: uchtil {command}".rstrip())
    assert EXIT_CODES in done.stdout
    assert done.stderr == ""


def test_help_lists_every_command() -> None:
    done = run("--help")
    assert re.findall(r"^    (\w+)", done.stdout, re.MULTILINE) == list(arguments.COMMANDS)


def test_help_lists_every_option() -> None:
    told = run("build", "--help").stdout
    options = (
        "project",
        "quiet",
        "json",
        "language",
        "format",
        "style",
        "output",
        "sources",
        "jobs",
    )
    assert [name for name in options if f"--{name}" not in told] == []


def test_the_version_is_that_of_the_package() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert run("--version").stdout == f"uchtil {__version__}\n"
    assert pyproject["project"]["version"] == __version__


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("built",), "invalid choice: 'built'"),
        (("--language", "kk"), "argument --language: invalid choice: 'kk'"),
        (("--format", "epub"), "argument --format: invalid choice: 'epub'"),
        (("--style", "mla"), "argument --style: invalid choice: 'mla'"),
        (("--jobs", "0"), "argument --jobs: `0` is not a number of jobs; write 1 or more"),
        (("--jobs", "two"), "argument --jobs: `two` is not a number of jobs; write 1 or more"),
        (("check", "--format", "pdf"), "unrecognized arguments: --format pdf"),
    ],
)
def test_a_wrong_command_line_is_exit_code_2(arguments: tuple[str, ...], told: str) -> None:
    done = run(*arguments)
    assert done.returncode == cli.USAGE
    assert told in done.stderr
    assert done.stdout == ""


def test_the_choices_are_those_of_the_other_rooms() -> None:
    styles = {path.stem for path in (ROOT / "templates" / "csl").glob("*.csl")}
    languages = {each.code for each in LANGUAGES}
    assert set(arguments.LANGUAGES) == languages | {*TRANSLITERATED, TRILINGUAL}
    assert set(arguments.FORMATS) == set(FORMATS)
    assert set(arguments.STYLES) == styles


def test_where_there_is_no_project(tmp_path: Path) -> None:
    for command in ("build", "check", "facts", "explain"):
        done = run(command, "--project", tmp_path)
        assert done.returncode == cli.PROBLEMS
        assert done.stderr == (
            f"{tmp_path}: error[no-project]: there is no review here\n"
            "    a project holds content/review.yaml; go to its folder or name it with --project\n"
        )


def test_the_project_is_found_from_within(plain: Path) -> None:
    done = run("check", cwd=plain / "content" / "facts")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "7 facts, 2 sources, 4 references, 4 of them cited\n"
        "7 facts: 10 passages, 10 looked up in the texts, 0 taken from the lock; "
        "2 remarks: 3 passages, 3 looked up in the texts, 0 taken from the lock; "
        "2 spellings of names looked up\n"
        "readings: 0 conflicts, 0 answered; 2 differ in precision, 0 in status, 0 repeated; "
        "figures that follow from others: 0 agree, 0 cannot be held to anything\n"
        "18 numbers in prose, all from facts, 5 exceptions\n"
        "15 texts of paragraphs, 0 of them stale\n"
        "words known: 192 of 192 in Uzbek, 193 of 193 in Russian, 154 of 154 in English\n"
    )


def test_quiet_says_nothing_when_all_is_well(plain: Path) -> None:
    done = run("check", "--quiet", "--project", plain)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_errors_are_exit_code_1_and_counted(plain: Path) -> None:
    replace(
        plain / "content/sections/01-opening/ru.md", 'cite_facts("stations', 'cite_facts("station'
    )
    replace(
        plain / "content/sections/01-opening/en.md", 'fact("first-line").when', 'fact("first").when'
    )
    done = run("check", "--project", plain)
    assert done.returncode == cli.PROBLEMS
    assert done.stderr == (
        "content/sections/01-opening/en.md:3: error[unknown-fact]: there is no fact `first`\n"
        "    did you mean `first-line`?\n"
        "content/sections/01-opening/ru.md:3: error[unknown-fact]: "
        "there is no fact `station-1977`\n"
        "    did you mean `stations-1977`?\n"
        "2 errors\n"
    )


def test_whoever_stops_reading_is_no_error(plain: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        command_line("facts", "--project", plain),
        env=environment(PYTHONUNBUFFERED="1"),
        stdout=writer,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


# ------------------------------------------------------------------ facts


def test_facts_as_json_are_whole(plain: Path) -> None:
    answer = ask("facts", "--project", plain)
    assert answer.code == 0
    by_id = {fact["id"]: fact for fact in answer.data}
    assert list(by_id) == [
        "second-line",
        "third-line",
        "construction-began",
        "first-line",
        "stations-1977",
        "length-1977",
        "first-in-region",
    ]
    assert by_id["first-line"] == {
        "id": "first-line",
        "kind": "event",
        "theme": "opening",
        "date": "1977-11-06",
        "value": None,
        "unit": None,
        "status": None,
        "indicator": None,
        "label": {"uz": "Birinchi yoʻnalish", "ru": "Первая линия", "en": "First line"},
        "statement": {
            "uz": "Birinchi yoʻnalish ochilgan.",
            "ru": "Открылась первая линия.",
            "en": "The first line was opened.",
        },
        "names": ["tashkent", "tashkent-metro"],
        "tags": ["line"],
        "support": "differing",
        "resolution": None,
        "evidence": [
            {
                "source": "karimova2019",
                "anchor": "1977-yil 6-noyabrda ochildi",
                "date": None,
                "value": None,
                "unit": None,
                "status": None,
                "cites": [],
                "file": "content/facts/opening.yaml",
                "line": 29,
            },
            {
                "source": "petrov2008",
                "anchor": "открылось в ноябре 1977 года",
                "date": "1977-11",
                "value": None,
                "unit": None,
                "status": None,
                "cites": [],
                "file": "content/facts/opening.yaml",
                "line": 31,
            },
        ],
        "file": "content/facts/opening.yaml",
        "line": 17,
    }
    length = by_id["length-1977"]
    assert length["value"] == {"number": "12.1", "amount": "12.1", "scale": "one", "bound": "exact"}
    assert (length["unit"], length["status"]) == ("kilometre", "actual")
    assert by_id["construction-began"]["evidence"][0]["cites"] == ["akhmedov1980"]
    assert by_id["first-in-region"]["date"] is None


def test_facts_as_lines(plain: Path) -> None:
    done = call("facts", "--project", plain)
    assert done.stdout.splitlines()[:3] == [
        "second-line  1984-12-08  differing  karimova2019, petrov2008",
        "third-line  2001-10-26  single  karimova2019",
        "construction-began  1972  single  karimova2019",
    ]


# ------------------------------------------------------------------ check


def test_check_as_json_of_a_sound_project(plain: Path) -> None:
    answer = ask("check", "--project", plain)
    assert (answer.code, answer.data, answer.error) == (0, [], "")


def test_check_as_json_tells_every_problem(plain: Path) -> None:
    replace(
        plain / "content/sections/02-network/ru.md", 'cite("akhmedov1980"', 'cite("akhmedow1980"'
    )
    replace(plain / "content/facts/network.yaml", "2001-10-26\n", "2001-13-26\n")
    answer = ask("check", "--project", plain)
    assert answer.code == cli.PROBLEMS
    assert answer.data == [
        {
            "code": "impossible-date",
            "severity": "error",
            "message": "`2001-13-26` is impossible: there is no month 13",
            "file": "content/facts/network.yaml",
            "line": 21,
            "column": 11,
            "hint": "look into the source again; where the day is in doubt, leave it out",
        },
        {
            "code": "unknown-key",
            "severity": "error",
            "message": "unknown key `akhmedow1980`",
            "file": "content/sections/02-network/ru.md",
            "line": 3,
            "column": 0,
            "hint": "did you mean `akhmedov1980`?",
        },
    ]


def test_check_counts_notices_of_which_there_are_many(plain: Path) -> None:
    facts = plain / "content/facts/closing.yaml"
    entry = (plain / "content/facts/opening.yaml").read_text(encoding="utf-8")
    head, _, last = entry.rpartition("  - id: first-in-region")
    event = last.replace("kind: claim", "kind: event")
    theme = head.split("facts:")[0]
    facts.write_text(
        f"{theme}facts:\n" + "".join(f"  - id: undated-{n}{event}" for n in range(4)),
        encoding="utf-8",
    )
    listed = ask("check", "--project", plain).data
    notices = [each for each in listed if each["code"] == "undated-event"]
    assert len(notices) == 4
    done = call("check", "--project", plain)
    assert done.stderr == "notices: 4 undated-event; `check --notices` lists them\n"
    done = call("check", "--notices", "--project", plain)
    assert done.stderr.count("notice[undated-event]") == 4
    assert "notices:" not in done.stderr
    facts.write_text(f"{theme}facts:\n  - id: undated-0{event}", encoding="utf-8")
    assert "notice[undated-event]" in call("check", "--project", plain).stderr


def test_check_writes_nothing_but_the_lock(sound: Path) -> None:
    before = stamps(sound / "output")
    assert call("check", "--project", sound).returncode == 0
    assert stamps(sound / "output") == before
    assert not (sound / ".uchtil").exists()


def test_a_folder_of_texts_that_is_not_there(plain: Path) -> None:
    done = call("check", "--project", plain, "--sources", plain / "nowhere")
    assert done.returncode == cli.PROBLEMS
    assert done.stderr == (
        "content/sources.yaml: error[no-texts]: "
        f"there is no folder of texts at {plain / 'nowhere'}\n"
        "    give the folder that holds the sources' full texts\n"
        "1 error\n"
    )


# ------------------------------------------------------------------ explain


def test_explain_before_a_build(plain: Path) -> None:
    done = call("explain", "--project", plain)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines[::2] == [f"{name}: would be made" for name in OUTPUTS]
    assert set(lines[1::2]) == {"    it has not been made yet"}


def test_explain_after_a_build(sound: Path) -> None:
    done = call("explain", "--project", sound)
    assert done.stdout.splitlines() == [f"{name}: up to date" for name in OUTPUTS]


def test_explain_after_one_section_of_one_language_changed(sound: Path) -> None:
    replace(
        sound / "content/sections/01-opening/ru.md", "Строительство началось", "Стройка началась"
    )
    told = call("explain", "--project", sound).stdout
    stale = re.findall(r"^(\S+): would be made\n((?:    .*\n)+)", told, re.MULTILINE)
    assert dict(stale) == {
        name: "    content/sections/01-opening/ru.md changed\n"
        for name in OUTPUTS
        if name.startswith(("ru/", "trilingual/"))
    }
    assert told.count(": up to date") == 6


def test_explain_after_a_fact_changed_that_one_section_prints(sound: Path) -> None:
    replace(sound / "content/facts/opening.yaml", "amount: 12.1", "amount: 12.2")
    told = call("explain", "--project", sound).stdout
    assert told.count(": would be made") == 12
    assert "en/review.html: would be made\n    content/sections/01-opening/en.md changed\n" in told


def test_explain_after_something_changed_that_is_not_printed(sound: Path) -> None:
    replace(
        sound / "content/names.yaml", "Mintaqadagi ilk metro.", "Mintaqadagi ilk yer osti yoʻli."
    )
    told = call("explain", "--project", sound).stdout
    assert told.splitlines() == [f"{name}: up to date" for name in OUTPUTS]


def test_explain_another_style(sound: Path) -> None:
    told = call("explain", "--project", sound, "--style", "apa", "--language", "en").stdout
    assert told == "".join(
        f"en/review.{name}: would be made\n    the citation style changed\n"
        for name in ("html", "pdf", "docx")
    )


def test_explain_an_output_that_was_edited_or_is_gone(sound: Path) -> None:
    (sound / "output/uz/review.html").write_text("edited", encoding="utf-8")
    (sound / "output/en/review.docx").unlink()
    told = call("explain", "--project", sound).stdout
    for name in ("uz/review.html", "en/review.docx"):
        assert f"{name}: would be made\n    the file is gone or was changed by hand\n" in told
    assert told.count(": up to date") == 10


EXPLAINED = (
    "third-line (event, single), content/facts/network.yaml:19:9\n"
    "  date: 2001-10-26\n"
    "  uz: Uchinchi yoʻnalish ochilgan.\n"
    "  ru: Открылась третья линия.\n"
    "  en: The third line was opened.\n"
    "  karimova2019, citing bulletin2002, {seen} (content/facts/network.yaml:30:17):\n"
    "    {passage}\n"
    "  used in uz: content/sections/02-network/uz.md:3, content/sections/02-network/uz.md:5, "
    "content/sections/02-network/uz.md:7\n"
    "  used in ru: content/sections/02-network/ru.md:3, content/sections/02-network/ru.md:5, "
    "content/sections/02-network/ru.md:7\n"
    "  used in en: content/sections/02-network/en.md:3, content/sections/02-network/en.md:5, "
    "content/sections/02-network/en.md:7\n"
)


def test_explain_a_fact(plain: Path) -> None:
    done = call("explain", "third-line", "--project", plain, "--sources", plain / "none")
    assert done.stdout == EXPLAINED.format(
        seen="last seen on 2026-11-20", passage="[[yoʻlovchilar 2001-yil 26-oktabrdan]]"
    )


def test_explain_a_fact_with_the_texts_at_hand(plain: Path) -> None:
    done = call("explain", "third-line", "--project", plain)
    assert done.stdout == EXPLAINED.format(
        seen="paragraph 2",
        passage="Ikkinchi yo'nalish 1984-yil 8-dekabrda ishga tushdi. Uchinchisini "
        "[[yo‘\u00adlovchilar 2001-yil 26-oktabrdan]] boshlab ko'rdilar.",
    )


def test_explain_as_json(sound: Path) -> None:
    replace(sound / "content/sections/01-opening/en.md", "Building", "The building")
    answer = ask("explain", "--project", sound, "--format", "html")
    assert answer.data == [
        {
            "output": f"{edition}/review.html",
            "reasons": ["content/sections/01-opening/en.md changed"]
            if edition in ("trilingual", "en")
            else [],
        }
        for edition in ("uz", "ru", "en", "trilingual")
    ]
    story = ask("explain", "stations-1977", "--project", sound).data
    assert (story["id"], story["value"]["number"], story["unit"]) == (
        "stations-1977",
        "9",
        "station",
    )
    assert story["used"] == [
        {"language": code, "file": f"content/sections/01-opening/{code}.md", "line": 3}
        for code in ("uz", "ru", "en")
    ]


def test_explain_tells_what_comparing_found(plain: Path) -> None:
    again = (
        "  - id: stations-again\n    kind: measure\n    indicator: stations\n    date: 1977\n"
        "    value: {amount: 10, unit: station}\n    status: actual\n"
        "    statement: {uz: a, ru: б, en: c}\n    resolution: {uz: d, ru: е, en: f}\n"
        "    evidence:\n      - {source: petrov2008, anchor: на нём было девять станций}\n"
    )
    file = plain / "content/facts/opening.yaml"
    replace(file, "  - id: length-1977\n", f"{again}  - id: length-1977\n")
    text = "9 station (stations-1977, actual), and 10 station (stations-again, actual) for 1977"
    told = call("explain", "stations-1977", "--project", plain).stdout
    assert f"\n  conflict (value): {text}; answered by resolution of stations-again\n" in told
    assert ask("explain", "stations-1977", "--project", plain).data["readings"] == [
        {
            "kind": "conflict",
            "matter": "value",
            "facts": [
                {"id": "stations-1977", "file": "content/facts/opening.yaml", "line": 33},
                {"id": "stations-again", "file": "content/facts/opening.yaml", "line": 46},
            ],
            "text": text,
            "answers": [{"kind": "resolution", "id": "stations-again"}],
        }
    ]
    assert "readings: 1 conflict, 1 answered; " in call("check", "--project", plain).stdout


def test_explain_a_fact_that_is_not_there(plain: Path) -> None:
    done = call("explain", "thrid-line", "--project", plain)
    assert done.returncode == cli.PROBLEMS
    assert done.stderr == (
        "content: error[unknown-fact]: there is no fact, remark or check `thrid-line`\n"
        "    did you mean `third-line`?\n"
        "1 error\n"
    )


# ------------------------------------------------------------------ build, as told


def test_build_is_the_default_and_tells_its_steps(plain: Path) -> None:
    done = run("--project", plain, "--language", "en", "--format", "html")
    assert done.returncode == 0
    assert done.stdout == f"made 4 files in {plain / 'output'}\n"
    assert done.stderr == ("[1/3] en/review.html\n[2/3] read back\n[3/3] index and report\n"), (
        "plain lines where nobody watches"
    )


def test_build_as_json_with_nothing_to_do(sound: Path) -> None:
    answer = ask("build", "--project", sound)
    assert (answer.code, answer.data) == (0, {"built": True, "made": [], "problems": []})


def test_build_as_json_with_an_error(sound: Path) -> None:
    replace(sound / "content/sections/01-opening/uz.md", 'table("sources")', 'table("source")')
    answer = ask("build", "--project", sound)
    assert answer.code == cli.PROBLEMS
    assert answer.data["built"] is False
    assert answer.data["made"] == []
    assert answer.data["problems"] == [
        {
            "code": "unknown-exhibit",
            "severity": "error",
            "message": "there is no table `source`",
            "file": "content/sections/01-opening/uz.md",
            "line": 5,
            "column": 0,
            "hint": "did you mean `sources`?",
        }
    ]


def test_the_report_tells_what_the_review_rests_on(sound_built: Path) -> None:
    report = json.loads((sound_built / "output" / "report.json").read_text(encoding="utf-8"))
    assert report["review"] == {
        "id": "tashkent-metro",
        "version": "1.0.0",
        "date": "2026-11-20",
        "style": "gost-numeric",
        "authors": 1,
    }
    assert report["facts"]["count"] == 7
    assert report["facts"]["unused"] == []
    seen, unseen = report["evidence"].pop("seen"), report["evidence"].pop("unseen")
    assert (len(seen), unseen) == (13, [])
    assert (seen[0]["fact"], seen[0]["file"], seen[0]["line"]) == (
        "second-line",
        "content/facts/network.yaml",
        15,
    )
    assert report["evidence"] == {"passages": 10, "looked_up": 10, "from_lock": 0, "not_seen": 0}
    assert report["references"]["cited"] == 4
    assert report["citations"]["uz/review.pdf"] == {"count": 17, "works": 4}
    assert report["citations"]["trilingual/review.docx"] == {"count": 51, "works": 4}
    assert report["outputs"] == list(OUTPUTS)
    assert report["problems"] == []


def test_a_place_that_cannot_be_written_is_told(plain: Path) -> None:
    (plain / "file").write_text("not a folder", encoding="utf-8")
    done = run("--project", plain, "--quiet", "--output", plain / "file" / "output")
    assert done.returncode == cli.PROBLEMS
    assert done.stderr == f"{plain / 'file'}: error[system]: File exists\n"


def test_shipped_examples_are_not_touched() -> None:
    assert not (SOUND / "output").exists()
