from __future__ import annotations

import pytest

from .conftest import ReadBib


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (
            "@artcle{a,\n  title = {x},\n  langid = {ru},",
            "b.bib:1: error[unknown-entry-type]: the entry type `@artcle` is unknown\n"
            "    did you mean `article`?",
        ),
        (
            "@phdthesis{a,\n  title = {x},\n  langid = {ru},",
            "b.bib:1: error[unknown-entry-type]: the entry type `@phdthesis` is unknown\n"
            "    write `@thesis`",
        ),
        (
            "@book{a,\n  title = {x},\n  langid = {ru},\n  publsher = {y},",
            "b.bib:4: error[unknown-field]: the field `publsher` of `a` is unknown\n"
            "    did you mean `publisher`?",
        ),
        (
            "@book{a,\n  title = {x},\n  langid = {ru},\n  Year = 2011,",
            "b.bib:4: error[unknown-field]: the field `Year` of `a` is unknown\n    write `date`",
        ),
        (
            "@book{a,\n  title = {x},\n  langid = {ru},\n  qq = 2011,",
            "b.bib:4: error[unknown-field]: the field `qq` of `a` is unknown\n"
            "    docs/bibliography.md lists the fields",
        ),
        (
            "@book{каримов,\n  title = {x},\n  langid = {ru},",
            "b.bib:1: error[wrong-key]: `каримов` cannot be a key\n"
            "    a key is made of letters a to z, digits and hyphens, as in `rahimov2016`",
        ),
        (
            "@book{a,\n  title = {x},",
            "b.bib:1: error[missing-language]: `a` does not tell its language\n"
            "    add `langid = {uz-Latn}`, or uz-Cyrl, ru, en, kk",
        ),
        (
            "@book{a,\n  title = {x},\n  langid = {uz},",
            "b.bib:3: error[wrong-language-tag]: the language tag `uz` does not tell the script\n"
            "    write `uz-Latn-UZ` or `uz-Cyrl-UZ`",
        ),
        (
            "@book{a,\n  title = {x},\n  langid = {uzbek},",
            "b.bib:3: error[wrong-language-tag]: `uzbek` is not a language tag known here\n"
            "    did you mean `uz-Latn-UZ`?",
        ),
        (
            "@book{a,\n  langid = {ru},",
            "b.bib:1: error[missing-title]: `a` has no title\n"
            "    describe the work in square brackets and add `titletype = {descriptive}`",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {},",
            "b.bib:3: error[empty-field]: the field `title` is empty\n"
            "    write its value, or leave it out",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {[x]},",
            "b.bib:3: error[title-brackets]: the title of `a` stands in square brackets\n"
            "    add `titletype = {descriptive}` if it is ours and not the work's",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {x},\n  titletype = {descriptive},",
            "b.bib:3: error[title-brackets]: the title of `a` is descriptive, but not in square "
            "brackets\n    write `[x]`",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {x},\n  titletype = {ours},",
            "b.bib:4: error[wrong-title-type]: the title type `ours` is unknown\n"
            "    write `descriptive`, or leave the field out",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {x},\n  doi = {https://doi.org/10.5281/z.1},",
            "b.bib:4: error[wrong-doi]: `https://doi.org/10.5281/z.1` is not a bare DOI\n"
            "    write `10.5281/z.1`",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {x},\n  doi = {5281/z},",
            "b.bib:4: error[wrong-doi]: `5281/z` is not a bare DOI\n"
            "    a DOI looks like `10.5281/zenodo.18430351`",
        ),
        (
            "@online{a,\n  langid = {ru},\n  title = {x},\n  url = {www.gazeta.uz/ru},",
            "b.bib:4: error[wrong-url]: `www.gazeta.uz/ru` is not an address\n"
            "    write it whole, from `https://` on",
        ),
        (
            "@online{a,\n  langid = {ru},\n  title = {x},\n"
            "  url = {https://kun.uz/news?utm_source=perplexity},",
            "b.bib:4: error[tracking-parameter]: the address carries the tracking parameter "
            "`utm_source=perplexity`\n    leave `?utm_source=perplexity` out",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {x},\n  date = {2011-13},",
            "b.bib:4: error[wrong-date]: `2011-13` is impossible: there is no month 13\n"
            "    write what is printed, as 2016-04-23 or 2016",
        ),
        (
            "@article{a,\n  langid = {ru},\n  title = {x},\n  pages = {С. 132},",
            "b.bib:4: error[wrong-pages]: `С. 132` is not a page or a span of pages\n"
            "    write `80--96`, without `С.` or `pp.`",
        ),
        (
            "@article{a,\n  langid = {ru},\n  title = {x},\n  entrysubtype = {newspapper},",
            "b.bib:4: error[wrong-subtype]: the entry subtype `newspapper` is unknown\n"
            "    did you mean `newspaper`?",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {Caf\\'e},",
            "b.bib:3: error[latex-command]: the field `title` holds the LaTeX command `\\'`\n"
            "    write the character itself",
        ),
        (
            "@book{a,\n  langid = {uz-Latn},\n  title = {O'zbekiston},",
            "b.bib:3: error[wrong-apostrophe]: `O'` in an Uzbek text is not written with U+02BB "
            "or U+02BC\n    write `Oʻ`",
        ),
        (
            "@book{a,\n  langid = {uz-Latn},\n  title = {Sanʻat},",
            "b.bib:3: error[wrong-apostrophe]: `ʻ` in an Uzbek text is not written with U+02BB "
            "or U+02BC\n    write `ʼ`",
        ),
        (
            "@book{a,\n  langid = {uz-Latn},\n  title = {X},\n  author = {Togʼayev, A.},",
            "b.bib:4: error[wrong-apostrophe]: `gʼ` in an Uzbek text is not written with U+02BB "
            "or U+02BC\n    write `gʻ`",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {x},\n"
            "  author = {Икром Илёмжон ўғли Хайруллаев},",
            "b.bib:4: error[wrong-name]: which word of `Икром Илёмжон ўғли Хайруллаев` in the "
            "field `author` is the family name?\n"
            "    write `Family, Given`, or `{Икром Илёмжон ўғли Хайруллаев}` for a body",
        ),
        (
            "@book{a,\n  langid = {ru},\n  title = {x},\n  author = {Иванов, И. и др.},",
            "b.bib:4: error[wrong-name]: the field `author` holds `и др.`\n"
            "    end the list of names with `and others`",
        ),
    ],
)
def test_slips_in_an_entry(read_bib: ReadBib, lines: str, told: str) -> None:
    references, problems = read_bib(f"{lines}\n}}\n")
    assert problems == [told]
    # the key stays known, so that no citation of it is told as unknown on top
    assert len(references) == 1


@pytest.mark.parametrize("title", ["“Uzbek” togʻ “bogʻ”", "Sanʼat, maʼno va “oʻlkamiz togʻ”"])
def test_right_signs_and_closing_quotes_pass(read_bib: ReadBib, title: str) -> None:
    _, problems = read_bib(f"@book{{a, title = {{{title}}}, langid = {{uz-Latn}}}}")
    assert problems == []
