"""Foreign .bib, RIS and CSL-JSON: what is understood, what is kept, what is told."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from uchtil.bibliography.merge import Incoming, read_arrival
from uchtil.bibliography.merge.languages import language_called, language_certain
from uchtil.bibliography.merge.latex import text_of
from uchtil.bibliography.merge.written import fields_of
from uchtil.problems import Problems

from .conftest import arrived

NO_BIBLIOGRAPHY = (
    "error[not-a-bibliography]: no entry of BibTeX, RIS or CSL-JSON is found in the file"
)


def only(text: str, language: str = "") -> tuple[Incoming, dict[str, str], dict[str, str]]:
    """Return the one entry of a text, its fields, and what is kept of it."""
    (entry,) = arrived(text, language)[0].entries
    return entry, dict(fields_of(entry.reference)), {each.name: each.value for each in entry.kept}


def test_zotero_bib() -> None:
    entry, fields, kept = only(
        "\n% Better BibTeX\n@article{ionova_prioritety_2018,\n"
        "  title = {Внешнеполитические приоритеты {Узбекистана} для всех, кто их изучает},\n"
        "  author = {Ионова, Е. П. and {МГИМО} and others},\n"
        "  year = {2018}, month = apr, day = 3,\n  journal = {Россия}, volume = 4,\n"
        "  pages = {С. 80–96}, doi = {https://doi.org/10.1000/AbC},\n"
        "  url = {https://x.ru/a\\_b?utm_source=z}, language = {ru-RU},\n"
        "  abstract = {Первая строка.\n    Вторая.}, keywords = {политика, Азия},\n"
        "  file = {C\\:\\\\x.pdf:application/pdf}, urldate = {2020-01-02},\n}\n"
    )
    assert fields == {
        "author": "Ионова, Е. П. and {МГИМО} and others",
        "title": "Внешнеполитические приоритеты Узбекистана для всех, кто их изучает",
        "journaltitle": "Россия",
        "date": "2018-04-03",
        "volume": "4",
        "pages": "80--96",
        "url": "https://x.ru/a_b",
        "urldate": "2020-01-02",
        "doi": "10.1000/AbC",
        "langid": "ru-RU",
    }
    assert kept == {
        "url": "https://x.ru/a_b?utm_source=z",
        "abstract": "Первая строка.\n    Вторая.",
        "keywords": "политика, Азия",
        "file": "C\\:\\\\x.pdf:application/pdf",
    }
    assert (entry.id, entry.where.line) == ("ionova_prioritety_2018", 3)
    assert entry.comments == ("% Better BibTeX",)


def test_mendeley_and_google_scholar_bib() -> None:
    _, fields, kept = only(
        "@phdthesis{saidov2011, title={{Becoming neighbours}}, author={Saidov, B}, school={UWED},"
        " address={Tashkent}, year={2011}, annote={mine}, mendeley-groups={Asia}, issue={3}}"
    )
    assert fields == {
        "author": "Saidov, B",
        "title": "Becoming neighbours",
        "location": "Tashkent",
        "institution": "UWED",
        "date": "2011",
        "number": "3",
    }
    assert kept == {"entrytype": "phdthesis", "annote": "mine", "mendeley-groups": "Asia"}


@pytest.mark.parametrize(
    ("type_", "said", "language", "made", "kept"),
    [
        ("thesis", "type={phdthesis}, ", "en", "PhD thesis", {}),
        ("phdthesis", "", "ru", "диссертация PhD", {}),
        ("phdthesis", "type={phdthesis}, ", "uz-Latn", "PhD dissertatsiyasi", {}),
        ("mastersthesis", "", "uz-Cyrl-UZ", "магистрлик диссертацияси", {}),
        ("thesis", "type={candthesis}, ", "ru-RU", "кандидатская диссертация", {}),
        ("phdthesis", "type={DPhil thesis}, ", "en", "DPhil thesis", {"entrytype": "phdthesis"}),
        ("phdthesis", "", "de", "", {"entrytype": "phdthesis"}),
        ("thesis", "type={phdthesis}, ", "", "", {"type": "phdthesis"}),
        ("techreport", "", "en", "", {"entrytype": "techreport"}),
    ],
)
def test_degrees_are_written_in_words(
    type_: str, said: str, language: str, made: str, kept: dict[str, str]
) -> None:
    """A key of BibLaTeX is printed as it stands, and is nothing to be read."""
    _, fields, others = only(f"@{type_}{{a, title={{T}}, {said}langid={{{language}}}}}")
    assert (fields.get("type", ""), others) == (made, kept)


def test_strings_and_what_is_put_together() -> None:
    arrival, told = arrived(
        '@string{ca = "Central " # "Asia"}\n@comment{jabref-meta: x}\n@preamble{"y"}\n'
        'Left over.\n\n@article{a, title = "On " # ca # { now}, month = "3~" # jan, year = 2001}\n'
    )
    assert dict(fields_of(arrival.entries[0].reference)) == {
        "title": "On Central Asia now",
        "date": "2001-01-03",
    }
    assert [(each.where.line, each.what) for each in arrival.asides] == [
        (1, "@string (written out where it is used)"),
        (2, "@comment"),
        (3, "@preamble"),
        (4, "comment"),
    ]
    assert told == []


def test_broken_entries_are_told_with_their_line_and_do_not_hurt_others() -> None:
    arrival, told = arrived(
        "@book{a,\n  title = {x,\n  year = 2001,\n}\n\n@book{b,\n  title = {Good},\n}\n"
        "@book{c,\n  title = {y}\n  year = 2002,\n}\n@book{d, title = unknown}\n"
        "@book{b, title={Z}}\n"
    )
    assert [entry.id for entry in arrival.entries] == ["b", "b#2"]
    assert [each.splitlines()[0] for each in told] == [
        "in:2: warning[broken-incoming]: the entry is broken and cannot be read: it is left out",
        "in:10: warning[broken-incoming]: `c`: a comma is missing after a value: it is left out",
        "in:13: warning[broken-incoming]: `d`: `unknown` is a word without braces that no "
        "`@string` defines: it is left out",
    ]
    assert [each.raw.splitlines()[0] for each in arrival.broken] == [
        "@book{a,",
        "@book{c,",
        "@book{d, title = unknown}",
    ]


@pytest.mark.parametrize(
    ("raw", "text", "whole"),
    [
        (r"Erd{\H o}s \& S{\o}n --- \'{E}tude", "Erdős & Søn — Étude", True),
        (r"The {CAREC} Corridor", "The CAREC Corridor", True),
        (r"``Great'' game~II", "“Great” game\u00a0II", True),
        (r"\unknown{a} b", "a b", False),
        (r"\emph{Asia} \url{http://a.b/c_d}", "Asia http://a.b/c_d", True),
    ],
)
def test_latex(raw: str, text: str, whole: bool) -> None:
    assert text_of(raw) == (text, whole)


@pytest.mark.parametrize(
    ("written", "name", "told"),
    [
        ("Donald E. Knuth", "Knuth, Donald E.", False),
        ("Е. П. Ионова", "Ионова, Е. П.", False),
        ("Ионова Е. П.", "Ионова, Е. П.", False),
        ("Ramatov Murat Qalvayevich", "Ramatov, Murat Qalvayevich", False),
        ("Мурат Калваевич Раматов", "Раматов, Мурат Калваевич", False),
        ("Хайруллаев Икром Илёмжон ўғли", "Хайруллаев, Икром Илёмжон ўғли", False),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig", True),
        ("Martin {Luther King}", "Luther King, Martin", False),
        ("King, Jr., Martin", "King, Jr., Martin", False),
        ("{World Bank}", "{World Bank}", False),
        ("Murat Ramatov", "Ramatov, Murat", True),
        ("Usmonov Q., Sodiqov M.", "Usmonov, Q. and Sodiqov, M.", False),
    ],
)
def test_names_of_bibtex(written: str, name: str, told: bool) -> None:
    arrival, problems = arrived(f"@book{{a, title = {{x}}, author = {{{written}}}}}")
    assert dict(fields_of(arrival.entries[0].reference))["author"] == name
    assert ("doubtful-name" in "".join(problems)) is told


def test_a_doubtful_name_and_an_unfit_value_are_told() -> None:
    _, told = arrived("@book{a,\n title = {x},\n author = {Murat Ramatov},\n date = {soon},\n}")
    assert told == [
        "in:3: warning[doubtful-name]: the field `author` does not tell which word of "
        "`Murat Ramatov` is the family name\n    it is taken for `Ramatov`, as BibTeX does; "
        "write `Family, Given` in the file if that is wrong",
        "in:4: warning[unfit-value]: `soon` cannot be the value of `date`\n"
        "    it is kept as a comment above the entry; write `date` by hand",
    ]


def test_latex_and_types_that_are_not_known_are_told() -> None:
    arrival, told = arrived(
        "@artcle{a, title={On $\\alpha$-trade}, note={$\\beta$}}\n@blah{b, title={T}}\n"
        "@dataset{c, title={\\mine}, abstract={$\\gamma$}}\n"
    )
    assert told == [
        "in:1: warning[unfit-value]: the entry type `@artcle` of `a` is unknown: it is taken for "
        "`@misc`\n    did you mean `@article`?",
        "in:1: warning[unfit-value]: `title` holds LaTeX that is not read: On $\\alpha$-trade\n"
        "    it is kept as a comment above the entry; write `title` in plain letters",
        "in:1: warning[unfit-value]: `note` holds LaTeX that is not read: $\\beta$\n"
        "    it is kept as a comment above the entry; write `note` in plain letters",
        "in:2: warning[unfit-value]: the entry type `@blah` of `b` is unknown: it is taken for "
        "`@misc`\n    write one of BibTeX in the file if that is wrong",
        "in:3: warning[unfit-value]: `title` holds LaTeX that is not read: \\mine\n"
        "    it is kept as a comment above the entry; write `title` in plain letters",
    ]
    assert [each.value for each in arrival.entries[2].kept][1:] == ["\\mine", "$\\gamma$"]


def test_zotero_ris() -> None:
    entry, fields, _ = only(
        "TY  - CHAP\r\nTI  - Дороги региона\r\nAU  - Ионова, Е. П.\r\nAU  - Jones, M., Jr.\r\n"
        "AU  - World Bank\r\nT2  - Восток\r\nA2  - Ray, S.\r\nPY  - 2016\r\nDA  - 2016/04/23/\r\n"
        "SP  - 80\r\nEP  - 96\r\nSN  - 978-9943-28-999-7\r\nUR  - https://a.uz/b\r\n"
        "UR  - https://a.uz/c\r\nAB  - One\r\ntwo.\r\nKW  - a\r\nKW  - b\r\nLA  - rus\r\nER  - \r\n"
    )
    assert fields == {
        "author": "Ионова, Е. П. and Jones, M. and {World Bank}".replace(
            "Jones, M.", "Jones, Jr., M."
        ),
        "editor": "Ray, S.",
        "title": "Дороги региона",
        "booktitle": "Восток",
        "date": "2016-04-23",
        "pages": "80--96",
        "url": "https://a.uz/b",
        "isbn": "978-9943-28-999-7",
        "langid": "ru",
    }
    assert [(each.name, each.value) for each in entry.kept] == [
        ("UR", "https://a.uz/c"),
        ("AB", "One\ntwo."),
        ("KW", "a"),
        ("KW", "b"),
    ]
    assert entry.id == "#1"


def test_scopus_and_endnote_ris() -> None:
    _, fields, kept = only(
        "Record 1 of 1\nTY  - JOUR\nT1  - Trade\nA1  - Bohr, A.\nJF  - Asian Survey\nJO  - AS\n"
        "Y1  - 2004/05//\nIS  - 2\nVL  - 80\nSN  - 0020-5850 (ISSN)\nM3  - Article\n"
        "N1  - Export Date: 1 May 2020\nID  - 12\nER  -"
    )
    assert fields == {
        "author": "Bohr, A.",
        "title": "Trade",
        "journaltitle": "Asian Survey",
        "date": "2004-05",
        "volume": "80",
        "number": "2",
        "issn": "0020-5850",
    }
    assert kept == {"JO": "AS", "M3": "Article", "N1": "Export Date: 1 May 2020"}


def test_broken_ris_is_told() -> None:
    arrival, told = arrived(
        "AU  - x\nTY  - BOOK\nTI  - a\nTY  - BOOK\nTI  - b\nER  - \nTY  - BOOK\n"
    )
    assert [entry.reference.title for entry in arrival.entries] == ["b"]
    assert [each.splitlines()[0] for each in told] == [
        "in:1: warning[broken-incoming]: the line `AU  - x` stands in no record: it is left out",
        "in:2: warning[broken-incoming]: the record is never closed: it is left out",
        "in:7: warning[broken-incoming]: the record is never closed: it is left out",
    ]


def test_zotero_csl() -> None:
    item = {
        "id": "http://zotero.org/users/1/items/AB",
        "type": "speech",
        "title": 'On <i>Asia</i> and <span class="nocase">ADB</span>',
        "author": [
            {"family": "Hagen", "given": "Mark", "non-dropping-particle": "von", "ORCID": "0"},
            {"literal": "World Bank"},
            {"literal": "et al."},
        ],
        "issued": {"date-parts": [["2016", 4, 23], [2016, 4, 24]]},
        "accessed": {"raw": "2 May 2020"},
        "language": "English",
        "note": "Citation Key: hagen2016",
        "custom": {"a": [1]},
    }
    entry, fields, kept = only(json.dumps([item]))
    assert fields == {
        "author": "von Hagen, Mark and {World Bank} and others",
        "title": "On Asia and ADB",
        "date": "2016-04-23/2016-04-24",
        "urldate": "2020-05-02",
        "langid": "en",
    }
    assert kept == {
        "type": "speech",
        "id": "http://zotero.org/users/1/items/AB",
        "title": item["title"],
        "author 1": '{"ORCID": "0"}',
        "note": "Citation Key: hagen2016",
        "custom": '{"a": [1]}',
    }
    assert entry.key == "hagen2016"


def test_broken_json_keeps_what_stands_before() -> None:
    arrival, told = arrived('[\n{"id": "a", "title": "x"},\n7,\n{"id": "b", "title": }\n]')
    assert [entry.id for entry in arrival.entries] == ["a"]
    assert [each.splitlines()[0] for each in told] == [
        "in:3: warning[broken-incoming]: this is no item of CSL-JSON: it is left out",
        "in:4: warning[broken-incoming]: JSON ends to make sense here, and is not read further "
        "(Expecting value): it is left out",
    ]


def test_deep_json_is_no_trouble() -> None:
    arrival, told = arrived('[{"id": "a", "title": "x"},' + "[" * 100_000)
    assert len(arrival.entries) == 1
    assert "not read further" in told[0]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"Just text.", f"in: {NO_BIBLIOGRAPHY}"),
        ("\ufeffTY  - BOOK\nTI  - a\nER  - ".encode(), ""),
        ("@book{a, title={Узбек}}".encode("cp1251"), "in:1:17: error[unreadable-encoding]: the"),
        ("@book{a, title={x}}".encode("utf-16"), "in:1: error[unreadable-encoding]: the file is"),
        (b"", "in: error[empty-file]: the file is empty"),
    ],
)
def test_files(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "x.bib"
    path.write_bytes(data)
    problems = Problems()
    arrival = read_arrival(path, "in", problems)
    assert (arrival is None) is bool(told)
    assert [str(each)[: len(told)] for each in problems] == ([told] if told else [])


@pytest.mark.parametrize(
    ("title", "tag"),
    [
        ("Ўзбекистон ва Қозоғистон", "uz-Cyrl"),
        ("Қазақстанның сыртқы саясаты мен ұлттық мүддесі", "kk"),
        ("Oʻzbekiston va Qozogʻiston", "uz-Latn"),
        ("O'zbekiston va Qozog'iston aloqalari", "uz-Latn"),
        ("Водные ресурсы в политике региона", "ru"),
        ("История Узбекистана", ""),
        ("The politics of water", ""),
        ("Фарҳанг ва ҷомеа", ""),
        ("O'Brien and the others", ""),
        ("Водна політика України", ""),
    ],
)
def test_a_language_that_is_certain(title: str, tag: str) -> None:
    assert language_certain(title) == tag


@pytest.mark.parametrize(
    ("said", "title", "tag"),
    [
        ("russian", "", "ru"),
        ("Русский", "", "ru"),
        ("en-us", "", "en-US"),
        ("English (UK)", "", "en"),
        ("uzb", "Ўзбекистон", "uz-Cyrl"),
        ("Uzbek", "Toshkent", "uz-Latn"),
        ("Uzbek", "Toshkent Тошкент", ""),
        ("Klingon", "", ""),
    ],
)
def test_a_language_that_is_told(said: str, title: str, tag: str) -> None:
    assert language_called(said, title) == tag
