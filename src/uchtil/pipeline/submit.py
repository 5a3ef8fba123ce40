"""From the review to a journal's package: `./build.py submit JOURNAL`.

Nothing is put in place before all of it is made and checked: what the journal's rules forbid
is told at once, with file and line, and the last package stays as it was.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import pypdfium2

from uchtil.bibliography import Reference, csl_json
from uchtil.bibliography.romanised import (
    NoteIn,
    PlacesAs,
    Romanisation,
    TitleAs,
    romanised_items,
)
from uchtil.checks.readback import Cited, FileReading, compare_with_expected
from uchtil.checks.readback.docx import read_docx
from uchtil.formats.csl import load_style
from uchtil.formats.docx import DocxSettings, Figure
from uchtil.journals.blocks import Front, Json, lists
from uchtil.journals.checklist import WORDS, checklist_page
from uchtil.journals.figures import figures_of
from uchtil.journals.handoffs import HANDOFFS, Skipped
from uchtil.journals.inspection import (
    Finished,
    anonymity_rows,
    counted,
    file_rows,
    language_row,
    length_row,
)
from uchtil.journals.languages import profile_for
from uchtil.journals.letters import Counts, cover_letter, names_of, title_page
from uchtil.journals.looks import layout_of, letter_layout
from uchtil.journals.manuscript import (
    Csl,
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
from uchtil.load.profiles import load_profile, profile_paths
from uchtil.model import Project
from uchtil.model.profiles import (
    Form,
    FrontBlock,
    Order,
    Profile,
    ReferenceList,
    Region,
    Romanising,
    Unit,
)
from uchtil.pipeline import manifest, places
from uchtil.pipeline.check import examine
from uchtil.pipeline.drawings import draw_figures
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.pipeline.staging import PACKAGES, OutputBusy, staging, swap_in
from uchtil.problems import Location, Problems, ProblemsFound
from uchtil.progress import Progress
from uchtil.render import Article, UseKind, render_article
from uchtil.render.trimming import left_out, trimmed

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
    draft: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Packed:
    """The package that was made: its folder, its files, and the rows of its checklist."""

    folder: Path
    files: tuple[str, ...]
    rows: tuple[Row, ...]
    form: Form

    def summary(self) -> str:
        """Return what came of the rules, in a line."""
        counts = ", ".join(
            f"{count} {WORDS[verdict]}"
            for verdict in Verdict
            if (count := sum(each.verdict is verdict for each in self.rows))
        )
        return f"{len(self.rows)} rules: {counts}; the {self.form.value} form"

    def as_data(self) -> dict[str, object]:
        """Return it as data: the files with their folder, and the rows of the checklist."""
        return {
            "journal": self.folder.name,
            "form": self.form.value,
            "files": [str(self.folder / name) for name in self.files],
            "rules": [
                {
                    "topic": each.topic,
                    "asked": each.asked,
                    "measured": each.measured,
                    "verdict": each.verdict.value,
                }
                for each in self.rows
            ],
        }


def known_journals(root: Path) -> list[dict[str, str]]:
    """Return the journals that there are profiles of: id, name, and where their rules stand."""
    templates = places.templates_of(root)
    found = []
    for name in profile_paths(root, templates):
        profile = load_profile(root, templates, name, Problems())
        if profile is not None:
            here = profile.languages[0]
            found.append(
                {"id": name, "name": profile.journal.name_in(here), "rules": profile.rules.url}
            )
    return found


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
    pages: int = 0
    """How many pages it has, once it is printed."""
    pdf: bytes = b""

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


def read_review(root: Path, texts: Path | None, problems: Problems) -> Prepared | None:
    """Read a review and check it as a build does; return nothing where it has errors (told).

    Once for all journals that it is submitted to.
    """
    prepared = prepare(root, problems)
    if prepared is not None:
        examine(prepared, root, texts, problems)
    return None if problems.stopping else prepared


def submit(
    prepared: Prepared, request: Request, problems: Problems, progress: Progress
) -> Packed | None:
    """Make the package for a journal; return nothing where that cannot be (it is told)."""
    if not manifest.is_ours(request.output):
        problems.error(
            "foreign-output",
            f"{request.output} holds files that no build has made",
            Location(file=str(request.output)),
            "name another folder with --output",
        )
        return None
    ground = _ground(prepared, request, problems)
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


def _ground(prepared: Prepared, request: Request, problems: Problems) -> _Ground | None:
    """Read the profile, and choose the language of the manuscript."""
    templates = places.templates_of(request.root)
    profile = load_profile(request.root, templates, request.journal, problems)
    if profile is None:
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
        request=request,
        profile=profile_for(profile, code),
        prepared=prepared,
        templates=templates,
        code=code,
    )


def _usual(profile: Profile, prepared: Prepared) -> str:
    """Return the journal's first language that the review has."""
    known = [each for each in profile.languages if each in prepared.article.parts]
    return known[0] if known else profile.languages[0]


def _submit(ground: _Ground, problems: Problems, progress: Progress) -> Packed | None:
    profile, request = ground.profile, ground.request
    progress.plan(4)
    with tempfile.TemporaryDirectory() as scratch:
        chosen = _fitting(ground, Path(scratch))
        progress.done("manuscript")
        rows = list(_rows(ground, chosen))
        parts = _files(ground, chosen, Path(scratch))
        rows += parts.rows
        progress.done("files")
    rows += duty_rows(profile, ground.code)
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
        tag=language(ground.code).tag,
        made=f"{ground.project.review.version} of {ground.project.review.date}",
        files=sorted((name, len(data)) for name, data in files.items()),
        told=[
            *([f"It is the {chosen.form.value} form of the review."] if left else []),
            *parts.told,
        ],
        left_out=left,
    ).encode()
    progress.done("checklist")
    folder = request.output / PACKAGES / profile.id
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


def _fitting(ground: _Ground, scratch: Path) -> _Form:
    """Return the longest form that the journal's lengths admit; else the last that was tried.

    Forms that leave nothing out are the same as the one before, and are not tried.
    """
    made: _Form | None = None
    before = None
    for form in _forms(ground.profile):
        project = trimmed(ground.project, form.weight)
        if project.sections == before:
            continue
        before = project.sections
        folder = scratch / form.value
        folder.mkdir()
        made = _made(ground, form, project, folder)
        fits = _fits(ground.profile, made, printed=False)
        if fits:  # what is too long by its words need not be printed to see that
            made = _printed(ground, made, folder)
            fits = _fits(ground.profile, made, printed=True)
        if fits or _too_short(ground.profile, made.finished):
            break  # a shorter one will not do either
    assert made is not None  # there is at least one form
    return made if made.pdf else _printed(ground, made, scratch / made.form.value)


def _fits(profile: Profile, made: _Form, *, printed: bool) -> bool:
    """Whether a form has the lengths wanted; pages are only known of what is printed."""
    return all(
        length_row(each, profile, made.finished).verdict is Verdict.PASSED
        for each in profile.lengths
        if printed or each.unit is not Unit.PAGES
    )


def _too_short(profile: Profile, finished: Finished) -> bool:
    return any(
        each.limits.at_least is not None and counted(each, finished) < each.limits.at_least
        for each in profile.lengths
        if finished.pages or each.unit is not Unit.PAGES
    )


def _printed(ground: _Ground, made: _Form, folder: Path) -> _Form:
    """Print a manuscript and count its pages."""
    pdf = folder / "manuscript.pdf"
    print_document(made.made, "manuscript", ground.profile, ground.templates, pdf)
    with pypdfium2.PdfDocument(pdf) as opened:
        return replace(made, pages=len(opened), pdf=pdf.read_bytes())


def _made(ground: _Ground, form: Form, project: Project, folder: Path) -> _Form:
    """Render one form, make its manuscript and measure it."""
    problems = Problems()
    article = render_article(project, ground.prepared.references, problems)
    problems.stop_on_errors()
    references = tuple(ground.prepared.references[key] for key in article.order)
    said = metadata_for(ground.profile, project.review, article, ground.code)
    written = _written(
        ground, references, replace(ground.prepared, project=project, article=article)
    )
    documents = [_manuscript(ground, said, written.figures)]
    made = make(written, documents, folder, ground.templates)
    path = folder / "manuscript.docx"
    path.write_bytes(made.documents["manuscript"])
    _read_back(made, path)
    return _Form(
        form=form,
        article=article,
        references=tuple(ground.prepared.references[key] for key in made.order),
        said=said,
        written=written,
        made=made,
        measured=measure(path),
    )


def _written(ground: _Ground, references: Sequence[Reference], prepared: Prepared) -> Written:
    """Return the text of one form with its works, lists and figures; raises ``ProblemsFound``."""
    profile, templates = ground.profile, ground.templates
    style = load_style(templates, profile.citations, profile.place("citations"), journals=True)
    first = profile.lists[0] if profile.lists else None
    return Written(
        part=prepared.article.parts[ground.code],
        references=tuple(references),
        style=style,
        alphabetical=first is not None and first.order is Order.ALPHABETICAL,
        lists=tuple(_list(ground, each, references) for each in profile.lists),
        items=None
        if profile.romanised is None
        else _romanised(references, profile.romanised, initials=style.initials),
        figures=figures_of(
            draw_figures(prepared, templates), ground.code, profile.figures, templates
        ),
    )


def _list(ground: _Ground, wanted: ReferenceList, references: Sequence[Reference]) -> ListStyle:
    """Return how one list is printed; the one that citations lead to needs no style of its own."""
    profile = ground.profile
    if wanted.style == profile.citations and wanted.romanised is None:
        return ListStyle()
    style = load_style(ground.templates, wanted.style, profile.place("lists"), journals=True)
    alphabetical = wanted.order is Order.ALPHABETICAL and style.kind != "numeric"
    if wanted.romanised is None:
        return ListStyle(style=style, tag=language(ground.code).tag, sorted=alphabetical)
    items = _romanised(references, wanted.romanised, wanted.forbidden, initials=style.initials)
    return ListStyle(style=style, items=items, tag=language("en").tag, sorted=alphabetical)


def _romanised(
    references: Sequence[Reference], rules: Romanising, forbidden: str = "", *, initials: bool
) -> Sequence[Csl]:
    """Return the works in Latin script; raises ``ProblemsFound``."""
    told = Problems()
    items = romanised_items(references, _romanisation(rules, forbidden), told, initials=initials)
    told.stop_on_errors()
    return items


def _romanisation(rules: Romanising, forbidden: str) -> Romanisation:
    return Romanisation(
        systems=rules.systems,
        title_as=cast("TitleAs", rules.title),
        english_titles=rules.english_titles,
        note=rules.note,
        note_in=cast("NoteIn", rules.note_in),
        places=cast("PlacesAs", rules.places),
        forbidden=tuple(forbidden.split()),
        replaced=rules.replaced,
    )


# ------------------------------------------------------------------ documents


def _settings(ground: _Ground, said: Mapping[str, Said], *, anonymous: bool) -> DocxSettings:
    review, own = ground.project.review, said[ground.code].metadata
    return DocxSettings(
        language=own.tag,
        title=own.title,
        date=review.date.first,
        authors=() if anonymous else names_of(review, (ground.code, *review.languages)),
        keywords=own.keywords,
        layout=layout_of(ground.profile),
        anonymous=anonymous,
    )


def _manuscript(
    ground: _Ground,
    said: Mapping[str, Said],
    figures: Mapping[str, Figure],
    *,
    anonymous: bool = False,
) -> Document:
    """Return the manuscript: what stands before the text, the text, its lists, and the rest."""
    profile = ground.profile
    front = Front(
        review=ground.project.review,
        metadata={code: each.metadata for code, each in said.items()},
        language=ground.code,
        anonymous=anonymous,
    )
    blocks: tuple[Json, ...] = (
        *front.blocks([each for each in profile.front if _known(each, said)]),
        {"kind": "body"},
        *lists(profile, ground.code),
        *front.blocks([each for each in profile.after if _known(each, said)]),
    )
    return Document(
        name="anonymous" if anonymous else "manuscript",
        blocks=blocks,
        settings=replace(_settings(ground, said, anonymous=anonymous), figures=figures),
        printed=not anonymous,
    )


def _known(block: FrontBlock, said: Mapping[str, Said]) -> bool:
    """Whether what a block says is given in its language; what is not, the rules tell."""
    return not block.language or block.language in said


def _read_back(made: Made, path: Path) -> None:
    """Hold the citations of a finished document against those that citeproc gave."""
    lists = made.printed
    expected = FileReading(
        tuple(Cited(*each) for each in made.citations) if lists else (),
        tuple(Cited(key, "") for key in made.order) if lists else (),
    )
    problems = Problems()
    compare_with_expected(path.name, read_docx(path, made.order), expected, problems)
    problems.stop_on_errors()


def _counts(chosen: _Form, code: str) -> Counts:
    uses = [each for each in chosen.article.uses if each.language == code]
    return Counts(
        words=chosen.measured.words(frozenset({Region.TEXT})),
        works=len(chosen.made.order),
        tables=len({each.id for each in uses if each.kind is UseKind.TABLE}),
        figures=len({each.id for each in uses if each.kind is UseKind.FIGURE}),
        pages=chosen.pages,
    )


def _rows(ground: _Ground, chosen: _Form) -> Iterator[Row]:
    """Yield the rules on the content, then those on the manuscript."""
    profile, review = ground.profile, ground.project.review
    yield language_row(profile, ground.code, profile.place("languages"))
    kept = trimmed(ground.project, chosen.form.weight).review.sections
    yield from content_rows(
        Offered(
            profile=profile,
            review=review,
            language=ground.code,
            said=chosen.said,
            references=chosen.references,
            left_out=[each for each in review.sections if each not in kept],
        )
    )
    yield from file_rows(profile, chosen.finished)


def _left_out(ground: _Ground, form: Form) -> list[str]:
    """Tell what the form leaves out of the text, with its place."""
    return [
        f"{each.where}: {each.what}" + (f", “{each.words}”" if each.words else "")
        for each in left_out(ground.project, form.weight, ground.code)
    ]


# ------------------------------------------------------------------ the files


@dataclass(slots=True)
class _Parts:
    """The files of a package while they are made, and what is told of them."""

    files: dict[str, bytes] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    told: list[str] = field(default_factory=list)


def _files(ground: _Ground, chosen: _Form, scratch: Path) -> _Parts:
    """Make every file that the profile wants, but for the checklist; raises ``ProblemsFound``."""
    profile, review = ground.profile, ground.project.review
    parts = _Parts()
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
    if "figures" in wanted:
        for name, figure in chosen.written.figures.items():
            plain = name.removeprefix(f"{ground.code}-")
            parts.files[f"figures/figure-{plain}.svg"] = figure.svg
            parts.files[f"figures/figure-{plain}.png"] = figure.png
    submission = _submission(ground, chosen)
    for name in wanted:
        if (handoff := HANDOFFS.get(name)) is not None:
            try:
                parts.files[handoff.file] = handoff.write(submission)
            except Skipped as skipped:
                parts.told.append(f"{handoff.file} ({handoff.about}) was not made: {skipped}.")
    return parts


def _empty(written: Written) -> Written:
    """Return what letters are made from: no text, no list, no figure."""
    return replace(written, part=replace(written.part, sections=()), lists=(), figures={})


def _anonymous(ground: _Ground, chosen: _Form, scratch: Path) -> bytes:
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
    document = _manuscript(ground, chosen.said, written.figures, anonymous=True)
    return make(written, [document], folder, ground.templates).documents["anonymous"]


def _letters(ground: _Ground, chosen: _Form) -> list[Document]:
    """Return the letter and the title page, as far as the journal wants them."""
    profile, review, code = ground.profile, ground.project.review, ground.code
    metadata = {each: said.metadata for each, said in chosen.said.items()}
    counts = _counts(chosen, code)
    blocks: dict[str, tuple[Json, ...]] = {}
    if "title-page" in profile.package:
        blocks["title-page"] = tuple(title_page(profile, review, metadata, code, counts))
    if "cover-letter" in profile.package:
        blocks["cover-letter"] = tuple(
            cover_letter(profile, review, metadata, code, counts=counts, templates=ground.templates)
        )
    settings = _settings(ground, chosen.said, anonymous=False)
    settings = replace(settings, layout=letter_layout(settings.layout))
    return [Document(name=name, blocks=each, settings=settings) for name, each in blocks.items()]


def _submission(ground: _Ground, chosen: _Form) -> Submission:
    """Return what hand-offs are written from."""
    profile, review = ground.profile, ground.project.review
    lists = (each.items for each in chosen.written.lists)
    romanised = next(filter(None, (*lists, chosen.written.items)), ())
    first = chosen.made.printed[0] if chosen.made.printed else ()
    return Submission(
        review=review,
        journal=profile.journal,
        language=ground.code,
        metadata=tuple(each.metadata for each in chosen.said.values()),
        references=chosen.references,
        romanised={str(each["id"]): each for each in romanised},
        printed=dict(zip(chosen.made.order, first, strict=False)),
        body=chosen.made.tree,
        words=chosen.measured.words(frozenset({Region.TEXT})),
        doi=review.doi,
        bibliography=(ground.request.root / "bibliography" / "references.bib").read_text(
            encoding="utf-8"
        ),
        manuscript=Manuscript(
            name=f"{file_stem(profile, review, 'manuscript')}.docx",
            media_type=DOCX,
            data=chosen.made.documents["manuscript"],
        ),
        alt_texts={
            name.removeprefix(f"{ground.code}-"): each.alt
            for name, each in chosen.written.figures.items()
        },
    )
