"""What can be proved about a part before any data is seen."""

import pytest
from jinja2 import nodes

from docgen.templating.program import ESCAPING
from docgen.templating.structure import Structure, structure

RUN = "<w:r><w:rPr><w:b/></w:rPr><w:t>{}</w:t></w:r>"
GRID = "<w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid>"
CELL = "<w:tc><w:p>x</w:p></w:tc>"
ROW = f"<w:tr>{CELL}{CELL}</w:tr>"


def found(source: str) -> Structure:
    return structure(ESCAPING.parse(source))


def table(rows: str, grid: str = GRID) -> str:
    return f"<w:tbl>{grid}{rows}</w:tbl>"


@pytest.mark.parametrize(
    "source",
    [
        "<a>{{ x }}</a>",
        "<a>{% if x %}<b/>{% else %}<b>1</b>{% endif %}</a>",
        "<a><b>{% for x in xs %}</b><b>{% endfor %}</b></a>",
        '<a b="{% if x %}1{% else %}2{% endif %}"/>',
        "<a><!-- <b> --><?b <b> ?><![CDATA[<b>]]></a>",
        "{% with y = x %}<a>{{ y }}</a>{% endwith %}",
    ],
)
def test_a_part_is_whole_when_every_way_leaves_the_same_elements_open(source: str) -> None:
    assert found(source).whole


@pytest.mark.parametrize(
    "source",
    [
        "<a>{% if x %}</a>{% endif %}",
        "<a>{% if x %}<b>{% else %}<b c='>'>{% endif %}</b></a>",
        "<a>{% if x %}<b>{% else %}<c>{% endif %}</a>",
        "{% for x in xs %}<a>{% endfor %}</a>",
        "<a><b>{% if x %}</b>{% endif %}</a>",
        "<a {% if x %}>{% endif %}</a>",
        "<a></b>",
        "<a>",
        "<a><!-- {{ x }} --></a>",
        '<a b="{% if x %}1"{% endif %}/>',
    ],
)
def test_a_part_is_not_proved_whole_when_some_way_opens_or_closes_what_is_around_it(source: str) -> None:
    assert not found(source).whole


def broken(source: str) -> bool:
    """Tell whether every value of ``source`` is broken into lines where it stands."""
    tree = ESCAPING.parse(source)
    values = [
        one for out in tree.find_all(nodes.Output) for one in out.nodes if not isinstance(one, nodes.TemplateData)
    ]
    seen = structure(tree)
    return not seen.unresolved and {id(one) for one in values} == set(seen.in_runs)


@pytest.mark.parametrize(
    "source",
    [
        f"<w:p>{RUN.format('{{ x }}')}</w:p>",
        f"<w:p><w:pPr/>{{% if y %}}{RUN.format('{{ x }}')}{{% endif %}}</w:p>",
        "<w:p w:id='1'><w:r w:id='1'><w:t xml:space='preserve'>a {{ x }} b</w:t><w:br/><w:t>{{ y }}</w:t></w:r></w:p>",
        f"<w:p><w:hyperlink>{RUN.format('{{ x }}')}</w:hyperlink></w:p>",
    ],
)
def test_a_value_in_a_run_of_known_look_is_broken_where_it_stands(source: str) -> None:
    assert broken(source)


@pytest.mark.parametrize(
    "source",
    [
        "<w:p><w:r>{% if y %}<w:rPr><w:b/></w:rPr>{% endif %}<w:t>{{ x }}</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:color w:val='{{ y }}'/></w:rPr><w:t>{{ x }}</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:b/>\n</w:rPr><w:t>{{ x }}</w:t></w:r></w:p>",
        "<w:p><w:r><w:rPr><w:rPrChange><w:rPr/></w:rPrChange></w:rPr><w:t>{{ x }}</w:t></w:r></w:p>",
        f"<w:p><w:r><w:pict><w:p>{RUN.format('y')}</w:p></w:pict></w:r>{RUN.format('{{ x }}')}</w:p>",
        f"<w:p>{RUN.format('{{ x }}')}<w:r><w:pict><w:p/></w:pict></w:r></w:p>",
        "<w:p><w:r><w:ruby><w:r><w:t>{{ x }}</w:t></w:r></w:ruby></w:r></w:p>",
        "<w:p><w:r\n><w:t>{{ x }}</w:t></w:r></w:p>",
        "<w:t>{{ x }}</w:t>",
        "<w:p><w:r><w:t>{% if y %}</w:t></w:r><w:r><w:t>{% endif %}{{ x }}</w:t></w:r></w:p>",
    ],
)
def test_a_value_whose_run_or_paragraph_is_not_known_is_left_to_docxtpls_own_pass(source: str) -> None:
    assert found(source).unresolved


def test_text_of_the_templates_own_with_a_break_is_seen() -> None:
    assert found("<w:p><w:r><w:t>a\nb</w:t></w:r></w:p>").own_breaks
    assert not found("<w:p>\n<w:r><w:t>a</w:t></w:r></w:p>").own_breaks


@pytest.mark.parametrize(
    "rows",
    [
        ROW + "{% for x in xs %}" + ROW + "{% endfor %}",
        f"<w:tr><w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr></w:tc></w:tr>{{% if x %}}{ROW}{{% endif %}}".replace(
            "'", '"'
        ),
        ROW + "{% if x %}<w:tr><w:tc/></w:tr>{% endif %}",
        f"<w:tr>{CELL}<w:tc><w:p>{{{{ x }}}}</w:p>{table(ROW)}</w:tc></w:tr>",
    ],
)
def test_a_table_that_some_row_always_covers_keeps_its_grid(rows: str) -> None:
    assert [one.may_change for one in found(table(rows)).tables if one.tagged] == [False]


@pytest.mark.parametrize(
    "rows",
    [
        f"<w:tr>{{% for x in xs %}}{CELL}{{% endfor %}}</w:tr>",
        "{% if x %}<w:tr><w:tc/></w:tr>{% endif %}" + f"{{% if x %}}{ROW}{{% endif %}}",
        f"<w:tr>{CELL}{CELL}{CELL}</w:tr>{{{{ x }}}}",
        ROW + '<w:tr><w:tc><w:tcPr><w:gridSpan w:val="{{ n }}"/></w:tcPr></w:tc></w:tr>',
        f"<w:tr>{CELL}<w:tc>{{{{ x }}}}{table(f'<w:tr>{CELL * 3}</w:tr>')}</w:tc></w:tr>",
        f"<w:tr><w:tc>{{% if x %}}</w:tc></w:tr><w:tr><w:tc>{{% endif %}}</w:tc>{CELL}</w:tr>",
        ROW + "{{ x }}",
    ],
)
def test_a_table_whose_rows_may_not_fit_is_fitted_for_each_document(rows: str) -> None:
    assert found(table(rows)).tables[0].may_change_with_rows


def test_a_table_of_equal_rows_that_come_and_go_is_fitted_only_when_it_is_empty() -> None:
    (only,) = found(table("{% for x in xs %}" + ROW + "{% endfor %}")).tables
    assert only.may_change
    assert not only.may_change_with_rows


def test_a_table_without_tags_is_nobodys_but_the_templates() -> None:
    assert not found("{{ x }}" + table(f"<w:tr>{CELL}</w:tr>")).tables[0].may_change


@pytest.mark.parametrize(
    ("source", "moving"),
    [
        ('<w:p><wp:docPr id="7" name="{{ x }}"/></w:p>', False),
        ('<w:p>{% if x %}<wp:docPr id="7"/>{% endif %}</w:p>', True),
        ('{% for x in xs %}<w:p><wp:docPr id="7"/></w:p>{% endfor %}', True),
    ],
)
def test_a_drawing_that_comes_and_goes_is_numbered_in_each_document(source: str, *, moving: bool) -> None:
    assert found(source).moving is moving


def test_what_is_kept_and_printed_elsewhere_is_seen() -> None:
    assert found("{% macro m() %}<a/>{% endmacro %}{{ m() }}").captured
    assert found("{% set x %}<a/>{% endset %}{{ x }}").captured
    assert not found("{% set x = y %}<a>{{ x }}</a>").captured
