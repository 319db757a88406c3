"""What docxtpl lets a template do and docgen does not: each is refused by name, and docxtpl really does it."""

from pathlib import Path
from typing import Any

import pytest
from jinja2 import DictLoader
from making import refusal, said
from ooxml import ps, word
from reference import Remembering, as_it_is

OPEN = Remembering(loader=DictLoader({"x": "inifrån", "y": "{% macro m() %}inifrån{% endmacro %}"}))
CONTEXT: dict[str, Any] = {"a": "Tolvan", "xs": ["b", "c"], "d": {"a": "e"}, "n": 3, "none": None}
FORBIDDEN = {
    "a method of a text": ("{{ a.upper() }}", "TOLVAN"),
    "a method of a list, which changes it": ("{% set _ = xs.append('x') %}{{ xs|length }}", "3"),
    "a method of a group": ("{% for k, v in d.items() %}{{ k }}{{ v }}{% endfor %}", "ae"),
    "what a text is made of": ("{{ a.__class__.__mro__|length }}", "2"),
    "a format that reads attributes": ("{{ '{0.__class__.__name__}'.format(a) }}", "str"),
    "another template": ("{% include 'x' %}", "inifrån"),
    "another template's macros": ("{% import 'y' as y %}{{ y.m() }}", "inifrån"),
    "one macro of another template": ("{% from 'y' import m %}{{ m() }}", "inifrån"),
    "the template it extends": ("{% extends 'x' %}", None),
    "a block": ("{% block namn %}x{% endblock %}", "x"),
    "range": ("{% for x in range(3) %}{{ x }}{% endfor %}", "012"),
    "namespace": ("{% set x = namespace(y=1) %}{% set x.y = 2 %}{{ x.y }}", "2"),
    "lipsum": ("{{ lipsum()|length &gt; 9 }}", "True"),
    "dict": ("{{ dict(a=1).a }}", "1"),
    "cycler": ("{{ cycler('a', 'b').next() }}", "a"),
    "joiner": ("{{ joiner()() }}x", "x"),
    "itself": ("{{ self._TemplateReference__context.name is none }}", "True"),
    "a loop's own call": ("{% for x in xs %}{{ loop.cycle('a', 'b') }}{% endfor %}", "ab"),
    "a loop that calls itself": ("{% for x in xs recursive %}{{ x }}{% endfor %}", "bc"),
    "attr": ("{{ a|attr('upper') is none }}", "False"),
    "map": ("{{ xs|map('upper')|join }}", "BC"),
    "select": ("{{ xs|select('eq', 'b')|join }}", "b"),
    "safe": ("{{ '&lt;w:br/&gt;'|safe }}x", "x"),
    "a filter by the name of an attribute": ("{{ [d]|join(attribute='__len__')|length &gt; 9 }}", "True"),
    "random": ("{{ [7]|random }}", "7"),
    "a key that is a value": ("{{ d['a' ~ ''] }}", "e"),
    "part of a text": ("{{ a[0:3] }}", "Tol"),
    "a power": ("{{ 2 ** 3 }}", "8"),
    "a text many times": ("{{ 'ab' * 3 }}", "ababab"),
    "a text as a format": ("{{ '%5d' % n }}", "    3"),
    "escaping turned off": ("{% autoescape false %}x{% endautoescape %}", "x"),
    "the letters of a text, one by one": ("{% for x in a %}{{ x }}.{% endfor %}", "T.o.l.v.a.n."),
    "the keys of a group, one by one": ("{% for x in d %}{{ x }}{% endfor %}", "a"),
    "a loop over nothing at all": ("{% for x in d.a %}{{ x }}{% endfor %}", "e"),
}


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_template_is_refused_what_docxtpl_lets_it_do(tmp_path: Path, name: str) -> None:
    source, printed = FORBIDDEN[name]
    content = word(ps(source))
    if printed is not None:
        context = CONTEXT | {"xs": list(CONTEXT["xs"])}
        assert said(as_it_is(content, context, OPEN)) == printed
    assert refusal(tmp_path, content, **CONTEXT) in {"M-03", "M-05", "M-50"}


ENDLESS = {
    "a number": "{% set x = n %}" + "{% set x = x * x %}" * 9 + "{{ x }}",
    "a text": "{% set x = a %}" + "{% set x = x ~ x %}" * 20 + "{{ x|length }}",
    "a loop": "{% for x in xs %}" * 7 + "x" + "{% endfor %}" * 7,
    "a macro": "{% macro m(x) %}{{ m(x) }}{% endmacro %}{{ m(a) }}",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_never_ends_is_refused(tmp_path: Path, name: str) -> None:
    content = word(ps(ENDLESS[name]))
    assert refusal(tmp_path, content, a="Tolvan", n=10**9, xs=["x"] * 40) == "M-05"
