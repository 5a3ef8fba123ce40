"""Descriptions of works without a title, in the language of the text that cites them."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from uchtil.bibliography import Reference, csl_json
from uchtil.bibliography.described import described_in

from .conftest import ReadBib

BIB = """\
@online{page, title = {[Xabar]}, shorttitle = {[X]}, titletype = {descriptive},
  titlerussian = {[Новость сайта]}, shorttitlerussian = {[Новость]},
  titleenglish = {[A news item]}, organization = {Kun.uz}, langid = {uz-Latn},
}
@misc{work, title = {Метро}, titleenglish = {The metro}, langid = {ru}}
"""


@pytest.mark.parametrize(
    ("code", "title", "short", "tag"),
    [
        ("ru", "[Новость сайта]", "[Новость]", "ru-RU"),
        ("en", "[A news item]", None, "en-GB"),
        ("uz", "[Xabar]", "[X]", "uz-Latn-UZ"),  # its own language
        ("uz-cyrl", "[Xabar]", "[X]", "uz-Latn-UZ"),  # not given: as it is
    ],
)
def test_a_description_is_in_the_language_of_the_text(
    read_bib: ReadBib, code: str, title: str, short: str | None, tag: str
) -> None:
    references, told = read_bib(BIB)
    assert told == []
    page, work = described_in(references.values(), code)
    assert page["title"] == f'<span class="nocase">{title}</span>'
    assert page.get("title-short") == (short and f'<span class="nocase">{short}</span>')
    assert (page["language"], page["container-title"]) == (
        tag,
        '<span class="nocase">Kun.uz</span>',
    )
    assert work == csl_json(references.values())[1], "what a work prints stays as it is"


def test_every_shipped_description_is_in_all_languages(shipped: Mapping[str, Reference]) -> None:
    described = [each for each in shipped.values() if each.title_is_ours]
    assert len(described) > 10
    for code in ("uz", "ru", "en"):
        for item in described_in(described, code):
            assert item["language"].startswith("uz-Latn" if code == "uz" else code), item["id"]


def test_brackets_and_uzbek_signs_are_looked_at(read_bib: ReadBib) -> None:
    _, told = read_bib(
        "@misc{a, title = {[Статья]}, titletype = {descriptive}, langid = {ru},\n"
        "  titleuzbek = {Maqola},\n  shorttitleuzbek = {[o'zbek]},\n}"
    )
    assert [each.split("\n")[0] for each in told] == [
        "b.bib:2: error[title-brackets]: "
        "the Uzbek title of `a` is descriptive, but not in square brackets",
        *(each.split("\n")[0] for each in told[1:]),
    ]
    assert len(told) == 2
    assert "b.bib:3" in told[1]
