"""A journal's rules on the content: what can be said before anything is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from uchtil.bibliography import Reference, field_in_words, missing_fields
from uchtil.journals.blocks import affiliation_in, corresponding, name_in
from uchtil.journals.measure import count_words
from uchtil.journals.metadata import Said, languages_wanted
from uchtil.journals.verdicts import Row, Verdict, is_open, row, within
from uchtil.language import language, metadata_terms
from uchtil.language.sentences import sentences
from uchtil.model import Author, Review
from uchtil.model.profiles import Block, Note, Profile
from uchtil.model.records import text_in
from uchtil.problems import Location

_REVIEW = "content/review.yaml"


@dataclass(frozen=True, kw_only=True, slots=True)
class Offered:
    """What the review has to offer: held against the rules."""

    profile: Profile
    review: Review
    language: str
    said: Mapping[str, Said]
    references: Sequence[Reference]
    """The works that the submitted text cites."""
    left_out: Sequence[str] = ()
    """Sections that the submitted form leaves out."""


def content_rows(offered: Offered) -> Iterator[Row]:
    """Yield a row for each rule on the content that the profile has."""
    yield from _metadata(offered)
    yield from _title(offered)
    yield from _abstracts(offered)
    yield from _keywords(offered)
    yield from _codes(offered)
    yield from _authors(offered)
    yield from _initials(offered)
    yield from _funding(offered)
    yield from _works(offered)
    yield from _sections(offered)


_LETTER = Note(
    text={
        "uz": "Ilova xatni imzolab, sanasini qoʻyishdan oldin oʻqib chiqing: unda sizning "
        "nomingizdan maqola boshqa joyda eʼlon qilinmagani va koʻrib chiqilmayotgani hamda "
        "manfaatlar toʻqnashuvi yoʻqligi aytiladi",
        "ru": "Прочитать сопроводительное письмо, прежде чем подписать его и поставить дату: оно "
        "от вашего имени говорит, что статья нигде больше не опубликована и не рассматривается и "
        "что конфликта интересов нет",
        "en": "Read the cover letter before you sign and date it: it says for you that the article "
        "is nowhere else published or considered, and that there is no conflict of interest",
    }
)


def duty_rows(profile: Profile, references: Sequence[Reference], code: str) -> Iterator[Row]:
    """Yield a row for what only the author can supply, and for what is not known.

    What the profile says is in the manuscript's language, and in English where it is given so.
    """
    yield from _incomplete(references)
    if "cover-letter" in profile.package:
        yield _note_row("Yours", _LETTER, code, Verdict.YOURS)
    for duty in profile.duties:
        yield _note_row("Yours", duty, code, Verdict.YOURS)
    for unknown in profile.unknown:
        yield _note_row("Not known", unknown, code, Verdict.UNKNOWN)


def _note_row(topic: str, note: Note, code: str, verdict: Verdict) -> Row:
    own = next((each for each in (code, code.partition("-")[0]) if each in note.text), "en")
    said, english = note.said(own), note.text.get("en", "")
    return Row(
        topic=topic,
        asked=said,
        verdict=verdict,
        tag=language(own).tag if own in note.text and own != "en" else "",
        english=english if own != "en" else "",
    )


def _incomplete(references: Sequence[Reference]) -> Iterator[Row]:
    """Yield a row that tells which works are printed without what a complete entry has.

    No journal takes a list with gaps, and the program never fills one: what the review's
    sources do not print of a work stands in the work itself.
    """
    lacking = [(each, what) for each in references if (what := missing_fields(each))]
    if lacking:
        yield Row(
            topic="Yours",
            asked="Look up what is lacking of the works cited, and add it to their entries; where "
            "a work itself does not tell it, be ready to say so to the editors",
            measured=f"{len(lacking)} of {len(references)} works are incomplete",
            verdict=Verdict.YOURS,
            details=tuple(
                f"{each.where}: `{each.key}`, “{each.title}”, lacks: "
                + ", ".join(map(field_in_words, what))
                for each, what in sorted(lacking, key=lambda one: one[0].where.line)
            ),
        )


def _name(code: str) -> str:
    """Return what a language is called in English."""
    return language("en").terms.languages(metadata_terms(code).tag)


def _metadata(offered: Offered) -> Iterator[Row]:
    wanted = languages_wanted(offered.profile, offered.language)
    for code in wanted:
        yield row(
            "Languages",
            f"title, abstract and keywords in {_name(code)}",
            "given" if code in offered.said else "not given",
            kept=code in offered.said,
            code="journal-metadata",
            message=f"the journal wants title, abstract and keywords in `{code}`, which the "
            "review does not have",
            where=offered.review.place("metadata"),
            hint=f"add `{code}:` under `metadata:`, with title, abstract and keywords",
        )


def _title(offered: Offered) -> Iterator[Row]:
    limits = offered.profile.title_words
    if is_open(limits):
        return
    said = offered.said[offered.language]
    count = count_words(said.metadata.title)
    shortened = said.metadata.title != said.long_title
    yield row(
        "Title",
        within(limits, "words"),
        f"{count} words"
        + (f": the short title, the long one has {count_words(said.long_title)}" * shortened),
        kept=limits.admit(count),
        code="journal-title",
        message=f"the title has {count} words; the journal wants {within(limits, 'words')}",
        where=said.title_at,
        hint="give a `short_title:` that is short enough, or ask the editors",
    )


def _abstracts(offered: Offered) -> Iterator[Row]:
    rules = offered.profile.abstract
    for code in rules.languages or (offered.language,):
        if (said := offered.said.get(code)) is None:
            continue
        limits = rules.limits(code)
        if not is_open(limits):
            wanted = within(limits, "words")
            kept = any(map(limits.admit, said.lengths))
            count = count_words(said.metadata.abstract)
            *most, last = map(str, said.lengths)
            counts = f"{', '.join(most)} and {last}" if most else last
            yield row(
                "Abstract",
                f"{wanted} in {_name(code)}",
                f"{count} words",
                kept=kept,
                code="journal-abstract",
                message=f"the abstract in `{code}` has {counts} words; the journal wants {wanted}",
                where=said.abstract_at,
                hint="write `abstract_short:` for journals that want few words, `abstract_long:` "
                "for those that want many, or change the text",
            )
        if not is_open(rules.sentences):
            count = len(sentences(said.metadata.abstract))
            wanted = within(rules.sentences, "sentences")
            yield row(
                "Abstract",
                f"{wanted} in {_name(code)}",
                f"{count} sentences",
                kept=rules.sentences.admit(count),
                code="journal-abstract",
                message=f"the abstract in `{code}` has {count} sentences; the journal wants "
                f"{wanted}",
                where=said.abstract_at,
                hint="write `abstract_short:` or `abstract_long:` with that many, or change it",
            )
        if not is_open(rules.characters):
            size = len(said.metadata.abstract)
            wanted = within(rules.characters, "characters")
            yield row(
                "Abstract",
                f"{wanted} in {_name(code)}",
                f"{size} characters",
                kept=rules.characters.admit(size),
                code="journal-abstract",
                message=f"the abstract in `{code}` has {size} characters; the journal wants "
                f"{wanted}",
                where=said.abstract_at,
            )


def _keywords(offered: Offered) -> Iterator[Row]:
    rules = offered.profile.keywords
    if is_open(rules.limits):
        return
    wanted = within(rules.limits, "keywords")
    for code in rules.languages or (offered.language,):
        if (said := offered.said.get(code)) is None:
            continue
        count = len(said.metadata.keywords)
        yield row(
            "Keywords",
            f"{wanted} in {_name(code)}",
            f"{count}" + (f": the first of {said.all_keywords}" * (said.all_keywords > count)),
            kept=rules.limits.admit(count),
            code="journal-keywords",
            message=f"there are {count} keywords in `{code}`; the journal wants {wanted}",
            where=said.keywords_at,
        )


def _codes(offered: Offered) -> Iterator[Row]:
    for code in sorted(offered.profile.codes):
        given = str(getattr(offered.review, code))
        yield row(
            "Codes",
            f"{code.upper()}",
            given or "not given",
            kept=bool(given),
            code="journal-code",
            message=f"the journal wants the {code.upper()}, which the review does not have",
            where=offered.review.place(code),
            hint=f"add `{code}:`",
        )


def _authors(offered: Offered) -> Iterator[Row]:
    rules, review = offered.profile.authors, offered.review
    authors = review.authors
    yield row(
        "Authors",
        "each with name",
        f"{len(authors)}",
        kept=bool(authors),
        code="journal-author",
        message="the review has no named author, and a journal takes none without",
        where=review.place("authors"),
        hint="give `authors` with name and affiliation in every language, ORCID and e-mail",
    )
    if rules.at_most is not None:
        yield row(
            "Authors",
            f"{rules.at_most} or fewer",
            str(len(authors)),
            kept=len(authors) <= rules.at_most,
            code="journal-author",
            message=f"there are {len(authors)} authors; the journal takes {rules.at_most}",
            where=review.place("authors"),
        )
    for field in sorted(rules.fields):
        yield from _author_field(offered, field)
    languages = rules.languages or (offered.language,)
    for code in languages:
        lacking = [each for each in authors if not _named(each, code, rules.fields)]
        yield row(
            "Authors",
            f"their names in {_name(code)}",
            "given" if not lacking else f"{len(lacking)} not given",
            kept=not lacking,
            code="journal-author",
            message=f"{_called(lacking)}: no name or affiliation in `{code}`",
            where=lacking[0].where if lacking else review.where,
            hint=f"add `{code}:` to `name` and `affiliation`",
        )


def _initials(offered: Offered) -> Iterator[Row]:
    """Yield rows on whether it is known which part of a name is made initials."""
    profile = offered.profile
    if profile.authors.names in (None, "full"):
        return
    printed = [
        each.language or offered.language
        for each in (*profile.front, *profile.after)
        if each.block is Block.AUTHORS
    ]
    for code in dict.fromkeys(printed):
        named = [each for each in offered.review.authors if name_in(each, code)]
        lacking = [
            each for each in named if " " in name_in(each, code) and each.parts(code) is None
        ]
        yield row(
            "Authors",
            f"their family names in {_name(code)}, to make initials of the others",
            "given" if not lacking else f"{len(lacking)} not given",
            kept=not lacking,
            code="journal-author",
            message=f"{_called(lacking)}: no `family` in `{code}`, so that no initials can be made",
            where=lacking[0].where if lacking else offered.review.where,
            hint=f"add `{code}:` to `family`",
        )


def _funding(offered: Offered) -> Iterator[Row]:
    """Yield a row where the journal prints who paid, and the review does not say it."""
    profile = offered.profile
    blocks = [each for each in (*profile.front, *profile.after) if each.block is Block.FUNDING]
    wanted = dict.fromkeys(each.language or offered.language for each in blocks)
    said = offered.review.funding or {}
    lacking = [code for code in wanted if not text_in(said, code)]
    if lacking:
        names = " and ".join(map(_name, lacking))
        yield Row(
            topic="Funding",
            asked=f"Say in {names} who paid for the work, or that nobody did: `funding:` in "
            "content/review.yaml",
            verdict=Verdict.YOURS,
        )
    elif wanted:
        yield Row(topic="Funding", asked="who paid for the work", measured="given")


def _named(author: Author, code: str, fields: frozenset[str]) -> bool:
    given = bool(name_in(author, code))
    return given and ("affiliation" not in fields or bool(affiliation_in(author, code)))


def _called(authors: Sequence[Author]) -> str:
    """Name authors in a message, each in the first language that has a name."""
    return ", ".join(next(iter(each.name.values()), "an author") for each in authors)


def _author_field(offered: Offered, field: str) -> Iterator[Row]:
    authors = offered.review.authors
    asked: Sequence[Author] = corresponding(authors) if field == "email" else authors
    lacking = [each for each in asked if field != "affiliation" and not getattr(each, field, None)]
    if field == "affiliation" or not asked:
        return  # told by language, or with the missing authors
    noun = {"orcid": "ORCID", "email": "e-mail address", "roles": "CRediT roles"}[field]
    yield row(
        "Authors",
        f"{noun} of {'the corresponding one' if field == 'email' else 'each'}",
        "given" if not lacking else f"{len(lacking)} not given",
        kept=not lacking,
        code="journal-author",
        message=f"{_called(lacking)}: no {noun}, which the journal wants",
        where=lacking[0].where if lacking else offered.review.where,
        hint=f"add `{field}:`",
    )


def _works(offered: Offered) -> Iterator[Row]:
    rules = offered.profile.sources
    where = Location(file="bibliography/references.bib")
    count = len(offered.references)
    if not is_open(rules.limits):
        wanted = within(rules.limits, "works")
        yield row(
            "Works cited",
            wanted,
            str(count),
            kept=rules.limits.admit(count),
            code="journal-works",
            message=f"the text cites {count} works; the journal wants {wanted}",
            where=where,
        )
    if rules.recent_years is not None and rules.recent_share is not None and count:
        first = offered.review.date.first.year - rules.recent_years
        years = [year for each in offered.references if (year := _year(each)) is not None]
        recent = sum(year >= first for year in years)
        share = round(100 * recent / count)
        undated = count - len(years)
        wanted = f"{rules.recent_share} per cent from {first} or later"
        yield row(
            "Works cited",
            wanted,
            f"{share} per cent" + (f" ({undated} without a year)" if undated else ""),
            kept=share >= rules.recent_share,
            code="journal-works",
            message=f"{share} per cent of the works are from {first} or later; the journal wants "
            f"{rules.recent_share}",
            where=where,
        )


def _year(reference: Reference) -> int | None:
    when = reference.dates.get("date")
    return None if when is None else when.first.year


def _sections(offered: Offered) -> Iterator[Row]:
    there = [each for each in offered.review.sections if each not in offered.left_out]
    for slug in offered.profile.sections:
        yield row(
            "Sections",
            f"a section `{slug}`",
            "there" if slug in there else "not there",
            kept=slug in there,
            code="journal-section",
            message=f"the journal wants a section `{slug}`, which this text does not have",
            where=offered.review.place("sections"),
            hint="add it to `sections`, or give it less weight if the short form leaves it out",
        )
