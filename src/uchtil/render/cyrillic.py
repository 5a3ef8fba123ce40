"""The edition in Cyrillic Uzbek, made from what was rendered in Latin.

Prose is transliterated after Jinja: so every use of a fact is recorded once, endings meet the
words that they are written behind, and both scripts print the same.  Records get their
Cyrillic where it is asked for (``label["uz-cyrl"]``), which is by pages and figures.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from uchtil.language.uz.writing import Writing
from uchtil.model import Project, Review, Unit

T = TypeVar("T")

CYRILLIC, LATIN = "uz-cyrl", "uz"


def writing_of(project: Project) -> Writing:
    """Return how this review writes Uzbek in Cyrillic."""
    accepted = {form for name in project.names.values() for form in _uzbek(name.forms, name.short)}
    met = {
        spelling
        for name in project.names.values()
        for spellings in name.spellings.values()
        for spelling in spellings
    }
    return Writing(names=project.cyrillic, spellings=frozenset(met - accepted))


def _uzbek(*forms: Mapping[str, str] | None) -> list[str]:
    return [each[LATIN] for each in forms if each and LATIN in each]


class _Transliterating(dict[str, T]):
    """A value by language that also has one in Cyrillic Uzbek, made when it is asked for."""

    __slots__ = ("_change",)

    def __init__(self, values: Mapping[str, T], change: Callable[[T], T]) -> None:
        super().__init__(values)
        self._change = change

    def __missing__(self, code: str) -> T:
        if code != CYRILLIC:
            raise KeyError(code)
        return self._change(self[LATIN])


@dataclass(frozen=True, slots=True)
class _InCyrillic:
    """Gives records their Cyrillic."""

    writing: Writing

    def text(self, values: Mapping[str, str]) -> Mapping[str, str]:
        return _Transliterating(values, self.writing.cyrillic)

    def texts(self, values: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
        return _Transliterating(values, lambda texts: tuple(map(self.writing.cyrillic, texts)))

    def unit(self, unit: Unit) -> Unit:
        def change(forms: Mapping[str, str]) -> Mapping[str, str]:
            return {category: self.writing.cyrillic(form) for category, form in forms.items()}

        return replace(unit, forms=_Transliterating(unit.forms, change))

    def review(self, review: Review) -> Review:
        return replace(
            review,
            title=self.text(review.title),
            short_title=self.text(review.short_title) if review.short_title else None,
            keywords=self.texts(review.keywords),
            funding=self.text(review.funding) if review.funding else None,
            authors=tuple(
                replace(
                    each,
                    name=self.text(each.name),
                    affiliation=self.text(each.affiliation),
                    family=self.text(each.family) if each.family else None,
                )
                for each in review.authors
            ),
        )


def with_cyrillic(project: Project) -> Project:
    """Return the project with everything in Cyrillic that pages and figures take from records."""
    to = _InCyrillic(writing_of(project))
    return replace(
        project,
        review=to.review(project.review),
        sources={
            key: replace(each, label=to.text(each.label)) for key, each in project.sources.items()
        },
        facts={
            key: replace(
                each,
                statement=to.text(each.statement),
                label=to.text(each.label) if each.label else None,
            )
            for key, each in project.facts.items()
        },
        themes={
            key: replace(each, name=to.text(each.name)) for key, each in project.themes.items()
        },
        units={key: to.unit(each) for key, each in project.units.items()},
        figures={
            key: replace(each, caption=to.text(each.caption), alt=to.text(each.alt))
            for key, each in project.figures.items()
        },
    )
