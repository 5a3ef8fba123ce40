"""What the article says of itself in every language that a journal wants."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from uchtil.journals.measure import count_words
from uchtil.journals.submission import Metadata
from uchtil.language import metadata_terms
from uchtil.language.sentences import sentences
from uchtil.model import Review
from uchtil.model.profiles import AbstractRules, FrontBlock, Profile
from uchtil.model.records import text_in
from uchtil.problems import Location
from uchtil.render import Article
from uchtil.render.markdown import plain

_ABSTRACTS = ("abstract", "abstract_short", "abstract_long")
"""The usual one first: it is taken wherever the journal's limits admit it."""
_SHORT_FIRST = ("abstract_short", "abstract", "abstract_long")


@dataclass(frozen=True, kw_only=True, slots=True)
class Said:
    """Metadata in one language, with the place of its abstract."""

    metadata: Metadata
    long_title: str
    """The title of the editions; that of ``metadata`` is the short one where a journal wants it."""
    all_keywords: int
    """How many keywords the review gives; where a journal wants fewer, the first are said."""
    lengths: Mapping[str, int]
    """How many words each abstract has that is written, by its field: from short to long."""
    abstract_at: Location
    keywords_at: Location
    title_at: Location


def languages_wanted(profile: Profile, manuscript: str) -> tuple[str, ...]:
    """Return the languages that metadata is wanted in, the manuscript's own first."""

    def named(blocks: Iterable[FrontBlock]) -> list[str]:
        return [each.language for each in blocks if each.language]

    return tuple(
        dict.fromkeys(
            (
                manuscript,
                *named(profile.front),
                *profile.abstract.languages,
                *profile.keywords.languages,
                *profile.authors.languages,
                *named(profile.after),
            )
        )
    )


def metadata_for(
    profile: Profile, review: Review, article: Article, manuscript: str
) -> Mapping[str, Said]:
    """Return what is said in each wanted language; a language that is missing is left out.

    Of the abstracts (the usual one, a short and a long one) the first is taken that the
    journal's limits admit, else the usual one.  So it is with the title: where the
    manuscript's own is too long for the journal and the review has a short one that is not,
    it is the short one in all languages.
    """
    short = _short_title_wanted(profile, _titles(review, article, manuscript))
    found = {}
    for code in languages_wanted(profile, manuscript):
        said = _said(profile, review, article, code, short=short)
        if said is not None:
            found[code] = said
    return found


def _short_title_wanted(profile: Profile, titles: tuple[str, str]) -> bool:
    long, short = titles
    admit = profile.title_words.admit
    return bool(short) and not admit(count_words(long)) and admit(count_words(short))


def _titles(review: Review, article: Article, code: str) -> tuple[str, str]:
    """Return the title and the short title in a language; either is empty where not given."""
    if (summary := review.metadata.get(code)) is not None:
        return summary.title, summary.short_title
    if code in article.parts:
        return article.parts[code].title, text_in(review.short_title or {}, code)
    return "", ""


def _fits(rules: AbstractRules, abstract: str) -> bool:
    """Whether an abstract has the characters and the sentences that are wanted."""
    return rules.characters.admit(len(abstract)) and rules.sentences.admit(len(sentences(abstract)))


def _from_short(written: tuple[str, str]) -> int:
    return _SHORT_FIRST.index(written[0])


def _said(
    profile: Profile, review: Review, article: Article, code: str, *, short: bool
) -> Said | None:
    tag = metadata_terms(code).tag
    if (summary := review.metadata.get(code)) is not None:
        written = (summary.abstract, summary.abstract_short, summary.abstract_long)
        keywords = summary.keywords
        places = [summary.place(field) for field in _ABSTRACTS]
        keywords_at, title_at = summary.place("keywords"), summary.place("title")
    elif (part := article.parts.get(code)) is not None:
        written = (plain(part.abstract), plain(part.abstract_short), plain(part.abstract_long))
        keywords = part.keywords
        at = code.partition("-")[0]
        places = [review.place(field, at) for field in _ABSTRACTS]
        keywords_at, title_at = review.place("keywords", at), review.place("title", at)
    else:
        return None
    long_title, short_title = _titles(review, article, code)
    title = short_title if short and short_title else long_title
    texts = {text: place for text, place in zip(written, places, strict=True) if text}
    most = profile.keywords.limits.at_most
    words = profile.abstract.limits(code)
    right = [each for each in texts if words.admit(count_words(each))] or [written[0]]
    chosen = next((each for each in right if _fits(profile.abstract, each)), right[0])
    return Said(
        metadata=Metadata(
            language=code, tag=tag, title=title, abstract=chosen, keywords=tuple(keywords[:most])
        ),
        long_title=long_title,
        all_keywords=len(keywords),
        lengths={
            name: count_words(text)
            for name, text in sorted(zip(_ABSTRACTS, written, strict=True), key=_from_short)
            if text
        },
        abstract_at=texts.get(chosen, places[0]),
        keywords_at=keywords_at,
        title_at=title_at,
    )
