"""What a page of rules asks of the author and no field holds: told by its first words."""

from __future__ import annotations

import re

from uchtil.journals.guidelines.sayings import Saying

_ASKED = re.compile(
    r"должн\w+|должен|необходим\w*|обязан\w*|требу\w+|прилага\w+|предостав\w+|представ\w+|следует"
    r"|обязательн\w*|подпис\w+"
    r"|(?<!\w)(?:must|should|shall|required?|requested|please|need to|has to|have to)(?!\w)|lozim"
    r"|kerak|zarur|shart|talab|tavsiya"
)
_OF_DUTIES = re.compile(
    r"подпис(?:ан|ь|ью|и|ыва)\w*|рекомендаци\w+|оригинальност\w*|антиплагиат\w*|плагиат\w*"
    r"|уникальност\w*|рецензи\w+ (?:доктор|научн|руковод)\w*|отзыв\w*|оплат\w*|плат[аыу](?!\w)"
    r"|взнос\w*"
    r"|сопроводительн\w+|письм\w*|экспертн\w+|акт\w* эксперт\w*|договор\w*|согласи\w*|справк\w*"
    r"|квитанци\w*|фото(?:граф\w*)?|научн\w+ руководит\w*|телефон\w*|аспирант\w*"
    r"|sign(?:ed|ature)\w*|plagiari\w*|originality|similarity|(?<!\w)fees?(?!\w)|charges?|payment"
    r"|cover letter|permissions?|copyright|consent|ethic\w*|conflict\w* of interest|funding"
    r"|previously published"
    r"|under consideration|recommendation|data availab\w*"
    r"|imzo\w*|taqriz\w*|tavsiya\w*|plagiat\w*|antiplagiat\w*|originallik|to'lov\w*|xat(?:i"
    r"|lar)?(?!\w)|ilmiy rahbar\w*|guvohnoma\w*|rasmi|ekspert\w*|shartnoma\w*"
)
_SHORTEST = 4


def speaks_of_duties(saying: Saying) -> bool:
    """Whether a sentence asks something of the author that is no matter of the manuscript."""
    return (
        len(saying.text.split()) >= _SHORTEST
        and bool(_OF_DUTIES.search(saying.text))
        and bool(_ASKED.search(saying.text))
    )
