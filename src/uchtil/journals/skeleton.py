"""A new profile to fill in: every field that there is, as a line with a sample."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from uchtil.language.romanisation import SYSTEMS
from uchtil.load.profile_asks import SEPARATORS
from uchtil.load.profile_looks import PLACES_OF_NUMBERS
from uchtil.load.profile_shapes import TEXT_LANGUAGES
from uchtil.load.profiles import FOLDER, PACKAGE
from uchtil.load.schema_line import schema_line
from uchtil.model.profiles import Block, Form, Region, Unit


def skeleton(name: str, styles: Sequence[str], templates: Path, today: datetime.date) -> str:
    """Return the text of a profile for a journal whose page is read ``today``.

    What can be chosen is taken from the loader; the lines stand in the order in which
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
        text_languages=TEXT_LANGUAGES,
        units=[each.value for each in Unit],
        regions=[each.value for each in Region],
        forms=[each.value for each in Form if each is not Form.FITTING],
        numbers=PLACES_OF_NUMBERS,
        blocks=[each.value for each in Block],
        separators=SEPARATORS,
        styles=styles,
        systems=list(SYSTEMS),
        package=PACKAGE,
    )
