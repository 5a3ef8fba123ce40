"""Names in prose that are not the accepted form of their language (``name-form``, a warning).

``content/names.yaml`` has the accepted forms.  Told are, with any ending: another language's
form, a spelling met in a source, and what differs from an accepted form only as transliterations
differ (x for h, q for k, o for a, doubled letters), so that an edition has one form of a name.

Not looked at: what stands in quotation marks (titles, words of a source), ``names.yaml`` itself,
and in a remark the words of its own passages: it may be about them.
"""

from __future__ import annotations

import difflib
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from uchtil.checks.orthography.quotation_marks import without_quotations
from uchtil.language import language
from uchtil.language.forms import Inflection
from uchtil.language.orthography import CYRILLIC
from uchtil.load.texts import FILL, Text
from uchtil.model import Name, Project
from uchtil.problems import Problems

_LETTER = r"[^\W\d_]"
_WORD = re.compile(rf"{_LETTER}+(?:[ʻʼ’'‘-]{_LETTER}+)*ʻ?")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_LATIN = re.compile(r"[A-Za-z]")
_APOSTROPHES = re.compile("['‘’`„ʻʼ]")
_O_AND_G = re.compile("(?<=[oOgG])['‘’`„]")
"""What sources print where Uzbek has ʻ: a wrong sign is another check's matter."""

_SHORTEST = 4
"""Letters of a word that can be told to be a name's variant."""

_SKELETON = (
    ("kh", "h"), ("gh", "g"), ("zh", "j"), ("dj", "j"), ("ye", "e"), ("x", "h"), ("q", "k"),
    ("y", "i"), ("o", "a"), ("u", "a"), ("ё", "е"), ("э", "е"), ("й", "и"), ("ы", "и"), ("о", "а"),
    ("ъ", ""), ("ь", ""), ("ў", "у"), ("қ", "к"), ("ғ", "г"), ("ҳ", "х"),
)  # fmt: skip


@dataclass(frozen=True, kw_only=True, slots=True)
class _Wrong:
    """One wrong form: its words, the accepted form instead, and why it is wrong."""

    words: tuple[str, ...]
    right: str
    name: str
    why: str


def check_names(project: Project, texts: Iterable[Text], problems: Problems) -> None:
    """Tell names that are not accepted forms, with the accepted one."""
    checkers = {code: _Checker(code, project) for code in project.review.languages}
    anchors = Anchors(project)
    for text in texts:
        if text.file == "content/names.yaml" or text.language not in checkers:
            continue
        checkers[text.language].check(text, anchors.of(text), problems)


class Anchors:
    """What a remark may be about, right or wrong: the words of the passages of each remark.

    A remark is found by the lines that it has in its file.
    """

    def __init__(self, project: Project) -> None:
        self._spellings = frozenset(
            bare(word)
            for name in project.names.values()
            for spellings in name.spellings.values()
            for spelling in spellings
            for match in _WORD.findall(spelling)
            for word in (match, *match.split("-"))
        )
        remarks = sorted(project.remarks.values(), key=lambda each: each.where.line)
        self._lines = [remark.where.line for remark in remarks]
        self._words = [
            frozenset(
                bare(word) for passage in remark.passages for word in _WORD.findall(passage.anchor)
            )
            for remark in remarks
        ]

    def of(self, text: Text) -> frozenset[str]:
        """Return the words of the passages of the remark that a text is in, as `bare` has them."""
        if text.file != "content/remarks.yaml" or not self._lines:
            return frozenset()
        at = bisect_right(self._lines, text.place(0).line) - 1
        return self._words[at] if at >= 0 else frozenset()

    def or_spellings(self, text: Text) -> frozenset[str]:
        """Return these and, for remarks and notes on names, all spellings of names in sources."""
        if text.file not in ("content/names.yaml", "content/remarks.yaml"):
            return frozenset()
        return self.of(text) | self._spellings


def bare(word: str) -> str:
    """Return a word in small letters without apostrophes."""
    return _APOSTROPHES.sub("", word).lower()


@lru_cache(maxsize=1 << 14)
def skeleton(word: str) -> str:
    """Return what all transliterations of a name have in common."""
    common = bare(word)
    for old, new in _SKELETON:
        common = common.replace(old, new)
    return re.sub(r"(.)\1+", r"\1", common)


class _Checker:
    """Knows the right and the wrong forms of names in one language."""

    def __init__(self, code: str, project: Project) -> None:
        self._language = language(code)
        self._script = _CYRILLIC if self._language.orthography.script == CYRILLIC else _LATIN
        self._inflection: Inflection = self._language.inflection
        key = self._inflection.key
        names = project.names.values()
        self._accepted = frozenset(
            key(part)
            for name in names
            for form in _forms(name, code)
            for word in _WORD.findall(form)
            for part in (word, *word.split("-"))
        )
        self._keys = lru_cache(maxsize=1 << 14)(self._inflection.keys)  # names stand often
        self._wrong: dict[str, list[_Wrong]] = {}
        self._skeletons: dict[str, _Wrong] = {}
        for name in names:
            self._learn(name, code)

    def _learn(self, name: Name, code: str) -> None:
        key = self._inflection.key
        right = name.forms.get(code, "")
        own = [word for form in _forms(name, code) for word in _WORD.findall(form)]
        for other, why in _other_forms(name, code):
            words = tuple(_WORD.findall(_O_AND_G.sub("ʻ", other)))
            if not words or not all(self._script.match(word) for word in words):
                continue
            if len(words) == 1 and len(_WORD.findall(right)) == 1:
                self._add(_Wrong(words=words, right=right, name=name.id, why=why))
            elif name.type == "person":
                for word in words:
                    near = difflib.get_close_matches(word, own, n=1, cutoff=0.6)
                    if near:
                        self._add(_Wrong(words=(word,), right=near[0], name=name.id, why=why))
            elif len(words) > 1:
                self._add(_Wrong(words=words, right=right, name=name.id, why=why))
        if name.type in ("person", "place"):
            for word in own:
                if len(word) > _SHORTEST and word[0].isupper():
                    why = f"{self._language.orthography.name} has another form"
                    wrong = _Wrong(words=(), right=word, name=name.id, why=why)
                    self._skeletons.setdefault(skeleton(key(word)), wrong)

    def _add(self, wrong: _Wrong) -> None:
        first, last = wrong.words[0], wrong.words[-1]
        if not first[0].isupper() or len(last) < _SHORTEST:
            return
        accepted = [self._inflection.key(word) in self._accepted for word in wrong.words]
        if all(accepted):
            return
        self._wrong.setdefault(self._inflection.key(last), []).append(wrong)

    def check(self, text: Text, quoted: frozenset[str], problems: Problems) -> None:
        """Tell the wrong forms of one text."""
        prose = without_quotations(text.prose, self._language.orthography)
        tokens = [
            found
            for found in _WORD.finditer(prose)
            if FILL not in prose[found.start() - 1 : found.start()]
        ]
        for at, found in enumerate(tokens):
            word = found[0]
            if not word[0].isupper() or len(word) < _SHORTEST:
                continue
            keys = self._keys(word)
            if not self._accepted.isdisjoint(keys):
                continue
            wrong = self._find(keys, [each[0] for each in tokens[max(0, at - 4) : at]], word)
            if wrong is None or any(each.startswith(bare(word)) for each in quoted):
                continue
            first = tokens[at - max(len(wrong.words) - 1, 0)]
            problems.warning(
                "name-form",
                f"`{' '.join(prose[first.start() : found.end()].split())}` is not the accepted "
                f"{self._language.orthography.name} form of `{wrong.name}`: {wrong.why}",
                text.place(first.start()),
                f"write `{wrong.right}`, as content/names.yaml has it, or "
                f'{{{{ name("{wrong.name}") }}}}',
            )

    def _find(self, keys: frozenset[str], before: list[str], word: str) -> _Wrong | None:
        for key in sorted(keys, key=len, reverse=True):
            for wrong in self._wrong.get(key, ()):
                head = list(wrong.words[:-1])
                if not head or before[-len(head) :] == head:
                    return wrong
        if "-" in word or word.isupper():
            return None
        for key in sorted(keys, key=len, reverse=True):
            near = self._skeletons.get(skeleton(key)) if len(key) >= _SHORTEST else None
            if near is not None:
                return near
        return None


def _forms(name: Name, code: str) -> Iterator[str]:
    for forms in (name.forms, name.short or {}):
        if code in forms:
            yield forms[code]


def _other_forms(name: Name, code: str) -> Iterator[tuple[str, str]]:
    """Yield the forms of other languages and of sources, and whose they are."""
    shorts: Mapping[str, str] = name.short or {}
    for forms in (name.forms, shorts):
        for other, form in forms.items():
            if other != code:
                yield form, f"that is {language(other).orthography.name}"
    for source, spellings in name.spellings.items():
        for spelling in spellings:
            yield spelling, f"{source} spells it so"
