"""Bibliographies arrive: read, recognised, merged into the one of the review.

`read_arrival` reads a .bib, .ris or .json file; `plan_merge` says of every entry whether it is
new, the same as one of ours, or doubtful, field by field and with reasons; `show_plan` makes
text of that; `merged_text` is what comes of it.  Builds do not import this.
"""

from uchtil.bibliography.merge.arrive import LARGEST, arrival_of, read_arrival
from uchtil.bibliography.merge.fields import changes_of
from uchtil.bibliography.merge.folding import foldings
from uchtil.bibliography.merge.incoming import Arrival, Aside, Broken, Incoming, Kept
from uchtil.bibliography.merge.likeness import Likeness, likeness
from uchtil.bibliography.merge.plan import (
    Candidate,
    Change,
    MergePlan,
    Step,
    hold,
    tell_plan,
)
from uchtil.bibliography.merge.planning import plan_merge
from uchtil.bibliography.merge.profile import Profile, profile_of
from uchtil.bibliography.merge.shown import count_plan, show_doubt, show_plan
from uchtil.bibliography.merge.unified import Unified, read_unified, unified_of
from uchtil.bibliography.merge.write import entry_text, incoming_text, merged_text
from uchtil.bibliography.merge.written import fields_of

__all__ = [
    "LARGEST",
    "Arrival",
    "Aside",
    "Broken",
    "Candidate",
    "Change",
    "Incoming",
    "Kept",
    "Likeness",
    "MergePlan",
    "Profile",
    "Step",
    "Unified",
    "arrival_of",
    "changes_of",
    "count_plan",
    "entry_text",
    "fields_of",
    "foldings",
    "hold",
    "incoming_text",
    "likeness",
    "merged_text",
    "plan_merge",
    "profile_of",
    "read_arrival",
    "read_unified",
    "show_doubt",
    "show_plan",
    "tell_plan",
    "unified_of",
]
