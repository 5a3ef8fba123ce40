"""What each output depends on, and so when it is stale.

An output is stale when the fingerprint of any of its inputs changed, and for no other
reason.  Inputs are what really goes into a file, not the files they were written in: a
fact that an edition does not use may change without that edition being made again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from uchtil.bibliography import csl_json
from uchtil.model import Project
from uchtil.pipeline import fingerprints
from uchtil.pipeline.editions import Edition
from uchtil.pipeline.prepare import Prepared

_TEMPLATES = {
    "html": ("*.j2", "styles/", "scripts/", "fonts/web/", "pandoc/", "csl/", "figures/"),
    "pdf": ("*.j2", "styles/", "fonts/", "pandoc/", "csl/", "figures/", "hyphenation/"),
    "docx": ("docx/", "fonts/", "pandoc/", "csl/", "figures/"),
}
"""Which templates a format is made with: folders, or the files at the top (``*.j2``)."""

_TOOLS = {
    "html": ("jinja2", "lxml", "pypandoc_binary"),
    "pdf": ("jinja2", "lxml", "pypandoc_binary", "pyphen", "weasyprint", "pydyf", "tinycss2"),
    "docx": ("lxml", "pypandoc_binary", "resvg_py"),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class World:
    """Fingerprints of all that a build could depend on, taken once at its start."""

    files: Mapping[str, str]
    tools: Mapping[str, str]
    style: str


def output_inputs(
    edition: Edition,
    format_name: str,
    prepared: Prepared,
    drawings: Mapping[tuple[str, str], str],
    world: World,
) -> dict[str, str]:
    """Return the inputs of one output: what each is called, with its fingerprint."""
    inputs = {
        "the program": _of_group(world.files, "program/"),
        "the citation style": fingerprints.of_text(world.style),
        "the title page": fingerprints.of_value(_title_page(prepared.project)),
        "the references": fingerprints.of_value(
            csl_json([prepared.references[key] for key in prepared.article.order])
        ),
    }
    for part in (prepared.article.parts[code] for code in edition.parts):
        code = part.language
        inputs[f"the abstract ({code})"] = fingerprints.of_text(part.abstract)
        for section in part.sections:
            inputs[section.where.file] = fingerprints.of_text(section.markdown)
    for (code, figure), drawing in drawings.items():
        if code in edition.parts:
            inputs[f"figure {figure} ({code})"] = fingerprints.of_text(drawing)
    for tool in _TOOLS[format_name]:
        inputs[f"{tool} {world.tools.get(tool, '(none)')}"] = ""
    for group in _TEMPLATES[format_name]:
        inputs[f"templates/{group}"] = _of_group(world.files, f"templates/{group}")
    return inputs


def look_of_sheets(world: World) -> str:
    """Return the fingerprint of all that sheets are made with, but for their text."""
    groups = ["program/", *(f"templates/{group}" for group in _TEMPLATES["pdf"])]
    return fingerprints.of_value(
        [
            *(_of_group(world.files, group) for group in groups),
            *(world.tools.get(tool, "") for tool in _TOOLS["pdf"]),
        ]
    )


def reader_of_pages(world: World) -> str:
    """Return the fingerprint of all that pages of a PDF are read back with."""
    tools = (world.tools.get(tool, "") for tool in ("pikepdf", "pypdfium2"))
    return fingerprints.of_value([_of_group(world.files, "program/"), *tools])


def look_of_texts(world: World) -> str:
    """Return the fingerprint of all that texts are cited and written with, but for themselves."""
    groups = ["program/", "templates/pandoc/", "templates/csl/"]
    return fingerprints.of_value(
        [
            world.style,
            world.tools.get("pypandoc_binary", ""),
            *(_of_group(world.files, group) for group in groups),
        ]
    )


def look_of_sections(world: World) -> str:
    """Return the fingerprint of all that sections are read with, but for themselves."""
    groups = ["program/", "templates/pandoc/"]
    return fingerprints.of_value(
        [
            world.tools.get("pypandoc_binary", ""),
            *(_of_group(world.files, group) for group in groups),
        ]
    )


def why_stale(now: Mapping[str, str], before: Mapping[str, str] | None) -> list[str]:
    """Return why a step would run, in words; nothing where it would not."""
    if before is None:
        return ["it has not been made yet"]
    changed = [f"{name} changed" for name in now if name in before and now[name] != before[name]]
    added = [f"{name} is new" for name in now if name not in before]
    gone = [f"{name} is gone" for name in before if name not in now]
    return changed + added + gone


def _of_group(files: Mapping[str, str], group: str) -> str:
    folder, star, ending = group.partition("*")
    chosen = {
        name: digest
        for name, digest in files.items()
        if name.startswith(folder)
        and (not star or (name.endswith(ending) and "/" not in name[len(folder) :]))
    }
    return fingerprints.of_value(chosen)


def _title_page(project: Project) -> list[object]:
    """Return what the title page and the metadata of every edition are made from."""
    review = project.review
    return [
        review.id,
        review.version,
        str(review.date),
        [*review.languages, *review.transliterated],
        dict(review.title),
        {code: list(words) for code, words in review.keywords.items()},
        review.udc,
        review.url,
        review.licence,
        [
            [dict(a.name), dict(a.affiliation), a.orcid, a.email, a.corresponding, list(a.roles)]
            for a in review.authors
        ],
    ]
