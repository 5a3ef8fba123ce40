"""Tables and figures that the review has, against those that its texts show."""

from __future__ import annotations

from uchtil.model import Project
from uchtil.problems import Problems
from uchtil.render import Article, UseKind

_TEXTS = ("content/sections", "content/review.yaml", "content/exhibits.yaml")


def check_shown(project: Project, article: Article, problems: Problems) -> None:
    """Warn of a table or figure that no text shows: its number would be missing.

    Nothing is told where a text is wrong: it may be the one to show it.
    """
    if any(each.where.file.startswith(_TEXTS) for each in problems.errors):
        return
    shown = {(use.kind, use.id) for use in article.uses}
    for kind, exhibits in ((UseKind.TABLE, project.tables), (UseKind.FIGURE, project.figures)):
        for exhibit in exhibits.values():
            if (kind, exhibit.id) not in shown:
                problems.warning(
                    "exhibit-unused",
                    f"no section shows the {kind.value} `{exhibit.id}`",
                    exhibit.where,
                    f'write {{{{ {kind.value}("{exhibit.id}") }}}} on a line of its own, '
                    "or take it out",
                )
