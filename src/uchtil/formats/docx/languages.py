"""Gives every run its proofing language, and joins the runs that pandoc cut up."""

from __future__ import annotations

from uchtil.formats.docx.wordml import Element, element, w

_RUN, _PROPERTIES, _LANGUAGE, _TEXT = w("r"), w("rPr"), w("lang"), w("t")
_VALUE = w("val")


def set_languages(root: Element, language: str) -> None:
    """Give ``language`` to every run that has none of its own.

    pandoc marks the words of a ``lang`` division, but not the tabs and footnote marks
    between them: a run without a letter takes the language of the run before it.
    """
    for paragraph in root.iter(w("p")):
        before: str | None = None
        waiting: list[Element] = []
        for run in paragraph.iter(_RUN):
            own = _own_language(run)
            if own is None and _has_letters(run):
                own = language
                _tag(run, own)
            if own is None:
                if before is None:
                    waiting.append(run)
                else:
                    _tag(run, before)
                continue
            before = own
            for each in waiting:
                _tag(each, own)
            waiting = []
        for each in waiting:
            _tag(each, language)


def join_runs(root: Element) -> None:
    """Join neighbouring runs of text that look the same.

    pandoc writes a run for each word and each space; joined, the file is a third of the
    size, and search and spelling see whole sentences.
    """
    for paragraph in root.iter(w("p")):
        for parent in (paragraph, *paragraph.iter(w("hyperlink"), w("ins"))):
            _join_children(parent)


def _join_children(parent: Element) -> None:
    last: Element | None = None
    looks: object = None
    for child in list(parent):
        text = _only_text(child)
        if text is None:
            last = None
            continue
        own = _looks(child)
        if last is not None and own == looks:
            last.text = (last.text or "") + (text.text or "")
            parent.remove(child)
        else:
            last, looks = text, own


def _only_text(node: Element) -> Element | None:
    """Return the text of a run that holds nothing else; ``None`` for all other nodes."""
    if node.tag != _RUN or len(node) == 0 or node[-1].tag != _TEXT:
        return None
    if len(node) == 1 or (len(node) == 2 and node[0].tag == _PROPERTIES):
        return node[-1]
    return None


def _looks(run: Element) -> object:
    if run[0].tag != _PROPERTIES:
        return ()
    return tuple((each.tag, *sorted(each.items())) for each in run[0])


def _own_language(run: Element) -> str | None:
    properties = run.find(_PROPERTIES)
    tag = None if properties is None else properties.find(_LANGUAGE)
    return None if tag is None else tag.get(_VALUE)


def _has_letters(run: Element) -> bool:
    return any(any(map(str.isalpha, each.text or "")) for each in run.iter(_TEXT, w("delText")))


def _tag(run: Element, language: str) -> None:
    properties = run.find(_PROPERTIES)
    if properties is None:
        properties = element("rPr")
        run.insert(0, properties)
    properties.append(element("lang", val=language))
