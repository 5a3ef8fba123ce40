from pathlib import Path

from uchtil.load import load
from uchtil.load.sections import Wanted, read_sections
from uchtil.model import Section
from uchtil.problems import Location, Problems

from .conftest import change, told

PLACE = Location(file="content/review.yaml", line=8, column=11)


def sections(
    root: Path, *slugs: str, languages: tuple[str, ...] = ("uz", "ru", "en")
) -> tuple[dict[tuple[str, str], Section], list[str]]:
    problems = Problems()
    found = read_sections(root, Wanted(slugs=slugs, languages=languages, where=PLACE), problems)
    return found, told(problems)


def test_sections_come_in_the_order_of_the_review(project: Path) -> None:
    found, messages = sections(project, "opening", "network")
    assert messages == []
    assert list(found) == [
        (slug, language) for slug in ("opening", "network") for language in ("uz", "ru", "en")
    ]
    section = found["network", "ru"]
    assert section.text.startswith("# Сеть\n")
    assert str(section.where) == "content/sections/02-network/ru.md:1"


def test_another_order_than_that_of_the_numbers_is_told(project: Path) -> None:
    assert sections(project, "network", "opening")[1] == [
        "content/review.yaml:8:11: warning[section-order]: `opening` comes after 02-network in "
        "the review, but 01-opening before it by number\n"
        "    number the folders in the order of the review"
    ]


def test_sections_that_are_not_there_or_not_listed(project: Path) -> None:
    assert sections(project, "opening", "netwrok", "conclusion")[1] == [
        "content/review.yaml:8:11: error[missing-section]: the section `netwrok` has no folder in "
        "content/sections\n    did you mean `network`?",
        "content/review.yaml:8:11: error[missing-section]: the section `conclusion` has no folder "
        "in content/sections\n    make content/sections/NN-conclusion, with a number for NN",
        "content/sections/02-network: error[section-not-listed]: the section `network` is not in "
        "`sections` of content/review.yaml\n    did you mean `netwrok`?",
    ]


def test_folders_that_cannot_be_sections(project: Path) -> None:
    (project / "content/sections/conclusion").mkdir()
    (project / "content/sections/03-network").mkdir()
    assert sections(project, "opening", "network")[1] == [
        "content/sections/03-network: error[section-folder]: the section `network` has two "
        "folders, also 02-network\n    keep one of them",
        "content/sections/conclusion: error[section-folder]: `conclusion` cannot be the folder of "
        "a section\n    name it with two digits, a hyphen and an id, as `03-border`",
    ]


def test_texts_that_are_missing_empty_or_without_heading(project: Path) -> None:
    folder = project / "content/sections/01-opening"
    (folder / "uz.md").unlink()
    (folder / "ru.md").write_text("\n", encoding="utf-8")
    (folder / "en.md").write_text("Opening\n", encoding="utf-8")
    (folder / "kk.md").write_text("# Ашылу\n", encoding="utf-8")
    found, messages = sections(project, "opening", "network")
    assert [key for key in found if key[0] == "opening"] == [("opening", "en")]
    assert messages == [
        "content/sections/01-opening/en.md:1: error[section-heading]: the section does not begin "
        "with its heading\n    write `# ` and the heading on the first line",
        "content/sections/01-opening/kk.md: warning[unlisted-language]: `kk.md` is not in a "
        "language of the review and is not read\n    its languages are uz, ru, en",
        "content/sections/01-opening/ru.md: error[empty-file]: the file is empty\n    write it",
        "content/sections/01-opening/uz.md: error[missing-section-language]: the section "
        "`opening` has no Uzbek text\n    write it, or take `uz` out of `languages` in "
        "content/review.yaml",
    ]


def test_the_languages_are_those_of_the_review(project: Path) -> None:
    change(project, "content/review.yaml", "languages: [uz, ru, en]", "languages: [uz, ru]")
    problems = Problems()
    load(project, problems)
    messages = told(problems)
    assert (
        "content/sections/01-opening/en.md: warning[unlisted-language]: `en.md` is not in a "
        "language of the review and is not read\n    its languages are uz, ru"
    ) in messages
    assert (
        "content/terms.yaml:3:41: error[unknown-language]: the theme `opening` is given in `en`, "
        "which the review is not written in\n    its languages are uz, ru"
    ) in messages
