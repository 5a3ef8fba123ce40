from __future__ import annotations

import datetime
import hashlib
import shutil
from pathlib import Path

import pytest

from uchtil.checks.evidence import EvidenceReport, Why, check_evidence
from uchtil.checks.sightings import LOCK, read_lock, write_lock
from uchtil.load import load_project
from uchtil.problems import Problems, Severity

ROOT = Path(__file__).resolve().parents[2]
SOUND = ROOT / "tests" / "projects" / "sound"
TODAY = datetime.date(2026, 11, 20)
OVER_THE_END = "it runs over the end of a paragraph: keep to the words on one side"
NETWORK = "content/facts/network.yaml"
OPENING = "content/facts/opening.yaml"
TEXT = "texts/karimova2019.txt"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of the sound review, to be changed."""
    return Path(shutil.copytree(SOUND, tmp_path / "review"))


def check(
    root: Path, texts: Path | None, today: datetime.date = TODAY
) -> tuple[EvidenceReport, list[str]]:
    problems = Problems()
    read = load_project(root, problems)
    assert read is not None
    assert list(problems) == []
    report = check_evidence(read, texts, root / LOCK, today, problems)
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
        "2 remarks: 3 passages, 3 looked up in the texts, 0 taken from the lock; "
        "2 spellings of names looked up"
    )
    second = next(each for each in report.sightings if each.id == "second-line")
    assert (second.source, second.paragraph, second.offset) == ("karimova2019", 2, 0)
    assert second.fingerprint == fingerprint(project / TEXT)
    assert second.seen == TODAY


def test_the_lock_says_what_the_texts_say(project: Path) -> None:
    report, _ = check(project, project / "texts")
    write_lock(report.sightings, project / LOCK)
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
        "that was registered: 8 of its 8 passages stand in it\n    read it again; then write "
        f"`fingerprint: {fingerprint(project / TEXT)}`"
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
    assert told[0] == (
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


def wanted(file: str) -> str:
    return f"    to look it up, run `./build.py check --sources FOLDER` where {file} is in FOLDER"


def test_without_texts_what_changed_since_is_told(project: Path) -> None:
    change(project, NETWORK, "Ikkinchi yoʻnalish 1984-yil", "1984-yil")
    change(project, OPENING, "id: first-in-region", "id: first-of-all")
    change(project, "content/remarks.yaml", "[first-in-region]", "[first-of-all]")
    text = fingerprint(project / "texts/petrov2008.txt")
    change(project, "content/sources.yaml", text, f"sha256:{'0' * 64}")
    report, told = check(project, None)
    karimova, petrov = wanted("karimova2019.txt"), wanted("petrov2008.txt")
    assert told == [
        f"{NETWORK}:15:17: warning[evidence-stale]: the anchor of `second-line` in `karimova2019` "
        f"is not the one that was seen\n{karimova}",
        f"{NETWORK}:17:17: warning[evidence-stale]: the evidence of `second-line` was seen in "
        f"another text of `petrov2008`\n{petrov}",
        f"{OPENING}:31:17: warning[evidence-stale]: the evidence of `first-line` was seen in "
        f"another text of `petrov2008`\n{petrov}",
        f"{OPENING}:45:38: warning[evidence-stale]: the evidence of `stations-1977` was seen in "
        f"another text of `petrov2008`\n{petrov}",
        f"{OPENING}:58:17: warning[evidence-stale]: the evidence of `length-1977` was seen in "
        f"another text of `petrov2008`\n{petrov}",
        f"{OPENING}:67:17: warning[evidence-never-seen]: the evidence of `first-of-all` in "
        f"`karimova2019` was never looked up\n{karimova}",
        "content/remarks.yaml:9:38: warning[evidence-stale]: the evidence of the remark "
        f"`day-of-second-line` was seen in another text of `petrov2008`\n{petrov}",
    ]
    assert (len(report.sightings), report.missing) == (6, 7)
    assert [(each.id, each.why, each.where.line) for each in report.unseen] == [
        ("second-line", Why.ANCHOR_CHANGED, 15),
        ("second-line", Why.TEXT_CHANGED, 17),
        ("first-line", Why.TEXT_CHANGED, 31),
        ("stations-1977", Why.TEXT_CHANGED, 45),
        ("length-1977", Why.TEXT_CHANGED, 58),
        ("first-of-all", Why.NEVER_LOOKED_UP, 67),
        ("day-of-second-line", Why.TEXT_CHANGED, 9),
    ]


def test_a_second_passage_of_a_source_is_new_and_not_changed(project: Path) -> None:
    again = "      - {source: petrov2008, anchor: Метро Ташкента}\n"
    change(project, OPENING, "        date: 1977-11\n", f"        date: 1977-11\n{again}")
    report, told = check(project, None)
    assert told == [
        f"{OPENING}:33:38: warning[evidence-never-seen]: the evidence of `first-line` in "
        f"`petrov2008` was never looked up\n{wanted('petrov2008.txt')}"
    ]
    assert [each.why for each in report.unseen] == [Why.NEVER_LOOKED_UP]


def test_the_report_lists_what_was_seen_where_and_when(project: Path) -> None:
    report, _ = check(project, project / "texts")
    (third,) = (each for each in report.seen if each.sighting.id == "third-line")
    assert (third.where.file, third.where.line, third.looked_up) == (NETWORK, 30, True)
    assert third.sighting.place == (2, 66)
    by_lock, _ = check(project, None)
    assert [each.sighting for each in by_lock.seen] == [each.sighting for each in report.seen]
    assert not any(each.looked_up for each in by_lock.seen)


def test_seen_is_the_first_day_in_the_same_text(project: Path) -> None:
    later = datetime.date(2027, 1, 31)
    report, _ = check(project, project / "texts", later)
    assert {each.seen for each in report.sightings} == {TODAY}
    change(project, NETWORK, "ishga tushdi", "ishga")
    report, _ = check(project, project / "texts", later)
    assert [each.sighting.anchor for each in report.seen if each.sighting.seen == later] == [
        "Ikkinchi yoʻnalish 1984-yil 8-dekabrda ishga"
    ]


def test_a_changed_text_tells_what_moved_and_what_was_lost(project: Path) -> None:
    change(project, TEXT, "Uchinchisini\n", "Uchinchisini esa\n")
    change(project, TEXT, "Bu mintaqadagi ilk\nmetro edi", "Bu mintaqadagi birinchi metro edi")
    new = fingerprint(project / TEXT)
    lost = (
        "error[anchor-not-found]: `Bu mintaqadagi ilk metro edi` does not stand in the text of "
        "`karimova2019`\n    nearest, in paragraph 1: `Bu mintaqadagi birinchi metro edi.`; "
        "it was seen in paragraph 1 on 2026-11-20"
    )
    moved = (
        f"{NETWORK}:30:17: notice[evidence-moved]: the evidence of `third-line` in `karimova2019` "
        "stands in paragraph 2 after 70 characters; it stood in paragraph 2 after 66 (seen on "
        "2026-11-20)\n    read whether it still says so: the text is another version"
    )
    _, told = check(project, project / "texts")
    assert told == [
        moved,
        f"{OPENING}:67:17: {lost}",
        f"content/remarks.yaml:24:40: {lost}",
        "content/sources.yaml:3:10: error[stale-text]: the text of `karimova2019` is not the one "
        "that was registered: 6 of its 8 passages stand in it, 1 of them in another place\n"
        f"    read it again; then write `fingerprint: {new}`",
    ]
    change(project, "content/sources.yaml", fingerprint(SOUND / TEXT), new)
    report, told = check(project, project / "texts")
    assert told == [moved, f"{OPENING}:67:17: {lost}", f"content/remarks.yaml:24:40: {lost}"]
    assert {each.why for each in report.unseen} == {Why.NOT_FOUND}


def twice(project: Path) -> None:
    """Let the words of one passage stand in two paragraphs of its text."""
    before = fingerprint(project / TEXT)
    with (project / TEXT).open("a", encoding="utf-8") as text:
        text.write("\nMetro 1977-yil 6-noyabrda ochildi.\n")
    change(project, "content/sources.yaml", before, fingerprint(project / TEXT))


def test_words_in_several_paragraphs_are_told(project: Path) -> None:
    twice(project)
    _, told = check(project, project / "texts")
    assert told == [
        f"{OPENING}:29:17: warning[ambiguous-anchor]: `1977-yil 6-noyabrda ochildi` stands in "
        "several paragraphs of `karimova2019`: 1 and 3\n    take other words or more of them, or "
        "say which: `paragraph: 1`"
    ]


def test_words_twice_in_one_paragraph_show_the_same(project: Path) -> None:
    change(project, TEXT, "metro edi.", "metro edi. U 1977-yil 6-noyabrda ochildi.")
    change(project, "content/sources.yaml", fingerprint(SOUND / TEXT), fingerprint(project / TEXT))
    assert check(project, project / "texts")[1] == []


def test_the_paragraph_can_be_said(project: Path) -> None:
    twice(project)
    anchor = "anchor: 1977-yil 6-noyabrda ochildi"
    change(project, OPENING, f"{anchor}\n", f"{anchor}\n        paragraph: 3\n")
    report, told = check(project, project / "texts")
    assert [line for line in told if "evidence-moved" not in line] == []
    first = next(each for each in report.sightings if each.id == "first-line")
    assert first.place == (3, 6)
    write_lock(report.sightings, project / LOCK)
    assert check(project, None)[1] == []
    change(project, OPENING, "paragraph: 3", "paragraph: 2")
    assert check(project, project / "texts")[1] == [
        f"{OPENING}:29:17: error[anchor-not-found]: `1977-yil 6-noyabrda ochildi` does not stand "
        "in the text of `karimova2019`, paragraph 2\n    it stands in paragraph 1: write "
        "`paragraph: 1`"
    ]
    assert check(project, None)[1] == [
        f"{OPENING}:29:17: warning[evidence-never-seen]: the evidence of `first-line` in "
        f"`karimova2019` was never looked up\n{wanted('karimova2019.txt')}"
    ]


@pytest.mark.parametrize(
    ("spelling", "hint"),
    [
        ("Toshkend", "nearest is `Toshkent`"),
        ("yoʻnalish", "nearest is `yo‘nalish`"),
        ("Jizzax", "nothing there is like it"),
    ],
)
def test_a_spelling_that_the_source_does_not_have(project: Path, spelling: str, hint: str) -> None:
    change(project, "content/names.yaml", "[Toshkent]", f"[Toshkent, {spelling}]")
    report, told = check(project, project / "texts")
    assert told == [
        f"content/names.yaml:6:31: error[spelling-not-found]: `karimova2019` nowhere spells "
        f"`tashkent` as `{spelling}`\n    {hint}"
    ]
    assert report.spellings == 3


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
    told = [each for each in problems if each.severity is not Severity.NOTICE]
    assert [str(problem) for problem in told] == []
    passages = sum(len(fact.evidence) for fact in read.facts.values())
    passages += sum(len(remark.passages) for remark in read.remarks.values())
    assert report.looked_up == passages
    # What the lock has is what the texts show, so that it need not be written again.
    assert sorted(read_lock(ROOT / LOCK, problems)) == list(report.sightings)
    spelt = [
        form for name in read.names.values() for forms in name.spellings.values() for form in forms
    ]
    assert report.spellings == len(spelt)
    assert report.missing == 0
