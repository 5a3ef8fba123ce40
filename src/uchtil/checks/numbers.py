"""Numbers and dates that were typed into prose instead of being taken from facts.

Looked at are the texts that people write: sections, abstracts, statements and handling of
remarks, captions and alternative texts of exhibits.  Facts' own statements, labels and
resolutions are part of the facts; titles and keywords are no prose.

What counts as a number:

- every figure, whatever stands around it ("1998", "31-oktabr", "20th", "C5+1");
- cardinal and collective numbers from two on in words, scale words ("million") and "dozen";
- months, and decades in words ("the nineties", "toʻqsoninchi yillar", "девяностые").

What does not: "one", "bir", "один"; ordinals in words ("third"); "both", "twice", "half";
vague plurals ("hundreds of"); what is made of a number but counts nothing ("bilateral",
"ikki tomonlama", "двусторонний"); Roman figures, which stand for centuries here; the
figures of headings, list items and notes; addresses and attributes; in remarks also what
they quote from a source in quotation marks.  The words are those
of each language's own room (``uchtil.language``: ``counts.TYPED``).

What may be typed all the same stands in ``content/exceptions.yaml``, by language and in
its exact words, each with a reason; what is not met any more is told.  A review that has
this file keeps to the rule: a typed number is then an error.  Without it, it is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import MappingProxyType

from uchtil.language import language
from uchtil.language.prose import JINJA
from uchtil.model import Project, TypedNumber
from uchtil.model.records import Broken
from uchtil.problems import Location, Problems
from uchtil.render import UseKind
from uchtil.render.uses import Use

_FILL = "\ue000"
"""Stands for every character of what is not prose; a private one, so in no text."""

_EXPRESSION = re.compile(r"\{\{(?P<inner>.*?)\}\}", re.DOTALL)
_CALL = re.compile(r"\w+\s*\([^()]*\)")
_NOT_PROSE = re.compile(
    JINJA + r"|(?<=\])\((?:[^()\s]|\([^()\s]*\))*(?:\s+\"[^\"]*\")?\)"  # addresses
    r"|<[A-Za-z][\w+.-]*:[^\s<>]*>|https?://\S+"
    r"|\{[^{}\n]*\}"  # attributes
    r"|\[\^[^\[\]\s]+\]:?"  # notes
    r"|\[[^\[\]\n]*@[^\[\]\n]*\]|(?<!\w)@\{?[\w:.#$%&+?~/-]+\}?"  # citations by hand
    r"|^ {0,3}#{1,6}[ ]+[\d.]+(?=\s)"  # headings' own numbers
    r"|^\s*\(?(?:\d+|#)[.)](?=\s)",  # list items' own numbers
    re.DOTALL | re.MULTILINE,
)
_QUOTATION = re.compile("“[^“”]*”|«[^«»]*»|‘[^‘’]*’|„[^„“”]*[“”]")
_FIGURES = re.compile(r"\d+(?:[.,:]\d+)*")
_LEFT_OUT = re.compile(f"{_FILL}(?:[{_FILL}\\s]*{_FILL})?")
_BETWEEN = re.compile(r"[ \u00a0\n]?[-–—]?[ \u00a0\n]?")
"""What may stand between the parts of one number or date: "31 October 1998"."""


@dataclass(frozen=True, kw_only=True, slots=True)
class NumberReport:
    """How many numbers prose prints from facts, how many are typed, and the exceptions used."""

    from_facts: int
    typed: int
    exceptions: int

    def summary(self) -> str:
        """Return one line that tells it."""
        excepted = f"{self.exceptions} exception{'' if self.exceptions == 1 else 's'}"
        if self.typed:
            return f"{self.from_facts} numbers in prose from facts, {self.typed} typed, {excepted}"
        return f"{self.from_facts} numbers in prose, all from facts, {excepted}"


@dataclass(frozen=True, kw_only=True, slots=True)
class _Text:
    """One text in one language; ``exact`` where its lines are those of the file."""

    language: str
    text: str
    where: Location
    exact: bool = False
    quotes: bool = False
    """Whether what stands in quotation marks is quoted from a source, and no prose."""

    def place(self, offset: int) -> Location:
        """Return where a character stands, as exactly as can be told."""
        line = max(self.where.line, 1) + self.text.count("\n", 0, offset)
        column = offset - self.text.rfind("\n", 0, offset) if self.exact else 0
        return Location(file=self.where.file, line=line, column=column)


_NOTHING: Broken = MappingProxyType({})
_Teller = Callable[[str, str, Location, str], None]


def check_numbers(
    project: Project, uses: tuple[Use, ...], problems: Problems, broken: Broken = _NOTHING
) -> NumberReport:
    """Tell every number and date that is typed (``typed-number``) without an exception.

    That is an error where the review lists its exceptions, else a warning.
    ``uses`` are what prose took from the facts.  Exceptions that are not used are told
    (``unused-exception``, a warning).  ``broken`` are the ids of what could not be read: an
    exception may be for one of them, and a number may be excepted by a broken exception.
    """
    told = Problems() if broken.get("exceptions") else problems
    tell = told.warning if project.typed_numbers is None else told.error
    used: set[TypedNumber] = set()
    typed = 0
    for text in _texts(project):
        prose = _NOT_PROSE.sub(_blank, text.text)
        prose = _QUOTATION.sub(_blank, prose) if text.quotes else prose
        numbers = list(_numbers(text.language, prose))
        excepted = list(_excepted(project, text.language, prose)) if numbers else []
        for start, end in numbers:
            reasons = [each for each, (low, high) in excepted if low <= start and end <= high]
            used.update(reasons)
            if not reasons:
                typed += 1
                _tell(text, text.text[start:end], start, prose, tell)
        for start, end in _literals(text):
            typed += 1
            _tell(text, text.text[start:end], start, prose, tell)
    for each in project.typed_numbers or ():
        if each not in used and _complete(project, broken):
            told.warning(
                "unused-exception",
                f"no typed number stands in `{each.words}` any more",
                each.where,
                "delete the exception",
            )
    return NumberReport(
        from_facts=sum(use.kind is UseKind.NUMBER for use in uses),
        typed=typed,
        exceptions=len(used),
    )


def _complete(project: Project, broken: Broken) -> bool:
    """Whether all prose could be read."""
    wanted = len(project.review.sections) * len(project.review.languages)
    unread = any(broken.get(name) for name in ("remarks", "tables", "figures"))
    return len(project.sections) == wanted and not unread


def _texts(project: Project) -> Iterator[_Text]:
    """Yield all prose of the review."""
    review = project.review
    for code in review.languages:
        yield _Text(language=code, text=review.abstract[code], where=review.place("abstract", code))
        for field, texts in review.further_abstracts.items():
            yield _Text(language=code, text=texts[code], where=review.place(field, code))
        for (_, written), section in project.sections.items():
            if written == code:
                yield _Text(language=code, text=section.text, where=section.where, exact=True)
        for remark in project.remarks.values():
            for name in ("statement", "handling"):
                where = remark.places.get(f"{name}.{code}", remark.where)
                text = getattr(remark, name)[code]
                yield _Text(language=code, text=text, where=where, quotes=True)
        for table in project.tables.values():
            where = table.places.get(f"caption.{code}", table.where)
            yield _Text(language=code, text=table.caption[code], where=where)
        for figure in project.figures.values():
            for name, text in (("caption", figure.caption), ("alt", figure.alt)):
                where = figure.places.get(f"{name}.{code}", figure.where)
                yield _Text(language=code, text=text[code], where=where)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"[^\n]", _FILL, found[0])


def _numbers(code: str, prose: str) -> Iterator[tuple[int, int]]:
    """Yield where numbers and dates begin and end; parts of one are joined."""
    hits = sorted(
        found.span()
        for pattern in (_FIGURES, language(code).counts.TYPED)
        for found in pattern.finditer(prose)
    )
    start = end = -1
    for low, high in hits:
        if start >= 0 and (low <= end or _BETWEEN.fullmatch(prose, end, low)):
            end = max(end, high)
            continue
        if start >= 0:
            yield start, end
        start, end = low, high
    if start >= 0:
        yield start, end


def _literals(text: _Text) -> Iterator[tuple[int, int]]:
    """Yield the expressions that print a number that is typed in them: ``{{ 3 }}``."""
    for found in _EXPRESSION.finditer(text.text):
        rest = _CALL.sub("", found["inner"])
        if re.search(r"\d", rest) or language(text.language).counts.TYPED.search(rest):
            yield found.span()


def _excepted(
    project: Project, code: str, prose: str
) -> Iterator[tuple[TypedNumber, tuple[int, int]]]:
    """Yield the exceptions that are met in a text, and where."""
    for each in project.typed_numbers or ():
        if each.language == code:
            words = r"\s+".join(map(re.escape, each.words.split()))
            for found in re.finditer(rf"(?<!\w){words}(?!\w)", prose):
                yield each, found.span()


def _tell(text: _Text, number: str, start: int, prose: str, tell: _Teller) -> None:
    shown = " ".join(number.split())
    before = _LEFT_OUT.sub("…", prose[max(0, start - 400) : start])
    after = _LEFT_OUT.sub("…", prose[start + len(number) : start + 400])
    around = f"{_last_words(before)}{shown}{_first_words(after)}"
    tell(
        "typed-number",
        f"`{shown}` is typed, and not taken from a fact: “{around}”",
        text.place(start),
        'write {{ fact("id").value }}, .date or a count; or list the words, with the reason, '
        "in content/exceptions.yaml",
    )


def _last_words(text: str) -> str:
    """Return the last three words, with the white space behind them."""
    found = re.search(r"(?:\S+\s+){0,3}\S*\Z", text)
    return " ".join(found[0].split()) + (" " if text[-1:].isspace() else "") if found else ""


def _first_words(text: str) -> str:
    """Return the first three words, with the white space before them."""
    found = re.match(r"\S*(?:\s+\S+){0,3}", text)
    return (" " if text[:1].isspace() else "") + " ".join(found[0].split()) if found else ""
