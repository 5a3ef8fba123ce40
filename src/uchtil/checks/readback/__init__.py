"""The finished files are read back, each by the tools of its own format, and compared.

The readers (``html``, ``docx``, ``pdf``) bring libraries of their own, and are imported
from their modules by those who read.
"""

from uchtil.checks.readback.compare import compare_editions, compare_with_expected
from uchtil.checks.readback.records import Cited, FileReading

__all__ = ["Cited", "FileReading", "compare_editions", "compare_with_expected"]
