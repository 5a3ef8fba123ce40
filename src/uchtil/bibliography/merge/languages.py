"""The language of an entry that arrived: told in whatever words, or certain by its letters."""

from __future__ import annotations

import re
from collections.abc import Mapping

from uchtil.language.tags import KNOWN_TAGS, is_language_tag

_CALLED: Mapping[str, str] = {
    name: tag
    for tag, names in {
        "uz": "uz uzb uzbek oʻzbek oʻzbekcha oʻzbek tili o'zbek o'zbekcha ўзбек ўзбекча узбекский",
        "ru": "ru rus russian русский ruscha рус",
        "en": "en eng english american british usenglish ukenglish английский inglizcha",
        "kk": "kk kaz kazakh қазақ қазақша казахский",
        "ky": "ky kir kirghiz kyrgyz кыргызча киргизский",
        "tg": "tg tgk tajik тоҷикӣ таджикский",
        "tk": "tk tuk turkmen туркменский",
        "tr": "tr tur turkish türkçe турецкий",
        "tt": "tt tat tatar",
        "fa": "fa fas per persian farsi",
        "uk": "uk ukr ukrainian українська украинский",
        "de": "de deu ger german ngerman deutsch немецкий",
        "fr": "fr fra fre french francais français французский",
        "ja": "ja jpn japanese",
        "ko": "ko kor korean",
        "zh-Hans": "zh zho chi chinese",
    }.items()
    for name in names.split()
}
"""What languages are called: ISO 639, babel, and in their own words.  ``uz`` lacks its script."""

_BY_CASE = {tag.lower(): tag for tag in KNOWN_TAGS}
_IN_CYRILLIC = frozenset({"ru", "kk", "ky", "tg", "tt", "uk"})
_CYRILLIC = re.compile("[Ѐ-ӿ]")
_LATIN = re.compile("[A-Za-z]")
_OWN_LETTERS: tuple[tuple[re.Pattern[str], re.Pattern[str], str], ...] = (
    (re.compile("[ЎўҚқҒғҲҳ].*", re.DOTALL), re.compile("[ЎўҲҳ].*[ҚқҒғҲҳ]|[ҚқҒғ].*[Ўў]"), "uz-Cyrl"),
    (re.compile("[ӘәҰұІіҢңӨөҮү]"), re.compile("[Ұұ]|[Әә].*[ІіҰұҚқҒғ]|[ІіҚқҒғ].*[Әә]"), "kk"),
)
_NOT_WITH = {"uz-Cyrl": re.compile("[ӘәҰұІіҢңӨөҮүҶҷӢӣӮӯ]"), "kk": re.compile("[ЎўҲҳӢӣӮӯ]")}
_O_G = re.compile(r"(?:[oO]|[gG])[ʻʼ’‘'`´](?=[a-z]|\b)")
_G = re.compile(r"[gG][ʻʼ’‘'`´](?=[aeiou]|o[ʻʼ’‘'`´])")
_NO_UZBEK = re.compile(r"[wWáéíóúäöüñçşğıÁÉÍÓÚÄÖÜÑÇŞĞİ]|[aunAUN][ʻʼ’‘'`´](?=[bdfgklmnpqrstvxyz])")
_ALL_RUSSIAN = re.compile(r"[\W\d_a-zA-Zа-яА-ЯёЁ]*")
_RUSSIAN_WORDS = re.compile(
    r"\b(?:в|во|с|со|к|ко|из|от|для|как|между|при|об|под|над|его|её|их|или|что)\b", re.IGNORECASE
)
_ONLY_EAST_SLAVIC = re.compile("[ыэё]", re.IGNORECASE)


def language_fitting(tags: str, title: str) -> str:
    """Return the first of some tags, parted by spaces, that a title can be in by its script.

    Cyrillic is never taken for a language that is written in Latin letters; but a title in Latin
    letters may be a transliterated one.
    """
    known = tags.split()
    cyrillic = [tag for tag in known if tag.partition("-")[0] in _IN_CYRILLIC or "Cyrl" in tag]
    if len(_CYRILLIC.findall(title)) > len(_LATIN.findall(title)):
        return next(iter(cyrillic), "")
    return next(iter([*(tag for tag in known if tag not in cyrillic), *cyrillic]), "")


def language_called(text: str, sample: str) -> str:
    """Return the tag of a language that is told in words or by a tag; nothing if unknown.

    ``sample`` is the title: Uzbek that comes without its script takes that of the title.
    """
    name = " ".join(text.split()).strip(".").lower()
    tag = _BY_CASE.get(name.replace("_", "-"), "")
    if tag:
        return tag
    head = re.split(r"[-_\s(,;/]", name)[0]
    tag = _CALLED.get(name) or _CALLED.get(head, "")
    if tag == "uz":
        latin, cyrillic = _LATIN.search(sample), _CYRILLIC.search(sample)
        if "cyr" in name or (cyrillic and not latin):
            return "uz-Cyrl"
        return "uz-Latn" if "lat" in name or (latin and not cyrillic) else ""
    return tag if is_language_tag(tag) else ""


def language_certain(title: str) -> str:
    """Return the language that the letters of a title leave no doubt of; else nothing.

    Uzbek Cyrillic and Kazakh have letters that only they have together; Uzbek Latin its gʻ;
    Russian is told where all letters are Russian, one of them is of no other language that
    has the small words that stand there (в, для, между).  English is never told: titles are
    translated into English more often than works are written in it.
    """
    for some, sure, tag in _OWN_LETTERS:
        if some.search(title) and sure.search(title) and not _NOT_WITH[tag].search(title):
            return tag
    if _CYRILLIC.search(title):
        russian = (
            _ALL_RUSSIAN.fullmatch(title)
            and _RUSSIAN_WORDS.search(title)
            and _ONLY_EAST_SLAVIC.search(title)
        )
        return "ru" if russian else ""
    if _G.search(title) and _O_G.search(title) and not _NO_UZBEK.search(title):
        return "uz-Latn"
    return ""
