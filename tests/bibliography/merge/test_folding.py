from __future__ import annotations

import pytest

from uchtil.bibliography.merge.folding import fold, foldings
from uchtil.bibliography.merge.numbers import bare_doi, isbns, page_of, part_of, untracked


@pytest.mark.parametrize(
    ("texts", "folded"),
    [
        (("Жаҳон", "Jahon", "Zhahon", "ŽAHON"), "Zahon"),
        (("Щукин", "Shchukin", "Ščukin", "Ŝukin"), "Sukn"),
        (("Oʻzbekiston", "O'zbekiston", "O‘ZBEKISTON", "Ўзбекистон", "Ŭzbekiston"), "ozbekston"),
        (("Хўжаев", "Xoʻjayev", "Khozhaev"), "hoZaev"),
        (("объект", "ob”yekt", "obʺekt", "ob'ekt"), "obekt"),
        (("Центральная Азия", "Tsentral’naya Aziya", "Central'naâ Aziâ"), "sentralna aza"),
        (("Ғарб", "Gʻarb", "Gharb", "Ġarb"), "garb"),
        (("Юсуф & Яков", "Yusuf and Yakov", "Jusuf and Jakov", "I͡Usuf and I͡Akov"), "usuf and akov"),
        (("южных", "južnych", "yuzhnykh", "ûžnyh"), "uZnh"),
    ],
)
def test_all_spellings_are_one(texts: tuple[str, ...], folded: str) -> None:
    for text in texts:
        assert folded in foldings(text)


def test_signs_and_marks_tell_nothing() -> None:
    assert fold("«Большая игра» — новый  раунд!") == fold("Bol'shaya igra: novyy raund")


def test_numbers_take_one_form() -> None:
    assert bare_doi("https://doi.org/10.5281/zenodo.18430351.") == "10.5281/zenodo.18430351"
    assert bare_doi("doi:10.1000%2Fabc") == "10.1000/abc"
    assert isbns("99433-2899-5 ; 978-9943-28-999-7") == {"9789943328990", "9789943289997"}
    assert page_of("http://www.kun.uz/news/1/?utm_source=x#a") == "kun.uz/news/1"
    assert page_of("https://uza.uz/uz/") == page_of("https://uza.uz") == ""
    assert untracked("https://a.uz/b?utm_source=x&id=2") == "https://a.uz/b?id=2"
    assert untracked("https://a.uz/b?fbclid=2") == "https://a.uz/b"


@pytest.mark.parametrize(
    ("title", "part"),
    [
        ("Наша цель. Том 2", 2),
        ("Yangi strategiya 2-jild", 2),
        ("Foreign policy. Part II", 2),
        ("История, ч. 1", 1),
        ("Итоги 2018", None),
        ("Внешняя политика", None),
    ],
)
def test_the_part_that_a_title_names(title: str, part: int | None) -> None:
    assert part_of(title) == part
