from dataclasses import dataclass

from uchtil.load.containers import ListOf
from uchtil.load.fields import Entries, Field, Record, Values
from uchtil.load.shapes import Number, Text, slug

from .conftest import Read

ID = Field("id", slug(), "its id", required=True)
LENGTH = Field("length", Number(), "in kilometres", required=True, code="line-without-length")
NOTE = Field("note", Text(), "a remark")


@dataclass(frozen=True)
class Line:
    id: str
    length: str
    note: str | None


def _line(values: Values) -> Line | None:
    if values.need(ID) == "refused":
        values.error("refused", "this id is refused", ID, "take another")
        return None
    return Line(values.need(ID), str(values.need(LENGTH)), values.get(NOTE))


LINE = Record("the line", (ID, LENGTH, NOTE), _line, about="a line", title=ID)


def test_a_record_is_made_of_its_fields(read: Read) -> None:
    assert read(LINE, "{id: a, length: 12.10}") == (Line("a", "12.10", None), [])
    assert read(LINE, "{note: x, length: 1, id: a}") == (Line("a", "1", "x"), [])


def test_a_required_field_has_its_own_problem(read: Read) -> None:
    assert read(LINE, "{id: a}") == (
        None,
        [
            "a.yaml:1:1: error[line-without-length]: the line `a` has no `length`\n"
            "    add `length:` (in kilometres)"
        ],
    )


def test_a_slip_in_a_required_field_is_told_once(read: Read) -> None:
    assert read(LINE, "{id: a, lenght: 1}") == (
        None,
        [
            "a.yaml:1:9: error[unknown-field]: the line `a` has no field `lenght`\n"
            "    did you mean `length`?"
        ],
    )


def test_a_field_that_is_there_is_not_proposed(read: Read) -> None:
    _, told = read(LINE, "{id: a, length: 1, lengths: 2}")
    assert told == [
        "a.yaml:1:20: error[unknown-field]: the line `a` has no field `lengths`\n"
        "    known fields: id, length, note"
    ]


def test_what_is_no_mapping(read: Read) -> None:
    assert read(LINE, "[a, b]", "") == (
        None,
        [
            "a.yaml:1:1: error[wrong-type]: the line must be a mapping (`field: value` lines), "
            "not a list"
        ],
    )


def test_entries_keep_the_ids_of_broken_records(read: Read) -> None:
    entries, told = read(
        Entries(LINE, ID),
        "[{id: a, length: 1}, {id: b, length: x}, {id: c}, {id: refused, length: 1}, {length: 1}]",
    )
    assert [(entry.id, entry.record is not None) for entry in entries] == [
        ("a", True),
        ("b", False),
        ("c", False),
        ("refused", False),
    ]
    assert told == [
        "a.yaml:1:38: error[not-a-number]: `x` is not a number\n"
        "    write digits, with a point for decimals",
        "a.yaml:1:42: error[line-without-length]: the line `c` has no `length`\n"
        "    add `length:` (in kilometres)",
        "a.yaml:1:56: error[refused]: this id is refused\n    take another",
        "a.yaml:1:77: error[missing-field]: the line has no `id`\n    add `id:` (its id)",
    ]


def test_a_record_in_a_list_is_called_by_its_own_noun(read: Read) -> None:
    _, told = read(ListOf(LINE, "a line"), "[{id: a, length: 1, x: y}, {length: 1}]")
    assert [message.partition(": ")[2].partition("\n")[0] for message in told] == [
        "error[unknown-field]: the line `a` has no field `x`",
        "error[missing-field]: the line has no `id`",
    ]


def test_the_schema_of_a_record() -> None:
    defs: dict[str, object] = {}
    assert LINE.schema(defs) == {"$ref": "#/$defs/line"}
    assert defs == {
        "line": {
            "type": "object",
            "description": "a line",
            "properties": {
                "id": {
                    "description": "its id",
                    "type": ["string", "number"],
                    "pattern": "^(?:[a-z0-9]+(?:-[a-z0-9]+)*)$",
                },
                "length": {
                    "description": "in kilometres",
                    "type": ["number", "string"],
                    "pattern": r"^-?[0-9]+(\.[0-9]+)?$",
                },
                "note": {"description": "a remark", "type": "string", "minLength": 1},
            },
            "required": ["id", "length"],
            "additionalProperties": False,
        }
    }
