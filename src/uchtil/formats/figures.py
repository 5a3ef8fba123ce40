"""Gives drawn figures their colours for print.

On the screen, figures take colours from the page's style sheet, which knows light and
dark.  WeasyPrint draws an inline SVG by itself: it sees neither the page's style sheet
nor ``var()``.  So for print the style sheet of figures is put into each SVG with every
variable written out.
"""

from __future__ import annotations

import re

from lxml.html import Element, HtmlElement

from uchtil.formats.fragments import Step

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)")
_DEFINITION = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_ROOT = re.compile(r":root\s*\{([^}]*)\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def plain_rules(stylesheet: str) -> str:
    """Return the style sheet's rules on one line, with every variable written out.

    ``stylesheet`` defines its variables in ``:root``; a variable that it does not define
    and that has no fallback raises ``KeyError``: a figure would lose a colour silently.
    """
    plain = _COMMENT.sub("", stylesheet)
    return " ".join(_written_out(_ROOT.sub("", plain), _values(plain)).split())


def print_colours(stylesheet: str) -> Step:
    """Return the step that puts the style sheet into each figure, as `plain_rules` has it."""
    values = _values(_COMMENT.sub("", stylesheet))
    rules = plain_rules(stylesheet)

    def step(tree: HtmlElement) -> None:
        for drawing in list(tree.iter("svg")):
            for element in drawing.iter():
                for name, value in element.attrib.items():
                    if "var(" in value:
                        element.set(name, _written_out(value, values))
                if element.tag == "style" and element.text:
                    element.text = _written_out(element.text, values)
            style = Element("style")
            style.text = rules
            # After <title>, which has to come first to name the drawing.
            index = 1 if len(drawing) and drawing[0].tag == "title" else 0
            drawing.insert(index, style)

    return step


_HEX = re.compile(r"#([0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b")


def in_grey(stylesheet: str) -> str:
    """Return the style sheet with each colour as the grey of its luminance (ITU-R BT.601)."""

    def grey(match: re.Match[str]) -> str:
        digits = match[1] if len(match[1]) == 6 else "".join(each * 2 for each in match[1])
        red, green, blue = (int(digits[place : place + 2], 16) for place in (0, 2, 4))
        level = round(0.299 * red + 0.587 * green + 0.114 * blue)
        return f"#{level:02x}{level:02x}{level:02x}"

    return _HEX.sub(grey, stylesheet)


def _values(plain: str) -> dict[str, str]:
    return {
        name: value.strip()
        for block in _ROOT.findall(plain)
        for name, value in _DEFINITION.findall(block)
    }


def _written_out(text: str, values: dict[str, str]) -> str:
    def value(match: re.Match[str]) -> str:
        name, fallback = match.groups()
        return values[name] if name in values or fallback is None else fallback

    return _VARIABLE.sub(value, text)
