"""What is reckoned of a format once, for all documents of a run."""

from collections.abc import Callable
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Kept(Generic[K, V]):
    """What ``reckon`` says of objects, found by the very object: the reading gives the same ones again and again.

    To find it by what the object holds would cost more than most of what is asked for. The object is held fast:
    another may have its place in memory when it is gone. When there are ``most`` of them, all are forgotten.
    """

    def __init__(self, reckon: Callable[[K], V], most: int) -> None:
        self._reckon = reckon
        self._most = most
        self._known: dict[int, tuple[K, V]] = {}

    def of(self, one: K) -> V:
        """Return what is said of ``one``."""
        known = self._known.get(id(one))
        return self._found(one) if known is None else known[1]

    def _found(self, one: K) -> V:
        if len(self._known) >= self._most:
            self._known.clear()
        found = self._reckon(one)
        self._known[id(one)] = (one, found)
        return found
