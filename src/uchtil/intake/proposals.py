"""The file of proposals of a new source: written for people, who edit it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from uchtil.intake.comparing import Match, Verdict
from uchtil.intake.keeping import fingerprint, text_name
from uchtil.intake.texts import SourceText
from uchtil.load.proposals import FOLDER
from uchtil.load.schema_line import schema_line
from uchtil.load.yaml_text import scalar
from uchtil.model import Bound, Fact, Project, Quantity, Scale

_HEAD = """\
# What the new source does to the facts. Nothing of this is in the review yet.
# Write `accept: yes` where a proposal is right (`later` to keep it in mind), fill in what is
# empty (""), and run `./build.py accept {key}`. What is accepted says `done` from then on.
# What sharpens gives its fact the finer reading; to add it as evidence alone, let it confirm.
"""

_OPENING, _CLOSING = tuple("([“«‘"), tuple(".,;:!?)]”»’")


def proposals_file(key: str) -> str:
    """Return the file of a source's proposals, relative to the project."""
    return f"{FOLDER}/{key}.yaml"


def proposals_text(
    key: str, source: SourceText, entry: str, matches: Sequence[Match], project: Project
) -> str:
    """Return the text of a file of proposals; ``entry`` is empty where the work is known."""
    languages = project.review.languages
    lines = [schema_line(proposals_file(key), "proposals"), _HEAD.format(key=key) + "source:"]
    lines += [
        f"  key: {key}",
        f"  text: {text_name(key)}",
        f"  fingerprint: {fingerprint(source.text)}",
        f"  language: {source.language}",
        f"  label: {_blanks(languages)}",
        f"  covers: {_blanks(languages)}",
    ]
    if entry:
        lines += ["entry: |", *(f"  {line}".rstrip() for line in entry.rstrip().split("\n"))]
    lines.append("proposals:" if matches else "proposals: []")
    for number, match in enumerate(matches, 1):
        lines += _proposal(f"p{number}", key, match, project)
    return "\n".join(lines) + "\n"


def _proposal(name: str, key: str, match: Match, project: Project) -> Iterator[str]:
    fact = project.facts.get(match.fact)
    yield f"  - id: {name}"
    yield "    accept: no"
    yield f"    verdict: {match.verdict.value}"
    if match.fact:
        yield f"    fact: {match.fact}"
    if match.others:
        yield f"    others: [{', '.join(match.others)}]"
    if match.candidate is not None:
        yield f"    theme: {match.candidate.theme}"
    yield "    why:"
    if match.others:
        yield f"      - {scalar('doubtful: other facts fit as well')}"
    for each in match.why:
        yield f"      - {scalar(each)}"
    yield f"    passage: {scalar(_marked(match))}"
    yield f"    paragraph: {match.paragraph}"
    if match.candidate is not None:
        yield "    candidate:"
        yield from (f"      {line}" for line in _candidate(key, match, project.review.languages))
    elif fact is not None:
        yield "    evidence:"
        yield from (f"      {line}" for line in _evidence(key, match, fact))
        if match.verdict is Verdict.DISPUTES and fact.resolution is None:
            yield "    resolution:"
            yield from (f'      {code}: ""' for code in project.review.languages)


def _marked(match: Match) -> str:
    """Return the passage with its anchor in brackets, signs where they stand in the text."""
    before = "" if match.before.endswith(_OPENING) else " "
    after = "" if match.after.startswith(_CLOSING) else " "
    return f"{match.before}{before}[[{match.anchor}]]{after}{match.after}".strip()


def _evidence(key: str, match: Match, fact: Fact | None) -> Iterator[str]:
    """Yield the evidence of a match: with its own reading where that is not the fact's."""
    yield f"source: {key}"
    yield f"anchor: {scalar(match.anchor)}"
    if match.pinned:
        yield f"paragraph: {match.paragraph}"
    if fact is not None:
        told = match.told
        if told.date is not None and fact.date is not None and told.date != fact.date:
            yield f"date: {told.date}"
        if told.value is not None and fact.value is not None and _differ(told.value, fact.value):
            yield f"value: {_value(told.value)}"
        if told.status is not None and fact.status is not None and told.status != fact.status:
            yield f"status: {told.status.value}"
    if match.cites:
        yield f"cites: [{', '.join(match.cites)}]"


def _differ(one: Quantity, other: Quantity) -> bool:
    return (one.number, one.upper, one.bound) != (other.number, other.upper, other.bound)


def _candidate(key: str, match: Match, languages: Sequence[str]) -> Iterator[str]:
    """Yield a fact with what was recognised; the rest is empty."""
    assert match.candidate is not None
    yield 'id: ""'
    yield f"kind: {match.candidate.kind.value}"
    if match.candidate.indicator:
        yield f"indicator: {match.candidate.indicator}"
    if match.told.date is not None:
        yield f"date: {match.told.date}"
    if match.told.value is not None:
        yield f"value: {_value(match.told.value)}"
    if match.told.status is not None:
        yield f"status: {match.told.status.value}"
    yield "statement:"
    yield from (f'  {code}: ""' for code in languages)
    if match.candidate.names:
        yield f"names: [{', '.join(match.candidate.names)}]"
    yield "evidence:"
    first, *rest = _evidence(key, match, None)
    yield f"  - {first}"
    yield from (f"    {line}" for line in rest)


def _value(value: Quantity) -> str:
    fields: dict[str, object] = {"amount": f"{value.amount:f}"}
    if value.upper is not None:
        fields["upper"] = f"{value.upper:f}"
    if value.scale is not Scale.ONE:
        fields["scale"] = value.scale.value
    fields["unit"] = value.unit
    if value.bound is not Bound.EXACT:
        fields["bound"] = value.bound.value
    return _flow(fields)


def _flow(fields: Mapping[str, object]) -> str:
    return "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}"


def _blanks(languages: Iterable[str]) -> str:
    return _flow(dict.fromkeys(languages, '""'))
