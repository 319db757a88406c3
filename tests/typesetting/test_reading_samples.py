import io
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import docx
import pytest
from conftest import SAMPLES, TODAY
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph as WordParagraph
from foreign_files import DOCUMENTS

from docgen.documents.catalogue import KINDS
from docgen.order import Format, Order
from docgen.outcome import Written
from docgen.run import run
from docgen.typesetting.formats import Label
from docgen.typesetting.model import Block, Box, Break, Inline, Link, PageCount, Paragraph, Tab, Text
from docgen.typesetting.reading import read
from docgen.typesetting.refusal import CannotSet

SOURCES = sorted(str(path) for slug in KINDS for path in (SAMPLES / slug).glob("*.json"))
OURS = {"pages", "spacing", "rules", "characters", "lists", "fields"}
REFUSED = {"characters/scaled_letters": "w:w w:val=120", "fields/tracked_changes": "w:ins"}


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    order = Order(
        sources=tuple(SOURCES),
        out=tmp_path_factory.mktemp("ut"),
        organisation=SAMPLES / "organisation.toml",
        today=TODAY,
        format=Format.DOCX,
    )
    made = [outcome for outcome in run(order) if isinstance(outcome, Written)]
    return {str(path): path.read_bytes() for outcome in made for path in map(Path, outcome.files)}


def paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
            boxes = (one for one in block.inlines if isinstance(one, Box))
            for box in boxes:
                yield from paragraphs(box.blocks)
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)


def said(inlines: Iterable[Inline]) -> str:
    signs = {Tab: "\t", Break: "\n", PageCount: "0"}
    return "".join(
        said(one.inlines) if isinstance(one, Link) else one.text if isinstance(one, Text) else signs.get(type(one), "")
        for one in inlines
    )


def without_numbers(texts: Iterable[str]) -> list[str]:
    """Return texts without digits: what a page number comes to is not known before the pages are."""
    return [re.sub(r"\d+", "", one) for one in texts]


def test_every_shipped_sample_reads_with_the_text_that_python_docx_sees(shipped: dict[str, bytes]) -> None:
    assert len(shipped) > len(SOURCES)
    for name, content in shipped.items():
        model, document = read(content), docx.Document(io.BytesIO(content))
        body = document.element.body.iter(qn("w:p"))
        mine = [said(one.inlines) for section in model.sections for one in paragraphs(section.blocks)]
        assert mine == [WordParagraph(one, document).text for one in body], name
        headers = document.sections[0].header._element.iter(qn("w:p"))  # noqa: SLF001 (python-docx has no public way)
        own = [said(one.inlines) for one in paragraphs(model.sections[0].headers["default"].blocks)]
        assert without_numbers(own) == without_numbers(WordParagraph(one, document).text for one in headers), name


def test_every_shipped_sample_says_its_title_and_language_and_has_headings_and_page_numbers(
    shipped: dict[str, bytes],
) -> None:
    for name, content in shipped.items():
        model = read(content)
        lang = "da-DK" if Path(name).name.startswith("dk_") else "sv-SE"
        stories = [*model.sections[0].headers.values(), *model.sections[0].footers.values()]
        inlines = [one for story in stories for block in paragraphs(story.blocks) for one in block.inlines]
        assert (model.lang, model.default_tab, model.compatibility) == (lang, 65.2, 15), name
        assert model.title
        assert any(isinstance(one, PageCount) for one in inlines)
        assert [one.heading for one in paragraphs(model.sections[0].blocks)].count(1) >= 1


@pytest.mark.parametrize("name", [one for one in DOCUMENTS if one.split("/")[0] in OURS])
def test_a_file_of_another_program_is_read_or_refused_by_name(name: str) -> None:
    content = DOCUMENTS[name]()
    if name in REFUSED:
        with pytest.raises(CannotSet) as caught:
            read(content)
        assert {one.construct for one in caught.value.constructs} == {REFUSED[name]}
    else:
        assert list(paragraphs(read(content).sections[0].blocks))


def test_reading_a_file_twice_gives_equal_documents_that_share_their_formatting(shipped: dict[str, bytes]) -> None:
    content = next(iter(shipped.values()))
    first, second = read(content), read(content)
    assert first == second
    shapes = [{id(one.shape) for one in paragraphs(made.sections[0].blocks)} for made in (first, second)]
    assert shapes[0] == shapes[1]


def test_the_lists_of_the_samples_have_their_marks(shipped: dict[str, bytes]) -> None:
    blocks = [one for content in shipped.values() for one in paragraphs(read(content).sections[0].blocks)]
    labels = [one.label for one in blocks if isinstance(one.label, Label)]
    assert {(one.text, one.numbered, one.suffix) for one in labels} == {("–", False, "tab"), ("•", False, "tab")}
