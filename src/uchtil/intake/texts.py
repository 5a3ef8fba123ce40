"""A new source's text: read from whatever file it came in, its language and script recognised.

What comes out is what the other texts of sources are: UTF-8, line feeds, paragraphs parted by
empty lines.  Nothing is guessed: what cannot be read is told, and what a file says of itself
(title, author, date) is a hint in ``metadata`` and no more.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from uchtil.checks.passages import SearchedText
from uchtil.formats.pandoc import pandoc_path
from uchtil.intake import docx, html, pdf
from uchtil.intake.archives import Bounds
from uchtil.intake.blocks import Block, Reading, Refused, broken, tidy
from uchtil.intake.encodings import Decoded, Undecodable, decode, foreign_letters, place_in
from uchtil.intake.kinds import ENDINGS, Kind, is_binary, kind_of_bytes, kind_of_text
from uchtil.intake.opening import read_bytes
from uchtil.language import LANGUAGES
from uchtil.language.recognition import UNKNOWN, languages_of
from uchtil.problems import Location, Problems

_SECONDS_OF_PANDOC = 60
_LONG_TITLE = 300
"""A first line of more letters is no title."""
_FEW_FOREIGN = 3


@dataclass(frozen=True, kw_only=True, slots=True)
class SourceText:
    """The text of a source.

    ``text`` is what is kept, ``paragraphs`` are its paragraphs as evidence counts them (from 1),
    ``pages`` the page that each begins on (empty where there are no pages), ``languages`` the
    language of each.  ``language`` is a full BCP 47 tag, ``und`` where it is none of those known,
    and ``confidence`` (0 to 1) how sure that is.  ``title_guess`` is what looks like the title;
    ``metadata`` has what the file says of itself, under ``title``, ``author``, ``date``, ``lang``,
    ``doi``, ``journal`` and ``site``: hints, which nobody has looked at.
    """

    text: str
    format: str
    encoding: str
    paragraphs: tuple[str, ...]
    language: str
    confidence: float
    title_guess: str
    metadata: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    languages: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Limits:
    """What reading may take: bytes of a PDF or DOCX, bytes of a text or a page, and so on."""

    bytes: int = 200 * 1024 * 1024
    text: int = 20 * 1024 * 1024
    archive: Bounds = field(default_factory=Bounds)
    pdf: pdf.Limits = field(default_factory=pdf.Limits)


def read_source(
    path: Path, problems: Problems, *, name: str = "", limits: Limits | None = None
) -> SourceText | None:
    """Return the text of a file, or tell why there is none.

    ``name`` is how messages call the file, its path where nothing is given.  Problems:
    ``source-…``, see docs/checks/intake.md.  Nothing is written.
    """
    limits = limits or Limits()
    where = Location(file=name or path.as_posix())
    try:
        data = read_bytes(path, lambda head: limits.bytes if is_binary(head) else limits.text)
        if not data.strip(b" \t\r\n\0\xef\xbb\xbf\xfe\xff"):
            raise _empty()
        read = _Reader(path=path, where=where, problems=problems, limits=limits).read(data)
        return read and _finished(*read, where=where, problems=problems)
    except Refused as error:
        problems.add(error.problem(where))
        return None


@dataclass(frozen=True, kw_only=True, slots=True)
class _Reader:
    """Reads one file by its kind, and tells what goes wrong."""

    path: Path
    where: Location
    problems: Problems
    limits: Limits

    def read(self, data: bytes) -> tuple[Kind, str, Reading] | None:
        """Return the kind, the encoding and what was read, or tell why not."""
        try:
            kind, encoding, reading = self._by_kind(data)
        except Undecodable as error:
            self._tell_encoding(data, error)
            return None
        for note in reading.notes:
            tell = self.problems.warning if note.matters else self.problems.notice
            tell(note.code, note.message, self.where, note.hint)
        self._look_at_ending(kind)
        return kind, encoding, reading

    def _by_kind(self, data: bytes) -> tuple[Kind, str, Reading]:
        match kind_of_bytes(data):
            case Kind.PDF:
                return Kind.PDF, "", pdf.read_pdf(data, self.limits.pdf)
            case Kind.DOCX:
                return Kind.DOCX, "", docx.read_docx(data, self.limits.archive)
        decoded = decode(data, html.declared_encoding(data))
        kind = kind_of_text(decoded.text, self.path.suffix)
        return kind, decoded.encoding, _of_text(decoded, kind)

    def _tell_encoding(self, data: bytes, error: Undecodable) -> None:
        line, column = place_in(data, error.place)
        byte = f": byte {data[error.place]:02X}" if error.place < len(data) else ""
        self.problems.error(
            "source-encoding",
            f"{error.reason}{byte} at place {error.place + 1}",
            Location(file=self.where.file, line=line, column=column),
            "save it again as UTF-8",
        )

    def _look_at_ending(self, kind: Kind) -> None:
        ending = self.path.suffix.lower()
        said = ENDINGS.get(ending)
        if said is not None and said is not kind and {said, kind} != {Kind.MARKDOWN, Kind.TEXT}:
            self.problems.warning(
                "source-ending",
                f"the file is called {ending}, and is {kind.value}: it was read as that",
                self.where,
                "see whether it is the file that you mean",
            )


# --- plain text and Markdown --------------------------------------------------------------------


def _of_text(decoded: Decoded, kind: Kind) -> Reading:
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n")
    if kind is Kind.HTML:
        return html.read_html(text)
    if kind is Kind.MARKDOWN:
        return html.read_html(_page_of(text))
    pages = text.rstrip("\f\n").split("\f")  # what pdftotext puts where a page ends
    blocks = [
        Block(text=page.strip("\n"), page=number if len(pages) > 1 else 0)
        for number, page in enumerate(pages, 1)
    ]
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    heading = lines[0].lstrip("# ") if lines and len(lines[0]) <= _LONG_TITLE else ""
    return Reading(blocks=tuple(blocks), title="" if heading.endswith((".", ",", ";")) else heading)


def _page_of(markdown: str) -> str:
    """Return Markdown as a page, made by pandoc in its sandbox."""
    try:
        done = subprocess.run(
            [
                *(
                    pandoc_path(),
                    "+RTS",
                    "-M1g",
                    "-RTS",
                    "--sandbox",
                    "--standalone",
                    "--wrap=none",
                ),
                *("--from=markdown-smart-tex_math_dollars-raw_tex", "--to=html5"),
            ],
            input=markdown.encode(),
            capture_output=True,
            timeout=_SECONDS_OF_PANDOC,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise broken(f"pandoc took more than {_SECONDS_OF_PANDOC} seconds") from error
    if done.returncode != 0:
        raise broken(f"pandoc: {done.stderr.decode('utf-8', 'replace').strip()[:200]}")
    return done.stdout.decode("utf-8")


# --- what all kinds have in common ----------------------------------------------------------------


def _finished(
    kind: Kind, encoding: str, reading: Reading, *, where: Location, problems: Problems
) -> SourceText | None:
    blocks = [block for block in reading.blocks if block.text.strip()]
    text = "\n\n".join(block.text for block in blocks) + "\n"
    paragraphs = tuple(each.text for each in SearchedText(text).paragraphs)
    if not any(map(str.isalnum, text)):
        raise _empty()
    languages = languages_of(paragraphs)
    main = languages.main
    if main.language == UNKNOWN:
        looks = f"; it looks like {main.resembles}" if main.resembles else ""
        problems.warning(
            "source-language",
            f"the language of the text is none that is known here{looks}",
            where,
            "the text is kept, but nothing is found in it",
        )
    elif main.language.partition("-")[0] not in {each.code for each in LANGUAGES}:
        problems.warning(
            "source-language",
            f"texts in {main.language} are kept, but not read",
            where,
            "its passages can be quoted as evidence; nothing is proposed",
        )
    foreign = (
        foreign_letters(text)
        if main.language.endswith(("UZ", "KZ")) or main.language == UNKNOWN
        else ""
    )
    if len(foreign) >= _FEW_FOREIGN or sum(map(text.count, foreign)) >= 2 * _FEW_FOREIGN:
        problems.warning(
            "source-font",
            f"the text has letters that its language lacks ({', '.join(foreign)}): it was typed "
            "in a font that draws others in their place",
            where,
            "replace them in the file by the letters that are meant (often Қ, Ғ, Ҳ, Ў)",
        )
    if encoding and not encoding.startswith("UTF"):
        problems.notice(
            "source-recoded",
            f"the text was read as {encoding}, and is kept as UTF-8",
            where,
            "look at a few words; if they are wrong, save the file again as UTF-8",
        )
    return SourceText(
        text=text,
        format=kind.value,
        encoding=encoding,
        paragraphs=paragraphs,
        language=main.language,
        confidence=main.confidence,
        title_guess=tidy(reading.title),
        metadata=reading.metadata,
        pages=_pages_of(paragraphs, blocks, text),
        languages=languages.paragraphs,
    )


def _pages_of(paragraphs: Sequence[str], blocks: Sequence[Block], text: str) -> tuple[int, ...]:
    """Return the page on which each paragraph begins; a paragraph may hold several blocks."""
    if not any(block.page for block in blocks):
        return ()
    starts: list[tuple[int, int]] = []
    place = 0
    for block in blocks:
        starts.append((place, block.page))
        place += len(block.text) + 2
    pages: list[int] = []
    place = 0
    for paragraph in paragraphs:
        found = text.index(paragraph, place)
        place = found + len(paragraph)
        pages.append(max(page for start, page in starts if start <= found))
    return tuple(pages)


def _empty() -> Refused:
    return Refused(
        code="source-empty",
        message="there is no text in the file",
        hint="see whether it is whole",
    )
