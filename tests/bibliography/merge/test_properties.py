"""What holds of every merge: order does not matter, once is enough, nothing is lost."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from uchtil.bibliography.merge import Unified, merged_text, plan_merge
from uchtil.bibliography.merge.written import value_of
from uchtil.language.romanisation import NotRomanised, covers, romanise

from .conftest import arrived, cases

WORDS = (
    *("сиёсат", "давлат", "чегара", "савдо", "йўл", "сув", "тарих"),
    *("ҳамкорлик", "маданият", "тил", "бозор", "темир", "кўприк"),
)
FOREIGN = (
    'abstract = {Бир {икки} "уч" 100\\%}',
    "file = {a;b:c}",
    "keywords = {x, y}",
    "note = {in press}",
    "doi = {https://doi.org/10.1000/%d}",
    "url = {https://a.uz/n/%d?utm_source=q}",
    "pages = {pp. %d-99}",
    "month = feb",
    "volume = {%d}",
    "date = {long ago}",
    "isbn = {978-9943-28-999-7}",
    "publisher = {Ўзбекистон \\& Ко}",
    "editor = {Someone Else and others}",
)


def random_bibliography(seed: int, size: int = 25) -> list[str]:
    """Return entries that look like nothing in particular, some of them the same work."""
    chance = random.Random(seed)
    entries = []
    for at in range(size):
        title = " ".join(chance.choices(WORDS, k=chance.randint(2, 7))).capitalize()
        author = f"{chance.choice(WORDS).capitalize()}ов, {chance.choice('АБВГ')}."
        fields = [f"title = {{{title}}}", f"author = {{{author}}}", f"year = {1990 + at}"]
        more = chance.sample(FOREIGN, k=chance.randint(0, 6))
        fields += [each.replace("%d", str(at)) if "100" not in each else each for each in more]
        chance.shuffle(fields)
        entries.append(
            f"@{chance.choice(('article', 'book', 'patent'))}{{k{at}, {', '.join(fields)}}}"
        )
        if chance.random() < 0.2:
            entries.append(entries[-1].replace(f"{{k{at},", f"{{again{at},"))
    return entries


def merged(unified: Callable[[str], Unified], here: str, there: str) -> str:
    before = unified(here)
    return merged_text(before, plan_merge(before, arrived(there, "uz-Cyrl")[0]))


@pytest.mark.parametrize("seed", range(6))
def test_merging_twice_is_merging_once(unified: Callable[[str], Unified], seed: int) -> None:
    entries = random_bibliography(seed)
    half, whole = "\n".join(entries[: len(entries) // 2]), "\n".join(entries)
    once = merged(unified, merged(unified, "", half), whole)
    assert merged(unified, once, whole) == once
    assert merged(unified, once, half) == once
    assert merged(unified, once, once) == once


@pytest.mark.parametrize("seed", range(6))
def test_nothing_is_lost(unified: Callable[[str], Unified], seed: int) -> None:
    """Every field of what arrives stands in the result, or in the differences of the plan."""
    entries = random_bibliography(seed)
    before = unified(merged(unified, "", "\n".join(entries[::3])))
    arrival, _ = arrived("\n".join(random_bibliography(seed)), "uz-Cyrl")
    plan = plan_merge(before, arrival)
    after = unified(merged_text(before, plan))
    assert len(plan.steps) == len(arrival.entries) == len(entries)
    for step in plan.steps:
        if step.decision == "doubtful":
            continue
        work = after.references[step.key]
        said = {(change.field, change.arrived) for change in step.changes}
        kept = {(each.name, each.value) for each in after.kept.get(step.key, ())}
        reference = step.incoming.reference
        for field in (*reference.fields, *reference.names, *reference.dates):
            value = value_of(reference, field)
            assert value_of(work, field) == value or (field, value) in said | kept, (field, value)
        for each in step.incoming.kept:
            assert (each.name, each.value) in said | kept, each


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_what_arrives_does_not_matter(
    unified: Callable[[str], Unified], seed: int
) -> None:
    entries = random_bibliography(seed)
    before = unified(merged(unified, "", "\n".join(entries[::2])))
    unlike = [each for each in entries if "{again" not in each]
    random.Random(seed).shuffle(unlike)
    found = []
    for order in (unlike, unlike[::-1]):
        plan = plan_merge(before, arrived("\n".join(order), "uz-Cyrl")[0])
        found.append({step.incoming.id: (step.decision, step.key) for step in plan.steps})
    assert found[0] == found[1]


@pytest.mark.parametrize("seed", range(4))
def test_every_byte_that_was_there_stays(unified: Callable[[str], Unified], seed: int) -> None:
    """What is written is what stood there with pieces put in, and never with one taken out."""
    entries = random_bibliography(seed)
    here = "% A comment.\n\n" + merged(unified, "", "\n".join(entries[::2])).replace(
        "\n\n", "\n\n\n"
    )
    text = merged(unified, here, "\n".join(entries))
    at = 0
    for line in here.splitlines(keepends=True):
        at = text.index(line.rstrip("\n"), at) + len(line.rstrip("\n"))


def test_works_among_many_others_are_found_by_every_system(
    unified: Callable[[str], Unified],
) -> None:
    """The index that spares comparing each with each loses none of them."""
    works = [
        each
        for pair in cases("other.yaml")
        for each in pair[1:]
        if each.language == "ru" and not each.title_is_ours
    ]
    titles = {f"w{at}": work for at, work in enumerate(works)}
    before = unified(
        "\n".join(
            f"@{work.type}{{{key}, title = {{{work.title}}}, author = {{Автор{at}ов, А.}},"
            f" date = {{{1900 + at}}}, langid = {{ru}}}}"
            for at, (key, work) in enumerate(titles.items())
        )
    )
    for system in ("iso-9", "ala-lc", "bgn-pcgn", "gost-7.79-b", "bsi"):
        assert covers(system, "ru")
        entries = []
        for at, (key, work) in enumerate(titles.items()):
            try:
                title, author = (
                    romanise(text, system, "ru") for text in (work.title, f"Автор{at}ов")
                )
            except NotRomanised:
                continue
            entries.append(
                f"@{work.type}{{x{key}, title = {{{title}}}, author = {{{author}, A.}},"
                f" year = {1900 + at}}}"
            )
        plan = plan_merge(before, arrived("\n".join(entries))[0])
        assert [f"x{step.key}" for step in plan.steps] == [step.incoming.id for step in plan.steps]
