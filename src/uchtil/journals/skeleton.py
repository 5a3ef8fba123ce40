"""A new profile to fill in: every field that there is, as a line with a sample."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from uchtil.language.romanisation import SYSTEMS
from uchtil.load.profile_asks import SEPARATORS
from uchtil.load.profile_looks import PLACES_OF_NUMBERS
from uchtil.load.profiles import FOLDER, PACKAGE
from uchtil.load.schema_line import schema_line
from uchtil.model.profiles import Block, Form, Region, Unit

_CITED = {
    "numeric": "Numbers",
    "author-date": "Author and year",
    "note": "Notes",
}
_OF_LISTS = "-references"
"""How styles end that are only for lists."""


def skeleton(
    name: str,
    styles: Mapping[str, str],
    templates: Path,
    today: datetime.date,
    sections: Sequence[str] = (),
) -> str:
    """Return the text of a profile for a journal whose page is read ``today``.

    ``styles`` are those that there are, each with how it cites, ``sections`` those of the
    review.  What else can be chosen is taken from the loader; the lines stand in the order in which
    journals' pages tell their rules.
    """
    environment = Environment(
        loader=FileSystemLoader(templates / FOLDER),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 (it is YAML)
        keep_trailing_newline=True,
    )
    return environment.get_template("skeleton.yaml.j2").render(
        id=name,
        today=today.isoformat(),
        schema_line=schema_line(f"templates/{FOLDER}/{name}.yaml", "journal"),
        units=[each.value for each in Unit],
        regions=[each.value for each in Region],
        forms=[each.value for each in Form if each is not Form.FITTING],
        numbers=PLACES_OF_NUMBERS,
        blocks=[each.value for each in Block],
        separators=SEPARATORS,
        styles=list(_grouped(styles)),
        systems=list(SYSTEMS),
        package=PACKAGE,
        sections=sections,
    )


def _grouped(styles: Mapping[str, str]) -> Iterator[tuple[str, list[str]]]:
    """Yield what to choose a style by, with the styles."""
    for kind, about in _CITED.items():
        yield about, [n for n, k in styles.items() if k == kind and not n.endswith(_OF_LISTS)]
    yield "Only for lists", [n for n in styles if n.endswith(_OF_LISTS)]
