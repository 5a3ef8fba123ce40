"""What a page's own headings show of an article's order: proposed, since no rule says it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from uchtil.journals.guidelines.elements import elements
from uchtil.journals.guidelines.finds import Find
from uchtil.journals.guidelines.sayings import Saying
from uchtil.model.profiles import OTHERS

_MOST_WORDS = 7
_LEAST_BLOCKS = 3
_LEAST_SECTIONS = 2
_TOLD = ("udc", "irsti", "doi")
"""What a page may explain in the line that names it."""
_SECTIONS = {
    "introduction": (r"введени[ея]|introduction|kirish", r"intro|vved|kirish"),
    "literature": (
        r"(?:обзор|анализ) литератур|literature review"
        r"|(?:mavzuga (?:oid|doir) )?adabiyotlar\w* (?:sharh|tahlil)",
        r"liter|histori|review",
    ),
    "methods": (
        r"методолог|(?:материал\w* и )?метод(?:ы|ика исслед)|(?:materials and |research )?method"
        r"|(?:tadqiqot )?(?:metod|uslub)",
        r"method",
    ),
    "results": (r"результат|results|(?:tadqiqot )?natija|tahlil va", r"result|finding"),
    "discussion": (r"обсуждени|discussion|muhokama", r"discuss"),
    "conclusion": (r"заключени|вывод|conclusion|xulosa", r"conclu|zakl|xulosa"),
}
"""Sections: how pages name them, and what the names of a review's sections begin or end with."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Headings:
    """Blocks before the text, and sections by kind, each with the page's words for them."""

    front: tuple[str, ...] = ()
    front_words: tuple[str, ...] = ()
    sections: Mapping[str, str] | None = None

    def sections_among(self, ids: Sequence[str]) -> list[str]:
        """Return those of a review's sections that the page has headings for."""
        stems = [_SECTIONS[kind][1] for kind in self.sections or ()]
        return [each for each in ids if any(re.search(stem, each) for stem in stems)]


def headings(page: Sequence[Saying], filled: Mapping[str, Find]) -> Headings:
    """Return what the headings of a page show, in their order."""
    front: dict[str, str] = {}
    sections: dict[str, str] = {}
    ended = False
    for saying in page:
        alone = _is_alone(saying)
        kind = _section(saying) if alone else ""
        if kind:
            sections.setdefault(kind, saying.opening().strip(" :"))
            ended = ended or bool(front)
        elif saying.begins and not ended:
            for each in elements(saying, 0, ()):
                if each.name in ("text", "references"):
                    ended = ended or (alone and bool(front))
                elif alone or each.name in _TOLD:
                    front.setdefault(each.name, each.word)
                break
    enough = len(front) >= _LEAST_BLOCKS and {"abstract", "keywords"} & {*front}
    if "title" not in front:  # every article has one
        front = {"title": "", **front}
    return Headings(
        front=tuple(_with_others(front, filled)) if enough else (),
        front_words=tuple(filter(None, front.values())) if enough else (),
        sections=sections if len(sections) >= _LEAST_SECTIONS else None,
    )


def _is_alone(saying: Saying) -> bool:
    """Whether a sentence is all of its paragraph, and short as headings are."""
    words = saying.source.split()
    return (
        saying.begins
        and not saying.is_aside
        and not saying.is_item
        and len(words) <= _MOST_WORDS
        and not saying.source.rstrip().endswith((".", ";", ","))
    )


def _section(saying: Saying) -> str:
    text = re.sub(r"^\W*(?:[\divx]+[.)]\s*)*", "", saying.text)
    return next((kind for kind, (words, _) in _SECTIONS.items() if re.match(words, text)), "")


def _with_others(front: Mapping[str, str], filled: Mapping[str, Find]) -> list[str]:
    """Return the blocks with the same in other languages, where the page asks for these."""
    blocks: list[str] = []
    for name in front:
        blocks.append(name)
        told = filled.get(f"{name}.languages")
        if name in ("abstract", "keywords") and told and "," in told.value:
            codes = told.value.strip("[]").split(", ")
            known = filled.get("languages")
            same = known is not None and {*codes} == {*known.value.strip("[]").split(", ")}
            blocks += [f"{name}:{code}" for code in ((OTHERS,) if same else codes[1:])]
    return blocks
