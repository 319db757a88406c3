"""Jinja's own language: what a template may say, and what may be refused but not come out wrong."""

import re

from case import Case, case, perhaps
from contexts import decimal, few, group, many, text
from ooxml import p, ps, r


def listed(words: str) -> list[str]:
    """Return what stands between two spaces or more."""
    return re.split(r"\s{2,}", words.strip())


_PLACES = "{{ loop.index }}{{ loop.index0 }}{{ loop.revindex }}{{ loop.revindex0 }}{{ loop.length }}"
_ENDS = "{% if loop.first %}[{% endif %}{{ x }}{% if not loop.last %}, {% else %}]{% endif %}"
_INNER = "{{ loop.index }}{% for y in x.xs %}{{ loop.index }}/{{ loop.length }}{{ y }}{% endfor %}{{ loop.revindex }}"
_LOOPS = {
    "where a loop stands": "{% for x in xs %}" + _PLACES + "{% endfor %}",
    "the first and the last": "{% for x in xs %}" + _ENDS + "{% endfor %}",
    "loops in loops with their own places": "{% for x in rows %}" + _INNER + "{% endfor %}",
    "a loop that leaves out": "{% for x in rows if x.f %}{{ loop.index }}{{ x.a }}{% else %}inga{% endfor %}",
    "a loop over a written list": "{% for x in [a, b, 'c'] %}{{ x }}{% endfor %}",
    "a loop over a written tuple": "{% for x in (a, 1) %}{{ x }}{% endfor %}",
    "a name in a loop hides and comes back": "{{ a }}{% for a in xs %}{{ a }}{% endfor %}{{ a }}",
    "a name set in a loop is lost after": "{% set x = a %}{% for y in xs %}{% set x = y %}{{ x }}{% endfor %}{{ x }}",
}
_PAIR = "{% for x, y in pairs %}{{ x }}: {{ y }};{% endfor %}"
_DEEP = "{% for x in d.e.xs %}{{ x.t }}{{ d.e.t }}{% endfor %}{{ d['e'].t }}{{ d.e['t'] }}"
_NUMBERED = ("{%p for x in xs %}", "{{ loop.index }}. {{ x }}{% if loop.last %} slut{% endif %}", "{%p endfor %}")
LOOPS = (
    *(case(name, ps(source)) for name, source in _LOOPS.items()),
    case("a loop over pairs", ps(_PAIR), pairs=many(lambda path, turn: [text(path, turn), text(path, turn + 9)])),
    case("a loop over a part of a part", ps(_DEEP), d=group(e=group(t=text, xs=few(group(t=text))))),
    case("paragraph loops with a place", ps(*_NUMBERED)),
)

_M = "{% macro m(x) %}[{{ x }}]{% endmacro %}"
_SETS = {
    "a name set": "{% set x = a %}{{ x }}{% set x = b ~ x %}{{ x }}",
    "two names set": "{% set x, y = a, b %}{{ y }}{{ x }}",
    "a block set": "{% set x %}före {{ a }} efter{% endset %}{{ x }}{{ x }}",
    "a block set with a filter": "{% set x | lower %}före {{ a }}{% endset %}{{ x }}",
    "a block set that is empty": "{% set x %}{% endset %}{{ x }}{{ a }}{% if x %}ja{% else %}nej{% endif %}",
    "with": "{% with x = a, y = n %}{{ x }}{{ y }}{% endwith %}{% with %}{% set a = b %}{{ a }}{% endwith %}{{ a }}",
    "a macro": _M + "{{ m(a) }}{{ m(b) }}{{ m('c') }}",
    "a macro with defaults": "{% macro m(x, y='&amp;', z=n) %}{{ x }}{{ y }}{{ z }}{% endmacro %}{{ m(y=a, x=b) }}",
    "a macro that calls back": "{% macro m(x) %}{{ caller() }}{{ x }}{% endmacro %}{% call m(a) %}{{ b }}{% endcall %}",
    "a macro that calls back with a value": "{% macro m(x) %}{% for y in x %}{{ caller(y) }}{% endfor %}{% endmacro %}"
    "{% call(y) m(xs) %}({{ y }}){% endcall %}",
    "a macro in a macro": _M + "{% macro k(x) %}{{ m(x) }}{{ m(m(x)) }}{% endmacro %}{{ k(a) }}",
    "a macro in a loop": _M + "{% for x in xs %}{{ m(x) }}{% endfor %}",
    "a macro under a condition": _M + "{% if f %}{{ m(b) }}{% endif %}{{ m(a) if g else '-' }}",
    "a macro's words put together": _M + "{{ m(a) ~ b ~ m(b) }}{{ [m(a), a]|join(', ') }}",
}
SETS = (
    *(case(name, ps(source)) for name, source in _SETS.items()),
    case("a name set in its own paragraph", ps("{%p set x = a %}", "{{ x }}")),
    case("a block set over runs", p("{% set x %}a", r("{{ a }}", "<w:b/>"), "b{% endset %}{{ x }}")),
    case(
        "a macro of paragraphs", ps("{%p macro m(x) %}", "{{ x }}", "{%p endmacro %}", "{{p m(rad) }}", "{{p m('b') }}")
    ),
    case(
        "a macro of a run",
        p("{%r macro m(x) %}", r("{{ x }}", "<w:b/>"), "{%r endmacro %}", "{{r m(a) }}", "{{r m(b) }}"),
    ),
)

_CONDITIONS = listed("""
    f  not f  f and g  f or g  not (f or not g)  a  xs  n  n == 7  n != 7  n &lt; 7  n &gt;= 7
    a == b  a == '&lt;'  a in b  'x' in xs  a not in xs  n in [1, 7]  xs == []  n is odd  n is even  a is defined
    saknas is defined  a is string  n is number  f is true  n is none  a is not none  a is undefined
    xs|length &gt; 1  saknas is undefined or a  not a == b  f == true
""")
_EXPRESSIONS = listed("""
    n + 1  n - 1  n * 2  n // 2  n % 7  -n  (n + 1) * 2  n / 4  a ~ b  n ~ a ~ 1  '&lt;' ~ a  a if f else b
    (a if f else b) ~ n  '“' ~ a  xs|length  a|length  [a, b]|length  ys[0]  a or b  f and a or b  [a, b][1]  'a' 'b'
    xs|join(', ')  xs|join('&lt;')  [a, b]|join('–')  xs|join  a|upper  a|lower  a|capitalize  a|trim  ys|first
    ys|last  a|default('x')  a|upper|lower  saknas|default('x')  saknas|default(a)  (a ~ b)|upper  a ~ b|upper
    xs|join(', ')|upper  a|e  7  1.5  a + b
""")
_SAY = "{{% if {0} %}}ja{{% else %}}nej{{% endif %}}"
EXPRESSIONS = (
    *(case(f"a condition: {one}", ps(_SAY.format(one), "{{ a }}")) for one in _CONDITIONS),
    *(case(f"an expression: {one}", ps("{{ " + one + " }}")) for one in _EXPRESSIONS),
    case("numbers with decimals", ps("{{ d }} {{ d + 1 }} {{ d * 2 }}"), d=decimal),
    case("a raw block", ps("{% raw %}{{ a }} {% if %}{% endraw %}{{ a }}")),
    case("a filter block", ps("{% filter lower %}före {{ a }} efter{% endfilter %}")),
    case("a filter block over a loop", ps("{% filter trim %} {% for x in xs %}{{ x }}{% endfor %} {% endfilter %}")),
)

_PERHAPS = listed("""
    a|title  a|trim('x')  a|count  a|d('x', true)  rows|join(', ', 'a')  2 ** 3  a if f  a[0:3]  ys[-1]  {'k': a}.k
    {'k': a}['k']  (a, b)[1]  a * 2  xs[0]  d.saknas  a.b  d[a]  xs  d  f  none  a|replace('a', '&amp;')
    a|replace('&lt;', 'x')  a|replace(b, 'x')  a|escape  a|e|e  a|forceescape  a|e|lower  a|e|capitalize
    a|truncate(9)  a|truncate(9, true, '…')  a|wordwrap(9)  a|indent(2)  a|center(20)  a|wordcount  a|reverse
    a|striptags  n|abs  n|int  n|float  n|string  n|round  a|int  a|int(7)  n|filesizeformat  a|string  a|urlencode
    a|urlize  xs|sort|join  xs|unique|join  xs|reverse|join  xs|list|length  ys|min  ys|max
    xs|sort(reverse=true)|join(';')  rows|sum('n')  rows|sort(attribute='a')|join(',', 'a')  a|list|length  a|first
    a|last  a|format  '%s!'|format(a)  a|tojson  a|pprint  a|safe|length  {'x': a}|xmlattr
    'x'.join(xs)  a.upper()  'AT&amp;T &lt;b&gt;'
""")
_BLOCKS = listed("""
    {% for x in xs|batch(3) %}{{ x|join(',') }};{% endfor %}  {% for x in xs|slice(3) %}{{ x|join(',') }};{% endfor %}
    {% for x in xs|sort %}{{ x }}{% endfor %}  {% for x in xs|reverse %}{{ x }}{% endfor %}
    {% for x in rows|groupby('n') %}{{ x.grouper }}{{ x.list|length }}{% endfor %}
    {% for x in rows|sort(attribute='n') %}{{ x.n }}{% endfor %}  {% for x in d %}{{ x }}{% endfor %}
    {% for x in rows|selectattr('f') %}{{ x.a }}{% endfor %}  {% for x, y in d|items %}{{ x }}{{ y }}{% endfor %}
    {% for x in d|dictsort %}{{ x[0] }}{{ x[1] }}{% endfor %}  {% for x in xs %}{{ loop.cycle('a', 'b') }}{% endfor %}
    {% for x in xs %}{{ loop.nextitem is defined }}{{ loop.depth }}{% endfor %}  {% if n is divisibleby 3 %}a{% endif %}
    {% for x in xs recursive %}{{ x }}{% endfor %}
    {% for x in xs %}{% if loop.changed(x) %}{{ x }}{% endif %}{% endfor %}
    {% block namn %}{{ a }}{% endblock %}  {% if xs is iterable %}a{% endif %}  {% if a is gt b %}a{% endif %}
    {% if f %}{% if a is upper %}a{% endif %}{% endif %}  {% autoescape true %}{{ a }}{% endautoescape %}
    {% autoescape false %}{{ n }}{% endautoescape %}  {% set x = [a] %}{{ x[0] }}  {{ ['{{', a, '}}']|join }}
    {% if f %}{{ saknas }}{% endif %}  {% for x in a %}{{ x }}{% endfor %}  {% if a &lt; n %}x{% endif %}
    {% include 'x' ignore missing %}  {% set d.a = 1 %}{{ d.a }}  {% for x in saknas %}{{ x }}{% endfor %}
    {% if 0 &lt; n &lt;= 12 %}x{% endif %}  {% if a is eq b %}x{% endif %}  {% if n is in [1, 7] %}x{% endif %}
    {% if (a, b) == (b, a) %}x{% endif %}  {{ n / 0 }}  {{ n % 0 }}  {{ a % b }}  {{ xs + ys }}
    {% macro m(x) %}{{ x }}{% endmacro %}{{ m() }}
    {% macro m() %}{{ varargs|join }}{% endmacro %}{{ m(a, b) }}  {% macro m(x) %}{{ x }}{% endmacro %}{{ m(a, b) }}
    {% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(a) }}  {% macro m(x) %}{{ x }}{% endmacro %}{{ m(x=a, y=b) }}
    {% call a() %}x{% endcall %}  {{ caller() }}  {{ m.name }}{% macro m() %}{% endmacro %}  {{ loop }}  {{ self }}
""")
REFUSABLE = tuple(
    perhaps(f"perhaps: {one}", ps(f"före {one} efter"), d=group(a=text, b=text))
    for one in (*(f"{{{{ {one} }}}}" for one in _PERHAPS), *_BLOCKS)
)

CASES: tuple[Case, ...] = (*LOOPS, *SETS, *EXPRESSIONS, *REFUSABLE)
