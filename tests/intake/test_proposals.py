"""Writing into YAML as it stands, and reading a file of proposals."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from uchtil.load.proposals import read_proposals
from uchtil.load.yaml_nodes import compose
from uchtil.load.yaml_text import append_field, append_item, end_of, field_of, scalar, slice_of
from uchtil.problems import Problems

HEAD = "# yaml-language-server: $schema=../templates/schemas/proposals.json\n"


def node_of(text: str) -> yaml.Node:
    node = compose(text, "a.yaml", Problems())
    assert node is not None
    return node


def added(text: str, name: str = "list", block: str = "a: 1\nb: 2") -> str:
    items = field_of(node_of(text), name)
    assert isinstance(items, yaml.SequenceNode)
    start, end, new = append_item(items, block, "{a: 1, b: 2}", text)
    return text[:start] + new + text[end:]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("list:\n  - a: 0\n", "list:\n  - a: 0\n  - a: 1\n    b: 2\n"),
        ("list:\n- a: 0\n", "list:\n- a: 0\n- a: 1\n  b: 2\n"),
        ("list:\n  -   a: 0\n", "list:\n  -   a: 0\n  -   a: 1\n      b: 2\n"),
        (
            "list:\n  - a: 0 # no\n\n# yes\nz: 1\n",
            "list:\n  - a: 0 # no\n  - a: 1\n    b: 2\n\n# yes\nz: 1\n",
        ),
        ("list: [{a: 0}] # no\n", "list: [{a: 0}, {a: 1, b: 2}] # no\n"),
        ("list: []\n", "list: [{a: 1, b: 2}]\n"),
        ("list:\n  - {a: 0}\nz: 1", "list:\n  - {a: 0}\n  - a: 1\n    b: 2\nz: 1"),
        (
            "list:\n  - a: |\n      x\n\n\nz: 1\n",
            "list:\n  - a: |\n      x\n  - a: 1\n    b: 2\n\n\nz: 1\n",
        ),
        ("list:\n  - a: 0", "list:\n  - a: 0\n  - a: 1\n    b: 2"),
        (
            "list:\n  - a: [1,\n      2]\n  # end\n",
            "list:\n  - a: [1,\n      2]\n  - a: 1\n    b: 2\n  # end\n",
        ),
    ],
)
def test_an_item_is_added_and_all_else_stays(text: str, wanted: str) -> None:
    assert added(text) == wanted


def test_a_field_is_added() -> None:
    text = "f:\n  - a: 1\n    b: 2\n  - a: 3\n"
    first = field_of(node_of(text), "f").value[0]  # type: ignore[union-attr]
    start, end, new = append_field(first, "c", "\nuz: x\nru: y", "{uz: x}", text)
    assert text[:start] + new + text[end:] == (
        "f:\n  - a: 1\n    b: 2\n    c:\n      uz: x\n      ru: y\n  - a: 3\n"
    )


def test_a_block_is_taken_out_with_its_comments() -> None:
    text = "x:\n    a: 1  # one\n    b:\n      - 2\n    # end\nz: 3\n"
    node = field_of(node_of(text), "x")
    assert node is not None
    assert slice_of(node, text) == "a: 1  # one\nb:\n  - 2"
    assert text[: end_of(node, text)].endswith("- 2")


@pytest.mark.parametrize(
    "text",
    [
        "plain words",
        "2017",
        "yes",
        "a: b",
        "it's",
        '"so"',
        'it\'s "so"',
        "# no",
        "- a",
        "oʻz, bu",
        "[a]",
        "50 %",
        "ends:",
        "“quoted”",
        "a #b",
        "12:30",
        "null",
        "back\\slash 'n'",
    ],
)
def test_a_scalar_is_read_back_as_it_was(text: str) -> None:
    assert yaml.safe_load(f"a: {scalar(text)}")["a"] == text
    assert yaml.safe_load(f"{{a: {scalar(text, flow=True)}}}")["a"] == text


def test_an_answer_that_there_is_not(tmp_path: Path) -> None:
    (tmp_path / "intake").mkdir()
    (tmp_path / "intake/x.yaml").write_text(
        f"{HEAD}source: {{key: x, text: x.txt}}\nproposals:\n  - id: p1\n    accept: perhaps\n"
        "    verdict: confirms\n    why: [so]\n    passage: so\n    paragraph: 1\n"
    )
    problems = Problems()
    assert read_proposals(tmp_path, "intake/x.yaml", problems) is None
    assert [(each.code, each.where.line) for each in problems.errors] == [("unknown-choice", 5)]
