"""A journal's rules on the finished files, measured in these files."""

from __future__ import annotations

import html
import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from uchtil.formats.docx.package import Package
from uchtil.formats.docx.wordml import w
from uchtil.journals.looks import STYLES
from uchtil.journals.measure import Measured, Paragraph, Setting
from uchtil.journals.phrases import Phrase, Tongue
from uchtil.journals.verdicts import Row, counted, row, within
from uchtil.language import language
from uchtil.model import Author
from uchtil.model.profiles import Block, Length, Look, Order, Profile, ReferenceList, Region, Unit
from uchtil.problems import Location

_NEAR = 0.011
"""How far a length may be off, in centimetres: Word keeps them in twentieths of a point."""

_CYRILLIC = re.compile(r"[\u0400-\u052f\u1c80-\u1c8f\u2de0-\u2dff\ua640-\ua69f]")
_ALL = frozenset(Region)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finished:
    """A manuscript as finished; ``pages`` are those of its PDF."""

    name: str
    measured: Measured
    pages: int
    order: tuple[str, ...]
    """Works by their numbers."""
    cited: tuple[str, ...]
    """Works as the text cites them, one citation after the other."""
    language: str = "en"
    """What it is written in: the script of that comes first in a list by the alphabet."""
    full_names: tuple[str, ...] = ()
    """The authors' names in full, as often as the manuscript gives them so."""

    @property
    def where(self) -> Location:
        """The file, for problems."""
        return Location(file=self.name)


def file_rows(profile: Profile, finished: Finished) -> Iterator[Row]:
    """Yield a row for each rule on the look, the length and the lists of a manuscript."""
    yield from _sheet(profile, finished)
    yield from _number(profile, finished)
    yield from _type(profile, finished)
    yield from _front(profile, finished)
    for length in profile.lengths:
        yield length_row(length, profile, finished)
    yield _citations(profile, finished)
    yield from _lists(profile, finished)


def length_row(length: Length, profile: Profile, finished: Finished) -> Row:
    """Return the row of one length."""
    amount = length_of(length, finished)
    count = counted(amount, length.unit.value)
    wanted = within(length.limits, length.unit.value)
    if length.counts != _ALL:
        parts = [Phrase(each.value) for each in Region if each in length.counts]
        wanted = Phrase("{limits} of {parts}", limits=wanted, parts=parts)
    elif length.unit is not Unit.PAGES:
        wanted = Phrase("{limits} in all", limits=wanted)
    return row(
        "Length",
        wanted,
        where_it_is(length, finished),
        kept=length.limits.admit(amount),
        code="journal-length",
        message=Phrase(
            "the manuscript has {count}; the journal wants {wanted}", count=count, wanted=wanted
        ),
        where=profile.place("lengths"),
        hint=_LONGER if length.limits.falls_short(amount) else _shorter(length),
    )


def where_it_is(length: Length, finished: Finished) -> Phrase:
    """Return a length and how much each part has, those apart that the rule does not count."""
    count = counted(length_of(length, finished), length.unit.value)
    if length.unit is Unit.PAGES:
        return count
    parts = {
        each: Phrase("{part} {count}", part=Phrase(each.value), count=found)
        for each in Region
        if (found := length_of(replace(length, counts=frozenset({each})), finished))
    }
    told = [said for each, said in parts.items() if each in length.counts]
    others = [said for each, said in parts.items() if each not in length.counts]
    if others:
        return Phrase(
            "{length}: {parts} (not counted: {others})", length=count, parts=told, others=others
        )
    return Phrase("{length}: {parts}", length=count, parts=told)


_LONGER = Phrase(
    "take weights out of paragraphs, choose a longer `form` in the profile, or write more"
)


def _shorter(length: Length) -> Phrase:
    weights = Phrase(
        "give more paragraphs a weight (`{{ weight(2) }}`), so that a shorter form leaves them out"
    )
    if Region.FRONT not in length.counts or length.unit is Unit.PAGES:
        return weights
    return Phrase(
        "{weights}; abstracts count too: does the journal take the `abstract_short`?",
        weights=weights,
    )


def length_of(length: Length, finished: Finished) -> int:
    """Return how long a manuscript is, in the unit of a rule."""
    if length.unit is Unit.PAGES:
        return finished.pages
    if length.unit is Unit.WORDS:
        return finished.measured.words(length.counts)
    return finished.measured.characters(length.counts)


def _look(topic: str, asked: str, measured: str, *, kept: bool, finished: Finished) -> Row:
    return row(
        topic,
        asked,
        measured,
        kept=kept,
        code="journal-look",
        message=Phrase(
            "{topic:lower}: the journal wants {asked}, the file has {measured}",
            topic=topic if isinstance(topic, Phrase) else Phrase(topic),
            asked=asked,
            measured=measured,
        ),
        where=finished.where,
        hint=Phrase("this is a fault of the program: please report it"),
    )


def _sheet(profile: Profile, finished: Finished) -> Iterator[Row]:
    sheet, paper = finished.measured.sheet, profile.paper

    def size(width: object, height: object) -> Phrase:
        return Phrase("{width} × {height} cm", width=width, height=height)

    kept = _close(sheet.width, paper.width) and _close(sheet.height, paper.height)
    yield _look(
        "Page",
        size(paper.width, paper.height),
        size(sheet.width, sheet.height),
        kept=kept,
        finished=finished,
    )
    for side in ("top", "right", "bottom", "left"):
        wanted, found = getattr(paper, side), getattr(sheet, side)
        if wanted is not None:
            yield _look(
                "Margins",
                Phrase(f"{side} {{size}} cm", size=wanted),
                Phrase("{size} cm", size=found),
                kept=_close(found, wanted),
                finished=finished,
            )


def _number(profile: Profile, finished: Finished) -> Iterator[Row]:
    """Yield rows on the number of the page, as far as it is ruled."""
    paper, found = profile.paper, finished.measured.numbers
    if paper.number is not None:
        places = sorted({each.place for each in found}) or ["none"]
        yield _look(
            "Page number",
            Phrase(paper.number),
            Phrase("{all}", all=[Phrase(each) for each in places]),
            kept=places == [paper.number],
            finished=finished,
        )
    if paper.number_size is not None and paper.number != "none":
        sizes = sorted({each.size for each in found})
        yield _look(
            "Page number",
            Phrase("size {size} pt", size=paper.number_size),
            Phrase("{all}", all=[Phrase("{size} pt", size=_short(each)) for each in sizes])
            if sizes
            else Phrase("no number"),
            kept=sizes == [float(paper.number_size)],
            finished=finished,
        )


_INITIALS = r"(?:\w{1,2}\.[\s-]?)+"
_CALLED = {
    "initials-first": ("initials before the surname", re.compile(rf"{_INITIALS}\s*\w.+")),
    "initials-last": ("initials behind the surname", re.compile(rf"\w.+\s{_INITIALS}")),
}


def _front(profile: Profile, finished: Finished) -> Iterator[Row]:
    """Yield rows on how keywords and names are printed."""
    sign = profile.keywords.separator
    if sign is not None:
        # A single keyword is parted from nothing.
        lists = [each.text for each in finished.measured.of_style(*STYLES["keywords"])]
        parted = [each for each in lists if sign in each]
        yield _look(
            "Keywords",
            Phrase("parted by {sign}", sign=sign),
            Phrase("{count} of {all} lists", count=len(parted), all=len(lists)),
            kept=len(parted) == len(lists),
            finished=finished,
        )
    if profile.authors.names in _CALLED and _prints(profile, Block.AUTHORS):
        asked, form = _CALLED[profile.authors.names]
        lines = [each.text for each in finished.measured.of_style(*STYLES["author"])]
        # who the authors are is told in full, once for each block of their data
        names = _without((name for line in lines for name in line.split(", ")), finished.full_names)
        others = [each for each in names if not form.fullmatch(each)]
        yield _look(
            "Authors",
            Phrase(asked),
            Phrase("also {names}", names=others) if others else ", ".join(names),
            kept=not others,
            finished=finished,
        )


def _prints(profile: Profile, block: Block) -> bool:
    return any(each.block is block for each in (*profile.front, *profile.after))


def _without(names: Iterable[str], others: Sequence[str]) -> list[str]:
    """Return names without others, each as often as it is among these."""
    left = Counter(others)
    kept = []
    for each in names:
        if left[each]:
            left[each] -= 1
        else:
            kept.append(each)
    return kept


def _short(value: float) -> Decimal:
    return Decimal(f"{value:g}")


def _close(found: float, wanted: Decimal) -> bool:
    return abs(found - float(wanted)) <= _NEAR


def _type(profile: Profile, finished: Finished) -> Iterator[Row]:
    measured, ruled = finished.measured, profile.type
    fonts = sorted({font for each in measured.paragraphs for font in each.fonts})
    yield _look("Font", ruled.font, ", ".join(fonts), kept=fonts == [ruled.font], finished=finished)
    if ruled.hyphens is not None:
        yield _look(
            "Hyphenation",
            Phrase("words are parted" if ruled.hyphens else "words are not parted"),
            Phrase("words are parted" if measured.hyphens else "words are not parted"),
            kept=measured.hyphens is ruled.hyphens,
            finished=finished,
        )
    text = measured.setting("BodyText", "FirstParagraph")
    if text is not None:
        yield from _settings("text", ruled.text, text, finished)
    for kind, look in ruled.others.items():
        setting = measured.setting(*STYLES[kind])
        if setting is not None:
            yield from _settings(kind, look, setting, finished)


_ALIGNED = {"left": "left", "right": "right", "center": "centred", "both": "justified"}
_UNITS = {"size": "pt", "spacing": "lines", "indent": "cm"}


def _settings(kind: str, look: Look, found: Setting, finished: Finished) -> Iterator[Row]:
    topic = Phrase(f"Type of the {kind}")
    for name in ("size", "spacing", "indent"):
        if (wanted := getattr(look, name)) is not None:
            value = getattr(found, name)
            yield _look(
                topic,
                Phrase(f"{name} {{size}} {_UNITS[name]}", size=wanted),
                Phrase(f"{{size}} {_UNITS[name]}", size=_short(value)),
                kept=_close(value, wanted),
                finished=finished,
            )
    if look.align is not None:
        yield _look(
            topic,
            Phrase(_ALIGNED[look.align]),
            Phrase(_ALIGNED[found.align]),
            kept=found.align == look.align,
            finished=finished,
        )
    for name in ("bold", "italic", "capitals"):
        if (wanted := getattr(look, name)) is not None:
            value = getattr(found, name)
            yield _look(
                topic,
                Phrase(name if wanted else f"not {name}"),
                Phrase(name if value else f"not {name}"),
                kept=value is wanted,
                finished=finished,
            )


# ------------------------------------------------------------------ citations and lists


def _citations(profile: Profile, finished: Finished) -> Row:
    """Return the row of the style: it passes, for a citation that differs stops the package.

    Where the journal has no list, the works stand in notes.
    """
    notes = len(finished.measured.of_style(*STYLES["notes"]))
    measured = (
        Phrase(
            "{count} in the file, each as the style gives it",
            count=counted(len(finished.cited), "citations"),
        )
        if profile.lists
        else Phrase("{count} in the file, and no list", count=counted(notes, "notes"))
    )
    return row(
        "Citations",
        Phrase("in the style {style}", style=profile.citations),
        measured,
        kept=bool(profile.lists or notes or not finished.cited),
        code="journal-list",
        message=Phrase("the text cites works, and neither a note nor a list tells them"),
        where=profile.place("citations"),
        hint=Phrase("leave `lists` out of the profile, or choose a style that cites in notes"),
    )


def _lists(profile: Profile, finished: Finished) -> Iterator[Row]:
    entries = list(reference_lists(finished.measured))
    for number, wanted in enumerate(profile.lists):
        if number >= len(entries):
            yield _list_row(Phrase("there"), Phrase("not there"), wanted, finished, kept=False)
            continue
        printed = entries[number]
        yield _list_row(
            counted(len(finished.order), "works"),
            str(len(printed)),
            wanted,
            finished,
            kept=len(printed) == len(finished.order),
        )
        if number == 0 or wanted.order is Order.ALPHABETICAL:
            yield _order(wanted, printed, finished)
        if wanted.romanised is not None or profile.romanised is not None:
            left = [each for each in printed if _CYRILLIC.search(each.text)]
            yield _list_row(
                Phrase("in Latin script"),
                Phrase("{count} with Cyrillic letters", count=counted(len(left), "entries"))
                if left
                else Phrase("no Cyrillic letter"),
                wanted,
                finished,
                kept=not left,
            )
        signs = [sign for sign in wanted.forbidden.split() if _holds(printed, sign)]
        if wanted.forbidden:
            yield _list_row(
                Phrase("without {signs}", signs=wanted.forbidden),
                Phrase("has {signs}", signs=" ".join(signs)) if signs else Phrase("none"),
                wanted,
                finished,
                kept=not signs,
            )


def reference_lists(measured: Measured) -> Iterator[Sequence[Paragraph]]:
    """Yield the lists of references: runs of entries with a heading between them."""
    run: list[Paragraph] = []
    for each in measured.paragraphs:
        if each.region is Region.REFERENCES:
            run.append(each)
        elif run:
            yield run
            run = []
    if run:
        yield run


_ADDRESS = re.compile(r"https?://\S+|doi\.org/\S+")


def _holds(printed: Sequence[Paragraph], sign: str) -> bool:
    """Whether a sign stands in a list, addresses aside: those have their own."""
    return any(sign in _ADDRESS.sub("", each.text) for each in printed)


def _list_row(
    asked: str, measured: str, wanted: ReferenceList, finished: Finished, *, kept: bool
) -> Row:
    heading = wanted.heading
    return row(
        Phrase("List “{heading}”", heading=heading) if heading else "List of references",
        asked,
        measured,
        kept=kept,
        code="journal-list",
        message=Phrase(
            "the list “{heading}” is to be {asked}: {measured}"
            if heading
            else "the list of references is to be {asked}: {measured}",
            heading=heading,
            asked=asked,
            measured=measured,
        ),
        where=finished.where,
        hint=Phrase("look at the entries in bibliography/references.bib, or at the list's style"),
    )


def _order(wanted: ReferenceList, printed: Sequence[Paragraph], finished: Finished) -> Row:
    if wanted.order is Order.ALPHABETICAL:
        letters = [initial(each.text) for each in printed]
        own, _ = initial(language(finished.language).terms.references)
        kept = all(
            a[1] <= b[1] if a[0] == b[0] else a[0] == own
            for a, b in itertools.pairwise(each for each in letters if each[0])
        )
        asked = Phrase("in alphabetical order")
    else:
        kept = tuple(dict.fromkeys(finished.cited)) == finished.order
        asked = Phrase("in the order of citation")
    found = Phrase("so it is" if kept else "another order")
    return _list_row(asked, found, wanted, finished, kept=kept)


_BESIDE = str.maketrans("қғҳһәңөұүі", "кгхханоууи")
"""Letters of Uzbek and Kazakh, each as the one that it stands beside in the alphabet."""


def initial(entry: str) -> tuple[str, str]:
    """Return the script and the first letter of an entry, its number and marks passed over."""
    for character in entry:
        if character.isalpha() and character not in "ʻʼ":
            plain = unicodedata.normalize("NFD", character.casefold())[0].translate(_BESIDE)
            return ("Cyrl" if _CYRILLIC.match(character) else "Latn", plain)
    return ("", "")


# ------------------------------------------------------------------ figures


_COLOUR = re.compile(rb"#([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})\b")


def figure_rows(profile: Profile, figures: Mapping[str, bytes], separate: int) -> Iterator[Row]:
    """Yield rows on the drawings, and on how many of them are files of their own."""
    rules = profile.figures
    if not figures:
        return
    where = Location(file="figures")
    if not rules.colour:
        coloured = sorted(
            name
            for name, svg in figures.items()
            if any(len({each.lower() for each in found}) > 1 for found in _COLOUR.findall(svg))
        )
        yield row(
            "Figures",
            Phrase("black and white"),
            Phrase("coloured: {names}", names=coloured) if coloured else Phrase("grey"),
            kept=not coloured,
            code="journal-look",
            message=Phrase(
                "figures are to be black and white, and {names} are not", names=coloured
            ),
            where=where,
        )
    if rules.separate:
        yield row(
            "Figures",
            Phrase("also as files, with the numbers of their captions"),
            Phrase("{count} of {all}", count=separate, all=len(figures)),
            kept=separate == len(figures),
            code="journal-look",
            message=Phrase("not every figure is a file of its own"),
            where=where,
            hint=Phrase("add `figures` to `package` in the profile"),
        )


# ------------------------------------------------------------------ anonymity


def anonymity_rows(name: str, document: bytes, authors: Sequence[Author]) -> Iterator[Row]:
    """Yield rows on what an anonymous copy may not hold, looked for in all of its parts."""
    package = Package.read(document)
    texts = {
        part: _plain(data)
        for part, data in package.parts.items()
        if part.endswith((".xml", ".rels"))
    }
    for told, needles in _telling(authors).items():
        found = sorted(
            {
                part
                for part, text in texts.items()
                for needle in needles
                if _stands(needle, text) or _stands(needle, name)
            }
        )
        yield row(
            "Anonymous copy",
            Phrase(f"no {told}"),
            Phrase("in {parts}", parts=found) if found else Phrase("none"),
            kept=not found,
            code="journal-anonymity",
            message=Phrase(
                "the anonymous copy tells the {what} of an author ({parts})",
                what=Phrase(told),
                parts=found,
            ),
            where=Location(file=name),
            hint=Phrase("take it out of the text, or let the program know why it stands there"),
        )
    tree = package.tree("word/document.xml")
    changes = list(tree.iter(w("ins"), w("del"), w("moveFrom"), w("moveTo")))
    comments = [part for part in package.parts if "comments" in part]
    yield row(
        "Anonymous copy",
        Phrase("no tracked change, no comment"),
        Phrase("there are some" if changes or comments else "none"),
        kept=not (changes or comments),
        code="journal-anonymity",
        message=Phrase(
            "the anonymous copy has tracked changes or comments, which tell who made them"
        ),
        where=Location(file=name),
    )


def _plain(data: bytes) -> str:
    """Return the text of a part, runs joined, so that a name is found that several runs hold."""
    text = re.sub(r"<w:noBreakHyphen ?/>|\u2011", "-", data.decode("utf-8"))
    return html.unescape(re.sub(r"<[^>]+>", "", text)) + html.unescape(text)


def _stands(needle: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(needle)}(?!\w)", text, re.IGNORECASE) is not None


def _telling(authors: Sequence[Author]) -> dict[str, list[str]]:
    """Return what tells who the authors are: names whole, and each part of them by itself."""
    names = [name for each in authors for name in each.name.values() if name]
    parts = [part for name in names for part in name.split() if len(part.strip(".")) > 2]
    return {
        "name": list(dict.fromkeys((*names, *parts))),
        "ORCID": [each.orcid for each in authors if each.orcid],
        "e-mail address": [each.email for each in authors if each.email],
        "affiliation": list(
            dict.fromkeys(text for each in authors for text in each.affiliation.values() if text)
        ),
    }


def language_row(profile: Profile, code: str, where: Location) -> Row:
    """Return the row of the manuscript's language."""
    names = [Tongue(each) for each in profile.languages]
    return row(
        "Languages",
        Phrase("a manuscript in {tongues}", tongues=names),
        Phrase("{tongue}", tongue=Tongue(code)),
        kept=code in profile.languages,
        code="journal-language",
        message=Phrase(
            "the journal takes manuscripts in {tongues}, not in `{code}`", tongues=names, code=code
        ),
        where=where,
        hint=Phrase("give --language {code}", code=profile.languages[0]),
    )
