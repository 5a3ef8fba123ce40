"""What only a person knows of a bibliography that arrives: languages, doubles, whose field."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from uchtil.cli.asking import ask_one_by_one
from uchtil.cli.saying import MANY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uchtil.pipeline.merging import Merging


def ask_languages(merging: Merging) -> list[str]:
    """Ask in which language the entries are that do not tell it."""
    from uchtil.language.tags import is_language_tag
    from uchtil.pipeline.merging import planned

    silent = [step for step in planned(merging).by("new") if "langid" in step.lacks]
    if not silent:
        return []
    for step in silent[:MANY]:
        print(f"{step.incoming.id}: {step.incoming.reference.title}")
    if len(silent) > MANY:
        print(f"and {len(silent) - MANY} more")
    while True:
        try:
            answer = input("these tell no language; which? [en, ru, uz-Latn…; Enter: they wait] ")
        except EOFError:
            return []
        tags = answer.replace(",", " ").split()
        if all(is_language_tag(tag) for tag in tags):
            return tags
        print("no tag of a language; several may be given, for each script one")


def ask_what_they_are(merging: Merging) -> Merging:
    """Ask of each doubtful entry what it is, and whether fields that differ are to be taken."""
    from uchtil.bibliography.merge import show_doubt
    from uchtil.pipeline.merging import planned

    answers: dict[str, str] = {}
    for step in planned(merging).by("doubtful"):
        print(show_doubt(step), end="")
        keys = [each.key for each in step.candidates]
        choices = {str(number): key for number, key in enumerate(keys, 1)}
        choices |= {"n": "new", "l": "leave", "": "", "q": "q"}
        told = "/".join(f"{number}: {key}" for number, key in enumerate(keys, 1))
        answer = "?"
        while answer not in choices:
            try:
                answer = input(f"what is it? [{told}/n: new/l: leave out/Enter: it waits/q] ")
            except EOFError:
                answer = "q"
            answer = answer.strip().lower()
        if answer == "q":
            break
        if choices[answer]:
            answers[step.incoming.id] = choices[answer]
    merging = _ask_additions(merging.answered(answers))
    return merging.answered({}, _ask_fields(merging))


def _ask_additions(merging: Merging) -> Merging:
    """Ask what is to be added to sources of the review; what is not answered waits."""
    from uchtil.pipeline.merging import added_to_sources, planned

    for step, added in list(added_to_sources(merging, planned(merging))):
        id_ = step.incoming.id
        if id_ in merging.waits:
            continue
        declined = []
        for each in added:
            print(f"\n{id_} is {step.key}, a source of the review, which has no {each.field}")
            answer = "?"
            while answer not in ("y", "n", ""):
                try:
                    told = f"add {each.field} {each.arrived}? [y: yes/n: no/Enter: it waits] "
                    answer = input(told).strip().lower()
                except EOFError:
                    answer = ""
            if not answer:
                merging = replace(merging, answers=_without(merging.answers, id_))
                break
            if answer == "n":
                declined.append((id_, each.field))
        else:
            merging = merging.answered({id_: step.key}, decline=declined)
    return merging


def _without(answers: Mapping[str, str], id_: str) -> dict[str, str]:
    return {name: answer for name, answer in answers.items() if name != id_}


def _ask_fields(merging: Merging) -> set[tuple[str, str]]:
    """Ask whether fields that differ from ours are to take their place."""
    from uchtil.pipeline.merging import planned

    differing = [
        (step, each)
        for step in planned(merging).by("same")
        for each in step.changes
        if each.status == "differs" and each.field != "entry type" and each.here
    ]
    if not differing:
        return set()
    count = len(differing)
    told = "1 field differs" if count == 1 else f"{count} fields differ"
    try:
        answer = input(f"{told}, and ours stay; look at them one by one? [y/N] ")
    except EOFError:
        return set()
    if answer.strip().lower() not in ("y", "yes"):
        return set()
    shown = [
        f"{step.key} {each.field}\n    ours: {each.here}\n    there: {each.arrived}"
        for step, each in differing
    ]
    picked = ask_one_by_one(shown, "take theirs?")
    return {
        (step.incoming.id, each.field)
        for (step, each), wanted in zip(differing, picked, strict=False)
        if wanted
    }
