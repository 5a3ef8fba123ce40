"""What a page of rules asks of the author and no field holds: told by its subject and its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from uchtil.journals.guidelines.sayings import MOST_WORDS, Saying

_ASKED = re.compile(
    r"должн\w+|должен|необходим\w*|обязан\w*|требу\w+|прилага\w+|предостав\w+|представ\w+|следует"
    r"|обязательн\w*|подпис\w+|обязует\w+|сопровожда\w+|сдают\w+|нужн\w+"
    r"|(?<!\w)(?:must|should|shall|required?|requested|please|need to|has to|have to)(?!\w)|lozim"
    r"|kerak|zarur|shart|talab|tavsiya"
)
_ALWAYS = {
    "originality": r"антиплагиат\w*|плагиат\w*|(?:некорректн\w+|неправомерн\w+|наличи\w+|процент\w*"
    r"|дол\w+) заимствован\w+|оригинальност\w+|уникальност\w+"
    r"|antiplag\w*|plagi\w*|plagiari\w+|originality|similarity (?:index|check|report|rate)|turnitin"
    r"|originallik\w*|o'ziga xoslik\w*|o'zlashtirma\w*|strikeplag\w+",
    "not published elsewhere": r"(?:ранее|прежде"
    r"|нигде)\s(?:\w+ ){0,3}(?:не )?(?:был\w* )?(?:не )?(?:опубликован\w+"
    r"|публикова\w+)|не (?:\w+ )?опубликован\w+|не публиковавш\w+|(?:not|never) (?:been "
    r"|be )?(?:previously )?(?:published"
    r"|under (?:consideration|review))|previously (?:un)?published|previously not published"
    r"|unpublished"
    r"|(?:no[rt] |not be )?(?:is it |being )?under (?:consideration|review) (?:by|for|in|at"
    r"|elsewhere)"
    r"|(?:avval|ilgari|oldin)\w* (?:\w+ ){0,3}(?:nashr|chop|e'lon) (?:qilinma|etilma)\w*"
    r"|(?:nashr|chop|e'lon) (?:qilinma|etilma)gan\w*",
    "a fee": r"(?:плата|взнос|стоимост\w+|оплат\w+)(?!\w)[^.;]{0,50}|на платной основе"
    r"|(?<!\w)(?:fees?"
    r"|charges?|apc)(?!\w)"
    r"|to'lov\w*|тенге|nashr narx\w*",
}
"""What is a duty however it is said: "all articles are checked for plagiarism"."""
_IF_ASKED = {
    "a recommendation or review": r"рекомендаци\w+ (?:научн|кафедр|доктор|к |от)\w*"
    r"|рецензи\w+ (?:доктор|научн|руковод"
    r"|и протокол)\w*"
    r"|рецензи(?:ей|ю|и)(?!\w)|отзыв\w*|выписк\w+|протокол\w*|taqriz\w*|tavsiyanoma\w*"
    r"|letters? of recommendation|recommendation (?:of|from|by)|reviews? of the supervisor"
    r"|review by a",
    "a signature": r"подпис(?:ан|ыв)\w*|подпис(?:ать|ью|и автор\w*|и руковод\w*)(?!\w)|sign(?:ed"
    r"|ature)\w*"
    r"|imzo\w*",
    "a contract or consent": r"договор(?!н)\w*|согласи[ея](?: на)? (?:обработк|публикац)\w*"
    r"|лицензи\w+|consent"
    r"|copyright (?:agreement|form|transfer)|licen[cs]e (?:agreement|to publish)"
    r"|shartnoma\w*|rozilik\w*",
    "permissions": r"permissions?(?!\w)|разрешени\w+ (?:на|правообл)\w*",
    "a letter": r"сопроводительн\w+ письм\w*|письм(?:о|а|ом)(?!\w)|cover letter|xat(?:i|lar)?(?!\w)"
    r"|yo'llanma\w*",
    "an expert opinion": r"экспертн\w+|акт\w* эксперт\w*|ekspert (?:xulosa|dalolat)\w*",
    "a certificate": r"справк\w*|квитанци\w*|сертификат\w*|guvohnoma\w*|sertifikat\w*",
    "a photograph": r"фото(?:граф\w*)?(?: автор\w*| портрет\w*)?(?!\w)|fotosurat(?:i|ini"
    r"|ingiz)(?!\w)"
    r"|muallif\w* (?:foto|rasm)\w*|photo(?:graph)? of (?:the )?author\w*",
    "a supervisor": r"научн\w+ руководит\w*|ilmiy rahbar\w*|supervisors?",
    "a telephone": r"телефон\w*|telefon\w*|(?:tele)?phone numbers?",
    "conflicts of interest": r"конфликт\w* интерес\w*|conflicts? of interest|competing interests?"
    r"|manfaatlar to'qnash\w*",
    "ethics": r"(?<!\w)ethic\w+ (?:approval|statement|committee)|этическ\w+ комит\w*",
    "data": r"data availab\w*|доступност\w+ данных",
    "use of AI": r"искусственн\w+ интеллект\w*|инструментов ии(?!\w)"
    r"|(?<!\w)(?:generative )?ai(?= tools"
    r"| assist)|artificial intelligence"
    r"|sun'iy intellekt\w*",
    "a biographical note": r"bio(?:graphical)? (?:note|sketch|data|statement)\w*"
    r"|short bio(?:graphy)?"
    r"|memo about the author"
    r"|автобиограф\w*|tarjimayi hol\w*|tarjimaihol\w*",
}
"""What is one only where something is asked of the author."""
_FREE = re.compile(
    r"не взима\w+|бесплатн\w+|отсутству\w+|no (?:\w+ )?(?:fee|charge)|free of charge|olinmaydi"
    r"|bepul"
)
_REVIEWERS = re.compile(
    r"рецензент\w* (?:в течение|готов|им|явл|мо)|рецензи\w+ хран|recenzent|reviewers? (?:is|are"
    r"|will)"
)
_SHORTEST = 4
_BEHIND = 4
"""Words shown behind those that tell what is asked: how much of it, and from whom."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """What is asked (``about``), with the words that ask it."""

    about: str
    quote: str


def _compiled(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {about: re.compile(rf"(?<!\w)(?:{words})") for about, words in table.items()}


_ALWAYS_SAID, _SAID_IF_ASKED = _compiled(_ALWAYS), _compiled(_IF_ASKED)


def duties(saying: Saying, *, rules_something: bool = False) -> Iterator[Duty]:
    """Yield what a sentence asks of the author that is no matter of the manuscript.

    Of one that ``rules_something`` else only what is plain is told.
    """
    text = saying.text
    if len(text.split()) < _SHORTEST or _REVIEWERS.search(text):
        return
    for about, words in _ALWAYS_SAID.items():
        if (match := words.search(text)) and not (about == "a fee" and _FREE.search(text)):
            yield Duty(about=about, quote=_around(saying, match))
    if not rules_something and _ASKED.search(text):
        for about, words in _SAID_IF_ASKED.items():
            if match := words.search(text):
                yield Duty(about=about, quote=_around(saying, match))


def _around(saying: Saying, match: re.Match[str]) -> str:
    """Return at most ten words of a sentence with those of a match among them."""
    text = saying.text
    before = len(text[: match.start()].split())
    here = min(len(match[0].split()), MOST_WORDS - _BEHIND)
    if before + here + _BEHIND <= MOST_WORDS:
        return saying.opening(MOST_WORDS)
    words = list(re.finditer(r"\S+", text))
    last = min(len(words), before + here + _BEHIND)
    first = max(0, last - MOST_WORDS)
    quote = saying.quote(words[first].start(), words[last - 1].end())
    return f"… {quote}" + " …" * (last < len(words))
