"""What only the author can do: told by its subject and at most ten of the page's words."""

from __future__ import annotations

import pytest

from uchtil.journals.guidelines.duties import _ALWAYS, _IF_ASKED
from uchtil.journals.guidelines.duty_texts import TEXTS, duty_text
from uchtil.journals.guidelines.reading import read_guidelines


def asked(text: str) -> dict[str, str]:
    return {each.about: each.quote for each in read_guidelines([text]).duties}


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Журнал печатает только новые, ранее не публиковавшиеся материалы.",
         "not published elsewhere"),
        ("The article has not been published elsewhere, in whole or in part.",
         "not published elsewhere"),
        ("Articles are not under consideration by another journal.", "not published elsewhere"),
        ("Maqola avval nashr qilinmagan boʻlishi kerak.", "not published elsewhere"),
        ("Мақола илгари чоп этилмаган бўлиши керак.", "not published elsewhere"),
        ("Все статьи проверяются в системе «Антиплагиат».", "originality"),
        ("Articles are checked for plagiarism by the secretary.", "originality"),
        ("Maqolalarning barchasi “Antiplagiat” tizimida tekshiriladi.", "originality"),
        ("Публикация осуществляется на платной основе.", "a fee"),
        ("Стоимость публикации – 7000 тенге.", "a price"),
        ("The article processing charge is $50 per article.", "a price"),
        ("Nashr toʻlovi 300 ming soʻm qilib belgilangan.", "a price"),
        ("К статье прилагается справка (с места работы).", "a certificate"),
        ("Оплата (в квитанции обязательно указать фамилию автора статьи).", "a receipt"),
        ("Авторы должны прислать скан чека по почте.", "a receipt"),
        ("Authors should send the payment receipt by e-mail.", "a receipt"),
        ("Muallif toʻlov kvitansiyasini yuborishi kerak.", "a receipt"),
        ("Статью должен сопровождать отзыв доктора наук.", "a recommendation or review"),
        ("Muallif antiplagiat sertifikatini topshirishi kerak.", "a certificate of originality"),
        ("Все материалы принимаются в форматах doc. и rtf.", "files of another format"),
        ("Рисунки принимаются файлами в формате jpg., tif.", "pictures of another format"),
        ("Muallifning ismi va muloqot telefonlari kiritiladi.", "a telephone"),
        ("Адрес автора (с указанием почтового адреса с индексом).", "a postal address"),
        ("Please give the JEL codes.", "JEL codes"),
        ("Be sure to include keywords (4-7) and a short biography of the author.",
         "a biographical note"),
        ("Copyright agreement: doc, pdf", "a contract or consent"),
        ("The author submits a declaration of copyright.", "a contract or consent"),
        ("Conflict of interest and contribution of authors statement: doc",
         "conflicts of interest"),
        ("Conflict of interest and contribution of authors statement: doc",
         "the authors' contributions"),
        ("Financial disclosure statement: doc, pdf", "funding"),
        ("Указывают источники финансирования и вклад каждого автора.", "funding"),
        ("Указывают источники финансирования и вклад каждого автора.",
         "the authors' contributions"),
        ("Tayanch soʻzlarning har biri matnda 6 marta takrorlanadi.", "keywords in the text"),
        ("Keyingi qatorda mavzu yoziladi, mavzu oxirida nuqta qoʻyilmaydi.",
         "no full stop behind the title"),
        ("Рубрика журнала (философия, педагогика, социология).", "the journal's section"),
        ("Kamida 30 foizi xorijiy adabiyotlar boʻlsin.", "a share of foreign works"),
        ("Kamida 1 ta adabiyot mazkur jurnalda nashr qilingan boʻlsin.", "works from this journal"),
        ("Самоцитирование – не более 20 %.", "self-citation"),
        ("Допускается не более двух ссылок на собственные труды.", "self-citation"),
        ("Oʻz-oʻziga iqtibos 10 % dan oshmasin.", "self-citation"),
        ("Include DOIs in the references where available.", "DOIs of works"),
        ("Har bir manbaning DOI raqami koʻrsatiladi.", "DOIs of works"),
        ("An article has no more than 8 illustrations.", "a limit of figures"),
        ("Количество рисунков – не более пяти.", "a limit of figures"),
        ("The corresponding author is marked with an asterisk.", "the corresponding author"),
        ("Контактный автор указывается на первой странице.", "the corresponding author"),
        ("Quotations in Russian are followed by an English translation.",
         "translations of quotations"),
        ("Boshqa tildagi iqtiboslar tarjimasi bilan beriladi.", "translations of quotations"),
        ("Non-native speakers should have their paper proofread.", "a language check"),
        ("Authors should suggest three potential reviewers.", "reviewers to be named"),
        ("Статья представляется в двух экземплярах.", "printed copies"),
        ("Если работа выполнена по гранту, дают его номер.", "a note on the grant"),
        ("Конфликт интересов (Conflict of interests): авторы заявляют.", "conflicts of interest"),
        ("A short (ca. 100-word) bio of the author.", "a biographical note"),
        ("Использование нейросетей должно быть указано.", "use of AI"),
        ("Authors must disclose any use of generative AI.", "use of AI"),
        ("Please save your file as Surname_Title.docx.", "names of files"),
        ("Статьи, отправленные в другие журналы, не рассматриваются.",
         "not published elsewhere"),
        ("Maqola boshqa jurnalga yuborilmagan boʻlsin.", "not published elsewhere"),
        ("Maqolaga ilmiy rahbar taqrizi ilova qilinadi.", "a recommendation or review"),
        ("Почтовый адрес, контактный e-mail, телефон.", "a telephone"),
        ("Essays must not have been published in print.", "not published elsewhere"),
        ("Give us your full mailing address.", "a postal address"),
        ("Принимаются законченные, ранее неопубликованные научные статьи.",
         "not published elsewhere"),
        ("Авторы должны гарантировать право на публикацию архивных снимков.", "permissions"),
        ("The author is responsible for obtaining permission to reprint.", "permissions"),
    ],
)  # fmt: skip
def test_a_duty_is_told_however_it_is_said(text: str, about: str) -> None:
    assert about in asked(text)


@pytest.mark.parametrize(
    "text",
    [
        "Плата за публикацию статей не взимается.",
        "Рисунки должны иметь подписи на двух языках.",
        "Рецензент в течение месяца готовит отзыв, который должен быть подписан.",
        "Все статьи должны пройти двойное слепое рецензирование.",
        "Talablarga javob bermaydigan maqolalar taqrizchilarga taqdim etilmaydi, kerak boʻlsa "
        "qaytariladi.",
        "Телефон редакции для авторов: +998 71 123 45 67.",
        "Файлы присылают в форматах doc или docx.",
        "Send your paper as a file in MS Word or *.rtf.",
        "Фотографии должны быть четкими и контрастными.",
        "Условие публикации – оригинальность подхода автора.",
        "The rest is online once the printed copies are gone.",
        "В списке следует указывать источник заимствования каждой таблицы.",
        "We are happy to read papers under consideration elsewhere.",
        "The museum has given permission, and its images should be used.",
    ],
)
def test_what_is_no_duty_is_not_told(text: str) -> None:
    assert asked(text) == {}


def test_a_rule_in_the_same_sentence_hides_only_what_is_not_plain() -> None:
    text = (
        "Статьи принимаются на русском языке, с оригинальностью текста не менее 80%; "
        "письмо обязательно."
    )
    assert asked(text) == {
        "originality": "… принимаются на русском языке, с оригинальностью текста не менее 80% …"
    }


def test_each_is_told_once() -> None:
    page = read_guidelines(["Плагиат недопустим в любом виде.", "Текст проверяют на плагиат."])
    assert [(each.about, each.quote) for each in page.duties] == [
        ("originality", "Плагиат недопустим в любом виде")
    ]


def test_a_receipt_is_no_certificate() -> None:
    assert "a certificate" not in asked("В квитанции обязательно указать фамилию автора статьи.")


def test_a_price_that_is_told_is_not_to_be_found_out() -> None:
    page = ["Публикация осуществляется на платной основе.", "Стоимость публикации – 7000 тенге."]
    assert {each.about for each in read_guidelines(page).duties} == {"a price"}


def test_one_paper_is_asked_for_once() -> None:
    page = read_guidelines(
        [
            "Muallif antiplagiat sertifikatini topshirishi kerak.",
            "Maqola kamida 75% muallifning shaxsiy izlanishlari natijasi boʻlsin.",
        ]
    )
    assert [(each.about, each.share) for each in page.duties] == [
        ("a certificate of originality", "75")
    ]


def test_formats_are_gathered_over_the_page() -> None:
    page = read_guidelines(
        ["Статья принимается в формате doc.", "Текст присылается файлом rtf в одном экземпляре."]
    )
    assert [each.formats for each in page.duties] == [("doc", "rtf")]


@pytest.mark.parametrize("code", ["uz", "ru", "en"])
def test_every_duty_has_its_text_in_each_language(code: str) -> None:
    assert {*_ALWAYS, *_IF_ASKED} <= {*TEXTS}
    for about in TEXTS:
        text = duty_text(about, [code], share="75", formats=("doc",))
        assert text.startswith('"') and "{" not in text


def test_a_duty_in_several_languages_is_one_line() -> None:
    assert duty_text("a telephone", ["ru", "en"]) == (
        '{ru: "Указать номер телефона", en: "Give a telephone number"}'
    )
    assert duty_text("files of another format", ["ru"], formats=("doc", "rtf", "odt")) == (
        '"Перед отправкой сохранить рукопись в формате .doc, .rtf или .odt"'
    )
