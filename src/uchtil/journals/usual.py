"""What lists of references there are, and in which order, where a profile does not say it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from uchtil.formats.csl import Style
from uchtil.model.profiles import Order, Profile, ReferenceList


def with_usual_lists(profile: Profile, style_of: Callable[[str], Style]) -> Profile:
    """Return the profile with a list in the style of its citations, where it names none.

    Without that the text would cite ``[1; 2]`` and nothing would tell what 1 is.  Notes tell
    their works themselves.  A list whose order is not said has that of its style.
    """
    lists = profile.lists
    if profile.usual_list and style_of(profile.citations).kind != "note":
        lists = (ReferenceList(style=profile.citations),)
    return replace(
        profile,
        lists=tuple(
            each
            if each.order is not None
            else replace(each, order=_order(style_of(each.style), first=not number))
            for number, each in enumerate(lists)
        ),
    )


def _order(style: Style, *, first: bool) -> Order:
    # A further list that is numbered has the numbers, and so the order, of the first.
    sorts = style.sorts and (first or style.kind != "numeric")
    return Order.ALPHABETICAL if sorts else Order.CITATION
