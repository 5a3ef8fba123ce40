"""A host on this machine that answers as it is told, and remembers what it was asked."""

from __future__ import annotations

import http.server
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

Heads = dict[str, str]


@dataclass
class Host:
    """What is answered by path (each answer once, the last one always), and what was asked."""

    address: str = ""
    answers: dict[str, list[tuple[int, Heads, bytes]]] = field(default_factory=dict)
    no_head: set[str] = field(default_factory=set)
    slow: dict[str, float] = field(default_factory=dict)
    asked: list[tuple[str, str]] = field(default_factory=list)
    agents: set[str] = field(default_factory=set)
    accepted: set[str] = field(default_factory=set)
    at: list[float] = field(default_factory=list)
    inside: int = 0
    most_inside: int = 0

    def put(self, path: str, *answers: int | tuple[int, Heads] | bytes) -> str:
        """Say what is answered at a path, and return the address."""
        made: list[tuple[int, Heads, bytes]] = []
        for each in answers:
            if isinstance(each, int):
                made.append((each, {}, b""))
            elif isinstance(each, bytes):
                made.append((200, {}, each))
            else:
                made.append((*each, b""))
        self.answers[path] = made
        return self.address + path


@contextmanager
def host() -> Iterator[Host]:
    """Start a host; it ends with the context."""
    state = Host()
    lock = threading.Lock()

    class Handler(http.server.BaseHTTPRequestHandler):
        def answer(self) -> None:
            path = self.path
            with lock:
                state.asked.append((self.command, path))
                state.agents.add(self.headers["User-Agent"])
                state.accepted.add(self.headers["Accept"])
                state.at.append(time.monotonic())
                state.inside += 1
                state.most_inside = max(state.most_inside, state.inside)
            try:
                time.sleep(state.slow.get(path, 0))
                if self.command == "HEAD" and path in state.no_head:
                    self.send_response(405)
                    self.end_headers()
                    return
                script = state.answers.get(path.partition("?")[0], [(404, {}, b"")])
                status, heads, body = script.pop(0) if len(script) > 1 else script[0]
                self.send_response(status)
                for name, text in heads.items():
                    self.send_header(name, text)
                self.end_headers()
                if self.command == "GET":
                    self.wfile.write(body)
            except (BrokenPipeError, ConnectionResetError):
                pass
            finally:
                with lock:
                    state.inside -= 1

        do_GET = do_HEAD = answer  # noqa: N815

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    state.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield state
    finally:
        server.shutdown()
        server.server_close()
