import subprocess
import sys

import pytest

from uchtil.language import LANGUAGES, language


def test_the_languages_in_the_order_of_the_editions():
    assert [(each.code, each.tag, each.endonym, each.open_graph) for each in LANGUAGES] == [
        ("uz", "uz-Latn-UZ", "Oʻzbekcha", "uz_UZ"),
        ("ru", "ru-RU", "Русский", "ru_RU"),
        ("en", "en-GB", "English", "en_GB"),
    ]


def test_a_language_is_found_by_its_code():
    assert [language(each.code) for each in LANGUAGES] == list(LANGUAGES)


def test_an_unknown_code_is_named():
    with pytest.raises(KeyError, match="kk"):
        language("kk")


def test_importing_the_room_brings_in_no_heavy_library():
    code = (
        "import sys, uchtil.language; "
        "print(sorted({'babel', 'pyphen', 'weasyprint'} & set(sys.modules)))"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "[]"
