"""A journal's rules on the content: what can be said before anything is made."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from uchtil.bibliography import Reference, field_in_words, missing_fields
from uchtil.journals.blocks import affiliation_in, corresponding, name_in
from uchtil.journals.measure import count_words
from uchtil.journals.metadata import Said, languages_wanted
from uchtil.journals.phrases import Phrase, Tongue, noted
from uchtil.journals.verdicts import Row, Verdict, counted, is_open, row, within
from uchtil.language import TRANSLITERATED, language
from uchtil.language.sentences import sentences
from uchtil.model import Author, Review
from uchtil.model.profiles import Block, Note, Profile
from uchtil.model.records import text_in
from uchtil.problems import Location


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


_GIVEN, _NOT_GIVEN = Phrase("given"), Phrase("not given")

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

    What the profile says is in the manuscript's language, or else in English.
    """
    yield from _incomplete(references)
    if "cover-letter" in profile.package:
        yield _note_row(Phrase("Yours"), _LETTER, code, Verdict.YOURS)
    for duty in profile.duties:
        yield _note_row(Phrase("Yours"), duty, code, Verdict.YOURS)
    for unknown in profile.unknown:
        yield _note_row(Phrase("Not known"), unknown, code, Verdict.UNKNOWN)


def _note_row(topic: str, note: Note, code: str, verdict: Verdict) -> Row:
    own = any(each in note.text for each in (code, TRANSLITERATED.get(code)))
    tag = language(code if own else "en").tag if own or "en" in note.text else ""
    return Row(topic=topic, asked=noted(note, code), verdict=verdict, tag=tag)


def _incomplete(references: Sequence[Reference]) -> Iterator[Row]:
    """Yield a row that tells which works are printed without what a complete entry has.

    No journal takes a list with gaps, and the program never fills one: what the review's
    sources do not print of a work stands in the work itself.
    """
    lacking = [(each, what) for each in references if (what := missing_fields(each))]
    if lacking:
        yield Row(
            topic=Phrase("Yours"),
            asked=Phrase(
                "Look up what is lacking of the works cited, and add it to their entries; where a "
                "work itself does not tell it, be ready to say so to the editors"
            ),
            measured=Phrase(
                "{count} of {all} works are incomplete", count=len(lacking), all=len(references)
            ),
            verdict=Verdict.YOURS,
            details=tuple(
                Phrase(
                    "{where}: `{key}`, “{title}”, lacks: {fields}",
                    where=each.where,
                    key=each.key,
                    title=each.title,
                    fields=[Phrase(field_in_words(field)) for field in what],
                )
                for each, what in sorted(lacking, key=lambda one: one[0].where.line)
            ),
        )


def _metadata(offered: Offered) -> Iterator[Row]:
    wanted = languages_wanted(offered.profile, offered.language)
    for code in wanted:
        yield row(
            "Languages",
            Phrase("title, abstract and keywords in {tongue}", tongue=Tongue(code)),
            place_of(offered.profile, code, own=code == offered.language)
            if code in offered.said
            else _NOT_GIVEN,
            kept=code in offered.said,
            code="journal-metadata",
            message=Phrase(
                "the journal wants title, abstract and keywords in `{code}`, which the review does "
                "not have",
                code=code,
            ),
            where=offered.review.place("metadata"),
            hint=Phrase(
                "add `{code}:` under `metadata:`, with title, abstract and keywords", code=code
            ),
        )


def place_of(profile: Profile, code: str, *, own: bool) -> Phrase:
    """Tell whether what is asked in a language is printed, or only in the files of metadata."""
    blocks = (*profile.front, *profile.after)
    printed = {
        each.block for each in blocks if each.language == code or (own and not each.language)
    }
    asked = (
        (Block.ABSTRACT, "the abstract", profile.abstract.languages),
        (Block.KEYWORDS, "the keywords", profile.keywords.languages),
    )
    lacking = [
        Phrase(what) for block, what, codes in asked if code in codes and block not in printed
    ]
    if not lacking:
        return _GIVEN
    return Phrase("given; not in the manuscript, but in files of metadata: {what}", what=lacking)


def _title(offered: Offered) -> Iterator[Row]:
    limits = offered.profile.title_words
    if is_open(limits):
        return
    said = offered.said[offered.language]
    count = count_words(said.metadata.title)
    long = count_words(said.long_title)
    wanted = within(limits, "words")
    yield row(
        "Title",
        wanted,
        counted(count, "words")
        if said.metadata.title == said.long_title
        else Phrase(
            "{count}: the short title, the long one has {long}",
            count=counted(count, "words"),
            long=long,
        ),
        kept=limits.admit(count),
        code="journal-title",
        message=Phrase(
            "the title has {count}; the journal wants {wanted}",
            count=counted(count, "words"),
            wanted=wanted,
        ),
        where=said.title_at,
        hint=Phrase("give a `short_title:` that is short enough, or ask the editors"),
    )


def _abstracts(offered: Offered) -> Iterator[Row]:
    rules = offered.profile.abstract
    for code in rules.languages or (offered.language,):
        if (said := offered.said.get(code)) is None:
            continue
        limits = rules.limits(code)
        if not is_open(limits):
            wanted = within(limits, "words")
            kept = any(map(limits.admit, said.lengths.values()))
            count = count_words(said.metadata.abstract)
            *most, last = (
                f"{words} (`{field}`)" if len(said.lengths) > 1 else str(words)
                for field, words in said.lengths.items()
            )
            counts = Phrase("{most} and {last}", most=most, last=last) if most else last
            yield row(
                "Abstract",
                Phrase("{wanted} in {tongue}", wanted=wanted, tongue=Tongue(code)),
                counted(count, "words"),
                kept=kept,
                code="journal-abstract",
                message=Phrase(
                    "the abstract in `{code}` has {counts} words; the journal wants {wanted}",
                    code=code,
                    counts=counts,
                    wanted=wanted,
                ),
                where=said.abstract_at,
                hint=Phrase(
                    "write `abstract_short:` for journals that want few words, `abstract_long:` "
                    "for those that want many, or change the text"
                ),
            )
        if not is_open(rules.sentences):
            count = len(sentences(said.metadata.abstract))
            wanted = within(rules.sentences, "sentences")
            yield row(
                "Abstract",
                Phrase("{wanted} in {tongue}", wanted=wanted, tongue=Tongue(code)),
                counted(count, "sentences"),
                kept=rules.sentences.admit(count),
                code="journal-abstract",
                message=Phrase(
                    "the abstract in `{code}` has {count}; the journal wants {wanted}",
                    code=code,
                    count=counted(count, "sentences"),
                    wanted=wanted,
                ),
                where=said.abstract_at,
                hint=Phrase(
                    "write `abstract_short:` or `abstract_long:` with that many, or change it"
                ),
            )
        if not is_open(rules.characters):
            size = len(said.metadata.abstract)
            wanted = within(rules.characters, "characters")
            yield row(
                "Abstract",
                Phrase("{wanted} in {tongue}", wanted=wanted, tongue=Tongue(code)),
                counted(size, "characters"),
                kept=rules.characters.admit(size),
                code="journal-abstract",
                message=Phrase(
                    "the abstract in `{code}` has {count}; the journal wants {wanted}",
                    code=code,
                    count=counted(size, "characters"),
                    wanted=wanted,
                ),
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
            Phrase("{wanted} in {tongue}", wanted=wanted, tongue=Tongue(code)),
            Phrase("{count}: the first of {all}", count=count, all=said.all_keywords)
            if said.all_keywords > count
            else str(count),
            kept=rules.limits.admit(count),
            code="journal-keywords",
            message=Phrase(
                "there are {count} in `{code}`; the journal wants {wanted}",
                count=counted(count, "keywords"),
                code=code,
                wanted=wanted,
            ),
            where=said.keywords_at,
        )


def _codes(offered: Offered) -> Iterator[Row]:
    for code in sorted(offered.profile.codes):
        given = str(getattr(offered.review, code))
        yield row(
            "Codes",
            Phrase(code.upper()),
            given or _NOT_GIVEN,
            kept=bool(given),
            code="journal-code",
            message=Phrase(
                "the journal wants the {code}, which the review does not have",
                code=Phrase(code.upper()),
            ),
            where=offered.review.place(code),
            hint=Phrase("add `{field}:`", field=code),
        )


def _authors(offered: Offered) -> Iterator[Row]:
    rules, review = offered.profile.authors, offered.review
    authors = review.authors
    yield row(
        "Authors",
        Phrase("each with name"),
        str(len(authors)),
        kept=bool(authors),
        code="journal-author",
        message=Phrase("the review has no named author, and a journal takes none without"),
        where=review.place("authors"),
        hint=Phrase("give `authors` with name and affiliation in every language, ORCID and e-mail"),
    )
    if rules.at_most is not None:
        yield row(
            "Authors",
            Phrase("{count} or fewer", count=rules.at_most),
            str(len(authors)),
            kept=len(authors) <= rules.at_most,
            code="journal-author",
            message=Phrase(
                "there are {count}; the journal takes {most}",
                count=counted(len(authors), "authors"),
                most=rules.at_most,
            ),
            where=review.place("authors"),
        )
    for field in sorted(rules.fields):
        yield from _author_field(offered, field)
    languages = rules.languages or (offered.language,)
    for code in languages:
        yield from _told_in(offered, code, "name")
        if "affiliation" in rules.fields:
            yield from _told_in(offered, code, "affiliation")


def _told_in(offered: Offered, code: str, field: str) -> Iterator[Row]:
    """Yield a row on whether each author's name, or else affiliation, is given in a language."""
    named = field == "name"
    given = name_in if named else affiliation_in
    lacking = [each for each in offered.review.authors if not given(each, code)]
    yield row(
        "Authors",
        Phrase(
            "their names in {tongue}" if named else "their affiliations in {tongue}",
            tongue=Tongue(code),
        ),
        _given(lacking),
        kept=not lacking,
        code="journal-author",
        message=Phrase(
            "{names}: no name in `{code}`" if named else "{names}: no affiliation in `{code}`",
            names=_called(lacking),
            code=code,
        ),
        where=lacking[0].where if lacking else offered.review.where,
        hint=Phrase("add `{code}:` to `{field}`", code=code, field=field),
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
            Phrase(
                "their family names in {tongue}, to make initials of the others",
                tongue=Tongue(code),
            ),
            _given(lacking),
            kept=not lacking,
            code="journal-author",
            message=Phrase(
                "{names}: no `family` in `{code}`, so that no initials can be made",
                names=_called(lacking),
                code=code,
            ),
            where=lacking[0].where if lacking else offered.review.where,
            hint=Phrase("add `{code}:` to `{field}`", code=code, field="family"),
        )


def _funding(offered: Offered) -> Iterator[Row]:
    """Yield a row where the journal prints who paid, and the review does not say it."""
    profile = offered.profile
    blocks = [each for each in (*profile.front, *profile.after) if each.block is Block.FUNDING]
    wanted = dict.fromkeys(each.language or offered.language for each in blocks)
    said = offered.review.funding or {}
    lacking = [code for code in wanted if not text_in(said, code)]
    if lacking:
        yield Row(
            topic=Phrase("Funding"),
            asked=Phrase(
                "Say in {tongues} who paid for the work, or that nobody did: `funding:` in "
                "`content/review.yaml`",
                tongues=[Tongue(code) for code in lacking],
            ),
            verdict=Verdict.YOURS,
        )
    elif wanted:
        yield Row(topic=Phrase("Funding"), asked=Phrase("who paid for the work"), measured=_GIVEN)


def _given(lacking: Sequence[Author]) -> Phrase:
    """Tell of how many authors something is not given."""
    return Phrase("{count} not given", count=len(lacking)) if lacking else _GIVEN


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
        Phrase("e-mail address of the corresponding one")
        if field == "email"
        else Phrase("{what} of each", what=Phrase(noun)),
        _given(lacking),
        kept=not lacking,
        code="journal-author",
        message=Phrase(
            "{names}: no {what}, which the journal wants",
            names=_called(lacking),
            what=Phrase(noun),
        ),
        where=lacking[0].where if lacking else offered.review.where,
        hint=Phrase("add `{field}:`", field=field),
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
            message=Phrase(
                "the text cites {count}; the journal wants {wanted}",
                count=counted(count, "works"),
                wanted=wanted,
            ),
            where=where,
        )
    if rules.recent_years is not None and rules.recent_share is not None and count:
        first = offered.review.date.first.year - rules.recent_years
        years = [year for each in offered.references if (year := _year(each)) is not None]
        recent = sum(year >= first for year in years)
        share = round(100 * recent / count)
        undated = count - len(years)
        yield row(
            "Works cited",
            Phrase("{share} per cent from {year} or later", share=rules.recent_share, year=first),
            Phrase("{share} per cent ({undated} without a year)", share=share, undated=undated)
            if undated
            else Phrase("{share} per cent", share=share),
            kept=share >= rules.recent_share,
            code="journal-works",
            message=Phrase(
                "{share} per cent of the works are from {year} or later; the journal wants "
                "{wanted}",
                share=share,
                year=first,
                wanted=rules.recent_share,
            ),
            where=where,
        )


def _year(reference: Reference) -> int | None:
    when = reference.dates.get("date")
    return None if when is None else when.first.year


def _sections(offered: Offered) -> Iterator[Row]:
    there = [each for each in offered.review.sections if each not in offered.left_out]
    for slug in offered.profile.sections:
        if slug not in offered.review.sections:
            yield row(
                "Sections",
                Phrase("a section `{slug}`", slug=slug),
                Phrase("not there"),
                kept=False,
                code="journal-section",
                message=Phrase(
                    "the review has no section `{slug}`; it has {names}",
                    slug=slug,
                    names=", ".join(f"`{each}`" for each in offered.review.sections),
                ),
                where=offered.profile.place("sections"),
                hint=Phrase(
                    "write the review's own name of that section, or add one to its `sections`"
                ),
            )
            continue
        yield row(
            "Sections",
            Phrase("a section `{slug}`", slug=slug),
            Phrase("there") if slug in there else Phrase("not there"),
            kept=slug in there,
            code="journal-section",
            message=Phrase(
                "the journal wants a section `{slug}`, which this text does not have", slug=slug
            ),
            where=offered.review.place("sections"),
            hint=Phrase(
                "add it to `sections`, or give it less weight if the short form leaves it out"
            ),
        )
