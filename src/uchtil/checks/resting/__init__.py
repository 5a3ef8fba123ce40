"""Which texts rest on facts that changed since somebody wrote or confirmed those texts.

``paragraphs`` are the texts, and the facts and counts that each rests on; ``states`` is what a
fact said and who showed it, and what a count came to; ``lock`` keeps both, ``standing`` tells what
became of them since.
"""

from uchtil.checks.resting.lock import LOCK, Lock, lock_bytes, read_lock, write_lock
from uchtil.checks.resting.paragraphs import REMARKS, Paragraph, paragraphs_of
from uchtil.checks.resting.standing import (
    CountNews,
    FactNews,
    Reread,
    Standing,
    What,
    confirm,
    noted,
    only,
    standing,
)

__all__ = [
    "LOCK",
    "REMARKS",
    "CountNews",
    "FactNews",
    "Lock",
    "Paragraph",
    "Reread",
    "Standing",
    "What",
    "confirm",
    "lock_bytes",
    "noted",
    "only",
    "paragraphs_of",
    "read_lock",
    "standing",
    "write_lock",
]
