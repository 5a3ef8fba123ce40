"""Profiles of journals: what is read, and what is told of what is wrong."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from uchtil.journals.languages import profile_for
from uchtil.load.profile_shapes import METADATA_LANGUAGES
from uchtil.load.profiles import PACKAGE, chosen_names, load_profile, profile_paths
from uchtil.model.profiles import Block, Form, FrontBlock, Limits, Profile, Region, Unit
from uchtil.problems import Problems
from workshop import ROOT

TEMPLATES = ROOT / "templates"
HEAD = "# yaml-language-server: $schema=../schemas/journal.json\n"
LEAST = """\
id: small
journal: {name: {en: A Small Journal}}
rules: {url: "https://example.org/rules", read: 2026-11}
languages: [en]
type: {font: Times New Roman}
front: [title]
citations: gost-numeric
package: [manuscript]
"""


def read(root: Path, text: str, name: str = "small") -> tuple[object, list[str]]:
    folder = root / "templates" / "journals"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(HEAD + text, encoding="utf-8")
    problems = Problems()
    profile = load_profile(root, TEMPLATES, name, problems)
    return profile, [f"{each.where.line}: {each.code}: {each.message}" for each in problems]


def test_the_least_that_a_profile_needs(tmp_path: Path) -> None:
    profile, told = read(tmp_path, LEAST)
    assert told == []
    assert profile.id == profile.journal.id == "small"
    assert profile.front == (FrontBlock(block=Block.TITLE),)
    assert profile.form is Form.FITTING
    assert (profile.lengths, profile.lists, profile.unknown) == ((), (), ())
    assert profile.usual_list, "nothing is said of lists"
    assert profile.abstract.limits("en") == Limits()


def test_all_kinds_of_rules(tmp_path: Path) -> None:
    profile, told = read(
        tmp_path,
        LEAST
        + """\
page: {top: 2, left: 3}
lengths:
  - {unit: words, limits: 5000-7000, counts: [text, notes]}
  - {unit: pages, limits: 6 or more}
after: [abstract, "abstract:kk"]
abstract: {languages: [en, kk], words: 100-200, otherwise: {kk: 50 or fewer}}
lists:
  - style: gost-numeric
  - heading: References
    style: apa
    forbidden: // —
    romanised: {systems: {ru: bsi, uz-cyrl: uzbek-latin}, replaced: ["// → ."]}
""",
    )
    assert told == []
    assert (profile.paper.top, profile.paper.right) == (Decimal(2), None)
    words, pages = profile.lengths
    assert (words.unit, words.limits) == (Unit.WORDS, Limits(at_least=5000, at_most=7000))
    assert words.counts == {Region.TEXT, Region.NOTES}
    assert pages.limits == Limits(at_least=6)
    assert pages.counts == frozenset(Region)
    assert profile.abstract.limits("en") == Limits(at_least=100, at_most=200)
    assert profile.abstract.limits("kk") == Limits(at_most=50)
    second = profile.lists[1]
    assert second.romanised.systems == {"ru": "bsi", "uz-Cyrl": "uzbek-latin"}
    assert second.romanised.replaced == {"//": "."}
    assert second.forbidden.split() == ["//", "—"]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (
            "title_words: few",
            "10: wrong-value: `few` cannot be `title_words` of the profile `small`",
        ),
        (
            "title_words: 12-6",
            "10: impossible-range: `title_words` of the profile `small` ends at 6, before it "
            "begins at 12",
        ),
        ("after: [titel]", "10: unknown-choice: `titel` cannot be a block"),
        ("after: [title:de]", "10: unknown-choice: `title:de` cannot be a block"),
        (
            "works: {recent_years: 5}",
            "10: missing-field: `recent_years` and `recent_share` need each other",
        ),
        (
            "file_name: ../x",
            "10: wrong-value: `../x` cannot be `file_name` of the profile `small`",
        ),
        ("margins: 2", "10: unknown-field: the profile `small` has no field `margins`"),
    ],
)
def test_what_is_wrong_is_told_at_its_line(tmp_path: Path, line: str, told: str) -> None:
    assert read(tmp_path, f"{LEAST}{line}\n") == (None, [told])


def hints(root: Path, text: str) -> list[str]:
    folder = root / "templates" / "journals"
    folder.mkdir(parents=True)
    (folder / "small.yaml").write_text(HEAD + text, encoding="utf-8")
    problems = Problems()
    load_profile(root, TEMPLATES, "small", problems)
    return [f"{each.message}: {each.hint}" for each in problems]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("read: 2026-11}", "read: 30.11.2026}", "`30.11.2026` is not a date: write 2026-11-30"),
        (
            "front: [title]",
            "front: [title:eng]",
            "`title:eng` cannot be a block: did you mean `title:en`?",
        ),
        (
            "front: [title]",
            "front:\n  - title: en",
            "a block must be one text, not a mapping: write `title:en`, without a space",
        ),
        (
            "front: [title]",
            "page: {top: 2,5, right: 1,5, left: 3}\nfront: [title]",
            "`2,5` is not a number: write 2.5, with a point|"
            "`1,5` is not a number: write 1.5, with a point",
        ),
        (
            "front: [title]",
            "unknown:\n  - the length: of the abstract\nfront: [title]",
            "`the length` cannot be a language of a rule: write it as `Add a signed review`, or "
            "`{ru: Приложить рецензию, en: Add a signed review}`; a text with a colon stands in "
            "quotation marks",
        ),
    ],
)
def test_the_hint_is_what_to_write(tmp_path: Path, old: str, new: str, hint: str) -> None:
    assert "|".join(hints(tmp_path, LEAST.replace(old, new))) == hint


def test_duties_are_told_in_the_languages_that_the_profile_has(tmp_path: Path) -> None:
    profile, told = read(
        tmp_path,
        LEAST
        + """\
duties:
  - Sign the letter
  - {ru: Приложить рецензию, uz: Taqriz qoʻshing}
unknown: how long the abstract is
""",
    )
    assert told == []
    letter, review = profile.duties
    assert letter.said("ru") == letter.said("en") == "Sign the letter"
    assert review.said("ru") == "Приложить рецензию"
    assert review.said("uz-cyrl") == "Taqriz qoʻshing"
    assert review.said("en") == "Приложить рецензию", "better in Russian than not at all"
    assert [each.said("en") for each in profile.unknown] == ["how long the abstract is"]


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("20 000 or fewer", Limits(at_most=20000)),
        ("20\u00a0000–40\u00a0000", Limits(at_least=20000, at_most=40000)),
        ("6", Limits(at_least=6, at_most=6)),
    ],
)
def test_limits_may_have_their_thousands_apart(tmp_path: Path, text: str, limits: Limits) -> None:
    profile, told = read(tmp_path, f"{LEAST}title_words: {text}\n")
    assert told == []
    assert profile.title_words == limits


def test_a_profile_is_called_as_its_file(tmp_path: Path) -> None:
    assert read(tmp_path, LEAST.replace("id: small", "id: other")) == (
        None,
        ["2: wrong-id: the profile calls itself `other`, its file small.yaml"],
    )


def test_an_unknown_journal(tmp_path: Path) -> None:
    profile, told = read(tmp_path, LEAST, "smal")
    assert (profile, told) == (
        None,
        ["0: unknown-journal: there is no profile of a journal `smal`"],
    )


def test_a_project_has_its_own_beside_the_shipped_ones(tmp_path: Path) -> None:
    read(tmp_path, LEAST)
    paths = profile_paths(tmp_path, TEMPLATES)
    assert paths["small"].is_relative_to(tmp_path)
    assert paths["vak-history"].is_relative_to(TEMPLATES)


@pytest.mark.parametrize("name", profile_paths(ROOT, TEMPLATES))
def test_shipped_profiles_are_whole(name: str) -> None:
    problems = Problems()
    profile = load_profile(ROOT, TEMPLATES, name, problems)
    assert list(problems) == []
    assert profile is not None
    assert profile.journal.id == profile.id == name
    assert profile.rules.note
    assert set(profile.package) <= set(PACKAGE)
    asked = {each.language for each in (*profile.front, *profile.after)} - {"", "others"}
    assert asked <= set(METADATA_LANGUAGES)
    own = {each for each in profile.languages if each != "uz-cyrl"}  # Uzbek serves both scripts
    for note in (profile.rules.note, *profile.duties, *profile.unknown):
        assert set(note.text) >= own or own == {"en"}, note


OWN = HEAD + LEAST.replace("id: small", "id: mine").replace("A Small Journal", "Mine")


def _told(root: Path, text: str) -> tuple[Profile | None, list[str]]:
    folder = root / "templates" / "journals"
    folder.mkdir(parents=True)
    (folder / "mine.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    profile = load_profile(root, TEMPLATES, "mine", problems)
    return profile, [f"{each.code}: {each.message}" for each in problems]


def test_issn_with_a_wrong_check_digit_is_told(tmp_path: Path) -> None:
    profile, told = _told(
        tmp_path, OWN.replace("name: {en: Mine}", "name: {en: Mine}, issn: 0263-4938")
    )
    assert profile is None
    assert told == [
        "wrong-value: `0263-4938` cannot be `issn` of `journal` of the profile `mine`: "
        "its check digit is wrong"
    ]


@pytest.mark.parametrize("issn", ["0263-4937", "1465-3354", "2434-561X"])
def test_issn_with_a_right_check_digit_is_read(tmp_path: Path, issn: str) -> None:
    profile, told = _told(
        tmp_path, OWN.replace("name: {en: Mine}", f"name: {{en: Mine}}, issn: {issn}")
    )
    assert told == []
    assert profile is not None
    assert profile.journal.issn == issn


def test_language_of_a_block_is_checked(tmp_path: Path) -> None:
    profile, told = _told(tmp_path, OWN.replace("[title]", "[title, abstract:other]"))

    assert profile is None
    assert len(told) == 1
    assert told[0].startswith("unknown-choice: `abstract:other` cannot be")


def test_works_may_be_put_into_latin_script_everywhere(tmp_path: Path) -> None:
    profile, told = _told(tmp_path, OWN + "romanised: {systems: {uz-cyrl: uzbek-latin}}\n")

    assert told == []
    assert profile is not None
    assert profile.romanised is not None
    assert dict(profile.romanised.systems) == {"uz-Cyrl": "uzbek-latin"}


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("page: {top: 2.3 см}", "write 2.3"),
        ('page: {top: "2,3 см"}', "write 2.3"),
        ("page: {top: 25 мм}", "write 2.5: it is told in centimetres"),
        ("keywords: {limits: 5–7 слов}", "write `5-7`"),
        ("abstract: {words: не менее 150 слов}", "write `150 or more`"),
        ("abstract: {words: not more than 150}", "write `150 or fewer`"),
        ("abstract: {words: 150 soʻzgacha}", "write `150 or fewer`"),
        ("works: {limits: kamida 10 ta}", "write `10 or more`"),
        ("title_words: about a dozen", "write `6`, `6-10`, `6 or more` or `10 or fewer`"),
    ],
)
def test_a_page_s_own_words_are_told_how_to_write(tmp_path: Path, line: str, hint: str) -> None:
    (told,) = hints(tmp_path, f"{LEAST}{line}\n")
    assert told.endswith(f": {hint}")


def test_words_of_other_programs_are_told_the_word_here(tmp_path: Path) -> None:
    text = LEAST.replace("Roman}", "Roman, align: justify}")
    (told,) = hints(tmp_path, text)
    assert told == "`justify` cannot be `align` of `type` of the profile `small`: write both"


def test_a_name_without_its_language_is_told_the_line_to_write(tmp_path: Path) -> None:
    text = LEAST.replace("{en: A Small Journal}", "Музей и время")
    assert hints(tmp_path, text) == [
        "`name` of `journal` of the profile `small` must be by language, not one text: "
        'write `name: {ru: "Музей и время"}`, in the language that it is in'
    ]


def test_names_of_styles_are_found_whatever_else_is_wrong(tmp_path: Path) -> None:
    lists = "lists:\n  - {style: apo, romanised: {systems: {ru: bsy}}}\ntitle_words: few\n"
    read(tmp_path, LEAST.replace("gost-numeric", "gost-note") + lists)
    found = chosen_names(tmp_path, TEMPLATES, "small")
    assert [(each.name, each.language, each.where.line, each.where.column) for each in found] == [
        ("gost-note", "", 8, 12),
        ("apo", "", 11, 13),
        ("bsy", "ru", 11, 44),
    ]


@pytest.mark.parametrize(
    ("manuscripts", "front", "asked", "lacking", "mend"),
    [
        ("[uz, ru, en]", "[abstract]", "[uz, ru, en]", "`ru`, `en`, `uz`", "abstract:others"),
        ("[uz]", "[abstract]", "[uz, en, kk]", "`en`, `kk`", "abstract:en, abstract:kk"),
        ("[uz, ru]", "[title]", "[others]", "`ru`, `uz`", "abstract:others"),
        ("[uz]", "[title]", "[uz]", "`uz`", "abstract"),
    ],
)
def test_an_abstract_that_is_asked_for_and_printed_nowhere_is_told(
    tmp_path: Path, manuscripts: str, front: str, asked: str, lacking: str, mend: str
) -> None:
    text = LEAST.replace("[en]", manuscripts).replace("[title]", front)
    folder = tmp_path / "templates" / "journals"
    folder.mkdir(parents=True)
    text = f"{HEAD}{text}abstract:\n  languages: {asked}\n"
    (folder / "small.yaml").write_text(text, encoding="utf-8")
    problems = Problems()
    assert load_profile(tmp_path, TEMPLATES, "small", problems) is None
    (told,) = problems
    assert (told.code, told.where.line) == ("missing-field", 11)
    assert told.message.startswith(f"`abstract.languages` asks for {lacking}, and no block")
    assert told.hint == f"add `{mend}` to `front` or `after`"

    mended = text.replace(front, f"{front[:-1]}, {mend}]")
    with_files = text.replace("[manuscript]", "[manuscript, metadata]")
    for whole in (mended, with_files):
        (folder / "small.yaml").write_text(whole, encoding="utf-8")
        assert load_profile(tmp_path, TEMPLATES, "small", Problems()) is not None


def test_an_empty_front_is_told_with_the_languages_that_are_asked_for(tmp_path: Path) -> None:
    text = LEAST.replace("[en]", "[uz, ru]").replace("front: [title]", "front:")
    (tmp_path / "templates" / "journals").mkdir(parents=True)
    (tmp_path / "templates" / "journals" / "small.yaml").write_text(
        f"{HEAD}{text}abstract: {{languages: [uz, ru, en]}}\nkeywords: {{languages: [uz, ru]}}\n",
        encoding="utf-8",
    )
    problems = Problems()
    load_profile(tmp_path, TEMPLATES, "small", problems)
    assert [each.hint for each in problems] == [
        "write what holds, as `front: [udc, title, authors, affiliations, contacts, abstract, "
        "keywords, abstract:others, abstract:en, keywords:others]`"
    ]


@pytest.mark.parametrize("said", ["10-12 lines", "10–12 строк", "10-12 qator"])
def test_lines_do_not_become_words(tmp_path: Path, said: str) -> None:
    (tmp_path / "templates" / "journals").mkdir(parents=True)
    (tmp_path / "templates" / "journals" / "small.yaml").write_text(
        f"{HEAD}{LEAST}abstract:\n  words: {said}\n", encoding="utf-8"
    )
    problems = Problems()
    assert load_profile(tmp_path, TEMPLATES, "small", problems) is None
    assert [each.hint for each in problems] == [
        f"lines are no unit here: leave the field out, and write `{said}` among `duties`"
    ]


@pytest.mark.parametrize(
    ("above", "still"), [("#lists:", True), ("#lists:\n#  - {style: a}", True), ("## Lists", False)]
)
def test_a_line_whose_parent_is_a_sample_still_is_told_so(
    tmp_path: Path, above: str, still: bool
) -> None:
    (tmp_path / "templates" / "journals").mkdir(parents=True)
    (tmp_path / "templates" / "journals" / "small.yaml").write_text(
        f"{HEAD}{LEAST}{above}\n  - {{style: gost-numeric}}\n", encoding="utf-8"
    )
    problems = Problems()
    assert load_profile(tmp_path, TEMPLATES, "small", problems) is None
    (told,) = problems
    assert told.hint.endswith("; or the line above it still has its #") is still


def test_the_heading_of_a_list_may_go_by_the_language_of_the_manuscript(tmp_path: Path) -> None:
    lists = "lists:\n  - {style: gost-numeric, heading: {ru: Источники, kk: Әдебиет}}\n"
    assert hints(tmp_path / "wrong", LEAST + lists) == [
        "`kk` cannot be a language of `heading` of the list: "
        "languages of manuscripts are uz, uz-cyrl, ru, en"
    ]
    profile, told = read(tmp_path / "right", LEAST + lists.replace(", kk: Әдебиет", ""))
    assert isinstance(profile, Profile), told
    headings = [profile_for(profile, code).lists[0].heading for code in ("ru", "en")]
    assert headings == ["Источники", ""], "without it, the language's own word"
