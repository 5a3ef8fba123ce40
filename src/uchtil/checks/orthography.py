"""Signs that are wrong: apostrophes, quotation marks, dashes, spaces, letters, markup.

Looked at is every text of the content as it stands in its file (``uchtil.load.texts``),
outside of templates, addresses, code and what is marked as another language; in remarks also
outside of what they quote as a source prints it.  Each language's own rules are in its room
(``uchtil.language``: ``orthography``).

Codes: ``mixed-script``, which nobody sees and every search stumbles over, is an error;
``apostrophe``, ``quotation-marks``, ``dash``, ``no-break-space``, ``spacing``, ``ellipsis`` and
``markup-left`` (it is printed as it stands, and harms nothing) are warnings.  Most findings know
what should stand there: ``./build.py fix`` writes that (``uchtil.pipeline.mend``).

No-break spaces: what the program writes by itself (dates, values, numbers of tables) holds
them; what stands between a typed number, or an expression, and its unit, and between initials
and a surname, only the text can hold, since nothing changes a text on its way to pandoc.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from uchtil.language import language
from uchtil.language.orthography import CYRILLIC, HOMOGLYPHS, LATIN, Orthography
from uchtil.load.texts import FILL, NOTHING, Text
from uchtil.problems import Problem, Problems, Severity

NBSP = "\u00a0"

_LETTER = r"[^\W\d_]"
_APOSTROPHES = "'‘’`´ʹʼʻ′＇‛„"
_AFTER_LETTER = re.compile(rf"(?<={_LETTER})(?P<sign>[{_APOSTROPHES}]{NOTHING}?)(?={_LETTER})")
_AT_END = re.compile(rf"(?<={_LETTER})(?P<sign>['‘’`´ʹʼʻ′＇‛]{NOTHING}?)(?!{_LETTER})")
_SINGLE = "‘’‚‹›'`"
_QUOTES = re.compile(rf"[\"“”„‟«»‹›‚]|‘|’|'{NOTHING}?|`")
_OPENS_AFTER = frozenset(" \u00a0\n([{—–-/\u2011")
_WORD = re.compile(rf"{_LETTER}(?:[ʻʼ'’‘]?{_LETTER})*")
_LATIN = re.compile(r"[A-Za-zÀ-ɏ]")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")
_SUFFIXED = re.compile(r"[Ѐ-ӿ]{2,}(?:lar)?(?:i|si)?(?:ning|ni|ga|da|dan|dagi|cha|lar|s)?")

_DOUBLE_HYPHEN = re.compile(r"(?<![-\n])[ \u00a0]*-{2,3}[ \u00a0]*(?![-\n])(?=\S)")
_SPACED_HYPHEN = re.compile(r"[-‐‑−](?<=[ \u00a0\n].)(?=[ \u00a0\n]+\S)")
_LEADING_HYPHEN = re.compile(rf"-(?<=[^\s|][ \u00a0].)(?={_LETTER}{{2}})")
_DASH = re.compile("[–—]")
_RANGE = re.compile(r"-(?<=\d.)(?=\d)")
_NUMBERS = re.compile(r"(?<![\w./:-])(?P<low>\d{1,4})-(?P<high>\d{1,4})(?![\w/:-]|\.\d)")

_DOUBLE_SPACE = re.compile(r"[ \u00a0]{2,}(?=\S)")
_SPACE_BEFORE = re.compile(
    r"(?P<space>[ \u00a0]+)(?P<sign>[,;:!?](?![\w:])|\.(?![\w.])|[)\]»”](?!\w))"
)
_SPACE_AFTER = re.compile(r"(?<![^\s(\[])(?P<sign>[(\[«“„])(?P<space>[ \u00a0]+)(?=\w)")
_NO_SPACE = re.compile(
    rf"[,;!?:](?<={_LETTER}.)(?={_LETTER})|[,;](?<={_LETTER}.)(?={FILL})"
    r"|\.(?<=[a-zа-яёʻʼ][a-zа-яёʻʼ].)(?=[A-ZА-ЯЁ][a-zа-яё])"
)
_DOTS = re.compile(r"\.{3,}")
_ENTITY = re.compile(r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z]\w+);")
_MARKUP = re.compile(
    r"\*\*|(?<!\w)__(?=\w)|\{\{|\}\}|\{%|%\}|\[@|\[\^|</?[a-z]\w*\s*/?>"
    r"|(?<![\w*])\*(?=\w)[^*\n]*\w\*(?![\w*])|\]\("
)
_MARKUP_IN_MARKDOWN = re.compile(r"\*\*|\{\{|\}\}|\{%|%\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding:
    """One wrong sign: where in the text, what is wrong, and what should stand there.

    ``start`` and ``end`` count in the text's slice; ``right`` is ``None`` where only a person
    can tell what is right.
    """

    code: str
    start: int
    end: int
    message: str
    hint: str
    right: str | None = None
    severity: Severity = Severity.WARNING


_Rule = Callable[[Text, str, Orthography], Iterator[Finding]]


def check_orthography(texts: Iterable[Text], problems: Problems) -> None:
    """Tell every wrong sign in the texts, see the module's own words for the codes."""
    for text in texts:
        for each in findings(text):
            problems.add(
                Problem(
                    code=each.code,
                    message=each.message,
                    where=text.place(each.start),
                    hint=each.hint,
                    severity=each.severity,
                )
            )


def findings(text: Text) -> list[Finding]:
    """Return what is wrong in one text, in the order of the places; each place once."""
    orthography = language(text.language).orthography
    prose = text.prose
    if text.file == "content/remarks.yaml":
        prose = without_quotations(prose, orthography)
    found: list[Finding] = []
    taken: set[int] = set()
    for rule in _RULES:
        for each in rule(text, prose, orthography):
            span = range(each.start, each.end)
            if taken.isdisjoint(span):
                taken.update(span)
                found.append(each)
    return sorted(found, key=lambda each: each.start)


@cache
def _quotation(orthography: Orthography) -> re.Pattern[str]:
    opening, closing = map(re.escape, orthography.quotes)
    return re.compile(f"(?<={opening})[^{opening}{closing}]*(?={closing})")


def without_quotations(prose: str, orthography: Orthography) -> str:
    """Blot out what stands between quotation marks; the marks themselves stay."""
    return _quotation(orthography).sub(lambda found: re.sub(r"[^\n]", FILL, found[0]), prose)


def _plain(text: str) -> str:
    return " ".join(text.replace(NOTHING, "").replace(FILL, "…").split())


def _around(prose: str, start: int, end: int) -> str:
    """Return the words around a place, as messages show them."""
    before = _shown(prose[max(0, start - 300) : start].rpartition("\n")[2])
    after = _shown(prose[end : end + 300].partition("\n")[0])
    if len(before) > 24:
        before = before[-24:].partition(" ")[2]
    if len(after) > 24:
        after = after[:24].rpartition(" ")[0]
    return f"{before}{_shown(prose[start:end])}{after}".strip()


def _shown(prose: str) -> str:
    shown = re.sub(rf"{FILL}+", "…", prose.replace(NOTHING, ""))
    return re.sub(r"\s+", " ", shown)


def _name(sign: str) -> str:
    sign = sign.replace(NOTHING, "")
    return f"{sign} (U+{ord(sign[0]):04X})"


# ------------------------------------------------------------------ letters and apostrophes


def _mixed(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    """Words of two scripts, and lone letters of the other one that look right."""
    own, other = (_CYRILLIC, _LATIN) if orthography.script == CYRILLIC else (_LATIN, _CYRILLIC)
    if not other.search(prose):
        return
    for found in _WORD.finditer(prose):
        word = found[0]
        strange = other.search(word)
        if strange is None:
            continue
        if own.search(word) is None:
            if word not in orthography.lone or not _stands_alone(prose, found):
                continue
            mostly = orthography.script
            right = _in_script(word, mostly)
            message = f"`{word}` is written in {_other(orthography.script)} letters"
        else:
            if orthography.script == LATIN and _SUFFIXED.fullmatch(word):
                continue  # a word quoted in Cyrillic, with an ending of the text's own language
            mostly = LATIN if _count(_LATIN, word) > _count(_CYRILLIC, word) else CYRILLIC
            if _count(_LATIN, word) == _count(_CYRILLIC, word):
                mostly = orthography.script
            wrong = (_CYRILLIC if mostly == LATIN else _LATIN).search(word)
            assert wrong is not None
            right = _in_script(word, mostly)
            message = (
                f"`{word}` mixes scripts: {_other(mostly)} `{wrong[0]}` "
                f"(U+{ord(wrong[0]):04X}) in a {mostly} word"
            )
        hint = f"write `{right}` in {mostly} letters" if right else "type the word anew"
        yield Finding(
            code="mixed-script",
            start=found.start(),
            end=found.end(),
            message=message,
            hint=hint,
            right=right,
            severity=Severity.ERROR,
        )


def _other(script: str) -> str:
    return LATIN if script == CYRILLIC else CYRILLIC


def _count(pattern: re.Pattern[str], word: str) -> int:
    return len(pattern.findall(word))


_TO_LATIN = {cyrillic: latin for latin, cyrillic in HOMOGLYPHS.items()}


def _in_script(word: str, script: str) -> str | None:
    """Return a word with all look-alikes in one script; nothing where a letter has none."""
    table = HOMOGLYPHS if script == CYRILLIC else _TO_LATIN
    right = "".join(table.get(sign, sign) for sign in word)
    strange = _LATIN if script == CYRILLIC else _CYRILLIC
    return None if strange.search(right) else right


def _stands_alone(prose: str, found: re.Match[str]) -> bool:
    """Whether a letter stands as a word among words, and is no sign or part of a formula."""
    before, after = prose[: found.start()][-2:], prose[found.end() :][:2]
    return not re.search(r"[\w+/«“”(‘-]\s?\Z", before[-1:]) and bool(
        re.match(rf"[ \u00a0\n]{_LETTER}", after)
    )


def _apostrophes(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    letters, special = orthography.apostrophe_after
    quoted = orthography.inner[0] in prose
    for found in (*_AFTER_LETTER.finditer(prose), *_AT_END.finditer(prose)):
        sign = found["sign"]
        before = prose[found.start() - 1]
        at_end = found.re is _AT_END
        if _CYRILLIC.match(before) and orthography.script == LATIN:
            continue
        if sign in "ʻʼ" and orthography.apostrophe != "ʼ" and _LATIN.match(before):
            continue  # an Uzbek word in a text of another language
        right = special if before in letters and special else orthography.apostrophe
        if sign == right:
            continue
        if (
            at_end
            and (right != special or not special)
            and not (right and sign in ("ʻ", "ʼ") and not quoted)
        ):
            continue  # that is a quotation mark, or an English possessive
        if at_end and quoted and sign in "’‘":
            continue
        word = _word_at(prose, found.start())
        if not right:
            yield Finding(
                code="apostrophe",
                start=found.start(),
                end=found.end(),
                message=f"`{word}` holds {_name(sign)}, and {orthography.name} has no apostrophe",
                hint="write ъ or ь, or take it out",
            )
            continue
        yield Finding(
            code="apostrophe",
            start=found.start(),
            end=found.end(),
            message=f"`{word}` holds {_name(sign)} where {orthography.name} has {_name(right)}",
            hint=f"write `{_word_at(prose, found.start(), right, len(sign))}`",
            right=right,
        )


def _word_at(prose: str, offset: int, right: str = "", length: int = 1) -> str:
    """Return the word around an offset; with another sign there, if one is given."""
    low = offset
    inside = f"{_APOSTROPHES}{NOTHING}"
    while low > 0 and (prose[low - 1].isalpha() or prose[low - 1] in inside):
        low -= 1
    high = offset
    while high < len(prose) and (prose[high].isalpha() or prose[high] in inside):
        high += 1
    if right:
        return f"{prose[low:offset]}{right}{prose[offset + length : high]}".replace(NOTHING, "")
    return prose[low:high].replace(NOTHING, "")


# ------------------------------------------------------------------ quotation marks


def _quotation_marks(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    """Tell marks that are not the language's, by side and depth, and those without a partner."""
    quotes, inner = orthography.quotes, orthography.inner
    open_marks: list[tuple[int, str]] = []
    wrong = False
    for found in _QUOTES.finditer(prose):
        start, end = found.span()
        sign = found[0].replace(NOTHING, "")
        if open_marks and "\n\n" in prose[open_marks[-1][0] : start]:
            yield from _unclosed(prose, open_marks, wrong)
            open_marks, wrong = [], False
        before, after = prose[start - 1 : start] or " ", prose[end : end + 1] or " "
        opening = (
            before in _OPENS_AFTER
            or (before == FILL and start == 1)
            or bool(open_marks and open_marks[-1][0] == start - 1)
        )
        is_inner = any(mark == inner[0] for _, mark in open_marks)
        if sign == "„" and before.isalpha() and after.isalpha():
            continue  # a damaged oʻ
        if sign in _SINGLE and _is_apostrophe(before, after, opening, is_inner):
            continue
        if opening:
            right = (inner if open_marks else quotes)[0]
            open_marks.append((start, right))
        elif open_marks:
            right = quotes[1] if open_marks.pop()[1] == quotes[0] else inner[1]
        elif sign in (quotes[1], inner[1]):
            yield _lonely(prose, start, end, sign, "closes")
            continue
        else:
            right = quotes[1]
        if sign != right:
            wrong = True
            yield Finding(
                code="quotation-marks",
                start=start,
                end=end,
                message=f"{_name(sign)} in “{_around(prose, start, end)}” "
                f"where {orthography.name} has {_name(right)}",
                hint=f"write {right}",
                right=right,
            )
    yield from _unclosed(prose, open_marks, wrong)


def _is_apostrophe(before: str, after: str, opening: bool, is_inner: bool) -> bool:
    """Whether a single mark stands in a word, behind one, or for left out figures (’90s)."""
    if opening:
        return after.isdigit()
    return (before.isalpha() and after.isalpha()) or not is_inner


def _unclosed(prose: str, marks: list[tuple[int, str]], wrong: bool) -> Iterator[Finding]:
    if not wrong:
        for start, _ in marks:
            yield _lonely(prose, start, start + 1, prose[start], "opens")


def _lonely(prose: str, start: int, end: int, sign: str, what: str) -> Finding:
    return Finding(
        code="quotation-marks",
        start=start,
        end=end,
        message=f"{_name(sign)} in “{_around(prose, start, end)}” {what} a quotation "
        f"that nothing {'closes' if what == 'opens' else 'opens'}",
        hint="add the other mark, or take this one out",
    )


# ------------------------------------------------------------------ dashes


def _dashes(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    dash = orthography.dash
    if "-" in prose:
        if "--" in prose:
            for found in _DOUBLE_HYPHEN.finditer(prose):
                yield _dash(prose, *found.span(), "two hyphens", dash, f" {dash} ")
        for found in _SPACED_HYPHEN.finditer(prose):
            before = prose[: found.start()].rstrip(" \u00a0\n")
            if before and before[-1] != "|":
                yield _dash(prose, *found.span(), "a hyphen", dash, dash)
        for found in _LEADING_HYPHEN.finditer(prose):
            yield _dash(prose, *found.span(), "a hyphen", dash, f"{dash} ")
        if _RANGE.search(prose):
            for found in _NUMBERS.finditer(prose):
                if len(found["low"]) == 4 or int(found["low"]) < int(found["high"]):
                    span = found.end("low"), found.start("high")
                    yield _dash(prose, *span, "a hyphen", "–", "–", where="a range")
    for found in _DASH.finditer(prose):
        yield from _one_dash(prose, found.start(), orthography)


def _one_dash(prose: str, place: int, orthography: Orthography) -> Iterator[Finding]:
    """Tell a dash that is not the language's, or that lacks a space on one side or both."""
    sign, dash = prose[place], orthography.dash
    before = prose[place - 1] if place else "\n"
    after = prose[place + 1] if place + 1 < len(prose) else "\n"
    spaced = before.isspace(), after.isspace()
    if all(spaced):
        beside = prose[:place].rstrip()[-1:], prose[place + 1 :].lstrip()[:1]
        if sign not in orthography.dashes and not all(each.isdigit() for each in beside):
            yield _dash(prose, place, place + 1, _name(sign), dash, dash)
    elif any(spaced) or (sign == "—" and orthography.script == CYRILLIC):
        outer = before if spaced[1] else after
        if not outer.isalpha() and not (any(spaced) and outer in ")»”"):
            return
        start = place - (1 if spaced[0] else 0)
        end = place + (2 if spaced[1] else 1)
        yield Finding(
            code="dash",
            start=start,
            end=end,
            message=f"the dash in “{_around(prose, start, end)}” "
            f"lacks {'a space' if any(spaced) else 'its spaces'}",
            hint=f"write it between spaces: ` {dash} `",
            right=f" {dash} " if prose[start:end].count("\n") == 0 else None,
        )


def _dash(prose: str, start: int, end: int, *said: str, where: str = "a dash") -> Finding:
    """Return a finding; ``said`` is what stands there, the right dash, and what to write."""
    what, dash, right = said
    return Finding(
        code="dash",
        start=start,
        end=end,
        message=f"{what} in “{_around(prose, start, end)}” stands for {where}",
        hint=f"write {_name(dash)}",
        right=right,
    )


# ------------------------------------------------------------------ spaces


@cache
def _bound(orthography: Orthography) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    units = "|".join(f"{unit}(?!\\w)" for unit in orthography.units)
    before = "|".join(orthography.before_number) or "(?!)"
    initial = orthography.initial
    return (
        re.compile(rf"[\d{FILL}](?P<space>[ \n]+)(?=(?P<unit>{units}))"),
        re.compile(rf"(?<!\w)(?P<unit>{before})(?P<space>[ \n]+)(?=\d)"),
        re.compile(
            rf"(?<!\w){initial}(?P<space>[ \n]*)"
            rf"(?={initial}|{_LETTER}{{2}})"
        ),
    )


_NUMERIC = re.compile(
    r"(?:\.(?:year|amount|number|count|value|words)|_count|\))(?:\([^()]*\))?\s*\}\}\Z"
)
"""The end of an expression that prints a number."""

_SHORT_UNITS = frozenset(("m", "м", "т", "ga", "kv", "кв"))
"""These are also words, or endings of them, behind an expression."""


def _no_break(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    after_number, before_number, initials = _bound(orthography)
    for found in (*after_number.finditer(prose), *before_number.finditer(prose)):
        start, end = found.span("space")
        if prose[start - 1] == FILL:
            expression = text.source[: text.start + start]
            if not _NUMERIC.search(expression[-80:]) or found["unit"] in _SHORT_UNITS:
                continue
        yield _bind(prose, start, end, f"between the number and `{found['unit']}`")
    for found in initials.finditer(prose):
        if _ends_sentence(prose, found.start()):
            continue
        start, end = found.span("space")
        if prose[end : end + 1].isupper():
            yield _bind(prose, start, end, "behind an initial")


def _ends_sentence(prose: str, start: int) -> bool:
    """Whether a lone capital with a stop is the end of a sentence, not an initial."""
    before = prose[:start].rstrip(" \u00a0\n")
    return bool(before) and (before[-1].isdigit() or before[-1] == FILL)


def _bind(prose: str, start: int, end: int, where: str) -> Finding:
    return Finding(
        code="no-break-space",
        start=start,
        end=end,
        message=f"a line may break {where} in “{_around(prose, start, end)}”",
        hint="write a no-break space (U+00A0)",
        right=NBSP,
    )


def _spacing(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    for found in _DOUBLE_SPACE.finditer(prose):
        if found.start() == 0 or prose[found.start() - 1] == "\n":
            continue  # an indentation
        right = NBSP if NBSP in found[0] else " "
        yield _space(prose, *found.span(), "two spaces stand together", "leave one", right)
    for found in _SPACE_BEFORE.finditer(prose):
        start, end = found.span("space")
        sign = found["sign"]
        if start == 0 or prose[start - 1] in "\n|":
            continue
        yield _space(prose, start, end, f"a space stands before `{sign}`", "take it out", "")
    for found in _SPACE_AFTER.finditer(prose):
        start, end = found.span("space")
        sign = found["sign"]
        yield _space(prose, start, end, f"a space stands behind `{sign}`", "take it out", "")
    for found in _NO_SPACE.finditer(prose):
        yield Finding(
            code="spacing",
            start=found.start(),
            end=found.end(),
            message=f"no space stands behind `{found[0]}` in “{_around(prose, *found.span())}”",
            hint="add one",
            right=f"{found[0]} ",
        )
    for found in _DOTS.finditer(prose):
        yield Finding(
            code="ellipsis",
            start=found.start(),
            end=found.end(),
            message=f"three full stops in “{_around(prose, *found.span())}” stand for an ellipsis",
            hint=f"write {_name('…')}",
            right="…",
        )


def _space(prose: str, start: int, end: int, *said: str) -> Finding:
    """Return a finding; ``said`` is what is wrong, what to do, and what to write."""
    what, hint, right = said
    return Finding(
        code="spacing",
        start=start,
        end=end,
        message=f"{what} in “{_around(prose, start, end)}”",
        hint=hint,
        right=right,
    )


# ------------------------------------------------------------------ markup


def _markup(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    for found in _ENTITY.finditer(prose):
        right = html.unescape(found[0])
        if right != found[0] and not (text.is_markdown and right in "&<>"):
            yield Finding(
                code="markup-left",
                start=found.start(),
                end=found.end(),
                message=f"`{found[0]}` is an entity of HTML",
                hint=f"write the sign itself: U+{ord(right[0]):04X}",
                right=right if right.isprintable() or right == NBSP else None,
            )
    if text.is_markdown:
        yield from _unpaired(prose)
        return
    for found in _MARKUP.finditer(prose):
        yield _left(found.start(), found.end(), found[0], "would be printed as it stands")


def _unpaired(prose: str) -> Iterator[Finding]:
    """Yield the last sign of strong emphasis in a paragraph that has an odd number of them."""
    for paragraph in re.finditer(r"(?:[^\n]|\n(?!\s*\n))+", prose):
        signs = list(_MARKUP_IN_MARKDOWN.finditer(paragraph[0]))
        strong = [each for each in signs if each[0] == "**"]
        for each in signs:
            if each[0] != "**" or (len(strong) % 2 and each is strong[-1]):
                start = paragraph.start() + each.start()
                yield _left(start, start + len(each[0]), each[0], "has no partner")


def _left(start: int, end: int, shown: str, what: str) -> Finding:
    return Finding(
        code="markup-left",
        start=start,
        end=end,
        message=f"`{_plain(shown)}` is markup, and {what}",
        hint="take it out",
    )


_RULES: tuple[_Rule, ...] = (
    _mixed,
    _markup,
    _apostrophes,
    _quotation_marks,
    _dashes,
    _no_break,
    _spacing,
)
