"""Rules on the content: what the checklist says of metadata is said of the place where it is."""

from __future__ import annotations

from pathlib import Path

import pytest

from uchtil.journals.rules import place_of
from uchtil.load.profiles import load_profile
from uchtil.problems import Problems
from workshop import ROOT

PROFILE = """\
# yaml-language-server: $schema=../schemas/journal.json
id: three
journal: {name: {en: Three Languages}}
rules: {url: "https://example.org/rules", read: 2026-11}
languages: [uz]
type: {font: Times New Roman}
front: [title, abstract, keywords, "title:ru", "keywords:ru"]
abstract: {languages: [uz, ru]}
keywords: {languages: [uz, ru]}
citations: gost-numeric
package: [manuscript, metadata]
"""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("uz", "given"),
        ("ru", "given; not in the manuscript, but in files of metadata: the abstract"),
    ],
)
def test_what_only_the_files_of_metadata_have_is_told_so(
    tmp_path: Path, code: str, said: str
) -> None:
    folder = tmp_path / "templates" / "journals"
    folder.mkdir(parents=True)
    (folder / "three.yaml").write_text(PROFILE, encoding="utf-8")
    profile = load_profile(tmp_path, ROOT / "templates", "three", Problems())
    assert profile is not None
    assert place_of(profile, code, own=code == "uz").written("en") == said
