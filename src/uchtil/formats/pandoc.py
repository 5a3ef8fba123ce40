"""One pandoc process reads the Markdown, runs citeproc and writes every stale edition."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_OWN_WORDS = re.compile(
    r"Could not load translations for|data file translations/\S+ not found"
    r"|The term \w+ has no translation defined"
)
"""What `pandoc lua`, which reads no data folder, says of words that it has not in Uzbek.

None of its own words is printed: captions and headings are written by the project, and
the read-back of every file would find an English one.
"""


@dataclass(frozen=True, kw_only=True, slots=True)
class PandocRun:
    """A running pandoc; ``ready`` yields each file's name as soon as it is written."""

    process: subprocess.Popen[str]
    folder: Path
    """Where its files are written."""

    def go_on(self, rest: Mapping[str, Any]) -> None:
        """Tell it the rest of its job, which need not be known when it starts."""
        path = self.folder / "rest.json"
        path.write_text(json.dumps(_told(rest), ensure_ascii=False), encoding="utf-8")
        _say(self.process, path)

    def ready(self) -> Iterator[tuple[str, str]]:
        """Yield (format, edition) pairs in the order in which they are finished."""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            kind, _, edition = line.rstrip("\n").partition("\t")
            yield kind, edition

    def result(self) -> dict[str, Any]:
        """Wait for the end and return what the script reports.

        Raises ``PandocFailed`` with pandoc's own words when it ends with an error.
        """
        _, complaint = self.process.communicate()
        if self.process.returncode != 0:
            raise PandocFailed(complaint.strip())
        data: dict[str, Any] = json.loads((self.folder / _RESULT).read_bytes())
        data["said"] = [
            line for line in complaint.splitlines() if line.strip() and not _OWN_WORDS.search(line)
        ]
        return data


_RESULT = "result.json"

_EPOCH = "946684800"
"""The time that pandoc writes into a DOCX, any one at all: finishing sets the review's date."""


_MEMORY = ("+RTS", "-A128m", "-RTS")
"""What pandoc may fill before it first collects garbage: a tenth of its time goes into that."""


class PandocFailed(Exception):
    """Pandoc ended with an error; the message is its own."""


def pandoc_path() -> str:
    """Return the pandoc that pypandoc ships or finds."""
    import pypandoc

    return str(pypandoc.get_pandoc_path())


class Pandoc:
    """A pandoc that has readied itself and waits for its job (``build.lua``)."""

    def __init__(self, scripts: Path) -> None:
        """Start the script ``build.lua`` of this folder."""
        self._scripts = scripts
        self._process = subprocess.Popen(
            [
                sys.executable,
                "-I",
                str(Path(__file__).with_name("launch.py")),
                *_MEMORY,
                "lua",
                str(scripts / "build.lua"),
                str(scripts),
            ],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            stdin=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            cwd=scripts,
            env=_environment(),
        )

    def start(self, job: Mapping[str, Any], folder: Path) -> PandocRun:
        """Give it its job; its files go into ``folder``."""
        job_path = folder / "job.json"
        job_path.write_text(json.dumps(_told(job), ensure_ascii=False), encoding="utf-8")
        _say(self._process, job_path, folder / _RESULT)
        return PandocRun(process=self._process, folder=folder)

    def stop(self) -> None:
        """End it, if it has not ended by itself."""
        if self._process.poll() is None:
            self._process.kill()
        self._process.communicate()


def run_script(scripts: Path, name: str, job: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """Run one of the ``scripts`` on a job and return what it reports.

    Its files go where the job says, the job's own into ``folder``.  Raises ``PandocFailed``
    with pandoc's own words when it ends with an error.
    """
    job_path, result = folder / f"{name}.job.json", folder / f"{name}.{_RESULT}"
    job_path.write_text(json.dumps(_told(job), ensure_ascii=False), encoding="utf-8")
    done = subprocess.run(
        [pandoc_path(), *_MEMORY, "lua", scripts / f"{name}.lua", scripts, job_path, result],
        capture_output=True,
        encoding="utf-8",
        cwd=scripts,
        env=_environment(),
        check=False,
    )
    if done.returncode != 0:
        raise PandocFailed(done.stderr.strip())
    data: dict[str, Any] = json.loads(result.read_bytes())
    return data


def _environment() -> dict[str, str]:
    return {**os.environ, "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": _EPOCH}


def _say(process: subprocess.Popen[str], *paths: Path) -> None:
    assert process.stdin is not None
    with suppress(BrokenPipeError):  # why it has ended is read from its result
        process.stdin.write("".join(f"{path}\n" for path in paths))
        process.stdin.flush()


def _told(data: Any) -> Any:  # noqa: ANN401 (whatever JSON can hold)
    """Return the data without entries that are nothing: in Lua, JSON's null counts as true."""
    if isinstance(data, Mapping):
        return {name: _told(value) for name, value in data.items() if value is not None}
    if isinstance(data, list):
        return [_told(value) for value in data]
    return data
