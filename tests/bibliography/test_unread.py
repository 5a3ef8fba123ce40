"""Which keys stand in a bibliography, though they could not be read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from uchtil.bibliography import Reference, read_bibliography, read_crosswalk, unread_keys
from uchtil.problems import Problems

WHOLE = "@book{a1,\n  title = {A},\n}\n"


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        (WHOLE, set()),
        (WHOLE + "@book{b2,\n  title = {B,\n}\n@book{c3,\n  title = {C},\n}\n", {"b2"}),
        (WHOLE + "  @Book { b:2+x ,\n  title {B},\n}\n", {"b:2+x"}),
        (WHOLE + "@book{b2\n  title = {B},\n}\n", {"b2"}),
        (WHOLE + "% @book{b2,\n@comment{c3,\n}\n@string{d4 = {D}}\n", set()),
        ("", {"*"}),
        ("% nothing\n", {"*"}),
        (None, {"*"}),
        ("Ҳ".encode("cp1251", "ignore") + b"\xd2", {"*"}),
    ],
)
def test_unread_keys(tmp_path: Path, text: str | bytes | None, keys: set[str]) -> None:
    path = tmp_path / "b.bib"
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    references = read_bibliography(path, "b.bib", Problems())
    assert unread_keys(path, references) == keys


def test_the_crosswalk_does_not_tell_them_again(
    tmp_path: Path, shipped: Mapping[str, Reference]
) -> None:
    path = tmp_path / "crosswalk.yaml"
    path.write_text(
        "sources:\n  - {key: lost, list: numbered, entries: [{entry: '1', works: [gone]}]}\n"
    )
    for broken, told in (({"lost"}, ["gone"]), ({"lost", "gone"}, []), ({"*"}, [])):
        problems = Problems()
        read_crosswalk(path, "c.yaml", problems, shipped, broken)
        assert [each.message for each in problems] == [f"unknown key `{key}`" for key in told]
