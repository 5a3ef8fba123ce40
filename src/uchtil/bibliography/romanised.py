"""The bibliography once more in Latin script, as the "References" that journals ask for.

Authors, containers, publishers are transliterated by the system that the journal names for the
work's language; the title too, with its English in square brackets behind it; a note tells the
language.  All else is what `csl_json` makes, and no Cyrillic letter is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import quote, urlsplit, urlunsplit

from uchtil.bibliography.csl import csl_json, nocase, others_in
from uchtil.bibliography.places import place_in_english
from uchtil.bibliography.reference import Reference
from uchtil.language.romanisation import NotRomanised, cyrillic_in, romanise
from uchtil.problems import Problems

TitleAs = Literal["transliterated+english", "english", "transliterated"]
NoteIn = Literal["title", "note"]
PlacesAs = Literal["english", "transliterated"]

_LANGUAGE = "en-GB"
_TITLE_MARK = re.compile(r'<span class="nocase">(.*)</span>', re.DOTALL)
_QUOTES = str.maketrans("«»", "“”")
_ADDRESS = re.compile(r"https?://\S+")

_GENRES: Mapping[str, str] = {
    "автореферат": "abstract of a dissertation",
    "автореферат диссертации": "abstract of a dissertation",
    "диссертация": "dissertation",
    "диссертацияси": "dissertation",
    "диссертацияси автореферати": "abstract of a dissertation",
    "dissertatsiya": "dissertation",
    "dissertatsiyasi": "dissertation",
    "avtoreferat": "abstract of a dissertation",
    "avtoreferati": "abstract of a dissertation",
    "dissertatsiyasi avtoreferati": "abstract of a dissertation",
    "диссертация phd": "PhD thesis",
    "phd dissertatsiyasi": "PhD thesis",
    "phd диссертацияси": "PhD thesis",
    "кандидатская диссертация": "Candidate of Sciences thesis",
    "nomzodlik dissertatsiyasi": "Candidate of Sciences thesis",
    "номзодлик диссертацияси": "Candidate of Sciences thesis",
    "магистерская диссертация": "Master’s thesis",
    "magistrlik dissertatsiyasi": "Master’s thesis",
    "магистрлик диссертацияси": "Master’s thesis",
    "бакалаврская работа": "Bachelor’s thesis",
    "bakalavrlik bitiruv ishi": "Bachelor’s thesis",
    "бакалаврлик битирув иши": "Bachelor’s thesis",
    "технический отчёт": "technical report",
    "texnik hisobot": "technical report",
    "техник ҳисобот": "technical report",
    "отчёт об исследовании": "research report",
    "tadqiqot hisoboti": "research report",
    "тадқиқот ҳисоботи": "research report",
    "доклад": "report",
    "отчёт": "report",
    "отчет": "report",
}
"""Kinds of theses and reports as printed, each with its English."""

_LANGUAGES: Mapping[str, tuple[str, str]] = {
    "az": ("Azerbaijani", "Azerb."),
    "de": ("German", "Germ."),
    "fa": ("Persian", "Pers."),
    "fr": ("French", "Fr."),
    "ja": ("Japanese", "Jap."),
    "kaa": ("Karakalpak", "Karakalpak"),
    "kk": ("Kazakh", "Kaz."),
    "ko": ("Korean", "Kor."),
    "ky": ("Kyrgyz", "Kyrg."),
    "ru": ("Russian", "Russ."),
    "tg": ("Tajik", "Taj."),
    "tk": ("Turkmen", "Turkm."),
    "tr": ("Turkish", "Turk."),
    "tt": ("Tatar", "Tat."),
    "uk": ("Ukrainian", "Ukr."),
    "uz": ("Uzbek", "Uzb."),
    "zh": ("Chinese", "Chin."),
}
"""What languages are called in English, whole and short, as notes print them."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Romanisation:
    """How a journal wants its list in Latin script.

    ``systems`` names the system for each language that is written in Cyrillic, by the beginning
    of its tag (``ru``, ``kk``, ``uz-Cyrl``).  ``title_as`` tells what stands for the title of
    such a work.  ``english_titles`` asks for an English title of *every* work that is not in
    English: behind the titles that are in Latin script already, too.

    ``note`` tells the language, as ``(In {language})``, ``[in {language}]`` or ``(In {short})``
    (Russian, Russ.); it stands behind the title (``title``), or in the CSL variable ``note``,
    for styles that print that.  ``places`` may be ``english`` or ``transliterated``.

    ``forbidden`` are signs that the list may not hold (``//``, ``—``); ``replaced`` tells what
    is written for some of them instead.
    """

    systems: Mapping[str, str]
    title_as: TitleAs = "transliterated+english"
    english_titles: bool = False
    note: str = ""
    note_in: NoteIn = "title"
    places: PlacesAs = "english"
    forbidden: tuple[str, ...] = ()
    replaced: Mapping[str, str] = field(default_factory=dict)

    def system_for(self, language: str) -> str | None:
        """Return the name of the system for a language tag, the most exact one given."""
        parts = language.split("-")
        tags = ("-".join(parts[:count]) for count in range(len(parts), 0, -1))
        return next((self.systems[tag] for tag in tags if tag in self.systems), None)


def romanised_items(
    references: Iterable[Reference],
    rules: Romanisation,
    problems: Problems,
    *,
    initials: bool = False,
) -> list[dict[str, Any]]:
    """Return the references as CSL-JSON items for a list in Latin script, in the order given.

    ``initials`` is that of `csl_json`: initials are those of the name as printed (``Ш.`` is
    ``Sh.``).  ``language`` is ``en-GB``, so that pages and volumes are told in English.

    Problems: ``not-romanised`` for what cannot be written in Latin letters (it then stays as it
    is: do not print the list), ``no-english-title`` for a title that is asked for and lacks,
    ``forbidden-sign`` and, as a notice, ``replaced-sign``.
    """
    return [_Making(each, rules, problems).item(initials) for each in references]


def forbidden_signs(text: str, forbidden: Iterable[str]) -> tuple[str, ...]:
    """Return the signs that a list may not hold and that stand in a text, outside addresses."""
    bare = _ADDRESS.sub("", text)
    return tuple(sign for sign in forbidden if sign in bare)


def language_name(tag: str) -> tuple[str, str]:
    """Return what a language is called in English, whole and short: ``("Russian", "Russ.")``."""
    return _LANGUAGES.get(tag.partition("-")[0], (tag, tag))


class _Making:
    """The making of one item."""

    def __init__(self, reference: Reference, rules: Romanisation, problems: Problems) -> None:
        self._reference = reference
        self._rules = rules
        self._problems = problems
        self._english = reference.language.partition("-")[0] == "en"
        self._reason = "its English title is not in Latin letters"

    def item(self, initials: bool) -> dict[str, Any]:
        (item,) = csl_json([self._reference], initials=initials)
        cyrillic = bool(cyrillic_in(_all_text(item)))
        if place := item.get("publisher-place"):
            item["publisher-place"] = self._place(place)
        if genre := item.get("genre"):
            item["genre"] = _GENRES.get(genre.lower(), genre)
        self._others(item)
        title = self._title(item.pop("title", ""), cyrillic)
        if self._reference.title_is_ours:
            # a short description of ours stands there in English, or the title stands for it
            item.pop("title-short", None)
            if short := self._reference.fields.get("shorttitleenglish"):
                item["title-short"] = nocase(short)
        item = {variable: self._latin(value, variable) for variable, value in item.items()}
        if title:
            item["title"] = nocase(title)
            own, _, english = title.rpartition(" [")
            if own and english:
                # what later notes say of a work is its title, without the English of it
                item.setdefault("title-short", nocase(own))
        item["language"] = _LANGUAGE
        self._add_note(item)
        made: dict[str, Any] = _changed(item, self._without_forbidden)
        if cyrillic_in(_all_text(made)):
            self._problems.error(
                "not-romanised",
                f"`{self._reference.key}` cannot be written in Latin letters: {self._reason}",
                self._reference.where,
                "name another system for its language in the journal's profile, or mend the entry",
            )
        return made

    def _others(self, item: dict[str, Any]) -> None:
        """Write "et al." for what the work's own language has for "and others"."""
        for names in self._reference.others:
            item[names][-1] = {"literal": others_in(_LANGUAGE)}

    def _place(self, place: str) -> str:
        return place_in_english(place) if self._rules.places == "english" else place

    # --- the title

    def _title(self, marked: str, cyrillic: bool) -> str:
        found = _TITLE_MARK.fullmatch(marked)
        own = found[1] if found else marked
        if self._english or not own:
            return self._romanised(own)
        if self._reference.title_is_ours and (english := self._reference.english_title):
            # our own words need not be transliterated: their English says all
            return f"[{_unbracketed(english)}]"
        asked = self._rules.english_titles or (
            cyrillic and self._rules.title_as != "transliterated"
        )
        english = self._english_title() if asked else ""
        if english and self._rules.title_as == "english":
            return f"[{english}]"
        own = self._romanised(own)
        return f"{own} [{english}]" if english else own

    def _english_title(self) -> str:
        title = self._reference.english_title
        if not title:
            self._problems.error(
                "no-english-title",
                f"`{self._reference.key}` has no English title for the list in Latin script",
                self._reference.where,
                "add `titleenglish`: what the work prints, or your translation",
            )
        return _unbracketed(title)

    # --- letters

    def _latin(self, value: object, variable: str) -> Any:  # noqa: ANN401 (CSL-JSON is JSON)
        if variable in ("URL", "DOI"):
            return _address(str(value))
        return _changed(value, self._romanised)

    def _romanised(self, text: str) -> str:
        if not cyrillic_in(text):
            return text
        language = self._reference.language
        system = self._rules.system_for(language)
        if system is None:
            self._reason = f"no system is named for `{language}`"
            return text
        try:
            made = romanise(text, system, language)
        except KeyError:
            self._reason = f"there is no system `{system}`"
            return text
        except NotRomanised as wrong:
            self._reason = str(wrong)
            return text
        # citeproc would take a ” that is a hard sign for the end of such a quotation
        return made if "”" in made else made.translate(_QUOTES)

    # --- what the journal asks for besides

    def _add_note(self, item: dict[str, Any]) -> None:
        if self._english or not self._rules.note:
            return
        language, short = language_name(self._reference.language)
        note = self._rules.note.format(language=language, short=short)
        if self._rules.note_in == "note":
            item["note"] = f"{item['note']} {note}" if "note" in item else note
        elif found := _TITLE_MARK.fullmatch(item.get("title", "")):
            item["title"] = nocase(f"{found[1]} {note}")

    def _without_forbidden(self, text: str) -> str:
        if found := _TITLE_MARK.fullmatch(text):
            return nocase(self._without_forbidden(found[1]))
        for sign in forbidden_signs(text, self._rules.forbidden):
            key, where = self._reference.key, self._reference.where
            if sign in self._rules.replaced:
                instead = self._rules.replaced[sign]
                text = _replaced(text, sign, instead)
                self._problems.notice(
                    "replaced-sign",
                    f"in the list in Latin script `{sign}` of `{key}` becomes `{instead}`",
                    where,
                )
            else:
                self._problems.warning(
                    "forbidden-sign",
                    f"`{key}` holds `{sign}`, which the journal does not allow in its list",
                    where,
                    "name in the journal's profile what is written instead",
                )
        return text


def _unbracketed(title: str) -> str:
    return title[1:-1] if title.startswith("[") and title.endswith("]") else title


def _replaced(text: str, sign: str, instead: str) -> str:
    """Replace a sign, but not in addresses."""
    parts = re.split(rf"({_ADDRESS.pattern})", text)
    parts[::2] = [part.replace(sign, instead) for part in parts[::2]]
    return "".join(parts)


def _changed(value: object, change: Callable[[str], str]) -> Any:  # noqa: ANN401 (it is JSON)
    """Return JSON with every text in it changed."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [_changed(each, change) for each in value]
    if isinstance(value, dict):
        return {key: _changed(each, change) for key, each in value.items()}
    return value


def _all_text(value: object) -> str:
    found: list[str] = []

    def note(text: str) -> str:
        found.append(text)
        return text

    _changed(value, note)
    return " ".join(found)


def _address(address: str) -> str:
    """Return an address that leads to the same page and has no Cyrillic letter."""
    if not cyrillic_in(address):
        return address
    parts = urlsplit(address)
    host = (
        parts.netloc.encode("idna").decode("ascii") if cyrillic_in(parts.netloc) else parts.netloc
    )
    path, query, fragment = (
        quote(part, safe="/%=&?+,;:@!$'()*~") for part in (parts.path, parts.query, parts.fragment)
    )
    return urlunsplit((parts.scheme, host, path, query, fragment))
