from decimal import Decimal

import pytest

from uchtil.load.shapes import Choice, Date, Flag, LanguageTag, Number, Shape, Text, Word, slug
from uchtil.model import Status, When

from .conftest import Read


@pytest.mark.parametrize(
    ("shape", "text", "value"),
    [
        (Text(), "Oʻzbekiston", "Oʻzbekiston"),
        (Text(), "no", "no"),
        (Text(), "'null'", "null"),
        (slug(), "border-2022", "border-2022"),
        (Choice(Status), "plan", Status.PLAN),
        (Word(("a", "b")), "b", "b"),
        (Flag(), "true", True),
        (Flag(), "false", False),
        (Number(), "1.50", Decimal("1.50")),
        (Number(), "-3", Decimal(-3)),
        (Date(), "1998-10", When.parse("1998-10")),
        (Date(), "2018-03-12/..", When.parse("2018-03-12/..")),
        (Date(day=True), "2026-11-20", When.parse("2026-11-20")),
        (LanguageTag(), "uz-Cyrl-UZ", "uz-Cyrl-UZ"),
    ],
)
def test_what_is_read(read: Read, shape: Shape[object], text: str, value: object) -> None:
    assert read(shape, text) == (value, [])


@pytest.mark.parametrize(
    ("shape", "text", "message"),
    [
        (
            Text(),
            "''",
            "a.yaml:1:1: error[empty-value]: `it` is empty\n    give it a value, or delete it",
        ),
        (
            Text(),
            "~",
            "a.yaml:1:1: error[empty-value]: `it` is empty\n    give it a value, or delete it",
        ),
        (
            Text(),
            "[a]",
            "a.yaml:1:1: error[wrong-type]: `it` must be one text, not a list",
        ),
        (
            slug(),
            "Border Treaty",
            "a.yaml:1:1: error[wrong-id]: `Border Treaty` cannot be `it`\n    write lower-case "
            "Latin letters, digits and hyphens, as in `border-treaty`",
        ),
        (
            Choice(Status),
            "actaul",
            "a.yaml:1:1: error[unknown-choice]: `actaul` cannot be `it`\n"
            "    did you mean `actual`? write one of: actual, estimate, plan, target",
        ),
        (
            Choice(Status),
            "yes",
            "a.yaml:1:1: error[unknown-choice]: `yes` cannot be `it`\n"
            "    write one of: actual, estimate, plan, target",
        ),
        (
            Word(("person", "place")),
            "town",
            "a.yaml:1:1: error[unknown-choice]: `town` cannot be `it`\n"
            "    write one of: person, place",
        ),
        (
            Flag(),
            "yes",
            "a.yaml:1:1: error[wrong-value]: `yes` cannot be `it`\n    write true or false",
        ),
        (
            Number(),
            "4,5",
            "a.yaml:1:1: error[not-a-number]: `4,5` is not a number\n    write 4.5",
        ),
        (
            Number(),
            "1_000",
            "a.yaml:1:1: error[not-a-number]: `1_000` is not a number\n    write 1000",
        ),
        (
            Number(),
            "1\u00a0000",
            "a.yaml:1:1: error[not-a-number]: `1\u00a0000` is not a number\n    write 1000",
        ),
        (
            Number(),
            "many",
            "a.yaml:1:1: error[not-a-number]: `many` is not a number\n"
            "    write digits, with a point for decimals",
        ),
        (
            Date(),
            "31.10.1998",
            "a.yaml:1:1: error[not-a-date]: `31.10.1998` is not a date\n    write 1998-10-31",
        ),
        (
            Date(),
            "1998-02-29",
            "a.yaml:1:1: error[impossible-date]: `1998-02-29` is impossible: February 1998 has "
            "28 days\n    "
            "look into the source again; where the day is in doubt, leave it out",
        ),
        (
            Date(),
            "1998-13",
            "a.yaml:1:1: error[impossible-date]: `1998-13` is impossible: there is no month 13\n"
            "    look into the source again; where the day is in doubt, leave it out",
        ),
        (
            Date(),
            "2019/2017",
            "a.yaml:1:1: error[impossible-date]: `2019/2017` ends before it begins\n"
            "    write the beginning first, or look into the source again",
        ),
        (
            Date(),
            "../..",
            "a.yaml:1:1: error[impossible-date]: `../..` has neither a beginning nor an end\n"
            "    write a date at one end at least",
        ),
        (
            Date(),
            "0000-01-01",
            "a.yaml:1:1: error[impossible-date]: `0000-01-01` is impossible: there is no year 0\n"
            "    look into the source again; where the day is in doubt, leave it out",
        ),
        (
            Date(day=True),
            "2026-11",
            "a.yaml:1:1: error[not-a-day]: `it` must be a day, not `2026-11`\n"
            "    write it as 2026-11-20",
        ),
        (
            LanguageTag(),
            "uz",
            "a.yaml:1:1: error[wrong-language-tag]: the language tag `uz` does not tell the "
            "script\n    write `uz-Latn-UZ` or `uz-Cyrl-UZ`",
        ),
    ],
)
def test_what_is_told(read: Read, shape: Shape[object], text: str, message: str) -> None:
    assert read(shape, text)[1] == [message]
