"""Content from strangers: it can neither run anything, nor read what is not the project's."""

from __future__ import annotations

from collections.abc import Sequence
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


def add(project: Path, texts: Sequence[str], *languages: str) -> list[int]:
    """Add paragraphs to the English text, and to others; return the line of each."""
    for code in ("en", *languages):
        section = (project / SECTION).with_stem(code)
        lines = []
        with section.open("a", encoding="utf-8") as written:
            for text in texts:
                lines.append(section.read_text(encoding="utf-8").count("\n") + 2)
                written.write(f"\n{text}\n")
                written.flush()
    return lines


def build(project: Path) -> Asked:
    """Build the English page."""
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
    ("code", "texts"),
    [
        (
            "raw-html",
            [
                SCRIPT,
                "Text <img src=x onerror=alert()> text.",
                "<svg onload=alert()></svg>",
                "[^n]: <b onclick=alert()>note</b>\n\nText.[^n]",
            ],
        ),
        # found only by pandoc
        ("raw-code", ["[text]{onclick=alert()}", '::: {onmouseover="alert()"}\ntext\n:::']),
    ],
)
def test_code_in_markdown_is_refused(project: Path, code: str, texts: list[str]) -> None:
    lines = add(project, texts, "uz", "ru")
    answer = build(project)
    assert answer.code == 1
    assert set(codes(answer.data["problems"])) == {code}
    assert told(answer, "line") == [(line,) for line in lines]
    assert not (project / "output").exists()


def test_code_in_markdown_that_is_but_text_never_runs(project: Path) -> None:
    texts = (
        f"`{SCRIPT}`{{=html}}",
        f"```{{=html}}\n{SCRIPT}\n```",
        "&lt;script&gt;alert()&lt;/script&gt;",
        "<x-y onclick=alert()>an element that `checks/markup.py` does not know</x-y>",
    )
    add(project, texts, "uz", "ru")
    assert build(project).code == 0
    assert scripts(page(project)) == []


@pytest.mark.parametrize(
    ("code", "message", "links"),
    [
        (
            "unsafe-link",
            "the link “{}” is of a kind that is not allowed",
            {
                "[text](javascript:alert())": "javascript:alert()",
                "[text](JaVaScRiPt:alert%281%29)": "JaVaScRiPt:alert%281%29",
                "[text](data:text/html,x)": "data:text/html,x",
                "[text](file:///etc/passwd)": "file:///etc/passwd",
            },
        ),
        # apart from the others, since what is told already is not told again
        (
            "unsafe-link",
            "the link “{}” is of a kind that is not allowed",
            {
                "<javascript:alert()>": "javascript:alert()",
                "[text](/etc/passwd)": "/etc/passwd",
            },
        ),
        (
            "foreign-image",
            "the picture “{}” is not one of the review's figures",
            {
                "![](/etc/passwd)": "/etc/passwd",
                "![x](https://example.org/pixel.png)": "https://example.org/pixel.png",
            },
        ),
    ],
)
def test_links_and_pictures_that_lead_astray(
    project: Path, code: str, message: str, links: dict[str, str]
) -> None:
    lines = add(project, list(links), "uz", "ru")
    answer = build(project)
    assert answer.code == 1
    assert told(answer, "code", "message", "line") == [
        (code, message.format(address), line)
        for address, line in zip(links.values(), lines, strict=True)
    ]
    assert not (project / "output").exists()


def told(answer: Asked, *fields: str) -> list[tuple[str | int, ...]]:
    """Return what is told of the English text."""
    return [
        tuple(each[field] for field in fields)
        for each in answer.data["problems"]
        if each["file"] == SECTION
    ]


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
    add(project, [text])
    answer = ask("check", "--project", project)
    assert answer.code == 1
    assert (code, message) in [(each["code"], each["message"]) for each in answer.data]
    assert {(each["file"], each["line"]) for each in answer.data} == {(SECTION, 7)}


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


def test_a_link_to_a_file_outside_is_refused(project: Path, tmp_path: Path) -> None:
    places = (
        "bibliography/references.bib",
        "content/facts/network.yaml",
        "content/review.yaml",
        "content/sections/01-opening/en.md",
    )
    for number, place in enumerate(places):
        outside = tmp_path / f"secret-{number}"
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
            for place in places
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
    (project / "content/loop.md").symlink_to("loop.md")  # leads nowhere, and is no file
    assert ask("check", "--project", project).data == []
