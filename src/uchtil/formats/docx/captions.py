"""Turns the numbers of captions into SEQ fields that show what was printed."""

from __future__ import annotations

import copy
import re
from collections import Counter

from uchtil.formats.docx.wordml import Element, field_runs, shown_text, style_of, text_run, w

_CAPTIONS = frozenset({"TableCaption", "ImageCaption"})
_NUMBER = re.compile(r"\d+")


def number_captions(body: Element) -> None:
    """Make the number in each ``Caption Number`` run a field of its own sequence.

    The sequence is called by the caption's own word (``Table``, ``jadval``, ``Рис``), so
    that each language counts for itself and Word offers it for cross-references.  Where
    counting would not give the printed number, the field is told that number.
    """
    counted: Counter[str] = Counter()
    for paragraph in body.iter(w("p")):
        if style_of(paragraph) not in _CAPTIONS:
            continue
        for run in paragraph.findall(w("r")):
            style = run.find(f"{w('rPr')}/{w('rStyle')}")
            if style is not None and style.get(w("val")) == "CaptionNumber":
                _number(paragraph, run, counted)


def _number(paragraph: Element, run: Element, counted: Counter[str]) -> None:
    text = shown_text(run)
    found = _NUMBER.search(text)
    label = "_".join(re.findall(r"[^\W\d_]+", text))
    if found is None or not label:
        return
    number = int(found[0])
    exact = "" if number == counted[label] + 1 else f" \\r {number}"
    counted[label] = number
    properties = [] if run[0].tag != w("rPr") else list(run[0])
    made = field_runs(f"SEQ {label} \\* ARABIC{exact}", found[0], *copy.deepcopy(properties))
    for part, place in ((text[: found.start()], 0), (text[found.end() :], len(made))):
        if part:
            made.insert(
                place if place == 0 else len(made), text_run(part, *copy.deepcopy(properties))
            )
    place = paragraph.index(run)
    paragraph[place : place + 1] = made
