"""The finished files are read back, each by the tools of its own format, and compared."""

from uchtil.checks.readback.compare import compare_editions, compare_with_expected
from uchtil.checks.readback.docx import read_docx
from uchtil.checks.readback.html import read_html
from uchtil.checks.readback.pdf import read_pdf
from uchtil.checks.readback.records import Cited, FileReading

__all__ = [
    "Cited",
    "FileReading",
    "compare_editions",
    "compare_with_expected",
    "read_docx",
    "read_html",
    "read_pdf",
]
