"""The review's own list of words."""

from __future__ import annotations

from pathlib import Path

from uchtil.load.words import read_words
from uchtil.problems import Problems


def read(root: Path, text: str) -> tuple[dict[str, list[str]], list[str]]:
    (root / "content").mkdir()
    (root / "content" / "words.txt").write_text(text, encoding="utf-8")
    problems = Problems()
    found = read_words(root, ("uz", "ru"), problems)
    return {code: list(words) for code, words in found.items()}, [str(each) for each in problems]


def test_words_stand_under_their_language(tmp_path: Path) -> None:
    found, told = read(tmp_path, "# a list\n\n[uz]\nanklav  # loan\ntovar\n[ru]\nстартап\n")
    assert found == {"uz": ["anklav", "tovar"], "ru": ["стартап"]}
    assert told == []


def test_a_review_may_do_without(tmp_path: Path) -> None:
    problems = Problems()
    assert read_words(tmp_path, ("uz",), problems) == {"uz": {}}
    assert len(problems) == 0


def test_what_is_wrong_with_a_list(tmp_path: Path) -> None:
    _, told = read(tmp_path, "lost\n[de]\nWort\n[uz]\ntovar\nanklav\ntovar\ntwo words\n")
    assert told == [
        "content/words.txt:1: error[word-list]: `lost` stands before any language\n"
        "    write [uz] on a line above it",
        "content/words.txt:2: error[word-list]: `[de]` is no language of the review\n"
        "    its languages are uz, ru",
        "content/words.txt:6: warning[word-order]: `anklav` stands behind `tovar`\n"
        "    sort the words",
        "content/words.txt:7: warning[duplicate-word]: `tovar` stands twice, first in line 5\n"
        "    delete it",
        "content/words.txt:8: error[word-list]: `two words` is more than one word\n"
        "    give each a line",
    ]
