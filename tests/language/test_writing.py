"""A review's Uzbek in the other script: mark-up, names, quotations, what cannot be written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

from uchtil.language.uz.script import KEEP_END, KEEP_START
from uchtil.language.uz.writing import Writing
from uchtil.pipeline.prepare import prepare
from uchtil.problems import Problems
from uchtil.render.cyrillic import writing_of

ROOT = Path(__file__).resolve().parents[2]
PLAIN = Writing()
OWN = Writing(
    names={"Xrushchev": "Хрушчёв", "Gogol": "Гоголь", "UzDaily sayti": "UzDaily сайти"},
    spellings=frozenset({"OTS", "Qozoqiston", "Qozog‘izton"}),
)

MARKDOWN = {
    "# Savdo {#savdo .ochiq}": "# Савдо {#savdo .ochiq}",
    "{{ fact(“x”).value }}ga yetdi": "{{ fact(“x”).value }}га етди",
    "{% if x %}savdo{% endif %}{# izoh #}": "{% if x %}савдо{% endif %}{# izoh #}",
    '{{ fact("x").year }}-yilda': '{{ fact("x").year }} йилда',
    '{{ fact("x").year }}-yillik': '{{ fact("x").year }}-йиллик',
    "soʻz [@{key2026}, 7; manba: @{other}].": "сўз [@{key2026}, 7; манба: @{other}].",
    "soʻz [@key-2026; -@b.c]": "сўз [@key-2026; -@b.c]",
    "[1-jadval](#table-savdo)da": "[1-жадвал](#table-savdo)да",
    "![[1-rasm.]{.exhibit-number} Savdo](figure:savdo){#figure-savdo .exhibit}": (
        "![[1-расм.]{.exhibit-number} Савдо](figure:savdo){#figure-savdo .exhibit}"
    ),
    "[the border]{lang=en-GB}ni": "[the border]{lang=en-GB}ни",
    "[a [b] c]{.keep} va `kod`": "[a [b] c]{.keep} ва `kod`",
    "::: {lang=ru-RU}\nza rubej\n:::\n\nsavdo": "::: {lang=ru-RU}\nza rubej\n:::\n\nсавдо",
    "::: {#table-x .exhibit}\n\n| Sana |\n|------|\n| may |\n\n: Savdo\n\n:::": (
        "::: {#table-x .exhibit}\n\n| Сана |\n|------|\n| май |\n\n: Савдо\n\n:::"
    ),
    "savdo[^izoh]\n\n[^izoh]: Izoh": "савдо[^izoh]\n\n[^izoh]: Изоҳ",
    "```\nkod\n```\n": "```\nkod\n```\n",
    "savdo&nbsp;uyi <https://kun.uz/savdo>": "савдо&nbsp;уйи <https://kun.uz/savdo>",
    "*savdo* va **sanoat**": "*савдо* ва **саноат**",
    "\\[savdo\\]": "\\[савдо\\]",
}


@pytest.mark.parametrize(("latin", "cyrillic"), MARKDOWN.items())
def test_what_is_no_prose_stays_both_ways(latin: str, cyrillic: str) -> None:
    assert PLAIN.cyrillic_markdown(latin) == cyrillic
    assert PLAIN.latin_markdown(cyrillic) == latin


def test_quotation_marks_are_those_of_the_script() -> None:
    assert PLAIN.cyrillic("“Xalq ‘soʻzi’ gazetasi”da") == "«Халқ „сўзи“ газетаси»да"
    assert PLAIN.latin("«Халқ „сўзи“ газетаси»да") == "“Xalq ‘soʻzi’ gazetasi”da"
    # Cyrillic may be written with the marks of Latin, too
    assert PLAIN.latin("“Халқ сўзи”да") == "“Xalq soʻzi”da"


def test_names_have_the_form_of_their_record_and_take_endings() -> None:
    assert OWN.cyrillic("Xrushchevning, Gogol va Gogolga") == "Хрушчёвнинг, Гоголь ва Гоголга"
    assert OWN.latin("Хрушчёвнинг, Гоголь ва Гоголга") == "Xrushchevning, Gogol va Gogolga"
    assert OWN.cyrillic("UzDaily\nsaytida") == "UzDaily\nсайтида"
    assert OWN.latin("UzDaily сайтида") == "UzDaily saytida"
    assert PLAIN.cyrillic("UzDaily") == "УзДаилй"
    # part of another word is no name
    assert OWN.cyrillic("Gogolov") == "Гоголов"


def test_spellings_that_are_quoted_and_abbreviations_are_told_as_printed() -> None:
    assert OWN.cyrillic("“Qozoqiston” va Qozoqiston") == "«Qozoqiston» ва Қозоқистон"
    assert OWN.cyrillic("OTSga, OTSM, “Qozog‘izton”") == "OTSга, ОТСМ, «Qozog‘izton»"
    assert PLAIN.cyrillic("OTS") == "ОТС"


def test_lines_stay() -> None:
    text = "Хрушчёв\n\nГоголь ва\n«UzDaily\nсайти»\n"
    latin = OWN.latin_markdown(text)
    assert latin == "Xrushchev\n\nGogol va\n“UzDaily\nsayti”\n"
    assert OWN.cyrillic_markdown(latin) == text


def test_words_that_cannot_be_written_are_found() -> None:
    def found(text: str, writing: Writing = OWN) -> list[str]:
        return [each[0] for each in writing.doubtful(text)]

    text = "Facebook, Perplexity, Tokyo, Wi-Fi: OECD, OECDga, SCO, XIX asr, V bob, A4, gazeta.uz"
    assert found(text) == ["Facebook", "Perplexity", "Wi"]
    assert found("UzDaily saytida va UzDaily") == ["UzDaily"]
    assert found("dunyo, obyekt, intervyu, batalyon, may oyi, oliy, dayr") == []
    # what a caller has blotted out is not looked at
    assert found(f"{KEEP_START * 8} Facebook {KEEP_START}{KEEP_END}") == ["Facebook"]


def _is_uzbek(text: str) -> str:
    """Blot out the Cyrillic that a Latin text quotes, which nothing tells from the rest then."""
    return re.sub(r"[Ѐ-ӿ]+", "…", text)


def test_the_shipped_article_and_its_files_come_back() -> None:
    """Latin to Cyrillic to Latin to Cyrillic: the rendered text, and every file as written."""
    prepared = prepare(ROOT, Problems())
    assert prepared is not None
    # A form of a source that the rules do not spell is quoted, and stays as it is, one way only.
    own = Writing(names=writing_of(prepared.project).names)
    part = prepared.article.parts["uz"]
    texts = [part.abstract, *(section.markdown for section in part.sections)]
    texts += [path.read_text(encoding="utf-8") for path in ROOT.glob("content/sections/*/uz.md")]
    assert len(texts) == 23
    for text in map(_is_uzbek, texts):
        cyrillic = own.cyrillic_markdown(text)
        assert len(re.findall("[а-яёўқғҳ]", cyrillic)) > 0.1 * len(cyrillic)
        assert own.latin_markdown(cyrillic) == text
        assert own.cyrillic_markdown(own.latin_markdown(cyrillic)) == cyrillic


def test_all_uzbek_values_of_the_shipped_review_come_back() -> None:
    prepared = prepare(ROOT, Problems())
    assert prepared is not None
    own = Writing(names=writing_of(prepared.project).names)
    count = 0
    for path in (ROOT / "content").rglob("*.yaml"):
        for text in values(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)):
            count += 1
            plain = _is_uzbek(text).replace("SHHT", "…")  # a form of a source, not of the rules
            assert own.latin_markdown(own.cyrillic_markdown(plain)) == plain
    assert count > 1000


def values(node: object, uzbek: bool = False) -> list[str]:
    """Return every text under a key `uz`."""
    if isinstance(node, dict):
        return [text for key, each in node.items() for text in values(each, uzbek or key == "uz")]
    if isinstance(node, list):
        return [text for each in node for text in values(each, uzbek)]
    return [node] if uzbek and isinstance(node, str) else []
