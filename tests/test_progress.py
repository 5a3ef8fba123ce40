"""What is told while a build runs."""

from __future__ import annotations

import io
import sys

import pytest

from uchtil.progress import Bar, Lines, Silent, make_progress


class Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


def shown(kind: type[Lines]) -> str:
    stream = io.StringIO()
    with kind(stream) as progress:
        progress.plan(2)
        progress.done("uz/review.pdf")
        progress.done("read back")
    return stream.getvalue()


def test_plain_lines() -> None:
    assert shown(Lines) == "[1/2] uz/review.pdf\n[2/2] read back\n"


def test_a_bar_keeps_to_one_line_and_clears_it() -> None:
    full, half = "━" * 24, "━" * 12 + " " * 12
    assert shown(Bar) == (f"\r\033[K{half} 1/2 uz/review.pdf\r\033[K{full} 2/2 read back\r\033[K")


@pytest.mark.parametrize(
    ("stream", "quiet", "kind"),
    [(Screen(), False, Bar), (io.StringIO(), False, Lines), (Screen(), True, Silent)],
)
def test_the_display_fits_where_it_goes(
    monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, quiet: bool, kind: type[Silent]
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    assert type(make_progress(quiet=quiet)) is kind
