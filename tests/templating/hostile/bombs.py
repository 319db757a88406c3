"""Templates that would take all time or all memory when they are filled."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

TEN = "{% for r in tio %}"
END = "{% endfor %}"
IN_LOOPS = "{% for r in tusen %}{% for s in tusen %}%s{% endfor %}{% endfor %}"
MACRO = "{%% macro m%d(x) %%}%s{%% endmacro %%}"
VALUES: dict[str, Callable[[], Any]] = {
    "tio": lambda: list("abcdefghij"),
    "tusen": lambda: ["rad"] * 1000,
    "lang": lambda: "x" * 900_000,
    "lang2": lambda: "".join(["x"] * 900_000),
    "stor": lambda: ["x" * 1000] * 20_000,
    "stor2": lambda: ["x" * 1000] * 20_000,
    "tom": lambda: [""] * 20_000,
    "ord": lambda: "a b " * 10_000,
    "breda": lambda: "\N{GRINNING FACE}" * 240_000,
    "et": lambda: "&" * 1_000_000,
    "tecken": lambda: "<" * 10_000,
    "siffror": lambda: "9" * 10_000,
}


@dataclass(frozen=True, slots=True)
class Bomb:
    """An over-large template, and how it is refused: one code, or several of which each will do.

    ``source`` and ``data`` are made when they are wanted. ``raw`` and ``headers``: see ``places.template``.
    """

    name: str
    source: Callable[[], str]
    outcome: str = "M-05"
    data: Callable[[], dict[str, Any]] | None = None
    place: str = "body"
    raw: bool = False
    headers: int = 1

    def values(self) -> dict[str, Any]:
        """Return the data: its own, or those of ``VALUES`` that it names."""
        if self.data is not None:
            return self.data()
        source = self.source()
        return {name: made() for name, made in VALUES.items() if name in source}


def bomb(name: str, source: str, outcome: str = "M-05") -> Bomb:
    """Return a bomb whose source is short enough to keep."""
    return Bomb(name, lambda: source, outcome)


def _work(name: str, step: str, first: str = "") -> Bomb:
    """Return a template that does a costly step a million times."""
    return bomb(f"work: {name}", first + IN_LOOPS.replace("%s", step))


def _doubled(first: str, step: str, last: str = "{{ x }}") -> str:
    """Return a template that makes something twice as large forty times."""
    return first + step * 40 + last


def _macros(body: str, call: str) -> str:
    """Return forty macros of which each calls the one before it twice."""
    calls = [MACRO % (number, call.replace("before", f"m{number - 1}")) for number in range(1, 40)]
    return MACRO % (0, body) + "".join(calls) + "{{ m39('x') }}"


X = "{% set x = 'x' %}"
LOOPS = [
    bomb("nested loops", TEN * 9 + END * 9),
    bomb("nested loops that print", TEN * 9 + "{{ r }}" + END * 9),
    bomb("a loop over much in loops", "{% for a in tusen %}" * 3 + END * 3),
    bomb("loops in macros", MACRO % (0, TEN * 5 + END * 5) + TEN * 4 + "{{ m0(r) }}" + END * 4),
    bomb(
        "loops in a call block",
        MACRO % (0, TEN * 5 + "{{ caller() }}" + END * 5) + TEN * 4 + "{% call m0(1) %}{% endcall %}" + END * 4,
    ),
    bomb("loops over letters", "{% for a in lang %}{% for b in lang %}" + END * 2),
    Bomb("loops in the title", lambda: TEN * 9 + END * 9, place="title"),
    bomb("a static text in a loop", "{% for a in tusen %}" + "text " * 100_000 + END),
    bomb("a value in a loop", "{% for a in tusen %}{{ lang }}" + END),
    bomb("a value in a loop in a set block", "{% set x %}{% for a in tusen %}{{ lang }}" + END + "{% endset %}"),
    bomb("a loop with a filter of a loop", "{% for a in tusen if tusen|join %}{% for b in tusen %}" + END * 2),
    bomb("30 loops in each other", "{% for a in [] %}" * 30 + END * 30),
    bomb("30 loops over one row", "{% for a in [1] %}" * 30 + END * 30),
    bomb("a long value, many times before anything is counted", "{{ et }}" * 60),
    bomb("wide letters kept", "{% set x %}{% for a in tusen %}{{ breda }}{% endfor %}{% endset %}"),
    bomb("loops that count themselves", "{% for a in stor %}{{ loop.length }}{% for b in stor %}" + END * 2),
]
STRINGS = [
    bomb("a string times", "{{ 'x' * 1000000000 }}"),
    bomb("a number times a string", "{{ 1000000000 * 'x' }}"),
    bomb("a list times", "{{ (tio * 100000000)|length }}"),
    bomb("a literal list times", "{% for x in [1] * 1000000000 %}{% endfor %}"),
    bomb("times again", _doubled(X, "{% set x = x * 99 %}")),
    bomb("tilde", _doubled(X, "{% set x = x ~ x %}")),
    bomb("plus", _doubled(X, "{% set x = x + x %}")),
    bomb("lists plus", _doubled("{% set x = tusen %}", "{% set x = x + x %}", "{{ x|length }}")),
    bomb("lists in lists", _doubled("{% set x = tio %}", "{% set x = [x, x] %}", "{{ x|join }}")),
    bomb(
        "lists compared",
        _doubled("{% set x = tio %}{% set y = tio %}", "{% set x = [x, x] %}{% set y = [y, y] %}", "{{ x == y }}"),
    ),
    *[
        bomb(f"lists as text: {last}", _doubled("{% set x = tio %}", "{% set x = [x, x] %}", last))
        for last in ("{{ x|upper }}", "{{ x|replace('a', 'b') }}", "{{ 'a' if x in 'abc' }}", "{{ x|wordcount }}")
    ],
    bomb(
        "tuples compared",
        _doubled(
            "{% set x = 1, %}{% set y = 1, %}", "{% set x = x, x %}{% set y = y, y %}", "{% if x in [y] %}{% endif %}"
        ),
    ),
    bomb("set blocks", _doubled(X, "{% set x %}{{ x }}{{ x }}{% endset %}")),
    bomb("set blocks with a filter", _doubled(X, "{% set x | upper %}{{ x }}{{ x }}{% endset %}")),
    bomb("with", "{% with x = 'x' %}" + "{% with x = x ~ x %}" * 40 + "{{ x }}" + "{% endwith %}" * 41),
    bomb("filter blocks", X + "{% filter upper %}{{ lang }}{{ lang }}" * 15 + "{% endfilter %}" * 15),
    bomb("join", _doubled("{% set x = 'xx' %}", "{% set x = [x, x]|join(x) %}")),
    bomb("join of a long list", "{{ stor|join(lang) }}"),
    bomb("join of a long list alone", "{{ stor|join }}{{ stor|join }}"),
    bomb("replace", _doubled("{% set x = 'xx' %}", "{% set x = x|replace('x', x) %}")),
    bomb("replace of nothing", "{{ lang|replace('', lang) }}"),
    bomb("a tilde of a thousand", "{{ " + " ~ ".join(["lang"] * 1000) + " }}"),
    bomb("a list of a thousand", "{{ [" + ", ".join(["lang"] * 1000) + "]|join }}"),
    bomb("a thousand prints", "{{ lang }}" * 1000),
    bomb("escapes", "{{ lang|replace('x', '&')|e|e|e|e|e|e|e|e|e|e }}"),
    bomb("center", "{{ 'x'|center(1000000000) }}", "M-03"),
    bomb("indent", "{{ 'x'|indent(1000000000, true) }}", "M-03"),
    bomb("indent of many lines", "{{ (tusen|join('\\n'))|indent(1000000) }}", "M-03"),
    bomb("per cent", "{{ '%1000000000d' % 1 }}{{ '%1000000000d'|format(1) }}", "M-03"),
    bomb("batch", "{{ tio|batch(1000000000, 'x')|length }}", "M-03"),
    bomb("slices", "{{ tio|slice(1000000000)|length }}", "M-03"),
    bomb("wordwrap", "{{ lang|wordwrap(1, wrapstring=lang) }}", "M-03"),
    bomb("lipsum", "{{ lipsum(1000000) }}"),
    bomb("round", "{{ 1|round(1000000000) }}", "M-03"),
]
WORK = [
    _work("a long expression", "{% if " + "r and " * 1500 + "r %}{% endif %}"),
    _work("many statements", "{% set x = 1 %}" * 1000),
    _work("many empty loops", "{% for t in [] %}{% endfor %}" * 500),
    _work("many filters", "{{ r" + "|first" * 1000 + "}}"),
    _work("a long list", "{% set x = [" + "r," * 3000 + "] %}"),
    _work("lists put together", "{% set x = y + y %}", "{% set y = stor + stor + stor + stor %}"),
    _work("texts put together", "{% set x = y + 'x' %}", "{% set y = tusen|join(stor|first|replace('xxxxx', 'y')) %}"),
    _work("a search", "{% if y in lang %}{% endif %}", "{% set y = 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxy' %}"),
    _work("a search in a list", "{% if 'y' in stor %}{% endif %}"),
    _work("lists compared", "{% if stor == stor2 %}{% endif %}"),
    _work("texts compared", "{% if lang == lang2 %}{% endif %}"),
    _work("joins of nothing", "{{ tom|join }}"),
    _work("a join", "{{ tusen|join(' ') }}"),
    _work("replaces", "{{ ord|replace('a', 'b') }}"),
    _work("titles", "{% set x = ord|title %}"),
    _work("counted words", "{{ ord|wordcount }}"),
    _work("escapes", "{% set x = tecken|e %}"),
    _work("numbers read", "{% set x = siffror|float %}"),
    _work("numbers read in another base", "{% set x = siffror|int(base=32) %}"),
    _work("a long macro", "{{ m0(r) }}", MACRO % (0, "{% if x %}{% endif %}" * 1000)),
    _work("a macro with much text", "{% if m0(r) %}{% endif %}", MACRO % (0, ("text " * 24_000 + "{{ x }}") * 2)),
    _work("a set block with much text", "{% set x %}" + ("text " * 24_000 + "{{ r }}") * 2 + "{% endset %}"),
    bomb(
        "macro texts kept",
        MACRO % (0, ("text " * 24_000 + "{{ x }}") * 2)
        + "{% set x %}"
        + IN_LOOPS.replace("%s", "{{ m0(r) }}")
        + "{% endset %}",
    ),
    bomb(
        "set blocks kept",
        "{% set x %}"
        + IN_LOOPS.replace("%s", "{% set y %}" + ("text " * 24_000 + "{{ r }}") * 2 + "{% endset %}{{ y }}")
        + "{% endset %}",
    ),
    bomb("a text that per cent makes long", "{% if '%999999999d' is odd %}x{% endif %}"),
    bomb("a value that per cent makes long", "{% set x = '%999999999d' %}{{ 'a' if x is divisibleby(2) }}"),
]
NUMBERS = [
    bomb("powers", "{{ 9 ** 9 ** 9 }}"),
    bomb("a power of data", "{{ tusen|length ** 99999999 }}"),
    bomb("squares", _doubled("{% set x = 99999 %}", "{% set x = x * x %}")),
    bomb("sums", _doubled("{% set x = 1 %}", "{% set x = x + x %}" * 500)),
    bomb("a hexadecimal number", "{{ 0x" + "f" * 1_000_000 + " }}"),
    bomb("a decimal number", "{{ " + "9" * 1_000_000 + " }}"),
    bomb("an endless number", "{{ 1e999 }}{{ 1e999 // 1 }}"),
    bomb("a division by nothing", "{{ 1 // 0 }}"),
]
MACROS = [
    bomb("a macro that calls itself", MACRO % (0, "{{ m0(x) }}") + "{{ m0(1) }}"),
    bomb("macros that call each other", MACRO % (0, "{{ m1(x) }}") + MACRO % (1, "{{ m0(x) }}") + "{{ m0(1) }}"),
    bomb("a macro that is given itself", MACRO % (0, "{{ x(x) }}") + "{{ m0(m0) }}"),
    bomb("a macro that calls its caller", MACRO % (0, "{% call m0(x) %}{{ caller() }}{% endcall %}") + "{{ m0(1) }}"),
    bomb("a macro in its own default", "{% macro m(x=m()) %}{% endmacro %}{{ m() }}"),
    bomb("macros that double", _macros("{{ x }}", "{{ before(x) }}{{ before(x) }}")),
    bomb("macros that double nothing", _macros("", "{{ before(x) }}{{ before(x) }}")),
    bomb("macros that double in conditions", _macros("", "{% if before(x) or before(x) %}{% endif %}")),
    bomb("macros that double an argument", _macros("", "{{ before(x ~ x) }}")),
    bomb(
        "calls in calls",
        MACRO % (0, "{{ caller() }}{{ caller() }}") + "{% call m0(1) %}" * 15 * 2 + "x" + "{% endcall %}" * 15 * 2,
    ),
    bomb("calls as arguments", MACRO % (0, "{{ x }}{{ x }}") + "{{ " + "m0(" * 40 + "'x'" + ")" * 40 + " }}"),
]
BOMBS = [*LOOPS, *STRINGS, *WORK, *NUMBERS, *MACROS]
