"""What an amount counts that does not tell its unit itself."""

from __future__ import annotations

import pytest

from intake.comparison import TAGS, shipped
from uchtil.intake.comparing.units import Units
from uchtil.intake.recognise import Amount, FindKind


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Number of firms from Kazakhstan: more than 1,100 firms.", "en", {"enterprise"}),
        ("Enterprises from Kazakhstan now exceed a thousand.", "en", {"enterprise"}),
        ("Qozoq korxonalari mingtadan oshdi.", "uz", {"enterprise"}),
        ("На 2022 год планировали уже шесть миллиардов.", "ru", {"usd"}),
        ("In 2021 the library had 4 billion readers.", "en", set()),
        ("Ислам Каримов побывал в Казахстане двадцать раз.", "ru", {"visit"}),
        ("The fence was mended twenty times.", "en", {"times"}),
    ],
)
def test_what_is_meant(text: str, language: str, wanted: set[str]) -> None:
    units = Units(shipped().profiles)
    (passage,) = shipped().passages((text,), TAGS[language])
    (find,) = passage.of(FindKind.AMOUNT)
    assert isinstance(find.value, Amount)
    assert units.meant(find.value, passage) == wanted
