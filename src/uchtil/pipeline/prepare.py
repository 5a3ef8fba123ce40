"""From files to an article in Markdown: what `check` and `build` have in common."""

from __future__ import annotations

import gc
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from uchtil.bibliography import (
    Crosswalk,
    Reference,
    read_bibliography,
    read_crosswalk,
    unread_keys,
)
from uchtil.checks.content import check_content
from uchtil.checks.exhibits import check_shown
from uchtil.checks.glyphs import check_glyphs
from uchtil.checks.markup import check_markup
from uchtil.formats.csl import style_names
from uchtil.load import load
from uchtil.load.texts import Text
from uchtil.model import Project
from uchtil.model.records import Broken
from uchtil.pipeline import places
from uchtil.problems import Location, Problems
from uchtil.render import Article, render_article
from uchtil.render.cyrillic import with_cyrillic


@dataclass(frozen=True, kw_only=True, slots=True)
class Prepared:
    """A review that has been read, rendered and checked."""

    project: Project
    references: Mapping[str, Reference]
    crosswalk: Crosswalk
    article: Article
    texts: tuple[Text, ...]
    """Every text of the content as it is written, for checks that look at signs and words."""
    broken: Broken
    """Ids of what could not be read, by kind."""

    @property
    def names_read(self) -> bool:
        """Whether names and sources could all be read: else words of theirs seem unknown."""
        return not (self.broken.get("names") or self.broken.get("sources"))


def prepare(root: Path, problems: Problems) -> Prepared | None:
    """Read and render a project; nothing is written.

    Only what rendering stands on is checked here: the other checks (`check.examine`) can
    run while files are made already.  Problems are collected from every room before any of
    them stops the work.  Returns nothing where too little could be read to make an article
    of it.
    """
    if refuse_strays(root, problems):
        return None
    collecting = gc.isenabled()
    gc.disable()  # Tens of thousands of records are made, and none of them is rubbish.
    try:
        bibliography = root / "bibliography" / "references.bib"
        references = read_bibliography(bibliography, "bibliography/references.bib", problems)
        unread = unread_keys(bibliography, references) if problems.errors else frozenset()
        path = root / "bibliography" / "crosswalk.yaml"
        crosswalk = Crosswalk(lists={})
        if path.is_file():
            crosswalk = read_crosswalk(
                path, "bibliography/crosswalk.yaml", problems, references, unread
            )
        loaded = load(root, problems)
        project = loaded.project
        if project is None:
            return None
        problems.rule(project.review.rulings)
        if project.review.transliterated:
            project = with_cyrillic(project)
        broken = {**loaded.broken, "references": unread}
        templates = places.templates_of(root)
        styles = style_names(templates)
        check_content(project, references, styles, problems, broken, crosswalk=crosswalk)
        check_markup(project, problems)
        check_glyphs(loaded.texts, templates / "fonts" / "coverage.txt", problems)
        article = render_article(project, references, problems, broken)
        check_shown(project, article, problems)
        if project.review.changes:
            from uchtil.changes.section import with_section
            from uchtil.pipeline import releases

            base = releases.before(root, project.review.version, problems)
            if base is not None and article.parts:
                article = with_section(project, article, references, base)
        return Prepared(
            project=project,
            references=references,
            crosswalk=crosswalk,
            article=article,
            texts=loaded.texts,
            broken=broken,
        )
    finally:
        if collecting:
            gc.enable()


def refuse_strays(root: Path, problems: Problems) -> bool:
    """Tell of links that lead out of the project; whether there are any."""
    strays = places.strays(root)
    for stray in strays:
        problems.error(
            "link-outside",
            "this link leads out of the project and is not followed",
            Location(file=stray),
            "put the file itself there",
        )
    return bool(strays)
