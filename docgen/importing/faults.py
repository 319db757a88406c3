"""What is wrong with a map, or with a value that it points at: told by code and facts, never by the value."""

from docgen.errors import Facts


class MapFault(ValueError):
    """A fault of the map at ``keys``, the way through its tables; ``mapping`` adds the file and the line."""

    def __init__(self, keys: tuple[str, ...], code: str, **facts: str) -> None:
        super().__init__(code)
        self.keys, self.code = keys, code
        self.facts: Facts = facts


class Unfit(ValueError):
    """A value that the map does not fit; ``translation`` adds where it stands."""

    def __init__(self, code: str, **facts: str) -> None:
        super().__init__(code)
        self.code = code
        self.facts: Facts = facts
