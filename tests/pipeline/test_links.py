"""`./build.py links`, on a host of this machine."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from uchtil.pipeline import links
from uchtil.pipeline.links import Looked, Way, look
from uchtil.problems import Problems
from uchtil.progress import Silent
from web.server import Host, host
from workshop import ask, call, copy_sound, replace

TODAY = datetime.datetime.now(tz=datetime.UTC).date().isoformat()
COPY = (
    b'{"archived_snapshots": {"closest": {"available": true, "status": "200", "url": '
    b'"http://web.archive.org/web/20250312/http://x", "timestamp": "20250312081500"}}}'
)


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this machine's own way to the network is."""
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def site() -> Iterator[Host]:
    with host() as one:
        yield one


@pytest.fixture
def project(tmp_path: Path, site: Host) -> Path:
    """A review with a dead, a moved and a good address, all of them on the host."""
    made = copy_sound(tmp_path / "project")
    gone = site.put("/works/gone", 404)
    moved = site.put("/works/old", (301, {"Location": "/works/new"}))
    site.put("/works/new", 200)
    site.put("/", 200)
    replace(made / "content/review.yaml", "https://example.org/tashkent-metro", f"{site.address}/")
    prose = made / "content/sections/01-opening/en.md"
    with prose.open("a", encoding="utf-8") as file:
        file.write(f"\nSee <{moved}> and [this]({gone}).\n")
    return made


def looked(project: Path, site: Host, **others: bool) -> tuple[Looked, list[str]]:
    problems = Problems()
    api = site.put("/wayback/available", COPY)
    way = Way(allow_private=True, pause=0.01, archive=api, **others)
    found = look(project, way, problems, Silent())
    assert found is not None
    return found, [str(each) for each in problems]


def test_what_is_told(
    project: Path, site: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    found, told = looked(project, site)
    line = (project / "content/sections/01-opening/en.md").read_text().count("\n")
    section = f"content/sections/01-opening/en.md:{line}"
    assert told == [
        f"{section}:6: notice[moved-address]: `{site.address}/works/old` has moved for good\n"
        f"    see whether `{site.address}/works/new` is the same, and write that",
        f"{section}:{len(site.address) + 29}: warning[dead-address]: "
        f"`{site.address}/works/gone` is dead: 404 Not Found\n"
        "    the Internet Archive has a copy of 12 March 2025: "
        "https://web.archive.org/web/20250312/http://x",
    ]
    assert found.summary() == "3 addresses: 1 well, 1 moved, 1 dead"
    (agent,) = site.agents
    assert agent.startswith("uchtil/")
    asked = len(site.asked)
    again, told_again = looked(project, site)
    assert (len(site.asked), told_again) == (asked, told)
    assert again.summary() == "3 addresses: 1 well, 1 moved, 1 dead; 3 not asked again"
    looked(project, site, refresh=True)
    assert len(site.asked) == 2 * asked


def test_private_machines_are_not_asked(project: Path, site: Host) -> None:
    """As is right for a review that comes from a stranger."""
    asked = ask("links", "--project", project)
    assert site.asked == []
    assert asked.code == 0
    assert [each["outcome"] for each in asked.data["addresses"]] == ["private"] * 3
    assert [each["code"] for each in asked.data["problems"]] == ["private-address"] * 3


def test_as_json(
    project: Path, site: Host, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(links, "Way", partial(Way, pause=0.01))
    replace(project / "content/sections/01-opening/en.md", "/works/gone", "/works/new")
    asked = ask(
        "links", "--allow-private", "--project", project, XDG_CACHE_HOME=str(tmp_path / "cache")
    )
    assert asked.code == 0
    moved = next(each for each in asked.data["addresses"] if each["address"].endswith("/old"))
    place = moved.pop("places")[0]
    assert place["file"] == "content/sections/01-opening/en.md"
    assert moved == {
        "address": f"{site.address}/works/old",
        "outcome": "moved",
        "said": "200 OK",
        "day": TODAY,
        "remembered": False,
        "moved_to": f"{site.address}/works/new",
        "copy": None,
    }
    again = call("links", "--project", project, XDG_CACHE_HOME=str(tmp_path / "cache"))
    assert again.stdout == "3 addresses: 2 well, 1 moved; 3 not asked again\n"


def test_help_tells_what_the_exit_code_says() -> None:
    told = call("links", "--help").stdout
    assert "it is an error if none could be looked at" in told
    assert "exit codes:" in told


def test_a_review_that_cannot_be_read(tmp_path: Path) -> None:
    project = copy_sound(tmp_path / "project")
    (project / "bibliography/references.bib").unlink()
    done = call("links", "--project", project)
    assert done.returncode == 1
    assert "bibliography/references.bib: error[missing-file]" in done.stderr
