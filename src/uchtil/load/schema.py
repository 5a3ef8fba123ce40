"""JSON Schemas of the YAML files, made from the tables of fields that the loader reads by."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from uchtil.load.crosswalk import CROSSWALK_FILE
from uchtil.load.exceptions import EXCEPTION_FILE
from uchtil.load.exhibits import EXHIBIT_FILE
from uchtil.load.facts import FACT_FILE
from uchtil.load.fields import Record
from uchtil.load.merges import MERGE_FILE
from uchtil.load.profiles import PROFILE
from uchtil.load.proposals import PROPOSAL_FILE
from uchtil.load.remarks import REMARK_FILE
from uchtil.load.review import REVIEW
from uchtil.load.shapes import Json
from uchtil.load.vocabulary import NAME_FILE, SOURCE_FILE, TERM_FILE

SCHEMAS: Mapping[str, Record[object]] = {
    "review": REVIEW,
    "sources": SOURCE_FILE,
    "names": NAME_FILE,
    "terms": TERM_FILE,
    "exhibits": EXHIBIT_FILE,
    "facts": FACT_FILE,
    "remarks": REMARK_FILE,
    "exceptions": EXCEPTION_FILE,
    "crosswalk": CROSSWALK_FILE,
    "journal": PROFILE,
    "proposals": PROPOSAL_FILE,
    "merges": MERGE_FILE,
}
"""The files by the name of their schema."""

_FILES = {
    "facts": "facts/<theme>.yaml",
    "journal": "journals/<id>.yaml",
    "proposals": "intake/<key>.yaml",
    "merges": "intake/merges/<name>.yaml",
}
"""The files that are not called as their schema is."""


def schema_of(name: str) -> Json:
    """Return one schema as JSON Schema draft 2020-12."""
    defs: Json = {}
    body = SCHEMAS[name].body(defs)
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"uchtil: {_FILES.get(name, f'{name}.yaml')}",
        **body,
        "$defs": dict(sorted(defs.items())),
    }


def schema_text(name: str) -> str:
    """Return one schema as the text of its file."""
    return json.dumps(schema_of(name), ensure_ascii=False, indent=2) + "\n"


def write_schemas(folder: Path) -> list[Path]:
    """Write every schema as ``<folder>/<name>.json`` and return the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name in SCHEMAS:
        path = folder / f"{name}.json"
        path.write_text(schema_text(name), encoding="utf-8", newline="\n")
        written.append(path)
    return written
