"""Defects of evidence, of readings that clash, and of plans that are taken for results."""

from __future__ import annotations

from .ground import Ground, Mark, Planted, Told, seed

TRADE = "content/facts/trade.yaml"
INVESTMENT = "content/facts/investment.yaml"
SOURCES = "content/sources.yaml"


def fact(ident: str) -> str:
    """Return the pattern of the line that a fact, a remark or a name begins with."""
    return rf"^  - id: {ident}$"


# ------------------------------------------------------------------ with the texts at hand


@seed("texts")
def anchor_off_by_a_letter(ground: Ground) -> Planted:
    """One letter of an anchor is another one."""
    mark = ground.swap(TRADE, "(?<=dollarga ye)t(?=gan$)", "d", after=fact("trade-2021"))
    return Told("anchor-not-found", mark, "nearest, in paragraph")


@seed("texts")
def anchor_in_another_source(ground: Ground) -> Planted:
    """An anchor is ascribed to a source that does not have it."""
    pattern = "anon-1991$"
    after = fact("trade-several-fold")
    ground.swap(TRADE, pattern, "xayrullayev", after=after)
    mark = ground.mark(TRADE, ground.find(TRADE, "anchor:", after=after).start)
    return Told("anchor-not-found", mark, "the text of `xayrullayev`")


@seed("texts")
def anchor_of_remark_changed(ground: Ground) -> Planted:
    """A word is missing from the passage of a remark."""
    mark = ground.swap("content/remarks.yaml", "(?<=anchor: ')kelgusi (?=yillarda tovar)", "")
    ground.swap("content/remarks.yaml", "(?<=anchor: ')yillarda (?=tovar)", "yillardan ")
    return Told("anchor-not-found", mark, "nearest, in paragraph")


@seed("texts")
def text_changed(ground: Ground) -> Planted:
    """The text of a source is not the one that was read any more."""
    assert ground.texts
    path = ground.texts / "003_b5470bbc56767fed.txt"
    path.write_text(path.read_text(encoding="utf-8") + "\n\nYana bir jumla.\n", encoding="utf-8")
    return Told("stale-text", _source(ground, "anon-mdh"), "is not the one that was registered")


@seed("texts")
def text_lost(ground: Ground) -> Planted:
    """The text of a source is not there; its passages are known from the lock."""
    assert ground.texts
    (ground.texts / "000_f0107721d2f1a6fd.txt").unlink()
    return Told("text-not-found", _source(ground, "ramatov2026"))


@seed("texts")
def text_not_utf8(ground: Ground) -> Planted:
    """The text of a source was saved in another encoding, and registered so."""
    assert ground.texts
    path = ground.texts / "001_78224b46983e98e4.txt"
    path.write_bytes(b"\xff" + path.read_bytes())
    return Told("unreadable-encoding", _source(ground, "tursunov2026"))


def _source(ground: Ground, key: str) -> Mark:
    return ground.mark(SOURCES, ground.find(SOURCES, rf"^  - key: {key}$").start + 2)


# ------------------------------------------------------------------ without the texts


@seed("warnings")
def anchor_changed_since_seen(ground: Ground) -> Planted:
    """An anchor is changed, and no text is at hand to look it up in."""
    mark = ground.swap(TRADE, "yetgan$", "yetdi", after=fact("trade-2021"))
    return Told("evidence-stale", mark, "is not the one that was seen")


@seed("warnings")
def evidence_never_seen(ground: Ground) -> Planted:
    """A second source is added to a fact, and nobody has looked it up."""
    spot = ground.find(TRADE, r"    evidence:\n", after=fact("trade-third-partner"))
    new = spot.text + "      - source: ramatov2026\n        anchor: uchinchi yirik savdo sherigi\n"
    ground.replace(spot, new)
    mark = ground.mark(TRADE, spot.start + new.index("anchor"))
    return Told("evidence-never-seen", mark, "was never looked up")


# ------------------------------------------------------------------ readings


def _trade(ident: str, amount: str, year: str, source: str, anchor: str) -> str:
    return (
        f"\n  - id: {ident}\n    kind: measure\n    indicator: trade-turnover\n    date: {year}\n"
        f"    value: {{amount: {amount}, scale: billion, unit: usd}}\n    status: actual\n"
        "    statement: {uz: Savdo hajmi., ru: Объём торговли., en: The volume of trade.}\n"
        "    names: [uzbekistan, kazakhstan]\n"
        f"    evidence:\n      - {{source: {source}, anchor: {anchor}}}\n"
    )


def _unseen(ground: Ground, file: str, ident: str) -> Told:
    """Return what follows from a passage that is made up: nobody has looked it up."""
    offset = ground.find(file, "anchor", after=fact(ident)).start
    return Told("evidence-never-seen", ground.mark(file, offset), f"`{ident}`")


@seed("errors")
def readings_clash(ground: Ground) -> Planted:
    """Another fact gives another value for the same trade in the same year."""
    text = _trade("trade-2021-again", "3.1", "2021", "ramatov2026", "savdo aylanmasi oshdi")
    mark = ground.append(TRADE, text, "- id: trade-2021-again")
    says = "`trade-2021-again` against `trade-2021`"
    return Told("unanswered-conflict", mark, says), _unseen(ground, TRADE, "trade-2021-again")


@seed("errors")
def growth_does_not_follow(ground: Ground) -> Planted:
    """A value of the year before is given from which the growth does not follow."""
    text = _trade("trade-2016", "2.9", "2016", "ramatov2026", "savdo hajmi oshgan")
    ground.append(TRADE, text, "- id: trade-2016")
    mark = ground.mark(TRADE, ground.find(TRADE, fact("trade-growth-2017")).start)
    return Told("unanswered-conflict", mark, "trade-2016"), _unseen(ground, TRADE, "trade-2016")


@seed("errors")
def tenfold_rise_that_is_not(ground: Ground) -> Planted:
    """The amount that a rise by so many times began from is ten times as large."""
    ground.swap(INVESTMENT, "amount: 10,", "amount: 100,", after=fact("kazakh-investment-base"))
    mark = ground.mark(INVESTMENT, ground.find(INVESTMENT, fact("kazakh-investment-growth")).start)
    return Told("unanswered-conflict", mark, "kazakh-investment-base")


@seed("errors")
def total_against_its_parts(ground: Ground) -> Planted:
    """A total is said to follow from parts that make another sum."""
    file = "content/facts/diplomacy.yaml"
    text = (
        "\n  - id: visits-in-all\n    kind: measure\n    indicator: presidential-visits\n"
        "    value: {amount: 33, unit: visit}\n    status: actual\n"
        "    statement: {uz: Barcha tashriflar soni., ru: Число всех визитов., "
        "en: The number of all visits.}\n"
        "    follows_from: {sum: [karimov-visits, kazakh-president-visits]}\n"
        "    evidence:\n      - {source: tursunov2026, anchor: tashriflar soni}\n"
    )
    mark = ground.append(file, text, "- id: visits-in-all")
    told = Told("unanswered-conflict", mark, "33 visit (visits-in-all)")
    return told, _unseen(ground, file, "visits-in-all")


@seed("errors")
def contested_and_printed(ground: Ground) -> Planted:
    """A second source dates a treaty otherwise, the article prints it, and nothing is resolved."""
    file = "content/facts/diplomacy.yaml"
    after = fact("strategic-partnership-treaty-2013")
    mark = ground.mark(file, ground.find(file, after).start)
    ground.swap(
        file,
        r"    evidence:\n",
        "    evidence:\n"
        "      - {source: anon-mdh, anchor: sheriklik shartnomasi, date: 2012-09-06}\n",
        after=after,
    )
    told = Told("contested-fact", mark, "anon-mdh gives another reading")
    return told, _unseen(ground, file, "strategic-partnership-treaty-2013")


@seed("errors")
def answer_taken_away(ground: Ground) -> Planted:
    """A remark that answers a conflict does not name one of its facts any more."""
    mark = ground.mark(TRADE, ground.find(TRADE, fact("trade-plan-2022")).start)
    remarks = "content/remarks.yaml"
    ground.swap(remarks, "trade-plan-2022, ", "", after=fact("trade-five-billion-twice"))
    return Told("unanswered-conflict", mark, "`trade-plan-2022` against `trade-target-2020`")


@seed("warnings")
def plan_recorded_as_result(ground: Ground) -> Planted:
    """A plan has the status of a result, and its own statement says that it was planned."""
    mark = ground.mark(TRADE, ground.find(TRADE, fact("trade-plan-2022")).start)
    ground.swap(TRADE, "(?<=status: )plan$", "actual", after=fact("trade-plan-2022"))
    return Told("plan-as-result", mark, "“planned” in English")


@seed("warnings")
def plan_printed_as_result(ground: Ground) -> Planted:
    """English says of a sum that was agreed on that it was reached."""
    spot = ground.paragraph("en", r'the parties agreed on (?=\{\{ fact\("trade-target-2018"\))')
    mark = ground.replace(spot, "mutual trade reached ")
    return tuple(
        Told("plan-as-result", mark, f"`trade-target-{year}` is a target") for year in (2018, 2020)
    )
