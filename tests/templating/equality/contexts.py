"""Hostile contexts: what people, systems and enemies put in a text, made the same way every time."""

import zlib
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest
from typing import Any

from docgen.templating.contract import Field, Sort

Kind = Callable[[str, int], object]
Shape = Mapping[str, Kind]
Context = dict[str, Any]

COUNT = 50
MARKUP = (
    *("AT&T", "<select>", "</w:t></w:r></w:p>", "<w:p>", "<w:t>", "a]]>b", "<![CDATA[x]]>", "<!-- x -->", "<?xml?>"),
    *(
        "&amp;",
        "&lt;b&gt;",
        "&#10;",
        "&nbsp;",
        '"',
        "'",
        "a=\"b\" c='d'",
        "“krok” \u2018fot\u2019 »gås«",
        "/>",
        "<w:tbl/>",
    ),
)
TEMPLATE = (
    *("{{ a }}", "{% if x %}", "{% endfor %}", "{# x #}", "{%p if x %}", "{{r a }}", "{%tr for x in y %}", "{%", "}}"),
    *("{ {", "{{", "{-", "-%}", "{% raw %}", "{% vm %}", "# for x in y", "{%- a -%}", "loop.index"),
)
WRITING = (
    *(
        "",
        " ",
        "  två  blanka  ",
        "Åsa Öberg, 3 §",
        "4\u00a0kap. 1\u00a0§",
        "0",
        "False",
        "None",
        "%s %d {0} $1 \\1 \\g<0>",
    ),
    *(
        "\U0001f469\u200d\U0001f9bd\U0001f3fd",
        "\U0001d518\U0001d52b",
        "e\u0301a\u0308",
        "\u202e\u05e9\u05dc\u202c",
        "\ufeffx\u200b",
        "x\u2028y\u2029z",
    ),
    *("å" * 5000, "\\n\\t", "C:\\new\\tab", "test@norrstad.example", "\u00ad-\u2011–—"),
)
LINES = (
    "\n",
    "a\nb",
    "\n\na\n",
    "a\tb",
    "\t",
    "a\n\tb\t\n",
    "a\r\nb",
    "\r",
    "<b>\n&\t\"'",
    "{{ a\n}}",
    "x" * 300 + "\n\t" * 40,
)
TEXTS = tuple(text for four in zip_longest(WRITING, MARKUP, TEMPLATE, LINES) for text in four if text is not None)
LENGTHS = (2, 0, 1, 7, 3, 1, 0, 2, 5, 2, 1, 3, 0, 2, 40, 1)
NUMBERS = (0, 1, -3, 7, 12, 100, 10**14)
DECIMALS = (0.0, 0.5, -2.25, 3.14159, 1e-7, 1e9)


def _salt(path: str) -> int:
    return zlib.crc32(path.encode())


def chosen(*values: object) -> Kind:
    """One of these values, each in its turn."""
    return lambda path, turn: values[(turn + _salt(path)) % len(values)]


text = chosen(*TEXTS)
line = chosen(*(one for one in TEXTS if not set(one) & set("\n\t\r")))
short = chosen(*(one for one in TEXTS if len(one) < 40))
short_line = chosen(*(one for one in TEXTS if len(one) < 40 and not set(one) & set("\n\t\r")))
unbraced = chosen(*(one for one in TEXTS if not set(one) & set("{}%")))
whole = chosen(*NUMBERS)
decimal = chosen(*DECIMALS)
colour = chosen("FF0000", "00ff00", "auto")


def flag(path: str, turn: int) -> bool:
    return bool(_salt(f"{path} {turn}") & 8)


def many(kind: Kind, lengths: tuple[int, ...] = LENGTHS) -> Kind:
    """A list: none, one, two, or many of a kind."""
    return lambda path, turn: [
        kind(f"{path}[{place % 5}]", turn + place) for place in range(lengths[(turn + _salt(path)) % len(lengths)])
    ]


def some(kind: Kind) -> Kind:
    """A list of at least one."""
    return many(kind, tuple(length or 4 for length in LENGTHS))


def few(kind: Kind) -> Kind:
    """A list inside a list: never so long that the two multiply to thousands."""
    return many(kind, (2, 0, 1, 3))


def group(**kinds: Kind) -> Kind:
    return lambda path, turn: {name: kind(f"{path}.{name}", turn) for name, kind in kinds.items()}


def contexts(shape: Shape, count: int = COUNT) -> Iterator[Context]:
    """Yield contexts of the shape; the same ones each time."""
    for turn in range(count):
        yield {name: kind(name, turn) for name, kind in shape.items()}


def promised(field: Field) -> Kind:
    """Return the kind that a name of a contract holds; what can be absent sometimes is."""
    kind = _held(field)
    return (lambda path, turn: kind(path, turn) if flag(path, turn) else None) if field.optional else kind


def _held(field: Field) -> Kind:
    if field.sort is Sort.GROUP:
        return group(**{name: promised(inner) for name, inner in field.names.items()})
    if field.sort is Sort.LIST and field.each:
        return few(promised(field.each))
    return flag if field.sort is Sort.FLAG else text
