"""Defects planted in a copy of the shipped review, each to be told by its code at its line.

python -m tests.seeds --list
python -m tests.seeds --plant NAME FOLDER     # a copy of the review with one defect
python -m tests.seeds --each                  # what is told of each, planted alone
"""

from . import evidence, files, languages, records, words
from .ground import SEEDS

__all__ = ["SEEDS", "evidence", "files", "languages", "records", "words"]
