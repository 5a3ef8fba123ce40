"""How the journal is called, where its page says so: in the title, in a heading, in a sentence."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from uchtil.journals.guidelines.finds import Find
from uchtil.journals.guidelines.sayings import MOST_WORDS
from uchtil.language.uz.orthography import ORTHOGRAPHY

_QUOTED = '[«“„"][^«»“”„"\n]{3,150}[»”“"]'
_JOURNAL = (
    r"(?:журнал(?!ист|ы|ов|ах|ам)\w*|журналин\w*|вестник\w*|издани[еяию]\w*|ежегодник\w*|journal"
    r"|(?:Y|y)earbook)"
)
_NAMED = re.compile(
    # журнал «…»; научный журнал: «…»; the journal “…”
    rf"(?<!\w){_JOURNAL}(?:\s+[а-яa-z]+){{0,2}}[\s:–—-]*(?P<a>{_QUOTED})"
    # “…” jurnali; «…» ilmiy-nazariy jurnalida; «…» журналида
    rf"|(?P<b>{_QUOTED})(?:\s+[\w-]+){{0,4}}?\s+(?:jurnal|журнал|journal)\w*",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"(?:друг(?:ой|ом|ие|их|ого)|иных|boshqa|бошқа|other|another)\w*\s+\w*\s*$", re.IGNORECASE
)
"""What tells that another journal is meant."""
_CITED = re.compile(r"//|(?:19|20)\d\d\.|№\s*\d")
"""What stands in samples of citations."""
_GENERIC = re.compile(
    r"^(?:(?:информаци\w+|инструкци\w+|памятк\w+|правил\w+|требовани\w+|руководств\w+|перечень"
    r"|подач\w+"
    r"|отправк\w+|условия|порядок|оформлени\w+|general|information|instructions?|guidelines?"
    r"|titles?|submission\w*|submit\w*|rules|notes?|guide|requirements?|author\w*|for|to|and|the|of|how"
    r"|about|contributors|журнал\w*|journals?|jurnal\w*|our|this|редакци\w*|manuscripts?"
    r"|articles?|papers?|для|к|и|об?|автор\w*|авторам|стат\w+"
    r"|рукопис\w+"
    r"|материал\w*|публикаци\w*|публикуем\w*|работ\w*|main|home|page|главная|страница|сайт\w*"
    r"|mualliflar\w*|uchun"
    r"|maqola\w*|talab\w*|qoida\w*|yo'riqnoma\w*|ko'rsatma\w*|umumiy|ma'?lumot\w*|муаллиф\w*|учун"
    r"|мақола\w*|талаб\w*|қоида\w*|preparation|style|sheet|policy|policies)\W*)+$",
    re.IGNORECASE,
)
"""What a title of a page says besides the journal's name."""
_KIND = re.compile(
    r"журнал|вестник|известия|записки|труды|ученые|обозрение|history|journal|review|studies|annals"
    r"|research|issues|perspectives|forum|альманах|annales|quarterly|bulletin|yearbook|revue"
    r"|studia|archiv|jurnal|axborot|ахборот|хабарш",
    re.IGNORECASE,
)
"""Words that names of journals have and other titles have not."""
_HOUSE = re.compile(
    r"университет|институт|академи|издательств|университ|universit|institut|academ|press|faculty"
    r"|факультет"
    r"|кафедр|вуз|центр|cent(?:er|re)|department",
    re.IGNORECASE,
)
"""Words of who publishes."""
_PARTS = re.compile(r"\s+[|•·–—-]\s+|\s*::\s*|\s*\|\s*")
_CYRILLIC, _UZBEK = re.compile("[а-яё]", re.IGNORECASE), re.compile("[ўқғҳ]", re.IGNORECASE)
_MARKS = '[«»“”„"]'
_LONGEST = 15
"""Words of a name."""
_TYPED = "'‘’`´"
"""What is typed for the apostrophes of Uzbek."""


def name_of(paragraphs: Sequence[str], told: Mapping[str, str], language: str) -> Iterator[Find]:
    """Yield what the journal is called, with the words that show it.

    ``told`` is what the file says of itself (``journal``, ``site``, ``title``), ``language`` the
    page's own.
    """
    named = told.get("journal") or told.get("site", "")
    if named and "." not in named:
        yield _find(named, "the name in the file", language)
        return
    found = [*_in_text(paragraphs)] or [*_as_subject(paragraphs)][:1]
    title = told.get("title", "")
    titles = [each.strip() for each in _PARTS.split(title)]
    parts = [*titles]
    found += [(name, title) for match in _NAMED.finditer(title) if (name := _bare(match))]
    if found:
        most = Counter(_folded(name) for name, _ in found).most_common(1)[0][0]
        name, words = next(each for each in found if _folded(each[0]) == most)
        parts += [each for each, _ in found]
        whole = _longer(_spelled_out(name, parts), parts)
        if whole in titles:
            yield _find(whole, "the title of the page", language)
            return
        words = next((said for each, said in found if each == whole), words)
        yield _find(whole, _quote(words, whole), language)
        return
    names = [each for each in titles if each and not _GENERIC.match(each)]
    if len(names) == 1 and (
        (_KIND.search(names[0]) and len(names[0].split()) > 1)
        or (names[0][:1].isupper() and len(titles) > 1 and not _HOUSE.search(names[0]))
    ):
        yield _find(names[0], "the title of the page", language)


_SUBJECT = re.compile(
    # «Вестник …» — научный журнал; X is a peer-reviewed journal; X – ilmiy jurnal
    r"\W{0,3}(?P<a>[А-ЯЁЎҚҒҲA-Z][^.;:()!?]{2,90}?)\W{0,2}\s[–—-]\s(?:это\s)?"
    r"(?:[\w-]+,?\s){0,5}?"
    r"(?:журнал|издание|ежегодник|альманах|(?:ilmiy[\w -]{0,30} |elektron )?jurnal)(?!\w)"
    r"|\W{0,3}(?P<b>(?:The )?[A-Z][^.;:()!?]{2,90}?)\W{0,2}\s(?:is|are) (?:an?"
    r"|the) (?:[\w-]+,?\s){0,8}?"
    r"(?:journal|yearbook|periodical)(?!\w)"
)
"""A sentence whose subject is a journal: "Steppe Studies is a peer-reviewed journal"."""
_NAME = (
    r"(?P<{}>(?:[A-Z][\w’'&-]+,?\s(?:(?:of|and|the|in|for|on|&)\s){{0,2}}){{1,6}}[A-Z][\w’'-]+|"
    r"[A-Z][\w-]+\s(?:Review|Studies|Quarterly|Journal|Bulletin))"
)
_ACTING = re.compile(
    rf"(?:The\s)?{_NAME.format('a')}\s(?:\([A-Z]+\)\s)?(?:invites|welcomes|publishes|accepts"
    rf"|considers|seeks|is published)(?!\w)"
    rf"|(?i:interest in|submi\w+ to|(?:manuscripts|articles|papers|essays) (?:for|to)"
    rf"|contributors to"
    rf"|published (?:in|by)) (?:the\s)?{_NAME.format('b')}"
)
"""Where a journal is named with capitals alone: "Inner Asia Review invites…"."""
_TITLE_WORD = re.compile(
    r"(?<!\w)(?:Journal|Review|Studies|Quarterly|Bulletin|Annals|Yearbook|Perspectives|Forum"
    r"|Research|History|Affairs|Survey|Archives?"
    r"|Studia)(?!\w)"
)
_ALONE = re.compile(rf"\W*(?P<name>{_QUOTED})\W*")
_SPEAKS_OF_IT = re.compile(
    r"журнал|издани\w|ежегодник|вестник|journal|yearbook|periodical|jurnal|issn", re.IGNORECASE
)
_FIRST_FEW = 4
_LINES = re.compile(r"\n\s*\n")


def _as_subject(paragraphs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield a name that a sentence says to be a journal, or that stands alone above such words."""
    lines = [line for each in paragraphs for line in _LINES.split(each)]
    for number, paragraph in enumerate(lines):
        if (found := _SUBJECT.match(paragraph)) is not None:
            name = found["a"] or found["b"]
            name = quoted[0] if (quoted := re.search(_QUOTED, name)) else name
            name = " ".join(name.split()).strip(' «»“”„",_*')
            if len(name.split()) <= _LONGEST and not _GENERIC.match(name) and name.count("«") == 0:
                yield name, found[0]
        for acting in _ACTING.finditer(paragraph):
            name = " ".join((acting["a"] or acting["b"]).split())
            if (
                _TITLE_WORD.search(name)
                and not _GENERIC.match(name)
                and not _CITED.search(paragraph)
            ):
                yield name.removeprefix("The "), acting[0]
        alone = _ALONE.fullmatch(paragraph) if number < _FIRST_FEW else None
        if alone and _SPEAKS_OF_IT.search(" ".join(lines[number + 1 : number + 2])):
            yield alone["name"].strip(' «»“”„"'), paragraph


def _spelled_out(name: str, others: Sequence[str]) -> str:
    """Return the name that a few capitals stand for, if one of the others begins with them."""
    short = re.sub(r"^The\s", "", name)
    if not re.fullmatch(r"[A-ZА-ЯЁ]{3,7}", short):
        return name
    spelled = (e for e in others if "".join(re.findall(r"(?<!\w)[A-ZА-ЯЁ]", e)) == short)
    return next((each for each in spelled if len(each.split()) > 1), name)


def _longer(name: str, others: Sequence[str]) -> str:
    """Return the longest name that begins with this one: a page may have cut it off."""
    begun = f"{_folded(name)} "
    longer = [
        each
        for each in others
        if _folded(each).startswith(begun)
        and len(each.split()) <= _LONGEST
        and not _NO_NAME.search(_folded(each)[len(begun) :])
    ]
    return max(longer, key=len, default=name)


_NO_NAME = re.compile(
    r"jurnal|журнал|journal|sayt|сайт|site|page|страниц|rasmiy|официальн|official|talab|требован"
    r"|правил|qoida|автор|author|muallif|guideline|instruction|rules|submi|№|\d"
)
"""Words that stand behind a journal's name in a title, and are none of it."""


def _in_text(paragraphs: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield names that stand in quotation marks beside the word "journal", with their words."""
    for paragraph in paragraphs:
        for match in _NAMED.finditer(paragraph):
            before = paragraph[max(0, match.start() - 40) : match.start()]
            if _OTHER.search(before) or _CITED.search(match[0]):
                continue
            if name := _bare(match):
                yield name, match[0]


def _bare(match: re.Match[str]) -> str:
    name = " ".join((match["a"] or match["b"]).strip('«»“”„"').split()).strip(" .,;:")
    return name if 1 <= len(name.split()) <= _LONGEST and not _GENERIC.match(name) else ""


def _folded(name: str) -> str:
    return re.sub(r"\W+", " ", name).casefold().strip()


def _quote(words: str, name: str) -> str:
    """Return what stands beside a name, and how it begins; the name itself is the value."""
    begin = " ".join(name.split()[:3]) + " …" * (len(name.split()) > 3)
    said = (
        re.sub(_MARKS, "", " ".join(words.split())).replace(name, begin).replace("….", "…").split()
    )
    return " ".join(said if len(said) <= MOST_WORDS else [*said[: MOST_WORDS - 1], "…"])


def _find(name: str, quote: str, language: str) -> Find:
    code = _code(name, language)
    if code == "uz":  # as Uzbek is written in print, whatever the page was typed with
        letters, special = ORTHOGRAPHY.apostrophe_after
        name = re.sub(rf"(?<=[{letters}])[{_TYPED}]", special, name)
        name = re.sub(rf"(?<=\w)[{_TYPED}](?=\w)", ORTHOGRAPHY.apostrophe, name)
    value = f"{{{code}: {json.dumps(name, ensure_ascii=False)}}}"
    return Find(path="journal.name", value=value, quote=quote)


def _code(name: str, language: str) -> str:
    """Return the language that a name is given under, by its letters and the page's language."""
    if _UZBEK.search(name):
        return "uz-cyrl"
    if _CYRILLIC.search(name):
        return "uz-cyrl" if language == "uz" else "ru"
    return language if language in ("uz", "en") else "en"
