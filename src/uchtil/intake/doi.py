"""A work's description by its DOI, from doi.org, and only when somebody asks for it.

DOI names are answered with CSL-JSON where that is what is accepted (content negotiation); the
way leads over several hosts, and each step is made by the guarded client of `web`: no private
machine is asked, wherever an answer leads, and each step has its time.
"""

from __future__ import annotations

import html
import http.client
import json
import time
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any
from urllib.parse import quote, urljoin

from uchtil.bibliography.forms import check_doi
from uchtil.bibliography.values import WrongValue
from uchtil.intake.blocks import Refused
from uchtil.problems import Location, Problems
from uchtil.web.requests import Client, NotAnAddress, NotPublic, Reply

RESOLVER = "https://doi.org"
CSL_JSON = "application/vnd.citationstyles.csl+json"

_MOST_HOPS = 10
_MOST_BYTES = 4 * 1024 * 1024
"""Crossref tells the whole reference list of a work besides."""
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PREFIXES = ("https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/")


def bare_doi(text: str) -> str | None:
    """Return the DOI that a text is: bare, behind ``doi:``, or as an address; or nothing."""
    bare = text.strip()
    for prefix in (*_PREFIXES, "doi:", "DOI:"):
        bare = bare.removeprefix(prefix).lstrip()
    try:
        check_doi(bare)
    except WrongValue:
        return None
    return bare


def look_up(
    doi: str, client: Client, where: Location, problems: Problems, *, resolver: str = RESOLVER
) -> Mapping[str, Any] | None:
    """Return what is registered of a DOI, as an item of CSL-JSON, or tell why there is nothing.

    ``resolver`` is asked instead of doi.org where one is given.  Problems: ``doi-form``,
    ``doi-unknown``, ``doi-no-network``, ``doi-no-answer``, ``doi-no-record``.
    """
    try:
        return _item(doi, client, resolver)
    except Refused as error:
        problems.add(error.problem(where))
        return None


def _item(doi: str, client: Client, resolver: str) -> Mapping[str, Any]:
    bare = bare_doi(doi)
    if bare is None:
        raise Refused(
            code="doi-form",
            message=f"`{doi}` is no DOI",
            hint="a DOI looks like `10.5281/zenodo.18430351`; a file of references has to be there",
        )
    reply = _reply(bare, client, resolver)
    if reply.status == HTTPStatus.NOT_FOUND:
        raise Refused(
            code="doi-unknown", message=f"there is no DOI `{bare}`", hint="look at each letter"
        )
    if reply.status in (HTTPStatus.NOT_ACCEPTABLE, HTTPStatus.NO_CONTENT):
        raise _no_record(bare, "its agency has no such description")
    if reply.status != HTTPStatus.OK:
        raise _no_answer(bare, f"{reply.status} {reply.reason}".strip())
    try:
        item = json.loads(reply.body)
    except (ValueError, RecursionError):
        item = None
    if not isinstance(item, dict) or not isinstance(item.get("title"), str | list):
        raise _no_record(bare, "what came is no CSL-JSON")
    return _evened(item, bare)


def _evened(item: Mapping[str, Any], doi: str) -> Mapping[str, Any]:
    """Return an item without the signs of web pages in it, and without the DOI's address."""
    made = {name: _plain(value) for name, value in item.items()}
    address = made.get("URL")
    if isinstance(address, str) and (bare_doi(address) or "").lower() == doi.lower():
        del made["URL"]
    return made


def _plain(value: object) -> object:
    """Return a text, or a list of texts, with `&amp;` and the like as signs."""
    if isinstance(value, str):
        return html.unescape(value)
    if isinstance(value, list) and all(isinstance(each, str) for each in value):
        return [html.unescape(each) for each in value]
    return value


def _reply(doi: str, client: Client, resolver: str) -> Reply:
    try:
        return _follow(f"{resolver}/{quote(doi, safe='/:;()._-')}", client)
    except NotPublic as error:
        raise _no_answer(doi, f"it leads into a private network ({error})") from error
    except TimeoutError as error:
        raise _no_answer(doi, "not in time") from error
    except (NotAnAddress, http.client.HTTPException) as error:
        raise _no_answer(doi, str(error) or "badly") from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise Refused(
            code="doi-no-network",
            message=f"`{doi}` could not be looked up, since no host was reached: {reason.lower()}",
            hint="look to the connection; or save the reference as BibTeX, RIS or CSL-JSON, and "
            "give that file",
        ) from error


def _follow(address: str, client: Client) -> Reply:
    """Return the last answer of a way of redirects; what it takes is what `Client` raises.

    No step is begun when as much time has gone as one alone may take.
    """
    until = time.monotonic() + 3 * client.timeout
    for _ in range(_MOST_HOPS):
        if time.monotonic() > until:
            raise TimeoutError
        reply = client.request("GET", address, wants_body=True, accept=CSL_JSON, most=_MOST_BYTES)
        location = reply.headers.get("Location", "").strip()
        if reply.status not in _REDIRECTS or not location:
            return reply
        address = urljoin(address, location)
    raise NotAnAddress("it leads round and round")


def _no_answer(doi: str, reason: str) -> Refused:
    return Refused(
        code="doi-no-answer",
        message=f"`{doi}` was not answered: {reason}",
        hint="try again another day; or give the reference as a file",
    )


def _no_record(doi: str, reason: str) -> Refused:
    return Refused(
        code="doi-no-record",
        message=f"nothing is told of `{doi}`: {reason}",
        hint="write the entry by hand, or give the reference as a file",
    )
