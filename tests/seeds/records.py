"""Defects of records: the bibliography, the review, facts that cannot be read, templates."""

from __future__ import annotations

from .evidence import TRADE, fact
from .ground import Ground, Planted, Told, seed

BIB = "bibliography/references.bib"
CROSSWALK = "bibliography/crosswalk.yaml"
REVIEW = "content/review.yaml"


def entry(key: str) -> str:
    """Return the pattern of the line that an entry of the bibliography begins with."""
    return rf"^@\w+\{{{key},$"


# ------------------------------------------------------------------ the bibliography


@seed("errors")
def unknown_key_cited(ground: Ground) -> Planted:
    """A key is misspelt where a work is cited."""
    spot = ground.paragraph("en", r' \{\{ fact\("[^"]+"\)\.cite \}\}')
    mark = ground.replace(spot, spot.text + ' {{ cite("usmanof2006") }}')
    return Told("unknown-key", mark, "did you mean `usmanov2006`?")


@seed("errors")
def unknown_key_of_evidence(ground: Ground) -> Planted:
    """A fact's source cites a work that the bibliography does not have."""
    mark = ground.swap(TRADE, r"egemen-359828", "egemen-359282", after=fact("trade-several-fold"))
    mark.line -= 1  # told of the passage, where its anchor stands
    return Told("unknown-key", mark, "did you mean `egemen-359828`?")


@seed("errors")
def duplicate_key(ground: Ground) -> Planted:
    """Two works have one key."""
    text = (
        "\n@book{usmanov2006,\n  author = {Усманов, К.},\n  title = {Другая книга},\n"
        "  langid = {ru},\n}\n"
    )
    return Told("duplicate-key", ground.append(BIB, text, "@book"), "`usmanov2006`")


@seed("errors")
def work_under_two_keys(ground: Ground) -> Planted:
    """One web page stands twice, under two keys."""
    address = ground.find(
        BIB, r"(?<=url          = \{).+(?=\},$)", after=entry("gazeta-region")
    ).text
    text = (
        "\n@online{gazeta-again,\n  title = {Единый организм},\n"
        f"  url = {{{address}}},\n  langid = {{ru}},\n}}\n"
    )
    return Told("duplicate-work", ground.append(BIB, text, "@online"), "`gazeta-region`")


@seed("errors")
def wrong_language_tag(ground: Ground) -> Planted:
    """A work's language is told without its script."""
    mark = ground.swap(BIB, r"uz-Cyrl(?=\})", "uz", after=entry("halqsozi2017"))
    return Told("wrong-language-tag", mark, "does not tell the script")


@seed("errors")
def wrong_apostrophe_in_a_title(ground: Ground) -> Planted:
    """A title of the bibliography has a typewriter's apostrophe."""
    mark = ground.swap(BIB, "(?<=Oʻzbekiston va Qozog)ʻ", "'", after=entry("vaqtuz-leaders"))
    return Told("wrong-apostrophe", mark)


@seed("errors")
def misspelt_field(ground: Ground) -> Planted:
    """The name of a field of the bibliography is misspelt."""
    mark = ground.swap(BIB, "journaltitle", "jurnaltitle", after=entry("pulatov2024"))
    return Told("unknown-field", mark, "`journaltitle`")


@seed("errors")
def crosswalk_to_nowhere(ground: Ground) -> Planted:
    """An entry of a source's list became a work that is not there."""
    mark = ground.swap(CROSSWALK, r"(?<=works: \[)portal-newstage", "portal-nextstage")
    return Told("unknown-key", mark, "did you mean `portal-newstage`?")


@seed("errors")
def crosswalk_counts_too_far(ground: Ground) -> Planted:
    """An uncited entry is named that the source's list does not have."""
    mark = ground.swap(CROSSWALK, r'(?<=uncited: \["10", )"11"', '"12"')
    return Told("unknown-entry", mark, "`tursunov2026` has no entry 12")


@seed("warnings")
def references_exchanged(ground: Ground) -> Planted:
    """Two entries of the bibliography have each other's data."""
    one = ground.find(BIB, entry("usmanov2006"))
    other = ground.find(BIB, entry("pulatov2024"))
    ground.replace(one, one.text.replace("usmanov2006", "pulatov2024"))
    ground.replace(other, other.text.replace("pulatov2024", "usmanov2006"))
    return tuple(
        Told("key-year", ground.mark(BIB, ground.find(BIB, entry(key)).start), f"`{key}`")
        for key in ("pulatov2024", "usmanov2006")
    )


@seed("unreadable")
def broken_entry(ground: Ground) -> Planted:
    """A brace is missing at the end of a value."""
    mark = ground.swap(
        BIB, r"(?<=общественно-политическая газета)\}", "", after=entry("rahimov2016")
    )
    return Told("broken-entry", mark, "`rahimov2016`")


# ------------------------------------------------------------------ the review


@seed("errors")
def wrong_orcid(ground: Ground) -> Planted:
    """The check digit of an author's ORCID is wrong."""
    author = (
        "authors:\n  - name: {uz: Aziz Karimov, ru: Азиз Каримов, en: Aziz Karimov}\n"
        "    affiliation: {uz: Universitet, ru: Университет, en: University}\n"
        "    orcid: 0000-0002-1825-0079\n    email: a@example.org\n    corresponding: true\n"
    )
    spot = ground.find(REVIEW, r"^authors: \[\]\n")
    ground.replace(spot, author)
    return Told("wrong-orcid", ground.mark(REVIEW, spot.start + author.index("orcid")))


@seed("records")
def abstract_missing(ground: Ground) -> Planted:
    """The abstract is missing in English."""
    text = ground.read(REVIEW)
    ground.replace(ground.find(REVIEW, r"^  en: >-\n(?:    .+\n)+", after="^abstract:"), "")
    assert text != ground.read(REVIEW)
    mark = ground.mark(REVIEW, ground.find(REVIEW, "^abstract:").start)
    mark.line += 1
    return Told("missing-translation", mark, "has no English text")


@seed("errors")
def unknown_style(ground: Ground) -> Planted:
    """The citation style is one that there is not."""
    mark = ground.swap(REVIEW, r"(?<=style: )gost-numeric", "gost-numerik")
    return Told("unknown-style", mark, "did you mean `gost-numeric`?")


@seed("records")
def section_without_a_language(ground: Ground) -> Planted:
    """A section is missing in Russian as a whole."""
    slug = ground.slugs()[-2]
    (ground.root / "content" / "sections" / slug / "ru.md").unlink()
    return Told("missing-section-language", ground.mark(f"content/sections/{slug}/ru.md"))


# ------------------------------------------------------------------ facts


@seed("records")
def statement_missing(ground: Ground) -> Planted:
    """A fact says nothing in Russian."""
    mark = ground.swap(TRADE, r"^      ru: .+\n", "", after=f"{fact('trade-2021')}[^@]*?statement:")
    mark.line -= 1
    return Told("missing-translation", mark, "has no Russian text")


@seed("records")
def resolution_half(ground: Ground) -> Planted:
    """The resolution of a contested fact is missing in English."""
    mark = ground.swap(TRADE, r"^      en: .+\n", "", after=r"^    resolution:")
    mark.line -= 2
    return Told("missing-translation", mark, "`resolution`")


@seed("records")
def anchor_too_long(ground: Ground) -> Planted:
    """An anchor quotes more than ten words."""
    spot = ground.find(TRADE, r"(?<=anchor: ).+$", after=fact("trade-third-partner"))
    mark = ground.replace(spot, f"{spot.text} va yana bir necha ortiqcha soʻz bilan")
    return Told("long-anchor", mark)


@seed("records")
def fact_without_evidence(ground: Ground) -> Planted:
    """A fact has no passage that shows it."""
    file = "content/facts/energy.yaml"
    mark = ground.mark(file, ground.find(file, r"^  - id: ").start)
    ground.swap(file, r"^    evidence:\n(?:      .+\n)+", "")
    return Told("fact-without-evidence", mark)


@seed("records")
def impossible_date(ground: Ground) -> Planted:
    """A day is dated that no calendar has."""
    file = "content/facts/border.yaml"
    mark = ground.swap(file, r"(?<=date: )2001-11-16$", "2001-11-31")
    return Told("impossible-date", mark, "November 2001 has 30 days")


@seed("records")
def unknown_status(ground: Ground) -> Planted:
    """A figure has a status that there is not."""
    mark = ground.swap(TRADE, r"(?<=status: )target$", "goal", after=fact("trade-target-2020"))
    return Told("unknown-choice", mark)


@seed("records")
def unknown_source_of_evidence(ground: Ground) -> Planted:
    """A passage is ascribed to a source that the review does not have."""
    file = "content/facts/culture.yaml"
    mark = ground.swap(file, r"(?<=source: )anon-mdh$", "anon-mdb")
    return Told("unknown-source", mark, "did you mean `anon-mdh`?")


@seed("records")
def fact_written_twice(ground: Ground) -> Planted:
    """Two facts have one name."""
    file = "content/facts/environment.yaml"
    found = ground.find(file, r"^  - id: .+\n(?:    .+\n)+")
    mark = ground.append(file, "\n" + found.text, "- id:")
    return Told("duplicate-fact", mark, "stands twice")


@seed("unreadable")
def quotes_not_closed(ground: Ground) -> Planted:
    """A text in quotes is not closed, so that its file cannot be read."""
    mark = ground.swap("content/names.yaml", r"(?<=Qirg'iziston)\"", "")
    return Told("yaml-syntax", mark, "is not closed")


# ------------------------------------------------------------------ templates and markup


@seed("errors")
def unknown_fact(ground: Ground) -> Planted:
    """A paragraph uses a fact that there is not."""
    spot = ground.paragraph("uz", r'(?<=\{\{ fact\("turning-point-2016)(?="\)\.cite)')
    return Told("unknown-fact", ground.replace(spot, "s"), "did you mean `turning-point-2016`?")


@seed("errors")
def undefined_word(ground: Ground) -> Planted:
    """A template uses a word that means nothing."""
    spot = ground.paragraph("en", r"\{\{ (?:fact|source|remark)_count")
    return Told("undefined-variable", ground.replace(spot, spot.text + "s"))


@seed("errors")
def citation_by_hand(ground: Ground) -> Planted:
    """A work is cited as pandoc does it, past the bibliography's own checks."""
    spot = ground.paragraph("en", r"(?<=[a-z])(?=, [a-z])")
    return Told("raw-citation", ground.replace(spot, " [@usmanov2006]"))


@seed("errors")
def html_in_a_text(ground: Ground) -> Planted:
    """A text has an element of HTML."""
    spot = ground.paragraph("uz", r"\b[a-z]{6,}\b")
    return Told("raw-html", ground.replace(spot, f"<b>{spot.text}</b>"), "write **bold**")


@seed("errors")
def link_to_no_section(ground: Ground) -> Planted:
    """A link leads to a section that there is not."""
    spot = ground.paragraph("ru", r"\b[а-я]{6,}\b")
    mark = ground.replace(spot, f"[{spot.text}](#tradde)")
    return Told("dead-link", mark, "did you mean `trade`?")


@seed("errors")
def note_that_is_nowhere(ground: Ground) -> Planted:
    """A word leads to a note that nobody has written."""
    spot = ground.paragraph("en", r"(?<=[a-z])(?=\. [A-Z])")
    return Told("missing-note", ground.replace(spot, "[^lost]"))


@seed("errors")
def table_of_an_unknown_tag(ground: Ground) -> Planted:
    """A table selects facts by a tag that no fact has."""
    mark = ground.swap("content/exhibits.yaml", r"(?<=tag: \[)visit(?=\])", "vizit")
    return Told("unknown-tag", mark, "did you mean `visit`?")


@seed("errors")
def table_of_nothing(ground: Ground) -> Planted:
    """A table selects what no fact is."""
    file = "content/exhibits.yaml"
    mark = ground.mark(file, ground.find(file, r"^  - id: documents$").start)
    ground.swap(
        file, r"(?<=tag: \[document\])(?=\})", ", kind: [measure]", after=r"^  - id: documents$"
    )
    return Told("empty-exhibit", mark, "the table `documents`")
