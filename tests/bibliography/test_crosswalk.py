from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from uchtil.bibliography import Reference, read_crosswalk
from uchtil.problems import Problems

GOOD = """sources:
  - key: ramatov2026
    list: numbered
    entries:
      - {entry: "1", works: [usmanov2006], locators: {usmanov2006: "280"}}
"""


def told(text: str | None, folder: Path, references: Mapping[str, Reference]) -> list[str]:
    path = folder / "crosswalk.yaml"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    problems = Problems()
    read_crosswalk(path, "c.yaml", problems, references)
    return [str(problem) for problem in problems]


def test_a_good_one(tmp_path: Path, shipped: Mapping[str, Reference]) -> None:
    assert told(GOOD, tmp_path, shipped) == []


@pytest.mark.parametrize(
    ("right", "wrong", "problem"),
    [
        (
            "[usmanov2006]",
            "[usmanov2006, usmanov2007]",
            "c.yaml:5:43: error[unknown-key]: unknown key `usmanov2007`\n"
            "    did you mean `usmanov2006`?",
        ),
        (
            "key: ramatov2026",
            "key: tursonov2026",
            "c.yaml:2:10: error[unknown-key]: unknown key `tursonov2026`\n"
            "    did you mean `tursunov2026`?",
        ),
        (
            "{usmanov2006: ",
            "{rahimov2016: ",
            "c.yaml:5:55: error[foreign-locator]: a page of `rahimov2016` is given, which this "
            "entry does not name",
        ),
        (
            "list: numbered",
            "list: numberd",
            "c.yaml:3:11: error[unknown-value]: `numberd` is not a kind of list\n"
            "    did you mean `numbered`?",
        ),
        (
            "list: numbered",
            "list: none",
            "c.yaml:3:11: error[list-mismatch]: the list of `ramatov2026` is said to be `none`, "
            "but has 1 entries\n    write `none` for a source without a list, with `entries: []`",
        ),
        (
            "locators:",
            "locator:",
            "c.yaml:5:44: error[unknown-field]: unknown field `locator`\n"
            "    did you mean `locators`?",
        ),
        (
            'entry: "1", ',
            "",
            "c.yaml:5:9: error[missing-field]: the field `entry` is missing\n    add `entry:`",
        ),
        (
            "list: numbered",
            'list: numbered\n    uncited: ["1", "2"]',
            "c.yaml:4:20: error[unknown-entry]: the list of `ramatov2026` has no entry 2\n"
            "    `uncited` names entries of this list",
        ),
        (
            "[usmanov2006]",
            "[]",
            "c.yaml:5:29: error[empty-list]: this entry names no work\n    name the work's key",
        ),
        (
            "[usmanov2006]",
            "usmanov2006",
            "c.yaml:5:29: error[wrong-type]: a list is expected here\n    write `[…]` or `- …`",
        ),
    ],
)
def test_slips(
    tmp_path: Path, shipped: Mapping[str, Reference], right: str, wrong: str, problem: str
) -> None:
    assert right in GOOD
    assert problem in told(GOOD.replace(right, wrong), tmp_path, shipped)


def test_what_the_text_leaves_uncited(tmp_path: Path, shipped: Mapping[str, Reference]) -> None:
    """A work is only listed where every entry that names it is left uncited."""
    entries = (
        "      - {entry: '2', works: [rahimov2016]}\n"
        "      - {entry: '3', works: [usmanov2006, pulatov2024]}\n"
    )
    path = tmp_path / "crosswalk.yaml"
    text = GOOD.replace("numbered", "footnotes\n    uncited: ['2', '3']") + entries
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    own = read_crosswalk(path, "c.yaml", problems, shipped).lists["ramatov2026"]
    assert list(problems) == []
    assert own.only_listed == {"rahimov2016", "pulatov2024"}
    assert own.cited_in_text == {"usmanov2006"}


def test_what_stands_twice(tmp_path: Path, shipped: Mapping[str, Reference]) -> None:
    entry = GOOD.splitlines()[-1]
    source = GOOD.partition("\n")[2]
    assert told(f"{GOOD}{entry}\n", tmp_path, shipped) == [
        "c.yaml:6:17: error[duplicate-entry]: entry 1 of `ramatov2026` already stands on line 5\n"
        "    put the works of both in one, in the order printed"
    ]
    assert told(f"{GOOD}{source}", tmp_path, shipped) == [
        "c.yaml:6:5: error[duplicate-key]: the source `ramatov2026` already stands on line 2\n"
        "    put its entries together"
    ]
    assert told(GOOD.replace("    list:", "    key: x\n    list:"), tmp_path, shipped) == [
        "c.yaml:3:5: error[duplicate-key]: the field `key` already stands on line 2\n"
        "    leave one of the two out"
    ]


def test_a_missing_file(tmp_path: Path, shipped: Mapping[str, Reference]) -> None:
    assert told(None, tmp_path, shipped) == [
        "c.yaml: error[missing-file]: the crosswalk is missing\n    write it"
    ]
