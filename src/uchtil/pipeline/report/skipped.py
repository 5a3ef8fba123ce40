"""What a build did not do: what it skipped, why, and how to have it done."""

from __future__ import annotations

from uchtil.pipeline.report.basis import Basis, Data
from uchtil.pipeline.report.works import by_state, files

_LISTED = 4
"""Names of more files than this are counted."""


def skipped(basis: Basis) -> list[Data]:
    """Return what was skipped, as ``what``, ``why`` and ``how`` (a command, or nothing)."""
    told = [*_texts(basis), *_files(basis)]
    if not basis.examined.languages.confirmed and len(basis.prepared.project.review.languages) > 1:
        told.append(
            _entry(
                "Looking for translations that have not followed a change",
                "nobody has confirmed yet that the languages say the same",
                "./build.py confirm --all",
            )
        )
    told.append(
        _entry("Spelling", "a build does not wait for the dictionaries", "./build.py check")
    )
    told.append(
        _entry(
            "Whether web addresses still lead somewhere",
            "a build asks the network for nothing",
            "./build.py links",
        )
    )
    others = [style for style in basis.styles if style != basis.style]
    if others:
        told.append(
            _entry(
                f"Other citation styles: {', '.join(others)}",
                f"an output has one style, and this one has {basis.style}",
                f"./build.py --style {others[0]} --output FOLDER",
            )
        )
    told += [
        _entry(
            "PDF/UA, Open XML and WCAG by other people’s validators",
            "they are no part of a build",
            "make test",
        ),
        _entry(
            "Whether a passage says what its fact says",
            "words are found by a program; what they mean is for people to see",
            "./build.py explain FACT",
        ),
    ]
    return told


def _texts(basis: Basis) -> list[Data]:
    """Return the sources whose texts were not at hand."""
    lacking = [
        source
        for source in basis.prepared.project.sources.values()
        if basis.texts is None or not (basis.texts / source.text).is_file()
    ]
    if not lacking:
        return []
    tallies = (basis.examined.evidence.facts, basis.examined.evidence.remarks)
    count = sum(each.passages - each.looked_up for each in tallies)
    named = ", ".join(source.key for source in lacking)
    return [
        _entry(
            f"Looking up {count} passages in the sources’ texts ({named})",
            "the texts are not at hand; the build went by content/evidence.lock",
            "./build.py check --sources FOLDER",
        )
    ]


def _files(basis: Basis) -> list[Data]:
    states = by_state(files(basis))
    told = []
    if names := states.get("not made"):
        told.append(
            _entry(
                f"Making {_listed(names)}",
                "the last build was asked for other files",
                "./build.py",
            )
        )
    if names := states.get("from an earlier build"):
        told.append(
            _entry(
                f"Making anew, and comparing, {_listed(names)}",
                "the last build was asked for other files; these may be out of date",
                "./build.py",
            )
        )
    return told


def _listed(names: list[str]) -> str:
    if len(names) > _LISTED:
        return f"{len(names)} files"
    return ", ".join(names)


def _entry(what: str, why: str, how: str) -> Data:
    return {"what": what, "why": why, "how": how}
