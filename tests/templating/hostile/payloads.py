"""What an attacker would write in a template, or send through the data, and what becomes of each.

``FILE`` stands for the path of a file that nobody may touch. The values are in ``DATA``.
"""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from places import SPLIT

from docgen.templating.rich import Image, RichText

FILE = "CANARYFILE"
XML = f"</w:t></w:r></w:p><w:altChunk r:id='rId9'/><w:p><w:r><w:t>{FILE}"
ENTITY = f"<!DOCTYPE w [<!ENTITY e SYSTEM 'file://{FILE}'>]><w>&e;</w>"
POPEN = f"popen('touch {FILE}').read()"
MARKS = "docgen-core-9 docgen-core-0 docgen:http://x \ue000 <?docgen-grid 1?>"
GLOBALS = f"__init__.__globals__['__builtins__'].open('{FILE}', 'w')"
BETWEEN_RUNS = r'/w:t>\x3c/w:r>\x3cw:r>\x3cw:t xml:space="preserve">'
BRACKETS = (
    f"{{% set x %}}{SPLIT}{{% endset %}}{{% set left = x|replace('{BETWEEN_RUNS}', '') %}}"
    f"{{% set right = x|replace('\\x3c{BETWEEN_RUNS[:-1]}', '') %}}"
    r"{{ namn|e|replace('\x26lt;', left)|replace('\x26gt;', right) }}"
)
DATA = {"namn": "Tolvan", "rader": ["a", "b"], "del": {"text": "x"}, "antal": 3, "inget": None}
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==")
RICH = {"bild": Image(PNG, anchor="https://example.se"), "bilden": Image(PNG), "rik": RichText("fet", bold=True)}
BRACES = re.compile(r"\{[{%#]|[}%#]\}")
GUARDED = {"alt", "field"}


@dataclass(frozen=True, slots=True)
class Payload:
    """An attack, and its outcome in every place: a code, or the text that stands there afterwards.

    ``elsewhere`` are the places with another outcome. ``data`` are added to the values. ``raw``: the source is XML.
    """

    name: str
    source: str
    outcome: str = "M-05"
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    data: Mapping[str, Any] = field(default_factory=dict)
    raw: bool = False

    def ends(self, place: str) -> set[str]:
        """Return the ends it may come to in this place; the guard lets few tags into an attribute or a field's code."""
        is_guarded = place in GUARDED and self.source != "{{ namn }}" and BRACES.search(self.source.replace(SPLIT, ""))
        return {self.elsewhere.get(place, self.outcome)} | ({"M-18"} if is_guarded else set())


def _value(name: str, value: str, source: str = "{{ namn }}", shown: str = "") -> Payload:
    """Return an attack that arrives in a value: it stands in the document as the text that it is."""
    return Payload(name, source, shown or value, data={"namn": value})


PYTHON = [
    Payload("classes", "{{ ''.__class__.__mro__[1].__subclasses__() }}"),
    Payload("a class by key", "{{ namn['__class__'] }}"),
    Payload("a class in other letters", r"{{ namn['\x5f\x5fclass\x5f\x5f'] }}"),
    Payload("a class by attr", "{{ namn|attr('__class__') }}", "M-03"),
    Payload("a class by attr in pieces", "{{ namn|attr('__cla' ~ 'ss__') }}", "M-03"),
    Payload("a class by map", "{{ rader|map(attribute='__class__')|join }}"),
    Payload("attr by map (CVE-2024-56326)", "{{ rader|map('attr', '__class__')|join }}", "M-03"),
    Payload("a class by select", "{{ rader|selectattr('__class__')|join }}", "M-03"),
    Payload("a class by sort", "{{ rader|sort(attribute='__class__')|join }}"),
    Payload("a class by groupby", "{{ rader|groupby('__class__')|join }}", "M-03"),
    Payload("a class by join", "{{ rader|join(attribute='__class__') }}"),
    Payload("a class by sum", "{{ rader|sum(attribute='__class__') }}"),
    Payload("a class of a number", "{{ 1 .__class__ }}{{ true.__class__ }}{{ none.__class__ }}"),
    Payload("a class of what is missing", "{{ finns_inte.__class__.__init__ }}", "M-04"),
    Payload("a method of what is missing", "{{ finns_inte._fail_with_undefined_error() }}"),
    Payload("a method", "{{ rader.append('c') }}"),
    Payload("a method that is not called", "{% if del.items %}{{ namn.upper }}{% endif %}", "M-04"),
    Payload("a markup's method", "{{ (namn|e).unescape() }}"),
    Payload("a fullwidth class", "{{ namn.__\uff43lass__ }}"),
    Payload("flask", f"{{{{ config.{GLOBALS} }}}}{{{{ request.application }}}}"),
]
FORMAT = [
    Payload("format (CVE-2016-10745)", "{{ '{0.__class__}'.format(namn) }}"),
    Payload("format_map (CVE-2019-10906)", "{{ '{a.__class__}'.format_map({'a': namn}) }}"),
    Payload("format kept (CVE-2024-56326)", "{% set f = '{0.__class__}'.format %}{{ f(namn) }}"),
    Payload("format by map (CVE-2024-56326)", "{{ ['{0.__class__}']|map('format', namn)|join }}", "M-03"),
    Payload("format by attr (CVE-2025-27516)", "{{ ('{0.__class__}'|attr('format'))(namn) }}"),
    Payload("format of a value", "{{ namn|format(antal) }}", "M-03", data={"namn": "%999999999d"}),
    Payload("format by per cent", "{{ '%999999999d' % antal }}"),
    Payload("a filter's name (CVE-2024-56201)", "{% if inget %}{{ namn|finns_inte }}{% endif %}", "M-03"),
]
GLOBAL = [
    Payload("cycler", f"{{{{ cycler.__init__.__globals__.os.{POPEN} }}}}"),
    Payload("lipsum", f"{{{{ lipsum.__globals__['os'].{POPEN} }}}}"),
    Payload("lipsum as html", "{{ lipsum(html=true, n=9) }}"),
    Payload("joiner", f"{{{{ joiner.{GLOBALS} }}}}"),
    Payload("namespace", "{% set ns = namespace(a=1) %}{% set ns.a = namn %}{{ ns.a }}"),
    Payload("a value as a namespace", "{% set del.text = namn %}{{ del.text }}"),
    Payload("range", "{% for i in range(9) %}x{% endfor %}"),
    Payload("dict", "{{ dict(a=1) }}"),
    Payload("self", f"{{{{ self.{GLOBALS} }}}}"),
    Payload("self's context", "{{ self._TemplateReference__context.eval_ctx.environment }}"),
    Payload("self as text", "{{ self|upper }}{{ self ~ '' }}"),
    Payload("gettext", "{{ _(namn) }}{{ gettext(namn) }}"),
    Payload("an import by name", f"{{{{ __import__('os').{POPEN} }}}}"),
    Payload("open", f"{{{{ open('{FILE}').read() }}}}"),
]
STATEMENTS = [
    Payload("include", f"{{% include '{FILE}' %}}"),
    Payload("import", f"{{% import '{FILE}' as x %}}{{{{ x }}}}"),
    Payload("from", f"{{% from '{FILE}' import x with context %}}"),
    Payload("extends", f"{{% extends '{FILE}' %}}"),
    Payload("block", "{% block b %}{{ super() }}{% endblock %}{{ self.b() }}"),
    Payload("autoescape", "{% autoescape false %}{{ namn }}{% endautoescape %}", data={"namn": XML}),
    Payload("do", "{% do rader.append(1) %}", "M-03"),
    Payload("debug", "{% debug %}", "M-03"),
    Payload("trans", "{% trans %}{{ namn.__class__ }}{% endtrans %}", "M-03"),
    Payload("await", f"{{{{ await namn.{POPEN} }}}}", "M-03"),
    Payload("recursion", "{% for r in rader recursive %}{{ loop(rader) }}{% endfor %}"),
    Payload("a slice", "{{ rader[antal:] }}{{ namn[::-1] }}"),
    Payload("a key out of data", "{{ del[namn] }}", data={"namn": "__class__"}),
    Payload("a dead branch", "{% if false %}{{ namn.__class__ }}{% endif %}", ""),
    Payload("a filter block", "{% filter attr('__class__') %}x{% endfilter %}", "M-03"),
    Payload("a test that calls", "{{ namn is filter('attr') }}{{ namn is callable }}", "M-03"),
    Payload("a cell's span", "{% colspan namn.__class__ %}", "M-03", {"body": "M-05"}),
    Payload("a paragraph's tag", "{%p if namn.__class__ %}x", "M-03"),
    Payload("a paragraph's value", "{{p namn.__class__ }}", elsewhere={"title": "M-03"}),
]
MARKUP = [
    Payload("safe", "{{ namn|safe }}", "M-03", data={"namn": XML}),
    Payload("safe in a list", "{{ [namn|safe]|join }}", "M-03", data={"namn": XML}),
    Payload("xmlattr", "{{ {namn: namn}|xmlattr }}", "M-03", data={"namn": "a onclick=x"}),
    Payload("tojson", "{{ rader|tojson }}{{ rader|pprint }}", "M-03"),
    Payload(
        "brackets of the template's own", BRACKETS, "M-05", {"title": "<w:altChunk/>"}, data={"namn": "<w:altChunk/>"}
    ),
    Payload("an escape in capitals", "{{ (namn|e)|upper }}", "<", data={"namn": "<"}),
    Payload("an escape cut off", "{{ (namn|e)|trim(';') }}", "<", data={"namn": "<"}),
    Payload(
        "a block in capitals", "{% filter upper %}{{ namn }}{% endfilter %}", "M-07", {"title": "<"}, data={"namn": "<"}
    ),
    Payload(
        "escapes taken back",
        r"{{ namn|e|replace('\x26lt;', '<') }}",
        XML,
        data={"namn": XML},
    ),
]
MACROS = [
    Payload("a macro's function", f"{{% macro m() %}}{{% endmacro %}}{{{{ m._func.{GLOBALS} }}}}"),
    Payload("a macro's globals", f"{{% macro m() %}}{{% endmacro %}}{{{{ m.{GLOBALS} }}}}"),
    Payload("a macro as text", "{% macro m() %}{% endmacro %}{{ m }}"),
    Payload("a macro that is a value", "{% macro m() %}{% endmacro %}{% set m = bilden %}{{ m() }}", data=RICH),
    Payload("a macro that is an argument", "{% macro m(m) %}{{ m() }}{% endmacro %}{{ m(bilden) }}", data=RICH),
    Payload(
        "a macro that never was", "{% if inget %}{% macro bilden() %}{% endmacro %}{% endif %}{{ bilden() }}", data=RICH
    ),
    Payload(
        "a macro of a loop", "{% macro m() %}{% endmacro %}{% for m in [bilden] %}{{ m() }}{% endfor %}", data=RICH
    ),
    Payload("a call block of a value", "{% call bilden() %}x{% endcall %}", data=RICH),
    Payload("caller", "{% macro m() %}{{ caller.__init__ }}{% endmacro %}{% call m() %}x{% endcall %}"),
    Payload("a caller from outside", "{% macro m() %}{{ caller() }}{% endmacro %}{{ m(caller=bilden) }}", data=RICH),
    Payload("varargs", "{% macro m() %}{{ varargs.__class__ }}{% endmacro %}{{ m(1) }}"),
    Payload("an argument twice", "{% macro m(a) %}{{ a }}{% endmacro %}{{ m(a=1, a=2) }}"),
    Payload(
        "the compiler's own argument",
        "{% macro m() %}{% endmacro %}{% for r in rader %}{{ m(_loop_vars=r) }}{% endfor %}",
    ),
    Payload("stars", "{% macro m() %}{{ kwargs }}{% endmacro %}{{ m(*rader, **del) }}"),
]
FAULTS = [
    Payload("an argument twice in a filter", "{{ namn|trim(chars='x', chars='y') }}"),
    Payload("a macro's argument twice", "{% macro m(a, a) %}{% endmacro %}{{ m(1, 2) }}"),
    Payload("too much to unpack", "{% set a, b = rader + rader %}{% for a, b in rader %}{% endfor %}"),
    Payload("a name that a kept block is filtered by", "{% set x | join(namn) %}{% endset %}"),
    Payload("half a character", "{{ '\\ud800' }}"),
    Payload("half a character in a text", "{{ '\\ud800' ~ namn }}"),
    Payload("a character that XML has not", "{{ '\\x00\\x0b' ~ namn }}"),
    Payload("a number without end", "{{ (1e999 + 1) * 0 }}"),
    Payload("a number too large to divide", "{{ 0x" + "f" * 999 + " / 3 }}"),
    Payload("a number too large for a filter", "{{ 0x" + "f" * 999 + "|float }}{{ '1e999'|float|int }}"),
    Payload("a number too long to write", "{{ 0x" + "f" * 9000 + " }}"),
    Payload("a number too long to read", "{{ " + "9" * 9000 + " }}"),
    Payload("an unknown filter that is reached", "{% if namn %}{{ namn|finns_inte }}{% endif %}", "M-03"),
    Payload("an unknown test that is reached", "{% if namn %}{{ namn is finns_inte }}{% endif %}", "M-03"),
]
LOOPS = [
    Payload("the loop's iterator", "{% for r in rader %}{{ loop._iterator.__class__ }}{% endfor %}"),
    Payload("the loop's cycle", "{% for r in rader %}{{ loop.cycle('a', 'b') }}{% endfor %}"),
    Payload("the loop under another name", "{% for r in rader %}{% set x = loop %}{{ x.__init__ }}{% endfor %}"),
    Payload("the loop as text", "{% for r in rader %}{{ loop ~ '' }}{% endfor %}"),
    Payload("the loop called", "{% macro loop() %}{% endmacro %}{% for r in rader %}{{ loop(rader) }}{% endfor %}"),
]
OBJECTS = [
    Payload("an image's attribute", "{{ bild.content }}", data=RICH),
    Payload("an image's file (InlineImage)", f"{{{{ bild.tpl.docx.save('{FILE}') }}}}", data=RICH),
    Payload("an image's file, written", f"{{{{ bild.tpl.replace_media('{FILE}', '{FILE}') }}}}", data=RICH),
    Payload("an image's attribute in a condition", "{% if bild.width %}x{% endif %}", data=RICH),
    Payload("an image's key", "{{ bild['content'] }}", data=RICH),
    Payload(
        "an image called",
        "{% macro bild() %}{% endmacro %}{% with bild = bilden %}{{ bild() }}{% endwith %}",
        data=RICH,
    ),
    Payload("an image in a text", "{{ 'a' ~ bild }}", data=RICH),
    Payload("an image in a list", "{{ [bild]|join }}", data=RICH),
    Payload("an image repeated", "{% for x in bild %}x{% endfor %}", data=RICH),
    Payload("an image filtered", "{{ bild|upper }}", data=RICH),
    Payload("an image with words replaced", "{{ bild|replace('a', 'b') }}", data=RICH),
    Payload("an image sought in a text", "{% if bild in namn %}x{% endif %}", data=RICH),
    Payload("an image's class", "{{ bild|attr('__class__') }}", "M-03", data=RICH),
    Payload("formatted text's source", "{{ rik.xml }}", data=RICH),
    Payload("formatted text changed", "{{ rik.add('y') }}{% set rik.xml = 'y' %}", data=RICH),
    Payload("formatted text in a text", "{{ rik ~ rik }}", data=RICH),
]
WRITTEN = [
    Payload(
        "code split over runs",
        f"{{{SPLIT}{{ namn.__cl{SPLIT}ass__ }}{SPLIT}}}",
        elsewhere={"deleted": "M-03", "field": "M-03"},
    ),
    Payload(
        "character references",
        "&#123;&#x7b; namn.__class__ }}",
        elsewhere={"footnote": "{{ namn.__class__ }}"},
        raw=True,
    ),
    Payload("a comment", "{# {{ namn.__class__ }} #}", ""),
    Payload("a comment that ends", "{# #}{{ namn.__class__ }}{# #}"),
    Payload("raw", "{% raw %}{{ namn.__class__ }}{% endraw %}", "{{ namn.__class__ }}"),
    Payload("quoted braces", "{_{ namn.__class__ }_}", "{{ namn.__class__ }}", {"title": "{_{ namn.__class__ }_}"}),
    Payload("quoted braces that close", "{{ '{_{' }}{{ namn.__class__ }}{{ '}_}' }}"),
    Payload("the engine's own marks", MARKS, MARKS),
    Payload(
        "line statements",
        "# for r in rader: ## $namn ${namn} <% namn %>",
        "# for r in rader: ## $namn ${namn} <% namn %>",
    ),
]
VALUES = [
    _value("a value with an expression", "{{ 7*7 }}{{ namn.__class__ }}"),
    _value("a value with a statement", f"{{% include '{FILE}' %}}{{# #}}"),
    _value("a value with quoted braces", "{_{ 7*7 }_} {_% debug %_}"),
    _value("a value with docxtpl's tags", "{%p if x %} {{r namn }} {% colspan 9 %} {% vm %}"),
    _value("a value with XML", XML),
    _value("a value with an entity", ENTITY),
    _value("a value with CDATA", "]]><![CDATA[ --> <?php ?> &lt;w:p&gt; &#60;"),
    _value("a value with half a tag", "{", "{{ namn }}{{ namn }} 7*7 }}", "{{ 7*7 }}"),
    _value("a value in a set block", XML, "{% set x %}{{ namn }}{% endset %}{{ x }}"),
    _value("a value joined to another", "<w:br/>", "{{ namn ~ namn }}", "<w:br/><w:br/>"),
    _value("a value through filters", "<W:P/>&LT;", "{{ namn|upper|trim|capitalize|upper }}"),
    _value("a value through a macro", XML, "{% macro m(x) %}{{ x }}{% endmacro %}{{ m(namn) }}"),
]
PAYLOADS = [*PYTHON, *FORMAT, *GLOBAL, *STATEMENTS, *MARKUP, *MACROS, *FAULTS, *LOOPS, *OBJECTS, *WRITTEN, *VALUES]
