"""Hyphenation patterns of Uzbek, made from the spelling rules.

They follow the rules for carrying words over in "Oʻzbek tilining asosiy imlo
qoidalari" (approved 24 August 1995, decision 339), numbers 74 to 79:

* a word is divided by syllables, and a syllable begins with one consonant at most;
* the tutuq belgisi stays on the upper line (``maʼ-rifat``, ``mashʼ-al``);
* one letter is never left alone on either line (``aba-diy``, ``mudo-faa``);
* sh, ch and ng are single letters here (``pe-shona``, ``de-ngiz``), as are oʻ and gʻ;
* in borrowed words two consonants go over together (``mono-grafiya``), and of three the
  first stays behind (``silin-drik``).

Patterns cannot tell a borrowed word from a native one, nor ``ng`` in *singil* from n + g
in *tuzil-gan*.  Where the letters alone leave that open, no break is offered: a break
that is missed is better than one that is wrong.

``python -m uchtil.language.patterns templates/hyphenation`` writes the dictionaries.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from uchtil.language.hyphenation import CYRILLIC_NAME, LATIN_NAME, file_name

# The layers of the patterns: an odd number is a break, an even one none, the larger wins.
# The words of a script's list use 5 (break) and 4 (none) over endings, and 7 (break) within
# ng, which 6 keeps together.
_SYLLABLE = 1
_NOT_IN_LOAN = 2
_ENDING = 3
_NOT_IN_WORD = 4
_NOT_IN_NG = 6
_NEVER = 8


@dataclass(frozen=True, kw_only=True, slots=True)
class Script:
    """The letters of Uzbek in one script, and the lists that the rules need.

    ``stops_r`` and ``stops_l`` are the consonants that make one onset with r and l in
    borrowed words.  ``endings`` begin with l or r and are joined to any consonant.
    ``words`` are patterns for words that the rules alone would leave open or get wrong.
    """

    name: str
    vowels: tuple[str, ...]
    consonants: tuple[str, ...]
    signs: tuple[str, ...]
    """Letters without a sound of their own; they close the syllable before them."""
    soft_signs: tuple[str, ...]
    """Such as make a letter before them soft: with a vowel behind, nothing is divided there."""
    digraphs: tuple[str, ...]
    stops_r: tuple[str, ...]
    stops_l: tuple[str, ...]
    stops_after_m: tuple[str, ...]
    r: str
    l: str  # noqa: E741 - the letter itself
    m: str
    n: str
    g: str
    iotated: tuple[str, ...]
    """Beginnings of a syllable that are soft signs in disguise after a consonant."""
    undivided: tuple[str, ...]
    """Vowels with a y in them: after a consonant the letters do not tell where it parts."""
    endings: tuple[str, ...]
    initials: tuple[str, ...]
    """Clusters of three consonants that words begin with."""
    words: tuple[str, ...]


LATIN = Script(
    name=LATIN_NAME,
    vowels=("a", "e", "i", "o", "u", "oʻ"),
    consonants=(
        *("b", "d", "f", "g", "h", "j", "k", "l", "m", "n", "p", "q", "r", "s", "t", "v", "x"),
        *("y", "z", "gʻ", "sh", "ch", "c", "w"),
    ),
    signs=("ʼ",),
    soft_signs=(),
    digraphs=("sh", "ch", "oʻ", "gʻ"),
    stops_r=("b", "p", "d", "t", "g", "k", "f", "v"),
    stops_l=("b", "p", "g", "k", "f"),
    stops_after_m=("b", "p"),
    r="r",
    l="l",
    m="m",
    n="n",
    g="g",
    iotated=("ya", "yu", "ye"),
    undivided=(),
    endings=("lar", "lik", "lig", "lash", "lan", "lab", "lagan", "li.", "roq"),
    initials=("str", "spr", "skr", "shtr", "spl", "shpr"),
    words=(
        # n + g, where a case, a participle or another ending begins
        *("n7gan", "n7ga.", "n7gach", "n7gina", "n7gʻ", "n7gre"),
        *("keyin7gi", "oldin7gi", "kun7gi", "ertan7gi", "bugun7gi", "ilgarin7gi"),
        *(".tan8ga.", ".yan8ga.", ".yen8ga.", ".chan8ga."),
        # ng, one letter, at the beginning of a syllable
        *("a7ngiz", "e7ngiz", "i7ngiz", "u7ngiz", "o7ngiz", "oʻ7ngiz"),
        *(".si7ngil", ".ye7ngil", ".koʻ7ngil", ".ya7ngi", ".ke7ngash", ".ke7ngay", ".si7ngari"),
        *("ng3la", "ng3li"),
        # two consonants that go over together in borrowed words (rule 77.1)
        *("5gramm", "5graf", "5grats", "o5gress", "5krat", "di5plom", "o5blem", "5plekt"),
        *("e5kla", "e4k4la", "me5tro", "i5gran", "de4k4lar", "pub4li", "ob4lig"),
        # ь or ъ of the borrowed word is not written
        *("ob5ye", "sub5ye"),
        # eks-port by ear, ek-sport by the letter of rule 77.2: left alone
        *("ks2p", "ks2t", "ks2k", "ns2p", "ns2t", "ns2k", "bs2p", "bs2t", "bs2k"),
        # ts stands for one sound in -tsiya, but for two in davlat-siz
        *("t2siy", "t2sio", "t2sia", "t2sik", "t2se"),
        # four consonants: where they part is not agreed on; `geo-` is a word of its own
        *("ns4tr", "ks4tr", "bs4tr", "geo5s4t"),
    ),
)

CYRILLIC = Script(
    name=CYRILLIC_NAME,
    vowels=tuple("аеёиоуўэюя"),
    consonants=tuple("бвгғджзйклмнпрстфхҳқчшщц"),
    signs=("ъ",),
    soft_signs=("ь",),
    digraphs=(),
    stops_r=tuple("бпдтгкфв"),
    stops_l=tuple("бпгкф"),
    stops_after_m=("б", "п"),
    r="р",
    l="л",
    m="м",
    n="н",
    g="г",
    iotated=(),
    undivided=("ё",),
    endings=("лар", "лик", "лиг", "лаш", "лан", "лаб", "лаган", "ли.", "роқ"),
    initials=("стр", "спр", "скр", "штр", "спл", "шпр"),
    words=(
        *("н7ган", "н7га.", "н7гач", "н7гина", "н7гре"),
        *("кейин7ги", "олдин7ги", "кун7ги", "эртан7ги", "бугун7ги", "илгарин7ги"),
        *(".тан8га.", ".ян8га.", ".ен8га.", ".чан8га."),
        *("а7нгиз", "е7нгиз", "и7нгиз", "у7нгиз", "о7нгиз", "ў7нгиз"),
        *(".си7нгил", ".е7нгил", ".кў7нгил", ".я7нги", ".ке7нгаш", ".ке7нгай", ".си7нгари"),
        *("нг3ла", "нг3ли"),
        *("5грамм", "5граф", "5грац", "о5гресс", "5крат", "ди5плом", "о5блем", "5плект"),
        *("е5кла", "е4к4ла", "ме5тро", "и5гран", "де4к4лар", "пуб4ли", "об4лиг"),
        *("кс2п", "кс2т", "кс2к", "нс2п", "нс2т", "нс2к", "бс2п", "бс2т", "бс2к"),
        *("нс4тр", "кс4тр", "бс4тр", "гео5с4т"),
    ),
)

SCRIPTS: tuple[Script, ...] = (LATIN, CYRILLIC)


def patterns(script: Script) -> tuple[str, ...]:
    """Return the hyphenation patterns of one script, sorted, each once."""
    made = {
        *_syllables(script),
        *_edges(script),
        *_loans(script),
        *_endings(script),
        *script.words,
        # n and g are one letter unless a word of the list says otherwise
        f"{script.n}{_NOT_IN_NG}{script.g}",
    }
    return tuple(sorted(made))


def dictionary(script: Script) -> str:
    """Return the text of a dictionary file as hunspell and Pyphen read it."""
    head = ("UTF-8", "LEFTHYPHENMIN 2", "RIGHTHYPHENMIN 2")
    return "\n".join((*head, *patterns(script))) + "\n"


def write(folder: Path) -> None:
    """Write the dictionary of each script into ``folder``."""
    folder.mkdir(parents=True, exist_ok=True)
    for script in SCRIPTS:
        (folder / file_name(script.name)).write_text(dictionary(script), encoding="utf-8")


def _syllables(script: Script) -> Iterator[str]:
    """Yield breaks before consonant + vowel, between vowels, and after a sign."""
    for vowel in script.vowels:
        for consonant in script.consonants:
            yield f"{_SYLLABLE}{consonant}{vowel}"
        for second in script.vowels:
            yield f"{vowel}{_SYLLABLE}{second}"
        for sign in script.signs:
            yield f"{sign}{_SYLLABLE}{vowel}"
    for sign in (*script.signs, *script.soft_signs):
        yield f"{_NEVER}{sign}"
    for digraph in script.digraphs:
        yield f"{digraph[0]}{_NEVER}{digraph[1]}"


def _edges(script: Script) -> Iterator[str]:
    """Yield what keeps one letter, or consonants without a vowel, from standing alone."""
    for vowel in script.vowels:
        yield f".{vowel}{_NEVER}"
        yield f"{_NEVER}{vowel}."
        for sign in script.signs:
            yield f".{vowel}{sign}{_NEVER}"
    for first in script.consonants:
        for second in script.consonants:
            yield f".{first}{_NEVER}{second}"
    for cluster in script.initials:
        yield f".{cluster[:-1]}{_NEVER}{cluster[-1]}"


def _loans(script: Script) -> Iterator[str]:
    """Yield what the rules for borrowed words (77) say, and where they leave doubt."""
    pairs = [(stop, script.r) for stop in script.stops_r]
    pairs += [(stop, script.l) for stop in script.stops_l]
    for stop, liquid in pairs:
        # After a vowel nobody can tell: native taq-riz, borrowed mono-grafiya.
        yield f"{stop}{_NOT_IN_LOAN}{liquid}"
    for before in script.consonants:
        for stop in script.stops_r:
            # Of three consonants the first stays behind: silin-drik, elek-tron.
            if before != stop and len(before) == 1:
                for vowel in script.vowels:
                    yield f"{before}{_ENDING}{stop}{script.r}{vowel}"
    for vowel in script.vowels:
        for stop in script.stops_after_m:
            # kom-pleks, but not after other consonants: klub-lar, sinf-lar
            yield f"{script.m}{_ENDING}{stop}{script.l}{vowel}"
    for consonant in script.consonants:
        for beginning in script.iotated:
            # The y of inter-vyu stands for a soft vowel; that of ob-yekt does not.
            yield f"{consonant}{_NOT_IN_LOAN}{beginning}"
        for vowel in script.undivided:
            # Native дар-ё, borrowed са-мо-лёт.
            yield f"{_NOT_IN_LOAN}{consonant}{vowel}"


def _endings(script: Script) -> Iterator[str]:
    """Yield the breaks before endings with l or r, which rule out a borrowed onset."""
    for ending in script.endings:
        stops = script.stops_l if ending[0] == script.l else script.stops_r
        for stop in stops:
            yield f"{_NOT_IN_WORD}{stop}{_ENDING}{ending}"


if __name__ == "__main__":
    write(Path(sys.argv[1]))
