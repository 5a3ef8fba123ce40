"""`./build.py add FILE --bib`: the entry as text, as a file of any format, or by its DOI."""

from __future__ import annotations

import json
import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from uchtil.bibliography import read_bibliography
from uchtil.bibliography.merge import arrival_of
from uchtil.pipeline import given
from uchtil.problems import Problems
from uchtil.web import Guard
from web.server import Host, host
from workshop import ask, call, copy_sound

from .test_add import NEW, add, files

DOI = "10.5281/zenodo.18430351"
ENTRY = """@article{smith2021metro,
  author       = {Smith, Ann},
  title        = {Metro of Tashkent: a chronicle},
  journaltitle = {Sample Journal},
  date         = {2021},
  number       = {3},
  pages        = {1--9},
  doi          = {10.5281/zenodo.18430351},
  langid       = {en},
}
"""
BIBTEX = """@string{sample = {Sample Journal}}
@Article{smith2021metro, author = "Ann Smith", title = {{Metro} of Tashkent: a chronicle},
  journal = sample, year = 2021, number = 3, pages = {1-9}, doi = {https://doi.org/10.5281/zenodo.18430351}}
"""
RIS = """TY  - JOUR
ID  - smith2021metro
AU  - Smith, Ann
TI  - Metro of Tashkent: a chronicle
JF  - Sample Journal
PY  - 2021
IS  - 3
SP  - 1
EP  - 9
DO  - 10.5281/zenodo.18430351
LA  - en
ER  -
"""
CSL = {
    "id": "smith2021metro",
    "type": "article-journal",
    "author": [{"family": "Smith", "given": "Ann"}],
    "title": "Metro of Tashkent: a chronicle",
    "container-title": "Sample Journal",
    "issued": {"date-parts": [[2021]]},
    "issue": "3",
    "page": "1-9",
    "DOI": DOI,
}
RECORD = {
    **{name: value for name, value in CSL.items() if name != "id"},
    "type": "journal-article",
    "title": ["Metro of Tashkent: a chronicle"],
    "container-title": ["Sample Journal"],
    "indexed": {"date-time": "2026-01-01T00:00:00Z"},
    "reference": [{"unstructured": "Petrov, 2008"}],
    "URL": f"http://dx.doi.org/{DOI.upper()}",
}
"""As Crossref tells it."""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "new.txt").write_text(NEW, encoding="utf-8")
    return copy_sound(tmp_path / "review")


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Host]:
    """A host of this machine that is asked instead of doi.org."""
    monkeypatch.setenv("no_proxy", "*")
    with host() as one:
        asked = given.LookUp(resolver=one.address, allow_private=True, timeout=0.5)
        monkeypatch.setattr(given, "LOOK_UP", asked)
        yield one


def proposed(root: Path, key: str) -> str:
    """Return the entry that waits."""
    text = (root / f"intake/{key}.yaml").read_text(encoding="utf-8")
    return str(yaml.safe_load(text).get("entry", ""))


def written(folder: Path, name: str) -> str:
    """Write the entry as a file of a format, and return its path."""
    text = {".bib": BIBTEX, ".ris": RIS, ".json": json.dumps([CSL])}[Path(name).suffix]
    (folder / name).write_text(text)
    return str(folder / name)


@pytest.mark.parametrize("name", ["one.bib", "one.ris", "one.json"])
def test_a_file_of_each_format(project: Path, name: str) -> None:
    assert add(project, "--bib", written(project.parent, name)).returncode == 0
    assert proposed(project, "smith2021metro") == ENTRY


def test_an_entry_written_out_in_any_format(project: Path) -> None:
    for bib in (BIBTEX, RIS, json.dumps(CSL)):
        done = ask(
            *("add", project.parent / "new.txt", "--project", project, "--bib", bib),
            *("--key", "smith2021"),
        )
        assert done.code == 0, done.data
        assert proposed(project, "smith2021").startswith("@article{smith2021,")
        for made in ("intake/smith2021.yaml", "sources/smith2021.txt"):
            (project / made).unlink()


def test_a_doi_is_looked_up_and_makes_a_sound_entry(project: Path, site: Host) -> None:
    site.put(f"/{DOI}", (302, {"Location": "/agency"}))
    site.put("/agency", json.dumps(RECORD).encode())
    for doi in (DOI, f"doi:{DOI}", f"https://doi.org/{DOI}"):
        done = add(project, "--bib", doi)
        assert done.returncode == 0, done.stderr
        entry = proposed(project, "smith2021")
        assert entry == ENTRY.replace("2021metro", "2021")
        for made in ("intake/smith2021.yaml", "sources/smith2021.txt"):
            (project / made).unlink()
    (project.parent / "one.bib").write_text(entry, encoding="utf-8")
    problems = Problems()
    assert list(read_bibliography(project.parent / "one.bib", "one.bib", problems)) == ["smith2021"]
    assert list(problems) == []


def test_nothing_is_asked_of_the_network_without_a_doi(project: Path, site: Host) -> None:
    assert add(project, "--bib", written(project.parent, "one.ris")).returncode == 0
    assert add(project, "--bib", "one.ris").returncode == 1
    assert site.asked == []


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (404, "error[doi-unknown]: there is no DOI `10.5281/zenodo.18430351`"),
        (503, "error[doi-no-answer]: `10.5281/zenodo.18430351` was not answered: 503 Service"),
        (
            b"<html>",
            "error[doi-no-record]: nothing is told of `10.5281/zenodo.18430351`: what came",
        ),
    ],
)
def test_a_doi_that_is_not_answered_changes_nothing(
    project: Path, site: Host, answer: int | bytes, told: str
) -> None:
    site.put(f"/{DOI}", answer)
    before = files(project)
    done = add(project, "--bib", DOI)
    assert done.returncode == 1
    assert told in done.stderr
    assert files(project) == before


def test_a_slow_host_is_not_waited_for(
    project: Path, site: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.put(f"/{DOI}", json.dumps(RECORD).encode())
    site.slow[f"/{DOI}"] = 1.0
    quick = given.LookUp(resolver=site.address, allow_private=True, timeout=0.1)
    monkeypatch.setattr(given, "LOOK_UP", quick)
    assert "was not answered: not in time" in add(project, "--bib", DOI).stderr


def test_no_private_machine_is_asked(
    project: Path, site: Host, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As nobody but a test allows it: also where doi.org were to lead there."""
    assert given.LookUp() == given.LookUp(resolver="https://doi.org", allow_private=False)
    monkeypatch.setattr(given, "LOOK_UP", given.LookUp(resolver=site.address))
    assert "it leads into a private network" in add(project, "--bib", DOI).stderr
    assert site.asked == []


def test_without_a_network(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def nowhere(*_: object, **__: object) -> list[object]:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setenv("no_proxy", "*")
    monkeypatch.setattr(given, "Guard", lambda **_: Guard(resolve=nowhere))
    done = add(project, "--bib", DOI)
    assert "error[doi-no-network]" in done.stderr
    assert "save the reference as BibTeX, RIS or CSL-JSON, and give that file" in done.stderr


def test_what_is_no_doi(project: Path) -> None:
    told = add(project, "--bib", "https://example.org/a").stderr
    assert "--bib: error[doi-form]: `https://example.org/a` is no DOI" in told


def test_a_work_that_is_there_already_keeps_its_entry_and_its_key(project: Path) -> None:
    """Whatever key it comes with, and in whatever letters."""
    entry = (
        "@book{Akhmedov80, author = {Akhmedov, A.}, title = {Toshkent metrosi}, year = 1980,"
        " publisher = {Namuna}, language = {uzbek}}"
    )
    done = add(project, "--bib", entry)
    assert done.returncode == 0, done.stderr
    assert "the bibliography has this work as `akhmedov1980` (" in done.stdout
    assert proposed(project, "akhmedov1980") == ""


def test_a_work_that_may_be_there_already_is_asked_about(project: Path) -> None:
    entry = "@book{a, author = {Akhmedov, A.}, title = {Toshkent metrosi}, language = {uzbek}}"
    done = add(project, "--bib", entry)
    assert (
        "--bib: error[entry-doubtful]: it may be the same work as `akhmedov1980`\n"
        "    if it is, say so: --key akhmedov1980; if not, give it a key of its own" in done.stderr
    )
    assert add(project, "--bib", entry, "--key", "akhmedov1980").returncode == 0
    assert proposed(project, "akhmedov1980") == ""
    (project / "intake/akhmedov1980.yaml").unlink()
    (project / "sources/akhmedov1980.txt").unlink()
    assert add(project, "--bib", entry, "--key", "akhmedov").returncode == 0
    assert proposed(project, "akhmedov").startswith("@book{akhmedov,")


def test_what_the_bibliography_has_no_field_for_is_kept(project: Path) -> None:
    entry = "@book{smith2021, author={Smith, Ann}, title={Metro}, year={2021}, abstract={On rails}}"
    assert add(project, "--bib", entry).returncode == 0
    assert proposed(project, "smith2021").startswith(
        '% kept: abstract = "On rails"\n@book{smith2021,'
    )
    accepted = call("accept", "--project", project, "--all-confirmed", "--yes")
    assert "error[blank-left]" in accepted.stderr  # the label; what was kept is no hindrance
    assert accepted.stderr.count("error[") == accepted.stderr.count("error[blank-left]")


def test_of_several_entries_the_key_says_which(project: Path) -> None:
    file = project.parent / "all.bib"
    file.write_text(f"@book{{a, title = {{A}}}}\n{ENTRY}@book{{broken, title = {{B\n")
    assert "error[entry-not-one]" in add(project, "--bib", str(file)).stderr
    done = add(project, "--bib", str(file), "--key", "smith2021metro")
    assert done.returncode == 0, done.stderr
    assert proposed(project, "smith2021metro") == ENTRY


def test_two_entries_a_broken_one_and_none(project: Path) -> None:
    two = "@book{a, title = {A}}\n@book{b, title = {B}}"
    assert "2 entries were given, and a source has one" in add(project, "--bib", two).stderr
    broken = add(project, "--bib", "@book{a, title = {A}").stderr
    assert "--bib:1: warning[broken-incoming]" in broken
    assert (
        "--bib:1: error[entry-not-one]: the entry is broken and cannot be read\n"
        "    mend it, or say with --key which of them is meant" in broken
    )
    file = project.parent / "one.bib"
    file.write_text(f"{ENTRY}\n@book{{a, title = {{A\n")
    told = add(project, "--bib", str(file)).stderr
    assert f"{file}:12: error[entry-not-one]: one of the entries is broken\n" in told
    assert "error[not-a-bibliography]" in add(project, "--bib", "@").stderr


def test_nothing_given_is_no_entry(project: Path) -> None:
    done = add(project, "--bib", "")
    assert done.returncode == 2
    assert done.stderr.startswith("uchtil add: error: --bib: nothing was given; give `@type{key")


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("author={Smith, Ann}, title={Metro of Tashkent}, langid={en}", ""),
        (
            "author={Юсупов, А.}, title={Хлопок}, langid={ru}",
            "`smith2021` is in ru, and the text is in en-GB",
        ),
        (
            "author={Brown, Bob}, title={Water and wheat}, langid={en}",
            "neither a word of the title nor an author of `smith2021` stands in the text's",
        ),
    ],
)
def test_an_entry_of_another_work_is_noticed(project: Path, entry: str, told: str) -> None:
    done = add(project, "--bib", f"@book{{smith2021, {entry}, year=2021}}")
    assert done.returncode == 0, done.stderr
    assert ("--bib: warning[entry-other-text]: " in done.stderr) == bool(told)
    assert told in done.stderr


TEXT = "Усмановым в 2006 году издана книга «История Узбекистана»."


@pytest.mark.parametrize(
    ("entry", "same"),
    [
        ("author={Usmonov, Q.}, title={Boshqa}", True),
        ("author={Valiev, Q.}, title={Oʻzbekiston tarixi}", True),
        ("author={Valiev, Q.}, title={Tarixlar}", False),
    ],
)
def test_words_are_looked_for_in_every_script(entry: str, same: bool) -> None:
    arrival = arrival_of(f"@book{{a, {entry}}}", "a.bib", Problems())
    assert arrival is not None
    problems = Problems()
    asked = given.Given(bib="", key="", language="ru-RU", beginning=TEXT)
    given._tell_other_text(arrival.entries[0].reference, asked, problems)
    assert [each.code for each in problems] == ([] if same else ["entry-other-text"])
