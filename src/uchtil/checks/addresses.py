"""Web addresses: where they stand in a review, and what is told of how they were found.

Passages of sources are left out: what a source prints of an address, cut off as it may be, is
quoted and leads nowhere.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from uchtil.bibliography import Reference
from uchtil.load.texts import Text
from uchtil.model import When
from uchtil.problems import Location, Problems
from uchtil.web import Answer, Outcome, Question

REVIEW = "content/review.yaml"
BIBLIOGRAPHY = "bibliography/references.bib"

_ADDRESS = re.compile(
    r"https?://[^\s<>\"«»“”„`|\\^{}]+|(?<!\w)doi:\s?(?P<doi>10\.\d{4,9}/[^\s<>\"«»]+)"
)
_NO_TEXT = re.compile(r"\{[#%{].*?[#%}]\}|<!--.*?-->", re.DOTALL)
_COMMENT = re.compile(r"(?:^|(?<=\s))#[^\n]*|^%[^\n]*", re.MULTILINE)
_AFTER = ".,;:!?'’*_…"
_PAIRS = {")": "(", "]": "["}


@dataclass(frozen=True, kw_only=True, slots=True)
class Standing:
    """An address, where it stands, and when the authors saw what it leads to."""

    address: str
    where: Location
    seen: datetime.date | None = None


def find_addresses(
    references: Mapping[str, Reference],
    bibliography: str,
    review: str,
    texts: Iterable[Text],
) -> tuple[Standing, ...]:
    """Return every web address of a review, by place; ``doi`` fields as links to doi.org.

    ``bibliography`` and ``review`` are the texts of the two files, for the lines.
    """
    found = [
        *_of_references(references, bibliography),
        *_in(_COMMENT.sub(_blot, review), REVIEW),
    ]
    for text in texts:
        if text.file != REVIEW:
            piece = _NO_TEXT.sub(_blot, text.source[text.start : text.end])
            for address, offset in _addresses(piece):
                found.append(Standing(address=address, where=text.place(offset)))
    return tuple(sorted(set(found), key=lambda each: (each.where, each.address)))


def questions_of(standing: Iterable[Standing]) -> tuple[Question, ...]:
    """Return each address once."""
    seen: dict[str, datetime.date | None] = {}
    for each in standing:
        seen[each.address] = seen.get(each.address) or each.seen
    return tuple(Question(address=address, seen=day) for address, day in seen.items())


def tell_answers(
    standing: Iterable[Standing], answers: Mapping[str, Answer], problems: Problems
) -> None:
    """Tell of each place whose address does not lead to what it should.

    Warnings: ``dead-address``, ``unanswered-address`` and ``private-address``; notices:
    ``moved-address`` and ``closed-address``.
    """
    for each in standing:
        answer = answers.get(each.address)
        if answer is None:
            continue
        said = f"`{each.address}`"
        match answer.outcome:
            case Outcome.DEAD:
                message = f"{said} is dead: {answer.said}"
                problems.warning("dead-address", message, each.where, _copy(answer))
            case Outcome.MOVED:
                problems.notice(
                    "moved-address",
                    f"{said} has moved for good",
                    each.where,
                    f"see whether `{answer.moved_to}` is the same, and write that",
                )
            case Outcome.CLOSED:
                problems.notice(
                    "closed-address",
                    f"{said} answers {answer.said}: it may let people in, but no programs",
                    each.where,
                    "open it in a browser",
                )
            case Outcome.UNANSWERED:
                problems.warning(
                    "unanswered-address",
                    f"{said} could not be looked at: {answer.said}",
                    each.where,
                    "try again another day, or now with --refresh",
                )
            case Outcome.PRIVATE:
                problems.warning(
                    "private-address",
                    f"{said} was not asked, since it is in a private network: {answer.said}",
                    each.where,
                    "write an address that readers can reach, or ask it with --allow-private",
                )
            case Outcome.WELL:
                pass


def tell_cut_off(count: int, problems: Problems) -> None:
    """Tell that nothing could be looked at; an error: ``no-network``."""
    problems.error(
        "no-network",
        f"{count} address{'' if count == 1 else 'es'} could not be looked at, "
        "since no host was reached, nor the archive",
        Location(file=BIBLIOGRAPHY),
        "nothing is known of them; try again when there is a connection",
    )


def _copy(answer: Answer) -> str:
    if answer.copy is not None:
        made = f"{answer.copy.made.day} {answer.copy.made:%B %Y}"
        return f"the Internet Archive has a copy of {made}: {answer.copy.address}"
    if answer.archive_asked:
        return "the Internet Archive has no copy; look whether the work stands elsewhere"
    return "the Internet Archive did not answer; it may have a copy"


def _of_references(references: Mapping[str, Reference], text: str) -> Iterator[Standing]:
    lines = text.split("\n")
    starts = sorted(reference.where.line for reference in references.values())
    for reference in references.values():
        first = reference.where.line
        last = next((line for line in starts if line > first), len(lines) + 1) - 1
        entry = lines[first - 1 : last]
        seen = _day(reference.dates.get("urldate"))
        told = {
            "url": reference.fields.get("url", ""),
            "doi": f"https://doi.org/{doi}" if (doi := reference.fields.get("doi")) else "",
        }
        for field, address in told.items():
            if address:
                where = _line_of(field, entry, reference.where)
                yield Standing(address=address, where=where, seen=seen)
        for field, value in reference.fields.items():
            if field not in told:
                where = _line_of(field, entry, reference.where)
                for address, _ in _addresses(value):
                    yield Standing(address=address, where=where, seen=seen)


def _line_of(field: str, entry: list[str], where: Location) -> Location:
    head = re.compile(rf"(?:^|[,{{(])\s*{field}\s*=", re.IGNORECASE)
    for offset, line in enumerate(entry):
        if head.search(line):
            return Location(file=where.file, line=where.line + offset)
    return where


def _day(when: When | None) -> datetime.date | None:
    if when is None or when.start is None:
        return None
    return when.start.last


def _in(text: str, file: str) -> Iterator[Standing]:
    for address, offset in _addresses(text):
        line = text.count("\n", 0, offset) + 1
        column = offset - text.rfind("\n", 0, offset)
        yield Standing(address=address, where=Location(file=file, line=line, column=column))


def _addresses(text: str) -> Iterator[tuple[str, int]]:
    place = 0
    while found := _ADDRESS.search(text, place):
        doi = found["doi"]
        address = _without_end(doi or found[0])
        # Behind it another may begin: `[address](address)`.
        place = found.start("doi" if doi else 0) + len(address)
        yield f"https://doi.org/{address}" if doi else address, found.start()


def _without_end(address: str) -> str:
    """Return an address without the signs of the sentence that it stands in."""
    while address:
        last = address[-1]
        opened = _PAIRS.get(last)
        unpaired = opened is not None and address.count(last) > address.count(opened)
        if not unpaired and last not in _AFTER:
            break
        address = address[:-1]
    for close, opened in _PAIRS.items():
        depth = 0
        for place, sign in enumerate(address):
            depth += (sign == opened) - (sign == close)
            if depth < 0:
                return address[:place]
    return address


def _blot(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", " ", found[0])
