"""One request: to public machines only, one at a time a host, and without following.

Addresses come from a review's content, and that may come from a stranger: a request that
somebody else words must not reach what only this machine can reach (server-side request
forgery).  So the name is resolved here, every address that it has must be public, and the
connection goes to the very address that was looked at: a name that answers otherwise the next
time gains nothing.  Standard library only: what is wanted of a client is just this connection,
the status and the headers, and no library makes that easier.
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_SAFE = "%/:=&?~#+!$,;'@()*[]-._"
_MOST_OF_A_BODY = 64 * 1024


class NotPublic(OSError):
    """A name that leads to a machine which the public cannot reach."""


class NotAnAddress(ValueError):
    """Something that no request can be made of."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Reply:
    """What a host answered; ``body`` only where it was asked for."""

    status: int
    reason: str
    headers: Message
    body: bytes = b""


@dataclass(frozen=True, kw_only=True)
class Guard:
    """Opens connections to public machines; ``allow_private`` opens them to any."""

    allow_private: bool = False
    resolve: Callable[..., Sequence[Any]] = socket.getaddrinfo

    def check(self, host: str, port: int) -> Sequence[Any]:
        """Return where a host is; raises ``NotPublic``, or ``OSError`` where it is nowhere."""
        try:
            found = self.resolve(host, port, type=socket.SOCK_STREAM)
        except UnicodeError as error:  # a label that is empty or too long for IDNA
            raise socket.gaierror(socket.EAI_NONAME, "no name of a host") from error
        for *_, place in found:
            if not (self.allow_private or is_public(place[0])):
                raise NotPublic(f"{host} is {place[0]}")
        return found

    def connect(self, host: str, port: int, timeout: float) -> socket.socket:
        """Return a connection to one of the addresses that were looked at."""
        last: OSError = socket.gaierror(socket.EAI_NONAME, "no address")
        for family, kind, protocol, _, place in self.check(host, port):
            connection = socket.socket(family, kind, protocol)
            try:
                connection.settimeout(timeout)
                connection.connect(place)
            except OSError as error:
                connection.close()
                last = error
            else:
                return connection
        raise last


def is_public(text: str) -> bool:
    """Whether an IP address is anybody's to reach; those wrapped in IPv6 are unwrapped."""
    address = ipaddress.ip_address(text.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1]
        if inner is None and address in _NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None and not is_public(str(inner)):
            return False
    return address.is_global and not address.is_multicast


@dataclass(kw_only=True)
class Manners:
    """Lets one request at a time go to a host, ``pause`` seconds after the one before."""

    pause: float = 1.0
    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _locks: dict[str, threading.Lock] = field(default_factory=dict)
    _not_before: dict[str, float] = field(default_factory=dict)
    _own: threading.Lock = field(default_factory=threading.Lock)

    @contextmanager
    def turn(self, host: str) -> Iterator[None]:
        """Wait for the host's next turn, and hold it."""
        with self._own:
            lock = self._locks.setdefault(host, threading.Lock())
        with lock:
            wait = self._not_before.get(host, 0.0) - self.clock()
            if wait > 0:
                self.sleep(wait)
            try:
                yield
            finally:
                self.leave_alone(host, self.pause)

    def leave_alone(self, host: str, seconds: float) -> None:
        """Make no request to a host for so long."""
        until = self.clock() + seconds
        self._not_before[host] = max(self._not_before.get(host, 0.0), until)


@dataclass(frozen=True, kw_only=True)
class Client:
    """Makes requests in the name of ``agent``.

    Each ends after ``timeout`` seconds without a word, or three times as long in all.
    """

    agent: str
    guard: Guard
    manners: Manners
    timeout: float = 20.0

    def request(
        self,
        method: str,
        address: str,
        *,
        wants_body: bool = False,
        accept: str = "*/*",
        most: int = _MOST_OF_A_BODY,
    ) -> Reply:
        """Return the answer, whatever its status; where it leads is not followed.

        ``most`` is how many bytes of a body are read, ``accept`` what it may be (RFC 9110).

        Raises ``OSError``, ``http.client.HTTPException`` or ``NotAnAddress``.
        """
        address = _sendable(address)  # of HTTP, for sure
        parts = urlsplit(address)
        asked = urllib.request.Request(  # noqa: S310
            address, method=method, headers={"User-Agent": self.agent, "Accept": accept}
        )
        made: list[http.client.HTTPConnection] = []
        opener = urllib.request.OpenerDirector()
        for handler in (
            urllib.request.ProxyHandler(),
            _Plain(self.guard, made),
            _Secure(self.guard, made),
        ):
            opener.add_handler(handler)
        with self.manners.turn(parts.netloc):
            over = threading.Event()
            watch = threading.Timer(3 * self.timeout, _cut, (made, over))
            watch.daemon = True
            watch.start()
            try:
                answer = opener.open(asked, timeout=self.timeout)
                if answer is None:
                    raise NotAnAddress(address)
                with answer:
                    if over.is_set():  # what was cut off may look whole
                        raise TimeoutError
                    body = answer.read(most) if wants_body else b""
                    return Reply(
                        status=answer.status,
                        reason=answer.reason or "",
                        headers=answer.headers,
                        body=body,
                    )
            except urllib.error.URLError as error:
                # Only a wrapping of what went wrong.
                raise error.reason if isinstance(error.reason, OSError) else error from error
            except (http.client.InvalidURL, UnicodeError) as error:
                raise NotAnAddress(str(error)) from error
            finally:
                watch.cancel()


def _cut(made: Sequence[http.client.HTTPConnection], over: threading.Event) -> None:
    """End what takes too long: a host may send a byte now and then for ever."""
    over.set()
    for connection in made:
        if connection.sock is not None:
            with contextlib.suppress(OSError):
                connection.sock.shutdown(socket.SHUT_RDWR)


def _sendable(address: str) -> str:
    """Return an address as it is sent: in ASCII, without fragment and name of a user."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port
        if not host.isascii():
            host = host.encode("idna").decode("ascii")
    except (ValueError, UnicodeError) as error:
        raise NotAnAddress(address) from error
    if parts.scheme not in ("http", "https") or not host:
        raise NotAnAddress(address)
    if ":" in host:
        host = f"[{host}]"
    netloc = host if port is None else f"{host}:{port}"
    path, query = (quote(part, safe=_SAFE) for part in (parts.path or "/", parts.query))
    return urlunsplit((parts.scheme, netloc, path, query, ""))


class _PlainConnection(http.client.HTTPConnection):
    """A connection that the guard opens."""

    def __init__(self, host: str, *, guard: Guard, timeout: float) -> None:
        super().__init__(host, timeout=timeout)
        self._guard = guard
        self._limit = timeout

    def connect(self) -> None:
        """Connect to an address that was looked at."""
        self.sock = self._guard.connect(self.host, self.port, self._limit)


class _SecureConnection(http.client.HTTPSConnection):
    """The same with TLS; the certificate must be that of the name."""

    def __init__(self, host: str, *, guard: Guard, timeout: float) -> None:
        self._secured = ssl.create_default_context()
        super().__init__(host, timeout=timeout, context=self._secured)
        self._guard = guard
        self._limit = timeout

    def connect(self) -> None:
        """Connect to an address that was looked at."""
        plain = self._guard.connect(self.host, self.port, self._limit)
        try:
            self.sock = self._secured.wrap_socket(plain, server_hostname=self.host)
        except BaseException:
            plain.close()
            raise


class _Handler(urllib.request.AbstractHTTPHandler):
    def __init__(self, guard: Guard, made: list[http.client.HTTPConnection]) -> None:
        super().__init__()
        self._guard = guard
        self._made = made

    def _open(
        self,
        asked: urllib.request.Request,
        own: type[_PlainConnection | _SecureConnection],
        usual: type[http.client.HTTPConnection],
    ) -> http.client.HTTPResponse:
        target = urlsplit(asked.full_url)
        proxied = asked.host != target.netloc
        if proxied:
            # The proxy, which the user has named, resolves the name; refuse what can be known.
            with contextlib.suppress(socket.gaierror):
                self._guard.check(target.hostname or "", target.port or 0)

        def connection(host: str, *, timeout: float, **_: object) -> http.client.HTTPConnection:
            made: http.client.HTTPConnection = (
                usual(host, timeout=timeout)
                if proxied
                else own(host, guard=self._guard, timeout=timeout)
            )
            self._made.append(made)
            return made

        return self.do_open(connection, asked)  # type: ignore[arg-type]


class _Plain(_Handler):
    def http_open(self, asked: urllib.request.Request) -> http.client.HTTPResponse:
        return self._open(asked, _PlainConnection, http.client.HTTPConnection)

    http_request = urllib.request.AbstractHTTPHandler.do_request_


class _Secure(_Handler):
    def https_open(self, asked: urllib.request.Request) -> http.client.HTTPResponse:
        return self._open(asked, _SecureConnection, http.client.HTTPSConnection)

    https_request = urllib.request.AbstractHTTPHandler.do_request_
