"""Words of the Latin Uzbek texts that its Cyrillic edition would print wrongly.

Looked at is every Uzbek text of the content as it stands in its file, outside of templates,
addresses and what is marked (``uchtil.load.texts``), so that the place is exact.  Told as
``not-transliterated`` are words with letters that the alphabet does not have, which stay
Latin in a Cyrillic text (``Facebook``), and words of which the rules make nonsense
(``Perplexity``).  Capitals (``OECD``), Roman figures, and names that have a form of their own
are meant so; a word of letters of both scripts is told as ``mixed-script``.  A foreign word
that could be Uzbek by its letters cannot be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from uchtil.language import TRANSLITERATED
from uchtil.load.texts import Text
from uchtil.model import Project
from uchtil.problems import Problems
from uchtil.render.cyrillic import writing_of

CODE = "not-transliterated"

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UNPRINTED = frozenset({"note", "reason", "words"})
"""Fields whose texts no edition prints."""


def check_transliteration(project: Project, texts: Iterable[Text], problems: Problems) -> int:
    """Warn of every such word; return how many there are.  Nothing is looked for without need."""
    origins = {TRANSLITERATED[code] for code in project.review.transliterated}
    if not origins:
        return 0
    writing = writing_of(project)
    count = 0
    for text in texts:
        if text.language not in origins or text.field in _UNPRINTED:
            continue
        for word in writing.doubtful(text.prose):
            if _CYRILLIC.search(word[0]):
                continue
            count += 1
            problems.warning(
                CODE,
                f"“{word[0]}” cannot be written in Cyrillic by the rules of Uzbek",
                text.place(word.start()),
                "a name gets its form under `uz-cyrl` in content/names.yaml; in a section what "
                "stays as it is may be marked: [...]{lang=en-GB} or [...]{.keep}",
            )
    return count
