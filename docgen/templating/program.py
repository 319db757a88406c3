"""The program of one part, as Python code that travels between processes."""

import marshal
from collections.abc import Iterator
from itertools import islice
from types import CodeType
from typing import Any, Self

from jinja2 import nodes
from jinja2.exceptions import SecurityError

from docgen.templating.bounds import Budget, Tally
from docgen.templating.generator import CALLED, counting
from docgen.templating.sandbox import Sandbox

AT_A_TIME = 16

ESCAPING, PLAIN = Sandbox(), Sandbox(autoescape=False)
"""Values as XML, and values as they are (the core properties, which are escaped when they are whole)."""


class Program:
    """What a part does with the data: compiled once, run for each document, by any number of threads."""

    __slots__ = ("_code", "_escapes", "_root")

    def __init__(self, code: CodeType, *, escapes: bool) -> None:
        self._code, self._escapes = code, escapes
        found: dict[str, Any] = {"environment": self._environment, "__file__": "mall", **CALLED}
        exec(code, found)  # noqa: S102 (what Jinja has written from a tree that the sandbox has let through)
        self._root = found["root"]

    @classmethod
    def of(cls, tree: nodes.Template, *, escapes: bool = True) -> Self:
        """Return the program of a tree; raises SecurityError when it is nested deeper than Python allows."""
        try:
            code = (ESCAPING if escapes else PLAIN).compile(counting(tree))
        except (ArithmeticError, AssertionError, MemoryError, RecursionError, SyntaxError, ValueError):
            raise SecurityError("Nesting") from None
        return cls(code, escapes=escapes)

    def __reduce__(self) -> tuple[Any, ...]:
        return _thawed, (marshal.dumps(self._code), self._escapes)

    @property
    def _environment(self) -> Sandbox:
        return ESCAPING if self._escapes else PLAIN

    def run(self, data: dict[str, Any], budget: Budget) -> bytes:
        """Return what the program makes of ``data`` within ``budget``, as UTF-8.

        Raises UndefinedError for a name that ``data`` do not have and SecurityError for what a template may not do.
        """
        try:
            return b"".join(self._batches(data, budget))
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError):
            raise SecurityError("Comparison") from None
        except (RecursionError, MemoryError):
            raise SecurityError("Nesting") from None

    def _batches(self, data: dict[str, Any], budget: Budget) -> Iterator[bytes]:
        """Yield the part a little at a time, so that one without end is noticed while it is small."""
        context = Tally(self._environment, data, None, {})
        context.budget = budget
        made = self._root(context)
        while batch := list(islice(made, AT_A_TIME)):
            joined = b"".join(batch)
            budget.write(len(joined))
            yield joined


def _thawed(code: bytes, escapes: bool) -> Program:  # noqa: FBT001 (called by pickle, by place)
    return Program(marshal.loads(code), escapes=escapes)  # noqa: S302 (comes with the pickle, as trusted as that)
