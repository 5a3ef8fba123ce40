"""The systems of transliteration, each held against its published table."""

from __future__ import annotations

import unicodedata

import pytest

from uchtil.language.romanisation import SYSTEMS, NotRomanised, covers, cyrillic_in, romanise
from uchtil.language.romanisation.table import KAZAKH, RUSSIAN, UZBEK

ALPHABETS = {"ru-RU": RUSSIAN, "kk-KZ": KAZAKH, "uz-Cyrl-UZ": UZBEK}

# Every letter, as the table of the system prints it; between consonants where that matters.
TABLES = {
    ("iso-9", "ru-RU"): "а a б b в v г g д d е e ё ë ж ž з z и i й j к k л l м m н n о o п p р r "
    "с s т t у u ф f х h ц c ч č ш š щ ŝ ъ ʺ ы y ь ʹ э è ю û я â",
    ("iso-9", "kk-KZ"): "а a ә a̋ б b в v г g ғ ġ д d е e ё ë ж ž з z и i й j к k қ ķ л l м m н n "
    "ң ņ о o ө ô п p р r с s т t у u ұ u̇ ү ù ф f х h һ ḥ ц c ч č ш š щ ŝ ъ ʺ ы y і ì ь ʹ э è ю û "
    "я â",
    ("iso-9", "uz-Cyrl-UZ"): "а a б b в v г g д d е e ё ë ж ž з z и i й j к k л l м m н n о o п p "
    "р r с s т t у u ф f х h ц c ч č ш š ъ ʺ ь ʹ э è ю û я â ў ŭ қ ķ ғ ġ ҳ ḩ",
    ("gost-7.79-b", "ru-RU"): "а a б b в v г g д d е e ё yo ж zh з z и i й j к k л l м m н n о o "
    "п p р r с s т t у u ф f х x ц cz ч ch ш sh щ shh ъ `` ы y` ь ` э e` ю yu я ya",
    ("bgn-pcgn", "ru-RU"): "а a б b в v г g д d бе be бё bë ж zh з z и i й y к k л l м m н n о o "
    "п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ” ы y ь ’ э e ю yu я ya",
    ("bgn-pcgn", "kk-KZ"): "а a ә ä б b в v г g ғ gh д d е e ё yo ж zh з z и ī й y к k қ q л l м m "
    "н n ң ng о o ө ö п p р r с s т t у ū ұ u ү ü ф f х kh һ h ц ts ч ch ш sh щ shch ъ ” ы y і i "
    "ь ’ э ė ю yu я ya",
    (
        "bgn-pcgn",
        "uz-Cyrl-UZ",
    ): "а a б b в v г g д d бе be ё yo ж j з z и i й y к k л l м m н n о o "
    "п p р r с s т t у u ф f х x ц ts ч ch ш sh ъ ’ ь ’ э e ю yu я ya ў o‘ қ q ғ g‘ ҳ h",
    (
        "bgn-pcgn-dotted",
        "ru-RU",
    ): "а a б b в v г g д d бе be бё bë ж zh з z и i й y к k л l м m н n "
    "о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ” ы y ь ’ э e ю yu я ya",
    ("translit-net-bgn", "ru-RU"): "а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n "
    "о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ” ы y ь ’ э e ю yu я ya",
    ("ala-lc", "ru-RU"): "а a б b в v г g д d е e ё ë ж zh з z и i й ĭ к k л l м m н n о o п p р r "
    "с s т t у u ф f х kh ц t͡s ч ch ш sh щ shch ъ ʺ ы y ь ʹ э ė ю i͡u я i͡a",
    (
        "ala-lc",
        "kk-KZ",
    ): "а a ә ă б b в v г g ғ gh д d е e ё ë ж zh з z и i й ĭ к k қ q л l м m н n "
    "ң n͡g о o ө ȯ п p р r с s т t у u ұ ū ү u̇ ф f х kh һ ḣ ц t͡s ч ch ш sh щ shch ъ ʺ ы y і ī "
    "ь ʹ э ė ю i͡u я i͡a",
    (
        "ala-lc",
        "uz-Cyrl-UZ",
    ): "а a б b в v г g д d е e ё ë ж zh з z и i й ĭ к k л l м m н n о o п p "
    "р r с s т t у u ф f х kh ц t͡s ч ch ш sh ъ ʺ ь ʹ э ė ю i͡u я i͡a ў ŭ қ q ғ gh ҳ ḣ",
    (
        "bs-2979",
        "ru-RU",
    ): "а a б b в v г g д d е e ё ë ж zh з z и i й ĭ к k л l м m н n о o п p р r "
    "с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ʺ ы ȳ ь ʹ э é ю yu я ya",
    ("bsi", "ru-RU"): "а a б b в v г g д d е e ё e ж zh з z и i й i к k л l м m н n о o п p р r "
    "с s т t у u ф f х kh ц ts ч ch ш sh щ shch ъ ” ы y ь ’ э e ю yu я ya",
    (
        "kazakh-latin",
        "kk-KZ",
    ): "а a ә á б b в v г g ғ ǵ д d е e ё ıo ж j з z и ı й ı к k қ q л l м m "
    "н n ң ń о o ө ó п p р r с s т t у ý ұ u ү ú ф f х h һ h ц s ч ch ш sh щ sh бъ b ы y і i бь b "
    "э e ю ıý я ıa",
    ("uzbek-latin", "uz-Cyrl-UZ"): "а a б b в v г g д d бе be ё yo ж j з z и i й y к k л l м m н n "
    "о o п p р r с s т t у u ф f х x ц s ч ch ш sh бъ bʼ бь b э e ю yu я ya ў oʻ қ q ғ gʻ ҳ h",
}


def without_ties(name: str) -> dict[tuple[str, str], str]:
    return {
        (f"{system}-{name}", language): letters.replace("\u0361", "")
        for (system, language), letters in TABLES.items()
        if system == "ala-lc"
    }


@pytest.mark.parametrize(("pair", "letters"), (TABLES | without_ties("without-ties")).items())
def test_every_letter_of_the_published_table(pair: tuple[str, str], letters: str) -> None:
    system, language = pair
    parts = letters.split()
    printed = dict(zip(parts[::2], parts[1::2], strict=True))
    assert {each[-1] for each in printed} == set(ALPHABETS[language])
    expected = {each: unicodedata.normalize("NFC", latin) for each, latin in printed.items()}
    assert {each: romanise(each, system, language) for each in printed} == expected


def test_each_table_is_tested() -> None:
    tested = TABLES | without_ties("without-ties")
    assert {(name, tag) for name, each in SYSTEMS.items() for tag in each.languages} == set(tested)
    assert all(name == system.name and system.title for name, system in SYSTEMS.items())


WORDS = {
    "iso-9": {
        "Хрущёв": "Hruŝëv",
        "Объединённый": "Obʺedinënnyj",
        "Щукин": "Ŝukin",
        "ЁЛКА": "ËLKA",
        "СЪЕЗД": "SʺEZD",
        "Юлия, съешь": "Ûliâ, sʺešʹ",
    },
    "gost-7.79-b": {
        "Хрущёв": "Xrushhyov",
        "Объединённый": "Ob``edinyonny`j",
        "Щукин": "Shhukin",
        "ЩУКИН": "SHHUKIN",
        "ЁЛКА": "YOLKA",
        "СЪЕЗД": "S``EZD",
        # c before I, E, Y, J, and cz elsewhere
        "центр цирк цыган станция боец цапля": "centr cirk cy`gan stanciya boecz czaplya",
        "Эцю": "E`cyu",
    },
    "bgn-pcgn": {
        # the examples of the published table and its notes
        "Елизово": "Yelizovo",
        "Чапаевск": "Chapayevsk",
        "Мейеровка": "Meyyerovka",
        "Юрьев": "Yur’yev",
        "объезд": "ob”yezd",
        "Белкино": "Belkino",
        "Ёлкин": "Yëlkin",
        "Змииёвка": "Zmiiyëvka",
        "Воробьёво": "Vorob’yëvo",
        "Озёрный": "Ozërnyy",
        "Санкт-Елена": "Sankt-Yelena",
        "ДЛИННОЕ ПОКРЫВАЛО": "DLINNOYE POKRYVALO",
        "Хрущёв": "Khrushchëv",
        "СЪЕЗД": "S”YEZD",
        "ЁЖ": "YËZH",
        "Вяртсиля": "Vyartsilya",
    },
    "bgn-pcgn-dotted": {
        "Вяртсиля": "Vyart·silya",
        "Ташчишма": "Tash·chishma",
        "Тыайа": "Ty·ay·a",
        "Сайылык": "Say·ylyk",
        "Суык-Су": "Su·yk-Su",
        "Улан-Удэ": "Ulan-Ud·e",
        "Электрогорск": "Elektrogorsk",
        "оыу": "o·y·u",
        "ТС ШЧ": "T·S SH·CH",
    },
    "translit-net-bgn": {"Подъезд Елены": "Pod”ezd Eleny", "Хрущёв": "Khrushchev"},
    "ala-lc": {
        "Хрущёв": "Khrushchëv",
        "Ульяновск": "Ulʹi͡anovsk",
        "Подъездной": "Podʺezdnoĭ",
        # letters under a tie are capitals together
        "Юбилейный": "I͡Ubileĭnyĭ",
        "Якутск": "I͡Akutsk",
        "Цимлянск": "T͡Simli͡ansk",
        "Щёлково": "Shchëlkovo",
        "ЩЁЛКОВО": "SHCHËLKOVO",
        "Радиоэлектроника": "Radioėlektronika",
    },
    "ala-lc-without-ties": {
        "Юбилейный": "Iubileĭnyĭ",
        "ЯКУТСК": "IAKUTSK",
        "Цимлянск": "Tsimliansk",
    },
    "bs-2979": {"Хрущёв": "Khrushchëv", "этих было": "étikh bȳlo", "Йод": "Ĭod"},
    "bsi": {
        "Хрущёв": "Khrushchev",
        "Объединённый": "Ob”edinennyi",
        "Центральной Азии": "Tsentral’noi Azii",
        "ЩУКИН": "SHCHUKIN",
        "ЁЛКА": "ELKA",
    },
}

KAZAKH_WORDS = {
    "iso-9": {"Қазақстан Республикасы": "Ķazaķstan Respublikasy", "ӘУЕЗОВ": "A̋UEZOV"},
    "bgn-pcgn": {
        "Қазақстан": "Qazaqstan",
        "Өскемен": "Öskemen",
        "Оңтүстік": "Ongtüstik",
        "ОҢТҮСТІК": "ONGTÜSTIK",
        "Энгельс": "Ėngel’s",
        "Жамбыл": "Zhambyl",
        "Шиелі": "Shīeli",
        "Өзбекстан": "Özbekstan",
    },
    "ala-lc": {"Өңірек": "Ȯn͡gīrek", "Үй": "U̇ĭ", "Қазақстан": "Qazaqstan"},
    "kazakh-latin": {
        "Қазақстан Республикасы": "Qazaqstan Respýblıkasy",
        "Конституциясы": "Konstıtýsııasy",
        "Шығыс": "Shyǵys",
        "ШЫҒЫС": "SHYǴYS",
        "Өзбекстан": "Ózbekstan",
        "Ильяс Іле": "Ilıas Ile",
    },
}

UZBEK_WORDS = {
    "iso-9": {"Ўзбекистон": "Ŭzbekiston", "Ҳалқ": "Ḩalķ"},
    "bgn-pcgn": {
        "Ўзбекистон": "O‘zbekiston",
        "Тошкент": "Toshkent",
        "ЧЎЛПОН": "CHO‘LPON",
        "Елена оиласи, поезд": "Yelena oilasi, poyezd",
        "цирк кальций": "tsirk kal’tsiy",
    },
    "ala-lc": {"Ўзбекистон": "Ŭzbekiston", "Ғафур Ҳамид": "Ghafur Ḣamid"},
    "uzbek-latin": {"Ўзбекистон": "Oʻzbekiston", "Қозоғистон": "Qozogʻiston", "цирк": "sirk"},
}


@pytest.mark.parametrize(
    ("words", "language"),
    [(WORDS, "ru"), (KAZAKH_WORDS, "kk"), (UZBEK_WORDS, "uz-Cyrl")],
)
def test_words(words: dict[str, dict[str, str]], language: str) -> None:
    for system, pairs in words.items():
        made = {text: romanise(text, system, language) for text in pairs}
        assert made == {text: unicodedata.normalize("NFC", latin) for text, latin in pairs.items()}


def test_capitals() -> None:
    def bgn(text: str) -> str:
        return romanise(text, "bgn-pcgn", "ru")

    assert bgn("Щ") == "Shch"
    assert bgn("Ю. Щ. ИВАНОВ") == "Yu. Shch. IVANOV"
    assert bgn("Я помню. Я ПОМНЮ. БЫЛ Я ТАМ") == "Ya pomnyu. YA POMNYU. BYL YA TAM"
    assert bgn("АЩ-Щука, ХХ век") == "ASHCH-Shchuka, KHKH vek"
    # an ending in small letters behind an abbreviation
    assert romanise("АҚШнинг", "bgn-pcgn", "uz-Cyrl") == "AQSHning"


def test_what_is_not_cyrillic_stays() -> None:
    text = "2018 – “UzDaily” (No. 4), https://mfa.uz/ru, Oʻzbekiston [a̋]: ½"
    for name, system in SYSTEMS.items():
        for language in system.languages:
            assert romanise(text, name, language) == text


def test_letters_are_composed_before_and_after() -> None:
    apart = unicodedata.normalize("NFD", "Йошкар-Ола, ёлка")
    assert romanise(apart, "ala-lc", "ru") == "Ĭoshkar-Ola, ëlka"
    for name, system in SYSTEMS.items():
        for language in system.languages:
            made = romanise(ALPHABETS[language], name, language)
            assert made == unicodedata.normalize("NFC", made)
            assert cyrillic_in(made) == ""


def test_a_word_of_another_language_is_written_by_its_table() -> None:
    assert romanise("газета «Қазақстан»", "ala-lc", "ru") == "gazeta «Qazaqstan»"
    assert romanise("журнал «Ўзбек тили»", "bgn-pcgn", "ru") == "zhurnal «O‘zbek tili»"
    assert romanise("Щукин ва Крылов", "bgn-pcgn", "uz-Cyrl") == "Shchukin va Krylov"


@pytest.mark.parametrize(
    ("text", "system", "language", "told"),
    [
        ("газета Қазақстан", "bsi", "ru", "`bsi` has no letters for `Қазақстан`"),
        # gh by the Kazakh table, g‘ by the Uzbek one: which is meant is not known
        ("Ғани", "bgn-pcgn", "ru", "`bgn-pcgn` has no letters for `Ғани`"),
        ("Київ, Її", "ala-lc", "ru", "`ala-lc` has no letters for `Київ`, `Її`"),
        ("Қазақстан", "bsi", "kk", "`bsi` has no table for `kk`"),
        ("Ўзбек", "gost-7.79-b", "uz-Cyrl", "`gost-7.79-b` has no table for `uz-Cyrl`"),
        ("Oʻzbek", "iso-9", "uz-Latn-UZ", "`iso-9` has no table for `uz-Latn-UZ`"),
        ("Ўзбекнинг Қазақстандағи", "uzbek-latin", "uz-Cyrl-UZ", None),
    ],
)
def test_what_cannot_be_written_is_told(
    text: str, system: str, language: str, told: str | None
) -> None:
    if told is None:
        assert cyrillic_in(romanise(text, system, language)) == ""
        return
    with pytest.raises(NotRomanised) as caught:
        romanise(text, system, language)
    assert str(caught.value) == told


def test_one_can_ask_beforehand() -> None:
    assert covers("iso-9", "kk") and covers("iso-9", "kk-KZ") and covers("bsi", "ru-RU")
    assert not covers("bsi", "kk") and not covers("iso-9", "kk-Latn-KZ")
    assert not covers("iso-9", "en-GB") and not covers("iso-9", "ru-RUS")
    with pytest.raises(KeyError):
        covers("iso-10", "ru")
    with pytest.raises(KeyError):
        romanise("а", "iso-10", "ru")
