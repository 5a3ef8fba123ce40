"""The files of a package but for the checklist: manuscript, copies, letters, hand-offs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from uchtil.bibliography import csl_json
from uchtil.journals.blocks import Json
from uchtil.journals.figures import illustrations
from uchtil.journals.handoffs import HANDOFFS, Skipped
from uchtil.journals.inspection import (
    anonymity_rows,
    figure_rows,
    length_of,
)
from uchtil.journals.letters import Counts, cover_letter, parts_in_words, title_page
from uchtil.journals.looks import letter_layout
from uchtil.journals.manuscript import (
    Csl,
    Document,
    Written,
    make,
)
from uchtil.journals.package import file_stem
from uchtil.journals.phrases import Phrase
from uchtil.journals.selves import own_works, without_names
from uchtil.journals.submission import Manuscript, PrintedList, Submission
from uchtil.journals.verdicts import Row
from uchtil.language import TRANSLITERATED, language
from uchtil.model.profiles import Length, Limits, Profile, Region, Unit
from uchtil.pipeline.forms import Ground, Submitted, manuscript_of, settings_of
from uchtil.render import UseKind

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(slots=True)
class Parts:
    """The files of a package while they are made, and what is told of them."""

    files: dict[str, bytes] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def make_files(ground: Ground, chosen: Submitted, scratch: Path) -> Parts:
    """Make every file that the profile wants, but for the checklist; raises ``ProblemsFound``."""
    profile, review = ground.profile, ground.project.review
    parts = Parts()
    wanted = profile.package

    def stem(part: str) -> str:
        return file_stem(profile, review, part, anonymous=part == "anonymous")

    parts.files[f"{stem('manuscript')}.docx"] = chosen.made.documents["manuscript"]
    if "pdf" in wanted:
        parts.files[f"{stem('manuscript')}.pdf"] = chosen.pdf
    if "anonymous" in wanted or profile.anonymous:
        name = f"{stem('anonymous')}.docx"
        parts.files[name] = _anonymous(ground, chosen, scratch)
        parts.rows += anonymity_rows(name, parts.files[name], review.authors)
    letters = _letters(ground, chosen)
    if letters:
        folder = scratch / "letters"
        folder.mkdir()
        made = make(_empty(chosen.written), letters, folder, ground.templates)
        for each in letters:
            parts.files[f"{stem(each.name)}.docx"] = made.documents[each.name]
    submission = _submission(ground, chosen)
    if "figures" in wanted:
        for shown in submission.figures:
            figure = chosen.written.figures[f"{ground.code}-{shown.id}"]
            parts.files[f"{shown.file}.svg"] = figure.svg
            parts.files[f"{shown.file}.png"] = figure.png
    parts.rows += figure_rows(
        profile,
        {name: each.svg for name, each in chosen.written.figures.items()},
        sum(name.endswith(".svg") for name in parts.files),
    )
    for name in wanted:
        if (handoff := HANDOFFS.get(name)) is not None:
            try:
                parts.files[handoff.file] = handoff.write(submission)
            except Skipped as skipped:
                parts.told.append(
                    Phrase(
                        "{file} ({about}) was not made: {why}.",
                        file=handoff.file,
                        about=Phrase(handoff.about),
                        why=skipped.why,
                    )
                )
    return parts


def _empty(written: Written) -> Written:
    """Return what letters are made from: no text, no list, no figure."""
    return replace(written, part=replace(written.part, sections=()), lists=(), figures={})


def _anonymous(ground: Ground, chosen: Submitted, scratch: Path) -> bytes:
    """Return the manuscript once more without names, the authors' own works untold."""
    folder = scratch / "anonymous"
    folder.mkdir()
    own = own_works(chosen.references, ground.project.review.authors)
    written = chosen.written

    def hidden(items: Sequence[Csl]) -> list[dict[str, Any]]:
        return without_names(items, own, ground.code)

    if own:
        items = written.items or csl_json(written.references, initials=written.style.initials)
        written = replace(
            written,
            items=hidden(items),
            lists=tuple(
                replace(each, items=hidden(each.items or items)) if each.style else each
                for each in written.lists
            ),
        )
    document = manuscript_of(ground, chosen.said, written.figures, anonymous=True)
    return make(written, [document], folder, ground.templates).documents["anonymous"]


def _letters(ground: Ground, chosen: Submitted) -> list[Document]:
    """Return the letter and the title page, as far as the journal wants them."""
    profile, review, code = ground.profile, ground.project.review, ground.code
    metadata = {each: said.metadata for each, said in chosen.said.items()}
    counts = _counts(ground, chosen, code)
    blocks: dict[str, tuple[Json, ...]] = {}
    if "title-page" in profile.package:
        blocks["title-page"] = tuple(title_page(profile, review, metadata, code, counts))
    if "cover-letter" in profile.package:
        blocks["cover-letter"] = tuple(
            cover_letter(profile, review, metadata, code, counts=counts, templates=ground.templates)
        )
    settings = settings_of(ground, chosen.said, anonymous=False)
    settings = replace(settings, layout=letter_layout(settings.layout))
    return [Document(name=name, blocks=each, settings=settings) for name, each in blocks.items()]


def _submission(ground: Ground, chosen: Submitted) -> Submission:
    """Return what hand-offs are written from."""
    profile, review = ground.profile, ground.project.review
    latin = [each.items for each in chosen.written.lists]
    if profile.romanised is not None:
        latin.append(chosen.written.items)
    romanised = next(filter(None, latin), ())
    words, parts = _words(profile, chosen)
    first = chosen.made.printed[0] if chosen.made.printed else ()
    return Submission(
        review=review,
        journal=profile.journal,
        language=ground.code,
        metadata=tuple(each.metadata for each in chosen.said.values()),
        references=chosen.references,
        romanised={str(each["id"]): each for each in romanised},
        printed=dict(zip(chosen.made.listed, first, strict=True)),
        body=chosen.made.tree,
        words=words,
        counted=parts_in_words(parts, "en"),
        doi=review.doi,
        bibliography=(ground.root / "bibliography" / "references.bib").read_text(encoding="utf-8"),
        manuscript=Manuscript(
            name=f"{file_stem(profile, review, 'manuscript')}.docx",
            media_type=DOCX,
            data=chosen.made.documents["manuscript"],
        ),
        lists=tuple(_printed_lists(ground, chosen)),
        figures=illustrations(chosen.made.captions, chosen.written.figures, ground.code),
    )


def _printed_lists(ground: Ground, chosen: Submitted) -> Iterator[PrintedList]:
    """Yield the lists as they are printed; only those in Latin script are in one language."""
    profile = ground.profile
    own = language(ground.code).terms.references
    for rules, entries in zip(profile.lists, chosen.made.printed, strict=True):
        latin = (rules.romanised or profile.romanised) is not None
        yield PrintedList(
            heading=rules.heading or own,
            entries=entries,
            tag=language("en").tag if latin else "",
        )


def _words(profile: Profile, chosen: Submitted) -> tuple[int, frozenset[Region]]:
    """Return how many words are told in all files, and of what.

    It is what the journal counts, so that the letter tells the number of the checklist;
    where it does not limit them, the words of the text.
    """
    rules = (each.counts for each in profile.lengths if each.unit is Unit.WORDS)
    parts = next(rules, frozenset({Region.TEXT}))
    return chosen.measured.words(parts), parts


def _counts(ground: Ground, chosen: Submitted, code: str) -> Counts:
    words, parts = _words(ground.profile, chosen)
    # told in the letter as the journal tells it: in the unit of its (first) limit
    ruled = next(
        iter(ground.profile.lengths), Length(unit=Unit.WORDS, limits=Limits(), counts=parts)
    )
    written = TRANSLITERATED.get(code, code)
    uses = [each for each in chosen.article.uses if each.language == written]
    return Counts(
        words=words,
        parts=parts_in_words(parts, code),
        amount=length_of(ruled, chosen.finished),
        unit=ruled.unit,
        amount_of="" if ruled.unit is Unit.PAGES else parts_in_words(ruled.counts, code),
        works=len(chosen.made.order),
        tables=len({each.id for each in uses if each.kind is UseKind.TABLE}),
        figures=len({each.id for each in uses if each.kind is UseKind.FIGURE}),
        pages=chosen.pages,
    )
