"""LaTeX in the values of foreign .bib files, made text."""

from __future__ import annotations

from functools import cache

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.latexwalker import LatexMacroNode


def text_of(raw: str) -> tuple[str, bool]:
    r"""Return a value as text in one line, and whether that is all that it says.

    Accents, dashes and escaped signs become characters, braces go.  Where a command has no
    text that we know (``\unknown``), or mathematics is left, the second value is false.
    """
    flat = " ".join(raw.split())
    if not any(sign in flat for sign in "\\~$`{}'-"):
        return flat, True
    if "\\" not in flat and "$" not in flat:
        bare = flat.replace("{", "").replace("}", "").replace("~", "\u00a0")
        bare = bare.replace("``", "“").replace("''", "”")
        return bare.replace("---", "—").replace("--", "–"), True
    unknown: list[str] = []
    _UNKNOWN.append(unknown)
    try:
        # an ampersand parts columns for LaTeX, and nothing in a bibliography
        made = _converter().latex_to_text(flat.replace("\\&", "&").replace("&", "\\&"))
    finally:
        _UNKNOWN.pop()
    made = " ".join(made.replace("\u00a0", " \u00a0").split(" ")).replace(" \u00a0", "\u00a0")
    return made.strip(), not unknown and "\\" not in made and "$" not in made


_UNKNOWN: list[list[str]] = []
"""The commands that the conversion under way did not know."""


@cache
def _converter() -> LatexNodes2Text:
    database = get_default_latex_context_db()
    database.set_unknown_macro_spec(MacroTextSpec("", simplify_repl=_unknown))
    database.add_context_category(
        "bibliographies",
        macros=[
            MacroTextSpec("url", simplify_repl="%s"),
            MacroTextSpec("href", simplify_repl="%(2)s"),
        ],
        prepend=True,
    )
    return LatexNodes2Text(
        latex_context=database, math_mode="verbatim", keep_comments=True, keep_braced_groups=False
    )


def _unknown(node: LatexMacroNode) -> str:
    _UNKNOWN[-1].append(str(node.macroname))
    return ""
