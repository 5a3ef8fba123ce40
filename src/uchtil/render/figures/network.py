"""The layout of a network: the sources on the left, the works that they name on the right.

All lengths are in the drawing's own units (CSS pixels at its natural size).
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Any
from urllib.parse import urlsplit

from uchtil.bibliography import Reference, SourceList, kind_of
from uchtil.bibliography.vocabulary import WORK_KINDS
from uchtil.language import Language
from uchtil.model import Fact, Source
from uchtil.render.figures.lettering import BOLD, Lettering
from uchtil.render.figures.material import Material

WIDTH = 620
_TOP, _BOTTOM = 44, 8
_ROW, _HEAD, _GAP = 18.5, 21, 9
_SOURCE = 146
"""The room for a source's name."""
_FROM, _TO = 174, 298
"""Where lines begin and end."""
_LABEL = 12.0
_NAME = 12.5
_LEGEND = 12.0
_FAN = 1.9
"""How far apart the lines of one source begin."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """That a source names a work: ``cited`` in its text, or only in its list."""

    source: str
    work: str
    cited: bool


def links_of(facts: list[Fact], material: Material) -> list[Link]:
    """Return which source names which work, source by source in the order of their lists.

    The text cites a work where a footnote does, or where the evidence of a fact names it
    (``cites``), unless the crosswalk says that the text leaves its entries uncited: the
    evidence may be a sentence of the list itself.
    """
    links = []
    for key in material.project.sources:
        own = material.works.crosswalk.lists.get(key)
        named = [work for entry in own.entries for work in entry.works] if own else []
        shown = {
            work
            for fact in facts
            for passage in fact.evidence
            if passage.source == key
            for work in passage.cites
        }
        cited = (shown | own.cited_in_text) - own.only_listed if own else shown
        links += [
            Link(source=key, work=work, cited=work in cited)
            for work in dict.fromkeys([*named, *sorted(shown)])
            if work in material.works.references
        ]
    return links


def network(
    facts: list[Fact], material: Material, language: Language
) -> tuple[dict[str, Any], list[str]]:
    """Return what the template draws, and each source's works in words.

    Works stand in groups of one kind, and in a group in the order of the sources that
    name them; each bears the letters of these sources, so that no line need be followed.
    """
    links = links_of(facts, material)
    letters = {key: chr(ord("A") + index) for index, key in enumerate(material.project.sources)}
    namers: dict[str, list[str]] = {}
    for link in links:
        namers.setdefault(link.work, []).append(link.source)
    works = sorted(
        namers, key=lambda work: WORK_KINDS.index(kind_of(material.works.references[work]))
    )
    legend = _legend(any(len(each) > 1 for each in namers.values()), material, language)
    top = _TOP + max(entry["y"] for entry in legend)
    heads, rows, height = _rows(works, namers, letters, material, language, top=top)
    sources = _sources(links, letters, material, language, top=top, height=height)
    ends = {row["key"]: row["y"] for row in rows}
    starts = {source["key"]: source["y"] for source in sources}
    middle = (_FROM + _TO) / 2

    def path(link: Link) -> str:
        own = sorted(ends[each.work] for each in links if each.source == link.source)
        begin = starts[link.source] + (own.index(ends[link.work]) - (len(own) - 1) / 2) * _FAN
        end = ends[link.work]
        return f"M{_FROM - 9} {begin:.2f}H{_FROM}C{middle} {begin:.2f} {middle} {end} {_TO} {end}"

    geometry = {
        "width": WIDTH,
        "height": height,
        "label_size": _LABEL,
        "name_size": _NAME,
        "from_x": _FROM,
        "to_x": _TO,
        "legend": legend,
        "heads": heads,
        "works": rows,
        "sources": sources,
        "links": [
            {"path": path(link), "cited": link.cited}
            for link in sorted(links, key=lambda link: link.cited)
        ],
    }
    return geometry, [_told(source, links, material, language) for source in starts]


def short_name(reference: Reference, lettering: Lettering, size: float, room: float) -> str:
    """Return a work's label in its own language: who and when, and as much title as fits.

    Who is the author, the site or the newspaper; it is left out where it would take half
    of the room, and where the title is our own description, which names it already.
    """
    authors = reference.names.get("author", ())
    who = ""
    if authors:
        who = authors[0].family or authors[0].literal
    elif not reference.title_is_ours or "journaltitle" in reference.fields:
        site = urlsplit(reference.fields.get("url", "")).netloc.removeprefix("www.")
        who = reference.fields.get("organization") or reference.fields.get("journaltitle") or site
    date = reference.dates.get("date")
    year = str(date.first.year) if date else ""
    title = reference.fields.get("shorttitle") or reference.title
    if lettering.width(who, size) > room / 2:
        who = ""
    named = " ".join(part for part in (who, year) if part)
    if not who:  # a bare year before a title would be taken for its first word
        whole = f"{title} ({year})" if year else title
        if lettering.width(whole, size) <= room or not year:
            return lettering.fit(whole, size, room)
        tail = f" ({year})"
        return lettering.fit(title, size, room - lettering.width(tail, size)) + tail
    return lettering.fit(f"{named}: {title}", size, room)


def _rows(
    works: list[str],
    namers: dict[str, list[str]],
    letters: dict[str, str],
    material: Material,
    language: Language,
    *,
    top: float,
) -> tuple[list[dict[str, Any]], list[dict[str, Any]], float]:
    heads, rows = [], []
    y = top
    references = material.works.references
    for kind, group in groupby(works, key=lambda work: kind_of(references[work])):
        members = list(group)
        name = getattr(language.terms.work_kinds, kind)
        y += _HEAD
        heads.append({"y": round(y - 6, 2), "text": f"{name} ({len(members)})"})
        for work in members:
            marks = " ".join(letters[source] for source in namers[work])
            x = _TO + 10 + material.lettering.width(marks, 11) + 7
            rows.append(
                {
                    "key": work,
                    "y": round(y + _ROW / 2, 2),
                    "x": round(x, 2),
                    "marks": marks,
                    "shared": len(namers[work]) > 1,
                    "text": short_name(references[work], material.lettering, _LABEL, WIDTH - 4 - x),
                    "tag": references[work].language,
                }
            )
            y += _ROW
        y += _GAP
    return heads, rows, round(max(y - _GAP, top + 60 * len(material.project.sources)) + _BOTTOM, 2)


def _sources(
    links: list[Link],
    letters: dict[str, str],
    material: Material,
    language: Language,
    *,
    top: float,
    height: float,
) -> list[dict[str, Any]]:
    shown = []
    words = language.terms.network
    step = (height - top - _BOTTOM) / max(len(letters), 1)
    for index, (key, letter) in enumerate(letters.items()):
        own = [link for link in links if link.source == key]
        its_list = material.works.crosswalk.lists.get(key)
        counts = (
            [words.in_list(len(its_list.works))]
            if its_list and its_list.entries
            else material.lettering.wrap(words.no_list, 11, _SOURCE, 2)
        )
        if own:
            counts.append(words.in_text(sum(link.cited for link in own)))
        name = _name(material.project.sources[key], language)
        shown.append(
            {
                "key": key,
                "y": round(top + step * (index + 0.5), 2),
                "letter": letter,
                "name": material.lettering.wrap(name, _NAME * BOLD, _SOURCE, 2),
                "counts": counts,
            }
        )
    return shown


def _legend(shared: bool, material: Material, language: Language) -> list[dict[str, Any]]:
    """Lay out the signs that the figure uses, in as many lines as they need."""
    words = language.terms.network
    x, y = 0.0, 0.0
    entries = []
    for kind in ("cited", "listed", "shared") if shared else ("cited", "listed"):
        text = getattr(words, kind)
        wide = 42 + material.lettering.width(text, _LEGEND)
        if x and x + wide > WIDTH:
            x, y = 0.0, y + 18
        entries.append({"kind": kind, "x": round(x, 2), "y": y, "text": text})
        x += wide + 26
    return entries


def _told(key: str, links: list[Link], material: Material, language: Language) -> str:
    """Return one source's works in words, the cited ones first."""
    words = language.terms.network
    own: SourceList | None = material.works.crosswalk.lists.get(key)
    name = _name(material.project.sources[key], language)
    parts = []
    for cited, word in ((True, words.cited), (False, words.listed)):
        titles = [
            words.title(_title(material.works.references[link.work]))
            for link in links
            if link.source == key and link.cited is cited
        ]
        if titles:
            parts.append(f"{word} ({len(titles)}): {', '.join(titles)}")
    if not parts:
        parts.append(words.no_list if own is None or not own.entries else words.in_list(0))
    return f"{name} — {'; '.join(parts)}"


def _title(reference: Reference) -> str:
    return reference.fields.get("shorttitle") or reference.title


def _name(source: Source, language: Language) -> str:
    return source.label[language.code]
