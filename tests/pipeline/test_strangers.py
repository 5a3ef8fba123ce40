"""Content from strangers: it can neither run anything, nor read what is not the project's."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from workshop import Asked, ask, built, codes, copy_sound, replace

SECTION = "content/sections/01-opening/en.md"
SCRIPT = "<script>alert()</script>"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project that nobody has built."""
    return copy_sound(tmp_path / "stranger")


def add(project: Path, text: str, *languages: str) -> Asked:
    """Add a paragraph to the English text, and others, and build the English page."""
    for code in ("en", *languages):
        section = (project / SECTION).with_stem(code)
        section.write_text(section.read_text(encoding="utf-8") + f"\n{text}\n", encoding="utf-8")
    return ask("build", "--project", project, "--language", "en", "--format", "html")


def page(project: Path, language: str = "en") -> html.HtmlElement:
    """Return the finished page."""
    path = project / "output" / language / "review.html"
    return html.fromstring(path.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))


def scripts(tree: html.HtmlElement) -> list[str]:
    """Return what a browser could run of a page, our own script and data apart."""
    found = [
        script.text or ""
        for script in tree.iter("script")
        if script.get("type") != "application/ld+json"
    ]
    assert len(found) == 1, "the page's own script alone"
    handlers = [
        f"{name}={value}"
        for element in tree.iter(html.etree.Element)
        for name, value in element.attrib.items()
        if name.lower().startswith("on") or value.strip().lower().startswith("javascript:")
    ]
    return handlers + [text for text in found if "alert" in text]


# ------------------------------------------------------------------ in Markdown


@pytest.mark.parametrize(
    "text",
    [
        SCRIPT,
        "Text <img src=x onerror=alert()> text.",
        "<svg onload=alert()></svg>",
        "`<script>alert()</script>`{=html}",
        "```{=html}\n<script>alert()</script>\n```",
        "&lt;script&gt;alert()&lt;/script&gt;",
        "<x-y onclick=alert()>an element that `checks/markup.py` does not know</x-y>",
        "Text.[^n]\n\n[^n]: <b onclick=alert()>note</b>",
        "[text]{onclick=alert()}",
        '::: {onmouseover="alert()"}\ntext\n:::',
    ],
)
def test_code_in_markdown_never_runs(project: Path, text: str) -> None:
    answer = add(project, text, "uz", "ru")
    if answer.code == 0:
        assert scripts(page(project)) == []
    else:
        assert set(codes(answer.data["problems"])) in ({"raw-code"}, {"raw-html"})
        assert not (project / "output").exists()


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (
            "[text](javascript:alert())",
            "unsafe-link",
            "the link “javascript:alert()” is of a kind that is not allowed",
        ),
        (
            "[text](JaVaScRiPt:alert%281%29)",
            "unsafe-link",
            "the link “JaVaScRiPt:alert%281%29” is of a kind that is not allowed",
        ),
        (
            "<javascript:alert()>",
            "unsafe-link",
            "the link “javascript:alert()” is of a kind that is not allowed",
        ),
        (
            "[text](data:text/html,x)",
            "unsafe-link",
            "the link “data:text/html,x” is of a kind that is not allowed",
        ),
        (
            "[text](file:///etc/passwd)",
            "unsafe-link",
            "the link “file:///etc/passwd” is of a kind that is not allowed",
        ),
        (
            "[text](/etc/passwd)",
            "unsafe-link",
            "the link “/etc/passwd” is of a kind that is not allowed",
        ),
        (
            "![](/etc/passwd)",
            "foreign-image",
            "the picture “/etc/passwd” is not one of the review's figures",
        ),
        (
            "![x](https://example.org/pixel.png)",
            "foreign-image",
            "the picture “https://example.org/pixel.png” is not one of the review's figures",
        ),
    ],
)
def test_links_and_pictures_that_lead_astray(
    project: Path, text: str, code: str, message: str
) -> None:
    answer = add(project, text, "uz", "ru")
    assert answer.code == 1
    problem = answer.data["problems"][0]
    assert (problem["code"], problem["message"]) == (code, message)
    assert (problem["file"], problem["line"]) == (SECTION, 7)
    assert not (project / "output").exists()


# ------------------------------------------------------------------ in templates


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        (
            "{{ ''.__class__.__mro__ }}",
            "template-forbidden",
            "the template asks for what prose may not do: "
            "access to attribute '__class__' of 'str' object is unsafe.",
        ),
        (
            "{{ fact.__globals__ }}",
            "template-forbidden",
            "the template asks for what prose may not do: `__globals__` is not for templates",
        ),
        (
            '{{ fact("first-line")._prose }}',
            "template-forbidden",
            "the template asks for what prose may not do: `_prose` is not for templates",
        ),
        (
            '{% include "/etc/passwd" %}',
            "template-failed",
            "the template fails: no loader for this environment specified",
        ),
        (
            '{% import "os" as os %}',
            "template-failed",
            "the template fails: no loader for this environment specified",
        ),
        (
            "{% for n in range(999999999) %}x{% endfor %}",
            "undefined-variable",
            "`range` means nothing here",
        ),
        (
            "{{ cycler }}",
            "undefined-variable",
            "`cycler` means nothing here",
        ),
        (
            "{{ 1 / 0 }}",
            "template-failed",
            "the template fails: division by zero",
        ),
    ],
)
def test_templates_reach_nothing(project: Path, text: str, code: str, message: str) -> None:
    answer = add(project, text)
    assert answer.code == 1
    told = [(each["code"], each["message"]) for each in answer.data["problems"]]
    assert (code, message) in told
    assert {(each["file"], each["line"]) for each in answer.data["problems"]} == {(SECTION, 7)}


# ------------------------------------------------------------------ in data


def test_markup_in_data_is_printed_as_it_is(project: Path) -> None:
    nasty = '<script>alert()</script> &lt;b&gt; *x* [y](javascript:z) "q" $x^n$ @who'
    quoted = "'" + nasty.replace("'", "''") + "'"
    replace(
        project / "content/review.yaml",
        "  en: The Tashkent Metro in Two Sources",
        f"  en: {quoted}",
    )
    replace(project / "content/facts/network.yaml", "en: Third line}", f"en: {quoted}}}")
    replace(project / "content/exhibits.yaml", "en: Chief dates}", f"en: {quoted}}}")
    replace(project / "content/exhibits.yaml", "en: The sources}", f"en: {quoted}}}")
    replace(
        project / "content/exhibits.yaml",
        "en: The beginning of construction and the opening of three lines on an axis of time.",
        f"en: {quoted}",
    )
    replace(project / "content/sources.yaml", "en: the opening of three lines}", f"en: {quoted}}}")
    replace(project / "content/names.yaml", "en: Tashkent}", f"en: {quoted}}}")
    replace(project / "content/review.yaml", "en: Josiah Carberry}", f"en: {quoted}}}")
    built("--project", project, "--language", "en")
    tree = page(project)
    assert scripts(tree) == []
    assert tree.findtext(".//title") == nasty
    assert tree.findtext(".//h1") == nasty
    text = " ".join(tree.find("body").text_content().split())
    # name, two captions, a table's cell, what a source covers, the drawing and its description
    assert text.count(nasty) >= 8
    metas = {each.get("name"): each.get("content") for each in tree.iter("meta")}
    assert metas["citation_title"] == nasty
    assert metas["citation_author"] == nasty


def test_markup_in_the_bibliography_is_printed_as_it_is(project: Path) -> None:
    replace(
        project / "bibliography/references.bib",
        "A third line for Tashkent",
        "A <img src=x onerror=alert()> <b>third</b> </script><script>alert()</script> line",
    )
    built("--project", project, "--language", "en", "--format", "html")
    tree = page(project)
    assert scripts(tree) == []
    entry = tree.get_element_by_id("ref-bulletin2002")
    assert "<script>alert()</script>" in entry.text_content()
    assert list(entry.iter("script", "img")) == []


def test_titles_cannot_end_the_data_for_machines(project: Path) -> None:
    replace(
        project / "content/review.yaml",
        "  en: The Tashkent Metro in Two Sources",
        "  en: 'x</script><script>alert()</script>'",
    )
    built("--project", project, "--language", "en", "--format", "html")
    assert scripts(page(project)) == []


# ------------------------------------------------------------------ links in the file system


@pytest.mark.parametrize(
    "place",
    [
        "content/sections/01-opening/en.md",
        "content/facts/network.yaml",
        "content/review.yaml",
        "bibliography/references.bib",
    ],
)
def test_a_link_to_a_file_outside_is_refused(project: Path, tmp_path: Path, place: str) -> None:
    outside = tmp_path / "secret"
    (project / place).rename(outside)
    (project / place).symlink_to(outside)
    for command in ("check", "facts", "explain", "build"):
        answer = ask(command, "--project", project)
        assert answer.code == 1, command
        problems = answer.data["problems"] if command == "build" else answer.data
        assert problems == [
            {
                "code": "link-outside",
                "severity": "error",
                "message": "this link leads out of the project and is not followed",
                "file": place,
                "line": 0,
                "column": 0,
                "hint": "put the file itself there",
            }
        ], command


def test_a_link_to_a_folder_outside_is_refused(project: Path, tmp_path: Path) -> None:
    outside = tmp_path / "facts"
    (project / "content/facts").rename(outside)
    (project / "content/facts").symlink_to(outside)
    answer = ask("check", "--project", project)
    assert [(each["code"], each["file"]) for each in answer.data] == [
        ("link-outside", "content/facts")
    ]


def test_a_link_within_the_project_is_followed(project: Path) -> None:
    section = project / "content/sections/01-opening/en.md"
    section.rename(project / "opening.md")
    section.symlink_to("../../../opening.md")
    assert ask("check", "--project", project).data == []
