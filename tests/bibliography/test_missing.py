from __future__ import annotations

from collections.abc import Mapping

import pytest

from uchtil.bibliography import Reference, missing_fields, tell_missing
from uchtil.problems import Problems

from .conftest import ReadBib


@pytest.mark.parametrize(
    ("entry", "missing"),
    [
        (
            "@article{a, author={Ионова, Е.}, title={x}, journaltitle={y}, date=2018, number=2,"
            " pages={80--96}, langid={ru}}",
            (),
        ),
        (
            "@article{a, title={x}, entrysubtype={newspaper}, journaltitle={y}, date=2016,"
            " langid={ru}}",
            ("author",),
        ),
        (
            "@book{a, editor={Усманов, К.}, title={x}, location={Т.}, date=2006, langid={ru}}",
            ("publisher", "pagetotal"),
        ),
        (
            "@thesis{a, author={Зиямов}, title={[x]}, titletype={descriptive}, langid={ru}}",
            ("given", "title", "institution", "location", "date", "pagetotal"),
        ),
        (
            "@online{a, author={{МИД}}, title={x}, organization={y}, date=2019,"
            " url={https://x.uz/a}, langid={ru}}",
            ("urldate",),
        ),
        (
            "@article{a, author={Ионова, Е.}, title={x}, journaltitle={y}, date=2018, volume=2,"
            " pages={80--96}, url={https://x.uz/a}, langid={ru}}",
            ("urldate",),
        ),
        (
            "@misc{a, author={{МИД}}, title={x}, date=2019, langid={ru}}",
            ("publisher|organization|url",),
        ),
    ],
)
def test_missing_fields(read_bib: ReadBib, entry: str, missing: tuple[str, ...]) -> None:
    references, problems = read_bib(entry)
    assert problems == []
    assert missing_fields(references["a"]) == references["a"].missing == missing


def test_a_notice_says_what_is_missing(shipped: Mapping[str, Reference]) -> None:
    problems = Problems()
    tell_missing(shipped, problems)
    told = {problem.message for problem in problems}
    assert "`usmanov2006` lacks: publisher, number of pages" in told
    assert "`anon-mdh` lacks: author, title, journal, date, volume or number, pages" in told
    assert not any("ionova2018priorities" in message for message in told)
    assert problems.errors == ()
    assert len(problems) == sum(1 for reference in shipped.values() if reference.missing)
