"""Looking at one address: asking its head, following where it leads, trying again."""

from __future__ import annotations

import datetime
import email.utils
import http.client
import re
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import urljoin, urlsplit

from uchtil.web.answers import Answer, Outcome
from uchtil.web.requests import Client, NotAnAddress, NotPublic, Reply

_FOR_GOOD = frozenset({301, 308})
_REDIRECTS = _FOR_GOOD | {302, 303, 307}
_TRY_AGAIN = frozenset({429, 502, 503, 504})
_GONE = frozenset({404, 410})
_NO_ENTRY = frozenset({401, 402, 403, 405, 406, 407, 429, 451, 999})
"""What hosts answer to programs, or to who has not paid; 999 is LinkedIn's."""

_MOST_HOPS = 10
_BACK_OFF = (2.0, 6.0)
"""Seconds before the second and the third try, where the host does not say how long."""

_LONGEST_WAIT = 60.0


@dataclass(frozen=True, kw_only=True)
class Visit:
    """Looks at addresses, one by one."""

    client: Client
    today: datetime.date
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(tz=datetime.UTC)
    back_off: tuple[float, ...] = _BACK_OFF

    def look_at(self, address: str) -> Answer:
        """Return what became of an address; never raises."""
        current, moved, for_good = address, address, True
        seen = {address}
        for _ in range(_MOST_HOPS):
            try:
                reply = self._ask(current)
            except (OSError, http.client.HTTPException, NotAnAddress) as error:
                return self._failed(address, current, error)
            location = reply.headers.get("Location", "").strip()
            if reply.status not in _REDIRECTS or not location:
                return self._judged(address, current, moved, reply)
            current = urljoin(current, location)
            for_good = for_good and reply.status in _FOR_GOOD
            if for_good:
                moved = current
            if current in seen:
                break
            seen.add(current)
        return self._answer(address, Outcome.UNANSWERED, "it leads round and round")

    def _ask(self, address: str) -> Reply:
        """Ask for the head, and for the whole where a host does not like that."""
        reply = self._try("HEAD", address)
        if reply.status >= HTTPStatus.BAD_REQUEST and reply.status not in _TRY_AGAIN:
            reply = self._try("GET", address)
        return reply

    def _try(self, method: str, address: str) -> Reply:
        reply = self.client.request(method, address)
        for seconds in self.back_off:
            if reply.status not in _TRY_AGAIN:
                break
            wait = self._retry_after(reply)
            if wait is not None and wait > _LONGEST_WAIT:
                break
            self.client.manners.leave_alone(urlsplit(address).netloc, max(seconds, wait or 0))
            reply = self.client.request(method, address)
        return reply

    def _retry_after(self, reply: Reply) -> float | None:
        """Read RFC 9110, 10.2.3: seconds, or a date."""
        told = reply.headers.get("Retry-After", "").strip()
        if re.fullmatch(r"[0-9]{1,9}", told):
            return float(told)
        try:
            when = email.utils.parsedate_to_datetime(told)
            return max(0.0, (when - self.now()).total_seconds())
        except (ValueError, TypeError):
            return None

    def _judged(self, address: str, last: str, moved: str, reply: Reply) -> Answer:
        said = _said(reply)
        if reply.status in _GONE:
            return self._answer(address, Outcome.DEAD, said)
        if reply.status < HTTPStatus.BAD_REQUEST:
            if _is_front(last) and not _is_front(address):
                return self._answer(address, Outcome.DEAD, f"it leads to the front page, {last}")
            if moved != address:
                return self._answer(address, Outcome.MOVED, said, moved_to=moved)
            return self._answer(address, Outcome.WELL, said)
        if reply.status in _NO_ENTRY:
            return self._answer(address, Outcome.CLOSED, said)
        return self._answer(address, Outcome.UNANSWERED, said)

    def _failed(self, address: str, last: str, error: Exception) -> Answer:
        host = urlsplit(last).hostname if last != address else None
        leads = f"it leads to {last}: " if last != address else ""
        if isinstance(error, NotPublic):
            return self._answer(address, Outcome.PRIVATE, f"{leads}{error}")
        if isinstance(error, NotAnAddress):
            return self._answer(address, Outcome.UNANSWERED, f"{leads}this is no web address")
        if isinstance(error, socket.gaierror) and error.errno != socket.EAI_AGAIN:
            said = f"there is no host {host or urlsplit(address).hostname}"
            # Where there is no network at all, no host is found either.
            return self._answer(address, Outcome.DEAD, f"{leads}{said}", cut_off=last == address)
        cut_off = last == address and not isinstance(
            error, ssl.SSLError | ConnectionRefusedError | http.client.HTTPException
        )
        return self._answer(
            address, Outcome.UNANSWERED, f"{leads}{_reason(error)}", cut_off=cut_off
        )

    def _answer(
        self,
        address: str,
        outcome: Outcome,
        said: str,
        *,
        moved_to: str = "",
        cut_off: bool = False,
    ) -> Answer:
        return Answer(
            address=address,
            outcome=outcome,
            said=said,
            day=self.today,
            moved_to=moved_to,
            cut_off=cut_off,
        )


def _said(reply: Reply) -> str:
    """Return the status with its standard name: a host's own words could be anything."""
    try:
        return f"{reply.status} {HTTPStatus(reply.status).phrase}"
    except ValueError:
        return str(reply.status)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate does not hold: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return "no secure connection could be made"
    if isinstance(error, http.client.HTTPException):
        return "what was answered is no HTTP"
    told = error.strerror if isinstance(error, OSError) else ""
    return told.lower() if told else "the connection broke"


def _is_front(address: str) -> bool:
    """Whether an address is the front page of its site, or that of a language."""
    parts = urlsplit(address)
    return not parts.query and len(parts.path.strip("/")) <= 2
