"""The shapes of values that only profiles of journals have: limits, blocks, measures, duties."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from decimal import Decimal
from difflib import get_close_matches

import yaml

from uchtil.load.containers import ListOf, MapOf
from uchtil.load.reading import Reading
from uchtil.load.shapes import Json, Number, Shape, Text
from uchtil.model.profiles import OTHERS, Block, FrontBlock, Limits, Note
from uchtil.problems import did_you_mean

TEXT_LANGUAGES = ("uz", "uz-cyrl", "ru", "en")
"""What a manuscript can be in."""

METADATA_LANGUAGES = (*TEXT_LANGUAGES, "kk")
"""What title, abstract, keywords and authors can be in."""

ASKED_LANGUAGES = (*METADATA_LANGUAGES, OTHERS)
"""What a journal can ask them in."""

_COUNT = r"\d{1,3}(?:[ \u00a0\u202f]\d{3})+|\d+"
"""A number as pages of rules print it: ``20 000`` too."""
_LIMITS = re.compile(rf"({_COUNT})(?:\s*[-–]\s*({_COUNT})|\s+or\s+(more|fewer))?")
_HOW_LIMITS = "`6`, `6-10`, `6 or more` or `10 or fewer`"


@dataclass(frozen=True, slots=True)
class Within(Shape[Limits]):
    """How many there may be: ``6``, ``6-10``, ``6 or more``, ``10 or fewer``."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> Limits | None:
        """Return the limits; a range that ends before it begins is told."""
        text = reading.scalar(node, name)
        if text is None:
            return None
        found = _LIMITS.fullmatch(text)
        if found is None:
            hint = (
                f"lines are no unit here: leave the field out, and write `{text}` among `duties`"
                if _LINES.search(text)
                else f"write {_meant_limits(text) or _HOW_LIMITS}"
            )
            reading.error("wrong-value", f"`{text}` cannot be {name}", node, hint)
            return None
        first = _count(found[1])
        last = _count(found[2]) if found[2] else first
        if last < first:
            reading.error(
                "impossible-range",
                f"{name} ends at {last}, before it begins at {first}",
                node,
                "write the smaller number first",
            )
            return None
        return Limits(
            at_least=None if found[3] == "fewer" else first,
            at_most=None if found[3] == "more" else last,
        )

    def schema(self, defs: Json) -> Json:
        """Return the pattern of limits."""
        defs["limits"] = {
            "description": f"how many there may be: {_HOW_LIMITS}",
            "type": ["string", "integer"],
            "pattern": rf"^(?:{_LIMITS.pattern})$",
        }
        return {"$ref": "#/$defs/limits"}


_LINES = re.compile(r"(?<!\w)(?:lines?|строк\w*|qator\w*|қатор\w*|satr\w*)(?!\w)", re.IGNORECASE)


def _count(text: str) -> int:
    return int("".join(text.split()))


_LEAST = re.compile(
    r"не мен|минимум|at least|no less|not less|no fewer|minimum"
    r"|(?<!no )(?<!not )more than|kamida|kam bo['ʻ‘’]lma"
    r"|камида|кам бўлма",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"не бол|до |превыша|максимум|at most|no more|not more|up to|exceed|maximum|gacha|oshma"
    r"|ko['ʻ‘’]pi bilan|гача|ошма|or less|не длиннее",
    re.IGNORECASE,
)


def _meant_limits(text: str) -> str:
    """Return how limits are written that a page's own words tell; empty if that is not sure."""
    numbers = [each[0] for each in re.finditer(_COUNT, text)]
    if len(numbers) == 2:
        return f"`{numbers[0]}-{numbers[1]}`"
    if len(numbers) != 1 or re.search(r"\d[.,]\d", text):
        return ""
    least, most = bool(_LEAST.search(text)), bool(_MOST.search(text))
    if least and most:
        return ""
    return f"`{numbers[0]}{' or more' * least}{' or fewer' * most}`"


@dataclass(frozen=True, slots=True)
class NameByLanguage(Shape[dict[str, str]]):
    """A journal's name by language; one that stands alone is told how to be written."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> dict[str, str] | None:
        """Return the names by language."""
        if isinstance(node, yaml.ScalarNode) and node.value.strip():
            code = "ru" if _CYRILLIC.search(node.value) else "en"
            said = json.dumps(node.value.strip(), ensure_ascii=False)
            reading.error(
                "wrong-type",
                f"{name} must be by language, not one text",
                node,
                f"write `name: {{{code}: {said}}}`, in the language that it is in",
            )
            return None
        return _NAMES.read(node, reading, name)

    def schema(self, defs: Json) -> Json:
        """Return an object of texts by language."""
        return _NAMES.schema(defs)


def _by_language(node: yaml.Node, reading: Reading, name: str, hint: str) -> dict[str, str]:
    """Return texts by the language of the manuscript; ``hint`` tells what else may stand there."""
    texts = {}
    for code, (key, value) in (reading.pairs(node, name) or {}).items():
        if code not in TEXT_LANGUAGES:
            reading.error("unknown-language", f"`{code}` cannot be a language of {name}", key, hint)
        elif (text := reading.scalar(value, f"{name} in `{code}`")) is not None:
            texts[code] = text
    return texts


def _any_language(text: Json) -> list[Json]:
    """Return the schemas of a text, and of an object of texts by language."""
    return [
        text,
        {
            "type": "object",
            "properties": dict.fromkeys(TEXT_LANGUAGES, text),
            "additionalProperties": False,
            "minProperties": 1,
        },
    ]


@dataclass(frozen=True, slots=True)
class Heading(Shape[dict[str, str]]):
    """A heading: a text (under ``""``), or one by the language of the manuscript."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> dict[str, str] | None:
        """Return the heading by language."""
        if not isinstance(node, yaml.MappingNode):
            text = Text().read(node, reading, name)
            return None if text is None else {"": text}
        hint = f"languages of manuscripts are {', '.join(TEXT_LANGUAGES)}"
        return _by_language(node, reading, name, hint) or None

    def schema(self, defs: Json) -> Json:
        """Return a text, or an object of texts by language."""
        return {"anyOf": _any_language(Text().schema(defs))}


_CYRILLIC = re.compile("[\u0400-\u04ff]")
_NAMES = MapOf(Text(), "the name in")


@dataclass(frozen=True, slots=True)
class BlockName(Shape[FrontBlock]):
    """A block, in another language where one is named: ``title:en``, ``abstract:others``."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> FrontBlock | None:
        """Return the block."""
        if isinstance(node, yaml.MappingNode) and len(node.value) == 1:
            key, value = node.value[0]
            hint = f"write `{key.value}:{value.value}`, without a space"
            reading.error("wrong-type", f"{name} must be one text, not a mapping", node, hint)
            return None
        text = reading.scalar(node, name)
        if text is None:
            return None
        block, _, language = text.partition(":")
        known = [each.value for each in Block]
        if block not in known:
            hint = did_you_mean(block, known) or f"there are {', '.join(known)}"
        elif language and language not in ASKED_LANGUAGES:
            near = get_close_matches(language, ASKED_LANGUAGES, n=1)
            hint = f"languages are {', '.join(ASKED_LANGUAGES)}"
            hint = f"did you mean `{block}:{near[0]}`?" if near else hint
        else:
            return FrontBlock(block=Block(block), language=language)
        reading.error("unknown-choice", f"`{text}` cannot be {name}", node, hint)
        return None

    def schema(self, defs: Json) -> Json:
        """Return the blocks with their languages."""
        blocks = "|".join(each.value for each in Block)
        languages = "|".join(ASKED_LANGUAGES)
        return {"type": "string", "pattern": f"^(?:{blocks})(?::(?:{languages}))?$"}


@dataclass(frozen=True, slots=True)
class Issn(Shape[str]):
    """An ISSN whose check digit is right (ISO 3297: the sum of the weighted digits, mod 11)."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> str | None:
        """Return the ISSN as it is written."""
        text = _ISSN_FORM.read(node, reading, name)
        if text is None:
            return None
        digits = [10 if each == "X" else int(each) for each in text.replace("-", "")]
        if sum(weight * digit for weight, digit in zip(range(8, 0, -1), digits, strict=True)) % 11:
            reading.error(
                "wrong-value",
                f"`{text}` cannot be {name}: its check digit is wrong",
                node,
                "look it up again",
            )
            return None
        return text

    def schema(self, defs: Json) -> Json:
        """Return the form; the check digit is the loader's to tell."""
        return _ISSN_FORM.schema(defs)


_ISSN_FORM = Text(pattern=r"\d{4}-\d{3}[\dX]", expected="it as 0263-4937")


_MILLIMETRES = re.compile(r"(\d+) ?(?:mm|мм)\.?")


@dataclass(frozen=True, slots=True)
class Measure(Shape[Decimal]):
    """A length or size within what can be meant: 20 is no margin in centimetres."""

    low: Decimal
    high: Decimal
    unit: str

    def read(self, node: yaml.Node, reading: Reading, name: str) -> Decimal | None:
        """Return the number; one that cannot be meant is told."""
        written = node.value.strip() if isinstance(node, yaml.ScalarNode) else ""
        millimetres = _MILLIMETRES.fullmatch(written)
        if millimetres and self.unit == "centimetres":
            hint = f"write {Decimal(millimetres[1]) / 10}: it is told in {self.unit}"
            reading.error("not-a-number", f"`{written}` is not a number", node, hint)
            return None
        value = Number().read(node, reading, name)
        if value is not None and not self.low <= value <= self.high:
            reading.error(
                "wrong-value",
                f"`{value}` cannot be {name}: it is told in {self.unit}",
                node,
                f"write a number from {self.low} to {self.high}",
            )
            return None
        return value

    def schema(self, defs: Json) -> Json:
        """Return the number with its ends."""
        return {"type": "number", "minimum": float(self.low), "maximum": float(self.high)}


@dataclass(frozen=True, slots=True)
class NoteShape(Shape[Note]):
    """What is said to the author: a text, or a text by language."""

    def read(self, node: yaml.Node, reading: Reading, name: str) -> Note | None:
        """Return the note, in the languages that it is given in."""
        if not isinstance(node, yaml.MappingNode):
            text = reading.scalar(node, name)
            return None if text is None else Note(text={"": text})
        hint = f"write it as {_SAMPLE}; a text with a colon stands in quotation marks"
        texts = _by_language(node, reading, name, hint)
        return Note(text=texts) if texts else None

    def schema(self, defs: Json) -> Json:
        """Return a text, or an object of texts by language."""
        defs["note"] = {
            "description": f"a text, or one by language: {_SAMPLE}",
            "anyOf": _any_language({"type": "string", "minLength": 1}),
        }
        return {"$ref": "#/$defs/note"}


_SAMPLE = "`Add a signed review`, or `{ru: Приложить рецензию, en: Add a signed review}`"


@dataclass(frozen=True, slots=True)
class Notes(Shape[tuple[Note, ...]]):
    """Several notes in a list, or one by itself."""

    noun: str

    def read(self, node: yaml.Node, reading: Reading, name: str) -> tuple[Note, ...] | None:
        """Return the notes in order."""
        if isinstance(node, yaml.SequenceNode):
            return ListOf(NoteShape(), self.noun).read(node, reading, name)
        note = NoteShape().read(node, reading, name)
        return None if note is None else (note,)

    def schema(self, defs: Json) -> Json:
        """Return a note, or an array of them."""
        note = NoteShape().schema(defs)
        return {"anyOf": [note, {"type": "array", "items": note}]}
