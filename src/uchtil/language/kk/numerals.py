"""How Kazakh writes the numbers that are read back: ``1234,5``, ``4,5 млрд``, ``бесеуі``.

Endings are written behind a word.  Ordinals are not read, nor is "екі" where it stands for
both countries, as in the other languages.
"""

from __future__ import annotations

from uchtil.language.numerals import NumeralForms

_CASE = (
    "(?:[дтн][ыі]ң|[дтн][ыі]|[қғкг][ае]|[дт][ае](?:ғы|гі)?|[дтн][ае]н|[мбп]ен)"
    # "үшін" and "бесік" are other words, so that what may follow is told one by one
)
_UNITS = {
    "ек(?:і|еу)": 2,
    "үш(?:еу)?": 3,
    "төрт(?:еу)?": 4,
    "бес(?:еу)?": 5,
    "алт(?:ы|ау)": 6,
    "жет(?:і|еу)": 7,
    "сегіз": 8,
    "тоғыз": 9,
}
_TENS = ["жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"]
_MONTHS = [
    *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым"),
    *("шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан"),
]


def _capital(word: str) -> str:
    return f"[{word[0]}{word[0].upper()}]{word[1:]}"


NUMERALS = NumeralForms(
    decimal=",",
    group="\u00a0\u202f",
    words={
        **{
            rf"{_capital(word)}(?:(?<=у)[ыі]н?)?{_CASE}?(?!\w)(?! (?:ел|мемлекет|жақ))": number
            for word, number in _UNITS.items()
        },
        "[Оо]н": 10,  # with an ending it is a pronoun
        **{f"{_capital(word)}{_CASE}?": 10 * number for number, word in enumerate(_TENS, 2)},
    },
    scales={
        f"мың{_CASE}?": 10**3,
        f"(?:млн|миллион){_CASE}?": 10**6,
        f"(?:млрд|миллиард){_CASE}?": 10**9,
    },
    months={
        f"{_capital(month)}(?:[ыі]?н?{_CASE})?": number for number, month in enumerate(_MONTHS, 1)
    },
)
