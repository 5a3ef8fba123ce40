"""What a review says of itself for journals: other abstracts, and texts in further languages.

The latter are plain text: nothing fills in dates and numbers of a language that the review is
not written in.  So each number in them is held to the rendered text, where it comes from a
fact; whoever changes the fact is told of the text that has not followed.
"""

from __future__ import annotations

import re
from collections import Counter

from uchtil.language import FURTHER, language
from uchtil.language.numerals import NumeralForms
from uchtil.language.orthography import CYRILLIC, HOMOGLYPHS
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.model import Project, Summary
from uchtil.problems import Location, Problems
from uchtil.render import Article
from uchtil.render.article import Part

LENGTHS = {"abstract": (150, 250), "abstract_short": (40, 50), "abstract_long": (250, 300)}
"""How many words journals ask for."""
KEYWORDS = (6, 10)
_KINDS = {"abstract_short": " short", "abstract_long": " long"}
"""How messages call abstracts of other lengths, after the language."""

_ESCAPE = re.compile(r"\\(?=[^\w\s])")
_MIXED = re.compile(r"[^\W\d_]*(?:[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z])[^\W\d_]*")
_LATIN = re.compile("[A-Za-z]")
_MEANT = HOMOGLYPHS | {"i": "і", "I": "І", "h": "һ"}


def check_metadata(project: Project, article: Article, problems: Problems) -> None:
    """Check lengths (``abstract-length``, ``keyword-count``), numbers and letters.

    ``metadata-differs`` (an error) tells numbers of a further language's texts that are not
    those of the review, ``mixed-script`` Latin letters in its Cyrillic words.
    """
    review = project.review
    for field in review.further_abstracts:
        for code in review.languages:
            text = _rendered(project, article.parts[code], field)
            name = LANGUAGE_NAMES.get(code, code)
            _check_length(name, text, field, review.place(field, code), problems)
    for code, summary in review.metadata.items():
        name = FURTHER[code].name
        for field in LENGTHS:
            _check_length(name, _texts(summary)[field], field, summary.place(field), problems)
        count = len(summary.keywords)
        if not KEYWORDS[0] <= count <= KEYWORDS[1]:
            problems.warning(
                "keyword-count",
                f"there are {count} {name} keywords; journals ask for 6 to 10",
                summary.place("keywords"),
            )
        _check_letters(summary, problems)
        if not problems.errors:  # what is wrong elsewhere may be why they differ
            _check_numbers(project, article, summary, problems)


def _check_length(name: str, text: str, field: str, where: Location, problems: Problems) -> None:
    least, most = LENGTHS[field]
    words = len(text.split())
    if words and not least <= words <= most:
        problems.warning(
            "abstract-length",
            f"the {name}{_KINDS.get(field, '')} abstract has {words} words; journals ask for "
            f"{least} to {most}",
            where,
        )


def _texts(summary: Summary) -> dict[str, str]:
    """Return the texts of a summary by field."""
    return {
        "title": summary.title,
        "short_title": summary.short_title,
        "abstract": summary.abstract,
        "abstract_short": summary.abstract_short,
        "abstract_long": summary.abstract_long,
    }


def _check_letters(summary: Summary, problems: Problems) -> None:
    for field, text in (*_texts(summary).items(), ("keywords", " ".join(summary.keywords))):
        for found in _MIXED.finditer(text):
            word = found[0]
            strange = _LATIN.findall(word)[0]
            right = "".join(_MEANT.get(sign, sign) for sign in word)
            problems.error(
                "mixed-script",
                f"`{word}` mixes scripts: Latin `{strange}` (U+{ord(strange):04X}) "
                f"in a {CYRILLIC} word",
                summary.place(field),
                f"write `{right}` in {CYRILLIC} letters",
            )


def _check_numbers(
    project: Project, article: Article, summary: Summary, problems: Problems
) -> None:
    review = project.review
    # Russian is nearest to what journals print beside it.
    code = "ru" if "ru" in review.languages else review.languages[0]
    part = article.parts[code]
    for field, text in _texts(summary).items():
        theirs = _rendered(project, part, field)
        if not text or not theirs:
            continue
        own, other = FURTHER[summary.language], LANGUAGE_NAMES[code]
        mine = _numbers(own.numerals, text)
        rendered = _numbers(language(code).numerals, _without_exceptions(project, code, theirs))
        surplus, lacking = mine - rendered, rendered - mine
        if surplus or lacking:
            parts = [
                f"{verb} {', '.join(f'“{value}”' for value in sorted(values.elements()))}"
                for verb, values in (("prints", surplus), ("lacks", lacking))
                if values
            ]
            problems.error(
                "metadata-differs",
                f"the {own.name} `{field}` {' and '.join(parts)}, against {other}",
                summary.place(field),
                f"compare it with {review.place(field, code)}",
            )


def _rendered(project: Project, part: Part, field: str) -> str:
    match field:
        case "title":
            return part.title
        case "short_title":
            short = project.review.short_title
            return short[part.language] if short else ""
        case "abstract":
            return _ESCAPE.sub("", part.abstract)
        case "abstract_short":
            return _ESCAPE.sub("", part.abstract_short)
        case _:
            return _ESCAPE.sub("", part.abstract_long)


def _without_exceptions(project: Project, code: str, text: str) -> str:
    """Return a text without the words that may hold a typed number: ways of speaking."""
    for each in project.typed_numbers or ():
        if each.language == code:
            words = r"\s+".join(map(re.escape, each.words.split()))
            text = re.sub(rf"(?<!\w){words}(?!\w)", "\ue000", text)
    return text


def _numbers(forms: NumeralForms, text: str) -> Counter[str]:
    return Counter(each.value for each in forms.read(text))
