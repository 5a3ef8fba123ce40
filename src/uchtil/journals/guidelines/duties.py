"""What a page of rules asks of the author and no field holds: told by its subject and its words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from uchtil.journals.guidelines.duty_texts import TEXTS
from uchtil.journals.guidelines.sayings import MOST_WORDS, Saying

_ASKED = re.compile(
    r"должн\w+|должен|необходим\w*|обязан\w*|требу\w+|прилага\w+|предостав\w+|представ\w+|следует"
    r"|обязательн\w*|подпис\w+|обязует\w+|сопровожда\w+|сдают\w+|нужн\w+"
    r"|(?<!\w)(?:must|should|shall|required?|requested|please|needs? to|has to|have to"
    r"|responsible for|disclose)(?!\w)|lozim"
    r"|ilova (?:qilin|etil)\w+|topshiril\w+|beriladi(?!\w)|ko'rsatiladi(?!\w)"
    r"|kerak|zarur|shart|talab|tavsiya"
)
_ALWAYS = {
    "originality": r"антиплагиат\w*|плагиат\w*|(?:некорректн\w+|неправомерн\w+|наличи\w+|процент\w*"
    r"|дол\w+) заимствован\w+|(?:оригинальност|уникальност)\w+(?! (?:подход|исслед|иде|концеп|реш))"
    r"|antiplag\w*|plagi\w*|plagiari\w+|originality|similarity (?:index|check|report|rate)|turnitin"
    r"|original(?:lik|lig)\w*|o'ziga xoslik\w*|muallif\w* shaxsiy izlanish\w*"
    r"|o'zlashtirma\w*|strikeplag\w+",
    "not published elsewhere": r"(?:ранее|прежде"
    r"|нигде)\s(?:\w+ ){0,3}(?:не )?(?:был\w* )?(?:не )?(?:опубликован\w+"
    r"|публикова\w+)|не (?:\w+ )?опубликован\w+|не публиковавш\w+"
    r"|неопубликованн\w+(?= (?:\w+ )?(?:стат|матер|работ|рукоп))"
    r"|(?:not|never) (?:have |has )?(?:been "
    r"|be )?(?:previously )?(?:published"
    r"|under (?:consideration|review))|previously (?:un)?published|previously not published"
    r"|unpublished"
    r"|(?:no[rt] |not be )?(?:is it |being )?under (?:consideration|review) (?:by|for|in|at"
    r"|elsewhere)"
    r"|(?:отправлен|направлен|представлен|поданн)\w+ (?:\w+ )?в други[ехм] (?:журнал|издан)\w*"
    r"|boshqa (?:jurnal|nashr)\w* (?:yuboril|taqdim etil|topshiril)ma\w+"
    r"|(?:avval|ilgari|oldin)\w* (?:\w+ ){0,3}(?:nashr|chop|e'lon) (?:qilinma|etilma)\w*"
    r"|(?:nashr|chop|e'lon) (?:qilinma|etilma)gan\w*",
    "a fee": r"(?:плата|взнос|стоимост\w+|оплат\w+)(?!\w)[^.;]{0,50}|на платной основе"
    r"|(?<!\w)(?:fees?"
    r"|charges?|apc)(?!\w)"
    r"|to'lov\w*|тенге|nashr narx\w*",
    "a telephone": r"телефон\w*|telefon\w*|(?:tele)?phone numbers?",
    "a postal address": r"почтов\w+ адрес\w*|адрес\w* для (?:переписк|рассылк)\w*"
    r"|(?:postal|mailing|residen(?:ce|tial)) address\w*|(?<!elektron )pochta manzil\w*",
    "the journal's section": r"рубрик\w+ журнал\w*|(?:указ\w+|назван\w+) рубрик\w*"
    r"|section of the journal|jurnal\w* (?:rukn|rubrik)\w*",
    "a share of foreign works": r"(?:xorij\w*|chet el\w*) (?:\w+ ){0,2}(?:adabiyot|manba)\w*"
    r"|(?:зарубежн|иностранн|иноязычн)\w+ (?:\w+ ){0,2}"
    r"(?:источник|литератур|публикац|автор|стат|работ)\w*"
    r"|(?:источник|литератур|работ)\w*[^.;]{0,25} на иностранных языках"
    r"|foreign(?:-language)? (?:\w+ ){0,2}(?:sources|references|literature|works|publications)",
    "works from this journal": r"(?:adabiyot|manba|iqtibos|havola|maqola)\w* (?:\w+ ){0,3}"
    r"(?:mazkur|ushbu|shu) jurnal\w* (?:\w+ ){0,2}(?:nashr|chop|e'lon) (?:qilin|etil)gan"
    r"|(?:ссыл|источник|литератур|цитир)[^.;]{0,50}"
    r"(?:нашего|данного|настоящего|этого|нашем|данном) журнал\w*"
    r"|(?:references|citations|cite|sources)[^.;]{0,40} (?:in|from) (?:this|our) journal",
    "JEL codes": r"jel(?!\w)",
    "a contract or consent": r"copyright (?:transfer |licen[cs]e )?(?:agreement|form|declaration"
    r"|statement)|declaration of copyright|transfer of copyright"
    r"|(?:договор|соглашени)\w* (?:об? |о передаче )(?:\w+ )?авторск\w+ прав\w*"
    r"|лицензионн\w+ (?:договор|соглашени)\w*|litsenziya shartnoma\w*",
    "conflicts of interest": r"^\W*(?:конфликт интересов|conflicts? of interests?)(?!\w)"
    r"|(?:заявлени|деклараци|сведени|информаци)\w* об? (?:\w+ )?"
    r"конфликт\w* интерес\w*|conflicts? of interests?(?: and [\w ]{3,30})? (?:statement|form"
    r"|declaration|disclosure)|(?:statement|declaration|disclosure) (?:of|on|about) (?:any |the )?"
    r"(?:conflicts? of|competing) interests?",
    "the authors' contributions": r"contributions? of (?:the |all )?(?:co-?)?authors(?! to)"
    r"|contributions? of each (?:co-?)?author"
    r"|author'?s?'? contributions?(?= (?:statement|form|section|should|must|are|is)|:)"
    r"|вклад\w* (?:каждого (?:со)?автора|(?:со)?авторов)"
    r"|(?:mualliflar|har bir muallif)ning hissa\w*",
    "funding": r"(?:financial|funding) (?:disclosure|statement|support statement)\w*"
    r"|disclosure of (?:financial|funding)|sources? of (?:funding|financing|financial support)"
    r"|источник\w* финансирован\w*|(?:сведени|информаци)\w* о финансирован\w*"
    r"|moliyalashtirish manba\w*",
    "a biographical note": r"short bio(?:graph(?:y|ical))?(?: note| statement)?"
    r"|(?:brief|short) (?:\([^()]*\) )?(?:author )?bio(?:graph\w+)?(?!\w)(?: note)?"
    r"|biographical note(?!s)|bio-?notes?(?!\w)|contributor'?s'? note|memo about the author"
    r"|кратк\w+ (?:автобиограф|биограф)\w*",
    "keywords in the text": r"(?:kalit|tayanch) (?:so'z|ibora)\w*[^.;]{0,60}takrorlan\w*"
    r"|ключев\w+ слов\w*[^.;]{0,40}(?:встреча\w+|повторя\w+|использова\w+) в (?:\w+ )?тексте"
    r"|keywords?[^.;]{0,40}(?:appear|occur|be used|be repeated) in the (?:main )?text",
    "no full stop behind the title": r"(?:mavzu|sarlavha|nom)\w* (?:oxiri|so'ng)\w* nuqta "
    r"qo'yilma\w*|точк\w+ (?:в конце|после) (?:загла|назван|заголов)\w*[^.;]{0,20} не став\w+"
    r"|(?:в конце|после) (?:загла|назван|заголов)\w*[^.;]{0,20} точк\w+ не став\w+"
    r"|no (?:full stop|period) (?:after|behind|at the end of) the title",
    "self-citation": r"ссыл\w+ на (?:собственн|свои)\w*|(?:author'?s?'?|your) own (?:works?"
    r"|publications)"
    r"|само-?цитирован\w*|self-?citations?|o'z-o'zi\w* (?:iqtibos|havola)\w*",
    "DOIs of works": r"doi[^.;]{0,40}(?:каждо\w+ (?:источник|работ)|для (?:всех|каждо)|источник)\w*"
    r"|(?:источник|литератур|ссыл)\w*[^.;]{0,60}(?<!\w)doi(?!\w)"
    r"|(?<!\w)dois?(?!\w)[^.;]{0,60}(?:bibliograph|works? cited|references?|each (?:entry|source))"
    r"|(?:references?|bibliograph\w*)[^.;]{0,60}(?<!\w)dois?(?!\w)"
    r"|(?:manba|adabiyot)\w*[^.;]{0,50}(?<!\w)doi(?!\w)",
    "a limit of figures": r"(?:не более|до|no more than|at most|up to"
    r"|maximum(?: of)?) \d+(?:-\d+)? "
    r"(?:рисунк|иллюстрац|таблиц|figures|illustrations|images|tables)\w*"
    r"|(?:количеств|числ)\w+ (?:рисунк|иллюстрац|таблиц)\w*"
    r"|number of (?:the )?(?:figures|illustrations|images|tables)"
    r"|(?:rasm|jadval)\w* soni",
    "the corresponding author": r"corresponding author|контактн\w+ автор\w*|автор\w* для "
    r"(?:переписк|корреспонденц|контакт)\w*|mas'ul muallif\w*",
    "translations of quotations": r"quot\w+[^.;]{0,70}(?<!\w)translat\w+|translat\w+[^.;]{0,30}"
    r"(?:of|for) (?:the |all |any )?quot\w+|(?:перевод|перевест)\w*[^.;]{0,30} цитат\w*"
    r"|цитат\w*[^.;]{0,70}(?<!\w)перев(?:од|ед|ест)\w*|(?:iqtibos|sitata)\w*[^.;]{0,60}tarjima\w*",
    "a language check": r"native speakers?|носител\w+ языка|proofread\w*|til egasi\w*",
    "reviewers to be named": r"(?:list|names?) of (?:[\w-]+ ){0,5}(?:potential "
    r"|possible )?reviewers"
    r"|(?:suggest|propose|recommend)\w* (?:[\w-]+ ){0,4}reviewers"
    r"|(?:предлож|рекоменд|указ)\w+ (?:\w+ ){0,4}рецензентов",
    "printed copies": r"(?:в|на) (?:одном|двух|трех|1|2|3)(?:-?\w{1,3})? (?:печатн\w+ |бумажн\w+ )?"
    r"экземпляр\w*|(?:1|2|3|bir|ikki|uch) (?:ta )?nusxa\w*|(?:one|two|three) (?:printed |hard "
    r"|paper )"
    r"copies|an? (?:printed|hard|paper) copy",
    "a note on the grant": r"(?:если|при)(?!\w)[^.;]{0,40}(?<!\w)грант\w*|грантов\w+ поддержк\w*"
    r"|(?:supported|financed|funded) by (?:a |an? )?(?:\w+ )?grants?",
    "names of files": r"(?:названи|имя|имен)\w* файл\w*"
    r"|файл\w* (?:называ|имену)\w+|(?:save|name) (?:your|the) (?:\w+ )?files? (?:as|by|with)"
    r"|file ?names? (?:should|must|is|are)|names? of (?:the )?files?|fayl\w* nom\w*",
}
"""What is a duty however it is said: "all articles are checked for plagiarism"."""
_IF_ASKED = {
    "a recommendation or review": r"рекомендаци\w+ (?:научн|кафедр|доктор|к |от)\w*"
    r"|рецензи\w+ (?:доктор|научн|руковод"
    r"|и протокол)\w*"
    r"|рецензи(?:ей|ю|и)(?!\w)|отзыв\w*|выписк\w+|протокол\w*"
    r"|taqriz(?!chi|lash|lan|dan o't)\w*|tavsiyanoma\w*"
    r"|letters? of recommendation|recommendation (?:of|from|by)|reviews? of the supervisor"
    r"|review by a",
    "a signature": r"подпис(?:ан|ыв)\w*|подпис(?:ать|ью|и автор\w*|и руковод\w*)(?!\w)|sign(?:ed"
    r"|ature)\w*"
    r"|imzo\w*",
    "a contract or consent": r"договор(?!н)\w*|согласи[ея](?: на)? (?:обработк|публикац)\w*"
    r"|лицензи\w+|consent"
    r"|copyright (?:agreement|form|transfer)|licen[cs]e (?:agreement|to publish)"
    r"|shartnoma\w*|rozilik\w*",
    "permissions": r"(?:obtain|secur|get(?!\w)|written|responsible for|need)[^.;]{0,40} "
    r"permissions?(?!\w)"
    r"|permissions?[^.;]{0,30} (?:obtained|secured|required)|"
    r"гарантир\w+ прав\w+ на публикац\w+|разрешени\w+ (?:на|правообл)\w*",
    "a cover letter": r"сопроводительн\w+ письм\w*|cover(?:ing)? letter|ilova xat\w*",
    "a letter": r"письм(?:о|а|ом)(?!\w)|xat(?:i|lar)?(?!\w)|yo'llanma\w*",
    "an expert opinion": r"экспертн\w+|акт\w* эксперт\w*|ekspert (?:xulosa|dalolat)\w*",
    "a certificate": r"справк\w*|сертификат\w*|guvohnoma\w*|sertifikat\w*",
    "a receipt": r"квитанци\w*|чек(?:а|у|ом|и|ов)?(?!\w)|kvitan[st]\w*|to'lov chek\w*"
    r"|(?:payment|bank) receipts?(?!\w)|receipts? (?:of|for) (?:the )?payment"
    r"|платежн\w+ (?:поручени|документ)\w*",
    "a photograph": r"фото(?:граф\w*)?(?: автор\w*| портрет\w*)?(?!\w)|fotosurat(?:i|ini"
    r"|ingiz)(?!\w)"
    r"|muallif\w* (?:foto|rasm)\w*|photo(?:graph)? of (?:the )?author\w*",
    "a supervisor": r"научн\w+ руководит\w*|ilmiy rahbar\w*|supervisors?",
    "conflicts of interest": r"конфликт\w* интерес\w*|conflicts? of interest|competing interests?"
    r"|manfaatlar to'qnash\w*",
    "ethics": r"(?<!\w)ethic\w+ (?:approval|statement|committee)|этическ\w+ комит\w*",
    "data": r"data availab\w*|доступност\w+ данных",
    "use of AI": r"искусственн\w+ интеллект\w*|(?:инструментов|генеративн\w+"
    r"|использовани\w+) ии(?!\w)|нейросет\w*"
    r"|(?<!\w)generative ai(?!\w)"
    r"|(?<!\w)(?:generative )?ai(?= tools"
    r"| assist)|artificial intelligence"
    r"|sun'iy intellekt\w*",
    "a biographical note": r"bio(?:graphical)? (?:note|sketch|data|statement)\w*"
    r"|short bio(?:graphy)?"
    r"|memo about the author"
    r"|автобиограф\w*|tarjimayi hol\w*|tarjimaihol\w*",
}
"""What is one only where something is asked of the author."""
_FREE = re.compile(
    r"не взима\w+|бесплатн\w+|отсутству\w+|no (?:\w+ )?(?:fee|charge)|free of charge|olinmaydi"
    r"|bepul"
)
_PRICE = re.compile(
    r"\d ?(?:тыс\w*\.? |ming |(?:млн|mln)\.? )?(?:тенге|тг(?!\w)|₸|kzt|tenge|сум(?:а|ов)?(?!\w)"
    r"|so'm|uzs|руб(?:л\w+)?(?!\w)|₽|rub(?!\w)|долл|dollar|usd|\$|евро|euro?s?(?!\w)|€)"
    r"|(?:[$€₽₸]|usd|eur|uzs|kzt) ?\d"
)
"""A sum of money: where a fee is told with it, there is nothing to find out."""
_REVIEWERS = re.compile(
    r"рецензент\w* (?:в течение|готов|им|явл|мо)|рецензи\w+ хран|recenzent|reviewers? (?:is|are"
    r"|will)"
)
_NO_PAPER = re.compile(
    r"слеп\w+|(?<!\w)blind|yashirin|taqrizchi\w*|"
    r"(?:taqdim etil|qabul qilin|ko'rib chiqil)ma(?:ydi|s)"
)
"""What tells of reviewing by the journal, or what becomes of an article that keeps no rules."""
_OF_EDITORS = re.compile(
    r"редакц\w+|издательств\w*|editorial|publisher|tahririyat\w*|\+?\d[\d\s()-]{6,}\d"
)
"""What tells that a telephone or an address is the journal's."""
_OF_PEOPLE = re.compile(
    r"автор\w*|фамили\w*|ф\. ?и\. ?о|(?<!\w)фио|author\w*|(?<!\w)names?(?!\w)|muallif\w*|ism\w*"
    r"|e-?mail(?!\s?:)|bog'lanish|контактн\w+ телефон|contact (?:tele)?phone"
    r"|familiya\w*|для рассылк|с указанием|(?<!\w)your(?!\w)"
)
_IN_PER_CENT = re.compile(r"(?<!\d)(?P<n>\d{1,3}) ?(?:%|процент|per ?cent|foiz)")
_FORMAT = re.compile(
    r"формат\w*|файл\w*|расширен\w*|format\w*|files?(?!\w)|fayl\w*|kengaytma\w*|extension"
    r"|(?<=\.)(?:doc|rtf)(?!\w)"
)
_TEXTS = re.compile(r"(?<!\w)(?:docx?|rtf|odt)(?!\w)(?:/x)?")
_WORD_TOO = re.compile(
    r"(?<!\w)word(?: \d{2,4})?\)?(?:\s?[,/]|\s(?:or|или|либо|yoki)(?!\w))\s?[\W_]{0,3}"
    r"(?:rtf|odt)(?!\w)"
)
"""What allows the program's own format beside another one: "MS Word or *.rtf"."""
_IMAGES = re.compile(r"(?<!\w)(?:jpe?g|tiff?|png|svg|eps|gif|bmp|cdr|ai(?=, ?(?:cdr|eps)))(?!\w)")
_OF_PICTURES = re.compile(
    r"рисун\w*|иллюстрац\w*|изображен\w*|график\w*|фото\w*|figures?|images?|illustrat\w+|pictures?"
    r"|rasm\w*|surat\w*|grafik\w*"
)
_GIVEN = frozenset(("docx", "png", "svg"))
"""The formats that a package has."""
_NEEDED = {
    "a telephone": _OF_PEOPLE,
    "a postal address": _OF_PEOPLE,
    "a photograph": _OF_PEOPLE,
    "a share of foreign works": _IN_PER_CENT,
    "works from this journal": re.compile(rf"{_ASKED.pattern}|\d"),
}
_FORBIDDEN = {
    "not published elsewhere": re.compile(
        r"(?:happy|willing|ready) to|(?:may|can) (?:also )?be (?:published|under)|допускается"
    ),
    "a fee": _FREE,
    "a recommendation or review": _NO_PAPER,
    "a telephone": _OF_EDITORS,
    "a postal address": _OF_EDITORS,
    "the journal's section": re.compile(r"mos kel|соответств"),
    "printed copies": re.compile(
        r"файл|fayl|(?:author|автор|muallif)\w* (?:will )?(?:receive|получа|oladi)"
    ),
    "self-citation": re.compile(r"anonym|аноним|identif|blind"),
}
_SHORTEST = 4
_BEHIND = 4
"""Words shown behind those that tell what is asked: how much of it, and from whom."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Duty:
    """What is asked (``about``), with the words that ask it.

    ``share`` is in per cent, ``formats`` are those of files, where such are told; ``at`` is the
    number of the sentence, ``said`` what in it names the thing.
    """

    about: str
    quote: str
    share: str = ""
    formats: tuple[str, ...] = ()
    at: int = field(default=-1, compare=False)
    said: str = field(default="", compare=False)


def _compiled(table: dict[str, str]) -> dict[str, re.Pattern[str]]:
    return {about: re.compile(rf"(?<!\w)(?:{words})") for about, words in table.items()}


_ALWAYS_SAID, _SAID_IF_ASKED = _compiled(_ALWAYS), _compiled(_IF_ASKED)


def asks(text: str) -> bool:
    """Whether a sentence, in small letters, asks something of somebody."""
    return bool(_ASKED.search(text))


def duties(saying: Saying, *, rules_something: bool = False) -> Iterator[Duty]:
    """Yield what a sentence asks of the author that is no matter of the manuscript.

    Of one that ``rules_something`` else only what is plain is told.
    """
    text = saying.text
    if len(text.split()) < _SHORTEST or _REVIEWERS.search(text):
        return
    found = {
        about: match
        for about, words in _ALWAYS_SAID.items()
        if (match := words.search(text)) and _is_meant(about, match)
    }
    if not rules_something and _ASKED.search(text):
        found |= {
            about: match
            for about, words in _SAID_IF_ASKED.items()
            if (match := words.search(text)) and _is_meant(about, match)
        }
    if "a cover letter" in found:
        found.pop("a letter", None)
    if "a contract or consent" in found:
        found.pop("a signature", None)  # it is signed
    if "originality" in found and "a certificate" in found:  # one paper, which is told once
        found["a certificate of originality"] = found.pop("a certificate")
        del found["originality"]
    if "a fee" in found and _PRICE.search(text):
        found["a price"] = found.pop("a fee")
    for about, match in found.items():
        yield Duty(
            about=about,
            quote=_around(saying, match),
            share=_share(about, match),
            said=saying.original(*match.span()),
        )
    yield from _formats(saying)


def of_whole_page(found: Iterable[Duty]) -> Iterator[Duty]:
    """Yield each duty once; of formats none where the package has one that the page takes too."""
    told: dict[str, Duty] = {}
    for each in found:
        before = told.get(each.about)
        told[each.about] = (
            each
            if before is None
            else replace(before, formats=tuple(dict.fromkeys((*before.formats, *each.formats))))
        )
    if (paper := told.get("a certificate of originality")) and "originality" in told:
        other = told.pop("originality")
        told[paper.about] = replace(paper, share=paper.share or other.share)
    if "a price" in told:
        told.pop("a fee", None)
    for each in told.values():
        if not _GIVEN & {*each.formats}:
            yield each


def _is_meant(about: str, match: re.Match[str]) -> bool:
    """Whether words are a duty of the author's in their sentence."""
    text = match.string
    needed, forbidden = _NEEDED.get(about), _FORBIDDEN.get(about)
    return not (
        (needed is not None and not needed.search(text))
        or (forbidden is not None and forbidden.search(text))
    )


def _share(about: str, match: re.Match[str]) -> str:
    """Return the share that is told nearest before what has one, or else behind it."""
    if "{share}" not in TEXTS[about]["en"]:
        return ""
    before = [*_IN_PER_CENT.finditer(match.string, 0, match.start())]
    behind = _IN_PER_CENT.search(match.string, match.end())
    if about == "a share of foreign works" and before:
        return before[-1]["n"]
    found = behind or (before[-1] if before else None)
    return found["n"] if found else ""


def _formats(saying: Saying) -> Iterator[Duty]:
    """Yield what files shall be; whether the package has them shows only the whole page."""
    text = saying.text
    if not _FORMAT.search(text):
        return
    pictures = bool(_OF_PICTURES.search(text))
    for about, names in (
        ("files of another format", _TEXTS),
        ("pictures of another format", _IMAGES if pictures else None),
    ):
        if names and (found := [*names.finditer(text)]):
            formats = tuple(dict.fromkeys(each[0].replace("/", "") for each in found))
            if names is _TEXTS and _WORD_TOO.search(text):
                formats = (*formats, "docx")
            quote, said = _around(saying, found[0]), saying.original(*found[0].span())
            yield Duty(about=about, quote=quote, formats=formats, said=said)


def _around(saying: Saying, match: re.Match[str]) -> str:
    """Return at most ten words of a sentence with those of a match among them."""
    text = saying.text
    before = len(text[: match.start()].split())
    here = min(len(match[0].split()), MOST_WORDS - _BEHIND)
    if before + here + _BEHIND <= MOST_WORDS:
        return saying.opening(MOST_WORDS)
    words = list(re.finditer(r"\S+", text))
    last = min(len(words), before + here + _BEHIND)
    first = max(0, last - MOST_WORDS)
    quote = saying.quote(words[first].start(), words[last - 1].end())
    return "… " * (first > 0) + quote + " …" * (last < len(words))
