"""Whether the languages of a review say the same, and since when one of them does not.

Sections are split into blocks as they stand in their Markdown (``blocks``), the languages'
blocks are set side by side (``align``), and what each uses, cites and prints is compared
(``compare``, ``printed``).  ``stale`` tells which texts have not followed a change in
another language since somebody confirmed them (``lock``).
"""

from uchtil.checks.parity.align import Row, rows_of
from uchtil.checks.parity.compare import check_parity
from uchtil.checks.parity.lock import LOCK, Lock, Record, read_lock, write_lock
from uchtil.checks.parity.printed import Printed, compare_printed, read_printed
from uchtil.checks.parity.stale import Change, Stale, Standing, confirm, noted, standing
from uchtil.checks.parity.weights import check_weights
from uchtil.render.article import ABSTRACT, FURTHER_ABSTRACTS

__all__ = [
    "ABSTRACT",
    "FURTHER_ABSTRACTS",
    "LOCK",
    "Change",
    "Lock",
    "Printed",
    "Record",
    "Row",
    "Stale",
    "Standing",
    "check_parity",
    "check_weights",
    "compare_printed",
    "confirm",
    "noted",
    "read_lock",
    "read_printed",
    "rows_of",
    "standing",
    "write_lock",
]
