"""What is no prose, in whatever language a text is."""

from __future__ import annotations

JINJA = r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}(?!\})"
"""A template's own parts (for patterns in which ``.`` matches a line's end too).

Not ``{#id}}``, an attribute of pandoc's that a template's braces follow.
"""
