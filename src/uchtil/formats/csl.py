"""Citation styles: a CSL style by its name, with the project's locales put into it.

pandoc embeds locales for 61 languages, but none for Uzbek or Kazakh, and its Russian one
still holds English words; what it lacks it prints in English without a word.  A style may
carry locales of its own, so every style is given those in ``csl/locales/`` when it is
loaded.  Styles and locales are CSL 1.0.2.
"""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, NoReturn, cast

from lxml import etree

from uchtil.problems import Location, Problem, ProblemsFound, did_you_mean

StyleKind = Literal["numeric", "author-date", "note"]
"""How a style cites: by a number, by author and date, or in a note."""

FOLDER: Final = "csl"
"""The folder of styles, in the templates' folder; ``locales/`` lies in it."""

JOURNALS: Final = "journals/csl"
"""The folder of styles that single journals ask for; a review cannot choose them as its own."""

_IN_OWN_LANGUAGE: Final = frozenset({"gost-notes"})
"""Styles whose notes print each work with the terms of its own language, as lists do (GOST)."""

_NAMESPACE: Final = "{http://purl.org/net/xbiblio/csl}"
_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, kw_only=True, slots=True)
class Style:
    """A citation style, ready for pandoc.

    ``xml`` is the style with the project's locales in it.  ``xml_unsorted`` is the same
    without the order of its list, so that the list follows the order of first citation;
    both are equal where the style does not sort.  ``initials`` tells whether the style
    prints given names as initials.  ``languages`` are the BCP 47 tags whose terms the
    project itself has written down.
    """

    name: str
    xml: str
    xml_unsorted: str
    kind: StyleKind
    initials: bool
    languages: frozenset[str]
    own_language: bool = False
    """Whether its notes print each work in the work's own language, as its list does."""

    @property
    def sorts(self) -> bool:
        """Whether the style, and not the order of first citation, orders the list."""
        return self.xml != self.xml_unsorted


def style_names(templates: Path) -> tuple[str, ...]:
    """Return the names of the styles that there are, in alphabetical order."""
    return tuple(sorted(path.stem for path in (templates / FOLDER).glob("*.csl")))


def journal_style_names(templates: Path) -> tuple[str, ...]:
    """Return the names of the styles that a journal's profile can ask for, all in one order."""
    own = {path.stem for path in (templates / JOURNALS).glob("*.csl")}
    return tuple(sorted({*style_names(templates), *own}))


def load_style(
    templates: Path, name: str, where: Location | None = None, *, journals: bool = False
) -> Style:
    """Load the style ``name`` (``gost-numeric``, ``apa``…) with the project's locales.

    ``where`` is the place that names the style, for the message.  With ``journals`` the styles
    of journals are known too (``gost-notes``, ``apa-references``…).  Raises ``ProblemsFound``:
    ``unknown-style`` where there is no such style, ``broken-style`` where a style or a locale
    is not well-formed XML.
    """
    usual = style_names(templates)
    known = journal_style_names(templates) if journals else usual
    if name not in known:
        _stop(
            "unknown-style",
            f"unknown citation style `{name}`",
            where or Location(file=f"templates/{FOLDER}"),
            did_you_mean(name, known) or f"the styles are {', '.join(f'`{k}`' for k in known)}",
        )
    root = _parse(templates, f"{FOLDER if name in usual else JOURNALS}/{name}.csl")
    _slim(root)
    languages = []
    place = 1 + next((i for i, child in enumerate(root) if child.tag == f"{_NAMESPACE}info"), -1)
    for path in sorted((templates / FOLDER / "locales").glob("*.xml")):
        locale = _parse(templates, f"{FOLDER}/locales/{path.name}")
        _slim(locale)
        languages.append(locale.get(_LANGUAGE, ""))
        _merge(root, locale, place)
    unsorted = deepcopy(root)
    for sort in unsorted.findall(f"{_NAMESPACE}bibliography/{_NAMESPACE}sort"):
        cast(etree._Element, sort.getparent()).remove(sort)
    return Style(
        name=name,
        xml=_text(root),
        xml_unsorted=_text(unsorted),
        kind=_kind(root),
        initials=_initialises(root),
        languages=frozenset(languages),
        own_language=name in _IN_OWN_LANGUAGE,
    )


def _parse(templates: Path, file: str) -> etree._Element:
    try:
        # The files are the project's own; entities and the network stay out all the same.
        parser = etree.XMLParser(resolve_entities=False, no_network=True)
        return etree.fromstring((templates / file).read_bytes(), parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        where = Location(file=f"templates/{file}", line=line, column=column)
        _stop("broken-style", f"not well-formed XML: {error.msg}", where, "mend the file")


def _slim(root: etree._Element) -> None:
    """Take out comments, layout and the style's description: pandoc reads a style once a run."""
    etree.strip_tags(root, etree.Comment)
    for element in _elements(root):
        if len(element) and not (element.text or "").strip():
            element.text = None
        element.tail = None
    for info in root.findall(f"{_NAMESPACE}info"):
        for child in list(info):
            if child.tag not in (f"{_NAMESPACE}title", f"{_NAMESPACE}id", f"{_NAMESPACE}updated"):
                info.remove(child)
        if root.tag == f"{_NAMESPACE}locale":
            root.remove(info)


def _elements(root: etree._Element) -> Iterator[etree._Element]:
    yield from root.iter(etree.Element)


def _merge(style: etree._Element, locale: etree._Element, place: int) -> None:
    """Put a locale into a style, or into the style's own locale of the same language.

    What a style itself says of a term has the last word, as CSL rules for locales.
    """
    tag = locale.get(_LANGUAGE)
    own = next(
        (e for e in style.findall(f"{_NAMESPACE}locale") if e.get(_LANGUAGE) == tag),
        None,
    )
    if own is None:
        style.insert(place, locale)
        return
    theirs = own.find(f"{_NAMESPACE}terms")
    ours = locale.find(f"{_NAMESPACE}terms")
    if theirs is None:
        theirs = etree.SubElement(own, f"{_NAMESPACE}terms")
    said = {_term(term) for term in theirs}
    theirs.extend([term for term in (ours if ours is not None else ()) if _term(term) not in said])


def _term(element: etree._Element) -> tuple[str, str, str]:
    return (
        element.get("name", ""),
        element.get("form", "long"),
        element.get("gender-form", ""),
    )


def _kind(root: etree._Element) -> StyleKind:
    if root.get("class") == "note":
        return "note"
    for category in root.iterfind(f"{_NAMESPACE}citation//{_NAMESPACE}text"):
        if category.get("variable") == "citation-number":
            return "numeric"
    return "author-date"


def _initialises(root: etree._Element) -> bool:
    """Whether the first name of an author in the style is printed with initials."""
    for names in root.iter(f"{_NAMESPACE}names"):
        name = names.find(f"{_NAMESPACE}name")
        if "author" in names.get("variable", "").split() and name is not None:
            inherited = root.get("initialize-with")
            return (
                name.get("initialize-with", inherited) is not None
                and name.get("initialize") != "false"
            )
    return False


def _text(root: etree._Element) -> str:
    return etree.tostring(root, encoding="unicode")


def _stop(code: str, message: str, where: Location, hint: str) -> NoReturn:
    raise ProblemsFound([Problem(code=code, message=message, where=where, hint=hint)])
