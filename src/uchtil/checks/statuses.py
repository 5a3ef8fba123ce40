"""Plans that are told as results, and results that are told as plans (``plan-as-result``).

A measure's status is given once, and prose takes its number without it; so the words around
are looked at: those of the fact's own statement, and of each sentence that prints its number.
What they say is known by few words of each language (``language.*.verbs``): a warning only
where a word of the one kind stands, and none of the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from uchtil.facts.support import came_about
from uchtil.language import language
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.load.texts import Text
from uchtil.model import Fact, Project
from uchtil.problems import Problems

_NUMBER = re.compile(
    r"\{\{\s*fact\(\s*[\"'](?P<id>[^\"']+)[\"']\s*\)\.(?:value|number|amount|words)\b.*?\}\}",
    re.DOTALL,
)
_END = re.compile(r"[.!?…;:](?=\s|\Z)|\n\s*\n")
"""What ends a sentence, or a part of one that says something of its own."""


def check_statuses(project: Project, texts: Iterable[Text], problems: Problems) -> None:
    """Tell where words and status of a figure do not agree; statements first."""
    for fact in project.facts.values():
        if fact.status is not None:
            _check_statement(fact, problems)
    for text in texts:
        if text.is_template and text.language in LANGUAGE_NAMES:
            for fact, offset, sentence in _printed(project, text):
                _check_sentence(fact, text, offset, sentence, problems)


def _check_statement(fact: Fact, problems: Problems) -> None:
    assert fact.status is not None
    status = fact.status.value
    wrong: dict[str, str] = {}
    for code, statement in fact.statement.items():
        verbs = language(code).verbs
        if verbs is None:
            continue
        planned, reached = verbs.planned.search(statement), verbs.reached.search(statement)
        if came_about(fact.status):
            if planned and not reached:
                wrong[code] = planned[0]
        elif reached and not verbs.intended.search(statement):
            wrong[code] = reached[0]
    if wrong:
        said = " and ".join(f"“{word}” in {LANGUAGE_NAMES[code]}" for code, word in wrong.items())
        problems.warning(
            "plan-as-result",
            f"the status of `{fact.id}` is {status}, and its statement says {said}",
            fact.where,
            "the verb in the source decides: give it the right status, or mend the statement",
        )


def _check_sentence(fact: Fact, text: Text, offset: int, sentence: str, problems: Problems) -> None:
    verbs = language(text.language).verbs
    if verbs is None or fact.status is None or came_about(fact.status):
        return
    reached = verbs.reached.search(sentence)
    if reached and not verbs.intended.search(sentence):
        problems.warning(
            "plan-as-result",
            f"`{fact.id}` is a {fact.status.value}, and this sentence tells it as a result: "
            f"“{reached[0]}”",
            text.place(offset),
            "say that it was planned, or name the fact that tells what came about",
        )


def _printed(project: Project, text: Text) -> Iterator[tuple[Fact, int, str]]:
    """Yield the facts whose numbers a text prints, where, and the sentence around.

    Not those of a sentence that prints a result too: its verb may be the result's.
    """
    source = text.source[text.start : text.end]
    for found in _NUMBER.finditer(source):
        fact = project.facts.get(found["id"])
        if fact is None:
            continue
        start = max((each.end() for each in _END.finditer(text.prose, 0, found.start())), default=0)
        after = _END.search(text.prose, found.end())
        end = after.start() if after else len(source)
        beside = [
            project.facts[each["id"]].status
            for each in _NUMBER.finditer(source, start, end)
            if each["id"] in project.facts
        ]
        if not any(status and came_about(status) for status in beside):
            yield fact, found.start(), text.prose[start:end]
