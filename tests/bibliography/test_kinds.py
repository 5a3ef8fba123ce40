"""The kind of publication: what `keywords` says, else what the entry type tells."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from uchtil.bibliography import Reference, kind_of
from uchtil.bibliography.kinds import _BY_TYPE
from uchtil.bibliography.vocabulary import CSL_TYPES, SUBTYPES, WORK_KINDS

from .conftest import ReadBib


@pytest.mark.parametrize(
    ("entry", "kind"),
    [
        ("@article{a, title = {x}, langid = {ru}}", "scholarship"),
        ("@article{a, title = {x}, langid = {ru}, entrysubtype = {newspaper}}", "media"),
        ("@legislation{a, title = {x}, langid = {ru}}", "official"),
        ("@thesis{a, title = {x}, langid = {ru}}", "scholarship"),
        ("@online{a, title = {x}, langid = {ru}}", "other"),
        ("@misc{a, title = {x}, langid = {ru}}", "other"),
        ("@misc{a, title = {x}, langid = {ru}, keywords = {official}}", "official"),
        ("@book{a, title = {x}, langid = {ru}, keywords = {encyclopaedia}}", "encyclopaedia"),
    ],
)
def test_the_kind_of_a_work(read_bib: ReadBib, entry: str, kind: str) -> None:
    references, problems = read_bib(entry)
    assert problems == []
    assert kind_of(references["a"]) == kind


@pytest.mark.parametrize(
    ("keyword", "hint"),
    [
        ("oficial", "did you mean `official`?"),
        (
            "news",
            "write one of official, media, scholarship, encyclopaedia, other, "
            "or leave the field out",
        ),
    ],
)
def test_an_unknown_kind_is_told(read_bib: ReadBib, keyword: str, hint: str) -> None:
    _, problems = read_bib(
        f"@misc{{a,\n  title = {{x}},\n  keywords = {{{keyword}}},\n  langid = {{ru}}}}"
    )
    assert problems == [
        f"b.bib:3: error[unknown-keyword]: the keyword `{keyword}` is unknown\n    {hint}"
    ]


def test_what_types_tell_is_known() -> None:
    assert {kind.partition("/")[0] for kind in _BY_TYPE} <= set(CSL_TYPES)
    assert {kind.partition("/")[2] for kind in _BY_TYPE} - {""} == set(SUBTYPES)
    assert set(_BY_TYPE.values()) <= set(WORK_KINDS)


def test_only_bare_titles_of_the_shipped_bibliography_have_no_kind(
    shipped: Mapping[str, Reference],
) -> None:
    unknown = {key for key, work in shipped.items() if kind_of(work) == "other"}
    assert unknown == {"foreignpolicy-agenda", "centralasia-priority"}
