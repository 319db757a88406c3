"""What was reckoned for one document and holds for the next."""

from typing import Any, TypeAlias, TypeVar

from docgen.typesetting.reading.names import Element

Key: TypeAlias = tuple[Any, ...]
K = TypeVar("K")
V = TypeVar("V")


class Kept(dict[K, V]):
    """Values by all that they hang on; when there are ``most`` of them, all are forgotten."""

    def __init__(self, most: int) -> None:
        super().__init__()
        self._most = most

    def keep(self, key: K, value: V) -> V:
        """Remember a value and return it."""
        if len(self) >= self._most:
            self.clear()
        self[key] = value
        return value


def key(element: Element) -> Key:
    """Return what tells an element without text, such as formatting, from another."""
    return (element.tag, *element.items(), *keys(element))


def keys(parent: Element) -> Key:
    """Return what tells the children of an element without text from those of another."""
    said: list[Any] = []
    for child in parent:
        said.append(child.tag)
        said += child.items()
        if len(child):
            said.append(keys(child))
    return tuple(said)
