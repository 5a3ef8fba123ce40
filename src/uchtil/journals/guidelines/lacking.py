"""What a page of rules does not tell, and nearly every journal rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from uchtil.journals.guidelines.duty_texts import in_languages
from uchtil.journals.guidelines.reading import Guidelines

_ASKED = {
    "journal.name": "the journal's name",
    "rules.url": "the address of the page",
    "languages": "languages of manuscripts",
    "lengths": "length",
    "page": "margins",
    "type.font": "font",
    "type.size": "size",
    "type.spacing": "line spacing",
    "type.indent": "indent",
    "front": "what stands before the text",
    "abstract": "abstract",
    "keywords": "keywords",
    "authors.fields": "what authors give",
    "citations": "style of citations",
    "lists.order": "order of the list",
    "works": "how many works",
}
"""What nearly every journal rules, by the paths that would tell it."""
_UNKNOWN = {
    "languages": {
        "uz": "maqolalar qaysi tillarda qabul qilinishi",
        "ru": "на каких языках принимают статьи",
        "en": "languages of manuscripts",
    },
    "lengths": {"uz": "maqola hajmi", "ru": "объём статьи", "en": "length of the article"},
    "page": {"uz": "sahifa hoshiyalari", "ru": "поля страницы", "en": "margins of the page"},
    "type.font": {"uz": "shrift", "ru": "шрифт", "en": "font"},
    "type.size": {"uz": "shrift oʻlchami", "ru": "кегль", "en": "size of the type"},
    "type.spacing": {"uz": "satrlar oraligʻi", "ru": "межстрочный интервал", "en": "line spacing"},
    "type.indent": {"uz": "xatboshi", "ru": "абзацный отступ", "en": "indent of paragraphs"},
    "front": {
        "uz": "matndan oldin nima turishi",
        "ru": "что стоит перед текстом",
        "en": "what stands before the text",
    },
    "abstract": {
        "uz": "annotatsiya hajmi",
        "ru": "объём аннотации",
        "en": "length of the abstract",
    },
    "keywords": {
        "uz": "kalit soʻzlar soni",
        "ru": "число ключевых слов",
        "en": "how many keywords",
    },
    "authors.fields": {
        "uz": "mualliflar oʻzi haqida nima yozishi",
        "ru": "что авторы сообщают о себе",
        "en": "what authors tell of themselves",
    },
    "citations": {
        "uz": "iqtibos keltirish uslubi",
        "ru": "стиль ссылок",
        "en": "style of citations",
    },
    "lists.order": {
        "uz": "adabiyotlar tartibi",
        "ru": "порядок списка литературы",
        "en": "order of the list of references",
    },
    "works": {"uz": "manbalar soni", "ru": "число источников", "en": "how many works"},
}
"""How that is called among what is not known of a journal."""


def not_told(page: Guidelines) -> Iterator[str]:
    """Yield what journals usually rule and this page does not tell, or not in one way."""
    yield from (_ASKED[path] for path in _lacking(page))


def unknown(page: Guidelines, codes: Sequence[str]) -> Iterator[str]:
    """Yield the same for the profile's `unknown`, as YAML in these languages."""
    yield from (in_languages(_UNKNOWN[path], codes) for path in _lacking(page) if path in _UNKNOWN)


def _lacking(page: Guidelines) -> Iterator[str]:
    told = [*page.filled, *page.twice, *(each.path for each in (*page.open, *page.unread))]
    for path in _ASKED:
        if not any(each == path or each.startswith(f"{path}.") for each in told):
            yield path


def unfilled(page: Guidelines) -> Iterator[str]:
    """Yield the lines that a profile needs and the page does not fill in."""
    for path in ("journal.name", "rules.url", "languages", "type.font", "front", "citations"):
        if path not in page.filled:
            yield path
