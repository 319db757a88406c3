"""What a template may do with its values, where Jinja's own filters, tests and signs would do too much.

Text filters take texts and numbers only (Jinja would print a list as Python writes it), arithmetic is of numbers, and
all work is counted.
"""

import operator
from collections.abc import Callable, Mapping, Sequence
from typing import Any, cast

from jinja2 import Environment, Undefined, pass_context, pass_environment
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS as STOCK_FILTERS
from jinja2.filters import do_join, do_replace
from jinja2.runtime import markup_join, str_join
from jinja2.tests import TESTS as TESTS_OF_JINJA
from markupsafe import Markup

from docgen.templating.bounds import CHARACTERS_A_STEP, LARGEST_NUMBER, LONGEST_TEXT, Tally, length_of

Operation = Callable[..., Any]
STOCK_TESTS = cast("Mapping[str, Operation]", TESTS_OF_JINJA)

ON_TEXT = ("capitalize", "lower", "title", "trim", "upper", "wordcount")
ON_ANYTHING = ("d", "default")
ON_WHAT_HAS_PARTS = ("count", "first", "last", "length")
OF_NUMBERS = ("divisibleby", "even", "odd")
OF_ANYTHING = (
    *("boolean", "defined", "false", "float", "integer", "iterable", "mapping", "none", "number", "sequence"),
    *("string", "true", "undefined"),
)
LONGEST_NUMBER = 100
WORK_ON_TEXT = 10
"""How much dearer than a look the dearest text filter (title) is."""
CALCULATIONS: Mapping[str, Operation] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}
COMPARISONS: Mapping[str, Operation] = {
    "eq": operator.eq,
    "ne": operator.ne,
    "lt": operator.lt,
    "lteq": operator.le,
    "gt": operator.gt,
    "gteq": operator.ge,
}


@pass_context
def paid(context: Tally, weight: int) -> str:
    """Count one call of a macro of ``weight`` pieces."""
    context.spend(weight)
    return ""


@pass_context
def counted(context: Tally, value: Any, weight: int) -> Any:  # noqa: ANN401 (whatever a template repeats over)
    """Return the list that a loop repeats over, with all its rounds of ``weight`` pieces paid."""
    if isinstance(value, Undefined):
        iter(value)
    if not isinstance(value, list | tuple):
        raise SecurityError("Loop")
    context.spend(1 + len(value) * weight)
    return value


@pass_context
def joined(context: Tally, parts: Sequence[Any]) -> str:
    """Return what ``~`` makes of its operands."""
    context.pay(*parts)
    return markup_join(parts) if context.eval_ctx.autoescape else str_join(parts)


@pass_context
def _join(context: Tally, value: Sequence[Any], d: str = "") -> str:
    if not isinstance(value, list | tuple):
        raise SecurityError("Loop")
    context.pay(*value, d, more=len(value) * len(d))
    made: str = do_join(context.eval_ctx, value, d)
    return made


@pass_context
def _replace(context: Tally, value: str, old: str, new: str) -> str:
    _refuse_xml(value, old, new)
    length = length_of(value, old, new)
    context.pay(value, old, more=str(value).count(str(old)) * len(str(new)) if length <= LONGEST_TEXT else length)
    made: str = do_replace(context.eval_ctx, value, old, new)
    return made


@pass_context
def _as_it_is(context: Tally, value: Any) -> Any:  # noqa: ANN401 (whatever a template escapes)
    """Return the value: it is escaped when it is printed, and never before, or a later filter would tear the escape."""
    context.spend(1)
    return value


def _refuse_xml(*values: Any) -> None:  # noqa: ANN401 (whatever a template works with)
    """Refuse what is XML already: a piece cut out of it could make XML of the text beside it."""
    if any(isinstance(value, Markup) for value in values):
        raise SecurityError("Print")


def _on_text(name: str) -> Operation:
    stock = STOCK_FILTERS[name]

    @pass_context
    def held(context: Tally, value: Any, *rest: Any) -> Any:  # noqa: ANN401 (Jinja's own signature)
        if name == "trim" and rest:  # without it only spaces go
            _refuse_xml(value)
        context.pay(value, *rest, more=WORK_ON_TEXT * length_of(value))
        return stock(value, *rest)

    return held


def _on_parts(name: str) -> Operation:
    stock = STOCK_FILTERS[name]

    @pass_environment
    def held(environment: Environment, value: Any) -> Any:  # noqa: ANN401 (Jinja's own signature)
        if isinstance(value, Undefined):
            str(value)
        if not issubclass(type(value), str | list | tuple | dict):
            raise SecurityError("Loop")
        return stock(environment, value) if name in {"first", "last"} else stock(value)

    return held


def _to_number(name: str) -> Operation:
    stock = STOCK_FILTERS[name]

    def held(value: Any, default: float = 0) -> Any:  # noqa: ANN401 (Jinja's own signature)
        if isinstance(value, str) and len(value) > LONGEST_NUMBER:
            raise SecurityError("Length")
        return stock(value, default)

    return held


def _of_numbers(name: str) -> Operation:
    stock = STOCK_TESTS[name]

    def held(value: Any, *rest: Any) -> Any:  # noqa: ANN401 (Jinja's own signature)
        if type(value) not in {int, float}:
            raise SecurityError("Arithmetic")
        return stock(value, *rest)

    return held


FILTERS: Mapping[str, Operation] = {
    **{name: STOCK_FILTERS[name] for name in ON_ANYTHING},
    **{name: _on_parts(name) for name in ON_WHAT_HAS_PARTS},
    **{name: _on_text(name) for name in ON_TEXT},
    **{name: _to_number(name) for name in ("float", "int")},
    "e": _as_it_is,
    "escape": _as_it_is,
    "join": _join,
    "replace": _replace,
}
TESTS: Mapping[str, Operation] = {
    **{name: STOCK_TESTS[name] for name in OF_ANYTHING},
    **{name: _of_numbers(name) for name in OF_NUMBERS},
}


def calculated(context: Tally, sign: str, left: Any, right: Any) -> Any:  # noqa: ANN401 (whatever a template counts with)
    """Return what ``sign`` makes of two numbers, or ``+`` of two texts or two lists."""
    if sign == "+" and ((isinstance(left, str) and isinstance(right, str)) or (type(left) is type(right) is list)):
        length = len(left) + len(right)
        if length > LONGEST_TEXT:
            raise SecurityError("Length")
        context.spend(1 + length // (CHARACTERS_A_STEP if isinstance(left, str) else 1))
        return operator.add(left, right)
    if type(left) not in {int, float} or type(right) not in {int, float}:
        raise SecurityError("Arithmetic")
    try:
        made = CALCULATIONS[sign](left, right)
    except (ZeroDivisionError, OverflowError):
        raise SecurityError("Arithmetic") from None
    if not abs(made) <= LARGEST_NUMBER:
        raise SecurityError("Length")
    return made


def compared(context: Tally, sign: str, left: Any, right: Any) -> bool:  # noqa: ANN401 (whatever a template compares)
    """Return what a comparison of texts, numbers and nothing says; lists are compared with the empty one only."""
    for value in (left, right):
        if isinstance(value, Undefined):
            str(value)
    if sign in {"in", "notin"}:
        return _is_in(context, left, right) is (sign == "in")
    if (isinstance(left, list | tuple | dict) and left) and (isinstance(right, list | tuple | dict) and right):
        raise SecurityError("Comparison")
    if isinstance(left, str) and isinstance(right, str):
        context.spend(1 + min(len(left), len(right)) // CHARACTERS_A_STEP)
    answer: bool = COMPARISONS[sign](left, right)
    return answer


def _is_in(context: Tally, one: Any, among: Any) -> bool:  # noqa: ANN401 (whatever a template compares)
    length = length_of(one)
    if isinstance(among, str):
        context.spend(1 + len(among) * (1 + length) // CHARACTERS_A_STEP)
    elif type(among) in {list, tuple}:
        context.spend(1 + len(among) * (1 + length // CHARACTERS_A_STEP))
        length_of(*among)
    elif type(among) is not dict:
        raise SecurityError("Comparison")
    return one in among
