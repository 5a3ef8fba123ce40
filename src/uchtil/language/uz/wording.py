"""How Uzbek tells dates and amounts, in Latin script with ``'`` for every apostrophe."""

from __future__ import annotations

from uchtil.language.wording import (
    COMPARED,
    SEASON,
    UNKNOWN,
    DateRule,
    Wording,
    by_another_day,
    by_another_year,
    shares_of,
    words,
)

_OF = r"(?:ning|gi|dagi|da)?"
_STRESS = "(?:yoq|oq|gina)?"
"""What may be glued to a date to stress it: "as early as", "only"."""
_YIL = rf"<hy>yil{_OF}"
_MONTH_END = f"(?:(?:ning|dagi|gacha|dan|da|ga|ni|idagi|igacha|idan|ida|iga|ini|ining|i){_STRESS})?"
_TILL_NOW = "(?:hozirgacha|hozirga qadar|shu kungacha|bugungacha|bugungi kungacha)"
_SINCE = rf"(?:boshlab|buyon|beri|keyin(?:gi)?|so'ng(?:gi(?! kun))?|e'tiboran|{_TILL_NOW})"
_FROM = "(?<=dan)"
_TILL = "(?: ?(?:gacha|ga qadar)|(?<=gacha))"
_NO_START = (
    r"(?! (?:oldin|avval|ilgari|burun|ko'p|ortiq|oshiq|kam|farqli|ko'ra)|[^.;!?]*\bboshla(?!b))"
)
"""Words behind "from" that make it no beginning; what began then did so on that very date."""
_UNITS = ("bir", "ikki", "uch", "to'rt", "besh", "olti", "yetti", "sakkiz", "to'qqiz")
_TENS = (
    *("o'n", "yigirma", "o'ttiz", "qirq", "ellik"),
    *("oltmish", "yetmish", "sakson", "to'qson"),
)
_MONTHS = (
    *("yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust"),
    *("senty?abr", "okty?abr", "noyabr", "dekabr"),
)

_SHORT = (
    *("yanv?", "fevr?", "mar", "apr", "may", "iyun", "iyul", "avg", "sen(?:t)?", "okt"),
    *("noya?b?", "dek"),
)
"""Months cut short, as news agencies have them."""

_PRONOUNS = (
    ("(?:joriy|ushbu|bu)", "joriy", 0, False),
    ("shu", "shu", 0, True),
    ("o'tgan", "o'tgan", -1, False),
    ("(?:kelgusi|kelasi|keyingi|navbatdagi)", "kelasi", 1, True),
    ("(?:oldingi|avvalgi)", "avvalgi", -1, True),
    ("(?:o'sha|shu o'sha|xuddi shu|ayni|mazkur)", "o'sha", UNKNOWN, True),
)
"""How a year is told by another: in the pattern, an example, how far away, and from which."""

_SPANS = (
    (
        r"<d>(?: ?<-> ?|<hy>dan |<hy><m>(?<=dan) )<d2><hy><m2>(?: kunlari\w*)?",
        "26–30-sentabrda",
        "09-26/09-30",
    ),
    (r"<d><hy><m>(?: kuni\w*)?", "8-avgustida", "08-08"),
    (
        r"<m>(?: ?<-> ?| ?oyidan |(?<=dan) )<m2>(?: (?:oyi|oylari)\w*)?",
        "yanvar–iyun oylarida",
        "01/06",
    ),
    (r"<m>(?: oyi\w*)?", "avgustida", "08"),
    (r"<s>", "kuzida", "09/11"),
    (r"<h><hy>(?:yarm|yarim yillig)\w*", "birinchi yarmida", "01/06"),
    (r"<q><hy>(?:chorag|kvartal)\w*", "ikkinchi choragida", "04/06"),
)
"""Parts of a year."""


_BIT = "(?:sal |biroz |bir oz |ozgina |salgina |xiyol |ancha |juda |anchagina )?"
"""Words by which a hedge is hedged."""


def _ordinal(number: str) -> str:
    """Return the ending that makes a number an ordinal."""
    return "nchi" if number[-1] in "aiou" else "inchi"


DATES: tuple[DateRule, ...] = (
    DateRule(
        pattern=rf"<y>{_YIL},? <d><hy><m>{_FROM} <y2>{_YIL},? <d2><hy><m2>{_TILL}",
        example="2016-yil 6-yanvardan 2018-yil 20-fevralgacha",
        means="2016-01-06/2018-02-20",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <d><hy><m>{_FROM} <d2><hy><m2>{_TILL}",
        example="2018-yil 30-oktabrdan 2-noyabrgacha",
        means="2018-10-30/2018-11-02",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <m>(?: oyidan|{_FROM}) <y2>{_YIL} <m2>(?: oyi)?{_TILL}",
        example="2016-yil yanvaridan 2018-yil fevraligacha",
        means="2016-01/2018-02",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <m>(?: oyidan|{_FROM}) <m2>(?: oyi)?{_TILL}",
        example="2024-yil yanvaridan mayigacha",
        means="2024-01/2024-05",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <d><hy><m>{_FROM} <y2><hy>yilgacha",
        example="1993-yil 5-avgustdan 2000-yilgacha",
        means="1993-08-05/2000",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <m>(?: oyidan|{_FROM}) <y2><hy>yilgacha",
        example="1993-yil avgustidan 2000-yilgacha",
        means="1993-08/2000",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <d><hy><m> ?<-> ?<d2><hy><m2>(?: kunlari\w*)?",
        example="2018-yil 30-oktabr – 2-noyabr kunlari",
        means="2018-10-30/2018-11-02",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <d> ?<-> ?<d2><hy><m>(?: kunlari\w*)?",
        example="2017-yil 22–23-mart kunlari",
        means="2017-03-22/2017-03-23",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <d> va <d2><hy><m>",
        example="2017-yil 22 va 24-mart",
        means="2017-03-22 2017-03-24",
        shape="apart",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <d><hy><m>(?: kunidan)? {_SINCE}",
        example="2018-yil 12-martdan boshlab",
        means="2018-03-12/..",
        shape="since",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <d><hy><m>(?: kunidan|{_FROM}){_NO_START}",
        example="2018-yil 12-martidan",
        means="2018-03-12/..",
        shape="since",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <d><hy><m>(?<=gacha)",
        example="2018-yil 12-martgacha",
        means="../2018-03-12",
        shape="until",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <d><hy><m>(?: kuni\w*)?",
        example="1998-yil 31-oktabrda",
        means="1998-10-31",
    ),
    DateRule(
        pattern=r"<d> ?<-> ?<d2><hy><m>,? <y>(?:<hy>yil(?!l?ig|lik)\w*| y\.)?",
        example="22–23-mart 2017-yil",
        means="2017-03-22/2017-03-23",
    ),
    DateRule(
        pattern=r"<d><hy><m>,? <y>(?:<hy>yil(?!l?ig|lik)\w*| y\.)?",
        example="31-oktabr 1998-yil",
        means="1998-10-31",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <od> <m>(?: kuni\w*)?",
        example="1998-yil o'ttiz birinchi oktabrda",
        means="1998-10-31",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <m>(?: oyi)?{_TILL}",
        example="2008-yilning avgustigacha",
        means="../2008-08",
        shape="until",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <m>(?: oyi\w*)? {_SINCE}",
        example="2016-yil mart oyidan boshlab",
        means="2016-03/..",
        shape="since",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <m>(?: oyidan|{_FROM}){_NO_START}",
        example="2016-yil martidan",
        means="2016-03/..",
        shape="since",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <m>(?: ?<-> ?| )<m2>(?: oylari\w*)?",
        example="2024-yilning yanvar–may oylarida",
        means="2024-01/2024-05",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <m> va <m2>(?: oylari\w*)?",
        example="2019-yil may va oktabr oylarida",
        means="2019-05 2019-10",
        shape="apart",
    ),
    DateRule(
        pattern=rf"<y>{_YIL},? <m>(?: oyi\w*)?", example="1992-yil noyabr oyida", means="1992-11"
    ),
    DateRule(pattern=r"<m> <y><hy>yil\w*", example="noyabr 1992-yil", means="1992-11"),
    DateRule(
        pattern=rf"<y>{_YIL} (?:(?:erta|kech) )?<s>",
        example="2017-yil kuzida",
        means="2017-09/2017-11",
        note=SEASON,
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <q><hy>(?:chorag|kvartal)\w*",
        example="2018-yilning birinchi choragida",
        means="2018-01/2018-03",
    ),
    DateRule(
        pattern=rf"<y>{_YIL} <h><hy>(?:yarm|yarim yillig)\w*",
        example="2018-yilning birinchi yarmida",
        means="2018-01/2018-06",
    ),
    DateRule(
        pattern=r"<y><hy>(?:yil)?dan <y2><hy>yilgacha",
        example="1993-yildan 2000-yilgacha",
        means="1993/2000",
    ),
    DateRule(
        pattern=(
            rf"<y><hy>yil(?:i|ning)?(?: (?:boshi|oxiri|o'rtalari|o'rtasi))?dan <y2>{_YIL} "
            r"(?:bosh|oxir|o'rta|bahor|yoz|kuz|qish)\w*gacha"
        ),
        example="2012-yildan 2015-yil oxirigacha",
        means="2012/2015",
    ),
    DateRule(
        pattern=r"<y> ?<-> ?<y2><hy>(?:yil(?:lar)?(?:i|ning|da|dagi|ga|gacha|dan)?|yy?\.|yy)",
        example="1991–2000-yillarda",
        means="1991/2000",
    ),
    DateRule(
        pattern=r"<y>(?:<hy>yil)? (?:va|hamda) <y2><hy>yil(?!l?ig|lik)\w*",
        example="2001 va 2002-yillardagi",
        means="2001 2002",
        shape="apart",
    ),
    DateRule(
        pattern=rf"<y><hy>yildan {_SINCE}",
        example="2021-yildan boshlab",
        means="2021/..",
        shape="since",
    ),
    DateRule(
        pattern=r"<y><hy>yil(?:gacha|ga qadar)",
        example="2030-yilgacha",
        means="../2030",
        shape="until",
    ),
    DateRule(
        pattern=r"<y><hy>yilga (?:kelib|borib)", example="2030-yilga kelib", means="2030", note="by"
    ),
    DateRule(
        pattern=rf"<y><hy>yildan{_NO_START}(?! \w+ yil)",
        example="2021-yildan",
        means="2021/..",
        shape="since",
    ),
    DateRule(
        pattern=r"<y><hy>yildan (?:oldin|avval|ilgari|burun)(?:gi)?",
        example="2017-yildan avval",
        means="../2017",
        shape="until",
    ),
    DateRule(pattern=r"<dec><hy>yillar\w*", example="1990-yillarning", means="199X"),
    DateRule(
        pattern=r"<y><hy>yil(?:dagidan|ga nisbatan|dagiga qaraganda|ga qaraganda)",
        example="2016-yildagidan",
        means="2016",
        note=COMPARED,
    ),
    DateRule(pattern=r"<y><hy>yil(?!l?ig|lik)\w*", example="2017-yilda", means="2017"),
    DateRule(pattern=r"<y><hy>yy?\.", example="2017 y.", means="2017"),
    DateRule(  # With a space "1200 yil" may be a span.
        pattern=r"<Y>-yil(?!l?ig|lik)\w*", example="1465-yilda", means="1465"
    ),
    DateRule(
        pattern=r"<Y>-yildan (?:beri|buyon)",
        example="1373-yildan beri",
        means="1373/..",
        shape="since",
    ),
    DateRule(
        pattern=r"<Y>-yil(?:ning)?,? <d><hy><m>", example="1343-yil 23-aprelda", means="1343-04-23"
    ),
    DateRule(
        pattern=r"<c> asr(?:ning)? <dd><hy>yillar\w*", example="XX asrning 90-yillari", means="199X"
    ),
    DateRule(
        pattern=r"<c> asr(?!lik)\w*(?: (?:boshi|oxiri|o'rtasi|o'rtalari|boshlari)\w*)?",
        example="XX asr oxirida",
        means="1901/2000",
        note="a part of a century",
    ),
    DateRule(pattern=r"<cc><hy>asr(?!lik)\w*", example="19-asrda", means="1801/1900"),
    DateRule(
        pattern=r"(?<!\d)<dd><hy>yillar(?!i?lik)\w*",
        example="90-yillarda",
        means="199X",
        note="the century is not told",
    ),
    *by_another_year(
        _PRONOUNS,
        r"<pronoun> yil(?:ning|gi|i)?,? <part>",
        "<pronoun> yilning <part>",
        "rel:<years>-<part>",
        spans=_SPANS,
    ),
    *by_another_year(
        _PRONOUNS,
        r"<pronoun> yil(?:ning|gi|i)? <m>(?: oyida)? va (?:yana )?<m2>(?: (?:oyi|oylari)\w*)?",
        "<pronoun> yilning mayida va yana oktabrida",
        "rel:<years>-05 rel:<years>-10",
        shape="apart",
    ),
    *by_another_year(
        _PRONOUNS, r"<pronoun> yil(?!lar|lig|lik)\w*", "<pronoun> yilda", "rel:<years>"
    ),
    DateRule(
        pattern=r"(?<![\d.,-])<d> ?<-> ?<d2><hy><m>(?: kunlari\w*)?",
        example="29–30-mart kunlari",
        means="rel:?-03-29/03-30",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"(?<![\d.,-])<d><hy><m>(?: kuni\w*)?",
        example="31-oktabr kuni",
        means="rel:?-10-31",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"(?:o'sha|shu) <m>", example="o'sha dekabrda", means="rel:?-12", years=UNKNOWN
    ),
    DateRule(
        pattern=r"(?<![\w-] )yil oxiri(?:da|gacha|ga qadar)(?!\w)",
        example="yil oxirida",
        means="rel:?",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"(?:keyingi|kelasi|kelgusi) <m>",
        example="keyingi mayda",
        means="rel:next-05",
        years=UNKNOWN,
        coming=True,
    ),
    DateRule(
        pattern=r"(?:keyingi|kelasi|kelgusi) (?:yilgi )?<s>",
        example="keyingi bahorda",
        means="rel:next-03/05",
        years=UNKNOWN,
        coming=True,
    ),
    DateRule(
        pattern=r"(?:o'sha|shu) (?:yilgi )?<s>",
        example="o'sha kuzda",
        means="rel:?-09/11",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=(
            r"(?:o'sha|shu|xuddi shu) oyning (?:<od>|<d><hy>(?:si|sana\w*|kun\w*))"
            r"(?: (?:kuni|sana)\w*)?"
        ),
        example="o'sha oyning birinchi kunida",
        means="rel:month-01",
        in_month=True,
    ),
    DateRule(
        pattern=r"(?:o'sha|xuddi shu|shu) oy(?:da|ning o'zida)(?!\w)",
        example="o'sha oyda",
        means="rel:month",
        in_month=True,
    ),
    DateRule(
        pattern=r"(?<![\d-])<m>(?<=ning) (?:o'zi|(?:bosh|oxir|o'rta)(?:s?i|lari))da",
        example="aprelning o'zida",
        means="rel:?-04",
        years=UNKNOWN,
    ),
    DateRule(  # "Mayda" is "small" as well.
        pattern=r"(?<![\d-])(?!may)<m>(?:(?<=da)|(?<=dan)|(?<=gacha))",
        example="oktabrda",
        means="rel:?-10",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"<od> <m>(?: kuni\w*)?",
        example="yigirma uchinchi noyabrda",
        means="rel:?-11-23",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"(?<![\d-])<m> oyi(?:da|ga|dan|gacha|ning)?(?!\w)",
        example="oktabr oyida",
        means="rel:?-10",
        years=UNKNOWN,
    ),
    DateRule(
        pattern=r"<dw> yillar(?!i?lik)\w*",
        example="to'qsoninchi yillarda",
        means="199X",
        note="the century is not told",
    ),
    *by_another_day(
        (
            (
                r"(?:(?:o'sha|shu) (?:kun(?:i|da|ning o'zida)|oqshom|kecha)|"
                r"(?:xuddi shu|ayni) kuni)(?!\w)",
                "o'sha kuni",
                0,
            ),
            (r"(?:ertasi|keyingi) kuni(?!\w)|ertasiga", "ertasi kuni", 1),
            (
                r"(?:bir kun (?:oldin|avval|ilgari)|oldingi kuni|avvalgi kuni)(?!\w)",
                "bir kun oldin",
                -1,
            ),
        )
    ),
    *by_another_day(
        (
            ("ikkinchi", "ikkinchi", 1),
            ("uchinchi", "uchinchi", 2),
            ("(?:oxirgi|so'nggi)", "oxirgi", -1),
        ),
        r"<pronoun> kuni(?!\w)",
        "<pronoun> kuni",
        within=True,
    ),
)

WORDING = Wording(
    letters="",
    function_words=words(
        "va bilan uchun ham bu o'zbekiston qozog'iston davlat ikki yil yilda yili yilning yildan "
        "yilga yillarda bo'yicha haqida hamda esa edi bo'ldi qilindi etildi o'rtasidagi "
        "to'g'risidagi to'g'risida bo'lib orqali kunlari kuni oyida so'm dollar dollarga foiz "
        "foizga nafar ming ortiq yaqin kishi munosabatlari shartnoma imzolandi eng o'zaro savdo "
        "mln mlrd bor hajmi tomonlama tashrifi tashkil etdi oshdi yetdi o'sdi bugun"
    ),
    abbreviations=words(
        "y yy mln mlrd trln sh b bet h.k v.b prof dots akad masalan ya'ni art km kv yan fev avg "
        "sent okt noyab dek"
    ),
    months=tuple(
        f"{month}{_MONTH_END}|{short}\\b\\.?" for month, short in zip(_MONTHS, _SHORT, strict=True)
    ),
    quarters=("birinchi|I|1", "ikkinchi|II|2", "uchinchi|III|3", "to'rtinchi|IV|4"),
    halves=("birinchi|I|1", "ikkinchi|II|2"),
    seasons=tuple(
        rf"{season}(?:i?(?:da|ga|dan|ning|gacha|gi)?)"
        for season in ("bahor", "yoz(?!i?l|ib|a|u)", "kuz")
    ),
    days=tuple(
        f"{ten}{' ' if ten and unit else ''}{unit}{_ordinal(unit or ten)}"
        for ten in ("", *_TENS[:3])
        for unit in ("", *_UNITS)
        if (ten or unit) and (ten != _TENS[2] or unit in ("", _UNITS[0]))
    ),
    decades=tuple(f"{ten}{_ordinal(ten)}" for ten in _TENS[1:]),
    dates=DATES,
    about="taxminan|chamasi|tahminan",
    bare_before=r"(?!)",
    bare_after="va|hamda|yoki",
    decimal=",.",
    group=" ",
    numerals={
        **{word: number for number, word in enumerate(_UNITS, 1)},
        **{word: 10 * number for number, word in enumerate(_TENS, 1)},
        "bitta": 1,
        "yuz": 100,
    },
    fractions={"bir yarim": "1.5", "yarim": "0.5"},
    and_half=" yarim(?!\\w)",
    stems={},
    stems_before="(?!)",
    word_join=" (?!o'n yillik)",
    scales={
        r"dyujina": 12,
        r"ming(?:ta)?": 10**3,
        r"mln\.?|million(?:ta)?": 10**6,
        r"mlrd\.?|milliard(?:ta)?": 10**9,
        r"trln\.?|trillion(?:ta)?": 10**12,
    },
    alone=r"(?:dyujina|ming|million|milliard|trillion|mln\.?|mlrd\.?)(?:ta)?",
    endings=r"(?:dan|gacha|cha|ga|ka|ni|ning|lik|dagi|da)",
    suffix=r" ?-?(?:tasi(?:ni)?|(?:tadan|taga|tagacha|tacha|tani|ta)\b(?!lik))",
    of_those=r"tasi",
    ordinal=r"-(?!ta\b|tasi|\d)\w|-? ?(?:inchi|nchi)\b",
    refused_before=(
        r"№ ?|\bchet |\bno\.? ?|\btop |\b(?:bir )?necha |\bbir qancha |\b(?:yuz|o'n|ming)lab "
    ),
    refused_after=(
        r"bosqich\w* magistr|talik|tomonlama|"
        r"karra(?! (?:ko'p|ort|osh|o's|kam|pasay|yuqori))|kishilik|"
        r"yillig|yillik (?:yubiley|to'y|sana)|yillikning|y\.|xil|\w+nchi"
    ),
    no_nouns=(
        r"(?:va|hamda|yoki|esa|ham|bilan|uchun|dan|ga|ni|da|deb|degan|deya|deyil\w+)\b|\w+(?:di|moqda|adi|ydi)(?!\w)"
    ),
    pairs=(
        r"davlat|mamlakat|tomon|xalq|respublika|qardosh|taraf|qo'shni|prezident|yo'nalish|o'rta|"
        r"hukumat|vazirlik|idora|xizmat|poytaxt|rahbar|yetakchi|parlament|palata|"
        r"(?:sana|narsa|sabab|misol)(?:lar|ni|ga|da)?"
    ),
    both="bu|ushbu|har|shu|o'sha|ana shu|mana shu",
    only="atigi|faqat(?:gina)?|bor-yo'g'i|jami(?:si)?|hammasi bo'lib",
    clause_end=r" ?(?:[.,;:!?)]|\Z)| (?:va|bilan|esa|edi)(?!\w)",
    rest_of="(?!)",
    partitive="(?!)",
    tally=(
        "soni(?:ni|ning)?",
        "",
        r" ?(?:yet(?:di|gan|ib|kaz)|osh(?:di|gan|ib)|ko'pay|kamay|tashkil|bo'l|ortdi|teng)\w*|,",
    ),
    groups="(?!)",
    counters={
        r"nafar(?:dan|ga|ni|i)?": "person",
        r"(?:marta|marotaba)(?:dan)?|bor(?= (?:kel|bor)\w)": "occasion",
        r"dona": "",
    },
    units={
        r"(?:AQSH|amerika) dollar\w*|dollar\w*|USD": "usd",
        r"yevro\w*|euro|EUR": "eur",
        r"(?:rossiya )?rubl\w*": "rub",
        r"so'm(?!on)\w*|so'mlik|UZS": "uzs",
        r"tenge\w*|KZT": "tenge",
        r"foiz\w*|%": "percent",
        r"(?:kub ?m(?:etr\w*)?|m3|m³)(?!\w)": "cubic-metre",
        r"(?:kv\.? ?km|kvadrat kilometr\w*|km2|km²)": "square-kilometre",
        r"(?:kv\.? ?m|kvadrat metr\w*|m2|m²)(?!\w)": "square-metre",
        r"kilometr\w*|km(?:ga|dan|ni|lik|da)?(?!\w)": "kilometre",
        r"metr\w*|m(?!\w)": "metre",
        r"gektar\w*|ga(?= yer| maydon|lik)": "hectare",
        r"tonna\w*|tn?(?!\w)": "tonne",
        r"kilogramm\w*|kg(?!\w)": "kilogram",
        r"kvt ?[·.*∙]? ?soat\w*|kilovatt-soat\w*": "kilowatt-hour",
        r"mvt(?!\w)|megavatt\w*": "megawatt",
        r"gvt(?!\w)|gigavatt\w*": "gigawatt",
        r"(?:barobar|baravar|karra)\w*": "times",
        r"kishi\w*|odam\w*|fuqaro\w*": "person",
        r"o'n yillik(?:da|dan|ga|ni|ning)?(?!\w)": "10 year",
        r"asr(?:da|dan|ga|ni|ning|lik)?(?:cha)?(?!\w)": "100 year",
        r"oy(?:da|ida|dan|i|ga|iga|idan|ini|lik|ni|ning)?(?:cha)?(?!\w)": "month",
        r"yil(?:da|dan|ga|ni|ning|i|lik)?(?:cha)?(?!\w)": "year",
        r"hafta(?:da|dan|ga|ni|ning|lik)?(?:cha)?(?!\w)": "week",
        r"kun(?:da|dan|ga|ni|ning|i|lik)?(?:cha)?(?!\w)": "day",
        r"soat(?:da|dan|ga|ni|ning|i|lik)?(?:cha)?(?!\w)": "hour",
        r"daqiqa(?:da|dan|ga|ni|ning|si|lik)?(?:cha)?(?!\w)": "minute",
        r"modda\w*": "article",
        r"hujjat\w*": "document",
        r"korxona\w*": "enterprise",
        r"ish o'rn\w*|ish o'rin\w*": "job",
        r"tashrif\w*": "visit",
    },
    signs={r"US\$|\$|USD": "usd", "€|EUR": "eur", "£": "gbp", "₽": "rub", "₸": "tenge"},
    fillers=(
        r"yirik|ramziy|qo'shma|muhim|ko'p|ikki|tomonlama|yangi|doimiy|xalqaro|umumiy|turli|"
        r"xorijiy|davlat|katta|zamonaviy|malakali|rasmiy|oliy|qozoq|o'zbek|qozog'iston|o'zbekiston|chegara"
    ),
    multiples={},
    wholes={"chorak asr": "25 year", "yarim yil": "6 month"},
    shares={
        **shares_of(
            {
                rf"{word}i?(?:ni|ga|da)?(?=(?:dan)?(?!\w))": number
                for number, word in enumerate(_UNITS[:9], 1)
            },
            {word: number for number, word in enumerate((*_UNITS[1:], _TENS[0]), 2)},
            r"<d>dan (?:<n>)(?: (?:qism|hissa|ulush)\w*?(?=(?:dan)?(?!\w)))?",
        ),
        r"chorak (?:qism|hissa|ulush)\w*?(?=(?:dan)?(?!\w))": "25",
        (
            r"(?<=ning )(?:teng )?yarmi(?:ni|ga|da)?(?=(?:dan)?(?!\w))|"
            r"yarmi(?=dan (?:ko'p|ortiq|kam|ozroq))"
        ): "50",
    },
    singles="(?!)",
    later=("", r"(?:dan )?(?:o'tib|o'tgach|o'tgandan|keyin|so'ng)"),
    inverted={},
    measured=(r"(?!(?:un|shun|o'shan|ora)dan)[\w']+dan", ""),
    earlier=("", r"(?:avval|oldin|ilgari|burun|muqaddam)(?:gi\w*)?"),
    span=(
        "",
        r"(?:(?:dan )?(?:o'tib|o'tgach|o'tgandan|keyin|so'ng|avval|oldin|ilgari)|"
        r"ichida|davomida|mobaynida|o'tmay|o'tmasdan)",
    ),
    before={
        "qariyb|deyarli|salkam": "nearly",
        "taxminan|tahminan|chamasi": "about",
        "o'rtacha": "average",
        "kamida|eng kami(?:da)?": "at-least",
        "ko'pi bilan": "up-to",
    },
    after={
        r"dan (?:ortiq|ko'p|oshiq) (?:bo'lmagan|emas)": "up-to",
        r"ham o'tma(?:y|sdan)": "under",
        (
            rf"dan {_BIT}(?:ortiq\w*|ko'p(?:roq)?\w*|oshiq\w*|oshig'\w*|ziyod\w*|"
            r"uzun(?:roq)?\w*|baland(?:roq)?\w*|osh(?:di|gan|ib|adi)\w*)"
        ): "over",
        rf"(?:ga|ka|qa) {_BIT}yaqin\w*": "about",
        r"dan (?:sal|biroz|bir oz|ozgina|salgina|xiyol) kam(?:roq)?\w*(?! emas)": "nearly",
        r"ga yetar-yetmas": "nearly",
        r"ga (?:ham )?(?:yetma(?:y|g|s)|bormay)\w*": "under",
        r"dan kam(?:roq)?\w*(?! emas)": "under",
        r"dan kam bo'lmagan|dan kam emas": "at-least",
        r"(?:ga|ka)cha(?: bo'lgan)?": "up-to",
        r"atrofida(?:gi)?|chamasi": "about",
        r"(?<=\w)(?<!ga)(?<!ka)(?<!qa)cha": "about",
    },
    between=((r"", r"(?: ?tadan| dan|dan) ", r"(?=(?: ?ta)?gacha| gacha)"),),
    growth=r"o's(?:di|gan|ib|ish|ishi)\w*|osh(?:di|gan|ib|ish)\w*|ko'pay\w+|ort(?:di|gan|ib|ish)\w*|ko'p",
    fall=r"kamay\w+|pasay\w+|qisqar\w+|tushib ket\w+|kam(?:di)?(?!\w)",
    grown=r"o's(?:di|gan|ib)|osh(?:di|gan|ib)|yet(?:di|gan|ib|kaz|ish)|ko'pay|ort(?:di|gan|ib)|kamay|tush",
    statuses={
        r"yetkaz\w+(?: \w+){0,3} rejala\w+|rejala\w+|rejada|reja qilin\w+": "plan",
        r"niyat\w*|mo'ljalla\w+|xohla\w+|ko'zda tut\w+": "plan",
        r"mo'ljal(?:i|lar|lari|imiz|dagi)?(?!\w)": "target",
        r"yetkaz\w+(?: \w+){0,3} maqsad\w*|maqsad\w*|marra\w*|yetkaz(?:ish|moq|ajak)\w*": "target",
        r"kutil\w+|prognoz\w*|bashorat\w*|taxmin qil\w+|baholan\w+": "estimate",
        (
            r"yet(?:di|gan|ib)\w*|tashkil (?:et|qil)(?:di|gan|adi|moqda|ib)\w*|osh(?:di|gan)\w*|"
            r"ko'pay(?:di|gan)\w*|o's(?:di|gan)\w*|ort(?:di|gan|ib)\w*|imzolan(?:di|gan)\w*|iborat|"
            r"amalda|haqiqatda|aslida"
        ): "actual",
        r"yaratiladi|quriladi|\w{3,}(?:iladi|inadi)": "plan",
    },
    verb_last=True,
    documents={
        r"shartnoma\w*": "treaty",
        r"bitim\w*|kelishuv(?!g|lar)\w*": "agreement",
        r"deklaratsiya\w*": "declaration",
        r"memorandum\w*": "memorandum",
        r"konvensiya\w*": "convention",
        r"rezoly(?:u|ut)siya\w*": "resolution",
        r"qonun\w*": "law",
        r"farmon\w*": "decree",
        r"qaror\w*": "decision",
        r"protokol\w*|bayonnoma\w*": "protocol",
        r"nizom\w*": "statute",
        r"strategiya\w*": "strategy",
        r"dastur\w*": "programme",
    },
    document_rules=(
        r"<quoted>(?:gi| nomli| deb atalgan)?(?: \w+){0,2} <kind>",
        r"<title> (?:to'g'risida|haqida|bo'yicha)(?:gi)?(?: \w+){0,1} <kind>",
    ),
)
