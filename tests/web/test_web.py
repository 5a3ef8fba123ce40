"""Looking at addresses, on a host of this machine."""

from __future__ import annotations

import datetime
import json
import socket
import threading
from collections.abc import Iterator
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest

from uchtil.web import Answer, Copy, Guard, Manners, Memory, Outcome, Question, Round
from uchtil.web.archive import Archive
from uchtil.web.requests import Client, NotPublic, _sendable, is_public
from uchtil.web.visit import Visit
from web.server import Host, host

TODAY = datetime.date(2026, 11, 20)
NOW = datetime.datetime(2026, 11, 20, 12, tzinfo=datetime.UTC)
COPY = "http://web.archive.org/web/20250312081500/http://example.org/gone"


@pytest.fixture(autouse=True)
def _no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever this machine's own way to the network is."""
    monkeypatch.setenv("no_proxy", "*")


@pytest.fixture
def site() -> Iterator[Host]:
    with host() as one:
        yield one


class Slept(list[float]):
    """A clock that is moved by sleeping alone."""

    def clock(self) -> float:
        return sum(self)


def client(slept: Slept | None = None, **guarded: Any) -> Client:
    watch = Slept() if slept is None else slept
    return Client(
        agent="uchtil/test",
        guard=Guard(**{"allow_private": True, **guarded}),
        manners=Manners(clock=watch.clock, sleep=watch.append),
        timeout=0.5,
    )


def look(address: str, slept: Slept | None = None, **guarded: Any) -> Answer:
    return Visit(client=client(slept, **guarded), today=TODAY, now=lambda: NOW).look_at(address)


def told(answer: Answer) -> tuple[str, str]:
    return answer.outcome.value, answer.said


# ------------------------------------------------------------------ one address


@pytest.mark.parametrize(
    ("status", "outcome", "said"),
    [
        (200, "well", "200 OK"),
        (204, "well", "204 No Content"),
        (404, "dead", "404 Not Found"),
        (410, "dead", "410 Gone"),
        (401, "closed", "401 Unauthorized"),
        (403, "closed", "403 Forbidden"),
        (451, "closed", "451 Unavailable For Legal Reasons"),
        (999, "closed", "999"),
        (400, "unanswered", "400 Bad Request"),
        (500, "unanswered", "500 Internal Server Error"),
    ],
)
def test_what_a_status_means(site: Host, status: int, outcome: str, said: str) -> None:
    answer = look(site.put("/a/page", status))
    assert told(answer) == (outcome, said)
    assert answer.day == TODAY
    # What a host refuses to the head may be there for the whole.
    assert site.asked == [("HEAD", "/a/page"), *([("GET", "/a/page")] if status >= 400 else [])]
    assert site.agents == {"uchtil/test"}


def test_a_host_that_does_not_like_to_be_asked_for_the_head(site: Host) -> None:
    site.no_head.add("/a/page")
    assert told(look(site.put("/a/page", 200))) == ("well", "200 OK")
    assert site.asked == [("HEAD", "/a/page"), ("GET", "/a/page")]


@pytest.mark.parametrize(
    ("statuses", "moved_to"),
    [
        ((301,), "/b/1"),
        ((308,), "/b/1"),
        ((301, 308), "/b/2"),
        ((301, 302), "/b/1"),
        ((302,), ""),
        ((307, 301), ""),
        ((303,), ""),
    ],
)
def test_only_what_moved_for_good_is_told(
    site: Host, statuses: tuple[int, ...], moved_to: str
) -> None:
    address = site.put("/b/0", (statuses[0], {"Location": "/b/1"}))
    for number, status in enumerate(statuses[1:], 1):
        site.put(f"/b/{number}", (status, {"Location": f"{site.address}/b/{number + 1}"}))
    site.put(f"/b/{len(statuses)}", 200)
    answer = look(address)
    assert told(answer) == ("moved" if moved_to else "well", "200 OK")
    assert answer.moved_to == (site.address + moved_to if moved_to else "")


def test_what_moved_to_nowhere_is_dead(site: Host) -> None:
    assert told(look(site.put("/old/page", (301, {"Location": "/gone"})))) == (
        "dead",
        "404 Not Found",
    )


@pytest.mark.parametrize("front", ["/", "/uz/", "/ru"])
def test_a_page_that_now_is_the_front_page_is_dead(site: Host, front: str) -> None:
    site.put(front, 200)
    address = site.put("/old/page", (302, {"Location": front}))
    assert told(look(address)) == ("dead", f"it leads to the front page, {site.address}{front}")
    assert told(look(site.address + front)) == ("well", "200 OK")


@pytest.mark.parametrize("ways", [("/a/x",), ("/b/x", "/a/x")])
def test_round_and_round(site: Host, ways: tuple[str, ...]) -> None:
    for start, end in zip(("/a/x", *ways), ways, strict=False):
        site.put(start, (302, {"Location": end}))
    assert told(look(site.address + "/a/x")) == ("unanswered", "it leads round and round")


@pytest.mark.parametrize("where", ["ftp://example.org/a", "file:///etc/passwd", "mailto:a@b.org"])
def test_only_the_web_is_followed(site: Host, where: str) -> None:
    answer = look(site.put("/a/x", (302, {"Location": where})))
    assert answer.outcome is Outcome.UNANSWERED
    assert answer.said.endswith("this is no web address")
    assert len(site.asked) == 1


@pytest.mark.parametrize(
    ("heads", "waits"),
    [
        ({}, [2.0, 6.0]),
        ({"Retry-After": "4"}, [4.0, 6.0]),
        ({"Retry-After": format_datetime(NOW + datetime.timedelta(seconds=30))}, [30.0, 30.0]),
        ({"Retry-After": "soon"}, [2.0, 6.0]),
        ({"Retry-After": "3600"}, []),
    ],
)
@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_host_is_left_alone_for_as_long_as_it_says(
    site: Host, heads: dict[str, str], waits: list[float], status: int
) -> None:
    slept = Slept()
    answer = look(site.put("/a/x", (status, heads)), slept)
    assert answer.outcome is (Outcome.CLOSED if status == 429 else Outcome.UNANSWERED)
    assert slept == waits
    assert site.asked == [("HEAD", "/a/x")] * (1 + len(waits))


def test_a_host_that_is_busy_only_once(site: Host) -> None:
    assert told(look(site.put("/a/x", 503, 200))) == ("well", "200 OK")


def test_a_host_that_does_not_answer(site: Host) -> None:
    site.slow["/a/x"] = 2.0
    answer = look(site.put("/a/x", 200))
    assert told(answer) == ("unanswered", "no answer in time")
    assert answer.cut_off


def test_a_host_that_answers_no_http() -> None:
    listening = socket.create_server(("127.0.0.1", 0))

    def answer() -> None:
        connection, _ = listening.accept()
        connection.recv(4096)
        connection.sendall(b"220 mail.example.org ESMTP\r\n")
        connection.close()

    threading.Thread(target=answer, daemon=True).start()
    address = f"http://127.0.0.1:{listening.getsockname()[1]}/"
    assert told(look(address)) == ("unanswered", "what was answered is no HTTP")
    listening.close()


def test_a_host_that_says_a_little_for_ever() -> None:
    listening = socket.create_server(("127.0.0.1", 0))
    over = threading.Event()

    def answer() -> None:
        connection, _ = listening.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 200 OK\r\nX: ")
            try:
                while not over.wait(0.1):
                    connection.sendall(b"x")
            except OSError:
                pass

    thread = threading.Thread(target=answer, daemon=True)
    thread.start()
    answered = look(f"http://127.0.0.1:{listening.getsockname()[1]}/")
    assert told(answered) == ("unanswered", "no answer in time")
    over.set()
    thread.join()
    listening.close()


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"http://127.0.0.1:{taken.getsockname()[1]}/"
    assert told(look(address)) == ("unanswered", "connection refused")


def test_a_host_that_is_not() -> None:
    def nowhere(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    answer = look("https://nowhere.example.org/a", resolve=nowhere)
    assert told(answer) == ("dead", "there is no host nowhere.example.org")
    assert answer.cut_off, "where there is no network no host is"


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("https://example.org", "https://example.org/"),
        ("https://example.org/a b#c", "https://example.org/a%20b"),
        (
            "http://пример.рф/путь?ў=ʻ",
            "http://xn--e1afmkfd.xn--p1ai/%D0%BF%D1%83%D1%82%D1%8C?%D1%9E=%CA%BB",
        ),
        ("https://uz.wikipedia.org/wiki/O%CA%BBz", "https://uz.wikipedia.org/wiki/O%CA%BBz"),
        ("https://me:secret@example.org:8443/a", "https://example.org:8443/a"),
        ("http://example.org/\r\nX-Evil: 1", "http://example.org/X-Evil:%201"),
    ],
)
def test_what_is_sent(address: str, sent: str) -> None:
    assert _sendable(address) == sent


# ------------------------------------------------------------------ private machines


@pytest.mark.parametrize(
    "place",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "255.255.255.255", "::1", "::", "fe80::1%eth0", "fc00::1",
        "::ffff:127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2001:0:4136:e378:8000:63bf:80ff:fffe",
        "ff02::1",
    ],
)  # fmt: skip
def test_places_that_are_not_public(place: str) -> None:
    assert not is_public(place)


@pytest.mark.parametrize("place", ["8.8.8.8", "2606:4700:4700::1111", "64:ff9b::808:808"])
def test_places_that_are_public(place: str) -> None:
    assert is_public(place)


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]"])
def test_this_machine_is_not_asked(site: Host, name: str) -> None:
    port = site.address.rpartition(":")[2]
    answer = look(f"http://{name}:{port}/secret", allow_private=False)
    assert answer.outcome is Outcome.PRIVATE
    assert site.asked == []


def test_a_public_host_cannot_lead_to_this_machine(site: Host) -> None:
    """The name is public at first; where it leads is not."""
    port = int(site.address.rpartition(":")[2])
    public = socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port)

    class Pretending(Guard):
        def connect(self, host: str, port: int, timeout: float) -> socket.socket:
            self.check(host, port)
            return socket.create_connection(("127.0.0.1", port), timeout)

    def resolve(name: str, *arguments: object, **others: Any) -> Any:
        return (
            [public]
            if name == "public.example.org"
            else socket.getaddrinfo(name, *arguments, **others)
        )  # type: ignore[call-overload]

    asker = Client(agent="x", guard=Pretending(resolve=resolve), manners=Manners(pause=0))
    site.put("/a/x", (302, {"Location": f"{site.address}/secret"}))
    answer = Visit(client=asker, today=TODAY).look_at(f"http://public.example.org:{port}/a/x")
    assert told(answer) == (
        "private",
        f"it leads to {site.address}/secret: 127.0.0.1 is 127.0.0.1",
    )
    assert site.asked == [("HEAD", "/a/x")]


def test_one_private_place_of_a_name_is_enough() -> None:
    both = [(2, 1, 6, "", (place, 80)) for place in ("93.184.216.34", "10.0.0.1")]
    with pytest.raises(NotPublic, match=r"^mixed\.example\.org is 10\.0\.0\.1$"):
        Guard(resolve=lambda *_, **__: both).check("mixed.example.org", 80)


def test_what_was_looked_at_is_what_is_connected_to(site: Host) -> None:
    """A name that answers otherwise the second time gains nothing: it is asked once."""
    port = int(site.address.rpartition(":")[2])
    asked: list[str] = []

    def resolve(name: str, *_: object, **__: object) -> list[Any]:
        asked.append(name)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    site.put("/a/x", 200)
    answer = look(f"http://once.example.org:{port}/a/x", resolve=resolve)
    assert (answer.outcome, asked) == (Outcome.WELL, ["once.example.org"])


def test_a_proxy_is_asked_for_public_machines_alone(
    site: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("no_proxy")
    monkeypatch.setenv("http_proxy", site.address)
    site.put("http://example.org/a", 200)
    assert told(look("http://example.org/a", allow_private=False)) == ("well", "200 OK")
    assert look("http://10.0.0.1/a", allow_private=False).outcome is Outcome.PRIVATE
    assert site.asked == [("HEAD", "http://example.org/a")]


# ------------------------------------------------------------------ manners


def test_a_hosts_requests_are_a_pause_apart() -> None:
    slept = Slept()
    manners = Manners(pause=1.0, clock=slept.clock, sleep=slept.append)
    for name in ("a", "a", "b", "a"):
        with manners.turn(name):
            pass
    assert slept == [1.0, 1.0]


def test_one_request_at_a_time_a_host(site: Host, tmp_path: Path) -> None:
    questions = [Question(address=site.put(f"/p/{number}", 200)) for number in range(4)]
    for number in range(4):
        site.slow[f"/p/{number}"] = 0.05
    manners = Manners(pause=0.1)
    asker = Client(agent="x", guard=Guard(allow_private=True), manners=manners)
    list(tour(asker, tmp_path).answers(questions))
    assert site.most_inside == 1
    gaps = [later - earlier for earlier, later in zip(site.at, site.at[1:], strict=False)]
    assert min(gaps) > 0.14


# ------------------------------------------------------------------ a round, with its memory


def tour(
    asker: Client, folder: Path, today: datetime.date = TODAY, api: str = "", **others: Any
) -> Round:
    return Round(
        visit=Visit(client=asker, today=today),
        archive=Archive(client=asker, api=api or "http://127.0.0.1:9/none"),
        memory=Memory(folder / "links.json", today),
        **others,
    )


def test_a_second_round_asks_nothing(site: Host, tmp_path: Path) -> None:
    questions = [
        Question(address=site.put("/a/well", 200)),
        Question(address=site.put("/a/moved", (301, {"Location": "/a/well"}))),
        Question(address=site.put("/a/gone", 410)),
    ]
    first = {each.address: each for each in tour(client(), tmp_path).answers(questions)}
    assert [first[each.address].outcome.value for each in questions] == ["well", "moved", "dead"]
    asked = len(site.asked)
    again = list(tour(client(), tmp_path).answers(questions))
    assert len(site.asked) == asked
    assert all(each.remembered for each in again)
    assert [(each.outcome, each.said, each.moved_to, each.day) for each in again] == [
        (was.outcome, was.said, was.moved_to, TODAY)
        for was in (first[each.address] for each in questions)
    ]
    list(tour(client(), tmp_path, refresh=True).answers(questions))
    assert len(site.asked) == 2 * asked


@pytest.mark.parametrize(
    ("outcome", "days", "kept"),
    [
        (Outcome.WELL, 29, True),
        (Outcome.WELL, 30, False),
        (Outcome.MOVED, 29, True),
        (Outcome.DEAD, 0, True),
        (Outcome.DEAD, 1, False),
        (Outcome.CLOSED, 1, False),
        (Outcome.UNANSWERED, 1, False),
        (Outcome.WELL, -1, False),
        (Outcome.PRIVATE, 0, False),
    ],
)
def test_how_long_an_answer_is_kept(
    tmp_path: Path, outcome: Outcome, days: int, kept: bool
) -> None:
    path = tmp_path / "links.json"
    memory = Memory(path, TODAY)
    copy = Copy(address="https://web.archive.org/web/2025/x", made=TODAY)
    answer = Answer(address="x", outcome=outcome, said="so", day=TODAY, copy=copy)
    memory.keep(answer)
    memory.write()
    later = Memory(path, TODAY + datetime.timedelta(days=days)).recall("x")
    assert (later is not None) is kept
    if later is not None:
        assert (later.remembered, later.copy, later.said) == (True, copy, "so")


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"version": 1}', '{"version": 1, "answers": {"x": {"said": 1}}}',
     '{"version": 1, "answers": {"x": 7}}', "[" * 100_000],
)  # fmt: skip
def test_a_memory_that_cannot_be_read_is_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "links.json"
    path.write_text(text, encoding="utf-8")
    assert Memory(path, TODAY).recall("x") is None


def test_a_memory_without_a_place_is_kept_nowhere(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "relative")
    monkeypatch.chdir(tmp_path)
    memory = Memory.of_user(TODAY)
    memory.keep(Answer(address="x", outcome=Outcome.WELL, said="", day=TODAY))
    memory.write()
    assert list(tmp_path.iterdir()) == []


def archived(address: str = COPY, stamp: str = "20250312081500", **others: Any) -> bytes:
    closest = {"available": True, "status": "200", "url": address, "timestamp": stamp, **others}
    return json.dumps({"archived_snapshots": {"closest": closest}}).encode()


def test_of_a_dead_one_a_copy_is_looked_for(site: Host, tmp_path: Path) -> None:
    api = site.put("/wayback/available", archived())
    gone = site.put("/a/gone?x=1&y=ў", 404)
    question = Question(address=gone, seen=datetime.date(2025, 4, 1))
    (answer,) = tour(client(), tmp_path, api=api).answers([question])
    assert answer.outcome is Outcome.DEAD
    assert answer.archive_asked
    assert answer.copy == Copy(
        address="https://web.archive.org/web/20250312081500/http://example.org/gone",
        made=datetime.date(2025, 3, 12),
    )
    assert [path for _, path in site.asked if path.startswith("/wayback")] == [
        "/wayback/available?url=http%3A%2F%2F127.0.0.1%3A"
        f"{site.address.rpartition(':')[2]}%2Fa%2Fgone%3Fx%3D1%26y%3D%D1%9E&timestamp=20250401"
    ]
    (again,) = tour(client(), tmp_path, api=api).answers([question])
    assert (again.copy, again.remembered) == (answer.copy, True)


@pytest.mark.parametrize(
    ("body", "asked"),
    [
        (b'{"archived_snapshots": {}}', True),
        (b'{"archived_snapshots": []}', True),
        (b"[]", True),
        (archived(status="404"), True),
        (archived(available=False), True),
        (archived("https://evil.example.org/web/1/x"), True),
        (archived(stamp="notadate"), True),
        (b"<html>", False),
        (b"\xff", False),
    ],
)
def test_an_archive_that_has_no_copy(site: Host, tmp_path: Path, body: bytes, asked: bool) -> None:
    api = site.put("/wayback/available", body)
    question = Question(address=site.put("/a/gone", 404))
    (answer,) = tour(client(), tmp_path, api=api).answers([question])
    assert (answer.copy, answer.archive_asked) == (None, asked)


def test_without_a_network_nothing_is_known_and_nothing_kept(tmp_path: Path) -> None:
    def nowhere(*_: object, **__: object) -> list[Any]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    cut = tour(client(resolve=nowhere), tmp_path)
    answers = list(cut.answers([Question(address="https://example.org/a")]))
    assert cut.was_cut_off
    assert [each.outcome for each in answers] == [Outcome.DEAD]
    assert not (tmp_path / "links.json").exists()


def test_a_host_that_is_not_is_dead_if_the_archive_is_reached(site: Host, tmp_path: Path) -> None:
    def resolve(name: str, *arguments: object, **others: Any) -> Any:
        if name.endswith(".org"):
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        return socket.getaddrinfo(name, *arguments, **others)  # type: ignore[call-overload]

    api = site.put("/wayback/available", b'{"archived_snapshots": {}}')
    reached = tour(client(resolve=resolve), tmp_path, api=api)
    (answer,) = reached.answers([Question(address="https://example.org/a")])
    assert not reached.was_cut_off
    assert told(answer) == ("dead", "there is no host example.org")
    assert (tmp_path / "links.json").exists()


def test_a_round_that_is_broken_off_keeps_what_it_learnt(site: Host, tmp_path: Path) -> None:
    questions = [Question(address=site.put(f"/a/{name}", 200)) for name in "ab"]
    answers = tour(client(), tmp_path).answers(questions)
    first = next(answers)
    answers.close()  # type: ignore[attr-defined]
    assert Memory(tmp_path / "links.json", TODAY).recall(first.address) is not None
