"""The words by which each language tells dates and amounts, for reading texts of others.

What ``numerals`` reads was written by this program; a source that somebody else wrote abbreviates,
hedges and varies.  Everything here is words: regular expressions without groups of their own,
matched without regard to case, against a text made even (``uchtil.checks.evening``): every
apostrophe is ``'``, white space is one space.  Texts in Cyrillic Uzbek are read in Latin, so
Uzbek has one table.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

SEASON = "a season"
"""The note of a date that is a season of a year: the day may stand behind it."""

COMPARED = "as compared with"
"""The note of a date that something is only measured against: "as compared with 2016"."""

UNKNOWN = 9999
"""The distance to a year that is not told even by a pronoun: "on 31 October"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class DateRule:
    """One way to write a date.

    ``pattern`` has slots in angle brackets: ``<y>`` a year (``<yy>`` in two figures), ``<d>`` a
    day (``<od>`` in its word), ``<m>`` a month in its word, ``<n>`` in figures, ``<dec>`` a
    decade's first year, ``<dd>`` a decade within its century ("90"), ``<c>`` a Roman century,
    ``<cc>`` one in figures, ``<dw>`` a decade in its word ("nineties"), ``<q>`` a quarter of a
    year, ``<h>`` a half and ``<s>`` a season; ``<y2>``, ``<yy2>``, ``<m2>``, ``<n2>``, ``<d2>``
    are those of a period's end.  ``<Y>`` is a year so early that only words beside it tell it
    from a number.  ``<->`` is any dash, ``<hy>`` a hyphen as damaged as it may be.

    ``shape`` says what else the words mean: ``since`` (no end is told), ``until`` (no beginning
    is), ``apart`` (the second day, month or year is a date of its own, in the first one's year;
    a month and the next are one period).

    Relative dates have ``years``, the distance from the year in which the text was written, or,
    where they are ``told`` so ("the following year"), from that of the date before in the text;
    or they have ``days``, the distance from the day before in the text (``within``, where that
    is from the first day of a period, and in it: "on the second day", -1 for its last).  Those
    that are ``coming`` are told for the next such time after the date before ("the following
    May"), those ``in_month`` for a day, or for all, of its month ("the first of that month").
    ``example`` is read
    whole as ``means``; a test holds that.
    """

    pattern: str
    example: str
    means: str
    shape: str = ""
    years: int | None = None
    told: bool = False
    days: int | None = None
    within: bool = False
    coming: bool = False
    in_month: bool = False
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wording:
    """How one language tells dates and amounts.

    Languages: ``function_words`` tell this one from others in its script, as do ``letters``.
    ``abbreviations`` have a full stop that ends no sentence.

    Dates: ``months``, ``quarters``, ``halves`` and ``seasons`` (spring, summer and
    autumn; a winter is of two years) in their order, ``days`` of a month in
    words, ``decades`` from the twenties on; ``about`` before a date;
    ``bare_before`` are words before a year that stands without the word for it, ``bare_after``
    those that may follow one.

    Numbers: ``decimal`` and ``group`` are characters.  ``numerals`` are number words, of which
    those joined by ``word_join`` are added up; ``scales`` as well, so that thousands in words are
    a numeral with its scale; ``alone`` are those that may stand for one of their kind.
    ``fractions`` ("half a") count only before a scale or a unit; ``and_half`` adds a half to the
    number before it.  ``stems`` are numbers within a word, before ``stems_before``.
    ``endings`` may be glued to a scale word, ``suffix`` to a number
    (``of_those`` where it counts what was named before).  ``ordinal`` behind figures makes
    them an ordinal; ``refused_before`` and ``refused_after`` are words beside numbers that count
    nothing, ``no_nouns`` those that are not what a number counts, ``pairs`` those after "two"
    that mean "both", and ``both`` those before it.  A number that nothing follows but a
    ``clause_end`` counts what was named elsewhere behind the words of ``only`` ("only nine"),
    ``rest_of`` ("520 km of the 972") and ``groups`` ("a staff of seven"), before a ``partitive``
    ("12 of the 15"), and where a ``tally`` was told ("the number of firms", what
    it comes to before the number, and what stands behind).

    What is counted: ``counters`` stand between number and noun, with the unit that they imply (or
    none); ``units`` map what is measured or counted to ids, the first that fits, with a number
    where they are so many of it ("10 year"); ``signs`` stand before the number.  ``fillers`` are
    words that may stand between number and noun.  ``multiples`` are whole words for so many
    times, ``wholes`` for a number with its unit, ``shares`` for so many per cent.

    Spans of time: ``singles`` are places where one is told without a number ("a year"), which
    counts where a hedge or the words of ``span`` stand before it or behind; ``later`` and
    ``earlier`` are those that say it goes on, or back, from another date, unless the words of
    ``measured`` say from what ("ten years before the war").  ``inverted`` are units, and scales
    by their numbers, that stand before a number which is then about so much.

    Hedges: ``before`` and ``after`` map words to the value of a `Bound` (or ``up-to``, which is no
    hedge where something has ``grown`` to the number, or ``average``, which only makes a range
    one); ``between`` are the words around and between the ends of a range.

    What is said of it: ``growth`` and ``fall``; ``statuses`` map words to the value of a `Status`,
    looked for behind the number first where the language has its verbs last (``verb_last``).

    ``documents`` map words to kinds of documents; ``document_rules`` are patterns with the slots
    ``<kind>``, ``<quoted>`` (a title in quotation marks) and ``<title>``.
    """

    letters: str
    function_words: frozenset[str]
    abbreviations: frozenset[str]

    months: tuple[str, ...]
    quarters: tuple[str, ...]
    halves: tuple[str, ...]
    seasons: tuple[str, ...]
    days: tuple[str, ...]
    decades: tuple[str, ...]
    dates: tuple[DateRule, ...]
    about: str
    bare_before: str
    bare_after: str

    decimal: str
    group: str
    numerals: Mapping[str, int]
    fractions: Mapping[str, str]
    and_half: str
    stems: Mapping[str, int]
    stems_before: str
    word_join: str
    scales: Mapping[str, int]
    alone: str
    endings: str
    suffix: str
    of_those: str
    ordinal: str
    refused_before: str
    refused_after: str
    no_nouns: str
    pairs: str
    both: str
    only: str
    clause_end: str
    rest_of: str
    partitive: str
    tally: tuple[str, str, str]
    groups: str

    counters: Mapping[str, str]
    units: Mapping[str, str]
    signs: Mapping[str, str]
    fillers: str
    multiples: Mapping[str, int]
    wholes: Mapping[str, str]
    shares: Mapping[str, str]
    singles: str
    later: tuple[str, str]
    earlier: tuple[str, str]
    measured: tuple[str, str]
    span: tuple[str, str]
    inverted: Mapping[str, str]

    before: Mapping[str, str]
    after: Mapping[str, str]
    between: tuple[tuple[str, str, str], ...]

    growth: str
    fall: str
    grown: str
    statuses: Mapping[str, str]
    verb_last: bool

    documents: Mapping[str, str]
    document_rules: tuple[str, ...]


def by_another_year(
    pronouns: Iterable[tuple[str, str, int, bool]],
    pattern: str,
    example: str,
    means: str,
    *,
    spans: Iterable[tuple[str, str, str]] = (("", "", ""),),
    shape: str = "",
) -> Iterator[DateRule]:
    """Yield a rule for each pronoun of a year ("the following year") and each part of a year.

    A pronoun has its pattern, an example, its distance, and whether it is told from the date
    before; a part its pattern, an example and what that means in EDTF.  ``pattern`` has
    ``<pronoun>`` and ``<part>``, as has ``example``; ``means`` has ``<years>`` and ``<part>``.
    """
    parts = tuple(spans)
    for pronoun, said, distance, told in pronouns:
        years = "?" if distance == UNKNOWN else str(distance)
        for span, part, meant in parts:
            yield DateRule(
                pattern=pattern.replace("<pronoun>", pronoun).replace("<part>", span),
                example=example.replace("<pronoun>", said).replace("<part>", part),
                means=means.replace("<years>", years).replace("<part>", meant),
                years=distance,
                told=told,
                shape=shape,
            )


def by_another_day(
    pronouns: Iterable[tuple[str, str, int]],
    pattern: str = "<pronoun>",
    example: str = "<pronoun>",
    *,
    within: bool = False,
) -> Iterator[DateRule]:
    """Yield a rule for each pronoun of a day ("the next day"): pattern, example and distance.

    ``pattern`` and ``example`` have ``<pronoun>``.
    """
    for pronoun, said, days in pronouns:
        yield DateRule(
            pattern=pattern.replace("<pronoun>", pronoun),
            example=example.replace("<pronoun>", said),
            means=f"rel:day{days:+d}",
            days=days,
            within=within,
        )


def shares_of(
    numerators: Mapping[str, int], denominators: Mapping[str, int], pattern: str
) -> dict[str, str]:
    """Return shares in words by their numbers per cent; ``pattern`` has ``<n>`` and ``<d>``."""
    return {
        pattern.replace("<n>", numerator).replace("<d>", denominator): percent(part, whole)
        for denominator, whole in denominators.items()
        for numerator, part in numerators.items()
        if part < whole
    }


def percent(part: int, whole: int) -> str:
    """Return a share per cent as it is told: 33.3, 25."""
    return f"{100 * part / whole:.1f}".removesuffix(".0")


def words(text: str) -> frozenset[str]:
    """Return the words of a line."""
    return frozenset(text.split())


def either(patterns: Iterable[str]) -> str:
    """Return one expression for any of several, in their order."""
    return f"(?:{'|'.join(patterns)})"


NUMERIC_DATES: tuple[DateRule, ...] = (
    DateRule(
        pattern=r"<d>[./]<n>[./]<y> ?<-> ?<d2>[./]<n2>[./]<y2>",
        example="06.01.2016 – 10.02.2018",
        means="2016-01-06/2018-02-10",
    ),
    DateRule(
        pattern=r"<d>[./]<n>[./]<y> ?<-> ?<y2>",
        example="17.04.2000 – 2008",
        means="2000-04-17/2008",
    ),
    DateRule(
        pattern=r"<d>[./]<n>[./]<y> ?<-> ?(?=\))",
        example="12.03.2018 – ",
        means="2018-03-12/..",
        shape="since",
    ),
    DateRule(
        pattern=r"<d><-><d2>\.<n>\.<y>", example="22–23.03.2017", means="2017-03-22/2017-03-23"
    ),
    DateRule(pattern=r"<d>[./]<n>[./]<y>", example="31.10.1998", means="1998-10-31"),
    DateRule(pattern=r"<n>/(?P<d>1[3-9]|2\d|3[01])/<y>", example="10/31/1998", means="1998-10-31"),
    DateRule(
        pattern=r"(?<![\d.])<d>\.<n>\.<yy>(?![\d.])",
        example="13.05.26",
        means="2026-05-13",
        note="a year in two figures",
    ),
    DateRule(pattern=r"<y>-<n>-<d>", example="1998-10-31", means="1998-10-31"),
    DateRule(
        pattern=r"(?<![\d.])<n>\.<y> ?<-> ?<n2>\.<y2>",
        example="12.2008 – 12.2011",
        means="2008-12/2011-12",
    ),
    DateRule(pattern=r"(?<=\()<n>\.<y>(?=\))", example="12.2008", means="2008-12"),
    DateRule(pattern=r"(?<=\()<y> ?<-> ?(?=\))", example="2018 – ", means="2018/..", shape="since"),
    DateRule(
        pattern=r"(?:in |of |for |during |в |за |на )?<y>[–/]<yy2>(?!\d|[-.])",
        example="of 2017–18",
        means="2017/2018",
    ),
    DateRule(  # Behind a hyphen 01 to 12 may be a month.
        pattern=r"<y>-(?P<yy2>1[3-9]|[2-9]\d)(?!\d|[-.])", example="2017-18", means="2017/2018"
    ),
    DateRule(pattern=r"<y> ?<-> ?<y2>", example="1993 – 2000", means="1993/2000"),
)
"""Dates in figures alone, which are the same in all languages; days stand before months."""
