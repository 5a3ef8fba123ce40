"""Words whose Cyrillic spelling their Latin letters do not tell.

Latin Uzbek writes no ь, no ъ in borrowed words, and s or ts for both с and ц, where
Cyrillic Uzbek spells borrowed words as Russian does.  So these words are a list, in
Cyrillic: `uchtil.language.uz.script` makes the Latin of each by the rules of Cyrillic to
Latin, which leave no doubt; only `IRREGULAR` needs both spellings.  A word here is a
*beginning*, which any ending may follow, unless its group says that it is whole.  The
longest beginning wins, so that a native word which begins like a borrowed one is listed as
it is (``сирка``, vinegar, beside ``цирк``, circus).

Where the groups come from: the spelling rules of 4 April 1956 (Cyrillic: э, ц, ъ, ь) and
those of 24 August 1995, decision 339 (Latin; its examples: aluminiy, sentabr, poyezd,
sirk, aksiya, litsey).  The words are those that the shipped review uses, and common ones of
its field (history, politics, economy, schooling), from general knowledge of both spellings.
"""

from __future__ import annotations


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


IRREGULAR: dict[str, str] = {
    # Rules of 1995: я and ю after a consonant became a and u in these.
    "сентябр": "sentabr",
    "октябр": "oktabr",
    "алюмин": "alumin",
    "бюджет": "budjet",
    # ъ before ю: kept in native words (маъюс), not in these.
    "конъюнкт": "konyunkt",
    "адъютант": "adyutant",
    # цц is one sound.
    "пицца": "pitsa",
    # Names that usage writes with ts after a consonant.
    "ельцин": "yeltsin",
}
"""Beginnings that are not spelt by the rules: Cyrillic to Latin."""

SOFT_ENDINGS: tuple[str, ...] = _words(
    # Months. ь is kept at the very end only, as printed law does: «1 январь», «28 январдаги».
    "январь февраль апрель июнь июль сентябрь октябрь ноябрь декабрь",
    # Borrowed nouns in -ль
    "алкоголь акварель артикль баррель бинокль вентиль виолончель автомобиль ансамбль бандероль",
    "вексель вермишель вертикаль вестибюль водевиль гантель гастроль горизонталь госпиталь",
    "деталь диагональ дизель дирижабль дубль дуэль кабель карамель картель контроль корабль",
    "магистраль мебель медаль модель модуль мораль мотель никель ноль отель панель пароль",
    "пастель патруль педаль портфель профиль роль рубль спектакль стиль текстиль тоннель",
    "туннель фестиваль циркуль цитадель цоколь шинель король параллель рояль руль спираль",
    "табель хрусталь штемпель эмаль",
    # Borrowed nouns in other letters
    "бюллетень ведомость гавань инвентарь календарь князь лагерь концлагерь нефть область",
    "печать повесть рицарь секретарь слесарь юань якорь",
    # Places
    "астрахань базель брюссель версаль казань константинополь кремль марсель мариуполь пермь",
    "рязань севастополь сибирь симферополь ставрополь тверь тюмень ярославль",
)
"""Whole words in -ь.  Before an ending ь is not written, and so the rules do."""

WHOLE: tuple[str, ...] = _words(
    # э after a consonant, in words too short to be beginnings
    "мэр мэри мэрни мэрнинг мэрга мэрдан мэрлар мэрлари рэп",
    # ц in the same
    "цент центи центни центга центдан центлар",
    # ь in the same
    "альт альфа",
)
"""Whole words, each with its commonest endings."""

IRREGULAR_CAPITALS: dict[str, str] = {
    # Shanxay hamkorlik tashkiloti: the form that content/names.yaml accepts. Rules: SHHT.
    "ШҲТ": "ShHT",
}
"""Abbreviations that are not spelt by the rules; an ending may follow in small letters."""

CAPITALS: tuple[str, ...] = _words("ГЭС ТЭС ТЭО")
"""Abbreviations with э after a consonant; an ending may follow in small letters."""

BEGINNINGS: tuple[str, ...] = _words(
    # ц that Latin writes s: at the beginning of a word
    "целлофан целлюлоз цельсий цемент ценз центнер центр церемон цех цианид цивилиз",
    "цикл цилиндр цинк цирк цирроз цистерна цитадел цитат цитрус циферблат цокол цунами",
    # … and after a consonant, outside of the patterns of `S_IS_TS`
    "акцент акцепт акциз вакцин эмансипац герцег герцог инерция инцидент канцлер канцеляр",
    "кальций кварц коммерциал коммерция концентр концеп концерн концерт концессия концлагер",
    "диспропорц консорциум конфуций лейпциг плебисцит пинцет порция принц пропорц",
    "тенденциоз терция сценар француз швейцар зальцбург энциклопед",
    # ц that Latin writes ts: after a vowel, outside of the patterns of `TS`
    "абзац ацетилен ацетон галлюцинац геноцид коэффициент пацифи пациент плацдарм плацкарт",
    "прицеп спецификац специфик таблица блиц вице децибел дециметр капица католицизм",
    "классицизм критицизм лиценз лицей матрица медицин мистицизм нацизм официант офицер",
    "полицмейстер рецензия рецензент рецидив романтицизм скептицизм социум спецназ троцкий",
    "шприц глицерин",
    # с in words that look like those with ц
    "анорексия апоплексия пансион пенсия пенсион рефлексия синкрет сирка суспенсия",
    "флексия экспансия экспансион",
    # ь inside of the word
    "альбатрос альбер альбом альманах альпин альтернатив альянс асфальт базальт бальзак бальзам",
    "бельгия бильярд большеви бульвар бульдозер вальс вельвет вильгельм вильнюс вольт вольфрам",
    "вульгар гальван гильдия гильза девальвац гольф горький дальневост дальтон дельта дельфин",
    "импульс калькул консульта кульминац культ мальдив мальта мельбурн меньшеви мульти",
    "мультфильм пальма пальто пельмен польша пульс пульт револьвер рельс результат сальдо",
    "сальто скульпт сульфат ультимат ультра факультатив факультет фальсифи фельдмаршал фельдшер",
    "физкультур фильм фильтр фольга фольклор хельсинки шельф эльзас эмульсия юрисконсульт",
    # ь before о, ю, я: Latin writes yo, yu, ya
    "батальон бульон дистрибьютор гильотин каньон компаньон лосьон медальон павильон почтальон",
    "сеньор интервью компьютер нью дьякон емельян илья итальян коньяк наталья татьян",
    "ульян судья статья",
    # … and words that begin like those
    "нюанс нюрнберг",
    # ъ that Latin does not write: before е in borrowed words, and after ў
    "адъектив инъекция объект подъезд разъезд субъект съезд мўъжиза мўътабар мўътадил мўътазил",
    "мўътақид",
    # й + о, where yo is not ё
    "йогурт йокогама йорк майонез майор район",
    # э after a consonant
    "каратэ мэрия пленэр хэштег",
    # щ, in names: Uzbek itself has no such letter
    "борщ хрущёв хрущев щедрин щерба",
)
"""Beginnings of words."""

PREFIXES: tuple[str, ...] = _words(
    "agro avia avto aero anti bio eks elektro etno foto geo gidro giper infra inter kiber kino",
    "kontr makro mega meta mikro mini mono multi neo neyro post psevdo radio sotsio stereo",
    "super tele termo trans ultra video",
)
"""First parts of compounds, in Latin: the second part begins anew (``mikrofilm``)."""

TS: tuple[str, ...] = _words("ed ent ept ess evt ial iat iol ion ip ist it iya")
"""What follows a ts that is one letter, ц: ``konstitutsiya``, ``protsent``.

Native t + s comes before other letters: ``davlatsiz``, ``ketsin``, ``sanʼatsevar``.
"""

S_IS_TS: tuple[str, ...] = _words("kion kiya nial nion niya pion piya")
"""The letters around an s that is ц: ``aksiya``, ``konferensiya``, ``korrupsiya``."""

UNTRANSLATED: frozenset[str] = frozenset(
    _words("DOI DOCX EPUB GPS HTML ISBN ISSN IT PDF URL USB UTF XML")
)
"""Abbreviations that stay Latin in Cyrillic text, beside all that have a c or a w."""
