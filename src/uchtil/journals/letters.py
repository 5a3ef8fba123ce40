"""The letter to the editors and the title page: made of what is known, in the language wanted."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from jinja2 import StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from uchtil.journals.blocks import Json, corresponding, data_of, markdown, name_in, text
from uchtil.journals.quotes import quoted, with_marks
from uchtil.journals.submission import Metadata
from uchtil.language import TRANSLITERATED, language, metadata_terms
from uchtil.model import Review
from uchtil.model.profiles import Profile, Region, Unit
from uchtil.render.markdown import escape

_FOLDER = "letters"


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """How much is submitted; ``parts`` says in words what the number of words counts.

    ``amount`` is the length in the journal's own ``unit``, and ``amount_of`` what that counts.
    """

    words: int
    parts: str
    amount: int
    unit: Unit
    amount_of: str
    works: int
    tables: int
    figures: int
    pages: int


def cover_letter(
    profile: Profile,
    review: Review,
    metadata: Mapping[str, Metadata],
    code: str,
    *,
    counts: Counts,
    templates: Path,
) -> Iterator[Json]:
    """Yield the letter; what it says is for the author to confirm by signing it.

    Its date is the author's too: a package is the same whenever it is made.
    """
    environment = SandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,  # Markdown: what is put in is escaped for that
        trim_blocks=True,
        lstrip_blocks=True,
    )
    here = language(code)
    said = environment.from_string(_letter(templates, code)).render(
        journal=escape(quoted(profile.journal.name_in(code), code)),
        plain_journal=escape(with_marks(profile.journal.name_in(code), here.orthography.quotes)),
        title=escape(quoted(metadata[code].title, code)),
        licence=escape(review.licence),
        counts=counts,
        in_words=counts.unit is Unit.WORDS,
        in_pages=counts.unit is Unit.PAGES,
        anonymous=profile.anonymous,
        authors=[
            {"name": escape(name_in(each, code)), "data": [escape(d) for d in data_of(each, code)]}
            for each in review.authors
        ],
        corresponding=[escape(name_in(each, code)) for each in corresponding(review.authors)],
    )
    yield markdown("Body Text", said, here.tag)


_TAG = re.compile(r"(\{\{.*?\}\}|\{%.*?%\})", re.DOTALL)
_WORDS = re.compile(r'"[^"]*"')


def _letter(templates: Path, code: str) -> str:
    """Return the letter's template; in another script it is that of the language, rewritten."""
    base = TRANSLITERATED.get(code, code)
    path = templates / "journals" / _FOLDER / f"{base}.md.j2"
    source = path.read_text(encoding="utf-8")
    if base == code:
        return source
    from uchtil.language.uz.writing import Writing  # costly, and rarely wanted

    write = Writing().cyrillic
    return "".join(
        _WORDS.sub(lambda words: write(words[0]), part) if _TAG.fullmatch(part) else write(part)
        for part in _TAG.split(source)
    )


def title_page(
    profile: Profile, review: Review, metadata: Mapping[str, Metadata], code: str, counts: Counts
) -> Iterator[Json]:
    """Yield the page that tells who wrote the article, for journals that read without names."""
    terms = metadata_terms(code)
    for other in dict.fromkeys((code, *profile.authors.languages)):
        if other not in metadata:
            continue  # the rules tell that it is not given
        said, tag = metadata[other], metadata_terms(other).tag
        yield text("Title", said.title, tag)
        for each in review.authors:
            yield text("Author", name_in(each, other), tag)
            yield text("Affiliation", "; ".join(data_of(each, other)), tag)
    here = language(code).terms
    for each in corresponding(review.authors):
        if each.email:
            yield text(
                "Keywords",
                f"{name_in(each, code)}, {each.email}",
                terms.tag,
                label=f"{here.corresponding_author}:",
            )
    for label, count in (
        (here.word_count, f"{counts.words} ({counts.parts})"),
        (here.works_cited, counts.works),
        (here.tables, counts.tables),
        (here.figures, counts.figures),
    ):
        yield text("Keywords", str(count), terms.tag, label=f"{label}:")


def parts_in_words(parts: frozenset[Region], code: str) -> str:
    """Return what of a manuscript was counted, in a language: ``text, notes``."""
    called = language(code).terms.counted
    if parts == frozenset(Region):
        return called.whole
    return ", ".join(getattr(called, each.value) for each in Region if each in parts)


def names_of(review: Review, codes: Sequence[str]) -> tuple[str, ...]:
    """Return the authors' names in the first of the languages that has them."""
    return tuple(
        next((name for code in codes if (name := name_in(each, code))), "")
        for each in review.authors
    )
