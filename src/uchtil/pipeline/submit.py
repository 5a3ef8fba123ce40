"""From the review to a journal's package: `./build.py submit JOURNAL`.

Nothing is put in place before all of it is made and checked: what the journal's rules forbid
is told at once, with file and line, and the last package stays as it was.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from uchtil.bibliography.described import described_in
from uchtil.bibliography.reference import Reference
from uchtil.journals.checklist import WORDS, checklist_page
from uchtil.journals.inspection import (
    file_rows,
    language_row,
    length_of,
    where_it_is,
)
from uchtil.journals.languages import profile_for
from uchtil.journals.metadata import metadata_for
from uchtil.journals.package import zipped
from uchtil.journals.phrases import Phrase
from uchtil.journals.rules import Offered, content_rows, duty_rows
from uchtil.journals.verdicts import Row, Verdict, counted, problems_of
from uchtil.load.profiles import load_profile
from uchtil.model.profiles import Form, Profile, Unit
from uchtil.pipeline import manifest, places
from uchtil.pipeline.check import examine
from uchtil.pipeline.forms import Ground, Reviewed, Submitted, fitting
from uchtil.pipeline.packing import make_files
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.pipeline.profiles import unknown_names, with_lists
from uchtil.pipeline.refusals import refuse_foreign, tell_busy
from uchtil.pipeline.staging import PACKAGES, OutputBusy, staging, swap_in
from uchtil.problems import Problems, ProblemsFound
from uchtil.progress import Progress
from uchtil.render.trimming import left_out, trimmed


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What is asked for: a journal, and a language if not the journal's usual one.

    A ``draft`` is made even where rules are not kept: its checklist tells them.
    """

    root: Path
    output: Path
    journal: str
    language: str = ""
    draft: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """The package that was made: its folder, its files, and the rows of its checklist."""

    folder: Path
    files: tuple[str, ...]
    rows: tuple[Row, ...]
    form: Form
    told: tuple[str, ...] = ()
    """What rules a draft does not keep, and what could not be made."""

    def summary(self) -> str:
        """Return what came of the rules, in a line."""
        return f"{_counts(self.rows)}; the {self.form.value} form"

    def as_data(self) -> dict[str, object]:
        """Return it as data: the files with their folder, and the rows of the checklist."""
        return {
            "journal": self.folder.name,
            "form": self.form.value,
            "told": list(self.told),
            "files": [str(self.folder / name) for name in self.files],
            "rules": _as_data(self.rows),
        }


@dataclass(frozen=True, kw_only=True, slots=True)
class Looked:
    """What came of the rules on the content, with nothing made."""

    journal: str
    rows: tuple[Row, ...]
    form: Form
    shorter: bool = False
    """Whether a shorter form than that which was looked at may be sent, for its length."""
    cyrillic: int = 0
    """How many works stay in Cyrillic in a manuscript in English, since no rule says otherwise."""

    def summary(self) -> str:
        """Return what came of the rules, in a line."""
        return _counts(self.rows)

    def as_data(self) -> dict[str, object]:
        """Return it as data: the rows, and of which form they are."""
        return {"journal": self.journal, "form": self.form.value, "rules": _as_data(self.rows)}


def _counts(rows: Sequence[Row]) -> str:
    counts = ", ".join(
        f"{count} {WORDS[verdict]}"
        for verdict in Verdict
        if (count := sum(each.verdict is verdict for each in rows))
    )
    return f"{len(rows)} rules: {counts}"


def _as_data(rows: Sequence[Row]) -> list[dict[str, object]]:
    return [
        {
            "topic": each.topic,
            "asked": each.asked,
            "measured": each.measured,
            "verdict": each.verdict.value,
            "details": list(each.details),
        }
        for each in rows
    ]


def read_review(root: Path, texts: Path | None, problems: Problems) -> Reviewed | None:
    """Read a review and check it as a build does; return nothing where it has errors (told).

    Once for all journals that it is submitted to.
    """
    prepared = prepare(root, problems)
    if prepared is not None:
        examine(prepared, root, texts, problems)
    return None if prepared is None or problems.stopping else Reviewed(prepared)


def submit(
    review: Reviewed, request: Request, problems: Problems, progress: Progress
) -> Packed | None:
    """Make the package for a journal; return nothing where that cannot be (it is told).

    ``problems`` are this journal's.
    """
    problems.rule(review.prepared.project.review.rulings)
    if refuse_foreign(request.output, problems):
        return None
    ground = _ground(review, request, problems)
    if ground is None:
        return None
    if unknown := unknown_names(request.root, ground.templates, request.journal):
        problems.extend(unknown)
        problems.extend(problems_of(_content_rows(ground, _looked_at(ground, problems)[1])))
        return None
    ground = replace(ground, profile=with_lists(ground.profile, ground.templates))
    try:
        return _submit(ground, request, problems, progress)
    except ProblemsFound as found:
        problems.extend(found.problems)
    except OutputBusy:
        tell_busy(request.output, problems)
    return None


def look(review: Reviewed, request: Request, problems: Problems) -> Looked | None:
    """Hold the content against a journal's rules and make nothing; ``None`` without a profile.

    What only a finished file shows (its look, its length, its lists) is not among the rows.
    """
    problems.rule(review.prepared.project.review.rulings)
    ground = _ground(review, request, problems)
    if ground is None:
        return None
    unknown = unknown_names(request.root, ground.templates, request.journal)
    form, sent = _looked_at(ground, problems)
    cited = [sent.references[key] for key in sent.article.order]
    rows = (*_content_rows(ground, sent), *duty_rows(ground.profile, cited, ground.code))
    problems.extend(unknown)
    problems.extend(problems_of(rows))
    return (
        None
        if unknown
        else Looked(
            journal=request.journal,
            rows=rows,
            form=form,
            shorter=_may_be_shorter(ground, form),
            cyrillic=_in_cyrillic(ground, cited),
        )
    )


def _looked_at(ground: Ground, problems: Problems) -> tuple[Form, Prepared]:
    """Return the form that is sent; which one fits shows only what is made, so then the whole."""
    wanted = ground.profile.form
    form = Form.FULL if wanted is Form.FITTING else wanted
    try:
        return form, ground.review.form(form)
    except ProblemsFound as found:  # what is kept refers to what is left out
        problems.extend(found.problems)
        return Form.FULL, ground.review.form(Form.FULL)


def _may_be_shorter(ground: Ground, form: Form) -> bool:
    """Whether a journal's lengths may let a form be sent that cites less than this one."""
    if ground.profile.form is not Form.FITTING or not ground.profile.lengths:
        return False
    whole, least = (trimmed(ground.project, each.weight) for each in (form, Form.SHORT))
    return whole.sections != least.sections


def _in_cyrillic(ground: Ground, cited: Iterable[Reference]) -> int:
    """Count the works that an English manuscript cites in Cyrillic; a profile may rule that."""
    if ground.code != "en" or ground.profile.romanised is not None:
        return 0
    items = (str({**each, "note": ""}) for each in described_in(cited, ground.code))
    return sum(bool(_CYRILLIC.search(each)) for each in items)


_CYRILLIC = re.compile("[Ѐ-ӿ]")


def _ground(review: Reviewed, request: Request, problems: Problems) -> Ground | None:
    """Read the profile, and choose the language of the manuscript."""
    prepared = review.prepared
    templates = places.templates_of(request.root)
    profile = load_profile(request.root, templates, request.journal, problems)
    if profile is None:
        problems.extend(unknown_names(request.root, templates, request.journal))
        return None
    code = request.language or _usual(profile, prepared)
    if code not in prepared.article.parts:
        problems.error(
            "unknown-edition",
            f"the review has no edition `{code}`",
            prepared.project.review.place("languages"),
            f"it has {', '.join(prepared.article.parts)}",
        )
        return None
    return Ground(
        root=request.root,
        profile=profile_for(profile, code),
        review=review,
        templates=templates,
        code=code,
    )


def _usual(profile: Profile, prepared: Prepared) -> str:
    """Return the journal's first language that the review has."""
    known = [each for each in profile.languages if each in prepared.article.parts]
    return known[0] if known else profile.languages[0]


def _submit(
    ground: Ground, request: Request, problems: Problems, progress: Progress
) -> Packed | None:
    profile = ground.profile
    progress.plan(4)
    with tempfile.TemporaryDirectory() as scratch:
        chosen = fitting(ground, Path(scratch))
        progress.done("manuscript")
        rows = list(_rows(ground, chosen))
        parts = make_files(ground, chosen, Path(scratch))
        rows += parts.rows
        progress.done("files")
    rows += duty_rows(profile, chosen.references, ground.code)
    failures = problems_of(rows)
    if not request.draft:
        problems.extend(failures)
        if problems.stopping:
            return None
    left = _left_out(ground, chosen.form)
    files = parts.files
    files["CHECKLIST.html"] = checklist_page(
        profile,
        rows,
        ground.templates,
        title=chosen.said[ground.code].metadata.title,
        code=ground.code,
        version=ground.project.review.version,
        date=str(ground.project.review.date),
        files=sorted((name, len(data)) for name, data in files.items()),
        told=[
            *([Phrase(f"It is the {chosen.form.value} form of the review.")] if left else []),
            *_too_long(ground, chosen),
            *parts.told,
        ],
        left_out=left,
    ).encode()
    progress.done("checklist")
    name = f"{profile.id}-draft" if failures else profile.id
    folder = request.output / PACKAGES / name
    with staging(request.output) as staged:
        for file, data in {**files, f"{name}.zip": zipped(name, files)}.items():
            path = staged / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (request.output / manifest.FOLDER).mkdir(parents=True, exist_ok=True)
        folder.parent.mkdir(exist_ok=True)
        swap_in(staged, folder)
    progress.done("package")
    return Packed(
        folder=folder,
        files=tuple(sorted((*files, f"{name}.zip"))),
        rows=tuple(rows),
        form=chosen.form,
        told=(
            *(each.message for each in failures),
            *(f"{each.measured}: CHECKLIST.html tells which" for each in rows if each.details),
            *_too_long(ground, chosen),
            *parts.told,
        ),
    )


def _content_rows(ground: Ground, prepared: Prepared) -> Iterator[Row]:
    """Yield the rules on the content of one form."""
    profile, review = ground.profile, ground.project.review
    yield language_row(profile, ground.code, profile.place("languages"))
    kept = prepared.project.review.sections
    yield from content_rows(
        Offered(
            profile=profile,
            review=review,
            language=ground.code,
            said=metadata_for(profile, prepared.project.review, prepared.article, ground.code),
            references=[prepared.references[key] for key in prepared.article.order],
            left_out=[each for each in review.sections if each not in kept],
        )
    )


def _rows(ground: Ground, chosen: Submitted) -> Iterator[Row]:
    """Yield the rules on the content, then those on the manuscript."""
    yield from _content_rows(ground, ground.review.form(chosen.form))
    for each in file_rows(ground.profile, chosen.finished):
        lengths = each.code == "journal-length"
        yield replace(each, hint=_lengths(ground, chosen, each.hint)) if lengths else each


def _lengths(ground: Ground, chosen: Submitted, hint: str) -> Phrase:
    """Say how long the forms of the review are and where, where none has the length wanted."""
    forms = [
        Phrase(
            "{form} {lengths}",
            form=Phrase(form.value),
            lengths=[
                where_it_is(each, finished)
                for each in ground.profile.lengths
                if each.unit is not Unit.PAGES or finished.pages
            ],
        )
        for form, finished in (*chosen.tried, (chosen.form, chosen.finished))
    ]
    return Phrase(
        "the forms have: {forms}; `counts:` in the profile rules which parts count; {hint}",
        forms=forms,
        hint=hint,
    )


def _too_long(ground: Ground, chosen: Submitted) -> Iterator[Phrase]:
    """Tell how long the forms are that were not sent, since the journal wants less."""
    for form, finished in chosen.tried:
        lengths = [
            counted(length_of(each, finished), each.unit.value)
            for each in ground.profile.lengths
            if each.unit is not Unit.PAGES or finished.pages
        ]
        yield Phrase(f"The {form.value} form is too long: {{lengths}}.", lengths=lengths)


def _left_out(ground: Ground, form: Form) -> list[str]:
    """Tell what the form leaves out of the text, with its place."""
    return [
        Phrase("{where}: {what}, “{words}”", where=each.where, what=_block(each.what), words=words)
        if (words := each.words)
        else Phrase("{where}: {what}", where=each.where, what=_block(each.what))
        for each in left_out(ground.project, form.weight, ground.code)
    ]


def _block(what: str) -> Phrase:
    """Return what a block of a text is called: "paragraph 3", "the table `visits`"."""
    *kind, name = what.rsplit(" ", 1)
    if kind and name[:1] == "`":
        return Phrase(f"{kind[0]} `{{name}}`", name=name.strip("`"))
    if kind and name.isdecimal():
        return Phrase(f"{kind[0]} {{number}}", number=int(name))
    return Phrase(what)
