"""The fields of ``content/exceptions.yaml``: numbers that may be typed, each with its reason."""

from __future__ import annotations

from uchtil.language import TRANSLITERATED
from uchtil.load.containers import ListOf
from uchtil.load.fields import Field, Record, Values
from uchtil.load.reading import LANGUAGE_NAMES
from uchtil.load.shapes import Text, Word
from uchtil.model import TypedNumber

LANGUAGE = Field(
    "language",
    Word((*LANGUAGE_NAMES, *TRANSLITERATED)),
    "the language that it stands in",
    required=True,
)
WORDS = Field(
    "words",
    Text(number=True),
    "the number with the words around it, exactly as typed",
    required=True,
)
REASON = Field("reason", Text(), "why no fact gives it", required=True)

TYPED_NUMBER = Record(
    "the exception",
    (LANGUAGE, WORDS, REASON),
    lambda values: TypedNumber(
        language=values.need(LANGUAGE),
        words=_one_line(values),
        reason=values.need(REASON),
        where=values.at(WORDS),
    ),
    about="a number or a date that may stand in prose though no fact gives it",
    title=WORDS,
)
NUMBERS = Field("numbers", ListOf(TYPED_NUMBER, "an exception"), "numbers and dates", required=True)

EXCEPTION_FILE = Record(
    "the file of exceptions",
    (NUMBERS,),
    lambda values: values.need(NUMBERS),
    about="typed numbers that may stand, each with its reason; with this file, others may not",
)


def _one_line(values: Values) -> str:
    return " ".join(values.need(WORDS).split())
