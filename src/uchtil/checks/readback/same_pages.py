"""What a page of a finished PDF draws, as a fingerprint: equal pages need not be read twice.

All that the text of a page depends on goes into it, to the last byte: what it draws and with
what fonts and drawings.  Objects count by what they are, not by their numbers, since these
change with whatever stands before them in the file.
"""

from __future__ import annotations

import hashlib
import re

import pikepdf

_ELSEWHERE = frozenset({"/Parent", "/Annots", "/StructParent", "/StructParents"})
"""Entries of a page that say nothing of what it draws."""
_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
"""What a page may take from what holds it."""

_REFERENCE = re.compile(rb"\d R\b")


class PageFingerprints:
    """Makes the fingerprints of one file's pages; what they share is looked at once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[int, int], bytes] = {}

    def of(self, page: pikepdf.Page, known: object) -> str:
        """Return the fingerprint of a page and of what is ``known`` of it besides."""
        parts = [repr(known).encode()]
        parts += [
            key.encode() + b" " + self._of(value)
            for key, value in sorted(page.obj.items())
            if key not in _ELSEWHERE
        ]
        above = page.obj.get("/Parent")
        while above is not None:
            parts += [key.encode() + self._of(above[key]) for key in _INHERITED if key in above]
            above = above.get("/Parent")
        return _digest(b"\0".join(map(_digest, parts))).hex()

    def _of(self, value: object) -> bytes:
        """Return the digest of an object and of all that it refers to."""
        if not isinstance(value, pikepdf.Object):
            return _digest(f"{type(value).__name__} {value}".encode())
        if not value.is_indirect:
            return self._made(value)
        number = value.objgen
        if number not in self._seen:
            self._seen[number] = b"itself"  # should it lead back here
            self._seen[number] = self._made(value)
        return self._seen[number]

    def _made(self, value: pikepdf.Object) -> bytes:
        if isinstance(value, pikepdf.Stream):
            within = [key.encode() + b" " + self._of(each) for key, each in sorted(value.items())]
            return _digest(b"\0".join([*map(_digest, within), _digest(value.read_raw_bytes())]))
        written = value.unparse(resolved=True)
        if not _REFERENCE.search(written):
            return _digest(written)
        if isinstance(value, pikepdf.Dictionary):
            within = [key.encode() + b" " + self._of(each) for key, each in sorted(value.items())]
            return _digest(b"{" + b"".join(map(_digest, within)))
        return _digest(b"[" + b"".join(self._of(each) for each in value.as_list()))


def _digest(data: bytes) -> bytes:
    return hashlib.blake2b(data, digest_size=16).digest()
