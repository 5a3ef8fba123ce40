"""British Standard 2979:1958, by itself and as Russian journals mean it by "BSI".

``bs-2979`` is the standard ("Transliteration of Cyrillic and Greek characters"): й ĭ, ы ȳ, э é,
with ë, ʺ and ʹ; its alternative endings -y for -ий and -ый are not used, since they cannot be read
back.  Source: Wikipedia, "Romanization of Russian", and the schema bs_2979 of iuliia 0.13.0.

``bsi`` is the setting "BSI" of translit.net (translit.ru): the same without marks above letters,
so й and и are i, ё, е and э are e.  Sources: the tables that journals print of it, which agree
(journal.imbp.ru "Транслитерация кириллицы – стандарт BSI"; journals.kantiana.ru and
irokonkurs.tilda.ws after antropophob.ru).  They type ' and " (or '') for ь and ъ; here these are
’ and ”, the signs that are meant, because citeproc takes a typed one for a quotation mark.
"""

from __future__ import annotations

from uchtil.language.romanisation.table import RUSSIAN, table

BS_2979_RUSSIAN = table(
    RUSSIAN,
    "a b v g d e ë zh z i ĭ k l m n o p r s t u f kh ts ch sh shch ʺ ȳ ʹ é yu ya",
)

BSI_RUSSIAN = table(
    RUSSIAN,
    "a b v g d e e zh z i i k l m n o p r s t u f kh ts ch sh shch ” y ’ e yu ya",
)
