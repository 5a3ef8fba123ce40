"""Words that were broken at the end of a line."""

from __future__ import annotations

import pytest

from uchtil.intake.hyphens import joined, known_words, made_whole

KNOWN = known_words(
    ["savdo-sotiq mustahkam hamkorlik", "temir yoʻllar va shpallar", "mustahkam-", "tashqi siyosat"]
)


@pytest.mark.parametrize(
    ("line", "following", "wanted"),
    [
        ("u mus-", "tahkam edi", "u mustahkam edi"),
        ("u savdo-", "sotiq bilan", "u savdo-sotiq bilan"),  # so it stands elsewhere
        ("u savdo-", "iqtisodiy aloqa", "u savdo-iqtisodiy aloqa"),  # a beginning of compounds
        ("u yoʻllar-", "shpallar", "u yoʻllar-shpallar"),  # both are words of their own
        ("u ham\u00ad", "roh", "u hamroh"),
        ("u ham\u2010", "roh", "u hamroh"),
        ("Toshkent-", "Olmaota", "Toshkent-Olmaota"),
        ("1991-", "yildan", "1991-yildan"),
        ("1998-", "va 2013-yillar", "1998- va 2013-yillar"),
        ("2017–", "2018-yillar", "2017–2018-yillar"),
        ("u –", "bu", "u – bu"),
        ("bir", "ikki", "bir ikki"),
        ("https://uza.uz/a-", "b.html", "https://uza.uz/a-b.html"),
        ("OʻZBE-", "KISTON", "OʻZBEKISTON"),
        ("maʼ-", "lum", "maʼlum"),
        ("ma’-", "lum", "ma’lum"),
    ],
)
def test_a_line_and_the_next(line: str, following: str, wanted: str) -> None:
    assert joined(line, following, KNOWN) == wanted


def test_words_that_pdfium_joined_itself() -> None:
    assert made_whole("u mus\x02tahkam edi, 1991\x02yilda", KNOWN) == "u mustahkam edi, 1991-yilda"
    assert made_whole("https://a.uz/bir\x02ikki", KNOWN) == "https://a.uz/bir-ikki"
