"""The package: the same bytes, and names that tell no more than they may."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from uchtil.journals.package import file_stem, zipped
from uchtil.load import load_project
from uchtil.load.profiles import load_profile
from uchtil.problems import Problems
from workshop import ROOT, SOUND


def test_the_order_in_which_files_were_made_does_not_show() -> None:
    one = zipped("a", {"b.txt": b"1", "a/c.txt": b"2"})
    assert one == zipped("a", {"a/c.txt": b"2", "b.txt": b"1"})
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.namelist() == ["a/a/c.txt", "a/b.txt"]
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_names_of_files() -> None:
    profile = load_profile(ROOT, ROOT / "templates", "vak-history", Problems())
    project = load_project(SOUND, Problems())
    assert profile is not None
    assert project is not None
    review = project.review
    profile = replace(profile, file_name="{author}-{year}-{journal}-{part}")
    assert file_stem(profile, review, "manuscript") == "carberry-2026-vak-history-manuscript"
    assert (
        file_stem(profile, review, "anonymous", anonymous=True)
        == "vak-history-2026-vak-history-anonymous"
    )
    russian = replace(
        review, authors=(replace(review.authors[0], name={"ru": "Н. Щукина"}, family=None),)
    )
    assert file_stem(profile, russian, "x") == "shchukina-2026-vak-history-x"
