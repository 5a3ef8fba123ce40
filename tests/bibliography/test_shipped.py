"""The bibliography that the project ships, held against the sources' own lists."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
import yaml

from uchtil.bibliography import Crosswalk, Reference

from .conftest import ROOT

TEXTS = Path(os.environ.get("UCHTIL_SOURCES") or ROOT / ".." / "shared" / "sources")

_LIST_HEADS = ("Foydalanilgan adabiyotlar", "Фойдаланилган адабиётлар")


def own_list(text: str) -> dict[str, str]:
    """Return the entries of a source's own list or footnotes, by printed number."""
    head = max(text.rfind(words) for words in _LIST_HEADS)
    if head >= 0:
        found = re.findall(r"^(\d+)\. +(.+)$", text[head:], re.MULTILINE)
    else:
        # a footnote may break an address, which then stands whole in the page furniture
        whole = re.findall(r"https?://\S+", text)
        found = [
            (number, max((url for url in whole if url.startswith(begun)), key=len))
            for number, begun in re.findall(r"^ *(\d) ?(https?://\S+)", text, re.MULTILINE)
        ]
    return dict(found)


@pytest.fixture(scope="module")
def lists() -> dict[str, dict[str, str]]:
    if not TEXTS.is_dir():
        pytest.skip(f"the texts of the sources are not there: {TEXTS}")
    sources = yaml.safe_load((ROOT / "content" / "sources.yaml").read_text("utf-8"))["sources"]
    return {
        source["key"]: own_list((TEXTS / source["text"]).read_text("utf-8")) for source in sources
    }


def test_every_entry_of_every_own_list_is_in_the_crosswalk(
    lists: dict[str, dict[str, str]], shipped_crosswalk: Crosswalk
) -> None:
    mapped = {
        key: [entry.entry for entry in source.entries]
        for key, source in shipped_crosswalk.lists.items()
    }
    assert mapped == {key: list(entries) for key, entries in lists.items()}
    assert sum(len(entries) for entries in mapped.values()) == 28


def test_thirty_works_are_named_and_each_stands_once(
    shipped: Mapping[str, Reference], shipped_crosswalk: Crosswalk
) -> None:
    mentions = shipped_crosswalk.mentions
    assert sum(len(places) for places in mentions.values()) == 30
    reviewed = set(shipped_crosswalk.lists)
    assert reviewed.isdisjoint(mentions)
    assert reviewed | set(mentions) == set(shipped)
    assert shipped_crosswalk.repeated == {
        "cabar-dynamics": (("tursunov2026", "1"), ("tursunov2026", "11")),
        "pulatov2024": (("tursunov2026", "4"), ("tursunov2026", "7"), ("tursunov2026", "8")),
    }


def test_nothing_is_invented(
    lists: dict[str, dict[str, str]],
    shipped: Mapping[str, Reference],
    shipped_crosswalk: Crosswalk,
) -> None:
    """Every field of every work listed stands in an entry that names the work."""
    for work, places in shipped_crosswalk.mentions.items():
        printed = plain(" ".join(lists[source][entry] for source, entry in places))
        reference = shipped[work]
        for field, value in reference.fields.items():
            if field in {
                "keywords",
                "titleenglish",
                "shorttitleenglish",
                "titlerussian",
                "shorttitlerussian",
                "titleuzbek",
                "shorttitleuzbek",
            }:  # ours; no reference of a source prints them
                continue
            if field in {"titletype", "entrysubtype"} or (
                field in {"title", "shorttitle"} and reference.title_is_ours
            ):
                assert field.endswith("type") or re.fullmatch(r"\[.+\]", value), (work, field)
                continue
            assert plain(value.replace("--", "-")) in printed, (work, field)
        for name in reference.names.get("author", ()):
            for part in (name.family, name.given, name.literal):
                assert plain(part) in printed, (work, part)
        for date in reference.dates.values():
            assert str(date.first.year) in re.sub(r"https?\S+", "", printed), work


def plain(text: str) -> str:
    """Return a text as it can be compared: signs for ʻ and ʼ, spaces and case alike."""
    return re.sub(r"[\s]", "", re.sub("['‘’ʻʼ]", "'", text)).casefold()


def test_every_descriptive_title_is_plainly_marked(shipped: Mapping[str, Reference]) -> None:
    ours = [reference for reference in shipped.values() if reference.title_is_ours]
    assert ours
    for reference in ours:
        assert re.fullmatch(r"\[.+\]", reference.title), reference.key


def test_every_work_that_is_not_in_english_has_an_english_title(
    shipped: Mapping[str, Reference],
) -> None:
    for reference in shipped.values():
        english = reference.fields.get("titleenglish", "")
        assert bool(english) != (reference.language == "en"), reference.key
        assert english.isascii() or not set(english) - set(map(chr, range(128))) - set("–’“”")
        if "title_en" in reference.fields:
            assert english == reference.fields["title_en"]
            assert not reference.english_title_is_ours
    ours = {key for key, each in shipped.items() if each.english_title_is_ours}
    assert "tursunov2026" not in ours
    assert "usmanov2006" in ours


def test_pages_that_a_source_cites_are_not_the_extent_of_a_work(
    shipped: Mapping[str, Reference], shipped_crosswalk: Crosswalk
) -> None:
    located = [
        (work, page)
        for source in shipped_crosswalk.lists.values()
        for entry in source.entries
        for work, page in entry.locators.items()
    ]
    assert ("pulatov2024", "7–8") in located
    for work, _ in located:
        assert "pages" not in shipped[work].fields
