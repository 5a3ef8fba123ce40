"""What all tests share: golden files, the templates, pandoc."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

import workshop

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"

# The program is started more than a hundred times: its modules are to be compiled once, also
# where the machine is told to keep nothing that is compiled (half of the time of a small build).
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--refresh-golden",
        action="store_true",
        help="write the golden files under tests/golden anew instead of comparing with them",
    )


_LONGEST = (
    "test_shipped_outputs",
    "test_shipped_packages",
    "test_styles",
    "test_same_bytes",
    "test_whole_or_not",
    "test_seeds",
    "test_defects",
    "test_cyrillic",
    "test_strangers",
)
"""The modules that take longest, in this order: the first two begin side by side."""


def pytest_configure(config: pytest.Config) -> None:
    # xdist would begin with the modules of the most tests, which are not those that take longest.
    config.option.loadscopereorder = False


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes longest, so that processes side by side end together."""
    places = {name: place for place, name in enumerate(_LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep what is compiled apart from the user's own cache."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's root."""
    return ROOT


@pytest.fixture(scope="session")
def templates() -> Path:
    """The project's templates."""
    return ROOT / "templates"


@pytest.fixture(scope="session")
def sources() -> Path:
    """The full texts of the sources; skips where they are absent."""
    folder = Path(os.environ.get("UCHTIL_SOURCES") or ROOT / ".." / "shared" / "sources")
    if not folder.is_dir():
        pytest.skip(f"the texts of the sources are not here: {folder}")
    return folder


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with a golden file: ``golden("cite/apa.txt", text)``.

    With ``--refresh-golden`` the file is written instead; look at the difference in git.
    """
    refresh = request.config.getoption("--refresh-golden")

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if refresh:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return
        assert path.is_file(), f"no golden file {name}; run pytest --refresh-golden"
        assert text == path.read_text(encoding="utf-8"), f"{name} differs"

    return compare


@pytest.fixture(scope="session")
def open_xml_errors() -> Callable[[Path], list[str]]:
    """What the Open XML SDK finds wrong with a DOCX; skips where it is not installed."""
    validator = ROOT / "node_modules" / ".bin" / "ooxml-validator"
    if shutil.which("node") is None or not validator.exists():
        pytest.skip("node and the Open XML SDK's validator are missing: run `make setup-tests`")

    def errors(path: Path) -> list[str]:
        run = subprocess.run([validator, path], capture_output=True, text=True, check=False)
        assert run.returncode in (0, 1), run.stderr
        told = json.loads(run.stdout)
        assert told["ok"] is not bool(told["errors"])
        return [f"{error['path']}: {error['description']}" for error in told["errors"]]

    return errors


Share = Callable[[str, Callable[[Path], object]], Path]


@pytest.fixture(scope="session")
def share(tmp_path_factory: pytest.TempPathFactory) -> Share:
    """Return a project that is made once for all tests: ``share("sound", make)``.

    Processes that test side by side share it, so it is not to be changed.
    """
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent

    def shared(name: str, make: Callable[[Path], object]) -> Path:
        project, whole = base / name / "project", base / f"{name}.made"
        with (base / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not whole.exists():
                make(project)
                whole.touch()
        return project

    return shared


@pytest.fixture(scope="session")
def sound_built(share: Share) -> Path:
    """A copy of the sound project with its finished output; not to be changed."""

    def make(project: Path) -> None:
        workshop.built("--project", workshop.copy_sound(project))

    return share("sound", make)


@pytest.fixture(scope="session")
def sound_in_both_scripts(share: Share) -> Path:
    """The same with its Cyrillic edition; not to be changed."""

    def make(project: Path) -> None:
        made = workshop.built("--project", workshop.with_cyrillic(project))
        assert sorted(made) == sorted((*workshop.SHIPPED, *workshop.TOP))

    return share("both-scripts", make)


@pytest.fixture(scope="session")
def shipped_output(share: Share) -> Path:
    """The finished review that the project ships, made without the sources' texts; not to be
    changed.
    """

    def make(project: Path) -> None:
        for folder in ("content", "bibliography"):
            shutil.copytree(ROOT / folder, project / folder)
        made = workshop.built("--project", project)
        assert sorted(made) == sorted((*workshop.SHIPPED, *workshop.TOP))

    return share("shipped", make) / "output"


@pytest.fixture
def sound(sound_built: Path, tmp_path: Path) -> Path:
    """A copy of the built sound project, to be changed at will; its output is up to date."""
    # `cp -a` keeps the times of change to the nanosecond, by which output is known as intact.
    project = tmp_path / "project"
    subprocess.run(["cp", "-a", str(sound_built), str(project)], check=True)
    return project
