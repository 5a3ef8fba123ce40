"""What stands in a profile for a duty that a page speaks of: one text a subject and language."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

TEXTS = {
    "originality": {
        "uz": "Matnning originalligini yuborishdan oldin tekshiring{share}",
        "ru": "Проверить оригинальность текста до отправки{share}",
        "en": "Check the originality of the text before you send it{share}",
    },
    "a certificate of originality": {
        "uz": "Originallik haqidagi hujjatni ilova qiling{share}",
        "ru": "Приложить справку об оригинальности текста{share}",
        "en": "Attach the certificate of originality{share}",
    },
    "not published elsewhere": {
        "uz": "Maqola boshqa joyda chop etilmagani va koʻrilmayotganiga ishonch hosil qiling",
        "ru": "Убедиться, что статья нигде не опубликована и нигде больше не рассматривается",
        "en": "Make sure that the article is neither published nor considered elsewhere",
    },
    "a fee": {
        "uz": "Nashr toʻlovini aniqlang",
        "ru": "Уточнить, какова плата за публикацию",
        "en": "Find out what publication costs",
    },
    "a price": {
        "uz": "Nashr toʻlovini toʻlang",
        "ru": "Оплатить публикацию",
        "en": "Pay for publication",
    },
    "a receipt": {
        "uz": "Toʻlov kvitansiyasini jurnal talab qilganidek yuboring",
        "ru": "Отправить квитанцию об оплате, как того требует журнал",
        "en": "Send the receipt of payment as the journal asks",
    },
    "a recommendation or review": {
        "uz": "Taqriz yoki tavsiyanomani ilova qiling",
        "ru": "Приложить рецензию или рекомендацию",
        "en": "Attach the review or recommendation",
    },
    "a signature": {
        "uz": "Jurnal talab qilgan imzolarni qoʻying",
        "ru": "Поставить подписи, которых требует журнал",
        "en": "Add the signatures that the journal asks for",
    },
    "a contract or consent": {
        "uz": "Shartnoma yoki rozilikni imzolab, ilova qiling",
        "ru": "Подписать и приложить договор или согласие",
        "en": "Sign and attach the contract or consent",
    },
    "permissions": {
        "uz": "Boshqalarning rasm va matnlaridan foydalanishga ruxsat oling",
        "ru": "Получить разрешения на чужие изображения и тексты",
        "en": "Obtain permissions for pictures and texts that are not yours",
    },
    "a cover letter": {
        "uz": "Ilova xatni jurnal talablariga solishtiring",
        "ru": "Сверить сопроводительное письмо с тем, чего требует журнал",
        "en": "Hold the cover letter against what the journal asks of it",
    },
    "a letter": {
        "uz": "Jurnal talab qilgan xatni ilova qiling",
        "ru": "Приложить письмо, которого требует журнал",
        "en": "Attach the letter that the journal asks for",
    },
    "an expert opinion": {
        "uz": "Ekspert xulosasini ilova qiling",
        "ru": "Приложить экспертное заключение",
        "en": "Attach the expert opinion",
    },
    "a certificate": {
        "uz": "Jurnal talab qilgan maʼlumotnoma yoki sertifikatni ilova qiling",
        "ru": "Приложить справку или сертификат, которых требует журнал",
        "en": "Attach the certificate that the journal asks for",
    },
    "a photograph": {
        "uz": "Har bir muallifning fotosuratini ilova qiling",
        "ru": "Приложить фотографию каждого автора",
        "en": "Attach a photograph of each author",
    },
    "a supervisor": {
        "uz": "Ilmiy rahbarni koʻrsating",
        "ru": "Указать научного руководителя",
        "en": "Name the supervisor",
    },
    "a telephone": {
        "uz": "Telefon raqamini koʻrsating",
        "ru": "Указать номер телефона",
        "en": "Give a telephone number",
    },
    "a postal address": {
        "uz": "Pochta manzilini indeksi bilan koʻrsating",
        "ru": "Указать почтовый адрес с индексом",
        "en": "Give the postal address with its code",
    },
    "the journal's section": {
        "uz": "Jurnal ruknini koʻrsating",
        "ru": "Указать рубрику журнала",
        "en": "Name the section of the journal",
    },
    "JEL codes": {
        "uz": "JEL kodlarini koʻrsating",
        "ru": "Указать коды JEL",
        "en": "Give the JEL codes",
    },
    "files of another format": {
        "uz": "Yuborishdan oldin qoʻlyozmani shu formatda saqlang: {formats}",
        "ru": "Перед отправкой сохранить рукопись в формате {formats}",
        "en": "Save the manuscript as {formats} before you send it",
    },
    "pictures of another format": {
        "uz": "Yuborishdan oldin rasmlarni shu formatda saqlang: {formats}",
        "ru": "Перед отправкой сохранить рисунки в формате {formats}",
        "en": "Save the figures as {formats} before you send them",
    },
    "names of files": {
        "uz": "Fayllarni jurnal talab qilganidek nomlang",
        "ru": "Назвать файлы так, как требует журнал",
        "en": "Name the files as the journal asks",
    },
    "a share of foreign works": {
        "uz": "Xorijiy adabiyotlar ulushini tekshiring{share}",
        "ru": "Проверить долю зарубежных источников{share}",
        "en": "Check the share of foreign works{share}",
    },
    "works from this journal": {
        "uz": "Shu jurnalda chop etilgan ishlar keltirilganini tekshiring",
        "ru": "Проверить, есть ли в списке работы из этого журнала",
        "en": "Check that works from this journal are cited",
    },
    "conflicts of interest": {
        "uz": "Manfaatlar toʻqnashuvi bor-yoʻqligini bildiring",
        "ru": "Сообщить, есть ли конфликт интересов",
        "en": "Declare whether there are conflicts of interest",
    },
    "the authors' contributions": {
        "uz": "Har bir muallifning hissasini bildiring",
        "ru": "Сообщить, каков вклад каждого автора",
        "en": "State what each author contributed",
    },
    "funding": {
        "uz": "Ish qaysi mablagʻ hisobidan bajarilganini bildiring",
        "ru": "Сообщить, кто финансировал работу",
        "en": "State who paid for the work",
    },
    "keywords in the text": {
        "uz": "Kalit soʻzlar matnning oʻzida uchrashini tekshiring",
        "ru": "Проверить, встречаются ли ключевые слова в самом тексте",
        "en": "Check that the keywords are used in the text itself",
    },
    "no full stop behind the title": {
        "uz": "Sarlavha oxirida nuqta yoʻqligini tekshiring",
        "ru": "Проверить, что в конце заглавия нет точки",
        "en": "Check that no full stop stands behind the title",
    },
    "ethics": {
        "uz": "Etika qoʻmitasi xulosasini koʻrsating",
        "ru": "Указать решение этического комитета",
        "en": "State the approval of the ethics committee",
    },
    "data": {
        "uz": "Maʼlumotlar qayerda ochiqligini koʻrsating",
        "ru": "Указать, где доступны данные",
        "en": "State where the data are available",
    },
    "use of AI": {
        "uz": "Sunʼiy intellektdan qanday foydalanilganini bildiring",
        "ru": "Сообщить, как использовался искусственный интеллект",
        "en": "State how artificial intelligence was used",
    },
    "a biographical note": {
        "uz": "Muallif haqida qisqa maʼlumot ilova qiling",
        "ru": "Приложить краткую биографию автора",
        "en": "Attach a short biography of the author",
    },
    "self-citation": {
        "uz": "Oʻz ishlaringizga havolalar ulushini tekshiring{share}",
        "ru": "Проверить долю ссылок на собственные работы{share}",
        "en": "Check the share of your own works among those cited{share}",
    },
    "DOIs of works": {
        "uz": "DOIsi bor har bir manbaning DOIsini koʻrsating",
        "ru": "Указать DOI каждого источника, у которого он есть",
        "en": "Give the DOI of each work that has one",
    },
    "a limit of figures": {
        "uz": "Rasm va jadvallar soni jurnal talabidan oshmasligini tekshiring",
        "ru": "Проверить, не больше ли рисунков и таблиц, чем допускает журнал",
        "en": "Check that there are no more figures and tables than the journal takes",
    },
    "the corresponding author": {
        "uz": "Tahririyat kim bilan yozishishini koʻrsating (masʼul muallif)",
        "ru": "Указать автора для переписки, как того требует журнал",
        "en": "Name the corresponding author as the journal asks",
    },
    "translations of quotations": {
        "uz": "Boshqa tildagi iqtiboslarning tarjimasini bering",
        "ru": "Дать перевод цитат на других языках",
        "en": "Give translations of quotations in other languages",
    },
    "a language check": {
        "uz": "Matnni shu tilni yaxshi biladigan kishiga oʻqiting",
        "ru": "Дать текст на вычитку носителю языка или корректору",
        "en": "Have the text read by a native speaker or a proofreader",
    },
    "reviewers to be named": {
        "uz": "Taqrizchilarni jurnal talab qilganidek taklif qiling",
        "ru": "Предложить рецензентов, как того требует журнал",
        "en": "Suggest reviewers as the journal asks",
    },
    "printed copies": {
        "uz": "Bosma nusxalarni jurnal talab qilganidek topshiring",
        "ru": "Передать печатные экземпляры, как того требует журнал",
        "en": "Hand over printed copies as the journal asks",
    },
    "a note on the grant": {
        "uz": "Ish grant hisobidan bajarilgan boʻlsa, buni jurnal talab qilganidek koʻrsating",
        "ru": "Если работа выполнена по гранту, указать это, как требует журнал",
        "en": "If a grant paid for the work, say so as the journal asks",
    },
}
"""By what a page speaks of, in the languages that a review can be in."""
_SHARE = {"uz": " (jurnalda: {n} %)", "ru": " (журнал называет {n} %)", "en": " (the page: {n} %)"}
"""Whether that is the least or the most stands in the page's words."""
_OR = {"uz": " yoki ", "ru": " или ", "en": " or "}


def duty_text(
    about: str, codes: Sequence[str], *, share: str = "", formats: Sequence[str] = ()
) -> str:
    """Return a duty as YAML: its text in each of the languages (``codes``), or in the only one."""
    texts = {
        code: TEXTS[about][code].format(
            share=_SHARE[code].format(n=share) if share else "",
            formats=_listed([f".{each}" for each in formats], _OR[code]),
        )
        for code in codes
    }
    return in_languages(texts, codes)


def in_languages(texts: Mapping[str, str], codes: Sequence[str]) -> str:
    """Return a text as YAML: in each of the languages (``codes``), or in the only one."""
    quoted = {code: json.dumps(texts[code], ensure_ascii=False) for code in codes}
    if len(quoted) == 1:
        return next(iter(quoted.values()))
    return f"{{{', '.join(f'{code}: {text}' for code, text in quoted.items())}}}"


def _listed(items: Sequence[str], last: str) -> str:
    return last.join(filter(None, (", ".join(items[:-1]), *items[-1:])))
