"""Several files of a project written as one: all of them, or none.

All new versions are written beside the old ones first; then what is to be done is noted in
``intake/.unfinished``, and each takes its place by one rename; then the note is taken away.  What
was killed in between is taken back by the next command, before it reads anything.

Only files in the folders below are ever touched: a note may come with a stranger's project.
A text for the folder of texts, which may lie elsewhere, is put there last: where it lies, all was
done.  The note's word on it is only read; what is cleared away there is in the folder that whoever
runs the command named.
"""

from __future__ import annotations

import base64
import contextlib
import errno
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

NOTE = "intake/.unfinished"
LAST = "intake/.accepted"
"""What the last acceptance changed, for `undo`."""
_ALLOWED = re.compile(
    r"(?:content/(?:facts/)?[a-z0-9-]+\.yaml|content/facts\.lock|bibliography/references\.bib|"
    r"intake/(?:(?:merges/)?[a-z0-9-]+\.yaml|\.accepted))\Z"
)
_FOLDERS = ("content", "content/facts", "bibliography", "intake", "intake/merges")
_LEFT = re.compile(r"\.(.+)\.[a-z0-9_]{8}\.new\Z")
"""A new version beside its file, as ``tempfile`` names it; what is in the group is the file."""
_TEXT = re.compile(r"[a-z0-9][a-z0-9-]*\.txt\Z")
_LARGEST_TEXT = 64 * 1024 * 1024
"""More bytes than a text that is kept can have: pages and documents are refused before."""

step: Callable[[str], None] = lambda _name: None  # noqa: E731
"""Called before each step; tests make it fail."""


class Changed(Exception):
    """A file is not as it was left; its name is the argument."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A file before and after a change; nothing where there is no such file."""

    before: bytes | None
    after: bytes | None


@dataclass(frozen=True, kw_only=True, slots=True)
class Text:
    """A text that is put into the folder of texts behind all files; ``put`` does it in one step."""

    folder: Path
    name: str
    data: bytes
    put: Callable[[], None]

    def lies_there(self) -> bool:
        """Whether this very text lies in its place."""
        return _holds(self.folder / self.name, hashlib.sha256(self.data).hexdigest())


def write_all(root: Path, files: Mapping[str, Version], text: Text | None = None) -> None:
    """Write several files, and a text behind them: all or none.

    Raises ``Changed`` where one is not as ``before`` says, and whatever writing raises; then all
    are as they were.
    """
    if text is not None and text.lies_there():
        text = None  # there is nothing to put, and so nothing to take back
    for name, version in files.items():
        _path(root, name)
        if _read(root, name) != version.before:
            raise Changed(name)
    fresh: dict[str, Path] = {}
    try:
        for name, version in files.items():
            step(f"write {name}")
            if version.after is not None:
                fresh[name] = _beside(_path(root, name), version.after)
        step("note")
        _put(root / NOTE, json.dumps({**_as_data(files), **_text_as_data(text)}).encode())
        _set_in_place(root, files, fresh)
        if text is not None:
            step("text")
            text.put()
        step("done")
        (root / NOTE).unlink()
    except BaseException:
        with contextlib.suppress(OSError):
            if text is not None and text.lies_there():
                (text.folder / text.name).unlink()
            recover(root)
        raise
    finally:
        for path in fresh.values():
            path.unlink(missing_ok=True)


def _set_in_place(root: Path, files: Mapping[str, Version], fresh: dict[str, Path]) -> None:
    for name, version in files.items():
        step(f"rename {name}")
        if version.after is None:
            _path(root, name).unlink(missing_ok=True)
        else:
            fresh.pop(name).replace(_path(root, name))


def recover(root: Path, texts: Path | None = None) -> bool:
    """Take back what was begun and not finished; return whether anything was.

    A file that is neither as it was before nor as it was to be was edited since: it stays.  Where
    only the note was left to be cleared away, all was done, and stays.  ``texts`` is the folder of
    texts, in which what a killed command left half is cleared away.
    """
    sweep(root)
    note = root / NOTE
    try:
        told = json.loads(note.read_bytes())
        files = _from_data(told)
    except FileNotFoundError:
        return False
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        note.unlink(missing_ok=True)  # killed while it was written: nothing was renamed yet
        return False
    text = _text_from_data(told)
    if text is not None and texts is not None and texts.resolve() == text[0].parent:
        for left in texts.glob(f".{text[0].name}.*.new"):
            left.unlink(missing_ok=True)
    if text is not None and _holds(*text):
        files = {}  # the text comes last
    for name, version in files.items():
        path = _path(root, name)
        if version.before != version.after and _read(root, name) == version.after:
            if version.before is None:
                path.unlink(missing_ok=True)
            else:
                _put(path, version.before)
    note.unlink(missing_ok=True)
    return True


def as_note(files: Mapping[str, Version], told: Mapping[str, object]) -> bytes:
    """Return what `undo` needs to take a change back, with what else is to be kept of it."""
    return (json.dumps({**told, **_as_data(files)}, ensure_ascii=False, indent=1) + "\n").encode()


def read_note(root: Path) -> tuple[dict[str, Version], dict[str, object]] | None:
    """Return what the last acceptance changed, and what else is known of it, if there is one."""
    data = _read(root, LAST)
    if data is None:
        return None
    try:
        told = json.loads(data)
        return _from_data(told), {key: told[key] for key in told if key != "files"}
    except (ValueError, KeyError, TypeError, AttributeError):
        return None


def _as_data(files: Mapping[str, Version]) -> dict[str, object]:
    def shown(data: bytes | None) -> str | None:
        return None if data is None else base64.b64encode(data).decode()

    return {
        "files": {
            name: {"before": shown(each.before), "after": shown(each.after)}
            for name, each in files.items()
        }
    }


def _from_data(data: Mapping[str, Mapping[str, Mapping[str, str | None]]]) -> dict[str, Version]:
    def plain(text: str | None) -> bytes | None:
        return None if text is None else base64.b64decode(text, validate=True)

    files = {
        name: Version(before=plain(each["before"]), after=plain(each["after"]))
        for name, each in data["files"].items()
    }
    for name in files:
        if not _ALLOWED.match(name):
            raise ValueError(name)
    return files


def _text_as_data(text: Text | None) -> dict[str, object]:
    if text is None:
        return {}
    fingerprint = hashlib.sha256(text.data).hexdigest()
    return {"text": [str(text.folder.resolve() / text.name), fingerprint]}


def _text_from_data(data: Mapping[str, object]) -> tuple[Path, str] | None:
    """Return where a text was to be put, and its fingerprint; nothing where a note tells none."""
    match data.get("text"):
        case [str(path), str(fingerprint)] if _TEXT.match(Path(path).name):
            return Path(path), fingerprint
    return None


def _holds(path: Path, fingerprint: str) -> bool:
    """Whether a file is the text of this fingerprint; it is only looked at."""
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size > _LARGEST_TEXT:
            return False
        return hashlib.sha256(path.read_bytes()).hexdigest() == fingerprint
    except OSError:
        return False


def _path(root: Path, name: str) -> Path:
    """Return a file's path; raises ``ValueError`` or ``OSError`` where nothing may be written."""
    path = root / name
    if not _ALLOWED.match(name):
        raise ValueError(f"`{name}` is not written by this program")
    for each in (path, *path.parents):
        if each == root:
            break
        if each.is_symlink():
            raise OSError(errno.ELOOP, "this is a link, and links are not written through", name)
    return path


def _read(root: Path, name: str) -> bytes | None:
    try:
        return (root / name).read_bytes()
    except FileNotFoundError:
        return None


def _beside(path: Path, data: bytes) -> Path:
    """Write data into a new file beside a path, safely on the disk, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o7777 if path.exists() else 0o644
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".new")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(handle)
        Path(name).chmod(mode)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    return Path(name)


def _put(path: Path, data: bytes) -> None:
    _beside(path, data).replace(path)


def sweep(root: Path) -> None:
    """Clear away the new versions that a killed command left beside the files.

    Only what is named as this program names them, and no folder or link: a stranger's project may
    hold anything.
    """
    for folder in _FOLDERS:
        place = root / folder
        if place.is_symlink() or place.parent.is_symlink() or not place.is_dir():
            continue
        for left in place.iterdir():
            name = _LEFT.match(left.name)
            of = f"{folder}/{name[1]}" if name else ""
            ours = of == NOTE or _ALLOWED.match(of)
            if ours and not left.is_symlink() and left.is_file():
                left.unlink(missing_ok=True)
