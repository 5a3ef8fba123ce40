"""Rules on finished files: what is told where a file is not as the journal wants it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from decimal import Decimal

import pytest

from uchtil.formats.docx.wordml import W
from uchtil.journals.inspection import Finished, anonymity_rows, figure_rows, file_rows, initial
from uchtil.journals.measure import Measured, Paragraph, Setting, Sheet
from uchtil.journals.verdicts import Verdict, problems_of
from uchtil.load.profiles import load_profile
from uchtil.model import Author
from uchtil.model.profiles import (
    FigureRules,
    Length,
    Limits,
    Look,
    Order,
    Paper,
    Profile,
    ReferenceList,
    Region,
    Romanising,
    Typography,
    Unit,
)
from uchtil.problems import Location, Problems
from workshop import ROOT

TEXT = Setting(
    style="BodyText",
    font="Times New Roman",
    size=14,
    spacing=1.5,
    indent=1.25,
    align="both",
    bold=False,
    italic=False,
    capitals=False,
)


def paragraph(region: Region, text: str, setting: Setting = TEXT, font: str = "") -> Paragraph:
    return Paragraph(
        region=region,
        setting=setting,
        text=text,
        language="en-GB",
        fonts=frozenset({font or setting.font}),
    )


NOTE = replace(TEXT, style="FootnoteText")


def finished(*paragraphs: Paragraph, pages: int = 3, cited: tuple[str, ...] = ()) -> Finished:
    sheet = Sheet(width=21.0, height=29.7, top=2.0, right=2.0, bottom=2.0, left=3.0)
    return Finished(
        name="manuscript.docx",
        measured=Measured(
            sheet=sheet, paragraphs=paragraphs or (paragraph(Region.TEXT, "a b"),), hyphens=False
        ),
        pages=pages,
        order=("one", "two"),
        cited=cited,
    )


@pytest.fixture
def profile() -> Profile:
    read = load_profile(ROOT, ROOT / "templates", "vak-history", Problems())
    assert read is not None
    return replace(
        read,
        paper=Paper(left=Decimal(3)),
        type=Typography(text=Look(size=Decimal(14))),
        lengths=(),
        lists=(),
    )


def failed(profile: Profile, file: Finished) -> list[str]:
    return [str(each) for each in problems_of(file_rows(profile, file))]


def test_what_is_as_it_is_wanted(profile: Profile) -> None:
    rows = list(file_rows(profile, finished()))
    assert [each.asked for each in rows] == [
        "21 × 29.7 cm",
        "left 3 cm",
        "Times New Roman",
        "size 14 pt",
        "in the style gost-numeric",
    ]
    assert {each.verdict for each in rows} == {Verdict.PASSED}


def test_the_look(profile: Profile) -> None:
    wrong = replace(
        profile,
        paper=Paper(left=Decimal("2.5")),
        type=Typography(text=Look(size=Decimal(12), capitals=True), hyphens=True),
    )
    file = finished(paragraph(Region.TEXT, "a", font="Arial"))
    told = failed(wrong, file)
    assert [each.partition(": error[journal-look]: ")[2].split("\n")[0] for each in told] == [
        "margins: the journal wants left 2.5 cm, the file has 3.0 cm",
        "font: the journal wants Times New Roman, the file has Arial",
        "hyphenation: the journal wants words are parted, the file has words are not parted",
        "type of the text: the journal wants size 12 pt, the file has 14 pt",
        "type of the text: the journal wants capitals, the file has not capitals",
    ]


@pytest.mark.parametrize(
    ("unit", "counts", "count"),
    [
        (Unit.PAGES, frozenset(Region), 3),
        (Unit.WORDS, frozenset({Region.TEXT}), 2),
        (Unit.WORDS, frozenset(Region), 5),
        (Unit.CHARACTERS, frozenset({Region.NOTES}), 5),
    ],
)
def test_lengths(profile: Profile, unit: Unit, counts: frozenset[Region], count: int) -> None:
    file = finished(
        paragraph(Region.TEXT, "one two"),
        paragraph(Region.NOTES, "three"),
        paragraph(Region.REFERENCES, "four five"),
    )
    exact = Length(unit=unit, limits=Limits(at_least=count, at_most=count), counts=counts)
    assert failed(replace(profile, lengths=(exact,)), file) == []
    less = replace(exact, limits=Limits(at_most=count - 1))
    (told,) = failed(replace(profile, lengths=(less,)), file)
    assert (
        f"the manuscript has {count} {unit.value}; the journal wants {count - 1} or fewer" in told
    )


def test_lists(profile: Profile) -> None:
    latin = ReferenceList(
        style="apa",
        heading="References",
        romanised=Romanising(systems={"ru": "bsi"}),
        forbidden="//",
    )
    wanted = replace(
        profile, lists=(ReferenceList(style="gost-numeric", order=Order.ALPHABETICAL), latin)
    )
    file = finished(
        paragraph(Region.TEXT, "a"),
        paragraph(Region.REFERENCES, "1. Петров П."),
        paragraph(Region.REFERENCES, "2. Ахмедов А."),
        paragraph(Region.TEXT, "References"),
        paragraph(Region.REFERENCES, "1. Petrov P. // Город. https://example.org//a"),
    )
    told = failed(wanted, file)
    assert [each.partition(": error[journal-list]: ")[2].split("\n")[0] for each in told] == [
        "the list of references is to be in alphabetical order: another order",
        "the list “References” is to be 2 works: 1",
        "the list “References” is to be in Latin script: 1 entries with Cyrillic letters",
        "the list “References” is to be without //: has //",
    ]


@pytest.mark.parametrize(
    ("language", "entries", "kept"),
    [
        ("ru", ("Ахмедов А.", "Қаюмов Қ.", "Лола Л.", "Brown B."), True),
        ("ru", ("Brown B.", "Ахмедов А."), False),
        ("uz-cyrl", ("Brown B.", "Ахмедов А."), False),
        ("uz", ("Brown B.", "Ахмедов А."), True),
        ("en", ("Ахмедов А.", "Brown B."), False),
        ("ru", ("Ахмедов А.", "Brown B.", "Петров П."), False),
        ("ru", ("2010", "Ахмедов А."), True),
    ],
)
def test_the_script_of_a_manuscript_comes_first_in_its_list(
    profile: Profile, language: str, entries: tuple[str, ...], kept: bool
) -> None:
    wanted = replace(profile, lists=(ReferenceList(style="apa", order=Order.ALPHABETICAL),))
    works = tuple(map(str, range(len(entries))))
    file = finished(*(paragraph(Region.REFERENCES, each) for each in entries), cited=works)
    file = replace(file, order=works, language=language)
    assert (failed(wanted, file) == []) is kept


def test_a_list_in_the_order_of_citation(profile: Profile) -> None:
    wanted = replace(profile, lists=(ReferenceList(style="gost-numeric"),))
    entries = [paragraph(Region.REFERENCES, text) for text in ("1. A", "2. B")]
    assert failed(wanted, finished(*entries, cited=("one", "two", "one"))) == []
    (told,) = failed(wanted, finished(*entries, cited=("two", "one")))
    assert "is to be in the order of citation: another order" in told


def test_what_is_cited_stands_in_a_list_or_in_notes(profile: Profile) -> None:
    (told,) = failed(profile, finished(cited=("one",)))
    assert "the text cites works, and neither a note nor a list tells them" in told
    note = paragraph(Region.NOTES, "Petrov P. Metro.", NOTE)
    text = paragraph(Region.TEXT, "a b")
    rows = {each.topic: each for each in file_rows(profile, finished(text, note, cited=("one",)))}
    assert rows["Citations"].verdict is Verdict.PASSED
    assert rows["Citations"].measured == "1 notes in the file, and no list"


@pytest.mark.parametrize(
    ("limits", "counts", "hint"),
    [
        (Limits(at_least=10), frozenset(Region), "or write more"),
        (Limits(at_most=1), frozenset({Region.TEXT}), "so that a shorter form leaves them out"),
        (Limits(at_most=1), frozenset(Region), "does the journal take the `abstract_short`?"),
    ],
)
def test_the_hint_goes_by_the_direction(
    profile: Profile, limits: Limits, counts: frozenset[Region], hint: str
) -> None:
    length = Length(unit=Unit.WORDS, limits=limits, counts=counts)
    (told,) = problems_of(file_rows(replace(profile, lengths=(length,)), finished()))
    assert told.hint.endswith(hint)
    assert ("write more" in told.hint) is (limits.at_least is not None)


def test_figures(profile: Profile) -> None:
    wanted = replace(profile, figures=FigureRules(colour=False, separate=True))
    grey, blue = b'<svg fill="#565656"/>', b'<svg fill="#12586a"/>'
    assert problems_of(figure_rows(wanted, {"one": grey}, 1)) == []
    told = [each.message for each in problems_of(figure_rows(wanted, {"a": grey, "b": blue}, 0))]
    assert told == [
        "figures are to be black and white, and b are not",
        "not every figure is a file of its own",
    ]
    assert list(figure_rows(replace(profile, figures=FigureRules()), {"b": blue}, 0)) == []


@pytest.mark.parametrize(
    ("entry", "letter"),
    [
        ("12. Ёлкин", ("Cyrl", "е")),
        ("[Без заглавия]", ("Cyrl", "б")),
        ("3. ʻOʻzbekiston", ("Latn", "o")),
        ("4. 1998", ("", "")),
    ],
)
def test_the_letter_that_an_entry_is_sorted_by(entry: str, letter: tuple[str, str]) -> None:
    assert initial(entry) == letter


def test_an_orcid_is_found_whatever_its_hyphens() -> None:
    author = Author(
        name={"en": "Josiah Carberry"},
        affiliation={},
        orcid="0000-0002-1825-0097",
        where=Location(file="content/review.yaml"),
    )
    hyphen = "</w:t><w:noBreakHyphen/><w:t>"
    for written in ("0000-0002-1825-0097", "0000\u20110002\u20111825\u20110097"):
        for text in (written, written.replace("-", hyphen)):
            data = io.BytesIO()
            with zipfile.ZipFile(data, "w") as archive:
                archive.writestr(
                    "word/document.xml",
                    f'<w:document xmlns:w="{W}"><w:body><w:p><w:r><w:t>by {text}</w:t></w:r></w:p>'
                    "</w:body></w:document>",
                )
            rows = list(anonymity_rows("a.docx", data.getvalue(), [author]))
            told = {each.asked: each.verdict for each in rows}
            assert told["no ORCID"] is Verdict.FAILED
            assert told["no name"] is Verdict.PASSED
