"""Defects in what one language says and the others do not."""

from __future__ import annotations

import re

from .ground import Ground, Planted, Told, seed

CITE = r' \{\{ fact\("(?P<id>[^"]+)"\)\.cite \}\}'


@seed("errors")
def number_of_another_fact(ground: Ground) -> Planted:
    """A number is taken from another fact in Russian, one that the paragraph does not use."""
    spot = ground.paragraph(
        "ru",
        r'(?<=\{\{ fact\(")[^"]+(?="\)\.value \}\})',
        fits=lambda _, row: "bilateral-documents" not in row[1],
    )
    mark = ground.replace(spot, "bilateral-documents")
    return Told(
        "facts-differ",
        mark,
        f"from `bilateral-documents`, where Uzbek and English print `{spot.text}`",
    )


@seed("errors")
def number_of_the_neighbouring_fact(ground: Ground) -> Planted:
    """A number is taken from another fact of the same paragraph in English."""

    def both(found: re.Match[str], row: list[str]) -> bool:
        return found["one"] != found["other"] and all(
            each.count(f'"{found["one"]}").value') == 1 for each in row
        )

    spot = ground.paragraph(
        "en",
        r'fact\("(?P<one>[^"]+)"\)\.value \}\}[^{}]*'
        r'(?:\{\{ fact\("[^"]+"\)\.(?:when|year) \}\}[^{}]*)*'
        r'\{\{ fact\("(?P<other>[^"]+)"\)\.value',
        fits=both,
    )
    one, other = re.findall(r'"([^"]+)"\)\.value', spot.text)
    mark = ground.replace(spot, spot.text.replace(f'"{other}").value', f'"{one}").value'))
    return Told("facts-differ", mark, f"from `{one}`, where Uzbek and Russian print `{other}`")


@seed("warnings")
def numbers_exchanged(ground: Ground) -> Planted:
    """Two figures stand in each other's place in Russian: investment falls instead of rising."""
    one, other = "kazakh-investment-base", "kazakh-investment-2023"
    spot = ground.paragraph("ru", rf'"{one}"\).value.+?"{other}"\).value')
    text = spot.text.replace(one, "x").replace(other, one).replace('"x"', f'"{other}"')
    mark = ground.replace(spot, text)
    return Told("order-differs", mark, f"`{other}` (“")


@seed("errors")
def date_less_exact(ground: Ground) -> Planted:
    """A date is printed as a bare year in Uzbek, and to the day in the others."""
    spot = ground.paragraph(
        "uz",
        r'(?<=fact\("border-agreement-2001"\)\.)when(?= \}\})',
    )
    return Told("numbers-differ", ground.replace(spot, "year"), "`border-agreement-2001`")


@seed("errors")
def typed_year(ground: Ground) -> Planted:
    """A year is typed in English instead of taken from its fact."""
    spot = ground.paragraph(
        "en",
        r'\{\{ fact\("[^"]+"\)\.year \}\}',
        fits=lambda found, row: row[2].count(found[0].split('"')[1]) > 1,
    )
    mark = ground.replace(spot, "1999")
    return Told("typed-number", mark, "`1999`")


@seed("errors")
def typed_number_word(ground: Ground) -> Planted:
    """A number word is typed in Russian."""
    spot = ground.paragraph("ru", r"(?<=[а-я]), (?=[а-я])")
    return Told("typed-number", ground.replace(spot, ", семнадцать раз, "), "`семнадцать")


@seed("errors")
def citation_dropped(ground: Ground) -> Planted:
    """A citation is dropped in English; the fact's number is still printed."""
    spot = ground.paragraph(
        "en",
        CITE,
        fits=lambda found, row: all(
            f'"{found["id"]}").' in each.replace(found[0], "") for each in row
        ),
    )
    return Told("citations-differ", ground.replace(spot, ""), "does not cite")


@seed("errors")
def evidence_dropped(ground: Ground) -> Planted:
    """A claim stands in Uzbek without the fact that shows it."""
    spot = ground.paragraph(
        "uz", CITE, fits=lambda found, row: all(each.count(f'"{found["id"]}"') == 1 for each in row)
    )
    fact = spot.text.split('"')[1]
    return Told("facts-differ", ground.replace(spot, ""), f"`{fact}`")


@seed("errors")
def citation_added(ground: Ground) -> Planted:
    """A work is cited in Russian alone."""
    spot = ground.paragraph("ru", CITE)
    mark = ground.replace(spot, spot.text + ' {{ cite("usmanov2006", page="280") }}')
    return Told("citations-differ", mark, "`usmanov2006`")


@seed("errors")
def references_swapped(ground: Ground) -> Planted:
    """Two citations stand in each other's place in Uzbek."""
    spot = ground.paragraph("uz", r'\{\{ cite\("[\w-]+", "[\w-]+"')
    one, other = re.findall(r'"([^"]+)"', spot.text)
    mark = ground.replace(spot, f'{{{{ cite("{other}", "{one}"')
    return Told("citations-differ", mark, "in another order")


@seed("errors")
def remark_dropped(ground: Ground) -> Planted:
    """The remark that a sentence rests on is not cited in English."""
    spot = ground.paragraph("en", r' \{\{ remark\("[^"]+"\)\.cite \}\}')
    remark = spot.text.split('"')[1]
    return Told("facts-differ", ground.replace(spot, ""), f"the remark `{remark}`")


@seed("errors")
def count_of_something_else(ground: Ground) -> Planted:
    """Remarks are counted in Russian where the others count facts."""
    spot = ground.paragraph(
        "ru", r"(?<=\{\{ )fact_count(?= \}\})", fits=lambda _, row: "remark_count" not in row[0]
    )
    return Told("numbers-differ", ground.replace(spot, "remark_count"), "remark_count")


@seed("errors")
def other_table_meant(ground: Ground) -> Planted:
    """English leads to another table than Uzbek and Russian."""
    spot = ground.paragraph(
        "en",
        r'(?<=ref\("table:)(?!visits|documents)[^"]+',  # those other seeds break
        fits=lambda found, row: (
            all(each.count(f'ref("table:{found[0]}"') == 1 for each in row)
            and "table:sources" not in row[2]
        ),
    )
    mark = ground.replace(spot, "sources")
    return Told(
        "exhibits-differ",
        mark,
        f"`table:sources` in English, where Uzbek and Russian use `table:{spot.text}`",
    )


# ------------------------------------------------------------------ blocks


@seed("blocks")
def paragraph_missing(ground: Ground) -> Planted:
    """A whole paragraph is missing in Russian."""
    mark = ground.replace(ground.block("ru", r"[^#{\n]"), "")
    mark.line -= 1  # the blank line behind what stands before
    return Told("missing-paragraph", mark, "as Uzbek and English have it")


@seed("blocks")
def paragraph_of_one_language(ground: Ground) -> Planted:
    """English has a paragraph more than the others."""
    spot = ground.block("en", r"[^#{\n]")
    words = "Much remains to be said of it, and little of that can be shown.\n\n"
    ground.replace(spot, spot.text + words)
    slug = spot.file.split("/")[-2]
    gaps = []
    for code in ("uz", "ru"):
        text = ground.read(f"content/sections/{slug}/{code}.md")
        offset = text.index("\n\n", text.index("\n\n") + 2) + 1
        gaps.append(
            Told("missing-paragraph", ground.mark(f"content/sections/{slug}/{code}.md", offset))
        )
    return tuple(gaps)


@seed("blocks")
def table_missing(ground: Ground) -> Planted:
    """A table is missing in Uzbek."""
    spot = ground.block("uz", r"\{\{ table")
    mark = ground.replace(spot, "")
    mark.line -= 1
    return Told("missing-paragraph", mark, f"the table `{spot.text.split(chr(34))[1]}`")


@seed("blocks")
def figure_missing(ground: Ground) -> Planted:
    """A figure is missing in English."""
    spot = ground.block("en", r"\{\{ figure")
    mark = ground.replace(spot, "")
    mark.line -= 1
    return Told("missing-paragraph", mark, f"the figure `{spot.text.split(chr(34))[1]}`")


# ------------------------------------------------------------------ stale texts


@seed("stale")
def stale_paragraph(ground: Ground) -> Planted:
    """A paragraph is edited in English after all were confirmed; the others do not follow."""
    spot = ground.paragraph("en", r"(?<=[a-z]) and (?=[a-z])")
    mark = ground.replace(spot, " or perhaps ")
    return _others(ground, mark.file, mark.line, "[and → or perhaps]")


@seed("stale")
def stale_abstract(ground: Ground) -> Planted:
    """The Russian abstract is edited, and the others do not follow."""
    ground.swap("content/review.yaml", "точные же", "подробные же", after="^abstract:")
    return tuple(
        Told(
            "stale-translation",
            ground.mark(
                "content/review.yaml",
                ground.find(
                    "content/review.yaml", rf"(?<=^  {code}: >-\n) ", after="^abstract:"
                ).start,
            ),
            "[точные → подробные]",
        )
        for code in ("uz", "en")
    )


def _others(ground: Ground, file: str, line: int, says: str) -> Planted:
    told = []
    for code in ("uz", "ru", "en"):
        other = re.sub(r"\w+\.md$", f"{code}.md", file)
        if other != file:
            offset = sum(len(each) for each in ground.read(other).splitlines(True)[: line - 1])
            told.append(Told("stale-translation", ground.mark(other, offset), says))
    return tuple(told)
