"""The process that prints: what is sent to it runs in a fork that is ready."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from uchtil.formats.pdf import read_look, write_pdf
from uchtil.pipeline.press import Press
from uchtil.pipeline.task import TaskFailed
from uchtil.pipeline.workers import Workers
from uchtil.problems import Location


@pytest.fixture
def press(templates: Path) -> Iterator[Press]:
    press = Press(templates)
    yield press
    press.stop()


def what_is_imported() -> frozenset[str]:
    import sys

    return frozenset(sys.modules)


def write_then_sleep(path: Path) -> None:
    path.write_text(str(os.getpid()))
    time.sleep(60)


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def test_a_task_runs_where_all_that_prints_is_imported_already(press: Press) -> None:
    workers = Workers(1, press)
    workers.submit("page", 1, what_is_imported, prints=True)
    ((_, modules),) = workers.finished(block=True)
    assert modules >= {"weasyprint", "uchtil.pipeline.sheets", "pikepdf", "pypdfium2"}


def looks_read_for_a_page(templates: Path, target: Path) -> int:
    before = read_look.cache_info().misses
    page = (
        "<!DOCTYPE html><html lang=en><title>T</title><style></style><body><p>x</p></body></html>"
    )
    write_pdf(page, templates, target, Location(file="a.pdf"))
    return read_look.cache_info().misses - before


def test_fonts_and_styles_that_were_read_ahead_are_not_read_again(
    templates: Path, tmp_path: Path
) -> None:
    read_look.cache_clear()  # else the fork might have it of another test
    press = Press(templates)
    workers = Workers(1, press)
    task = partial(looks_read_for_a_page, templates, tmp_path / "a.pdf")
    workers.submit("page", 1, task, prints=True)
    assert [tuple(each) for each in workers.finished(block=True)] == [("page", 0)]
    press.stop()


def test_tasks_run_side_by_side_each_in_a_process_of_its_own(press: Press) -> None:
    workers = Workers(2, press)
    for name in "ab":
        workers.submit(name, 1, os.getpid, prints=True)
    processes = {each.result for each in workers.finished(block=True)}
    assert len(processes) == 2
    assert os.getpid() not in processes


def test_a_task_that_fails_is_told_with_its_traceback(press: Press) -> None:
    workers = Workers(1, press)
    workers.submit("bad", 1, partial(int, "one"), prints=True)
    with pytest.raises(TaskFailed, match="ValueError: invalid literal"):
        list(workers.finished(block=True))


def test_a_press_that_has_died_is_told(templates: Path) -> None:
    press = Press(templates)
    press.stop()
    with pytest.raises(TaskFailed, match=r"^the process that prints has ended: "):
        press.start(os.getpid)


def test_stopping_ends_what_is_still_printing(templates: Path, tmp_path: Path) -> None:
    press = Press(templates)
    press.start(partial(write_then_sleep, tmp_path / "process"))
    for _ in range(200):
        if (tmp_path / "process").is_file() and (tmp_path / "process").read_text():
            break
        time.sleep(0.05)
    process = int((tmp_path / "process").read_text())
    assert is_running(process)
    press.stop()
    for _ in range(100):
        if not is_running(process):
            break
        time.sleep(0.05)
    assert not is_running(process)
