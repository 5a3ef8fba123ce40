"""Uzbek hyphenation for WeasyPrint, whose hyphenator knows Russian and English alone.

The dictionaries are made by ``uchtil.language.patterns``.
"""

from __future__ import annotations

from pathlib import Path

LATIN_NAME = "uz_Latn"
CYRILLIC_NAME = "uz_Cyrl"

_DICTIONARIES = {LATIN_NAME: LATIN_NAME, "uz": LATIN_NAME, CYRILLIC_NAME: CYRILLIC_NAME}
"""The name that Pyphen looks up, and the dictionary that answers it."""


def file_name(dictionary: str) -> str:
    """Return the file name of a dictionary: ``hyph_uz_Latn.dic``."""
    return f"hyph_{dictionary}.dic"


def register_hyphenation(folder: Path | None = None) -> None:
    """Make the Uzbek patterns known to Pyphen, and so to WeasyPrint.

    ``folder`` holds the dictionaries (``templates/hyphenation``; by default the one that
    came with the program).  A tag such as ``uz-Latn-UZ`` is looked up part by part from
    its end, so that ``uz_Latn`` answers it; plain ``uz`` is Latin.

    Raises ``FileNotFoundError`` if a dictionary is missing, since without it Uzbek would
    go unhyphenated without a word.
    """
    import pyphen

    folder = folder or _shipped_folder()
    for name, dictionary in _DICTIONARIES.items():
        path = folder / file_name(dictionary)
        if not path.is_file():
            raise FileNotFoundError(path)
        pyphen.LANGUAGES[name] = path
        pyphen.LANGUAGES_LOWERCASE[name.lower()] = name


def _shipped_folder() -> Path:
    program = Path(__file__).resolve().parents[1]
    inside = program / "_templates"
    templates = inside if inside.is_dir() else program.parents[1] / "templates"
    return templates / "hyphenation"
