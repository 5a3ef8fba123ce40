"""What docs/a-new-source.md tells is what happens.

After a change on purpose ``pytest tests/test_story.py --refresh-golden`` writes into the page what
is printed now, and ``make pictures`` takes its pictures anew; look at the differences in git.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

import story
from story import PAGE, Shown, Story

SLOW = frozenset({"release", "changes", "build"})
"""Seconds each, and tested elsewhere: run where the page is refreshed, and for the pictures."""


def test_the_story_is_what_happens(request: pytest.FixtureRequest, tmp_path: Path) -> None:
    refresh = request.config.getoption("--refresh-golden")
    told = Story(root=story.copy_review(tmp_path), skips=frozenset() if refresh else SLOW)
    told.walk()
    if refresh:
        PAGE.write_text(told.refreshed(), encoding="utf-8")
        return
    assert [shown.name for shown in told.told if not shown.agrees()] == []
