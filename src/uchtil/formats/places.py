"""Links from each section to the same section in the other languages.

They are plain links, so that changing the language keeps the reader's place without a
script; what stands in the page's head goes one step finer, to the paragraph.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.html import Element, HtmlElement

from uchtil.formats.fragments import Step, rewrite


@dataclass(frozen=True, kw_only=True, slots=True)
class Counterpart:
    """The same text in another language.

    ``href`` is the file (empty: this file), ``prefix`` what stands before the ids there
    (``ru-`` in the trilingual edition, else nothing), ``endonym`` the language's own
    name, ``tag`` its BCP 47 tag.
    """

    tag: str
    endonym: str
    href: str = ""
    prefix: str = ""


def link_sections(
    body_html: str, counterparts: Sequence[Counterpart], label: str, prefix: str = ""
) -> str:
    """Return the body with links under each section's heading.

    ``label`` says what the links lead to ("This section in other languages"), ``prefix``
    is what stands before the ids of this body.
    """
    return rewrite(body_html, section_links(counterparts, label, prefix))


def section_links(counterparts: Sequence[Counterpart], label: str, prefix: str = "") -> Step:
    """Return the step that `link_sections` runs."""

    def step(tree: HtmlElement) -> None:
        for heading in list(tree.iter("h2")):
            section = heading.getparent()
            if section is None or section.tag != "section" or not section.get("id"):
                continue
            slug = str(section.get("id")).removeprefix(prefix)
            links = Element("p", {"class": "elsewhere"})
            spoken = Element("span", {"class": "spoken"})
            spoken.text = f"{label}: "
            links.append(spoken)
            for counterpart in counterparts:
                if len(links) > 1:
                    links[-1].tail = " · "
                links.append(_link(counterpart, slug))
            section.insert(section.index(heading) + 1, links)

    return step


def _link(counterpart: Counterpart, slug: str) -> HtmlElement:
    link = Element("a", {"href": f"{counterpart.href}#{counterpart.prefix}{slug}"})
    link.set("lang", counterpart.tag)
    link.set("hreflang", counterpart.tag)
    link.text = counterpart.endonym
    return link
