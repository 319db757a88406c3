"""What is fine is not told: the many ways in which a sound template can be written."""

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from lint_template import codes, p, run, table, text_box
from lxml import etree

from docgen.documents.catalogue import KINDS
from docgen.templating import guard
from docgen.templating.contract import contract
from docgen.templating.lint import check

SPACE = "<w:r><w:tab/></w:r>"
FINE: dict[str, tuple[str, ...]] = {
    "texts": ("{{ rubrik }}, {{rubrik}}, {{ utredning.rubrik }} och {{ utredning['rubrik'] }}",),
    "filters": ("{{ rubrik|upper|trim }} {{ rader|join(', ') }} {{ rader|first }} {{ beslut|length }}",),
    "a string of one's own": ("{{ 'Hej ' ~ rubrik }} {{ \"x\" }} {{ rubrik + '.' }}",),
    "curly quotes": ("{{ rader|join(” · ”) }} {% if rubrik == ‘x’ %}y{% endif %} {{ ‘a’ ~ “b” }}",),  # noqa: RUF001 (the quotes that Word puts in)
    "comparisons": (
        "{% if rubrik == 'x' and rubrik != 'y' or rubrik in ['a', 'b'] %}x{% endif %}{% if 1 < 2 %}y{% endif %}",
    ),
    "less than, escaped by Word": ("{% if beslut|length < 2 and 1 > 0 %}x{% endif %}",),
    "a text in texts": ("{% if 'x' in rader and 'y' in rubrik %}x{% endif %}",),
    "either or": ("{{ rubrik if bifall else '' }} {{ rubrik if bifall }} {{ rubrik or beslut_rubrik }}",),
    "a name that looks like a prefix": ("{% for p in rader %}{{ p }}{{ p if p else 'x' }}{{p|upper}}{% endfor %}",),
    "loops": (
        "{% for b in beslut %}{{ loop.index }}/{{ loop.length }}{% if not loop.last %}, {% endif %}{% endfor %}",
    ),
    "a loop with a condition and an otherwise": (
        "{% for b in beslut if b.nummer %}{{ b.text }}{% else %}inga{% endfor %}",
    ),
    "loops in loops": (
        "{% for s in utredning.stycken %}{% for x in s.punkter %}{{ s.text }}{{ x }}{% endfor %}{% endfor %}",
    ),
    "the same name in two loops": (
        "{% for x in rader %}{{ x }}{% endfor %}{% for x in beslut %}{{ x.text }}{% endfor %}",
    ),
    "numbers": (
        "{% for b in beslut %}{{ loop.index + 1 }} {{ loop.index * 2 - 1 }} {{ b.nummer|int + 1 }}{% endfor %}",
    ),
    "tests": ("{% if rubrik is none or rubrik is string %}x{% endif %}",),
    "odd rows": ("{% for b in beslut %}{% if loop.index is odd and loop.index % 2 == 1 %}x{% endif %}{% endfor %}",),
    "own names": (
        "{% set x = rubrik %}{{ x }}{% set y %}{{ x }}!{% endset %}{{ y }}{% with z = rader %}{{ z[0] }}{% endwith %}",
    ),
    "a name set in a condition": ("{% if bifall %}{% set x = 'a' %}{% else %}{% set x = 'b' %}{% endif %}{{ x }}",),
    "a loop's own loop by another name": ("{% for b in beslut %}{% set yttre = loop %}{{ yttre.index }}{% endfor %}",),
    "filter blocks": ("{% filter upper %}x {{ rubrik }}{% endfilter %}",),
    "macros": (
        "{% macro m(a, b='x') %}{{ a.rubrik }}{{ b }}{% endmacro %}{{ m(utredning) }}{{ m(utredning, b=rubrik) }}",
    ),
    "a macro with a body": ("{% macro m() %}x{{ caller() }}{% endmacro %}{% call m() %}{{ rubrik }}{% endcall %}",),
    "a macro of paragraphs": ("{%p macro m(a) %}", "{{ a.rubrik }}", "{%p endmacro %}", "{{p m(utredning) }}"),
    "a macro that calls another": (
        "{% macro a(x) %}{{ x.rubrik }}{% endmacro %}{% macro b(x) %}{{ a(x) }}{% endmacro %}{{ b(utredning) }}",
    ),
    "white space control": ("{{- rubrik -}} x", "{%- if bifall -%}", "x", "{%- endif -%}", "y"),
    "merging paragraphs": ("Bor {% if bifall -%}", " i stan", "{%- else -%}", " på landet", "{%- endif %} och trivs."),
    "colons as in Python": ("{% if bifall: %}x{% else: %}y{% endif %}",),
    "comments": ("{# {{ vad }} som {% helst %} #}", "{#p ett stycke #}", "x {# ett ord #} y"),
    "a comment over paragraphs": ("x {# börjar", "{{ inte_kvar }}", "slutar #} y"),
    "quoted braces": ("{_{ rubrik }_} och {_% if x %_}",),
    "raw": ("{% raw %}{{ inget }} {% if %} }} {{{% endraw %}{{ rubrik }}",),
    "ordinary braces": ("{1, 2} och {x} samt { y }, {} { }", "a} b{ c"),
    "per cent": ("5 % av {{ rubrik }}% och 100%. # ett # två",),
    "a condition within a paragraph": (
        "Du {% if bifall %}får{% elif rubrik %}kan{% else %}får inte{% endif %} hjälp.",
    ),
    "a condition over paragraphs without prefix": ("{% if bifall %}", "x", table(("y",)), "{% endif %}"),
    "paragraphs": ("{%p if bifall %}", "x", "{%p elif rubrik %}", "y", "{%p else %}", "z", "{%p endif %}"),
    "spaces after the prefix": ("{%p   if bifall   %}", "x", "{%p endif%}"),
    "a prefixed tag among bookmarks": (
        p('<w:bookmarkStart w:id="1" w:name="x"/>', "  {%p if bifall %} "),
        "x",
        "{%p endif %}",
    ),
    "runs": ("x {%r if bifall %}y{%r endif %} z {%r for rad in rader %}{{ rad }}{%r endfor %}",),
    "rows": (
        table(
            ("Nr", "Text"), ("{%tr for b in beslut %}", ""), ("{{ b.nummer }}", "{{ b.text }}"), ("{%tr endfor %}", "")
        ),
    ),
    "rows left out": (table(("a",), ("{%tr if bifall %}",), ("b",), ("{%tr else %}",), ("c",), ("{%tr endif %}",)),),
    "cells": (table(("{%tc for rad in rader %}", "{{ rad }}", "{%tc endfor %}")),),
    "merged cells": (table(("Rubrik",), ("{%tr for b in beslut %}",), ("{% vm %}{{ b.text }}",), ("{%tr endfor %}",)),),
    "cells merged sideways": (table(("{%tc for rad in rader %}", "{{ rad }}{% hm %}", "{%tc endfor %}")),),
    "colours and spans": (table(("{% cellbg 'FF0000' %}x", "{% colspan rader|length %}{{ rubrik }}")),),
    "a loop within a cell": (table((("{%p for rad in rader %}", "{{ rad }}", "{%p endfor %}", "Slut."), "x")),),
    "a condition with an otherwise within a cell": (
        table((("{%p if bifall %}", "x", "{%p else %}", "y", "{%p endif %}"),)),
    ),
    "a content control within a cell": (
        table((("{%p if bifall %}", "x", "{%p endif %}", f"<w:sdt><w:sdtContent>{p('y')}</w:sdtContent></w:sdt>"),)),
    ),
    "a table in a table": (
        table(
            (
                (
                    "x",
                    table(("{{ rubrik }}",), ("{%tr for b in beslut %}",), ("{{ b.text }}",), ("{%tr endfor %}",)),
                    "y",
                ),
            )
        ),
    ),
    "a text box": (p("x", text_box("{%p if bifall %}", "{{ rubrik }}", "{%p endif %}", "y")), "z"),
    "a loop around a text box": (p("{% for b in beslut %}", text_box("{{ b.text }}"), "{% endfor %}"),),
    "a whole tag in a link": (p("x ", '<w:hyperlink r:id="r9"><w:r><w:t>{{ rubrik }}</w:t></w:r></w:hyperlink>'),),
    "a whole block in a content control": (
        f"<w:sdt><w:sdtContent>{p('{%p if bifall %}')}{p('x')}{p('{%p endif %}')}</w:sdtContent></w:sdt>",
    ),
    "an alternative text": (
        p(
            "{% for b in beslut %}",
            '<w:r><w:drawing><wp:docPr id="1" name="x" descr="{{ b.text }}"/></w:drawing></w:r>',
            "{% endfor %}",
        ),
    ),
    "a number in a field": (
        p("{% for b in beslut %}", "<w:r><w:instrText>= {{ b.nummer }} + 1</w:instrText></w:r>", "{% endfor %}"),
    ),
    "a tab that changes nothing": (p("{{", SPACE, "rubrik", SPACE, "}}"),),
    "a hard space": ("{{\u00a0rubrik\u00a0}} {%\u00a0if bifall\u00a0%}x{% endif %}",),
    "a soft hyphen that Word draws": (p("{{ rub", "<w:r><w:softHyphen/></w:r>", "rik }}"),),
    "an empty part and an empty name": (
        "{% if overklagande and overklagande.rubrik %}{{ overklagande.rubrik }}{% endif %}",
    ),
}
GUARDS = {
    "if": "{% if overklagande %}{{ overklagande.rubrik }}{% endif %}",
    "not none": "{% if overklagande is not none %}{{ overklagande.rubrik }}{% endif %}",
    "none and else": "{% if overklagande is none %}x{% else %}{{ overklagande.rubrik }}{% endif %}",
    "not and else": "{% if not overklagande %}x{% else %}{{ overklagande.rubrik }}{% endif %}",
    "unlike none": "{% if overklagande != none %}{{ overklagande.rubrik }}{% endif %}",
    "elif": "{% if bifall %}x{% elif overklagande %}{{ overklagande.rubrik }}{% endif %}",
    "after not": "{% if not overklagande %}x{% elif bifall %}{{ overklagande.rubrik }}{% endif %}",
    "and": "{% if bifall and overklagande %}{{ overklagande.rubrik }}{% endif %}",
    "or of not": "{% if not overklagande or overklagande.rubrik %}x{% endif %}",
    "inline": "{{ overklagande.rubrik if overklagande else '' }}",
    "inline without else": "{{ overklagande.rubrik if overklagande }}",
    "inline loop": "{% for s in (overklagande.stycken if overklagande else []) %}{{ s.text }}{% endfor %}",
    "set": "{% set finns = overklagande and bifall %}{% if finns %}{{ overklagande.rubrik }}{% endif %}",
    "default": "{{ overklagande.rubrik|default('') }}",
    "defined": "{% if overklagande.rubrik is defined %}{{ overklagande.rubrik }}{% endif %}",
    "in a loop": "{% for b in beslut %}{% if b.anmarkning %}{{ b.anmarkning }}{% endif %}{% endfor %}",
    "as a filter of a loop": "{% for b in beslut if b.anmarkning %}{{ b.anmarkning }}{% endfor %}",
    "or another": "{% set x = overklagande or utredning %}{{ x.rubrik }}",
    "or else": "{% for b in beslut %}{{ b.anmarkning or 'x' }}{{ b.anmarkning|default('x', true) }}{% endfor %}",
    "compared": "{% for b in beslut %}{% if b.anmarkning == 'x' %}{{ b.anmarkning }}{% endif %}{% endfor %}",
    "in a macro": "{% macro m(x) %}{{ x.rubrik }}{% endmacro %}{% if overklagande %}{{ m(overklagande) }}{% endif %}",
}


@pytest.mark.parametrize("body", FINE.values(), ids=FINE)
def test_a_sound_template_has_no_fault(body: tuple[str, ...]) -> None:
    assert codes(*body) == []


@pytest.mark.parametrize("text", GUARDS.values(), ids=GUARDS)
def test_a_name_that_may_be_absent_can_be_asked_for_in_many_ways(text: str) -> None:
    assert codes(text) == []


def test_properties_are_filled_too() -> None:
    assert codes("x", title="{{ rubrik }} {% if bifall %}x{% endif %}") == []
    assert codes("x", title="{{ rader|join(”, ”) }}") == ["M-24"]


TAGGED = (
    "Hej {% if bifall %}{{ rubrik|replace(“a”, “b”) }}{% endif %}, {%r for r in rader %}{{ r }}{%r endfor %} {# x #}"
)


@given(st.sets(st.integers(1, len(TAGGED) - 1)))
@settings(max_examples=60, deadline=None)
def test_word_may_split_a_tag_into_runs_anywhere(cuts: set[int]) -> None:
    places = [0, *sorted(cuts), len(TAGGED)]
    assert codes(p(*(run(TAGGED[start:end]) for start, end in pairwise(places)))) == []


CONTRACTS = {slug: contract(slug, kind.vy, kind.kravs) for slug, kind in KINDS.items()}
SHIPPED = {slug: guard.members((ROOT / f"templates/{slug}/template.docx").read_bytes()) for slug in KINDS}
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def told(slug: str, members: dict[str, bytes]) -> list[Any]:
    return check(members, CONTRACTS[slug], [other for name, other in CONTRACTS.items() if name != slug])


@pytest.mark.parametrize("slug", KINDS)
def test_the_shipped_templates_have_no_fault(slug: str) -> None:
    assert [fault for fault in told(slug, SHIPPED[slug]) if fault.code != "M-46"] == []


@pytest.mark.parametrize("slug", KINDS)
def test_the_template_of_one_type_is_none_of_another(slug: str) -> None:
    for other in KINDS.keys() - {slug}:
        assert {"M-37", "M-45"} & {fault.code for fault in told(other, SHIPPED[slug])}, other


def split(xml: bytes, draw: Callable[[st.SearchStrategy[Any]], Any]) -> bytes:
    """Return the part with its runs cut anywhere, as Word cuts them while one types."""
    root = etree.fromstring(xml)
    for text in list(root.iter(f"{{{W}}}t")):
        run_, said = text.getparent(), text.text or ""
        if len(run_.findall(f"{{{W}}}t")) == 1 and len(said) > 1 and draw(st.booleans()):
            cut = draw(st.integers(1, len(said) - 1))
            text.text = said[:cut]
            rest = etree.fromstring(etree.tostring(run_))
            rest.find(f"{{{W}}}t").text = said[cut:]
            for element in rest:
                if element.tag not in {f"{{{W}}}t", f"{{{W}}}rPr"}:
                    rest.remove(element)
            run_.addnext(rest)
    return bytes(etree.tostring(root))


@pytest.mark.parametrize("slug", KINDS)
@given(st.data())
@settings(max_examples=4, deadline=None)
def test_runs_split_anywhere_in_a_shipped_template_change_nothing(slug: str, data: st.DataObject) -> None:
    members = dict(SHIPPED[slug])
    before = told(slug, members)
    name = data.draw(
        st.sampled_from([name for name in members if name.startswith("word/") and b"<w:t>" in members[name]])
    )
    members[name] = split(members[name], data.draw)
    assert told(slug, members) == before
