"""`./build.py add refs.bib`: a bibliography that arrives, merged into the review's own."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import pytest
import yaml

from uchtil.load.schema import schema_of
from uchtil.pipeline import merging, transaction
from workshop import ROOT, SOUND, ask, call, copy_sound, replace

from .test_add import files, killed

BIB = "bibliography/references.bib"
WAITS = "intake/merges/refs.yaml"
OURS = (SOUND / BIB).read_text(encoding="utf-8")
KNOWN = """@article{Karimova_19,
  author = {Karimova, N.}, title = {Тошкент метросининг тарихи}, year = 2019,
  journal = {Namuna axborotnomasi}, pages = {11-20}, abstract = {Bekatlar {haqida}},
}
"""
NEW = """@book{ivanov2001, author = {Ivanov, Ivan}, title = {A history of rails},
  publisher = obr, year = 2001, language = {english}}
"""
SILENT = "@book{brown2003, author = {Brown, Bob}, title = {A history of stations}, year = 2003}\n"
DOUBTFUL = """@report{bul, author = {Smith, Ann}, title = {A third line for Tashkent},
  institution = {Sample Institute}, year = 2003, langid = {en}}
"""
BROKEN = "@book{broken, author={X\n"
ALL = f"""% Exported by hand.

@string{{obr = {{Образец}}}}
@comment{{jabref-meta: databaseType:biblatex;}}

{KNOWN}{NEW}{SILENT}{DOUBTFUL}{BROKEN}"""
ADDED = """
@book{ivanov2001,
  author       = {Ivanov, Ivan},
  title        = {A history of rails},
  publisher    = {Образец},
  date         = {2001},
  langid       = {en},
}

% kept: @string = "\\u0040string{obr = {Образец}}"

% Exported by hand.

% kept: @comment = "\\u0040comment{jabref-meta: databaseType:biblatex;}"
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_sound(tmp_path / "review")


def merge(root: Path, text: str, *more: str | Path) -> subprocess.CompletedProcess[str]:
    """Write a bibliography beside the review, and add it."""
    file = root.parent / "refs.bib"
    file.write_text(text, encoding="utf-8")
    return call("add", file, "--project", root, *more)


def accept(root: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return call("accept", "refs", "--project", root, "--yes", *more)


def ours(root: Path) -> str:
    return (root / BIB).read_bytes().decode()


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Iterator[str]:
    """Let a person at a terminal answer; what is left over was not asked for."""
    left = iter(lines)
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: next(left))
    return left


# --- what is certain --------------------------------------------------------------------------


def test_what_is_certain_is_merged_and_every_other_byte_stays(project: Path) -> None:
    before = files(project)
    done = merge(project, ALL, "--yes")
    assert done.returncode == 0, done.stderr
    assert ours(project) == (
        OURS.replace("@article{karimova2019,", f"{_kept()}@article{{karimova2019,") + ADDED
    )
    after = files(project)
    assert {name for name in after if before.get(name) != after[name]} == {
        BIB,
        WAITS,
        "intake/.accepted",
    }
    checked = ask("check", "--project", project)
    assert [each for each in checked.data if each["severity"] == "error"] == []


def _kept() -> str:
    return '% kept: abstract = "Bekatlar {haqida}"\n'


def test_the_plan_is_shown_field_by_field_with_files_and_lines(project: Path) -> None:
    done = merge(project, ALL, "--dry-run")
    assert done.returncode == 0
    name = project.parent / "refs.bib"
    assert done.stdout.startswith(
        f"{name} (bibtex): 1 new, 1 same, 1 doubtful, 1 waiting, 1 broken\n"
    )
    for line in (
        "? bul (line 13): A third line for Tashkent\n    perhaps bulletin2002, 74 points\n",
        "… brown2003 (line 12): A history of stations\n    it does not tell its language\n",
        "= Karimova_19 (line 6) is karimova2019: Тошкент метросининг тарихи\n",
        "    ≠ pages          stays: 11--19\n                     there: 11--20\n",
        "    % abstract       Bekatlar {haqida}  (as a comment)\n",
        "+ ivanov2001: A history of rails\n",
        f"! {name}:15: the entry is broken and cannot be read\n",
        "    line 1: comment: % Exported by hand.\n",
    ):
        assert line in done.stdout
    for line in (
        f"{name}:15: warning[broken-incoming]: the entry is broken and cannot be read: it is left",
        f"{name}:13: warning[doubtful-work]: `bul` may be the same work as `bulletin2002`, and is",
        f"{name}:12: warning[language-unknown]: `brown2003` does not tell its language",
    ):
        assert line in done.stderr
    assert files(project) == files(copy_sound(project.parent / "other"))


def test_without_anybody_to_ask_nothing_is_written(project: Path) -> None:
    before = files(project)
    done = merge(project, ALL)
    assert done.returncode == 1
    assert "add: error[not-asked]: nothing was written, since there is nobody to ask" in done.stderr
    assert "write all of it with --yes, or only look with --dry-run" in done.stderr
    assert files(project) == before


@pytest.mark.parametrize("ending", [".ris", ".json"])
def test_the_other_formats(project: Path, ending: str) -> None:
    text = {
        ".ris": "TY  - BOOK\nID  - ivanov2001\nAU  - Ivanov, Ivan\nTI  - A history of rails\n"
        "PB  - Образец\nPY  - 2001\nLA  - en\nER  - \n\nTY  - BOOK\nAU  - Petrov\n",
        ".json": json.dumps(
            [
                {
                    "id": "ivanov2001",
                    "type": "book",
                    "author": [{"family": "Ivanov", "given": "Ivan"}],
                    "title": "A history of rails",
                    "publisher": "Образец",
                    "issued": {"date-parts": [[2001]]},
                    "language": "en",
                },
                17,
            ],
            indent=0,
        ),
    }[ending]
    file = project.parent / f"refs{ending.upper()}"
    file.write_text(text, encoding="utf-8")
    done = call("add", file, "--project", project, "--yes")
    assert done.returncode == 0, done.stderr
    assert ours(project) == OURS + ADDED.partition("\n% kept")[0]
    assert f"{file}:" in done.stderr
    assert "warning[broken-incoming]" in done.stderr


def test_a_second_time_changes_nothing_and_asks_nothing_anew(project: Path) -> None:
    merge(project, ALL, "--yes")
    before = files(project)
    done = merge(project, ALL, "--yes")
    assert done.returncode == 0
    assert "nothing to write: all of it is there already, or waits\n" in done.stdout
    assert f"say in {WAITS} what waits, then run ./build.py accept merges/refs\n" in done.stdout
    assert files(project) == before


def test_keys_are_mapped_and_that_is_told(project: Path) -> None:
    """What `content/` cites goes on meaning the same work."""
    text = "@book{petrov2008, author={Ray, S.}, title={Another thing}, year=2008, langid={en}}\n"
    file = project.parent / "refs.bib"
    file.write_text(text + KNOWN, encoding="utf-8")
    asked = ask("add", file, "--project", project, "--yes")
    assert asked.data["keys"] == {"petrov2008": "petrov2008-2", "Karimova_19": "karimova2019"}
    assert '% kept: key = "petrov2008"\n@book{petrov2008-2,' in ours(project)
    assert asked.data["plan"]["entries"][0]["mapped"] == "`petrov2008` is another work's"
    shown = merge(project, text.replace("Another", "Some other"), "--dry-run").stdout
    assert "+ petrov2008-3 (key: `petrov2008` is another work's): Some other thing\n" in shown


def test_json_tells_all_of_it(project: Path) -> None:
    file = project.parent / "refs.bib"
    file.write_text(ALL, encoding="utf-8")
    asked = ask("add", file, "--project", project, "--dry-run")
    assert asked.code == 0
    assert asked.data["written"] is False
    assert asked.data["waits"] == {"bul": WAITS, "brown2003": WAITS}
    entries = {each["id"]: each["decision"] for each in asked.data["plan"]["entries"]}
    assert entries == {
        "Karimova_19": "same",
        "ivanov2001": "new",
        "brown2003": "waiting",
        "bul": "doubtful",
    }
    assert [each["line"] for each in asked.data["plan"]["broken"]] == [15]
    assert [each["code"] for each in asked.data["problems"]] == [
        "language-unknown",
        "doubtful-work",
        "broken-incoming",
    ]


def test_our_own_strings_and_comments_and_line_ends_stay(project: Path) -> None:
    path = project / BIB
    text = "% Ours.\n@string{namuna = {Namuna axborotnomasi}}\n" + OURS.replace(
        "{Namuna axborotnomasi}", "namuna"
    )
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert merge(project, ALL, "--yes").returncode == 0
    expected = text.replace("@article{", f"{_kept()}@article{{", 1) + ADDED
    assert path.read_bytes() == b"\xef\xbb\xbf" + expected.replace("\n", "\r\n").encode()


def test_a_review_without_a_bibliography_begins_one(project: Path) -> None:
    (project / BIB).unlink()
    assert merge(project, "@string{obr = {Образец}}\n" + NEW, "--yes").returncode == 0
    assert ours(project).startswith("@book{ivanov2001,\n")
    assert call("undo", "--project", project).returncode == 0
    assert not (project / BIB).exists()


def test_the_example_of_the_docs_is_what_is_printed(project: Path) -> None:
    told = (ROOT / "docs/sources.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```bibtex\n(.*?)```", told, re.DOTALL)
    (plan,) = re.findall(r"```text\n(.*?)```", told, re.DOTALL)
    (project / "zotero.bib").write_text(example, encoding="utf-8")
    done = call("add", "zotero.bib", "--dry-run", cwd=project, COLUMNS="100")
    assert done.stdout == plan


def test_a_file_of_which_no_entry_can_be_read(project: Path) -> None:
    before = files(project)
    done = merge(project, BROKEN, "--yes")
    assert done.returncode == 1
    name = project.parent / "refs.bib"
    assert f"{name}:1: warning[broken-incoming]: the entry is broken" in done.stderr
    assert f"{name}: error[no-entry-read]: no entry of the file could be read" in done.stderr
    assert "nothing to write" not in done.stdout
    assert files(project) == before


def test_a_file_in_windows_1251_is_recoded_and_that_is_told(project: Path) -> None:
    text = (
        "@book{ionova2018, author = {Ионова, Е. П.}, title = {Приоритеты внешней политики в Азии},"
        " year = 2018, langid = {ru}}\n"
    )
    file = project.parent / "refs.bib"
    file.write_bytes(text.replace("\n", "\r\n").encode("cp1251"))
    done = call("add", file, "--project", project, "--yes")
    assert done.returncode == 0, done.stderr
    assert "  title        = {Приоритеты внешней политики в Азии},\n" in ours(project)
    assert (
        f"{file}: notice[source-recoded]: the bibliography was read as Windows-1251, and is "
        "merged as UTF-8" in done.stderr
    )


# --- languages --------------------------------------------------------------------------------


def test_one_language_for_all_that_tell_none(project: Path) -> None:
    assert merge(project, SILENT, "--yes", "--language", "en").returncode == 0
    assert ours(project).endswith("  date         = {2003},\n  langid       = {en},\n}\n")
    assert not (project / WAITS).exists()


def test_of_several_languages_each_takes_the_first_that_its_script_allows(project: Path) -> None:
    text = SILENT + "@book{k1999, author = {Кравец}, title = {История станции}, year = 1999}\n"
    both = ("--language", "en", "--language", "ru")
    assert merge(project, text, "--dry-run", "--language", "en").stdout.count("to be filled") == 0
    assert "… k1999 " in merge(project, text, "--dry-run", "--language", "en").stdout
    assert merge(project, text, "--yes", *both).returncode == 0
    assert ours(project).count("langid       = {en},\n}\n\n@book{k1999,") == 1
    assert ours(project).endswith("  langid       = {ru},\n}\n")


def test_many_without_a_language_are_told_in_one_line(project: Path) -> None:
    text = SILENT + SILENT.replace("brown", "green").replace("stations", "tunnels and trains")
    told = merge(project, text, "--dry-run").stderr
    assert told.count("language-unknown") == 1
    assert "`brown2003` and 1 more do not tell their language" in told


# --- what waits -------------------------------------------------------------------------------


def test_the_file_of_what_waits_is_what_its_schema_says(project: Path) -> None:
    merge(project, ALL, "--yes")
    text = (project / WAITS).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../templates/schemas/merges.json\n")
    data = yaml.load(text, yaml.BaseLoader)
    jsonschema.validate(data, schema_of("merges"))
    silent, doubtful = data["entries"]
    assert (silent["id"], silent["is"], silent["langid"]) == ("brown2003", "new", "")
    assert silent["why"] == ["it does not tell its language"]
    assert (doubtful["id"], doubtful["is"]) == ("bul", "")
    assert doubtful["why"][0].startswith("perhaps bulletin2002 (74 points): the title is the same")


def test_what_a_person_has_said_is_taken_over(project: Path) -> None:
    merge(project, ALL, "--yes")
    merged = ours(project)
    assert "nothing is decided in intake/merges/refs.yaml; 2 entries wait" in accept(project).stdout
    replace(project / WAITS, 'langid: ""', "langid: en")
    done = accept(project)
    assert done.returncode == 0, done.stderr
    assert ours(project) == merged + (
        "\n@book{brown2003,\n  author       = {Brown, Bob},\n"
        "  title        = {A history of stations},\n  date         = {2003},\n"
        "  langid       = {en},\n}\n"
    )
    assert "nothing is decided" in accept(project).stdout
    replace(project / WAITS, 'is: ""', "is: bulletin2002\n    take: [date]")
    told = call("accept", "--project", project).stdout
    assert f"decided too: {WAITS}; ./build.py accept merges/refs takes it over" in told
    assert accept(project).returncode == 0
    assert "  date        = {2003},\n" in ours(project)
    data = yaml.load((project / WAITS).read_text("utf-8"), yaml.BaseLoader)
    assert [(each["is"], each["done"]) for each in data["entries"]] == [
        ("brown2003", "yes"),
        ("bulletin2002", "yes"),
    ]


@pytest.mark.parametrize("answer", ["new", "leave", "bulletin2002"])
def test_what_was_said_once_is_not_asked_again(project: Path, answer: str) -> None:
    merge(project, DOUBTFUL, "--yes")
    replace(project / WAITS, 'is: ""', f"is: {answer}")
    assert accept(project).returncode == 0
    assert ("@report{bul," in ours(project)) == (answer == "new")
    before = files(project)
    done = merge(project, DOUBTFUL, "--yes")
    assert "doubtful" not in done.stdout
    assert files(project) == before


def test_an_answer_that_names_no_work(project: Path) -> None:
    merge(project, ALL, "--yes")
    replace(project / WAITS, 'is: ""', "is: bulletin2003")
    replace(project / WAITS, 'langid: ""', "langid: en")
    before = files(project)
    done = accept(project)
    assert done.returncode == 1
    line = (project / WAITS).read_text("utf-8").split("\n").index("  - id: bul") + 1
    assert (
        f"{WAITS}:{line}:9: error[unknown-key]: `bul` cannot be `bulletin2003`, which is no work "
        "of the bibliography\n    did you mean `bulletin2002`?" in done.stderr
    )
    assert files(project) == before


def test_a_field_to_take_that_the_entry_has_not(project: Path) -> None:
    merge(project, DOUBTFUL, "--yes")
    replace(project / WAITS, 'is: ""', "is: bulletin2002\n    take: [titel]\n    decline: [pages]")
    before = files(project)
    done = accept(project)
    assert done.returncode == 1
    assert (
        "error[unknown-field]: `bul` has no field `titel`, which `take` names\n"
        "    did you mean `title`?" in done.stderr
    )
    assert "`bul` has no field `pages`, which `decline` names\n    it has author," in done.stderr
    assert files(project) == before


def test_entries_without_a_title_or_with_anothers_address_wait(project: Path) -> None:
    """The review could not be built with them."""
    text = (
        "@online{a1, title={About rails}, url={https://example.org/x}, langid={en}, date={2001}}\n"
        "@online{b1, author={Ray, S.}, title={Stations of the line}, langid={en}, date={2020},\n"
        " url={https://example.org/x}}\n"
        "@book{untitled, author={Ray, S.}, langid={en}}\n"
    )
    done = merge(project, text, "--yes")
    assert done.returncode == 0, done.stderr
    assert "warning[entry-waits]: `untitled` is not merged: it has no title" in done.stderr
    waiting = yaml.load((project / WAITS).read_text("utf-8"), yaml.BaseLoader)["entries"]
    assert {each["id"]: each["why"] for each in waiting} == {
        "b1": ["`b1` is the same work as `a1`: same address"],
        "untitled": ["it has no title"],
    }
    checked = ask("check", "--project", project)
    assert [each for each in checked.data if each["severity"] == "error"] == []
    replace(project / WAITS, "@book{untitled,\n", "@book{untitled,\n        title = {Rails},\n")
    text = (project / WAITS).read_text("utf-8")
    entry = text.index("- id: untitled")
    (project / WAITS).write_text(text[:entry] + text[entry:].replace('is: ""', "is: new", 1))
    assert accept(project).returncode == 0
    assert "  title        = {Rails},\n" in ours(project)


def test_why_it_has_no_title_or_no_language(project: Path) -> None:
    text = (
        "@book{a1, author={Ray, S.}, title={On $\\alpha$-trade}, year=2001, langid={en}}\n"
        "@book{b1, author={Ray, S.}, title={Wind}, year=2002, langid={tlh}}\n"
    )
    done = merge(project, text, "--yes")
    assert "`a1` is not merged: its title holds LaTeX that is not read: On $" in done.stderr
    assert (
        "refs.bib:2: warning[language-unknown]: `b1`: its language `tlh` is not known\n"
        "    write one of these where it waits: uz-Latn, uz-Cyrl, ru, en, " in done.stderr
    )
    waiting = yaml.load((project / WAITS).read_text("utf-8"), yaml.BaseLoader)["entries"]
    assert [each["why"] for each in waiting] == [
        ["its title holds LaTeX that is not read: On $\\alpha$-trade"],
        ["its language `tlh` is not known"],
    ]
    replace(project / WAITS, 'langid: ""', "langid: en")
    assert accept(project).returncode == 0
    assert "@book{b1,\n" in ours(project)


def test_a_field_that_would_make_two_works_of_ours_one_is_not_added(project: Path) -> None:
    address = "  url = {https://example.org/x},\n"
    replace(project / BIB, "  langid      = {en},\n", f"  langid      = {{en}},\n{address}")
    before = ours(project)
    text = KNOWN.replace("  journal", f"{address}  journal")
    done = merge(project, text + NEW.replace("obr", "{O}"), "--yes")
    assert (
        "warning[entry-waits]: `Karimova_19` is not merged: `bulletin2002` is the same work as "
        "`karimova2019`: same address" in done.stderr
    )
    assert ours(project) == before + ADDED.partition("\n% kept")[0].replace("Образец", "O")


def test_what_the_review_could_not_be_built_with_is_not_accepted(project: Path) -> None:
    merge(project, "@book{untitled, author={Ray, S.}, langid={en}}\n" + DOUBTFUL, "--yes")
    text = (project / WAITS).read_text("utf-8")
    (project / WAITS).write_text(text.replace('is: ""', "is: new"), encoding="utf-8")
    before = files(project)
    done = accept(project)
    assert done.returncode == 1
    line = text.split("\n").index("  - id: untitled") + 1
    assert f"{WAITS}:{line}:9: error[missing-title]" in done.stderr
    assert files(project) == before


def test_an_entry_that_was_edited_until_it_is_none(project: Path) -> None:
    merge(project, DOUBTFUL, "--yes")
    replace(project / WAITS, "@report{bul,", "@report{bul")
    done = accept(project)
    assert done.returncode == 1
    assert "error[entry-not-one]: the text of `bul` is not one entry" in done.stderr


def test_another_file_of_the_same_name_waits_beside_it(project: Path) -> None:
    merge(project, DOUBTFUL, "--yes")
    merge(project, SILENT, "--yes")
    assert (project / "intake/merges/refs-2.yaml").is_file()
    assert "is: new" in (project / "intake/merges/refs-2.yaml").read_text("utf-8")


UNDATED = """@article{Karimova_19, author = {Karimova, N.}, title = {Тошкент метросининг тарихи},
  year = 2019, journal = {Namuna axborotnomasi}, pages = {11-19}}
"""


@pytest.fixture
def undated(project: Path) -> Path:
    """A review one of whose sources has no date, and is called undated."""
    replace(project / BIB, "  date         = {2019},\n", "")
    return project


def test_a_date_is_added_to_a_source_only_if_a_person_says_so(undated: Path) -> None:
    before = ours(undated)
    done = merge(undated, UNDATED, "--yes")
    assert done.returncode == 0, done.stderr
    assert ours(undated) == before
    assert (
        "warning[entry-waits]: `Karimova_19` is not merged: it is karimova2019, a source of the "
        "review, to which it would add date: 2019; write `is: karimova2019`" in done.stderr
    )
    replace(undated / WAITS, 'is: ""', "is: karimova2019\n    decline: [date]")
    jsonschema.validate(
        yaml.load((undated / WAITS).read_text("utf-8"), yaml.BaseLoader), schema_of("merges")
    )
    done = accept(undated)
    assert (done.returncode, ours(undated)) == (0, before), done.stderr
    assert "    - date           2019  (a person said so)\n" in done.stdout
    merge(undated, UNDATED, "--yes")
    assert ours(undated) == before


def test_a_date_for_a_source_is_asked_about(undated: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = ours(undated)
    left = answers(monkeypatch, "", "n", "y")
    assert merge(undated, UNDATED).returncode == 0
    assert (list(left), ours(undated)) == ([], before)
    assert 'is: ""' in (undated / WAITS).read_text("utf-8")
    (undated / WAITS).unlink()
    left = answers(monkeypatch, "n", "n", "y")
    assert merge(undated, UNDATED).returncode == 0
    assert (list(left), ours(undated)) == ([], before)
    assert "    decline: [date]\n" in (undated / WAITS).read_text("utf-8")
    (undated / WAITS).unlink()
    left = answers(monkeypatch, "y", "n", "y")
    assert merge(undated, UNDATED).returncode == 0
    assert list(left) == []
    assert "  date         = {2019},\n" in ours(undated)


def test_a_doubtful_work_may_add_to_a_source_too(undated: Path) -> None:
    doubtful = "@article{k, title={Toshkent metrosining tarixi}, year=2019, langid={uz-Latn}}\n"
    merge(undated, doubtful, "--yes")
    (waiting,) = yaml.load((undated / WAITS).read_text("utf-8"), yaml.BaseLoader)["entries"]
    assert waiting["why"][0].startswith("perhaps karimova2019 (")
    assert waiting["why"][1:] == [
        "if it is karimova2019, a source of the review, to which it would add date: 2019; write "
        "`is: karimova2019`, and `decline: [date]` beside it if that is not to be added"
    ]


# --- at a terminal ----------------------------------------------------------------------------


def test_at_a_terminal_it_is_asked_one_by_one(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    left = answers(monkeypatch, "english", "en", "x", "n", "y", "n", "y", "y")
    done = merge(project, ALL)
    assert done.returncode == 0, done.stderr
    assert list(left) == []
    assert "? bul (line 13): A third line for Tashkent" in done.stdout
    assert "no tag of a language; several may be given" in done.stdout
    text = ours(project)
    assert "@report{bul,\n" in text
    assert "@book{brown2003,\n" in text
    assert "  author       = {Karimova, Nodira},\n" in text
    assert "  pages        = {11--20},\n" in text
    monkeypatch.undo()
    before = files(project)
    assert "nothing to write" in merge(project, ALL, "--yes").stdout
    assert files(project) == before


def test_at_a_terminal_all_can_wait(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    left = answers(monkeypatch, "", "", "n", "n")
    before = files(project)
    assert merge(project, ALL).returncode == 0
    assert list(left) == []
    assert files(project) == before
    left = answers(monkeypatch, "", "q", "n", "y")
    assert merge(project, ALL).returncode == 0
    assert list(left) == []
    left = answers(monkeypatch, "1", "n", "y")
    assert call("accept", "refs", "--project", project).returncode == 0
    assert list(left) == []
    assert "is: bulletin2002\n" in (project / WAITS).read_text("utf-8")


# --- all or nothing ---------------------------------------------------------------------------


def test_undo_takes_a_merge_back_and_an_acceptance(project: Path) -> None:
    before = files(project)
    merge(project, ALL, "--yes")
    assert call("undo", "--project", project).stdout == f"as before: {BIB}, {WAITS}\n"
    assert files(project) == before
    merge(project, ALL, "--yes")
    replace(project / WAITS, 'langid: ""', "langid: en")
    before = files(project)
    assert accept(project).returncode == 0
    assert call("undo", "--project", project).returncode == 0
    assert {**files(project), "intake/.accepted": b""} == {**before, "intake/.accepted": b""}


@pytest.mark.parametrize("number", range(9))
def test_what_fails_at_any_step_leaves_all_as_it_was(
    project: Path, number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(project)
    count = iter(range(100))

    def fail(name: str) -> None:
        if next(count) == number:
            raise OSError(28, "No space left on device", name)

    monkeypatch.setattr(transaction, "step", fail)
    done = merge(project, ALL, "--yes")
    if done.returncode == 0:
        assert number == 8, "there are fewer steps than files"
        return
    assert done.returncode == 1
    assert files(project) == before


@pytest.mark.parametrize("at", [f"rename {WAITS}", "rename intake/.accepted", "done"])
def test_what_was_killed_is_taken_back_by_the_next_command(project: Path, at: str) -> None:
    before = files(project)
    file = project.parent / "refs.bib"
    file.write_text(ALL, encoding="utf-8")
    killed(at, "add", file, "--project", project, "--yes")
    assert files(project) != before
    assert call("facts", "--project", project).returncode == 0
    assert files(project) == before
    assert merge(project, ALL, "--yes").returncode == 0


def test_a_bibliography_that_is_changed_meanwhile(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = merging.transaction.write_all

    def late(root: Path, changes: dict[str, transaction.Version]) -> None:
        (root / BIB).write_text(OURS + "% late\n", encoding="utf-8")
        real(root, changes)

    monkeypatch.setattr(merging.transaction, "write_all", late)
    done = merge(project, ALL, "--yes")
    assert done.returncode == 1
    assert f"{BIB}: error[changed-meanwhile]: the file was changed while it was" in done.stderr
    assert ours(project) == OURS + "% late\n"


# --- what will not do -------------------------------------------------------------------------


def test_files_that_are_no_bibliography(project: Path) -> None:
    before = files(project)
    assert "error[not-a-bibliography]" in merge(project, "Dear all,\n", "--yes").stderr
    asked = ask("add", project.parent / "refs.bib", "--project", project, "--yes")
    assert (asked.code, asked.data["written"], asked.data["plan"]) == (1, False, None)
    assert [each["code"] for each in asked.data["problems"]] == ["not-a-bibliography"]
    missing = call("add", project / "no.bib", "--project", project, "--yes")
    assert missing.returncode == 1
    assert "no.bib: error[missing-file]" in missing.stderr
    (project.parent / "latin.bib").write_bytes("@book{a, title = {Тарих".encode() + b"\xff}}")
    done = call("add", project.parent / "latin.bib", "--project", project, "--yes")
    assert "latin.bib:1:24: error[unreadable-encoding]" in done.stderr
    assert files(project) == before


def test_a_bibliography_of_ours_with_errors_is_left_alone(project: Path) -> None:
    (project / BIB).write_text(OURS + "@book{open, title = {A\n", encoding="utf-8")
    before = files(project)
    done = merge(project, NEW, "--yes")
    assert done.returncode == 1
    line = OURS.count("\n") + 1
    assert (
        f"{BIB}:{line}: error[broken-entry]: the entry `open` is broken and cannot be read"
        in done.stderr
    )
    assert files(project) == before


def test_a_link_is_not_written_through(project: Path) -> None:
    (project / BIB).rename(project / "bibliography/real.bib")
    (project / BIB).symlink_to("real.bib")
    done = merge(project, ALL, "--yes")
    assert done.returncode == 1
    assert f"{BIB}: error[system]: this is a link, and links are not written through" in done.stderr
    assert (project / "bibliography/real.bib").read_text("utf-8") == OURS


def test_options_of_sources_and_of_bibliographies_are_told_apart(project: Path) -> None:
    wrong = merge(project, ALL, "--key", "x")
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "uchtil add: error: --key: only of a source, and this is a bibliography\n",
    )
    wrong = merge(project, ALL, "--language", "english")
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "uchtil add: error: --language: `english` is no language; write a tag: en, ru, uz-Latn, "
        "uz-Cyrl, kk\n",
    )
    wrong = call("add", project / "a.txt", "--project", project, "--yes", "--dry-run")
    assert (wrong.returncode, wrong.stderr) == (
        2,
        "uchtil add: error: --yes, --dry-run: only of a bibliography (.bib, .ris, .json)\n",
    )
