"""The texts in the report: how long they are in each language, and what no text uses."""

from __future__ import annotations

import re

from uchtil.checks.parity import ABSTRACT
from uchtil.pipeline.report.basis import Basis, Data, place
from uchtil.render import UseKind
from uchtil.render.markdown import unescape

_DIVISION = re.compile(r"^:::+ *\{.*?^:::+$", re.MULTILINE | re.DOTALL)
_NO_PROSE = re.compile(
    r"!\[.*\]\(figure:.*"  # a figure, with its caption, stands in one line
    r"|\]\([^)\s]*\)"  # where a link leads
    r"|\[[^\[\]@]*@\{[^\[\]]*\]"  # a citation
    r"|(?<!\\)\{[.#][^}]*\}"  # a class or an identifier
)
_WORD = re.compile(r"\w[\w’'ʻʼ‘-]*")


def count_words(markdown: str) -> int:
    """Count the words of prose: without tables, figures, citations and markup."""
    return len(_WORD.findall(_NO_PROSE.sub(" ", _DIVISION.sub("", markdown))))


def words(basis: Basis) -> list[Data]:
    """Return how many words each section has in each language, and the file of each.

    An edition that is made from another's text has no file of its own.
    """
    prepared = basis.prepared
    review = prepared.project.review
    parts = {code: prepared.article.parts[code] for code in review.languages}
    told: list[Data] = [
        {
            "section": ABSTRACT,
            "name": "Abstract",
            "texts": {
                code: {"words": count_words(part.abstract), **place(review.place(ABSTRACT, code))}
                for code, part in parts.items()
            },
        }
    ]
    written = {
        (section.slug, code): section for code, part in parts.items() for section in part.sections
    }
    for slug in review.sections:
        named = written.get((slug, basis.told_in.code))
        heading = re.match(r"\s*#+ +(.+)", named.markdown) if named else None
        told.append(
            {
                "section": slug,
                "name": unescape(heading[1]).strip() if heading else slug,
                "texts": {
                    code: {"words": count_words(section.markdown), **place(section.where)}
                    for code in parts
                    if (section := written.get((slug, code))) is not None
                },
            }
        )
    return told


def remarks(basis: Basis) -> list[Data]:
    """Return every remark: what is wrong, what is done about it, and whether a table shows it."""
    prepared = basis.prepared
    shown = {use.id for use in prepared.article.uses if use.kind is UseKind.REMARK}
    rendered = prepared.article.parts[basis.told_in.code].remarks
    return [
        {
            "id": remark.id,
            "kind": remark.kind.value,
            "severity": remark.severity.value,
            "statement": unescape(rendered[remark.id, "statement"]),
            "handling": unescape(rendered[remark.id, "handling"]),
            "sources": list(dict.fromkeys(each.source for each in remark.passages)),
            "used": remark.id in shown,
            **place(remark.where),
        }
        for remark in prepared.project.remarks.values()
    ]


def unused_names(basis: Basis) -> list[Data]:
    """Return the names that no fact has, no text calls, and no text spells in any language."""
    prepared = basis.prepared
    project = prepared.project
    used = {name for fact in project.facts.values() for name in fact.names}
    left = [name for name in project.names.values() if name.id not in used]
    if not left:
        return []
    called = set()
    for section in project.sections.values():
        called |= set(re.findall(r"name\(\s*[\"']([^\"']+)", section.text))
    whole = "\n".join(
        text
        for part in prepared.article.parts.values()
        for text in (part.abstract, *(each.markdown for each in part.sections))
    )
    return [
        {"id": name.id, "type": name.type, "text": basis.text(name.forms), **place(name.where)}
        for name in left
        if name.id not in called
        and not any(form in whole for form in (*name.forms.values(), *(name.short or {}).values()))
    ]
