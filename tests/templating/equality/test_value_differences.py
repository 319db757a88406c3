"""Where docgen means to treat a value otherwise than docxtpl: what docxtpl does, and what we do."""

import datetime as dt
import io
import threading
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from pathlib import Path

import docxtpl
import pytest
from docxtpl import DocxTemplate
from family_stories import footnotes, header
from lxml import etree
from making import docgen, loaded, refusal, said
from markupsafe import Markup
from ooxml import NAMESPACES, PIXEL, ps, word
from reference import as_it_is, parts, rendered, rows

from docgen.errors import RecordError
from docgen.templating import rich

NAME = word(ps("Till {{ a }}!", "nästa"))
MARKED = [("AT&T", "AT"), ("<select>", ""), ("a<b", "a"), ("1 < 2 & 3", "1  2  3")]


@pytest.mark.parametrize(("value", "left"), MARKED)
def test_a_value_is_escaped_where_docxtpl_takes_it_for_markup(tmp_path: Path, value: str, left: str) -> None:
    assert said(as_it_is(NAME, {"a": value})).startswith(f"Till {left}")
    assert value not in said(as_it_is(NAME, {"a": value}))
    assert said(docgen(tmp_path, NAME, a=value)) == f"Till {value}!|nästa"


@pytest.mark.parametrize("sign", ["\x00", "\x01", "\x0b", "\x1b", "\ufffe", "\uffff"])
def test_a_character_that_xml_cannot_hold_is_refused_where_docxtpl_loses_it(tmp_path: Path, sign: str) -> None:
    assert said(rendered(NAME, {"a": f"x{sign}y"})).startswith("Till x")
    assert said(rendered(NAME, {"a": f"x{sign}y"})) != f"Till x{sign}y!|nästa"
    assert refusal(tmp_path, NAME, a=f"x{sign}y") == "F-13"


def test_half_a_character_is_refused_where_docxtpl_loses_the_rest(tmp_path: Path) -> None:
    assert "nästa" not in said(rendered(NAME, {"a": "x\ud800y"}))
    assert refusal(tmp_path, NAME, a="x\ud800y") == "F-13"


@pytest.mark.parametrize(("sign", "text"), [("\a", "Till x|y!|nästa"), ("\f", "Till x||y!|nästa")])
def test_a_control_character_in_plain_text_is_refused_where_docxtpl_breaks_the_paragraph(
    tmp_path: Path, sign: str, text: str
) -> None:
    assert said(rendered(NAME, {"a": f"x{sign}y"})) == text
    with pytest.raises(RecordError) as caught:
        docgen(tmp_path, NAME, a=f"x{sign}y")
    assert caught.value.findings[0].path == "$.a"


@pytest.mark.parametrize("source", ["{{ b }}", "{{ a.b }}", "{% if b %}x{% endif %}", "{% for x in b %}x{% endfor %}"])
def test_a_missing_name_is_refused_where_docxtpl_prints_nothing(tmp_path: Path, source: str) -> None:
    content = word(ps(f"före {source} efter"))
    assert said(as_it_is(content, {"a": {}})) == "före  efter"
    assert refusal(tmp_path, content, a={}) == "M-04"


@pytest.mark.parametrize("value", ["{_{ x }_}", "{_% x %_}"])
def test_quoted_braces_in_a_value_stay_where_docxtpl_takes_the_quotes_away(tmp_path: Path, value: str) -> None:
    assert said(rendered(NAME, {"a": value})) == f"Till {value.replace('_', '')}!|nästa"
    assert said(docgen(tmp_path, NAME, a=value)) == f"Till {value}!|nästa"


@pytest.mark.parametrize("template", ["{_{{ a }}", "{_{# x #}{ x", "{_{% if true %}{ x{% endif %}"])
def test_quoted_braces_count_only_where_the_template_writes_them_whole(tmp_path: Path, template: str) -> None:
    content = word(ps(template))
    assert said(rendered(content, {"a": "{ x"})) == "{{ x"
    assert said(docgen(tmp_path, content, a="{ x")) == "{_{ x"


@pytest.mark.parametrize(
    ("value", "printed"), [(None, "None"), (True, "True"), (["x"], "['x']"), ({"b": 1}, "{'b': 1}")]
)
def test_what_is_no_text_is_refused_where_docxtpl_prints_it_as_python(
    tmp_path: Path, value: object, printed: str
) -> None:
    assert said(rendered(NAME, {"a": value})) == f"Till {printed}!|nästa"
    assert refusal(tmp_path, NAME, a=value) == "M-05"


def test_a_link_in_a_header_leads_somewhere_where_docxtpl_puts_it_in_the_body(tmp_path: Path) -> None:
    content, url = word(ps("x"), header(ps("{{r a }}"))), "https://norrstad.example/"
    made = DocxTemplate(io.BytesIO(content))
    theirs = docxtpl.RichText()
    theirs.add("här", url_id=made.build_url_id(url))
    made.render({"a": theirs})
    target = io.BytesIO()
    made.save(target)
    assert "word/_rels/header0.xml.rels" not in parts(target.getvalue())
    value = rich.RichText()
    value.link("här", url)
    ours = parts(docgen(tmp_path, content, a=value))
    (key,) = etree.fromstring(ours["word/header0.xml"]).xpath("//w:hyperlink/@r:id", namespaces=NAMESPACES)
    assert any((key, url) == (row[1], row[3]) for row in rows(ours["word/_rels/header0.xml.rels"]))


@pytest.mark.parametrize("name", ["items", "keys", "values", "copy", "get"])
def test_a_name_of_the_view_is_found_where_docxtpl_finds_pythons_own(tmp_path: Path, name: str) -> None:
    content = word(ps(f"{{{{ d.{name} }}}}"))
    assert "built-in method" in said(rendered(content, {"d": {name: "x"}}))
    assert said(docgen(tmp_path, content, d={name: "x"})) == "x"


@pytest.mark.parametrize("source", ["{{ a|e|upper }}", "{{ a|escape|title }}", "{{ (a|e)|replace('l', 'x') }}"])
def test_a_value_escaped_by_hand_is_still_text_where_docxtpl_breaks_it(tmp_path: Path, source: str) -> None:
    content, plain = word(ps(source)), word(ps(source.replace("|escape", "").replace("|e", "")))
    context = {"a": "<l>&"}
    assert said(rendered(content, context)) != said(rendered(plain, context))
    assert said(docgen(tmp_path, content, **context)) == said(rendered(plain, context))


def test_a_template_shared_by_threads_gives_each_its_own_text(tmp_path: Path) -> None:
    shared = DocxTemplate(io.BytesIO(NAME))
    filled, go_on, target = threading.Event(), threading.Event(), io.BytesIO()

    def first() -> None:
        shared.render({"a": "Tolvan"})
        filled.set()
        go_on.wait(10)
        shared.save(target)

    thread = threading.Thread(target=first)
    thread.start()
    filled.wait(10)
    shared.render({"a": "Nittan"})
    go_on.set()
    thread.join()
    assert said(target.getvalue()) == "Till Nittan!|nästa"
    template, names = loaded(tmp_path, NAME), [f"person {number}" for number in range(400)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda name: said(template.fill({"a": name})), names))
    assert made == [f"Till {name}!|nästa" for name in names]


@pytest.mark.parametrize("value", [dt.date(2026, 3, 3), Decimal("1.50"), Markup("x")])
def test_a_value_that_is_no_data_is_a_fault_of_the_program_where_docxtpl_prints_it(
    tmp_path: Path, value: object
) -> None:
    assert said(rendered(NAME, {"a": value})) == f"Till {value}!|nästa"
    with pytest.raises(TypeError):
        docgen(tmp_path, NAME, a=value)


def test_formatting_that_is_markup_is_a_fault_of_the_program_where_docxtpl_writes_it(tmp_path: Path) -> None:
    content = word(ps("före {{r a }} efter"))
    value = docxtpl.RichText("x", style='"/></w:rPr><w:drawing/><w:rPr><w:b w:val="')
    assert b"<w:drawing/>" in parts(rendered(content, {"a": value}))["word/document.xml"]
    with pytest.raises(TypeError):
        docgen(tmp_path, content, a=value)


def test_a_link_by_a_number_of_ones_own_is_a_fault_of_the_program_where_docxtpl_writes_it(tmp_path: Path) -> None:
    content = word(ps("före {{r a }} efter"))
    value = docxtpl.RichText("x", url_id="rIdStyles")
    assert b'r:id="rIdStyles"' in parts(rendered(content, {"a": value}))["word/document.xml"]
    with pytest.raises(TypeError):
        docgen(tmp_path, content, a=value)


def test_a_picture_in_a_footnote_is_refused_where_docxtpl_breaks(tmp_path: Path) -> None:
    content = word(ps("x"), footnotes(ps("{{ a }}")))
    made = DocxTemplate(io.BytesIO(content))
    with pytest.raises(AttributeError):
        made.render({"a": docxtpl.InlineImage(made, io.BytesIO(PIXEL))})
    assert refusal(tmp_path, content, a=rich.Image(PIXEL)) == "M-05"


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_what_is_no_number_is_refused_where_docxtpl_prints_it(tmp_path: Path, value: float) -> None:
    assert said(rendered(NAME, {"a": value})) == f"Till {value}!|nästa"
    assert refusal(tmp_path, NAME, a=value) == "M-05"
