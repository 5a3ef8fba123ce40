"""Uzbek that is written in Cyrillic, read as its Latin: exceptions, words, names."""

from __future__ import annotations

from pathlib import Path

from uchtil.load import load
from uchtil.load.cyrillic import in_latin, read_turning
from uchtil.load.words import read_spelt, read_words
from uchtil.load.yaml_nodes import Document, compose
from uchtil.problems import Problems
from workshop import copy_sound, replace


def read(root: Path, text: str) -> tuple[str, list[str]]:
    """Return the text of a document in Latin, and what is told of it."""
    problems = Problems()
    node = compose(text, "content/x.yaml", problems)
    assert node is not None
    document = Document(file="content/x.yaml", text=text, node=node)
    turned = in_latin(document, read_turning(root, ()), problems)
    assert turned.turned is (turned.text != text)
    return turned.text, [each.code for each in problems]


def test_every_way_to_write_a_value_is_turned_and_its_lines_stay(tmp_path: Path) -> None:
    text = (
        "a:\n  statement:\n    uz-cyrl: >-\n      Савдо\n      {{ fact('x').value }}га «етди».\n"
        "    ru: Торговля\nb: {label: {uz-cyrl: 'бу ''йил''', ru: год}}\n"
        'c:\n  uz-cyrl: ["савдо", нарх]\n  ru: [торговля, цена]\n'
        "d: {uz-cyrl: {other: ҳужжат}, ru: {other: документов}}\n"
        "e: {language: uz-cyrl, words: икки томон, reason: y}\n"
    )
    assert read(tmp_path, text) == (
        "a:\n  statement:\n    uz: >-\n      Savdo\n      {{ fact('x').value }}ga “yetdi”.\n"
        "    ru: Торговля\nb: {label: {uz: 'bu ''yil''', ru: год}}\n"
        'c:\n  uz: ["savdo", narx]\n  ru: [торговля, цена]\n'
        "d: {uz: {other: hujjat}, ru: {other: документов}}\n"
        "e: {language: uz, words: ikki tomon, reason: y}\n",
        [],
    )


def test_what_is_in_both_scripts_stays_and_is_told_unless_it_is_a_name(tmp_path: Path) -> None:
    text = "forms: {uz: Gogol, uz-cyrl: Гоголь}\nlabel: {uz: yil, uz-cyrl: йил}\n"
    assert read(tmp_path, text) == (text, ["both-scripts"])


def test_words_and_names_that_the_rules_would_not_make(tmp_path: Path) -> None:
    root = copy_sound(tmp_path / "review")
    replace(root / "content/words.txt", "[ru]", "[uz-cyrl]\nшампунь\n\n[ru]")
    replace(root / "content/names.yaml", "{uz: Toshkent, ru:", "{uz-cyrl: Гоголь, ru:")
    problems = Problems()
    assert list(read_spelt(root, "uz-cyrl")) == ["шампунь"]
    words = read_words(root, ("uz", "ru", "en"), problems)
    assert list(words["uz"]) == ["shampun"]
    assert list(problems) == []
    loaded = load(root, problems)
    assert loaded.project is not None
    assert loaded.project.names["tashkent"].forms["uz"] == "Gogol"
    assert loaded.project.cyrillic == {
        "shampun": "шампунь",
        "Shampun": "Шампунь",
        "Gogol": "Гоголь",
    }
