import time

import pytest
import yaml

from uchtil.load.yaml_nodes import compose, is_null, place
from uchtil.problems import Problems

from .conftest import told


def problem_of(text: str) -> list[str]:
    problems = Problems()
    compose(text, "a.yaml", problems)
    return told(problems)


def scalars(node: yaml.Node) -> list[str]:
    if isinstance(node, yaml.ScalarNode):
        return [node.value]
    if isinstance(node, yaml.MappingNode):
        return [text for _, value in node.value for text in scalars(value)]
    return [text for child in node.value for text in scalars(child)]


def test_every_scalar_stays_as_it_is_written() -> None:
    text = "{a: no, b: 1_000, c: 1998-10-31, d: 0o17, e: 1.50, f: =, g: 12:30:00, h: .inf}"
    node = compose(text, "a.yaml", Problems())
    assert node is not None
    written = ["no", "1_000", "1998-10-31", "0o17", "1.50", "=", "12:30:00", ".inf"]
    assert scalars(node) == written


def test_places_count_from_one_and_in_letters() -> None:
    node = compose("a: b\nʻўʻ: x", "a.yaml", Problems())
    assert isinstance(node, yaml.MappingNode)
    assert str(place(node.value[1][1], "a.yaml")) == "a.yaml:2:6"


def test_an_empty_value_is_told_from_a_quoted_one() -> None:
    node = compose("[~, null, '', 'null', x]", "a.yaml", Problems())
    assert isinstance(node, yaml.SequenceNode)
    assert [is_null(child) for child in node.value] == [True, True, False, False, False]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "a: b: c",
            "a.yaml:1:5: error[yaml-syntax]: a colon and a space stand inside a text, or the line "
            "is indented wrongly\n    put the text in quotes, or indent the line as its "
            "neighbours are",
        ),
        (
            "a: 1\nb: [1, 2\nc: 3\n",
            "a.yaml:2:4: error[yaml-syntax]: a list in square brackets is not closed\n"
            "    end it with `]`, with commas between its items",
        ),
        (
            "a: {b: c",
            "a.yaml:1:4: error[yaml-syntax]: a mapping in braces is not closed\n"
            "    end it with `}`, with commas between its fields",
        ),
        (
            "a:\n\t- b\n",
            "a.yaml:2:1: error[yaml-syntax]: a tab cannot indent YAML\n    indent with spaces",
        ),
        (
            "a: |\n  x\n\ty\n",
            "a.yaml:3:1: error[yaml-syntax]: a tab cannot indent YAML\n    indent with spaces",
        ),
        (
            "a: 'x\nb: c\n",
            "a.yaml:1:4: error[yaml-syntax]: a text in quotes is not closed\n"
            "    end it with the same quote",
        ),
        (
            'a: "x\\q"',
            "a.yaml:1:6: error[yaml-syntax]: in double quotes a backslash begins an escape, and "
            "this one is unknown\n    use single quotes, or write the backslash twice",
        ),
        (
            "a: @x",
            "a.yaml:1:4: error[yaml-syntax]: a text cannot begin with `@`\n"
            "    put the text in quotes",
        ),
        (
            "a: %x",
            "a.yaml:1:4: error[yaml-syntax]: a text cannot begin with `%`\n"
            "    put the text in quotes",
        ),
        (
            "a: 'it's'",
            "a.yaml:1:8: error[yaml-syntax]: this is neither a field nor an item: the "
            "indentation or the quotes are wrong\n    indent it as its neighbours are; double a "
            "single quote inside single quotes",
        ),
        (
            "- a\nb: c",
            "a.yaml:2:1: error[yaml-syntax]: this line is not an item of the list that it stands "
            "in\n    begin it with `- `, or indent it rightly",
        ),
        (
            "a: 1\n---\nb: 2",
            "a.yaml:2:1: error[yaml-syntax]: the file holds a second document\n    leave `---` out",
        ),
        (
            "a: *b",
            "a.yaml:1:4: error[yaml-alias]: the alias `*b` is not allowed\n    write the value out",
        ),
        (
            "%FOO\n---\na: b",
            "a.yaml:1:5: error[yaml-syntax]: this is not YAML: found unknown directive name",
        ),
        (
            "# only a comment\n",
            "a.yaml: error[empty-file]: the file holds nothing but comments\n    write it",
        ),
    ],
)
def test_slips_are_told_in_our_own_words(text: str, message: str) -> None:
    assert problem_of(text) == [message]


def test_anchors_aliases_and_tags_are_refused() -> None:
    assert problem_of("a: &x 1\nb: *x\nc: !!python/object:os.system rm\n") == [
        "a.yaml:1:4: error[yaml-alias]: the anchor `&x` is not allowed\n"
        "    leave `&x` out, or put the text in quotes",
        "a.yaml:2:4: error[yaml-alias]: the alias `*x` is not allowed\n    write the value out",
        "a.yaml:3:4: error[yaml-tag]: the tag `!!python/object:os.system` is not allowed\n"
        "    leave `!!python/object:os.system` out, or put the text in quotes",
    ]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("a: [?&x b]", "anchor `&x`"),
        ("a: {?*x}", "alias `*x`"),
        ('a: {"b":*x}', "alias `*x`"),
        ("a: ['b' :!x c]", "tag `!x`"),
        ("a: {?:!x b}", "tag `!x`"),
        ("- ! b", "tag `!`"),
        ("! &x b", "anchor `&x`"),
        ("a:\n  &x b", "anchor `&x`"),
    ],
)
def test_wherever_a_text_may_begin_they_are_seen(text: str, wrong: str) -> None:
    assert any(f"the {wrong} is not allowed" in each for each in problem_of(text))


def test_signs_inside_a_text_are_no_anchors() -> None:
    assert problem_of("a: Q & A, 2 * 3, so! yes\nb: 'R&D *x !y'\nc: [x&y, a*b]") == []


def test_a_bomb_of_aliases_goes_off_nowhere() -> None:
    lines = ["a0: &a0 [x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    started = time.perf_counter()
    assert "error[yaml-alias]" in problem_of("\n".join(lines))[0]
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize("text", ["[" * 100_000 + "]" * 100_000, "- " * 100_000 + "x"])
def test_deep_nesting_is_told_not_suffered(text: str) -> None:
    (message,) = problem_of(text)
    assert message.partition(": ")[2] == (
        "error[yaml-syntax]: lists and mappings are nested too deeply\n"
        "    50 levels are more than any file here needs"
    )
