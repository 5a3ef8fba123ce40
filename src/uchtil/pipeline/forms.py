"""The form of the review that a journal takes: made into a manuscript, printed, measured.

Several forms may be tried: the longest that has the length wanted is submitted.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from uchtil.bibliography import Reference
from uchtil.bibliography.described import described_in
from uchtil.bibliography.romanised import (
    NoteIn,
    PlacesAs,
    Romanisation,
    TitleAs,
    romanised_items,
)
from uchtil.checks.readback import Cited, FileReading, compare_with_expected
from uchtil.checks.readback.docx import read_docx
from uchtil.formats.csl import Style, load_style
from uchtil.formats.docx import DocxSettings, Figure
from uchtil.journals.blocks import Front, Json, full_names, lists
from uchtil.journals.figures import figures_of
from uchtil.journals.inspection import (
    Finished,
    length_of,
    length_row,
)
from uchtil.journals.letters import names_of
from uchtil.journals.looks import layout_of, running_lines
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
from uchtil.journals.verdicts import Verdict
from uchtil.language import language
from uchtil.model import Project
from uchtil.model.profiles import (
    Block,
    Form,
    FrontBlock,
    Order,
    Profile,
    ReferenceList,
    Romanising,
    Unit,
)
from uchtil.pipeline.drawings import draw_figures
from uchtil.pipeline.prepare import Prepared
from uchtil.problems import Problems
from uchtil.render import Article, render_article
from uchtil.render.trimming import trimmed


class Reviewed:
    """A review that has been read and checked, with its forms as far as they were rendered."""

    def __init__(self, prepared: Prepared) -> None:
        self.prepared = prepared
        self._forms: dict[Form, Prepared] = {}

    def form(self, form: Form) -> Prepared:
        """Return the review in one form, rendered once for all journals.

        Raises ``ProblemsFound`` where what is kept refers to what is left out.
        """
        if form not in self._forms:
            whole = self.prepared
            project = trimmed(whole.project, form.weight)
            problems = Problems()
            article = render_article(project, whole.references, problems)
            problems.stop_on_errors()
            self._forms[form] = replace(whole, project=project, article=article)
        return self._forms[form]


@dataclass(frozen=True, kw_only=True, slots=True)
class Ground:
    """What the whole submission stands on."""

    root: Path
    profile: Profile
    review: Reviewed
    templates: Path
    code: str

    @property
    def project(self) -> Project:
        """The review, whole."""
        return self.review.prepared.project


@dataclass(frozen=True, kw_only=True, slots=True)
class Submitted:
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
    language: str = "en"
    full_names: tuple[str, ...] = ()
    tried: tuple[tuple[Form, Finished], ...] = ()
    """The longer forms that were tried before this one."""

    @property
    def finished(self) -> Finished:
        """What rules on files are held against."""
        return Finished(
            name="manuscript.docx",
            measured=self.measured,
            pages=self.pages,
            order=self.made.order,
            cited=tuple(key for key, _ in self.made.citations),
            language=self.language,
            full_names=self.full_names,
        )


def _forms(profile: Profile) -> tuple[Form, ...]:
    if profile.form is Form.FITTING:
        return (Form.FULL, Form.MEDIUM, Form.SHORT)
    return (profile.form,)


def fitting(ground: Ground, scratch: Path) -> Submitted:
    """Return the longest form that the journal's lengths admit; else the last that was tried.

    Forms that leave nothing out are the same as the one before, and are not tried.
    """
    made: Submitted | None = None
    before = None
    tried: list[tuple[Form, Finished]] = []
    forms = _forms(ground.profile)
    for form in forms:
        prepared = ground.review.form(form)
        if prepared.project.sections == before:
            continue
        before = prepared.project.sections
        folder = scratch / form.value
        folder.mkdir()
        made = _made(ground, form, prepared, folder)
        fits = _fits(ground.profile, made, printed=False)
        if fits and _is_printed(ground.profile):
            # What is too long by its words need not be printed to see that.
            # Nor is one written that is too long by its pages, if a shorter one may do.
            made = _printed(ground, made, folder, unless_too_long=form is not forms[-1])
            fits = _fits(ground.profile, made, printed=True)
        if fits or _too_short(ground.profile, made.finished):
            break  # a shorter one will not do either
        tried.append((form, made.finished))
    assert made is not None  # there is at least one form
    made = replace(made, tried=tuple(each for each in tried if each[0] is not made.form))
    if made.pdf or not _is_printed(ground.profile):
        return made
    return _printed(ground, made, scratch / made.form.value)


def _is_printed(profile: Profile) -> bool:
    """Whether a PDF is wanted, or needed to count pages."""
    return "pdf" in profile.package or any(each.unit is Unit.PAGES for each in profile.lengths)


def _fits(profile: Profile, made: Submitted, *, printed: bool) -> bool:
    """Whether a form has the lengths wanted; pages are only known of what is printed."""
    return all(
        length_row(each, profile, made.finished).verdict is Verdict.PASSED
        for each in profile.lengths
        if printed or each.unit is not Unit.PAGES
    )


def _too_short(profile: Profile, finished: Finished) -> bool:
    return any(
        each.limits.falls_short(length_of(each, finished))
        for each in profile.lengths
        if finished.pages or each.unit is not Unit.PAGES
    )


def _printed(
    ground: Ground, made: Submitted, folder: Path, *, unless_too_long: bool = False
) -> Submitted:
    """Print a manuscript and count its pages; the file is left out where lengths forbid it."""
    pdf = folder / "manuscript.pdf"

    def wanted(pages: int) -> bool:
        counted = replace(made, pages=pages)
        return not unless_too_long or _fits(ground.profile, counted, printed=True)

    pages = print_document(
        made.made, "manuscript", ground.profile, ground.templates, pdf, wanted=wanted
    )
    return replace(made, pages=pages, pdf=pdf.read_bytes() if pdf.is_file() else b"")


def _made(ground: Ground, form: Form, prepared: Prepared, folder: Path) -> Submitted:
    """Make the manuscript of one form and measure it."""
    article = prepared.article
    said = metadata_for(ground.profile, prepared.project.review, article, ground.code)
    references = [prepared.references[key] for key in article.order]
    written = _written(ground, references, prepared)
    documents = [manuscript_of(ground, said, written.figures)]
    made = make(written, documents, folder, ground.templates)
    path = folder / "manuscript.docx"
    path.write_bytes(made.documents["manuscript"])
    _read_back(made, path)
    return Submitted(
        form=form,
        article=article,
        references=tuple(prepared.references[key] for key in made.listed or made.order),
        said=said,
        written=written,
        made=made,
        measured=measure(path),
        language=ground.code,
        full_names=tuple(full_names(ground.profile, ground.project.review.authors, ground.code)),
    )


def _written(ground: Ground, references: Sequence[Reference], prepared: Prepared) -> Written:
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
        items=_items(ground, references, style),
        figures=figures_of(
            draw_figures(prepared, templates, [ground.code]),
            ground.code,
            profile.figures,
            templates,
        ),
    )


def _items(ground: Ground, references: Sequence[Reference], style: Style) -> Sequence[Csl] | None:
    """Return the works as they are to be printed; nothing where that is as they are."""
    if ground.profile.romanised is not None:
        return _romanised(references, ground.profile.romanised, initials=style.initials)
    if style.kind != "numeric":
        return described_in(references, ground.code, initials=style.initials)
    return None


def _list(ground: Ground, wanted: ReferenceList, references: Sequence[Reference]) -> ListStyle:
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


def settings_of(ground: Ground, said: Mapping[str, Said], *, anonymous: bool) -> DocxSettings:
    """Return what is said of a document of the submission, and how it is set."""
    review, own = ground.project.review, said[ground.code].metadata
    return DocxSettings(
        language=own.tag,
        title=own.title,
        date=review.date.first,
        authors=() if anonymous else names_of(review, (ground.code, *review.languages)),
        keywords=own.keywords,
        **running_lines(ground.profile),
        layout=layout_of(ground.profile),
        anonymous=anonymous,
        break_addresses=True,
    )


def manuscript_of(
    ground: Ground,
    said: Mapping[str, Said],
    figures: Mapping[str, Figure],
    *,
    anonymous: bool = False,
) -> Document:
    """Return the manuscript: what stands before the text, the text, its lists, and the rest."""
    profile = ground.profile
    known = [
        each
        for each in profile.after
        if _known(each, said) and (figures or each.block is not Block.CAPTIONS)
    ]
    front = Front(
        review=ground.project.review,
        metadata={code: each.metadata for code, each in said.items()},
        language=ground.code,
        anonymous=anonymous,
        separator=profile.keywords.separator or ",",
        names=profile.authors.names or "full",
    )
    blocks: tuple[Json, ...] = (
        *front.blocks([each for each in profile.front if _known(each, said)]),
        {"kind": "body"},
        *lists(profile, ground.code),
        *_on_a_page_of_its_own(front.blocks(known)),
    )
    return Document(
        name="anonymous" if anonymous else "manuscript",
        blocks=blocks,
        settings=replace(settings_of(ground, said, anonymous=anonymous), figures=figures),
        printed=not anonymous,
    )


def _on_a_page_of_its_own(blocks: Iterator[Json]) -> Iterator[Json]:
    """Yield blocks with a page break before them, if there are any."""
    for number, each in enumerate(blocks):
        if not number:
            yield {"kind": "page"}
        yield each


def _known(block: FrontBlock, said: Mapping[str, Said]) -> bool:
    """Whether what a block says is given in its language; what is not, the rules tell."""
    return not block.language or block.language in said


def _read_back(made: Made, path: Path) -> None:
    """Hold the citations of a finished document against those that citeproc gave."""
    lists = made.printed
    expected = FileReading(
        tuple(Cited(*each) for each in made.citations) if lists else (),
        tuple(Cited(key, "") for key in made.listed),
    )
    problems = Problems()
    compare_with_expected(path.name, read_docx(path, made.order), expected, problems)
    problems.stop_on_errors()
