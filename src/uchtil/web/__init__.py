"""Looking at web addresses: politely, never within a private network, and not twice a month.

The only room that asks anything of the network; nothing of it is used by a build.
"""

from uchtil.web.answers import Answer, Copy, Outcome, Question
from uchtil.web.memory import Memory
from uchtil.web.requests import Guard, Manners
from uchtil.web.round import Round

__all__ = ["Answer", "Copy", "Guard", "Manners", "Memory", "Outcome", "Question", "Round"]
