"""Every style in every edition and format: read back, and what other programs say of it.

The sound project is made in all styles; of the shipped review, which cites in every way that
there is, the trilingual edition.  A build reads back what it made (``checks/readback``) and
fails where a file is not what citeproc gave; here it is seen that it did so for each file.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import html

import browser
import nu
import verapdf
import workshop
from workshop import ROOT, SHIPPED

OWN = "gost-numeric"
OTHERS = ("gost-alphabetical", "apa", "chicago-notes")
OF_SHIPPED = OTHERS[2:]
"""The one that cites in the most other way than the review's own: in notes."""
EDITIONS = ("uz", "uz-cyrl", "ru", "en", "trilingual")

each_style = pytest.mark.parametrize("style", OTHERS)
each_edition = pytest.mark.parametrize("edition", EDITIONS)


@pytest.fixture(scope="module")
def outputs(
    sound_in_both_scripts: Path, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Path]:
    """The output of the sound project, with Uzbek in both scripts, by style."""
    made = {OWN: sound_in_both_scripts / "output"}
    for style in OTHERS:
        made[style] = tmp_path_factory.mktemp(style) / "output"
        project = ("--project", sound_in_both_scripts)
        built = workshop.built(*project, "--style", style, "--output", made[style])
        assert sorted(built) == sorted((*SHIPPED, *workshop.TOP))
    return made


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The shipped review's trilingual page and document, by style."""
    wanted = ("--language", "trilingual", "--format", "html", "--format", "docx")
    made = {}
    for style in OF_SHIPPED:
        made[style] = tmp_path_factory.mktemp(style) / "output"
        workshop.built("--project", ROOT, "--style", style, "--output", made[style], *wanted)
    return made


def report(output: Path) -> dict[str, Any]:
    told: dict[str, Any] = json.loads((output / "report.json").read_text(encoding="utf-8"))
    return told


def cited(page: Path) -> list[str]:
    """Return the works that a page cites, one cluster after the other, sorted within it.

    By author and year a cluster is in the order of the list, which is that of its language.
    """
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    return [" ".join(sorted(str(each).split())) for each in tree.xpath("//@data-cites")]


def listed(page: Path) -> list[str]:
    """Return the works of a page's list, in its order."""
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    return [str(each) for each in tree.xpath("//div[@id='refs']/div/@id")]


# ------------------------------------------------------------------ read back


def test_the_styles_are_all_that_there_are() -> None:
    shipped = {path.stem for path in (ROOT / "templates" / "csl").glob("*.csl")}
    assert shipped == {OWN, *OTHERS}


@each_style
def test_every_file_is_read_back(outputs: dict[str, Path], style: str) -> None:
    told = report(outputs[style])
    assert told["review"]["style"] == style
    assert [each for each in told["problems"] if each["severity"] == "error"] == []
    assert list(told["citations"]) == list(SHIPPED)
    for name, found in told["citations"].items():
        times = 3 if name.startswith("trilingual/") else 1
        assert found["works"] == told["references"]["cited"] == 4
        once = told["citations"]["uz/review.html"]["count"]
        if name.endswith(".pdf") and style != "gost-alphabetical":
            # Of a citation of several words each line is an area of its own.
            assert found["count"] >= once * times
        else:
            assert found["count"] == once * times


@each_style
@each_edition
def test_a_style_changes_how_is_cited_and_not_what(
    outputs: dict[str, Path], style: str, edition: str
) -> None:
    page = f"{edition}/review.html"
    assert cited(outputs[style] / page) == cited(outputs[OWN] / page)
    assert sorted(listed(outputs[style] / page)) == sorted(listed(outputs[OWN] / page))
    assert len(listed(outputs[style] / page)) == 4


@pytest.mark.parametrize("style", ["apa", "chicago-notes"])
def test_a_list_without_numbers_begins_in_the_script_of_its_edition(
    outputs: dict[str, Path], style: str
) -> None:
    first = {
        edition: listed(outputs[style] / edition / "review.html")[0].removeprefix("ref-")
        for edition in ("uz", "uz-cyrl", "ru", "en", "trilingual")
    }
    latin = first["uz"]
    cyrillic = first["ru"]
    assert (latin, cyrillic) == ("karimova2019", "akhmedov1980")
    assert first == {
        "uz": latin, "uz-cyrl": cyrillic, "ru": cyrillic, "en": latin, "trilingual": latin,
    }  # fmt: skip


@pytest.mark.parametrize("style", OF_SHIPPED)
def test_the_shipped_review_is_read_back(shipped: dict[str, Path], style: str) -> None:
    told = report(shipped[style])
    assert [each for each in told["problems"] if each["severity"] == "error"] == []
    page, document = (told["citations"][f"trilingual/review.{name}"] for name in ("html", "docx"))
    assert page == document
    assert page["count"] > 600
    assert page["works"] == told["references"]["cited"] > 10


# ------------------------------------------------------------------ what others say


def test_the_nu_checker_finds_nothing(outputs: dict[str, Path], shipped: dict[str, Path]) -> None:
    pages = [path for style in OTHERS for path in sorted(outputs[style].rglob("*.html"))]
    pages += [output / "trilingual/review.html" for output in shipped.values()]
    assert len(pages) >= 3 * (5 + 1)
    assert nu.faults(pages) == {page: [] for page in pages}


def test_verapdf_finds_nothing(outputs: dict[str, Path], tmp_path: Path) -> None:
    paths = [outputs[style] / f"{each}/review.pdf" for style in OTHERS for each in EDITIONS]
    wrong = tmp_path / "untitled.pdf"
    with pikepdf.open(paths[0]) as opened:
        del opened.Root.ViewerPreferences
        opened.save(wrong)
    found = verapdf.faults([*paths, wrong])
    # It does find what is wrong.
    assert [fault.partition(" ")[0] for fault in found.pop(wrong)] == ["7.1-10"]
    assert found == {path: [] for path in paths}


@each_style
@each_edition
def test_the_open_xml_sdk_finds_nothing(
    outputs: dict[str, Path],
    style: str,
    edition: str,
    open_xml_errors: Callable[[Path], list[str]],
) -> None:
    assert open_xml_errors(outputs[style] / edition / "review.docx") == []


@pytest.fixture(scope="module")
def chromium() -> Iterator[browser.Browser]:
    with browser.started() as one:
        yield one


@each_style
@each_edition
def test_a_page_meets_wcag(
    chromium: browser.Browser, outputs: dict[str, Path], style: str, edition: str
) -> None:
    chromium.open(outputs[style] / edition / "review.html")
    assert chromium.told() == [], "it works under its own policy"
    with chromium.without_policy():
        chromium.open(outputs[style] / edition / "review.html", width=360)
        assert chromium.violations() == []
        assert chromium.run("return document.documentElement.scrollWidth") == 360
