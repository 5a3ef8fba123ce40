"""Names of people and bodies as foreign bibliographies write them."""

from __future__ import annotations

import re

from uchtil.bibliography.reference import PersonName

_OTHERS = re.compile(
    r"(?:and\s+)?others|et\.?\s+al\.?|и\s+др(?:угие|\.)?|ва\s+бошқ(?:алар|\.)?"
    r"|va\s+boshq(?:alar|\.)?|және\s+т\.\s?б\.",
    re.IGNORECASE,
)
_DOTTED = re.compile(r"(?:\w[\wʻ'’‘`]?\.-?){1,4}")
_PATRONYMIC = re.compile(
    r"(?:\w{2,}(?:[oe]vich|[oe]vna|ович|евич|овна|евна)|o[ʻ'’‘`]g[ʻ'’‘`]li|qizi|ўғли|қизи|ұлы"
    r"|қызы|uly|qyzy|ogli|o'gli)",
    re.IGNORECASE,
)


def stands_for_others(text: str) -> bool:
    """Whether a name is none, but says that there are more authors."""
    return bool(_OTHERS.fullmatch(text.strip()))


def inverted(text: str, *, suffix_last: bool = False) -> PersonName | None:
    """Return a name written ``Family, Given``; nothing where there is no comma.

    With two commas the suffix stands between them as BibTeX has it, or last, as RIS has it.
    """
    parts = [part.strip() for part in text.split(",")]
    if len(parts) < 2 or not parts[0]:
        return None
    if len(parts) > 3:
        return PersonName(family=parts[0], given=", ".join(part for part in parts[1:] if part))
    suffix = ""
    if len(parts) == 3:
        suffix = parts.pop(2 if suffix_last else 1)
    particle, family = _particle(parts[0])
    return PersonName(family=family, given=parts[1], particle=particle, suffix=suffix)


def undivided(text: str) -> PersonName | None:
    """Return a name without a comma, in parts, where there is no doubt which is the family's.

    One word is a family name; a patronymic tells (``Ramatov Murat Qalvayevich``, ``Мурат
    Калваевич Раматов``), and so do initials (``Е. П. Ионова``).  Else nothing is returned.
    """
    words = text.split()
    if len(words) == 1:
        return PersonName(family=words[0])
    initials = [bool(_DOTTED.fullmatch(word)) for word in words]
    whole = [word for word, is_initial in zip(words, initials, strict=True) if not is_initial]
    particle, family = _particle(" ".join(whole))
    if any(initials) and len(family.split()) == 1 and (initials[0] or initials[-1]):
        given = [word for word, is_initial in zip(words, initials, strict=True) if is_initial]
        return PersonName(family=family, given=" ".join(given), particle=particle)
    if len(words) == 3 and initials == [False, True, False] and not _is_patronymic(words[2]):
        return PersonName(family=words[2], given=" ".join(words[:2]))
    if len(words) in (3, 4) and _is_patronymic(words[-1]):
        return PersonName(family=words[0], given=" ".join(words[1:]))
    if len(words) == 3 and _is_patronymic(words[1]):
        return PersonName(family=words[2], given=" ".join(words[:2]))
    return None


def listed(text: str) -> list[str]:
    """Return names that a person parted by commas or semicolons, where that is sure.

    ``Usmonov Q., Sodiqov M.`` is two names with initials; ``Usmonov, Q.`` is one.
    """
    if ";" in text:
        return [part.strip() for part in text.split(";") if part.strip()]
    parts = [part.strip() for part in text.split(",")]
    with_initials = all(
        len(part.split()) > 1
        and any(_DOTTED.fullmatch(word) for word in part.split())
        and undivided(part)
        for part in parts
    )
    return parts if len(parts) > 1 and with_initials else [text]


def by_last_word(text: str) -> PersonName:
    """Return a name by the rule of BibTeX: what is last is the family's, with its von."""
    words = text.split()
    first = next(
        (at for at, word in enumerate(words[:-1]) if at and word[:1].islower()), len(words) - 1
    )
    particle, family = _particle(" ".join(words[first:]))
    return PersonName(family=family, given=" ".join(words[:first]), particle=particle)


def _is_patronymic(word: str) -> bool:
    return bool(_PATRONYMIC.fullmatch(word))


def _particle(family: str) -> tuple[str, str]:
    words = family.split()
    small = 0
    while small < len(words) - 1 and words[small][0].islower():
        small += 1
    return " ".join(words[:small]), " ".join(words[small:])
