"""The sandbox that prose is rendered in.

Content may come from strangers: templates run in Jinja's sandbox and see nothing but
the functions given here.  Whatever is wrong in a text becomes a problem with its line,
and rendering goes on, so that one run tells all of them.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import Template, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import missing

from uchtil.code_cache import code_cache
from uchtil.problems import Location, Problems, did_you_mean


def template_line() -> int:
    """Return the line of the template that is calling, or 0 outside a template.

    Jinja keeps the map from its compiled lines to the template's; the nearest calling
    frame that belongs to a template tells where prose stands.
    """
    frame = sys._getframe(1)
    while frame is not None:
        template = frame.f_globals.get("__jinja_template__")
        if isinstance(template, Template):
            return _line_of(template, frame.f_lineno)
        if frame.f_back is None:
            break
        frame = frame.f_back
    return 0


@lru_cache(maxsize=256)
def _line_of(template: Template, line: int) -> int:
    """Return the line of a template for one of its code: a table records many uses on one."""
    return template.get_corresponding_lineno(line)


def make_environment() -> SandboxedEnvironment:
    """Return the sandbox for prose: no loader, no autoescape (it makes Markdown)."""
    environment = SandboxedEnvironment(
        autoescape=False,  # Markdown, not HTML; pandoc escapes
        keep_trailing_newline=True,
        bytecode_cache=code_cache(),
    )
    environment.globals.clear()  # `lipsum`, `cycler`, `range`… are nothing for prose
    return environment


def render_text(
    environment: SandboxedEnvironment,
    text: str,
    functions: Mapping[str, Callable[..., Any] | Any],
    place: Location,
    problems: Problems,
) -> str:
    """Render one text; problems name ``place.file`` and the line in it.

    ``place.line`` is the line of the file on which the text's first line stands.
    Returns what could be rendered; an empty text where its syntax is broken.
    """

    def here(line: int) -> Location:
        return Location(file=place.file, line=max(place.line, 1) + max(line, 1) - 1)

    def forbidden(what: str, line: int) -> None:
        problems.error(
            "template-forbidden",
            f"the template asks for what prose may not do: {what}",
            here(line),
            f"prose can use {', '.join(sorted(functions))}",
        )

    class Unknown(Undefined):
        """A name that nothing stands for: told once, with its line, then empty."""

        def _tell(self) -> str:
            name = str(self._undefined_name)
            if self._undefined_exception is SecurityError:
                forbidden(f"`{name}` is not for templates", template_line())
                return ""
            problems.error(
                "undefined-variable",
                f"`{name}` means nothing here",
                here(template_line()),
                _known_instead(name, self._undefined_obj, functions),
            )
            return ""

        def __str__(self) -> str:
            return self._tell()

        def __call__(self, *_args: Any, **_kwargs: Any) -> Any:  # noqa: ANN401 (Jinja's hook)
            self._tell()
            return ""

        def __getattr__(self, name: str) -> Any:  # noqa: ANN401 (Jinja's hook)
            if name.startswith("__"):
                raise AttributeError(name)
            self._tell()
            return ""

        def __bool__(self) -> bool:
            self._tell()
            return False

        def __iter__(self) -> Any:  # noqa: ANN401 (Jinja's hook)
            self._tell()
            return iter(())

    environment.undefined = Unknown
    text = _with_quotes(text, functions, here, problems)
    try:
        template = _compiled(environment, text, str(place))
    except TemplateSyntaxError as error:
        problems.error(
            "template-syntax",
            f"the template cannot be read: {error.message}",
            here(error.lineno),
            "every `{{` needs its `}}`, every `{%` its `%}`",
        )
        return ""
    try:
        return template.render(functions)
    except SecurityError as error:
        forbidden(str(error.message), _error_line(error))
    except Exception as error:  # a stranger's template may raise anything
        problems.error(
            "template-failed",
            f"the template fails: {error}",
            here(_error_line(error)),
            "look at the expression on this line",
        )
    return ""


def _compiled(environment: SandboxedEnvironment, text: str, name: str) -> Template:
    """Return a template, compiled before if the same text was (`code_cache`)."""
    cache = environment.bytecode_cache
    if cache is None:
        return environment.from_string(text)
    bucket = cache.get_bucket(environment, name, None, text)
    if bucket.code is None:
        bucket.code = environment.compile(text, name)
        cache.set_bucket(bucket)
    return Template.from_code(environment, bucket.code, environment.make_globals(None))


_EXPRESSION = re.compile(r"\{\{.*?\}\}", re.DOTALL)
_ARGUMENT = re.compile(
    r"""(?P<told>"[^"]*"|'[^']*')"""
    r"""|(?P<open>[“”„«‘’‚])(?P<curled>[^“”„«»‘’‚"'()]*)[“”„»‘’]"""
    r"""|(?P<bare>(?<![\w.:-])[A-Za-z][\w.]*(?:[-:][\w.]+)+(?!\s*=))"""
    r"""|(?P<word>(?<![\w.:-])[A-Za-z]\w*(?!\s*=)(?![\w.:-]))"""
)
"""What can stand between the brackets of a call: a text, one in curly quotes, a word."""

_HALF_QUOTED = re.compile(
    r"""["'](?P<unclosed>[\w.:-]+)(?=\s*(?:,|\Z))"""
    r"""|(?<![\w.:"'-])(?P<unopened>[A-Za-z][\w.:-]*)["'](?=\s*(?:,|\Z))"""
)
"""An argument with a quote at one end alone."""


def _with_quotes(
    text: str, functions: Iterable[str], here: Callable[[int], Location], problems: Problems
) -> str:
    """Return a text in which every id stands in straight quotes; tell those that did not.

    Jinja takes ``trade-2017`` for a subtraction and knows no other quotes, and what it says
    of either helps nobody.  A single word may be a variable where the text makes some.
    """
    call = re.compile(rf"\b({'|'.join(functions)})\(([^()]*)\)")
    makes_variables = "{%" in text

    def mend_call(found: re.Match[str], start: int) -> str:
        def mend(argument: re.Match[str]) -> str:
            word = argument["curled"] if argument["open"] else argument["bare"]
            if word is None and not makes_variables:
                word = argument["word"]
            return argument[0] if word is None else f'"{word}"'

        given = found[2]
        if given.count('"') % 2 or given.count("'") % 2:
            given = _HALF_QUOTED.sub(
                lambda half: f'"{half["unclosed"] or half["unopened"]}"', given
            )
        lacks = "lacks a quote" if given != found[2] else "has no straight quotes"
        mended = f"{found[1]}({_ARGUMENT.sub(mend, given)})"
        if mended != found[0]:
            problems.error(
                "missing-quotes",
                f"`{found[0]}` {lacks}",
                here(text.count("\n", 0, start + found.start()) + 1),
                f"write {mended}",
            )
        return mended

    def mend_expression(found: re.Match[str]) -> str:
        return call.sub(lambda each: mend_call(each, found.start()), found[0])

    return _EXPRESSION.sub(mend_expression, text)


def _known_instead(name: str, owner: object, functions: Iterable[str]) -> str:
    """Return a hint: what could have been meant, of the functions or of a fact's forms."""
    if isinstance(owner, str):
        return "what stands before the dot is plain text: end the expression there"
    known = functions if owner is missing else [n for n in dir(owner) if not n.startswith("_")]
    return did_you_mean(name, known) or f"known: {', '.join(sorted(known))}"


def _error_line(error: BaseException) -> int:
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
