"""What prose may say: facts, citations, names, tables and figures, in one language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from uchtil.bibliography import Reference
from uchtil.facts import select_facts, select_remarks
from uchtil.language import Language
from uchtil.load.exhibits import CONDITIONS, REMARK_CONDITIONS
from uchtil.model import Evidence, Fact, Project, Quantity, Remark, Source
from uchtil.model.records import Broken, is_broken
from uchtil.problems import Location, Problems, did_you_mean
from uchtil.render.counts import Count
from uchtil.render.environment import template_line
from uchtil.render.exhibits import Exhibits
from uchtil.render.markdown import CitedWork, citation, escape
from uchtil.render.remarks import RemarkText
from uchtil.render.uses import Counted, Use, UseKind
from uchtil.render.views import FactView, RemarkView

T = TypeVar("T")


_COUNTED = (*CONDITIONS, "dated", "witnesses")
"""What prose can count facts by."""


@dataclass(slots=True)
class Prose:
    """The functions of one text in one language; records every use.

    ``place`` is where the text's first line stands in its file.
    """

    project: Project
    references: Mapping[str, Reference]
    language: Language
    exhibits: Exhibits
    problems: Problems
    broken: Broken = field(default_factory=dict)
    """Ids of what could not be read: told already, and so not told again."""
    section: str = ""
    place: Location = field(default_factory=lambda: Location(file=""))
    uses: list[Use] = field(default_factory=list)
    remark_texts: Mapping[tuple[str, str], RemarkText] = field(default_factory=dict)
    """The texts of remarks in this language, by id and field."""

    def functions(self) -> dict[str, Callable[..., Any] | Any]:
        """Return what prose may call, by name."""
        return {
            "fact": self.fact,
            "cite_facts": self.cite_facts,
            "cite": self.cite,
            "name": self.name,
            "table": self.table,
            "figure": self.figure,
            "ref": self.ref,
            "weight": self.weight,
            "remark": self.remark,
            "fact_count": Count(len(self.project.facts), "fact_count", self, ()),
            "source_count": self.of_sources(self.project.sources, "source_count"),
            "reference_count": Count(len(self.references), "reference_count", self),
            "remark_count": Count(len(self.project.remarks), "remark_count", self),
            "count_facts": self.count_facts,
            "count_sources": self.count_sources,
            "count_remarks": self.count_remarks,
        }

    # --- facts

    def fact(self, fact_id: str) -> FactView:
        """Return the fact of this id, ready to be printed."""
        return FactView(self._fact(str(fact_id)), self)

    def cite_facts(self, *fact_ids: str) -> str:
        """Return one citation of all works that show these facts."""
        evidence: list[Evidence] = []
        for fact_id in fact_ids:
            fact = self._fact(str(fact_id))
            if fact:
                evidence += fact.evidence
        return self.cite_evidence(evidence)

    def _fact(self, fact_id: str) -> Fact | None:
        fact = self.project.facts.get(fact_id)
        if fact is None:
            if not self._is_broken("facts", fact_id):
                self._error(
                    "unknown-fact",
                    f"there is no fact `{fact_id}`",
                    did_you_mean(fact_id, self.project.facts),
                )
            return None
        self.record(UseKind.FACT, fact.id)
        return fact

    def name_and_cite(self, source: Source) -> str:
        """Return a source's label with its citation, as it stands in a table.

        The label is marked: a style that cites by author and year does without it.
        """
        return (
            f"[{escape(source.label[self.language.code])}]{{.source-label}} {self.cite(source.key)}"
        )

    def cite_in_column(self, keys: Iterable[str]) -> str:
        """Cite sources in a column of a table that holds nothing else.

        The mark of a note alone would tell a reader nothing: the sources' labels stand before
        it, marked so that all other styles do without them.
        """
        sources = list(dict.fromkeys(keys))
        known = [self.project.sources[key] for key in sources if key in self.project.sources]
        names = "; ".join(escape(each.label[self.language.code]) for each in known)
        return f"[{names}]{{.note-label}} {self.cite(*sources)}" if names else self.cite(*sources)

    def cite_evidence(self, evidence: list[Evidence] | tuple[Evidence, ...]) -> str:
        """Cite the sources of these passages, with the works that they cite for them.

        A source that takes its statement from another work is cited as "work, cited in
        source"; a source is named once however many passages it gives.
        """
        cited: dict[str, list[str]] = {}
        for passage in evidence:
            works = cited.setdefault(passage.source, [])
            works += [work for work in passage.cites if work not in works]
        works_cited: list[CitedWork] = []
        for source, originals in cited.items():
            named = {work.key for work in works_cited}
            works_cited += [CitedWork(key=key) for key in originals if key not in named]
            if originals:
                works_cited.append(CitedWork(key=source, prefix=self.language.terms.cited_in))
            elif source not in named:
                works_cited.append(CitedWork(key=source))
        return self._citation(works_cited)

    # --- remarks and counts

    def remark(self, remark_id: str) -> RemarkView:
        """Return the remark of this id, ready to be cited."""
        remark = self.project.remarks.get(str(remark_id))
        if remark is not None:
            self.record(UseKind.REMARK, remark.id)
        elif not self._is_broken("remarks", str(remark_id)):
            self._error(
                "unknown-remark",
                f"there is no remark `{remark_id}`",
                did_you_mean(str(remark_id), self.project.remarks)
                or "remarks are listed in content/remarks.yaml",
            )
        return RemarkView(remark, self)

    def remark_text(self, remark: Remark, name: str) -> str:
        """Return the ``statement`` or the ``handling`` of a remark, and note what it used."""
        text = self.remark_texts[remark.id, name]
        self.uses += text.uses
        return text.markdown

    def count_facts(self, **select: object) -> Count:
        """Return how many facts there are of a theme, tag, source…: ``tag="visit"``.

        ``dated="no"`` counts those without a date, ``witnesses="1"`` those of one source.
        """
        facts, name = self._chosen("count_facts", _COUNTED, select, self._facts_of)
        return Count(len(facts), name, self, ())

    def count_sources(self, **select: object) -> Count:
        """Return how many sources tell of the facts of a theme, tag…: ``theme="border"``."""
        facts, name = self._chosen("count_sources", _COUNTED, select, self._facts_of)
        return self.of_sources({each.source for fact in facts for each in fact.evidence}, name)

    def of_sources(self, keys: Iterable[str], name: str) -> Count:
        """Return how many sources these are, which are noted with their languages."""
        known = self.project.sources
        told = [f"{key} ({known[key].language})" if key in known else key for key in sorted(keys)]
        return Count(len(told), name, self, tuple(told))

    def count_remarks(self, **select: object) -> Count:
        """Return how many remarks there are of a kind, severity or source."""
        remarks, name = self._chosen("count_remarks", REMARK_CONDITIONS, select, self._remarks_of)
        return Count(len(remarks), name, self)

    def _facts_of(self, select: Mapping[str, tuple[str, ...]]) -> list[Fact]:
        return select_facts(self.project.facts.values(), select)

    def _remarks_of(self, select: Mapping[str, tuple[str, ...]]) -> list[Remark]:
        return select_remarks(self.project.remarks.values(), select)

    def _chosen(
        self,
        name: str,
        conditions: tuple[str, ...],
        select: Mapping[str, object],
        choose: Callable[[Mapping[str, tuple[str, ...]]], list[T]],
    ) -> tuple[list[T], str]:
        """Return what is counted, and how the count is called; nothing chosen is told."""
        wanted: dict[str, tuple[str, ...]] = {}
        for condition, values in select.items():
            if condition not in conditions:
                self._error(
                    "wrong-argument",
                    f"`{name}()` takes no `{condition}`",
                    did_you_mean(condition, conditions) or f"it takes {', '.join(conditions)}",
                )
                continue
            listed = values if isinstance(values, list | tuple) else (values,)
            wanted[condition] = tuple(map(str, listed))
        told = ", ".join(f'{key}="{" ".join(values)}"' for key, values in wanted.items())
        found = choose(wanted)
        # What could not be read might be what is counted.
        unread = self.broken.get("remarks" if name == "count_remarks" else "facts")
        if not found and len(wanted) == len(select) and not unread:
            self._error(
                "counts-nothing",
                f"`{name}({told})` counts nothing",
                "look whether the words are those of the facts or remarks, or say it in words",
            )
        return found, f"{name}({told})"

    def value(self, quantity: Quantity) -> str:
        """Return a value with hedge and unit; nothing where the unit is unknown."""
        unit = self.project.units.get(quantity.unit)
        return self.language.value(quantity, unit) if unit else ""

    # --- the bibliography

    def cite(self, *keys: str, page: str = "", via: str = "", **others: object) -> str:
        """Cite works by key; ``page`` belongs to the last, ``via`` is who cites them.

        ``others`` are what a text gives it besides: told, and left out.
        """
        for other in others:
            self._error(
                "wrong-argument",
                f"`cite()` takes no `{other}`",
                did_you_mean(other, ("page", "via"))
                or 'it takes keys, `page` and `via`: cite("key", page="7", via="source")',
            )
        if not keys:
            self._error("empty-citation", "`cite()` names no work", 'write cite("key")')
            return ""
        works = [CitedWork(key=str(key)) for key in keys]
        if via:
            works.append(CitedWork(key=via, page=str(page), prefix=self.language.terms.cited_in))
        elif page:
            works[-1] = CitedWork(key=works[-1].key, page=str(page))
        for work in works:
            if work.key not in self.references and not self._is_broken("references", work.key):
                self._error(
                    "unknown-key",
                    f"unknown key `{work.key}`",
                    did_you_mean(work.key, self.references)
                    or "add the work to bibliography/references.bib",
                )
        return self._citation(works)

    def _citation(self, works: list[CitedWork]) -> str:
        """Return a citation of the known ones among works.

        An unknown one is told where it was written: in a text, or in the record of the evidence.
        """
        known = []
        for work in works:
            if work.key in self.references:
                self.record(UseKind.WORK, work.key)
                known.append(work)
        return citation(known) if known else ""

    # --- names, tables, figures

    def name(self, name_id: str, form: str = "full") -> str:
        """Return the accepted form of a name in this language."""
        name = self.project.names.get(str(name_id))
        if name is None:
            if not self._is_broken("names", str(name_id)):
                self._error(
                    "unknown-name",
                    f"there is no name `{name_id}`",
                    did_you_mean(str(name_id), self.project.names),
                )
            return ""
        forms = name.short if form == "short" and name.short else name.forms
        return escape(forms[self.language.code])

    def table(self, table_id: str) -> str:
        """Return a table, to stand on lines of its own."""
        table = self.project.tables.get(str(table_id))
        if table is None:
            self._unknown_exhibit("table", str(table_id), self.project.tables)
            return ""
        self.record(UseKind.TABLE, table.id)
        return self.exhibits.table(table, self)

    def figure(self, figure_id: str) -> str:
        """Return a figure, to stand on lines of its own."""
        figure = self.project.figures.get(str(figure_id))
        if figure is None:
            self._unknown_exhibit("figure", str(figure_id), self.project.figures)
            return ""
        self.record(UseKind.FIGURE, figure.id)
        return self.exhibits.figure(figure, self)

    def ref(self, target: str) -> str:
        """Return a link to a table or figure: ``table:trade`` gives "Table 2"."""
        kind, _, exhibit_id = str(target).partition(":")
        known = {
            **{f"table:{table}": "" for table in self.project.tables},
            **{f"figure:{figure}": "" for figure in self.project.figures},
        }
        if target not in known:
            self._unknown_exhibit("table or figure", str(target), known)
            return ""
        self.record(UseKind.REFERENCE, str(target))
        return self.exhibits.reference(kind, exhibit_id, self)

    def weight(self, *_: object, **__: object) -> str:
        """Tell a weight that is none: those that are were taken out before rendering."""
        self._error(
            "wrong-weight",
            "this is no weight",
            "write {{ weight(2) }} or {{ weight(3) }}, and that in a block of a section",
        )
        return ""

    # --- recording

    def record(
        self, kind: UseKind, used: str, printed: str = "", counted: Counted | None = None
    ) -> None:
        """Note a use at the line that is being rendered; of a number, how it is printed."""
        self.uses.append(
            Use(
                kind=kind,
                id=used,
                language=self.language.code,
                section=self.section,
                where=self.here(),
                printed=printed,
                counted=counted,
            )
        )

    def here(self) -> Location:
        """Return the place in the file that is being rendered."""
        line = max(self.place.line, 1) + max(template_line(), 1) - 1
        return Location(file=self.place.file, line=line)

    def _is_broken(self, what: str, wanted: str) -> bool:
        return is_broken(self.broken, what, wanted)

    def _unknown_exhibit(self, kind: str, wanted: str, known: Mapping[str, object]) -> None:
        exhibit_id = wanted.rpartition(":")[2]
        if self._is_broken("tables", exhibit_id) or self._is_broken("figures", exhibit_id):
            return
        self._error(
            "unknown-exhibit",
            f"there is no {kind} `{wanted}`",
            did_you_mean(wanted, known) or "tables and figures are listed in content/exhibits.yaml",
        )

    def _error(self, code: str, message: str, hint: str) -> None:
        self.problems.error(code, message, self.here(), hint)
