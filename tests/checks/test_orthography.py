"""Wrong signs: what is told, to the letter, and what is left alone."""

from __future__ import annotations

import pytest

from uchtil.checks.orthography import check_orthography, findings
from uchtil.load.texts import Text
from uchtil.problems import Problems


def text(language: str, source: str, *, file: str = "a.md", style: str | None = "#") -> Text:
    return Text(file=file, language=language, source=source, start=0, end=len(source), style=style)


def told(language: str, source: str) -> list[str]:
    problems = Problems()
    check_orthography([text(language, source)], problems)
    return [str(problem) for problem in problems]


def mended(language: str, source: str) -> str:
    for each in reversed(findings(text(language, source))):
        if each.right is not None:
            source = source[: each.start] + each.right + source[each.end :]
    return source


@pytest.mark.parametrize(
    ("language", "wrong", "right"),
    [
        # apostrophes
        ("uz", "O'zbekiston va Qozog‘iston", "Oʻzbekiston va Qozogʻiston"),
        ("uz", "ma'no, e’lon, ta`lim", "maʼno, eʼlon, taʼlim"),
        ("uz", "oʼzbek maʻno", "oʻzbek maʼno"),
        ("uz", "togʼ va bog' yoʻli", "togʻ va bogʻ yoʻli"),
        ("en", "the border's length", "the border’s length"),
        # quotation marks
        ("uz", 'bu "namuna" va «anklav»', "bu “namuna” va “anklav”"),
        ("ru", 'слово "образец" и “анклав”', "слово «образец» и «анклав»"),
        ("ru", '«статья о "Шёлковом пути"»', "«статья о „Шёлковом пути“»"),
        ("en", 'the "model" and «enclave»', "the “model” and “enclave”"),
        ("en", '“the word "model" here”', "“the word ‘model’ here”"),
        # dashes
        ("ru", "Это - граница", "Это — граница"),
        ("ru", "Это – граница", "Это — граница"),
        ("ru", "Это -- граница", "Это — граница"),
        ("ru", "слово—слово", "слово — слово"),
        ("uz", "bu — chegara", "bu – chegara"),
        ("uz", "1991-2026", "1991–2026"),
        ("en", "pages 12-15", "pages 12–15"),
        # spaces that do not break
        ("ru", "в 1998 г. и 5 км", "в 1998\u00a0г. и 5\u00a0км"),
        ("ru", "А. С. Пушкин и Е.П. Ионова", "А.\u00a0С.\u00a0Пушкин и Е.\u00a0П.\u00a0Ионова"),
        ("uz", "Sh. Poʻlatov, 31 foiz", "Sh.\u00a0Poʻlatov, 31\u00a0foiz"),
        ("ru", '{{ fact("x").year }} г.', '{{ fact("x").year }}\u00a0г.'),
        # spaces and ellipses
        ("en", "two  words , and( one )", "two words, and( one)"),
        ("en", "one,two; three.Four", "one, two; three. Four"),
        ("ru", "и так далее...", "и так далее…"),
        # scripts
        ("ru", "Казaхстан", "Казахстан"),
        ("uz", "Tоshkent", "Toshkent"),
        ("ru", "договор c соседом", "договор с соседом"),
        # markup
        ("en", "five&nbsp;words &ndash; here", "five\u00a0words – here"),
    ],
)
def test_what_is_mended(language: str, wrong: str, right: str) -> None:
    assert mended(language, wrong) == right
    assert mended(language, right) == right


@pytest.mark.parametrize(
    ("language", "sound"),
    [
        ("uz", "Oʻzbekiston togʻlari, maʼno va “namuna ‘ichki’ soʻz” – 1998-yil, 22–23-mart"),
        ("uz", "“Саммит” va “Навои” haqida; (Алматы)"),
        ("uz", "“ОЭСР”ga va ОЭСРga tegishli"),
        ("ru", "«Так „внутри“ пишут» — и 2017–2019 гг; двух- и трёхсторонний, Алма-Ата"),
        ("ru", "буква oʻ, OTS, EXPO, XX век, «C5+1» и Xalq soʻzi"),
        ("en", "the sources’ dates of the ’90s? No: “words ‘inside’ words”"),
        ("en", "Oʻzbekiston’s Xalq soʻzi; the Uzbek–Kazakh border"),
        ("en", 'see https://example.org/a--b?c=1,2;3 and `code\'s "own" -- text`'),
        ("en", '[слово o\'n]{lang=ru-RU} and [text](address "title")'),
        ("en", '{{ cite("a", page="7") }}, then {{ fact("x").value }}.'),
        ("en", "- an item\n- another  \n\n| a  |  b |\n|----|----|"),
        ("en", "**bold** and *italic*"),
    ],
)
def test_what_is_left_alone(language: str, sound: str) -> None:
    found = [each for each in findings(text(language, sound)) if each.code != "no-break-space"]
    assert found == []


def test_the_messages() -> None:
    assert told("uz", "# Bosh\n\nBu o'zbek") == [
        "a.md:3:5: warning[apostrophe]: `o'zbek` holds ' (U+0027) where Uzbek has ʻ (U+02BB)\n"
        "    write `oʻzbek`"
    ]
    assert told("ru", "об'ект") == [
        "a.md:1:3: warning[apostrophe]: `об'ект` holds ' (U+0027), "
        "and Russian has no apostrophe\n    write ъ or ь, or take it out"
    ]
    assert told("ru", "Қозоғistan мы") == [
        "a.md:1:1: error[mixed-script]: `Қозоғistan` mixes scripts: Latin `i` (U+0069) "
        "in a Cyrillic word\n    type the word anew"
    ]
    assert told("ru", "договор c соседом") == [
        "a.md:1:9: error[mixed-script]: `c` is written in Latin letters\n"
        "    write `с` in Cyrillic letters"
    ]
    assert told("en", "an “open quotation") == [
        "a.md:1:4: warning[quotation-marks]: “ (U+201C) in “an “open quotation” opens "
        "a quotation that nothing closes\n    add the other mark, or take this one out"
    ]
    assert told("en", "a closed” one") == [
        "a.md:1:9: warning[quotation-marks]: ” (U+201D) in “a closed” one” closes "
        "a quotation that nothing opens\n    add the other mark, or take this one out"
    ]
    assert told("ru", "ровно 5 км") == [
        "a.md:1:8: warning[no-break-space]: a line may break between the number and `км` "
        "in “ровно 5 км”\n    write a no-break space (U+00A0)"
    ]
    assert told("en", "one,two") == [
        "a.md:1:4: warning[spacing]: no space stands behind `,` in “one,two”\n    add one"
    ]
    assert told("en", "**bold") == [
        "a.md:1:1: warning[markup-left]: `**` is markup, and has no partner\n    take it out"
    ]
    assert told("en", "a &nbsp; b") == [
        "a.md:1:3: warning[markup-left]: `&nbsp;` is an entity of HTML\n"
        "    write the sign itself: U+00A0"
    ]


def test_a_text_that_is_no_template_prints_its_braces() -> None:
    problems = Problems()
    check_orthography(
        [text("en", '{{ fact("x").year }}', file="content/facts/a.yaml", style=None)], problems
    )
    assert next(str(each) for each in problems) == (
        "content/facts/a.yaml:1:1: warning[markup-left]: `{{` is markup, and would be printed "
        "as it stands\n    take it out"
    )


def test_what_a_remark_quotes_is_left_as_the_source_prints_it() -> None:
    remark = text("uz", "Matnda “O'zbekiston - Qozog„iston” deb yozilgan", style=None)
    in_remarks = Text(
        file="content/remarks.yaml",
        language="uz",
        source=remark.source,
        start=0,
        end=remark.end,
    )
    assert findings(in_remarks) == []
    assert [each.code for each in findings(remark)] == ["apostrophe", "dash", "apostrophe"]
