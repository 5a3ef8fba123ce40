"""Looking at the web addresses of a review: `./build.py links`."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from pathlib import Path

from uchtil import __version__
from uchtil.bibliography import read_bibliography
from uchtil.checks.addresses import (
    BIBLIOGRAPHY,
    REVIEW,
    Standing,
    find_addresses,
    questions_of,
    tell_answers,
    tell_cut_off,
)
from uchtil.load import load
from uchtil.pipeline.prepare import refuse_strays
from uchtil.problems import Problems
from uchtil.progress import Progress
from uchtil.web import Answer, Guard, Manners, Memory, Outcome, Round
from uchtil.web.archive import API, Archive
from uchtil.web.requests import Client
from uchtil.web.visit import Visit


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """How to look.

    ``refresh`` asks also what is remembered, ``allow_private`` machines of this network.
    ``pause`` is in seconds between two requests to a host, ``timeout`` how long a host may be
    silent, ``archive`` where copies are asked for.
    """

    refresh: bool = False
    allow_private: bool = False
    pause: float = 1.0
    timeout: float = 20.0
    archive: str = API


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """Where addresses stand, and what became of them."""

    standing: tuple[Standing, ...]
    answers: tuple[Answer, ...]

    def summary(self) -> str:
        """Return it in a line."""
        counts = ", ".join(
            f"{sum(each.outcome is outcome for each in self.answers)} {outcome.value}"
            for outcome in Outcome
            if any(each.outcome is outcome for each in self.answers)
        )
        kept = sum(each.remembered for each in self.answers)
        many = len(self.answers)
        remembered = f"; {kept} not asked again" if kept else ""
        return f"{many} address{'' if many == 1 else 'es'}: {counts or 'none'}{remembered}"

    def as_data(self) -> list[dict[str, object]]:
        """Return it as data, one entry an address."""
        places: dict[str, list[dict[str, object]]] = {}
        for each in self.standing:
            where = {"file": each.where.file, "line": each.where.line, "column": each.where.column}
            places.setdefault(each.address, []).append(where)
        return [
            {
                "address": each.address,
                "outcome": each.outcome.value,
                "said": each.said,
                "day": each.day.isoformat(),
                "remembered": each.remembered,
                "moved_to": each.moved_to or None,
                "copy": each.copy
                and {"address": each.copy.address, "made": each.copy.made.isoformat()},
                "places": places[each.address],
            }
            for each in self.answers
        ]


def look(root: Path, way: Way, problems: Problems, progress: Progress) -> Looked | None:
    """Look at every address of the review in ``root``.

    Returns nothing where the review cannot be read, which ``problems`` tells.  Where no host
    was reached there are no answers, but those remembered, and an error ``no-network``.
    """
    standing = _find(root, problems)
    if standing is None:
        return None
    today = datetime.datetime.now(tz=datetime.UTC).date()
    client = Client(
        agent=f"uchtil/{__version__} (looks at the addresses that a review cites, one by one)",
        guard=Guard(allow_private=way.allow_private),
        manners=Manners(pause=way.pause),
        timeout=way.timeout,
    )
    archive = Archive(client=client, api=way.archive)
    tour = Round(
        visit=Visit(client=client, today=today),
        archive=archive,
        memory=Memory.of_user(today),
        refresh=way.refresh,
    )
    questions = questions_of(standing)
    answers: dict[str, Answer] = {}
    with progress:
        progress.plan(len(questions))
        for answer in tour.answers(questions):
            answers[answer.address] = answer
            progress.done(answer.address)
    if tour.was_cut_off:
        asked = [each for each in answers.values() if not each.remembered]
        tell_cut_off(len(asked), problems)
        answers = {each.address: each for each in answers.values() if each.remembered}
    tell_answers(standing, answers, problems)
    told = tuple(answers[each.address] for each in questions if each.address in answers)
    return Looked(standing=standing, answers=told)


def _find(root: Path, problems: Problems) -> tuple[Standing, ...] | None:
    """Return where addresses stand; what else is wrong with the review is told by `check`."""
    if refuse_strays(root, problems):
        return None
    own = Problems()
    path = root / BIBLIOGRAPHY
    references = read_bibliography(path, BIBLIOGRAPHY, own)
    loaded = load(root, own)
    if loaded.project is None or not references:
        problems.extend(own.errors)
        return None
    problems.rule(loaded.project.review.rulings)
    return find_addresses(
        references,
        path.read_text(encoding="utf-8-sig"),
        (root / REVIEW).read_text(encoding="utf-8-sig"),
        loaded.texts,
    )
