"""The same blocks, facts, citations and numbers in every language, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from uchtil.checks.parity.align import Row, told_in
from uchtil.checks.parity.order import compare_order
from uchtil.checks.parity.uses import ending_of, figures_of, lines_of, places_of
from uchtil.load.blocks import Block
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.model import Project
from uchtil.problems import Location, Problems
from uchtil.render import UseKind
from uchtil.render.uses import Use

_COMPARED = {
    UseKind.FACT: "the fact",
    UseKind.REMARK: "the remark",
    UseKind.REFERENCE: "a reference to",
}
"""What every language must use in the same blocks, as messages call it."""


def check_parity(project: Project, rows: Sequence[Row], problems: Problems) -> None:
    """Tell where languages differ.

    Errors: ``missing-paragraph`` (any block), ``facts-differ`` (the set of facts and remarks
    that a block uses, and the facts whose numbers it prints), ``exhibits-differ`` (the tables
    and figures that it refers to), ``citations-differ`` (the works that it cites, in their
    order) and ``numbers-differ`` (what it prints of a fact, or a count).  One cause is told
    once: where facts differ, what is cited and printed for them differs too.  A warning:
    ``order-differs`` (of figures that could stand for each other).  Blocks in which something
    else is wrong already are not compared, since what they use is not all known.
    """
    languages = project.review.languages
    wrong = {(each.where.file, each.where.line) for each in problems.errors}
    # Told for a file as a whole, or a section that could not be rendered: nothing is known.
    unread = {file for file, line in wrong if not line}
    unread |= {each.where.file for each in problems.errors if each.code in _UNRENDERED}
    written = {
        row.section: [
            code
            for code in languages
            if any(code in each.blocks for each in rows if each.section == row.section)
        ]
        for row in rows
    }
    doubtful = {id(row) for row in rows if _is_wrong(row, wrong, unread)}
    # What is wrong may be the block itself: a table whose name is misspelt is a paragraph.
    unsure = {row.section for row in rows if id(row) in doubtful and _lacking(row, written)}
    facts = frozenset(project.facts)
    for place, row in enumerate(rows):
        if row.section not in unsure:
            for code in _lacking(row, written):
                _tell_missing(rows, place, code, problems)
        if len(row.blocks) < 2 or id(row) in doubtful:
            continue
        differing = _compare_exchanged(row, facts, problems)
        differing |= _compare_sets(row, differing, problems)
        if not differing:
            _compare_citations(row, problems)
        _compare_printed(row, differing, problems)
        compare_order(row, project, differing, problems)


_UNRENDERED = ("template-syntax", "template-failed", "template-forbidden", "unreadable-encoding")


def _is_wrong(row: Row, wrong: set[tuple[str, int]], unread: set[str]) -> bool:
    """Whether something else is wrong in a block, so that what it uses is not all known."""
    return any(
        block.file in unread
        or any((block.file, line) in wrong for line in range(block.first, block.last + 1))
        for block in row.blocks.values()
    )


def _lacking(row: Row, written: Mapping[str, Sequence[str]]) -> list[str]:
    """Return the languages that have the section, but not this block of it."""
    return [code for code in written[row.section] if code not in row.blocks]


# ------------------------------------------------------------------ blocks


def _tell_missing(rows: Sequence[Row], place: int, code: str, problems: Problems) -> None:
    row = rows[place]
    block = next(iter(row.blocks.values()))
    there = " and ".join(str(each.where) for each in row.blocks.values())
    problems.error(
        "missing-paragraph",
        f"{block.name} of `{row.section}`, as {told_in(row.blocks, LANGUAGE_NAMES)} "
        f"{'has' if len(row.blocks) == 1 else 'have'} it, is missing here{_opening(block)}",
        _gap(rows, place, code),
        f"write it here, or take it out at {there}",
    )


def _opening(block: Block) -> str:
    words = block.text.split()
    if block.exhibit:
        return ""
    return f": “{' '.join(words[:8])}{'…' if len(words) > 8 else ''}”"


def _gap(rows: Sequence[Row], place: int, code: str) -> Location:
    """Return where a block should stand: behind the one before it, else before the next."""
    section = rows[place].section
    for row in reversed(rows[:place]):
        if row.section != section:
            break
        if code in row.blocks:
            before = row.blocks[code]
            return Location(file=before.file, line=before.last + 1)
    after = next(row.blocks[code] for row in rows[place:] if code in row.blocks)
    return after.where


# ------------------------------------------------------------------ facts and remarks


def _compare_exchanged(row: Row, facts: frozenset[str], problems: Problems) -> set[str]:
    """Tell where one language prints the number of another fact, or another count.

    Return the ids of both: all that is different about them comes from that.
    """
    printed = places_of(row, UseKind.NUMBER)
    figures = {
        name: {code: Counter(figures_of(code, uses.get(code, ()))) for code in row.blocks}
        for name, uses in printed.items()
    }
    lone: dict[str, list[str]] = {}
    lost: dict[str, list[str]] = {}
    for code in row.blocks:
        others = [each for each in row.blocks if each != code]
        for name, of in figures.items():
            theirs = of[others[0]]
            if any(of[each] != theirs for each in others) or of[code] == theirs:
                continue
            if of[code] >= theirs:
                lone.setdefault(code, []).append(name)
            elif of[code] <= theirs:
                lost.setdefault(code, []).append(name)
    differing: set[str] = set()
    for code, wrong, right in _exchanged(row, lone, lost):
        there = next(each for each in row.blocks if each != code)
        use = _surplus(printed[wrong], code, there)
        differing |= {wrong, right}
        others = [each for each in row.blocks if each != code]
        problems.error(
            "facts-differ" if {wrong, right} <= facts else "numbers-differ",
            f"{row.blocks[code].name} of `{row.section}` prints “{use.shown}” in "
            f"{LANGUAGE_NAMES[code]}, from `{wrong}`, where {told_in(others, LANGUAGE_NAMES)} "
            f"print{ending_of(others)} `{right}`",
            use.where,
            f"print `{right}` here too; see {lines_of(row, others)}",
        )
    return differing


def _surplus(uses: Mapping[str, Sequence[Use]], code: str, other: str) -> Use:
    """Return the first use that another language does not have."""
    mine = uses[code]
    theirs = len(uses.get(other, ()))
    return mine[min(theirs, len(mine) - 1)]


def _exchanged(
    row: Row, lone: Mapping[str, Sequence[str]], lost: Mapping[str, Sequence[str]]
) -> list[tuple[str, str, str]]:
    """Return what one language has in another thing's place: (language, this, instead of).

    Of two languages each has something else; the second is told.
    """
    found = [
        (code, lone[code][0], lost[code][0])
        for code in row.blocks
        if len(lone.get(code, ())) == 1 and len(lost.get(code, ())) == 1
    ]
    return found[-1:]


def _compare_sets(row: Row, known: set[str], problems: Problems) -> set[str]:
    """Tell which facts, remarks and references only some languages use; return their ids.

    What is ``known`` to differ is not told again.
    """
    differing: set[str] = set()
    for kind, noun in _COMPARED.items():
        code = "exhibits-differ" if kind is UseKind.REFERENCE else "facts-differ"
        first = {
            used: {each: uses[0] for each, uses in places.items()}
            for used, places in places_of(row, kind).items()
            if used not in known
        }
        unlike = {used for used, places in first.items() if len(places) < len(row.blocks)}
        if kind is not UseKind.REFERENCE:
            differing |= unlike
        lone, lost = {}, {}
        for each in row.blocks:
            lone[each] = [used for used in first if list(first[used]) == [each]]
            lost[each] = [
                used
                for used in unlike
                if each not in first[used] and len(first[used]) == len(row.blocks) - 1
            ]
        for each, wrong, right in _exchanged(row, lone, lost):
            others = [other for other in row.blocks if other != each]
            unlike -= {wrong, right}
            problems.error(
                code,
                f"{row.blocks[each].name} of `{row.section}` uses {noun} `{wrong}` in "
                f"{LANGUAGE_NAMES[each]}, where {told_in(others, LANGUAGE_NAMES)} "
                f"use{ending_of(others)} `{right}`",
                first[wrong][each].where,
                f"use `{right}` here too; see {lines_of(row, others)}",
            )
        for used, places in first.items():
            if used in unlike:
                _tell_lone(row, f"{noun} `{used}`", places, code, problems)
    return differing


def _tell_lone(
    row: Row, what: str, places: Mapping[str, Use], code: str, problems: Problems
) -> None:
    """Tell what only some languages have: at the gap, or where it is if most lack it."""
    lacking = [each for each in row.blocks if each not in places]
    using = told_in(places, LANGUAGE_NAMES)
    if len(places) < len(lacking):
        use = next(iter(places.values()))
        problems.error(
            code,
            f"{row.blocks[use.language].name} of `{row.section}` uses {what} in {using} alone",
            use.where,
            f"use it in {lines_of(row, lacking)}, or take it out here",
        )
        return
    for each in lacking:
        problems.error(
            code,
            f"{row.blocks[each].name} of `{row.section}` uses {what} in {using}, but not here",
            row.blocks[each].where,
            f"use it here, or take it out at {_and(places.values())}",
        )


def _and(uses: Iterable[Use]) -> str:
    return " and ".join(str(use.where) for use in uses)


# ------------------------------------------------------------------ citations


def _compare_citations(row: Row, problems: Problems) -> None:
    cited = {
        code: tuple(use for use in uses if use.kind is UseKind.WORK)
        for code, uses in row.uses.items()
    }
    orders = {code: tuple(use.id for use in uses) for code, uses in cited.items()}
    counts = Counter(orders.values())
    # Most languages are taken to be right; of as many, those that come first.
    usual = max(counts, key=lambda order: counts[order])
    agreeing = [code for code, order in orders.items() if order == usual]
    them = told_in(agreeing, LANGUAGE_NAMES)
    for code, order in orders.items():
        if order != usual:
            message, where = _difference(order, usual, them, cited[code], row.blocks[code])
            problems.error(
                "citations-differ",
                f"{row.blocks[code].name} of `{row.section}` {message}",
                where,
                f"every language cites the same works in the same order; see "
                f"{lines_of(row, agreeing)}",
            )


def _difference(
    order: tuple[str, ...], usual: tuple[str, ...], them: str, cited: Sequence[Use], block: Block
) -> tuple[str, Location]:
    """Return what is different from the usual order, and where."""
    have, want = Counter(order), Counter(usual)
    lone, lost = have - want, want - have
    if not lone and not lost:
        place = next(
            n for n, (one, other) in enumerate(zip(order, usual, strict=True)) if one != other
        )
        return (
            f"cites the same works as {them} in another order: number {place + 1} is "
            f"`{order[place]}`, and there `{usual[place]}`",
            cited[place].where,
        )
    parts = []
    where = block.where
    if lost:
        number = _first_alone(usual, order) + 1
        parts.append(
            f"does not cite {_works(lost, have)} (number {number} there), as {them} {_does(them)}"
        )
    if lone:
        place = _first_alone(order, usual)
        parts.append(
            f"cites {_works(lone, want)} (number {place + 1} here), which {them} {_does(them)} not"
        )
        where = cited[place].where
    return " and ".join(parts), where


def _does(them: str) -> str:
    return "do" if " and " in them else "does"


def _works(works: Counter[str], elsewhere: Counter[str]) -> str:
    """Return works as a message lists them; one that is cited elsewhere too is "once more"."""
    return ", ".join(f"`{work}`{' once more' if elsewhere[work] else ''}" for work in works)


def _first_alone(order: tuple[str, ...], usual: tuple[str, ...]) -> int:
    """Return the place of the first citation that the usual order lacks."""
    matcher = SequenceMatcher(None, usual, order, autojunk=False)
    return next(
        (low for tag, _, _, low, high in matcher.get_opcodes() if tag != "equal" and high > low), 0
    )


# ------------------------------------------------------------------ numbers from facts


def _compare_printed(row: Row, differing: set[str], problems: Problems) -> None:
    """Tell which fact or count is printed in some languages alone, or with other figures."""
    for name, uses_in in places_of(row, UseKind.NUMBER).items():
        if name in differing:
            continue
        if len(uses_in) < len(row.blocks):
            places = {code: uses[0] for code, uses in uses_in.items()}
            _tell_lone(row, f"the number of `{name}`", places, "numbers-differ", problems)
            continue
        figures = {code: figures_of(code, uses) for code, uses in uses_in.items()}
        counts = Counter(figures.values())
        usual = max(counts, key=lambda each: counts[each])
        agreeing = [code for code, each in figures.items() if each == usual]
        for code, each in figures.items():
            if each != usual:
                mine, theirs = uses_in[code], uses_in[agreeing[0]]
                problems.error(
                    "numbers-differ",
                    f"{row.blocks[code].name} of `{row.section}` prints `{name}` as "
                    f"{_quoted(mine)}, {LANGUAGE_NAMES[agreeing[0]]} as {_quoted(theirs)}",
                    mine[0].where,
                    f"print the same property in every language; see {theirs[0].where}",
                )


def _quoted(uses: Sequence[Use]) -> str:
    return " and ".join(f"“{use.shown}”" for use in uses)
