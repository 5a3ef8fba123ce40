from __future__ import annotations

from pathlib import Path

import pytest

from uchtil.bibliography import read_bibliography
from uchtil.problems import Problems

from .conftest import ReadBib

GOOD = "@book{a,\n  title = {Тест},\n  langid = {ru},\n}\n"


def test_lines_count_from_one(read_bib: ReadBib) -> None:
    references, problems = read_bib(f"% a comment\n\n{GOOD}")
    assert problems == []
    assert str(references["a"].where) == "b.bib:3"


def test_values_lose_braces_and_line_breaks_and_keep_signs(read_bib: ReadBib) -> None:
    references, problems = read_bib(
        '@string{xs = "Халқ сўзи"}\n'
        "@article{a, title = {Т{Е}СТ\n     \\& ко}, journaltitle = xs, number = 12,\n"
        '  date = "2017-03-24", langid = {uz-Cyrl}, url = {https://x.kz/%E2%80%93_a\\_b}}\n'
    )
    assert problems == []
    reference = references["a"]
    assert dict(reference.fields) == {
        "title": "ТЕСТ & ко",
        "journaltitle": "Халқ сўзи",
        "number": "12",
        "url": "https://x.kz/%E2%80%93_a_b",
    }
    assert (reference.type, reference.language) == ("article", "uz-Cyrl")
    assert str(reference.dates["date"]) == "2017-03-24"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(
            "@book{a,\n  title = {x,\n  langid = {ru},\n}\n" + GOOD.replace("{a,", "{b,"),
            "b.bib:2: error[broken-entry]: the entry `a` is broken and cannot be read\n"
            "    a `}` that closes this value is missing",
            id="brace-of-a-value",
        ),
        pytest.param(
            '@book{a,\n  title = {y},\n  note = "x,\n  langid = {ru},\n}\n',
            "b.bib:3: error[broken-entry]: the entry `a` is broken and cannot be read\n"
            '    a `"` that closes this value is missing',
            id="quote-of-a-value",
        ),
        pytest.param(
            "\n@book{a,\n  title = {x},\n  langid = {ru},\n",
            "b.bib:2: error[broken-entry]: the entry `a` is broken and cannot be read\n"
            "    a `}` that closes the entry is missing, or a quote or brace in it",
            id="brace-of-the-entry",
        ),
        pytest.param(
            "@book{a\n  title = {x},\n  langid = {ru},\n}\n",
            "b.bib:1: error[broken-entry]: the entry `a` is broken and cannot be read\n"
            "    write a comma after the key",
            id="comma-after-the-key",
        ),
        pytest.param(
            "@book{a,\n  langid = {ru},\n  title {x},\n}\n",
            "b.bib:3: error[broken-entry]: the entry `a` is broken and cannot be read\n"
            "    write `=` between a field and its value",
            id="no-equals-sign",
        ),
        pytest.param(
            "@book{a,\n  title = {x}\n  langid = {ru},\n}\n",
            "b.bib:2: error[missing-comma]: after the value of the field `title` a comma is "
            "missing\n    write a comma before `langid = {ru}`",
            id="comma-between-fields",
        ),
        pytest.param(
            "@book{,\n  title = {x},\n  langid = {ru},\n}\n",
            "b.bib:1: error[wrong-key]: this entry has no key\n    write `@type{key,`",
            id="no-key",
        ),
        pytest.param(
            f"{GOOD}book{{b,\n  title = {{x}},\n}}\n",
            "b.bib:5: error[stray-text]: this text stands outside every entry and would be "
            "ignored\n    an entry begins `@type{key,`",
            id="no-at-sign",
        ),
        pytest.param(
            f"{GOOD}by hand\n",
            "b.bib:5: error[stray-text]: this text stands outside every entry and would be "
            "ignored\n    begin a comment with `%`",
            id="comment-without-sign",
        ),
        pytest.param(
            "@book{a,\n  langid = {ru},\n  title = {x}},\n  note = {y},\n}\n",
            "b.bib:3: error[stray-text]: this text stands outside every entry and would be "
            "ignored\n    a `}` too many closes the entry above before its end",
            id="brace-too-many",
        ),
        pytest.param(
            f"{GOOD}{GOOD}",
            "b.bib:5: error[duplicate-key]: the key `a` is already used on line 1\n"
            "    give one of the two another key, or leave out the one that repeats a work",
            id="duplicate-key",
        ),
        pytest.param(
            "@book{a,\n  title = {x},\n  langid = {ru},\n  title = {y},\n}\n",
            "b.bib:4: error[duplicate-field]: the field `title` of `a` already stands on line 2\n"
            "    leave one of the two out",
            id="duplicate-field",
        ),
        pytest.param(
            '@book{a,\n  langid = {ru},\n  title = "x" # { y},\n}\n',
            "b.bib:3: error[unresolved-concatenation]: the field `title` is put together with "
            "`#`, which is not resolved\n    write the whole value in one pair of braces",
            id="concatenation",
        ),
        pytest.param(
            '@string{k = "x" # "y"}\n' + GOOD,
            "b.bib:1: error[unresolved-concatenation]: the field `k` is put together with "
            "`#`, which is not resolved\n    write the whole value in one pair of braces",
            id="concatenation-in-a-string",
        ),
        pytest.param(
            "@book{a,\n  langid = {ru},\n  title = x,\n}\n",
            "b.bib:3: error[unknown-string]: the field `title` names `x`, which no `@string` "
            "defines\n    write `{x}` if the word itself is meant",
            id="unknown-string",
        ),
    ],
)
def test_broken_files(read_bib: ReadBib, text: str, told: str) -> None:
    assert read_bib(text)[1] == [told]


def test_a_broken_entry_takes_no_other_with_it(read_bib: ReadBib) -> None:
    references, _ = read_bib("@book{b,\n  title = {x,\n  langid = {ru},\n}\n\n" + GOOD)
    assert list(references) == ["a"]


def test_all_problems_in_one_run(read_bib: ReadBib) -> None:
    _, problems = read_bib("@bok{a,\n  titel = {x},\n}\n@book{b\n  title = {x},\n}\nfoo\n")
    assert [line.split(" ")[1] for line in problems] == [
        "error[unknown-entry-type]:",
        "error[missing-language]:",
        "error[missing-title]:",
        "error[unknown-field]:",
        "error[broken-entry]:",
    ]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (None, "b.bib: error[missing-file]: the bibliography is missing\n    write it"),
        (b" \n", "b.bib: error[empty-file]: the file is empty\n    write it"),
        (b"% x\n", "b.bib: error[empty-file]: the bibliography has no entry\n    write one"),
        (
            GOOD.encode("cp1251"),
            "b.bib:2:12: error[unreadable-encoding]: the file is not UTF-8: byte D2 cannot be "
            "read\n    save it again as UTF-8 (Cyrillic texts are often in Windows-1251)",
        ),
        (
            GOOD.encode("utf-16"),
            "b.bib:1: error[unreadable-encoding]: the file is written in UTF-16, not in UTF-8\n"
            "    save it again as UTF-8",
        ),
    ],
)
def test_unreadable_files(tmp_path: Path, data: bytes | None, told: str) -> None:
    path = tmp_path / "b.bib"
    if data is not None:
        path.write_bytes(data)
    problems = Problems()
    assert read_bibliography(path, "b.bib", problems) == {}
    assert [str(problem) for problem in problems] == [told]
