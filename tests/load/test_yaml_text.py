"""Writing into YAML as it stands: every other byte stays."""

from __future__ import annotations

import pytest
import yaml

from uchtil.load.yaml_nodes import compose
from uchtil.load.yaml_text import append_field, in_flow, without_field, written_in
from uchtil.problems import Problems

BLOCK = """\
source: a  # the first
date: 1972-06  # when
value:
  amount: 12.1
  unit: km
cites: [b, c]
"""
FLOW = "{source: a, date: 1972-06, value: {amount: 12.1, unit: km}, cites: [b, c]}"


def mapping(text: str) -> yaml.MappingNode:
    node = compose(text, "a.yaml", Problems())
    assert isinstance(node, yaml.MappingNode)
    return node


def without(text: str, name: str) -> str:
    edit = without_field(mapping(text), name, text)
    assert edit is not None
    return written_in(text, [edit])


@pytest.mark.parametrize(
    ("name", "block", "flow"),
    [
        ("source", BLOCK.partition("\n")[2], FLOW.replace("source: a, ", "")),
        ("date", BLOCK.replace("date: 1972-06  # when\n", ""), FLOW.replace(" date: 1972-06,", "")),
        (
            "value",
            BLOCK.replace("value:\n  amount: 12.1\n  unit: km\n", ""),
            FLOW.replace(" value: {amount: 12.1, unit: km},", ""),
        ),
        ("cites", BLOCK.replace("cites: [b, c]\n", ""), FLOW.replace(", cites: [b, c]", "")),
    ],
)
def test_a_field_is_taken_out_with_what_is_in_its_line(name: str, block: str, flow: str) -> None:
    assert without(BLOCK, name) == block
    assert without(FLOW, name) == flow


def test_a_field_that_is_not_there_or_is_all_there_is() -> None:
    assert without_field(mapping(BLOCK), "status", BLOCK) is None
    assert without_field(mapping("source: a\n"), "source", "source: a\n") is None


def test_edits_of_one_place_stand_in_their_order() -> None:
    text = "source: a\n"
    node = mapping(text)
    edits = [append_field(node, name, "1", "1", text) for name in ("date", "status")]
    assert written_in(text, edits) == "source: a\ndate: 1\nstatus: 1\n"


def test_a_block_in_one_line() -> None:
    assert in_flow(mapping(BLOCK)) == FLOW
    assert in_flow(mapping("anchor: 'one, two'\n")) == "{anchor: 'one, two'}"
