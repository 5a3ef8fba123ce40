"""Licences by the names that files want: an address, an SPDX identifier."""

from __future__ import annotations

import re

_CREATIVE_COMMONS = re.compile(r"CC[ -](BY(?:-NC)?(?:-SA|-ND)?) ?-?([1-4]\.0)", re.IGNORECASE)
_ZERO = re.compile(r"CC ?-?0(?:[ -]1\.0)?", re.IGNORECASE)


def licence_url(licence: str) -> str:
    """Return the address of a Creative Commons licence; nothing for what is none."""
    if _ZERO.fullmatch(licence):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    if found := _CREATIVE_COMMONS.fullmatch(licence):
        return f"https://creativecommons.org/licenses/{found[1].lower()}/{found[2]}/"
    return ""


def spdx(licence: str) -> str:
    """Return the SPDX identifier of a Creative Commons licence; nothing for what is none."""
    if _ZERO.fullmatch(licence):
        return "CC0-1.0"
    found = _CREATIVE_COMMONS.fullmatch(licence)
    return f"CC-{found[1].upper()}-{found[2]}" if found else ""
