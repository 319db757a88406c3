"""The first step of validate: the text of a record is JSON that means one thing only.

Everything that a lenient parser would let through and someone would later be sorry for is refused here: a name that
occurs twice, numbers that are none, characters that no document can hold.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from docgen.errors import Finding, RecordError
from docgen.values.text import illegal_characters

MAX_DEPTH = 40
MOST_DIGITS = 3
_NO_LETTERS = str.maketrans("", "", "_$0123456789")


class _Twice(dict[str, object]):
    """An object in which ``name`` stood more than once."""

    name = ""


def parsed(data: bytes) -> Mapping[str, object]:
    """Return the object in ``data``; raise RecordError J-01 to J-07 with every fault of the text."""
    try:
        value = json.loads(data.decode("utf-8"), object_pairs_hook=_object, parse_constant=_refuse)
    except UnicodeDecodeError as error:
        raise RecordError.at("$", "J-03", byte=str(error.start), orsak="inte_utf8") from None
    except json.JSONDecodeError as error:
        raise RecordError.at("$", "J-01", rad=str(error.lineno), tecken=str(error.colno)) from None
    except RecursionError:
        raise RecordError.at("$", "J-06", djup=str(MAX_DEPTH)) from None
    except ValueError:  # no number at all, or one of more digits than Python reads
        raise RecordError.at("$", "J-05") from None
    if not isinstance(value, dict):
        raise RecordError.at("$", "J-07")
    faults = list(_faults(value, "$", 1))
    if faults:
        raise RecordError.of(faults)
    return value


def _refuse(_: str) -> object:
    """Refuse NaN and Infinity."""
    raise ValueError


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    value = dict(pairs)
    if len(value) == len(pairs):
        return value
    twice = _Twice(value)
    twice.name = next(name for name, count in Counter(name for name, _ in pairs).items() if count > 1)
    return twice


def _faults(value: object, path: str, depth: int) -> Iterator[Finding]:
    if depth > MAX_DEPTH:
        yield Finding("J-06", path, facts={"djup": str(MAX_DEPTH)})
        return
    if isinstance(value, str):
        yield from _characters(value, path)
    elif isinstance(value, Mapping):
        if isinstance(value, _Twice):
            yield Finding("J-02", path, facts={"namn": shown(value.name)})
        for name, one in value.items():
            yield from _faults(one, f"{path}.{shown(name)}", depth + 1)
    elif isinstance(value, Sequence):
        for index, one in enumerate(value):
            yield from _faults(one, f"{path}[{index}]", depth + 1)


def _characters(text: str, path: str) -> Iterator[Finding]:
    where = illegal_characters(text)
    if where:
        yield Finding("J-04", path, facts={"tecken": str(where[0] + 1), "kod": f"U+{ord(text[where[0]]):04X}"})


def shown(name: str) -> str:
    """Return a field name as a message may show it: what does not look like a field name may be somebody's data.

    A word with a capital only at its start is not shown, for that is how people's names are written, nor are more
    digits than the number of a paragraph has.
    """
    letters = name.translate(_NO_LETTERS)
    looks_like_a_field = letters.isascii() and letters.isalpha() and len(letters) <= 40  # noqa: PLR2004 - longest own: 31
    return name if looks_like_a_field and not name.istitle() and sum(map(str.isdigit, name)) <= MOST_DIGITS else "?"
