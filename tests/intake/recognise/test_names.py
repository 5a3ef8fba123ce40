"""Names in endings, cases, scripts and other spellings."""

from __future__ import annotations

import pytest

from intake.recognise.gold import TAGS, recogniser
from uchtil.intake.recognise import FindKind, Named


def names(text: str, code: str) -> list[tuple[str, str]]:
    finds = recogniser().read(text, TAGS[code])
    return [
        (each.value.name, each.words)
        for each in finds
        if each.kind is FindKind.NAME and isinstance(each.value, Named)
    ]


@pytest.mark.parametrize(
    ("code", "text", "wanted"),
    [
        ("uz", "Qozogʻistondagilar keldi", [("kazakhstan", "Qozogʻistondagilar")]),
        ("uz", "Oʼzbekistonning tashabbusi", [("uzbekistan", "Oʼzbekistonning")]),
        ("uz", "O'ZBEKISTON va uning yoʻli", [("uzbekistan", "O'ZBEKISTON")]),
        ("uz", "BMT Xavfsizlik Kengashida", [("un-security-council", "BMT Xavfsizlik Kengashida")]),
        ("uz", "Sh.M. Mirziyoyevning tashrifi", [("mirziyoyev", "Sh.M. Mirziyoyevning")]),
        ("uz-cyrl", "Шавкат Мирзиёевга хат", [("mirziyoyev", "Шавкат Мирзиёевга")]),
        ("uz-cyrl", "Марказий Осиёда ўсиш", [("central-asia", "Марказий Осиёда")]),
        ("ru", "в Центральной Азии", [("central-asia", "Центральной Азии")]),
        (
            "ru",
            "с Содружеством Независимых Государств",
            [("cis", "Содружеством Независимых Государств")],
        ),
        ("ru", "договор с Нурсултаном Назарбаевым", [("nazarbayev", "Нурсултаном Назарбаевым")]),
        ("en", "Kazakhstan’s border", [("kazakhstan", "Kazakhstan’s")]),
        ("en", "the UN, unlike the unions", [("un", "UN")]),
    ],
)
def test_forms(code: str, text: str, wanted: list[tuple[str, str]]) -> None:
    assert names(text, code) == wanted


def test_what_is_spelt_alike_is_told_so() -> None:
    finds = [*recogniser().read("Said President Mirzioyev of the state.", "en-GB")]
    (find,) = [each for each in finds if each.kind is FindKind.NAME]
    assert isinstance(find.value, Named)
    assert (find.value.name, find.value.exact) == ("mirziyoyev", False)


def test_one_name_for_several_tells_the_others() -> None:
    (find,) = recogniser().read("Bu haqda Tursunov yozgan.", "uz-Latn-UZ")
    assert isinstance(find.value, Named)
    assert {find.value.name, *find.value.others} >= {"tursunov-asror"}
