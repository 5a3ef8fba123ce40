"""Names that are not the accepted form of their language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from uchtil.checks.names import check_names
from uchtil.load.project import load
from uchtil.load.texts import Text
from uchtil.model import Name, Project
from uchtil.problems import Location, Problems
from workshop import SOUND

HERE = Location(file="content/names.yaml", line=1)


def name(id_: str, type_: str, uz: str, ru: str, en: str, **spellings: tuple[str, ...]) -> Name:
    forms = {"uz": uz, "ru": ru, "en": en}
    return Name(id=id_, type=type_, forms=forms, spellings=spellings, where=HERE)


NAMES = (
    name("kazakhstan", "place", "Qozogʻiston", "Казахстан", "Kazakhstan", a=("Qozoqiston",)),
    name("central-asia", "place", "Markaziy Osiyo", "Центральная Азия", "Central Asia"),
    name("nazarbayev", "person", "Nursulton Nazarboyev", "Нурсултан Назарбаев",
         "Nursultan Nazarbayev", a=("N. Nazarbaev", "Н. Назарбоев")),
    name("xayrullayev", "person", "Ikrom Xayrullayev", "Икром Хайруллаев", "Ikrom Xayrullayev"),
)  # fmt: skip


@pytest.fixture
def project() -> Project:
    loaded = load(SOUND, Problems()).project
    assert loaded is not None
    return replace(loaded, names={each.id: each for each in NAMES})


def told(project: Project, language: str, source: str) -> list[str]:
    text = Text(file="a.md", language=language, source=source, start=0, end=len(source), style="#")
    problems = Problems()
    check_names(project, [text], problems)
    return [str(each) for each in problems]


@pytest.mark.parametrize(
    ("language", "source", "wrong", "because", "right"),
    [
        ("uz", "Kazakhstan bilan", "Kazakhstan", "that is English", "Qozogʻiston"),
        ("uz", "bu Qozoqistonda", "Qozoqistonda", "a spells it so", "Qozogʻiston"),
        ("en", "in Central\nAsia", "", "", ""),
        ("uz", "bu Central\nAsia", "Central Asia", "that is English", "Markaziy Osiyo"),
        ("en", "by Nazarboyev", "Nazarboyev", "that is Uzbek", "Nazarbayev"),
        ("en", "by Nazarbaev’s", "Nazarbaev’s", "a spells it so", "Nazarbayev"),
        ("ru", "с Назарбоевым", "Назарбоевым", "a spells it so", "Назарбаев"),
        ("en", "by Khayrullaev", "Khayrullaev", "English has another form", "Xayrullayev"),
        ("en", "by Xairullayev", "Xairullayev", "English has another form", "Xayrullayev"),
        ("ru", "у Хайрулаева", "Хайрулаева", "Russian has another form", "Хайруллаев"),
    ],
)
def test_wrong_forms(
    project: Project, language: str, source: str, wrong: str, because: str, right: str
) -> None:
    found = told(project, language, source)
    if not wrong:
        assert found == []
        return
    (problem,) = found
    assert f"`{wrong}` is not the accepted" in problem
    assert problem.splitlines()[0].endswith(f": {because}")
    assert f"write `{right}`, as content/names.yaml has it" in problem


def test_the_message(project: Project) -> None:
    assert told(project, "uz", "bu Kazakhstan") == [
        "a.md:1:4: warning[name-form]: `Kazakhstan` is not the accepted Uzbek form of "
        "`kazakhstan`: that is English\n"
        "    write `Qozogʻiston`, as content/names.yaml has it, or "
        '{{ name("kazakhstan") }}'
    ]


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("uz", "Qozogʻistondagi Nazarboyevning Xayrullayevdan Markaziy Osiyoda"),
        ("ru", "о Казахстане с Назарбаевым, Хайруллаеву, в Центральной Азии"),
        ("en", "Kazakhstan’s Nazarbayev, “Qozoqiston” and Karimov"),
        ("en", 'the page {{ name("x") }}Qozoqiston'),
    ],
)
def test_right_forms_and_what_is_quoted(project: Project, language: str, source: str) -> None:
    assert told(project, language, source) == []


def test_a_remark_may_name_what_its_passage_has(project: Project) -> None:
    remark = next(iter(project.remarks.values()))
    passages = tuple(replace(each, anchor="Qozoqistonning") for each in remark.passages)
    about = replace(remark, passages=passages, where=Location(file="content/remarks.yaml", line=1))
    text = Text(file="content/remarks.yaml", language="uz", source="Qozoqiston", start=0, end=10)
    problems = Problems()
    check_names(replace(project, remarks={about.id: about}), [text], problems)
    assert len(problems) == 0
    check_names(replace(project, remarks={}), [text], problems)
    assert len(problems) == 1
