"""A page of rules as a whole: what can be filled in, what it tells twice, what it leaves open."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from uchtil.journals.guidelines import (
    amounts,
    citing,
    languages,
    layout,
    margins,
    naming,
    order,
    people,
)
from uchtil.journals.guidelines.duties import Duty, duties, of_whole_page
from uchtil.journals.guidelines.elsewhere import elsewhere
from uchtil.journals.guidelines.finds import Find, Found, Told, unique
from uchtil.journals.guidelines.headings import Headings, headings
from uchtil.journals.guidelines.sayings import MOST_WORDS, Saying, sayings
from uchtil.journals.guidelines.unread import unread

_READERS: tuple[Callable[[Saying], Found], ...] = (
    margins.margins,
    layout.page,
    layout.typography,
    amounts.amounts,
    amounts.recent_works,
    amounts.separators,
    languages.languages,
    languages.other_languages,
    people.codes,
    people.authors,
    people.names,
    people.journal,
    people.copies,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Guidelines:
    """What a page of rules tells, by the paths of a profile's fields.

    ``filled`` has one value each with its words; ``twice`` values that cannot all hold, of which
    none is taken; ``open`` what no field can hold as the page says it; ``unread`` what it rules in
    words that were not understood; ``duties`` what else is
    asked of the author, each once, with words that ask it; ``language`` is the page's own.
    ``headings`` show an order that the page does not rule.  ``elsewhere`` are words that point to
    other pages, ``blind`` those that tell of reviewers who are not told the names, ``sayings`` the
    page's sentences, ``seen`` all that was read in them.
    """

    filled: Mapping[str, Find] = field(default_factory=dict)
    twice: Mapping[str, tuple[Find, ...]] = field(default_factory=dict)
    open: tuple[Told, ...] = ()
    unread: tuple[Told, ...] = ()
    duties: tuple[Duty, ...] = ()
    language: str = ""
    headings: Headings = field(default_factory=Headings)
    elsewhere: tuple[Told, ...] = ()
    blind: Told | None = None
    sayings: tuple[Saying, ...] = ()
    seen: tuple[Find | Told | Duty, ...] = ()


def read_guidelines(
    paragraphs: Sequence[str],
    tags: Sequence[str] = (),
    *,
    told_of_file: Mapping[str, str] | None = None,
    language: str = "",
) -> Guidelines:
    """Return what the paragraphs of a page tell; ``tags`` are their languages.

    ``told_of_file`` is what the file says of itself (``url``, ``title``, ``site``…), ``language``
    that of the page.
    """
    of_file = told_of_file or {}
    read = _so_many(paragraphs)
    page = sayings(paragraphs[:read], tags)
    finds: list[Find] = []
    told: list[Told] = []
    if read < len(paragraphs):
        opening = " ".join(paragraphs[read].split()[:8])
        told.append(Told(about="too much: nothing was read from here on", quote=opening))
    asked: list[Duty] = []
    for number, saying in enumerate(page):
        here = [replace(each, at=number) for reader in _READERS for each in reader(saying)]
        finds += [each for each in here if isinstance(each, Find)]
        told += [each for each in here if isinstance(each, Told)]
        rules_something = any(isinstance(each, Find) for each in here)
        asked += [
            replace(each, at=number) for each in duties(saying, rules_something=rules_something)
        ]
    for each in citing.citing(page):
        (finds if isinstance(each, Find) else told).append(each)  # type: ignore[arg-type]
    finds += [each for each in order.order(page, language) if isinstance(each, Find)]
    finds += naming.name_of(paragraphs[:read], of_file, language)
    if url := of_file.get("url", ""):
        finds.append(Find(path="rules.url", value=url, quote="the address in the file"))
    finds, unsure = _in_own(finds, language)
    told += unsure
    finds = [_at_most(each) for each in _without_definitions(_settled(finds, page))]
    filled: dict[str, Find] = {}
    twice: dict[str, tuple[Find, ...]] = {}
    for path, values in unique(finds).items():
        if values[0].choice:
            filled[path] = _together(values)
        elif len(values) == 1:
            filled[path] = values[0]
        elif (both := _between(values) or _narrower(values)) is not None:
            filled[path] = both
        else:
            twice[path] = tuple(values)
    known = {*filled, *twice, *(each.path for each in told)}
    not_understood = tuple(unread(page, known))
    return Guidelines(
        filled=filled,
        twice=twice,
        open=tuple({each.about: each for each in reversed(told)}.values())[::-1],
        unread=not_understood,
        duties=tuple(of_whole_page(asked)),
        language=language,
        headings=headings(page, filled),
        elsewhere=tuple(elsewhere(page)),
        blind=people.blind(page),
        sayings=page,
        seen=(*finds, *told, *not_understood, *asked),
    )


def _so_many(paragraphs: Sequence[str]) -> int:
    """Return how many paragraphs are read: no page of rules is as long as a book."""
    length = 0
    for number, paragraph in enumerate(paragraphs):
        length += len(paragraph)
        if length > _LONGEST_PAGE:
            return number
    return len(paragraphs)


_LONGEST_PAGE = 200_000
"""Characters of a page."""


def _settled(finds: Sequence[Find], page: Sequence[Saying]) -> list[Find]:
    """Return finds without those that others show to be of something else."""
    said = {(each.path, each.value.lower()) for each in finds}
    paths = {path for path, _ in said}
    no_find: set[tuple[str, str]] = set()
    if "lists.second" in paths:  # The one that is headed so is then the second list.
        no_find.add(("lists.heading", "references"))
    if said & {("authors.names", "initials-first"), ("authors.names", "initials-last")}:
        no_find.add(("authors.names", "full"))  # asked for among the data of authors only
    only: list[Find] = []
    if "journal.email" not in paths:
        only = [*people.address_below(page)] or [*people.only_address(page)]
    kept = [each for each in finds if (each.path, each.value.lower()) not in no_find]
    if "lists.second" not in paths and not citing.is_cyrillic(page):
        kept = [citing.everywhere(each) for each in kept]
    return [*kept, *only]


def _without_definitions(finds: Sequence[Find]) -> list[Find]:
    """Leave out bare numbers that only repeat where another limit ends: "the 7,000-word limit"."""
    ends: dict[str, set[str]] = {}
    for each in finds:
        for found in _ENDS.finditer(each.value):
            ends.setdefault(each.path, set()).add(found[1] or found[2])
    return [
        each
        for each in finds
        if not ((bare := _BARE.search(each.value)) and bare[1] in ends.get(each.path, ()))
    ]


def _in_own(finds: Sequence[Find], language: str) -> tuple[list[Find], list[Told]]:
    """Name the manuscript's own language where it can be only one; else it is told.

    ``language`` is the page's.
    """
    told = [each.value for each in finds if each.path == "languages"]
    known: list[Find] = []
    unsure: list[Told] = []
    for each in finds:
        if each.value != languages.OWN:
            known.append(each)
            continue
        named = {one.value for one in finds if one.path == each.path}
        own = told or [language] * (language in ("uz", "ru"))
        left = list(dict.fromkeys(code for code in own if code not in named))
        if len(left) == 1:
            known.append(replace(each, value=left[0]))
        elif left:
            about = "the manuscript's own language, too"
            unsure.append(Told(about=about, quote=each.quote, path=each.path))
    return known, unsure


def _at_most(found: Find) -> Find:
    """Return a length that is one number alone as the most: no article has just so many signs."""
    if not found.path.startswith("lengths."):
        return found
    return replace(found, value=_BARE.sub(r"\g<0> or fewer", found.value))


_ENDS = re.compile(r"-(\d+)|(\d+) or ")
_BARE = re.compile(r"(?:^|limits: )(\d+)(?=$|\}|,)")


def _between(values: Sequence[Find]) -> Find | None:
    """Return the range of a least and a most that are told apart: they do not differ."""
    if len(values) != 2:
        return None
    least = next((m for each in values if (m := _LEAST.search(each.value))), None)
    most = next((m for each in values if (m := _MOST.search(each.value))), None)
    if least is None or most is None or not int(least[1]) < int(most[1]):
        return None
    begin, end = least.string[: least.start()], least.string[least.end() :]
    if (begin, end) != (most.string[: most.start()], most.string[most.end() :]):
        return None  # they do not count the same
    return Find(
        path=values[0].path,
        value=f"{begin}{least[1]}-{most[1]}{end}",
        quote=", ".join(each.quote for each in values),
    )


def _narrower(values: Sequence[Find]) -> Find | None:
    """Return the range of two values that begins, or ends, where the other one does.

    "At least 240 words" and "240-260 words" do not differ.
    """
    if len(values) != 2:
        return None
    for one, other in (values, values[::-1]):
        span, bound = _RANGE.search(one.value), _BOUND.search(other.value)
        if span and bound and span.string[: span.start()] == bound.string[: bound.start()]:
            end = span[1] if bound[2] == "more" else span[2]
            if end == bound[1]:
                return one
    return None


_RANGE, _BOUND = re.compile(r"(\d+)-(\d+)"), re.compile(r"(\d+) or (more|fewer)")
_LEAST, _MOST = re.compile(r"(\d+) or more"), re.compile(r"(\d+) or fewer")


def _together(values: Sequence[Find]) -> Find:
    """Return what holds together: each of several, with the words of the first that told it."""
    quotes = list(dict.fromkeys(each.quote for each in values))
    quotes = [one for one in quotes if not any(one != other and one in other for other in quotes)]
    told = quotes[:1]
    for each in quotes[1:]:
        if len(" ".join([*told, each]).split()) <= MOST_WORDS:
            told.append(each)
    return Find(
        path=values[0].path,
        value=f"[{', '.join(each.value for each in values)}]"
        if values[0].path not in _SINGLE
        else values[0].value,
        quote=", ".join(told),
        choice=True,
    )


_SINGLE = ("lists.second", "lists.note")
