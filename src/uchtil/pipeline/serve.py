"""`./build.py serve`: the output in the browser, refreshed when it is made again.

On this machine alone: it listens on 127.0.0.1, and answers only requests that name it so, since
a page elsewhere could lead a browser here by a name of its own (DNS rebinding).  Nothing is read
but the output and, as plain text, what the report leads to: the review's own files of content and
bibliography.  Nothing is shown that begins with a dot.  What refreshes a page is put into it as it
is sent: the files stay as they are.
"""

from __future__ import annotations

import base64
import hashlib
import html
import json
import mimetypes
import re
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

HOST = "127.0.0.1"
PORTS = (8150, 8151, 8152, 8153, 0)
"""Ports that are tried where none is named; 0 is any that is free."""

EVENTS = "/-/events"
_LOOK = 0.3
"""Seconds between two looks whether the output was made again."""
_ALIVE = 15
"""Seconds after which a line without news is sent, so that a gone browser is noticed."""

_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".html": "text/html; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
}
_WRITTEN = ("content", "bibliography")
"""The folders of a project whose files the report leads to (`uchtil.formats.report.place`)."""
_AS_TEXT = frozenset({".bib", ".lock", ".md", ".txt", ".yaml"})
"""The kinds of files that are in them: all are texts."""
_WATCHED = (".uchtil/manifest.json", "index.html", "report.json", "changes/changes.json")
"""Files by which it is seen that something was made again."""

_POLICY = re.compile(rb'(<meta http-equiv="Content-Security-Policy" content=")([^"]*)(">)')


def stamp_of(output: Path) -> str:
    """Return what is another text whenever the output was made again."""
    found = []
    for name in _WATCHED:
        try:
            status = (output / name).stat()
        except OSError:
            found.append("")
        else:
            found.append(f"{status.st_ino}.{status.st_mtime_ns}.{status.st_size}")
    return hashlib.blake2b("|".join(found).encode(), digest_size=8).hexdigest()


def file_of(output: Path, target: str) -> Path | None:
    """Return the file that a request's target names; nothing where that is none of the output's.

    Neither dots nor links lead out of the output.
    """
    names = _names(target)
    if names is None:
        return None
    found = output.joinpath(*names)
    try:
        if found.is_dir():
            found = found / "index.html"
        inside = found.resolve().is_relative_to(output.resolve())
        return found if inside and found.is_file() else None
    except (OSError, RuntimeError):  # links that lead to themselves
        return None


def text_of(root: Path, target: str) -> Path | None:
    """Return the file of content or bibliography that a request's target names; else nothing.

    Neither dots nor links lead out of these two folders, nor to a file of another kind.
    """
    names = _names(target)
    if not names or names[0] not in _WRITTEN:
        return None
    try:
        inside = root.resolve()
        found = inside.joinpath(*names).resolve()
        if not found.is_relative_to(inside / names[0]) or not found.is_file():
            return None
    except (OSError, RuntimeError):  # links that lead to themselves
        return None
    parts = found.relative_to(inside).parts
    hidden = any(each.startswith(".") for each in parts)
    return None if hidden or found.suffix not in _AS_TEXT else found


def _names(target: str) -> list[str] | None:
    """Return the parts of a target's path; nothing where one is hidden, or no name at all."""
    path = unquote(urlsplit(target).path, errors="strict")
    names = [each for each in path.split("/") if each]
    bad = any(each.startswith(".") or "\\" in each or "\0" in each for each in names)
    return None if bad else names


def with_refresh(page: bytes, stamp: str) -> bytes:
    """Return a page with a script that loads it again when the output has another stamp.

    The page's own policy is widened by just this script, and by asking this server.
    """
    script = (
        f"new EventSource({json.dumps(EVENTS)}).onmessage = event => "
        f"{{ if (event.data !== {json.dumps(stamp)}) location.reload(); }};"
    )
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()

    def widened(found: re.Match[bytes]) -> bytes:
        policy: dict[str, str] = {}
        for each in html.unescape(found[2].decode()).split(";"):
            name, _, sources = each.strip().partition(" ")
            policy[name] = sources
        own = policy.get("script-src", "'none'").replace("'none'", "").strip()
        policy["script-src"] = f"{own} 'sha256-{digest}'".strip()
        policy["connect-src"] = "'self'"
        told = "; ".join(" ".join(filter(None, each)) for each in policy.items())
        return found[1] + html.escape(told).encode() + found[3]

    page = _POLICY.sub(widened, page, count=1)
    head, body, tail = page.rpartition(b"</body>")
    element = f"<script>{script}</script>".encode()
    return head + element + body + tail if body else page + element


class Server(ThreadingHTTPServer):
    """Serves one output folder, and the texts of its project if that is named.

    Raises ``OSError`` where the port is taken.
    """

    daemon_threads = True
    block_on_close = False

    def __init__(self, output: Path, port: int | None = None, root: Path | None = None) -> None:
        """Listen on the port, or on the first that is free."""
        self.output = output
        self.root = root
        self.stopping = threading.Event()
        for number in PORTS if port is None else (port,):
            try:
                super().__init__((HOST, number), _Handler)
            except OSError:
                if number in (port, PORTS[-1]):
                    raise
            else:
                return

    @property
    def address(self) -> str:
        """Where it can be read."""
        return f"http://{HOST}:{self.server_port}/"

    @property
    def names(self) -> frozenset[str]:
        """What a request may call this server."""
        return frozenset(f"{each}:{self.server_port}" for each in (HOST, "localhost"))

    def stop(self) -> None:
        """End what waits for news, and close."""
        self.stopping.set()
        self.server_close()


class _Handler(BaseHTTPRequestHandler):
    server: Server
    server_version = "uchtil"
    sys_version = ""
    protocol_version = "HTTP/1.1"
    timeout = 60

    def do_GET(self) -> None:
        """Send a file, or news."""
        self._answer(body=True)

    def do_HEAD(self) -> None:
        """Send what would be told of a file."""
        self._answer(body=False)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: ANN401 (its signature)
        """Say nothing: what is looked at is no news."""

    def _answer(self, *, body: bool) -> None:
        if self.headers.get("Host", "").lower() not in self.server.names:
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"this server is only for this machine\n")
            return
        if urlsplit(self.path).path == EVENTS:
            self._news()
            return
        stamp = stamp_of(self.server.output)  # before the file: rather one refresh too many
        try:
            found = file_of(self.server.output, self.path)
            data = None if found is None else found.read_bytes()
        except (OSError, ValueError):
            found = data = None
        if found is None or data is None:
            self._text(body=body)
            return
        path = urlsplit(self.path).path
        if found.name == "index.html" and not path.endswith(("/", "/index.html")):
            # A folder: else the links of its page, which are relative, would lead elsewhere.
            self._send(HTTPStatus.FOUND, b"", location=f"./{path.rpartition('/')[2]}/")
            return
        kind = _TYPES.get(found.suffix) or mimetypes.guess_type(found.name)[0]
        if found.suffix == ".html":
            data = with_refresh(data, stamp)
        self._send(HTTPStatus.OK, data, kind or "application/octet-stream", body=body)

    def _text(self, *, body: bool) -> None:
        """Send a file of the project as plain text, if it is one that the report leads to."""
        root = self.server.root
        try:
            found = None if root is None else text_of(root, self.path)
            data = None if found is None else found.read_bytes()
        except (OSError, ValueError):
            data = None
        if data is None:
            self._send(HTTPStatus.NOT_FOUND, b"there is no such file in the output\n", body=body)
            return
        self._send(HTTPStatus.OK, data, body=body)

    def _send(
        self,
        status: HTTPStatus,
        data: bytes,
        kind: str = "text/plain; charset=utf-8",
        *,
        body: bool = True,
        location: str = "",
    ) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        if location:
            self.send_header("Location", location)
        self._common()
        if body:
            self.wfile.write(data)

    def _common(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("X-Frame-Options", "SAMEORIGIN")
        self.end_headers()

    def _news(self) -> None:
        """Send the stamp now and whenever it changes (server-sent events), until one side ends."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self._common()
        last, quiet = "", 0.0
        while True:
            stamp = stamp_of(self.server.output)
            line = f"data: {stamp}\n\n" if stamp != last else ": nothing new\n\n"
            if stamp != last or quiet >= _ALIVE:
                try:
                    self.wfile.write(line.encode())
                    self.wfile.flush()
                except OSError:
                    return
                last, quiet = stamp, 0.0
            if self.server.stopping.wait(_LOOK):
                return
            quiet += _LOOK
