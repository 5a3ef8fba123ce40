"""A new profile filled in from a page of rules: it can be read, and each line has its words."""

from __future__ import annotations

import datetime
import re
from pathlib import Path

import pytest
import yaml

from journals.test_skeleton import ruled
from uchtil.formats.csl import journal_style_names, load_style
from uchtil.journals.guidelines.filling import fill
from uchtil.journals.guidelines.reading import Guidelines, read_guidelines
from uchtil.journals.guidelines.telling import screen
from uchtil.journals.skeleton import skeleton
from uchtil.load.profiles import load_profile
from uchtil.pipeline.new_profile import read_rules
from uchtil.pipeline.profiles import unknown_names
from uchtil.problems import Problems
from workshop import ROOT

TEMPLATES = ROOT / "templates"
PAGES = ROOT / "tests" / "data" / "journals"
NAMES = sorted(each.stem for each in PAGES.glob("*.yaml"))


@pytest.fixture(scope="module")
def empty() -> str:
    styles = {
        name: load_style(TEMPLATES, name, journals=True).kind
        for name in journal_style_names(TEMPLATES)
    }
    return skeleton("mine", styles, TEMPLATES, datetime.date(2026, 11, 30))


def page_of(name: str) -> Guidelines:
    (path,) = (each for each in PAGES.glob(f"{name}.*") if each.suffix != ".yaml")
    page = read_rules(path, Problems())
    assert page is not None
    return page


@pytest.mark.parametrize("name", NAMES)
def test_what_is_written_can_be_read(tmp_path: Path, empty: str, name: str) -> None:
    text = ruled(fill(empty, page_of(name)))
    text = text.replace("{uz: , ru: , en: }", "{en: A Journal}")
    text = re.sub(r"  url:  +#", "  url: https://example.org/rules #", text)
    folder = tmp_path / "templates" / "journals"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    profile = load_profile(tmp_path, TEMPLATES, "mine", problems)
    problems.extend(unknown_names(tmp_path, TEMPLATES, "mine"))
    assert [each.message for each in problems] == []
    assert profile is not None


def test_a_line_has_its_value_and_the_page_s_words(empty: str) -> None:
    lines = fill(empty, page_of("ru-vestnik")).splitlines()
    for line in (
        "page:                              # cm",
        "  left: 3                           # “слева 30 мм”",
        "  title: {align: center, bold: true, capitals: true} "
        "# “по центру”; “прописными”; “полужирным”",
        "  - {unit: characters, limits: 30000-40000} # “от 0,75 до 1 авторского листа”",
        "#title_words: 12 or fewer"[1:].ljust(35) + " # “не более 12 слов”",
        "  - {style: gost-numeric, heading: Список литературы, order: citation} "
        "# “Список литературы”; “в порядке упоминания”",
        "      systems: {ru: bsi, uz-cyrl: uzbek-latin, kk: bgn-pcgn} # ru: “по системе BSI”",
        "#  number_size: 12",
        "#form: fitting                      # full, medium, short",
        "## The page also speaks of originality: “Оригинальность текста должна быть не ниже 75 %”",
    ):  # fmt: skip
        assert line in lines, line


def test_what_is_told_twice_stays_a_sample_below_both(empty: str) -> None:
    lines = fill(empty, page_of("ru-zapiski")).splitlines()
    at = lines.index("#  left: 3")
    assert lines[at - 1] == "## Told twice: left 2 “Все поля – 2 см”; 3 “левое 3 см”"
    assert yaml.safe_load("\n".join(lines))["page"] == {"right": 2}


def test_lists_stay_samples_where_no_style_is_told(empty: str) -> None:
    page = read_guidelines(["Список литературы строится по алфавиту."])
    lines = fill(empty, page).splitlines()
    assert "#lists:" in lines
    assert "#  - {style: gost-numeric, order: alphabetical} # “по алфавиту”" in lines
    assert "citations:                          # as gost-numeric" in lines


def test_a_second_list_waits_for_its_system(empty: str) -> None:
    page = read_guidelines(
        ["Ссылки – в квадратных скобках.", "Затем следует References в латинице."]
    )
    lines = fill(empty, page).splitlines()
    assert "  - {style: gost-numeric}           # as the citations" in lines
    assert "#      systems: {ru: bsi, uz-cyrl: uzbek-latin, kk: bgn-pcgn} # not told" in lines


def test_a_page_that_tells_nothing_changes_nothing(empty: str) -> None:
    assert fill(empty, read_guidelines(["Welcome to our journal."])) == empty


def test_the_screen_tells_all_and_the_next_command() -> None:
    lines = list(screen(page_of("ru-zapiski"), "templates/journals/mine.yaml", "mine"))
    assert lines[0] == "wrote templates/journals/mine.yaml; the page fills in 12 lines:"
    assert "    page.right               2                            “Все поля – 2 см”" in lines
    assert "told twice, so not filled in:" in lines
    assert any(
        each.startswith("    type.spacing             1 “интервал одинарный”; 1.5")
        for each in lines
    )
    assert (
        "not told, or not recognised: the journal's name, the address of the page, "
        "what stands before the text, order of the list, how many works" in lines
    )
    assert "also spoken of, and told above `duties`: originality, a certificate" in lines
    assert lines[-1] == "    ./build.py submit mine --check"
    assert len(lines) <= 45


def test_what_is_not_understood_is_quoted_on_the_screen_and_above_its_line(empty: str) -> None:
    page = page_of("ru-bloki")
    lines = list(screen(page, "templates/journals/mine.yaml", "mine"))
    at = lines.index("spoken of, and not understood: see the page for")
    assert lines[at + 1 : at + 4] == [
        "    margins: “поля: 2,54 – 3,17”",
        "    indent: “отступ в пять знаков”",
        "    length of the abstract: “аннотация: 5–7 строк”",
    ]
    assert lines[at + 4] == ("not told, or not recognised: the address of the page, how many works")
    written = fill(empty, page).splitlines()
    assert (
        written[written.index("#  left: 3") - 1] == "## Not understood: margins “поля: 2,54 – 3,17”"
    )


def test_margins_in_the_same_words_are_shown_once() -> None:
    page = read_guidelines(["Все поля – 2 см.", "Поля левое и правое 3 см."])
    lines = list(screen(read_guidelines(["Все поля – 2 см."]), "mine.yaml", "mine"))
    assert (
        lines[1]
        == "    page.top, right, bottom, left 2                            “Все поля – 2 см”"
    )
    assert sorted(page.twice) == ["page.left", "page.right"]
