"""The schemas that editors use: fresh, and of one mind with the loader."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from uchtil.bibliography import Reference, read_crosswalk
from uchtil.load.crosswalk import LIST_ENTRY, SOURCE_LIST
from uchtil.load.schema import SCHEMAS, schema_of, schema_text, write_schemas
from uchtil.load.schema_line import schema_line
from uchtil.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
SOUND = ROOT / "tests" / "projects" / "sound"

FILES = {
    "content/review.yaml": "review",
    "content/sources.yaml": "sources",
    "content/names.yaml": "names",
    "content/terms.yaml": "terms",
    "content/exhibits.yaml": "exhibits",
    "bibliography/crosswalk.yaml": "crosswalk",
}
OPTIONAL = {"content/remarks.yaml": "remarks", "content/exceptions.yaml": "exceptions"}


class Core(yaml.SafeLoader):
    """YAML as editors read it: the core schema of YAML 1.2, where dates are texts."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012 (PyYAML's own name)


for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", "~nN\0"),
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", "-+.0123456789"),
):
    Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), list(first)
    )


def yaml_files(root: Path) -> list[tuple[str, str]]:
    facts = sorted((root / "content" / "facts").glob("*.yaml"))
    optional = [(file, name) for file, name in OPTIONAL.items() if (root / file).exists()]
    return [
        *FILES.items(),
        *optional,
        *((path.relative_to(root).as_posix(), "facts") for path in facts),
    ]


def complaints(name: str, data: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema_of(name))
    return [error.message for error in validator.iter_errors(data)]


def test_the_shipped_schemas_are_fresh(request: pytest.FixtureRequest) -> None:
    folder = ROOT / "templates" / "schemas"
    if request.config.getoption("--refresh-golden"):
        write_schemas(folder)
    assert {path.stem for path in folder.glob("*.json")} == set(SCHEMAS)
    for name in SCHEMAS:
        shipped = (folder / f"{name}.json").read_text(encoding="utf-8")
        assert shipped == schema_text(name), f"{name}.json is stale; run pytest --refresh-golden"


def test_they_are_written_the_same_every_time(tmp_path: Path) -> None:
    first = [path.read_bytes() for path in write_schemas(tmp_path / "a")]
    second = [path.read_bytes() for path in write_schemas(tmp_path / "b")]
    assert first == second


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_a_schema(name: str) -> None:
    schema = schema_of(name)
    jsonschema.Draft202012Validator.check_schema(schema)
    used = set(re.findall(r"#/\$defs/([\w-]+)", json.dumps(schema)))
    defined: Any = schema["$defs"]
    assert used == set(defined)


@pytest.mark.parametrize("root", [ROOT, SOUND], ids=["shipped", "sound"])
def test_the_content_is_valid_as_editors_and_as_the_loader_read_it(root: Path) -> None:
    for file, name in yaml_files(root):
        text = (root / file).read_text(encoding="utf-8")
        assert text.partition("\n")[0] == schema_line(file, name), file
        for loader in (Core, yaml.BaseLoader):
            assert complaints(name, yaml.load(text, Loader=loader)) == [], file


SOUND_FACT = {
    "id": "x",
    "kind": "event",
    "date": "1998-10-31",
    "statement": {"uz": "a", "ru": "b", "en": "c"},
    "evidence": [{"source": "s", "anchor": "a b"}],
}


def test_a_sound_fact_is_valid() -> None:
    assert complaints("facts", {"theme": "t", "facts": [SOUND_FACT]}) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"kind": "even"}, "'even' is not one of ['event', 'measure', 'claim']"),
        ({"lable": {}}, "Additional properties are not allowed ('lable' was unexpected)"),
        ({"statement": {"uz": "a", "ru": "b"}}, "'en' is a required property"),
        ({"evidence": []}, "[] should be non-empty"),
        ({"kind": "measure"}, "'value' is a required property"),
        ({"names": ["a", "a"]}, "['a', 'a'] has non-unique elements"),
        ({"date": "31.10.1998"}, "'31.10.1998' does not match"),
        (
            {"evidence": [{"source": "s", "anchor": "a " * 11}]},
            "'a a a a a a a a a a a ' does not match",
        ),
    ],
)
def test_what_the_loader_refuses_the_schema_refuses(
    change: dict[str, object], message: str
) -> None:
    found = complaints("facts", {"theme": "t", "facts": [{**SOUND_FACT, **change}]})
    assert found
    assert found[0].startswith(message)


TABLE = {"id": "t", "caption": {"uz": "a", "ru": "b", "en": "c"}}


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"kind": "matrix"}, []),
        ({"kind": "remarks", "columns": ["kind"], "select": {"severity": ["serious"]}}, []),
        ({"kind": "remarks"}, ["'columns' is a required property"]),
    ],
)
def test_which_tables_have_columns(fields: dict[str, object], told: list[str]) -> None:
    assert complaints("exhibits", {"tables": [{**TABLE, **fields}]}) == told


def test_a_matrix_has_no_columns() -> None:
    matrix = {**TABLE, "kind": "matrix", "columns": ["source"]}
    assert len(complaints("exhibits", {"tables": [matrix]})) == 1


def test_the_crosswalk_is_read_with_the_fields_of_its_schema(tmp_path: Path) -> None:
    """The bibliography reads the crosswalk: it must know every field that the schema names."""
    entry = "{entry: '1', works: [w], locators: {w: '7'}, note: x}"
    text = f"sources:\n  - {{key: s, list: numbered, uncited: [], note: x, entries: [{entry}]}}\n"
    for record in (LIST_ENTRY, SOURCE_LIST):
        assert all(re.search(rf"\b{each.name}: ", text) for each in record.fields)
    assert complaints("crosswalk", yaml.load(text, Loader=yaml.BaseLoader)) == []
    path = tmp_path / "crosswalk.yaml"
    references: dict[str, Reference] = {}
    for field, told in (("", []), (", extra: y", ["unknown-field"])):
        path.write_text(text.replace("note: x}]", f"note: x{field}}}]"), encoding="utf-8")
        problems = Problems()
        read_crosswalk(path, "crosswalk.yaml", problems, references)
        assert [problem.code for problem in problems] == told
