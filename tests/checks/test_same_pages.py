"""Pages that a finished PDF holds as they were are not read twice; any other change is seen."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest

from uchtil.checks.readback import pdf as reader
from uchtil.checks.readback.pdf import PageReading, PagesReading, join_pages, read_pages
from uchtil.pipeline.pages_read import keep_pages, kept_pages, pages_file


def known(reading: PagesReading) -> dict[str, PageReading]:
    return dict(zip(reading.fingerprints, reading.pages, strict=True))


def changed(path: Path, target: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    with pikepdf.open(path) as pdf:
        change(pdf)
        pdf.save(target)
    return target


@pytest.fixture
def finished(sound_built: Path) -> Path:
    return sound_built / "output/trilingual/review.pdf"


def test_pages_that_are_the_same_are_not_read(
    finished: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = read_pages(finished, 0, None)
    assert len(set(first.fingerprints)) == len(first.pages) > 3
    terms = sum(page.has_english for page in first.pages)
    read = []
    original = reader._read_page
    monkeypatch.setattr(reader, "_read_page", lambda *given: read.append(1) or original(*given))
    again = read_pages(finished, 0, None, known(first))
    assert again == first
    assert len(read) == terms < len(first.pages), "only those that the structure judges"


def test_numbers_of_objects_do_not_count(finished: Path, tmp_path: Path) -> None:
    def other_numbers(pdf: pikepdf.Pdf) -> None:
        pdf.Root["/Uchtil"] = pdf.make_indirect(pikepdf.Dictionary(A=1))

    other = changed(finished, tmp_path / "other.pdf", other_numbers)
    assert read_pages(other, 0, None) == read_pages(finished, 0, None)


def _another_link(pdf: pikepdf.Pdf) -> None:
    link = next(each for page in pdf.pages for each in page.get("/Annots", []) if "/Dest" in each)
    link.Dest = pikepdf.String("nowhere")


def _another_sign(pdf: pikepdf.Pdf) -> None:
    pdf.pages[1].contents_add(b" ")


def _another_drawing(pdf: pikepdf.Pdf) -> None:
    name, form = next(iter(pdf.pages[0].obj.Resources.XObject.items()))
    form.write(form.read_bytes() + b" ")
    assert name


def _another_font(pdf: pikepdf.Pdf) -> None:
    _, font = next(iter(pdf.pages[0].obj.Resources.Font.items()))
    font.ToUnicode.write(font.ToUnicode.read_bytes() + b" ")


@pytest.mark.parametrize("change", [_another_link, _another_sign, _another_drawing, _another_font])
def test_whatever_changes_on_a_page_is_seen(
    finished: Path, tmp_path: Path, change: Callable[[pikepdf.Pdf], None]
) -> None:
    first = read_pages(finished, 0, None)
    other = changed(finished, tmp_path / "other.pdf", change)
    again = read_pages(other, 0, None, known(first))
    differing = set(again.fingerprints) - set(first.fingerprints)
    assert 0 < len(differing) < len(first.pages)
    assert join_pages([again]) == join_pages([read_pages(other, 0, None)])


def test_a_changed_language_is_seen_though_the_page_is_the_same(
    sound_built: Path, tmp_path: Path
) -> None:
    path = sound_built / "output/en/review.pdf"
    first = read_pages(path, 0, None)

    def russian(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Lang = pikepdf.String("ru-RU")

    other = changed(path, tmp_path / "other.pdf", russian)
    broken = join_pages([read_pages(other, 0, None, known(first))]).broken
    assert broken == join_pages([read_pages(other, 0, None)]).broken != ()


def test_readings_are_kept_and_taken_back(finished: Path, tmp_path: Path) -> None:
    pieces = [read_pages(finished, 0, 2), read_pages(finished, 2, None)]
    keep_pages(tmp_path, "trilingual", "this reader", pieces)
    back = kept_pages(tmp_path, "trilingual", "this reader")
    assert read_pages(finished, 0, None, back) == read_pages(finished, 0, None)
    assert kept_pages(tmp_path, "trilingual", "another reader") == {}
    assert kept_pages(tmp_path, "en", "this reader") == {}


@pytest.mark.parametrize("data", ["", "[]", '{"reader": "r"}', {"reader": "r", "pages": {"a": 1}}])
def test_readings_that_cannot_be_trusted_are_none(tmp_path: Path, data: object) -> None:
    path = pages_file(tmp_path, "en")
    path.parent.mkdir(parents=True)
    path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
    assert kept_pages(tmp_path, "en", "r") == {}
