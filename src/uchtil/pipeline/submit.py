"""From the review to a journal's package: `./build.py submit JOURNAL`.

Nothing is put in place before all of it is made and checked: what the journal's rules forbid
is told at once, with file and line, and the last package stays as it was.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2

from uchtil.bibliography import Reference, csl_json
from uchtil.bibliography.romanised import Romanisation, romanised_items
from uchtil.checks.readback import Cited, FileReading, compare_with_expected, read_docx
from uchtil.formats.csl import Style, load_style
from uchtil.formats.docx import DocxSettings
from uchtil.formats.pages import running_title
from uchtil.journals.blocks import Front, Json, lists
from uchtil.journals.checklist import checklist_page
from uchtil.journals.figures import figures_of
from uchtil.journals.handoffs import HANDOFFS, Skipped
from uchtil.journals.inspection import (
    Finished,
    anonymity_rows,
    file_rows,
    language_row,
    length_row,
    reference_lists,
)
from uchtil.journals.letters import Counts, cover_letter, names_of, title_page
from uchtil.journals.looks import layout_of
from uchtil.journals.manuscript import (
    Document,
    ListStyle,
    Made,
    Written,
    make,
    print_document,
)
from uchtil.journals.measure import Measured, measure
from uchtil.journals.metadata import Said, metadata_for
from uchtil.journals.package import file_stem, zipped
from uchtil.journals.rules import Offered, content_rows, duty_rows
from uchtil.journals.selves import own_works, without_names
from uchtil.journals.submission import Manuscript, Submission
from uchtil.journals.verdicts import Row, Verdict, problems_of
from uchtil.language import language
from uchtil.load.profiles import load_profile
from uchtil.model import Project
from uchtil.model.profiles import Form, Order, Profile, ReferenceList
from uchtil.pipeline import manifest, places
from uchtil.pipeline.check import examine
from uchtil.pipeline.drawings import draw_figures
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.pipeline.staging import OutputBusy, staging, swap_in
from uchtil.problems import Location, Problems, ProblemsFound
from uchtil.progress import Progress
from uchtil.render import Article, UseKind, render_article
from uchtil.render.trimming import left_out, trimmed

FOLDER = "journals"
"""Where packages lie, within the output."""

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True, kw_only=True, slots=True)
class Request:
    """What is asked for: a journal, and a language if not the journal's usual one.

    A ``draft`` is made even where rules are not kept: its checklist tells them.
    """

    root: Path
    output: Path
    journal: str
    language: str = ""
    texts: Path | None = None
    draft: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """The package that was made: its folder, its files, and the rows of its checklist."""

    folder: Path
    files: tuple[str, ...]
    rows: tuple[Row, ...]
    form: Form


@dataclass(frozen=True, kw_only=True, slots=True)
class _Ground:
    """What the whole submission stands on."""

    request: Request
    profile: Profile
    prepared: Prepared
    templates: Path
    code: str

    @property
    def project(self) -> Project:
        """The review, whole."""
        return self.prepared.project


@dataclass(frozen=True, kw_only=True, slots=True)
class _Form:
    """One form of the review, made into a manuscript and measured."""

    form: Form
    article: Article
    references: tuple[Reference, ...]
    said: Mapping[str, Said]
    written: Written
    made: Made
    measured: Measured
    pages: int
    pdf: bytes

    @property
    def finished(self) -> Finished:
        """What rules on files are held against."""
        return Finished(
            name="manuscript.docx",
            measured=self.measured,
            pages=self.pages,
            order=self.made.order,
            cited=tuple(key for key, _ in self.made.citations),
        )


def submit(request: Request, problems: Problems, progress: Progress) -> Packed | None:
    """Make the package for a journal; return nothing where that cannot be (it is told)."""
    if not manifest.is_ours(request.output):
        problems.error(
            "foreign-output",
            f"{request.output} holds files that no build has made",
            Location(file=str(request.output)),
            "name another folder with --output",
        )
        return None
    ground = _ground(request, problems)
    if ground is None:
        return None
    try:
        return _submit(ground, problems, progress)
    except ProblemsFound as found:
        problems.extend(found.problems)
    except OutputBusy:
        problems.error(
            "output-busy",
            f"another build is writing to {request.output}",
            Location(file=str(request.output)),
            "wait until it has ended, or name another folder with --output",
        )
    return None


def _ground(request: Request, problems: Problems) -> _Ground | None:
    """Read the review and the profile, and check the review as a build does."""
    templates = places.templates_of(request.root)
    profile = load_profile(templates, request.journal, problems)
    prepared = prepare(request.root, problems)
    if prepared is not None:
        examine(prepared, request.root, request.texts, problems)
    if prepared is None or profile is None or problems.stopping:
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
    return _Ground(
        request=request, profile=profile, prepared=prepared, templates=templates, code=code
    )


def _usual(profile: Profile, prepared: Prepared) -> str:
    """Return the journal's first language that the review has."""
    known = [each for each in profile.languages if each in prepared.article.parts]
    return known[0] if known else profile.languages[0]


def _submit(ground: _Ground, problems: Problems, progress: Progress) -> Packed | None:
    profile, request = ground.profile, ground.request
    progress.plan(4)
    with tempfile.TemporaryDirectory() as scratch:
        chosen = _fitting(ground, Path(scratch), progress)
        progress.done("manuscript")
        rows = list(_rows(ground, chosen))
        files, more, told = _files(ground, chosen, Path(scratch))
        rows += more
        progress.done("files")
    rows += duty_rows(profile, ground.code)
    failures = problems_of(rows)
    if not request.draft:
        problems.extend(failures)
        if problems.stopping:
            return None
    left = _left_out(ground, chosen.form)
    files["CHECKLIST.html"] = checklist_page(
        profile,
        rows,
        ground.templates,
        title=chosen.said[ground.code].metadata.title,
        tag=language(ground.code).tag,
        made=f"{ground.project.review.version} of {ground.project.review.date}",
        files=sorted((name, len(data)) for name, data in files.items()),
        told=[*([f"Form: {chosen.form.value}."] if left else []), *left, *told],
    ).encode()
    progress.done("checklist")
    folder = request.output / FOLDER / profile.id
    with staging(request.output) as staged:
        for name, data in {**files, f"{profile.id}.zip": zipped(profile.id, files)}.items():
            path = staged / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        (request.output / manifest.FOLDER).mkdir(parents=True, exist_ok=True)
        folder.parent.mkdir(exist_ok=True)
        swap_in(staged, folder)
    progress.done("package")
    return Packed(
        folder=folder,
        files=tuple(sorted((*files, f"{profile.id}.zip"))),
        rows=tuple(rows),
        form=chosen.form,
    )


# ------------------------------------------------------------------ the form that fits


def _forms(profile: Profile) -> tuple[Form, ...]:
    if profile.form is Form.FITTING:
        return (Form.FULL, Form.MEDIUM, Form.SHORT)
    return (profile.form,)


def _fitting(ground: _Ground, scratch: Path, progress: Progress) -> _Form:
    """Return the longest form that the journal's lengths admit; else the last that was tried.

    Forms that leave nothing out are the same as the one before, and are not tried.
    """
    made: list[_Form] = []
    before = None
    for form in _forms(ground.profile):
        project = trimmed(ground.project, form.weight)
        if project.sections == before:
            continue
        before = project.sections
        folder = scratch / form.value
        folder.mkdir()
        made.append(_made(ground, form, project, folder))
        finished = made[-1].finished
        lengths = [length_row(each, ground.profile, finished) for each in ground.profile.lengths]
        if all(each.verdict is Verdict.PASSED for each in lengths):
            return made[-1]
        if _too_short(ground.profile, finished):
            break  # a shorter one will not do either
    return made[-1]


def _too_short(profile: Profile, finished: Finished) -> bool:
    from uchtil.journals.inspection import counted

    return any(
        each.limits.at_least is not None and counted(each, finished) < each.limits.at_least
        for each in profile.lengths
    )


def _made(ground: _Ground, form: Form, project: Project, folder: Path) -> _Form:
    """Render one form, make its manuscript, print and measure it."""
    problems = Problems()
    article = render_article(project, ground.prepared.references, problems)
    problems.stop_on_errors()
    references = tuple(ground.prepared.references[key] for key in article.order)
    said = metadata_for(ground.profile, project.review, article, ground.code)
    written = _written(ground, article, references, replace(ground.prepared, project=project,
                                                            article=article))  # fmt: skip
    documents = [_manuscript(ground, said, written, anonymous=False)]
    made = make(written, documents, folder, ground.templates)
    _read_back(made, folder)
    path = folder / "manuscript.docx"
    path.write_bytes(made.documents["manuscript"])
    pdf = folder / "manuscript.pdf"
    print_document(made, "manuscript", ground.profile, ground.templates, pdf)
    with pypdfium2.PdfDocument(pdf) as opened:
        pages = len(opened)
    return _Form(
        form=form,
        article=article,
        references=tuple(ground.prepared.references[key] for key in made.order),
        said=said,
        written=written,
        made=made,
        measured=measure(path),
        pages=pages,
        pdf=pdf.read_bytes(),
    )
