"""Texts by a stranger (tests/data/intake/strangers): compared, and held to what a reader found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import yaml

from intake.comparison import ROOT, TAGS, Score, shipped
from uchtil.checks.passages import SearchedText
from uchtil.intake.comparing import Match
from uchtil.intake.comparing.passages import Passage
from uchtil.intake.recognise import Amount, Find, FindKind
from uchtil.model import When

FOLDER = ROOT / "tests" / "data" / "intake" / "strangers"
TUNED = (
    "uz-news",
    "ru-note",
    "en-brief",
    "uz-report",
    "ru-memoir",
    "en-encyclopaedia",
    "uz-speech",
    "ru-agency",
    "en-review",
    "uz-jurnal",
    "ru-lekciya",
    "en-feature",
    "uz-anniversary",
    "ru-interview",
    "en-country-note",
    "uz-textbook",
    "ru-background",
    "en-magazine",
    "uz-sharh",
    "ru-obzor",
    "en-testimony",
    "uz-intervyu",
    "ru-analitika",
    "en-blog",
    "uz-maqola",
    "ru-gazeta",
    "en-briefing",
    "uz-risola",
    "ru-spravochnik",
    "en-report",
    "uz-ensiklopediya",
    "ru-statya",
    "en-news",
    "uz-xabarnoma",
    "ru-doklad",
    "en-working-paper",
    "uz-gazeta",
    "ru-metodichka",
    "en-chapter",
    "uz-tahlil",
    "ru-novosti",
    "en-profile",
    "uz-kitob",
    "ru-entsiklopediya",
    "en-lecture",
    "uz-elchi",
    "ru-zhurnal",
    "en-yearbook",
    "uz-viloyat",
    "ru-ezhegodnik",
    "en-chamber",
    "uz-radio",
    "ru-bank",
    "en-essay",
    "uz-temiryolchi",
    "ru-muzey",
    "en-column",
)
"""Those that the points were fitted to."""
HELD: tuple[str, ...] = (
    "uz-agro",
    "ru-nekrolog",
    "en-consultant",
    "uz-kutubxona",
    "ru-kraeved",
    "en-forwarder",
)
"""Those that no rule was made for: only how many answers were right was looked at."""


_SEASON = re.compile(r"\A(\d{4})-(2[1-3])\Z")


@dataclass(frozen=True)
class Sentence:
    """What the gold says of a sentence: pairs of verdict and fact, and facts that it touches."""

    tells: frozenset[tuple[str, str]] = frozenset()
    near: frozenset[str] = frozenset()


@dataclass
class Counted(Score):
    """A score of a text; ``facts`` are the answers with the right fact alone."""

    facts: int = 0


def read(name: str) -> tuple[str, list[str], list[dict[str, Any]]]:
    """Return the tag of a text's language, its paragraphs, and the sentences of its gold."""
    raw = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    text = "\n".join(line for line in raw.splitlines() if not line.startswith("#"))
    gold = yaml.safe_load((FOLDER / f"{name}.gold.yaml").read_text(encoding="utf-8"))
    paragraphs = [each.text for each in SearchedText(text).paragraphs]
    return TAGS[gold["language"]], paragraphs, [*gold["sentences"], *gold.get("background", ())]


def sentences(name: str) -> Iterator[tuple[Passage, Sentence]]:
    """Yield the passages of a text with what the gold says of each."""
    tag, paragraphs, gold = read(name)
    passages = [each for each in shipped().passages(paragraphs, tag) if not each.listed]
    own: dict[tuple[int, int], Sentence] = {}
    for entry in gold:
        for number, paragraph in enumerate(paragraphs, 1):
            at = _at(paragraph, entry["begins"])
            if at >= 0:
                passage = [
                    each for each in passages if each.paragraph == number and each.start <= at + 5
                ][-1]
                place = number, passage.sentence
                own[place] = _joined(own.get(place), entry)
    for passage in passages:
        yield passage, own.get((passage.paragraph, passage.sentence), Sentence())


def _joined(one: Sentence | None, entry: dict[str, Any]) -> Sentence:
    """Return what the gold says of a passage: of two sentences where the program splits none."""
    one = one or Sentence()
    tells = {(each["verdict"], each.get("fact", "")) for each in entry.get("tells", ())}
    near = {each if isinstance(each, str) else each["fact"] for each in entry.get("near") or ()}
    return Sentence(tells=one.tells | tells, near=one.near | near)


def count(name: str) -> Counted:
    """Compare one text, and count sentence by sentence."""
    tag, paragraphs, _ = read(name)
    told: dict[tuple[int, int], list[Match]] = {}
    for match in shipped().compare(paragraphs, tag):
        told.setdefault((match.paragraph, match.sentence), []).append(match)
    counted = Counted()
    for passage, gold in sentences(name):
        matches = told.pop((passage.paragraph, passage.sentence), [])
        answers = [(match.verdict.value, match.fact) for match in matches]
        words = " ".join(passage.text.split())[:60]
        for each in sorted(gold.tells):
            if each in answers:
                counted.hits += 1
            else:
                counted.missed.append(f"{each} in {words}")
            counted.facts += any(each[1] == fact for _, fact in answers)
        counted.wrong += [
            f"{answer} in {words} [{match.anchor}]"
            for answer, match in zip(answers, matches, strict=True)
            if answer not in gold.tells
        ]
    assert not told
    return counted


def recognised(name: str, kind: FindKind) -> Counted:
    """Count the dates or the amounts of one text: by what they mean, sentence by sentence.

    A date that is told from another place of the text counts where the program reckons it.
    """
    counted = Counted()
    tag, paragraphs, entries = read(name)
    passages = list(shipped().passages(paragraphs, tag))
    wanted: dict[tuple[int, int], list[str]] = {}
    for entry in entries:
        for number, paragraph in enumerate(paragraphs, 1):
            at = _at(paragraph, entry["begins"])
            if at < 0:
                continue
            ahead = [each for each in passages if each.paragraph == number and each.start <= at + 5]
            place = number, ahead[-1].sentence
            field_ = "dates" if kind is FindKind.DATE else "amounts"
            wanted.setdefault(place, []).extend(
                _meant(each, kind) for each in entry.get(field_) or ()
            )
    for passage in passages:
        gold = wanted.get((passage.paragraph, passage.sentence), [])
        for find in passage.of(kind):
            answer = _found(find)
            if answer in gold:
                gold.remove(answer)
                counted.hits += 1
            elif answer and not _is_reckoned(find):
                counted.wrong.append(f"{name}: {answer} ({find.words})")
        counted.missed += [f"{name}: {each}" for each in gold]
    return counted


def _months_of(season: re.Match[str]) -> str:
    """Return a season of EDTF as the months that the program takes it for."""
    first = 3 * (int(season[2]) - 20)
    return f"{season[1]}-{first:02d}/{season[1]}-{first + 2:02d}"


def _meant(entry: dict[str, Any], kind: FindKind) -> str:
    if kind is FindKind.DATE:
        return _SEASON.sub(_months_of, str(entry["edtf"]))
    return f"{Decimal(str(entry['number'])).normalize():f} {entry['bound']}"


def _found(find: Find) -> str:
    """Return what a find means as the gold writes it; nothing for a date with no year."""
    if isinstance(find.value, When):
        return str(find.value).replace("~", "")
    if isinstance(find.value, Amount):
        quantity = find.value.quantity
        return f"{quantity.number.normalize():f} {quantity.bound.value}"
    return ""


def _is_reckoned(find: Find) -> bool:
    """Whether a span is told as a date too ("six years later"): some golds list it as both."""
    return "later" in find.note or "told before" in find.note


def _at(text: str, words: str) -> int:
    return " ".join(text.split()).find(" ".join(words.split()))
