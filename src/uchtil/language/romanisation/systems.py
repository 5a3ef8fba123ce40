"""The systems by their names, and `romanise`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from uchtil.language.romanisation.alalc import (
    ALA_LC_KAZAKH,
    ALA_LC_RUSSIAN,
    ALA_LC_UZBEK,
    without_ties,
)
from uchtil.language.romanisation.bgn import (
    BGN_KAZAKH,
    BGN_RUSSIAN,
    BGN_RUSSIAN_DOTTED,
    BGN_UZBEK,
    TRANSLIT_NET_BGN_RUSSIAN,
)
from uchtil.language.romanisation.bsi import BS_2979_RUSSIAN, BSI_RUSSIAN
from uchtil.language.romanisation.gost import GOST_B_RUSSIAN
from uchtil.language.romanisation.iso9 import ISO_9
from uchtil.language.romanisation.kazakh import KAZAKH_LATIN
from uchtil.language.romanisation.table import Table, is_cyrillic, words
from uchtil.language.tags import is_language_tag, locale_tag
from uchtil.language.uz.script import to_latin

_RU, _KK, _UZ = "ru-RU", "kk-KZ", "uz-Cyrl-UZ"


class NotRomanised(ValueError):
    """A text that a system cannot write in Latin letters; the message is for people."""


@dataclass(frozen=True, kw_only=True, slots=True)
class System:
    """A system of transliteration: its name, what people call it, its tables by language.

    A language that has a ``program`` is written by that instead of by a table.
    """

    name: str
    title: str
    tables: Mapping[str, Table]
    programs: Mapping[str, Callable[[str], str]] = field(default_factory=dict)

    @property
    def languages(self) -> tuple[str, ...]:
        """The full tags of the languages that it covers."""
        return (*self.tables, *self.programs)


def _systems(*systems: System) -> Mapping[str, System]:
    return MappingProxyType({system.name: system for system in systems})


SYSTEMS: Mapping[str, System] = _systems(
    System(
        name="iso-9",
        title="ISO 9:1995 (GOST 7.79-2000, system A)",
        tables={_RU: ISO_9, _KK: ISO_9, _UZ: ISO_9},
    ),
    System(
        name="gost-7.79-b",
        title="GOST 7.79-2000, system B",
        tables={_RU: GOST_B_RUSSIAN},
    ),
    System(
        name="bgn-pcgn",
        title="BGN/PCGN (Russian 1947, Kazakh 1979, Uzbek 2000)",
        tables={_RU: BGN_RUSSIAN, _KK: BGN_KAZAKH, _UZ: BGN_UZBEK},
    ),
    System(
        name="bgn-pcgn-dotted",
        title="BGN/PCGN 1947 with its optional dots",
        tables={_RU: BGN_RUSSIAN_DOTTED},
    ),
    System(
        name="translit-net-bgn",
        title="“BGN” of translit.net",
        tables={_RU: TRANSLIT_NET_BGN_RUSSIAN},
    ),
    System(
        name="ala-lc",
        title="ALA-LC, with ties",
        tables={_RU: ALA_LC_RUSSIAN, _KK: ALA_LC_KAZAKH, _UZ: ALA_LC_UZBEK},
    ),
    System(
        name="ala-lc-without-ties",
        title="ALA-LC, without ties",
        tables={
            _RU: without_ties(ALA_LC_RUSSIAN),
            _KK: without_ties(ALA_LC_KAZAKH),
            _UZ: without_ties(ALA_LC_UZBEK),
        },
    ),
    System(
        name="bs-2979",
        title="British Standard 2979:1958",
        tables={_RU: BS_2979_RUSSIAN},
    ),
    System(
        name="bsi",
        title="“BSI” of translit.net",
        tables={_RU: BSI_RUSSIAN},
    ),
    System(
        name="kazakh-latin",
        title="the Kazakh Latin alphabet of 2018",
        tables={_KK: KAZAKH_LATIN},
    ),
    System(
        name="uzbek-latin",
        title="the Uzbek Latin alphabet of 1995",
        tables={},
        programs={_UZ: to_latin},
    ),
)
"""Every system, by its name; the modules of the tables tell their sources."""


def covers(system: str, language: str) -> bool:
    """Whether a system has a table for a language; ``KeyError`` for an unknown system."""
    return is_language_tag(language) and locale_tag(language) in SYSTEMS[system].languages


def romanise(text: str, system: str, language: str) -> str:
    """Return a text in a language (a BCP 47 tag) in Latin letters by a system, as NFC.

    What is not Cyrillic stays as it is.  A word with letters that the language lacks is taken
    for one of another language that the system covers (``Қазақстан`` in a Russian title): for
    Russian if all its letters are Russian, else for those that have its letters, if they agree.

    Raises ``KeyError`` for an unknown system and ``NotRomanised`` where it has no table for the
    language or no letter for a Cyrillic one: no Cyrillic letter is ever left.
    """
    chosen = SYSTEMS[system]
    if not covers(system, language):
        raise NotRomanised(f"`{system}` has no table for `{language}`")
    tag = locale_tag(language)
    text = unicodedata.normalize("NFC", text)
    program = chosen.programs.get(tag)
    made = program(text) if program else _by_tables(text, chosen, tag)
    made = unicodedata.normalize("NFC", made)
    if cyrillic_in(made):
        left = ", ".join(f"`{word[0]}`" for word in words(made) if cyrillic_in(word[0]))
        raise NotRomanised(f"`{system}` has no letters for {left or cyrillic_in(made)}")
    return made


def cyrillic_in(text: str) -> str:
    """Return the Cyrillic letters of a text, each once, in their order."""
    return "".join(dict.fromkeys(letter for letter in text if is_cyrillic(letter)))


def _by_tables(text: str, system: System, language: str) -> str:
    made, end = [], 0
    for match in words(text):
        made += [text[end : match.start()], _word(match, system, language)]
        end = match.end()
    return "".join([*made, text[end:]])


def _word(match: re.Match[str], system: System, language: str) -> str:
    word = match[0]
    if not cyrillic_in(word):
        return word
    among_capitals = len(word) == 1 and _among_capitals(match)
    own = system.tables[language]
    tables = [each for each in (own, system.tables.get(_RU)) if each and each.has(word)][:1]
    tables = tables or [each for each in system.tables.values() if each.has(word)]
    found = {each.word(word, among_capitals=among_capitals) for each in tables}
    # what no table has, or two have differently, stays and is told by the caller
    return found.pop() if len(found) == 1 else word


def _among_capitals(match: re.Match[str]) -> bool:
    """Whether a word of one letter is no initial, and the word beside it is in capitals."""
    text = match.string
    if text.startswith(".", match.end()):
        return False
    after = next(words(text[match.end() :]), None)
    beside = after or next(iter([*words(text[: match.start()])][-1:]), None)
    return beside is not None and beside[0].isupper()
