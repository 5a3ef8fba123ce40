from __future__ import annotations

import datetime
import hashlib
import shutil
from pathlib import Path

import pytest

from uchtil.checks.evidence import LOCK, EvidenceReport, check_evidence, read_lock, write_lock
from uchtil.load import load_project
from uchtil.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
SOUND = ROOT / "tests" / "projects" / "sound"
TODAY = datetime.date(2026, 11, 20)
OVER_THE_END = "it runs over the end of a paragraph: keep to the words on one side"
NETWORK = "content/facts/network.yaml"
TEXT = "texts/karimova2019.txt"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sound review, to be changed."""
    return Path(shutil.copytree(SOUND, tmp_path / "review"))


def check(root: Path, texts: Path | None) -> tuple[EvidenceReport, list[str]]:
    problems = Problems()
    read = load_project(root, problems)
    assert read is not None
    assert list(problems) == []
    report = check_evidence(read, texts, root / LOCK, TODAY, problems)
    return report, [str(problem) for problem in problems]


def change(root: Path, file: str, before: str, after: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(before) == 1
    path.write_text(text.replace(before, after), encoding="utf-8")


def fingerprint(path: Path) -> str:
    return f"sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}"


def test_every_passage_is_looked_up_in_the_texts(project: Path) -> None:
    report, told = check(project, project / "texts")
    assert told == []
    assert (len(report.sightings), report.looked_up, report.missing) == (13, 13, 0)
    assert report.summary() == (
        "7 facts: 10 passages, 10 looked up in the texts, 0 taken from the lock; "
        "2 remarks: 3 passages, 3 looked up in the texts, 0 taken from the lock"
    )
    second = next(each for each in report.sightings if each.id == "second-line")
    assert (second.source, second.paragraph, second.offset) == ("karimova2019", 2, 0)
    assert second.fingerprint == fingerprint(project / TEXT)
    assert second.seen == TODAY


def test_the_lock_says_what_the_texts_say(project: Path) -> None:
    report, _ = check(project, project / "texts")
    write_lock(report, project / LOCK)
    assert (project / LOCK).read_bytes() == (SOUND / LOCK).read_bytes()
    by_lock, told = check(project, None)
    assert told == []
    assert by_lock.sightings == report.sightings
    assert (by_lock.looked_up, by_lock.missing) == (0, 0)
    assert not (project / f"{LOCK}.new").exists()


def test_an_anchor_that_is_not_there(project: Path) -> None:
    change(project, NETWORK, "ishga tushdi", "ishga tushirildi")
    report, told = check(project, project / "texts")
    assert told == [
        f"{NETWORK}:15:17: error[anchor-not-found]: `Ikkinchi yoʻnalish 1984-yil 8-dekabrda ishga "
        "tushirildi` does not stand in the text of `karimova2019`\n"
        "    nearest, in paragraph 2: `Ikkinchi yo'nalish 1984-yil 8-dekabrda ishga tushdi.`"
    ]
    assert (report.looked_up, report.missing) == (12, 1)
    assert report.summary().startswith(
        "7 facts: 10 passages, 9 looked up in the texts, 0 taken from the lock, 1 not seen; "
    )


@pytest.mark.parametrize(
    ("anchor", "hint"),
    [
        (
            "metro edi. Ikkinchi",
            "it runs over the end of a paragraph: keep to the words on one side",
        ),
        ("что-то совсем иное", "nothing there is like it: is it another source?"),
    ],
)
def test_other_hints_for_an_anchor(project: Path, anchor: str, hint: str) -> None:
    change(project, NETWORK, "Ikkinchi yoʻnalish 1984-yil 8-dekabrda ishga tushdi", anchor)
    _, told = check(project, project / "texts")
    assert told == [
        f"{NETWORK}:15:17: error[anchor-not-found]: `{anchor}` does not stand in the text of "
        f"`karimova2019`\n    {hint}"
    ]


def test_a_text_that_is_not_the_registered_one(project: Path) -> None:
    with (project / TEXT).open("a", encoding="utf-8") as text:
        text.write("\nYangi gap.\n")
    report, told = check(project, project / "texts")
    assert told == [
        "content/sources.yaml:3:10: error[stale-text]: the text of `karimova2019` is not the one "
        "that was registered\n    read it again; then write `fingerprint: "
        f"{fingerprint(project / TEXT)}`"
    ]
    assert report.looked_up == 13


def test_the_lock_speaks_for_a_text_that_is_not_at_hand(project: Path) -> None:
    (project / TEXT).unlink()
    report, told = check(project, project / "texts")
    assert told == [
        "content/sources.yaml:3:10: warning[text-not-found]: the text of `karimova2019` is not "
        "among the texts\n    put karimova2019.txt there; until then the lock speaks for it"
    ]
    assert (len(report.sightings), report.looked_up) == (13, 5)


def test_a_text_that_cannot_be_read(project: Path) -> None:
    (project / TEXT).write_bytes("Тошкент".encode("cp1251"))
    _, told = check(project, project / "texts")
    assert told[1] == (
        "content/sources.yaml:3:10: error[unreadable-encoding]: the text of `karimova2019` is not "
        "UTF-8\n    save karimova2019.txt again as UTF-8, and register its new fingerprint"
    )


def test_a_folder_of_texts_that_is_not_there(project: Path) -> None:
    report, told = check(project, Path("no/such/folder"))
    assert told == [
        "content/sources.yaml: error[no-texts]: there is no folder of texts at no/such/folder\n"
        "    give the folder that holds the sources' full texts"
    ]
    assert report.looked_up == 0


def test_without_texts_what_changed_since_is_told(project: Path) -> None:
    hint = "    run `./build.py check --sources FOLDER` with the texts there: it writes the lock"
    change(project, NETWORK, "Ikkinchi yoʻnalish 1984-yil", "1984-yil")
    change(project, "content/facts/opening.yaml", "id: first-in-region", "id: first-of-all")
    change(project, "content/remarks.yaml", "[first-in-region]", "[first-of-all]")
    text = fingerprint(project / "texts/petrov2008.txt")
    change(project, "content/sources.yaml", text, f"sha256:{'0' * 64}")
    report, told = check(project, None)
    opening = "content/facts/opening.yaml"
    assert told == [
        f"{NETWORK}:15:17: warning[evidence-stale]: the anchor of `second-line` in `karimova2019` "
        f"is not the one that was seen\n{hint}",
        f"{NETWORK}:17:17: warning[evidence-stale]: the evidence of `second-line` was seen in "
        f"another text of `petrov2008`\n{hint}",
        f"{opening}:31:17: warning[evidence-stale]: the evidence of `first-line` was seen in "
        f"another text of `petrov2008`\n{hint}",
        f"{opening}:45:38: warning[evidence-stale]: the evidence of `stations-1977` was seen in "
        f"another text of `petrov2008`\n{hint}",
        f"{opening}:58:17: warning[evidence-stale]: the evidence of `length-1977` was seen in "
        f"another text of `petrov2008`\n{hint}",
        f"{opening}:67:17: warning[evidence-never-seen]: the evidence of `first-of-all` in "
        f"`karimova2019` was never looked up\n{hint}",
        "content/remarks.yaml:9:38: warning[evidence-stale]: the evidence of the remark "
        f"`day-of-second-line` was seen in another text of `petrov2008`\n{hint}",
    ]
    assert (len(report.sightings), report.missing) == (6, 7)


def test_without_texts_and_lock_it_is_told_once(project: Path) -> None:
    (project / LOCK).unlink()
    report, told = check(project, None)
    assert told == [
        "content/evidence.lock: warning[evidence-never-seen]: no passage can be shown: neither "
        "all texts nor a lock are at hand\n"
        "    run `./build.py check --sources FOLDER` once, with the texts of all sources there"
    ]
    assert (report.sightings, report.missing) == ((), 13)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("", ":1"),
        ('{"version": 1,\n"sightings": [}', ":2"),
        ("[]", ""),
        ('{"version": 2, "sightings": []}', ""),
        ('{"version": 1, "sightings": [{"fact": "x"}]}', ""),
    ],
)
def test_a_broken_lock_is_told(tmp_path: Path, text: str, place: str) -> None:
    path = tmp_path / "evidence.lock"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    assert read_lock(path, problems) == ()
    assert [str(problem) for problem in problems] == [
        f"content/evidence.lock{place}: error[broken-lock]: the lock cannot be read\n"
        "    it is never edited: delete it, and run with the texts to make it again"
    ]


def test_the_shipped_evidence_stands_in_the_texts(sources: Path) -> None:
    problems = Problems()
    read = load_project(ROOT, problems)
    assert read is not None
    report = check_evidence(read, sources, ROOT / LOCK, TODAY, problems)
    assert [str(problem) for problem in problems.errors] == []
    passages = sum(len(fact.evidence) for fact in read.facts.values())
    passages += sum(len(remark.passages) for remark in read.remarks.values())
    assert report.looked_up == passages
    assert report.missing == 0
