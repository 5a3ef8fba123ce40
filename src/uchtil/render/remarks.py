"""The texts of remarks: rendered once a language, and shown by tables."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from jinja2.sandbox import SandboxedEnvironment

from uchtil.language.prose import JINJA
from uchtil.render.environment import render_text
from uchtil.render.markdown import escape
from uchtil.render.uses import Use

if TYPE_CHECKING:
    from uchtil.render.prose import Prose

FIELDS = ("statement", "handling")

_FUNCTIONS = ("fact", "name", "fact_count", "source_count", "reference_count", "remark_count")
"""What the text of a remark may use: its citations are the table's."""

_EXPRESSION = re.compile(f"({JINJA})", re.DOTALL)
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}")


@dataclass(frozen=True, kw_only=True, slots=True)
class RemarkText:
    """One text of a remark as Markdown on one line, and what it used."""

    markdown: str
    uses: tuple[Use, ...]


def render_remarks(
    environment: SandboxedEnvironment, prose: Prose
) -> dict[tuple[str, str], RemarkText]:
    """Render every remark in one language, by id and field; also those that no table shows.

    A text is data, and so is printed as it is but for what stands in braces.
    """
    rendered: dict[tuple[str, str], RemarkText] = {}
    code = prose.language.code
    for remark in prose.project.remarks.values():
        for field in FIELDS:
            text = str(getattr(remark, field)[code])
            place = remark.places.get(f"{field}.{code}", remark.where)
            own = replace(prose, uses=[], section="remarks", place=place)
            markdown = _plain_escaped(text)
            if "{" in text:
                functions = own.functions()
                allowed = {name: functions[name] for name in _FUNCTIONS}
                markdown = render_text(environment, markdown, allowed, place, own.problems)
            rendered[remark.id, field] = RemarkText(
                markdown=" ".join(markdown.split("\n")).strip(), uses=tuple(own.uses)
            )
    return rendered


def _plain_escaped(text: str) -> str:
    """Escape what stands outside of braces; lines stay, so that problems name theirs.

    Braces that do not close are left to the template's own reader, which tells them.
    """
    pieces = _EXPRESSION.split(text)
    for place in range(0, len(pieces), 2):
        if not _BRACES.search(pieces[place]):
            pieces[place] = "\n".join(map(escape, pieces[place].split("\n")))
    return "".join(pieces)
