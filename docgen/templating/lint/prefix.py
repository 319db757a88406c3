"""The prefix of a tag, by which docxtpl takes a paragraph, row, cell or run away: also one that is written wrong."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from docgen.templating.lint.tag import LEVELS, WORDS, Shape

_WORD = "|".join(sorted(WORDS, key=len, reverse=True))
_RIGHT = re.compile(r"(tr|tc|p|r) (.*)", re.DOTALL)
_FIRST = re.compile(r"[-+]?\s*(\w+)")
_BEFORE_WORD = re.compile(
    rf"\s*[-+]?\s*(?P<prefix>[^\s%{{]{{1,4}}?)(?P<gap>[-+]?\s*)(?P<code>(?:{_WORD})\b.*)", re.DOTALL
)
_SHIFTED = re.compile(r"(?P<prefix>tr|tc|p|r)(?P<begin>\w)\s(?P<rest>(?P<end>\w+).*)", re.DOTALL)
_OF_VALUE = re.compile(r"\s*(?:p|tr|tc|r)\s+(?P<code>[^\W\d][\w.]*\s*(?:\|.*)?)", re.DOTALL)
_LOOKALIKES = {"td": "tc", "th": "tc"}


class Form(Enum):
    """How a prefix is written."""

    NONE = auto()
    RIGHT = auto()
    WRONG = auto()
    ALONE = auto()


@dataclass(frozen=True, slots=True)
class Prefix:
    """A prefix that was meant, what stands after it, and how it is written."""

    level: str
    code: str
    form: Form


def prefix(shape: Shape, inside: str) -> Prefix:
    """Return the prefix in what stands between the braces of a tag."""
    right = _RIGHT.match(inside)
    if right and right[2].strip():
        return Prefix(right[1], right[2], Form.RIGHT)
    if right and shape is Shape.PRINT:
        return Prefix("", inside, Form.ALONE)
    level, code = _of_value(inside) if shape is Shape.PRINT else _of_statement(inside)
    wrong = bool(code) and shape is not Shape.COMMENT
    return Prefix(level, code, Form.WRONG) if wrong else Prefix("", inside, Form.NONE)


def _of_value(inside: str) -> tuple[str, str]:
    found = _OF_VALUE.fullmatch(inside)
    return "", found["code"] if found else ""


def _of_statement(inside: str) -> tuple[str, str]:
    """Return the prefix that was meant and the statement; nothing when it is a statement without prefix, or none."""
    first, shifted, found = _FIRST.match(inside.strip()), _SHIFTED.match(inside), _BEFORE_WORD.fullmatch(inside)
    if first and first[1] in WORDS:
        return "", ""
    if shifted and shifted["begin"] + shifted["end"] in WORDS:
        return shifted["prefix"], shifted["begin"] + shifted["rest"]
    level = _meant(found["prefix"].lower(), spaced=bool(found["gap"])) if found else ""
    return level, found["code"] if found and level else ""


def _meant(written: str, *, spaced: bool) -> str:
    if written in LEVELS or not spaced:
        return written if written in LEVELS else ""
    near = (level for level in LEVELS if re.search(".*".join(level), written))
    return _LOOKALIKES.get(written) or next(near, "")
