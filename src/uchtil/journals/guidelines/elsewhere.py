"""Other pages and files that a page of rules points to: they have rules, too, and were not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from uchtil.journals.guidelines.finds import Told
from uchtil.journals.guidelines.sayings import Saying

_POINTS = re.compile(
    # English
    r"(?:described|given|found|explained|set out|detailed|listed) (?:in|on|at|by|from) "
    r"(?:this|the|our|a separate|the following|the attached)[\w' -]{0,40}"
    r"(?:files?|links?|websites?|guides?|templates?|style ?sheets?)(?!\w)"
    r"|(?:use|download|follow|consult|see|fill in) (?:this|the|our|a)[\w' -]{0,40}"
    r"(?:templates?|style ?sheets?|style guides?)(?!\w)"
    r"|(?:templates?|style ?sheets?) (?:can be|is|are|may be) (?:downloaded|found|available)"
    r"|guidelines for (?:the )?authors: *files?(?!\w)"
    r"|according (?:to )?(?:the|our) (?:[\w'-]+ ){0,3}(?:style ?sheet|style guide|template)(?!\w)"
    r"|(?:details|information|guidance)[\w ,]{0,12} (?:see|consult|refer to) [\w' -]{0,40}"
    r"(?:guidelines|instructions|guide|notes)(?!\w)|[\[(]pdf[\])]"
    # Russian
    r"|(?:шаблон|образ(?:ец|цы) (?:оформлени|стать)\w*)\w*(?: \w+){0,4} (?:можно|доступ\w+"
    r"|размещ\w+|скача\w+|прилага\w+|находит\w+)"
    r"|(?:по|согласно|в соответствии с|использу\w+|скача\w+)(?: \w+){0,3} шаблон\w*"
    r"|скача\w+ (?:\w+ ){0,3}(?:правил|требован|образ)\w*"
    r"|(?:правил|требован|инструкц)\w* (?:\w+ ){0,6}(?:размещен|приведен|опубликован|изложен)\w* "
    r"(?:\w+ ){0,2}на (?:\w+ )?сайте"
    # Uzbek
    r"|(?:shablon|namuna)\w*(?: \w+){0,4} (?:yukla\w+|ilova qilin\w+|joylash\w+)"
    r"|shablon\w* (?:asosida|bo'yicha|ga muvofiq|dan foydalan\w+)"
    r"|(?:talab|qoida)\w* (?:\w+ ){0,4}(?:havola|sayt|fayl)\w*"
)
"""What says that something stands elsewhere; a sample on the page itself is no such thing."""


def elsewhere(page: Sequence[Saying]) -> Iterator[Told]:
    """Yield the sentences that point to another page or file, with their words."""
    for number, saying in enumerate(page):
        match = _POINTS.search(saying.text)
        if match:
            yield Told(
                about="another page or file: read it, too",
                quote=saying.quote(match.start(), match.end()),
                at=number,
            )
