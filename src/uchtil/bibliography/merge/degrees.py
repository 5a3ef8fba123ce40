"""Keys of BibLaTeX for kinds of theses and reports, in words of the work's language.

``type = {phdthesis}`` and ``@phdthesis`` are keys that BibLaTeX puts into words when it sets a
bibliography.  Our field ``type`` is printed as it stands, so the words are written here.
"""

from __future__ import annotations

from collections.abc import Mapping

_LANGUAGES = ("en", "ru", "uz-Latn", "uz-Cyrl")

_WORDS: Mapping[str, tuple[str, str, str, str]] = {
    "phdthesis": ("PhD thesis", "диссертация PhD", "PhD dissertatsiyasi", "PhD диссертацияси"),
    "candthesis": (
        "Candidate of Sciences thesis",
        "кандидатская диссертация",
        "nomzodlik dissertatsiyasi",
        "номзодлик диссертацияси",
    ),
    "mathesis": (
        "Master’s thesis",
        "магистерская диссертация",
        "magistrlik dissertatsiyasi",
        "магистрлик диссертацияси",
    ),
    "bathesis": (
        "Bachelor’s thesis",
        "бакалаврская работа",
        "bakalavrlik bitiruv ishi",
        "бакалаврлик битирув иши",
    ),
    "techreport": (
        "technical report",
        "технический отчёт",
        "texnik hisobot",
        "техник ҳисобот",
    ),
    "resreport": (
        "research report",
        "отчёт об исследовании",
        "tadqiqot hisoboti",
        "тадқиқот ҳисоботи",
    ),
}
"""Each key with its words in the order of `_LANGUAGES`."""

_OTHERWISE: Mapping[str, str] = {
    "mastersthesis": "mathesis",
    "masterthesis": "mathesis",
    "bachelorsthesis": "bathesis",
    "bachelorthesis": "bathesis",
}
"""Entry types and habits that mean a key."""


def is_key(text: str) -> bool:
    """Whether a value of ``type``, or an entry type, is a key that stands for words."""
    name = text.strip().lower()
    return _OTHERWISE.get(name, name) in _WORDS


def in_words(text: str, language: str) -> str:
    """Return the words of a key in a language; nothing where we have none."""
    name = text.strip().lower()
    words = _WORDS.get(_OTHERWISE.get(name, name))
    tag = "-".join(language.split("-")[:2]) if language.startswith("uz") else language[:2]
    return words[_LANGUAGES.index(tag)] if words and tag in _LANGUAGES else ""
