"""The template language: what a Word template may say, and nothing more.

A template is a program that comes in a Word file. It may name values, repeat and leave out; it may not
call, count, import or reach inside an object. The list below says what is let through, not what is kept out.
"""

from collections.abc import Mapping
from typing import Any, NoReturn

from jinja2 import StrictUndefined, Undefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment

FILTERS = frozenset({"capitalize", "first", "join", "last", "length", "lower", "trim", "upper"})
TESTS = frozenset({"none"})
LOOP = frozenset({"first", "index", "last", "length"})
NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.NSRef, nodes.Getattr, nodes.Getitem),
    *(nodes.For, nodes.If, nodes.CondExpr, nodes.Assign, nodes.With, nodes.Scope),
    *(nodes.Const, nodes.List, nodes.Tuple, nodes.Filter, nodes.FilterBlock, nodes.Test, nodes.Keyword),
    *(nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Concat),
)


class UnknownName(StrictUndefined):
    """A name that the view does not have; using it in any way raises UndefinedError with the name as its text."""

    __slots__ = ()

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_name)


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja, held to names, loops and conditions; every value is escaped as XML.

    Raises SecurityError for anything else, as a rule when a template is compiled; its text names the construct.
    """

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=UnknownName, finalize=_printable)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}
        self.tests = {name: self.tests[name] for name in TESTS}

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for node in template.find_all(nodes.Node):
            if not isinstance(node, NODES) or _looks_up_data(node):
                raise SecurityError(type(node).__name__)
        return template

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 (Jinja's own signature)
        """Return the value under a key; of a loop also where it stands."""
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 (Jinja's own signature)
        """Return the value under a key of a table, or at a place of a list."""
        if isinstance(obj, Undefined) or obj is None:
            return self.undefined(obj=obj, name=str(argument))
        if isinstance(obj, Mapping) and isinstance(argument, str):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=argument)
        if isinstance(obj, list) and isinstance(argument, int):
            return obj[argument] if 0 <= argument < len(obj) else self.undefined(name=str(argument))
        raise SecurityError(f"{type(obj).__name__}.{argument}")

    def call(self, *_: object, **__: object) -> NoReturn:
        """Refuse to call anything."""
        raise SecurityError("Call")


def _looks_up_data(node: nodes.Node) -> bool:
    """Tell whether a key is a value: then the value could stand in an error message."""
    return isinstance(node, nodes.Getitem) and not isinstance(node.arg, nodes.Const)


def _printable(value: Any) -> Any:  # noqa: ANN401 (whatever a template prints)
    """Return the value when it is text or a number; a list or nothing at all is a fault of the template."""
    if isinstance(value, (str, Undefined)) or type(value) is int:
        return value
    raise SecurityError("{{ " + type(value).__name__ + " }}")
