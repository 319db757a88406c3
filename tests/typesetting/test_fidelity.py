"""Every shipped sample, in all its copies, is set as LibreOffice sets it."""

from collections.abc import Iterator, Mapping

import pytest
from yardstick import Document, compared, sheets, shipped, shipped_names, told

from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.engines.typst import TypstEngine


@pytest.fixture(scope="module")
def documents() -> Mapping[str, Document]:
    return {document.name: document for document in shipped()}


@pytest.fixture(scope="module")
def yardstick() -> Iterator[LibreOfficeEngine]:
    with LibreOfficeEngine() as started:
        yield started


@pytest.fixture(scope="module")
def engine() -> TypstEngine:
    return TypstEngine()


@pytest.mark.parametrize("name", list(shipped_names()))
def test_a_sample_has_its_words_where_libreoffice_has_them(
    name: str, documents: Mapping[str, Document], yardstick: LibreOfficeEngine, engine: TypstEngine
) -> None:
    docx = documents[name].docx
    found = compared(sheets(yardstick.convert(docx)), sheets(engine.convert(docx)))
    assert found.is_within, told(found)
