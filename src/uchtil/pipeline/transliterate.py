"""One file with its Uzbek in the other script, to be looked at or taken over."""

from __future__ import annotations

from pathlib import Path

from uchtil.language import LANGUAGES
from uchtil.load.cyrillic import CYRILLIC, LATIN, read_turning, turned
from uchtil.load.files import read_text
from uchtil.load.project import NAMING_PATHS
from uchtil.load.yaml_nodes import read_yaml
from uchtil.problems import Location, Problems

_LANGUAGES = {each.code: each.orthography.name for each in LANGUAGES}


def transliterate(root: Path, path: Path, problems: Problems, *, cyrillic: bool) -> str | None:
    """Return the text of a file of Markdown, or of YAML, turned; nothing is written.

    Templates, mark-up and keys stay; in YAML only what stands under the code of the script
    (``uz``, ``uz-cyrl``) is turned, and the code with it.  ``None`` where the file cannot be
    read, or is another language's by its name (``not-uzbek``), which ``problems`` tell.
    """
    where = Location(file=str(path))
    if not path.exists():
        problems.error("missing-file", "the file is missing", where, "check the path")
        return None
    if path.suffix == ".md" and path.stem != LATIN and path.stem in _LANGUAGES:
        problems.error(
            "not-uzbek",
            f"the file is {_LANGUAGES[path.stem]} by its name, and only Uzbek has two scripts",
            where,
            f"give the Uzbek text: `{CYRILLIC if not cyrillic else LATIN}.md`",
        )
        return None
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
