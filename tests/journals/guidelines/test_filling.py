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
    text = re.sub(r"(?m)^#(languages|front): \[", r"\1: [", text)  # what is proposed
    text = re.sub(r"\{(uz: , ru: , en|uz|ru|en): \}", "{en: A Journal}", text)
    text = re.sub(r"  url:  +#", "  url: https://example.org/rules #", text)
    folder = tmp_path / "templates" / "journals"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    profile = load_profile(tmp_path, TEMPLATES, "mine", problems)
    problems.extend(unknown_names(tmp_path, TEMPLATES, "mine"))
    # The sample of `front` has one language, whatever the page asks for.
    readable = [each for each in problems if not each.message.endswith("prints that")]
    assert readable == []
    assert profile is not None or [*problems]


def test_a_line_has_its_value_and_the_page_s_words(empty: str) -> None:
    lines = fill(empty, page_of("ru-vestnik")).splitlines()
    for line in (
        "page:                              # cm",
        "  left: 3                           # “слева 30 мм”",
        "  title: {align: center, bold: true, capitals: true} "
        "# “по центру”; “прописными буквами”; “полужирным шрифтом”",
        "  - {unit: characters, limits: 30000-40000} # “от 0,75 до 1 авторского листа”",
        "#title_words: 12 or fewer"[1:].ljust(35) + " # “не более 12 слов”",
        "  - {style: gost-numeric, heading: Список литературы, order: citation} "
        "# “Список литературы» строится в”; “в порядке упоминания”",
        "      systems: {ru: bsi, uz-cyrl: uzbek-latin, kk: bgn-pcgn} # ru: “по системе BSI”",
        "#  number_size: 12",
        "#form: fitting                      # full, medium, short",
        "duties:                            # yours; delete what is not",
        "  ## “Оригинальность текста должна быть не ниже 75 %”",
        '  - {ru: "Проверить оригинальность текста до отправки (журнал называет 75 %)", '
        'en: "Check the originality of the text before you send it (the page: 75 %)"}',
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
    assert (
        "#  - {style: gost-numeric, order: alphabetical} # “литературы строится по алфавиту”"
        in lines
    )
    assert "citations:                          # as gost-numeric" in lines


def test_a_second_list_waits_for_its_system(empty: str) -> None:
    page = read_guidelines(
        ["Ссылки – в квадратных скобках.", "Затем следует References в латинице."]
    )
    lines = fill(empty, page).splitlines()
    assert "  - {style: gost-numeric}           # as the citations" in lines
    assert "#      systems: {ru: bsi, uz-cyrl: uzbek-latin, kk: bgn-pcgn} # not told" in lines


def test_a_page_that_tells_nothing_gets_what_is_usual_to_choose_from(empty: str) -> None:
    before = empty.splitlines()
    written = fill(empty, read_guidelines(["Welcome to our journal."])).splitlines()
    assert [each for each in written if each not in before] == [
        "#  font: Times New Roman            # likely: not told; most journals want it",
        "#front: [title, author-data, abstract, keywords] # likely: not told; this is usual",
        "package: [manuscript]               # the least; see below",
        "unknown:",
        '  - "languages of manuscripts"',
        '  - "length of the article"',
        '  - "margins of the page"',
        '  - "font"',
        '  - "size of the type"',
        '  - "line spacing"',
        '  - "indent of paragraphs"',
        '  - "what stands before the text"',
        '  - "length of the abstract"',
        '  - "how many keywords"',
        '  - "what authors tell of themselves"',
        '  - "style of citations"',
        '  - "order of the list of references"',
        '  - "how many works"',
    ]


def test_what_is_not_told_is_named_in_the_languages_of_manuscripts(empty: str) -> None:
    page = read_guidelines(["Статьи принимаются на узбекском и русском языках."], language="ru")
    lines = fill(empty, page).splitlines()
    assert '  - {uz: "shrift", ru: "шрифт"}' in lines


def test_the_usual_front_has_what_the_page_asks_in_other_languages(empty: str) -> None:
    page = read_guidelines(["УДК.", "Аннотация на русском и английском языках."], language="ru")
    assert (
        "#front: [udc, title, author-data, abstract, abstract:en, keywords] "
        "# likely: not told; this is usual"
    ) in fill(empty, page).splitlines()


def test_a_copy_without_names_is_proposed_where_reviewers_see_none(empty: str) -> None:
    page = read_guidelines(["The journal works with double-blind review."])
    lines = fill(empty, page).splitlines()
    assert "#anonymous: true".ljust(35) + " # likely: “works with double-blind review”" in lines


def test_the_package_has_what_the_rules_need(empty: str) -> None:
    page = read_guidelines(
        [
            "Рисунки присылают отдельными файлами.",
            "An anonymised version of the paper is required.",
            "К статье должно быть приложено сопроводительное письмо.",
        ]
    )
    (line,) = (each for each in fill(empty, page).splitlines() if each.startswith("package:"))
    assert line == (
        "package: [manuscript, anonymous, cover-letter, figures] # “An anonymised version of”; "
        "“К статье должно быть приложено сопроводительное письмо”; "
        "“Рисунки присылают отдельными файлами”"
    )


HEADED = (
    "Maqola mavzusi:",
    "Maqola mavzusi qisqa boʻlishi lozim.",
    "UO'K - universal oʻnlik klassifikator. UO'K raqami qoʻyilishi lozim.",
    "Maqola muallifi toʻgʻrisida maʼlumot:",
    "Annotatsiyasi:",
    "Annotatsiya oʻzbek, rus va ingliz tillarida keltiriladi.",
    "Kalit soʻzlar:",
    "Kirish:",
    "Kirish qismida mavzu asoslanadi.",
    "Tadqiqot metodologiyasi:",
    "Xulosa va takliflar:",
    "Foydalanilgan adabiyotlar roʻyxati:",
)


def test_the_page_s_headings_are_proposed_and_wait_for_their_sign(empty: str) -> None:
    page = read_guidelines(HEADED, language="uz")
    lines = fill(empty, page, ["introduction", "sources", "conclusion"]).splitlines()
    assert (
        "#front: [title, udc, author-data, abstract, abstract:ru, abstract:en, keywords] "
        ""
        "# likely: the page's headings “mavzusi … "
        "UO'K … muallifi toʻgʻrisida … Annotatsiyasi … Kalit soʻzlar”"
    ) in lines
    at = lines.index("#sections: [introduction, conclusion] # likely: those of the review")
    assert lines[at - 1] == (
        "## The page's headings: “Kirish”, “Tadqiqot metodologiyasi”, “Xulosa va takliflar”; "
        "the review's sections: introduction, sources, conclusion"
    )
    told = list(screen(page, "mine.yaml", "mine-rules.html", "mine"))
    assert any(
        each.startswith(
            "likely, and written behind a #: languages [uz], citations gost-numeric, "
            "type.font Times New Roman, front [title, "
        )
        for each in told
    )


def test_languages_that_are_not_told_are_proposed_by_the_page_s_own(empty: str) -> None:
    page = read_guidelines(["Аннотация на русском и английском языках."], language="ru")
    lines = fill(empty, page).splitlines()
    assert "#languages: [ru]".ljust(35) + " # likely: the page and an abstract are in it" in lines
    page = read_guidelines(["Статьи принимаются на русском языке."], language="ru")
    assert any(each.startswith("languages: [ru]") for each in fill(empty, page).splitlines())


def test_what_no_field_holds_stands_above_its_line(empty: str) -> None:
    page = read_guidelines(
        [
            "Abstracts are given in English and Polish.",
            "Adabiyotlarga havolalar alifbo tartibida Garvard tizimi boʻyicha beriladi.",
            "Adabiyotlar matnda [1], [2], [3] shaklida boʻladi.",
            "ADABIYOTLAR",
        ]
    )
    lines = fill(empty, page).splitlines()
    at = next(n for n, each in enumerate(lines) if each.startswith("citations:"))
    assert lines[at].startswith("citations: gost-alphabetical ")
    assert lines[at + 1].startswith(
        "## The page tells Harvard, with numbers in the text: the `style` of the first list, too, "
        "may be `apa-references`: “"
    )
    told = next(
        n for n, each in enumerate(lines) if "abstract or keywords in a language that" in each
    )
    assert lines[told + 1].lstrip("#").startswith("  languages: [en]")


def test_the_screen_tells_all_and_the_next_command() -> None:
    lines = list(
        screen(page_of("ru-zapiski"), "templates/journals/mine.yaml", "mine-rules.html", "mine")
    )
    assert lines[0] == "wrote templates/journals/mine.yaml; the page tells 12 rules:"
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
    assert "also spoken of, and written into `duties`: a certificate of originality" in lines
    assert lines[-1] == "    ./build.py submit mine --check"
    assert len(lines) <= 45


def test_what_is_not_understood_is_quoted_on_the_screen_and_above_its_line(empty: str) -> None:
    page = page_of("ru-bloki")
    lines = list(screen(page, "templates/journals/mine.yaml", "mine-rules.html", "mine"))
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
    lines = list(
        screen(read_guidelines(["Все поля – 2 см."]), "mine.yaml", "mine-rules.html", "mine")
    )
    assert (
        lines[1]
        == "    page.top, right, bottom, left 2                            “Все поля – 2 см”"
    )
    assert sorted(page.twice) == ["page.left", "page.right"]


def test_headings_with_abstracts_in_more_languages_than_manuscripts_name_each() -> None:
    page = read_guidelines(
        [
            *(each for each in HEADED if "rus va ingliz" not in each),
            "Статьи принимаются на русском и английском языках.",
            "Аннотация на казахском, русском и английском языках.",
        ]
    )
    assert page.filled["languages"].value == "[ru, en]"
    assert page.filled["abstract.languages"].value == "[kk, ru, en]"
    at = page.headings.front.index("abstract")
    assert page.headings.front[at + 1 : at + 4] == ("abstract:kk", "abstract:ru", "abstract:en")


def test_letters_told_of_no_list_are_those_of_all_works(empty: str) -> None:
    page = read_guidelines(
        ["Cyrillic titles are transliterated by the Library of Congress system."]
    )
    line = "romanised: {systems: {ru: ala-lc, uz-cyrl: ala-lc, kk: ala-lc}} # “Library of Congress”"
    assert line in fill(empty, page).splitlines()


def test_a_second_list_that_only_its_letters_show_waits(empty: str) -> None:
    told = ["Ссылки в квадратных скобках.", "Транслитерация выполняется по системе BGN/PCGN."]
    lines = fill(empty, read_guidelines(told)).splitlines()
    (at,) = (n for n, each in enumerate(lines) if each.startswith("#  - heading: References"))
    assert lines[at].endswith("# “по системе BGN/PCGN”")
    assert lines[at + 3].startswith("#      systems: {ru: bgn-pcgn, ")
