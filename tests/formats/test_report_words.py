"""The small pieces of the report's page."""

from __future__ import annotations

import pytest

from uchtil.checks.evidence import Why
from uchtil.facts import Finding, Support
from uchtil.formats.report import (
    FINDINGS,
    REASONS,
    SUPPORT,
    changed,
    many,
    place,
    sentence,
    shade,
    ticked,
)


def test_every_word_of_the_data_has_its_words() -> None:
    assert set(SUPPORT) == {each.value for each in Support}
    assert set(REASONS) == {each.value for each in Why}
    assert set(FINDINGS) == {each.value for each in Finding}


@pytest.mark.parametrize(
    ("count", "told"), [(0, "no warning"), (1, "1 warning"), (2, "2 warnings")]
)
def test_counts_are_told_in_english(count: int, told: str) -> None:
    assert many(count, "warning") == told


def test_a_plural_of_its_own() -> None:
    assert many(3, "text has", "texts have") == "3 texts have"
    assert sentence("no text of XML") == "No text of XML"


def test_shades_tell_small_numbers_apart() -> None:
    assert [shade(count, 100) for count in (0, 1, 4, 5, 17, 40, 70, 100)] == [
        0,
        1,
        1,
        2,
        3,
        4,
        5,
        5,
    ]
    assert shade(0, 0) == 0


def test_messages_keep_their_code_and_lose_their_markup() -> None:
    assert ticked("`a<b` & <i>c</i>") == "<code>a&lt;b</code> &amp; &lt;i&gt;c&lt;/i&gt;"


def test_changes_are_marked() -> None:
    assert changed("“the [was → is] signed”, “[+in <Astana>]”, “[−not] [[x]]”") == (
        "“the <del>was</del> <ins>is</ins> signed”, “<ins>in &lt;Astana&gt;</ins>”, "
        "“<del>not</del> [[x]]”"
    )


def test_brackets_of_the_text_are_no_changes() -> None:
    assert changed("“see [a](b) [−or] c”") == "“see [a](b) <del>or</del> c”"
    assert changed("what it was is not known any more") == "what it was is not known any more"


def test_a_place_can_be_followed_and_copied() -> None:
    assert place({"file": "content/a&b c.md", "line": 3}) == (
        '<a class="place" href="../content/a%26b%20c.md#L3">content/<wbr>a&amp;b c.md:3</a>'
    )
    assert place({"file": "content/evidence.lock", "line": 0}) == (
        '<a class="place" href="../content/evidence.lock">content/<wbr>evidence.lock</a>'
    )
