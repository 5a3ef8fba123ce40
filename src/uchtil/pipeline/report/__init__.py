"""The report as data: what the review rests on, and what is still wanting.

Everything that ``report.html`` shows stands in ``report.json``, each entry with the file
and the line that it leads to.  Nothing in it depends on the day or the place of the build.
"""

from collections import Counter

from uchtil.pipeline.report import facts, texts, works
from uchtil.pipeline.report.basis import Basis, Data
from uchtil.pipeline.report.reread import reread
from uchtil.pipeline.report.skipped import skipped
from uchtil.problems import Severity

__all__ = ["Basis", "Data", "details"]

_ORDER = list(Severity)


def details(basis: Basis) -> Data:
    """Return what the report tells entry by entry, beside its sums."""
    review = basis.prepared.project.review
    severities = Counter(problem.severity for problem in basis.problems)
    return {
        "title": basis.text(review.title),
        "told_in": basis.told_in.tag,
        "languages_of_review": list(review.languages),
        "verdict": {f"{each.value}s": severities[each] for each in Severity},
        "problems": problems(basis),
        "reread": reread(basis),
        "themes": facts.themes(basis),
        "sources": facts.sources(basis),
        "fact_list": facts.all_facts(basis),
        "unseen": facts.unseen(basis),
        "disagreements": facts.differing(basis),
        "remark_list": texts.remarks(basis),
        "work_list": works.all_works(basis),
        "unused_names": texts.unused_names(basis),
        "citation_matrix": works.citation_matrix(basis),
        "words": texts.words(basis),
        "files": works.files(basis),
        "skipped": skipped(basis),
    }


def problems(basis: Basis) -> list[Data]:
    """Return the problems, the worst first, in an order that does not depend on who told first."""
    listed = sorted(
        basis.problems,
        key=lambda each: (_ORDER.index(each.severity), each.where, each.code, each.message),
    )
    return [
        {
            "code": problem.code,
            "severity": problem.severity.value,
            "message": problem.message,
            "hint": problem.hint,
            "file": problem.where.file,
            "line": problem.where.line,
            "column": problem.where.column,
        }
        for problem in listed
    ]
