#!/usr/bin/env python3
"""The door: runs uchtil with the project's own Python, whichever one called it."""

import os
import sys
from pathlib import Path

_HERE = Path(__file__).resolve().parent
_PYTHON = _HERE / ".venv" / "bin" / "python"

if __name__ == "__main__":
    if _PYTHON.exists() and Path(sys.prefix) != _HERE / ".venv":
        # No shell is wanted: the arguments reach the project's own Python as they are.
        os.execv(_PYTHON, [str(_PYTHON), str(Path(__file__).resolve()), *sys.argv[1:]])  # noqa: S606
    sys.path.insert(0, str(_HERE / "src"))
    try:
        from uchtil.cli import main
    except ModuleNotFoundError as error:
        sys.exit(f"{error}; run `make review` once: it installs what the build needs")
    sys.exit(main())
