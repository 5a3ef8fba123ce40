"""The report for editors: its data, and the page that is made of them."""

from __future__ import annotations

import copy
import json
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from lxml import html

import browser
from uchtil.formats.report import report_page
from workshop import ROOT, TOP, built, replace, run

PROJECTS = ROOT / "tests/projects"

DAY = 1780833600
"""7 June 2026, at noon: when the texts of the wanting review were edited."""

NASTY = '<script>alert("x")</script>'


@pytest.fixture(scope="module")
def wanting(sound_built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review in want of an editor, built in part; not to be changed."""
    project = tmp_path_factory.mktemp("wanting") / "project"
    subprocess.run(["cp", "-a", str(sound_built), str(project)], check=True)
    shutil.rmtree(project / "sources")
    section = project / "content/sections/01-opening/en.md"
    replace(section, "Building began", "Digging began")
    os.utime(section, (DAY, DAY))
    network = project / "content/facts/network.yaml"
    replace(network, "anchor: yoʻlovchilar 2001-yil 26-oktabrdan", "anchor: 2001-yil 26-oktabrdan")
    network.write_text(
        network.read_text(encoding="utf-8")
        + f"""\
  - id: fourth-line
    kind: event
    date: 2010
    statement: {{uz: 'A {NASTY}', ru: 'Б {NASTY}', en: 'C {NASTY}'}}
    resolution: {{uz: Birinchi., ru: Первое., en: 'The first, {NASTY}'}}
    evidence:
      - {{source: karimova2019, anchor: yangi soʻzlar}}
      - {{source: petrov2008, anchor: новые слова, date: 2011}}
""",
        encoding="utf-8",
    )
    replace(project / "content/sources.yaml", "sha256:e5", "sha256:00")
    replace(
        project / "content/remarks.yaml",
        "    severity: slight",
        "    severity: serious",
    )
    replace(
        project / "content/remarks.yaml",
        "      en: The opinion is given as the source’s own.",
        f"      en: 'An opinion, {NASTY}'",
    )
    bibliography = project / "bibliography/references.bib"
    bibliography.write_text(
        bibliography.read_text(encoding="utf-8")
        + f"\n@online{{spare, title = {{Spare {NASTY}}}, langid = {{en}}}}\n",
        encoding="utf-8",
    )
    names = project / "content/names.yaml"
    names.write_text(
        names.read_text(encoding="utf-8") + "  - {id: samarkand, type: place, "
        "forms: {uz: Samarqand, ru: Самарканд, en: Samarkand}}\n",
        encoding="utf-8",
    )
    shutil.copy(PROJECTS / "stale-reading/content/facts.lock", project / "content")
    (project / "output/en/review.docx").unlink()
    done = run("build", "--project", project, "--language", "ru", "--format", "html")
    assert done.returncode == 0, done.stderr
    return project / "output"


@pytest.fixture(scope="module")
def data(wanting: Path) -> Any:
    """What ``report.json`` says of it."""
    return json.loads((wanting / "report.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(wanting: Path) -> Any:
    """What a reader of HTML makes of ``report.html``."""
    return html.document_fromstring((wanting / "report.html").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def sound_data(sound_built: Path) -> Any:
    """What ``report.json`` says of a review that wants nothing."""
    return json.loads((sound_built / "output/report.json").read_text(encoding="utf-8"))


# ------------------------------------------------------------------ the data


def test_the_verdict_counts_the_problems_and_the_worst_come_first(data: Any) -> None:
    severities = [each["severity"] for each in data["problems"]]
    assert data["verdict"] == {
        "errors": 0,
        "warnings": severities.count("warning"),
        "notices": severities.count("notice"),
    }
    assert severities == sorted(severities, reverse=True)
    first = data["problems"][0]
    assert first == {
        "code": "evidence-stale",
        "severity": "warning",
        "message": "the evidence of `second-line` was seen in another text of `petrov2008`",
        "hint": "to look it up, run `./build.py check --sources FOLDER` where petrov2008.txt is in "
        "FOLDER",
        "file": "content/facts/network.yaml",
        "line": 17,
        "column": 17,
    }


def test_unseen_passages_tell_why_and_what_was_seen_when(data: Any) -> None:
    told = {(each["id"], each["source"]): each for each in data["unseen"]}
    assert len(told) == len(data["unseen"]) == 8
    assert told["third-line", "karimova2019"] == {
        "kind": "fact",
        "id": "third-line",
        "source": "karimova2019",
        "anchor": "2001-yil 26-oktabrdan",
        "why": "anchor-changed",
        "seen": "2026-11-20",
        "seen_as": "yoʻlovchilar 2001-yil 26-oktabrdan",
        "file": "content/facts/network.yaml",
        "line": 30,
    }
    assert told["fourth-line", "petrov2008"]["why"] == "never-looked-up"
    assert told["fourth-line", "petrov2008"]["seen"] is None
    assert told["day-of-second-line", "petrov2008"]["why"] == "text-changed"
    assert Counter(each["why"] for each in data["unseen"]) == {
        "text-changed": 5,
        "never-looked-up": 2,
        "anchor-changed": 1,
    }


def test_disagreements_have_their_readings_and_resolutions(data: Any) -> None:
    contested, remark = data["disagreements"]
    assert [(each["source"], each["says"], each["line"]) for each in contested["readings"]] == [
        ("karimova2019", "2010", 38),
        ("petrov2008", "2011", 39),
    ]
    assert contested["resolution"] == f"The first, {NASTY}"
    assert remark["resolution"] == "The more exact date is taken, 8\u00a0December 1984."
    assert [each["anchor"] for each in remark["passages"]] == [
        "Вторую линию пустили в декабре 1984 года",
        "1984-yil 8-dekabrda ishga tushdi",
    ]
    assert remark["facts"] == [
        {
            "id": "second-line",
            "readings": [
                {"says": "8\u00a0December 1984", "sources": ["karimova2019"]},
                {"says": "December 1984", "sources": ["petrov2008"]},
            ],
            "file": "content/facts/network.yaml",
            "line": 4,
        }
    ]


def test_what_nothing_uses_is_told(data: Any, sound_data: Any) -> None:
    assert [each["id"] for each in data["unused_names"]] == ["samarkand"]
    assert sound_data["unused_names"] == []
    assert [each["key"] for each in data["work_list"] if not each["cited"]] == ["spare"]
    spare = data["work_list"][-1]
    assert spare["missing"] == ["author", "name of the site", "date", "address", "date of access"]
    assert (spare["file"], spare["line"]) == ("bibliography/references.bib", 42)
    assert [each["id"] for each in data["remark_list"] if not each["used"]] == data["remarks"][
        "unused"
    ]


def test_works_known_through_a_source_are_told_with_its_entries(sound_data: Any) -> None:
    works = {each["key"]: each for each in sound_data["work_list"]}
    assert works["akhmedov1980"]["named_by"] == {"karimova2019": ["1"]}
    assert works["akhmedov1980"]["shown_by"] == {"karimova2019": 1}
    assert works["karimova2019"]["source"] is True
    assert works["karimova2019"]["by"] == "Karimova"


def test_files_that_were_not_asked_for_are_told_as_skipped(data: Any, sound_data: Any) -> None:
    states = Counter(each["state"] for each in data["files"])
    assert states == {"up to date": 1, "not made": 1, "from an earlier build": 10}
    assert [each["what"] for each in data["skipped"][:3]] == [
        "Looking up 15 passages in the sources’ texts (karimova2019, petrov2008)",
        "Making en/review.docx",
        "Making anew, and comparing, 10 files",
    ]
    assert {each["state"] for each in sound_data["files"]} == {"up to date"}
    assert [each["what"] for each in sound_data["skipped"]] == [
        "Spelling",
        "Whether web addresses still lead somewhere",
        "Other citation styles: apa, chicago-notes, gost-alphabetical",
        "PDF/UA, Open XML and WCAG by other people’s validators",
        "Whether a passage says what its fact says",
    ]


def test_each_work_is_cited_alike_in_all_files(sound_data: Any) -> None:
    matrix = sound_data["citation_matrix"]
    assert [edition["id"] for edition in matrix["editions"]] == ["uz", "ru", "en", "trilingual"]
    assert matrix["total"] == {
        name: told["count"] for name, told in sound_data["citations"].items()
    }
    karimova = matrix["works"][1]
    assert (karimova["key"], karimova["number"]) == ("karimova2019", "2")
    assert {karimova["times"][f"en/review.{name}"] for name in ("html", "pdf", "docx")} == {9}
    assert karimova["times"]["trilingual/review.pdf"] == 27
    assert [work["differs"] for work in matrix["works"]] == [[], [], [], []]


def test_words_are_those_of_the_prose(sound_data: Any) -> None:
    opening = sound_data["words"][1]
    # Building began in 1972. The first line was opened on 6 November 1977; it had 9 stations and
    # was 12.1 km long. It is called the first in the region.  And: Opening.
    assert opening["texts"]["en"] == {
        "words": 32,
        "file": "content/sections/01-opening/en.md",
        "line": 1,
    }
    assert [each["name"] for each in sound_data["words"]] == ["Abstract", "Opening", "Network"]


def test_sources_tell_what_is_theirs_alone_and_when_it_was_seen(data: Any, sound_data: Any) -> None:
    karimova, petrov = sound_data["sources"]
    assert (karimova["facts"], karimova["alone"]) == (6, 3)
    assert (petrov["facts"], petrov["alone"]) == (4, 1)
    assert petrov["passages"] == petrov["seen"] == 5
    assert petrov["text_at_hand"] is True
    assert (petrov["first_seen"], petrov["last_seen"]) == ("2026-11-20", "2026-11-20")
    karimova, petrov = data["sources"]
    assert (petrov["passages"], petrov["seen"], petrov["last_seen"]) == (6, 0, None)
    assert petrov["text_at_hand"] is False


def test_the_report_knows_no_place_and_no_hour(wanting: Path, sound_built: Path) -> None:
    for output in (wanting, sound_built / "output"):
        for name in ("report.html", "report.json"):
            text = (output / name).read_text(encoding="utf-8")
            assert str(output.parent) not in text
            assert not re.search(r"\d\d:\d\d:\d\d", text)


# ------------------------------------------------------------------ the page


def places(told: Any) -> Iterator[tuple[str, int]]:
    """Yield every place that the data name."""
    if isinstance(told, dict):
        # Passages that were seen are told by source: the facts lead to them.
        told = {name: each for name, each in told.items() if (name, type(each)) != ("seen", list)}
        if isinstance(told.get("file"), str) and "line" in told and told["file"]:
            yield told["file"], told["line"]
        for each in told.values():
            yield from places(each)
    elif isinstance(told, list):
        for each in told:
            yield from places(each)


def test_every_entry_leads_to_its_file_and_line(page: Any, data: Any, wanting: Path) -> None:
    shown = set()
    for link in page.xpath("//a[@class='place']"):
        file, _, line = link.text_content().partition(":")
        assert link.get("href") == f"../{file}#L{line}"
        lines = (wanting / link.get("href").partition("#")[0]).read_text(encoding="utf-8")
        assert 1 <= int(line) <= lines.count("\n")
        shown.add((file, int(line)))
    assert shown == set(places(data))
    assert len(shown) > 40


def test_each_line_of_a_list_has_a_place(page: Any) -> None:
    entries = page.xpath("//ul[contains(@class, 'entries') or @class='bars']/li")
    assert len(entries) > 50
    without = [each for each in entries if not each.xpath(".//a[@class='place']")]
    skipped = page.xpath("//section[@aria-labelledby='skipped']//ul[@class='entries']/li")
    assert without == skipped


def test_what_the_content_says_is_text(page: Any, wanting: Path) -> None:
    assert page.xpath("//script") == []
    assert "<script" not in (wanting / "report.html").read_text(encoding="utf-8")
    for place, said in (
        ("disagreements", "C"),
        ("disagreements", "The first,"),
        ("facts", "C"),
        ("remarks", "An opinion,"),
        ("references", "Spare"),
    ):
        section = page.xpath(f"string(//section[@aria-labelledby='{place}'])")
        assert f"{said} {NASTY}" in section


def test_the_page_tells_the_numbers_of_the_data(page: Any, data: Any) -> None:
    sums = {
        each.xpath("string(dt)"): int(each.xpath("string(dd)"))
        for each in page.xpath("//dl[@class='sums']/div")
    }
    assert sums == {
        **data["verdict"],
        "facts": data["facts"]["count"],
        "passages": 15,
        "remarks": 2,
        "sources": 2,
        "references": 5,
    }
    assert page.xpath("string(//h2[@id='verdict'])") == (
        f"No error; {data['verdict']['warnings']} warnings to look at"
    )


def test_bars_are_as_long_as_there_are_facts(page: Any, data: Any) -> None:
    bars = page.xpath("//ul[@class='bars']/li")
    assert len(bars) == len(data["themes"]) == 2
    for bar, theme in zip(bars, data["themes"], strict=True):
        drawn = {
            each.get("class").removeprefix("is-"): int(each.get("width"))
            for each in bar.xpath(".//rect")
        }
        assert drawn == {kind: count for kind, count in theme["support"].items() if count}
        told = bar.xpath("string(p[@class='split'])").split()
        assert told == [word for kind in drawn for word in (str(theme["support"][kind]), kind)]
        assert bar.xpath(".//svg/@aria-hidden") == ["true"]


def table(page: Any, caption: str) -> list[list[str]]:
    """Return the cells of the rows of a table, its heads left out."""
    rows = page.xpath(f"//caption[@id='caption-{caption}']/..//tr[td]")
    return [[cell.text_content() for cell in row.xpath("td")] for row in rows]


def test_the_matrices_hold_the_numbers_of_the_data(page: Any, data: Any) -> None:
    *themes, every, alone = table(page, "matrix")
    assert themes == [
        [*(str(count or "–") for count in theme["sources"].values()), str(theme["count"])]
        for theme in data["themes"]
    ]
    assert every == [*(str(each["facts"]) for each in data["sources"]), "8"]
    assert alone == [*(str(each["alone"]) for each in data["sources"]), "4"]
    *works, total = table(page, "citations")
    assert works == [["2"], ["9"], ["5"], ["1"]]
    assert total == ["17"]
    *sections, whole = table(page, "words")
    assert sections == [
        [str(text["words"]) for text in section["texts"].values()] for section in data["words"]
    ]
    assert whole[2] == str(sum(each["texts"]["en"]["words"] for each in data["words"]))


def test_a_stale_text_is_told_with_what_changed(page: Any) -> None:
    entries = page.xpath("//h3[@id='stale']/following-sibling::details[1]//li")
    assert len(entries) == 2
    uzbek = entries[0]
    assert (
        uzbek.xpath("string(p[1])") == "Uzbek, paragraph 1 of opening, last in step on 2026-03-02"
    )
    assert uzbek.xpath("string(.//del)") == "Building"
    assert uzbek.xpath("string(.//ins)") == "Digging"
    assert [link.get("href") for link in uzbek.xpath(".//a")] == [
        "../content/sections/01-opening/en.md#L3",
        "../content/sections/01-opening/uz.md#L3",
        "uz/review.html#opening-p1",
    ]


def test_a_review_that_wants_nothing_says_so(sound_built: Path) -> None:
    text = (sound_built / "output/report.html").read_text(encoding="utf-8")
    page = html.document_fromstring(text)
    assert page.xpath("string(//h2[@id='verdict'])") == "No error and no warning"
    clear = [each.text_content() for each in page.xpath("//div[@class='clear']")]
    assert clear[:4] == [
        "Stale translationsnone: all 15 texts of paragraphs are in step",
        "Evidence not seennone: all 13 passages are shown by a text or by the lock",
        "Unanswered conflictsnone",
        "All that was told, by codenone",
    ]
    assert "All files agree" in page.text_content()


def test_ids_are_unique_and_every_inner_link_leads_to_one(page: Any, wanting: Path) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    links = [link for link in page.xpath("//a/@href") if not link.startswith("..")]
    for link in links:
        file, _, place = link.partition("#")
        if file:
            assert (wanting / file).is_file()
        else:
            assert place in ids
    assert len(links) > 20


def test_what_the_review_explains_is_told_with_its_reason(sound_data: Any, templates: Path) -> None:
    changed = {
        **sound_data,
        "explained": [
            {
                "code": "dash",
                "message": "a `-` where – should be",
                "reason": "as printed",
                "file": "content/review.yaml",
                "line": 7,
            }
        ],
    }
    page = html.document_fromstring(report_page(templates, changed))
    (entry,) = page.xpath("//h3[@id='explained']/following-sibling::details[1]//li")
    assert [line.text_content() for line in entry.xpath("p")] == [
        "a - where – should be",
        "Reason as printed",
        "dash content/review.yaml:7",
    ]
    assert page.xpath("//h3[@id='explained']")


def test_a_page_of_nothing_can_be_made(sound_data: Any, templates: Path) -> None:
    empty = {name: [] if isinstance(told, list) else told for name, told in sound_data.items()}
    empty["facts"] = {**sound_data["facts"], "count": 0}
    empty["citation_matrix"] = {"editions": [], "total": {}, "works": []}
    empty["languages"] = {"confirmed": False, "texts": 0, "stale": []}
    page = html.document_fromstring(report_page(templates, empty))
    assert page.xpath("//a[@class='place']") != []  # the findings
    assert "There are no facts yet." in page.text_content()
    assert "No file cites anything." in page.text_content()
    assert "Begin with ./build.py confirm --all" in page.text_content()


def test_files_that_differ_are_marked(sound_data: Any, templates: Path) -> None:
    changed = copy.deepcopy(sound_data)
    changed["citation_matrix"]["works"][0]["differs"] = ["en/review.pdf"]
    page = html.document_fromstring(report_page(templates, changed))
    assert page.xpath("string(//strong[@class='bad'])") == "1 work not cited alike in all files"
    (cell,) = page.xpath("//td[contains(@class, 'odd')]")
    assert cell.text_content() == "2! (differs)"


def test_a_report_that_was_taken_away_is_made_again(sound: Path, sound_built: Path) -> None:
    (sound / "output/report.html").unlink()
    assert built("--project", sound) == list(TOP)
    name = "output/report.html"
    assert (sound / name).read_bytes() == (sound_built / name).read_bytes()


@pytest.fixture(scope="module")
def chromium() -> Iterator[browser.Browser]:
    with browser.started() as one:
        yield one


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_page_meets_wcag_with_all_its_lists_open(
    chromium: browser.Browser, wanting: Path, width: int, scheme: str
) -> None:
    with chromium.without_policy():
        chromium.open(wanting / "report.html", width=width, scheme=scheme)
        chromium.run("for (const each of document.querySelectorAll('details')) each.open = true")
        assert chromium.violations() == []
        assert chromium.run("return document.documentElement.scrollWidth") == width
        assert chromium.requests() == [(wanting / "report.html").as_uri()]
    chromium.open(wanting / "report.html", width=width, scheme=scheme)
    assert chromium.told() == []


def test_what_facts_said_before_is_told_to_be_unknown(sound_built: Path) -> None:
    report = json.loads((sound_built / "output/report.json").read_text(encoding="utf-8"))["reread"]
    assert report == {"noted": False, "texts": 21, "stale": 0, "paragraphs": []}
    page = (sound_built / "output/report.html").read_text(encoding="utf-8")
    assert "Nobody has noted yet what the facts said when the texts were written." in page
