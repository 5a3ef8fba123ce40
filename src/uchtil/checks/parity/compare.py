"""The same blocks, facts, citations and numbers in every language, paragraph by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher

from uchtil.checks.parity.align import Row, told_in
from uchtil.checks.parity.blocks import Block
from uchtil.language import language
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.model import Project
from uchtil.problems import Location, Problems
from uchtil.render import UseKind
from uchtil.render.uses import Use

_COMPARED = {UseKind.FACT: "fact", UseKind.REMARK: "remark"}


def check_parity(project: Project, rows: Sequence[Row], problems: Problems) -> None:
    """Tell where languages differ.

    Errors: ``missing-paragraph`` (any block), ``facts-differ`` (the set of facts and remarks
    that a block uses), ``citations-differ`` (the works that it cites, in their order) and
    ``numbers-differ`` (what it prints of a fact, or a count).  One cause is told once: where
    facts differ, what is cited and printed for them differs too.  Blocks in which something
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
    for place, row in enumerate(rows):
        if row.section not in unsure:
            for code in _lacking(row, written):
                _tell_missing(rows, place, code, problems)
        if len(row.blocks) < 2 or id(row) in doubtful:
            continue
        differing = _compare_sets(row, problems)
        if not differing:
            _compare_citations(row, problems)
        _compare_printed(row, differing, problems)


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


def _compare_sets(row: Row, problems: Problems) -> set[str]:
    """Tell which facts and remarks only some languages use; return their ids."""
    differing: set[str] = set()
    for kind, noun in _COMPARED.items():
        first: dict[str, dict[str, Use]] = {}
        for code, uses in row.uses.items():
            for use in uses:
                if use.kind is kind:
                    first.setdefault(use.id, {}).setdefault(code, use)
        for used, places in first.items():
            if len(places) < len(row.blocks):
                differing.add(used)
                _tell_lone(row, f"the {noun} `{used}`", places, "facts-differ", problems)
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
            f"use it in {_places(row, lacking)}, or take it out here",
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


def _places(row: Row, languages: Sequence[str]) -> str:
    return " and ".join(str(row.blocks[code].where) for code in languages)


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
                f"{_places(row, agreeing)}",
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
    printed: dict[str, dict[str, list[Use]]] = {}
    for code, uses in row.uses.items():
        for use in uses:
            if use.kind is UseKind.NUMBER and use.id not in differing:
                printed.setdefault(use.id, {}).setdefault(code, []).append(use)
    for name, uses_in in printed.items():
        if len(uses_in) < len(row.blocks):
            places = {code: uses[0] for code, uses in uses_in.items()}
            _tell_lone(row, f"the number of `{name}`", places, "numbers-differ", problems)
            continue
        figures = {code: _figures(code, uses) for code, uses in uses_in.items()}
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


def _figures(code: str, uses: Sequence[Use]) -> tuple[str, ...]:
    """Return the values that are printed, as all languages share them."""
    read = language(code).numerals.read
    return tuple(sorted(each.value for use in uses for each in read(use.printed)))


def _quoted(uses: Sequence[Use]) -> str:
    return " and ".join(f"“{use.printed}”" for use in uses)
