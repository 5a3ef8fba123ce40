"""Remarks, disagreements and the matrix in the finished files, and in what is reported."""

from __future__ import annotations

import json
from pathlib import Path

import docx
import pypdfium2
import pytest
from lxml import html

import workshop

TABLES = """\
  - {id: matrix, kind: matrix, caption: {uz: Matritsa, ru: Матрица, en: Matrix}}
  - id: remarks
    kind: remarks
    caption: {uz: Kamchiliklar, ru: Недостатки, en: Remarks}
    select: {kind: [unsupported]}
    columns: [kind, severity, statement, handling, sources]
  - id: apart
    kind: disagreements
    caption: {uz: Ziddiyatlar, ru: Расхождения, en: Apart}
    columns: [matter, readings, handling]
figures:
"""


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The English edition of the sound project with tables of source criticism."""
    project = workshop.copy_sound(tmp_path_factory.mktemp("criticism") / "project")
    exhibits = project / "content" / "exhibits.yaml"
    text = exhibits.read_text(encoding="utf-8")
    exhibits.write_text(text.replace("figures:\n", TABLES, 1), encoding="utf-8")
    for code in ("uz", "ru", "en"):
        section = project / "content" / "sections" / "02-network" / f"{code}.md"
        with section.open("a", encoding="utf-8") as file:
            for table in ("matrix", "remarks", "apart"):
                file.write(f'\n{{{{ table("{table}") }}}}\n')
    workshop.built("--project", project, "--language", "en")
    return project / "output"


def test_the_matrix_has_heads_of_rows_and_columns(output: Path) -> None:
    page = html.fromstring((output / "en/review.html").read_bytes())
    [table] = page.xpath("//div[@id='table-matrix']//table")
    assert [each.get("scope") for each in table.xpath(".//thead//th")] == ["col"] * 4
    heads = table.xpath(".//tbody//th")
    assert [each.text_content() for each in heads] == ["Opening", "Network", "Total"]
    assert {each.get("scope") for each in heads} == {"row"}
    last = [each.text_content() for each in table.xpath(".//tbody/tr[last()]/td")]
    assert last == ["6", "4", "7"]


def test_the_tables_stand_in_every_format(output: Path) -> None:
    document = docx.Document(str(output / "en/review.docx"))
    tables = {table.rows[0].cells[0].text: table for table in document.tables}
    assert [cell.text for cell in tables["Theme"].rows[1].cells] == ["Opening", "4", "3", "5"]
    assert [cell.text for cell in tables["Kind"].rows[1].cells] == [
        "unsupported statement",
        "slight",
        "That this was the first metro of the region is said without support [*].",
        "The opinion is given as the source’s own.",
        "[2]",
    ]
    assert [cell.text.replace("\u00a0", " ") for cell in tables["Matter"].rows[1].cells] == [
        "Network",
        "One source gives the day on which the second line was opened, "
        "the other only the month [2; 3].",
        "The more exact date is taken, 8 December 1984.",
    ]
    pdf = pypdfium2.PdfDocument(output / "en/review.pdf")
    text = " ".join(page.get_textpage().get_text_bounded() for page in pdf)
    assert "Opening 4 3 5" in " ".join(text.split())


def test_the_report_counts_remarks_and_numbers(output: Path) -> None:
    report = json.loads((output / "report.json").read_text(encoding="utf-8"))
    assert report["remarks"] == {
        "count": 2,
        "kinds": {"conflict": 1, "unsupported": 1},
        "severities": {"moderate": 1, "slight": 1},
        "evidence": {"passages": 3, "looked_up": 3, "from_lock": 0, "not_seen": 0},
        "unused": [],
    }
    counts = {"passages": 10, "looked_up": 10, "from_lock": 0, "not_seen": 0}
    assert report["evidence"].items() >= counts.items()
    assert len(report["evidence"]["seen"]) == 13, "those of facts and of remarks"
    assert report["evidence"]["unseen"] == []
    assert report["numbers"] == {"from_facts": 21, "typed": 0, "exceptions": 5}
    assert report["problems"] == []


def test_the_report_tells_what_comparing_the_facts_found(output: Path) -> None:
    report = json.loads((output / "report.json").read_text(encoding="utf-8"))
    assert report["readings"] == {
        "counts": {
            "conflict": 0,
            "precision": 2,
            "status": 0,
            "repeated": 0,
            "agreeing": 0,
            "open": 0,
        },
        "findings": [
            {
                "kind": "precision",
                "matter": "date",
                "facts": [{"id": name, "file": file, "line": line}],
                "text": text,
                "answers": [],
            }
            for name, file, line, text in (
                (
                    "second-line",
                    "content/facts/network.yaml",
                    4,
                    "1984-12-08 (karimova2019), 1984-12 (petrov2008)",
                ),
                (
                    "first-line",
                    "content/facts/opening.yaml",
                    17,
                    "1977-11-06 (karimova2019), 1977-11 (petrov2008)",
                ),
            )
        ],
    }
