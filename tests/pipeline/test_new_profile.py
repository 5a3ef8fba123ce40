"""``submit --new --rules``: through the command line, on pages as they are saved."""

from __future__ import annotations

from pathlib import Path

import pytest

import workshop

PAGES = workshop.ROOT / "tests" / "data" / "journals"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return workshop.copy_sound(tmp_path_factory.mktemp("new") / "project")


def test_a_page_of_rules_fills_a_new_profile_in(project: Path) -> None:
    page = PAGES / "ru-vestnik.html"
    done = workshop.call("submit", "--new", "vestnik", "--rules", page, "--project", project)
    assert (done.returncode, done.stderr) == (0, "")
    assert "rules.url                https://vestnik.example.org/avtoram/pravila" in done.stdout
    assert done.stdout.endswith(
        f"next: read {project}/output/journals/vestnik-rules.html, where each line stands beside "
        "its words,\n"
        "    mend the profile by it, then\n"
        "    ./build.py submit vestnik --check\n"
    )
    marked = (project / "output/journals/vestnik-rules.html").read_text(encoding="utf-8")
    assert '<mark class="line">слева 30 мм<sup>' in marked
    checked = workshop.call("submit", "vestnik", "--check", "--project", project)
    assert "the profile `vestnik` has no `front`" in checked.stderr
    profile = project / "templates/journals/vestnik.yaml"
    workshop.replace(profile, "\n#front: ", "\nfront: [udc, title, authors, abstract]\n#")
    checked = workshop.call("submit", "vestnik", "--check", "--project", project)
    assert "and no block of `front` or `after` prints that" in checked.stderr
    assert "    add `abstract:others` to `front` or `after`" in checked.stderr
    assert "    add `keywords, keywords:others` to `front` or `after`" in checked.stderr
    others = ", abstract:others, keywords, keywords:others"
    workshop.replace(profile, "authors, abstract]\n", f"authors, abstract{others}]\n")
    checked = workshop.call("submit", "vestnik", "--check", "--project", project)
    assert checked.stdout.startswith("vestnik: the profile is in order; ")


def test_the_same_is_told_as_data(project: Path) -> None:
    page = PAGES / "uz-tarix.html"
    done = workshop.ask("submit", "--new", "tarix", "--rules", page, "--project", project)
    assert done.code == 0
    assert done.data["rules"]["filled"]["page.left"] == {"value": "3", "words": "chapdan 3 sm"}
    assert done.data["rules"]["twice"] == {}


def test_a_page_that_cannot_be_read_writes_nothing(project: Path) -> None:
    rules = project / "none.html"
    done = workshop.call("submit", "--new", "none", "--rules", rules, "--project", project)
    assert done.returncode == 1
    assert "error[source-missing]: there is no such file" in done.stderr
    assert not (project / "templates/journals/none.yaml").exists()


def test_rules_need_a_name_for_the_profile(project: Path) -> None:
    rules = PAGES / "ru-zapiski.txt"
    done = workshop.call("submit", "--rules", rules, "--project", project)
    assert done.returncode == 1
    assert done.stderr == ("--rules goes with --new ID: ./build.py submit --new ID --rules FILE\n")


def test_a_folder_of_somebody_else_is_left_alone(project: Path, tmp_path: Path) -> None:
    (tmp_path / "thesis.docx").write_text("mine", encoding="utf-8")
    page = PAGES / "ru-zapiski.txt"
    to = ("--project", project, "--output", tmp_path)
    done = workshop.call("submit", "--new", "zapiski", "--rules", page, *to)
    assert done.returncode == 1
    assert f"error[foreign-output]: {tmp_path} holds files that no build has made" in done.stderr
    assert [each.name for each in tmp_path.iterdir()] == ["thesis.docx"]
    assert not (project / "templates/journals/zapiski.yaml").exists()


def test_a_build_keeps_the_marked_page(project: Path) -> None:
    page = PAGES / "en-steppe.html"
    done = workshop.call("submit", "--new", "steppe", "--rules", page, "--project", project)
    assert done.returncode == 0
    marked = project / "output/journals/steppe-rules.html"
    before = marked.read_bytes()
    built = workshop.call("build", "--format", "html", "--language", "en", "--project", project)
    assert built.returncode == 0, built.stderr
    assert marked.read_bytes() == before
