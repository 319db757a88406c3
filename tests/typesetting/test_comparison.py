"""The comparison of two engines finds what differs, and nothing in what is equal."""

import subprocess
from collections import Counter
from collections.abc import Callable, Iterator

import pytest
from docx.document import Document
from docx.shared import Mm, Pt
from foreign_files import DOCUMENTS
from foreign_files.prose import a4, fill, saved, sentences
from yardstick import Difference, Sheet, compared, sheets

from docgen.engines.libreoffice import LibreOfficeEngine

Change = Callable[[Document], object]
Set = Callable[[Document], list[Sheet]]


@pytest.fixture(scope="module")
def engine() -> Iterator[LibreOfficeEngine]:
    with LibreOfficeEngine() as started:
        yield started


def letter() -> Document:
    document = a4()
    document.sections[0].header.paragraphs[0].text = "Exempelkommun"
    fill(document, 11)
    return document


@pytest.fixture(scope="module")
def original(engine: LibreOfficeEngine) -> list[Sheet]:
    return sheets(engine.convert(saved(letter())))


@pytest.fixture
def altered(engine: LibreOfficeEngine, original: list[Sheet]) -> Callable[[Change], Difference]:
    def compare(change: Change) -> Difference:
        document = letter()
        change(document)
        return compared(original, sheets(engine.convert(saved(document))))

    return compare


def test_a_document_does_not_differ_from_itself(original: list[Sheet]) -> None:
    found = compared(original, original)
    assert found.is_within
    assert (found.outside, found.worst, found.differing_pages()) == (0, (0.0, 0.0), set())
    assert found.equal_lines == 1
    assert found.lines > 30


def test_a_moved_word_is_found(altered: Callable[[Change], Difference]) -> None:
    def indent_last(document: Document) -> None:
        document.paragraphs[-1].paragraph_format.first_line_indent = Mm(1.5)

    found = altered(indent_last)
    assert not found.is_within
    assert found.worst[0] == pytest.approx(1.5, abs=0.1)
    assert found.worst[1] == 0
    assert (found.lost, found.extra, found.broken) == ([], [], [])


def test_a_word_moved_less_than_the_tolerance_is_no_difference(altered: Callable[[Change], Difference]) -> None:
    def indent_last(document: Document) -> None:
        document.paragraphs[-1].paragraph_format.first_line_indent = Mm(0.8)

    found = altered(indent_last)
    assert found.is_within
    assert found.worst[0] == pytest.approx(0.8, abs=0.1)


def test_lines_that_stand_lower_are_found(altered: Callable[[Change], Difference]) -> None:
    def lower(document: Document) -> None:
        document.paragraphs[3].paragraph_format.space_before = Mm(2.5) + Pt(10)  # ten are there already

    found = altered(lower)
    assert not found.is_within
    assert 2 < found.worst[1] < 3
    assert found.lost == found.extra == []


def test_a_line_that_breaks_elsewhere_is_found(altered: Callable[[Change], Difference]) -> None:
    def narrow(document: Document) -> None:
        document.paragraphs[0].paragraph_format.right_indent = Mm(15)

    found = altered(narrow)
    assert not found.is_within
    assert 1 <= len(found.broken) <= 5


@pytest.mark.parametrize(("text", "lost", "extra"), [("", 1, 0), ("beviljar", 1, 1), ("ord och", 0, 2)])
def test_a_lost_or_changed_or_extra_word_is_found(
    text: str, lost: int, extra: int, altered: Callable[[Change], Difference]
) -> None:
    def change(document: Document) -> None:
        said = document.paragraphs[-1].runs[0]
        first, rest = said.text.split(" ", 1)
        said.text = f"{first} {text} {rest}" if lost == 0 else f"{text} {rest}".strip()

    found = altered(change)
    assert not found.is_within
    assert (len(found.lost), len(found.extra)) == (lost, extra)


def test_a_lost_header_is_found(altered: Callable[[Change], Difference]) -> None:
    def take_away(document: Document) -> None:
        document.sections[0].header.paragraphs[0].text = ""

    found = altered(take_away)
    assert {word.text for word in found.lost} == {"Exempelkommun"}
    assert len(found.lost) == found.pages[0]


def test_an_extra_page_is_found(altered: Callable[[Change], Difference]) -> None:
    def go_on(document: Document) -> None:
        for one in (document.paragraphs[2], document.paragraphs[-1]):
            one.paragraph_format.page_break_before = True

    found = altered(go_on)
    assert not found.is_within
    assert found.pages[1] == found.pages[0] + 1
    assert max(found.differing_pages()) == found.pages[1] - 1


def test_another_size_of_the_paper_is_found(altered: Callable[[Change], Difference]) -> None:
    def widen(document: Document) -> None:
        document.sections[0].page_width = Mm(214)
        document.sections[0].right_margin = Mm(29)

    found = altered(widen)
    assert found.outside == 0
    assert not found.is_within


def test_a_wider_letter_is_found_by_where_the_word_ends(altered: Callable[[Change], Difference]) -> None:
    def widen(document: Document) -> None:
        last = document.paragraphs[-1]
        last.text = ""
        last.add_run(sentences(1)).font.size = Pt(14)

    assert not altered(widen).is_within


@pytest.mark.parametrize(
    "name",
    ["characters/unbroken", "characters/soft_hyphens", "lists/bullets", "rules/tab_stops", "tables/merged_cells"],
)
def test_no_word_is_overlooked(name: str, engine: LibreOfficeEngine) -> None:
    pdf = engine.convert(DOCUMENTS[name]())
    seen = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True).stdout.decode()
    assert letters(word.text for sheet in sheets(pdf) for word in sheet.words) == letters([seen])


def letters(texts: Iterator[str] | list[str]) -> Counter[str]:
    """Return how often each letter and digit stands in the texts."""
    return Counter(one for text in texts for one in text if one.isalnum())
