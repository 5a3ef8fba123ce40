"""Whether two references are the same work: points for and against, each with its reason.

Nothing here is learnt or hidden: what is alike gives points, what is otherwise takes them, by
the tables below, and a decision tells all that it rests on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from uchtil.bibliography.merge.profile import Person, Profile, is_exact, years_of

SAME = 75
DOUBTFUL = 55
"""From how many points on two entries are one work; from how many on a person is asked."""

TITLE = {"equal": 55, "spelt": 50, "near": 42, "cut": 42, "translated": 36, "alike": 32}
SPECIFIC = {"long": 8, "short": -20}
DESCRIBED = {"to the letter": 40, "folded": 25}
AUTHORS = {"agree": 30, "overlap": 18, "nowhere": 12, "here or there": 0, "others": -60}
YEAR = {"same": 15, "nowhere": 8, "here or there": 0, "next": -22, "other": -38, "other day": -22}
CONTAINER = {"same": 8, "other": -14, "other book": -25}
IDENTIFIER = {"DOI": 100, "other DOI": -45, "ISBN": 30, "address": 60, "other address": -12}
PLACE = {"pages": 10, "other pages": -18, "other volume": -40, "other number": -30}
OTHER_OF_SERIES = -55
"""Two numbers of a series of reports or papers, which often have one title."""
OTHER_PART = -100
KINDS: Mapping[frozenset[str], int] = {
    frozenset(pair.split()): points
    for pair, points in {
        "article page": -5,
        "book report": -15,
        "report page": -10,
        "law page": -10,
        "law report": -20,
        "law book": -20,
        "article part": -25,
        "book thesis": -30,
        "book page": -30,
        "part page": -20,
        "book part": -60,
    }.items()
}
OTHER_KIND = -40
SAME_KIND = 3
"""Points, by what is found."""

_WORD = 78
"""How alike two folded words are at least, to be one word spelt twice (0 to 100)."""

_PERHAPS = 70
"""How alike two folded family names are at least, to be perhaps one."""

_SHORT = 16
"""Of titles with fewer letters than this one other letter may make another title."""

_RANK = ("", "alike", "translated", "cut", "near", "spelt", "equal")


@dataclass(frozen=True, kw_only=True, slots=True)
class Likeness:
    """How alike two references are: points, and the reasons in the order of their weight."""

    points: int
    title: str
    certain: bool
    reasons: tuple[str, ...]
    asked: bool = False
    """Whether title and year are the same and nothing speaks against it but few points."""

    @property
    def decision(self) -> str:
        """``same``, ``doubtful`` or ``new``.

        A title that is other words needs an identifier or a place in print to be asked about.
        """
        if not self.title and not self.certain:
            return "new"
        if self.points >= SAME and self.title:
            return "same"
        return "doubtful" if self.points >= DOUBTFUL or self.asked else "new"


def likeness(one: Profile, two: Profile) -> Likeness:
    """Compare two references; the order does not matter."""
    found: list[tuple[int, str]] = []
    title, alike = _titles(one, two)
    _say_title(found, one, two, title, alike)
    _say_authors(found, one, two)
    _say_year(found, one, two)
    certain = _say_identifiers(found, one, two, title)
    if certain and not title and one.address == two.address and one.ours != two.ours:
        title = "described"  # one of them prints no title, and nothing contradicts
    certain |= _say_place(found, one, two)
    _say_kind(found, one, two)
    if one.doi and one.doi == two.doi and title:
        # what a DOI settles is not unsettled by a year or a spelling
        found = [each for each in found if each[0] > -45]
    points = sum(each for each, _ in found)
    asked = _is_to_be_asked(found, one, two, title)
    found = [each for each in found if each[1]]
    found.sort(key=lambda each: -abs(each[0]))
    return Likeness(
        points=points,
        title=title,
        certain=certain,
        reasons=tuple(f"{reason} ({given:+d})" for given, reason in found),
        asked=asked,
    )


def _is_to_be_asked(found: list[tuple[int, str]], one: Profile, two: Profile, title: str) -> bool:
    """Whether a person is asked for the title's and the year's sake alone, however few points.

    Not where a word, a number or the kind of work tells them apart, nor where the authors are
    certainly others.
    """
    if title not in ("equal", "spelt") or one.ours or two.ours:
        return False
    if not any(reason.startswith("the same year") for _, reason in found):
        return False
    against = [given for given, reason in found if not reason.startswith("the authors are others")]
    if min(against) < SPECIFIC["short"]:
        return False
    return _may_agree(one, two)


def _may_agree(one: Profile, two: Profile) -> bool:
    """Whether any two authors may be one: their family names are not far from each other."""
    if not one.people or not two.people:
        return True
    return any(
        fuzz.ratio(left.replace("o", "a"), right.replace("o", "a")) >= _PERHAPS
        and not _initials_clash(person.initials, other.initials)
        for person in one.people
        for other in two.people
        for left in person.family
        for right in other.family
        if left[:1] == right[:1] or {left[:1], right[:1]} <= {"a", "o"}
    )


# --- Titles ----------------------------------------------------------------------------------


def _titles(one: Profile, two: Profile) -> tuple[str, float]:
    """Return how two titles are alike, and by how much (0 to 100)."""
    best, best_ratio = "", 0.0
    for left in one.titles:
        for right in two.titles:
            kind, ratio = _texts(left, right)
            if _RANK.index(kind) > _RANK.index(best) or (kind == best and ratio > best_ratio):
                best, best_ratio = kind, ratio
    if one.ours or two.ours:
        long = min(len(one.titles[0].split()), len(two.titles[0].split())) >= 7 if best else False
        return (best if best == "equal" or long else ""), best_ratio
    if best in ("equal", "spelt"):
        return best, best_ratio
    if _is_cut(one, two) or _is_cut(two, one):
        return "cut", 95.0
    if not best and _is_translated(one, two):
        return "translated", 92.0
    return best, best_ratio


def _texts(left: str, right: str) -> tuple[str, float]:
    if left == right:
        return "equal", 100.0
    ratio = fuzz.ratio(left, right, score_cutoff=60.0)
    sorted_ratio = fuzz.token_sort_ratio(left, right, score_cutoff=84.0) if ratio < 95 else 0.0
    ratio = max(ratio, sorted_ratio)
    if ratio < (84 if max(len(left), len(right)) >= _SHORT else 95):
        return "", ratio
    if left.replace(" ", "") == right.replace(" ", ""):
        return "equal", 100.0
    if _other_words(left, right):
        return "", ratio
    return ("spelt" if ratio >= 95 else "near" if ratio >= 90 else "alike"), ratio


def _other_words(left: str, right: str) -> bool:
    """Whether a word of one stands where the other has another word, or a figure differs.

    ``… Узбекистана`` and ``… Казахстана`` differ in few letters, and are two titles.
    """
    words, others = left.split(), right.split()
    lone = [word for word in words if word not in others]
    lone_others = [word for word in others if word not in words]
    figures = {word for word in lone if word.isdecimal()}
    if figures != {word for word in lone_others if word.isdecimal()}:
        return True
    unmatched = [word for word in lone if not _has_near(word, lone_others, right)]
    unmatched_others = [word for word in lone_others if not _has_near(word, lone, left)]
    longest = max((len(word) for word in unmatched), default=0)
    longest_other = max((len(word) for word in unmatched_others), default=0)
    return min(longest, longest_other) >= 3 or max(longest, longest_other) >= 6


def _has_near(word: str, others: list[str], text: str) -> bool:
    if any(fuzz.ratio(word, other) >= (_WORD if len(word) > 3 else 60) for other in others):
        return True
    # a word that the other writes in two, or joined to its neighbour
    return len(word) > 3 and word in text.replace(" ", "")


def _is_cut(one: Profile, two: Profile) -> bool:
    """Whether the title of one is that of the other without its subtitle."""
    for left in one.short:
        if len(left) < 10 or len(left.split()) < 2:
            continue
        for right in two.titles:
            if fuzz.ratio(left, right) >= 95 and not _other_words(left, right):
                return True
    return False


def _is_translated(one: Profile, two: Profile) -> bool:
    pairs = ((one.translations, two.titles), (two.translations, one.titles))
    return any(
        _texts(left, right)[0] in ("equal", "spelt", "near")
        for lefts, rights in pairs
        for left in lefts
        for right in rights
    )


_TITLE_SAYS = {
    "equal": "the title is the same",
    "spelt": "the title is the same, spelt otherwise",
    "near": "the title is nearly the same",
    "cut": "the title is the same without its subtitle",
    "translated": "the title is the translation",
    "alike": "the title is much alike",
}


def _say_title(
    found: list[tuple[int, str]], one: Profile, two: Profile, title: str, alike: float
) -> None:
    if title in ("", "described"):
        if one.titles and two.titles:
            found.append((0, "the title is another" if alike else ""))
        return
    words = min(len(one.titles[0].split()), len(two.titles[0].split()))
    if (one.ours or two.ours) and words < 7:
        # "Article; no title given" may be said of many
        exact = "to the letter" if one.title == two.title else "folded"
        found.append((DESCRIBED.get(exact, 0) if title == "equal" else 0, "the same description"))
        return
    points = TITLE[title]
    said = _TITLE_SAYS[title]
    if title == "equal" and one.title != two.title:
        said = "the title is the same but for script, transliteration, case or signs"
    found.append((points, said if alike >= 99.95 else f"{said} ({alike:.0f} of 100)"))
    if words >= 5:
        found.append((SPECIFIC["long"], "it is long"))
    elif words <= 2:
        found.append((SPECIFIC["short"], "it is short"))


# --- Authors ---------------------------------------------------------------------------------


def _say_authors(found: list[tuple[int, str]], one: Profile, two: Profile) -> None:
    if not one.people and not two.people:
        found.append((AUTHORS["nowhere"], "neither names an author"))
        return
    if not one.people or not two.people:
        return
    fewer, more = sorted((one.people, two.people), key=len)
    met = [person for person in fewer if any(_is_same(person, other) for other in more)]
    names = ", ".join(person.shown for person in fewer)
    if len(met) == len(fewer):
        whole = len(fewer) == len(more) or one.open_list or two.open_list
        found.append((AUTHORS["agree" if whole else "overlap"], f"the authors agree ({names})"))
    elif met and _is_same(one.people[0], two.people[0]):
        found.append((AUTHORS["overlap"] - 6, f"the first author is the same ({names})"))
    else:
        others = ", ".join(person.shown for person in more)
        found.append((AUTHORS["others"], f"the authors are others ({names}; {others})"))


def _is_same(one: Person, two: Person) -> bool:
    if any(_is_one_family(left, right) for left in one.family for right in two.family):
        return bool(one.given & two.given) or not _initials_clash(one.initials, two.initials)
    if (one.is_body and len(one.words) > 1 and one.words <= two.words) or (
        two.is_body and len(two.words) > 1 and two.words <= one.words
    ):
        return True  # World Bank, World Bank Group
    # where one took another word for the family's name, or a whole name for a body's
    inside = (
        any(each in two.words for each in one.family),
        any(each in one.words for each in two.family),
    )
    return (all(inside) and len(one.words & two.words) >= 2) or (
        any(inside)
        and (not one.initials or not two.initials)
        and max(len(one.words), len(two.words)) <= 4
    )


def _is_one_family(one: str, two: str) -> bool:
    """Whether two folded family names are one, spelt twice: ``Алиев`` is not ``Валиев``.

    A and o are one letter, since Russian and Uzbek exchange them (Арипов, Oripov; Усманов,
    Usmonov): in a short name two letters that differ would be too many.
    """
    if one == two:
        return True
    one, two = one.replace("o", "a"), two.replace("o", "a")
    return one[:1] == two[:1] and fuzz.ratio(one, two) >= 87


def _initials_clash(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    return any(
        left and right and not set(left) & set(right)
        for left, right in zip(one[:2], two[:2], strict=False)
    )


# --- Dates -----------------------------------------------------------------------------------


def _say_year(found: list[tuple[int, str]], one: Profile, two: Profile) -> None:
    if one.date is None and two.date is None:
        found.append((YEAR["nowhere"], "neither has a date"))
        return
    if one.date is None or two.date is None:
        return
    first, last = years_of(one.date)
    other_first, other_last = years_of(two.date)
    if first <= other_last and other_first <= last:
        if is_exact(one.date) and is_exact(two.date) and str(one.date) != str(two.date):
            found.append((YEAR["other day"], f"another day ({one.date}; {two.date})"))
            return
        found.append((YEAR["same"], f"the same year ({max(first, other_first)})"))
    elif min(abs(first - other_last), abs(other_first - last)) == 1:
        found.append((YEAR["next"], f"the year before or after ({first}; {other_first})"))
    else:
        found.append((YEAR["other"], f"another year ({first}; {other_first})"))


# --- Identifiers, containers, places -----------------------------------------------------------


def _say_identifiers(found: list[tuple[int, str]], one: Profile, two: Profile, title: str) -> bool:
    """Say what identifiers tell; return whether one is shared."""
    shared = False
    if one.doi and two.doi:
        if one.doi == two.doi:
            shared = True
            found.append((IDENTIFIER["DOI"], f"the same DOI ({one.doi})"))
        else:
            found.append((IDENTIFIER["other DOI"], "another DOI"))
    if one.isbns & two.isbns and one.kind != "part" and two.kind != "part":
        shared = True
        found.append((IDENTIFIER["ISBN"], f"the same ISBN ({min(one.isbns & two.isbns)})"))
    if one.address and two.address:
        if one.address == two.address:
            shared = True
            found.append((IDENTIFIER["address"], f"the same address ({one.address})"))
        elif "page" in (one.kind, two.kind) and not (one.doi and one.doi == two.doi):
            found.append((IDENTIFIER["other address"], "another address"))
    return shared


def _say_place(found: list[tuple[int, str]], one: Profile, two: Profile) -> bool:
    """Say where in print they stand; return whether it is the same place."""
    if one.part != two.part and (one.part is not None and two.part is not None):
        found.append((OTHER_PART, f"another part ({one.part}; {two.part})"))
    elif one.part != two.part and one.kind == two.kind == "book":
        found.append((OTHER_PART // 4, "one is a part, or another one"))
    same_container = _say_container(found, one, two)
    if one.volume and two.volume and one.volume != two.volume:
        points = OTHER_PART if one.kind == two.kind == "book" else PLACE["other volume"]
        found.append((points, f"another volume ({one.volume}; {two.volume})"))
    elif bool(one.volume) != bool(two.volume) and one.kind == two.kind == "book":
        found.append((OTHER_PART // 4, "only one is a volume"))
    if one.number and two.number and one.number != two.number and one.kind == two.kind:
        points = PLACE["other number"] if one.kind in ("article", "part") else OTHER_OF_SERIES
        found.append((points, f"another number ({one.number}; {two.number})"))
    if one.first_page and two.first_page:
        if one.first_page == two.first_page:
            found.append((PLACE["pages"], f"the same pages ({one.pages})"))
            return same_container and bool(one.date and two.date)
        found.append((PLACE["other pages"], f"other pages ({one.pages}; {two.pages})"))
    return False


def _say_container(found: list[tuple[int, str]], one: Profile, two: Profile) -> bool:
    """Say whether they stand in one journal, site or book; return whether they do."""
    if not one.container or not two.container:
        return False
    both_parts = one.kind == two.kind == "part"
    alike = (
        100.0
        if one.issns & two.issns or set(one.container) & set(two.container)
        else max(fuzz.WRatio(left, right) for left in one.container for right in two.container)
    )
    what = "book" if both_parts else "journal or site"
    if alike >= 88:
        found.append((CONTAINER["same"], f"the {what} is the same"))
    elif both_parts and (alike < 75 or _is_short(one) or _is_short(two)):
        # Titles of books are often cut; but "Introduction" is that of its book alone.
        found.append((CONTAINER["other book"], f"the {what} is another"))
    elif "part" not in (one.kind, two.kind):
        found.append((CONTAINER["other"], f"the {what} is another"))
    return alike >= 88


def _is_short(profile: Profile) -> bool:
    return bool(profile.titles) and len(profile.titles[0].split()) <= 2


def _say_kind(found: list[tuple[int, str]], one: Profile, two: Profile) -> None:
    if "any" in (one.kind, two.kind):
        return
    if one.kind == two.kind:
        found.append((SAME_KIND, ""))
        return
    points = KINDS.get(frozenset((one.kind, two.kind)), OTHER_KIND)
    found.append((points, f"another kind of work ({one.kind}; {two.kind})"))
