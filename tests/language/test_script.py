"""Uzbek from Latin to Cyrillic and back: hard words, the whole article, a printed source."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from uchtil.language.uz import loanwords
from uchtil.language.uz.script import KEEP_END, KEEP_START, keep, to_cyrillic, to_latin, unmarked
from uchtil.pipeline.prepare import prepare
from uchtil.problems import Problems

ROOT = Path(__file__).resolve().parents[2]
SOURCES = Path(os.environ.get("UCHTIL_SOURCES", ROOT.parent / "shared" / "sources"))
SOURCE = SOURCES / "002_6b3a61216deb2e2a.txt"

BOTH_WAYS = {
    # The rules' own examples, as FIELD-NOTES gives them
    "poyezd": "поезд",
    "sentabr": "сентябрь",
    "noyabr": "ноябрь",
    "aluminiy": "алюминий",
    "sirk": "цирк",
    "aksiya": "акция",
    "litsey": "лицей",
    # Months, and what follows them
    "yanvar": "январь",
    "fevral": "февраль",
    "mart": "март",
    "aprel": "апрель",
    "iyun": "июнь",
    "iyul": "июль",
    "avgust": "август",
    "oktabr": "октябрь",
    "dekabr": "декабрь",
    "sentabrdan": "сентябрдан",
    "Oktabr": "Октябрь",
    "OKTABRDA": "ОКТЯБРДА",
    # ц
    "konsert": "концерт",
    "federatsiya": "федерация",
    "deklaratsiyasining": "декларациясининг",
    "INVESTITSIYALAR": "ИНВЕСТИЦИЯЛАР",
    "innovatsion": "инновацион",
    "konferensiya": "конференция",
    "korrupsiya": "коррупция",
    "aksiyador": "акциядор",
    "protsent": "процент",
    "farmatsevtika": "фармацевтика",
    "konsultatsiya": "консультация",
    "Fransiya": "Франция",
    "shveysariyalik": "швейцариялик",
    "ensiklopediya": "энциклопедия",
    # е and э at a word's end
    "atelye": "ателье",
    "Zaporojye": "Запорожье",
    "kanoe": "каноэ",
    # с and т + с, which look like it
    "pensiya": "пенсия",
    "komissiya": "комиссия",
    "davlatsiz": "давлатсиз",
    "hujjatsizmi": "ҳужжатсизми",
    "ketsin": "кетсин",
    "sanʼatsevar": "санъатсевар",
    "postsovet": "постсовет",
    "sirka": "сирка",
    "sirkda": "циркда",
    "singari": "сингари",
    # е and э
    "elchi": "элчи",
    "Eʼlon": "Эълон",
    "yer": "ер",
    "Yevropa": "Европа",
    "YEVROPA": "ЕВРОПА",
    "beradi": "беради",
    "poema": "поэма",
    "aeroport": "аэропорт",
    "proyekt": "проект",
    "premyer": "премьер",
    "mer": "мэр",
    "merosi": "мероси",
    "Mirziyoyev": "Мирзиёев",
    "Nazarboyevning": "Назарбоевнинг",
    # ъ, ь
    "maʼno": "маъно",
    "saʼy": "саъй",
    "maʼyus": "маъюс",
    "sunʼiy": "сунъий",
    "moʻjiza": "мўъжиза",
    "obyektiv": "объектив",
    "OBYEKT": "ОБЪЕКТ",
    "subyekti": "субъекти",
    "rol": "роль",
    "roli": "роли",
    "Avtomobil": "Автомобиль",
    "avtomobillar": "автомобиллар",
    "film": "фильм",
    "mikrofilm": "микрофильм",
    "fakulteti": "факультети",
    "neft": "нефть",
    "olgan": "олган",
    # sh, s + h
    "Isʼhoq": "Исҳоқ",
    "ISʼHOQ": "ИСҲОҚ",
    "asʼhob": "асҳоб",
    "ishchi": "ишчи",
    "Shavkat": "Шавкат",
    "SHAVKAT": "ШАВКАТ",
    # yo, y + o, y + oʻ
    "dunyo": "дунё",
    "tayyor": "тайёр",
    "qoʻlyozma": "қўлёзма",
    "yoʻl": "йўл",
    "Yoʻldosh": "Йўлдош",
    "rayon": "район",
    "Nyu-York": "Нью-Йорк",
    "pavilyon": "павильон",
    "intervyu": "интервью",
    # Capitals
    "Oʻzbekiston": "Ўзбекистон",
    "OʻZBEKISTON": "ЎЗБЕКИСТОН",
    "Sh. Rashidov": "Ш. Рашидов",
    "Yo. Yu. Ye. Yaqubov": "Ё. Ю. Е. Яқубов",
    # Abbreviations
    "MDH": "МДҲ",
    "BMTning": "БМТнинг",
    "AQSH": "АҚШ",
    "AQSHga": "АҚШга",
    "ShHT": "ШҲТ",
    "ShHTning": "ШҲТнинг",
    "EKSPO": "ЭКСПО",
    "MCHJ": "МЧЖ",
    "GESlar": "ГЭСлар",
    "OʻzA": "ЎзА",
    # Figures
    "XX asrda": "XX асрда",
    "I–IV boblar, V bob": "I–IV боблар, V боб",
    "V. Ivanov, I. Karimov, X. Toʻraqulov": "В. Иванов, И. Каримов, Х. Тўрақулов",
    "A4, G20 va M39": "A4, G20 ва M39",
    # Dates
    "2017-yil": "2017 йил",
    "1998-yil 31-oktabrda": "1998 йил 31 октябрда",
    "2017-yil 22–23-martdagi": "2017 йил 22–23 мартдаги",
    "2017–2019-yillarda": "2017–2019 йилларда",
    "1998- va 2013-yilgi": "1998- ва 2013-йилги",
    "90-yillar, 5-sinf, 1-jadval": "90-йиллар, 5-синф, 1-жадвал",
    "3 marta, 5 maydon, 25 yil": "3 марта, 5 майдон, 25 йил",
    "1000 yil, 2700 yillik": "1000 йил, 2700 йиллик",
    # Foreign words and addresses
    "Facebook va OECDga": "Facebook ва OECDга",
    "DOIsi 10.1000/abc.1": "DOIси 10.1000/abc.1",
    "kun.uzda (https://kun.uz/yangi?a=1)": "kun.uzда (https://kun.uz/yangi?a=1)",
    "ism@nom.uz, www.nom.org": "ism@nom.uz, www.nom.org",
    "Qazaqstan, “Kazinform”": "Қазақстан, “Казинформ”",
}


@pytest.mark.parametrize(("latin", "cyrillic"), BOTH_WAYS.items())
def test_hard_words_both_ways(latin: str, cyrillic: str) -> None:
    assert to_cyrillic(latin) == cyrillic
    assert to_latin(cyrillic) == latin


def test_what_comes_back_by_the_rules() -> None:
    assert to_cyrillic("AQSh, SHHT") == "АҚШ, ШҲТ"
    assert to_latin("АҚШ, ШҲТ") == "AQSH, ShHT"
    assert to_latin("1992 йил 23 ноябрда") == "1992-yil 23-noyabrda"
    assert to_cyrillic("1992 yil 23 noyabrda") == "1992 йил 23 ноябрда"
    # A figure that is written with Cyrillic letters, and words of other alphabets
    assert to_latin("ХIХ аср, ХХ аср") == "XIX asr, XX asr"
    assert to_latin("Қазақстанның тарихи") == "Қазақстанның tarixi"
    assert to_latin("Хрущёв, Крылов") == "Xrushchyov, Krilov"


def test_marked_passages_are_left_alone_both_ways() -> None:
    latin = f"{keep('The Times')}ga koʻra, “{keep('внешняя политика')}”"
    cyrillic = to_cyrillic(latin)
    assert unmarked(cyrillic) == "The Timesга кўра, “внешняя политика”"
    assert to_latin(cyrillic) == latin
    assert keep(keep("a")) == f"{KEEP_START}a{KEEP_END}"


LISTED = (
    *loanwords.BEGINNINGS,
    *loanwords.SOFT_ENDINGS,
    *loanwords.WHOLE,
    *loanwords.CAPITALS,
    *loanwords.IRREGULAR_CAPITALS,
)


@pytest.mark.parametrize("word", LISTED)
def test_every_listed_word_goes_both_ways(word: str) -> None:
    soft = {ending.rstrip("ь"): ending for ending in loanwords.SOFT_ENDINGS}
    latin = to_latin(word)
    assert to_cyrillic(latin) == soft.get(word, word)
    assert to_latin(to_cyrillic(latin)) == latin


def test_no_word_is_listed_twice() -> None:
    assert len(set(LISTED)) == len(LISTED)


def test_no_two_beginnings_are_one_in_latin() -> None:
    latin = {to_latin(word) for word in loanwords.BEGINNINGS}
    assert len(latin) == len(loanwords.BEGINNINGS)
    assert latin.isdisjoint(loanwords.IRREGULAR.values())


def strings(node: Any, uzbek: bool = False) -> Iterator[str]:
    """Yield every text under a key `uz`."""
    if isinstance(node, dict):
        for key, below in node.items():
            yield from strings(below, uzbek or key == "uz")
    elif isinstance(node, list):
        for below in node:
            yield from strings(below, uzbek)
    elif uzbek and isinstance(node, str):
        yield node


# What an edition will mark: expressions, citations, attributes, links, and quoted Cyrillic.
MARKUP = re.compile(
    r"\{\{.*?\}\}|\{[^}]*\}|\[[^\]]*@[^\]]*\]|\]\([^)]*\)|[\u0400-\u04ff]+|“?SHHT”?", re.DOTALL
)


def without_loss(text: str) -> str:
    """Return a text in Cyrillic but for what is marked; see that it comes back."""
    marked = MARKUP.sub(lambda match: keep(match[0]), text)
    cyrillic = to_cyrillic(marked)
    assert to_latin(cyrillic) == marked
    return re.sub(f"{KEEP_START}.*?{KEEP_END}", "", cyrillic, flags=re.DOTALL)


@pytest.mark.parametrize(
    "path", sorted((ROOT / "content").rglob("*.yaml")), ids=lambda path: path.stem
)
def test_the_data_of_the_shipped_review_lose_nothing(path: Path) -> None:
    for text in strings(yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)):
        without_loss(text)


def test_the_shipped_article_loses_nothing() -> None:
    prepared = prepare(ROOT, Problems())
    assert prepared is not None
    part = prepared.article.parts["uz"]
    assert part.sections
    for text in (part.title, part.abstract, *part.keywords):
        without_loss(text)
    rest = " ".join(without_loss(section.markdown) for section in part.sections)
    assert "муносабатлар" in rest
    # No word is left half in Latin; those that stay whole are foreign, figures or addresses.
    words = re.findall(r"[^\W\d_]+", rest)
    latin = {word for word in words if re.search(r"[A-Za-zʻʼ]", word)}
    assert all(re.fullmatch(r"[A-Za-z]+[а-яғқўҳ]*|[ʻʼ]", word) for word in latin), latin
    assert len(latin) < len(set(words)) / 50, latin


def test_a_printed_cyrillic_source_comes_back() -> None:
    if not SOURCE.is_file():
        pytest.skip("the texts of the sources are not here (UCHTIL_SOURCES)")
    text = SOURCE.read_text(encoding="utf-8")
    # One entry of its list is in Russian.
    marked = re.sub("“Центральная Азия.*?”", lambda match: keep(match[0]), text)
    assert marked != text
    latin = to_latin(marked)
    assert to_cyrillic(latin) == marked
    assert re.findall("[а-яёўқғҳ]+", re.sub(f"{KEEP_START}.*?{KEEP_END}", "", latin)) == [
        "шакллари"  # with an Arabic letter in it: a misprint
    ]
