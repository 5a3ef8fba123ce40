"""A new source held against the facts: what it confirms, sharpens, disputes, adds, or repeats.

By rules: a passage and a fact are of the same thing when they share names and words that few
facts have, and do not tell of different acts; then their dates and values are compared as
``uchtil.facts.printed`` compares them.  Every answer comes with its reasons.  Below the
thresholds nothing is said: who is told of what is not so stops reading.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from uchtil.bibliography import Reference
from uchtil.checks.passages import SearchedText
from uchtil.intake.comparing.adding import beside_measures, candidate_of, other_times
from uchtil.intake.comparing.anchors import anchor_of, around
from uchtil.intake.comparing.choosing import choose
from uchtil.intake.comparing.pairing import Pairer, Pairing
from uchtil.intake.comparing.passages import Passage, passages
from uchtil.intake.comparing.profiles import Profiles
from uchtil.intake.comparing.relating import Nearness, beside_each_other
from uchtil.intake.comparing.results import Found, Match, Verdict
from uchtil.intake.comparing.scoring import also_named
from uchtil.intake.comparing.telling import found_of
from uchtil.intake.comparing.works import Works
from uchtil.intake.recognise import Recogniser
from uchtil.model import Project

KEPT = 3
"""So many sentences on, a text may still speak of what it told."""


class Comparer:
    """Holds texts against the facts of one review."""

    def __init__(self, project: Project, references: Mapping[str, Reference] | None = None) -> None:
        self.profiles = Profiles(project)
        self._recogniser = Recogniser(project.names, project.units)
        self._pairer = Pairer(self.profiles)
        self._nearness = Nearness(self.profiles)
        self._works = Works(references or {})

    def compare(
        self,
        paragraphs: Sequence[str],
        tag: str,
        *,
        year: int | None = None,
        come_to: Callable[[int], None] = lambda paragraph: None,
    ) -> tuple[Match, ...]:
        """Return what the passages of a text do to the facts, in the order of the text.

        ``paragraphs`` are those of the text as evidence counts them, ``tag`` the BCP 47 tag of
        its language, ``year`` when it was written, if that is known (for "last year");
        ``come_to`` is told the number of the paragraph of each passage.
        """
        text = SearchedText("\n\n".join(paragraphs), uzbek=tag.startswith("uz"))
        made = []
        before: deque[frozenset[str]] = deque(maxlen=KEPT)
        told: set[str] = set()
        for passage in self.passages(paragraphs, tag, year=year):
            come_to(passage.paragraph)
            if passage.listed:
                continue
            found = self._found(passage, frozenset().union(*before), told)
            made += [_finished(each, text, self._works, self.profiles) for each in found]
            before.append(frozenset(each.fact for each in found if each.fact))
            told |= before[-1]
        return tuple(
            _once(
                each
                for each in made
                if each.anchor and not (each.verdict is Verdict.ADDS and each.cites)
            )
        )

    def passages(
        self, paragraphs: Sequence[str], tag: str, *, year: int | None = None
    ) -> Iterator[Passage]:
        """Yield the sentences of a text with what is found in them."""
        met = self.profiles.met_by_words
        return passages(paragraphs, tag, self._recogniser, year, met)

    def pairings(
        self, passage: Passage, before: Collection[str] = (), told: Collection[str] = ()
    ) -> list[Pairing]:
        """Return a passage beside each fact that it may tell.

        ``before`` are those that were told just before it, ``told`` all that the text told so far.
        """
        made = self._pairer.pairings(passage, also_named(passage, self.profiles))
        return [self._nearness.after(each, before, told) for each in beside_each_other(made)]

    def _found(
        self, passage: Passage, before: Collection[str], told: Collection[str]
    ) -> list[Found]:
        """Return what one passage does: what it tells of facts, or else what it adds."""
        pairings = self.pairings(passage, before, told)
        if passage.is_title:
            pairings = [each for each in pairings if each.places]
        chosen = choose(pairings)
        found = [found_of(passage, each, chosen) for each in chosen]
        taken = {each.pairing.valued.find.start for each in chosen if each.pairing.valued.find}
        found += other_times(passage, pairings, frozenset(taken))
        taken |= {start for each in found for start, _ in each.shows}
        found += beside_measures(passage, chosen, self.profiles, frozenset(taken))
        if not found and (added := candidate_of(passage, self.profiles, before)):
            found.append(added)
        return found


def _finished(found: Found, text: SearchedText, works: Works, profiles: Profiles) -> Match:
    """Return a match with its anchor, and with the works that its passage names."""
    passage = found.passage
    anchor, pinned = anchor_of(
        text, passage.paragraph, passage.start, passage.end, found.shows or ()
    )
    before, after = around(text, anchor, passage.paragraph) if anchor else ("", "")
    cites = works.named(passage)
    verdict, why = found.verdict, list(found.why)
    if passage.told_by:
        why.append(f"given to another by its words: “{passage.told_by.strip()}”")
    if cites:
        why.append(f"names what the bibliography has: {', '.join(cites)}")
    behind = _behind(found, profiles)
    resting = tuple(key for key in (*cites, *works.authored(passage)) if key in behind)
    if resting and verdict in (Verdict.CONFIRMS, Verdict.SHARPENS):
        verdict = Verdict.KNOWN
        cites = tuple(dict.fromkeys((*resting, *cites)))
    return Match(
        verdict=verdict,
        fact=found.fact,
        paragraph=passage.paragraph,
        sentence=passage.sentence,
        anchor=anchor,
        pinned=pinned,
        before=before,
        after=after,
        told=found.told,
        why=tuple(why),
        score=round(found.score, 2),
        others=found.others,
        cites=cites,
        candidate=found.candidate,
    )


def _behind(found: Found, profiles: Profiles) -> frozenset[str]:
    """Return the works that show the fact already, or that are cited for it."""
    if not found.fact:
        return frozenset()
    evidence = profiles.by_id[found.fact].fact.evidence
    return frozenset(
        {each.source for each in evidence} | {key for each in evidence for key in each.cites}
    )


def _once(matches: Iterator[Match]) -> Iterator[Match]:
    """Leave out what a text says again with the same reading; the better passage stays."""
    best: dict[object, Match] = {}
    for each in matches:
        mark: object = (
            (each.fact, each.verdict, each.told)
            if each.fact
            else (each.verdict, each.told, each.candidate)
        )
        if mark not in best or each.score > best[mark].score:
            best[mark] = each
    yield from sorted(best.values(), key=lambda each: (each.paragraph, each.sentence))
