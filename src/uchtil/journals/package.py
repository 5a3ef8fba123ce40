"""The package that is handed over: files by name, and one ZIP of them, the same to the byte."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Mapping

from uchtil.language.romanisation import covers, romanise
from uchtil.model import Review
from uchtil.model.profiles import Profile

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The least time that a ZIP can tell: none is meant."""


def zipped(folder: str, files: Mapping[str, bytes]) -> bytes:
    """Return an archive of the files, below one folder, in the order of their names."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{folder}/{name}", _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return data.getvalue()


def file_stem(profile: Profile, review: Review, part: str, *, anonymous: bool = False) -> str:
    """Return how a file is called, without its ending: by the journal's pattern.

    Nothing of an anonymous file's name tells who wrote it.
    """
    author = profile.id if anonymous or not review.authors else _surname(review)
    return profile.file_name.format(
        journal=profile.id, part=part, author=author, year=review.date.first.year
    )


def _surname(review: Review) -> str:
    """Return the first author's surname in plain Latin letters."""
    author = review.authors[0]
    for code, tag in (("en", "en-GB"), ("uz", "uz-Latn-UZ"), ("ru", "ru-RU")):
        if name := author.name.get(code):
            family = (author.family or {}).get(code) or name.split()[-1]
            system = "bgn-pcgn"
            latin = romanise(family, system, tag) if covers(system, tag) else family
            plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
            return re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-").lower() or "author"
    return "author"
