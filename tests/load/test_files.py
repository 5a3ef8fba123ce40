from pathlib import Path

import pytest

from uchtil.load.files import read_text
from uchtil.problems import Problems

from .conftest import told


def read(tmp_path: Path, data: bytes) -> tuple[str | None, list[str]]:
    (tmp_path / "a.yaml").write_bytes(data)
    problems = Problems()
    return read_text(tmp_path, "a.yaml", problems), told(problems)


def test_text_comes_out_with_plain_line_ends(tmp_path: Path) -> None:
    assert read(tmp_path, "\ufeffa: oʻ\r\nb: ў\r".encode()) == ("a: oʻ\nb: ў\n", [])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"",
            "a.yaml: error[empty-file]: the file is empty\n    write it",
        ),
        (
            b" \n\t\n",
            "a.yaml: error[empty-file]: the file is empty\n    write it",
        ),
        (
            "a: oʻ\nb: ".encode() + "ўзбек".encode("cp1251"),
            "a.yaml:2:4: error[unreadable-encoding]: the file is not UTF-8: byte A2 cannot be "
            "read\n    save it again as UTF-8 (Cyrillic texts are often in Windows-1251)",
        ),
        (
            "\ufeffoʻ: ".encode() + b"\xff",
            "a.yaml:1:5: error[unreadable-encoding]: the file is not UTF-8: byte FF cannot be "
            "read\n    save it again as UTF-8 (Cyrillic texts are often in Windows-1251)",
        ),
        (
            "a: 1".encode("utf-16"),
            "a.yaml:1: error[unreadable-encoding]: the file is written in UTF-16, not in UTF-8\n"
            "    save it again as UTF-8",
        ),
        (
            b"a: 1\nb: x\x07y",
            "a.yaml:2:5: error[control-character]: the file holds the invisible character U+0007\n"
            "    delete it",
        ),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, data: bytes, message: str) -> None:
    assert read(tmp_path, data) == (None, [message])


def test_a_missing_file_and_a_folder_in_its_place(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    problems = Problems()
    assert read_text(tmp_path, "content/no.yaml", problems) is None
    assert read_text(tmp_path, "folder.yaml", problems) is None
    assert told(problems) == [
        "content/no.yaml: error[missing-file]: the file is missing\n    write it",
        "folder.yaml: error[unreadable-file]: the file cannot be read: is a directory",
    ]
