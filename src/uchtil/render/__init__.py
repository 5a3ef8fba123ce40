"""Jinja makes Markdown: each use of a fact or a citation is recorded as it is made."""

from uchtil.render.article import Article, Part, RenderedSection, render_article
from uchtil.render.uses import Use, UseKind

__all__ = ["Article", "Part", "RenderedSection", "Use", "UseKind", "render_article"]
