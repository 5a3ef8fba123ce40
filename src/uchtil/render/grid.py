"""A table before it is written: heads, rows, and how its columns are set."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class Grid:
    """The cells of a table as Markdown.

    ``widths`` are the columns' relative widths; ``numeric`` the places (from 0) of the
    columns whose figures stand under each other; ``row_heads`` whether the first cell of
    a row is its head.
    """

    head: Sequence[str]
    rows: Sequence[Sequence[str]]
    widths: Sequence[int]
    numeric: frozenset[int] = frozenset()
    row_heads: bool = False
