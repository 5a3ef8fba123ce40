"""Treaties, agreements, laws…: words for a kind of document with a title beside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from uchtil.intake.recognise.finds import Document
from uchtil.intake.recognise.sentences import Sentence
from uchtil.intake.recognise.tables import Table
from uchtil.language import wording_of
from uchtil.language.wording import either

_LONGEST = 14
"""Words of a title that no quotation marks end."""
_QUOTED = r"(?<![\w])'+(?P<quoted>[^']{2}(?:[^']|(?<=\w)'(?=\w)){3,200}?)'+(?!\w{4})"
"""A text made even has one sign for all quotation marks and apostrophes."""
_STOP = re.compile(
    r"[,;:()\[\].!?'\ue000–—]|(?<= )(?:от|был\w*|подписан\w*|вступил\w*|принят\w*|заключ[её]н\w*|"
    r"was|were|is|are|has|had|which|that|in|entered|signed|concluded|"
    r"imzolan\w+|qabul|tashkil|asosida|hamda|ham)(?= |\Z)|\d",
    re.IGNORECASE,
)
_BEFORE_STOP = re.compile(
    r"[,;:()\[\].!?'\ue000–—\d]|(?<!\w)(?:imzolangan|bu|ushbu|mazkur|xususan|kuni|kunlari|tomonidan|o'rtasidagi|"
    r"o'rtasida|hamda|va|bilan|\w+(?:da|dan|dagi|gan|nda))(?= )",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True, slots=True)
class DocumentFound:
    """A document in a sentence, without its date."""

    start: int
    end: int
    value: Document
    note: str = ""


@cache
def _kinds(code: str) -> Table[str]:
    return Table(wording_of(code).documents, before=r"(?<!\w)", after=r"(?!\w)")


@cache
def _rules(code: str) -> tuple[re.Pattern[str], ...]:
    wording = wording_of(code)
    kind = rf"(?<!\w)(?P<kind>{either(wording.documents)})(?!\w)"
    capital = rf"(?<!\w)(?=(?-i:[A-Z]))(?P<kind>{either(wording.documents)})(?!\w)"
    slots = {"<kind>": kind, "<Kind>": capital, "<quoted>": _QUOTED}
    made = []
    for rule in wording.document_rules:
        head, title, tail = rule.partition("<title>")
        words = r"[^\s,;:()]+"
        body = rf"(?P<title>{words}(?: {words}){{0,{_LONGEST - 1}}})" if title else ""
        if title and head:
            body = rf"(?P<title>{words}(?: {words}){{0,{_LONGEST - 1}}})"
        whole = head + body + tail
        for slot, pattern in slots.items():
            whole = whole.replace(slot, pattern)
        made.append(re.compile(whole, re.IGNORECASE))
    return tuple(made)


def documents_in(sentence: Sentence) -> list[DocumentFound]:
    """Return the documents that a sentence names by title, in their order."""
    text = sentence.text
    if next(_kinds(sentence.language).finditer(text), None) is None:
        return []  # every rule has a word for a kind of document
    found: list[DocumentFound] = []
    for rule in _rules(sentence.language):
        for match in rule.finditer(text):
            each = _read(text, match, sentence.language)
            if each and all(each.end <= other.start or other.end <= each.start for other in found):
                found.append(each)
    return sorted(found, key=lambda each: each.start)


def _read(text: str, match: re.Match[str], code: str) -> DocumentFound | None:
    kind = _kinds(code).of(match["kind"])
    groups = match.groupdict()
    start, end = match.span()
    if groups.get("quoted"):
        title = match["quoted"]
    elif match.start("title") > match.start("kind"):
        stop = _STOP.search(text, match.start("title"), match.end("title"))
        end = stop.start() if stop else match.end("title")
        title = text[match.start("title") : end].rstrip()
        end = match.start("title") + len(title)
    else:
        stops = list(_BEFORE_STOP.finditer(text, start, match.end("title")))
        start = stops[-1].end() if stops else start
        title = text[start : match.end("title")].strip()
        start += len(text[start:]) - len(text[start:].lstrip())
    if not title.strip():
        return None
    return DocumentFound(start=start, end=end, value=Document(kind=kind, title=title.strip()))
