"""Words of two scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from uchtil.checks.orthography.finding import IN_CYRILLIC, IN_LATIN, LETTER, Finding
from uchtil.language.orthography import CYRILLIC, HOMOGLYPHS, LATIN, Orthography
from uchtil.load.texts import Text
from uchtil.problems import Severity

_WORD = re.compile(rf"{LETTER}(?:[ʻʼ'’‘]?{LETTER})*")
_SUFFIXED = re.compile(r"[Ѐ-ӿ]{2,}(?:lar)?(?:i|si)?(?:ning|ni|ga|da|dan|dagi|cha|lar|s)?")


def mixed_scripts(text: Text, prose: str, orthography: Orthography) -> Iterator[Finding]:
    """Words of two scripts, and lone letters of the other one that look right."""
    own, other = IN_LATIN, IN_CYRILLIC
    if orthography.script == CYRILLIC:
        own, other = other, own
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
            mostly = LATIN if _count(IN_LATIN, word) > _count(IN_CYRILLIC, word) else CYRILLIC
            if _count(IN_LATIN, word) == _count(IN_CYRILLIC, word):
                mostly = orthography.script
            wrong = (IN_CYRILLIC if mostly == LATIN else IN_LATIN).search(word)
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
    strange = IN_LATIN if script == CYRILLIC else IN_CYRILLIC
    return None if strange.search(right) else right


def _stands_alone(prose: str, found: re.Match[str]) -> bool:
    """Whether a letter stands as a word among words, and is no sign or part of a formula."""
    before, after = prose[: found.start()][-2:], prose[found.end() :][:2]
    return not re.search(r"[\w+/«“”(‘-]\s?\Z", before[-1:]) and bool(
        re.match(rf"[ \u00a0\n]{LETTER}", after)
    )
