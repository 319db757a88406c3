"""How a template becomes Python: the parts that never change as bytes, the values escaped, and nothing looked up twice.

Jinja's own code generator, with four changes. At the top of a part text is yielded as bytes, so that a document is put
together without being encoded; a dotted name is a key of a dict and nothing else; a value that stands in a run becomes
line breaks and tabs there and then; and what a template repeats or puts together is counted.
"""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, cast

from jinja2 import Undefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError

from docgen.templating import printing
from docgen.templating.bounds import UnknownName, is_printable
from docgen.templating.operations import compared

COUNTED, JOINED, PAID, IN_RUN = "a loop", "a text", "a call", "a run"
"""Names of filters that only the compiler writes: a template cannot, for they hold a space."""


class Generator(CodeGenerator):
    """Jinja's generator of Python code, for the parts of a Word file."""

    _as_bytes = False

    def visit_Output(self, node: nodes.Output, frame: Frame) -> None:  # noqa: N802 (Jinja's own name)
        """Write what the part prints: bytes at the top, text inside what is kept for later."""
        outer, self._as_bytes = self._as_bytes, frame.buffer is None
        super().visit_Output(node, frame)
        self._as_bytes = outer

    def _output_const_repr(self, group: Iterable[Any]) -> str:
        text = "".join(group)
        return repr(text.encode() if self._as_bytes else text)

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:  # noqa: ANN401 (Jinja's)
        if not isinstance(node, nodes.TemplateData) and not is_printable(node.as_const(frame.eval_ctx)):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def write_commons(self) -> None:
        """Write what every function begins with; what is put together is counted."""
        super().write_commons()
        self.writeline("concat = context.text_of")

    def visit_Const(self, node: nodes.Const, frame: Frame) -> None:  # noqa: N802 (Jinja's own name)
        """Write a constant; one that Python has no word for (infinity) is refused."""
        value = node.as_const(frame.eval_ctx)
        if isinstance(value, float) and not math.isfinite(value):
            raise SecurityError("Length")
        super().visit_Const(node, frame)

    def visit_Compare(self, node: nodes.Compare, frame: Frame) -> None:  # noqa: N802 (Jinja's own name)
        """Write a comparison of two values, the only kind that is let through."""
        (operand,) = node.ops
        self.write(f"_compared(context, {operand.op!r}, ")
        self.visit(node.expr, frame)
        self.write(", ")
        self.visit(operand.expr, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002 (Jinja's)
        escaped = "escaped" if frame.eval_ctx.autoescape else "plain"
        if self._as_bytes:
            self.write("(" if _is_in_run(node) else f"_{escaped}_bytes(")
        else:
            self.write(f"_kept_{escaped}(context, ")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401, ARG002 (Jinja's)
        self.write(")")

    def start_write(self, frame: Frame, node: nodes.Node | None = None) -> None:
        """Begin to write what a macro or a filtered block has made."""
        if frame.buffer is None:
            self.writeline("yield _encoded(", node)
        else:
            super().start_write(frame, node)

    def end_write(self, frame: Frame) -> None:  # noqa: ARG002 (Jinja's own signature)
        """End what ``start_write`` began."""
        self.write(")")

    def visit_Filter(self, node: nodes.Filter, frame: Frame) -> None:  # noqa: N802 (Jinja's own name)
        """Write a filter; a value in a run is written as a call of our own."""
        if not _is_in_run(node):
            super().visit_Filter(node, frame)
            return
        self.write("_in_run(")
        value, tab = node.iter_child_nodes()
        self.visit(value, frame)
        self.write(", ")
        self.visit(tab, frame)
        self.write(")")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 (Jinja's own name)
        """Write ``a.b``: a key, save of ``loop``, which may also be where a loop stands."""
        is_loop = isinstance(node.node, nodes.Name) and node.node.name == "loop"
        self.write("environment.getattr(" if is_loop else "_key(")
        self.visit(node.node, frame)
        self.write(f", {node.attr!r})")


def in_run(value: nodes.Expr, tab: str) -> nodes.Expr:
    """Return ``value`` as it is written inside a run; ``tab`` is the XML of a tab in that run."""
    return _own_filter(value, IN_RUN, nodes.Const(tab))


def _is_in_run(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Filter) and node.name == IN_RUN


def counting(template: nodes.Template) -> nodes.Template:
    """Return the tree with every loop and macro counted and every ``~`` bounded."""
    for loop in template.find_all(nodes.For):
        loop.iter = _own_filter(loop.iter, COUNTED, _weight(loop))
    called: list[nodes.Macro | nodes.CallBlock] = [*template.find_all(nodes.Macro), *template.find_all(nodes.CallBlock)]
    for macro in called:
        macro.body.insert(0, nodes.ExprStmt(_own_filter(_weight(macro), PAID), lineno=macro.lineno))
    _exchange_concats(template)
    return template


def _weight(node: nodes.Node) -> nodes.Const:
    return nodes.Const(1 + sum(1 for _ in node.find_all(nodes.Node)), lineno=node.lineno)


def _own_filter(value: nodes.Node, name: str, *arguments: nodes.Expr) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", value), name, list(arguments), [], None, None, lineno=value.lineno)


def _exchange_concats(node: nodes.Node) -> None:
    for name, value in list(node.iter_fields()):
        if isinstance(value, list):
            value[:] = [_joined(one) for one in value]
        else:
            setattr(node, name, _joined(value))
    for child in node.iter_child_nodes():
        _exchange_concats(child)


def _joined(value: Any) -> Any:  # noqa: ANN401 (any field of a node)
    if not isinstance(value, nodes.Concat):
        return value
    return _own_filter(nodes.List(value.nodes, lineno=value.lineno), JOINED)


def key(value: Any, name: str) -> Any:  # noqa: ANN401 (plain data)
    """Return what a dict has under ``name``; a value that knows its name and refuses to be used when it has not."""
    if type(value) is dict:
        return value[name] if name in value else UnknownName(name=name)
    if isinstance(value, Undefined):
        return value[name]
    if value is None:
        return UnknownName(name=name)
    raise SecurityError("Member")


CALLED: Mapping[str, Callable[..., Any]] = {
    "_key": key,
    "_compared": compared,
    "_encoded": str.encode,
    "_escaped_bytes": printing.escaped_bytes,
    "_in_run": printing.in_run,
    "_kept_escaped": printing.kept_escaped,
    "_kept_plain": printing.kept_plain,
    "_plain_bytes": printing.plain_bytes,
}
"""What the written code calls by name, beside Jinja's own."""
