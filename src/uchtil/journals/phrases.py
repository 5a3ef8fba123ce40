"""What the checklist says: English sentences that can be written in the manuscript's language.

A phrase is its English text, so that it serves as the message of a problem or as data like any
other.  It keeps what it was made of, and `written` says the same in another language, by the
table in `wording`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from uchtil.journals.wording import NOUNS, WORDING
from uchtil.language import TRANSLITERATED, language, metadata_terms
from uchtil.model.profiles import Note

_PLACE = re.compile(r"\{(\w+)(?::(\w+))?(?:,(\w+))?\}")
_KEPT = re.compile(
    r"(\{\w[^{}\s]*\}|`[^`]*`|\b(?!UOʻK)[A-Z]{2,}[\w.-]*|BibLaTeX|CRediT|Crossref|Zenodo|PhD|"
    r"https?://\S+|[\w/]+\.yaml)"
)
"""What is not written in other letters: places, code, names of formats, addresses."""


class Phrase(str):
    """A sentence with places (``{count} words``) and what stands in them."""

    __slots__ = ("given", "template")
    template: str
    given: Mapping[str, Any]

    def __new__(cls, template: str, /, **given: Any) -> Phrase:  # noqa: ANN401 (what `_said` knows)
        """Make a phrase; in its places stand texts, phrases, numbers, or several of them."""
        made = super().__new__(cls, _filled(template, given, "en"))
        made.template, made.given = template, given
        return made

    def written(self, code: str) -> str:
        """Return the phrase in a language; English where the table does not have it."""
        return _filled(_template(self.template, code), self.given, code)


class Noun(str):
    """What is counted, in English and in the plural: a key of `NOUNS`."""

    __slots__ = ()


class Tongue(str):
    """A language, by its English name."""

    __slots__ = ("code",)
    code: str

    def __new__(cls, code: str) -> Tongue:
        """Make the name of the language of this code."""
        made = super().__new__(cls, language("en").terms.languages(metadata_terms(code).tag))
        made.code = code
        return made


def written(text: str, code: str) -> str:
    """Return a text in a language, if it is a phrase; else as it is."""
    return text.written(code) if isinstance(text, Phrase) else text


def _filled(template: str, given: Mapping[str, Any], code: str) -> str:
    def place(match: re.Match[str]) -> str:
        name, form, of = match.groups()
        if name not in given:
            return match[0]
        return _said(given[name], code, form or "", given.get(of or ""))

    return _PLACE.sub(place, template)


def _said(value: object, code: str, form: str, number: object) -> str:
    base = TRANSLITERATED.get(code, code)
    if isinstance(value, Phrase):
        said = value.written(code)
        return said.lower() if form == "lower" else said
    if isinstance(value, Noun):
        noun = _inflected(value, base, form, number)
        return noun if base == code else _cyrillic()(noun)
    if isinstance(value, Tongue):
        name = language(code).terms.languages(metadata_terms(value.code).tag)
        return re.sub(r"ий\b", "ом", name) if (base, form) == ("ru", "in") else name
    if isinstance(value, (list, tuple)):
        return ", ".join(_said(each, code, form, number) for each in value)
    if isinstance(value, (Decimal, float)) and code != "en":
        return str(value).replace(".", ",")
    return str(value)


def _inflected(noun: Noun, code: str, form: str, number: object) -> str:
    """Return a noun as its number demands: ``1 слово``, ``не менее 2 слов``."""
    if code == "en":
        return noun
    uzbek, *russian = NOUNS[noun]
    if code != "ru":
        return uzbek
    if number is None:
        return russian[2]
    count = int(str(number))
    one = count % 10 == 1 and count % 100 != 11
    few = count % 10 in (2, 3, 4) and count % 100 not in (12, 13, 14)
    if form == "gen":
        return russian[1 if one else 2]
    return russian[0 if one else 1 if few else 2]


@cache
def _template(template: str, code: str) -> str:
    if code == "en" or template not in WORDING:
        return template
    base = TRANSLITERATED.get(code, code)
    uzbek, russian = WORDING[template]
    if base == "ru":
        return russian
    if base == code:
        return uzbek
    return _in_cyrillic(uzbek)


def noted(note: Note, code: str) -> str:
    """Return what a profile says to the author, in the language and script ``code``."""
    said = note.said(code)
    base = TRANSLITERATED.get(code)
    return _in_cyrillic(said) if base in note.text and code not in note.text else said


def _in_cyrillic(text: str) -> str:
    write = _cyrillic()
    return "".join(part if _KEPT.fullmatch(part) else write(part) for part in _KEPT.split(text))


def _cyrillic() -> Callable[[str], str]:
    from uchtil.language.uz.writing import Writing  # costly, and rarely wanted

    return Writing().cyrillic
