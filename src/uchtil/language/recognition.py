"""Which language and script a text is written in, told by rules that can be read.

Three things are counted, word by word: the words that every text of a language has
(`Profile.words`), the letters that it has and its neighbours have not, and the beginnings and
endings that its words take (`Profile.pieces`).  A word that has a letter which a language lacks
speaks against it.  Languages that reviews take sources in are *known*; their neighbours stand
beside them so that Tajik is not taken for Uzbek, nor Kyrgyz for Kazakh: what is one of these is
told as unknown, with the name of what it looks like.

Written here, since of the libraries that are kept none will do: langdetect, langid and lingua
have no Uzbek at all, cld3 and lid.176 know it in one script, and what tells both
(transformers of 700 MB) is no library to carry along.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

UNKNOWN = "und"
"""The tag of a language that is not known (RFC 5646, 4.1)."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_APOSTROPHES = re.compile("(?<=[^\\W\\d_])[`´‘’‚‛“”„‟?\u0312-\u0315ʹʻʼʽʾʿˈˊˋ՚\ufffd](?=[^\\W\\d_])")
"""All that has been met inside words as the sign of oʻ and gʻ."""

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}|(?:https?://|www\.)\S+|\b10\.\d{4,9}/\S+")
_LEAST, _EACH = 0.6, 0.1
"""How much must speak for a language before it is told: in all, and for each word."""
_LEAD, _LEAD_EACH = 0.3, 0.08
"""How much more than for the next one; a dozen words are enough."""


_ENOUGH = 100_000
"""So many characters of a paragraph tell its language."""
_LETTERS = 8
"""Fewer letters than these are initials or a sign."""


@dataclass(frozen=True, kw_only=True)
class Profile:
    """What is known of a language: its letters, its commonest words, pieces of words.

    ``pieces`` begin or end with a hyphen where they are endings or beginnings.
    """

    tag: str
    name: str
    script: str
    letters: frozenset[str]
    words: frozenset[str]
    pieces: tuple[str, ...]
    known: bool = False

    @cached_property
    def endings(self) -> tuple[str, ...]:
        """The pieces that words end with."""
        return tuple(each[1:] for each in self.pieces if each.startswith("-"))

    @cached_property
    def inside(self) -> tuple[str, ...]:
        """The pieces that may stand anywhere in a word."""
        return tuple(each for each in self.pieces if not each.startswith("-"))


def _profile(
    tag: str, name: str, letters: str, words: str, pieces: str, *, known: bool = False
) -> Profile:
    return Profile(
        tag=tag,
        name=name,
        script="Cyrl" if "а" in letters else "Latn",
        letters=frozenset(letters),
        words=frozenset(words.split()),
        pieces=tuple(pieces.split()),
        known=known,
    )


_ENGLISH = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдеёжзийклмнопрстуфхцчшщъыьэюя"

PROFILES: tuple[Profile, ...] = (
    _profile(
        "uz-Latn-UZ",
        "Uzbek in Latin script",
        _ENGLISH + "'",
        "va bilan uchun bu ham bo'yicha o'rtasida o'rtasidagi hamda esa bo'lgan bo'lib edi ega "
        "har bir ikki ushbu shu o'z o'zaro yil yilda yili yildan so'ng keyin kerak emas deb "
        "qilish qildi qilgan etildi etilgan davlat to'g'risida to'g'risidagi sifatida lekin "
        "ammo yoki ya'ni faqat barcha eng yangi boshlab davomida orqali tomonidan haqida "
        "kabi hech inson huquqiga huquq ko'ra qadar oldin bo'ldi edi mumkin bo'yi mamlakat "
        "bor yo'q nima u ular biz siz men kim qaysi so'm foiz",
        "o' g' -lari -ning -ining -larni -lik -ligi -moqda -dagi -gan -gacha -dan -larga -sining "
        "-iy -ish -ishi -lgan -ilgan -lar -sida -ida -ga -da -ni -di -lash qo sh ch q yo",
        known=True,
    ),
    _profile(
        "uz-Cyrl-UZ",
        "Uzbek in Cyrillic script",
        "абвгдеёжзийклмнопрстуфхцчшъьэюяўқғҳ",
        "ва билан учун бу ҳам бўйича ўртасида ўртасидаги ҳамда эса бўлган бўлиб эди эга ҳар бир "
        "икки ушбу шу ўз ўзаро йил йилда йили йилдан сўнг кейин керак эмас деб қилиш қилди "
        "қилган этилди этилган давлат тўғрисида тўғрисидаги сифатида лекин аммо ёки яъни фақат "
        "барча энг янги бошлаб давомида орқали томонидан ҳақида каби ҳеч инсон ҳуқуқига ҳуқуқ "
        "кўра қадар олдин бўлди мумкин мамлакат бор йўқ нима у улар биз сиз мен ким қайси сўм "
        "фоиз",
        "ў ҳ -лари -нинг -ининг -ларни -лик -лиги -моқда -даги -ган -гача -дан -ларга -сининг "
        "-ий -иш -иши -лган -илган -лар -сида -ида -га -да -ни -ди -лаш",
        known=True,
    ),
    _profile(
        "ru-RU",
        "Russian",
        _RUSSIAN,
        "и в во не на что с со по к ко из от до для при о об как а но или же это этот этой эти "
        "он она они его ее её их был была было были быть есть также между который которые "
        "которого которой которых года году лет год все всех каждый человек имеет право "
        "должен должны может могут только без под над через после более так если где когда "
        "тем чем том мы вы я",
        "-ого -его -ых -их -ый -ая -ое -ые -ой -ение -ения -ости -ость -ский -ского -ской -ться "
        "-ется -ами -ями -ать -ить -ов -ом -ем -ия -ии ы щ ств -ного -ной -ный",
        known=True,
    ),
    _profile(
        "kk-KZ",
        "Kazakh",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөұүһі",
        "және мен бен пен үшін бұл осы бір екі болып болды болған болатын туралы арасындағы "
        "арасында жылы жылдың жылғы жыл бойынша өз оның олар ол біз сіз де да немесе бірақ "
        "әр барлық деп емес бар жоқ үлкен жаңа кейін дейін негізгі сондай ақ қарай тиіс әрбір "
        "адам құқығы құқылы адамның мемлекет арқылы ретінде жатыр еді екен "
        "қандай ешкім керек",
        "ұ ү і ә ө ң -ның -нің -дың -дің -тың -тің -лар -лер -дар -дер -тар -тер -дағы -дегі -ған "
        "-ген -мен -лық -лік -дық -дік -ына -іне -атын -етін -уға -уге -ға -ге -ды -ді -ты -ті ғы",
        known=True,
    ),
    _profile(
        "en-GB",
        "English",
        _ENGLISH + "'",
        "the of and to in a is that for it as was with be by on not he his but at are this have "
        "from or had an they which one were their has been its also between than more will "
        "would other all we you there can shall no any who such these everyone right rights "
        "into during after only under",
        "th -tion -ing -ed -ly -ment -ity -ness -ies -ance -ence -ive -al -ous -ght wh ck ea ou",
        known=True,
    ),
    # --- neighbours: told by their name, and as unknown ------------------------------------
    _profile(
        "kaa-Cyrl-UZ",
        "Karakalpak",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяәғқңөүўҳ",
        "ҳәм менен ушын бул бир болып болған болыў туўралы арасында жылы жыл бойынша өз оның "
        "олар ол биз де да ямаса яки ҳәр барлық емес бар жоқ ҳәмме адам ҳуқықына ийе керек "
        "тийис ҳеш ким инсан өзиниң",
        "ә ө ү ң ў -ның -ниң -дың -диң -лар -лер -лық -лик -ыў -иў -ған -ген -ында -инде -ға "
        "-ге -ди -ды аў еў",
    ),
    _profile(
        "ky-KG",
        "Kyrgyz",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяңөү",
        "жана менен үчүн бул бир эки болуп болгон боюнча жөнүндө арасында жылы жылдын жыл өз "
        "анын алар ал биз да дагы же бирок ар бардык эмес бар жок ким адам укуктуу укугу тийиш "
        "керек катары эч кандай тарабынан",
        "ө ү ң оо өө үү уу ээ аа -нын -нин -дын -дин -лар -лер -лор -лөр -луу -түү -туу -дуу "
        "-ган -ген -гон -гөн -уу -үү -оо -га -ге -го -гө -ды -ди -ду -дү ый",
    ),
    _profile(
        "tg-TJ",
        "Tajik",
        "абвгдеёжзийклмнопрстуфхчшъэюяғӣқӯҳҷцщыь",
        "ва дар аз ба ки бо барои ин он як ҳар то аст буд шуд шуда мешавад карда кард дорад "
        "ҳуқуқ ҳуқуқи дорад инсон бояд ҳеч набояд худ ё на низ ҳам байни соли мебошад бошад "
        "давлат миёни ҳамаи дигар пас чун агар",
        "ӣ ӯ ҷ -ҳои -ҳо -аи -ии -ият -они -они -ати -ари -анд -ад -ост ме",
    ),
    _profile(
        "tt-RU",
        "Tatar",
        _RUSSIAN + "әөүҗңһ",
        "һәм белән өчен бу бер булган булып турында арасында ел елда үз аның алар ул без да дә "
        "яки ләкин һәр барлык түгел бар юк кеше хокуклы хокукы тиеш буенча итеп икән",
        "ә ө ү җ ң һ -ның -нең -лар -ләр -нар -нәр -лык -лек -гән -ган -дән -тән -дә",
    ),
    _profile(
        "tk-TM",
        "Turkmen",
        "abçdeäfghijžklmnňoöprsştuüwyýz",
        "we bilen üçin bu bir bolan bolup hakynda arasynda ýyl ýylda ýylyň öz onuň olar ol biz "
        "hem ýa ýa-da emma her ähli däl bar ýok adam hukugy haky hukuga edip boýunça tarapyndan "
        "hiç kim",
        "ň ä ý ž -yň -iň -nyň -niň -lar -ler -lyk -lik -an -en -ýan -ýän -yna -ine",
    ),
    _profile(
        "tr-TR",
        "Turkish",
        "abcçdefgğhıijklmnoöprsştuüvyzâîû'",
        "ve ile için bu bir olan olarak olduğu arasında yıl yılında kendi onun onlar biz da de "
        "veya ama her tüm değil var yok ne çok daha en göre kadar sonra gibi hakkı hakkına "
        "ferdin şahıs sahiptir hiç kimse",
        "ğ ı ş ç ö ü -nın -nin -ların -lerin -lar -ler -dır -dir -lık -lik -ması -mesi -ında -inde "
        "-arak -erek",
    ),
    _profile(
        "az-Latn-AZ",
        "Azerbaijani",
        "abcçdeəfgğhxıijkqlmnoöprsştuüvyz",
        "və ilə üçün bu bir olan olaraq arasında il ildə öz onun onlar o biz da də və ya amma "
        "hər bütün deyil var yox malikdir hüququ hüququna insan kimi görə sonra olmalıdır heç "
        "kəs şəxs",
        "ə ğ ı ş ö ü -nın -nin -ların -lərin -lar -lər -dır -dir -lıq -lik -ması -məsi -ında -ində",
    ),
    _profile(
        "kaa-Latn-UZ",
        "Karakalpak",
        "aábcdefgǵhxıijklmnńoóprstuúwyzqshc'",
        "hám menen ushın bul bir bolıp bolǵan bolıw tuwralı arasında jılı jıl boyınsha óz onıń "
        "olar ol biz de da yamasa yaki hár barlıq emes bar joq adam huqıqına iye kerek",
        "á ǵ ń ó ú ı -nıń -niń -dıń -diń -lar -ler -lıq -lik -ıw -iw -ǵan -gen",
    ),
    _profile(
        "uk-UA",
        "Ukrainian",
        "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя'",
        "і й та в у не на що з із по до для при про як а але або це цей він вона вони його її "
        "їх був була були бути є також між який які якого року роках кожна людина має право "
        "повинна може тільки без під через після",
        "і ї є -ого -ого -ої -их -ий -ення -ості -ість -ський -ського -ться -ами -ння -ття",
    ),
    _profile(
        "be-BY",
        "Belarusian",
        "абвгдеёжзійклмнопрстуўфхцчшыьэюя'",
        "і ў не на што з па да для пры пра як а але або гэта ён яна яны яго яе іх быў была былі "
        "таксама паміж які якія года кожны чалавек мае права павінен можа толькі без пад",
        "і ў -ага -ай -ых -ый -ання -ення -асці -асць -скі -цца -амі дз ць",
    ),
    _profile(
        "bg-BG",
        "Bulgarian",
        "абвгдежзийклмнопрстуфхцчшщъьюя",
        "и в на да за се от с не че по е са при до като или но това този която които който "
        "всеки човек има право на бъде може трябва между през година след само без",
        "-та -то -ият -ите -ния -ане -ение -ство -ска -ски -ва -ато ъ",
    ),
    _profile(
        "mn-MN",
        "Mongolian",
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяөү",
        "ба нь болон энэ тэр юм бол хүн бүр эрхтэй эрх байна байх бөгөөд өөрийн улс онд жил "
        "мөн буюу аливаа болно ч дээр",
        "ө ү аа ээ оо өө ий үү уу -ийн -ын -тай -тэй -лах -лэх -сан -сэн -ийг",
    ),
    _profile(
        "de-DE",
        "German",
        _ENGLISH + "äöüß",
        "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch "
        "es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über "
        "oder jeder recht zwischen jahr",
        "-ung -en -er -lich -keit -heit -isch -schaft sch ä ö ü ß ei",
    ),
    _profile(
        "fr-FR",
        "French",
        _ENGLISH + "àâæçéèêëîïôœùûüÿ'",
        "de la le et les des en un une du dans est que pour qui au aux par sur il ne pas plus "
        "avec ce cette ces son sa ses se ou a été entre sont à toute personne droit tout",
        "-tion -ment -eux -eur -aux -ité -ique é è ê ç ou qu",
    ),
)
"""Every language that is told apart, the known ones first."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Recognised:
    """A language (or `UNKNOWN`), how sure that is (0 to 1), and what an unknown one looks like."""

    language: str
    confidence: float
    resembles: str = ""


def recognise(text: str) -> Recognised:
    """Return the language of a text of one language."""
    words = _words(text)
    counted = Counter(words)
    script = _script(words)
    ranked = sorted(
        (
            (_score(counted, profile), -place)
            for place, profile in enumerate(PROFILES)
            if profile.script == script
        ),
        reverse=True,
    )
    if sum(map(len, words)) < _LETTERS or not ranked:
        return Recognised(language=UNKNOWN, confidence=0.0)
    (best, place), (second, _) = ranked[0], ranked[1]
    profile = PROFILES[-place]
    total = len(words)
    lead = best - max(second, 0.0)
    if best < max(_LEAST, _EACH * total) or lead < max(_LEAD, _LEAD_EACH * min(total, 12)):
        return Recognised(language=UNKNOWN, confidence=0.0)
    if not profile.known:
        return Recognised(language=UNKNOWN, confidence=0.0, resembles=profile.name)
    surety = lead / best * (0.5 + 0.5 * min(1.0, total / 20))
    return Recognised(language=profile.tag, confidence=round(surety, 2))


def fit(text: str) -> float:
    """Return how well a text fits the known language that it fits best: about 0 to 1 a word."""
    counted = Counter(_words(text))
    script = _script(counted.elements())
    scores = (_score(counted, each) for each in PROFILES if each.known and each.script == script)
    return max(scores, default=0.0) / max(counted.total(), 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Languages:
    """The main language of a text, and the language of each of its paragraphs.

    A paragraph too short to tell has that of the text.
    """

    main: Recognised
    paragraphs: tuple[str, ...]


def languages_of(paragraphs: Sequence[str]) -> Languages:
    """Return the languages of a text: the main one is that of most of its letters.

    An Uzbek article with a Russian and an English abstract is Uzbek.  What is too short to
    tell (a heading, a name) is in the main language, if it is in its script, or else in the
    language of that script that most of the text is in.
    """
    each = [recognise(text) for text in paragraphs]
    sizes = [sum(map(len, _words(text))) for text in paragraphs]
    weights: Counter[tuple[str, str]] = Counter()
    for found, size in zip(each, sizes, strict=True):
        if found.language != UNKNOWN or found.resembles:
            weights[found.language, found.resembles] += size
    if not weights:  # all too short: together they may be enough
        main = recognise(" ".join(paragraphs))
        return Languages(main=main, paragraphs=(main.language,) * len(paragraphs))
    (language, resembles), weight = weights.most_common(1)[0]
    surety = sum(
        found.confidence * size
        for found, size in zip(each, sizes, strict=True)
        if (found.language, found.resembles) == (language, resembles)
    )
    share = weight / sum(weights.values())
    return Languages(
        main=Recognised(
            language=language,
            confidence=round(surety / weight * (0.5 + share / 2), 2),
            resembles=resembles,
        ),
        paragraphs=tuple(
            found.language
            if found.language != UNKNOWN or found.resembles
            else _of_script(_script(_words(text)), [tag for (tag, _), _ in weights.most_common()])
            for text, found in zip(paragraphs, each, strict=True)
        ),
    )


def _of_script(script: str, languages: Sequence[str]) -> str:
    """Return the first language that is written in a script; the first of all if none is."""
    scripts = {profile.tag: profile.script for profile in PROFILES}
    if not script:  # figures alone
        return languages[0]
    return next((tag for tag in languages if scripts.get(tag) == script), UNKNOWN)


def _words(text: str) -> list[str]:
    """Return the words in small letters, each apostrophe as ``'``."""
    even = _ADDRESS.sub(" ", unicodedata.normalize("NFC", text[:_ENOUGH]))
    return [match[0] for match in _WORD.finditer(_APOSTROPHES.sub("'", even).lower())]


def _script(words: Iterable[str]) -> str:
    counted = Counter("Cyrl" if "\u0400" <= word[0] <= "\u04ff" else "Latn" for word in words)
    return max(counted, key=lambda script: (counted[script], script), default="")


def _score(words: Counter[str], profile: Profile) -> float:
    return sum(_word_score(word, profile) * count for word, count in words.items())


def _word_score(word: str, profile: Profile) -> float:
    if word in profile.words:
        return 1.0
    if not profile.letters.issuperset(word):
        return -0.5
    if len(word) < 3:
        return 0.0
    score = 0.0
    if word.endswith(profile.endings):
        score += 0.35
    if any(piece in word for piece in profile.inside):
        score += 0.25
    return score
