"""Which encoding a text file is in, and where it cannot be read.

A byte order mark says it; so do UTF-8's own rules, and the zeros of UTF-16.  Of the encodings
of one byte a letter those are tried that texts of the region are in; the one in which the text
has the letters and the capitals of a language is taken (`_sense`), if no other makes as much
sense.

Written here, since the libraries that are kept fail at this: charset-normalizer 3.5.3 reads
KOI8-R as Shift JIS and UTF-16, chardet 7.7.0 is right on Russian, but takes Uzbek of PTCP154
for KZ-1048 or Mac Cyrillic, with which Қ, Ҳ and Ў become other letters.

Ў and ў are in Windows-1251, Қ, Ғ and Ҳ are not.  Texts that have them in one byte are in
PTCP154 (all of them), KZ-1048 (Қ and Ғ) or were typed in a font that draws other letters
so (Ќ, Ѓ, Њ): the last are told by `foreign_letters`, since each font did it its own way.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass

from uchtil.language.recognition import fit

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig", "UTF-8"),
    (b"\xff\xfe\x00\x00", "utf-32", "UTF-32"),
    (b"\x00\x00\xfe\xff", "utf-32", "UTF-32"),
    (b"\xff\xfe", "utf-16", "UTF-16"),
    (b"\xfe\xff", "utf-16", "UTF-16"),
)
ENCODINGS = {
    "Windows-1251": "cp1251",
    "KOI8-R": "koi8-r",
    "CP866": "cp866",
    "PTCP154": "ptcp154",
    "KZ-1048": "kz1048",
}
"""The encodings of one byte a letter that are recognised, each with Python's name of it."""

_OTHERS = (
    ("Windows-1252", "cp1252"),
    ("Windows-1254", "cp1254"),
    ("ISO 8859-5", "iso8859-5"),
    ("ISO 8859-9", "iso8859-9"),
    ("KOI8-U", "koi8-u"),
    ("Mac Cyrillic", "mac-cyrillic"),
)
"""What is believed if a page declares it, but not guessed."""

_LATIN = ("Windows-1252", "cp1252")
"""For texts in Latin script with the quotation marks and dashes of Windows."""

_OFTEN = "оаеинтсрвлмкдпуяыьгзбчйшхжюцщфэъёўқғҳәіңұүөһ"
"""Letters of Russian, Uzbek and Kazakh, the commonest first."""
_WORTH = {letter: 1 - 2 * place / len(_OFTEN) for place, letter in enumerate(_OFTEN)}
_FOREIGN = -3.0
"""What a letter of none of these languages is worth, or a sign where none can stand."""

_UTF_8 = re.compile(b"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
"""A sign beyond ASCII in UTF-8: hardly ever a word in another encoding."""

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(
    r"(?<=[^\W\d_a-zA-Z])[^\w\s.,;:!?()\[\]\"'«»“”„‘’/*_–—…№%+=<>&-]+(?=[^\W\d_a-zA-Z])"
)
"""Signs between two letters that no text has there: box drawing, letters that are none."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_SAMPLE = 200_000
_LEAST = 0.0
"""How much sense a letter must make on average."""
_LEAD = 0.15
"""How much more sense than in the next encoding; else the words decide."""
_FITS, _BETTER = 0.2, 0.03
"""How well the words must fit a known language, and how much better than in the next encoding."""
_FONTS = frozenset("ЌќЃѓЊњЉљЂђЏџЋћЈјЅѕ")
"""Letters of Serbian and Macedonian in Windows-1251: fonts drew Қ, Ғ, Ҳ and Ў in their place."""


class Undecodable(ValueError):
    """Bytes that are no text; ``place`` counts from 0, ``reason`` is for people."""

    def __init__(self, reason: str, place: int) -> None:
        super().__init__(reason)
        self.reason = reason
        self.place = place


@dataclass(frozen=True, kw_only=True, slots=True)
class Decoded:
    """A text, without byte order mark, and the encoding that it was in."""

    text: str
    encoding: str


def decode(data: bytes, declared: str = "") -> Decoded:
    """Return the text that bytes hold; ``declared`` is what they say of themselves, if anything.

    A byte order mark and UTF-8 that can be read go before what is declared: a page that was
    saved anew still declares what it was.  Raises ``Undecodable``.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _strictly(data, codec, name)
    unmarked = _utf16(data)
    if unmarked is not None:
        return unmarked
    try:
        return _checked(data.decode("utf-8"), "UTF-8", "utf-8")
    except UnicodeDecodeError as error:
        place = error.start
    sound = len(_UTF_8.findall(data))
    if sound and sound >= data.decode("utf-8", "replace").count("\ufffd"):
        raise Undecodable("it is UTF-8, but for single bytes", place)
    name, codec = _declarable(declared)
    if codec:
        try:
            return _checked(data.decode(codec), name, codec)
        except (UnicodeError, Undecodable):
            pass  # not the one it is in
    return _of_one_byte(data, place)


def _declarable(declared: str) -> tuple[str, str]:
    """Return the name of a declared encoding and Python's, or nothing for what is not known.

    Python has more codecs than encodings: that of hexadecimal figures, say.
    """
    try:
        found = codecs.lookup(declared).name
    except (LookupError, ValueError):
        return "", ""
    if found in ("iso8859-1", "ascii"):  # as browsers do
        found = "cp1252"
    for name, codec in (*ENCODINGS.items(), *_OTHERS):
        if codecs.lookup(codec).name == found:
            return name, codec
    return "", ""


def place_in(data: bytes, place: int) -> tuple[int, int]:
    """Return the line of a byte and its place in that line, both counted from 1."""
    before = data[:place]
    return before.count(b"\n") + 1, place - before.rfind(b"\n")


def foreign_letters(text: str) -> str:
    """Return the letters that a font may have drawn as others, each once, if a text has any."""
    return "".join(dict.fromkeys(letter for letter in text if letter in _FONTS))


def _strictly(data: bytes, codec: str, name: str) -> Decoded:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise Undecodable(f"it begins as {name}, but cannot be read so", error.start) from error
    return _checked(text.removeprefix("\ufeff"), name, codec)


def _utf16(data: bytes) -> Decoded | None:
    """Return UTF-16 without a mark: every second byte is one of few, and many zeros or 04."""
    sample = data[:4096]
    if len(data) % 2 or len(sample) < 8:
        return None
    for codec, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if sum(byte in (0, 4) for byte in high) > 0.8 * len(high) and sample.count(0):
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                continue
            if not _CONTROL.search(text):
                return Decoded(text=text, encoding="UTF-16")
    return None


def _checked(text: str, name: str, codec: str) -> Decoded:
    """Return a text that holds nothing which no text holds."""
    if found := _CONTROL.search(text):
        place = len(text[: found.start()].encode(codec))
        raise Undecodable(f"the sign U+{ord(found[0]):04X} stands in no text", place)
    return Decoded(text=text, encoding=name)


def _of_one_byte(data: bytes, place: int) -> Decoded:
    """Return the text in the encoding that makes most sense; ``place`` is where UTF-8 ends."""
    if found := re.search(rb"[\x00-\x08\x0e-\x1f]", data):
        raise Undecodable(f"the byte {data[found.start()]:02X} stands in no text", found.start())
    made: list[tuple[float, str, str]] = []
    for name, codec in ENCODINGS.items():
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        if not _CONTROL.search(text):
            made.append((_sense(text), name, text))
    made.sort(key=lambda each: -each[0])  # among equals, the commonest encoding comes first
    if not made or (made[0][0] < _LEAST and not _is_latin(made[0][2])):
        return _western(data, place)
    best, name, text = made[0]
    if _is_latin(text):
        return _western(data, place)
    close = [each for each in made if best - each[0] < _LEAD]
    if any(_differ_in_letters(text, other) for _, _, other in close):
        fits = sorted(((fit(each[2][:_SAMPLE]), each) for each in close), reverse=True)
        if fits[0][0] < _FITS or fits[0][0] - fits[1][0] < _BETTER:
            raise Undecodable(_UNSURE, place)
        _, (_, name, text) = fits[0]
    return Decoded(text=text, encoding=name)


_UNSURE = "it is not UTF-8, and it cannot be told which other encoding it is in"


def _western(data: bytes, place: int) -> Decoded:
    """Return a text in Latin script, whose signs beyond ASCII are no letters of another."""
    name, codec = _LATIN
    try:
        text = data.decode(codec)
    except UnicodeDecodeError as error:
        raise Undecodable(_UNSURE, place) from error
    if _CONTROL.search(text) or not _is_latin(text):
        raise Undecodable(_UNSURE, place)
    return Decoded(text=text, encoding=name)


def _is_latin(text: str) -> bool:
    """Whether letters beyond ASCII stand mostly in words with others of ASCII, if there are any."""
    words = [word for word in _WORD.findall(text[:_SAMPLE]) if not word.isascii()]
    return sum(any(map(str.isascii, word)) for word in words) * 2 >= len(words)


def _differ_in_letters(one: str, other: str) -> bool:
    return any(a != b and (a.isalpha() or b.isalpha()) for a, b in zip(one, other, strict=False))


def _sense(text: str) -> float:
    """Return what a letter beyond ASCII is worth on average: more for common ones.

    A word whose capitals stand among small letters is foreign, and so are signs inside words.
    """
    sample = text[:_SAMPLE]
    worth, count = 0.0, 0
    for word, times in Counter(match[0] for match in _WORD.finditer(sample)).items():
        beyond = [letter for letter in word.lower() if not letter.isascii()]
        each = [_WORTH.get(letter, _FOREIGN) for letter in beyond]
        if not (word[1:].islower() or word.isupper() or len(word) == 1):
            each = [min(value, _FOREIGN / 3) for value in each]
        worth += sum(each) * times
        count += len(each) * times
    inside = len(_INSIDE.findall(sample))
    signs = sum(not sign.isascii() and not sign.isalpha() for sign in sample)
    odd = max(signs - count / 4, 0)
    return (worth + _FOREIGN * (inside + odd)) / max(count + inside + odd, 1)
