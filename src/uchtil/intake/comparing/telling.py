"""What a chosen fact and its passage come to: a verdict, with the reasons in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from uchtil.facts.printed import told_value
from uchtil.intake.comparing.choosing import Choice, is_date_of_another
from uchtil.intake.comparing.pairing import Pairing
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.comparing.readings import Held
from uchtil.intake.comparing.results import Found, Told, Verdict
from uchtil.intake.comparing.scoring import reasons, words_of
from uchtil.model import Kind, Precision

_HOW: Mapping[Held, str] = {
    Held.SAME: "same date: {mine}",
    Held.FINER: "a finer date: {theirs}, where the fact has {mine}",
    Held.COARSER: "same date, less exact: {theirs}, where the fact has {mine}",
    Held.OTHER: "another date: {theirs}, where the fact has {mine}",
    Held.NONE_HERE: "the passage tells no date",
    Held.NONE_THERE: "the fact has no date, the passage tells {theirs}",
    Held.NEITHER: "neither tells a date",
}


def found_of(passage: Passage, choice: Choice, chosen: Sequence[Choice]) -> Found:
    """Return what a passage does to a fact that it tells."""
    pairing = choice.pairing
    theirs = is_date_of_another(choice, chosen)
    amount = pairing.valued.amount
    return Found(
        passage=passage,
        verdict=_verdict(pairing, dated=not theirs),
        fact=pairing.fact.id,
        told=Told(
            date=None if theirs else pairing.dated.date,
            value=amount.quantity if amount else None,
            status=amount.status if amount else None,
        ),
        why=(*reasons(pairing.same, passage), *_why(pairing, dated=not theirs)),
        score=choice.points,
        others=choice.others,
        shows=tuple(_shows(passage, pairing)),
    )


def _verdict(pairing: Pairing, *, dated: bool) -> Verdict:
    if pairing.fact.kind is Kind.CLAIM and pairing.dated.held is not Held.OTHER:
        date = pairing.dated.date
        start = date.start if date is not None and not date.is_span else None
        to_the_day = start is not None and start.precision is Precision.DAY
        new = dated and pairing.dated.held is Held.NONE_THERE and to_the_day
        return Verdict.SHARPENS if new else Verdict.CONFIRMS
    if pairing.valued.held is Held.OTHER:
        return Verdict.DISPUTES
    if pairing.dated.held is Held.OTHER:
        # How many articles a treaty has does not depend on the day that is told with it.
        return Verdict.CONFIRMS if pairing.valued.amount else Verdict.DISPUTES
    date = pairing.dated.date
    if pairing.fact.kind is Kind.EVENT and pairing.dated.held is Held.NEITHER and date:
        # "Since 2019" is told of what the review has without any date.
        return Verdict.SHARPENS
    held = [pairing.valued.held, *([pairing.dated.held] if dated else [])]
    if Held.FINER in held or Held.NONE_THERE in held:
        return Verdict.SHARPENS
    return Verdict.CONFIRMS


def _why(pairing: Pairing, *, dated: bool) -> Iterator[str]:
    """Yield how the readings are to each other, in words."""
    fact, date = pairing.fact, pairing.dated.date
    if dated:
        yield _HOW[pairing.dated.held].format(mine=fact.date, theirs=date)
    else:
        yield f"the date {date} is that of an event told beside it"
    find = pairing.dated.find
    if dated and find is not None and find.note.startswith("reckoned"):
        yield f"the date is {find.note}"
    amount = pairing.valued.amount
    if amount is None or fact.value is None:
        return
    said, mine = told_value(amount.quantity), told_value(fact.value)
    match pairing.valued.held:
        case Held.OTHER:
            yield f"another value: {said}, where the fact has {mine}"
        case Held.FINER:
            yield f"a finer value: {said}, where the fact has {mine}"
        case _:
            yield f"same value: {said}" + ("" if said == mine else f", where the fact has {mine}")
    if amount.status is not None:
        yield f"told as {amount.status.value}"


def _shows(passage: Passage, pairing: Pairing) -> Iterator[tuple[int, int]]:
    """Yield what an anchor is to show: amount and date, then paper, names, words."""
    for find in (pairing.valued.find, pairing.dated.find):
        if find is not None:
            yield find.start, find.end
    for find, _ in passage.documents():
        yield find.start, find.end
    for find in passage.finds:
        if getattr(find.value, "name", "") in pairing.profile.special:
            yield find.start, find.end
    for start, end, _ in words_of(passage, pairing.same.shared):
        yield start, end
