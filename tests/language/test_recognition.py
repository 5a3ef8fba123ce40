"""Which language a text is in: short texts of our own, and the sources where they are at hand."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from uchtil.checks.passages import SearchedText
from uchtil.language.recognition import PROFILES, UNKNOWN, languages_of, recognise
from uchtil.language.tags import is_language_tag

KNOWN = {
    "uz-Latn-UZ": """
        Prezident Qozogʻistonga davlat tashrifi bilan keldi.
        Ikki mamlakat oʻrtasidagi savdo aylanmasi besh milliard dollarga yetdi.
        O'zbekiston bilan chegara 2351 kilometrni tashkil etadi.
        O‘zbekiston va Qozog‘iston hamkorligi
        O„zbekiston Respublikasi bilan o„zaro aloqalar yo„lga qo„yildi
        Oʻzbekiston va Qozogʻiston shartnoma imzoladi, deb xabar berdi OʻzA.
        QOZOGʻISTON BILAN SIYOSIY ALOQALARNING RIVOJLANISHI
        Temir yoʻl qurilishi kelasi yilda boshlanadi.
        Tovar ayirboshlash hajmi 12 foizga oshdi.
        """,
    "uz-Cyrl-UZ": """
        Президент Қозоғистонга давлат ташрифи билан келди.
        Икки мамлакат ўртасидаги савдо айланмаси беш миллиард долларга етди.
        Темир йўл қурилиши келаси йилда бошланади.
        Товар айирбошлаш ҳажми 12 фоизга ошди.
        Савдо ва инвестиция соҳасида янги лойиҳалар
        ЎЗБЕКИСТОН ВА ҚОЗОҒИСТОН: ҲАМКОРЛИК
        Икки давлат раҳбари қўшма баёнотни имзолади
        """,
    "ru-RU": """
        Президент Узбекистана прибыл с государственным визитом в Астану.
        Товарооборот между странами вырос на двенадцать процентов.
        Строительство железной дороги начнётся в следующем году.
        Стороны подписали договор о демаркации границы.
        ОТНОШЕНИЯ МЕЖДУ УЗБЕКИСТАНОМ И КАЗАХСТАНОМ
        Главы государств обсудили сотрудничество в области энергетики
        """,
    "kk-KZ": """
        Өзбекстан Президенті Астанаға мемлекеттік сапармен келді.
        Екі ел арасындағы сауда айналымы бес миллиард долларға жетті.
        Теміржол құрылысы келесі жылы басталады.
        Тараптар шекараны белгілеу туралы келісімге қол қойды.
        ҚАЗАҚСТАН МЕН ӨЗБЕКСТАН АРАСЫНДАҒЫ ҚАТЫНАСТАР
        """,
    "en-GB": """
        The President of Uzbekistan arrived in Astana on a state visit.
        Trade between the two countries grew by twelve per cent.
        Construction of the railway will begin next year.
        POLITICAL AND DIPLOMATIC RELATIONS BETWEEN THE COUNTRIES
        The parties signed an agreement on the border.
        """,
}
NEIGHBOURS = {
    "tg-TJ": """
        Президенти Тоҷикистон ба Тошканд бо сафари давлатӣ омад.
        Гардиши мол байни ду кишвар ба панҷ миллиард доллар расид.
        """,
    "ky-KG": """
        Эки өлкөнүн ортосундагы соода жүгүртүү беш миллиард долларга жетти.
        """,
    "kaa-Cyrl-UZ": """
        Өзбекстан Президенти Нөкиске мәмлекетлик сапар менен келди ҳәм ушырасыў өткерди.
        """,
    "uk-UA": """
        Президент України прибув до Ташкента з державним візитом.
        """,
    "tr-TR": """
        Cumhurbaşkanı Taşkent'e resmî bir ziyaret için geldi ve iki ülke arasında anlaşma imzalandı.
        """,
    "az-Latn-AZ": """
        Prezident Daşkəndə dövlət səfərinə gəldi və iki ölkə arasında müqavilə imzalandı.
        """,
    "de-DE": """
        Der Präsident ist zu einem Staatsbesuch in der Hauptstadt eingetroffen.
        """,
}


def lines(texts: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (tag, line.strip())
        for tag, text in texts.items()
        for line in text.splitlines()
        if line.strip()
    ]


@pytest.mark.parametrize(("tag", "line"), lines(KNOWN))
def test_a_short_text(tag: str, line: str) -> None:
    assert recognise(line).language == tag


@pytest.mark.parametrize(("tag", "line"), lines(NEIGHBOURS))
def test_a_neighbour_is_told_as_unknown(tag: str, line: str) -> None:
    found = recognise(line)
    name = next(profile.name for profile in PROFILES if profile.tag == tag)
    assert (found.language, found.resembles) == (UNKNOWN, name)


@pytest.mark.parametrize(
    "text", ["", "1998 2 351", "O. K.", "Astana", "https://uza.uz/oz/posts/savdo"]
)
def test_too_little_to_tell(text: str) -> None:
    found = recognise(text)
    assert (found.language, found.confidence, found.resembles) == (UNKNOWN, 0.0, "")


def test_a_longer_text_is_surer() -> None:
    short, *_, long = (text for tag, text in lines(KNOWN) if tag == "ru-RU")
    assert (
        0
        < recognise(short).confidence
        < recognise(f"{short} {long} {short} {long}").confidence
        <= 1
    )


def test_an_article_with_abstracts_in_other_languages() -> None:
    uzbek = [text for tag, text in lines(KNOWN) if tag == "uz-Latn-UZ"]
    paragraphs = [
        "Kalit soʻzlar",
        KNOWN["ru-RU"],
        "Ключевые слова",
        KNOWN["en-GB"],
        *uzbek,
        *uzbek,
        "[1]",
        "Президенти Тоҷикистон ба Тошканд бо сафари давлатӣ омад.",
    ]
    found = languages_of(paragraphs)
    assert found.main.language == "uz-Latn-UZ"
    assert found.paragraphs == (
        *("uz-Latn-UZ", "ru-RU", "ru-RU", "en-GB"),
        *["uz-Latn-UZ"] * (2 * len(uzbek) + 1),
        UNKNOWN,
    )


def test_pieces_too_short_by_themselves_are_enough_together() -> None:
    pieces = KNOWN["uz-Cyrl-UZ"].split()
    assert languages_of(pieces).main.language == "uz-Cyrl-UZ"
    assert languages_of(["1", "2"]).main.language == UNKNOWN


def test_what_is_known_has_tags_that_a_source_may_carry() -> None:
    known = [profile.tag for profile in PROFILES if profile.known]
    assert known == ["uz-Latn-UZ", "uz-Cyrl-UZ", "ru-RU", "kk-KZ", "en-GB"]
    assert all(map(is_language_tag, known))


@pytest.mark.parametrize("profile", PROFILES, ids=lambda profile: profile.tag)
def test_the_words_of_a_language_have_its_letters(profile: object) -> None:
    for word in profile.words:  # type: ignore[attr-defined]
        assert profile.letters.issuperset(word.replace("-", "")), word  # type: ignore[attr-defined]


# ------------------------------------------------------------------ the sources of the first review


@pytest.mark.parametrize(
    ("name", "main", "others"),
    [
        ("000_f0107721d2f1a6fd.txt", "uz-Latn-UZ", set()),
        ("001_78224b46983e98e4.txt", "uz-Latn-UZ", {"en-GB", "ru-RU"}),
        ("002_6b3a61216deb2e2a.txt", "uz-Cyrl-UZ", set()),
        ("003_b5470bbc56767fed.txt", "uz-Latn-UZ", {"en-GB", "ru-RU"}),
        ("004_a1668f757bad9d7c.txt", "uz-Latn-UZ", {"en-GB", "ru-RU"}),
    ],
)
def test_a_source(sources: Path, name: str, main: str, others: set[str]) -> None:
    text = (sources / name).read_text(encoding="utf-8-sig")
    found = languages_of([each.text for each in SearchedText(text).paragraphs])
    assert found.main.language == main
    assert found.main.confidence > 0.7
    assert Counter(found.paragraphs).keys() == {main, *others}
