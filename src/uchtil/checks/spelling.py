"""Words that no dictionary has (``misspelt-word``, ``misspelt-name``: warnings).

A word in capitals that is like an accepted name is told as that name (``checks.slips``).

Russian and English are looked up by hunspell.  Uzbek has no such dictionary in Latin script:
there a word is known when its endings leave a stem of ``dictionaries/uz.txt``
(``uchtil.language.uz.suffixes``).  Right besides are the review's own ``content/words.txt``,
and the forms of ``names.yaml``, each with its endings.

Not looked at: what ``uchtil.load.texts`` blots out, endings written behind an expression, words
in the other script, abbreviations in capitals, what a remark quotes from a source, and names
given as some source spells them.

What a dictionary says of a word is kept in the user's own cache folder, by the dictionary's
fingerprint: the second time, nothing but new words is looked up, and no dictionary is read
where there is none.
"""

from __future__ import annotations

import contextlib
import difflib
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Protocol

from uchtil.checks.names import Anchors, bare
from uchtil.checks.orthography.quotation_marks import without_quotations
from uchtil.checks.slips import Slip, Slips
from uchtil.language import TRANSLITERATED, language
from uchtil.language.orthography import CYRILLIC, Orthography
from uchtil.language.uz.suffixes import is_formed
from uchtil.language.uz.writing import Writing
from uchtil.load.texts import FILL, Text
from uchtil.model import Project
from uchtil.problems import Location, Problems
from uchtil.render.cyrillic import writing_of

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+(?:[ʻʼ’'‘`\u2011-]{_LETTER}+)*ʻ?")
_SIGN = re.compile("[ʻʼ’'‘`]")
_ABBREVIATION = re.compile(
    r"(?:[A-Z]{2,}|[А-ЯЁЎҚҒҲ]{2,})(?:[a-zʻʼа-я]{1,5}|’s)?|[A-Z][a-z]?[A-Z]\w*"
)
_LATIN = re.compile(r"[A-Za-z]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_CLOSING = tuple("”’»*)")
_MOST_SUGGESTIONS = 12
"""Hunspell takes up to half a second for one word; beyond these, words are told without."""


_KEPT = 8
"""So many suggestions are kept, for the review to choose from."""


class Speller(Protocol):
    """Knows the words of one language."""

    def knows(self, word: str) -> bool:
        """Whether a word, as it is written, is right."""
        ...

    def suggest(self, word: str) -> list[str]:
        """Return right words that are like a wrong one, the likeliest first."""
        ...


@dataclass(frozen=True, kw_only=True, slots=True)
class SpellingReport:
    """How many distinct words were looked up, and how many of them are known."""

    words: Mapping[str, int]
    unknown: Mapping[str, int]

    def summary(self) -> str:
        """Return one line that tells it."""
        told = ", ".join(
            f"{count - self.unknown[code]} of {count} in {language(code).orthography.name}"
            for code, count in self.words.items()
        )
        return f"words known: {told}"


@dataclass(slots=True)
class _Met:
    text: Text
    offset: int
    times: int = 1

    @property
    def where(self) -> Location:
        return self.text.place(self.offset)


def check_spelling(
    project: Project,
    texts: Iterable[Text],
    words: Mapping[str, Mapping[str, Location]],
    folder: Path,
    problems: Problems,
) -> SpellingReport:
    """Tell each unknown word once, where it first stands.

    ``words`` is what ``load.words`` read; ``folder`` holds the dictionaries.  What was told as a
    wrong name (``name-form``) is not told again.
    """
    found: dict[str, dict[str, _Met]] = {}
    anchors = Anchors(project)
    told = {problem.where for problem in problems if problem.code == "name-form"}
    for text in texts:
        words_of = found.setdefault(text.language, {})
        quoted = anchors.or_spellings(text)
        for word, offset in _words(text):
            if quoted and bare(word) in quoted:
                continue
            known = words_of.get(word)
            if known is None:
                words_of[word] = _Met(text, offset)
            else:
                known.times += 1
    counts: dict[str, int] = {}
    unknown: dict[str, int] = {}
    for code, words_of in found.items():
        accepted = accepted_keys(code, project, words.get(code, {}))
        speller = _Remembering(code, folder)
        keys = language(code).inflection.keys
        wrong = [
            word
            for word, met in words_of.items()
            if not speller.knows(word)
            and not _accepted(word, accepted, keys, speller.knows)
            and met.where not in told
        ]
        slips = Slips(code, project)
        shown = _Shown(project)
        asked = 0
        for word in sorted(wrong, key=lambda each: words_of[each].where):
            met = words_of[word]
            if slip := slips.find(word):
                slip = replace(slip, right=shown(slip.right, met))
                _tell_name(code, shown(word, met), met, slip, problems)
                continue
            asked += 1
            near = speller.suggest(word) if asked <= _MOST_SUGGESTIONS else []
            # Of what is as likely, the review means what it says elsewhere.
            near.sort(key=lambda each: each not in words_of or each in wrong)
            right = [shown(each, met) for each in near[:1]]
            _tell(code, shown(word, met), met, right, problems)
        speller.keep()
        counts[code], unknown[code] = len(words_of), len(wrong)
    return SpellingReport(words=counts, unknown=unknown)


class _Shown:
    """Shows words in the script of their file: Cyrillic Uzbek is looked up as its Latin."""

    def __init__(self, project: Project) -> None:
        self._project = project

    def __call__(self, word: str, met: _Met) -> str:
        uzbek = met.text.language in TRANSLITERATED.values()
        return self._writing.cyrillic(word) if uzbek and met.text.turned else word

    @cached_property
    def _writing(self) -> Writing:
        return writing_of(self._project)


def _tell(code: str, word: str, met: _Met, near: list[str], problems: Problems) -> None:
    times = "" if met.times == 1 else f" ({met.times} times)"
    add = "if it is right, add it to content/words.txt"
    problems.warning(
        "misspelt-word",
        f"`{word}` is not a known {language(code).orthography.name} word{times}",
        met.where,
        f"did you mean `{near[0]}`? {add}" if near else add,
    )


def _tell_name(code: str, word: str, met: _Met, slip: Slip, problems: Problems) -> None:
    times = "" if met.times == 1 else f" ({met.times} times)"
    name = f', or {{{{ name("{slip.name}") }}}}' if slip.name else ""
    problems.warning(
        "misspelt-name",
        f"`{word}` is like the {language(code).orthography.name} name `{slip.right}`, and no "
        f"word or form of a name{times}",
        met.where,
        f"write `{slip.right}` with its ending{name}; if it is another name, add it to "
        "content/names.yaml",
    )


def accepted_keys(code: str, project: Project, words: Iterable[str]) -> frozenset[str]:
    """Return the keys of all words that are right by the review's own word.

    These are its list, the names, its authors, and what its sources are called.
    """
    key = language(code).inflection.key
    right = set(words)
    given = [forms for name in project.names.values() for forms in (name.forms, name.short or {})]
    given += [author.name for author in project.review.authors]
    given += [source.label for source in project.sources.values()]
    for forms in given:
        right.update(_WORD.findall(forms.get(code, "")))
    parts = {part for word in right for part in (word, *re.split("[-\u2011–]", word)) if part}
    return frozenset(key(part) for part in parts) | {
        key(part[0].upper() + part[1:]) for part in parts
    }


def _accepted(
    word: str,
    accepted: frozenset[str],
    keys: Callable[[str], frozenset[str]],
    knows: Callable[[str], bool],
) -> bool:
    if not accepted.isdisjoint(keys(word)):
        return True
    parts = re.split("[-\u2011]", word)
    return len(parts) > 1 and all(
        knows(part) or not accepted.isdisjoint(keys(part)) for part in parts
    )


def _words(text: Text) -> Iterator[tuple[str, int]]:
    """Yield the words that are to be looked up, and where they begin in the slice."""
    if text.field in ("spellings", "words"):
        return
    orthography = language(text.language).orthography
    prose = text.prose
    if text.file == "content/remarks.yaml":
        prose = without_quotations(prose, orthography)
    strange = _LATIN if orthography.script == CYRILLIC else _CYRILLIC
    for found in _WORD.finditer(prose):
        word = found[0]
        start, end = found.span()
        beside = prose[start - 1 : start] + prose[end : end + 1]
        if FILL in beside or len(word) == 1 or "_" in beside or strange.search(word):
            continue
        if beside == "&;":
            continue  # an entity of HTML is another check's matter
        if beside[:1] in _CLOSING or word in ("oʻ", "gʻ"):
            continue  # an ending behind a quotation, or the name of a letter
        before = prose[max(0, start - 2) : start]
        if before[-1:] == "-" and (before[0] == FILL or before[0].isdigit()):
            continue  # 1998-yilda, 30-летие
        if len(word) < 4 and beside[1:] == ".":
            continue  # an abbreviation
        if any(each.isdigit() for each in beside) or _ABBREVIATION.fullmatch(word):
            continue
        yield _with_right_signs(word, orthography), start


def _with_right_signs(word: str, orthography: Orthography) -> str:
    """Return a word with its language's apostrophes: wrong ones are another check's matter."""
    letters, special = orthography.apostrophe_after
    right = orthography.apostrophe

    def mended(found: re.Match[str]) -> str:
        if found[0] in "ʻʼ" and not special:
            return found[0]  # an Uzbek word in a text of another language
        return special if word[found.start() - 1] in letters else right or found[0]

    return _SIGN.sub(mended, word)


# ------------------------------------------------------------------ dictionaries


class _Remembering:
    """A dictionary that is read only for words that it was not asked for before."""

    def __init__(self, code: str, folder: Path) -> None:
        self._code = code
        self._folder = folder
        self._path = _cache_path(code, folder)
        self._known: dict[str, list[str] | bool] = _read_cache(self._path)
        self._changed = False

    @cached_property
    def _speller(self) -> Speller:
        return _SPELLERS.get(self._code, Hunspell)(self._code, self._folder)

    def knows(self, word: str) -> bool:
        said = self._known.get(word)
        if said is None:
            said = self._known[word] = self._speller.knows(word)
            self._changed = True
        return said is True

    def suggest(self, word: str) -> list[str]:
        said = self._known.get(word)
        if not isinstance(said, list):
            said = self._known[word] = self._speller.suggest(word)
            self._changed = True
        return said

    def keep(self) -> None:
        """Write down what was learnt; a full or read-only disk costs time, and no more."""
        if not self._changed or self._path is None:
            return
        with contextlib.suppress(OSError):
            with tempfile.NamedTemporaryFile(
                "w", encoding="utf-8", dir=self._path.parent, delete=False
            ) as file:
                json.dump(self._known, file, ensure_ascii=False)
            Path(file.name).replace(self._path)


def _cache_path(code: str, folder: Path) -> Path | None:
    """Return the file that remembers what this very dictionary says."""
    digest = hashlib.sha256()
    endings = Path(__file__).parents[1] / "language" / "uz" / "suffixes.py"
    for path in (*sorted(folder.glob(f"{code}.*")), endings, Path(__file__)):
        digest.update(path.read_bytes())
    try:
        base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        place = base / "uchtil" / "spelling"
        if not base.is_absolute():
            return None
        place.mkdir(mode=0o700, parents=True, exist_ok=True)
    except (OSError, RuntimeError):  # no home
        return None
    return place / f"{code}-{digest.hexdigest()[:16]}.json"


def _read_cache(path: Path | None) -> dict[str, list[str] | bool]:
    if path is None or not path.exists():
        return {}
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


class Hunspell:
    """A hunspell dictionary: ``<code>.aff`` and ``<code>.dic``."""

    def __init__(self, code: str, folder: Path) -> None:
        from hunspell import Hunspell as Library

        self._library = Library(code, hunspell_data_dir=str(folder), system_encoding="UTF-8")

    def knows(self, word: str) -> bool:
        """Whether hunspell knows the word."""
        return bool(self._library.spell(_typed(word)))

    def suggest(self, word: str) -> list[str]:
        """Return hunspell's suggestions."""
        near: Iterable[str] = self._library.suggest(_typed(word))
        alike = [each.replace("'", "’") for each in near if _alike(each, word)]
        return sorted(alike, key=lambda each: not each.isalpha())[:_KEPT]


def _alike(near: str, word: str) -> bool:
    """Whether a suggestion may be what was meant: the library also guesses wildly."""
    return difflib.SequenceMatcher(None, near.lower(), word.lower()).ratio() >= 0.8


def _typed(word: str) -> str:
    return word.replace("’", "'").replace("\u2011", "-")


class Uzbek:
    """A list of stems, and the endings of Uzbek."""

    def __init__(self, code: str, folder: Path) -> None:
        files = (folder / f"{code}.txt", folder / f"{code}.more.txt")
        lines = (line for path in files for line in path.read_text(encoding="utf-8").split("\n"))
        self._stems = frozenset(line for line in lines if len(line) > 1 and line[0] != "#")

    def knows(self, word: str) -> bool:
        """Whether the word's endings, or those of all its parts, leave known stems."""
        return all(
            part in ("yu", "u", "ku", "da", "chi") or is_formed(part, self._stems.__contains__)
            for part in word.lower().replace("\u2011", "-").split("-")
        )

    def suggest(self, word: str) -> list[str]:
        """Return known words one letter away, or else the nearest stem."""
        capital = word[0].isupper()
        low = word.lower()
        near = [each for each in _one_letter_away(low) if self.knows(each)]
        near.sort(key=lambda each: each not in self._stems)
        near = near or difflib.get_close_matches(low, sorted(self._stems), n=1, cutoff=0.75)
        return [each[0].upper() + each[1:] if capital else each for each in near][:3]


_LETTERS = (*"abdefghijklmnopqrstuvxyz", "oʻ", "gʻ", "ʼ")


def _one_letter_away(word: str) -> list[str]:
    cuts = [(word[:at], word[at:]) for at in range(len(word) + 1)]
    swaps = [a + b[1] + b[0] + b[2:] for a, b in cuts if len(b) > 1]
    deletes = [a + b[1:] for a, b in cuts if b]
    replaces = [a + letter + b[1:] for a, b in cuts if b for letter in _LETTERS]
    inserts = [a + letter + b for a, b in cuts for letter in _LETTERS]
    return list(dict.fromkeys([*deletes, *swaps, *replaces, *inserts]))


_SPELLERS: Mapping[str, Callable[[str, Path], Speller]] = {"uz": Uzbek}
