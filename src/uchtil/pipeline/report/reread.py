"""The texts in the report that are to be reread, since what they rest on changed."""

from __future__ import annotations

from uchtil.checks.resting import CountNews, FactNews, Reread
from uchtil.pipeline.report.basis import Basis, Data, place


def reread(basis: Basis) -> Data:
    """Return the texts to be reread, language by language, with what became of their facts.

    ``noted`` says whether it is known what the facts said before, ``texts`` how many texts rest
    on facts.
    """
    rests = basis.examined.rests
    return {
        "noted": rests.noted,
        "texts": rests.texts,
        "stale": len(rests.stale),
        "paragraphs": [_text(each, basis) for each in rests.reread],
    }


def _text(each: Reread, basis: Basis) -> Data:
    paragraph = each.paragraph
    return {
        "language": paragraph.language,
        "section": paragraph.section,
        "block": paragraph.name,
        "words": paragraph.words,
        "confirmed": each.confirmed.isoformat(),
        "stale": each.is_stale,
        "facts": [_fact(news, basis) for news in each.facts],
        "counts": [_count(news) for news in each.counts],
        **place(paragraph.where),
    }


def _count(news: CountNews) -> Data:
    """Return what a count came to when the text was confirmed, and which sources came and went."""
    return {
        "name": news.name,
        "before": news.before.number,
        "now": news.now.number,
        "came": [each.split()[0] for each in news.came],
        "went": [each.split()[0] for each in news.went],
    }


def _fact(news: FactNews, basis: Basis) -> Data:
    """Return what a fact said when the text was confirmed, what it says now, and who shows it."""
    fact = basis.prepared.project.facts[news.id]
    before, now = (
        basis.reading(each.date, each.value, each.status) for each in (news.before, news.now)
    )
    return {
        "id": news.id,
        "text": basis.text(fact.label or fact.statement),
        "what": [each.value for each in news.what],
        "before": before,
        "now": now,
        "gained": list(news.gained),
        "lost": list(news.lost),
        **place(fact.where),
    }
