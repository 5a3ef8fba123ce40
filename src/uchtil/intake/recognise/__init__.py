"""Recognising: dates, amounts, names and documents in a text, by rules that can be read."""

from uchtil.intake.recognise.finds import (
    Amount,
    Change,
    Document,
    Find,
    FindKind,
    Named,
    Relative,
    Together,
    together,
)
from uchtil.intake.recognise.recognising import Recogniser, finds_in

__all__ = [
    "Amount",
    "Change",
    "Document",
    "Find",
    "FindKind",
    "Named",
    "Recogniser",
    "Relative",
    "Together",
    "finds_in",
    "together",
]
