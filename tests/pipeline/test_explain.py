"""What `explain` tells of one fact or remark, and what the report tells of the evidence."""

from __future__ import annotations

import datetime
import sys
from pathlib import Path

import pytest

from uchtil.checks.evidence import check_evidence
from uchtil.checks.sightings import LOCK
from uchtil.cli import main
from uchtil.load import load_project
from uchtil.pipeline.listing import evidence_as_data
from uchtil.problems import Problems
from workshop import ask, call, copy_sound, replace

NETWORK = "content/facts/network.yaml"
TEXT = "sources/karimova2019.txt"
FINGERPRINT = "sha256:76aa81fbe93ab83b34bb0b5ef724dfd2ef8921baf13d16489ff4eaf9447781cb"


@pytest.fixture
def plain(tmp_path: Path) -> Path:
    """A copy of the sound project that nobody has built."""
    return copy_sound(tmp_path / "plain")


def test_a_remark(plain: Path) -> None:
    done = call("explain", "first-in-region-unsupported", "--project", plain)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == (
        "first-in-region-unsupported (remark: unsupported, slight), content/remarks.yaml:19:9\n"
        "  facts: first-in-region\n"
        "  uz: Mintaqadagi ilk metro degan fikr dalilsiz aytilgan [*].\n"
        "  ru: Что это первое метро региона, сказано без подтверждения [*].\n"
        "  en: That this was the first metro of the region is said without support [*].\n"
        "  handling (uz): Fikr manba nomidan keltiriladi.\n"
        "  handling (ru): Мнение приводится от имени источника.\n"
        "  handling (en): The opinion is given as the source’s own.\n"
        "  karimova2019, paragraph 1 (content/remarks.yaml:24:40):\n"
        "    … metrosining tarixi Poytaxtda yer osti yo‘lini qurish ishlari 1972-yilda boshlandi. "
        "Birinchi yo‘nalish 1977-yil 6-noyabrda ochildi va unda to‘qqiz bekat bor edi. "
        "[[Bu mintaqadagi ilk metro edi]].\n"
        "  not used in uz\n"
        "  not used in ru\n"
        "  not used in en\n"
    )
    data = ask("explain", "first-in-region-unsupported", "--project", plain).data
    assert (data["kind"], data["facts"], data["errors"]) == ("unsupported", ["first-in-region"], 0)
    (passage,) = data["evidence"]
    assert (passage["sight"], passage["seen"]) == ("in-text", "2026-11-20")
    assert passage["context"]["words"] == "Bu mintaqadagi ilk metro edi"


def test_a_fact_names_its_remarks_and_each_sources_reading(plain: Path) -> None:
    told = call("explain", "second-line", "--project", plain).stdout
    assert "\n  petrov2008, says 1984-12, paragraph 2 (content/facts/network.yaml:17:17):\n" in told
    remark = "day-of-second-line (conflict, moderate), content/remarks.yaml:3:9"
    assert f"\n  remark {remark}\n" in told


def test_a_remark_that_is_called_as_a_fact_is(plain: Path) -> None:
    replace(plain / "content/remarks.yaml", "id: first-in-region-unsupported", "id: first-line")
    for section in ("uz", "ru", "en"):
        assert (
            ask("explain", "remark:first-line", "--project", plain).data["kind"] == "unsupported"
        ), section
    assert ask("explain", "first-line", "--project", plain).data["kind"] == "event"


def test_errors_elsewhere_are_only_counted(plain: Path) -> None:
    replace(plain / "content/sections/01-opening/uz.md", 'table("sources")', 'table("source")')
    done = call("explain", "third-line", "--project", plain)
    assert done.returncode == 0
    assert done.stdout.startswith("third-line (event, single), content/facts/network.yaml:19:9\n")
    assert "  used in ru: content/sections/02-network/ru.md:3, " in done.stdout
    assert done.stderr == (
        "the review has errors (1), so something may be wanting here; `check` tells them\n"
    )
    assert ask("explain", "third-line", "--project", plain).data["errors"] == 1


def test_a_fact_that_cannot_be_read_tells_why(plain: Path) -> None:
    replace(plain / NETWORK, "date: 2001-10-26", "date: 2001-10-36")
    done = call("explain", "third-line", "--project", plain)
    assert done.returncode == 1
    assert done.stderr == (
        f"{NETWORK}:21:11: error[impossible-date]: `2001-10-36` is impossible: October 2001 has "
        "31 days\n"
        "    look into the source again; where the day is in doubt, leave it out\n1 error\n"
    )
    assert call("explain", "second-line", "--project", plain).returncode == 0


def test_a_review_of_which_too_little_can_be_read(plain: Path) -> None:
    (plain / "content/review.yaml").unlink()
    done = call("explain", "third-line", "--project", plain)
    assert done.returncode == 1
    assert "content/review.yaml: error[missing-file]: " in done.stderr


def test_words_that_the_text_at_hand_does_not_have(plain: Path) -> None:
    replace(plain / TEXT, "26-oktabrdan", "27-oktabrdan")
    told = call("explain", "third-line", "--project", plain).stdout
    assert (
        "  karimova2019, citing bulletin2002, not found in another version of the text "
        f"({NETWORK}:30:17):\n    [[yoʻlovchilar 2001-yil 26-oktabrdan]]\n"
    ) in told


def test_words_that_were_seen_in_another_version(plain: Path) -> None:
    replace(plain / "content/sources.yaml", FINGERPRINT, f"sha256:{'0' * 64}")
    told = call("explain", "third-line", "--project", plain, "--sources", plain / "none").stdout
    assert ", last seen on 2026-11-20 in another version of the text (" in told


@pytest.mark.parametrize(
    ("terminal", "no_colour", "marked"),
    [
        (True, None, "\x1b[1;4myo‘\u00adlovchilar 2001-yil 26-oktabrdan\x1b[0m boshlab"),
        (True, "1", "[[yo‘\u00adlovchilar 2001-yil 26-oktabrdan]] boshlab"),
        (False, None, "[[yo‘\u00adlovchilar 2001-yil 26-oktabrdan]] boshlab"),
    ],
)
def test_the_words_are_marked(
    plain: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    *,
    terminal: bool,
    no_colour: str | None,
    marked: str,
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.delenv("UCHTIL_SOURCES", raising=False)
    if no_colour is not None:
        monkeypatch.setenv("NO_COLOR", no_colour)
    monkeypatch.setattr(sys.stdout, "isatty", lambda: terminal)
    assert main(["explain", "third-line", "--project", str(plain)]) == 0
    assert marked in capsys.readouterr().out


def test_the_report_lists_the_evidence(plain: Path) -> None:
    replace(plain / NETWORK, "yoʻlovchilar 2001", "Uchinchisini yoʻlovchilar 2001")
    problems = Problems()
    project = load_project(plain, problems)
    assert project is not None
    today = datetime.date(2027, 1, 31)
    data = evidence_as_data(check_evidence(project, None, plain / LOCK, today, problems))
    assert len(data["seen"]) == 12
    assert data["seen"][-1] == {
        "remark": "first-in-region-unsupported",
        "source": "karimova2019",
        "anchor": "Bu mintaqadagi ilk metro edi",
        "file": "content/remarks.yaml",
        "line": 24,
        "paragraph": 1,
        "offset": 171,
        "fingerprint": FINGERPRINT,
        "seen": "2026-11-20",
        "looked_up": False,
    }
    assert data["unseen"] == [
        {
            "fact": "third-line",
            "source": "karimova2019",
            "anchor": "Uchinchisini yoʻlovchilar 2001-yil 26-oktabrdan",
            "file": NETWORK,
            "line": 30,
            "why": "anchor-changed",
        }
    ]
    looked_up = check_evidence(project, plain / "sources", plain / LOCK, today, problems)
    data = evidence_as_data(looked_up)
    assert data["unseen"] == []
    assert [each["fact"] for each in data["seen"] if each["seen"] == "2027-01-31"] == ["third-line"]
    assert all(each["looked_up"] for each in data["seen"])
