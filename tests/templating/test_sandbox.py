import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from markupsafe import escape

from docgen.templating.sandbox import Sandbox

VIEW = {"namn": "Tolvan", "rader": ["a", "b"], "del": {"text": "x"}, "antal": 3, "inget": None}

ESCAPES = [
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ namn.__class__ }}",
    "{{ rader.append('c') }}",
    "{{ namn.format(1) }}",
    "{{ self._TemplateReference__context }}",
    "{{ self }}",
    "{{ range(1000000000) }}",
    "{{ lipsum() }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ dict(a=1) }}",
    "{{ 'a' * 1000000000 }}",
    "{{ 9 ** 999999 }}",
    "{{ '%999999999d' % 1 }}",
    "{{ namn|attr('__class__') }}",
    "{{ namn|safe }}",
    "{{ rader|map('upper')|join }}",
    "{{ del['te' ~ 'xt'] }}",
    "{{ rader[0:1] }}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% extends 'x' %}",
    "{% macro m() %}x{% endmacro %}{{ m() }}",
    "{% for r in rader recursive %}{{ loop(rader) }}{% endfor %}",
    "{% for r in rader %}{{ loop.__class__ }}{% endfor %}",
    "{% for r in rader %}{{ loop.cycle }}{% endfor %}",
    "{% autoescape false %}{{ namn }}{% endautoescape %}",
    "{{ rader }}",
    "{{ inget }}",
    "{{ namn is callable }}",
    "{% if namn.upper %}x{% endif %}",
    "{% if del.items %}x{% endif %}",
    "{% if range %}x{% endif %}",
]


def rendered(source: str, **data: object) -> str:
    return Sandbox().from_string(source).render(VIEW | data)


@pytest.mark.parametrize("payload", ESCAPES)
def test_a_template_cannot_reach_outside_its_view(payload: str) -> None:
    with pytest.raises((SecurityError, TemplateSyntaxError, UndefinedError)):
        rendered(payload)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ namn }}", "Tolvan"),
        ("{{ del.text }}", "x"),
        ("{% for r in rader %}{{ loop.index }}{{ r }}{% if not loop.last %}, {% endif %}{% endfor %}", "1a, 2b"),
        ("{% if inget %}nej{% else %}ja{% endif %}", "ja"),
        ("{{ rader|join(' · ') }}", "a · b"),
        ("{{ namn|upper }} {{ antal }} {{ rader|length }}", "TOLVAN 3 2"),
        ("{% set x = namn %}{{ x }}", "Tolvan"),
        ("{{ rader[1] }}{{ rader|first }}", "ba"),
    ],
)
def test_a_template_may_name_repeat_and_leave_out(source: str, text: str) -> None:
    assert rendered(source) == text


@pytest.mark.parametrize("source", ["{{ nmn }}", "{{ del.nmn }}", "{% if nmn %}x{% endif %}", "{{ inget.nmn }}"])
def test_a_misspelt_name_is_told_by_name(source: str) -> None:
    with pytest.raises(UndefinedError) as caught:
        rendered(source)
    assert str(caught.value) == "nmn"


@given(st.text())
def test_a_value_is_printed_and_never_run(value: str) -> None:
    assert rendered("{{ namn }}", namn=value) == str(escape(value))


def test_the_view_cannot_hide_behind_a_place_that_a_list_does_not_have() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ rader[2] }}")
