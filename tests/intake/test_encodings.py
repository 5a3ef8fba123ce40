"""Encodings of texts of the region, and what each can hold."""

from __future__ import annotations

import pytest

from uchtil.intake.encodings import Undecodable, decode, foreign_letters, place_in

RUSSIAN = "Договор о вечной дружбе подписан 31 октября 1998 года в Ташкенте."
UZBEK = (
    "Ўзбекистон ва Қозоғистон ўртасида стратегик шериклик тўғрисидаги шартнома имзоланди. "
    "Ҳамкорлик савдо-иқтисодий соҳада ривожланмоқда."
)
KAZAKH = "Қазақстан мен Өзбекстан арасындағы сауда айналымы 2022 жылы бес миллиард долларға жетті."


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        *(
            (RUSSIAN, each, name)
            for each, name in (
                ("utf-8", "UTF-8"),
                ("utf-8-sig", "UTF-8"),
                ("utf-16", "UTF-16"),
                ("utf-16-le", "UTF-16"),
                ("utf-16-be", "UTF-16"),
                ("utf-32", "UTF-32"),
                ("cp1251", "Windows-1251"),
                ("koi8-r", "KOI8-R"),
                ("cp866", "CP866"),
            )
        ),
        (UZBEK, "utf-8", "UTF-8"),
        (UZBEK, "utf-16-le", "UTF-16"),
        (UZBEK, "ptcp154", "PTCP154"),
        (KAZAKH, "ptcp154", "PTCP154"),
        (KAZAKH, "kz1048", "KZ-1048"),
        ("O‘zbekiston – davlat, o’z tili bilan", "cp1252", "Windows-1252"),
        ("Die Größe der Länder für Über­sicht", "cp1252", "Windows-1252"),
    ],
)
def test_it_is_recognised(text: str, codec: str, name: str) -> None:
    found = decode(text.encode(codec))
    assert (found.text, found.encoding) == (text, name)


@pytest.mark.parametrize("letter", "ҚқҒғҲҳ")
def test_windows_1251_lacks_letters_of_uzbek(letter: str) -> None:
    """So a text in Uzbek Cyrillic cannot be in it, but for the fonts that drew others so."""
    with pytest.raises(UnicodeEncodeError):
        letter.encode("cp1251")


def test_windows_1251_has_one_letter_of_uzbek() -> None:
    assert "Ўў".encode("cp1251") == b"\xa1\xa2"


def test_letters_of_fonts_are_told() -> None:
    assert foreign_letters("Ќозоѓистон ва Ќозоќ") == "Ќѓќ"
    assert foreign_letters(UZBEK) == ""


def test_what_a_page_declares_counts_where_it_can_be_read_so() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), "koi8-r").encoding == "KOI8-R"
    assert decode(RUSSIAN.encode("iso8859-5"), "iso-8859-5").text == RUSSIAN
    # saved anew, and what it declares left as it was
    assert decode(RUSSIAN.encode(), "windows-1251").encoding == "UTF-8"
    # no encoding of texts, though Python has a codec of that name
    assert decode(RUSSIAN.encode("cp1251"), "rot13").encoding == "Windows-1251"
    assert decode(RUSSIAN.encode("cp1251"), "no such").encoding == "Windows-1251"


@pytest.mark.parametrize(
    ("data", "place", "reason"),
    [
        (b"abc\x00\x01", 3, "the sign U+0000 stands in no text"),
        (b"\xef\xbb\xbfabc\xff", 3, "it begins as UTF-8, but cannot be read so"),
        (b"\xff\xfea\x00b", 4, "it begins as UTF-16, but cannot be read so"),
        (b"ab\x01\xd0", 2, "the byte 01 stands in no text"),
        (
            b"abc " + bytes(range(128, 256)),
            4,
            "it is not UTF-8, and it cannot be told which other encoding it is in",
        ),
        ("Қозоғистон".encode() + b"\xff", 20, "it is UTF-8, but for single bytes"),
        ("oʻz tili".encode() + b"\xff", 9, "it is UTF-8, but for single bytes"),
    ],
)
def test_what_cannot_be_read(data: bytes, place: int, reason: str) -> None:
    with pytest.raises(Undecodable) as caught:
        decode(data)
    assert (caught.value.reason, caught.value.place) == (reason, place)


def test_the_place_of_a_byte() -> None:
    assert place_in(b"ab\ncd", 0) == (1, 1)
    assert place_in(b"ab\ncd", 4) == (2, 2)
