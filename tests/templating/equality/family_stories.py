"""Headers, footers, footnotes, properties and pictures: what lies beside the text of the body."""

from case import Case, case, perhaps
from contexts import line, many, short, short_line
from ooxml import CORE, Story, box, modern_box, p, picture, ps, r, sdt, tbl, tc, tr

BOLD = "<w:b/>"
LOOP = ps("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
TABLE = tbl(tr("Namn", "Nummer"), tr("{%tr for x in rows %}"), tr("{{ x.a }}", "{{ x.b }}"), tr("{%tr endfor %}"))
COLUMNS = tbl(tr(tc("{%tc for x in xs %}"), tc("{{ x }}"), tc("{%tc endfor %}")), grid=(2000,))
_MARK = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
PAGE = f"{_MARK.format('begin')}<w:r><w:instrText>PAGE</w:instrText></w:r>{_MARK.format('end')}"


def header(content: str, when: str = "default") -> Story:
    return Story("header", content, when)


def footer(content: str, when: str = "default") -> Story:
    return Story("footer", content, when)


def footnotes(*contents: str) -> Story:
    """Return footnotes: the two separators every program writes, then these."""
    marks = "".join(
        f'<w:footnote w:type="{kind}" w:id="{place}"><w:p><w:r><w:{kind}/></w:r></w:p></w:footnote>'
        for place, kind in enumerate(("separator", "continuationSeparator"), start=-1)
    )
    notes = "".join(f'<w:footnote w:id="{place}">{one}</w:footnote>' for place, one in enumerate(contents, start=1))
    return Story("footnotes", marks + notes)


BODY = ps("{{ a }}")
_TWO_SECTIONS = p(props='<w:sectPr><w:headerReference w:type="default" r:id="rIdStory1"/></w:sectPr>')
EDGES = (
    case("a header", BODY, header(p("{{ a }}", r("{{ b }}", BOLD)))),
    case("a footer", BODY, footer(p("{{ a }}", r("{{ b }}", BOLD)))),
    case("only a header has tags", ps("x"), header(ps("{{ a }}"))),
    case("a header without tags", BODY, header(ps("Norrstads kommun\n\toch mer"))),
    case("an empty header", BODY, header("<w:p/>")),
    case(
        "headers of three kinds",
        BODY,
        *(header(ps(f"{kind} {{{{ a }}}}"), kind) for kind in ("default", "first", "even")),
    ),
    case(
        "footers of three kinds",
        BODY,
        *(footer(ps(f"{kind} {{{{ a }}}}"), kind) for kind in ("default", "first", "even")),
    ),
    case("a loop in a header", BODY, header(LOOP + ps("x"))),
    case("a loop in a footer", BODY, footer(LOOP + ps("x"))),
    case("a growing table in a header", BODY, header(TABLE + ps("{{ a }}"))),
    case("columns in a header, whose grid stays", BODY, header(COLUMNS + ps("{{ a }}"))),
    case("a table with a wrong grid in a footer", BODY, footer(tbl(tr("{{ a }}", "2", "3"), grid=(1,)) + ps(""))),
    case("a header whose table is merged", BODY, header(tbl(tr("{% colspan n %}{{ a }}"), grid=(1, 2)) + ps(""))),
    case("a condition in a header", BODY, header(p("{% if f %}{{ a }}{% else %}b{% endif %}"))),
    case("a text box in a header", BODY, header(p("{{ b }}", r(box(ps("{{ a }}")), BOLD)))),
    case("a text box told twice in a header", BODY, header(p(r(modern_box(ps("{{ a }}")))))),
    case("a content control in a footer", BODY, footer(sdt(p("{{ a }}")))),
    case("a page number in a footer", BODY, footer(p("Sida ", PAGE, " {{ a }}"))),
    case("a picture in a header", BODY, header(p(picture(5, "{{ a }}"), "{{ b }}"))),
    case("a picture in header and body", p(picture(9), "{{ a }}"), header(p(picture(5), "{{ b }}"))),
    case("escapes and merges in a header", BODY, header(ps("{_{ {{ a }}", "{%- if f -%}", " x", "{%- endif -%}"))),
    case(
        "two sections with their own headers",
        ps("x") + _TWO_SECTIONS + BODY,
        header(ps("1 {{ a }}")),
        header(ps("2 {{ b }}")),
    ),
    case("a variable set in the body is not the header's", ps("{% set a = 'x' %}{{ a }}"), header(ps("{{ a }}"))),
    case("a header before the body's first", BODY, header("<!-- x --><?pi y?>" + ps("{{ a }}")), footer(ps("{{ b }}"))),
)

NOTES = (
    case(
        "a footnote", p("{{ a }}", r('<w:footnoteReference w:id="1"/>')), footnotes(p("Se {{ a }}", r("{{ b }}", BOLD)))
    ),
    case("a footnote without tags", BODY, footnotes(ps("Se\n3 §"))),
    case("a loop in a footnote", BODY, footnotes(LOOP + ps("x"), ps("{{ a }}"))),
    perhaps(
        "repeated footnotes",
        BODY,
        Story(
            "footnotes",
            "{% for x in ys %}<w:footnote w:id='{{ loop.index }}'>" + ps("{{ x }}") + "</w:footnote>{% endfor %}",
        ),
    ),
    case("a growing table in a footnote", BODY, footnotes(TABLE + ps("x"))),
    case(
        "a footnote with its own white space",
        BODY,
        Story("footnotes", "\n  <w:footnote w:id='1'>\n" + ps("{{ rad }}") + "\n</w:footnote>\n"),
    ),
    case(
        "a footnote with the line breaks of Windows",
        BODY,
        Story("footnotes", "\r\n<w:footnote w:id='1'>" + ps("a\r\nb {{ a }}") + "\r</w:footnote>\r\n"),
    ),
    case(
        "breaks in the words of tags in a footnote",
        BODY,
        footnotes(ps("{{ xs|join('\\n') }}", "{{ rad ~ '\\t' }}")),
        xs=many(line),
    ),
    case("escapes in a footnote", BODY, footnotes(ps("{_{ {{ a }} }_}", "{%- if f -%}", " x", "{%- endif -%}"))),
    case("tags in endnotes stay", BODY, Story("endnotes", "<w:endnote w:id='1'>" + ps("{{ x.y() }}") + "</w:endnote>")),
    case("tags in comments stay", BODY, Story("comments", "<w:comment w:id='1'>" + ps("{{ x.y() }}") + "</w:comment>")),
    case(
        "everything at once",
        BODY + TABLE + LOOP,
        header(LOOP),
        footer(TABLE + ps("{{ b }}")),
        footnotes(LOOP + ps("x")),
    ),
)

_PROPERTIES = {
    "title": "Om {{ a }}",
    "creator": "{{ a }} och {{ b }}",
    "subject": "{% if f %}{{ b }}{% else %}-{% endif %}",
    "description": "{{ a }}",
    "language": "sv",
    "identifier": "{% for x in xs %}.{% endfor %}",
}
_OTHERS = "<cp:keywords>{{ a }}</cp:keywords><cp:category>{{ a }}</cp:category><cp:lastModifiedBy>x</cp:lastModifiedBy>"
_DATES = (
    '<dcterms:created xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" '
    'xsi:type="dcterms:W3CDTF">2020-01-02T03:04:05Z</dcterms:created>'
)
PROPERTIES = (
    case("core properties", BODY, core=_PROPERTIES, a=short, b=short),
    case("no core property", BODY, core={}),
    case("an empty core property", BODY, core={"title": "", "creator": "{{ a }}"}, a=short),
    case(
        "core properties docxtpl does not fill",
        BODY,
        core=CORE | {"date": "{{ a }}", "title": f"x</dc:title>{_OTHERS}{_DATES}<dc:title>"},
        a=short,
    ),
    case(
        "white space in a core property",
        BODY,
        core={"title": "  Om\n\t{{ a }} ", "subject": "&lt;&amp;&quot;“ {{ a }}"},
        a=short_line,
    ),
    case(
        "a core property that ends with a line break",
        BODY,
        core={"title": "Om {{ a }}\n", "subject": "x\n\n", "creator": "\n"},
        a=short_line,
    ),
    case(
        "a core property with the line breaks of Windows",
        BODY,
        core={"title": "a&#13;\nb {{ a }}", "subject": "x&#13;y"},
        a=short_line,
    ),
    case(
        "breaks in the words of a core property's tag",
        BODY,
        core={"title": "{{ a ~ '\\n' }}", "subject": "{{ '&lt;' }}"},
        a=short_line,
    ),
    case("escapes in a core property", BODY, core={"title": "{_{ a }_} {{ a }}"}, a=short),
)

PICTURES = (
    case("pictures are numbered", p(picture(1), picture(1), "{{ a }}") + p(picture(77)) + p(picture(1001))),
    case(
        "a picture repeated", ps("{%p for x in xs %}") + p(picture(4), "{{ x }}") + ps("{%p endfor %}") + p(picture(4))
    ),
    case("a picture left out", p(picture(8)) + ps("{%p if f %}") + p(picture(4)) + ps("{%p endif %}") + p(picture(5))),
    case("a picture and a text box", p(picture(2), "{{ a }}", r(modern_box(p(picture(3), "{{ b }}"))), picture(2))),
    case("a picture without a number", p(picture().replace('id="1" name="bild"', 'name="bild"'), "{{ a }}")),
    perhaps(
        "a picture whose number is a tag", p(picture().replace('<wp:docPr id="1"', '<wp:docPr id="{{ n }}"'), "{{ a }}")
    ),
    case(
        "pictures in a growing table",
        tbl(tr("{%tr for x in rows %}"), tr(tc(p(picture(2))), "{{ x.a }}"), tr("{%tr endfor %}")),
    ),
    case(
        "a picture in a comment",
        "<!-- " + picture(3).replace("--", "") + " -->" + p(picture(4), "{{ a }}") + p(picture(5)),
    ),
    case(
        "a picture in a comment of a loop",
        ps("{%p for x in xs %}") + "<!-- <wp:docPr id='3'/> -->" + p(picture(4)) + ps("{%p endfor %}"),
    ),
    case(
        "a picture whose number comes last",
        p(
            picture(4).replace('<wp:docPr id="4" name="bild" descr=""', '<wp:docPr name="bild" descr="{{ a }}" id="4"'),
            picture(5),
        ),
    ),
    case(
        "a picture with another number before its own",
        p(picture(4).replace("<wp:docPr ", '<wp:docPr w14:id="9" '), picture(5)),
    ),
    case("pictures and nothing else", p(picture(3), picture(3))),
)

CASES: tuple[Case, ...] = (*EDGES, *NOTES, *PROPERTIES, *PICTURES)
