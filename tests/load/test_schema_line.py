from pathlib import Path

import pytest

from uchtil.load import load
from uchtil.load.schema_line import schema_line
from uchtil.problems import Problems

from .conftest import change, told


@pytest.mark.parametrize(
    ("file", "schema", "path"),
    [
        ("content/review.yaml", "review", "../templates/schemas/review.json"),
        ("content/facts/trade.yaml", "facts", "../../templates/schemas/facts.json"),
        ("bibliography/crosswalk.yaml", "crosswalk", "../templates/schemas/crosswalk.json"),
    ],
)
def test_the_line(file: str, schema: str, path: str) -> None:
    assert schema_line(file, schema) == f"# yaml-language-server: $schema={path}"


def warnings(root: Path) -> list[str]:
    problems = Problems()
    load(root, problems)
    return told(problems)


@pytest.mark.parametrize(
    ("file", "name", "line"),
    [
        ("content/review.yaml", "review", "# the review"),
        ("content/facts/network.yaml", "facts", "# facts"),
        (
            "content/names.yaml",
            "names",
            "# yaml-language-server: $schema=../templates/schemas/name.json",
        ),
        (
            "bibliography/crosswalk.yaml",
            "crosswalk",
            "# yaml-language-server: $schema=../templates/schemas/facts.json",
        ),
    ],
)
def test_a_wrong_line_is_told(project: Path, file: str, name: str, line: str) -> None:
    path = project / file
    text = path.read_text(encoding="utf-8").partition("\n")[2]
    path.write_text(f"{line}\n{text}", encoding="utf-8")
    assert warnings(project) == [
        f"{file}:1: warning[schema-line]: the first line does not name the file's schema, so that "
        f"editors cannot help\n    write `{schema_line(file, name)}`"
    ]


def test_a_project_without_schemas_may_name_those_of_another_place(project: Path) -> None:
    elsewhere = "https://example.org/schemas/names.json"
    change(project, "content/names.yaml", "../templates/schemas/names.json", elsewhere)
    assert warnings(project) == []
    schemas = project / "templates" / "schemas"
    schemas.mkdir(parents=True)
    (schemas / "names.json").write_text("{}", encoding="utf-8")
    assert warnings(project) == [
        "content/names.yaml:1: warning[schema-line]: the first line does not name the file's "
        "schema, so that editors cannot help\n    write "
        "`# yaml-language-server: $schema=../templates/schemas/names.json`"
    ]
