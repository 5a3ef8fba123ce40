import gc
from pathlib import Path

import pytest

from uchtil.load import load, load_project
from uchtil.problems import Problems

from .conftest import change, told

NETWORK = "content/facts/network.yaml"
OPENING = "content/facts/opening.yaml"


def messages_of(root: Path) -> list[str]:
    problems = Problems()
    load(root, problems)
    return told(problems)


def without_remarks(root: Path) -> None:
    """Take the remarks out: they name facts that are not to be missed."""
    (root / "content/remarks.yaml").unlink()


def test_a_sound_project_is_read_whole(project: Path) -> None:
    problems = Problems()
    read = load_project(project, problems)
    assert told(problems) == []
    assert read is not None
    assert read.review.id == "tashkent-metro"
    assert list(read.sources) == ["karimova2019", "petrov2008"]
    assert list(read.names) == ["tashkent", "tashkent-metro"]
    # files by name, facts in the order in which they are written
    assert list(read.facts) == [
        "second-line",
        "third-line",
        "construction-began",
        "first-line",
        "stations-1977",
        "length-1977",
        "first-in-region",
    ]
    assert {fact.theme for fact in read.facts.values()} == {"opening", "network"}
    assert str(read.facts["third-line"].where) == f"{NETWORK}:19:9"
    assert str(read.facts["third-line"].evidence[0].where) == f"{NETWORK}:30:17"
    assert list(read.themes) == ["opening", "network"]
    assert list(read.indicators) == ["stations", "line-length"]
    assert list(read.units) == ["station", "kilometre"]
    assert list(read.tables) == ["lines", "sources"]
    assert list(read.figures) == ["timeline"]
    assert len(read.sections) == 6


@pytest.mark.parametrize(
    ("file", "before", "after", "message"),
    [
        (
            NETWORK,
            "id: second-line",
            "id: first-line",
            f"{OPENING}:17:9: error[duplicate-fact]: the fact `first-line` stands twice, first at "
            f"{NETWORK}:4:9\n    give one of them another id, or make them one",
        ),
        (
            "content/names.yaml",
            "  - id: tashkent-metro",
            "  - {id: tashkent, type: place, forms: {uz: a, ru: б, en: c}}\n  - id: tashkent-metro",
            "content/names.yaml:7:10: error[duplicate-name]: the name `tashkent` stands twice, "
            "first at content/names.yaml:3:9\n    give one of them another id, or make them one",
        ),
        (
            OPENING,
            "indicator: stations",
            "indicator: station",
            f"{OPENING}:35:16: error[unknown-indicator]: unknown indicator `station`\n"
            "    did you mean `stations`?",
        ),
        (
            OPENING,
            "unit: kilometre",
            "unit: mile",
            f"{OPENING}:50:33: error[unknown-unit]: unknown unit `mile`\n"
            "    add it to `units` in content/terms.yaml",
        ),
        (
            OPENING,
            "[tashkent, tashkent-metro]",
            "[tashkent, taskent-metro]",
            f"{OPENING}:25:23: error[unknown-name]: unknown name `taskent-metro`\n"
            "    did you mean `tashkent-metro`?",
        ),
        (
            OPENING,
            "{source: karimova2019,",
            "{source: karimov2019,",
            f"{OPENING}:44:18: error[unknown-source]: unknown source `karimov2019`\n"
            "    did you mean `karimova2019`?",
        ),
        (
            "content/names.yaml",
            "petrov2008: [Ташкент]",
            "ivanov: [Ташкент]",
            "content/names.yaml:6:43: error[unknown-source]: unknown source `ivanov`\n"
            "    add it to content/sources.yaml",
        ),
        (
            "content/exhibits.yaml",
            "{tag: [line]}",
            "{tag: [lines]}",
            "content/exhibits.yaml:6:20: error[unknown-tag]: unknown tag `lines`\n"
            "    did you mean `line`?",
        ),
        (
            "content/exhibits.yaml",
            "{kind: [event]}",
            "{id: [forth-line]}",
            "content/exhibits.yaml:20:19: error[unknown-fact]: unknown fact `forth-line`\n"
            "    did you mean `first-line`?",
        ),
        (
            NETWORK,
            "    date: 2001-10-26\n",
            "",
            f"{NETWORK}:19:9: notice[undated-event]: the event `third-line` has no date\n"
            "    right if no source gives one; else add `date:`",
        ),
        (
            NETWORK,
            "        date: 1984-12\n",
            "        date: 1984-12-08\n",
            f"{NETWORK}:17:17: warning[redundant-reading]: the evidence of `second-line` repeats "
            "the fact's own `date`\n    give `date` only where this source differs or is less "
            "precise",
        ),
        (
            "content/review.yaml",
            "  en: [Tashkent, metro, urban history, transport, stations, source criticism]",
            "  en: [Tashkent, metro]",
            "content/review.yaml:25:7: warning[keyword-count]: there are 2 English keywords; "
            "journals ask for 6 to 10",
        ),
    ],
)
def test_what_is_wrong_between_files(
    project: Path, file: str, before: str, after: str, message: str
) -> None:
    without_remarks(project)
    change(project, file, before, after)
    assert messages_of(project) == [message]


def test_a_short_abstract_is_told(project: Path) -> None:
    path = project / "content/review.yaml"
    head, _, _ = path.read_text(encoding="utf-8").partition("abstract:\n")
    path.write_text(f"{head}abstract: {{uz: bir ikki, ru: раз, en: one}}\n", encoding="utf-8")
    assert messages_of(project) == [
        "content/review.yaml:26:16: warning[abstract-length]: the Uzbek abstract has 2 words; "
        "journals ask for 150 to 250",
        "content/review.yaml:26:30: warning[abstract-length]: the Russian abstract has 1 words; "
        "journals ask for 150 to 250",
        "content/review.yaml:26:39: warning[abstract-length]: the English abstract has 1 words; "
        "journals ask for 150 to 250",
    ]


def test_a_broken_fact_is_left_out_but_known(project: Path) -> None:
    change(project, NETWORK, "date: 1984-12-08", "date: 1984-02-30")
    change(project, "content/exhibits.yaml", "{kind: [event]}", "{id: [second-line]}")
    problems = Problems()
    loaded = load(project, problems)
    assert len(told(problems)) == 1  # the figure that shows the fact is no second problem
    assert loaded.project is not None
    assert "second-line" not in loaded.project.facts
    assert loaded.broken["facts"] == {"second-line"}


def test_a_fact_that_refers_to_something_unknown_is_broken(project: Path) -> None:
    change(project, OPENING, "unit: kilometre", "unit: mile")
    loaded = load(project, Problems())
    assert loaded.broken["facts"] == {"length-1977"}


@pytest.mark.parametrize(
    ("text", "broken"),
    [
        ("", {"*"}),
        ("# - nothing\n", {"*"}),
        ("theme: opening\nfacts:\n  - {id: a-b, kind: event\n  - id: 'c'\n", {"a-b", "c"}),
        ("theme: opening\nfact:\n  - id: a-b\n", {"a-b"}),
    ],
)
def test_a_file_of_facts_that_cannot_be_read(project: Path, text: str, broken: set[str]) -> None:
    without_remarks(project)
    (project / OPENING).write_text(text, encoding="utf-8")
    problems = Problems()
    loaded = load(project, problems)
    assert {each.where.file for each in problems} == {OPENING}
    assert loaded.project is not None
    assert loaded.broken["facts"] == broken
    assert "third-line" in loaded.project.facts


def test_a_malformed_id_is_known_as_it_is_and_as_it_was_meant(project: Path) -> None:
    change(project, NETWORK, "id: second-line", "id: Second Line")
    problems = Problems()
    assert load(project, problems).broken["facts"] == {"Second Line", "second-line"}
    assert [each.code for each in problems] == ["wrong-id"]


@pytest.mark.parametrize(
    "file",
    ["content/names.yaml", "content/terms.yaml", "content/sources.yaml", "content/exhibits.yaml"],
)
def test_what_depends_on_a_missing_file_is_not_told(project: Path, file: str) -> None:
    (project / file).unlink()
    problems = Problems()
    assert load_project(project, problems) is None
    assert told(problems) == [f"{file}: error[missing-file]: the file is missing\n    write it"]


def test_a_review_with_a_blank_can_still_be_checked(project: Path) -> None:
    change(project, "content/review.yaml", "udc: 625.42(575.1)\n", "")
    change(project, "content/review.yaml", "  ru: Ташкентское метро в двух источниках\n", "")
    problems = Problems()
    read = load_project(project, problems)
    assert len(problems.errors) == 2
    assert read is not None
    assert (read.review.udc, read.review.title["ru"]) == ("", "")


def test_no_facts_and_files_of_another_name(project: Path) -> None:
    without_remarks(project)
    folder = project / "content/facts"
    (folder / "network.yaml").rename(folder / "network.yml")
    assert messages_of(project)[-1] == (
        "content/facts/network.yml: warning[file-not-read]: only files whose names end in .yaml "
        "are read\n    rename it to network.yaml"
    )
    for path in folder.iterdir():
        path.unlink()
    folder.rmdir()
    assert messages_of(project)[-1] == (
        "content/facts: error[missing-file]: the folder of facts is missing\n"
        "    make it, with one YAML file a theme"
    )


def test_an_empty_folder_is_no_traceback(tmp_path: Path) -> None:
    messages = messages_of(tmp_path)
    assert [message.partition(":")[0] for message in messages] == [
        "content/exhibits.yaml",
        "content/facts",
        "content/names.yaml",
        "content/review.yaml",
        "content/sources.yaml",
        "content/terms.yaml",
    ]
    assert all("error[missing-file]" in message for message in messages)


def test_the_garbage_collector_is_left_as_it_was(project: Path) -> None:
    assert gc.isenabled()
    load(project, Problems())
    assert gc.isenabled()


def test_thousands_of_facts_are_read(project: Path) -> None:
    path = project / NETWORK
    head, first, rest = path.read_text(encoding="utf-8").partition("  - id: second-line")
    fact = first + rest.partition("  - id: third-line")[0]
    more = "".join(fact.replace("second-line", f"line-{number}") for number in range(2000))
    path.write_text(
        head + fact + "  - id: third-line" + rest.partition("  - id: third-line")[2] + more,
        encoding="utf-8",
    )
    problems = Problems()
    read = load_project(project, problems)
    assert told(problems) == []
    assert read is not None
    assert len(read.facts) == 2007
