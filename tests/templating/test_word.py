import io
import multiprocessing
import pickle
import re
import zipfile
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from hypothesis import given, settings
from hypothesis import strategies as st

from docgen.errors import TemplateError
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Texts = list[str]
XML_TEXT = st.text(st.characters(min_codepoint=0x20, exclude_categories=["Cs", "Cn"]), min_size=1)


def saved(folder: Path, *paragraphs: str, title: str = "") -> Path:
    document = docx.Document()
    document.core_properties.title = title
    for text in paragraphs:
        document.add_paragraph(text)
    document.sections[0].header.paragraphs[0].text = "{{ namn }}"
    document.save(str(folder / "template.docx"))
    return folder / "template.docx"


def loaded(folder: Path, *paragraphs: str, title: str = "") -> WordTemplate:
    return WordTemplate.load(saved(folder, *paragraphs, title=title), Layout())


def body(content: bytes) -> Texts:
    return [paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs]


def refusal(folder: Path, *paragraphs: str, data: dict[str, Any] | None = None) -> TemplateError:
    with pytest.raises(TemplateError) as caught:
        loaded(folder, *paragraphs).fill(data or {"namn": "x"})
    return caught.value


@pytest.mark.parametrize("value", ["AT&T", "<select>", "{{ namn }}", "{% if %}", "{_{ x }_}", "Åsa “Ö” – 3 §", "a]]>b"])
def test_a_value_stands_in_the_document_as_it_is(tmp_path: Path, value: str) -> None:
    content = loaded(tmp_path, "Till {{ namn }}!", title="Om {{ namn }}").fill({"namn": value})
    document = docx.Document(io.BytesIO(content))
    assert body(content) == [f"Till {value}!"]
    assert document.sections[0].header.paragraphs[0].text == value
    assert document.core_properties.title == f"Om {value}"


@settings(max_examples=50, deadline=None)
@given(value=XML_TEXT)
def test_any_text_comes_out_as_it_went_in(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    template = loaded(tmp_path_factory.mktemp("mall"), "{{ namn }}")
    assert body(template.fill({"namn": value})) == [value]


def test_quoted_braces_in_a_template_are_printed_as_braces(tmp_path: Path) -> None:
    assert body(loaded(tmp_path, "Skriv {_{ namn }_}").fill({"namn": "x"})) == ["Skriv {{ namn }}"]


def test_paragraphs_are_repeated_and_left_out(tmp_path: Path) -> None:
    paragraphs = ("{%p for r in rader %}", "{{ r }}", "{%p endfor %}", "{%p if inget %}", "aldrig", "{%p endif %}")
    assert body(loaded(tmp_path, *paragraphs).fill({"namn": "", "rader": ["a", "b"], "inget": None})) == ["a", "b"]


def with_a_footnote(path: Path, text: str) -> Path:
    """Add a footnote part, and a second section, to a saved template."""
    document = docx.Document(str(path))
    document.add_section()
    note = (
        f'<w:footnotes xmlns:w="{WORD}"><w:footnote><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:footnote></w:footnotes>'
    )
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, note.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    document.save(str(path))
    return path


def test_a_footnote_is_filled_once_however_many_sections_there_are(tmp_path: Path) -> None:
    path = with_a_footnote(saved(tmp_path, "x"), "Se {{ namn }}")
    content = WordTemplate.load(path, Layout()).fill({"namn": "{{ del }} & <b>"})
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert b"Se {{ del }} &amp; &lt;b&gt;" in package.read("word/footnotes.xml")


def test_an_error_in_a_footnote_is_found_without_data(tmp_path: Path) -> None:
    path = with_a_footnote(saved(tmp_path, "x"), "{{ namn")
    with pytest.raises(TemplateError) as caught:
        WordTemplate.load(path, Layout())
    assert caught.value.facts["dokumentdel"] == "word/footnotes.xml"


def test_the_same_data_give_the_same_bytes(tmp_path: Path) -> None:
    template = loaded(tmp_path, "{{ namn }}")
    first, second = template.fill({"namn": "x"}), pickle.loads(pickle.dumps(template)).fill({"namn": "x"})  # noqa: S301
    assert first == second
    with zipfile.ZipFile(io.BytesIO(first)) as package:
        assert {member.date_time for member in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_template_keeps_nothing_of_the_record_before(tmp_path: Path) -> None:
    template = loaded(tmp_path, "{{ namn }}")
    template.fill({"namn": "Tolvan"})
    assert body(template.fill({"namn": "Nittan"})) == ["Nittan"]


def test_a_missing_template_is_told(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        WordTemplate.load(tmp_path / "finns_inte.docx", Layout())
    assert caught.value.code == "M-01"
    assert caught.value.facts == {"fil": str(tmp_path / "finns_inte.docx")}


def _archive(name: str) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(name, "<a/>")
    return target.getvalue()


@pytest.mark.parametrize("content", [b"", b"PK", b"{\\rtf1 hej}", _archive("a.txt"), _archive("[Content_Types].xml")])
def test_what_is_no_word_file_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "template.docx"
    path.write_bytes(content)
    with pytest.raises(TemplateError) as caught:
        WordTemplate.load(path, Layout())
    assert caught.value.code == "M-02"


def test_an_error_in_the_template_language_is_found_without_data_and_shown(tmp_path: Path) -> None:
    path = saved(tmp_path, "Först", "Hej {{ namn | versaler }} där")
    with pytest.raises(TemplateError) as caught:
        WordTemplate.load(path, Layout())
    assert caught.value.code == "M-03"
    assert caught.value.facts["dokumentdel"] == "word/document.xml"
    assert caught.value.facts["text"] == "Hej {{ namn | versaler }} där"
    assert "versaler" in caught.value.facts["orsak"]


def test_an_unclosed_loop_is_found_without_data(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        loaded(tmp_path, "{%p for r in rader %}", "{{ r }}")
    assert caught.value.code == "M-03"


def test_a_name_that_the_view_does_not_have_is_told_by_name(tmp_path: Path) -> None:
    error = refusal(tmp_path, "{{ namm }}")
    assert (error.code, error.facts["namn"]) == ("M-04", "namm")


def test_a_call_is_refused_before_the_first_record(tmp_path: Path) -> None:
    with pytest.raises(TemplateError) as caught:
        loaded(tmp_path, "{{ namn.upper() }}")
    assert (caught.value.code, caught.value.facts["orsak"]) == ("M-05", "Call")


@pytest.mark.parametrize(
    "paragraph", ["{{ rader }}", "{% for r in inget %}x{% endfor %}", "{% if namn < 3 %}x{% endif %}"]
)
def test_what_only_the_data_show_to_be_wrong_is_refused(tmp_path: Path, paragraph: str) -> None:
    error = refusal(tmp_path, paragraph, data={"namn": "hemlig", "rader": ["hemlig"], "inget": None})
    assert error.code == "M-05"
    assert "hemlig" not in str(error.facts)


def test_a_document_is_not_stamped_with_the_clock(tmp_path: Path) -> None:
    path = saved(tmp_path, "{{ namn }}")
    before = docx.Document(str(path)).core_properties
    after = docx.Document(io.BytesIO(WordTemplate.load(path, Layout()).fill({"namn": "x"}))).core_properties
    assert (after.created, after.modified) == (before.created, before.modified)


def test_a_title_longer_than_word_allows_is_cut(tmp_path: Path) -> None:
    content = loaded(tmp_path, "x", title="{{ namn }}").fill({"namn": "å" * 300})
    assert docx.Document(io.BytesIO(content)).core_properties.title == "å" * 255


def test_no_tag_is_left_in_any_part(tmp_path: Path) -> None:
    content = loaded(tmp_path, "{{ namn }}", title="{{ namn }}").fill({"namn": "x"})
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            assert not re.search(rb"\{[{%]", package.read(name)), name


def test_blocks_that_would_tear_the_document_are_refused_when_they_do(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "{% if namn %}"
    document.add_paragraph("{% endif %}")
    document.save(str(tmp_path / "template.docx"))
    template = WordTemplate.load(tmp_path / "template.docx", Layout())
    assert template.fill({"namn": "x"})
    with pytest.raises(TemplateError) as caught:
        template.fill({"namn": ""})
    assert (caught.value.code, caught.value.facts) == ("M-07", {"fil": str(tmp_path / "template.docx")})


def test_a_table_that_cannot_be_fitted_to_its_rows_is_refused(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(1, 1).cell(0, 0).text = "{{ namn }}"
    for grid in document.element.xpath("//w:tblGrid"):
        grid.getparent().remove(grid)
    document.save(str(tmp_path / "template.docx"))
    with pytest.raises(TemplateError) as caught:
        WordTemplate.load(tmp_path / "template.docx", Layout())
    assert caught.value.code == "M-08"


def test_many_threads_share_one_template_and_none_gets_anothers_text(tmp_path: Path) -> None:
    template = loaded(tmp_path, "{%p for r in rader %}", "{{ namn }} {{ r }}", "{%p endfor %}", title="{{ namn }}")
    names = [f"Person {number}" for number in range(200)]
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda name: template.fill({"namn": name, "rader": ["a", "b"]}), names))
    assert [body(content) for content in made] == [[f"{name} a", f"{name} b"] for name in names]
    assert [docx.Document(io.BytesIO(content)).core_properties.title for content in made] == names


def test_a_template_travels_to_another_process(tmp_path: Path) -> None:
    template = loaded(tmp_path, "{{ namn }}", title="{{ namn }}")
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        assert pool.submit(template.fill, {"namn": "x"}).result() == template.fill({"namn": "x"})
