"""The words of the checklist in Uzbek and Russian, by what they are in English.

``{count}`` is a place.  ``{noun:count,count}`` is the noun as the number in ``count`` demands,
``{noun:gen,low}`` the same in the genitive, ``{tongue:in}`` a language as "in" wants it.
What stands between backticks is written so in files, and the same in all languages.
"""

from __future__ import annotations

from collections.abc import Mapping

NOUNS: Mapping[str, tuple[str, str, str, str]] = {
    "words": ("soʻz", "слово", "слова", "слов"),
    "characters": ("belgi", "знак", "знака", "знаков"),
    "pages": ("sahifa", "страница", "страницы", "страниц"),
    "sentences": ("gap", "предложение", "предложения", "предложений"),
    "keywords": ("kalit soʻz", "ключевое слово", "ключевых слова", "ключевых слов"),
    "works": ("ish", "работа", "работы", "работ"),
    "authors": ("muallif", "автор", "автора", "авторов"),
    "citations": ("havola", "ссылка", "ссылки", "ссылок"),
    "notes": ("izoh", "сноска", "сноски", "сносок"),
    "entries": ("yozuv", "запись", "записи", "записей"),
}
"""What is counted: in Uzbek, and in Russian after 1, 2 and 5."""

WORDING: Mapping[str, tuple[str, str]] = {
    # ---- the page
    "Checklist": ("Tekshiruv roʻyxati", "Контрольный список"),
    "Made of version {version} of {date}.": (
        "{date} sanali {version} versiyadan tayyorlandi.",
        "Подготовлено по версии {version} от {date}.",
    ),
    "The rules": ("Talablar", "Правила"),
    "read {date}": ("oʻqilgan: {date}", "прочитаны {date}"),
    "Look at the page again before you submit: rules change.": (
        "Yuborishdan oldin sahifani yana koʻring: talablar oʻzgarib turadi.",
        "Перед отправкой посмотрите страницу ещё раз: правила меняются.",
    ),
    "To be known": ("Bilib qoʻying", "Примите к сведению"),
    "Left out of the text: paragraphs, tables and figures: {count}": (
        "Matndan qoldirilgan xatboshi, jadval va rasmlar: {count}",
        "Опущено в тексте абзацев, таблиц и рисунков: {count}",
    ),
    "Rules": ("Talablar", "Требования"),
    "Rule": ("Talab", "Требование"),
    "Asked": ("Soʻralgan", "Требуется"),
    "Measured": ("Oʻlchangan", "Установлено"),
    "Verdict": ("Xulosa", "Вывод"),
    "Files": ("Fayllar", "Файлы"),
    "{size} bytes": ("{size} bayt", "{size} байт"),
    "Which, and where their entries stand": (
        "Qaysilari va yozuvlari qayerda",
        "Какие именно и где их записи",
    ),
    "passed": ("bajarilgan", "соблюдено"),
    "failed": ("bajarilmagan", "не соблюдено"),
    "you must": ("sizning ishingiz", "за вами"),
    "not known": ("nomaʼlum", "неизвестно"),
    "It is the full form of the review.": (
        "Bu sharhning toʻliq shakli.",
        "Это полная форма обзора.",
    ),
    "It is the medium form of the review.": (
        "Bu sharhning oʻrtacha shakli.",
        "Это средняя форма обзора.",
    ),
    "The full form is too long: {lengths}.": (
        "Toʻliq shakli juda uzun: {lengths}.",
        "Полная форма слишком длинна: {lengths}.",
    ),
    "The medium form is too long: {lengths}.": (
        "Oʻrtacha shakli juda uzun: {lengths}.",
        "Средняя форма слишком длинна: {lengths}.",
    ),
    "It is the short form of the review.": (
        "Bu sharhning qisqa shakli.",
        "Это краткая форма обзора.",
    ),
    "the section": ("boʻlim", "раздел"),
    "the heading": ("sarlavha", "заголовок"),
    "subheading {number}": ("{number}-kichik sarlavha", "подзаголовок {number}"),
    "paragraph {number}": ("{number}-xatboshi", "абзац {number}"),
    "list item {number}": ("roʻyxatning {number}-bandi", "пункт списка {number}"),
    "quotation {number}": ("{number}-iqtibos", "цитата {number}"),
    "note {number}": ("{number}-izoh", "сноска {number}"),
    "code {number}": ("{number}-kod", "код {number}"),
    "division {number}": ("{number}-ajratma", "блок {number}"),
    "grid {number}": ("{number}-jadval", "таблица {number}"),
    "the table `{name}`": ("`{name}` jadvali", "таблица `{name}`"),
    "the figure `{name}`": ("`{name}` rasmi", "рисунок `{name}`"),
    # ---- topics
    "Languages": ("Tillar", "Языки"),
    "Title": ("Sarlavha", "Заглавие"),
    "Abstract": ("Annotatsiya", "Аннотация"),
    "Keywords": ("Kalit soʻzlar", "Ключевые слова"),
    "Codes": ("Kodlar", "Коды"),
    "Authors": ("Mualliflar", "Авторы"),
    "Funding": ("Moliyalashtirish", "Финансирование"),
    "Works cited": ("Havola qilingan ishlar", "Цитируемые работы"),
    "Sections": ("Boʻlimlar", "Разделы"),
    "Yours": ("Sizning ishingiz", "За вами"),
    "Not known": ("Nomaʼlum", "Неизвестно"),
    "Page": ("Sahifa", "Страница"),
    "Margins": ("Hoshiyalar", "Поля"),
    "Page number": ("Sahifa raqami", "Номер страницы"),
    "Font": ("Shrift", "Шрифт"),
    "Hyphenation": ("Boʻgʻin koʻchirish", "Переносы"),
    "Length": ("Hajm", "Объём"),
    "Citations": ("Havolalar", "Ссылки"),
    "List of references": ("Adabiyotlar roʻyxati", "Список литературы"),
    "List “{heading}”": ("“{heading}” roʻyxati", "Список «{heading}»"),
    "Figures": ("Rasmlar", "Рисунки"),
    "Anonymous copy": ("Ismsiz nusxa", "Копия без имён"),
    "Type of the text": ("Matn terimi", "Набор текста"),
    "Type of the title": ("Sarlavha terimi", "Набор заглавия"),
    "Type of the author": ("Muallif ismi terimi", "Набор имени автора"),
    "Type of the affiliation": ("Ish joyi terimi", "Набор места работы"),
    "Type of the codes": ("Kodlar terimi", "Набор кодов"),
    "Type of the abstract": ("Annotatsiya terimi", "Набор аннотации"),
    "Type of the keywords": ("Kalit soʻzlar terimi", "Набор ключевых слов"),
    "Type of the heading": ("Boʻlim sarlavhalari terimi", "Набор заголовков"),
    "Type of the references": ("Adabiyotlar roʻyxati terimi", "Набор списка литературы"),
    "Type of the notes": ("Izohlar terimi", "Набор сносок"),
    "Type of the table": ("Jadvallar terimi", "Набор таблиц"),
    "Type of the caption": ("Jadval va rasm nomlari terimi", "Набор подписей"),
    # ---- numbers and limits
    "{count} {noun}": ("{count} ta {noun}", "{count} {noun:count,count}"),
    "{low} to {high} {noun}": (
        "{low} tadan {high} tagacha {noun}",
        "от {low} до {high} {noun:gen,high}",
    ),
    "{low} or more {noun}": ("kamida {low} ta {noun}", "не менее {low} {noun:gen,low}"),
    "{high} or fewer {noun}": ("koʻpi bilan {high} ta {noun}", "не более {high} {noun:gen,high}"),
    "{count} or fewer": ("koʻpi bilan {count} ta", "не более {count}"),
    "{count} of {all}": ("{all} tadan {count} tasi", "{count} из {all}"),
    "{most} and {last}": ("{most} va {last}", "{most} и {last}"),
    "{limits} of {parts}": ("{limits} ({parts})", "{limits} ({parts})"),
    "{limits} in all": ("jami {limits}", "{limits} всего"),
    "{length}: {parts} (not counted: {others})": (
        "{length}: {parts} (hisobga kirmaydi: {others})",
        "{length}: {parts} (не считаются: {others})",
    ),
    "front": ("sarlavha va annotatsiyalar", "заглавие и аннотации"),
    "text": ("matn", "текст"),
    "tables": ("jadvallar", "таблицы"),
    "notes": ("izohlar", "примечания"),
    "references": ("adabiyotlar roʻyxati", "список литературы"),
    "{count}: the first of {all}": (
        "{count}: {all} tadan birinchilari",
        "{count}: первые из {all}",
    ),
    "{count} not given": ("berilmagan: {count}", "не указано: {count}"),
    "{wanted} in {tongue}": ("{tongue} tilida {wanted}", "{wanted} на {tongue:in} языке"),
    # ---- what is asked and found of the content
    "given": ("berilgan", "указано"),
    "given; not in the manuscript, but in files of metadata: {what}": (
        "berilgan; qoʻlyozmada emas, metamaʼlumot fayllarida: {what}",
        "указано; не в рукописи, а в файлах метаданных: {what}",
    ),
    "the abstract": ("annotatsiya", "аннотация"),
    "the keywords": ("kalit soʻzlar", "ключевые слова"),
    "not given": ("berilmagan", "не указано"),
    "there": ("bor", "есть"),
    "not there": ("yoʻq", "нет"),
    "a manuscript in {tongues}": ("qoʻlyozma tili: {tongues}", "язык рукописи: {tongues}"),
    "title, abstract and keywords in {tongue}": (
        "{tongue} tilida sarlavha, annotatsiya va kalit soʻzlar",
        "заглавие, аннотация и ключевые слова на {tongue:in} языке",
    ),
    "{count}: the short title, the long one has {long}": (
        "{count}: qisqa sarlavha, uzunida {long} ta",
        "{count}: краткое заглавие, в полном {long}",
    ),
    "each with name": ("har biri ismi bilan", "каждый с именем"),
    "their names in {tongue}": (
        "ismlari {tongue} tilida",
        "имена на {tongue:in} языке",
    ),
    "their affiliations in {tongue}": (
        "ish joylari {tongue} tilida",
        "места работы на {tongue:in} языке",
    ),
    "their family names in {tongue}, to make initials of the others": (
        "familiyalari {tongue} tilida: qolgan ismlar bosh harflarga qisqartiriladi",
        "фамилии на {tongue:in} языке, чтобы остальное заменить инициалами",
    ),
    "ORCID": ("ORCID", "ORCID"),
    "e-mail address": ("elektron manzil", "электронный адрес"),
    "CRediT roles": ("CRediT boʻyicha hissasi", "вклад по CRediT"),
    "e-mail address of the corresponding one": (
        "xatlarga javob beruvchi muallifning elektron manzili",
        "электронный адрес автора для переписки",
    ),
    "{what} of each": ("har birining {what}", "{what} каждого"),
    "UDC": ("UOʻK", "УДК"),
    "IRSTI": ("IRSTI", "МРНТИ"),
    "DOI": ("DOI", "DOI"),
    "who paid for the work": ("ishni kim moliyalashtirgani", "кто финансировал работу"),
    "Say in {tongues} who paid for the work, or that nobody did: `funding:` in "
    "`content/review.yaml`": (
        "Ishni kim moliyalashtirganini yoki hech kim moliyalashtirmaganini ayting (til: "
        "{tongues}): `content/review.yaml` faylida `funding:`",
        "Указать, кто финансировал работу, или что её не финансировал никто (язык: {tongues}): "
        "`funding:` в `content/review.yaml`",
    ),
    "{share} per cent from {year} or later": (
        "{share} foizi {year}-yildan yoki undan keyin",
        "{share} % не старше {year} г.",
    ),
    "{share} per cent ({undated} without a year)": (
        "{share} foiz ({undated} tasi yilsiz)",
        "{share} % (без года: {undated})",
    ),
    "{share} per cent": ("{share} foiz", "{share} %"),
    "a section `{slug}`": ("`{slug}` boʻlimi", "раздел `{slug}`"),
    "Look up what is lacking of the works cited, and add it to their entries; where a work "
    "itself does not tell it, be ready to say so to the editors": (
        "Havola qilingan ishlar haqida yetishmagan maʼlumotni topib, yozuvlariga qoʻshing; ishning "
        "oʻzida ham boʻlmasa, buni tahririyatga aytishga tayyor turing",
        "Найти недостающие сведения о цитируемых работах и внести их в записи; если их нет и в "
        "самой работе, быть готовым сказать об этом редакции",
    ),
    "{count} of {all} works are incomplete": (
        "{all} ta ishdan {count} tasining maʼlumoti toʻliq emas",
        "неполны записи {count} работ из {all}",
    ),
    "{where}: `{key}`, “{title}”, lacks: {fields}": (
        "{where}: `{key}`, “{title}”, yetishmaydi: {fields}",
        "{where}: `{key}`, «{title}», не хватает: {fields}",
    ),
    "author": ("muallif", "автор"),
    "author or editor": ("muallif yoki muharrir", "автор или редактор"),
    "title of the book": ("kitob nomi", "заглавие книги"),
    "date": ("sana", "дата"),
    "editor": ("muharrir", "редактор"),
    "given name of the author": ("muallifning ismi", "имя автора"),
    "institution": ("muassasa", "учреждение"),
    "journal": ("jurnal", "журнал"),
    "place": ("joy", "место"),
    "number": ("raqam", "номер"),
    "name of the site": ("sayt nomi", "название сайта"),
    "pages": ("sahifalar", "страницы"),
    "number of pages": ("sahifalar soni", "число страниц"),
    "publisher": ("nashriyot", "издательство"),
    "publisher or address": ("nashriyot yoki manzil", "издательство или адрес"),
    "title": ("sarlavha", "заглавие"),
    "address": ("manzil", "адрес"),
    "date of access": ("murojaat sanasi", "дата обращения"),
    "volume or number": ("jild yoki son", "том или номер"),
    # ---- what is asked and found in the files
    "{width} × {height} cm": ("{width} × {height} sm", "{width} × {height} см"),
    "{size} cm": ("{size} sm", "{size} см"),
    "{size} pt": ("{size} pt", "{size} пт"),
    "{size} lines": ("oraliq {size}", "интервал {size}"),
    "top {size} cm": ("yuqori {size} sm", "верхнее {size} см"),
    "right {size} cm": ("oʻng {size} sm", "правое {size} см"),
    "bottom {size} cm": ("quyi {size} sm", "нижнее {size} см"),
    "left {size} cm": ("chap {size} sm", "левое {size} см"),
    "size {size} pt": ("kegl {size} pt", "кегль {size} пт"),
    "spacing {size} lines": ("oraliq {size}", "интервал {size}"),
    "indent {size} cm": ("xatboshi {size} sm", "абзацный отступ {size} см"),
    "none": ("yoʻq", "нет"),
    "no number": ("raqamsiz", "без номера"),
    "top-left": ("yuqori chap", "вверху слева"),
    "top-center": ("yuqori oʻrta", "вверху посередине"),
    "top-right": ("yuqori oʻng", "вверху справа"),
    "bottom-left": ("quyi chap", "внизу слева"),
    "bottom-center": ("quyi oʻrta", "внизу посередине"),
    "bottom-right": ("quyi oʻng", "внизу справа"),
    "left": ("chapga", "по левому краю"),
    "right": ("oʻngga", "по правому краю"),
    "centred": ("oʻrtaga", "по центру"),
    "justified": ("ikki tomonga", "по ширине"),
    "bold": ("qalin", "полужирный"),
    "not bold": ("qalin emas", "не полужирный"),
    "italic": ("kursiv", "курсив"),
    "not italic": ("kursiv emas", "не курсив"),
    "capitals": ("bosh harflar", "прописные"),
    "not capitals": ("bosh harflar emas", "не прописные"),
    "words are parted": ("boʻgʻin koʻchirilgan", "с переносами"),
    "words are not parted": ("boʻgʻin koʻchirilmagan", "без переносов"),
    "parted by {sign}": ("{sign} bilan ajratilgan", "через {sign}"),
    "{count} of {all} lists": ("{all} ta roʻyxatdan {count} tasi", "{count} из {all} перечней"),
    "initials before the surname": ("bosh harflar familiyadan oldin", "инициалы перед фамилией"),
    "initials behind the surname": ("bosh harflar familiyadan keyin", "инициалы после фамилии"),
    "also {names}": ("shuningdek {names}", "есть и {names}"),
    "in the style {style}": ("{style} uslubida", "в стиле {style}"),
    "{count} in the file, each as the style gives it": (
        "faylda {count}, har biri uslubdagidek",
        "в файле {count}, каждая по стилю",
    ),
    "{count} in the file, and no list": (
        "faylda {count}, roʻyxat yoʻq",
        "в файле {count}, списка нет",
    ),
    "in alphabetical order": ("alifbo tartibida", "в алфавитном порядке"),
    "in the order of citation": ("matnda uchrash tartibida", "в порядке упоминания"),
    "so it is": ("shunday", "так и есть"),
    "another order": ("tartib boshqacha", "порядок другой"),
    "in Latin script": ("lotin yozuvida", "латиницей"),
    "no Cyrillic letter": ("kirill harfi yoʻq", "кириллических букв нет"),
    "{count} with Cyrillic letters": ("kirill harfi bor: {count}", "с кириллицей: {count}"),
    "without {signs}": ("{signs} belgilarisiz", "без знаков {signs}"),
    "has {signs}": ("{signs} bor", "есть {signs}"),
    "black and white": ("oq-qora", "чёрно-белые"),
    "grey": ("kulrang", "серые"),
    "coloured: {names}": ("rangli: {names}", "цветные: {names}"),
    "also as files, with the numbers of their captions": (
        "alohida fayllarda ham, nomidagi raqam bilan",
        "также отдельными файлами, с номерами подписей",
    ),
    "no name": ("ism yoʻq", "без имён"),
    "no ORCID": ("ORCID yoʻq", "без ORCID"),
    "no e-mail address": ("elektron manzil yoʻq", "без электронных адресов"),
    "no affiliation": ("ish joyi yoʻq", "без места работы"),
    "no tracked change, no comment": ("tuzatish belgisi va sharh yoʻq", "без правки и примечаний"),
    "there are some": ("bor", "есть"),
    "in {parts}": ("bor: {parts}", "есть в {parts}"),
    "name": ("ism", "имя"),
    "affiliation": ("ish joyi", "место работы"),
    # ---- what is wrong, and what to do
    "the journal takes manuscripts in {tongues}, not in `{code}`": (
        "jurnal qabul qiladigan tillar: {tongues}; `{code}` emas",
        "журнал принимает рукописи на языках: {tongues}; не на `{code}`",
    ),
    "give --language {code}": ("`--language {code}` deb bering", "добавьте `--language {code}`"),
    "the journal wants title, abstract and keywords in `{code}`, which the review does not have": (
        "jurnal `{code}` tilida sarlavha, annotatsiya va kalit soʻzlar soʻraydi, sharhda ular yoʻq",
        "журналу нужны заглавие, аннотация и ключевые слова на `{code}`, в обзоре их нет",
    ),
    "add `{code}:` under `metadata:`, with title, abstract and keywords": (
        "`metadata:` ostiga `{code}:` qoʻshib, sarlavha, annotatsiya va kalit soʻzlarni yozing",
        "добавьте `{code}:` под `metadata:` с заглавием, аннотацией и ключевыми словами",
    ),
    "the title has {count}; the journal wants {wanted}": (
        "sarlavhada {count}; jurnal talabi: {wanted}",
        "в заглавии {count}; журналу нужно {wanted}",
    ),
    "give a `short_title:` that is short enough, or ask the editors": (
        "yetarlicha qisqa `short_title:` bering yoki tahririyatdan soʻrang",
        "дайте достаточно короткое `short_title:` или спросите редакцию",
    ),
    "the abstract in `{code}` has {counts} words; the journal wants {wanted}": (
        "`{code}` tilidagi annotatsiyada soʻzlar soni: {counts}; jurnal talabi: {wanted}",
        "число слов в аннотации на `{code}`: {counts}; журналу нужно {wanted}",
    ),
    "write `abstract_short:` for journals that want few words, `abstract_long:` for those that "
    "want many, or change the text": (
        "kam soʻz soʻraydigan jurnallar uchun `abstract_short:`, koʻp soʻraydiganlari uchun "
        "`abstract_long:` yozing yoki matnni oʻzgartiring",
        "напишите `abstract_short:` для журналов, которым нужно мало слов, `abstract_long:` для "
        "тех, которым нужно много, или измените текст",
    ),
    "the abstract in `{code}` has {count}; the journal wants {wanted}": (
        "`{code}` tilidagi annotatsiyada {count}; jurnal talabi: {wanted}",
        "в аннотации на `{code}` {count}; журналу нужно {wanted}",
    ),
    "write `abstract_short:` or `abstract_long:` with that many, or change it": (
        "shuncha hajmda `abstract_short:` yoki `abstract_long:` yozing yoki uni oʻzgartiring",
        "напишите `abstract_short:` или `abstract_long:` такого объёма или измените аннотацию",
    ),
    "there are {count} in `{code}`; the journal wants {wanted}": (
        "`{code}` tilida {count}; jurnal talabi: {wanted}",
        "на `{code}` {count}; журналу нужно {wanted}",
    ),
    "the journal wants the {code}, which the review does not have": (
        "jurnal {code} soʻraydi, sharhda u yoʻq",
        "журналу нужен код {code}, в обзоре его нет",
    ),
    "add `{field}:`": ("`{field}:` qoʻshing", "добавьте `{field}:`"),
    "the review has no named author, and a journal takes none without": (
        "sharhda muallif koʻrsatilmagan, jurnal esa muallifsiz qabul qilmaydi",
        "в обзоре не назван автор, а без него журнал рукописи не примет",
    ),
    "give `authors` with name and affiliation in every language, ORCID and e-mail": (
        "`authors` ostida har bir tilda ism va ish joyini, ORCID va elektron manzilni bering",
        "укажите в `authors` имя и место работы на каждом языке, ORCID и электронный адрес",
    ),
    "there are {count}; the journal takes {most}": (
        "{count} bor; jurnal koʻpi bilan {most} ta qabul qiladi",
        "указано {count}; журнал допускает {most}",
    ),
    "{names}: no name in `{code}`": (
        "{names}: `{code}` tilida ism yoʻq",
        "{names}: нет имени на `{code}`",
    ),
    "{names}: no affiliation in `{code}`": (
        "{names}: `{code}` tilida ish joyi yoʻq",
        "{names}: нет места работы на `{code}`",
    ),
    "{names}: no `family` in `{code}`, so that no initials can be made": (
        "{names}: `{code}` tilida `family` yoʻq, ismni bosh harflarga qisqartirib boʻlmaydi",
        "{names}: нет `family` на `{code}`, инициалы образовать нельзя",
    ),
    "add `{code}:` to `{field}`": (
        "`{field}`ga `{code}:` qoʻshing",
        "добавьте `{code}:` в `{field}`",
    ),
    "{names}: no {what}, which the journal wants": (
        "{names}: {what} yoʻq, jurnal esa soʻraydi",
        "{names}: нет того, что нужно журналу ({what})",
    ),
    "the text cites {count}; the journal wants {wanted}": (
        "matnda {count}ga havola qilingan; jurnal talabi: {wanted}",
        "в тексте цитируется {count}; журналу нужно {wanted}",
    ),
    "{share} per cent of the works are from {year} or later; the journal wants {wanted}": (
        "ishlarning {share} foizi {year}-yildan yoki undan keyin; jurnal talabi: {wanted}",
        "не старше {year} г. {share} % работ; журналу нужно {wanted}",
    ),
    "the review has no section `{slug}`; it has {names}": (
        "sharhda `{slug}` boʻlimi yoʻq; unda bor boʻlimlar: {names}",
        "в обзоре нет раздела `{slug}`; есть {names}",
    ),
    "write the review's own name of that section, or add one to its `sections`": (
        "sharhdagi boʻlim nomini yozing yoki boʻlimni uning `sections` roʻyxatiga qoʻshing",
        "напишите, как раздел назван в обзоре, или добавьте его в `sections` обзора",
    ),
    "the journal wants a section `{slug}`, which this text does not have": (
        "jurnal `{slug}` boʻlimini soʻraydi, bu matnda u yoʻq",
        "журналу нужен раздел `{slug}`, в этом тексте его нет",
    ),
    "add it to `sections`, or give it less weight if the short form leaves it out": (
        "uni `sections`ga qoʻshing; qisqa shaklda tushib qolsa, vaznini kamaytiring",
        "добавьте его в `sections` или уменьшите вес, если его опускает краткая форма",
    ),
    "the manuscript has {count}; the journal wants {wanted}": (
        "qoʻlyozmada {count}; jurnal talabi: {wanted}",
        "в рукописи {count}; журналу нужно {wanted}",
    ),
    "the forms have: {forms}; `counts:` in the profile rules which parts count; {hint}": (
        "shakllar hajmi: {forms}; qaysi qismlar hisobga kirishini profildagi `counts:` belgilaydi; "
        "{hint}",
        "объём форм: {forms}; какие части считаются, задаёт `counts:` в профиле; {hint}",
    ),
    "full": ("toʻliq", "полная"),
    "medium": ("oʻrtacha", "средняя"),
    "short": ("qisqa", "краткая"),
    "take weights out of paragraphs, choose a longer `form` in the profile, or write more": (
        "xatboshilardan vaznni oling, profilda uzunroq `form` tanlang yoki yana yozing",
        "уберите вес у абзацев, выберите в профиле более полную `form` или допишите текст",
    ),
    "give more paragraphs a weight (`{{ weight(2) }}`), so that a shorter form leaves them out": (
        "koʻproq xatboshiga vazn bering (`{{ weight(2) }}`), qisqa shaklda ular tushib qoladi",
        "дайте вес большему числу абзацев (`{{ weight(2) }}`), тогда краткая форма их опустит",
    ),
    "{weights}; abstracts count too: does the journal take the `abstract_short`?": (
        "{weights}; annotatsiyalar ham hisobga kiradi: jurnalga `abstract_short` boʻladimi?",
        "{weights}; аннотации тоже считаются: подойдёт ли журналу `abstract_short`?",
    ),
    "{topic:lower}: the journal wants {asked}, the file has {measured}": (
        "{topic:lower}: jurnal talabi — {asked}, faylda — {measured}",
        "{topic:lower}: журналу нужно — {asked}, в файле — {measured}",
    ),
    "this is a fault of the program: please report it": (
        "bu dasturning xatosi: iltimos, xabar bering",
        "это ошибка программы: сообщите о ней",
    ),
    "the text cites works, and neither a note nor a list tells them": (
        "matnda ishlarga havola qilingan, ammo ular na izohda, na roʻyxatda koʻrsatilgan",
        "в тексте есть ссылки, но работы не названы ни в сносках, ни в списке",
    ),
    "leave `lists` out of the profile, or choose a style that cites in notes": (
        "profildan `lists`ni oling yoki izohlarda havola qiladigan uslubni tanlang",
        "уберите `lists` из профиля или выберите стиль со ссылками в сносках",
    ),
    "the list “{heading}” is to be {asked}: {measured}": (
        "“{heading}” roʻyxati talabi — {asked}: {measured}",
        "список «{heading}», нужно — {asked}: {measured}",
    ),
    "the list of references is to be {asked}: {measured}": (
        "adabiyotlar roʻyxati talabi — {asked}: {measured}",
        "список литературы, нужно — {asked}: {measured}",
    ),
    "look at the entries in bibliography/references.bib, or at the list's style": (
        "`bibliography/references.bib` faylidagi yozuvlarni yoki roʻyxat uslubini koʻring",
        "посмотрите записи в `bibliography/references.bib` или стиль списка",
    ),
    "figures are to be black and white, and {names} are not": (
        "rasmlar oq-qora boʻlishi kerak, bular esa rangli: {names}",
        "рисунки должны быть чёрно-белыми, а эти цветные: {names}",
    ),
    "not every figure is a file of its own": (
        "har bir rasm alohida faylda emas",
        "не каждый рисунок дан отдельным файлом",
    ),
    "add `figures` to `package` in the profile": (
        "profilda `package`ga `figures` qoʻshing",
        "добавьте `figures` в `package` профиля",
    ),
    "the anonymous copy tells the {what} of an author ({parts})": (
        "ismsiz nusxada muallif maʼlumoti bor: {what} ({parts})",
        "в копии без имён есть сведения об авторе: {what} ({parts})",
    ),
    "take it out of the text, or let the program know why it stands there": (
        "matndan oling yoki nega turganini dasturga bildiring",
        "уберите из текста или сообщите программе, почему это там стоит",
    ),
    "the anonymous copy has tracked changes or comments, which tell who made them": (
        "ismsiz nusxada tuzatish belgilari yoki sharhlar bor, ular kimnikiligini bildiradi",
        "в копии без имён есть правка или примечания, которые выдают своего автора",
    ),
    # ---- what could not be made
    "{file} ({about}) was not made: {why}.": (
        "{file} ({about}) tayyorlanmadi: {why}.",
        "{file} ({about}): не создан, {why}.",
    ),
    "a deposit for Crossref 5.5.0": ("Crossref 5.5.0 uchun", "депозит Crossref 5.5.0"),
    "how to cite the review": ("sharhga qanday havola qilish", "как цитировать обзор"),
    "a deposit at Zenodo": ("Zenodo uchun", "депозит Zenodo"),
    "every field in every language, to paste": (
        "har bir tildagi har bir maydon, nusxalash uchun",
        "все поля на всех языках, для вставки",
    ),
    "the cited works as RIS": ("havola qilingan ishlar, RIS", "цитируемые работы, RIS"),
    "the cited works as CSL-JSON": (
        "havola qilingan ishlar, CSL-JSON",
        "цитируемые работы, CSL-JSON",
    ),
    "the cited works as BibLaTeX": (
        "havola qilingan ishlar, BibLaTeX",
        "цитируемые работы, BibLaTeX",
    ),
    "the journal's ISSN is not known, and JATS asks for it": (
        "jurnalning ISSN raqami nomaʼlum, JATS esa uni soʻraydi",
        "неизвестен ISSN журнала, а в JATS он нужен",
    ),
    "the review names no author, and Zenodo asks for one": (
        "sharhda muallif koʻrsatilmagan, Zenodo esa uni soʻraydi",
        "в обзоре не назван автор, а Zenodo его требует",
    ),
    "the review names no author, and CITATION.cff asks for one": (
        "sharhda muallif koʻrsatilmagan, CITATION.cff esa uni soʻraydi",
        "в обзоре не назван автор, а в CITATION.cff он нужен",
    ),
    "the review names no author, and OJS asks for one": (
        "sharhda muallif koʻrsatilmagan, OJS esa uni soʻraydi",
        "в обзоре не назван автор, а OJS его требует",
    ),
    "an author has no name in any language of the submission": (
        "muallifning ismi yuboriladigan tillarning hech birida yoʻq",
        "имя автора не дано ни на одном из языков рукописи",
    ),
    "an author has no name in the language of the manuscript": (
        "muallifning ismi qoʻlyozma tilida yoʻq",
        "имя автора не дано на языке рукописи",
    ),
    "{name} has no `email`, and OJS asks for everybody's": (
        "{name}: `email` yoʻq, OJS esa har kimnikini soʻraydi",
        "{name}: нет `email`, а OJS требует его от каждого",
    ),
    "the text of the bibliography is not at hand": (
        "bibliografiya matni yoʻq",
        "нет текста библиографии",
    ),
    "no DOI is given yet: the journal gives it": (
        "DOI hali yoʻq: uni jurnal beradi",
        "DOI ещё нет: его присваивает журнал",
    ),
    "the review has no `url` that the DOI could lead to": (
        "sharhda DOI yetaklaydigan `url` yoʻq",
        "в обзоре нет `url`, на который вёл бы DOI",
    ),
    "the journal's publisher, who deposits, is not known": (
        "jurnal nashriyoti nomaʼlum, topshiruvchi esa oʻsha",
        "неизвестен издатель журнала, который и подаёт депозит",
    ),
    "no address for Crossref's letters is known, of the journal or an author": (
        "Crossref xatlari uchun jurnalning yoki muallifning manzili nomaʼlum",
        "неизвестен адрес журнала или автора для писем Crossref",
    ),
}
"""Each English phrase in Uzbek and in Russian."""
