"""Becomes pandoc: a program of its own, so that looking for pandoc keeps nobody waiting.

pypandoc runs every pandoc that it finds to see which is the newest; the build reads its
content meanwhile.
"""

import os
import sys

if __name__ == "__main__":
    import pypandoc

    try:
        pandoc = str(pypandoc.get_pandoc_path())
    except OSError:
        sys.exit("there is no pandoc here; run `make review`, which installs it")
    os.execvp(pandoc, [pandoc, *sys.argv[1:]])  # noqa: S606 (no shell is wanted)
