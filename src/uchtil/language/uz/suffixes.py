"""Uzbek words taken apart: a stem and the chain of its endings.

Uzbek glues endings to a stem, one behind another, thousands of forms to a word; no list of
words holds them all.  A word is known here when a known stem is left after endings were taken
off, each in its place: derivation and voice (``-chilik``, ``-lashtir``), negation, participles
and tenses, number (``-lar``), possession or person (``-imiz``), case (``-dan``), particles
(``-mi``).

Stems change before an ending: k and q between vowels (yurak, yuragi; qishloq, qishlogʻi), and
short vowels fall out (oʻrin, oʻrni; burun, burni).  Some wrong forms of known stems pass.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

_DERIVED, _NEGATED, _TENSE, _PLURAL, _POSSESSED, _CASE, _PARTICLE = range(7)

# fmt: off
_ENDINGS: Mapping[int, str] = {
    _DERIVED: (
        "chi chilik lik lig siz sizlik sizlig li lilik dosh doshlik dor dorlik kor kash "
        "parast shunos shunoslik xon xona noma soz sozlik navis navislik navislig iy viy aviy "
        "an dek day cha kina gina qina roq inchi nchi ov aro lararo simon la lan lash lashtir "
        "lashtiril lantir lat lashish sira y ay ar tir tiril dir diril kaz gaz qaz giz kiz "
        "qiz kazil gazil qazil gizil kizil qizil in n il l ish sh t it iq uq uk ik oq chan "
        "chang sh shtir ishtir ma ovchi uvchanlik"
    ),
    _NEGATED: (
        "ma may mas"
    ),
    _TENSE: (
        "y a ay ib b ibdi bdi di adi ydi yapti moqda moqchi moq mak maklik gan kan qan ganlik "
        "ganlig kanlik kanlig qanlik qanlig ganda gach kach qach guncha kuncha quncha gani "
        "kani qani gudek gin kin qin ish sh uv v uvchi vchi uvchilik vchilik uvchan vchan ar "
        "r mas may maslik maslig masdan masligi ayotgan yotgan ayotganlik ayotganlig "
        "yotganlik yotganlig ayotir yotir digan adigan ydigan yin ay ylik aylik sin sa sak se "
        "gil ajak yajak dagi magan maganlik maganlig maydi masa mang ishlik ganidan ovchi "
        "ovchilik uvdagi ishdagi ganligi mayotgan"
    ),
    _PLURAL: (
        "lar"
    ),
    _POSSESSED: (
        "i si im m ing ng imiz miz ingiz ngiz lari man san siz dim ding dik dingiz k lik gi "
        "ki"
    ),
    _CASE: (
        "ning ni ga ka qa da dan dagi dagilar dagilari dagidan dagiga dagini gacha kacha "
        "qacha dek day cha niki ta tadan tacha tasi tasida tasidan tasining tasini tasiga "
        "larcha dagidek lab"
    ),
    _PARTICLE: (
        "mi chi ku da u yu dir dirlar edi edilar ekan emish gina kina qina dirki oq yoq ki "
        "man san miz siz"
    ),
}
# fmt: on

_PLACES: dict[str, tuple[int, ...]] = {}
for _place, _words in _ENDINGS.items():
    for _word in _words.split():
        _PLACES[_word] = (*_PLACES.get(_word, ()), _place)
_LONGEST = max(map(len, _PLACES))
_VOWELS = frozenset("aeiou")
_PREFIXES = ("no", "be", "ser", "ham", "gʻayri", "anti", "ultra", "super", "post", "trans", "xalq")
_DEEPEST = 7
"""More endings than this are not written on one word."""
_SHORTEST = 2


def is_formed(word: str, is_stem: Callable[[str], bool]) -> bool:
    """Whether a word in small letters is a stem with endings; ``is_stem`` knows the stems."""
    if _is_formed(word, is_stem, _PARTICLE + 1, 0, set()):
        return True
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if rest != word and len(rest) > 3 and _is_formed(rest, is_stem, _PARTICLE + 1, 0, set()):
            return True
    return False


def stems_of(word: str) -> frozenset[str]:
    """Return everything that may be the stem of a word in small letters, itself included."""
    found: set[str] = set()

    def gather(stem: str) -> bool:
        found.add(stem)
        return False

    _is_formed(word, gather, _PARTICLE + 1, 0, set())
    return frozenset(found)


def _is_formed(
    word: str,
    is_stem: Callable[[str], bool],
    outer: int,
    depth: int,
    seen: set[tuple[str, int]],
) -> bool:
    """Whether ``word`` is formed, where the ending taken off last had the place ``outer``."""
    if any(is_stem(each) for each in _stems(word, depth)):
        return True
    if depth == _DEEPEST or (word, outer) in seen:
        return False
    seen.add((word, outer))
    for length in range(min(_LONGEST, len(word) - _SHORTEST), 0, -1):
        for place in _PLACES.get(word[-length:], ()):
            inner = place < outer or place == outer == _DERIVED
            if inner and _is_formed(word[:-length], is_stem, place, depth + 1, seen):
                return True
    return False


def _stems(word: str, depth: int) -> list[str]:
    """Return what a stem may have been before its endings changed it."""
    found = [word]
    if depth and len(word) > 2:
        if word.endswith("gʻ"):
            found.append(f"{word[:-2]}q")
        elif word.endswith("g"):
            found.append(f"{word[:-1]}k")
        elif word[-1] not in _VOWELS and word[-2] not in _VOWELS:
            found += [f"{word[:-1]}{vowel}{word[-1]}" for vowel in "iu"]  # oʻrn(i): oʻrin
        elif word.endswith(("o", "u")) and depth:  # sanov: sana, oʻquv: oʻqi
            found += [f"{word[:-1]}a", f"{word[:-1]}i"]
    return found
