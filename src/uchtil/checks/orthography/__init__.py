"""Signs that are wrong: apostrophes, quotation marks, dashes, spaces, letters, markup.

Looked at is every text of the content as it stands in its file (``uchtil.load.texts``),
outside of templates, addresses, code and what is marked as another language; in remarks also
outside of what they quote as a source prints it.  Each language's own rules are in its room
(``uchtil.language``: ``orthography``).

Codes: ``mixed-script``, which nobody sees and every search stumbles over, is an error;
``apostrophe``, ``quotation-marks``, ``dash``, ``no-break-space``, ``spacing``, ``ellipsis`` and
``markup-left`` (it is printed as it stands, and harms nothing) are warnings.  Most findings know
what should stand there: ``./build.py fix`` writes that (``uchtil.pipeline.mend``).

No-break spaces: what the program writes by itself (dates, values, numbers of tables) holds
them; what stands between a typed number, or an expression, and its unit, and between initials
and a surname, only the text can hold, since nothing changes a text on its way to pandoc.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from uchtil.checks.orthography.apostrophes import wrong_apostrophes
from uchtil.checks.orthography.dashes import wrong_dashes
from uchtil.checks.orthography.finding import Finding
from uchtil.checks.orthography.letters import mixed_scripts
from uchtil.checks.orthography.markup import left_markup
from uchtil.checks.orthography.quotation_marks import without_quotations, wrong_quotation_marks
from uchtil.checks.orthography.spaces import breaking_spaces, wrong_spaces
from uchtil.language import language
from uchtil.language.orthography import Orthography
from uchtil.load.texts import Text
from uchtil.problems import Problem, Problems

_Rule = Callable[[Text, str, Orthography], Iterator[Finding]]

_RULES: tuple[_Rule, ...] = (
    mixed_scripts,
    left_markup,
    wrong_apostrophes,
    wrong_quotation_marks,
    wrong_dashes,
    breaking_spaces,
    wrong_spaces,
)


def check_orthography(texts: Iterable[Text], problems: Problems) -> None:
    """Tell every wrong sign in the texts, see the module's own words for the codes."""
    for text in texts:
        for each in findings(text):
            problems.add(
                Problem(
                    code=each.code,
                    message=each.message,
                    where=text.place(each.start),
                    hint=each.hint,
                    severity=each.severity,
                )
            )


def findings(text: Text) -> list[Finding]:
    """Return what is wrong in one text, in the order of the places; each place once."""
    orthography = language(text.language).orthography
    prose = text.prose
    if text.file == "content/remarks.yaml":
        prose = without_quotations(prose, orthography)
    found: list[Finding] = []
    taken: set[int] = set()
    for rule in _RULES:
        for each in rule(text, prose, orthography):
            span = range(each.start, each.end)
            if taken.isdisjoint(span):
                taken.update(span)
                found.append(each)
    return sorted(found, key=lambda each: each.start)
