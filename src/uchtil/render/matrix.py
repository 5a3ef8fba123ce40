"""The table of sources against themes: how many facts of each theme each source tells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from uchtil.model import Fact
from uchtil.render.grid import Grid
from uchtil.render.markdown import escape

if TYPE_CHECKING:
    from uchtil.render.prose import Prose

_NOTHING = "—"
_THEME_WIDTH, _SOURCE_WIDTH, _TOTAL_WIDTH = 8, 5, 3


def matrix(facts: Iterable[Fact], prose: Prose) -> Grid:
    """Return themes as rows and sources as columns: sources are few, their names short.

    A fact that several sources tell counts for each of them, but once in the totals; the
    last row is that of all themes.  Themes without a fact are left out.
    """
    project, columns = prose.project, prose.language.terms.columns
    sources = list(project.sources.values())
    told: Counter[tuple[str, str]] = Counter()
    of_theme: Counter[str] = Counter()
    of_source: Counter[str] = Counter()
    for fact in facts:
        of_theme[fact.theme] += 1
        for key in {passage.source for passage in fact.evidence}:
            told[fact.theme, key] += 1
            of_source[key] += 1

    def row(name: str, counts: Iterable[int]) -> list[str]:
        return [escape(name), *(str(count) if count else _NOTHING for count in counts)]

    code = prose.language.code
    rows = [
        row(theme.name[code], (*(told[theme.id, each.key] for each in sources), of_theme[theme.id]))
        for theme in project.themes.values()
        if of_theme[theme.id]
    ]
    rows.append(row(columns.total, (*(of_source[each.key] for each in sources), of_theme.total())))
    return Grid(
        head=[
            escape(columns.theme),
            *map(prose.name_and_cite, sources),
            escape(columns.total),
        ],
        rows=rows,
        widths=[_THEME_WIDTH, *(_SOURCE_WIDTH for _ in sources), _TOTAL_WIDTH],
        numeric=frozenset(range(1, len(sources) + 2)),
        row_heads=True,
    )
