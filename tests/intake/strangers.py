"""Texts by a stranger (tests/data/intake/strangers): compared, and held to what a reader found."""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml

from intake.comparison import ROOT, shipped
from uchtil.checks.passages import SearchedText
from uchtil.intake.comparing import Match

FOLDER = ROOT / "tests" / "data" / "intake" / "strangers"
TEXTS = {"uz-news": "uz-Latn-UZ", "ru-note": "ru-RU", "en-brief": "en-GB"}


@dataclass
class Counted:
    """Answers that are right, wanting and wrong; ``facts`` those with the right fact alone."""

    hits: int = 0
    facts: int = 0
    missed: list[str] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.hits / max(1, self.hits + len(self.wrong))

    @property
    def recall(self) -> float:
        return self.hits / max(1, self.hits + len(self.missed))


def count(name: str) -> Counted:
    """Compare one text, and count sentence by sentence."""
    raw = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
    text = "\n".join(line for line in raw.splitlines() if not line.startswith("#"))
    gold = yaml.safe_load((FOLDER / f"{name}.gold.yaml").read_text(encoding="utf-8"))
    searched = SearchedText(text)
    paragraphs = [each.text for each in searched.paragraphs]
    starts = sorted(
        (paragraph, _at(own, each["begins"]), each["begins"], tuple(each.get("tells", ())))
        for each in (*gold["sentences"], *gold.get("background", ()))
        for paragraph, own in enumerate(paragraphs, 1)
        if _at(own, each["begins"]) >= 0
    )
    got: dict[str, list[Match]] = {}
    lost = []
    for match in shipped().compare(paragraphs, TEXTS[name]):
        at = _at(paragraphs[match.paragraph - 1], match.anchor)
        before = [each for each in starts if each[0] == match.paragraph and each[1] <= at + 5]
        if before:
            got.setdefault(before[-1][2], []).append(match)
        else:
            lost.append(match)
    counted = Counted(wrong=[f"{m.verdict.value} {m.fact} [{m.anchor}]" for m in lost])
    for _, _, begins, tells in starts:
        matches = got.get(begins, [])
        wanted = [(each["verdict"], each.get("fact", "")) for each in tells]
        answers = [(m.verdict.value, m.fact) for m in matches]
        for each in wanted:
            if each in answers:
                counted.hits += 1
            else:
                counted.missed.append(f"{each} in {begins}")
            counted.facts += any(each[1] == fact for _, fact in answers)
        counted.wrong += [
            f"{answer} in {begins} [{m.anchor}]"
            for answer, m in zip(answers, matches, strict=True)
            if answer not in wanted
        ]
    return counted


def _at(text: str, words: str) -> int:
    return " ".join(text.split()).find(" ".join(words.split()))
