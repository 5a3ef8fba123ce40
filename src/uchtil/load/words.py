"""``content/words.txt``: words that are right though no dictionary has them.

One word a line, sorted, under the code of its language in square brackets; ``#`` begins a
comment.  Endings need not be listed: a word stands for its forms.  Under ``[uz-cyrl]`` stand
Uzbek words as Cyrillic spells them, where the rules would not make that of their Latin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from uchtil.language import TRANSLITERATED
from uchtil.language.uz.script import to_latin
from uchtil.load.files import read_text
from uchtil.problems import Location, Problems

WORDS_PATH = "content/words.txt"

_HEAD = re.compile(r"\[(?P<language>[^\]]*)\]")


def read_words(
    root: Path, languages: Sequence[str], problems: Problems
) -> Mapping[str, Mapping[str, Location]]:
    """Return the words of each language with their places; none where there is no file.

    Problems: ``word-list`` (an unknown language, a word before any, a phrase), and warnings
    ``word-order`` and ``duplicate-word``.
    """
    found: dict[str, dict[str, Location]] = {code: {} for code in languages}
    if not (root / WORDS_PATH).exists():
        return found
    text = read_text(root, WORDS_PATH, problems)
    language = ""
    last = ""
    for number, line in enumerate((text or "").split("\n"), start=1):
        word = line.partition("#")[0].strip()
        where = Location(file=WORDS_PATH, line=number)
        head = _HEAD.fullmatch(word)
        if head:
            language, last = head["language"], ""
            if TRANSLITERATED.get(language, language) not in found:
                problems.error(
                    "word-list",
                    f"`[{language}]` is no language of the review",
                    where,
                    f"its languages are {', '.join(languages)}",
                )
        elif word and not language:
            problems.error(
                "word-list",
                f"`{word}` stands before any language",
                where,
                f"write [{languages[0]}] on a line above it",
            )
        elif len(word.split()) > 1:
            problems.error(
                "word-list", f"`{word}` is more than one word", where, "give each a line"
            )
        elif word and language in found:
            _add(word, last, found[language], where, problems)
            last = word
        elif word and TRANSLITERATED.get(language) in found:
            found[TRANSLITERATED[language]].setdefault(to_latin(word), where)
    return found


def read_spelt(root: Path, language: str) -> Iterator[str]:
    """Yield the words that stand under one language; what is wrong is told by `read_words`."""
    path = root / WORDS_PATH
    text = (read_text(root, WORDS_PATH, Problems()) if path.exists() else None) or ""
    head = ""
    for line in text.split("\n"):
        word = line.partition("#")[0].strip()
        if found := _HEAD.fullmatch(word):
            head = found["language"]
        elif word and head == language:
            yield word


def _add(
    word: str, last: str, words: dict[str, Location], where: Location, problems: Problems
) -> None:
    if word in words:
        problems.warning(
            "duplicate-word",
            f"`{word}` stands twice, first in line {words[word].line}",
            where,
            "delete it",
        )
    elif last and word.lower() < last.lower():
        problems.warning("word-order", f"`{word}` stands behind `{last}`", where, "sort the words")
    words.setdefault(word, where)
