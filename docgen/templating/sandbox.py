"""The template language: what a Word template may say, and nothing more.

A template is a program that comes in a Word file. It may name values, repeat, leave out and reuse its own words; it may
not call, import or reach inside an object, and it may not go on for ever. The lists below say what is let through, not
what is kept out. ``operations`` holds what is done at run time within ``bounds``, ``generator`` how it becomes code.
"""

from collections.abc import Sequence
from typing import Any, NoReturn

from jinja2 import Undefined, nodes
from jinja2.exceptions import SecurityError, TemplateSyntaxError
from jinja2.runtime import LoopContext, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment

from docgen.templating import operations
from docgen.templating.bounds import Tally, UnknownName
from docgen.templating.generator import COUNTED, JOINED, PAID, Generator, key
from docgen.templating.size import refuse_large

FILTERS, TESTS = frozenset(operations.FILTERS), frozenset(operations.TESTS)
LOOP = frozenset({"first", "index", "index0", "last", "length", "revindex", "revindex0"})
NODES = (
    *(nodes.Template, nodes.Output, nodes.TemplateData, nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Const),
    *(nodes.For, nodes.If, nodes.CondExpr, nodes.Assign, nodes.AssignBlock, nodes.With, nodes.Scope),
    *(nodes.Macro, nodes.Call, nodes.CallBlock, nodes.Filter, nodes.FilterBlock, nodes.Test, nodes.Keyword),
    *(nodes.List, nodes.Tuple, nodes.And, nodes.Or, nodes.Not, nodes.Compare, nodes.Operand, nodes.Concat),
    *(nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod, nodes.Neg, nodes.Pos),
)
BLOCKS = (nodes.For, nodes.If, nodes.With, nodes.Macro, nodes.CallBlock, nodes.FilterBlock, nodes.AssignBlock)
DEEPEST = 18
REACHES_OUT = frozenset({"self", "super", "varargs", "kwargs"})


class Sandbox(ImmutableSandboxedEnvironment):
    """Jinja, held to the lists above; every value is escaped as XML, and a part is yielded as bytes.

    Raises SecurityError for anything else, as a rule when a template is compiled; its text names the construct.
    """

    code_generator_class = Generator
    context_class = Tally
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%"})

    def __init__(self, *, autoescape: bool = True) -> None:
        super().__init__(autoescape=autoescape, undefined=UnknownName)
        self.globals.clear()
        own = {COUNTED: operations.counted, JOINED: operations.joined, PAID: operations.paid}
        self.filters = {**operations.FILTERS, **own}
        self.tests = dict(operations.TESTS)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Return the tree of ``source`` when everything in it is let through."""
        refuse_large(source)
        try:
            template = super()._parse(source, name, filename)
            _refuse_deep(template)
            macros = {macro.name for macro in template.find_all(nodes.Macro)} | {"caller"}
            for node in template.find_all(nodes.Node):
                if not isinstance(node, NODES) or _reaches_out(node, macros):
                    raise SecurityError(type(node).__name__)
                self._refuse_unknown(node)
        except RecursionError:
            raise SecurityError("Nesting") from None
        except ValueError:  # a number of more digits than Python reads
            raise SecurityError("Length") from None
        return template

    def _refuse_unknown(self, node: nodes.Node) -> None:
        """Raise TemplateSyntaxError for a filter or test that is not listed; Jinja would wait until it is reached."""
        for kind, listed, word in ((nodes.Filter, self.filters, "filter"), (nodes.Test, self.tests, "test")):
            if isinstance(node, kind) and node.name not in listed:
                raise TemplateSyntaxError(f"No {word} named {node.name!r}.", node.lineno)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 (Jinja's own signature)
        """Return the value under a key; of a loop where it stands."""
        if isinstance(obj, LoopContext) and attribute in LOOP:
            return getattr(obj, attribute)
        return key(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:  # noqa: ANN401 (Jinja's own signature)
        """Return the value under a key of a table, or at a place of a list."""
        if isinstance(obj, list) and isinstance(argument, int):
            return obj[argument] if 0 <= argument < len(obj) else self.undefined(name=str(argument))
        if isinstance(argument, str):
            return key(obj, argument)
        raise SecurityError("Member")

    def call(self, context: Any, obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: ANN401, ARG002 (Jinja's own signature)
        """Return what a macro of the template itself makes; refuse to call anything else."""
        if type(obj) is not Macro:
            raise SecurityError("Call")
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return obj(*args, **kwargs)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 (the same)
        """Return what an arithmetic operator makes of two numbers, or ``+`` of two texts or lists, within bounds."""
        if isinstance(left, Undefined) or isinstance(right, Undefined):
            return super().call_binop(context, operator, left, right)
        return operations.calculated(context, operator, left, right)

    def handle_exception(self, source: str | None = None) -> NoReturn:  # noqa: ARG002 (Jinja's own signature)
        """Let the error travel as it is; Jinja would compile a traceback that no reader of a template sees."""
        raise  # noqa: PLE0704 (Jinja calls this inside its except clause)


def _refuse_deep(node: nodes.Node, depth: int = 0) -> None:
    """Raise SecurityError for blocks deeper in each other than Python can nest."""
    if depth > DEEPEST:
        raise SecurityError("Nesting")
    for child in node.iter_child_nodes():
        _refuse_deep(child, depth + isinstance(child, BLOCKS))


def _repeats(names: Sequence[str]) -> bool:
    return len(set(names)) < len(names) or any(name.startswith("_") for name in names)


def _reaches_out(node: nodes.Node, macros: set[str]) -> bool:
    """Tell whether an allowed kind of node is used for what is not allowed."""
    match node:
        case nodes.Getitem():  # a key that is a value could stand in an error message
            return not isinstance(node.arg, nodes.Const)
        case nodes.Call():
            named = isinstance(node.node, nodes.Name) and node.node.name in macros
            spread = node.dyn_args is not None or node.dyn_kwargs is not None
            return not named or spread or _repeats([one.key for one in node.kwargs])
        case nodes.Filter() | nodes.Test():
            names = [str(one.key) for one in node.kwargs]
            return _repeats(names) or "attribute" in names
        case nodes.Macro() | nodes.CallBlock():
            return _repeats([one.name for one in node.args])
    return (
        (isinstance(node, nodes.Compare) and len(node.ops) > 1)
        or (isinstance(node, nodes.For) and node.recursive)
        or (isinstance(node, nodes.Name) and node.name in REACHES_OUT)
    )
