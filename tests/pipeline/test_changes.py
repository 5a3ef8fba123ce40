"""`changes`: what is told of two states of a review, and where."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from uchtil.changes.tracked import texts_in
from workshop import call, copy_sound, names, replace, snapshot, with_cyrillic

FILES = sorted(
    [
        "changes.html",
        "changes.json",
        *(
            f"redline-{code}.{name}"
            for code in ("uz", "uz-cyrl", "ru", "en")
            for name in ("html", "docx", "pdf")
        ),
    ]
)


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A review that was released, changed in one language, and asked what changed."""
    root = with_cyrillic(tmp_path_factory.mktemp("changes") / "project")
    assert call("release", "1.0.0", "--project", root).returncode == 0
    replace(root / "content/review.yaml", "version: 1.0.0", "version: 1.1.0")
    replace(root / "content/facts/network.yaml", "date: 2001-10-26", "date: 2001-10-27")
    replace(
        root / "content/sections/01-opening/en.md",
        "It is called the first",
        "Some call it the first",
    )
    replace(
        root / "content/sections/02-network/en.md",
        "The lines of",
        "A paragraph that <script>no</script> other language has.\n\nThe lines of",
    )
    replace(root / "content/sections/02-network/en.md", "<script>no</script>", "\\<script\\>no")
    done = call("changes", "--project", root)
    assert done.returncode == 0, done.stderr
    assert done.stdout == (
        "1.0.0 → now: facts: 1 corrected; paragraphs: 2 uz, 2 ru, 4 en; 2 texts lag\n"
        f"made {len(FILES)} files in {root}/output/changes\n"
    )
    return root


def test_files_are_made_and_the_same_each_time(told: Path) -> None:
    first = snapshot(told / "output/changes")
    assert sorted(first) == FILES
    assert call("changes", "1.0.0", "now", "--project", told).returncode == 0
    assert snapshot(told / "output/changes") == first


def test_the_data_tell_all(told: Path) -> None:
    data = json.loads((told / "output/changes/changes.json").read_bytes())
    assert (data["from"]["name"], data["to"]["name"], data["anything"]) == ("1.0.0", "now", True)
    (fact,) = data["facts"]["corrected"]
    assert (fact["id"], fact["was"], fact["now"], fact["file"], fact["line"]) == (
        "third-line",
        "26\u00a0October 2001",
        "27\u00a0October 2001",
        "content/facts/network.yaml",
        19,
    )
    assert data["readers"]["ru"]["groups"] == [
        {
            "kind": "corrected",
            "heading": "Исправлено",
            "facts": [
                {
                    "text": "Третья линия",
                    "now": "27\u00a0октября 2001\u00a0г.",
                    "was": "прежде: 26\u00a0октября 2001\u00a0г.",
                }
            ],
        }
    ]
    assert [(each["section"], each["kind"], each["op"]) for each in data["texts"]["en"]] == [
        ("opening", "paragraph", "changed"),
        ("network", "paragraph", "inserted"),
        ("network", "paragraph", "changed"),
        ("network", "table", "changed"),
    ]
    assert {(each["section"], each["language"]) for each in data["lags"]} == {
        ("opening", "uz"),
        ("opening", "ru"),
    }
    assert data["uneven"] == [{"section": "opening", "changed": ["en"], "unchanged": ["uz", "ru"]}]


def test_the_page_tells_the_same_and_runs_nothing(told: Path) -> None:
    page = (told / "output/changes/changes.html").read_text(encoding="utf-8")
    assert "<del>26</del><ins>27</ins>" in page.replace(" ", "")
    assert "&lt;script&gt;no" in page
    assert "<script" not in page
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src &#39;none&#39;") or "default-src 'none'" in policy[1]
    for id_ in re.findall(r'href="#([^"]+)"', page):
        assert f'id="{id_}"' in page, id_
    for name in re.findall(r'href="(redline-[^"]+)"', page):
        assert (told / "output/changes" / name).is_file()


def test_the_edition_in_cyrillic_has_its_own(told: Path) -> None:
    released = json.loads((told / "releases/1.0.0.json").read_bytes())
    assert (released["languages"], list(released["texts"])) == (
        ["uz", "ru", "en"],
        ["uz", "ru", "en", "uz-cyrl"],
    )
    document = (told / "output/changes/redline-uz-cyrl.docx").read_bytes()
    old, new = (texts_in(document, accept=accept) for accept in (False, True))
    text = released["texts"]["uz-cyrl"]
    assert old[:2] == ["Тошкент метроси икки манбада", text["authors"][0]]
    section = next(each for each in text["sections"] if each["slug"] == "network")
    assert section["lines"][1]["text"] in old
    assert [one.replace("26", "27", 1) for one in old if "2001 йил 26 октябрдаги" in one] == [
        one for one in new if "2001 йил 27 октябрдаги" in one
    ]
    data = json.loads((told / "output/changes/changes.json").read_bytes())
    assert data["redlines"]["uz-cyrl"][0] == "redline-uz-cyrl.html"
    assert "uz-cyrl" not in data["texts"]  # what changed is told of the text that it is made from


def test_a_release_without_that_edition_has_no_redline_of_it(told: Path, tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "project")
    shutil.copytree(told / "content", root / "content", dirs_exist_ok=True)
    released = json.loads((told / "releases/1.0.0.json").read_bytes())
    del released["texts"]["uz-cyrl"]
    (root / "releases").mkdir()
    (root / "releases/1.0.0.json").write_text(json.dumps(released), encoding="utf-8")
    assert call("changes", "--project", root).returncode == 0
    assert names(root / "output/changes") == [each for each in FILES if "cyrl" not in each]


def test_a_build_keeps_them(told: Path) -> None:
    from uchtil.pipeline.staging import keep_packages

    kept = told.parent / "new"
    kept.mkdir()
    keep_packages(told / "output", kept)
    assert snapshot(kept / "changes") == snapshot(told / "output/changes")


def test_nothing_released_and_unknown_releases(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "project")
    done = call("changes", "--project", root)
    assert done.returncode == 1
    assert done.stderr.startswith(
        "releases: error[unknown-release]: nothing has been released yet\n"
    )
    assert call("release", "1.0.0", "--project", root).returncode == 0
    done = call("changes", "1.0.1", "--project", root)
    assert done.stderr.startswith("releases: error[unknown-release]: there is no release `1.0.1`\n")
    done = call("changes", "../../etc/passwd", "--project", root)
    assert "error[unknown-release]" in done.stderr
    done = call("changes", "--project", root)
    assert done.stdout.startswith("1.0.0 → now: nothing changed\n")


def test_links_out_of_the_project_are_not_followed(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "project")
    (tmp_path / "secret.json").write_text("{}")
    (root / "releases").mkdir()
    (root / "releases/0.9.json").symlink_to(tmp_path / "secret.json")
    done = call("changes", "--project", root)
    assert done.returncode == 1
    assert done.stderr.startswith("releases/0.9.json: error[link-outside]: ")
