"""Plans and results in English."""

from __future__ import annotations

from uchtil.language.verbs import Verbs, words

_PLANNED = (
    *("planned", "planning", "plans?", "goals?", "targets?", "targeted", "aims?", "aimed"),
    *("intend(?:s|ed)?", "intentions?", "expected", "awaited", "envisaged", "forecast"),
)

VERBS = Verbs(
    planned=words(*_PLANNED),
    intended=words(
        *_PLANNED,
        r"(?<!according )to(?= [a-z])",
        *("will", "would", "may", "might", "should", "must", "can", "could"),
        *("agreed?", "agreements?", "promised?", "hope[sd]?", "set", "not", "never", "missed"),
    ),
    reached=words("reached", "amounted", "totalled", "rose", "grew", "achieved", "attained"),
)
