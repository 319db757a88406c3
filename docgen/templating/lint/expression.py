"""What an expression is worth: its sort, what it prints, and what is known when it is true."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from jinja2 import nodes

from docgen.templating.contract import Field, Sort
from docgen.templating.lint.names import Names
from docgen.templating.lint.speech import dotted
from docgen.templating.lint.value import EVERYTHING, FLAG, NONE, NUMBER, TEXT, Truth, Value, each, whole
from docgen.templating.operations import OF_NUMBERS

_LENGTHS = frozenset({"length", "count"})
_ENDS = frozenset({"first", "last"})
_NUMBERS = frozenset({"int", "float", "wordcount"})
_DEFAULTS = frozenset({"default", "d"})
_OF_NOTHING = frozenset(
    {"none", "defined", "undefined", "string", "number", "boolean", "true", "false", "eq", "equalto"}
)
"""Tests that can be made of what is absent."""
_NO_TEXT = {Sort.LIST: "mall_skriver_lista", Sort.GROUP: "mall_skriver_grupp", Sort.FLAG: "mall_skriver_flagga"}
_INSTEAD = {Sort.LIST: "mall_ga_igenom", Sort.GROUP: "mall_valj_namn", Sort.FLAG: "mall_ja_eller_nej"}
_MISMATCH = {
    frozenset({Sort.TEXT, Sort.NUMBER}): ("mall_text_mot_tal", "mall_tal_som_text"),
    frozenset({Sort.TEXT, Sort.FLAG}): ("mall_flagga_mot_text", "mall_fraga_flaggan"),
    frozenset({Sort.NUMBER, Sort.FLAG}): ("mall_flagga_mot_text", "mall_fraga_flaggan"),
}


class Expressions:
    """Judges expressions; ``called`` returns what the call of a macro is worth."""

    def __init__(self, names: Names, called: Callable[[nodes.Call], Value]) -> None:
        self.names, self.called = names, called
        self.kinds: Mapping[type[nodes.Node], Callable[[Any], Value]] = {
            nodes.Name: lambda node: self.names.find(node.name),
            nodes.Getattr: lambda node: self.names.member(self.value(node.node), node.attr),
            nodes.Getitem: self._item,
            nodes.Const: lambda node: _constant(node.value),
            nodes.Filter: self._filter,
            nodes.Call: self.called,
            nodes.Concat: lambda node: _merged([self._printed(one) for one in node.nodes], TEXT),
            nodes.Not: lambda node: Value(FLAG, truth=~self.value(node.node).truth),
            nodes.And: self._both,
            nodes.Or: self._both,
            nodes.CondExpr: lambda node: self._either(node, self.value),
            nodes.Compare: self._compared,
            nodes.Neg: self._signed,
            nodes.Pos: self._signed,
            nodes.Test: self._tested,
            **dict.fromkeys((nodes.Add, nodes.Sub, nodes.Mul, nodes.Div, nodes.FloorDiv, nodes.Mod), self._counted),
        }

    def value(self, node: nodes.Node) -> Value:
        """Return what ``node`` is worth, and tell what is wrong in it."""
        if read := self.kinds.get(type(node)):
            return read(node)
        return _merged([self.value(child) for child in node.iter_child_nodes()], None)

    def print(self, node: nodes.Node) -> Value:
        """Return what is printed; tell what cannot be."""
        value = self._printed(node)
        self.names.usage.print(value)
        return value

    def _printed(self, node: nodes.Node) -> Value:
        match node:
            case nodes.CondExpr():
                return self._either(node, self._printed)
            case nodes.Or():
                left = self._as_text(replace(self.value(node.left), absent=False))
                with self.names.knowing(left.truth.no):
                    return _merged([left, self._printed(node.right)], TEXT)
            case nodes.And():
                left = self._as_text(self.value(node.left))
                with self.names.knowing(left.truth.yes):
                    return _merged([left, self._printed(node.right)], TEXT)
        return self._as_text(self.value(node))

    def _as_text(self, value: Value) -> Value:
        """Return the value as text; tell when it is none, or may be absent."""
        if value.absent:
            self.names.tell_absent(value)
        if value.sort in _NO_TEXT:
            self.names.misused(value, _NO_TEXT[value.sort], _INSTEAD[value.sort])
            return whole(value)
        return value

    def _item(self, node: nodes.Getitem) -> Value:
        value = self.value(node.node)
        key = node.arg.value if isinstance(node.arg, nodes.Const) else None
        if isinstance(key, int) and value.sort in {Sort.LIST, None}:
            if value.absent:
                self.names.tell_absent(value)
            return each(value, dotted(node), f"{value.key}[{key}]")
        return self.names.member(value, str(key))

    def _both(self, node: nodes.And | nodes.Or) -> Value:
        left = self.value(node.left)
        conjunction = isinstance(node, nodes.And)
        with self.names.knowing(left.truth.yes if conjunction else left.truth.no):
            right = self.value(node.right)
        truth = left.truth & right.truth if conjunction else left.truth | right.truth
        absent = right.absent or (conjunction and left.absent)
        return replace(_merged([left, right], None), truth=truth, absent=absent, said=right.said)

    def _either(self, node: nodes.CondExpr, read: Callable[[nodes.Node], Value]) -> Value:
        test = self.value(node.test)
        with self.names.knowing(test.truth.yes):
            ways = [read(node.expr1)]
        if node.expr2 is not None:
            with self.names.knowing(test.truth.no):
                ways.append(read(node.expr2))
        return replace(_merged(ways, None), absent=any(one.absent for one in ways))

    def _filter(self, node: nodes.Filter) -> Value:
        if node.name in _DEFAULTS:
            return self._with_default(node)
        value = self.value(node.node) if node.node is not None else Value(TEXT)
        for argument in _arguments(node):
            self.value(argument)
        if value.absent:
            self.names.tell_absent(value)
        if node.name == "join":
            return self._join(value)
        if node.name in _ENDS and value.sort in {Sort.LIST, None}:
            return each(value, f"{value.said}|{node.name}", f"{value.key}|{node.name}")
        if node.name in _LENGTHS:
            return Value(NUMBER, f"{value.said}|{node.name}", truth=value.truth)
        return replace(self._as_text(value), known=NUMBER if node.name in _NUMBERS else TEXT)

    def _with_default(self, node: nodes.Filter) -> Value:
        """Return a value that is another one when it is not there; an empty one only when that is asked for."""
        with self.names.knowing(frozenset({EVERYTHING})):
            value = self.value(node.node) if node.node is not None else Value(TEXT)
        others = [self.value(argument) for argument in _arguments(node)]
        own = value.known is not None and value.known.optional and not self.names.known_there(value.key)
        return replace(_merged([value, *others[:1]], value.known), absent=own and not others[1:])

    def _join(self, value: Value) -> Value:
        """Return the texts of a list joined; tell when there are no texts to join."""
        inner = value.known.each if value.known else None
        one = each(value, value.said, value.key)
        if value.sort not in {Sort.LIST, None}:
            self.names.misused(value, "mall_join_utan_lista", "mall_utan_join")
            return value
        if inner is not None and inner.sort is not Sort.TEXT:
            self.names.misused(value, "mall_join_av_grupper", "mall_ga_igenom")
            return replace(one, known=TEXT, paths=frozenset(f"{path}*" for path in one.paths))
        return replace(one, known=TEXT, truth=value.truth)

    def _tested(self, node: nodes.Test) -> Value:
        if node.name in {"defined", "undefined"}:
            return self._defined(node)
        value = self.value(node.node)
        for argument in node.args:
            self.value(argument)
        if value.absent and node.name not in _OF_NOTHING:
            self.names.tell_absent(value)
        if node.name in OF_NUMBERS and value.sort not in {Sort.NUMBER, None}:
            self.names.misused(value, "mall_raknar_med_text", "mall_gor_till_tal")
        if node.name == "none":
            return Value(FLAG, truth=Truth(no=value.truth.yes))
        return Value(FLAG, truth=Truth(yes=value.truth.yes) if node.name in {"true", "eq", "equalto"} else Truth())

    def _defined(self, node: nodes.Test) -> Value:
        """Return whether a name is defined: then what it is part of is there, but it may itself be empty."""
        with self.names.knowing(frozenset({EVERYTHING})):
            value = self.value(node.node)
        own = frozenset({value.key}) if value.known and value.known.optional else NONE
        truth = Truth(yes=value.truth.yes - own)
        return Value(FLAG, truth=truth if node.name == "defined" else ~truth)

    def _compared(self, node: nodes.Compare) -> Value:
        left = self.value(node.expr)
        truth, many = Truth(), len(node.ops) > 1
        for one in node.ops:
            right = self.value(one.expr)
            nothing = isinstance(one.expr, nodes.Const) and one.expr.value is None
            self._comparable(left, right, one.op, dotted(one.expr) or dotted(node.expr))
            if one.op not in {"eq", "ne"} and left.absent:
                self.names.tell_absent(left)
            if not many and one.op in {"eq", "ne"} and isinstance(one.expr, nodes.Const):
                truth = Truth(no=left.truth.yes) if nothing else Truth(yes=left.truth.yes)
                truth = ~truth if one.op == "ne" else truth
            left = right
        return Value(FLAG, truth=truth)

    def _comparable(self, left: Value, right: Value, op: str, said: str) -> None:
        """Tell of a comparison that always gives the same answer, or none."""
        sorts = {left.sort, right.sort} - {None}
        if left.guessed or right.guessed:
            return
        if op in {"in", "notin"}:
            inner = right.known.each if right.known else None
            groups = inner is not None and inner.sort is Sort.GROUP and left.sort is Sort.TEXT
            if groups or right.sort in {Sort.GROUP, Sort.FLAG, Sort.NUMBER}:
                self.names.tell("M-42", namn=said, orsak="mall_soker_i_grupper", ratt="mall_ga_igenom_och_jamfor")
        elif len(sorts) > 1 or {left.sort, right.sort} <= {Sort.LIST, Sort.GROUP}:
            other = ("mall_lista_mot_text", "mall_fraga_listan")
            reason, remedy = _MISMATCH.get(frozenset(one for one in sorts if one), other)
            self.names.tell("M-42", namn=said, orsak=reason, ratt=remedy)

    def _signed(self, node: nodes.UnaryExpr) -> Value:
        value = self.value(node.node)
        if value.sort not in {Sort.NUMBER, None}:
            self.names.misused(value, "mall_raknar_med_text", "mall_gor_till_tal")
        return replace(value, known=NUMBER)

    def _counted(self, node: nodes.BinExpr) -> Value:
        written = _hyphenated(node)
        if written and (meant := self.names.misread(written.split("-"), "-")):
            return meant
        left, right = self.value(node.left), self.value(node.right)
        sorts = {left.sort, right.sort} - {None}
        for one in (left, right):
            if one.absent:
                self.names.tell_absent(one)
        joins = isinstance(node, nodes.Add) and sorts in ({Sort.TEXT}, {Sort.LIST}, set())
        if not joins and sorts - {Sort.NUMBER}:
            wrong = next(one for one in (left, right) if one.sort not in {Sort.NUMBER, None})
            self.names.misused(wrong, "mall_raknar_med_text", "mall_gor_till_tal")
        return _merged([left, right], left.known if joins else NUMBER)


def _arguments(node: nodes.Filter | nodes.Test) -> Iterable[nodes.Expr]:
    return [*node.args, *(one.value for one in node.kwargs)]


def _constant(value: object) -> Value:
    kinds = {str: TEXT, bool: FLAG, int: NUMBER, float: NUMBER}
    return Value(kinds.get(type(value)), repr(value))


def _merged(values: Iterable[Value], known: Field | None) -> Value:
    """Return a value made of several; ``known`` is what it is, None for what they all are."""
    values = list(values)
    paths = frozenset(path for one in values for path in one.paths)
    same = {one.sort for one in values}
    shared = values[0].known if values and len(same) == 1 else None
    loose = next((one.loose for one in values if one.loose), None)
    return Value(known or shared, next((one.said for one in values if one.said), ""), "", paths, loose)


def _hyphenated(node: nodes.Expr) -> str:
    """Return the name with hyphens that Jinja has read as a subtraction of names; empty when it is none."""
    if isinstance(node, nodes.Sub):
        left, right = _hyphenated(node.left) or dotted(node.left), dotted(node.right)
        return f"{left}-{right}" if left and right else ""
    return ""
