"""Plans carried out: what is put where, and that all else stays to the letter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from uchtil.bibliography.merge import (
    Unified,
    merged_text,
    plan_merge,
    read_unified,
    show_plan,
    tell_plan,
)
from uchtil.problems import Problems

from .conftest import SHIPPED, Merge, arrived

HERE = """% Ours.
@string{vostok = {Восток}}

% About Ionova.
@article{ionova2018,
    title    = {Внешняя политика стран региона},
    author   = {Ионова, Е.},
    journaltitle = vostok,
    langid   = {ru}
}

@book{short, title = {A short book of roads}, author = {Jones, P.}, langid = {en}}
% The end.
"""


def test_missing_fields_are_added_in_the_manner_of_the_entry(merge: Merge) -> None:
    _, text = merge(
        HERE,
        "@article{x, title = {Vneshniaia politika stran regiona}, author = {Ionova, Elena},"
        " year = 2018, volume = 3, abstract = {Слово {в} скобках @book{x}}}\n"
        "@book{y, title = {A Short Book of Roads}, author = {Jones, Peter}, year = 1999}",
    )
    assert text == HERE.replace(
        "% About Ionova.\n",
        '% About Ionova.\n% kept: abstract = "Слово {в} скобках \\u0040book{x}"\n',
    ).replace(
        "    langid   = {ru}\n",
        "    langid   = {ru},\n    date     = {2018},\n    volume   = {3}\n",
    ).replace("langid = {en}}", "langid = {en}, date = {1999}}")


def test_new_entries_come_at_the_end_with_their_comments(merge: Merge) -> None:
    plan, text = merge(
        HERE,
        "% Far.\n\n% A note.\n@inbook{new1, title = {Чегара ва савдо: қўшнилар ўртасида},"
        " author = {Ҳакимов, Ҳ.}, booktitle = {Йўллар}, year = 2020, foo = {Bar}}",
    )
    assert text == HERE + (
        "\n% A note.\n"
        '% kept: foo = "Bar"\n'
        "@inbook{new1,\n"
        "  author       = {Ҳакимов, Ҳ.},\n"
        "  title        = {Чегара ва савдо: қўшнилар ўртасида},\n"
        "  booktitle    = {Йўллар},\n"
        "  date         = {2020},\n"
        "  langid       = {uz-Cyrl},\n"
        "}\n"
        "\n"
        "% Far.\n"
    )
    assert [each.raw for each in plan.asides] == ["% Far."]


def test_line_ends_and_byte_order_marks_stay(merge: Merge) -> None:
    here = "\ufeff" + HERE.replace("\n", "\r\n")
    plan, text = merge(
        here, "@article{x, title={Внешняя политика стран региона}, author={Ионова, Е.}, year=2018}"
    )
    assert plan.keys == {"x": "ionova2018"}
    assert text == here.replace("{ru}\r\n", "{ru},\r\n    date     = {2018}\r\n")


def test_keys_are_kept_or_mapped(merge: Merge) -> None:
    plan, text = merge(
        HERE,
        "@book{short, title = {Another thing altogether}, author = {Ray, S.}, year = 2001}\n"
        "@book{Юсупов:2010, title = {Йўлларнинг янги харитаси}, author = {Юсупов, Қ.},"
        " year = 2010}\n"
        "@misc{ok_1, title = {Nothing known of it}}\n",
    )
    assert plan.keys == {"short": "short-2", "Юсупов:2010": "yusupov2010", "ok_1": "ok_1"}
    assert [step.mapped for step in plan.steps] == [
        "`short` is another work's",
        "`Юсупов:2010` cannot be a key",
        "",
    ]
    assert '% kept: key = "Юсупов:2010"\n@book{yusupov2010,' in text


def test_what_differs_stays_unless_a_person_says_otherwise(merge: Merge) -> None:
    there = (
        "@article{x, title = {Внешняя политика стран региона}, author = {Ионова, Елена Павловна},"
        " journal = {Восток}, langid = {ru}}"
    )
    plan, text = merge(HERE, there)
    (step,) = plan.steps
    assert [(each.field, each.status, each.note) for each in step.changes] == [
        ("author", "differs", "fuller"),
        ("title", "equal", ""),
        ("journaltitle", "equal", ""),
        ("langid", "equal", ""),
    ]
    assert text == HERE
    _, text = merge(HERE, there, take={("x", "author")})
    assert text == HERE.replace("{Ионова, Е.}", "{Ионова, Елена Павловна}")


def test_a_title_takes_the_place_of_our_description(merge: Merge) -> None:
    here = (
        "@online{a,\n  title = {[Новость; заглавия нет]},\n  titletype = {descriptive},\n"
        "  url = {https://a.uz/news/1},\n  langid = {ru},\n}\n"
    )
    there = "@online{b, title = {Граница открыта}, url = {https://www.a.uz/news/1/}}"
    plan, text = merge(here, there)
    assert (plan.keys, text) == ({"b": "a"}, here)
    _, text = merge(here, there, take={("b", "title")})
    assert text == here.replace("[Новость; заглавия нет]", "Граница открыта").replace(
        "  titletype = {descriptive},\n", ""
    )


NEAR = (
    "@report{adb1, title = {Country partnership review of the region},"
    " author = {{Asian Development Bank}}, date = {2017}, langid = {en}}\n"
)


def test_a_doubtful_work_is_left_to_a_person(merge: Merge) -> None:
    there = NEAR.replace("2017", "2018").replace("adb1", "adb2")
    plan, text = merge(NEAR, there)
    assert text == NEAR
    (step,) = plan.by("doubtful")
    assert [each.key for each in step.candidates] == ["adb1"]
    problems = Problems()
    tell_plan(plan, problems)
    assert [str(each) for each in problems] == [
        "in:1: warning[doubtful-work]: `adb2` may be the same work as `adb1`, and is not merged\n"
        "    say which it is, or that it is new"
    ]
    assert merge(NEAR, there, decisions={"adb2": "adb1"})[0].keys == {"adb2": "adb1"}
    assert "@report{adb2," in merge(NEAR, there, decisions={"adb2": "new"})[1]
    assert merge(NEAR, there, decisions={"adb2": "leave"})[1] == NEAR
    with pytest.raises(KeyError):
        merge(NEAR, there, decisions={"adb2": "nothing"})


def test_a_work_that_arrives_twice_is_added_once(merge: Merge) -> None:
    plan, text = merge(
        NEAR,
        "@article{a, title = {Roads and rails of the wide steppe}, author = {Ray, S.},"
        " year = 2001}\n"
        "@article{b, title = {Roads and Rails of the Wide Steppe}, author = {Ray, Sam},"
        " year = 2001, volume = 7, abstract = {x}}\n",
        "en",
    )
    assert plan.keys == {"a": "a", "b": "a"}
    assert text.count("@article") == 1
    assert "volume       = {7}" in text
    assert '% kept: abstract = "x"\n@article{a,' in text


def test_a_language_that_nobody_tells_is_asked_for(merge: Merge) -> None:
    plan, text = merge(NEAR, "@misc{a, title = {Nothing known of it}}")
    problems = Problems()
    tell_plan(plan, problems)
    assert [str(each) for each in problems] == [
        "in:1: warning[language-unknown]: `a` does not tell its language\n"
        "    tell the language of all that lack one (--language en), or write it where they wait"
    ]
    assert "langid" not in text[len(NEAR) :]
    assert merge(NEAR, "@misc{a, title = {Nothing known of it}}", "en")[1].endswith(
        "  langid       = {en},\n}\n"
    )


@pytest.mark.parametrize(
    "value",
    [
        r"C:\\x \{ y",
        'He said "so" @article{z}',
        "100\\% of \\# and $x^2$",
        "a } b { c".replace("}", r"\}").replace("{", r"\{"),
        "two\n lines",
    ],
)
def test_hard_values_come_through(merge: Merge, value: str) -> None:
    """Whatever a value holds, the file that is written can be read, and says it or keeps it."""
    merge(
        NEAR, f"@misc{{a, title = {{Nothing known of it}}, note = {{{value}}}, foo = {{{value}}}}}"
    )


def test_a_backslash_at_the_end_closes_nothing(merge: Merge) -> None:
    _, text = merge(NEAR, r'{"id": "a", "title": "Nothing known", "publisher": "an end\\"}', "en")
    assert r'% kept: publisher = "an end\\"' in text


def test_control_signs_of_json_do_not_break_the_file(merge: Merge) -> None:
    plan, text = merge(
        NEAR, '{"id": "a", "title": "Bell \\u0007 and \\ud800 signs", "note": "\\u0085 \\u2028 %"}'
    )
    assert "\x07" not in text
    assert r'% kept: title = "Bell \u0007 and \ud800 signs"' in text
    assert plan.steps[0].lacks == ("langid", "title")


def test_hard_names_of_fields_come_through(merge: Merge) -> None:
    _, text = merge(NEAR, '{"id": "a", "title": "Nothing known", " x = y\\n": "1", "": "2"}', "en")
    assert '% kept: x y = "1"\n% kept: unnamed = "2"\n@misc{a,' in text


def test_a_name_of_a_field_opens_no_entry(merge: Merge) -> None:
    _, text = merge(NEAR, '{"id": "a", "title": "Nothing known", "x@book{y": "1"}', "en")
    assert '% kept: xbooky = "1"\n@misc{a,' in text


def test_a_key_is_made_of_nothing_but_a_year(merge: Merge) -> None:
    plan, _ = merge(NEAR, "TY  - GEN\nPY  - 2016\nER  - \n")
    assert plan.keys == {"#1": "work-2016"}


def test_a_bibliography_with_errors_is_not_added_to(tmp_path: Path) -> None:
    path = tmp_path / "references.bib"
    path.write_text("@book{a, title = {x\n")
    problems = Problems()
    assert read_unified(path, "references.bib", problems) is None
    assert [each.code for each in problems] == ["broken-entry"]


def test_a_project_without_a_bibliography_begins_one(tmp_path: Path) -> None:
    path = tmp_path / "bibliography" / "references.bib"
    empty = read_unified(path, "references.bib", Problems())
    assert empty
    plan = plan_merge(empty, arrived(NEAR)[0])
    assert merged_text(empty, plan).startswith("@report{adb1,\n")


def test_a_plan_is_shown(unified: Callable[[str], Unified]) -> None:
    before = unified(HERE + NEAR)
    arrival, _ = arrived(
        "@article{x, title={Внешняя политика стран региона}, author={Ионова, Елена}, year=2018}\n"
        f"{NEAR.replace('2017', '2018')}"
        "@book{n, title = {x}, langid = {en}, a = {b}}\n@book{"
    )
    assert show_plan(plan_merge(before, arrival)) == (
        "in (bibtex): 1 new, 1 same, 1 doubtful, 1 broken\n"
        "\n"
        "? adb1 (line 2): Country partnership review of the region\n"
        "    perhaps adb1, 74 points\n"
        "        the title is the same (+55)\n"
        "        the authors agree (Asian Development Bank) (+30)\n"
        "        the year before or after (2018; 2017) (-22)\n"
        "        it is long (+8)\n"
        "\n"
        "= x (line 1) is ionova2018: Внешняя политика стран региона\n"
        "    because the title is the same (+55); the authors agree (Ионова Елена) (+30)\n"
        "    ≠ author         stays: Ионова, Е.  (fuller)\n"
        "                     there: Ионова, Елена\n"
        "    + date           2018\n"
        "\n"
        "+ n: x\n"
        "    + title          x\n"
        "    + langid         en\n"
        "    % a              b\n"
        "\n"
        "! in:4: the entry is broken and cannot be read\n"
    )


def test_the_shipped_bibliography_merged_with_itself(shipped_unified: Unified) -> None:
    plan = plan_merge(shipped_unified, arrived(SHIPPED.read_text(encoding="utf-8"))[0])
    assert plan.keys == {key: key for key in shipped_unified.references}
    assert plan.changes_nothing
    assert merged_text(shipped_unified, plan) == shipped_unified.text
