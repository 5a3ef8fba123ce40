"""The Internet Archive, asked for a copy by its availability API."""

from __future__ import annotations

import datetime
import http.client
import json
import re
from dataclasses import dataclass
from http import HTTPStatus
from urllib.parse import quote

from uchtil.web.answers import Copy, Question
from uchtil.web.requests import Client, NotAnAddress

API = "https://archive.org/wayback/available"
_COPY = re.compile(r"https?://web\.archive\.org/web/\d+[^\s<>\"]*")


@dataclass(frozen=True, kw_only=True)
class Archive:
    """Asks for copies; ``api`` is where."""

    client: Client
    api: str = API

    def copy_of(self, question: Question) -> tuple[bool, Copy | None]:
        """Return whether the archive answered, and the copy nearest to the day it was seen."""
        near = f"&timestamp={question.seen:%Y%m%d}" if question.seen else ""
        wanted = f"{self.api}?url={quote(question.address, safe='')}{near}"
        try:
            reply = self.client.request("GET", wanted, wants_body=True)
            if reply.status != HTTPStatus.OK:
                return False, None
            return True, _closest(json.loads(reply.body))
        except (OSError, http.client.HTTPException, NotAnAddress, ValueError, RecursionError):
            return False, None

    def answers(self) -> bool:
        """Whether the archive can be reached at all, whatever it says."""
        try:
            self.client.request("HEAD", self.api)
        except (OSError, http.client.HTTPException, NotAnAddress):
            return False
        return True


def _closest(told: object) -> Copy | None:
    """Read what the archive answered; a copy of an error is none."""
    for name in ("archived_snapshots", "closest"):
        told = told.get(name) if isinstance(told, dict) else None
    if not isinstance(told, dict) or told.get("available") is not True:
        return None
    address, stamp = told.get("url"), told.get("timestamp")
    if str(told.get("status", "200"))[:1] != "2":
        return None
    if not (isinstance(address, str) and isinstance(stamp, str) and _COPY.fullmatch(address)):
        return None
    try:
        made = datetime.datetime.strptime(stamp[:8], "%Y%m%d").date()
    except ValueError:
        return None
    return Copy(address=re.sub("^http:", "https:", address), made=made)
