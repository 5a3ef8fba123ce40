"""The Cyrillic edition of a review, and a review that is written in Cyrillic."""

from __future__ import annotations

import json
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from lxml import html

from uchtil.load import load
from uchtil.load.cyrillic import CYRILLIC, LATIN
from uchtil.pipeline.prepare import prepare
from uchtil.pipeline.transliterate import transliterate
from uchtil.problems import Problems
from workshop import (
    SHIPPED,
    SOUND,
    ask,
    built,
    call,
    codes,
    names,
    replace,
    run,
    with_cyrillic,
)

UZBEK = re.compile("[а-яёўқғҳ]{3,}", re.IGNORECASE)


def in_cyrillic(target: Path) -> Path:
    """Copy the sound project with all its Uzbek written in Cyrillic."""
    root = with_cyrillic(target)
    for path in [*root.glob("content/**/*.yaml"), *root.glob("content/sections/*/uz.md")]:
        text = transliterate(root, path, Problems(), cyrillic=True)
        assert text is not None
        path.write_text(text, encoding="utf-8")
        if path.suffix == ".md":
            path.rename(path.with_name("uz-cyrl.md"))
    return root


@pytest.fixture(scope="module")
def latin(sound_in_both_scripts: Path) -> Path:
    """The sound project, written in Latin, with its Cyrillic edition; not to be changed."""
    return sound_in_both_scripts


@pytest.fixture(scope="module")
def cyrillic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same, written in Cyrillic, its pages and documents; not to be changed."""
    root = in_cyrillic(tmp_path_factory.mktemp("cyrillic") / "review")
    built("--project", root, "--format", "html", "--format", "docx")
    return root


def page(root: Path, edition: str) -> html.HtmlElement:
    path = root / "output" / edition / "review.html"
    return html.document_fromstring(path.read_text(encoding="utf-8"))


def test_the_edition_stands_beside_the_others(latin: Path) -> None:
    tree = page(latin, "uz-cyrl")
    assert tree.get("lang") == "uz-Cyrl-UZ"
    assert tree.xpath("string(//h1)") == "Тошкент метроси икки манбада"
    for edition in ("uz", "uz-cyrl", "ru", "en", "trilingual"):
        switch = page(latin, edition).xpath("//nav[@class='switch']//a")
        assert [link.get("hreflang") for link in switch] == [
            "uz-Latn-UZ",
            "uz-Cyrl-UZ",
            "ru-RU",
            "en-GB",
            None,
        ]
        alternates = page(latin, edition).xpath("//link[@rel='alternate']/@hreflang")
        assert alternates == ["uz-Latn-UZ", "uz-Cyrl-UZ", "ru-RU", "en-GB"]
    index = html.document_fromstring((latin / "output/index.html").read_bytes())
    assert "uz-cyrl/review.html" in index.xpath("//a/@href")
    assert index.xpath("//h1//span/text()") == ["Oʻzbekcha", "Ўзбекча", "Русский", "English"]


def test_what_machines_read_of_it(latin: Path) -> None:
    tree = page(latin, "uz-cyrl")
    data = json.loads(tree.xpath("string(//script[@type='application/ld+json'])"))
    assert data["inLanguage"] == ["uz-Cyrl-UZ"]
    assert data["headline"] == "Тошкент метроси икки манбада"
    assert data["author"][0]["affiliation"] == "Намуна университети"
    meta = {each.get("name"): each.get("content") for each in tree.xpath("//meta[@name]")}
    assert meta["citation_language"] == "uz"
    assert meta["citation_author"] == "Жозая Карберри"
    assert meta["citation_keywords"].startswith("Тошкент; метро; шаҳар тарихи")


def test_text_tables_and_figures_are_in_cyrillic(latin: Path) -> None:
    body = page(latin, "uz-cyrl").xpath("//div[@class='body']")[0]
    text = " ".join(body.text_content().split())
    assert "1977 йил 6 ноябрда" in text
    assert "1-жадвал. Йўналишларнинг очилиши" in text
    assert "1-расм. Асосий саналар" in text
    for each in body.xpath(".//section[contains(@class, 'level2')]"):
        assert not re.search("[A-Za-zʻʼ]", each.xpath("string(.//h2)"))
        # A citation carries the entry of its work, in the language of that.
        own = each.xpath(".//p[@id]//text()[not(ancestor::*[contains(@class, 'citation')])]")
        assert [text for text in own if re.search("[A-Za-zʻʼ]", text)] == []
    drawing = body.xpath(".//*[local-name()='svg']")[0]
    assert UZBEK.search(drawing.text_content())
    assert not re.search("[A-Za-z]", drawing.text_content())


def test_citations_are_those_of_the_other_editions(latin: Path) -> None:
    report = json.loads((latin / "output/report.json").read_text(encoding="utf-8"))
    told = report["citations"]
    for name in ("html", "pdf", "docx"):
        assert told[f"uz-cyrl/review.{name}"] == told[f"uz/review.{name}"]

    def cited(edition: str) -> list[str]:
        return page(latin, edition).xpath("//a[contains(@class, 'cite')]/@href")

    def entries(edition: str) -> list[str]:
        found = page(latin, edition).xpath("//div[contains(@class, 'csl-entry')]")
        return [" ".join(each.text_content().split()) for each in found]

    assert cited("uz-cyrl") == cited("uz")
    # An entry is printed with the terms of its own language, whatever the edition's is
    assert entries("uz-cyrl") == entries("uz")


def test_pdf_and_docx_are_in_cyrillic(latin: Path) -> None:
    folder = latin / "output/uz-cyrl"
    with pypdfium2.PdfDocument(folder / "review.pdf") as document:
        pages = [each.get_textpage().get_text_range() for each in document]
    assert "Тошкент метроси икки манбада" in " ".join(pages[0].split())
    assert f"1-бет, жами {len(pages)}" in " ".join(pages[0].split())
    with zipfile.ZipFile(folder / "review.docx") as archive:
        text = archive.read("word/document.xml").decode()
    assert "Мундарижа" in text
    assert 'w:val="uz-Cyrl-UZ"' in text


def test_only_what_changed_is_made_again(tmp_path: Path) -> None:
    root = with_cyrillic(tmp_path / "review")
    built("--project", root, "--format", "html")
    assert built("--project", root, "--format", "html") == []
    done = run("build", "--project", root, "--format", "html")
    assert done.stdout == "nothing to do: everything is up to date\n"
    replace(root / "content/sections/01-opening/ru.md", "Строительство", "Стройка")
    made = built("--project", root, "--format", "html")
    assert "uz-cyrl/review.html" not in made
    assert "ru/review.html" in made
    replace(root / "content/sections/01-opening/uz.md", "Metro qurilishi", "Metroning qurilishi")
    made = built("--project", root, "--format", "html")
    assert made[:3] == ["trilingual/review.html", "uz-cyrl/review.html", "uz/review.html"]
    assert "Метронинг қурилиши" in page(root, "uz-cyrl").text_content()


def test_a_review_without_the_edition_is_idle_too(sound: Path) -> None:
    for arguments in ([], ["--format", "html"], ["--language", "ru"]):
        done = run("build", "--project", sound, *arguments)
        assert done.stdout == "nothing to do: everything is up to date\n"
    done = run("build", "--project", sound, "--language", "uz-cyrl")
    assert "error[unknown-edition]" in done.stderr


def test_written_in_cyrillic_every_edition_is_the_same(latin: Path, cyrillic: Path) -> None:
    assert names(cyrillic / "content/sections/01-opening") == ["en.md", "ru.md", "uz-cyrl.md"]
    review = (cyrillic / "content/review.yaml").read_text(encoding="utf-8")
    assert "uz-cyrl: Тошкент метроси икки манбада" in review
    for name in SHIPPED:
        if not name.endswith(".pdf"):  # which is made of the same text
            same = [(root / "output" / name).read_bytes() for root in (latin, cyrillic)]
            assert same[0] == same[1], name


def test_written_in_cyrillic_it_is_checked_like_any_other(tmp_path: Path) -> None:
    root = in_cyrillic(tmp_path / "review")
    assert [each["code"] for each in ask("check", "--project", root).data] == []
    path = root / "content/sections/02-network/uz-cyrl.md"
    replace(path, '{{ fact("third-line").cite }}', '{{ fact("third-lane").cite }}')
    told = ask("check", "--project", root)
    assert codes(told.data) == ["unknown-fact"]
    where = next(each for each in told.data if each["severity"] == "error")
    assert (where["file"], where["line"]) == ("content/sections/02-network/uz-cyrl.md", 3)
    # What stands there is no Latin: signs are told, and left to the writer to mend.
    replace(path, "third-lane", "third-line")
    replace(path, "кенгайган", "кенгайган  эди")
    assert sorted(each["code"] for each in ask("check", "--project", root).data) == [
        "spacing",
        "stale-translation",
        "stale-translation",
    ]
    before = path.read_bytes()
    assert call("fix", "--yes", "--project", root).stdout == "nothing to mend\n"
    assert path.read_bytes() == before


def test_a_file_of_both_scripts_holds_its_lines(tmp_path: Path) -> None:
    root = in_cyrillic(tmp_path / "review")
    problems = Problems()
    loaded = load(root, problems)
    assert list(problems.errors) == []
    assert loaded.project is not None
    texts = [each for each in loaded.texts if each.language == LATIN]
    assert len(texts) > 40
    assert all(each.turned for each in texts)
    for each in texts:
        written = (root / each.file).read_text(encoding="utf-8").split("\n")
        assert len(written) == len(each.source.split("\n"))
        piece = each.prose.strip("\ue000 \n")
        first = piece.split("\n")[0].split("\ue000")[0]
        line = written[each.place(each.prose.find(piece)).line - 1]
        assert len(first) < 4 or UZBEK.search(line), (each.file, first, line)


def test_names_have_their_own_form(tmp_path: Path) -> None:
    root = with_cyrillic(tmp_path / "review")
    replace(
        root / "content/names.yaml",
        "{uz: Toshkent, ru:",
        "{uz: Toshkent, uz-cyrl: Тошканд, ru:",
    )
    prepared = prepare(root, Problems())
    assert prepared is not None
    assert prepared.project.cyrillic == {"Toshkent": "Тошканд"}
    part = prepared.article.parts[CYRILLIC]
    assert part.title == "Тошканд метроси икки манбада"
    assert "Тошканд йўналишлари" in part.sections[1].markdown
    assert prepared.project.names["tashkent"].forms["uz"] == "Toshkent"


def test_without_the_language_there_is_nothing_to_make_it_from(tmp_path: Path) -> None:
    root = with_cyrillic(tmp_path / "review")
    replace(root / "content/review.yaml", "languages: [uz, ru, en]", "languages: [ru, en]")
    problems = Problems()
    load(root, problems)
    told = [each for each in problems.errors if each.code == "transliterated-from-nothing"]
    assert list(map(str, told)) == [
        "content/review.yaml:6:17: error[transliterated-from-nothing]: `uz-cyrl` is made from "
        "Uzbek, which the review is not written in\n"
        "    add `uz` to `languages`, or take `uz-cyrl` out"
    ]


def test_an_edition_that_there_is_none_of(tmp_path: Path) -> None:
    done = run("build", "--project", SOUND, "--output", tmp_path / "o", "--language", "uz-cyrl")
    assert done.returncode == 1
    assert done.stderr.endswith(
        "content/review.yaml:2:1: error[unknown-edition]: the review has no edition `uz-cyrl`\n"
        "    it has uz, ru, en, trilingual; see `transliterated` in content/review.yaml\n"
        "1 error\n"
    )
    assert not (tmp_path / "o").exists()


def test_the_command_prints_a_file_in_the_other_script(tmp_path: Path) -> None:
    path = tmp_path / "text.md"
    path.write_text('# Savdo\n\n{{ fact("x").value }}ga, “bu yil” [@a2026].\n', encoding="utf-8")
    done = call("transliterate", path, "--to", "cyrillic", "--project", SOUND)
    assert done.stdout == '# Савдо\n\n{{ fact("x").value }}га, «бу йил» [@a2026].\n'
    assert done.returncode == 0
    exhibits = SOUND / "content/exhibits.yaml"
    done = call("transliterate", exhibits, "--to", "cyrillic", "--project", SOUND)
    assert "caption: {uz-cyrl: Манбалар, ru: Источники, en: The sources}" in done.stdout
    turned = tmp_path / "exhibits.yaml"
    turned.write_text(done.stdout, encoding="utf-8")
    done = call("transliterate", turned, "--to", "latin", "--project", SOUND)
    assert done.stdout == exhibits.read_text(encoding="utf-8")
    missing = call("transliterate", tmp_path / "none.md", "--to", "latin", "--project", SOUND)
    assert missing.returncode == 1
    assert missing.stderr == (
        f"{tmp_path / 'none.md'}: error[missing-file]: the file is missing\n"
        "    check the path\n1 error\n"
    )


@pytest.mark.parametrize(
    ("code", "language", "script", "right"),
    [("ru", "Russian", "latin", "uz-cyrl"), ("en", "English", "cyrillic", "uz")],
)
def test_another_language_is_not_turned(code: str, language: str, script: str, right: str) -> None:
    path = SOUND / f"content/sections/01-opening/{code}.md"
    done = call("transliterate", path, "--to", script, "--project", SOUND)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"{path}: error[not-uzbek]: the file is {language} by its name, and only Uzbek has two "
        f"scripts\n    give the Uzbek text: `{right}.md`\n1 error\n"
    )


def test_a_latin_letter_in_a_cyrillic_word_is_told_once_where_it_stands(tmp_path: Path) -> None:
    root = in_cyrillic(tmp_path / "review")
    section = "content/sections/01-opening/uz-cyrl.md"
    replace(root / section, "Метро қурилиши", "Метрo қурилиши")
    replace(root / section, "бўлган, йўл", "бo‘лган, йўл")
    replace(root / "content/facts/opening.yaml", "Метро қурилиши", "Мeтро қурилиши")
    done = call("check", "--project", root)
    line = (root / section).read_text(encoding="utf-8").split("\n")[2]
    facts = (root / "content/facts/opening.yaml").read_text(encoding="utf-8").split("\n")
    at = next(n for n, each in enumerate(facts) if "Мeтро" in each)
    shown = [each for each in done.stderr.split("\n") if "stale" not in each]
    assert shown[:6] == [
        f"content/facts/opening.yaml:{at + 1}:{facts[at].index('Мeт') + 1}: "
        "error[mixed-script]: `Мeтро` mixes scripts: Latin `e` (U+0065) in a Cyrillic word",
        "    write `Метро` in Cyrillic letters",
        f"{section}:3:1: error[mixed-script]: `Метрo` mixes scripts: Latin `o` (U+006F) in a "
        "Cyrillic word",
        "    write `Метро` in Cyrillic letters",
        f"{section}:3:{line.index('бo') + 1}: error[mixed-script]: `бo‘лган` mixes scripts: "
        "Latin `o` (U+006F) in a Cyrillic word",
        "    write `бўлган` in Cyrillic letters",
    ]
    assert shown[6:] == ["3 errors", ""]


def test_a_misspelt_word_is_shown_as_it_is_written(tmp_path: Path) -> None:
    root = in_cyrillic(tmp_path / "review")
    section = "content/sections/01-opening/uz-cyrl.md"
    replace(root / section, "Метро қурилиши", "Метро хужалиги қурилиши")
    replace(root / "content/facts/opening.yaml", "The first line was", "The first lyne was")
    told = [each for each in ask("check", "--project", root).data if "stale" not in each["code"]]
    assert [(each["code"], each["line"], each["message"], each["hint"]) for each in told] == [
        (
            "misspelt-word",
            24,
            "`lyne` is not a known English word",
            "did you mean `lye`? if it is right, add it to content/words.txt",
        ),
        (
            "misspelt-word",
            3,
            "`хужалиги` is not a known Uzbek word",
            "did you mean `хўжалиги`? if it is right, add it to content/words.txt",
        ),
    ]
