"""What other formats call the types and fields of our bibliography.

Each table is data that can be read beside the format's own documents: biblatex 3.20, RIS as
of 2011 with what Zotero, EndNote and Scopus make of it, CSL 1.0.2.  A type that says more than
ours is kept beside it, so that nothing is lost.
"""

from __future__ import annotations

from collections.abc import Mapping

BIBTEX_TYPES: Mapping[str, str] = {
    "conference": "inproceedings",
    "electronic": "online",
    "www": "online",
    "webpage": "online",
    "mvbook": "book",
    "booklet": "book",
    "manual": "book",
    "bookinbook": "inbook",
    "suppbook": "inbook",
    "mvcollection": "collection",
    "suppcollection": "incollection",
    "inreference": "incollection",
    "reference": "collection",
    "mvproceedings": "proceedings",
    "suppperiodical": "article",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "bachelorsthesis": "thesis",
    "techreport": "report",
    "newspaper": "article",
    "jurisdiction": "legislation",
    "legal": "legislation",
}
OTHER_TYPES = frozenset(
    {
        *("dataset", "software", "patent", "periodical", "review", "standard", "letter", "set"),
        *("artwork", "audio", "image", "movie", "music", "performance", "video", "bibnote"),
        *("commentary", "customa", "customb", "customc", "customd", "custome", "customf"),
    }
)
"""Types of biblatex for which ours is ``misc``."""
SAME_TYPES = frozenset({"conference", "electronic", "www", "webpage"})
"""Types that say no more than ours."""

BIBTEX_FIELDS: Mapping[str, str] = {
    "journal": "journaltitle",
    "address": "location",
    "school": "institution",
    "issue": "number",
    "accessed": "urldate",
    "lastchecked": "urldate",
    "urlaccessdate": "urldate",
    "link": "url",
}
"""Names of BibTeX and of habit; ``year``, ``month`` and ``language`` have code of their own."""

RIS_TYPES: Mapping[str, tuple[str, str]] = {
    "JOUR": ("article", ""),
    "EJOUR": ("article", ""),
    "JFULL": ("article", ""),
    "INPR": ("article", ""),
    "ABST": ("article", ""),
    "MGZN": ("article", "magazine"),
    "NEWS": ("article", "newspaper"),
    "BOOK": ("book", ""),
    "EBOOK": ("book", ""),
    "EDBOOK": ("collection", ""),
    "CHAP": ("incollection", ""),
    "ECHAP": ("incollection", ""),
    "ENCYC": ("incollection", ""),
    "CPAPER": ("inproceedings", ""),
    "CONF": ("inproceedings", ""),
    "RPRT": ("report", ""),
    "GOVDOC": ("report", ""),
    "THES": ("thesis", ""),
    "ELEC": ("online", ""),
    "WEB": ("online", ""),
    "BLOG": ("online", ""),
    "ICOMM": ("online", ""),
    "STAT": ("legislation", ""),
    "LEGAL": ("legislation", ""),
    "BILL": ("legislation", ""),
    "UNPB": ("unpublished", ""),
    "MANSCPT": ("unpublished", ""),
    "GEN": ("misc", ""),
}
RIS_PLAIN = frozenset(
    {
        *("JOUR", "MGZN", "NEWS", "BOOK", "CHAP", "CPAPER"),
        *("RPRT", "THES", "ELEC", "STAT", "UNPB", "GEN"),
    }
)
"""Types that say no more than ours."""

RIS_FIELDS: Mapping[str, str] = {
    "TI": "title",
    "T1": "title",
    "CT": "title",
    "ST": "shorttitle",
    "ET": "edition",
    "VL": "volume",
    "IS": "number",
    "CP": "number",
    "CY": "location",
    "PP": "location",
    "DO": "doi",
    "UR": "url",
    "LK": "url",
    "JF": "journaltitle",
    "JO": "journaltitle",
    "BT": "booktitle",
    "T3": "series",
}
"""Tags that are one field whatever the type; ``PB``, ``T2`` and the like are told in code."""

RIS_PEOPLE: Mapping[str, str] = {
    "AU": "author",
    "A1": "author",
    "ED": "editor",
    "A2": "editor",
    "A4": "translator",
}

CSL_TYPES: Mapping[str, tuple[str, str]] = {
    "article": ("unpublished", ""),
    "article-journal": ("article", ""),
    "article-magazine": ("article", "magazine"),
    "article-newspaper": ("article", "newspaper"),
    "book": ("book", ""),
    "chapter": ("incollection", ""),
    "entry": ("incollection", ""),
    "entry-dictionary": ("incollection", ""),
    "entry-encyclopedia": ("incollection", ""),
    "paper-conference": ("inproceedings", ""),
    "report": ("report", ""),
    "thesis": ("thesis", ""),
    "webpage": ("online", ""),
    "post": ("online", ""),
    "post-weblog": ("online", ""),
    "legislation": ("legislation", ""),
    "bill": ("legislation", ""),
    "treaty": ("legislation", ""),
    "legal_case": ("legislation", ""),
    "manuscript": ("unpublished", ""),
    "document": ("misc", ""),
    # Crossref's own words, which doi.org hands on
    "journal-article": ("article", ""),
    "monograph": ("book", ""),
    "edited-book": ("collection", ""),
    "book-chapter": ("incollection", ""),
    "reference-entry": ("incollection", ""),
    "proceedings-article": ("inproceedings", ""),
    "dissertation": ("thesis", ""),
    "posted-content": ("unpublished", ""),
}
CSL_PLAIN = frozenset(
    {
        *("article-journal", "article-magazine", "article-newspaper", "book", "chapter"),
        *("paper-conference", "report", "thesis", "webpage", "legislation", "manuscript"),
        *("document", "journal-article", "book-chapter", "proceedings-article", "dissertation"),
    }
)
"""Types that say no more than ours."""

CSL_FIELDS: Mapping[str, str] = {
    "title": "title",
    "subtitle": "subtitle",
    "title-short": "shorttitle",
    "shortTitle": "shorttitle",
    "collection-title": "series",
    "event-title": "eventtitle",
    "event": "eventtitle",
    "edition": "edition",
    "publisher-place": "location",
    "number-of-pages": "pagetotal",
    "genre": "type",
    "volume": "volume",
    "issue": "number",
    "number": "number",
    "collection-number": "number",
    "page": "pages",
    "ISBN": "isbn",
    "ISSN": "issn",
    "URL": "url",
    "DOI": "doi",
}
"""Variables that are one field whatever the type."""

CONTAINERS: Mapping[str, str] = {
    "article": "journaltitle",
    "inbook": "booktitle",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "online": "organization",
}
"""The field that what holds the work becomes, by our type; a book's is its series."""

PUBLISHERS: Mapping[str, str] = {"thesis": "institution", "report": "institution"}
"""The field that a publisher becomes, by our type; else ``publisher``."""

FAMILIES: Mapping[str, str] = {
    "article": "article",
    "book": "book",
    "collection": "book",
    "proceedings": "book",
    "inbook": "part",
    "incollection": "part",
    "inproceedings": "part",
    "report": "report",
    "thesis": "thesis",
    "legislation": "law",
    "online": "page",
    "misc": "any",
    "unpublished": "any",
}
"""What kinds of work a type stands for when two entries are compared."""
