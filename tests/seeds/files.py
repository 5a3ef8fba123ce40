"""Defects of finished files, as a slip of a library or a hand in them would make."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import pikepdf

from .ground import Ground, Planted, Told, seed


def _html(
    ground: Ground, edition: str, pattern: str, new: str | Callable[[re.Match[str]], str]
) -> str:
    name = f"output/{edition}/review.html"
    path = ground.root / name
    text, count = re.subn(pattern, new, path.read_text(encoding="utf-8"), count=1, flags=re.DOTALL)
    assert count, pattern
    path.write_text(text, encoding="utf-8")
    return name


def _docx(ground: Ground, edition: str, part: str, change: Callable[[str], str | None]) -> str:
    """Change a part of a document; nothing takes it out."""
    name = f"output/{edition}/review.docx"
    path = ground.root / name
    whole = path.with_name("new.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as new:
        for each in old.namelist():
            data: bytes | None = old.read(each)
            if each == part and data is not None:
                text = data.decode()
                changed = change(text)
                assert changed != text
                data = None if changed is None else changed.encode()
            if data is not None:
                new.writestr(each, data)
    whole.replace(path)
    return name


# ------------------------------------------------------------------ HTML


@seed("files-1")
def citation_number_in_html(ground: Ground) -> Planted:
    """A citation is printed with another work's number."""
    name = _html(ground, "uz", r'(id="cite-3" class="cite"[^>]*>)[^<]+', r"\g<1>27")
    return Told("citations-differ", ground.mark(name), "number 3 should be")


@seed("files-1")
def reference_swapped_in_html(ground: Ground) -> Planted:
    """Two entries of one page's reference list have changed places."""

    def swapped(found: re.Match[str]) -> str:
        return found["b"] + found["a"]

    each = r'<div id="ref-[^"]+" class="csl-entry".*?(?=<div id="ref-)'
    name = _html(ground, "ru", f"(?P<a>{each})(?P<b>{each})", swapped)
    mark = ground.mark(name)
    return Told("references-differ", mark)


@seed("files-1")
def number_in_html(ground: Ground) -> Planted:
    """A year in a paragraph of the English page is another one."""
    name = _html(ground, "en", r'(<p id="border-p4">.*?)2015', r"\g<1>2016")
    assert name
    file = next(
        f"content/sections/{slug}/en.md" for slug in ground.slugs() if slug.endswith("-border")
    )
    line = [n for n, each in enumerate(ground.read(file).split("\n"), 1) if each[:1].isalpha()][2]
    mark = ground.mark(file)
    mark.line = line
    return Told("numbers-differ", mark, "“2015” never instead of once")


@seed("files-2")
def dead_link_in_html(ground: Ground) -> Planted:
    """What a citation leads to is not in the list."""
    name = _html(ground, "en", r'id="ref-usmanov2006"', 'id="ref-usmanov"')
    mark = ground.mark(name)
    return (
        Told("broken-output", mark, "“ref-usmanov2006”, which is not there"),
        Told("references-differ", mark),
    )


@seed("files-2")
def english_term_in_uzbek(ground: Ground) -> Planted:
    """A reference in Uzbek is printed with a term of the English locale."""
    name = _html(ground, "uz", r"(<div id=\"ref-ramatov2026\".*?)(?=\d{4})", r"\g<1>cited in ")
    return Told("fallback-term", ground.mark(name), "the English “cited in” stands in uz")


@seed("files-2")
def template_left_in_html(ground: Ground) -> Planted:
    """An expression of a template was not filled in."""
    name = _html(ground, "ru", r'(<p id="trade-p1">)', r"\1{{ fact }} ")
    return Told("broken-output", ground.mark(name), "“{{ fact }}”")


# ------------------------------------------------------------------ DOCX


@seed("files-1")
def citation_lost_in_docx(ground: Ground) -> Planted:
    """A citation is deleted from a document."""
    link = r'<w:hyperlink w:anchor="ref-tursunov2026"[^>]*>.*?</w:hyperlink>'
    name = _docx(
        ground,
        "ru",
        "word/document.xml",
        lambda text: re.sub(link, "", text, count=1, flags=re.DOTALL),
    )
    return Told("citations-differ", ground.mark(name))


@seed("files-1")
def broken_part_in_docx(ground: Ground) -> Planted:
    """The main part of a document ends in the middle."""
    name = _docx(ground, "en", "word/document.xml", lambda text: text[: len(text) // 2])
    return Told("broken-output", ground.mark(name), "word/document.xml")


@seed("files-1")
def part_lost_in_docx(ground: Ground) -> Planted:
    """A document has no styles."""
    name = _docx(ground, "uz", "word/styles.xml", lambda _: None)
    return Told("broken-output", ground.mark(name), "word/styles.xml")


@seed("files-2")
def bookmark_lost_in_docx(ground: Ground) -> Planted:
    """The place of a reference is missing in a document."""
    pattern = r'<w:bookmarkStart [^>]*w:name="ref-usmanov2006"[^>]*/>'
    name = _docx(ground, "en", "word/document.xml", lambda text: re.sub(pattern, "", text))
    mark = ground.mark(name)
    return (
        Told("references-differ", mark, "usmanov2006"),
        Told("broken-output", mark, "“ref-usmanov2006”, which is not there"),
    )


@seed("files-2")
def truncated_docx(ground: Ground) -> Planted:
    """A document was written in half."""
    name = "output/ru/review.docx"
    path = ground.root / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    return Told("broken-output", ground.mark(name))


# ------------------------------------------------------------------ PDF


@seed("files-1")
def reference_lost_in_pdf(ground: Ground) -> Planted:
    """The place of a reference is missing in a PDF."""
    name = "output/en/review.pdf"
    _change_pdf(ground.root / name, _forget_reference)
    mark = ground.mark(name)
    return (
        Told("references-differ", mark),
        Told("broken-output", mark, "which is not there"),
    )


@seed("files-2")
def citation_lost_in_pdf(ground: Ground) -> Planted:
    """The link of a citation is missing in a PDF."""
    name = "output/ru/review.pdf"
    _change_pdf(ground.root / name, _unlink_citation)
    return Told("citations-differ", ground.mark(name))


@seed("files-2")
def truncated_pdf(ground: Ground) -> Planted:
    """A PDF was written in half."""
    name = "output/uz/review.pdf"
    path = ground.root / name
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 3])
    return Told("broken-output", ground.mark(name))


def _change_pdf(path: Path, change: Callable[[pikepdf.Pdf], None]) -> None:
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        change(pdf)
        pdf.save(path)


def _forget_reference(pdf: pikepdf.Pdf) -> None:
    names = pikepdf.NameTree(pdf.Root.Names.Dests)
    del names["ref-usmanov2006"]


def _unlink_citation(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for number, link in enumerate(page.obj.get("/Annots", [])):
            if str(link.get("/Dest", "")).startswith("ref-"):
                del page.obj.Annots[number]
                return
