"""Moving accepted proposals into the content, and taking the last acceptance back.

What is added is put into the files as they stand: every other byte stays.  The review as it would
be is checked before anything is written; then all files change, or none.
"""

from __future__ import annotations

import difflib
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import yaml

from uchtil.bibliography import read_bibliography
from uchtil.checks import resting
from uchtil.checks.resting import Reread
from uchtil.facts.support import clashes_with, readings_clash
from uchtil.load import load_project
from uchtil.load.proposals import FOLDER, Proposal, ProposalFile, read_proposals
from uchtil.load.yaml_nodes import Document, read_yaml
from uchtil.load.yaml_text import Edit, append_field, append_item, field_of, in_flow, slice_of
from uchtil.model import Evidence, Fact, Kind, Project
from uchtil.pipeline import places, transaction
from uchtil.pipeline.accept_places import Moved, moved_by
from uchtil.pipeline.check import Examined, examine, facts_noted
from uchtil.pipeline.mend import apply
from uchtil.pipeline.prepare import Prepared, prepare, refuse_strays
from uchtil.pipeline.sharpening import SHARPENS, Sharpened, sharpened
from uchtil.pipeline.transaction import LAST, Changed, Version
from uchtil.problems import Location, Problem, Problems, Severity, did_you_mean

_SOURCES = "content/sources.yaml"
_FOLLOWING = frozenset({"metadata-differs"})
"""What can only be put right after the acceptance: texts that tell how many sources there are."""
_MEANT = {
    "label": ": what tables and figures call the source",
    "covers": ": what the source is about, in a few words",
}
_BIBLIOGRAPHY = "bibliography/references.bib"


@dataclass(frozen=True, kw_only=True, slots=True)
class Wish:
    """What is to be accepted: of which file (all if none is named), and whether all confirmed."""

    file: str = ""
    all_confirmed: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Plan:
    """What accepting would change: the files, the diff, the facts concerned."""

    files: dict[str, Version]
    diff: str
    facts: tuple[str, ...]
    accepted: tuple[str, ...]
    """The proposals, as ``key p1``."""
    reread: tuple[Reread, ...]
    mend: tuple[Location, ...]
    """What follows and is to be mended by hand, since nothing is built before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """A proposal that is to be accepted, in its file."""

    file: ProposalFile
    proposal: Proposal

    def told(self) -> str:
        """Return it as people are asked about it."""
        text = self.file.document.text
        lines = [
            f"{self.file.key} {self.proposal.id}: {self.proposal.verdict} {self.proposal.fact}"
        ]
        for name in ("passage", "why"):
            lines.append(f"{name}: {slice_of(self.proposal.nodes[name], text)}")
        return "\n".join(lines)


def proposed(root: Path, wish: Wish, problems: Problems) -> list[Chosen] | None:
    """Return every proposal that is open, in its order; nothing where they cannot be read."""
    if refuse_strays(root, problems):
        return None
    transaction.recover(root)
    files = sorted(path.name for path in (root / FOLDER).glob("*.yaml"))
    if wish.file:
        name = f"{Path(wish.file).name.removesuffix('.yaml')}.yaml"
        if name not in files:
            problems.error(
                "no-proposals",
                f"there are no proposals of `{wish.file}`",
                Location(file=FOLDER),
                did_you_mean(name, files) or "add the source first: `./build.py add FILE`",
            )
            return None
        files = [name]
    read = [read_proposals(root, f"{FOLDER}/{name}", problems) for name in files]
    if problems.errors:
        return None
    return [
        Chosen(file=file, proposal=each)
        for file in read
        if file is not None
        for each in file.proposals
        if each.accept != "done"
    ]


def marked(root: Path, open_: Sequence[Chosen], wish: Wish) -> list[Chosen]:
    """Return those that a person accepted in the file, or that the wish accepts."""
    project = load_project(root, Problems()) if wish.all_confirmed else None
    facts = {} if project is None else project.facts
    return [
        each
        for each in open_
        if each.proposal.accept == "yes"
        or (each.proposal.accept == "no" and _is_sure(each.proposal, facts.get(each.proposal.fact)))
    ]


def _is_sure(proposal: Proposal, fact: Fact | None) -> bool:
    """Whether nobody need look: it confirms one event or measure, and date and value agree.

    Never a claim: whether words say the same, only a person can tell.
    """
    told = proposal.evidence
    if not proposal.is_sure or fact is None or told is None or fact.kind is Kind.CLAIM:
        return False
    if fact.date is None and fact.value is None:
        return False
    return told.status in (None, fact.status) and not readings_clash(fact, told)


def plan(
    root: Path, chosen: Sequence[Chosen], texts: Path | None, problems: Problems
) -> Plan | None:
    """Return what accepting would do; nothing where it cannot be done, which is told."""
    before_told, after_told = Problems(), Problems()
    was = _looked_at(root, texts, before_told)
    if was is None:
        problems.extend(before_told.errors)
        return None
    before, examined = was
    edits = _Edits(root, before.project, problems)
    edits.sharpen(chosen)
    for each in chosen:
        edits.accept(each)
    if problems.errors:
        return None
    files = edits.files()
    with tempfile.TemporaryDirectory(prefix="uchtil-") as folder:
        copy = Path(folder) / "review"
        _copy(root, copy)
        for name, version in files.items():
            if version.after is not None and not name.startswith(f"{FOLDER}/"):
                (copy / name).write_bytes(version.after)
        will_be = _looked_at(copy, texts, after_told)
    known = Counter((each.code, each.message) for each in before_told.errors)
    follows = []
    for error in after_told.errors:
        if known[error.code, error.message]:
            known[error.code, error.message] -= 1
        elif error.code in _FOLLOWING:
            follows.append(replace(error, severity=Severity.WARNING))
        else:
            problems.add(_placed(error, chosen, files, edits.moved))
    problems.extend(follows)
    if problems.errors or will_be is None:
        return None
    after, examined_after = will_be
    # What the facts say now is noted first, or nobody would see later that they said it.
    lock = facts_noted(before, examined)
    if lock != examined.facts_lock:
        files[resting.LOCK] = Version(
            before=_bytes(root / resting.LOCK), after=resting.lock_bytes(lock)
        )
    rests = resting.standing(examined_after.paragraphs, after.project.facts, lock, Problems())
    facts = tuple(dict.fromkeys(each.proposal.fact for each in chosen if each.proposal.fact))
    return Plan(
        files=files,
        diff="".join(_diff(name, each) for name, each in files.items() if name != resting.LOCK),
        facts=facts,
        accepted=tuple(f"{each.file.key} {each.proposal.id}" for each in chosen),
        reread=resting.only(rests, facts),
        mend=tuple(dict.fromkeys(each.where for each in follows)),
    )


def carry_out(root: Path, made: Plan, problems: Problems) -> bool:
    """Write what was planned: all files or none; return whether it was done."""
    note = transaction.as_note(
        made.files, {"accepted": list(made.accepted), "facts": list(made.facts)}
    )
    files = {**made.files, LAST: Version(before=_bytes(root / LAST), after=note)}
    try:
        transaction.write_all(root, files)
    except Changed as changed:
        problems.error(
            "changed-meanwhile",
            "the file was changed while it was looked at; nothing was written",
            Location(file=str(changed)),
            "run the command again",
        )
        return False
    return True


def undo(root: Path, problems: Problems) -> list[str] | None:
    """Take the last acceptance back, byte for byte; return the files, or nothing if refused."""
    if refuse_strays(root, problems):
        return None
    transaction.recover(root)
    note = transaction.read_note(root)
    if note is None:
        problems.error(
            "nothing-to-undo",
            "no acceptance is noted that could be taken back",
            Location(file=LAST),
            "only the last one can be, once",
        )
        return None
    files = {
        name: Version(before=each.after, after=each.before)
        for name, each in note[0].items()
        # `check` and `confirm` write it too; it says what was so before, whoever wrote it.
        if name != resting.LOCK or _bytes(root / name) == each.after
    }
    try:
        transaction.write_all(
            root, {**files, LAST: Version(before=_bytes(root / LAST), after=None)}
        )
    except Changed as changed:
        problems.error(
            "changed-since",
            "the file was changed since the acceptance, so that it cannot be taken back",
            Location(file=str(changed)),
            "take out by hand what was accepted; nothing was changed now",
        )
        return None
    return list(files)


# --- what changes in which file ---------------------------------------------------------------


class _Edits:
    """Collects what is to be added to which file."""

    def __init__(self, root: Path, project: Project, problems: Problems) -> None:
        self._root = root
        self._project = project
        self._problems = problems
        self._documents: dict[str, Document] = {}
        self._edits: dict[str, list[tuple[Edit, tuple[ProposalFile, yaml.Node] | None]]] = {}
        self._appended: dict[str, str] = {}
        self._sources: set[str] = set()
        self._resolved: set[str] = set()
        self._sharpened: dict[str, Sharpened] = {}
        self._references = read_bibliography(root / _BIBLIOGRAPHY, _BIBLIOGRAPHY, Problems())

    def sharpen(self, chosen: Sequence[Chosen]) -> None:
        """Give the facts that are sharpened their finer readings.

        Before anything is added: how that is written depends on what the fact says then.
        """
        of: dict[str, list[Proposal]] = {}
        for each in chosen:
            of.setdefault(each.proposal.fact, []).append(each.proposal)
        for id_, proposals in of.items():
            fact = self._project.facts.get(id_)
            if fact is None or not any(each.verdict == SHARPENS for each in proposals):
                continue
            where = self._document(fact.where.file)
            node = where and _fact_node(where, id_)
            if where is None or not isinstance(node, yaml.MappingNode):
                continue
            finer = sharpened(fact, node, proposals, self._problems)
            if finer is not None:
                self._sharpened[id_] = finer
                for edit in finer.edits_of_fact(fact, node, where.text):
                    self._edit(where, edit)

    def accept(self, chosen: Chosen) -> None:
        """Add what one proposal brings."""
        proposal, file = chosen.proposal, chosen.file
        blanks = [name for name in self._moved(proposal) if not self._filled(name, file, proposal)]
        if blanks or not self._names_its_work(proposal, file):
            return
        if "candidate" in proposal.nodes:
            done = self._add_fact(proposal, file)
        elif proposal.fact and "evidence" in proposal.nodes:
            done = self._add_evidence(proposal, file)
        else:
            self._problems.error(
                "nothing-to-accept",
                f"the proposal `{proposal.id}` has neither evidence for a fact nor a candidate",
                proposal.where,
                "it only tells what the passage rests on: leave it as it is",
            )
            return
        if not done:
            return
        self._add_source(file)
        node = proposal.nodes["accept"]
        self._edit(file.document, (node.start_mark.index, node.end_mark.index, "done"))

    def _moved(self, proposal: Proposal) -> Iterator[str]:
        fact = self._project.facts.get(proposal.fact)
        for name in ("evidence", "candidate", "resolution"):
            if name in proposal.nodes and not (name == "resolution" and fact and fact.resolution):
                yield name

    def _names_its_work(self, proposal: Proposal, file: ProposalFile) -> bool:
        """Whether a passage that is told after another work names it (``cites``)."""
        evidence = proposal.evidence
        if proposal.verdict != "known" or evidence is None or evidence.cites:
            return True
        self._problems.error(
            "blank-left",
            f"the proposal `{proposal.id}` is `known`, and does not say which work told it first",
            _start(proposal.nodes["evidence"], file),
            "fill in `cites` (`cites: [key]` beside its anchor), or write `verdict: confirms`",
        )
        return False

    def _filled(self, name: str, file: ProposalFile, proposal: Proposal | None = None) -> bool:
        """Whether nothing in a block is left empty; what is, is told.

        Without a proposal it is the source itself, which nothing can be accepted without.
        """
        node = file.source if proposal is None else proposal.nodes[name]
        empty = list(_blanks(node, "resolution" if name == "resolution" else ""))
        for blank, field in empty:
            meant = _MEANT.get(field.partition(".")[0], "")
            self._problems.error(
                "blank-left",
                f"`{field}` is still empty, so it cannot be accepted",
                _start(blank, file),
                f"fill it in{meant if proposal is None else ', or write `accept: no`'}",
            )
        return not empty

    def _add_fact(self, proposal: Proposal, file: ProposalFile) -> bool:
        block = slice_of(proposal.nodes["candidate"], file.document.text)
        where = self._theme_file(proposal)
        if where is None:
            return False
        facts = field_of(where.node, "facts")
        assert isinstance(facts, yaml.SequenceNode)
        origin = file, proposal.nodes["candidate"]
        self._edit(where, append_item(facts, block, block, where.text), origin)
        return True

    def _theme_file(self, proposal: Proposal) -> Document | None:
        """Return the file of facts of a proposal's theme: that which has most of them."""
        counts = Counter(
            fact.where.file for fact in self._project.facts.values() if fact.theme == proposal.theme
        )
        if not counts:
            self._problems.error(
                "no-file-of-theme",
                f"there is no file of facts of the theme `{proposal.theme}`",
                proposal.where,
                f"the themes are {', '.join(self._project.themes)}",
            )
            return None
        return self._document(counts.most_common(1)[0][0])

    def _add_evidence(self, proposal: Proposal, file: ProposalFile) -> bool:
        fact = self._project.facts.get(proposal.fact)
        if fact is None:
            self._problems.error(
                "unknown-fact",
                f"the proposal `{proposal.id}` is about the fact `{proposal.fact}`, which there "
                "is not",
                proposal.where,
                did_you_mean(proposal.fact, self._project.facts),
            )
            return False
        where = self._document(fact.where.file)
        node = where and _fact_node(where, fact.id)
        evidence = node and field_of(node, "evidence")
        if where is None or not isinstance(node, yaml.MappingNode):
            return False
        assert isinstance(evidence, yaml.SequenceNode)
        text = file.document.text
        block = slice_of(proposal.nodes["evidence"], text)
        flow = in_flow(proposal.nodes["evidence"])
        finer = self._sharpened.get(fact.id)
        if proposal.verdict == "disputes" and proposal.evidence is not None:
            self._see_that_it_disputes(proposal, fact, proposal.evidence)
        if finer is not None and proposal.evidence is not None:
            block, flow = (finer.evidence(proposal.evidence, each) for each in (block, flow))
        origin = file, proposal.nodes["evidence"]
        self._edit(where, append_item(evidence, block, flow, where.text), origin)
        if (
            "resolution" in proposal.nodes
            and fact.resolution is None
            and fact.id not in self._resolved
        ):
            self._resolved.add(fact.id)
            settled = proposal.nodes["resolution"]
            lines = slice_of(settled, text)
            if not lines.startswith("{"):
                lines = f"\n{lines}"
            added = append_field(node, "resolution", lines, in_flow(settled), where.text)
            self._edit(where, added, (file, settled))
        return True

    def _see_that_it_disputes(self, proposal: Proposal, fact: Fact, told: Evidence) -> None:
        """Tell what is said to dispute a fact and, as readings are compared, agrees with it."""
        if fact.kind is Kind.CLAIM or any(
            clashes_with(fact, told, each) for each in (None, *fact.evidence)
        ):
            return
        self._problems.warning(
            "not-disputed",
            f"the proposal `{proposal.id}` is said to dispute `{fact.id}`, and its date and value "
            "agree with all that is told of it",
            proposal.where,
            "give its evidence the `date` or `value` that the source tells; or write `verdict: "
            "confirms`, without `resolution`",
        )

    def _add_source(self, file: ProposalFile) -> None:
        """Add the source itself and its entry, where they are not there yet."""
        if file.key in self._sources:
            return
        self._sources.add(file.key)
        if file.key not in self._project.sources and self._filled("source", file):
            where = self._document(_SOURCES)
            sources = where and field_of(where.node, "sources")
            if where is not None and isinstance(sources, yaml.SequenceNode):
                block = slice_of(file.source, file.document.text)
                added = append_item(sources, block, in_flow(file.source), where.text)
                self._edit(where, added, (file, file.source))
        if file.entry and file.key not in self._references:
            self._appended[_BIBLIOGRAPHY] = (
                self._appended.get(_BIBLIOGRAPHY, "") + "\n" + file.entry.rstrip("\n") + "\n"
            )

    def _document(self, file: str) -> Document | None:
        if file not in self._documents:
            document = read_yaml(self._root, file, self._problems)
            if document is None:
                return None
            self._documents[file] = document
        return self._documents[file]

    def _edit(
        self,
        document: Document,
        edit: Edit,
        origin: tuple[ProposalFile, yaml.Node] | None = None,
    ) -> None:
        """Note an edit, and the block of a file of proposals that it puts in."""
        self._edits.setdefault(document.file, []).append((edit, origin))

    def moved(self, where: Location) -> Moved | None:
        """Return where a line of a file as it would be comes from; nothing if it stays."""
        document = self._documents.get(where.file)
        if document is None or where.file not in self._edits:
            return None
        edits = [
            (edit, origin and (origin[0].document.file, origin[1]))
            for edit, origin in self._edits[where.file]
        ]
        return moved_by(edits, document.text, where)

    def files(self) -> dict[str, Version]:
        """Return the files as they are and as they would be."""
        found = {}
        for file, edits in self._edits.items():
            before = (self._root / file).read_bytes()
            newline = "\r\n" if b"\r\n" in before else "\n"
            ordered = sorted((edit for edit, _ in edits), key=lambda each: each[0])
            ends = [(start, end, text.replace("\n", newline)) for start, end, text in ordered]
            found[file] = Version(before=before, after=apply(before, ends))
        for file, text in self._appended.items():
            before = (self._root / file).read_bytes()
            newline = "\r\n" if b"\r\n" in before else "\n"
            gap = "" if before.endswith(b"\n") else newline
            after = before + (gap + text.replace("\n", newline)).encode("utf-8")
            found[file] = Version(before=before, after=after)
        return found


def _fact_node(document: Document, fact: str) -> yaml.Node | None:
    facts = field_of(document.node, "facts")
    for node in facts.value if isinstance(facts, yaml.SequenceNode) else ():
        name = field_of(node, "id")
        if name is not None and name.value == fact:
            return node  # type: ignore[no-any-return]
    return None


def _start(node: yaml.Node, file: ProposalFile) -> Location:
    mark = node.start_mark
    return Location(file=file.document.file, line=mark.line + 1, column=mark.column + 1)


def _blanks(node: yaml.Node, within: str = "") -> Iterator[tuple[yaml.Node, str]]:
    """Yield the scalars of a block that are empty, with their fields: "label.en"."""
    if isinstance(node, yaml.ScalarNode):
        if not node.value.strip():
            yield node, within
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _blanks(value, f"{within}.{key.value}" if within else str(key.value))
    else:
        for value in node.value:
            yield from _blanks(value, within)


# --- looking at the whole ---------------------------------------------------------------------


def _placed(
    error: Problem,
    chosen: Sequence[Chosen],
    files: Mapping[str, Version],
    moved: Callable[[Location], Moved | None],
) -> Problem:
    """Return a problem of the review as it would be at a place that there is.

    What is put in is told where it is proposed, as is an entry that is not in the bibliography
    yet.  Elsewhere the proposals of the fact that the message names are told.
    """
    at = moved(error.where)
    if at is not None:
        error = replace(error, where=at.where)
    message = f"{error.message} (in the review as it would be)"
    if at is None or not at.is_proposed:
        by = [str(each.proposal.where) for each in chosen if _concerns(each.proposal, error)]
        message = f"{message[:-1]}, with {', '.join(by)})" if by else message
    return _at_its_entry(replace(error, message=message), chosen, files)


def _concerns(proposal: Proposal, error: Problem) -> bool:
    return bool(proposal.fact) and f"`{proposal.fact}`" in error.message


def _at_its_entry(
    error: Problem, chosen: Sequence[Chosen], files: Mapping[str, Version]
) -> Problem:
    change = files.get(_BIBLIOGRAPHY)
    if error.where.file != _BIBLIOGRAPHY or change is None:
        return error
    beyond = error.where.line - (change.before or b"").count(b"\n")
    waiting = {each.file.key: each.file for each in chosen if each.file.entry}
    entry = next(
        (each for key, each in waiting.items() if beyond > 0 and f"`{key}`" in error.message), None
    )
    node = None if entry is None else field_of(entry.document.node, "entry")
    if entry is None or node is None:
        return error
    return replace(error, where=Location(file=entry.document.file, line=node.start_mark.line + 1))


def _looked_at(
    root: Path, texts: Path | None, problems: Problems
) -> tuple[Prepared, Examined] | None:
    prepared = prepare(root, problems)
    return None if prepared is None else (prepared, examine(prepared, root, texts, problems))


def _copy(root: Path, target: Path) -> None:
    """Copy what a review is read from; its own templates are named where they are."""
    for name in ("content", "bibliography"):
        shutil.copytree(root / name, target / name)
    own = root / "templates"
    if own.is_dir() and places.templates_of(root) == own:
        shutil.copytree(own, target / "templates")


def _bytes(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


def _diff(name: str, version: Version) -> str:
    before, after = (
        (data or b"").decode("utf-8-sig").replace("\r\n", "\n").splitlines(keepends=True)
        for data in (version.before, version.after)
    )
    told = difflib.unified_diff(before, after, f"a/{name}", f"b/{name}", n=2)
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in told)
