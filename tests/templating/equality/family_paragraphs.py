"""Paragraphs and runs: values, tags that stand in their own paragraph or run, and text boxes."""

from case import Case, case, perhaps
from contexts import chosen, line, many, unbraced
from ooxml import box, modern_box, p, picture, ps, r, sdt, t

BOLD = '<w:b/><w:color w:val="FF0000"/>'
CENTRED = '<w:pStyle w:val="Normal"/><w:jc w:val="center"/>'
CHANGED = '<w:b/><w:rPrChange w:id="1" w:author="x"><w:rPr><w:i/></w:rPr></w:rPrChange>'
MARK = "<w:rPr><w:b/></w:rPr>"
BREAKING = ("{{ rad ~ '\\n' ~ rad }}", "{{ xs|join('\\t') }}", "{{ rad|replace('a', '\\n') }}", "{{ 'x\ny' }}")

VALUES = (
    case("a value", ps("Till {{ a }}!", "{{ a }}", "{{ a }}{{ b }} och {{ a }}")),
    case("a value without spaces in its tag", ps("Till {{a}}!", "{{a}}{{b}}")),
    case("a value in a run with properties", p(r("Till {{ a }}!", BOLD), r("{{ b }}"))),
    case("a value in a paragraph with properties", p(r("{{ a }}", BOLD), "{{ b }}", props=CENTRED)),
    case("a value in a paragraph whose mark is bold", p("{{ a }}", r("{{ a }}", "<w:i/>"), props=MARK)),
    case("a value in a run with a tracked change", p(r("{{ rad }}", CHANGED), r("{{ a }}", BOLD))),
    case("values with a break and a tab between", p(r(f"{t('{{ a }}')}<w:br/>{t('{{ b }}')}<w:tab/>"))),
    case("an empty text before", p(r('<w:t xml:space="preserve"/><w:tab/><w:t>{{ a }}</w:t>', BOLD))),
    case("an empty run before", '<w:p><w:r w:rsidR="1"/><w:r><w:t>{{ a }}</w:t></w:r></w:p>'),
    case("an empty run with properties before", p("<w:r><w:rPr><w:b/></w:rPr></w:r>", "{{ a }}")),
    case(
        "empty paragraphs that close themselves",
        f'<w:p w:rsidR="1"/>{p("{{ a }}", props=CENTRED)}<w:p/>{ps("{{ a }}")}<w:p w:rsidR="2"/>{p(r("x", BOLD))}',
    ),
    case("empty properties", '<w:p><w:pPr/><w:r><w:rPr/><w:t>{{ a }}</w:t></w:r><w:r w:rsidR="1"><w:rPr/></w:r></w:p>'),
    case("properties after the text", "<w:p><w:r><w:t>{{ a }}</w:t><w:rPr><w:b/></w:rPr></w:r></w:p>"),
    case("properties twice", "<w:p><w:r><w:rPr><w:b/></w:rPr><w:rPr><w:i/></w:rPr><w:t>{{ a }}</w:t></w:r></w:p>"),
    case("properties with attributes", '<w:p><w:r><w:rPr w:rsidR="1"><w:b/></w:rPr><w:t>{{ a }}</w:t></w:r></w:p>'),
    case(
        "properties over two lines",
        '<w:p><w:r><w:rPr><w:rFonts w:ascii="a&#10;b"/></w:rPr><w:t>{{ a }}</w:t></w:r></w:p>',
    ),
    perhaps("properties that come and go", p(r("{{ a }}", "{% if f %}<w:b/>{% endif %}"), r("{{ a }}", BOLD))),
    case(
        "an empty run between others", p(r("{{ a }}", BOLD), '<w:r w:rsidR="1"/>', r("{{ a }}"), r("{{ b }}", "<w:i/>"))
    ),
    case(
        "a run in ruby",
        p(r(f"<w:ruby><w:rt>{r('{{ rad }}', BOLD)}</w:rt><w:rubyBase>{r('{{ rad }}')}</w:rubyBase></w:ruby>")),
    ),
    case("attributes on all", '<w:p w:rsidR="1" w14:paraId="2"><w:r w:rsidR="3"><w:t>{{ a }}</w:t></w:r></w:p>'),
    case("line breaks and tabs in the template's own text", ps("a\nb\tc", "a\n{{ a }}\tc\n") + p(r("x\n\ty", BOLD))),
    case("line breaks and tabs inside a tag", ps("{{\n a\t}}", "{% if f\n or a %}ja{%\tendif %}")),
    case(
        "line breaks and tabs in the words of a tag",
        ps(*BREAKING) + p(*(r(one, BOLD) for one in BREAKING)),
        xs=many(line),
    ),
    case("a text that keeps no space", "<w:p><w:r><w:t>  {{ a }}  </w:t><w:t> x </w:t></w:r></w:p>"),
    case("entities in the template", ps("&lt;&amp;&gt;&#233;&#10;&#9;&#13;&quot;&apos; {{ a }} &lt;b&gt;")),
    case("numbers", ps("{{ n }} kr", "{{ n }}{{ n }}")),
    case("a tracked insertion", p("<w:ins w:id='1' w:author='x'>" + r("{{ a }}", BOLD) + "</w:ins>")),
    case("a tracked deletion", p("<w:del w:id='2'><w:r><w:delText>{{ a }}</w:delText></w:r></w:del>")),
    case("a simple field", p("<w:fldSimple w:instr=' PAGE '>" + r("{{ a }}") + "</w:fldSimple>", "{{ b }}")),
    perhaps("the author of a change", p("<w:ins w:id='1' w:author='{{ a }}'>" + r("{{ a }}", BOLD) + "</w:ins>")),
    perhaps(
        "the code of a simple field", p("<w:fldSimple w:instr=' QUOTE {{ n }} '>" + r("{{ a }}") + "</w:fldSimple>")
    ),
    perhaps("a field code", p(r('<w:instrText xml:space="preserve"> QUOTE "{{ rad }}" {{ n }} </w:instrText>'))),
    case("a smart tag", p('<w:smartTag w:element="x">' + r("{{ a }}") + "</w:smartTag>")),
    case("a hyperlink", p('<w:hyperlink w:anchor="x">' + r("{{ a }}", BOLD) + "</w:hyperlink>", " {{ a }}")),
    case("content controls", sdt(p("{{ a }}")) + p(sdt(r("{{ b }}", BOLD))) + sdt(sdt(p("{{ a }}")))),
    case("an alternative text", p(picture(descr="Bild av {{ a }}")) + ps("{{ a }}")),
    case("a bookmark's name", p('<w:bookmarkStart w:id="1" w:name="{{ a }}"/><w:bookmarkEnd w:id="1"/>', "x")),
)

_INNER = p("{{ b }}", props=CENTRED)
_CELL = f"<w:tbl><w:tblGrid><w:gridCol w:w='9'/></w:tblGrid><w:tr><w:tc>{_INNER}</w:tc></w:tr></w:tbl>"
BOXES = (
    case("a text box", p(r(box(ps("{{ a }}"))))),
    case("a text box between values", p("{{ a }}", r(box(ps("{{ b }}"))), "{{ a }}")),
    case("a text box in a run with properties", p(r(box(ps("{{ b }}", "{{ a }}")), BOLD), "{{ a }}")),
    case("a text box whose text has properties", p(r(box(p(r("{{ b }}", BOLD), props=CENTRED))), "{{ a }}")),
    case("a text box where all has properties", p(r("{{ a }}", BOLD), r(box(_INNER)), "{{ a }}", props=MARK)),
    case("a text box told twice", p("{{ a }}", r(modern_box(_INNER)), "{{ a }}")),
    case("a text box told twice in a bold run", p(r(modern_box(ps("{{ b }}") + _INNER), BOLD)) + ps("{{ a }}")),
    case("a text box with a table", p(r(box(_CELL)))),
    case("a loop in a text box", p(r(box(ps("{%p for x in ys %}", "{{ x }}", "{%p endfor %}")), BOLD))),
    case("a text box with breaks in the words of tags", p(r(box(ps(*BREAKING)))), xs=many(line)),
    case("a text box told twice with such breaks", p(r(modern_box(ps(*BREAKING)), BOLD)), xs=many(line)),
    case("such breaks from a macro", ps("{% macro m(x, y='\\n\\t') %}{{ x }}{{ y }}{% endmacro %}{{ m(rad) }}")),
    case("a text box after a break", p(r(f"<w:br/>{box(_INNER)}{t('{{ a }}')}", BOLD), "{{ a }}")),
    case("a text box that may be left out", p("{% if f %}", r(box(_INNER)), "{% endif %}", "{{ b }}")),
)

_LOOPS = (
    "{%p for x in rows %}",
    "{{ x.a }}",
    "{%p for y in x.xs %}",
    "{{ x.a }}: {{ y }}",
    "{%p endfor %}",
    "{%p endfor %}",
)
_ELIF = ("{%p if f %}", "{{ a }}", "{%p elif g %}", "g", "{%p else %}", "{{ b }}", "{%p endif %}")
_COND = ("{%p for x in rows %}", "{%p if x.f %}", "{{ x.a }}", "{%p endif %}", "{%p endfor %}")
BLOCKS = (
    case("paragraphs repeated", ps("före", "{%p for x in xs %}", "{{ x }}", "{%p endfor %}", "efter")),
    case("paragraphs repeated, or another", ps("{%p for x in xs %}", "{{ x }}", "{%p else %}", "-", "{%p endfor %}")),
    case("paragraphs left out", ps("{%p if f %}", "{{ a }}", "{%p endif %}", "alltid")),
    case("one of three paragraphs", ps(*_ELIF)),
    case("loops in loops", ps(*_LOOPS)),
    case("loops in loops with properties", "".join(p(r(one, BOLD), props=CENTRED) for one in _LOOPS)),
    case("a condition in a loop", ps(*_COND)),
    case("no spaces in paragraph tags' ends", ps("{%p for x in xs%}", "{{x}}", "{%p endfor%}")),
    case("words beside a paragraph tag", ps("bort {%p for x in xs %} bort", "{{ x }}", "{%p endfor %}")),
    case(
        "tags inside a run", ps("a{% if f %}{{ a }}{% else %}c{% endif %}d", "{% for x in xs %}{{ x }}, {% endfor %}")
    ),
    case("a loop around runs", p("{% for x in xs %}", r("{{ x }}", BOLD), "{% endfor %}")),
    case("a condition around runs", p("{% if f %}", r("ja", BOLD), "{% endif %}", r("x", BOLD))),
    case("a loop over the end of a paragraph", ps("a{% for x in xs %}{{ x }}", "b{% endfor %}c")),
    case(
        "a condition over the end of a paragraph",
        p(r("{% if f %}{{ a }}", BOLD), props=CENTRED) + ps("b{% endif %}{{ a }}"),
    ),
    case("a kept block over the end of a paragraph", ps("{% set x %}{{ a }}", "b{% endset %}{{ x }}{{ x }}")),
    case("run tags", p("a", "{%r if f %}", r("{{ a }}", BOLD), "{%r else %}", r("nej", "<w:i/>"), "{%r endif %}", "b")),
    case("run tags around a repeated run", p("{%r for x in xs %}", r("{{ x }}", BOLD), "{%r endfor %}")),
    case("run tags inside a text", ps("före {%r if f %} mitt {{ a }} {%r endif %} efter")),
    case("closing braces that close nothing", ps("{{ a }}", *["text " * 500] * 20, "100 %} }} #} {{ a }}")),
    case("a plain text where a rich one is expected", ps("före {{r a }} efter")),
    case("a plain text where a paragraph is expected", ps("före", "{{p rad }}", "efter")),
    case("a section left out", ps("{%p if f %}") + p(props="<w:sectPr/>") + ps("{{ a }}", "{%p endif %}")),
    case("a loop around nothing", ps("{%p for x in xs %}", "{%p endfor %}")),
)

_IF = ("{%- if f -%}", "{%- else -%}", "{%- endif -%}")
_CURLY = (
    "{% if n == 7 and s == “ja” %}{{ a }}{% endif %}",
    "{% if s == \u2018ja\u2019 %}{{ a ~ “ – ” ~ a }}{% endif %}",
    "{{ a }} “utanför” \u2018också\u2019",
)
WRITING = (
    case("merged paragraphs", ps("Huset", _IF[0], "i\u00a0stan", _IF[1], "på {{ a }}", _IF[2], "nu")),
    case("merged runs", p("A ", _IF[0], r(" {{ a }} ", BOLD), _IF[2], " B")),
    case("merged loops", ps("Namn:", "{%- for x in xs -%}", "{{ x }},", "{%- endfor -%}", "slut")),
    case("whitespace taken inside a run", ps("a  {%- if f %}  {{- a -}}  {%- endif %}  b", "  {{- a }} x {{ a -}}  y")),
    case("comments", ps("a{# {{ b }} #}b {{ a }}", "{#p ett stycke {{ b }} #}", "{# hela #}", "{#- tätt -#}x")),
    case(
        "escaped delimiters", ps("{_{ a }_} {_% if %_}", "{_{ {{ a }} }_}", "{_%{{ a }}%_}") + p(r("{_{", BOLD), "}_}")
    ),
    case("escaped delimiters before a tag", ps("{_{{ a }}", "{_%{% if f %}x{% endif %}"), a=unbraced),
    case("escaped delimiters after a tag", ps("{{ a }}_}", "{{ a }} }_}", "{% if f %}x{% endif %}_}"), a=unbraced),
    case("escaped delimiters inside a tag", ps("{{ '{_{' }}{{ a }}{{ '%_}' }}")),
    case("escaped delimiters in a condition", ps("{% if a == '{_{' %}x{% endif %}y")),
    case("escaped delimiters in a comment", ps("{# {_{ x }_} #}{{ a }}")),
    case("escaped delimiters in an attribute", p(picture(descr="{_{ x }_} {{ a }}"))),
    case("escaped delimiters over two runs", p("{_", r("{", BOLD), "x {{ a }}")),
    case("curly quotes in tags", ps(*_CURLY), s=chosen("ja", "nej", "“ja”")),
    case("entities in conditions", ps("{% if n &lt; 7 %}u{% elif n &gt;= 100 %}ö{% endif %}{{ a }} &lt;x&gt;")),
    case("an ampersand in a condition", ps("{% if a == 'AT&amp;T' %}x{% endif %}y{{ a }}")),
)


def _split(tag: str, between: str = "") -> str:
    """Return a paragraph for each place where the tag can be cut in two runs, and one cut at every place."""
    places = range(1, len(tag))
    cuts = [p(r(f"<w:t>före {tag[:place]}</w:t>", BOLD), between, r(tag[place:] + " efter")) for place in places]
    return "".join(cuts) + p(*(r(one) for one in tag))


_SPELLING = '<w:bookmarkStart w:id="1" w:name="x"/><w:proofErr w:type="spellStart"/>'
SPLIT = (
    *(case(f"{tag} cut", _split(tag)) for tag in ("{{ a }}", "{{a}}", "{% if f %}{{ a }}{% endif %}", "{# x #}")),
    case("a tag cut by marks of the spelling", _split("{{ a }}", _SPELLING)),
    case("a paragraph tag cut", _split("{%p if f %}") + ps("{{ a }}", *["{%p endif %}"] * 11)),
    case("a tag cut by a line break", p(r(f"{t('{{')}<w:br/>{t('a }} x')}")) + ps("{{ a }}")),
)

CASES: tuple[Case, ...] = (*VALUES, *BOXES, *BLOCKS, *WRITING, *SPLIT)
