"""A review's Uzbek in the other script: its names, what it quotes, its mark-up.

`uchtil.language.uz.script` knows letters and words; here is what only the review knows
(how the people it names are written in Cyrillic), and what in a text is no prose: templates,
citations, addresses, attributes, and what is marked as another language (``[…]{lang=en-GB}``,
``::: {lang=ru-RU}``) or to be left as it is (``[…]{.keep}``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from uchtil.language.prose import JINJA
from uchtil.language.uz.script import hardly_uzbek, keep, to_cyrillic, to_latin, unmarked

_LEFT = r"(?:\blang=(?!\"?uz-Cyrl)|\.keep\b)"
"""Attributes of what stays as it is."""

_BRACKETS = r"\[(?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*\]"
"""What stands in square brackets, with others inside them."""

_SYNTAX = re.compile(
    r"(?P<year>\{\{[^{}]*\.year\s*\}\})"
    rf"|{JINJA}"
    r"|^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ ]*$|\Z)"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`)"
    rf"|^ {{0,3}}:{{3,}}[ ]*\{{[^{{}}\n]*{_LEFT}[^{{}}\n]*\}}[^\n]*\n.*?^ {{0,3}}:{{3,}}[ ]*$"
    rf"|{_BRACKETS}\{{[^{{}}\n]*{_LEFT}[^{{}}\n]*\}}"
    r"|(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"
    r"|^\[(?!\^)[^\]\n]+\]:[^\n]*$"
    r"|(?<![\w\\])-?@\{[^{}\s]+\}|(?<![\w\\])-?@[\w:.#$%&+?~/-]*\w"
    r"|(?<!\\)\{[^{}\n]*\}"
    r"|\[\^[^\[\]\s]+\]"
    r"|&(?:\w+|\#\d+|\#x[0-9A-Fa-f]+);",
    re.DOTALL | re.MULTILINE,
)
"""Templates, code, what is marked to stay, addresses, keys, attributes, notes' labels."""

_HYPHEN_OF_YEAR = re.compile(r"-(?=yil(?!li[kg]))")
_SPACE_OF_YEAR = re.compile(r" (?=йил(?!ли[кг]))")

_QUOTED = re.compile("“([^“”]*)”")
_MARKS_OF_LATIN = re.compile("[“”‘’]")
_MARKS_OF_CYRILLIC = re.compile("[«»„“]")
_TO_MARKS_OF_CYRILLIC = {"“": "«", "”": "»", "‘": "„", "’": "“"}
_TO_MARKS_OF_LATIN = {cyrillic: latin for latin, cyrillic in _TO_MARKS_OF_CYRILLIC.items()}
_PRIVATE = "\ue000\ue001"


@dataclass(frozen=True, kw_only=True)
class Writing:
    """How one review writes Uzbek in both scripts.

    ``names`` are Latin forms with the Cyrillic ones, where the rules would make another.
    ``spellings`` are forms met in sources: what stands in quotation marks and is one of them
    letter for letter is told as it is printed there, as is one in capitals (``OTS``).
    Quotation marks are “ ‘ ’ ” in Latin and « „ “ » in Cyrillic text.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    spellings: frozenset[str] = frozenset()

    def cyrillic(self, text: str) -> str:
        """Return a plain text in Cyrillic."""
        return unmarked(self._to_cyrillic(text))

    def cyrillic_markdown(self, text: str) -> str:
        """Return a text of Markdown, templates and all, in Cyrillic."""
        return "".join(self._pieces(text, self._to_cyrillic, _space_years))

    def latin(self, text: str) -> str:
        """Return a plain text in Latin; its lines stay."""
        return unmarked(self._to_latin(text))

    def latin_markdown(self, text: str) -> str:
        """Return a text of Markdown, templates and all, in Latin; its lines stay."""
        return "".join(self._pieces(text, self._to_latin, _hyphenate_years))

    def doubtful(self, prose: str) -> Iterator[re.Match[str]]:
        """Yield words of a Latin text that the rules cannot write, nor does anything else.

        Capitals (``OECD``), Roman figures, addresses and what is marked are not told;
        signs for private use, with which a caller may blot out what is no prose, are no words.
        """
        blotted = re.sub(f"[{_PRIVATE}]", "\ue002", prose)
        kept = [found.span() for found in self._stays(blotted)]
        for found in hardly_uzbek(blotted):
            if not any(start <= found.start() < end for start, end in kept):
                yield found

    def _stays(self, text: str) -> Iterator[re.Match[str]]:
        if self.names:
            yield from self._latin_names.finditer(text)
        yield from (each for each in _QUOTED.finditer(text) if each[1] in self.spellings)
        if self._capitals:
            yield from self._capitals.finditer(text)

    def _pieces(
        self, text: str, change: Callable[[str], str], years: Callable[[str], str]
    ) -> Iterator[str]:
        """Yield a text with what is prose in it changed."""
        end = 0
        after_year = False
        marked: list[str] = []
        for found in _SYNTAX.finditer(text):
            piece = text[end : found.start()]
            marked += [years(piece) if after_year else piece, keep(found[0])]
            after_year = found["year"] is not None
            end = found.end()
        marked.append(years(text[end:]) if after_year else text[end:])
        yield unmarked(change("".join(marked)))

    def _to_cyrillic(self, text: str) -> str:
        text = _outside(text, self._keep_latin)
        return _outside(to_cyrillic(text), _marks_of_cyrillic())

    def _keep_latin(self, text: str) -> str:
        if self.spellings:
            text = _QUOTED.sub(self._keep_spelling, text)
        if self._capitals:
            capitals = self._capitals
            text = _outside(text, lambda piece: capitals.sub(lambda it: keep(it[0]), piece))
        if self.names:
            names = {_key(latin): cyrillic for latin, cyrillic in self.names.items()}
            text = _outside(
                text,
                lambda piece: self._latin_names.sub(
                    lambda found: keep(_cyrillic_form(names[_key(found[0])], found)), piece
                ),
            )
        return text

    def _keep_spelling(self, found: re.Match[str]) -> str:
        return f"“{keep(found[1])}”" if found[1] in self.spellings else found[0]

    def _to_latin(self, text: str) -> str:
        if self.names:
            names = {_key(cyrillic): latin for latin, cyrillic in self.names.items()}
            text = _outside(
                text,
                lambda piece: self._cyrillic_names.sub(
                    lambda found: keep(_like(names[_key(found[0])], found[0])), piece
                ),
            )
        return _outside(to_latin(text), _marks_of_latin())

    @cached_property
    def _capitals(self) -> re.Pattern[str] | None:
        """What finds the abbreviations among the spellings, an ending behind them left out."""
        found = [each for each in self.spellings if re.fullmatch("[A-Z]{2,}", each)]
        return _any_of(found, "a-zʻʼ") if found else None

    @cached_property
    def _latin_names(self) -> re.Pattern[str]:
        return _any_of(self.names, "a-zʻʼ")

    @cached_property
    def _cyrillic_names(self) -> re.Pattern[str]:
        return _any_of(self.names.values(), "а-яёўқғҳ")


def _any_of(forms: Iterable[str], small: str) -> re.Pattern[str]:
    """Return a pattern of forms, the longest first; an ending in small letters may follow."""
    ordered = sorted(forms, key=len, reverse=True)
    words = "|".join(r"\s+".join(map(re.escape, form.split())) for form in ordered)
    return re.compile(rf"(?<!\w)(?:{words})(?=[{small}]*(?!\w))")


def _cyrillic_form(form: str, found: re.Match[str]) -> str:
    """Return a name as it stands in a text: ь at its end is not written before an ending."""
    if form.endswith("ь") and found.string[found.end() : found.end() + 1].isalpha():
        form = form[:-1]
    return _like(form, found[0])


def _key(form: str) -> str:
    return " ".join(form.split())


def _like(form: str, written: str) -> str:
    """Return a form with the spaces and line ends of what stood in its place."""
    gaps = re.findall(r"\s+", written)
    words = form.split()
    if len(gaps) != len(words) - 1:
        return form + "\n" * written.count("\n")
    return words[0] + "".join(gap + word for gap, word in zip(gaps, words[1:], strict=True))


_KEPT = re.compile("\ue000[^\ue001]*\ue001")


def _outside(text: str, change: Callable[[str], str]) -> str:
    """Change what stands between the passages that are kept."""
    pieces = []
    end = 0
    for kept in _KEPT.finditer(text):
        pieces += [change(text[end : kept.start()]), kept[0]]
        end = kept.end()
    return "".join([*pieces, change(text[end:])])


def _marks_of_cyrillic() -> Callable[[str], str]:
    return lambda text: _MARKS_OF_LATIN.sub(lambda found: _TO_MARKS_OF_CYRILLIC[found[0]], text)


def _marks_of_latin() -> Callable[[str], str]:
    """Return what turns « » into “ ”, and „ “ within them into ‘ ’; “ ” stay where they are."""
    inner = 0

    def turn(found: re.Match[str]) -> str:
        nonlocal inner
        mark = found[0]
        if mark == "“" and not inner:
            return mark
        inner += {"„": 1, "“": -1}.get(mark, 0)
        return _TO_MARKS_OF_LATIN[mark]

    return lambda text: _MARKS_OF_CYRILLIC.sub(turn, text)


def _space_years(text: str) -> str:
    return _HYPHEN_OF_YEAR.sub(" ", text, count=1) if _HYPHEN_OF_YEAR.match(text) else text


def _hyphenate_years(text: str) -> str:
    return _SPACE_OF_YEAR.sub("-", text, count=1) if _SPACE_OF_YEAR.match(text) else text
