"""What a build starts before it reads anything, so that it is ready when it is wanted."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from uchtil.formats.pandoc import Pandoc
from uchtil.pipeline.places import templates_of
from uchtil.pipeline.press import Press


@dataclass(frozen=True, kw_only=True, slots=True)
class Ahead:
    """The programs that ready themselves: pandoc, and the press where a PDF is wanted."""

    pandoc: Pandoc
    press: Press | None

    @classmethod
    def start(cls, root: Path, *, prints: bool) -> Ahead:
        """Start them; ``stop`` has to be called whatever happens."""
        templates = templates_of(root)
        press = Press(templates) if prints else None
        return cls(pandoc=Pandoc(templates / "pandoc"), press=press)

    def stop(self) -> None:
        """End what still runs."""
        if self.press is not None:
            self.press.stop()
        self.pandoc.stop()
