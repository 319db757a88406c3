"""What tells that a template has done something: Python's own audit events, and values that feel every touch."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CodeType

Event = tuple[str, str]
_recording: list[set[Event]] = []


def _target(arguments: tuple[object, ...]) -> str:
    """Return what an event is about: a path, a module, the name of the compiled file."""
    for argument in reversed(arguments):
        if isinstance(argument, CodeType):
            return argument.co_filename
    return " ".join(str(one) for one in arguments if isinstance(one, str | bytes))


def _audited(event: str, arguments: tuple[object, ...]) -> None:
    if _recording:
        about = {"compile": arguments[1:], "marshal.dumps": ()}.get(event, arguments)  # the rest is the matter itself
        _recording[-1].add((event, _target(about)))


sys.addaudithook(_audited)


@contextmanager
def watched() -> Iterator[set[Event]]:
    """Collect what the interpreter opens, imports, compiles, runs, starts and connects to."""
    events: set[Event] = set()
    _recording.append(events)
    try:
        yield events
    finally:
        _recording.remove(events)


class Canary:
    """A value that notes in ``touched`` whatever is done with it."""

    touched: list[str] = []  # noqa: RUF012 (one list for all: any touch of any canary counts)

    def __getattribute__(self, name: str) -> object:
        if name == "__class__":  # isinstance asks for it
            return Canary
        Canary.touched.append(name)
        raise AttributeError(name)


class CanaryBytes(bytearray):
    """A value that is bytes by inheritance and feels every touch all the same."""


def _touch(name: str) -> Callable[..., object]:
    def noted(*_: object, **__: object) -> object:
        Canary.touched.append(name)
        raise TypeError(name)

    return noted


for _name in (
    *("str", "repr", "html", "format", "call", "iter", "next", "len", "bool", "int", "index", "float", "contains"),
    *("getitem", "setitem", "setattr", "delattr", "eq", "ne", "lt", "le", "gt", "ge", "neg", "pos", "abs", "round"),
    *("add", "radd", "sub", "rsub", "mul", "rmul", "mod", "rmod", "truediv", "floordiv", "pow", "enter", "await"),
):
    setattr(Canary, f"__{_name}__", _touch(_name))
    setattr(CanaryBytes, f"__{_name}__", _touch(_name))
