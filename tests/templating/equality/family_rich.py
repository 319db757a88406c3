"""Values that bring their own formatting: text, paragraphs, listings, links and pictures."""

from case import Case, case, perhaps
from contexts import few, group, many, text
from family_stories import footer, footnotes, header
from ooxml import box, modern_box, p, picture, ps, r, sdt, tbl, tc, tr
from rich_values import lines, linked_paragraphs, links, paragraphs, pictures, plain_words, short_lines, words

BOLD = "<w:b/>"
CENTRED = '<w:pStyle w:val="Normal"/><w:jc w:val="center"/>'
BODY = ps("{{ a }}")
_ROWS = tr("{%tr for x in xs %}"), tr("{%tr endfor %}")
_BOX = p("{{ v }}", props=CENTRED)

TEXTS = (
    case("formatted text", ps("före {{r v }} efter", "{{r v }}"), v=words),
    case("formatted text in a run of its own", p("före ", r("{{r v }}", BOLD), " efter", props=CENTRED), v=words),
    case("formatted text without its mark", ps("före {{ v }} efter"), v=plain_words),
    case("formatted and plain text", ps("{{ a }}{{r v }}{{ b }}"), v=words),
    case("formatted text in a loop", ps("{%p for x in xs %}", "{{r x }}", "{%p endfor %}"), xs=many(words)),
    case("formatted text in rows", tbl(_ROWS[0], tr("{{r x }}", "{{ a }}"), _ROWS[1]), xs=many(words)),
    case("formatted text in a text box", p(r(box(ps("{{r v }}")), BOLD), "{{ a }}"), v=words),
    case("formatted text in a header", BODY, header(ps("{{r v }}")), v=words),
    case("formatted text in a footnote", BODY, footnotes(ps("{{r v }}")), v=words),
    case(
        "formatted text under a condition",
        ps("{% if v %}{{r v }}{% endif %}", "{%r if f %}{{r v }}{%r endif %}"),
        v=words,
    ),
    case("formatted text set", ps("{% set x = v %}{{r x }}"), v=words),
    case("formatted text through a macro", ps("{% macro m(x) %}{{ x }}{% endmacro %}{{r m(v) }}"), v=words),
    case("paragraphs", ps("före", "{{p v }}", "efter"), v=paragraphs),
    case("paragraphs in a loop", ps("{%p for x in xs %}", "{{p x }}", "{%p endfor %}"), xs=many(paragraphs)),
    case("paragraphs in a cell", tbl(tr(tc(ps("{{p v }}", "x")), "{{ a }}")), v=paragraphs),
    case("paragraphs in a header", BODY, header(ps("{{p v }}", "x")), v=paragraphs),
    case("paragraphs in a footnote", BODY, footnotes(ps("{{p v }}", "x")), v=paragraphs),
    case("paragraphs in a content control", sdt(ps("{{p v }}")) + BODY, v=paragraphs),
)

LISTINGS = (
    case("a listing", ps("före {{ v }} efter", "{{ v }}"), v=lines),
    case("a listing in formatted runs", p(r("{{ v }}", BOLD), r("{{ a }}{{ v }}", "<w:i/>"), props=CENTRED), v=lines),
    case("a listing after an empty paragraph", '<w:p w:rsidR="1"/>' + p(r("{{ v }}", BOLD), props=CENTRED), v=lines),
    case("a listing after an empty run", '<w:p><w:r w:rsidR="1"/>' + r("{{ v }}", BOLD) + "</w:p>", v=lines),
    case("a listing in a loop", ps("{%p for x in xs %}", "{{ x }}", "{%p endfor %}"), xs=many(lines)),
    case("a listing in rows", tbl(_ROWS[0], tr("{{ x }}", "{{ a }}"), _ROWS[1]), xs=many(lines)),
    case("a listing in a text box", p(r(box(_BOX), BOLD), "{{ v }}"), v=short_lines),
    case("a listing in a text box told twice", p("{{ v }}", r(modern_box(_BOX)), props=CENTRED), v=lines),
    case("a listing in a header", BODY, header(p(r("{{ v }}", BOLD), props=CENTRED)), v=lines),
    case("a listing in a footnote", BODY, footnotes(p(r("{{ v }}", BOLD), props=CENTRED)), v=lines),
    case(
        "a listing in a hyperlink",
        p('<w:hyperlink w:anchor="x">' + r("{{ rad }}") + "</w:hyperlink>", "{{ v }}"),
        v=lines,
    ),
    perhaps("a listing put together with text", ps("{{ a ~ v ~ b }}", "{{ [a, v]|join(', ') }}"), v=lines),
    case("a listing through a macro", ps("{% macro m(x) %}[{{ x }}]{% endmacro %}{{ m(v) }}"), v=lines),
    case("a listing in a kept block", ps("{% set x %}[{{ v }}]{% endset %}{{ x }}"), v=lines),
    case("a listing in properties", ps("{{ v }}"), core={"title": "{{ a|length }}"}, v=lines),
    case("all kinds of text", ps("{{ v }}", "{{r w }}", "{{p x }}", "{{ a }}"), v=lines, w=words, x=paragraphs),
)

_ITEMS = many(group(a=text, v=lines, w=links, b=pictures))
_ROOMS = p("{{ x.b }}", "{{ x.a }}"), p("{{ x.v }}", "{{r x.w }}")
RELATED = (
    case("links", ps("före {{r v }} efter", "{{r v }}"), v=links),
    case("links in a loop", ps("{%p for x in xs %}", "{{r x }}", "{%p endfor %}"), xs=many(links)),
    case("links in paragraphs", ps("{{p v }}", "x"), v=linked_paragraphs),
    case(
        "links and a link of the template",
        p('<w:hyperlink r:id="rIdPic">' + r("x") + "</w:hyperlink>", "{{r v }}"),
        v=links,
    ),
    case("a picture", ps("före {{ v }} efter"), v=pictures),
    case("a picture in a formatted run", p(r("{{ v }}", BOLD), r("{{ a }}", "<w:i/>"), props=CENTRED), v=pictures),
    case("two pictures", ps("{{ v }}{{ w }}", "{{ v }}"), v=pictures, w=pictures),
    case("pictures in a loop", ps("{%p for x in xs %}", "{{ x }}", "{%p endfor %}"), xs=many(pictures)),
    case("pictures in rows", tbl(_ROWS[0], tr("{{ x }}", "{{ a }}"), _ROWS[1]), xs=many(pictures)),
    case("a picture beside the template's own", p(picture(7), "{{ v }}", picture(7), "{{ a }}"), v=pictures),
    case("a picture in a text box", p(r(box(ps("{{ v }}")))), v=pictures),
    case("a picture put in a header", BODY, header(ps("{{ v }}")), v=pictures),
    case(
        "a picture in header, footer and body",
        ps("{{ v }}"),
        header(p(picture(3), "{{ v }}")),
        footer(ps("{{ w }}")),
        v=pictures,
        w=pictures,
    ),
    case("a picture that is not shown", ps("{% if f %}{{ v }}{% endif %}"), v=pictures),
    case("a picture through a macro", ps("{% macro m(x) %}{{ x }}{% endmacro %}{{ m(v) }}"), v=pictures),
    case("everything rich in rows", tbl(_ROWS[0], tr(tc(_ROOMS[0]), tc(_ROOMS[1])), _ROWS[1]), xs=_ITEMS),
    case(
        "everything rich in paragraphs",
        ps("{%p for x in xs %}") + "".join(_ROOMS) + ps("{{ a }}", "{%p endfor %}"),
        header(ps("{{ a }}")),
        xs=_ITEMS,
    ),
    case(
        "few of everything",
        ps("{% for x in xs %}{{ x.b }}{{ x.v }}{{ x.a }}{% endfor %}"),
        xs=few(group(a=text, b=pictures, v=lines)),
    ),
)

CASES: tuple[Case, ...] = (*TEXTS, *LISTINGS, *RELATED)
