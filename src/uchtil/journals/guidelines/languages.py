"""Languages that a page of rules names, and what it wants in which of them."""

from __future__ import annotations

import re
from dataclasses import replace

from uchtil.journals.guidelines.finds import Find, Found, Told, about, just_after
from uchtil.journals.guidelines.sayings import Saying, subjects_of
from uchtil.journals.guidelines.subjects import NAMED

_NAMES = {
    "uz": r"узбекск\w*|узбекоязычн\w+|по-узбекски|узб\.|uzbek\w*|o'zbek\w*",
    "ru": r"русск\w*|рус(?![\w.])|русскоязычн\w+|по-русски|русс?\.|russian|rus(?:cha)?(?!\w)",
    "en": r"английск\w*|eng(?!\w)|англоязычн\w+|по-английски|англ\.|english|ingliz\w*",
    "kk": r"казахск\w*|каз\.|kazakh|qozoq\w*|qazaq\w*",
}
OTHER_LANGUAGES = re.compile(
    r"(?<!\w)(?:catalan|polish|польск\w+|portuguese|португальск\w+|белорусск\w+|belarus\w+"
    r"|немецк\w+|french|французск\w+|german|nemis\w*|fransuz\w*|spanish|испанск\w+"
    r"|turkish|турецк\w+|turk tili"
    r"|китайск\w+|chinese|qoraqalpoq\w*|каракалпакск\w+|dutch|italian|arab\w*|ukrainian"
    r"|украинск\w+|татарск\w+)(?!\w)"
)
_NAME = re.compile(rf"(?<!\w)(?:{'|'.join(f'(?P<{n}>{p})' for n, p in _NAMES.items())})(?!\w)")
_LANGUAGE = re.compile(
    r"(?:english|russian|uzbek|kazakh) (?:abstract|summar)\w*|английск\w+ (?:резюме|аннотац)\w*"
    r"|english equivalent|на (?:английском|русском|узбекском|казахском)(?!\w)|язык\w*|languages?"
    r"|til(?:i|lar|da)\w*|яз\.|(?<!\w)in (?:both "
    r"|correct |good )?(?:english"
    r"|russian|uzbek)"
)
_ORIGINAL = re.compile(
    r"если|при условии|(?<!\w)if(?! (?:applicable|available|necessary|that is the language)|\w)"
    r"|agar|native"
    r"|носител"
)
_ASIDE = re.compile(
    r"\([^()]*(?:(?:for |для |uchun )|ko'chiril|кальк|дослов|копи(?:я|ей)|translation of|copied)"
    r"[^()]*\)"
)
OWN_LANGUAGE = re.compile(
    r"(?:original|same) language|language of the (?:article|text|paper|manuscript)"
    r"|язык\w* (?:стать|оригинал)\w*"
    r"|maqola (?:yozilgan )?tili\w*"
)
"""The language that the manuscript is in."""
_TOO = re.compile(r"(?<!\w)(?:также|тоже|also|as well|too|ham)(?!\w)")
_METADATA = re.compile(r"(?:метаданн\w+|metadata|metama'lumot\w*)")
_ALL_DATA = re.compile(
    r"(?:все (?:эти )?(?:данные|сведения)|all (?:these |this )?(?:data|information)"
    r"|(?:barcha|hamma) ma'lumot\w*)"
)
OWN = "own"
"""Stands for the manuscript's own language until all of the page is read."""
_BEFORE = re.compile(
    r"(?<!\w)(?:previously|ранее|раньше|ilgari|avval(?! qabul))(?!\w)[^,;.()]*?"
    r"(?=[,;.()]|$| (?:are|is|can be|will be) | принима| qabul)"
)
"""Where it was not published before: in no language that manuscripts are taken in."""
_RUSSIAN_SPELLING = re.compile(
    r"(?:british|american|us|uk) english|english (?:spelling|title|translation|transl)"
)
_OF_MANUSCRIPTS = re.compile(
    r"(?:принима|публику|написан|представл|издает|приним|печата|присыла|подава|рассматрива)\w*"
    r"|язык\w* (?:публикац|стат|журнал|рукопис|издан)\w*"
    r"|languages?(?: of (?:the )?(?:publication|manuscripts?|articles|the journal))|accept\w*"
    r"|publish\w*|welcome|considered"
    r"|submi\w+|(?:represented|presented|prepared) in|written in|papers could be"
    r"|(?:jurnal|nashr|maqola)\w* til(?:i|lari)(?!\w)|qabul qili\w*|chop et\w*|nashr et\w*"
    r"|taqdim et\w*|yozili\w*|e'lon qili\w*|yorit(?:ib|il)\w*|освеща\w+"
)
_MANUSCRIPT = re.compile(
    r"(?<!\w)(?:contributions?|стат\w+|материал\w*|рукопис\w+|работ\w*|журнал\w*|публикац\w*"
    r"|article\w*"
    r"|manuscripts?|papers?|materials?|submissions?|journal|essays?|maqola\w*|jurnal\w*"
    r"|qo'lyozma\w*)"
)
_NOT_THE_TEXT = re.compile(
    r"metadata|metama'lumot|аннотац|название|заглав|сведен|метадан|ключев|фамил|перевод|транслит"
    r"|литератур|рецензи"
    r"|title|abstract|keyword|author.{0,9}name|names|translat|references|spelling"
    r"|annotatsiya|kalit|mavzu|ism|nomi|adabiyot|ma'lumot|fluent|proofread"
)
_PARTS = {
    "abstract.languages": {"abstract"},
    "keywords.languages": {"keywords"},
    "authors.languages": {"author", "affiliation"},
}


_FEW_WORDS = 15


def languages_in(text: str) -> list[str]:
    """Return the languages that are named, in order; Uzbek in Cyrillic as such."""
    found = []
    for match in _NAME.finditer(text):
        name = match.lastgroup or ""
        behind = text[match.end() : match.end() + 35]
        if name == "uz" and re.match(r"[\w' ]{0,12}\(?(?:кирилл|cyrillic|kirill)\w*", behind):
            name = "uz-cyrl"
        found.append(name)
    return list(dict.fromkeys(found))


def about_since(saying: Saying, place: int) -> bool:
    """Whether anything is named between the last semicolon and a place."""
    return bool(NAMED.search(saying.text, saying.text.rfind(";", 0, place) + 1, place))


def languages(saying: Saying) -> Found:
    """Yield the languages of manuscripts, or of abstracts, keywords and authors."""
    text = saying.text
    for no_rule in (_ASIDE, _BEFORE):
        text = no_rule.sub(lambda match: " " * len(match[0]), text)
    codes = languages_in(text)
    if not codes or _ORIGINAL.search(text) or _RUSSIAN_SPELLING.search(text):
        return
    if not (_LANGUAGE.search(text) or len(codes) > 1 or OTHER_LANGUAGES.search(text)):
        return
    first = _NAME.search(text)
    last = list(_NAME.finditer(text))[-1]
    assert first is not None
    quote = saying.quote(first.start(), last.end())
    named = {*subjects_of(text)}
    of_people = bool(named & {"author", "affiliation"}) and not _MANUSCRIPT.search(text)
    if not (
        of_people or named & {"abstract", "keywords", "title", "references"}
    ) and not _NOT_THE_TEXT.search(text):
        yield from _of_manuscripts(saying, text, codes, quote)
        return
    of = _spoken_of(saying, text, first, last)
    wanted = [path for path, subjects in _PARTS.items() if {*of} & subjects]
    if len(codes) == 1 and _with_own(saying, last):
        codes = [OWN, *codes]
    for path in wanted:
        for code in codes:
            yield Find(path=path, value=code, quote=quote, choice=True)


def _of_manuscripts(saying: Saying, text: str, codes: list[str], quote: str) -> Found:
    """Yield the languages that manuscripts are taken in, where a sentence speaks of these."""
    if not (_OF_MANUSCRIPTS.search(text) and _MANUSCRIPT.search(text)):
        return
    for code in codes:
        if code == "kk":
            yield Told(about="manuscripts in Kazakh, which no review is in", quote=quote)
        else:
            yield Find(path="languages", value=code, quote=quote, choice=True)
    if other := OTHER_LANGUAGES.search(text):
        yield Told(
            about="manuscripts in another language",
            quote=saying.quote(other.start(), other.end()),
        )


def _spoken_of(
    saying: Saying, text: str, first: re.Match[str], last: re.Match[str]
) -> tuple[str, ...]:
    """Return what is asked for in the languages from the first that is named to the last."""
    of = just_after(saying, last.end(), 2) or about(saying, first.start(), asides=True)
    if _in_brackets(text, first.start()) and not _in_brackets(text, last.start()):
        of = (*of, *about(saying, last.start(), asides=True))
    blank = sum(a != b for a, b in zip(text, saying.text, strict=True))
    of = of or just_after(replace(saying, text=text), last.end(), 60 + blank)
    if ";" in saying.text[: first.start()].rpartition(" ")[0] and not about_since(
        saying, first.start()
    ):
        of = ()
    of = of or (saying.heading if len(saying.text.split()) < _FEW_WORDS else ())
    several = len(languages_in(text)) > 1
    if not of and several and _METADATA.search(text):
        of = ("author", "abstract", "keywords")
    elif not of and several and _ALL_DATA.search(text):
        of = ("author",)
    return of


def _with_own(saying: Saying, name: re.Match[str]) -> bool:
    """Whether one language is asked for besides the manuscript's own: "also in English"."""
    around = saying.text[max(0, name.start() - 40) : name.end() + 20]
    return bool(OWN_LANGUAGE.search(around) or _TOO.search(around))


def _in_brackets(text: str, place: int) -> bool:
    return text.count("(", 0, place) > text.count(")", 0, place)


def other_languages(saying: Saying) -> Found:
    """Yield that abstracts are wanted in a language that no review has metadata in."""
    other = OTHER_LANGUAGES.search(saying.text)
    if other and {*subjects_of(saying.text)} & {"abstract", "keywords"}:
        yield Told(
            about="abstract or keywords in a language that uchtil has not",
            quote=saying.quote(*other.span()),
            path="abstract.languages",
        )
