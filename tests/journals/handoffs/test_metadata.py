"""The sheet to paste from."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lxml import html

import browser
import nu
from uchtil.journals.handoffs.metadata import write
from uchtil.journals.submission import Submission

from .conftest import HOSTILE


def fields(data: bytes) -> list[tuple[str, str, str | None]]:
    """Return labels, texts and languages of all fields."""
    page = html.fromstring(data.decode("utf-8"))
    areas = {each.get("id"): each for each in page.iter("textarea")}
    return [
        (
            each.text,
            areas[each.get("for")].text.removeprefix("\n"),
            areas[each.get("for")].get("lang"),
        )
        for each in page.iter("label")
    ]


def test_fields(small: Submission) -> None:
    funding = {"uz": "Ish mablagʻsiz bajarilgan."}
    told = fields(write(replace(small, review=replace(small.review, funding=funding))))
    assert told[:6] == [
        ("Title", "Toshkent metrosi", "uz-Latn-UZ"),
        ("Authors", "Karberri Josiya", "uz-Latn-UZ"),
        ("Affiliations", "Braun universiteti", "uz-Latn-UZ"),
        ("Abstract", "Birinchi band.\n\nIkkinchi band.", "uz-Latn-UZ"),
        ("Keywords, by commas", "metro, Toshkent", "uz-Latn-UZ"),
        ("Keywords, by semicolons", "metro; Toshkent", "uz-Latn-UZ"),
    ]
    for wanted in (
        ("Funding", "Ish mablagʻsiz bajarilgan.", "uz-Latn-UZ"),
        ("Name, Kazakh", "Карберри Джосайя", "kk-KZ"),
        ("Family name, English", "Carberry", "en-GB"),
        ("Given names, Russian", "Джосайя", "ru-RU"),
        ("ORCID", "https://orcid.org/0000-0002-1825-0097", None),
        ("UDC", "625.42", None),
        ("CRediT roles", "Conceptualization, Writing – review & editing", None),
        ("Caption of figures/figure-1", "1-rasm. Chiziqlar", "uz-Latn-UZ"),
        ("Alternative text of figures/figure-1", "Chiziqlar chizmasi", "uz-Latn-UZ"),
        ("Adabiyotlar", "\n".join(small.lists[0].entries), None),
        ("References", "Karimov I. Istoriya metro.\nMetro ochildi.", "en-GB"),
    ):
        assert wanted in told


def test_it_is_valid_and_runs_nothing(
    small: Submission, hostile: Submission, shipped_of: dict[str, Submission], tmp_path: Path
) -> None:
    anonymous = replace(small, references=(), review=replace(small.review, authors=()))
    pages = []
    for at, each in enumerate((small, hostile, anonymous, *shipped_of.values())):
        pages.append(tmp_path / f"{at}.html")
        pages[-1].write_bytes(write(each))
    assert not html.fromstring(pages[1].read_bytes()).findall(".//script")
    assert fields(pages[1].read_bytes())[0][1] == HOSTILE.replace("\x00\x08\x1b\ufffe", "")
    assert not any(nu.faults(pages).values())


def test_no_field_is_cut_on_any_screen(small: Submission, tmp_path: Path) -> None:
    long = "Toshkent metropoliteni " * 60 + "https://example.org/" + "a" * 90
    metadata = tuple(replace(each, abstract=f"{long}\n\n{long}") for each in small.metadata)
    page = tmp_path / "metadata.html"
    page.write_bytes(write(replace(small, metadata=metadata)))
    with browser.started() as chromium:
        for width in (360, 1280):
            chromium.open(page, width=width)
            assert (
                chromium.run(
                    "return [...document.querySelectorAll('textarea')].filter((each) =>"
                    " each.scrollHeight > each.clientHeight || each.scrollWidth > each.clientWidth)"
                    ".map((each) => each.id)"
                )
                == []
            )
            assert chromium.run("return document.documentElement.scrollWidth") == width
            assert chromium.violations() == []
