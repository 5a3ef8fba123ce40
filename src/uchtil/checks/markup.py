"""Markdown that would come out wrong: citations by hand, dead links, HTML, lost notes.

Looked for in the sections as they were written, so that every problem has its line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from uchtil.language.prose import JINJA
from uchtil.model import Project, Section
from uchtil.problems import Location, Problems, did_you_mean

_FILL = "\ue000"
"""Stands for every character of what is not Markdown; a private one, so in no text."""

_NOT_MARKDOWN = re.compile(
    JINJA + r"|^ {0,3}(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^ {0,3}(?P=fence)[`~]*[ ]*$|\Z)"
    r"|(?<![\\`])(?P<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`)",
    re.DOTALL | re.MULTILINE,
)
_ADDRESS = re.compile(r"<[A-Za-z][\w+.-]*:[^\s<>]*>|<[^\s<>@]+@[^\s<>@]+>|(?<=\]\()[^()\s]*")

_CITATION = re.compile(
    r"(?<![\w\\@])@(?:\{(?P<braced>[^{}\n]+)\}|(?P<plain>\w+(?:[:.#$%&+?<>~/-]+\w+)*))"
)
"""pandoc's own citations: ``@key``, ``[-@key, p. 7]``, ``@{key}``."""

_LINK = re.compile(
    r"\]\(\s*<?#(?P<inner>[^()<>\s]*)|^ {0,3}\[[^\]^][^\]]*\]:[ ]*<?#(?P<ref>\S*)", re.M
)
_OWN_ID = re.compile(r"\{[^{}\n]*#(?P<id>[\w:.-]+)[^{}\n]*\}")
_PLACE = re.compile(r"(?P<slug>.+)-[ps]\d+")
"""Paragraphs and headings: ``border-p3``, ``border-s2``."""

_TAGS = {
    "a": "write [text](address)",
    "b": "write **bold**",
    "br": "end the line with a backslash",
    "em": "write *italic*",
    "figure": 'write {{ figure("id") }}',
    "i": "write *italic*",
    "img": 'write {{ figure("id") }}',
    "p": "leave an empty line between paragraphs",
    "strong": "write **bold**",
    "sub": "write ~below~",
    "sup": "write ^above^",
    "svg": 'write {{ figure("id") }}',
    "table": 'write {{ table("id") }}',
}
"""What to write instead of the commonest elements of HTML."""

_OTHER_TAGS = (
    "abbr|address|article|aside|audio|blockquote|body|button|canvas|caption|center|cite|code"
    "|col|colgroup|dd|del|details|div|dl|dt|embed|figcaption|font|footer|form|h[1-6]|head"
    "|header|hr|html|iframe|input|ins|kbd|label|li|link|main|mark|meta|nav|object|ol|option"
    "|picture|pre|q|s|script|section|select|small|source|span|strike|style|summary|tbody|td"
    "|template|textarea|tfoot|th|thead|time|title|tr|u|ul|var|video|wbr"
)
_HTML = re.compile(
    rf"(?<!\\)(?:<(?P<end>/?)(?P<name>{'|'.join(_TAGS)}|{_OTHER_TAGS})(?:\s[^<>]*)?/?>|<!--)",
    re.IGNORECASE,
)
"""Elements of HTML by name, so that no sign `<` of mathematics is taken for one."""

_NOTE = re.compile(r"(?<!\\)\[\^(?P<id>[^\[\]\s]+)\]")
_DEFINITION = re.compile(r"^ {0,3}\[\^(?P<id>[^\[\]\s]+)\]:", re.MULTILINE)


def check_markup(project: Project, problems: Problems) -> None:
    """Tell what pandoc would print as it stands, drop, or cite past the bibliography.

    Errors: ``raw-citation``, ``dead-link``, ``raw-html`` and ``missing-note``; a warning:
    ``unused-note``.
    """
    targets = frozenset(
        (
            *project.review.sections,
            *(f"table-{table}" for table in project.tables),
            *(f"figure-{figure}" for figure in project.figures),
        )
    )
    markdown = {key: _markdown(section.text) for key, section in project.sections.items()}
    own: dict[str, set[str]] = {}
    for (_, language), text in markdown.items():
        own.setdefault(language, set()).update(each["id"] for each in _OWN_ID.finditer(text))
    for (slug, language), section in project.sections.items():
        text = markdown[slug, language]
        _check_links(text, section, targets | own[language], project.review.sections, problems)
        text = _ADDRESS.sub(_fill, text)
        _check_citations(text, section, problems)
        _check_html(text, section, problems)
        _check_notes(text, section, problems)


def _fill(found: re.Match[str]) -> str:
    text = found[0]
    return re.sub(r"[^\n]", _FILL, text) if "\n" in text else _FILL * len(text)


def _markdown(text: str) -> str:
    """Return a text with templates and code blotted out; every place stays what it was."""
    return _NOT_MARKDOWN.sub(_fill, text)


def _place(section: Section, text: str, offset: int) -> Location:
    return Location(
        file=section.where.file,
        line=max(section.where.line, 1) + text.count("\n", 0, offset),
        column=offset - text.rfind("\n", 0, offset),
    )


def _check_citations(text: str, section: Section, problems: Problems) -> None:
    for found in _CITATION.finditer(text):
        key = found["braced"] or found["plain"]
        problems.error(
            "raw-citation",
            f"`{found[0]}` cites by hand",
            _place(section, text, found.start()),
            f'write {{{{ cite("{key}") }}}}; if it is no citation, write \\{found[0]}',
        )


def _check_links(
    text: str,
    section: Section,
    targets: frozenset[str],
    slugs: tuple[str, ...],
    problems: Problems,
) -> None:
    for found in _LINK.finditer(text):
        target = found["inner"] if found["inner"] is not None else found["ref"].rstrip(">")
        inner = _PLACE.fullmatch(target)
        if _FILL in target or target in targets or (inner and inner["slug"] in slugs):
            continue
        problems.error(
            "dead-link",
            f"the link leads to `#{target}`, which is nowhere",
            _place(section, text, found.start() + found[0].index("#")),
            did_you_mean(target, targets)
            or 'link to a section as (#slug), to a table or figure by {{ ref("table:id") }}',
        )


def _check_html(text: str, section: Section, problems: Problems) -> None:
    """Tell each element once: not its end, where its beginning is told."""
    begun: dict[str, int] = {}
    for found in _HTML.finditer(text):
        name = (found["name"] or "").lower()
        if found["end"] and begun.get(name, 0):
            begun[name] -= 1
            continue
        if not found["end"]:
            begun[name] = begun.get(name, 0) + 1
        shown = " ".join(found[0].split())
        problems.error(
            "raw-html",
            f"`{shown}` is HTML, which a text may not hold",
            _place(section, text, found.start()),
            _instead(name),
        )


def _instead(name: str) -> str:
    if not name:
        return "write a comment as {# … #}"
    return _TAGS.get(name) or f"leave it out, or write \\<{name} to print the sign"


def _check_notes(text: str, section: Section, problems: Problems) -> None:
    defined = {found["id"]: found.start() for found in _DEFINITION.finditer(text)}
    starts = {found.end() - 1 for found in _DEFINITION.finditer(text)}
    used = list(_uses(text, starts))
    for note, offset in used:
        if note not in defined:
            problems.error(
                "missing-note",
                f"the note `[^{note}]` is nowhere in this text",
                _place(section, text, offset),
                f"write it on a line of its own: [^{note}]: …",
            )
    named = {note for note, _ in used}
    for note, offset in defined.items():
        if note not in named:
            problems.warning(
                "unused-note",
                f"no word of this text leads to the note `[^{note}]`, so it is not printed",
                _place(section, text, offset),
                f"write [^{note}] behind the word that it belongs to, or delete the note",
            )


def _uses(text: str, definitions: set[int]) -> Iterator[tuple[str, int]]:
    """Yield the notes that a text leads to; a definition's own mark is none."""
    for found in _NOTE.finditer(text):
        if found.end() not in definitions:
            yield found["id"], found.start()
