"""What somebody would write and run who makes the same review by hand.

``write_articles`` puts the rendered article into a folder as that person would have it:
one Markdown file an edition, one CSL-JSON, one style, the figures, the style sheets.
``commands`` gives the processes that turn it into the same files, one after the
other. Nothing in the folder is made during the measurement.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from pathlib import Path

from uchtil.bibliography import csl_json
from uchtil.formats.csl import load_style
from uchtil.formats.docx import DocxSettings, make_reference, rasterise
from uchtil.formats.figures import plain_rules
from uchtil.formats.pandoc import pandoc_path
from uchtil.language import language
from uchtil.model import Review
from uchtil.pipeline.drawings import draw_figures
from uchtil.pipeline.editions import Edition, editions_of
from uchtil.pipeline.places import templates_of
from uchtil.pipeline.prepare import Prepared, prepare
from uchtil.problems import Problems
from uchtil.render.article import Part

FONTS = (
    ("Regular", "normal", 400),
    ("Italic", "italic", 400),
    ("SemiBold", "normal", 600),
    ("SemiBoldItalic", "italic", 600),
)
MARKDOWN = "markdown-smart-raw_html-raw_attribute-raw_tex-tex_math_dollars"
PRINT = """
nav#TOC ul { margin: 0; padding: 0; list-style: none; }
nav#TOC a::after { content: leader(". ") target-counter(attr(href), page); }
header.title { string-set: short-title content(); }
"""
"""What pandoc's own page lacks to be printed like ours: a contents list with page numbers."""


def write_articles(root: Path, folder: Path) -> tuple[Edition, ...]:
    """Write everything that a person would have at hand; return the editions."""
    problems = Problems()
    prepared = prepare(root, problems)
    if prepared is None or problems.errors:
        raise SystemExit("\n".join(str(problem) for problem in problems.errors))
    templates = templates_of(root)
    review = prepared.project.review
    style = load_style(templates, review.style, review.where)
    references = [prepared.references[key] for key in prepared.article.order]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "style.csl").write_text(style.xml, encoding="utf-8")
    (folder / "references.json").write_text(
        json.dumps(csl_json(references, initials=style.kind != "note"), ensure_ascii=False),
        encoding="utf-8",
    )
    _write_figures(prepared, templates, folder)
    _write_style_sheets(templates, folder)
    editions = editions_of(review)
    for edition in editions:
        parts = [prepared.article.parts[code] for code in edition.parts]
        text = _front(review, parts) + _body(parts)
        for ending, picture in (("html", "svg"), ("docx", "png")):
            (folder / f"{edition.id}.{ending}.md").write_text(
                text.replace("{PICTURE}", picture), encoding="utf-8"
            )
        (folder / f"{edition.id}.reference.docx").write_bytes(
            make_reference(
                DocxSettings(
                    language=language(edition.parts[0]).tag,
                    title=review.title[edition.parts[0]],
                    date=review.date.first,
                )
            )
        )
    return editions


def commands(folder: Path, editions: Sequence[Edition], python: str) -> list[list[str]]:
    """Return the processes, to be run in ``folder`` one after the other."""
    pandoc = [pandoc_path(), f"--from={MARKDOWN}", "--citeproc", "--standalone", "--toc"]
    made: list[list[str]] = []
    for edition in editions:
        name, target = edition.id, f"out/{edition.id}"
        made += [
            [*pandoc, "--embed-resources", "--section-divs", "--css=screen.css",
             f"{name}.html.md", "--output", f"{target}.html"],
            [*pandoc, f"--reference-doc={name}.reference.docx",
             f"{name}.docx.md", "--output", f"{target}.docx"],
            [python, "-m", "weasyprint", "--pdf-variant=pdf/ua-1", "--stylesheet=print.css",
             f"{target}.html", f"{target}.pdf"],
        ]  # fmt: skip
    (folder / "out").mkdir(exist_ok=True)
    return made


def _front(review: Review, parts: Sequence[Part]) -> str:
    """Return the metadata block of an edition's Markdown."""
    first = language(parts[0].language)
    data = {
        "title": " / ".join(part.title for part in parts),
        "lang": first.tag,
        "date": first.date(review.date),
        "keywords": [word for part in parts for word in part.keywords],
        "toc-title": first.terms.contents,
        "bibliography": "references.json",
        "csl": "style.csl",
        "link-citations": True,
    }
    # JSON is YAML, and pandoc reads it as such.
    return f"---\n{json.dumps(data, ensure_ascii=False, indent=1)}\n---\n\n"


def _body(parts: Sequence[Part]) -> str:
    """Return the text of an edition: abstracts, parts, and the place of the reference list."""
    several = len(parts) > 1
    pieces = []
    for part in parts:
        words = language(part.language)
        keywords = f"**{words.terms.keywords}:** {', '.join(part.keywords)}"
        pieces.append(
            f"::: {{.abstract lang={words.tag}}}\n**{words.terms.abstract}**\n\n"
            f"{part.abstract}\n\n{keywords}\n:::\n"
        )
    for part in parts:
        text = "\n\n".join(section.markdown for section in part.sections)
        text = re.sub(r"\]\(figure:([\w-]+)\)", rf"]({part.language}-\1.{{PICTURE}})", text)
        if several:
            # The same tables and headings stand there three times: their names must differ.
            text = re.sub(r"(\{#|\(#)(table|figure)-", rf"\1{part.language}-\2-", text)
            text = f"# {part.title}\n\n" + re.sub(r"^#", "##", text, flags=re.MULTILINE)
        pieces.append(f":::: {{.part lang={language(part.language).tag}}}\n\n{text}\n\n::::\n")
    title = " · ".join(language(part.language).terms.references for part in parts)
    return "\n".join([*pieces, f"# {title}\n\n::: {{#refs}}\n:::\n"])


def _write_figures(prepared: Prepared, templates: Path, folder: Path) -> None:
    """Write each figure as SVG for the page and as PNG for Word."""
    rules = plain_rules((templates / "styles" / "figures.css").read_text(encoding="utf-8"))
    fonts = sorted((templates / "fonts").glob("*.ttf"))
    for (code, name), drawing in draw_figures(prepared, templates).items():
        svg = re.sub(r"(<title[ >])", rf"<style>{rules}</style>\1", drawing.svg, count=1)
        (folder / f"{code}-{name}.svg").write_text(svg, encoding="utf-8")
        (folder / f"{code}-{name}.png").write_bytes(rasterise(svg.encode(), fonts))


def _write_style_sheets(templates: Path, folder: Path) -> None:
    """Write the project's own style sheets, with its fonts, for the screen and for print."""

    def faces(pattern: str) -> str:
        return "\n".join(
            f'@font-face {{ font-family: "Source Serif 4"; font-style: {style}; '
            f'font-weight: {weight}; src: url("{templates / pattern.format(name)}") }}'
            for name, style, weight in FONTS
        )

    styles = templates / "styles"
    screen = (styles / "screen.css").read_text(encoding="utf-8")
    figures = (styles / "figures.css").read_text(encoding="utf-8")
    (folder / "screen.css").write_text(
        f"@media screen {{\n{faces('fonts/web/SourceSerif4-{}.woff2')}\n{screen}\n{figures}\n}}\n",
        encoding="utf-8",
    )
    (folder / "print.css").write_text(
        faces("fonts/SourceSerif4-{}.ttf")
        + (styles / "print.css").read_text(encoding="utf-8")
        + PRINT,
        encoding="utf-8",
    )
