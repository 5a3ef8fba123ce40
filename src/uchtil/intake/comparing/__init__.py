"""What a new source tells, held against the facts: by names, words, dates and amounts."""

from uchtil.intake.comparing.results import Candidate, Match, Told, Verdict

__all__ = ["Candidate", "Match", "Told", "Verdict"]
