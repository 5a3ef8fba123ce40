"""What a page's own headings show of an article's order: proposed, since no rule says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from uchtil.journals.guidelines.elements import elements
from uchtil.journals.guidelines.finds import Find
from uchtil.journals.guidelines.placing import placed
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


SECTION_SAMPLE = re.compile(
    rf"(?:{'|'.join(words for words, _ in _SECTIONS.values())})[\w' ]{{0,40}}\([^()]*\d"
)
"""A section's heading as a sample shows it, with how it is set behind it in brackets."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Headings:
    """Blocks before the text, and sections by kind, each with the page's words for them."""

    front: tuple[str, ...] = ()
    front_words: tuple[str, ...] = ()
    in_sentence: bool = False
    """Whether a sentence places what stands first: headings tell only the rest then."""
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
        head = _BRACKETED.match(saying.text) if saying.begins else None
        alone = _is_alone(saying) or head is not None
        kind = _section(head["own"], head["en"]) if head else _section(saying.text) if alone else ""
        if kind:
            name = saying.quote(*head.span("own"), bare=True) if head else saying.opening()
            sections.setdefault(kind, name.strip(" :"))
            ended = ended or bool(front)
        elif saying.begins and not ended:
            for each in elements(saying, 0, ()):
                if each.name in ("text", "references"):
                    ended = ended or (alone and bool(front))
                elif alone or each.name in _TOLD:
                    front.setdefault(each.name, each.word)
                if not alone:
                    break
    enough = len(front) >= _LEAST_BLOCKS and {"abstract", "keywords"} & {*front}
    if enough:
        front = _with_told(front, filled)
    if "title" not in front:  # every article has one
        front = {"title": "", **front}
    first = {each.name: each.word for each in placed(page)}
    if first:
        front = _behind(first, front if enough else {}, filled)
    shown = front if enough or first else {}
    return Headings(
        front=tuple(with_others(shown, filled)),
        front_words=tuple(filter(None, (first or shown).values())),
        in_sentence=bool(first),
        sections=sections if len(sections) >= _LEAST_SECTIONS else None,
    )


_BRACKETED = re.compile(
    r"\W*(?:[\divx]+[.)]\s*)*(?P<own>[^\W\d][^().:;,\d]{2,60}?)\s?"
    r"\((?P<en>(?:title|author|abstract|annotation|key ?words|introduction|literature"
    r"|[a-z ]{0,12}method|(?:analysis and )?results|discussion|conclusion"
    r"|references)[a-z /&,-]{0,30})\)"
)
"""A heading with its English name behind it, as "Kirish (Introduction)", whatever follows."""


def _behind(
    first: Mapping[str, str], shown: Mapping[str, str], filled: Mapping[str, Find]
) -> dict[str, str]:
    """Return what a sentence places, and behind it what headings show and rules are told of."""
    front = dict(first)
    for name, word in shown.items():
        if name == "author-data" and "authors" in front:  # their names stand there already
            fields = filled.get("authors.fields")
            told = fields.value if fields else "affiliation"
            for field, block in (("affiliation", "affiliations"), ("email", "contacts")):
                if field in told:
                    front.setdefault(block, word)
        else:
            front.setdefault(name, word)
    return _with_told(front, filled)


def _with_told(front: Mapping[str, str], filled: Mapping[str, Find]) -> dict[str, str]:
    """Return what stands before the text with what rules are told of besides."""
    more = [
        name
        for name in ("abstract", "keywords")
        if any(path.startswith(f"{name}.") for path in filled)
    ]
    return {**front, **{name: "" for name in more if name not in front}}


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


def _section(*names: str) -> str:
    """Return which section a heading is of, by the first of its names that tells it."""
    bare = [re.sub(r"^\W*(?:[\divx]+[.)]\s*)*", "", name) for name in names]
    return next(
        (k for name in bare for k, (words, _) in _SECTIONS.items() if re.match(words, name)), ""
    )


def with_others(front: Iterable[str], filled: Mapping[str, Find]) -> list[str]:
    """Return the blocks with the same in other languages, where the page asks for these."""
    blocks: list[str] = []
    for name in front:
        blocks.append(name)
        told = filled.get(f"{name}.languages")
        if name in ("abstract", "keywords") and told and "," in told.value:
            codes = told.value.strip("[]").split(", ")
            known = filled.get("languages")
            own = known.value.strip("[]").split(", ") if known else codes[:1]
            # Where manuscripts may be in several languages, each is named: that of the manuscript
            # is left out when it is printed.
            named = [OTHERS] if {*codes} == {*own} else [code for code in codes if own != [code]]
            blocks += [f"{name}:{code}" for code in named]
    return blocks
