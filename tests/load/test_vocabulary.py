from babel import Locale

from uchtil.load.vocabulary import NAME_FILE, PLURALS, SOURCE_FILE, TERM_FILE
from uchtil.model import Name, Source, When
from uchtil.problems import Location

from .conftest import Read

SOURCE_TEXT = f"""\
sources:
  - key: ramatov2026
    text: 000.txt
    fingerprint: sha256:{"0a" * 32}
    language: uz-Latn-UZ
    label: {{uz: R, ru: Р, en: R}}
    covers: {{uz: a, ru: б, en: c}}
"""


def test_a_source(read: Read) -> None:
    (entry,), told = read(SOURCE_FILE, SOURCE_TEXT)
    assert told == []
    assert entry.record == Source(
        key="ramatov2026",
        text="000.txt",
        fingerprint=f"sha256:{'0a' * 32}",
        language="uz-Latn-UZ",
        label={"uz": "R", "ru": "Р", "en": "R"},
        covers={"uz": "a", "ru": "б", "en": "c"},
        where=Location(file="a.yaml", line=2, column=10),
    )


def test_what_is_wrong_with_a_source(read: Read) -> None:
    text = SOURCE_TEXT.replace("sha256:", "md5:").replace("000.txt", "../000.txt")
    (entry,), told = read(SOURCE_FILE, text.replace("uz-Latn-UZ", "kz-KZ"))
    assert (entry.id, entry.record) == ("ramatov2026", None)
    assert told == [
        "a.yaml:3:11: error[wrong-value]: `../000.txt` cannot be `text` of the source "
        "`ramatov2026`\n    write the name of a file, without folders",
        f"a.yaml:4:18: error[wrong-fingerprint]: `md5:{'0a' * 32}` cannot be `fingerprint` of the "
        "source `ramatov2026`\n    write `sha256:` and the 64 hexadecimal digits that "
        "`sha256sum` prints for the text",
        "a.yaml:5:15: error[wrong-language-tag]: `kz-KZ` is not a language tag known here\n"
        "    did you mean `kk-KZ`?",
    ]


def test_names(read: Read) -> None:
    text = """\
names:
  - id: cis
    type: body
    forms: {uz: MDH toʻliq, ru: Содружество, en: Commonwealth}
    short: {uz: MDH, ru: СНГ, en: CIS}
    spellings: {anon-1991: [MDH, 1991]}
    valid: 1991-12-08/..
    note: {uz: a, ru: б, en: c}
  - {id: x, type: town, forms: {uz: a, ru: б, en: c}}
"""
    (cis, broken), told = read(NAME_FILE, text)
    assert cis.record == Name(
        id="cis",
        type="body",
        forms={"uz": "MDH toʻliq", "ru": "Содружество", "en": "Commonwealth"},
        short={"uz": "MDH", "ru": "СНГ", "en": "CIS"},
        spellings={"anon-1991": ("MDH", "1991")},
        valid=When.parse("1991-12-08/.."),
        note={"uz": "a", "ru": "б", "en": "c"},
        where=Location(file="a.yaml", line=2, column=9),
    )
    assert (broken.id, broken.record) == ("x", None)
    assert told == [
        "a.yaml:9:19: error[unknown-choice]: `town` cannot be `type` of the name `x`\n"
        "    write one of: person, place, body, document, project, event"
    ]


def test_terms(read: Read) -> None:
    text = """\
themes: {trade: {uz: Savdo, ru: Торговля, en: Trade}}
units:
  usd: {uz: AQSH dollari, ru: долл., en: {before: US$}}
  visit: {uz: tashrif, ru: {one: а, few: б, many: в, other: г}, en: {one: d, other: e}}
"""
    terms, told = read(TERM_FILE, text)
    assert told == []
    assert terms.themes["trade"].name == {"uz": "Savdo", "ru": "Торговля", "en": "Trade"}
    assert str(terms.themes["trade"].where) == "a.yaml:1:10"
    assert terms.indicators == {}
    assert terms.units["usd"].forms == {
        "uz": {"other": "AQSH dollari"},
        "ru": {"other": "долл."},
        "en": {"other": "US$"},
    }
    assert terms.units["usd"].before == {"en"}
    assert terms.units["visit"].forms["ru"] == {"one": "а", "few": "б", "many": "в", "other": "г"}
    assert terms.units["visit"].before == frozenset()
    assert str(terms.units["visit"].where) == "a.yaml:4:3"


def test_wrong_plural_forms(read: Read) -> None:
    text = "themes: {}\nunits: {visit: {uz: a, ru: {one: а, other: г}, en: {few: d, other: e}}}"
    assert read(TERM_FILE, text)[1] == [
        "a.yaml:2:28: error[missing-plural]: the unit `visit` in `ru` lacks the plural form "
        "`few`, `many`\n    give one, few, many, other, or one word for all",
        "a.yaml:2:52: error[missing-plural]: the unit `visit` in `en` lacks the plural form "
        "`one`\n    give one, other, or one word for all",
        "a.yaml:2:53: error[unknown-field]: the unit `visit` in `en` has no form `few`\n"
        "    its plural forms are one, other; or write `before:` alone",
    ]


def test_the_plural_forms_are_those_of_cldr() -> None:
    for code, categories in PLURALS.items():
        assert set(categories) == {*Locale.parse(code).plural_form.tags, "other"}
