"""Plans and results in Uzbek."""

from __future__ import annotations

from uchtil.language.verbs import Verbs, words

_PLANNED = (
    r"rejala\w*",
    r"reja(?:si|lar|ga|da|ni|ning|dagi)?\w*",
    r"maqsad\w*",
    r"marra\w*",
    r"moʻljal\w*",
    r"koʻzla\w*",
    r"kutil\w+",
    r"niyat\w*",
)

VERBS = Verbs(
    planned=words(*_PLANNED),
    intended=words(
        *_PLANNED,
        r"kelish\w+",
        r"yetkaz\w+",
        r"mumkin\w*",
        r"kerak\w*",
        r"lozim\w*",
        r"\w+(?:adi|ydi|adigan|ydigan|moqchi|ajak)",
        r"\w+(?:magan|mas|masa|maydi)\w*",
    ),
    reached=words(
        r"yet(?:di|gan|ib)\w*",
        r"tashkil et(?:di|gan)\w*",
        r"osh(?:di|gan)\w*",
        r"koʻpay(?:di|gan)\w*",
        r"erish(?:di|gan|il\w+)\w*",
    ),
)
