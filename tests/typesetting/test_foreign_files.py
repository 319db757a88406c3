"""Word files that were not made by us are set as LibreOffice sets them, or refused by name."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from foreign_files import DOCUMENTS, FROZEN
from foreign_files.libreoffice import NAMES, exported
from yardstick import compared, sheets, told

from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.engines.typst import TypstEngine
from docgen.errors import RecordError

REFUSED = {
    "characters/direct_formatting",
    "characters/scaled_letters",
    "fields/tracked_changes",
    "pages/continuous_section",
    "pictures/anchored_to_margin",
    "pictures/square_wrap",
    "rules/joined_boxes",
    "spacing/mixed_sizes",
    "tables/relative_width",
    "tables/row_heights",
}
Made = Callable[[str], bytes]


@pytest.fixture(scope="module")
def yardstick() -> Iterator[LibreOfficeEngine]:
    with LibreOfficeEngine() as started:
        yield started


@pytest.fixture(scope="module")
def engine() -> TypstEngine:
    return TypstEngine()


@pytest.fixture(scope="module")
def exports(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    return exported(tmp_path_factory.mktemp("export"))


@pytest.mark.parametrize("name", sorted({*DOCUMENTS} - REFUSED - {FROZEN}))
def test_a_foreign_file_has_its_words_where_libreoffice_has_them(
    name: str, yardstick: LibreOfficeEngine, engine: TypstEngine
) -> None:
    check(DOCUMENTS[name](), yardstick, engine)


@pytest.mark.parametrize("name", NAMES)
def test_what_libreoffice_exports_has_its_words_where_libreoffice_has_them(
    name: str, exports: Mapping[str, bytes], yardstick: LibreOfficeEngine, engine: TypstEngine
) -> None:
    check(exports[name], yardstick, engine)


def check(docx: bytes, yardstick: LibreOfficeEngine, engine: TypstEngine) -> None:
    found = compared(sheets(yardstick.convert(docx)), sheets(engine.convert(docx)))
    assert found.is_within, told(found)


@pytest.mark.parametrize("name", sorted(REFUSED))
def test_what_cannot_be_set_is_refused_by_name(name: str, engine: TypstEngine) -> None:
    with pytest.raises(RecordError) as refused:
        engine.convert(DOCUMENTS[name]())
    assert refused.value.code == "P-11"
    assert {"dokumentdel", "stycke", "element"} <= {*refused.value.facts}


def test_a_date_is_printed_as_it_was_saved(engine: TypstEngine) -> None:
    (page,) = sheets(engine.convert(DOCUMENTS[FROZEN]()))
    assert [word.text for word in page.words].count("2026-03-01.") == 2
