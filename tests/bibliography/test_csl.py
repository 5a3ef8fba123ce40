from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pypandoc
import pytest

from uchtil.bibliography import Reference, csl_json

from .conftest import ReadBib

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>t</title><id>t</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography><layout delimiter="">
<names variable="author"><name {name} name-as-sort-order="all" sort-separator=" "/></names>
<text variable="title" text-case="title" prefix=" | "/>
<text variable="title" text-case="sentence" prefix=" | "/>
<text variable="container-title" text-case="title" prefix=" | "/>
<text value=" |"/>
</layout></bibliography></style>"""


def cited(items: list[dict[str, object]], folder: Path, *, initials: bool) -> dict[str, str]:
    """Return each item as the real pandoc prints it, by key."""
    (folder / "items.json").write_text(json.dumps(items), encoding="utf-8")
    name = 'initialize-with=". "' if initials else 'initialize="false"'
    (folder / "style.csl").write_text(STYLE.format(name=name), encoding="utf-8")
    tree = subprocess.run(
        [
            pypandoc.get_pandoc_path(),
            *("--from", "markdown-smart", "--to", "json", "--citeproc"),
            *("--csl", "style.csl", "--bibliography", "items.json"),
        ],
        input="---\nnocite: '@*'\nlang: ru-RU\n---\n",
        cwd=folder,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    refs = json.loads(tree.stdout)["blocks"][0]["c"][1]
    return {ref["c"][0][0].removeprefix("ref-"): words(ref["c"][1]) for ref in refs}


def words(tree: object) -> str:
    if isinstance(tree, list):
        return "".join(words(part) for part in tree)
    if isinstance(tree, dict):
        kind, content = tree.get("t"), tree.get("c")
        if kind == "Str":
            return str(content)
        if kind in {"Space", "SoftBreak"}:
            return " "
        if kind in {"Span", "Link"}:
            return words(content[1])  # type: ignore[index]
        return words(content)
    return ""


def test_every_shipped_title_keeps_its_capitals(
    shipped: Mapping[str, Reference], tmp_path: Path
) -> None:
    printed = cited(csl_json(shipped.values()), tmp_path, initials=False)
    assert printed.keys() == shipped.keys()
    for key, reference in shipped.items():
        text = printed[key]
        assert f"| {reference.title} | {reference.title} |" in text
        # in none of the three languages is a word of the container changed either
        container = reference.fields.get("journaltitle", "")
        assert container in text


@pytest.mark.parametrize(
    ("initials", "expected"),
    [
        (
            True,
            {
                "ionova2018priorities": "Ионова Е. П. |",
                "ramatov2026": "Ramatov M. Q. |",
                "xayrullayev": "Хайруллаев И. И. ўғли |",
                "ziyamov-avtoreferat": "Зиямов |",
                "mfa-foreignpolicy": "Ўзбекистон Республикаси Ташқи ишлар вазирлиги |",
            },
        ),
        (
            False,
            {
                "ramatov2026": "Ramatov Murat Qalvayevich |",
                "xayrullayev": "Хайруллаев Икром Илёмжон ўғли |",
            },
        ),
    ],
)
def test_shipped_names_come_out_of_pandoc_right(
    shipped: Mapping[str, Reference], tmp_path: Path, initials: bool, expected: dict[str, str]
) -> None:
    printed = cited(csl_json(shipped.values(), initials=initials), tmp_path, initials=initials)
    for key, text in expected.items():
        assert printed[key].startswith(text)


def test_uzbek_letters_of_two_signs_stay_whole_as_initials(
    read_bib: ReadBib, tmp_path: Path
) -> None:
    entry = "@book{%s, author={%s}, title={x}, langid={%s}}\n"
    references, problems = read_bib(
        entry % ("uz", "Karimov, Shuhrat Oʻtkir oʻgʻli and Gʻaniyeva, Charos A. qizi", "uz-Latn")
        + entry % ("en", "Karimov, Shuhrat", "en")
        + entry % ("kk", "Тоқаев, Қасым-Жомарт Кемелұлы and others", "kk")
    )
    assert [problem for problem in problems if "error" in problem] == []
    printed = cited(csl_json(references.values(), initials=True), tmp_path, initials=True)
    assert printed["uz"].startswith("Karimov Sh. Oʻ. oʻgʻli, Gʻaniyeva Ch. A. qizi |")
    assert printed["en"].startswith("Karimov S. |")
    assert printed["kk"].startswith("Тоқаев Қ.-Ж. К., және т.б. |")


def test_items_as_they_are_handed_over(shipped: Mapping[str, Reference]) -> None:
    items = {item["id"]: item for item in csl_json(shipped.values())}
    assert items["ionova2018priorities"] == {
        "id": "ionova2018priorities",
        "type": "article-journal",
        "language": "ru-RU",
        "author": [{"family": "Ионова", "given": "Е. П."}],
        "title": '<span class="nocase">Внешнеполитические приоритеты Узбекистана</span>',
        "container-title": '<span class="nocase">Россия и новые государства Евразии</span>',
        "issue": "2",
        "page": "80–96",
        "issued": {"date-parts": [[2018]]},
    }
    assert items["halqsozi2017"]["type"] == "article-newspaper"
    assert items["halqsozi2017"]["issued"] == {"date-parts": [[2017, 3, 24]]}
    assert {item["language"] for item in items.values()} == {
        "uz-Latn-UZ",
        "uz-Cyrl-UZ",
        "ru-RU",
        "en-GB",
        "kk-KZ",
    }


def test_dates_that_are_no_single_day(read_bib: ReadBib) -> None:
    entry = "@book{%s, title={%s}, date={%s}, langid={ru}}\n"
    texts = {"a": "2017-03/2018-04", "b": "1998~", "c": "199X"}
    references, problems = read_bib("".join(entry % (k, k, d) for k, d in texts.items()))
    assert problems == []
    issued = [item["issued"] for item in csl_json(references.values())]
    assert issued == [
        {"date-parts": [[2017, 3], [2018, 4]]},
        {"date-parts": [[1998]], "circa": True},
        {"date-parts": [[1990], [1999]]},
    ]
