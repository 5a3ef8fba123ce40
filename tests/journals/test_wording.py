"""The checklist's words: every phrase of the program is in the table, and the table is sound."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from decimal import Decimal

import pytest

from uchtil.bibliography.missing import _CALLED
from uchtil.journals.handoffs import HANDOFFS
from uchtil.journals.looks import STYLES
from uchtil.journals.phrases import Noun, Phrase, Tongue, written
from uchtil.journals.verdicts import counted, within
from uchtil.journals.wording import NOUNS, WORDING
from uchtil.model.profiles import Form, Limits, Region, Unit
from workshop import ROOT

SOURCES = [
    *(ROOT / "src/uchtil/journals").rglob("*.py"),
    *(ROOT / "src/uchtil/pipeline").glob("*.py"),
]
PLACE = re.compile(r"\{(\w+)(?::\w+)?(?:,\w+)?\}")
CODE = re.compile(r"`[^`]*`|\{[^{}]*\}")
SAME = re.compile(
    r"ORCID|DOI|UDC|CRediT|OJS|JATS|Crossref|Zenodo|CITATION\.cff|RIS|CSL-JSON|ISSN|BibLaTeX"
)


def phrases() -> Iterator[str]:
    """Yield each phrase that the program writes down whole, and those that a page does."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Phrase", "row"):
                first = node.args[0]
                for each in (first.body, first.orelse) if isinstance(first, ast.IfExp) else [first]:
                    if isinstance(each, ast.Constant):
                        yield each.value
    page = (ROOT / "templates/journals/checklist.html.j2").read_text(encoding="utf-8")
    yield from re.findall(r'say\("([^"]+)"', page)


def made_up() -> Iterator[str]:
    """Yield those that are put together of what the program knows elsewhere."""
    yield from (each.value for each in Region)
    yield from (f"It is the {each.value} form of the review." for each in Form if each != "fitting")
    yield from (f"The {each} form is too long: {{lengths}}." for each in ("full", "medium"))
    yield from (f"Type of the {each}" for each in ("text", *STYLES))
    yield from _CALLED.values()
    yield from (each.about for each in HANDOFFS.values() if not SAME.match(each.about))


def test_every_phrase_is_in_the_table() -> None:
    told = {each for each in phrases() if re.search(r"[a-z]{2}", CODE.sub("", each))}
    assert len(told) > 100
    lacking = sorted(
        {*told, *made_up()} - WORDING.keys() - {"It is the fitting form of the review."}
    )
    assert lacking == []


@pytest.mark.parametrize("english", WORDING)
def test_a_translation_says_the_same_in_its_own_letters(english: str) -> None:
    for language, text in zip(("uz", "ru"), WORDING[english], strict=True):
        assert sorted(PLACE.findall(text)) == sorted(PLACE.findall(english))
        assert set(re.findall(r"`[^`]*`", english)) <= set(re.findall(r"`[^`]*`", text))
        words = SAME.sub("", CODE.sub("", text))
        if language == "ru":
            assert not re.search(r"[A-Za-z]", words)
        else:
            assert not re.search(r"[А-Яа-яЁё'‘’`]", words)


def test_every_unit_is_a_noun() -> None:
    assert {each.value for each in Unit} <= NOUNS.keys()


@pytest.mark.parametrize(
    ("phrase", "russian", "uzbek", "cyrillic"),
    [
        (counted(1, "words"), "1 слово", "1 ta soʻz", "1 та сўз"),
        (counted(22, "works"), "22 работы", "22 ta ish", "22 та иш"),
        (counted(12, "pages"), "12 страниц", "12 ta sahifa", "12 та саҳифа"),
        (
            within(Limits(at_least=21), "keywords"),
            "не менее 21 ключевых слова",
            "kamida 21 ta kalit soʻz",
            "камида 21 та калит сўз",
        ),
        (
            Phrase("title, abstract and keywords in {tongue}", tongue=Tongue("ru")),
            "заглавие, аннотация и ключевые слова на русском языке",
            "rus tilida sarlavha, annotatsiya va kalit soʻzlar",
            "рус тилида сарлавҳа, аннотация ва калит сўзлар",
        ),
        (
            Phrase("top {size} cm", size=Decimal("2.5")),
            "верхнее 2,5 см",
            "yuqori 2,5 sm",
            "юқори 2,5 см",
        ),
        (Phrase("UDC"), "УДК", "UOʻK", "УЎК"),
        (
            Phrase("the journal's ISSN is not known, and JATS asks for it"),
            "неизвестен ISSN журнала, а в JATS он нужен",
            "jurnalning ISSN raqami nomaʼlum, JATS esa uni soʻraydi",
            "журналнинг ISSN рақами номаълум, JATS эса уни сўрайди",
        ),
        (
            Phrase("add `{field}:`", field="udc"),
            "добавьте `udc:`",
            "`udc:` qoʻshing",
            "`udc:` қўшинг",
        ),
    ],
)
def test_what_is_said(phrase: Phrase, russian: str, uzbek: str, cyrillic: str) -> None:
    said = {code: written(phrase, code) for code in ("en", "ru", "uz", "uz-cyrl")}
    assert said == {"en": str(phrase), "ru": russian, "uz": uzbek, "uz-cyrl": cyrillic}


def test_what_the_table_does_not_have_stays_as_it_is() -> None:
    assert written(Phrase("{count} {noun} of {x}", count=2, noun=Noun("words"), x="y"), "ru") == (
        "2 слов of y"
    )
    assert written("2.5", "ru") == "2.5"
