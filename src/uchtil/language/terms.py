"""The words that the program itself prints, as one record that every language fills in.

A word that a language lacks is an error of the constructor (and of mypy), so that it is
found when the language is written and not when a reader opens the page.
"""

from __future__ import annotations

from dataclasses import dataclass

from uchtil.model import RemarkKind, Severity, Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Numbered:
    """A word with a number in the place that its language gives it: ``1-jadval``."""

    before: str = ""
    after: str = ""

    def __call__(self, number: int | str) -> str:
        """Return the word with ``number`` in it."""
        return f"{self.before}{number}{self.after}"


@dataclass(frozen=True, kw_only=True, slots=True)
class PageOf:
    """The words of "page x of y", in the parts that a page counter in CSS needs."""

    before: str
    between: str
    after: str

    def __call__(self, page: int | str, pages: int | str) -> str:
        """Return the whole phrase."""
        return f"{self.before}{page}{self.between}{pages}{self.after}"


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusWords:
    """What a value is (``uchtil.model.Status``), in lower case as in a table's cell."""

    actual: str
    estimate: str
    plan: str
    target: str

    def __call__(self, status: Status) -> str:
        """Return the word for ``status``."""
        return str(getattr(self, status.value))


@dataclass(frozen=True, kw_only=True, slots=True)
class RemarkKinds:
    """What is wrong with a source (``uchtil.model.RemarkKind``), as in a table's cell."""

    conflict: str
    undated: str
    misprint: str
    damage: str
    wrong_name: str
    orphan_citation: str
    uncited_list: str
    duplicate_work: str
    misplaced_citation: str
    numbering: str
    keyword_only: str
    unsupported: str
    stale_text: str
    missing_data: str

    def __call__(self, kind: RemarkKind) -> str:
        """Return the words for ``kind``."""
        return str(getattr(self, kind.value.replace("-", "_")))


@dataclass(frozen=True, kw_only=True, slots=True)
class Severities:
    """How much a remark matters (``uchtil.model.Severity``), as in a table's cell."""

    serious: str
    moderate: str
    slight: str

    def __call__(self, severity: Severity) -> str:
        """Return the word for ``severity``."""
        return str(getattr(self, severity.value))


@dataclass(frozen=True, kw_only=True, slots=True)
class ColumnHeads:
    """The heads of a table's columns; the fields are the columns' ids."""

    date: str
    period: str
    label: str
    event: str
    document: str
    statement: str
    theme: str
    indicator: str
    value: str
    status: str
    sources: str
    source: str
    language: str
    covers: str
    facts: str
    author: str
    title: str
    year: str
    names: str
    kind: str
    severity: str
    finding: str
    """What a remark says."""
    handling: str
    matter: str
    """What sources tell differently."""
    readings: str
    total: str


@dataclass(frozen=True, kw_only=True, slots=True)
class LanguageNames:
    """Names of the languages that the review or its references are written in.

    The fields are the language subtags of ``uchtil.language.tags``.
    """

    uz: str
    uz_cyrl: str
    ru: str
    en: str
    kk: str
    kaa: str
    ky: str
    tg: str
    tk: str
    tr: str
    az: str
    tt: str
    fa: str
    uk: str
    de: str
    fr: str
    zh: str
    ja: str
    ko: str

    def __call__(self, tag: str) -> str:
        """Return the name of the language of a tag that ``is_language_tag`` accepts.

        The script is told of Uzbek in Cyrillic alone, since Latin is the usual one.
        """
        if tag.startswith("uz-Cyrl"):
            return self.uz_cyrl
        return str(getattr(self, tag.partition("-")[0]))


@dataclass(frozen=True, kw_only=True, slots=True)
class CreditRoles:
    """The fourteen contributor roles of CRediT (ANSI/NISO Z39.104-2022)."""

    conceptualization: str
    data_curation: str
    formal_analysis: str
    funding_acquisition: str
    investigation: str
    methodology: str
    project_administration: str
    resources: str
    software: str
    supervision: str
    validation: str
    visualization: str
    writing_original_draft: str
    writing_review_editing: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NewsWords:
    """What readers are told of a new version of the review."""

    title: str
    since: Numbered
    """Which version it is compared with."""
    new: str
    sharpened: str
    """What is told more exactly."""
    corrected: str
    contested: str
    """What sources turned out to tell differently."""
    withdrawn: str
    works: str
    """Works that are cited now."""
    nothing: str
    was: Numbered
    """What was said before, after what is said now."""
    sections: str
    """The head of the list of sections with their versions."""
    inserted: str
    deleted: str


@dataclass(frozen=True, kw_only=True, slots=True)
class CountedParts:
    """What of a manuscript a number of words counts, as it stands in brackets behind it."""

    front: str
    text: str
    tables: str
    notes: str
    references: str
    whole: str


@dataclass(frozen=True, kw_only=True, slots=True)
class WorkKinds:
    """Kinds of publications (``uchtil.bibliography.kinds``), as heads of groups."""

    official: str
    media: str
    scholarship: str
    encyclopaedia: str
    other: str


@dataclass(frozen=True, kw_only=True, slots=True)
class NetworkWords:
    """The words of a figure that shows which source cites which work."""

    in_list: Numbered
    """How many works a source's own list holds."""
    in_text: Numbered
    """How many works a source's text cites."""
    cited: str
    listed: str
    shared: str
    no_list: str
    title: Numbered
    """A work's title, in quotation marks."""


@dataclass(frozen=True, kw_only=True, slots=True)
class BandsWords:
    """The words of a figure that shows which themes and years the facts cover."""

    day: str
    month: str
    year: str
    span: str
    empty: str
    """A year to which nothing is dated."""
    periods: str
    """Head of the periods that the sources propose."""
    total: str
    """Head of the counts of facts by year."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Terms:
    """Every word and phrase that the program prints in one language."""

    # The article
    abstract: str
    keywords: str
    funding: str
    contents: str
    references: str
    footnotes: str
    figures: str
    tables: str
    section: str
    review_article: str
    word_count: str
    counted: CountedParts
    works_cited: str
    own_work: str
    """Stands for a work of the authors themselves in a copy without names."""
    udc: str
    """The sign of the Universal Decimal Classification, before the code."""
    irsti: str
    """That of the International Rubricator of Scientific and Technical Information."""

    # Exhibits: as a caption begins, and as the text refers to them
    table_caption: Numbered
    figure_caption: Numbered
    table_reference: Numbered
    figure_reference: Numbered

    # Citations
    cited_in: str
    """Stands between a work and the source that cites it."""
    undated: str
    not_printed: str
    """Stands in a table's cell for what a source does not print."""
    unknown_author: str

    # Authors
    author: str
    authors: str
    affiliation: str
    corresponding_author: str
    email: str
    contributions: str
    no_author: str
    """Said once where a review names no author."""

    # The edition
    page_of: PageOf
    published: str
    version: str
    date: str
    licence: str
    licence_line: str
    """Comes before the licence's name: "Available under the licence CC BY 4.0"."""
    made_from: str
    """One sentence about how the text was made, at the foot of a page."""
    edition: str
    trilingual_edition: str
    editions: str
    download: str
    html: str
    pdf: str
    docx: str

    # The web page
    skip_to_content: str
    back_to_text: str
    back_to_top: str
    language: str
    read_in: str
    """Label of the language switch."""
    appearance: str
    light: str
    dark: str
    automatic: str
    link_to_section: str
    citation: str
    reference: str

    # Facts
    facts: str
    sources: str
    resolution: str
    """Head of what the review decides where sources disagree."""
    contested: str
    legend: str
    no_data: str

    status: StatusWords
    remark_kinds: RemarkKinds
    severities: Severities
    columns: ColumnHeads
    news: NewsWords
    work_kinds: WorkKinds
    network: NetworkWords
    bands: BandsWords
    languages: LanguageNames
    roles: CreditRoles
