"""Everything that can be checked without making a file.

A build imports this too: what `check` alone asks (words, profiles of journals) is imported when
it is asked.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from uchtil.checks import parity as languages
from uchtil.checks import resting
from uchtil.checks.comparison import ReadingReport, check_readings
from uchtil.checks.evidence import EvidenceReport, check_evidence
from uchtil.checks.metadata import check_metadata
from uchtil.checks.numbers import NumberReport, check_numbers
from uchtil.checks.parity import Lock, Row, Standing, check_parity, check_weights, rows_of
from uchtil.checks.sightings import LOCK, read_lock, write_lock
from uchtil.checks.statuses import check_statuses
from uchtil.model.records import EVERYTHING, Broken
from uchtil.pipeline import places
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.pipeline.soundness import Sound, check_soundness
from uchtil.problems import Location, Problems, Ruling, did_you_mean
from uchtil.problems.codes import CIRCUMSTANTIAL

if TYPE_CHECKING:
    from uchtil.checks.spelling import SpellingReport


@dataclass(frozen=True, kw_only=True, slots=True)
class Examined:
    """What the checks of a review have found, beside the problems."""

    comparison: ReadingReport
    numbers: NumberReport
    rows: tuple[Row, ...]
    """The languages' paragraphs side by side."""
    evidence: EvidenceReport
    languages: Standing
    lock: Lock | None
    """What is known of the languages' texts from before."""
    paragraphs: tuple[resting.Paragraph, ...]
    """The texts that rest on facts, and on counts of them or of sources."""
    rests: resting.Standing
    facts_lock: resting.Lock | None
    """What the facts said when these texts were confirmed."""
    sound: Sound | None
    """The texts in which no sign or name is wrong, if it was asked for."""


def examine(
    prepared: Prepared,
    root: Path,
    texts: Path | None,
    problems: Problems,
    known: Sound | None = None,
) -> Examined:
    """Check a review that has been read and rendered; nothing is written.

    Texts that are ``known`` to be sound are not looked at for signs, names and scripts.
    """
    project, article = prepared.project, prepared.article
    comparison = check_readings(project, article.uses, problems, prepared.broken)
    numbers = check_numbers(project, article.uses, problems, prepared.broken)
    rows = rows_of(project, article)
    check_parity(project, rows, problems)
    check_weights(project, rows, problems)
    check_metadata(project, article, problems)
    sound = check_soundness(project, prepared.texts, known, problems)
    check_statuses(project, prepared.texts, problems)
    evidence = check_evidence(
        prepared.project,
        texts,
        root / LOCK,
        _today(),
        problems,
    )
    lock = languages.read_lock(root / languages.LOCK, problems)
    stand = languages.standing(rows, lock, _edited_on(root), problems)
    paragraphs = resting.paragraphs_of(project, article, rows)
    facts_lock = resting.read_lock(root / resting.LOCK, problems)
    rests = resting.standing(paragraphs, project.facts, facts_lock, problems)
    return Examined(
        comparison=comparison,
        numbers=numbers,
        rows=rows,
        evidence=evidence,
        languages=stand,
        lock=lock,
        paragraphs=paragraphs,
        rests=rests,
        facts_lock=facts_lock,
        sound=sound,
    )


def check(root: Path, texts: Path | None, problems: Problems) -> list[str]:
    """Check a review and return a summary in lines.

    With the sources' texts at hand, what was seen of the evidence is written to
    ``content/evidence.lock``, so that those who have no texts can go by it.  Texts that were
    edited are noted in ``content/languages.lock``, where there is one, and in
    ``content/facts.lock`` with what the facts that they rest on say, where there is either.
    """
    from uchtil.pipeline.profiles import check_profiles

    profiles = check_profiles(root, problems)
    prepared = prepare(root, problems)
    if prepared is None:
        return [_unread(problems)]
    examined = examine(prepared, root, texts, problems)
    evidence = examined.evidence
    spelling = _spell(root, prepared, problems) if prepared.names_read else None
    _tell_unused(problems)
    if texts is not None and not problems.errors:
        _keep_lock(evidence, root / LOCK)
    if examined.lock is not None and not problems.errors:
        now = languages.noted(examined.rows, examined.lock, _edited_on(root))
        if now != examined.lock:
            languages.write_lock(now, root / languages.LOCK)
    if (examined.lock or examined.facts_lock) is not None and not problems.errors:
        facts_now = facts_noted(prepared, examined)
        if facts_now != examined.facts_lock:
            resting.write_lock(facts_now, root / resting.LOCK)
    project = prepared.project
    return [
        f"{len(project.facts)} facts, {len(project.sources)} sources, "
        f"{len(prepared.references)} references, {len(prepared.article.order)} of them cited",
        evidence.summary(),
        examined.comparison.summary(),
        examined.numbers.summary(),
        examined.languages.summary(),
        *filter(None, [examined.rests.summary()]),
        *([spelling.summary()] if spelling else []),
        *([f"{profiles} profile{'s' * (profiles > 1)} of journals"] if profiles else []),
        *_left_out(prepared.broken),
        *([f"{len(problems.explained)} explained"] if problems.explained else []),
    ]


def facts_noted(prepared: Prepared, examined: Examined) -> resting.Lock:
    """Return what the facts say that texts rest on, with the texts that were edited since."""
    lock = examined.facts_lock or resting.Lock()
    return resting.noted(examined.paragraphs, prepared.project.facts, lock, _today())


def _unread(problems: Problems) -> str:
    """Say that little could be checked, and which files are to blame."""
    files = dict.fromkeys(each.where.file for each in problems.errors)
    return f"the texts and what they use were not checked: first mend {', '.join(files)}"


def _left_out(broken: Broken) -> list[str]:
    """Say what was not checked, since it is of something that could not be read."""
    told = []
    for kind, ids in broken.items():
        # A malformed id is there twice: as it is written, and as it was meant.
        count = len({each.lower().replace("_", "-") for each in ids - {EVERYTHING}})
        if ids:
            told.append("1 " + kind.removesuffix("s") if count == 1 else f"{count or 'all'} {kind}")
    if not told:
        return []
    return [f"not checked, since they could not be read: {', '.join(told)}"]


def _tell_unused(problems: Problems) -> None:
    """Warn of what review.yaml explains and nothing tells any more.

    Not where there are errors: what is wrong may hide what is explained.
    """
    if problems.errors:
        return
    for ruling in problems.unused:
        if ruling.code not in CIRCUMSTANTIAL:
            there = f" at {', '.join(ruling.places)}" if ruling.places else ""
            problems.warning(
                "unused-explanation",
                f"the check `{ruling.code}` tells nothing{there} that is to be {_said(ruling)}",
                ruling.where,
                "delete the entry of `checks`",
            )


def _said(ruling: Ruling) -> str:
    return "explained" if ruling.severity is None else f"a {ruling.severity.value}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Confirmation:
    """What is to be confirmed: a section in one language, or ``everything``."""

    section: str = ""
    language: str = ""
    everything: bool = False


def confirm(root: Path, asked: Confirmation, problems: Problems) -> str | None:
    """Write to the locks that texts are in step with each other and with the facts.

    Return what was done.  Nothing is written where the review has errors, which ``problems``
    tells; besides those of a check they may be ``unknown-section``, ``unknown-language`` and
    ``never-confirmed`` (there is no lock yet to which a single section could be added).
    """
    prepared = prepare(root, problems)
    if prepared is None:
        return None
    examined = examine(prepared, root, None, problems)
    project = prepared.project
    review = project.review
    if not asked.everything:
        asked = replace(asked, section=_slug(asked.section))
        further = [languages.FURTHER_ABSTRACTS[field] for field in review.further_abstracts]
        known = (languages.ABSTRACT, *further, *review.sections)
        remarks = (resting.REMARKS,) if project.remarks else ()
        _know(asked.section, (*known, *remarks), "section", problems)
        _know(asked.language, review.languages, "language", problems)
        if (examined.lock or examined.facts_lock) is None:
            problems.error(
                "never-confirmed",
                "there is no lock yet: a single section cannot be confirmed",
                Location(file=languages.LOCK),
                "read the languages side by side, then run `./build.py confirm --all`",
            )
    if problems.errors:
        return None

    def chosen(section: str, language: str) -> bool:
        return asked.everything or (section, language) == (asked.section, asked.language)

    facts_before = examined.facts_lock or resting.Lock()
    facts_lock = resting.confirm(examined.paragraphs, project.facts, facts_before, _today(), chosen)
    if facts_lock != examined.facts_lock:
        resting.write_lock(facts_lock, root / resting.LOCK)
    if examined.lock is not None or asked.everything:
        before = examined.lock or languages.Lock()
        lock = languages.confirm(examined.rows, before, _today(), _edited_on(root), chosen)
        if lock != examined.lock:
            languages.write_lock(lock, root / languages.LOCK)
    texts = {
        block.where
        for row in examined.rows
        for code, block in row.blocks.items()
        if block.is_written and chosen(row.section, code)
    }
    if asked.section == resting.REMARKS:
        texts |= {each.where for each in examined.paragraphs if chosen(each.section, each.language)}
    stale = {
        each.block.where for each in examined.languages.stale if chosen(each.section, each.language)
    } | {
        each.paragraph.where
        for each in examined.rests.stale
        if chosen(each.paragraph.section, each.paragraph.language)
    }
    where = "" if asked.everything else f" of `{asked.section}` in `{asked.language}`"
    return f"confirmed {len(texts)} texts{where}; {len(stale)} had been stale"


def _slug(section: str) -> str:
    """Return a section as the review calls it; its folder has a number before that."""
    number, _, slug = section.partition("-")
    return slug if number.isdecimal() else section


def _know(word: str, known: Sequence[str], what: str, problems: Problems) -> None:
    if word not in known:
        problems.error(
            f"unknown-{what}",
            f"the review has no {what} `{word}`",
            Location(file="content/review.yaml"),
            did_you_mean(word, known) or f"it has {', '.join(known)}",
        )


def _today() -> datetime.date:
    return datetime.datetime.now(tz=datetime.UTC).date()


def _edited_on(root: Path) -> Callable[[str], datetime.date]:
    """Return what tells on which day a file of the project was last changed."""

    def day(file: str) -> datetime.date:
        changed = (root / file).stat().st_mtime
        return datetime.datetime.fromtimestamp(changed, tz=datetime.UTC).date()

    return day


def _spell(root: Path, prepared: Prepared, problems: Problems) -> SpellingReport:
    """Look all words up: not in a build, which must not wait for dictionaries."""
    from uchtil.checks.spelling import check_spelling
    from uchtil.load.words import read_words

    words = read_words(root, prepared.project.review.languages, problems)
    return check_spelling(prepared.project, prepared.texts, words, places.dictionaries(), problems)


def _keep_lock(evidence: EvidenceReport, path: Path) -> None:
    """Write the lock if a passage was found elsewhere than it says, or not at all before."""
    if list(evidence.sightings) != sorted(read_lock(path, Problems())):
        write_lock(evidence.sightings, path)
