"""How wide the letters of Times New Roman are, so that lines can be counted without it.

The numbers are advance widths in units of 1/2048 em, read from Liberation Serif, which is
made to have the same metrics.  A letter with an accent is as wide as the letter; italics
are counted as upright, bold italics as bold.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

EM = 2048

LINE = 1.149
"""The height of a single line, in em: ascent, descent and line gap."""

_AVERAGE = 1024
"""The width of a letter that is in no list: half an em, as figures are."""

_REGULAR: Mapping[int, str] = {
    369: "'",
    410: "|¦",
    512: " ,.\xa0",
    565: "ª",
    569: "/:;\\ijltıłіј",
    614: "²³¹",
    635: "º",
    682: "!()-I[]`fr¡¨´·¸ʻʼІ‐‘’‚‛‹›",
    717: "•",
    719: "ґ",
    797: "JsЈѕ",
    809: "з",
    819: "°",
    836: '"',
    840: "гғ",
    879: "эє",
    895: "т",
    909: "?acez¿аесә“”„",
    922: "Ґ",
    928: "¶",
    934: "ь",
    942: "я",
    961: "^",
    967: "в",
    983: "{}",
    989: "ђ",
    995: "кқ",
    1022: "л",
    1024: "#$*0123456789_bdghknopquvxy¢£¤¥§«¯»ßðøþорухћүұҳһө‒–†‡€↑↓",
    1026: "З",
    1030: "ч",
    1042: "бд",
    1059: "ъ",
    1096: "инпцң",
    1108: "~",
    1124: "±÷",
    1139: "FPSÞЅР",
    1155: "+<=>¬×−",
    1176: "БЬ",
    1180: "µ",
    1184: "ГҒ",
    1251: "ELTZŁЕТ",
    1296: "м",
    1327: "ф",
    1331: "ЧҺ",
    1352: "ЄЭ",
    1366: "BCRæВКСЯҚ",
    1376: "ы",
    1389: "Л",
    1397: "Д",
    1415: "жҗ",
    1446: "Ъ",
    1450: "У",
    1479: "ADGHKNOQUVXYwÐØАИНОПХЦҢҮҰҲӘӨ",
    1481: "њ",
    1489: "љ",
    1518: "Ћ",
    1530: "ю",
    1536: "¼½¾",
    1540: "Ђ",
    1556: "©®",
    1577: "шщ",
    1593: "&m",
    1618: "Ф",
    1706: "%",
    1786: "ЉЊЫ",
    1821: "MÆМ",
    1835: "ЖҖ",
    1886: "@",
    1933: "W",
    1954: "№",
    2048: "—…‰←→",
    2066: "ШЩ",
    2105: "Ю",
}

_BOLD: Mapping[int, str] = {
    451: "|¦",
    512: " ,.\xa0",
    569: "'/\\ilıłі",
    614: "ª²³¹",
    676: "º",
    682: "!()-:;[]`fjt¡¨´¸ʻʼј‐‘’‚‛‹›",
    683: "·",
    717: "•",
    797: "IsІѕґ",
    807: "{}",
    819: "°",
    823: "з",
    885: "эє",
    909: "cerzесә",
    930: "гғ",
    1006: "т",
    1024: "#$*0123456789?J_agovxy¢£¤¥§«¯»¿ðøЈабоухүұҳө‒–“”„†‡€↑↓",
    1036: "д",
    1065: "~Ґ",
    1081: "З",
    1083: "ь",
    1100: "ђ",
    1106: "¶в",
    1108: "я",
    1124: "±÷",
    1137: '"',
    1139: "SbdhknpqußþЅрћһ",
    1149: "л",
    1155: "ч",
    1167: "+<=>¬×−",
    1180: "µикнпцқң",
    1190: "^",
    1194: "ъ",
    1251: "FPÞР",
    1303: "ГҒ",
    1354: "БЬ",
    1366: "BELTZŁВЕТ",
    1389: "ЄЭ",
    1395: "м",
    1409: "Д",
    1417: "ф",
    1479: "ACDNRUVXYwÐæАСХЯҮҰҲ",
    1485: "КжҗҚ",
    1503: "УЧҺ",
    1513: "Ә",
    1526: "Л",
    1530: "©®",
    1536: "¼½¾",
    1565: "ю",
    1567: "Ъ",
    1593: "GHKOQØИНОПЦҢӨ",
    1597: "љ",
    1599: "ы",
    1632: "њ",
    1638: "ЂЋ",
    1706: "&m",
    1729: "шщ",
    1759: "Ф",
    1905: "@",
    1933: "MМ",
    2011: "Ы",
    2025: "ЖҖ",
    2048: "%WÆ—…‰←→",
    2052: "Њ",
    2054: "Љ",
    2058: "№",
    2249: "ШЩ",
    2306: "Ю",
}


def _by_letter(table: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in table.items() for letter in letters}


_WIDTHS = {False: _by_letter(_REGULAR), True: _by_letter(_BOLD)}


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Return how wide a text is on one line, in the unit of ``size``."""
    widths = _WIDTHS[bold]
    units = 0
    for letter in text:
        width = widths.get(letter)
        if width is None:
            width = widths.get(unicodedata.normalize("NFD", letter)[0], _AVERAGE)
            widths[letter] = width
        units += width
    return units * size / EM
