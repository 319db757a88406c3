"""Running text: Swedish typography, paragraphs and lists, and what XML cannot hold."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from babel.lists import format_list

_NO_BREAK = "\xa0"
_EN_DASH = "\u2013"
_MINUS = "\u2212"
_QUOTE = "\u201d"
_APOSTROPHE = "\u2019"

_SPACE = "[ \xa0]"
_DASH = r"\-\u2013\u2212"
_SECTION = rf"\d{{1,3}}(?:{_SPACE}[a-z])?"
_KRONOR = rf"{_SPACE}(?:kr|kronor)\b"
_TO_KRONOR = rf"{_SPACE}?\u2013{_SPACE}?\d[\d \xa0,]{{,20}}{_KRONOR}"
_MONTH = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|januar|februar|marts|august"
)
_UNIT = "dag|dagar|vecka|veckor|månad|månader|år|timme|timmar|minut|minuter|kr|kronor|procent|%"

# The spaces inside each match become no-break spaces.
_BOUND = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_SECTION}{_SPACE}kap\.(?:{_SPACE}\d)?",
        rf"\b{_SECTION}{_SPACE}§",
        rf"§{_SPACE}(?:\d|[A-ZÅÄÖ][a-zåäö]?[A-ZÅÄÖ])",
        rf"\d{_SPACE}(?:{_UNIT})(?!\w)",
        rf"(?<![\d,.])\d{{1,3}}(?:{_SPACE}\d{{3}}){{1,4}}(?:,\d{{1,2}})?(?={_KRONOR}|{_TO_KRONOR})",
        rf"\b[Kk]l\.{_SPACE}\d",
        rf"(?<![\d.,-])\d{{1,2}}\.?{_SPACE}(?:{_MONTH})\b",
        rf"(?<![\w-])0\d{{1,3}}-\d{{2,3}}(?:{_SPACE}\d{{2,3}}){{1,3}}(?![\w-])",
        rf"(?<![\d-])\d{{3}}{_SPACE}\d{{2}}{_SPACE}{{1,2}}(?=[A-ZÅÄÖ][a-zåäöA-ZÅÄÖ])",
        rf"\b[Dd]nr:?{_SPACE}\S",
        rf"\b[A-ZÅÄÖ]{{2,5}}{_SPACE}\d{{2,4}}[/-]\d",
        rf"\b[Ss]ida{_SPACE}\d+(?:{_SPACE}\(\d+\))?",
    )
)

# What each of the patterns here has at least one of; most texts have none, and most time went into looking.
_PLAIN = re.compile(r"""["'§\d-]|\b[Dd]nr""")

_STRAIGHT_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")

_SPACED_HYPHEN = re.compile(rf"(?<=[^\s{_DASH}]{_SPACE})-(?={_SPACE}[^\s{_DASH}])")

# 500-1 000 kr; what stands in front must not make it an id, a date or a telephone number.
_AMOUNTS = re.compile(
    rf"(?<![\w/.,:{_DASH}])\d++(?:{_SPACE}\d{{3}}){{,4}}+-\d++(?:{_SPACE}\d{{3}}){{,4}}+{_KRONOR}",
)

# 2009-2010; after an abbreviation in capitals, "nr" or "nummer" it is an id.
_YEARS = re.compile(
    rf"(?<![\w/.,:{_DASH}])(?<![A-ZÅÄÖ]{_SPACE})(?<!nr{_SPACE})(?<!nr[.:]{_SPACE})(?<!ummer{_SPACE})"
    rf"((?:19|20)\d\d)-((?:19|20)\d\d)(?![\w/:{_DASH}]|[.,]\d)",
)

# At the start or after a space or "(", not after a number, and nothing that makes the number an id.
_NEGATIVE = re.compile(
    rf"(?<![^ \xa0(])(?<![\d)]{_SPACE})-"
    rf"(?=\d++(?:{_SPACE}\d{{3}}(?!\d))*+(?:[.,]\d++)?(?![\w/:{_DASH}]|[.,]\d))",
)

_BULLET = re.compile(r"[-\u2022]\s+")

_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (``text``) or a list (``punkter``); the other one is empty."""

    text: str = ""
    punkter: tuple[str, ...] = ()


def typeset(text: str) -> str:
    """Return ``text`` with Swedish quotes, dashes, minus signs and no-break spaces.

    Replaces one character by one, and only spaces, straight quotes and hyphens; twice is as once.
    """
    if _PLAIN.search(text) is None:
        return text
    quoted = _STRAIGHT_APOSTROPHE.sub(_APOSTROPHE, text.replace('"', _QUOTE))
    return _bind(_dash(quoted))


def paragraphs(text: str) -> list[Block]:
    """Return the paragraphs and lists of plain text.

    A blank line ends a block, lines that start with "- " or "• " are a list, and a single newline in
    a paragraph is a space.
    """
    lines = [line.strip() for line in text.splitlines()]
    runs = groupby(lines, key=lambda line: (bool(line), _BULLET.match(line) is not None))
    return [_block(list(run), bullets=bullets) for (filled, bullets), run in runs if filled]


def enumerate_och(items: Sequence[str]) -> str:
    """Return ``a, b och c``."""
    return format_list(items, locale="sv")


def illegal_characters(text: str) -> tuple[int, ...]:
    """Return the positions of characters that XML 1.0 cannot hold (its production 2, Char)."""
    return tuple(match.start() for match in _ILLEGAL.finditer(text))


def _block(lines: list[str], *, bullets: bool) -> Block:
    """Return the block that consecutive ``lines`` of one sort make."""
    if bullets:
        return Block(punkter=tuple(_BULLET.sub("", line, count=1) for line in lines))
    return Block(text=" ".join(lines))


def _dash(text: str) -> str:
    """Return ``text`` with en dashes and minus signs where a hyphen stands for one."""
    spaced = _SPACED_HYPHEN.sub(_EN_DASH, text)
    amounts = _AMOUNTS.sub(lambda match: match[0].replace("-", _EN_DASH), spaced)
    years = _YEARS.sub(lambda match: _year_range(match[1], match[2]), amounts)
    return _NEGATIVE.sub(_MINUS, years)


def _year_range(first: str, last: str) -> str:
    """Return the two years with an en dash if they are in order; otherwise they are no range."""
    return f"{first}{_EN_DASH if first < last else '-'}{last}"


def _bind(text: str) -> str:
    """Return ``text`` with no-break spaces in what must stay on one line."""
    for pattern in _BOUND:
        text = pattern.sub(lambda match: match[0].replace(" ", _NO_BREAK), text)
    return text
