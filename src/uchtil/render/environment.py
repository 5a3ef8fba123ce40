"""The sandbox that prose is rendered in.

Content may come from strangers: templates run in Jinja's sandbox and see nothing but
the functions given here.  Whatever is wrong in a text becomes a problem with its line,
and rendering goes on, so that one run tells all of them.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from typing import Any

from jinja2 import Template, TemplateSyntaxError, Undefined
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

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
            return template.get_corresponding_lineno(frame.f_lineno)
        if frame.f_back is None:
            break
        frame = frame.f_back
    return 0



def make_environment() -> SandboxedEnvironment:
    """Return the sandbox for prose: no loader, no autoescape (it makes Markdown)."""
    return SandboxedEnvironment(
        autoescape=False,  # noqa: S701 (Markdown, not HTML; pandoc escapes)
        keep_trailing_newline=True,
    )


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

    class Unknown(Undefined):
        """A name that nothing stands for: told once, with its line, then empty."""

        def _tell(self) -> str:
            name = str(self._undefined_name)
            problems.error(
                "undefined-variable",
                f"`{name}` means nothing here",
                here(template_line()),
                did_you_mean(name, functions) or f"known: {', '.join(sorted(functions))}",
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
    try:
        template = environment.from_string(text)
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
        problems.error(
            "template-forbidden",
            f"the template asks for what prose may not do: {error.message}",
            here(_error_line(error)),
            "prose may only use the functions listed in the documentation",
        )
    except Exception as error:  # noqa: BLE001 (a stranger's template may raise anything)
        problems.error(
            "template-failed",
            f"the template fails: {error}",
            here(_error_line(error)),
            "look at the expression on this line",
        )
    return ""


def _error_line(error: BaseException) -> int:
    line = 0
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
