"""Where docgen means to differ from docxtpl: what docxtpl does, and what we do. The decision page lists the same."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from docxtpl import DocxTemplate
from family_packages import LINKS, ROOT_LINKS
from family_stories import footnotes, header
from lxml import etree
from making import MAIN, docgen, grid, properties, refusal, said
from ooxml import (
    CORE_OF_LIBREOFFICE,
    CORE_RELATIONSHIP,
    NAMESPACES,
    OFFICE,
    changed,
    p,
    ps,
    r,
    relationships,
    tbl,
    tr,
    word,
)
from reference import STRICT, as_it_is, parts, rendered, rows

NAME = word(ps("Till {{ a }}!", "nästa"))
SECTION = p(props="<w:sectPr/>")


def test_footnotes_are_filled_once_where_docxtpl_runs_what_a_value_says(tmp_path: Path) -> None:
    content = word(SECTION + ps("x"), footnotes(ps("Se {{ a }}")))
    context = {"a": "{{ b }}", "b": "hemligt"}
    assert said(rendered(content, context), "word/footnotes0.xml") == "||Se hemligt"
    assert said(docgen(tmp_path, content, **context), "word/footnotes0.xml") == "||Se {{ b }}"


def test_footnotes_of_a_body_without_sections_are_filled_where_docxtpl_leaves_the_tags(tmp_path: Path) -> None:
    content = changed(
        word("", footnotes(ps("{{ a }}"))),
        {MAIN: f"<w:document xmlns:w='{NAMESPACES['w']}'><w:body/></w:document>".encode()},
    )
    assert said(rendered(content, {"a": "x"}), "word/footnotes0.xml") == "||{{ a }}"
    assert said(docgen(tmp_path, content, a="x"), "word/footnotes0.xml") == "||x"


def test_a_core_property_is_escaped_once_where_docxtpl_does_it_twice(tmp_path: Path) -> None:
    content = word(ps("x"), core={"title": "Om {{ a }}"})
    assert properties(as_it_is(content, {"a": "A&B <c>"}, STRICT)).title == "Om A&amp;B &lt;c&gt;"
    assert properties(docgen(tmp_path, content, a="A&B <c>")).title == "Om A&B <c>"


def test_a_core_property_is_cut_where_docxtpl_gives_up(tmp_path: Path) -> None:
    content = word(ps("x"), core={"title": "{{ a }}"})
    with pytest.raises(ValueError, match="255"):
        rendered(content, {"a": "å" * 256})
    assert properties(docgen(tmp_path, content, a="å" * 256)).title == "å" * 255


def _with_links(content: bytes, *links: tuple[str, ...]) -> bytes:
    main = ("rId1", f"{OFFICE}/relationships/officeDocument", MAIN)
    return changed(content, {ROOT_LINKS: relationships(main, *links).encode()})


def test_a_template_from_libreoffice_has_one_core_part_where_docxtpl_makes_two(tmp_path: Path) -> None:
    content = _with_links(NAME, ("rId2", CORE_OF_LIBREOFFICE, "docProps/core.xml"))
    with pytest.warns(UserWarning, match="Duplicate name"):
        made = as_it_is(content, {"a": "x"})
    with zipfile.ZipFile(io.BytesIO(made)) as theirs:
        assert theirs.namelist().count("docProps/core.xml") == 2
    ours = parts(docgen(tmp_path, content, a="x"))
    assert [one for one in ours if one.startswith("docProps/core")] == ["docProps/core.xml"]
    assert [row for row in rows(ours[ROOT_LINKS]) if "core.xml" in str(row)] == [
        ("Relationship", "rId2", CORE_RELATIONSHIP, "docProps/core.xml", "", "", "", "")
    ]


def test_a_template_without_core_part_gets_no_clock(tmp_path: Path) -> None:
    content = changed(_with_links(NAME), {"docProps/core.xml": None})
    now = dt.datetime.now(tz=dt.UTC).replace(tzinfo=None)
    theirs = properties(rendered(content, {"a": "x"})).modified.replace(tzinfo=None)
    assert abs(theirs - now) < dt.timedelta(minutes=5)
    made = docgen(tmp_path, content, a="x")
    assert properties(made).modified is None
    assert made == docgen(tmp_path, content, a="x")


def test_a_table_without_tags_keeps_its_grid_where_docxtpl_changes_it(tmp_path: Path) -> None:
    content = word(ps("{{ a }}") + tbl(tr("1", "2"), grid=(1000, 2000, 3000)) + ps(""))
    assert grid(rendered(content, {"a": "x"})) == ["2500", "3500"]
    assert grid(docgen(tmp_path, content, a="x")) == ["1000", "2000", "3000"]


def test_a_table_without_a_grid_is_left_alone_where_docxtpl_breaks(tmp_path: Path) -> None:
    bare = tbl(tr("{}", "2")).replace('<w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="3000"/></w:tblGrid>', "")
    fixed, filled = word(bare.format("1") + ps("{{ a }}")), word(bare.format("{{ a }}") + ps(""))
    for content in (fixed, filled):
        with pytest.raises(AttributeError):
            rendered(content, {"a": "x"})
    assert said(docgen(tmp_path, fixed, a="x")) == "1|2|x"
    assert refusal(tmp_path, filled, a="x") == "M-08"


def test_the_file_has_no_clock_and_always_the_same_order(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(rendered(NAME, {"a": "x"}))) as theirs:
        assert {one.date_time[0] for one in theirs.infolist()} != {1980}
    first, second = docgen(tmp_path, NAME, a="x"), docgen(tmp_path, NAME, a="x")
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as ours:
        assert {one.date_time for one in ours.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert ours.namelist()[0] == "[Content_Types].xml"


def test_a_document_says_where_it_comes_from(tmp_path: Path) -> None:
    assert "docProps/custom.xml" not in parts(rendered(NAME, {"a": "x"}))
    ours = parts(docgen(tmp_path, NAME, a="x"))
    assert b'name="docgen.mall"' in ours["docProps/custom.xml"]
    assert any("docProps/custom.xml" in row for row in rows(ours[ROOT_LINKS]))
    assert any("/docProps/custom.xml" in row for row in rows(ours["[Content_Types].xml"]))


_TRACKED = '<w:b/><w:rPrChange w:id="1"><w:rPr><w:i/></w:rPr></w:rPrChange>'
_CHOICE = '<mc:AlternateContent><mc:Choice Requires="w14"><w:t>{{ a }}</w:t></mc:Choice></mc:AlternateContent>'
TORN = {
    "a tab in a run whose change is tracked": p(r("{{ a }}", _TRACKED)),
    "a tab in a run with a choice": p(r(_CHOICE)),
    "a condition that begins outside a table and ends in it": p("{% if b %}x") + tbl(tr("{% endif %}", "y")),
    "a loop that begins in a table and ends after it": tbl(tr("a", "{% for x in xs %}{{ x }}")) + ps("{% endfor %}"),
    "a value in a comment": "<!-- {{ a }} -->" + ps("x"),
}


@pytest.mark.parametrize("name", TORN)
def test_what_would_not_be_xml_is_refused_where_docxtpl_mends_it(tmp_path: Path, name: str) -> None:
    content = word(TORN[name] + ps("sist"))
    context = {"a": "x\ty--z", "b": False, "xs": []}
    whole = DocxTemplate(io.BytesIO(content))
    whole.render_init()
    made = whole.build_xml(context, STRICT)
    with pytest.raises(etree.XMLSyntaxError):
        etree.fromstring(made)
    rendered(content, context)
    assert refusal(tmp_path, content, **context) in {"M-07", "M-50"}


def test_a_header_of_two_relationships_is_written_once_where_docxtpl_writes_it_twice(tmp_path: Path) -> None:
    links = [
        ("rIdStyles", "styles", "styles.xml"),
        ("rIdStory0", "header", "header0.xml"),
        ("rIdTwo", "header", "header0.xml"),
    ]
    content = word(ps("x"), header(ps("{{ a }}")))
    content = changed(
        content,
        {LINKS: relationships(*((key, f"{OFFICE}/relationships/{kind}", to) for key, kind, to in links)).encode()},
    )
    with (
        pytest.warns(UserWarning, match="Duplicate name"),
        zipfile.ZipFile(io.BytesIO(rendered(content, {"a": "x"}))) as theirs,
    ):
        assert theirs.namelist().count("word/header0.xml") == 2
    ours = docgen(tmp_path, content, a="x")
    assert said(ours, "word/header0.xml") == "x"
    assert len([row for row in rows(parts(ours)[LINKS]) if "header0.xml" in row]) == 2
