"""What is known of Kazakh: the heads of metadata, and how numbers are read."""

import pytest

from uchtil.language import FURTHER, metadata_terms


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("kk", ("kk-KZ", "Аңдатпа", "Түйін сөздер", "Әдебиеттер", "ӘОЖ", "ХҒТАР")),
        ("ru", ("ru-RU", "Аннотация", "Ключевые слова", "Список литературы", "УДК", "МРНТИ")),
        ("uz", ("uz-Latn-UZ", "Annotatsiya", "Kalit soʻzlar", "Foydalanilgan", "UOʻK", "MRNTI")),
        (
            "uz-cyrl",
            ("uz-Cyrl-UZ", "Аннотация", "Калит сўзлар", "Фойдаланилган", "УЎК", "МРНТИ"),
        ),
    ],
)
def test_the_heads_of_metadata(code: str, words: tuple[str, ...]) -> None:
    terms = metadata_terms(code)
    assert (
        terms.tag,
        terms.abstract,
        terms.keywords,
        terms.references[: len(words[3])],
        terms.udc,
        terms.irsti,
    ) == words


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1992 жылғы 23 қараша", ["1992", "23", "November"]),
        ("қарашада, желтоқсанның", ["November", "December"]),
        ("бес мақала, бесеуі, төртеуін, екеуінде", ["5", "5", "4", "2"]),
        ("бесінші, үшін, екінші, оны, бірі", []),
        ("он бес дерек", ["15"]),
        ("екі ел бойынша, екі дерек", ["2"]),
        ("4,5 млрд доллар, екі миллион", ["4500000000", "2000000"]),
        ("барлығы 1\u00a0234 үзінді", ["1234"]),
    ],
)
def test_numbers_in_kazakh_are_read(text: str, values: list[str]) -> None:
    assert [each.value for each in FURTHER["kk"].numerals.read(text)] == values
