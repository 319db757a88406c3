"""Tables: rows, columns and cells that are repeated, left out, merged and coloured, and the grid that follows."""

from case import Case, case
from contexts import chosen, colour, few, group, many, text, whole
from ooxml import p, picture, ps, r, sdt, tbl, tc, tr

HEAD = tr("Namn", "Belopp")
FOR, END = tr("{%tr for x in rows %}"), tr("{%tr endfor %}")
ROW = tr("{{ x.a }}", "{{ x.b }}")
SPAN2 = '<w:gridSpan w:val="2"/>'
SPAN = chosen(1, 2, 3)
MERGED = '<w:vMerge w:val="restart"/>'
SPACED = "<w:tblPrEx><w:tblW w:w='0' w:type='auto'/></w:tblPrEx><w:trPr><w:cantSplit/></w:trPr>"
BEFORE = '<w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="2000" w:type="dxa"/></w:trPr>'
AFTER = '<w:trPr><w:gridAfter w:val="1"/></w:trPr>'
TRACKED = (
    "<w:tblGridChange w:id='1'><w:tblGrid>" + "<w:gridCol w:w='9'/>" * 4 + "</w:tblGrid></w:tblGridChange></w:tblGrid>"
)
INSERTED = "<w:trPr><w:ins w:id='1' w:author='x'/></w:trPr>"
CELLS = (tc("{%tc for x in xs %}"), tc("{{ x }}"), tc("{%tc endfor %}"))

ROWS = (
    case("a table of values", tbl(HEAD, tr("{{ a }}", "{{ b }}"))),
    case("rows repeated under a head", tbl(HEAD, FOR, ROW, END)),
    case("rows repeated without a head", tbl(FOR, ROW, END)),
    case("rows repeated above a foot", tbl(FOR, ROW, END, tr("Summa", "{{ n }}"))),
    case("rows repeated between paragraphs", ps("{{ a }}") + tbl(HEAD, FOR, ROW, END) + ps("{{ b }}")),
    case("two rows repeated together", tbl(HEAD, FOR, ROW, tr(tc("{{ x.n }}", props=SPAN2)), END)),
    case("rows, or another row", tbl(HEAD, FOR, ROW, tr("{%tr else %}"), tr(tc("inga", props=SPAN2)), END)),
    case("rows, or a narrower row", tbl(FOR, ROW, tr("{%tr else %}"), tr("inga"), END)),
    case("a row left out", tbl(HEAD, tr("{%tr if f %}"), tr("{{ a }}", "{{ b }}"), tr("{%tr endif %}"))),
    case(
        "one of two rows", tbl(tr("{%tr if f %}"), tr("{{ a }}", "b"), tr("{%tr else %}"), tr("x"), tr("{%tr endif %}"))
    ),
    case("a row left out in a loop", tbl(HEAD, FOR, tr("{%tr if x.f %}"), ROW, tr("{%tr endif %}"), END)),
    case("rows in rows", tbl(HEAD, FOR, ROW, tr("{%tr for y in x.xs %}"), tr("", "{{ y }}"), END, END)),
    case(
        "row tags in one cell of two", tbl(HEAD, tr("{%tr for x in rows %}", "bort"), ROW, tr("bort", "{%tr endfor %}"))
    ),
    case(
        "row tags that end the row they stand in", tbl(HEAD, tr("{%tr for x in rows %}"), ROW, END, tr("{{ a }}", ""))
    ),
    case(
        "a loop in one cell",
        tbl(HEAD, tr("{% for x in rows %}{{ x.a }}; {% endfor %}", "{% if f %}{{ b }}{% endif %}")),
    ),
    case("paragraphs repeated in a cell", tbl(tr(tc(ps("{%p for x in xs %}", "{{ x }}", "{%p endfor %}", "")), "b"))),
    case("plain tags between rows", tbl(HEAD, FOR.replace("{%tr ", "{%tr  "), ROW, END)),
    case("rows with attributes and properties", tbl(HEAD, FOR, tr("{{ x.a }}", "{{ x.b }}", before=SPACED), END)),
    case("rows with cells merged downwards", tbl(HEAD, FOR, tr(tc("{{ x.a }}", props=MERGED), "{{ x.b }}"), END)),
    case("rows with a comment row", tbl(HEAD, tr("{#tr en rad {{ a }} #}"), FOR, ROW, END)),
    case("a cell with a comment cell", tbl(HEAD, tr("{{ a }}", tc("{#tc bort #}"), "{{ b }}"))),
    case(
        "a comment cell and no other tag",
        tbl(tr("a", tc("{#tc bort #}"), "b"), grid=(1000, 2000, 3000)) + ps("{{ a }}"),
    ),
    case("rows whose values are tags of a row", tbl(FOR, ROW, END) + tbl(HEAD, tr("{{ a }}", "{{ b }}"))),
    case("a loop from one cell to another", tbl(tr("{% for x in xs %}{{ x }}", "{% endfor %}"))),
    case("a loop from one row to another", tbl(tr("a", "{% for x in xs %}{{ x }}"), tr("{% endfor %}b", "{{ a }}"))),
    case("tables with nothing between", tbl(HEAD, FOR, ROW, END) + tbl(FOR, ROW, END) + tbl(tr(*CELLS)) + ps("")),
    case("two tables that grow", tbl(HEAD, FOR, ROW, END) + ps("") + tbl(FOR, ROW, END)),
)

_WIDE = tr("1", "2", "3")
COLUMNS = (
    case("columns repeated", tbl(tr(*CELLS), tr(*CELLS), grid=(2000,))),
    case("columns repeated beside others", tbl(tr("Namn", *CELLS, "Summa"), grid=(2000, 2000, 2000))),
    case("columns under a row of fixed width", tbl(_WIDE, tr(*CELLS), grid=(1000, 1000, 1000))),
    case("columns in a grid too wide", tbl(tr(*CELLS), grid=(1000,) * 9)),
    case("columns of uneven width", tbl(tr("x", *CELLS), grid=(999, 1, 5000))),
    case("columns of a width with decimals", tbl(tr("x", *CELLS), grid=("999.5", "1.25"))),
    case("columns of no width", tbl(tr("x", *CELLS), grid=(0, 0))),
    case(
        "columns in repeated rows", tbl(FOR, tr("{{ x.a }}", tc("{%tc for y in x.xs %}"), tc("{{ y }}"), CELLS[2]), END)
    ),
    case("a column left out", tbl(tr("a", tc("{%tc if f %}"), tc("{{ a }}"), tc("{%tc endif %}")))),
    case(
        "one of two columns",
        tbl(tr("a", tc("{%tc if f %}"), tc("b"), tc("{%tc else %}"), "c", "d", tc("{%tc endif %}"))),
    ),
    case("a narrower row with cells that span", tbl(tr(*CELLS), tr(tc("{{ a }}", props=SPAN2)), grid=(900, 900))),
    case("a row wider than the grid", tbl(FOR, tr("{{ x.a }}", "2", "3"), END, grid=(2000,))),
    case("a row narrower than the grid", tbl(FOR, tr("{{ x.a }}"), END, grid=(1000, 2000, 3000))),
    case("a row that begins a column in", tbl(FOR, tr("{{ x.a }}", before=BEFORE), END)),
    case("a row that ends a column before", tbl(FOR, tr("{{ x.a }}", before=AFTER), END)),
    case("a head wider than the rows", tbl(_WIDE, FOR, ROW, END, grid=(1000, 1000, 1000))),
    case("a cell that spans no column", tbl(FOR, tr(tc("{{ x.a }}", props='<w:gridSpan w:val="0"/>'), "b"), END)),
    case("a cell that spans with a sign", tbl(FOR, tr(tc("{{ x.a }}", props='<w:gridSpan w:val=" +2 "/>'), "b"), END)),
    case("a cell that spans twice", tbl(tr("{{ a }}", "b"), tr(tc("c", props=SPAN2 + SPAN2)))),
    case("a grid whose change is tracked", tbl(FOR, ROW, END).replace("</w:tblGrid>", TRACKED)),
    case(
        "a tracked grid that is too narrow", tbl(FOR, tr("{{ x.a }}", "2", "3"), END).replace("</w:tblGrid>", TRACKED)
    ),
    case("a tracked grid under fixed rows", tbl(HEAD, tr("{{ a }}", "b")).replace("</w:tblGrid>", TRACKED)),
    case("a row whose change is tracked", tbl(FOR, tr("{{ x.a }}", "b", before=INSERTED), END)),
    case("rows of every width", tbl(FOR, tr("{{ x.a }}"), tr("1", "2"), _WIDE, END, grid=(3000,))),
)

_COLSPAN = tr("{% colspan x.s %}{{ x.t }}", "b")
_CELLBG = tr("{% cellbg x.c %}{{ x.t }}", "b")
_FILLED = tr(tc("{% cellbg x.c %}{{ x.t }}", props='<w:shd w:val="clear" w:fill="FFFFFF"/>'), "b")
_BOTH = tr("{% cellbg x.c %}{% colspan x.s %}{{ x.t }}", "b")
_SPANS = many(group(s=SPAN, c=colour, t=text))
MERGES = (
    case("a cell over several columns", tbl(tr("1", "2", "3"), FOR, _COLSPAN, END, grid=(1, 2, 3)), rows=_SPANS),
    case("a cell over a number of columns", tbl(tr("{% colspan s %}{{ a }}", "b"), grid=(100, 200)), s=SPAN),
    case("a cell that spanned already", tbl(tr(tc("{% colspan s %}{{ a }}", props=SPAN2)), grid=(9, 9)), s=SPAN),
    case("a coloured cell", tbl(HEAD, FOR, _CELLBG, END), rows=_SPANS),
    case("a coloured cell that had a colour", tbl(HEAD, FOR, _FILLED, END), rows=_SPANS),
    case("a coloured cell over columns", tbl(HEAD, FOR, _BOTH, END), rows=_SPANS),
    case("a colour from any text", tbl(tr("{% cellbg rad %}x", "y"))),
    case("cells merged downwards in a loop", tbl(HEAD, FOR, tr("{% vm %}{{ x.a }}", "{{ x.b }}"), END)),
    case("words around the downwards merge", tbl(HEAD, FOR, tr("före {% vm %} {{ x.a }}", "{% vm %}b"), END)),
    case("a bold cell merged downwards", tbl(HEAD, FOR, tr(tc(p(r("{% vm %}{{ x.a }}", "<w:b/>"))), "{{ x.b }}"), END)),
    case("cells merged along a row", tbl(tr(tc("{%tc for x in xs %}"), tc("{% hm %}{{ a }}"), CELLS[2]), tr(*CELLS))),
    case(
        "spanning cells merged along a row",
        tbl(tr(tc("{%tc for x in xs %}"), tc("{{ a }}{% hm %}", props=SPAN2), CELLS[2]), tr(*CELLS, *CELLS)),
    ),
)

_INNER = tbl(FOR, tr("{{ x.a }}", "2"), END, grid=(500, 500))
_INNER_COLUMNS = tbl(tr(*CELLS), grid=(500,))
_STATIC = tbl(tr("a", "b"))
_PART = tbl(tr("{{ x.a }}", "{{ x.b }}"))
NESTED = (
    case("a growing table in a cell", tbl(tr(tc(_INNER + ps("")), "{{ a }}"))),
    case(
        "a growing table in a growing one",
        tbl(FOR, tr(tc("{{ x.a }}", tbl(tr("{%tr for y in x.xs %}"), tr("{{ y }}", "2"), END), p(""))), END),
    ),
    case("a table that widens in a cell", tbl(tr(tc(_INNER_COLUMNS + ps("")), "{{ a }}"))),
    case("a table that widens in a growing one", tbl(FOR, tr(tc(_INNER_COLUMNS, p("")), "b"), END)),
    case("a fixed table in a growing one", tbl(FOR, tr(tc(_STATIC, p("")), "{{ x.a }}"), END)),
    case("a wide fixed table in a growing one", tbl(FOR, tr(tc(tbl(_WIDE, grid=(1, 1, 1)), p("")), "{{ x.a }}"), END)),
    case("a table repeated", ps("{%p for x in rows %}", "{{ x.a }}") + _PART + ps("{%p endfor %}")),
    case(
        "a growing table repeated",
        ps("{%p for z in rows %}")
        + tbl(HEAD, tr("{%tr for y in z.xs %}"), tr("{{ y }}", ""), END)
        + ps("{%p endfor %}"),
    ),
    case("a table left out", ps("{%p if f %}") + tbl(HEAD, tr("{{ a }}", "b")) + ps("{%p endif %}", "{{ b }}")),
    case("one of two tables", ps("{%p if f %}") + _INNER + ps("{%p else %}") + tbl(HEAD) + ps("{%p endif %}")),
    case("a table in a content control", sdt(tbl(HEAD, FOR, ROW, END))),
    case("rows in a content control", tbl(HEAD, FOR, sdt(ROW), END)),
    case("a cell in a content control", tbl(HEAD, FOR, tr(sdt(tc("{{ x.a }}")), "{{ x.b }}"), END)),
    case("row tags in a content control", tbl(HEAD, sdt(FOR + ROW + END))),
    case(
        "a table in a text box in a growing one",
        tbl(FOR, tr("{{ x.a }}", tc(p(r("<w:pict>" + _STATIC + "</w:pict>")))), END),
    ),
    case("a picture in repeated rows", tbl(FOR, tr(tc(p(picture(3))), "{{ x.a }}"), END)),
    case(
        "a table over a loop and a condition",
        tbl(FOR, tr("{%tr if x.f %}"), tr(*CELLS[:1], tc("{{ x }}"), CELLS[2]), tr("{%tr endif %}"), END),
    ),
    case(
        "loops three deep",
        tbl(FOR, tr("{%tr for y in x.xs %}"), tr("{%tr for z in y %}"), tr("{{ z }}", ""), END, END, END),
        rows=many(group(xs=few(few(text)), n=whole)),
    ),
)

CASES: tuple[Case, ...] = (*ROWS, *COLUMNS, *MERGES, *NESTED)
