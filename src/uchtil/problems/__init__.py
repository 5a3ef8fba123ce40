"""What is wrong, where, and how to mend it: one run reports every problem.

``codes`` lists every check, ``rulings`` is what a review can say of them.
"""

from uchtil.problems.codes import CHECKS, Check
from uchtil.problems.collector import Problems
from uchtil.problems.problem import (
    Location,
    Problem,
    ProblemsFound,
    Severity,
    did_you_mean,
)
from uchtil.problems.rulings import Ruling

__all__ = [
    "CHECKS",
    "Check",
    "Location",
    "Problem",
    "Problems",
    "ProblemsFound",
    "Ruling",
    "Severity",
    "did_you_mean",
]
