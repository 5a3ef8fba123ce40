"""Plans and results in Russian."""

from __future__ import annotations

from uchtil.language.verbs import Verbs, words

_PLANNED = (
    r"(?:за|рас)?планир\w+",
    r"плана?(?:у|ом|е|ы|ов)?",
    r"цел(?:ь|и|ью|ей|ям|ями|ях)",
    r"намечен\w*",
    r"намерен\w*",
    r"предполага\w+",
    r"ожида\w+",
    r"ориентир\w*",
    r"предусмотрен\w*",
)

VERBS = Verbs(
    planned=words(*_PLANNED),
    intended=words(
        *_PLANNED,
        r"условил\w+",
        r"договор\w*",
        r"соглас\w+",
        r"долж\w+",
        r"будет|будут",
        r"предсто\w+",
        r"обеща\w+",
        r"довести",
        r"не",
    ),
    reached=words(
        r"достиг(?:л[аои])?",
        r"состави(?:л|ла|ло|ли)",
        r"выросл?[аои]?",
        r"увеличил\w+",
        r"равнял\w+",
    ),
)
