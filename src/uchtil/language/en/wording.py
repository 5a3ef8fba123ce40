"""How English tells dates and amounts, British and American."""

from __future__ import annotations

from uchtil.language.en.counts import WORDS
from uchtil.language.numerals import MONTHS
from uchtil.language.wording import (
    SEASON,
    UNKNOWN,
    DateRule,
    Wording,
    by_another_day,
    by_another_year,
    percent,
    shares_of,
    words,
)

_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TH = "(?:st|nd|rd|th)?"
_IN = r"(?:(?:in|on|of|from|by|during|around|about) )?(?:the )?"
_ON = "(?: (?:on(?:wards?)?|to the present))?"
_TO = "(?:to|until|till|through)"
_SINCE = "(?:since|from)"
_UNTIL = "(?:until|till|before|up to)"
_DAY = rf"(?:on )?<d>{_TH} (?:of )?<m>"
_AMERICAN = rf"(?:on )?<m> <d>{_TH}"
_PART = "(?:(?:early|late|mid)[- ])?"

_SEASON = (
    "(?:the )?(?:(?:end|start|beginning|close|middle|spring|summer|autumn|fall|winter) of |"
    "(?:early|late|mid)[- ]|(?:spring|summer|autumn|winter) )"
)

_PERIODS: tuple[DateRule, ...] = (
    DateRule(
        pattern=rf"(?:from )?<d>{_TH} <m>,? <y> ?(?:<->|{_TO}) ?<d2>{_TH} <m2>,? <y2>",
        example="from 6 January 2016 to 20 February 2018",
        means="2016-01-06/2018-02-20",
    ),
    DateRule(
        pattern=rf"between <d>{_TH} <m>,? <y> and <d2>{_TH} <m2>,? <y2>",
        example="between 6 January 2016 and 20 February 2018",
        means="2016-01-06/2018-02-20",
    ),
    DateRule(
        pattern=rf"(?:from )?<m> <d>{_TH},? <y>,? ?(?:<->|{_TO}) ?<m2> <d2>{_TH},? <y2>",
        example="from January 6, 2016 to February 20, 2018",
        means="2016-01-06/2018-02-20",
    ),
    DateRule(
        pattern=rf"(?:from )?<d>{_TH} <m> ?(?:<->|{_TO}) ?<d2>{_TH} <m2>,? <y>",
        example="30 October – 2 November 2018",
        means="2018-10-30/2018-11-02",
    ),
    DateRule(
        pattern=rf"between <d>{_TH} <m> and <d2>{_TH} <m2>,? <y>",
        example="between 30 October and 2 November 2018",
        means="2018-10-30/2018-11-02",
    ),
    DateRule(
        pattern=rf"(?:from )?<d>{_TH} <m>,? <y> ?(?:<->|{_TO}) ?<m2>,? <y2>",
        example="from 4 December 2008 until December 2011",
        means="2008-12-04/2011-12",
    ),
    DateRule(
        pattern=rf"<d>{_TH} <m> and <d2>{_TH} <m2>,? <y>",
        example="30 October and 2 November 2018",
        means="2018-10-30 2018-11-02",
        shape="apart",
    ),
    DateRule(
        pattern=rf"(?:from )?<m> <d>{_TH} ?(?:<->|{_TO}) ?<m2> <d2>{_TH},? <y>",
        example="October 30 to November 2, 2018",
        means="2018-10-30/2018-11-02",
    ),
    DateRule(
        pattern=rf"(?:from )?<d>{_TH}(?: ?<-> ?| {_TO} )<d2>{_TH} (?:of )?<m>,? <y>",
        example="from 22 to 23 March 2017",
        means="2017-03-22/2017-03-23",
    ),
    DateRule(
        pattern=rf"<d>{_TH} and <d2>{_TH} (?:of )?<m>,? <y>",
        example="22 and 24 March 2017",
        means="2017-03-22 2017-03-24",
        shape="apart",
    ),
    DateRule(
        pattern=rf"<m> <d>{_TH}(?: ?<-> ?| {_TO} )<d2>{_TH},? <y>",
        example="March 22–23, 2017",
        means="2017-03-22/2017-03-23",
    ),
    DateRule(
        pattern=rf"<m> <d>{_TH} and <d2>{_TH},? <y>",
        example="March 22 and 24, 2017",
        means="2017-03-22 2017-03-24",
        shape="apart",
    ),
    DateRule(
        pattern=rf"(?:from )?<m>,? <y> ?(?:<->|{_TO}) ?<m2>,? <y2>",
        example="from January 2016 to February 2018",
        means="2016-01/2018-02",
    ),
    DateRule(
        pattern=r"between <m>,? <y> and <m2>,? <y2>",
        example="between January 2016 and February 2018",
        means="2016-01/2018-02",
    ),
    DateRule(
        pattern=rf"(?:from )?<m> ?(?:<->|{_TO}) ?<m2>,? <y>",
        example="January–May 2024",
        means="2024-01/2024-05",
    ),
    DateRule(
        pattern=r"between <m> and <m2>,? <y>",
        example="between January and May 2024",
        means="2024-01/2024-05",
    ),
    DateRule(
        pattern=r"(?:in )?<m> and (?:again )?(?:in )?<m2>,? <y>",
        example="in May and October 2019",
        means="2019-05 2019-10",
        shape="apart",
    ),
    DateRule(
        pattern=r"(?:in )?<m> and (?:in )?<m2>,? <y>",
        example="in January and February 2018",
        means="2018-01/2018-02",
        shape="apart",
    ),
)

_POINTS = (
    (_DAY, "31 October", "10-31"),
    (_AMERICAN, "October 31", "10-31"),
    ("(?:in )?(?:early |mid-|late )?<m>", "November", "11"),
)

_WITH_A_YEAR: tuple[DateRule, ...] = (
    *(
        DateRule(
            pattern=rf"{_SINCE} {pattern},? <y>{_ON}",
            example=f"since {example} 2018",
            means=f"2018-{means}/..",
            shape="since",
        )
        for pattern, example, means in _POINTS
    ),
    *(
        DateRule(
            pattern=rf"(?:dat(?:es?|ed|ing)|counted)(?: back)? (?:from|to) {pattern},? <y>",
            example=f"dates from {example} 1992",
            means=f"1992-{means}",
        )
        for pattern, example, means in _POINTS
    ),
    *(
        DateRule(
            pattern=rf"{_UNTIL} {pattern},? <y>",
            example=f"until {example} 2018",
            means=f"../2018-{means}",
            shape="until",
        )
        for pattern, example, means in _POINTS
    ),
    DateRule(
        pattern=rf"<d>{_TH},? (?:day of |of )?<m>,? <y>",
        example="31 October 1998",
        means="1998-10-31",
    ),
    DateRule(pattern=rf"<d>{_TH},? (?:of )?<m>,? <Y>", example="23 April 1343", means="1343-04-23"),
    DateRule(
        pattern=r"(?:the )?<od> (?:day )?of <m>,? <y>",
        example="the twenty-third of November 1992",
        means="1992-11-23",
    ),
    DateRule(pattern=rf"<m> <d>{_TH},? <y>", example="October 31, 1998", means="1998-10-31"),
    DateRule(pattern=r"(?:in )?<m>,? (?:of )?<y>", example="in November 1992", means="1992-11"),
    DateRule(
        pattern=rf"{_IN}{_PART}<s>,? (?:of )?<y>(?! ?[/–-] ?\d)",
        example="in the autumn of 2017",
        means="2017-09/2017-11",
        note=SEASON,
    ),
    DateRule(
        pattern=rf"{_IN}<q> quarter of <y>",
        example="the first quarter of 2018",
        means="2018-01/2018-03",
    ),
    DateRule(
        pattern=rf"{_IN}<h> half of <y>", example="the first half of 2018", means="2018-01/2018-06"
    ),
    DateRule(
        pattern=r"(?:between|from) <y> (?:and|to|until|till) <y2>",
        example="between 1991 and 2000",
        means="1991/2000",
    ),
    DateRule(
        pattern=(rf"(?:between|from) {_SEASON}?<y> (?:and|to|until|till|through) {_SEASON}<y2>"),
        example="from 2012 until the end of 2015",
        means="2012/2015",
    ),
    DateRule(
        pattern=(
            r"(?:for |over |during |in )?(?:the )?(?:years |period )?"
            r"<y> (?:to|through) <y2>(?! \w+s\b)"
        ),
        example="for the years 2023 to 2033",
        means="2023/2033",
    ),
    DateRule(pattern=r"(?:in |between )?<y> ?<-> ?<y2>", example="in 1991–2000", means="1991/2000"),
    DateRule(
        pattern=r"(?:since|after|from)(?: the year)? <y>(?: (?:on(?:wards?)?|to the present))?",
        example="since 2021",
        means="2021/..",
        shape="since",
    ),
    DateRule(
        pattern=r"dat(?:es?|ed|ing)(?: back)? (?:from|to) <y>",
        example="dates back to 1993",
        means="1993",
    ),
    DateRule(
        pattern=r"(?:until|till|before|up to)(?: the year)? <y>",
        example="until 2030",
        means="../2030",
        shape="until",
    ),
    DateRule(pattern=r"by(?: the year)? <y>", example="by 2030", means="2030", note="by"),
    DateRule(  # What follows must be no word that the number could count.
        pattern=r"since <Y>(?=[.,;:!?)]| ?\Z)", example="since 1373", means="1373/..", shape="since"
    ),
    DateRule(
        pattern=r"(?:in|of|in the year) <Y>(?=[.,;:!?)]| ?\Z)", example="in 1465", means="1465"
    ),
    DateRule(pattern=rf"{_IN}{_PART}<dec>'?s", example="in the 1990s", means="199X"),
    DateRule(
        pattern=rf"(?:in |of |from |during |since )?the {_PART}'?<dd>'?s(?!\w)",
        example="in the 90s",
        means="199X",
        note="the century is not told",
    ),
    DateRule(
        pattern=rf"(?:in |of |from |during |since )?the {_PART}<dw>",
        example="in the nineties",
        means="199X",
        note="the century is not told",
    ),
    DateRule(
        pattern=rf"{_IN}<c>(?:th|st) century", example="in the XXth century", means="1901/2000"
    ),
    DateRule(
        pattern=rf"{_IN}{_PART}<cc>(?:th|st) century",
        example="the 19th century",
        means="1801/1900",
        note="a part of a century",
    ),
    DateRule(pattern=r"(?:in|during|of) <y>", example="in 2017", means="2017"),
    DateRule(
        pattern=r"(?:(?:in|by|since|until) )?(?:mid|early|late)-<y>",
        example="mid-2019",
        means="2019",
    ),
)

_THAT = "(?:that same|that|the same)"
_FOLLOWING = (
    r"(?:the (?:following|next) year|"
    r"the year (?:after|that followed)(?= ?[.,;:)]| (?:it|they|he|she)\b))"
)
_PREVIOUS = "(?:the (?:previous|preceding) year|the year before)"
_PRONOUNS = (
    ("(?:this|the current) year", "this year", 0, False),
    ("(?:last|the past) year", "last year", -1, False),
    ("next year", "next year", 1, False),
    (_FOLLOWING, "the following year", 1, True),
    (_PREVIOUS, "the previous year", -1, True),
    (rf"{_THAT} year", "that year", UNKNOWN, True),
)
"""How a year is told by another: in the pattern, an example, how far away, and from which."""

_SPANS = (
    (
        rf"(?:from )?<d>{_TH} ?(?:<->|{_TO}|and) ?<d2>{_TH} (?:of )?<m>",
        "26–30 September",
        "09-26/09-30",
    ),
    (_DAY, "2 March", "03-02"),
    (_AMERICAN, "March 2", "03-02"),
    (rf"(?:from )?<m> ?(?:<->|{_TO}) ?<m2>", "January to June", "01/06"),
    ("(?:in )?(?:early |mid-|late )?<m>", "August", "08"),
    (rf"{_IN}{_PART}<s>", "in the autumn", "09/11"),
    (rf"{_IN}<h> half", "in the first half", "01/06"),
    (rf"{_IN}<q> quarter", "the second quarter", "04/06"),
)
"""Parts of a year."""


_BY_ANOTHER: tuple[DateRule, ...] = (
    *by_another_year(
        _PRONOUNS,
        r"<part>,? (?:of |in )?<pronoun>(?!\w)",
        "<part> of <pronoun>",
        "rel:<years>-<part>",
        spans=_SPANS,
    ),
    *by_another_year(
        _PRONOUNS,
        r"(?:in )?<m> and (?:again )?(?:in )?<m2>,? (?:of )?<pronoun>(?!\w)",
        "in May and again in October of <pronoun>",
        "rel:<years>-05 rel:<years>-10",
        shape="apart",
    ),
    *by_another_year(
        _PRONOUNS,
        r"(?:in |later |also |earlier |on )?<pronoun>(?:'s)?(?!\w)",
        "<pronoun>",
        "rel:<years>",
    ),
    DateRule(
        pattern=r"(?:later in|(?:by|at|before) the end of|until the end of) the year(?!\w| \d)",
        example="later in the year",
        means="rel:?",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"(?:by|at) (?:the )?year(?:'s|-)? ?end(?!\w)",
        example="by the year's end",
        means="rel:?",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=rf"<d>{_TH} ?(?:<->|{_TO}) ?<d2>{_TH} <m>(?!,? ?\d)",
        example="29–30 March",
        means="rel:?-03-29/03-30",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=rf"<d>{_TH} (?:of )?<m>(?!,? ?\d)",
        example="31 October",
        means="rel:?-10-31",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"the <od> of <m>(?!,? ?\d)",
        example="the twenty-third of November",
        means="rel:?-11-23",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=rf"<m> <d>{_TH}(?!,? ?\d)", example="October 31", means="rel:?-10-31", years=UNKNOWN
    ),
    DateRule(
        pattern=r"(?:in|since|until|by) (?:early |mid-|late )?<m>(?!,? ?\d| \w+ \d{4})",
        example="in October",
        means="rel:?-10",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"(?:in )?(?:that|the same|that same) (?-i:(?=[A-Z]))<m>",
        example="that same December",
        means="rel:?-12",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"(?:in |by |until )?the (?:following|next) (?-i:(?=[A-Z]))<m>(?!,? ?\d)",
        example="the following May",
        means="rel:next-05",
        years=UNKNOWN,
        coming=True,
    ),
    DateRule(
        pattern=r"(?:in |by |until )?the (?:following|next) <s>",
        example="the following spring",
        means="rel:next-03/05",
        years=UNKNOWN,
        coming=True,
    ),
    DateRule(
        pattern=r"(?:in |later )?(?:that|the same|that same) <s>",
        example="that autumn",
        means="rel:?-09/11",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=(
            rf"(?:(?:on )?the <od>(?: day)? of (?:that|the same|that same) month|"
            rf"(?:on )?(?:the )?<d>{_TH} of (?:that|the same|that same) month)"
        ),
        example="on the first of that month",
        means="rel:month-01",
        in_month=True,
    ),
    DateRule(
        pattern=r"(?:in |later |also )?(?:that|the same|that same) month(?! (?:as|in|of))",
        example="that same month",
        means="rel:month",
        in_month=True,
    ),
    *by_another_day(
        (
            (
                r"(?:on |later )?that (?:very |same )?(?:day|evening|night|morning|afternoon)",
                "that day",
                0,
            ),
            # "Kept on the same day" is no day that was told before.
            (
                (
                    r"(?:\A|(?<=[,;] )|(?<=and )|(?<=\())"
                    "(?:on |later )?the same (?:day|evening)"
                ),
                "on the same day",
                0,
            ),
            (
                "(?:on |in |by )?the (?:very )?(?:next|following) (?:day|morning|evening)",
                "on the following day",
                1,
            ),
            ("(?:on )?the (?:previous day|day before)", "the day before", -1),
        ),
        r"<pronoun>(?! (?:as|that|when|on|in|of|after|before)\b)",
    ),
    *by_another_day(
        (
            ("the second", "the second", 1),
            ("the third", "the third", 2),
            ("(?:the|its|his|her|their) (?:last|final|closing)", "the last", -1),
        ),
        r"on <pronoun> day(?! (?:of|after)\b)",
        "on <pronoun> day",
        within=True,
    ),
)

DATES: tuple[DateRule, ...] = (*_PERIODS, *_WITH_A_YEAR, *_BY_ANOTHER)

_CLAUSE_END = (
    r" ?(?:[.,;:!?)]|\Z)| (?:to|in|at|on|since|by|and|but|from|during|of them)(?!\w)|"
    r" (?:a|per) (?:day|week|month|year)(?!\w)"
)
_PARTS = {
    "third": 3,
    "(?:quarter|fourth)": 4,
    **{part: number for number, part in enumerate(("fifth", "sixth", "seventh"), 5)},
    **{part: number for number, part in enumerate(("eighth", "ninth", "tenth"), 8)},
}
_END = r"[.,;:!?)]|\Z"
_SHARE = (
    rf"(?= of (?!an?\b|the (?:year|century)|\d)| (?:more|less|fewer|higher|lower|larger|smaller)\b|"
    rf" (?:in|to|since|on|over|by|from|between|last|this)\b| ?(?:{_END}))"
)
"""What stands behind a share: "a third country" is none, nor is "a quarter of 2018"."""
_HALF = (
    r"(?= of (?!an?\b|the (?:year|century|decade)|\d|January|February|March|April|May|June|"
    r"July|August|"
    r"September|October|November|December)| (?:the|its|their|all|as)\b)"
)

_BEFORE_HALF = "(?:{})".format(
    "|".join(f"(?<={each} )" for each in ("by", "almost", "nearly", "than", "about", "roughly"))
)
_ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth"),
    *("tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth"),
    *("seventeenth", "eighteenth", "nineteenth"),
)

WORDING = Wording(
    letters="",
    function_words=words(
        "the of and in to a an is was were are for with on by at from that this which has have "
        "had be been it its as their between since until than per"
    ),
    abbreviations=words(
        "mr mrs dr prof art no vol p pp ed eds st ca c e.g i.e etc cf jan feb mar apr jun jul aug "
        "sep sept oct nov dec"
    ),
    months=tuple(
        month
        if len(month) < 4
        else rf"(?-i:{month}|{month.upper()}|{'Sept?' if month == 'September' else month[:3]}\b\.?)"
        for month in MONTHS
    ),
    quarters=("first|1st|Q1", "second|2nd", "third|3rd", "fourth|4th"),
    halves=("first|1st", "second|2nd"),
    seasons=("spring", "summer", "autumn|fall"),
    days=(
        *_ORDINALS,
        *("twentieth", *(f"twenty[ -]{each}" for each in _ORDINALS[:9])),
        *("thirtieth", "thirty[ -]first"),
    ),
    decades=tuple(f"{ten[:-1]}ies" for ten in _TENS),
    dates=DATES,
    about=r"about|around|circa|c\.|ca\.|approximately|roughly",
    bare_before="in|since|by|of|from|until|till|before|after|during|between|year",
    bare_after=(
        "and|the|to|by|was|were|is|a|an|in|on|of|at|it|with|when|for|as|or|that|trade|turnover"
    ),
    decimal=".",
    group=", ",
    numerals={
        **{word: number for number, word in enumerate(WORDS[1:20], 1)},
        **{word: 10 * number for number, word in enumerate(_TENS, 2)},
        "a hundred|hundred": 100,
    },
    fractions={"one and a half|one-and-a-half": "1.5", "half an?": "0.5"},
    and_half="[ -]and[ -]a[ -]half",
    stems={},
    stems_before="(?!)",
    word_join="[ -](?:and )?",
    scales={
        r"dozen(?!s)": 12,
        r"thousand|k(?!\w)": 10**3,
        r"millions?|mln\.?|mn(?!\w)|m(?=n?(?:\W|$))(?! ?[²³23])": 10**6,
        r"billions?|bln\.?|bn(?!\w)|b(?!\w)": 10**9,
        r"trillions?|trn?(?!\w)": 10**12,
    },
    alone="dozen|thousand|million|billion|trillion",
    endings=r"(?!)",
    suffix=r"(?!)",
    of_those=r"(?!)",
    ordinal=r"(?:st|nd|rd|th)(?!\w)|-(?:point|fold)|-year anniv",
    refused_before=(
        r"№ ?|\bno\. ?|\bnos\. ?|\barticles? |\bpp?\. ?|\bpages? |\bvol\.? |\bchapter |\bsection |"
        r"\bnumber |\btable |\bfigure |\bstage |\bC|"
        r"\b(?:several|few|many|various|(?:ten|dozen|hundred|thousand)s of)[ -]"
    ),
    refused_after=r"(?!)",
    no_nouns=r"(?:and|or|of|in|to|on|by|the|at|for|was|were|is|a|an|from|as|with|that|which)\b",
    pairs=(
        r"countr|state|side|part(?:y|ies)|nation|people|republic|neighbour|neighbor|president|"
        r"government|ministr(?:y|ies)|(?:service|capital|leader|board|date|thing|point|reason)s(?!\w)|"
        r"agenc|parliament|chamber|academ|bodies"
    ),
    both="the|these|those|both|their|its|our",
    only=(
        r"only|just|merely|a mere|(?:in|a) total(?: of)?|no fewer than|"
        r"(?:has|have|had) (?:now |since |already )?"
        r"(?:\w+ed|sent|held|met|made|paid|seen|built|won|had)|"
        r"(?:count|number|total|tall)(?:l?ed|s)"
    ),
    clause_end=_CLAUSE_END,
    rest_of=r"(?:out )?of(?: its| the| a total of| all)? ",
    partitive=" (?:out of |of (?:the|its|their|these|those|all|his|her|them|which|whom)(?!\\w))",
    tally=(
        r"(?:number|total|tally|count)s? of(?: [\w'-]+){1,5}",
        r"(?:from|to|at|reach\w*|was|were|is|exceed\w*|pass\w*|total(?:l?ed|s)) ",
        _CLAUSE_END,
    ),
    groups=(
        r"(?:staff|team|crew|delegation|mission|group|party|panel|committee|commission|jury|"
        r"quorum|crowd|audience|garrison) of"
    ),
    counters={},
    units={
        r"(?:US|U\.S\.|American) dollars?|dollars?|USD": "usd",
        r"euros?|EUR": "eur",
        r"(?:russian )?r(?:o)?ubles?": "rub",
        r"(?:uzbek )?so(?:u)?ms?|UZS": "uzs",
        r"tenge|KZT": "tenge",
        r"per ?cent|%|percentage points?": "percent",
        r"cubic met(?:re|er)s?|m3|m³": "cubic-metre",
        r"(?:square|sq\.?) kilomet(?:re|er)s?|sq\.? ?km|km2|km²": "square-kilometre",
        r"(?:square|sq\.?) met(?:re|er)s?|m2|m²": "square-metre",
        r"kilomet(?:re|er)s?|km(?!\w)": "kilometre",
        r"met(?:re|er)s?(?!\w)|m(?!\w)": "metre",
        r"hectares?|ha(?!\w)": "hectare",
        r"tonnes?|tons?(?!\w)|t(?!\w)": "tonne",
        r"kilogram(?:me)?s?|kg(?!\w)": "kilogram",
        r"kwh(?!\w)|kilowatt[- ]hours?": "kilowatt-hour",
        r"mw(?!\w)|megawatts?": "megawatt",
        r"gw(?!\w)|gigawatts?": "gigawatt",
        r"times(?!\w)|-?fold(?!\w)": "times",
        r"occasions(?!\w)": "occasion",
        (
            r"people(?!\w)|persons?(?!\w)|inhabitants|residents|strong(?!\w)|"
            r"(?-i:Uzbeks|Kazakhs|Kyrgyz|Tajiks|Turkmens?|Uyghurs|Tatars|Karakalpaks|Turks|Germans|"
            r"Poles|Chinese|Japanese|[A-Z][a-z]+(?:rians|nians|sians|lians|dians|reans|peans|icans))"
            r"(?!\w)"
        ): "person",
        r"decades?(?!\w)": "10 year",
        r"centur(?:y|ies)(?!\w)": "100 year",
        r"months?(?!\w)": "month",
        r"years?(?!\w)": "year",
        r"weeks?(?!\w)": "week",
        r"hours?(?!\w)": "hour",
        r"minutes?(?!\w)": "minute",
        r"days?(?!\w)": "day",
        r"articles?(?!\w)": "article",
        r"documents?(?!\w)": "document",
        r"enterprises?(?!\w)": "enterprise",
        r"jobs?(?!\w)": "job",
        r"visits?(?!\w)": "visit",
    },
    signs={r"US ?\$|\$|USD": "usd", "€|EUR": "eur", "£|GBP": "gbp", "₽": "rub", "₸": "tenge"},
    fillers=(
        r"\w+(?:al|ive|ing|ed|ic|ent|ary|ish|an)|new|joint|large|state|border|different|major|big|"
        r"other|and|key|business|uzbek|kazakh|kyrgyz|tajik|turkmen"
    ),
    multiples={
        "doubled(?! as)|twofold|twice(?= as| the)": 2,
        "trebled|tripled|threefold": 3,
        "quadrupled|fourfold": 4,
        "fivefold": 5,
        "sixfold": 6,
        "tenfold": 10,
        **{
            f"{ten}{'[ -]' if unit else ''}{unit}-?fold": 10 * tens + units
            for tens, ten in enumerate(_TENS, 2)
            for units, unit in enumerate(("", *WORDS[1:10]))
        },
    },
    wholes={
        "twice(?! as| the)": "2 times",
        "thrice": "3 times",
        "a fortnight": "2 week",
        "a quarter(?: of a |-)century": "25 year",
        "half a year": "6 month",
    },
    shares={
        **shares_of(
            {word: number for number, word in enumerate(WORDS[2:10], 2)} | {"one": 1},
            _PARTS,
            r"<n>[ -]<d>s?(?!\w)",
        ),
        **{rf"a {part}{_SHARE}": percent(1, whole) for part, whole in _PARTS.items()},
        rf"(?<!first )(?<!second )(?<!latter )(?<!last )(?<!other )half{_HALF}": "50",
        rf"{_BEFORE_HALF}half(?! (?:an?|past)\b)": "50",
        **shares_of(
            {word: number for number, word in enumerate(WORDS[1:10], 1)},
            {word: number for number, word in enumerate(WORDS[2:11], 2)},
            r"<n> in (?:every )?<d>(?!\w)",
        ),
    },
    singles=(
        r"(?:a|one|another)(?: (?:full|whole|entire|further|good))?"
        r"(?= (?:year|month|week|decade|century|day)(?!\w))"
    ),
    inverted={},
    later=("", r"(?:later|after that|afterwards|on(?= ?[.,;]))"),
    earlier=("", r"(?:earlier|before that|previously|before(?= ?[.,;]))"),
    measured=("", "(?:later|earlier) than"),
    span=(
        "(?:for|within|in less than|after|took|lasted)",
        r"(?:after|before|ago|until|into|or (?:so|more)|and a half|old)",
    ),
    before={
        "more than|over|above|in excess of|exceed(?:s|ed|ing)?|upwards of|"
        "passed|topped|surpassed": "over",
        "(?:an )?average(?: of)?|on average": "average",
        "about|around|approximately|some|roughly|circa|an estimated": "about",
        "(?:no|not) (?:less|fewer) than|at least|a minimum of": "at-least",
        (
            "nearly|almost|close to|just under|not quite|(?:just |a little )?shy of|approaching|"
            "(?:slightly|a little|a bit|just) (?:less|fewer|under)(?: than)?|barely short of"
        ): "nearly",
        "less than|fewer than|under|below": "under",
        "up to|as many as|not more than|no more than|at most": "up-to",
    },
    after={
        r"or more": "at-least",
        r"or so|or thereabouts|-odd": "about",
        r"and more": "over",
    },
    between=((r"(?:between|from) ", r" (?:and|to) ", ""), ("", " to ", "")),
    growth=r"r(?:ose|ises?|isen|ising)|gr(?:ew|own|owth|ow)|increas\w+|up(?!\w)|higher|more",
    fall=r"f(?:ell|all|alls|allen)(?!\w)|declin\w+|decreas\w+|down(?!\w)|lower|less|dropp?\w*",
    grown=r"r(?:ose|isen)|gr(?:ew|own)|increas\w+|fell|fallen|reach\w*",
    statuses={
        # What was aimed at did not come about, though it "was".
        r"(?:goals?|targets?|plans?|ambitions?)(?: [\w-]+){0,4} (?:was|were|stood at)": "target",
        r"plan(?:s|ned|ning)?(?!\w)|intend\w*|envisag\w+|will|agreed to": "plan",
        r"target\w*|goals?|aim(?:s|ed)?(?!\w)|want(?:s|ed)?(?!\w)|"
        r"hop(?:es?|ed|ing)(?!\w)|(?:is|are) to|to reach|to bring|ambitions?|means? to": "target",
        r"expect\w*|forecast\w*|estimat\w+|projected|likely": "estimate",
        r"reached|came to|amounted|total(?:l)?ed|rose|grew|stood at|increased|fell|"
        r"climbed|recorded|in fact|in the event|actually|"
        r"ha[sd] (?:grown|risen|climbed)": "actual",
        r"was|were|signed|has": "actual",
    },
    verb_last=False,
    documents={
        r"treat(?:y|ies)": "treaty",
        r"agreements?": "agreement",
        r"declarations?": "declaration",
        r"memorand(?:um|a|ums)": "memorandum",
        r"conventions?": "convention",
        r"resolutions?": "resolution",
        r"laws?(?!\w)": "law",
        r"decrees?": "decree",
        r"protocols?": "protocol",
        r"strateg(?:y|ies)": "strategy",
        r"programmes?": "programme",
    },
    document_rules=(
        r"<kind>(?: \w+){0,2} <quoted>",
        r"<quoted>(?: \w+){0,1} <kind>",
        r"(?-i:(?:[A-Z][\w'-]+ )*)<Kind>"
        r"(?: between [^.,;]{3,60}?)? (?:on|of|for|concerning) <title>",
    ),
)
