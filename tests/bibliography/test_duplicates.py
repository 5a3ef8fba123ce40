from __future__ import annotations

from .conftest import ReadBib


def test_the_same_address_is_the_same_work(read_bib: ReadBib) -> None:
    _, problems = read_bib(
        "@online{a, title={Один}, langid={ru}, url={http://www.x.uz/ru/}}\n"
        "@online{b, title={Другой}, langid={ru}, url={https://x.uz/ru}}\n"
    )
    assert problems == [
        "b.bib:2: error[duplicate-work]: `b` is the same work as `a` on line 1: same address\n"
        "    keep one of them and cite `a`"
    ]


def test_the_same_title_author_and_date_may_be_the_same_work(read_bib: ReadBib) -> None:
    entry = "@article{%s, author={Пулатов, %s}, title={%s}, date=%d, langid={ru}}\n"
    _, problems = read_bib(
        entry % ("a", "Ш.", "Народная дипломатия: опыт", 2024)
        + entry % ("b", "Ш. А.", "Народная дипломатия – Опыт", 2024)
        + entry % ("c", "Ш.", "Народная дипломатия: опыт", 2023)
    )
    assert problems == [
        "b.bib:2: warning[duplicate-work]: `b` is the same work as `a` on line 1: "
        "same authors, title and date\n    keep one of them and cite `a`"
    ]


def test_descriptions_of_ours_do_not_make_works_the_same(read_bib: ReadBib) -> None:
    entry = "@misc{%s, title={[Без заглавия]}, titletype={descriptive}, langid={ru}}\n"
    assert read_bib(entry % "a" + entry % "b")[1] == []
