"""The entry that is proposed for a new source: what is certain, and what is missing, marked.

Certain is the language, which is recognised, and nothing else.  The title is a guess and says
so; author and date are never taken from what a file says of itself, since programs write that:
it stands beside, as a hint.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from uchtil.intake.texts import SourceText
from uchtil.language.recognition import PROFILES, UNKNOWN
from uchtil.language.romanisation import NotRomanised, romanise
from uchtil.language.tags import is_language_tag, locale_tag
from uchtil.language.uz.script import to_latin

SHORT_TAGS: Mapping[str, str] = {
    "uz-Latn-UZ": "uz-Latn",
    "uz-Cyrl-UZ": "uz-Cyrl",
    "ru-RU": "ru",
    "kk-KZ": "kk",
    "en-GB": "en",
}
"""How the bibliography writes the tags of the languages that are recognised."""

_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)")
_APOSTROPHE = "['`´‘’‛“”„‟′ʻʼ]"
_O_OR_G = re.compile(rf"(?<=[OoGg]){_APOSTROPHE}(?=\w|\Z|\s)")
_TUTUQ = re.compile(rf"(?<=[^\W\d_]){_APOSTROPHE}(?=[^\W\d_])")
_LETTERS_WITHOUT_PARTS = str.maketrans(
    {"ı": "i", "ə": "a", "ß": "ss", "ø": "o", "đ": "d", "ł": "l"}
)
_LONG = 5
"""A word of so many letters tells works of an author apart."""
_HINTS = ("title", "author", "date", "journal", "site", "doi")


@dataclass(frozen=True, kw_only=True, slots=True)
class ProposedEntry:
    """An entry as it would stand in ``references.bib``, with comments; ``missing`` fields."""

    key: str
    entry: str
    missing: tuple[str, ...]


def propose_entry(source: SourceText, existing: Collection[str]) -> ProposedEntry:
    """Return the entry that is proposed for a source of which nothing else is known.

    ``existing`` are the keys that there are.
    """
    title = _title(source)
    key = propose_key("", "", title, source.language, existing)
    fields = {}
    missing = ["author", "date"]
    remarks = ["what kind of work it is (@misc says nothing)"]
    if title:
        fields["title"] = title
        if title.isupper():
            remarks.append("the capitals of the title")
    else:
        missing.insert(0, "title")
    tag = SHORT_TAGS.get(source.language)
    if tag is not None:
        fields["langid"] = tag
    else:
        missing.append("langid")
    lines = [f"% missing: {', '.join(missing)}"]
    if title:
        lines.append("% guessed, by where it stands: title")
    lines.append(f"% to be looked at: {', '.join(remarks)}")
    hints = [
        f"{name} “{_one_line(source.metadata[name])}”"
        for name in _HINTS
        if source.metadata.get(name) and source.metadata[name] != source.title_guess
    ]
    if hints:
        lines.append(f"% what the file says of itself, unseen by anybody: {'; '.join(hints)}")
    lines.append(f"@misc{{{key},")
    width = max((len(name) for name in fields), default=0)
    lines += [f"  {name:<{width}} = {{{value}}}," for name, value in fields.items()]
    lines.append("}")
    return ProposedEntry(key=key, entry="\n".join(lines) + "\n", missing=tuple(missing))


def propose_key(
    family: str, year: str, title: str, language: str, existing: Collection[str]
) -> str:
    """Return a key by the conventions of docs/bibliography.md that no entry has yet.

    Family name and year; without an author ``anon`` and a word of the title.  Where another
    entry has it, a word of the title is added, then a number.
    """
    head = _plain(family, language) or "anon"
    found = _YEAR.search(year)
    word = _word(title, language)
    base = head + (found[0] if found else "")
    if head == "anon" and word:
        base = f"{base}-{word}"
    tries = [base]
    if head != "anon" and word:
        tries.append(f"{base}-{word}" if base == head else base + word)
    taken = set(existing)
    for each in tries:
        if each not in taken:
            return each
    number = 2
    while f"{tries[-1]}-{number}" in taken:
        number += 1
    return f"{tries[-1]}-{number}"


def _title(source: SourceText) -> str:
    title = _one_line(source.title_guess)
    if source.language == "uz-Latn-UZ":
        title = _O_OR_G.sub("ʻ", _TUTUQ.sub("ʼ", title))
    return re.sub(r"([&%$#_])", r"\\\1", title)


def _one_line(text: str) -> str:
    """Return a text without what would end a value or a line of BibTeX."""
    return " ".join(re.sub(r"[{}\\]|[^\S ]", " ", text).split())


def _word(title: str, language: str) -> str:
    """Return the first long word of a title that is not one of the commonest."""
    common = {word for profile in PROFILES if profile.tag == language for word in profile.words}
    words = [
        word
        for word in re.findall(r"[^\W\d_](?:['`‘’ʻʼ]?[^\W\d_])*", title)
        if word.lower() not in common
    ]
    chosen = next((word for word in words if len(word) >= _LONG), next(iter(words), ""))
    return _plain(chosen, language)


def _plain(text: str, language: str) -> str:
    """Return a word in letters a to z."""
    latin = text
    if re.search("[\u0400-\u04ff]", text):
        latin = _in_latin(text, language)
    bare = unicodedata.normalize("NFKD", latin.lower().translate(_LETTERS_WITHOUT_PARTS))
    return re.sub("[^a-z0-9]", "", bare)


def _in_latin(text: str, language: str) -> str:
    tag = locale_tag(language) if language != UNKNOWN and is_language_tag(language) else ""
    if tag.startswith("uz"):
        return to_latin(text)
    for tried in dict.fromkeys((tag, "ru-RU", "kk-KZ", "uz-Cyrl-UZ")):
        if tried:
            try:
                return romanise(text, "bgn-pcgn", tried)
            except NotRomanised:
                continue
    return ""
