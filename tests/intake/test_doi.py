"""DOIs, looked up on a host of this machine."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator

import pytest

from uchtil.intake.doi import CSL_JSON, bare_doi, look_up
from uchtil.problems import Location, Problems
from uchtil.web.requests import Client, Guard, Manners
from web.server import Host, host

DOI = "10.5281/zenodo.18430351"
WHERE = Location(file="--bib")
ITEM = {"type": "article-journal", "title": "Strategik sheriklik", "DOI": DOI}


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def site() -> Iterator[Host]:
    with host() as one:
        yield one


def looked(site: Host | str, doi: str = DOI, *, timeout: float = 0.5, **guarded: object) -> object:
    """Return what is registered, or what is told."""
    client = Client(
        agent="uchtil/test",
        guard=Guard(**{"allow_private": True, **guarded}),  # type: ignore[arg-type]
        manners=Manners(pause=0),
        timeout=timeout,
    )
    problems = Problems()
    address = site if isinstance(site, str) else site.address
    item = look_up(doi, client, WHERE, problems, resolver=address)
    return item if item is not None else [str(each) for each in problems]


def test_a_doi_leads_to_its_record(site: Host) -> None:
    site.put("/10.5281/zenodo.18430351", (302, {"Location": "/agency/one"}))
    site.put("/agency/one", json.dumps(ITEM).encode())
    assert looked(site) == ITEM
    assert looked(site, f"https://doi.org/{DOI}") == ITEM
    assert site.asked[:2] == [("GET", f"/{DOI}"), ("GET", "/agency/one")]
    assert site.accepted == {CSL_JSON}


def test_a_long_record_is_read_whole(site: Host) -> None:
    long = {**ITEM, "reference": [{"unstructured": "x" * 1000}] * 200}
    site.put(f"/{DOI}", json.dumps(long).encode())
    assert looked(site) == long


def test_what_is_no_doi(site: Host) -> None:
    assert looked(site, "zenodo.18430351") == [
        "--bib: error[doi-form]: `zenodo.18430351` is no DOI\n"
        "    a DOI looks like `10.5281/zenodo.18430351`; a file of references has to be there"
    ]
    assert site.asked == []


def test_a_doi_that_there_is_not(site: Host) -> None:
    assert looked(site) == [
        "--bib: error[doi-unknown]: there is no DOI `10.5281/zenodo.18430351`\n"
        "    look at each letter"
    ]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((406, {}), "its agency has no such description"),
        (b"<html>", "what came is no CSL-JSON"),
        (b"[1]", "what came is no CSL-JSON"),
        (b"[" * 100_000, "what came is no CSL-JSON"),
        (b"{}", "what came is no CSL-JSON"),
    ],
)
def test_no_record(site: Host, answer: bytes | tuple[int, dict[str, str]], reason: str) -> None:
    site.put(f"/{DOI}", answer)
    assert looked(site) == [
        f"--bib: error[doi-no-record]: nothing is told of `10.5281/zenodo.18430351`: {reason}\n"
        "    write the entry by hand, or give the reference as a file"
    ]


def test_no_answer(site: Host) -> None:
    def told(reason: str) -> list[str]:
        return [
            f"--bib: error[doi-no-answer]: `10.5281/zenodo.18430351` was not answered: {reason}\n"
            "    try again another day; or give the reference as a file"
        ]

    site.put(f"/{DOI}", 503)
    assert looked(site) == told("503 Service Unavailable")
    site.put(f"/{DOI}", (302, {"Location": f"/{DOI}"}))
    assert looked(site) == told("it leads round and round")
    site.put(f"/{DOI}", b"{}")
    site.slow[f"/{DOI}"] = 1.0
    assert looked(site, timeout=0.1) == told("not in time")


def test_many_slow_steps_are_not_gone(site: Host) -> None:
    for number in range(9):
        path = f"/{DOI}" if not number else f"/{number}"
        site.put(path, (302, {"Location": f"/{number + 1}"}))
        site.slow[path] = 0.15
    (told,) = looked(site, timeout=0.2)  # type: ignore[misc]
    assert "was not answered: not in time" in told
    assert len(site.asked) < 7


def test_a_private_network_is_not_asked(site: Host) -> None:
    (told,) = looked(site, allow_private=False)  # type: ignore[misc]
    assert "was not answered: it leads into a private network (127.0.0.1 is 127.0.0.1)" in told
    assert site.asked == []


def test_without_a_network() -> None:
    def nowhere(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    assert looked("https://doi.org", resolve=nowhere) == [
        "--bib: error[doi-no-network]: `10.5281/zenodo.18430351` could not be looked up, since no "
        "host was reached: temporary failure in name resolution\n"
        "    look to the connection; or save the reference as BibTeX, RIS or CSL-JSON, and give "
        "that file"
    ]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (DOI, DOI),
        (f" doi: {DOI} ", DOI),
        (f"https://dx.doi.org/{DOI}", DOI),
        ("10.1/x", None),
        ("refs.bib", None),
        ("https://example.org/10.5281/zenodo.1", None),
    ],
)
def test_what_a_doi_looks_like(text: str, bare: str | None) -> None:
    assert bare_doi(text) == bare
