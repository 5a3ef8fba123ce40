"""The list in Latin script: what journals call References."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from uchtil.bibliography import Reference, csl_json
from uchtil.bibliography.csl import nocase
from uchtil.bibliography.places import place_in_english
from uchtil.bibliography.romanised import (
    Romanisation,
    forbidden_signs,
    language_name,
    romanised_items,
)
from uchtil.language.romanisation import cyrillic_in
from uchtil.problems import Problems

from .conftest import ReadBib
from .test_csl import cited

RULES = Romanisation(systems={"ru": "bgn-pcgn", "kk": "bgn-pcgn", "uz-Cyrl": "uzbek-latin"})

ABAI = """@article{abai2020,
  author = {Әуезов, Шәкен and Щукин, Юрий and others},
  title = {Қазақстан — %s},
  journaltitle = {Егемен Қазақстан},
  date = {2020},
  %s
  langid = {kk},
}
"""


def with_rules(**changed: Any) -> Romanisation:
    values = {name: getattr(RULES, name) for name in Romanisation.__dataclass_fields__}
    return Romanisation(**(values | changed))


def made(
    references: Mapping[str, Reference], rules: Romanisation, *, initials: bool = False
) -> tuple[dict[str, dict[str, Any]], list[str]]:
    problems = Problems()
    items = romanised_items(references.values(), rules, problems, initials=initials)
    assert [item["id"] for item in items] == list(references)
    return {item["id"]: item for item in items}, [str(problem) for problem in problems]


def title_of(item: Mapping[str, Any]) -> str:
    title = str(item["title"])
    assert title.startswith('<span class="nocase">') and title.endswith("</span>")
    return title.removeprefix('<span class="nocase">').removesuffix("</span>")


# ------------------------------------------------------------------ the shipped bibliography


@pytest.mark.parametrize(
    "systems",
    [
        {"ru": "iso-9", "kk": "iso-9", "uz-Cyrl": "iso-9"},
        {"ru": "gost-7.79-b", "kk": "iso-9", "uz-Cyrl": "iso-9"},
        {"ru": "bgn-pcgn", "kk": "bgn-pcgn", "uz-Cyrl": "bgn-pcgn"},
        {"ru": "ala-lc", "kk": "ala-lc", "uz-Cyrl": "ala-lc"},
        {"ru": "bsi", "kk": "kazakh-latin", "uz-Cyrl": "uzbek-latin"},
    ],
)
@pytest.mark.parametrize("title_as", ["transliterated+english", "english", "transliterated"])
def test_no_cyrillic_letter_is_left(
    shipped: Mapping[str, Reference], systems: dict[str, str], title_as: str
) -> None:
    items, told = made(shipped, with_rules(systems=systems, title_as=title_as))
    assert told == []
    assert cyrillic_in(json.dumps(items, ensure_ascii=False)) == ""
    assert {item["language"] for item in items.values()} == {"en-GB"}


def test_every_title_has_its_english(shipped: Mapping[str, Reference]) -> None:
    items, told = made(shipped, with_rules(english_titles=True))
    assert told == []
    for key, item in items.items():
        reference = shipped[key]
        english = reference.english_title.strip("[]")
        assert title_of(item).endswith(english if reference.language == "en" else f"[{english}]"), (
            key
        )


def test_shipped_works(shipped: Mapping[str, Reference]) -> None:
    items, _ = made(shipped, with_rules(note="(In {short})"))
    ionova = items["ionova2018priorities"]
    assert ionova["author"] == [{"family": "Ionova", "given": "Ye. P."}]
    assert ionova["container-title"] == (
        '<span class="nocase">Rossiya i novyye gosudarstva Yevrazii</span>'
    )
    assert title_of(ionova) == (
        "Vneshnepoliticheskiye prioritety Uzbekistana "
        "[Foreign policy priorities of Uzbekistan] (In Russ.)"
    )
    assert ionova["page"] == "80–96"
    xayrullayev = items["xayrullayev"]
    assert xayrullayev["author"] == [
        {"family": "Xayrullayev", "given": "Ikrom Ilyomjon", "dropping-particle": "oʻgʻli"}
    ]
    # of a work without title our description is given in English only
    assert title_of(items["ziyamov-avtoreferat"]) == "[Dissertation; no title given] (In Russ.)"
    assert items["ziyamov-avtoreferat"]["genre"] == "abstract of a dissertation"
    assert items["mfa-2019"]["title-short"] == nocase("[mfa.uz news item]")
    assert items["usmanov2006"]["publisher-place"] == "Tashkent"
    assert items["mfa-foreignpolicy"]["author"] == [
        {"literal": "Oʻzbekiston Respublikasi Tashqi ishlar vazirligi"}
    ]
    assert title_of(items["gazeta-region"]) == (
        "Shavkat Mirziyëyev: “Tsentral’naya Aziya — yedinyy organizm” "
        "[Shavkat Mirziyoyev: “Central Asia is a single organism”] (In Russ.)"
    )


def test_works_in_latin_script_stay(shipped: Mapping[str, Reference]) -> None:
    items, _ = made(shipped, RULES)
    for item in csl_json(shipped.values()):
        if (
            shipped[item["id"]].language in ("en", "uz-Latn")
            and "shorttitle" not in shipped[item["id"]].fields
        ):
            assert items[item["id"]] == item | {"language": "en-GB"}
    noted, _ = made(shipped, with_rules(english_titles=True, note="[in {language}]"))
    assert title_of(noted["ramatov2026"]).endswith(" after independence] [in Uzbek]")
    assert noted["uzdaily-treaty"]["title"] == items["uzdaily-treaty"]["title"]


def test_adding_english_titles_changes_no_other_list(shipped: Mapping[str, Reference]) -> None:
    printed = json.dumps(csl_json(shipped.values()), ensure_ascii=False)
    assert "Foreign policy priorities" not in printed


# ------------------------------------------------------------------ the rules


def test_titles_as_journals_want_them(read_bib: ReadBib) -> None:
    references, told = read_bib(ABAI % ("жолы", "titleenglish = {The way of Kazakhstan},"))
    assert told == []
    for title_as, expected in {
        "transliterated+english": "Qazaqstan — zholy [The way of Kazakhstan]",
        "english": "[The way of Kazakhstan]",
        "transliterated": "Qazaqstan — zholy",
    }.items():
        items, told = made(references, with_rules(title_as=title_as))
        assert told == []
        assert title_of(items["abai2020"]) == expected


def test_names_and_others(read_bib: ReadBib, tmp_path: Path) -> None:
    references, _ = read_bib(ABAI % ("жолы", ""))
    items, _ = made(references, with_rules(title_as="transliterated"), initials=True)
    assert items["abai2020"]["author"] == [
        {"family": "Äūezov", "given": "Sh."},
        {"family": "Shchūkīn", "given": "Yu."},
        {"literal": "et al."},
    ]
    printed = cited([*items.values()], tmp_path, initials=True)
    assert printed["abai2020"].startswith("Äūezov Sh., Shchūkīn Yu., et al.")


def test_a_hard_sign_ends_no_quotation(read_bib: ReadBib, tmp_path: Path) -> None:
    references, _ = read_bib("@misc{a, title = {О «Объезде Москвы»}, langid = {ru}}")
    items, _ = made(references, with_rules(title_as="transliterated"))
    assert title_of(items["a"]) == "O «Ob”yezde Moskvy»"
    assert "| O «Ob”yezde Moskvy» |" in cited([*items.values()], tmp_path, initials=False)["a"]


def test_the_note_may_be_a_variable_of_its_own(read_bib: ReadBib) -> None:
    references, _ = read_bib(
        "@book{a, title = {Россия}, note = {Изд. 2-е}, langid = {ru}}\n"
        "@book{b, title = {Россия и мир}, langid = {ru}}"
    )
    rules = with_rules(note="(In {language})", note_in="note", title_as="transliterated")
    items, _ = made(references, rules)
    assert items["a"]["note"] == "Izd. 2-ye (In Russian)"
    assert items["b"]["note"] == "(In Russian)"
    assert title_of(items["b"]) == "Rossiya i mir"


def test_places(read_bib: ReadBib) -> None:
    references, _ = read_bib("@book{a, title = {А}, location = {М.; Ташкент}, langid = {ru}}")
    items, _ = made(references, with_rules(title_as="transliterated"))
    assert items["a"]["publisher-place"] == "Moscow; Tashkent"
    items, _ = made(references, with_rules(title_as="transliterated", places="transliterated"))
    assert items["a"]["publisher-place"] == "M.; Tashkent"
    assert place_in_english("СПб. – Алма-Ата") == "St Petersburg; Almaty"
    assert place_in_english("Toshkent") == "Tashkent"
    assert place_in_english("Ош") == "Ош"


def test_addresses_lead_where_they_led(read_bib: ReadBib) -> None:
    references, _ = read_bib(
        "@online{a, title = {А}, url = {https://пример.рф/новости?q=мир}, langid = {ru}}"
    )
    items, told = made(references, with_rules(title_as="transliterated"))
    assert told == []
    assert items["a"]["URL"] == (
        "https://xn--e1afmkfd.xn--p1ai/%D0%BD%D0%BE%D0%B2%D0%BE%D1%81%D1%82%D0%B8"
        "?q=%D0%BC%D0%B8%D1%80"
    )


def test_the_most_exact_system_counts() -> None:
    rules = with_rules(systems={"uz": "iso-9", "uz-Cyrl": "uzbek-latin"})
    assert rules.system_for("uz-Cyrl-UZ") == "uzbek-latin"
    assert rules.system_for("uz-Latn") == "iso-9"
    assert rules.system_for("ru") is None


def test_names_of_languages() -> None:
    assert language_name("kk-KZ") == ("Kazakh", "Kaz.")
    assert language_name("uz-Latn-UZ") == ("Uzbek", "Uzb.")


def test_every_language_that_a_work_may_have_is_called_something() -> None:
    from uchtil.language.tags import KNOWN_TAGS

    for tag in KNOWN_TAGS:
        if not tag.startswith("en"):
            assert language_name(tag) != (tag, tag), tag


# ------------------------------------------------------------------ what is told


@pytest.mark.parametrize(
    ("systems", "reason"),
    [
        ({"kk": "bsi"}, "`bsi` has no table for `kk`"),
        ({"ru": "bsi"}, "no system is named for `kk`"),
        ({"kk": "iso-10"}, "there is no system `iso-10`"),
    ],
)
def test_what_cannot_be_romanised_is_told_once(
    read_bib: ReadBib, systems: dict[str, str], reason: str
) -> None:
    references, _ = read_bib(ABAI % ("жолы", "titleenglish = {The way},"))
    _, told = made(references, with_rules(systems=systems))
    assert told == [
        "b.bib:1: error[not-romanised]: `abai2020` cannot be written in Latin letters: "
        f"{reason}\n    name another system for its language in the journal's profile, "
        "or mend the entry"
    ]


def test_the_example_of_the_docs(read_bib: ReadBib) -> None:
    references, _ = read_bib(ABAI % ("жолы", "titleenglish = {The way},"))
    _, (told,) = made(references, with_rules(systems={"kk": "bsi"}))
    assert "`abai2020` cannot be written in Latin letters: `bsi` has no table for `kk`" in told


def test_letters_that_no_table_has_are_told(read_bib: ReadBib) -> None:
    references, _ = read_bib("@misc{a, title = {Київ}, titleenglish = {Kyiv}, langid = {ru}}")
    _, (told,) = made(references, RULES)
    assert "Latin letters: `bgn-pcgn` has no letters for `Київ`\n" in told
    references, _ = read_bib("@misc{a, title = {Мир}, titleenglish = {Мир}, langid = {ru}}")
    _, (told,) = made(references, RULES)
    assert "Latin letters: its English title is not in Latin letters\n" in told


def test_a_missing_english_title_is_told(read_bib: ReadBib) -> None:
    references, _ = read_bib(ABAI % ("жолы", ""))
    items, told = made(references, RULES)
    assert told == [
        "b.bib:1: error[no-english-title]: "
        "`abai2020` has no English title for the list in Latin script\n"
        "    add `titleenglish`: what the work prints, or your translation"
    ]
    assert title_of(items["abai2020"]) == "Qazaqstan — zholy"
    references, _ = read_bib("@misc{a, title = {Oʻzbekiston}, langid = {uz-Latn}}")
    assert made(references, RULES)[1] == []
    assert len(made(references, with_rules(english_titles=True))[1]) == 1


def test_a_printed_english_title_needs_no_second(read_bib: ReadBib) -> None:
    references, _ = read_bib("@misc{a, title = {Мир}, title_en = {Peace}, langid = {ru}}")
    items, told = made(references, RULES)
    assert (title_of(items["a"]), told) == ("Mir [Peace]", [])


def test_forbidden_signs(read_bib: ReadBib) -> None:
    references, _ = read_bib(
        ABAI % ("жолы // https://a.kz/x", "titleenglish = {The way}, url = {https://a.kz/x},")
    )
    items, told = made(references, with_rules(forbidden=("//", "—"), replaced={"//": "."}))
    assert title_of(items["abai2020"]) == "Qazaqstan — zholy . https://a.kz/x [The way]"
    assert items["abai2020"]["URL"] == "https://a.kz/x"
    assert told == [
        "b.bib:1: notice[replaced-sign]: "
        "in the list in Latin script `//` of `abai2020` becomes `.`",
        "b.bib:1: warning[forbidden-sign]: "
        "`abai2020` holds `—`, which the journal does not allow in its list\n"
        "    name in the journal's profile what is written instead",
    ]
    _, told = made(references, with_rules(forbidden=("—",), replaced={"—": "–"}))
    assert told == [
        "b.bib:1: notice[replaced-sign]: in the list in Latin script `—` of `abai2020` becomes `–`"
    ]
    assert forbidden_signs("A. B // C, https://a.kz", ("//", "—")) == ("//",)
    assert forbidden_signs("A. B, https://a.kz", ("//", "—")) == ()


# ------------------------------------------------------------------ the field


def test_an_english_description_stands_in_brackets_too(read_bib: ReadBib) -> None:
    _, told = read_bib(
        "@misc{a, title = {[Статья]}, titletype = {descriptive}, langid = {ru},\n"
        "  titleenglish = {Article},\n}\n"
        "@misc{b, title = {Мир}, langid = {ru},\n  titleenglish = {[Peace]},\n}"
    )
    assert told == [
        "b.bib:2: error[title-brackets]: "
        "the English title of `a` is descriptive, but not in square brackets\n"
        "    write `[Article]`",
        "b.bib:5: error[title-brackets]: "
        "the English title of `b` stands in square brackets\n"
        "    leave them out: lists in Latin script set them by themselves",
    ]


def test_a_description_of_ours_is_in_english_in_every_latin_list(read_bib: ReadBib) -> None:
    references, _ = read_bib(
        "@misc{a, title = {[Maqola]}, titletype = {descriptive}, langid = {uz-Latn},\n"
        "  titleenglish = {[Article]},\n}"
    )
    told = Problems()
    (item,) = romanised_items(references.values(), Romanisation(systems={}), told)
    assert item["title"] == '<span class="nocase">[Article]</span>'
    assert list(told) == []


def test_an_english_title_may_have_english_apostrophes(read_bib: ReadBib) -> None:
    _, told = read_bib(
        "@misc{a, title = {Oʻzbekiston}, titleenglish = {Uzbekistan’s way}, langid = {uz-Latn}}"
    )
    assert told == []
