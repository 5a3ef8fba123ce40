"""Accepting what sharpens and what disputes: the fact's reading, and who has to read again."""

from __future__ import annotations

import datetime
import json
from pathlib import Path

import pytest
from lxml import html

from workshop import ask, built, call, codes, copy_sound, replace

from .test_accept import LABELS, accept, mark
from .test_add import NEW, add, files

OPENING = "content/sections/01-opening"
SHARPER = """\
  - id: construction-began
    kind: event
    date: 1972-06
    label: {uz: Qurilish boshlandi, ru: Начало строительства, en: Construction begins}
    statement:
      uz: Metro qurilishi shu yili boshlangan.
      ru: Строительство метро началось в этом году.
      en: The building of the metro began in this year.
    names: [tashkent-metro]
    evidence:
      - source: karimova2019
        anchor: qurish ishlari 1972-yilda boshlandi
        cites: [akhmedov1980]
        date: 1972
      - source: smith2021
        anchor: Construction of the metro began in June 1972
  - id: first-line
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A review to which a source was added, its label filled in."""
    return with_source(tmp_path, NEW)


def with_source(folder: Path, text: str) -> Path:
    (folder / "new.txt").write_text(text, encoding="utf-8")
    root = copy_sound(folder / "review")
    assert add(root, "--key", "smith2021").returncode == 0
    for old, new in zip(LABELS[::2], LABELS[1::2], strict=True):
        replace(root / "intake/smith2021.yaml", old, new)
    return root


def stale(root: Path) -> list[tuple[str, str]]:
    """Return what `check` tells of readings: the file, and what became of the facts."""
    told = ask("check", "--project", root).data
    assert codes(told) == []
    return [
        (each["file"], each["message"].partition("facts that changed: ")[2])
        for each in told
        if each["code"] == "stale-reading"
    ]


def fact(root: Path, wanted: str) -> dict[str, object]:
    data = ask("facts", "--project", root).data
    return next(each for each in data if each["id"] == wanted)  # type: ignore[no-any-return]


def test_a_sharpening_decides_the_reading_and_keeps_the_older_one(project: Path) -> None:
    before = files(project)
    mark(project, "p5")
    marked = files(project)
    assert stale(project) == []
    (project / "content/facts.lock").unlink()  # as where `check` was never run
    done = accept(project, "--yes")
    assert done.returncode == 0, done.stderr
    assert SHARPER in (project / "content/facts/opening.yaml").read_text(encoding="utf-8")
    assert f"to reread: {OPENING}/en.md:3 (construction-began, stale until confirmed): B" in (
        done.stdout
    )
    told = "`construction-began` is told more exactly now (1972 → 1972-06)"
    assert stale(project) == [(f"{OPENING}/{code}.md", told) for code in ("en", "ru", "uz")]
    assert fact(project, "construction-began")["support"] == "differing"

    assert call("confirm", "opening", "ru", "--project", project).stdout == (
        "confirmed 2 texts of `opening` in `ru`; 1 had been stale\n"
    )
    replace(project / OPENING / "en.md", "Building began", "Digging began")
    call("confirm", "opening", "uz", "--project", project)
    assert stale(project) == []  # confirmed, edited, confirmed

    assert call("undo", "--project", project).returncode == 0
    after = files(project)
    for name in ("content/facts/opening.yaml", "intake/smith2021.yaml", "content/sources.yaml"):
        assert after[name] == marked[name]
    assert before["content/facts/opening.yaml"] == after["content/facts/opening.yaml"]
    back = "`construction-began` has another reading now (1972-06 → 1972)"
    assert stale(project) == [(f"{OPENING}/{code}.md", back) for code in ("en", "ru", "uz")]


def test_undo_takes_it_back_to_the_letter(project: Path) -> None:
    mark(project, "p5")
    before = files(project)
    accept(project, "--yes")
    assert files(project)["content/facts.lock"]
    assert call("undo", "--project", project).returncode == 0
    assert files(project) == before
    assert stale(project) == []


def test_a_sharpening_that_is_taken_as_evidence_alone(project: Path) -> None:
    mark(project, "p5")
    replace(project / "intake/smith2021.yaml", "verdict: sharpens", "verdict: confirms")
    done = accept(project, "--yes")
    assert done.returncode == 0, done.stderr
    assert fact(project, "construction-began")["date"] == "1972"
    assert "to reread: content/sections/01-opening/en.md:3 (construction-began): " in done.stdout
    assert stale(project) == []


def test_what_is_no_sharper_is_told(project: Path) -> None:
    mark(project, "p5")
    path = project / "intake/smith2021.yaml"
    replace(path, "date: 1972-06", "date: 1973-06")
    before = files(project)
    done = accept(project, "--yes")
    line = path.read_text(encoding="utf-8").split("\n").index("  - id: p5") + 1
    assert done.stderr.startswith(
        f"intake/smith2021.yaml:{line}:9: error[not-sharper]: the proposal `p5` is said to sharpen "
        "`construction-began`, and tells it no more exactly than 1972\n"
        "    write `verdict: disputes` or `verdict: confirms`: the fact keeps its reading\n"
    )
    assert files(project) == before


def test_a_value_and_what_is_accepted_with_it(tmp_path: Path) -> None:
    root = with_source(tmp_path, NEW)
    facts = root / "content/facts/opening.yaml"
    replace(facts, "value: {amount: 12.1, unit: kilometre}", "value: {amount: 12, unit: kilometre}")
    replace(
        facts,
        "      - source: petrov2008\n        anchor: Длина первого участка составила 12,1 км\n",
        "      - {source: petrov2008, anchor: 'Длина первого участка составила 12,1 км',"
        " value: {amount: 12.1, unit: kilometre}}\n",
    )
    replace(
        root / "intake/smith2021.yaml",
        "    verdict: confirms\n    fact: length-1977\n",
        "    verdict: sharpens\n    fact: length-1977\n",
    )
    mark(root, "p3")
    path = root / "intake/smith2021.yaml"
    text = path.read_text(encoding="utf-8")
    at = text.index("    evidence:\n", text.index("  - id: p3"))
    end = text.index("  - id: p4")
    block = text[at:end].rstrip("\n")
    path.write_text(
        text[:at] + block + "\n      value: {amount: 12.14, unit: kilometre}\n" + text[end:],
        encoding="utf-8",
    )
    done = accept(root, "--yes")
    assert done.returncode == 0, done.stderr
    written = facts.read_text(encoding="utf-8")
    assert "    value: {amount: 12.14, unit: kilometre}\n    status: actual\n" in written
    # who told it otherwise tells it otherwise still
    assert "составила 12,1 км', value: {amount: 12.1, unit: kilometre}}\n" in written
    assert written.count("12.14") == 1
    assert {what for _, what in stale(root)} == {
        "`length-1977` is told more exactly now (1977, 12 kilometre → 1977, 12.14 kilometre)"
    }


def test_who_confirms_the_older_reading_keeps_it(tmp_path: Path) -> None:
    root = with_source(tmp_path, NEW + "\nConstruction of the metro began in 1972.\n")
    proposals = (root / "intake/smith2021.yaml").read_text(encoding="utf-8")
    assert proposals.count("fact: construction-began") == 2
    mark(root, "p5")
    later = proposals.rpartition("fact: construction-began")[0].rpartition("- id: ")[2][:2]
    mark(root, later)
    # one whose source said so already repeats nothing
    replace(
        root / "content/facts/opening.yaml",
        "        cites: [akhmedov1980]\n",
        "        date: 1972-06  # as in the new one\n        cites: [akhmedov1980]\n",
    )
    done = accept(root, "--yes")
    assert done.returncode == 0, done.stderr
    assert (
        "        anchor: qurish ishlari 1972-yilda boshlandi\n"
        "        cites: [akhmedov1980]\n"
        "      - source: smith2021\n"
        "        anchor: Construction of the metro began in June 1972\n"
        "      - source: smith2021\n"
        "        anchor: Construction of the metro began in 1972\n"
        "        date: 1972\n"
    ) in (root / "content/facts/opening.yaml").read_text(encoding="utf-8")


def test_a_dispute_makes_contested_what_rests_on_it_stale(project: Path) -> None:
    mark(project, "p4")
    replace(
        project / "intake/smith2021.yaml",
        'resolution:\n      uz: ""\n      ru: ""\n      en: ""\n',
        "resolution:\n      uz: Birinchi sana toʻgʻri.\n      ru: Верна первая дата.\n"
        "      en: The first date is right.\n",
    )
    assert accept(project, "--yes").returncode == 0
    assert fact(project, "second-line")["support"] == "contested"
    told = ask("check", "--project", project).data
    assert {each["file"] for each in told if each["code"] == "stale-reading"} == {
        "content/remarks.yaml"  # a remark is about it; the table that shows it shows it as it is
    }
    for code in ("uz", "ru", "en"):
        done = call("confirm", "remarks", code, "--project", project)
        assert done.stdout == f"confirmed 4 texts of `remarks` in `{code}`; 2 had been stale\n"
    assert stale(project) == []


def test_a_reading_that_is_changed_by_hand(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "review")
    assert stale(root) == []  # and notes what the facts say
    lock = (root / "content/facts.lock").read_bytes()
    facts = root / "content/facts/network.yaml"
    replace(facts, "date: 2001-10-26", "date: 2001-10-27")
    told = "`third-line` has another reading now (2001-10-26 → 2001-10-27)"
    places = [(f"content/sections/02-network/{code}.md", told) for code in ("en", "ru", "uz")]
    assert stale(root) == places
    assert stale(root) == places
    assert (root / "content/facts.lock").read_bytes() == lock
    replace(facts, "date: 2001-10-27", "date: 2001-10-26")
    assert stale(root) == []
    claims = root / "content/facts/opening.yaml"
    replace(claims, "en: It was the first metro of the region.", "en: It was among the first.")
    reworded = (
        "`first-in-region` is worded otherwise now"  # in one language, and what is said of it
    )
    assert set(stale(root)) == {
        (f"{OPENING}/en.md", reworded),
        ("content/remarks.yaml", reworded),
    }
    done = call("confirm", "--all", "--project", root)
    assert done.stdout.startswith("confirmed 15 texts; ")
    assert stale(root) == []


def test_no_release_while_a_text_rests_on_what_was(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "review")
    stale(root)
    replace(root / "content/facts/network.yaml", "date: 2001-10-26", "date: 2001-10-27")
    done = call("release", "1.0", "--project", root)
    assert done.returncode == 1
    assert (
        "error[release-stale]: 3 texts rest on facts that say something else since they were "
        "confirmed\n" in done.stderr
    )


def test_the_report_lists_what_is_to_be_reread_language_by_language(project: Path) -> None:
    mark(project, "p1", "p5", "p6")
    assert accept(project, "--yes").returncode == 0
    built("--project", project, "--format", "html", "--language", "en")
    today = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
    report = json.loads((project / "output/report.json").read_text(encoding="utf-8"))["reread"]
    texts = report.pop("paragraphs")
    assert report == {"noted": True, "texts": 18, "stale": 3}
    assert [(each["language"], each["section"], each["stale"]) for each in texts] == [
        (code, section, section == "opening")
        for code in ("uz", "ru", "en")
        for section in ("opening", "network")
    ]
    assert texts[4] == {
        "language": "en",
        "section": "opening",
        "block": "paragraph 1",
        "words": "Building began …. The first line was opened …; it had … and was … long …. It is"
        " called …",
        "confirmed": today,
        "stale": True,
        "facts": [
            {
                "id": "construction-began",
                "text": "Construction begins",
                "what": ["reading-sharpened", "support-gained"],
                "before": "1972",
                "now": "June 1972",
                "gained": ["smith2021"],
                "lost": [],
                "file": "content/facts/opening.yaml",
                "line": 4,
            },
            {
                "id": "first-line",
                "text": "First line",
                "what": ["support-gained"],
                "before": "6\u00a0November 1977",
                "now": "6\u00a0November 1977",
                "gained": ["smith2021"],
                "lost": [],
                "file": "content/facts/opening.yaml",
                "line": 20,
            },
        ],
        "file": f"{OPENING}/en.md",
        "line": 3,
    }
    page = html.parse(project / "output/report.html")
    (entry, other) = page.xpath("//h3[@id='reread-en']/following-sibling::details[1]//li")
    assert (
        "".join(entry.itertext()).split("\n")[0]
        == f"stale Paragraph 1 of opening, confirmed on {today}"
    )
    told = [" ".join("".join(each.itertext()).split()) for each in entry.find_class("change")]
    assert told == [
        "Construction begins: told more exactly, 1972 June 1972; now also told by Smith 2021 "
        "construction-began content/facts/opening.yaml:4",
        "First line: now also told by Smith 2021 first-line content/facts/opening.yaml:20",
    ]
    links = [each.get("href") for each in entry.iter("a")]
    assert links[-2:] == [f"../{OPENING}/en.md#L3", "en/review.html#opening-p1"]
    assert "opening-p1" in html.parse(project / "output/en/review.html").xpath("//@id")
    assert "Once reread: ./build.py confirm network en" in "".join(other.itertext())

    # what no more shows a fact is told, and a text whose facts are as they were is not
    call("confirm", "--all", "--project", project)
    replace(
        project / "content/facts/network.yaml",
        "      - source: smith2021\n        anchor: The third line was opened in October 2001\n"
        "        date: 2001-10\n",
        "",
    )
    lines = call("check", "--project", project).stdout.split("\n")
    assert "18 texts rest on facts, 3 of them to be reread, 0 of these stale" in lines
