# ruff: noqa: E501 (markup is as long as it is)
"""A made-up review that looks like a real one: three languages, tables, figure, notes."""

from __future__ import annotations

from pathlib import Path

from uchtil.formats.pages import FormatLink, Head, Heading, PageAuthor, PageEdition, Part, Sibling
from uchtil.language import language

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
CODES = ("uz", "ru", "en")
SLUGS = ("introduction", "diplomacy", "border", "trade", "transport", "culture", "conclusion")

TITLE = {
    "uz": "Oʻzbekiston va Qozogʻiston: mustaqillik yillaridagi munosabatlar manbalar koʻzgusida",
    "ru": "Узбекистан и Казахстан: отношения в годы независимости в зеркале источников",
    "en": "Uzbekistan and Kazakhstan: relations since independence as the sources tell them",
}
HEADINGS = {
    "uz": (
        "Kirish: manbalar qanday tanlandi va oʻqildi",
        "Diplomatik munosabatlar va shartnomalar",
        "Davlat chegarasi",
        "Savdo va sarmoya",
        "Transport va energetika",
        "Madaniyat, taʼlim, atrof-muhit va mintaqaviy tashkilotlar",
        "Xulosa",
    ),
    "ru": (
        "Введение: как отбирались и читались источники",
        "Дипломатические отношения и договоры",
        "Государственная граница",
        "Торговля и инвестиции",
        "Транспорт и энергетика",
        "Культура, образование, окружающая среда и региональные организации",
        "Заключение",
    ),
    "en": (
        "Introduction: how the sources were chosen and read",
        "Diplomatic relations and treaties",
        "The state border",
        "Trade and investment",
        "Transport and energy",
        "Culture, education, the environment and regional organisations",
        "Conclusion",
    ),
}
SENTENCES = {
    "uz": (
        "Ikki qoʻshni davlat oʻrtasidagi munosabatlar 1992-yil 23-noyabrda rasman yoʻlga qoʻyildi",
        "1998-yil 31-oktabrda imzolangan <em>abadiy doʻstlik toʻgʻrisidagi</em> shartnoma keyingi "
        "hujjatlarning barchasiga asos boʻldi",
        "Manbalar tovar ayirboshlash hajmini turlicha koʻrsatadi: baʼzilarida bu 4,5 mlrd AQSH "
        "dollari, boshqalarida esa yil yakuniga moʻljallangan koʻrsatkich sifatida keltiriladi",
        "Chegarani delimitatsiya va <strong>demarkatsiya qilish</strong> ishlari bosqichma-bosqich "
        "olib borildi hamda mutaxassislar guruhlari tomonidan muvofiqlashtirildi",
        "Mustaqillikning dastlabki yillarida iqtisodiy aloqalar izdan chiqqan boʻlsa-da, keyinchalik "
        "qoʻshma korxonalar soni sezilarli darajada koʻpaydi",
        "Sharhda maʼlumotning qaysi manbadan olingani har bir jumlada aniq koʻrsatiladi",
    ),
    "ru": (
        "Дипломатические отношения между соседними государствами были установлены 23 ноября 1992 г.",
        "Договор о <em>вечной дружбе</em>, подписанный 31 октября 1998 г., лёг в основу всех "
        "последующих документов",
        "Объём товарооборота источники называют по-разному: одни приводят 4,5 млрд долл. США, "
        "другие говорят о нём как о показателе, к которому стороны стремятся",
        "Делимитация и <strong>демаркация границы</strong> велись поэтапно, а согласование участков "
        "поручалось рабочим группам специалистов",
        "В первые годы независимости хозяйственные связи ослабли, однако впоследствии число "
        "совместных предприятий заметно выросло",
        "В обзоре при каждом утверждении указано, из какого источника оно взято",
    ),
    "en": (
        "Diplomatic relations between the two neighbours were established on 23 November 1992",
        "The treaty on <em>eternal friendship</em> signed on 31 October 1998 became the ground on "
        "which all later documents stand",
        "Sources give the turnover of trade differently: some report US$4.5 billion, others name the "
        "same figure as a goal that both sides had set themselves for the end of the year",
        "Delimitation and <strong>demarcation of the border</strong> went forward by stages, and "
        "stretch after stretch was agreed upon by groups of specialists",
        "In the first years of independence economic ties loosened, but the number of joint ventures "
        "later grew considerably",
        "For every statement the review says from which source it was taken",
    ),
}
CAPTIONS = {
    "uz": (
        "1-jadval.",
        "Savdo koʻrsatkichlari va ularning manbalari",
        "1-rasm.",
        "Tovar ayirboshlash",
    ),
    "ru": (
        "Таблица 1.",
        "Показатели торговли и их источники",
        "Рисунок 1.",
        "Товарооборот по годам",
    ),
    "en": ("Table 1.", "Trade figures and their sources", "Figure 1.", "Trade turnover by year"),
}
HEADS = {
    "uz": ("Davr", "Koʻrsatkich", "Qiymat", "Holati", "Manbalar"),
    "ru": ("Период", "Показатель", "Значение", "Статус", "Источники"),
    "en": ("Period", "Indicator", "Value", "Status", "Sources"),
}
UNIT = {"uz": "mlrd AQSH dollari", "ru": "млрд долл. США", "en": "billion US dollars"}
KEYWORDS = {
    "uz": ("Oʻzbekiston", "Qozogʻiston", "diplomatiya", "chegara", "savdo", "adabiyotlar sharhi"),
    "ru": ("Узбекистан", "Казахстан", "дипломатия", "граница", "торговля", "обзор литературы"),
    "en": ("Uzbekistan", "Kazakhstan", "diplomacy", "border", "trade", "literature review"),
}
REFERENCES = (
    (
        "uz-Latn-UZ",
        "Ramatov M.Q. Oʻzbekiston va Qozogʻiston hamkorligining tarixiy asoslari. – 2026. – "
        'URL: <a href="https://doi.org/10.5281/zenodo.18430351">https://doi.org/10.5281/zenodo.18430351</a> (murojaat sanasi: 20.11.2026).',
    ),
    ("uz-Cyrl-UZ", "Хайруллаев И.И. Ўзбекистон ва Қозоғистон муносабатлари ҳақида. – [Б. м.]."),
    (
        "ru-RU",
        "Токаев К.К. Под стягом независимости: очерки о внешней политике Казахстана. – Алматы: "
        "Білім, 1997. – 736 с.",
    ),
    (
        "kk-KZ",
        "Назарбаев Н.Ә. Қазақстанның егемен мемлекет ретіндегі қалыптасуы мен дамуының "
        "стратегиясы. – Алматы: Дәуір, 1992. – 56 б.",
    ),
    (
        "en-GB",
        "Anceschi L. <em>Analysing Kazakhstan’s foreign policy: regime neo-Eurasianism in the "
        "Nazarbaev era</em>. – Abingdon: Routledge, 2020. – 216 p. – URL: "
        '<a href="https://www.example.org/books?a=1">https://www.example.org/books/'
        "analysing_kazakhstans_foreign_policy?edition=1&amp;language=en#<em>contents</em></a>.",
    ),
)


def figure(code: str, prefix: str = "") -> str:
    """A small drawing in the manner of the figures: classes, variables, title and desc."""
    number, caption = CAPTIONS[code][2:]
    bars = "".join(
        f'<rect class="fig-{"aabc"[i % 4]}" x="{60 + i * 78}" y="{200 - h}" width="40" height="{h}"/>'
        f'<text class="fig-text" x="{80 + i * 78}" y="{194 - h}" text-anchor="middle" font-size="13">'
        f"{h / 40:.1f}</text>"
        f'<text class="fig-muted" x="{80 + i * 78}" y="218" text-anchor="middle" font-size="13">'
        f"{2016 + i}</text>"
        for i, h in enumerate((60, 84, 100, 118, 96, 130, 168))
    )
    return (
        f'<figure id="{prefix}figure-trade" class="exhibit exhibit-figure">'
        f'<svg role="img" aria-labelledby="{prefix}t1 {prefix}d1" viewBox="0 0 640 226" '
        f'xmlns="http://www.w3.org/2000/svg"><title id="{prefix}t1">{caption}</title>'
        f'<desc id="{prefix}d1">{UNIT[code]}: 1.5 – 4.2, 2016–2022.</desc>'
        f'<line class="fig-rule" x1="40" x2="600" y1="200" y2="200"/>{bars}</svg>'
        f'<figcaption><span class="exhibit-number">{number}</span> {caption}, {UNIT[code]}.</figcaption>'
        "</figure>"
    )


def table(code: str, prefix: str = "", rows: int = 9) -> str:
    number, caption = CAPTIONS[code][:2]
    head = "".join(f'<th scope="col">{word}</th>' for word in HEADS[code])
    body = "".join(
        f'<tr><th scope="row">{2014 + row}</th><td>{HEADINGS[code][3]}</td>'
        f'<td style="text-align: right;">{row / 2 + 1:.1f} {UNIT[code]}</td><td>—</td>'
        f"<td>{cite(prefix, 700 + row, row + 1, row + 4)}</td></tr>"
        for row in range(rows)
    )
    return (
        f'<div id="{prefix}table-trade" class="exhibit exhibit-table"><table><caption>'
        f'<span class="exhibit-number">{number}</span> {caption}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def cite(prefix: str, number: int, *works: int, page: str = "") -> str:
    links = "; ".join(
        f'<a href="#ref-w{(work - 1) % 35 + 1}" class="cite" id="{prefix}cite-{number}-{i}">'
        f"{(work - 1) % 35 + 1}</a>"
        for i, work in enumerate(works)
    )
    return f'<span class="citation" data-cites="w{works[0]}">[{links}{page}]</span>'


def body(code: str, prefix: str = "", paragraphs: int = 6, notes: bool = False) -> str:
    tag = language(code).tag
    sentences = SENTENCES[code]
    pieces, count = [], 0
    for index, slug in enumerate(SLUGS):
        pieces.append(
            f'<section id="{prefix}{slug}" class="level2" lang="{tag}">'
            f"<h2>{HEADINGS[code][index]}</h2>"
        )
        if slug == "trade":
            pieces.append(
                f'<section id="{prefix}investment" class="level3"><h3>{KEYWORDS[code][4].title()}</h3>'
            )
        for paragraph in range(1, paragraphs + 1):
            text = []
            for offset in range(4):
                count += 1
                sentence = sentences[(index + paragraph + offset) % len(sentences)]
                mark = cite(
                    prefix, count, count % 35 + 1, *((count * 3 % 35 + 1,) if count % 3 else ())
                )
                if notes and count % 5 == 0:
                    mark += f'<a href="#{prefix}fn{count}" class="footnote-ref" id="{prefix}fnref{count}" role="doc-noteref"><sup>{count // 5}</sup></a>'
                text.append(f"{sentence} {mark}.")
            pieces.append(f'<p id="{prefix}{slug}-p{paragraph}">{" ".join(text)}</p>')
            if slug == "trade" and paragraph == 2:
                pieces.append(table(code, prefix))
            if slug == "border" and paragraph == 2:
                pieces.append(figure(code, prefix))
        if slug == "trade":
            pieces.append("</section>")
        pieces.append("</section>")
    if notes:
        items = "".join(
            f'<li id="{prefix}fn{n}"><p>{sentences[n % 6]}.<a href="#{prefix}fnref{n}" class="footnote-back" '
            f'role="doc-backlink">↩︎</a></p></li>'
            for n in range(5, count + 1, 5)
        )
        pieces.append(
            f'<section id="{prefix}footnotes" class="footnotes" role="doc-endnotes"><hr><ol>{items}</ol></section>'
        )
    return "\n".join(pieces)


def references(prefix: str = "", paragraphs: int = 6) -> str:
    entries = []
    for number in range(1, 36):
        tag, text = REFERENCES[number % len(REFERENCES)]
        back = " ".join(
            f'<a href="#{prefix}cite-{count}-0" class="backlink" aria-label="{number}: {k + 1}">↑{k + 1}</a>'
            for k, count in enumerate(
                c for c in range(1, 28 * paragraphs + 1) if c % 35 + 1 == number
            )
        )
        entries.append(
            f'<div id="ref-w{number}" class="csl-entry" role="listitem" lang="{tag}">'
            f'<div class="csl-left-margin">{number}.</div><div class="csl-right-inline">{text} '
            f'<span class="backlinks">{back}</span></div></div>'
        )
    return f'<div id="refs" class="references csl-bib-body" role="list">{"".join(entries)}</div>'


def part(code: str, prefix: str = "", paragraphs: int = 6, notes: bool = False) -> Part:
    spoken = language(code)
    sentences = SENTENCES[code]
    return Part(
        code=code,
        tag=spoken.tag,
        endonym=spoken.endonym,
        title=TITLE[code],
        abstract_html=f"<p>{'. '.join((*sentences, *sentences[:4]))}.</p>",
        keywords=KEYWORDS[code],
        contents=tuple(
            Heading(
                id=f"{prefix}{slug}",
                text=text,
                children=(Heading(id=f"{prefix}investment", text=KEYWORDS[code][4].title()),)
                if slug == "trade"
                else (),
            )
            for slug, text in zip(SLUGS, HEADINGS[code], strict=True)
        ),
        body_html=body(code, prefix, paragraphs, notes),
        terms=spoken.terms,
        prefix=prefix,
    )


def edition(
    code: str = "ru", *, paragraphs: int = 6, notes: bool = False, authors: bool = False
) -> PageEdition:
    """One language, or all three for the code ``trilingual``."""
    several = code == "trilingual"
    codes = CODES if several else (code,)
    main = language(codes[0])
    return PageEdition(
        id=code,
        tag=main.tag,
        title=TITLE[main.code],
        short_title="",
        parts=tuple(part(each, f"{each}-" if several else "", paragraphs, notes) for each in codes),
        terms=main.terms,
        version="1.0",
        udc="327(575.1:574)",
        licence="CC BY 4.0",
        authors=(
            PageAuthor(name="Asror Tursunov", affiliation="Toshkent", orcid="0000-0002-1825-0097"),
        )
        if authors
        else (),
    )


def siblings(current: str) -> tuple[Sibling, ...]:
    found = [
        Sibling(
            code=code,
            tag=language(code).tag,
            endonym=language(code).endonym,
            href=f"../{code}/review.html",
            current=code == current,
        )
        for code in CODES
    ]
    first = current if current in CODES else CODES[0]
    found.append(
        Sibling(
            code="trilingual",
            tag="",
            endonym="UZ · RU · EN",
            href="../trilingual/review.html",
            current=current == "trilingual",
            prefix=f"{first}-",
        )
    )
    return tuple(found)


FORMATS = (
    FormatLink(name="PDF", href="review.pdf", media_type="application/pdf"),
    FormatLink(
        name="DOCX",
        href="review.docx",
        media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ),
)


def head(code: str) -> Head:
    main = code if code in CODES else "uz"
    return Head(
        description=SENTENCES[main][0],
        canonical=f"https://example.org/{code}/review.html",
        alternates=tuple(
            (language(each).tag, f"https://example.org/{each}/review.html") for each in CODES
        ),
        citations=(("citation_title", TITLE[main]), ("citation_language", main)),
        json_ld='{"@context": "https://schema.org", "@type": "ScholarlyArticle", "name": "</script>"}',
    )
