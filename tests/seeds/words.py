"""Defects of names, spelling, signs and spaces."""

from __future__ import annotations

from .ground import Ground, Planted, Told, seed

WORD = {"uz": "[a-zʻʼ]{4,}", "ru": "[а-яё]{4,}", "en": "[a-z]{4,}"}


def _sign(
    ground: Ground, language: str, pattern: str, new: str, code: str, says: str = ""
) -> Planted:
    return Told(code, ground.replace(ground.paragraph(language, pattern), new), says)


# ------------------------------------------------------------------ names


@seed("warnings")
def name_of_another_language(ground: Ground) -> Planted:
    """English calls a city as Uzbek does."""
    return _sign(ground, "en", r"\bTashkent\b", "Toshkent", "name-form", "`Tashkent`")


@seed("warnings")
def name_as_a_source_spells_it(ground: Ground) -> Planted:
    """Uzbek calls a person as a source misspells him."""
    return _sign(ground, "uz", r"\bTursunov\b(?=[a-z]* )", "Safaev", "name-form", "`Safoyev`")


@seed("warnings")
def two_forms_of_one_name(ground: Ground) -> Planted:
    """English transliterates in another way a name that it has in one form everywhere else."""
    return _sign(ground, "en", r"\bXayrullayev\b", "Khayrullaev", "name-form", "`Xayrullayev`")


@seed("warnings")
def name_without_its_letter(ground: Ground) -> Planted:
    """Uzbek writes g for gʻ in a name with an ending."""
    spot = ground.paragraph("uz", r"\bQozogʻiston(?=[a-z])")
    return Told("name-form", ground.replace(spot, "Qozogiston"), "`Qozogʻiston`")


@seed("warnings")
def name_misspelt_in_uzbek(ground: Ground) -> Planted:
    """A letter is missing from a name with an ending."""
    return _sign(
        ground, "uz", r"\bOʻzbekiston(?=ni?n?g?\b)", "Oʻzbekston", "misspelt-name", "`Oʻzbekiston`"
    )


@seed("warnings")
def name_misspelt_in_russian(ground: Ground) -> Planted:
    """A letter of a name is another one, in an oblique case."""
    return _sign(ground, "ru", r"\bКазахстана\b", "Казакстана", "misspelt-name", "`Казахстан`")


@seed("warnings")
def name_misspelt_in_english(ground: Ground) -> Planted:
    """Two letters of a name change places."""
    return _sign(ground, "en", r"\bKazakhstan\b", "Kazahkstan", "misspelt-name", "`Kazakhstan`")


@seed("warnings")
def name_with_an_impossible_ending(ground: Ground) -> Planted:
    """A name has an ending that no Uzbek word takes."""
    return _sign(
        ground, "uz", r"\bTursunov\b(?=[a-z]* )", "Tursunovgla", "misspelt-name", "`Tursunov`"
    )


# ------------------------------------------------------------------ spelling


@seed("warnings")
def misspelt_uzbek(ground: Ground) -> Planted:
    """A letter of an Uzbek word is doubled."""
    return _sign(ground, "uz", r"\bshartnoma\b", "shartnomma", "misspelt-word", "`shartnoma`")


@seed("warnings")
def misspelt_russian(ground: Ground) -> Planted:
    """An unstressed vowel of a Russian word is written as it sounds."""
    return _sign(
        ground, "ru", r"\bсотрудничеств", "сатрудничеств", "misspelt-word", "`сотрудничеств"
    )


@seed("warnings")
def misspelt_english(ground: Ground) -> Planted:
    """Two vowels of an English word are in the wrong order."""
    return _sign(ground, "en", r"\btreaties\b", "treateis", "misspelt-word", "`treaties`")


@seed("warnings")
def american_spelling(ground: Ground) -> Planted:
    """An English word is spelt as in America."""
    return _sign(ground, "en", r"\b(?:and|but)\b", "whose center and", "misspelt-word", "`centre`")


# ------------------------------------------------------------------ signs


@seed("warnings")
def typewriter_apostrophe(ground: Ground) -> Planted:
    """An Uzbek word has a typewriter's apostrophe."""
    return _sign(ground, "uz", r"(?<=\b[a-z])ʻ", "'", "apostrophe")


@seed("warnings")
def letter_for_tutuq(ground: Ground) -> Planted:
    """A tutuq belgisi is the sign that belongs to oʻ and gʻ."""
    return _sign(ground, "uz", r"(?<=[a-z])ʼ(?=[a-z])", "ʻ", "apostrophe")


@seed("warnings")
def straight_quotation_marks(ground: Ground) -> Planted:
    """English quotes with straight marks."""
    spot = ground.paragraph("en", "“[^”“]+”")
    told = Told("quotation-marks", ground.replace(spot, f'"{spot.text[1:-1]}"'))
    return told, told  # each mark by itself


@seed("warnings")
def quotation_marks_of_another_language(ground: Ground) -> Planted:
    """Russian quotes as English does."""
    spot = ground.paragraph("ru", "«[а-я ]+»")
    told = Told("quotation-marks", ground.replace(spot, f"“{spot.text[1:-1]}”"))
    return told, told


@seed("warnings")
def hyphen_for_dash(ground: Ground) -> Planted:
    """A hyphen stands where Russian has a dash."""
    return _sign(ground, "ru", "(?<=[ \u00a0])—(?= )", "-", "dash")


@seed("warnings")
def dash_of_another_language(ground: Ground) -> Planted:
    """Uzbek has the long dash of Russian."""
    return _sign(ground, "uz", "(?<= )–(?= )", "—", "dash")


@seed("warnings")
def two_spaces(ground: Ground) -> Planted:
    """Two spaces stand together."""
    return _sign(ground, "en", f"(?<={WORD['en'][:-4]}) (?={WORD['en']})", "  ", "spacing")


@seed("warnings")
def space_before_a_comma(ground: Ground) -> Planted:
    """A space stands before a comma."""
    return _sign(ground, "ru", "(?<=[а-я]),(?= )", " ,", "spacing")


@seed("warnings")
def no_space_behind_a_comma(ground: Ground) -> Planted:
    """No space stands behind a comma."""
    return _sign(ground, "uz", "(?<=[a-z]), (?=[a-z])", ",", "spacing")


@seed("warnings")
def breakable_unit(ground: Ground) -> Planted:
    """A line can break between a year and its abbreviated word."""
    return _sign(ground, "ru", r"(?<=\.year \}\})\u00a0(?=г)", " ", "no-break-space")


@seed("warnings")
def breakable_initial(ground: Ground) -> Planted:
    """A line can break behind an initial."""
    spot = ground.paragraph("ru", r"\bТурсунов\b")
    return Told("no-break-space", ground.replace(spot, f"А. {spot.text}"))


@seed("warnings")
def three_full_stops(ground: Ground) -> Planted:
    """Three full stops stand for an ellipsis."""
    return _sign(ground, "en", "(?<=[a-z]),(?= [a-z])", "...", "ellipsis")


@seed("warnings")
def bold_without_its_end(ground: Ground) -> Planted:
    """Two asterisks are left without their partners."""
    return _sign(ground, "ru", "(?<= )(?=[а-я]{5})", "**", "markup-left")


@seed("warnings")
def html_entity(ground: Ground) -> Planted:
    """An entity of HTML is left in a text."""
    return _sign(ground, "uz", "(?<=[a-z]{3}) (?=[a-z]{3})", "&nbsp;", "markup-left")


@seed("warnings")
def markdown_in_a_statement(ground: Ground) -> Planted:
    """Asterisks stand in a statement, which is printed sign for sign."""
    mark = ground.swap("content/facts/culture.yaml", r"(?<=      en: )(\w+) \w+", "Here **both**")
    return Told("markup-left", mark), Told("markup-left", mark)


@seed("errors")
def latin_letter_in_a_russian_word(ground: Ground) -> Planted:
    """A Russian word has a Latin o."""
    return _sign(ground, "ru", "(?<=[а-я])о(?=[а-я])", "o", "mixed-script")


@seed("errors")
def cyrillic_letter_in_an_uzbek_word(ground: Ground) -> Planted:
    """An Uzbek word has a Cyrillic а."""
    return _sign(ground, "uz", "(?<=[b-z])a(?=[b-z])", "а", "mixed-script")


@seed("errors")
def cyrillic_letter_in_an_english_name(ground: Ground) -> Planted:
    """The accepted form of a name has a Cyrillic letter."""
    mark = ground.swap("content/names.yaml", "(?<=en: Kyrgyzst)a(?=n)", "а")
    return Told("mixed-script", mark)


@seed("errors")
def character_without_glyph(ground: Ground) -> Planted:
    """A text has a character that no font of the page can draw."""
    return _sign(ground, "en", "(?<=[a-z]) (?=[a-z]{4})", " 𓀀 ", "missing-glyph", "U+13000")


@seed("warnings")
def word_list_out_of_order(ground: Ground) -> Planted:
    """A word is put at the wrong place of the word list."""
    file = "content/words.txt"
    spot = ground.find(file, r"(?<=\[ru\]\n)(?P<one>.+\n)(?P<other>.+\n)")
    one, other = spot.text.splitlines(True)
    mark = ground.replace(spot, other + one)
    mark.line += 1
    return Told("word-order", mark)
