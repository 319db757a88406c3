"""On which line of a TOML file a key stands, which the parser of the standard library does not tell."""

import re
import tomllib
from collections.abc import Mapping


def line_of(text: str, keys: tuple[str, ...]) -> int:
    """Return the line, from 1, where ``keys`` are written, or as many of the first of them as are; else 1."""
    places: dict[tuple[str, ...], int] = {}
    table: tuple[str, ...] = ()
    for number, line in enumerate(text.splitlines(), 1):
        if line.lstrip().startswith("["):
            table = written = _keys(line)
        else:
            written = (*table, *_key_before_equals(line))
        for end in range(1, len(written) + 1):
            places.setdefault(written[:end], number)
    known = (places[keys[:end]] for end in range(len(keys), 0, -1) if keys[:end] in places)
    return next(known, 1)


def _key_before_equals(line: str) -> tuple[str, ...]:
    """Return the key of ``key = value``; an equals sign may also stand within a quoted key."""
    for sign in re.finditer("=", line):
        if found := _keys(f"{line[: sign.start()]}=0"):
            return found
    return ()


def _keys(line: str) -> tuple[str, ...]:
    """Return the keys that a line of TOML opens, none when it is no such line."""
    try:
        value: object = tomllib.loads(line)
    except tomllib.TOMLDecodeError:
        return ()
    keys: list[str] = []
    while isinstance(value, Mapping) and value:
        ((key, value),) = value.items()
        keys.append(str(key))
    return tuple(keys)
