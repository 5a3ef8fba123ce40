"""Makes the web fonts from the full ones, and the list of what they can write.

Development only (``python -m uchtil.formats.fonts templates/fonts``): the results are
part of the project, so that a build needs no font tool.  The same input gives the same
bytes: tables keep their time stamps and glyphs keep the order of the full font.

``templates/fonts/*.ttf``
    Source Serif 4, whole, as WeasyPrint needs them.
``templates/fonts/web/*.woff2``
    the subset that HTML files carry with them.
``templates/fonts/coverage.txt``
    the code points that all four full fonts hold, as ranges: `uchtil.formats.glyphs`
    looks there before a PDF is made.
``templates/fonts/liberation/``
    Liberation Serif, whole, and its coverage: manuscripts for journals are printed in it,
    since it has the widths of Times New Roman, which is not free.
``templates/fonts/widths.txt``
    how wide the letters of the regular style are: figures measure their labels by it
    (`uchtil.render.figures.lettering`).
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TIMES_STYLES = ("Regular", "Italic", "Bold", "BoldItalic")
"""The styles of Liberation Serif."""

STYLES = ("Regular", "Italic", "SemiBold", "SemiBoldItalic")
"""The styles that pages use; bold is the semi-bold (600), which prints quieter."""

WEB_RANGES: tuple[tuple[int, int], ...] = (
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1 and Latin Extended-A
    (0x0192, 0x0192),
    (0x01E6, 0x01E7),  # Ǧ ǧ, in romanised titles
    (0x0218, 0x021B),
    (0x02BB, 0x02BC),  # ʻ of oʻ and gʻ, ʼ tutuq belgisi
    (0x02C6, 0x02DD),
    (0x0300, 0x0308),  # combining marks: stressed Cyrillic vowels, й decomposed
    (0x030C, 0x030C),
    (0x0323, 0x0331),
    (0x0400, 0x045F),  # Cyrillic: Russian, and Ў ў of Uzbek
    (0x0490, 0x0493),  # Ґ, and Ғ of Uzbek and Kazakh
    (0x0496, 0x04BB),  # Қ Ң Ү Ұ Ҳ Һ and neighbours
    (0x04D8, 0x04D9),  # Ә
    (0x04E8, 0x04E9),  # Ө
    (0x1E0C, 0x1E0D),
    (0x1E24, 0x1E25),  # Ḥ ḥ
    (0x1E62, 0x1E63),
    (0x1E6C, 0x1E6D),  # Ṭ ṭ
    (0x1E92, 0x1E93),
    (0x2009, 0x200A),
    (0x2010, 0x2026),  # dashes, quotation marks, daggers, bullet, ellipsis
    (0x202F, 0x202F),  # narrow no-break space, between thousands
    (0x2030, 0x2033),
    (0x2039, 0x203A),
    (0x2044, 0x2044),
    (0x2070, 0x2089),  # superior and inferior figures
    (0x20AC, 0x20AC),  # €
    (0x20B8, 0x20B8),  # ₸
    (0x20BD, 0x20BD),  # ₽
    (0x2116, 0x2116),  # №
    (0x2122, 0x2122),
    (0x2190, 0x2193),  # ← ↑ → ↓, for links back
    (0x2196, 0x2199),
    (0x2212, 0x2212),
    (0x2248, 0x2248),
    (0x2260, 0x2265),
)
"""What HTML may show.  A character outside is drawn by the reader's own fonts."""

WEB_FEATURES = (
    "ccmp",
    "kern",
    "liga",
    "lnum",
    "locl",
    "mark",
    "mkmk",
    "onum",
    "pnum",
    "sups",
    "tnum",
)
"""The typographic features that the styles ask for."""


def main(arguments: list[str]) -> int:
    """Make everything in the folder named by the only argument."""
    folder = Path(arguments[0])
    for style in STYLES:
        target = folder / "web" / f"SourceSerif4-{style}.woff2"
        write_web_font(folder / f"SourceSerif4-{style}.ttf", target)
    (folder / "coverage.txt").write_text(
        coverage(folder / f"SourceSerif4-{style}.ttf" for style in STYLES), encoding="utf-8"
    )
    times = folder / "liberation"
    (times / "coverage.txt").write_text(
        coverage(times / f"LiberationSerif-{style}.ttf" for style in TIMES_STYLES),
        encoding="utf-8",
    )
    (folder / "widths.txt").write_text(
        widths(folder / f"SourceSerif4-{STYLES[0]}.ttf"), encoding="utf-8"
    )
    return 0


def write_web_font(source: Path, target: Path) -> None:
    """Write the subset of one font as WOFF2."""
    font = TTFont(source, recalcTimestamp=False)
    options = Options()
    options.layout_features = list(WEB_FEATURES)
    options.hinting = False
    options.desubroutinize = True
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    subsetter = Subsetter(options)
    subsetter.populate(
        unicodes=[code for first, last in WEB_RANGES for code in range(first, last + 1)]
    )
    subsetter.subset(font)
    font.flavor = "woff2"
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


def coverage(fonts: Iterable[Path]) -> str:
    """Return the code points that every given font holds, a range a line.

    A line reads ``0020-007E`` or ``00A0``, in hexadecimal.
    """
    common: set[int] | None = None
    for path in fonts:
        points = set(TTFont(path, lazy=True).getBestCmap())
        common = points if common is None else common & points
    ranges: list[list[int]] = []
    for code in sorted(common or ()):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return "".join(
        f"{first:04X}\n" if first == last else f"{first:04X}-{last:04X}\n" for first, last in ranges
    )


def widths(source: Path) -> str:
    """Return the widths of what HTML may show, a width a line with all that are so wide.

    A line reads ``536: 0041 0410``: thousandths of an em, then code points in hexadecimal.
    """
    font = TTFont(source, lazy=True)
    em = font["head"].unitsPerEm
    advances = font["hmtx"].metrics
    points: dict[int, list[int]] = {}
    for code, glyph in font.getBestCmap().items():
        if any(first <= code <= last for first, last in WEB_RANGES):
            points.setdefault(round(advances[glyph][0] * 1000 / em), []).append(code)
    return "".join(
        f"{width}: {' '.join(f'{code:04X}' for code in codes)}\n"
        for width, codes in sorted(points.items())
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
