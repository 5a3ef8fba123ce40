"""One entry in the making: values take the form that our bibliography asks for, or are kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

from uchtil.bibliography.forms import FORMS
from uchtil.bibliography.merge.degrees import in_words, is_key
from uchtil.bibliography.merge.incoming import Incoming, Kept
from uchtil.bibliography.merge.languages import (
    language_called,
    language_certain,
    language_fitting,
)
from uchtil.bibliography.merge.numbers import bare_doi, untracked
from uchtil.bibliography.merge.people import inverted, stands_for_others, undivided
from uchtil.bibliography.reference import PersonName, Reference
from uchtil.bibliography.values import WrongValue
from uchtil.bibliography.vocabulary import DATE_FIELDS, FIELDS, NAME_FIELDS, VERBATIM_FIELDS
from uchtil.model import When
from uchtil.problems import Location, Problems, did_you_mean

MONTHS: Mapping[str, int] = {
    name: at
    for at, names in enumerate(
        (
            "jan january январь января янв yanvar",
            "feb february февраль февраля фев fevral",
            "mar march март марта мар mart",
            "apr april апрель апреля апр aprel",
            "may май мая",
            "jun june июнь июня июн iyun",
            "jul july июль июля июл iyul",
            "aug august август августа авг avgust",
            "sep sept september сентябрь сентября сен sentabr sentyabr",
            "oct october октябрь октября окт oktabr oktyabr",
            "nov november ноябрь ноября ноя noyabr",
            "dec december декабрь декабря дек dekabr",
        ),
        start=1,
    )
    for name in names.split()
}
_NUMERIC = re.compile(r"(\d{4})[-/.](\d{1,2})(?:[-/.](\d{1,2}))?(?:[T/ ].*)?")
_DAY_FIRST = re.compile(r"(\d{1,2})\.(\d{1,2})\.(\d{4})")
_YEAR_ONLY = re.compile(r"[\[(]?c?©?\s*(\d{4})[\])]?(?:\s*(?:г\.?|й\.?|y\.?))?(?:/{1,3})?")
_PAGE_WORDS = re.compile(r"^(?:[Pp]{1,2}|[СсCc]|[Бб]|[Bb]|стр|[Бб]етлар)\.?\s*(?=\w*\d)")
_DASHES = re.compile(r"\s*(?:--+|[-–—−‐‑])\s*")
_APOSTROPHES = "'`´‘’‛′ʹʻʼ"
# a closing quotation mark may rightly end a word
_O_G = re.compile(rf"(?<=[OoGg])(?:[{_APOSTROPHES}](?=\w)|['`´‘‛ʹʼ](?!\w))")
_TUTUQ = re.compile(rf"(?<=[^\W\d_OoGg])[{_APOSTROPHES}](?=[^\W\d_])")
_NOT_UZBEK = frozenset(
    {*VERBATIM_FIELDS, "isbn", "issn", "type", "titleenglish", "shorttitleenglish", "langid"}
    | {"titlerussian", "shorttitlerussian"}
)


def as_date(text: str) -> When | None:
    """Return a date out of the forms that foreign bibliographies write; nothing for others."""
    flat = text.strip()
    tries = [flat]
    if met := _NUMERIC.fullmatch(flat):
        tries.append("-".join([met[1], *(f"{int(part):02d}" for part in met.groups()[1:] if part)]))
    if met := _DAY_FIRST.fullmatch(flat):
        tries.append(f"{met[3]}-{int(met[2]):02d}-{int(met[1]):02d}")
    if met := _YEAR_ONLY.fullmatch(flat):
        tries.append(met[1])
    if met := re.fullmatch(r"(\d{4})\s*[-–—]{1,2}\s*(\d{4})", flat):
        tries.append(f"{met[1]}/{met[2]}")
    for each in tries:
        try:
            return When.parse(each)
        except ValueError:
            continue
    return None


def uzbek_signs(text: str) -> str:
    """Return Uzbek in Latin script with ʻ in oʻ and gʻ and ʼ elsewhere within words."""
    return _TUTUQ.sub("ʼ", _O_G.sub("ʻ", text))


class Draft:
    """An entry that is being read, field by field."""

    def __init__(self, *, where: Location, problems: Problems) -> None:
        self.where = where
        self.type = "misc"
        self.key = ""
        self.told_language = ""
        self.fields: dict[str, str] = {}
        self.names: dict[str, tuple[PersonName, ...]] = {}
        self.dates: dict[str, When] = {}
        self.others: set[str] = set()
        self.kept: list[Kept] = []
        self._problems = problems

    def has(self, field: str) -> bool:
        """Whether a field has its value already."""
        return field in self.fields or field in self.names or field in self.dates

    def keep(self, name: str, value: str) -> None:
        """Keep what our bibliography has no field for, under a name that a line can hold."""
        plain = "".join(sign for sign in name if sign.isprintable() and sign not in "=@{}")
        self.kept.append(Kept(name=" ".join(plain.split()) or "unnamed", value=value))

    def put(self, field: str, text: str, *, called: str, arrived: str, where: Location) -> None:
        """Give a field its value; what it cannot take is kept under the name it came with.

        ``arrived`` is the value as it stood in the file, ``text`` what it says.
        """
        if not text.strip():
            return
        if field not in FIELDS or field in NAME_FIELDS:
            self.keep(called, arrived)
        elif self.has(field):
            if self._says(field) != " ".join(text.split()):
                self.keep(called, arrived)
        elif field in DATE_FIELDS:
            date = as_date(text)
            if date is None:
                self._tell_value(field, text, called, arrived, where)
            else:
                self.dates[field] = date
        else:
            self._put_text(field, text, called, arrived, where)

    def put_names(
        self,
        field: str,
        names: tuple[PersonName, ...],
        *,
        others: bool,
    ) -> None:
        """Give a field its people."""
        if names:
            self.names[field] = (*self.names.get(field, ()), *names)
        if others:
            self.others.add(field)

    def name(self, text: str, *, suffix_last: bool = False, where: Location) -> PersonName | None:
        """Return one name, or nothing where it is in doubt which word is the family's."""
        flat = " ".join(text.split())
        return inverted(flat, suffix_last=suffix_last) or undivided(flat)

    def doubt(self, field: str, text: str, read_as: str, where: Location) -> None:
        """Tell a name that was read by its format's rule only."""
        self._problems.warning(
            "doubtful-name",
            f"the field `{field}` does not tell which word of `{text}` is the family name",
            where,
            f"it is taken for {read_as}; write `Family, Given` in the file if that is wrong",
        )

    def tell_latex(self, field: str, value: str, where: Location) -> None:
        """Tell that a value is LaTeX of which no text can be made; it is kept."""
        if field in FIELDS:
            self._problems.warning(
                "unfit-value",
                f"`{field}` holds LaTeX that is not read: {' '.join(value.split())}",
                where,
                f"it is kept as a comment above the entry; write `{field}` in plain letters",
            )

    def tell_type(self, type_: str, known: Collection[str]) -> None:
        """Tell that an entry type is none of those of BibTeX and biblatex."""
        self._problems.warning(
            "unfit-value",
            f"the entry type `@{type_}` of `{self.key}` is unknown: it is taken for `@misc`",
            self.where,
            did_you_mean(f"@{type_}", [f"@{each}" for each in known])
            or "write one of BibTeX in the file if that is wrong",
        )

    def done(self, *, default_language: str, raw: str, comments: tuple[str, ...] = ()) -> Incoming:
        """Return the entry; ``id`` is still its key."""
        language = self._language(default_language)
        if language.startswith("uz-Latn"):
            self._set_uzbek_signs()
        self._set_brackets()
        self._set_degree(language)
        self.fields.pop("langid", None)
        reference = Reference(
            key=self.key,
            type=self.type,
            language=language,
            fields=MappingProxyType(self.fields),
            names=MappingProxyType(self.names),
            dates=MappingProxyType(self.dates),
            others=frozenset(self.others),
            where=self.where,
        )
        return Incoming(
            id=self.key, reference=reference, kept=tuple(self.kept), raw=raw, comments=comments
        )

    def _language(self, default: str) -> str:
        title = self.fields.get("title", "")
        told = language_called(self.told_language, title) if self.told_language else ""
        if self.told_language and not told:
            self.keep("language", self.told_language)
        return told or language_certain(title) or language_fitting(default, title)

    def _says(self, field: str) -> str:
        if field in self.dates:
            return str(self.dates[field])
        return self.fields.get(field, "")

    def _put_text(self, field: str, text: str, called: str, arrived: str, where: Location) -> None:
        value = " ".join(text.split())
        if field == "doi":
            value = bare_doi(value) or value
        elif field == "url":
            value = "".join(value.split())
            if untracked(value) != value:
                self.keep(called, value)
                value = untracked(value)
        elif field == "pages":
            value = _DASHES.sub("--", _PAGE_WORDS.sub("", value.rstrip(".")))
        elif field in ("isbn", "issn"):
            value = re.sub(r"\s*\((?:ISBN|ISSN|print|online)\)|^(?:ISBN|ISSN):?\s*", "", value)
        try:
            if check := FORMS.get(field):
                check(value)
        except WrongValue:
            self._tell_value(field, text, called, arrived, where)
            return
        self.fields[field] = value

    def _tell_value(
        self, field: str, text: str, called: str, arrived: str, where: Location
    ) -> None:
        self.keep(called, arrived)
        if field in ("keywords", "entrysubtype", "titletype"):
            return  # other people's keywords are no slip
        self._problems.warning(
            "unfit-value",
            f"`{text.strip()}` cannot be the value of `{field}`",
            where,
            f"it is kept as a comment above the entry; write `{field}` by hand",
        )

    def _set_degree(self, language: str) -> None:
        """Put a key such as ``phdthesis`` into words, also where it is the entry's own type.

        Without words for the language, or without a language, the key is kept and not printed.
        """
        said = self.fields.get("type", "")
        if is_key(said):
            del self.fields["type"]
            if not (words := in_words(said, language)):
                self.keep("type", said)
            else:
                self.fields["type"] = words
        for each in tuple(self.kept):
            # `@techreport` is what programs write for every report
            if each.name not in ("entrytype", "type") or each.value == "techreport":
                continue
            words = in_words(each.value, language)
            if words and self.fields.setdefault("type", words) == words:
                self.kept.remove(each)

    def _set_brackets(self) -> None:
        """See to it that a title in square brackets, and no other, is called a description."""
        described = _is_bracketed(self.fields.get("title", ""))
        if described:
            self.fields["titletype"] = "descriptive"
        elif said := self.fields.pop("titletype", ""):
            self.keep("titletype", said)
        english = self.fields.get("titleenglish", "")
        if english and _is_bracketed(english) is not described:
            self.keep("titleenglish", self.fields.pop("titleenglish"))

    def _set_uzbek_signs(self) -> None:
        for field, text in self.fields.items():
            if field not in _NOT_UZBEK and not field.startswith("title_"):
                self.fields[field] = uzbek_signs(text)
        for field, names in self.names.items():
            self.names[field] = tuple(
                PersonName(
                    family=uzbek_signs(name.family),
                    given=uzbek_signs(name.given),
                    particle=name.particle,
                    suffix=name.suffix,
                    literal=uzbek_signs(name.literal),
                )
                for name in names
            )


def _is_bracketed(title: str) -> bool:
    return title.startswith("[") and title.endswith("]")


def told_apart(names: list[str]) -> tuple[list[str], bool]:
    """Return a list of names without its "and others", and whether that stood at its end."""
    if names and stands_for_others(names[-1]):
        return names[:-1], True
    return names, False
