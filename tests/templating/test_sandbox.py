import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2.exceptions import SecurityError, TemplateSyntaxError, UndefinedError
from markupsafe import escape

from docgen.templating.bounds import Budget
from docgen.templating.program import ESCAPING, PLAIN, Program

XML_TEXT = st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"))
VIEW = {
    "namn": "Tolvan",
    "rader": ["a", "b"],
    "del": {"text": "x", "items": "y"},
    "antal": 3,
    "inget": None,
    "ja": True,
}


def rendered(source: str, **data: object) -> str:
    return Program.of(ESCAPING.parse(source)).run(VIEW | data, Budget()).decode()


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("{{ namn }}", "Tolvan"),
        ("{{ del.text }}{{ del['text'] }}", "xx"),
        ("{{ del.items }}", "y"),
        ("{{ rader[1] }}{{ rader|first }}", "ba"),
        ("{% for r in rader %}{{ loop.index }}{{ r }}{% if not loop.last %}, {% endif %}{% endfor %}", "1a, 2b"),
        ("{% for r in rader if r != 'a' %}{{ loop.index0 }}{{ r }}{% endfor %}", "0b"),
        ("{% for r in [] %}x{% else %}inget{% endfor %}", "inget"),
        ("{% for a, b in [('x', 'y')] %}{{ b }}{{ a }}{% endfor %}", "yx"),
        ("{% if inget %}nej{% elif antal > 2 and ja %}ja{% endif %}", "ja"),
        ("{{ 'ja' if 'a' in rader else 'nej' }}", "ja"),
        ("{{ rader|join(' · ') }}", "a · b"),
        ("{{ namn|upper }} {{ antal }} {{ rader|length }}", "TOLVAN 3 2"),
        ("{{ namn|replace('T', 'S')|lower }}{{ ' x '|trim }}", "solvanx"),
        ("{{ finns_inte|default('-') }}", "-"),
        ("{% set x = namn %}{{ x }}", "Tolvan"),
        ("{% set x %}<{{ namn }}>{% endset %}{{ x }}", "<Tolvan>"),
        ("{% with x = 1 %}{{ x + 1 }}{% endwith %}", "2"),
        ("{{ antal * 2 - 1 }} {{ antal // 2 }} {{ antal % 2 }} {{ -antal }}", "5 1 1 -3"),
        ("{{ 'a' ~ antal ~ '<' }}", "a3&lt;"),
        (
            "{{ rader != [] }}{{ antal is odd }}".replace("{{ ", "{% if ").replace(" }}", " %}x{% endif %}"),
            "xx",
        ),
        ("{% macro m(a, b='-') %}{{ a }}{{ b }}{% endmacro %}{{ m(namn) }}{{ m('x', b='y') }}", "Tolvan-xy"),
        ("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}{{ namn }}{% endcall %}", "[Tolvan]"),
        ("{% filter upper %}abc{% endfilter %}", "ABC"),
        ("{# {{ namn }} #}{% raw %}{{ namn }}{% endraw %}", "{{ namn }}"),
    ],
)
def test_a_template_may_name_repeat_leave_out_and_reuse_its_words(source: str, text: str) -> None:
    assert rendered(source) == text


@pytest.mark.parametrize(
    "source",
    [
        "{{ namn.upper() }}",
        "{{ rader.append('c') }}",
        "{{ range(3) }}",
        "{{ (namn)(1) }}",
        "{% macro m() %}{% endmacro %}{{ m.name }}",
        "{% macro m() %}{% endmacro %}{{ m }}",
        "{% macro m() %}{% endmacro %}{{ m(*rader) }}{{ m(**del) }}",
        "{% macro m() %}{{ varargs }}{{ kwargs }}{% endmacro %}{{ m() }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{{ self }}",
        "{{ rader[0:1] }}",
        "{{ del[namn] }}",
        "{{ {'a': 1} }}",
        "{{ 2 ** 3 }}",
        "{{ '%s' % namn }}",
        "{{ 'x' * 3 }}",
        "{{ antal / 0 }}",
        "{% for r in rader recursive %}{% endfor %}",
        "{% for c in namn %}{% endfor %}",
        "{% for r in rader %}{{ loop.cycle }}{% endfor %}",
        "{% include 'x' %}",
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% extends 'x' %}",
        "{% block b %}{% endblock %}",
        "{% autoescape false %}{% endautoescape %}",
        "{% set ns.x = 1 %}",
        "{{ rader|join(attribute='x') }}",
        "{{ rader }}",
        "{{ del }}",
        "{{ inget }}",
        "{{ rader|upper }}",
        "{{ rader ~ '' }}",
        "{{ namn < 3 }}",
        "{{ rader == ['a', 'b'] }}",
    ],
)
def test_anything_else_is_refused(source: str) -> None:
    with pytest.raises(SecurityError):
        rendered(source)


@pytest.mark.parametrize("name", ["attr", "map", "select", "safe", "format", "tojson", "xmlattr", "sort", "versaler"])
def test_a_filter_that_is_not_listed_is_an_error_also_where_it_is_never_reached(name: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        ESCAPING.parse("{% if inget %}{{ namn|" + name + " }}{% endif %}")
    assert name in str(caught.value)


@pytest.mark.parametrize("name", ["callable", "sameas", "filter", "test", "escaped", "versal"])
def test_a_test_that_is_not_listed_is_an_error_also_where_it_is_never_reached(name: str) -> None:
    with pytest.raises(TemplateSyntaxError) as caught:
        ESCAPING.parse("{% if inget and namn is " + name + " %}{% endif %}")
    assert name in str(caught.value)


@pytest.mark.parametrize("source", ["{{ nmn }}", "{{ del.nmn }}", "{% if nmn %}x{% endif %}", "{{ inget.nmn }}"])
def test_a_misspelt_name_is_told_by_name(source: str) -> None:
    with pytest.raises(UndefinedError) as caught:
        rendered(source)
    assert str(caught.value) == "nmn"


def test_a_place_that_a_list_does_not_have_is_told() -> None:
    with pytest.raises(UndefinedError):
        rendered("{{ rader[2] }}")


@given(XML_TEXT)
def test_a_value_is_printed_and_never_run(value: str) -> None:
    assert rendered("{{ namn }}", namn=value) == str(escape(value))


@given(XML_TEXT)
def test_a_core_property_holds_the_value_as_it_is(value: str) -> None:
    assert Program.of(PLAIN.parse("{{ namn }}"), escapes=False).run({"namn": value}, Budget()).decode() == value


@pytest.mark.parametrize(
    "source", ["{{ namn }}", "{% set x %}{{ namn }}{% endset %}{{ x }}", "{{ namn ~ '' }}", "{{ [namn]|join }}"]
)
def test_a_value_is_escaped_once_whichever_way_it_goes(source: str) -> None:
    assert rendered(source, namn="<&>") == "&lt;&amp;&gt;"


def _rows(count: int) -> dict[str, object]:
    return {"rader": ["a"] * count}


def test_a_loop_of_a_large_document_is_within_bounds() -> None:
    assert rendered("{% for r in rader %}{{ r }}{% endfor %}", **_rows(20_000)) == "a" * 20_000


def test_a_loop_of_no_document_is_not() -> None:
    with pytest.raises(SecurityError):
        rendered("{% for r in rader %}{% for s in rader %}{{ r }}{% endfor %}{% endfor %}", **_rows(2_000))
