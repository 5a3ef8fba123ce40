"""`serve` and `watch`: on this machine alone, nothing but the output, refreshed, ended cleanly."""

from __future__ import annotations

import html
import http.client
import os
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from browser import started
from uchtil.pipeline.serve import EVENTS, Server, with_refresh
from uchtil.pipeline.watch import saves
from workshop import call, command_line, copy_sound, environment

PAGE = (
    '<!DOCTYPE html><head><meta http-equiv="Content-Security-Policy" '
    'content="default-src &#39;none&#39;; img-src data:"></head><body>Words</body>'
)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """An output folder, with things beside it that nobody is to see."""
    folder = tmp_path / "output"
    (folder / ".uchtil").mkdir(parents=True)
    (folder / "en").mkdir()
    (folder / "index.html").write_text(PAGE)
    (folder / "en/index.html").write_text(PAGE)
    (folder / "en/review.html").write_text(PAGE)
    (folder / "en/review.pdf").write_bytes(b"%PDF")
    (folder / ".uchtil/manifest.json").write_text("{}")
    (tmp_path / "secret.txt").write_text("secret")
    (folder / "link.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    return folder


@contextmanager
def serving(output: Path, root: Path | None = None) -> Iterator[Server]:
    """Serve a folder from another thread."""
    server = Server(output, root=root)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.stop()
        thread.join(5)
        assert not thread.is_alive()


def get(
    server: Server, path: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], bytes]:
    """Ask for something."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=5)
    connection.putrequest(method, path, skip_host="Host" in headers)
    for name, text in headers.items():
        connection.putheader(name, text)
    connection.endheaders()
    answer = connection.getresponse()
    found = answer.status, dict(answer.getheaders()), answer.read()
    connection.close()
    return found


def test_files_of_the_output_and_no_others(output: Path) -> None:
    with serving(output) as server:
        assert server.server_address[0] == "127.0.0.1"
        for path in ("/", "/index.html", "/en/review.html", "/en/", "/en/review.html?x=1"):
            status, headers, body = get(server, path)
            assert (status, headers["Content-Type"]) == (200, "text/html; charset=utf-8")
            assert b"EventSource" in body
            assert headers["X-Content-Type-Options"] == "nosniff"
        assert get(server, "/en")[1]["Location"] == "./en/"
        status, headers, body = get(server, "/en/review.pdf")
        assert (status, headers["Content-Type"], body) == (200, "application/pdf", b"%PDF")
        assert get(server, "/en/review.pdf", "HEAD")[2] == b""
        for path in (
            "/../secret.txt",
            "/%2e%2e/secret.txt",
            "/en/..%2f..%2fsecret.txt",
            "//etc/passwd",
            "/link.txt",
            "/loop.txt",
            "/.uchtil/manifest.json",
            "/en/%00",
            "/%ff",
            "/nothing.html",
            "/..\\secret.txt",
        ):
            assert get(server, path)[0] == 404, path
        assert get(server, "/", "POST")[0] == 501
    assert (output / "index.html").read_text() == PAGE


def test_what_the_report_leads_to_is_shown_as_text(output: Path) -> None:
    root = output.parent
    section = "content/sections/01-a/uz.md"
    texts = {
        section: "# Oʻzbekcha <b>\n",
        "content/review.yaml": "id: a\n",
        "content/facts.lock": "{}\n",
        "content/words.txt": "soʻz\n",
        "bibliography/references.bib": "@book{a}\n",
    }
    unseen = {
        "content/.hidden.md": "secret",
        "content/.private/a.md": "secret",
        "content/page.html": "<script>secret</script>",
        "content/photo.jpg": "secret",
        "content/no-ending": "secret",
        "sources/a.txt": "secret",
        "intake/a.yaml": "secret",
        "templates/a.yaml": "secret",
        "README.md": "secret",
    }
    for name, text in (texts | unseen).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    links = {
        "content/out.txt": root / "secret.txt",
        "content/twice.md": root / "content/out.txt",
        "content/hidden.md": root / "content/.hidden.md",
        "content/other.yaml": root / "intake/a.yaml",
        "content/folder": root / "sources",
        "content/kind.md": root / "content/page.html",
        "bibliography/loop.bib": root / "bibliography/loop.bib",
        "bibliography/gone.bib": root / "bibliography/none.bib",
    }
    for name, target in links.items():
        (root / name).symlink_to(target)
    (root / "content/inside.md").symlink_to(root / section)
    with serving(output, root) as server:
        for name, text in (*texts.items(), ("content/inside.md", texts[section])):
            status, headers, body = get(server, f"/{name}")
            assert (status, body.decode()) == (200, text)
            assert headers["Content-Type"] == "text/plain; charset=utf-8"
            assert headers["X-Content-Type-Options"] == "nosniff"
        assert get(server, f"/en/../{section}")[0] == 404  # a browser has resolved it before
        assert get(server, f"/{section}", "HEAD")[::2] == (200, b"")
        assert get(server, f"/{section}", "PUT")[0] == 501
        assert get(server, f"/{section}", Host="evil.example")[0] == 421
        for path in (
            *(f"/{each}" for each in (*unseen, *links)),
            *("/content", "/content/", "/content/sections/01-a", "/content/folder/a.txt"),
            *("/content/../secret.txt", "/content/%2e%2e/secret.txt", "/content/..%2fsecret.txt"),
            *("/content//../secret.txt", "/content/..\\secret.txt", "/content/%00", "/content/%ff"),
            *(
                f"/{root}/content/review.yaml",
                f"/content/{root}/secret.txt",
                "/CONTENT/review.yaml",
            ),
        ):
            status, _, body = get(server, path)
            assert status == 404, path
            assert b"secret" not in body
    # a project whose folder of content is itself a link to elsewhere
    other = root / "other"
    other.mkdir()
    (other / "content").symlink_to(root / "content")
    with serving(output, other) as server:
        assert get(server, "/content/review.yaml")[0] == 404
    with serving(output) as server:
        assert get(server, "/content/review.yaml")[0] == 404


def test_every_place_of_a_report_can_be_followed(sound_built: Path) -> None:
    output = sound_built / "output"
    page = (output / "report.html").read_text(encoding="utf-8")
    places = set(re.findall(r'href="\.\.(/[^"#]+)', page))
    assert "/bibliography/references.bib" in places
    assert any(each.startswith("/content/facts/") for each in places)
    with serving(output, sound_built) as server:
        for each in sorted(places):
            assert get(server, each)[0] == 200, each


def test_only_this_machine_by_its_own_name(output: Path) -> None:
    with serving(output) as server:
        port = server.server_port
        for host in (f"127.0.0.1:{port}", f"localhost:{port}", f"LOCALHOST:{port}"):
            assert get(server, "/", Host=host)[0] == 200
        for host in ("evil.example", f"evil.example:{port}", "127.0.0.1", f"127.0.0.1:{port + 1}"):
            assert get(server, "/", Host=host)[0] == 421
            assert get(server, EVENTS, Host=host)[0] == 421


def test_news_is_sent_when_the_output_is_made_again(output: Path) -> None:
    with serving(output) as server, socket.create_connection(server.server_address[:2]) as line:
        line.settimeout(5)
        host = f"127.0.0.1:{server.server_port}"
        line.sendall(f"GET {EVENTS} HTTP/1.1\r\nHost: {host}\r\n\r\n".encode())
        reader = line.makefile("rb")

        def news() -> str:
            for told in reader:
                if told.startswith(b"data: "):
                    return told[6:].decode().strip()
            return ""

        first = news()
        assert first in get(server, "/")[2].decode()
        (output / "report.json").write_text("{}")
        assert news() not in (first, "")


def test_a_page_is_refreshed_under_its_own_policy() -> None:
    page = html.unescape(with_refresh(PAGE.encode(), "stamp").decode())
    assert "default-src 'none'; img-src data:; script-src 'sha256-" in page
    assert "connect-src 'self'" in page
    assert page.count("<script>") == 1
    assert page.endswith("</script></body>")


def test_nothing_built_and_a_port_that_is_taken(output: Path, tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "project")
    done = call("serve", "--project", root)
    assert (done.returncode, done.stderr.partition("\n")[0]) == (
        1,
        f"{root}/output: error[nothing-built]: there is no output to show",
    )
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        done = call("serve", "--project", root, "--output", output, "--port", str(port))
        assert done.returncode == 1
        assert done.stderr.startswith(
            f"127.0.0.1:{port}: error[port-taken]: cannot listen there: Address already in use"
        )
    assert call("serve", "--project", root, "--port", "0").returncode == 2


def test_it_ends_by_an_interrupt(output: Path, tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "project")
    process = subprocess.Popen(
        command_line("serve", "--project", root, "--output", output),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert process.stdout.readline().startswith("http://127.0.0.1:")
    process.send_signal(signal.SIGINT)
    out, error = process.communicate(timeout=10)
    assert (process.returncode, out, error) == (0, "no longer serving\n", "")


# ------------------------------------------------------------------ watch


def test_saves_are_told_together_and_none_is_missed(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "project")
    stop = threading.Event()
    found = saves(root, None, stop)
    assert next(found) == []
    for name in ("uz.md", "en.md"):
        path = root / "content/sections/01-opening" / name
        path.write_text(path.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    (root / "content/sections/01-opening/.en.md.swp").write_text("of an editor")
    assert next(found) == [
        "content/sections/01-opening/en.md",
        "content/sections/01-opening/uz.md",
    ]
    # what is saved while nobody asks (a build runs) is told afterwards
    (root / "content/words.txt").write_text("word\n", encoding="utf-8")
    time.sleep(0.3)
    assert next(found) == ["content/words.txt"]
    stop.set()
    assert next(found, None) is None


def test_watch_builds_on_save_and_ends_by_an_interrupt(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "project")
    process = subprocess.Popen(
        command_line("watch", "--project", root, "--format", "html", "--language", "en"),
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        start_new_session=True,
    )
    assert process.stdout is not None
    watchdog = threading.Timer(40, lambda: os.killpg(process.pid, signal.SIGKILL))
    watchdog.start()
    path = root / "content/sections/01-opening/en.md"
    lines = []
    for line in process.stdout:
        lines.append(line.rstrip())
        if line.startswith("made "):
            text = path.read_text(encoding="utf-8")
            if "Some call" in text:
                break
            path.write_text(text.replace("It is called", "Some call it"), encoding="utf-8")
    os.killpg(process.pid, signal.SIGINT)
    rest, _ = process.communicate(timeout=20)
    watchdog.cancel()
    assert lines[0] == "building; Ctrl-C ends it"
    assert "saved content/sections/01-opening/en.md" in lines
    assert rest.endswith("no longer watching\n")
    assert process.returncode == 0
    page = (root / "output/en/review.html").read_text(encoding="utf-8")
    assert "Some call it the first" in page


def test_a_browser_loads_a_page_again_and_finds_no_breach_of_its_policy(output: Path) -> None:
    with serving(output) as server, started() as browser:
        browser.driver.get(server.address)
        assert browser.run("return document.body.textContent").startswith("Words")
        (output / "index.html").write_text(PAGE.replace("Words", "Others"))
        deadline = time.monotonic() + 10
        while not browser.run("return document.body.textContent").startswith("Others"):
            assert time.monotonic() < deadline
            time.sleep(0.1)
        assert [each for each in browser.told() if "favicon" not in each] == []
