"""The order of the rooms: each imports only the rooms above it, and each keeps to its own."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from workshop import ROOT

PACKAGE = ROOT / "src" / "uchtil"
ORDER = (
    "problems",
    "code_cache",
    "model",
    "language",
    "load",
    "bibliography",
    "facts",
    "web",
    "render",
    "formats",
    "checks",
    "journals",
    "intake",
    "changes",
    "progress",
    "pipeline",
    "cli",
)
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob("*.py"))


def room_of(module: str) -> str:
    """Return the room of a module, by its path or by its dotted name."""
    return module.removesuffix(".py").replace(".", "/").partition("/")[0]


def imports(path: Path) -> Iterator[str]:
    """Yield the dotted name of every module that a module imports, wherever it does."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports by a relative name"
            assert node.module is not None
            if node.module == "uchtil":
                yield from (f"uchtil.{alias.name}" for alias in node.names)
            else:
                yield node.module


def test_every_room_is_in_the_order() -> None:
    rooms = {room_of(module) for module in MODULES} - {"__init__", "__main__"}
    assert rooms <= set(ORDER)
    assert {"problems", "model", "render", "pipeline", "cli"} <= rooms


@pytest.mark.parametrize("module", MODULES)
def test_a_room_imports_only_rooms_above_it(module: str) -> None:
    room = room_of(module)
    if room in ("__init__", "__main__"):
        return
    own = ORDER.index(room)
    below = [
        name
        for name in imports(PACKAGE / module)
        if name.startswith("uchtil.")
        and not name.startswith("uchtil.__")
        and ORDER.index(room_of(name.removeprefix("uchtil."))) > own
    ]
    assert below == []


def test_only_the_bibliography_reads_bibtex() -> None:
    found = {
        room_of(module)
        for module in MODULES
        if any(name.partition(".")[0] == "bibtexparser" for name in imports(PACKAGE / module))
    }
    assert found == {"bibliography"}


def test_only_the_command_line_prints() -> None:
    """Progress writes to the stream that it is given; nobody else writes to the screen."""
    found = {
        room_of(module)
        for module in MODULES
        for node in ast.walk(ast.parse((PACKAGE / module).read_text(encoding="utf-8")))
        if (isinstance(node, ast.Name) and node.id == "print")
        or (
            (isinstance(node, ast.Attribute) and node.attr in ("stdout", "stderr", "stdin"))
            and isinstance(node.value, ast.Name)
            and node.value.id == "sys"
        )
    }
    assert found == {"cli", "progress"}


def test_the_records_read_and_write_nothing() -> None:
    allowed = {"uchtil", "__future__"} | {
        "calendar",
        "collections",
        "dataclasses",
        "datetime",
        "decimal",
        "enum",
        "re",
        "typing",
    }
    for module in MODULES:
        if room_of(module) == "model":
            names = {name.partition(".")[0] for name in imports(PACKAGE / module)}
            assert names <= allowed, module


def test_an_idle_build_loads_no_library() -> None:
    """What answers "is there anything to do?" imports the standard library alone."""
    for name in ("freshness", "fingerprints", "manifest", "places"):
        path = PACKAGE / "pipeline" / f"{name}.py"
        for imported in imports(path):
            top = imported.partition(".")[0]
            assert top in ("uchtil", "__future__", *_standard_library()), (name, imported)
            if top == "uchtil":
                assert imported.startswith("uchtil.pipeline"), (name, imported)


def test_a_build_loads_no_room_that_it_does_not_use() -> None:
    """What only other commands use (`check`, `submit`, `add`) is imported when it is used.

    And what prints, binds and reads PDF is imported by the press alone.
    """
    modules = ("build", "check", "completion", "convert", "press", "sheets")
    script = f"""
import sys
sys.path.insert(0, {str(PACKAGE.parent)!r})
import {", ".join(f"uchtil.pipeline.{name}" for name in modules)}
print(*sys.modules)
"""
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.split())
    assert loaded >= {"uchtil.checks.evidence", "lxml"}
    assert loaded.isdisjoint({"pikepdf", "pypdfium2", "weasyprint"})
    rooms = {room_of(name.removeprefix("uchtil.")) for name in loaded if name.startswith("uchtil.")}
    assert rooms.isdisjoint({"cli", "intake", "journals", "web"})
    assert "uchtil.checks.spelling" not in loaded


def test_an_idle_build_loads_no_command_but_its_own() -> None:
    """Nor does the command line's room, before it knows that there is something to do."""
    loaded = {"__init__", "arguments", "building", "project", "saying"}
    for name in sorted(loaded):
        path = PACKAGE / "cli" / f"{name}.py"
        for imported in _imports_at_the_top(path):
            top, _, rest = imported.partition(".")
            assert top in ("uchtil", "__future__", *_standard_library()), (name, imported)
            if top == "uchtil" and rest not in ("__version__", "pipeline.freshness"):
                assert rest.removeprefix("cli.") in loaded, (name, imported)


def _imports_at_the_top(path: Path) -> Iterator[str]:
    """Yield what is imported with the module itself, which is not what a function imports."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module == "uchtil":
            yield from (f"uchtil.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield str(node.module)


def _standard_library() -> frozenset[str]:
    return sys.stdlib_module_names
