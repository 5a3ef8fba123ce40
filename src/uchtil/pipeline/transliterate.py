"""One file with its Uzbek in the other script, to be looked at or taken over."""

from __future__ import annotations

from pathlib import Path

from uchtil.load.cyrillic import CYRILLIC, LATIN, read_turning, turned
from uchtil.load.files import read_text
from uchtil.load.project import NAMING_PATHS
from uchtil.load.yaml_nodes import read_yaml
from uchtil.problems import Problems


def transliterate(root: Path, path: Path, problems: Problems, *, cyrillic: bool) -> str | None:
    """Return the text of a file of Markdown, or of YAML, turned; nothing is written.

    Templates, mark-up and keys stay; in YAML only what stands under the code of the script
    (``uz``, ``uz-cyrl``) is turned, and the code with it.  ``None`` where the file cannot be
    read, which ``problems`` tell.
    """
    writing = read_turning(root, NAMING_PATHS).writing
    change = writing.cyrillic_markdown if cyrillic else writing.latin_markdown
    if path.suffix in (".yaml", ".yml"):
        document = read_yaml(path.parent, path.name, problems)
        if document is None:
            return None
        codes = (LATIN, CYRILLIC) if cyrillic else (CYRILLIC, LATIN)
        return turned(document, codes, lambda text, _: change(text))
    text = read_text(path.parent, path.name, problems)
    return None if text is None else change(text)
