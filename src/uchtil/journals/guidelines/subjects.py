"""What a sentence of rules can speak of, in the words of three languages."""

from __future__ import annotations

import re
from functools import lru_cache

_SUBJECTS = {
    # What is no part of an article, or a kind of text that is not meant, comes first.
    "other": r"1 иллюстраци\w+|сообщени(?:я|й|е)(?= ?- ?| до| не)"
    r"|headings? (?:of the )?(?:second|third|2|3)|(?:second|third)[- ](?:order|level) headings?"
    r"|level [23] headings?|заголов\w+ (?:второго|третьего|[23](?:-го)?) (?:уровн|порядк)\w*"
    r"|(?:ikkinchi|uchinchi|[23]-) ?darajali sarlavha\w*"
    r"|(?:other|all other) (?:materials|contributions)|(?:других|иных|прочих) материал\w*"
    r"|boshqa materiallar\w*|обзорн\w+ (?:стат|матери)\w*|стат\w+ обзорн\w+ характер\w*"
    r"|(?<!literature )review (?:articles"
    r"|papers)"
    r"|(?:adabiyotlar )?sharh(?:i|lar)(?= (?:va|maqola|\())|ma'ruza\w*"
    r"|miscellan\w+|think pieces?|reviews? (?:volume|length)|sub-?headings?|подзаголов\w*"
    r"|kichik sarlavha\w*|book reviews?|review essays?"
    r"|research notes?|short (?:communications?|reviews?)"
    r"|рецензи\w+|тезис\w*|кратк\w+ сообщени\w*|эссе|обзор\w+ книг|taqriz\w*|tezis\w*"
    r"|block ?quot\w+|quotations?|цитат\w*|эпиграф\w*|формул\w*|acknowledg\w+"
    r"|(?:author )?bio(?:graph\w+)?s?(?! ?graf)|letters? to the editor|running (?:title|head)\w*"
    r"|колонтитул\w*|short title|дискусси\w+|хроник\w+"
    r"|введени[еия]|выводы|заключени[еия](?= (?:и|стат|долж|содерж|заним|не))|introduction"
    r"|conclusions?",
    "heading": r"слов[оа] '?(?:введени|основн\w+ част|вывод|заключени)\w*(?: ?/ ?[\w ]+)*"
    r"|заголовк\w+ (?:раздел|част|параграф|втор)\w*|названи\w+ раздел\w*"
    r"|titles? of (?:parts|sections|paragraphs|chapters)"
    r"|(?:section )?headings?\d?"
    r"|section titles?|bo'lim\w* (?:nom"
    r"|sarlavha)\w*",
    "caption": r"figures? (?:&|and) tables? (?:names?|titles?)|figure (?:names?|titles?)"
    r"|подпис\w+ (?:к"
    r"|под) (?:рис|илл|таб)\w*|подрисуноч\w+|captions?|rasm osti\w*"
    r"|названи\w+ (?:рисун|таблиц)\w*|(?:figure|table|illustration)s?'?s? captions?"
    r"|(?:jadval|rasm)\w* nom\w*",
    "keywords": r"ключевы\w* слов\w*|key ?-?words?|kalit(?:li)? (?:so'z|ibora)\w*"
    r"|tayanch (?:so'z|ibora|tushuncha)\w*|kalit so'z\w*",
    "abstract": r"текст\w* аннотаци\w*|annota[ts]+iya\w* matn\w*|text of the abstract|абстракт\w*"
    r"|аннотаци\w*|реферат\w*|резюме|abstracts?|summar(?:y|ies)"
    r"|annotatsiya\w*"
    r"|annotations?|rezyume\w*|аннатаци\w*|annotasiya\w*|referat\w*",
    "notes": r"сноск\w*|сносок|примечани\w*|the notes|notes(?=[.:;)])|foot-?notes?|end-?notes?"
    r"|izoh\w*"
    r"|snoska\w*|sahifa osti\w*",
    "references": r"библиографическ\w+ (?:спис|ссыл|запис|описан)\w*"
    r"|спис\w+ библиографическ\w+ ссыл\w*"
    r"|спис\w+ (?:использ\w+ |цитир\w+ )?(?:литератур|источник|references)\w*"
    r"|(?:пристатейн\w+ )?библиографи\w+(?: спис\w+)?|список литературы|литератур\w*|references"
    r"|bibliograph\w+|works cited|reference list|list of (?:used )?(?:literature|references)"
    r"|(?:foydalanilgan )?adabiyot\w*(?: ro'yxat\w*)?",
    "table": r"текст\w* таблиц\w*|jadval\w* matn\w*|table text|text of (?:the )?tables|таблиц\w*"
    r"|tables?|jadval\w*",
    "affiliation": r"place of work|мест\w+ работ\w*|аффилиаци\w*|affiliations?"
    r"|names? of (?:the )?(?:organi[sz]ation|institution|university)"
    r"|ish (?:yoki o'qish )?joy\w*"
    r"|(?:названи\w+ )?организаци\w*|учрежден\w*|учен\w+ степен\w*|должност(?:ь|и|ей)(?!\w)"
    r"|academic degrees?|ilmiy daraja\w*",
    "author": r"authors?(?:\(s\))?(?=:)|full names?|surnames?|last names?|initials?|(?:информаци"
    r"|сведени|данн)\w+ об автор\w*"
    r"|information about the authors?|фамили\w*"
    r"|ф\. ?и\. ?о\.?|фио|инициал\w*|(?:имя|имена) автор\w*|имя|им[ея]н\w* автор\w*"
    r"|authors?(?:\(s\))?'?s? names?|names?(?:\(s\))? of (?:the )?authors?(?:\(s\))?|familiya\w*"
    r"|muallif\w* ism\w*|ism(?:i|lari)"
    r"|f\. ?i\. ?(?:sh|o)\.?|muallif\w* (?:f\.|haqida)\w*|ism-sharif\w*"
    r"|muallif ?\(lar\) ?(?:ning )?ism[\w-]*",
    "title": r"названи\w+(?! (?:литератур|книг|журнал|произвед|издани|организ|учрежд|фильм|газет))"
    r"(?: (?:стать|рукопис|работ)\w*)?|заглави\w*|заголов\w*(?: стать\w*)?"
    r"|тем\w+ стать\w*|(?:article |paper |manuscript )?titles?(?! of (?:books|works|journals"
    r"|literary))"
    r"(?: of (?:the )?(?:article|paper))?"
    r"|maqola\w* (?:nom|mavzu|sarlavha)\w*|mavzu nom\w*|sarlavha\w*|maqola\w* mavzusi",
    "codes": r"удк|udc|udk|uo'k|мрнти|irsti|ггрнти|грнти|универсальн\w+ десятичн\w+",
    "text": r"все[мгй]\w* текст\w*|весь текст|all text|the whole text|основн\w+ текст\w*"
    r"|текст(?!ов|уал|ологич)\w*(?: стать\w*| рукопис\w*)?|text(?=:)|paragraphs?(?= (?:should"
    r"|must|are))"
    r"|main (?:text|body)|body text"
    r"|the text|tekst\w*|asosiy matn\w*|(?:maqola\w* )?matn\w*",
}

_NOT_BEHIND = (
    "под ", "над ", "от ", "после ", "перед ", "ниже ", "без ", "языке ", "выравнивание ",
)  # fmt: skip
_NOR_BEHIND = ("after the ", "below the ", "under the ", "before the ")
"""What is only a place, or not spoken of itself: "below the title", "without a heading"."""

NAMED = re.compile(
    r"(?<!\w)(?<!\w')"
    + "".join(f"(?<!{each})" for each in (*_NOT_BEHIND, *_NOR_BEHIND))
    + f"(?:{'|'.join(f'(?P<{name}>{words})' for name, words in _SUBJECTS.items())})(?!\\w)"
    r"(?!(?<=dan) (?:keyin|so'ng|oldin|avval)(?!\w))"
)
"""Any subject, by the name of its group."""

OF_CITED_WORKS = re.compile(
    r"издательств|publisher|nashriyot|название (?:книги|журнала)|title of (?:the )?(?:book|journal)"
    r"|kitob nomi|city of publication|год издания|year of publication|publishing data|place (?:of"
    r"|and year of) (?:the )?publication"
)
"""What a sentence has that tells how works are described in a list."""
_LEFT_OUT = re.compile(
    r"(?:включая|вместе с|с учетом|including)(?! проб"
    r"| space)(?: [^\W\d][^\s.;:()]*){1,14}?(?=,? - |,"
    r"(?: \w+)? \d|,? (?:should|must|may|is|has|can|не|должн|должен|состав|превыш))|"
    r"\((?:without|excluding|exclusive of|not (?:including|counting)|без|не считая|не включая"
    r"|исключая|кроме)(?!\w)[^()]*\)|\([^()]*hisobga olma\w+[^()]*\)"
    r"|(?:(?:annota[ts]+iya|kalit so'z|tayanch so'z|adabiyot|foydalanilgan adabiyot|jadval|rasm"
    r"|ilova"
    r"|izoh|snoska|havola|muallif)[\w']*(?: ro'yxat\w*)?(?:, | va | hamda "
    r"| )){1,6}(?:[\w']+ ){0,4}?"
    r"hisobga olma\w+"
)


@lru_cache(maxsize=64)
def spoken_of(text: str) -> str:
    """Return a sentence with blanks for asides that tell what is not counted or not meant."""
    return _LEFT_OUT.sub(lambda match: " " * len(match[0]), text)


ASIDE_JOINED = re.compile(
    r"(?:[\s,]|\([^()]{0,90}\)|(?<!\w)\d{1,3}(?:-\d{1,3})?(?: ta)?(?!\w)|(?<!\w)(?:и|или|а также"
    r"|and|or|va|hamda|the|an?|&)(?!\w))*"
)
"""The same, with asides in parentheses."""

JOINED = re.compile(r"[\s,(]*(?:и|или|а также|and|or|va|hamda|&)?\s*(?:the|an?)?[\s(]*")
"""What may stand between subjects that are spoken of together."""
