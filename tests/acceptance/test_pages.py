"""Every page of every sample, as the one who gets it sees it: numbers, headings, the window of the envelope."""

import io
import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from conftest import SAMPLES, TODAY
from pypdf import PdfReader
from reading import page_texts
from yardstick import Sheet, Word, sheets

from docgen.documents.catalogue import KINDS
from docgen.order import Engine, Format, Order
from docgen.outcome import Written
from docgen.resources import shipped_file
from docgen.run import run

MM = 72 / 25.4
LEFT = 24 * MM
WINDOW = (112.0, 45.0)  # mm from the left and the top: the frame of the style Adressfönster
UNDER_THE_LINE, NAME_BELOW = 8.0, 30.0  # points: the size of the word under a signature's line, and where the name is
BELOW_THE_HEAD, ABOVE_THE_FOOT = 60.0, 50.0  # points: what a following page has of its own
NEW_PAGE, HEADING = 18.0, 11.0  # points: the size of headings that begin a page, and of the smallest
LINE, ON_THE_BASELINE = 12.4, 0.8  # the style's exact lines, in points


def _body(slug: str) -> bytes:
    with zipfile.ZipFile(shipped_file(f"{slug}/template.docx")) as package:
        return package.read("word/document.xml")


LETTERS = tuple(f"{slug}_" for slug in KINDS if b"Adressf" in _body(slug))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the PDFs of all samples by type of the sample and name; each type is a run of its own."""
    found: dict[str, bytes] = {}
    for slug in KINDS:
        order = Order(
            sources=(str(SAMPLES / slug),),
            out=tmp_path_factory.mktemp(slug),
            organisation=SAMPLES / "organisation.toml",
            today=TODAY,
            format=Format.PDF,
            engine=Engine.TYPST,
        )
        outcomes = list(run(order))
        assert [outcome for outcome in outcomes if not isinstance(outcome, Written)] == []
        files = [path for outcome in outcomes if isinstance(outcome, Written) for path in outcome.files]
        found |= {f"{slug}/{path.stem}": path.read_bytes() for path in files}
    return found


def lines(sheet: Sheet) -> list[list[Word]]:
    """Return the words of a page by line, from the top."""
    found: dict[float, list[Word]] = {}
    for word in sheet.words:
        found.setdefault(round(word.y), []).append(word)
    return [sorted(found[y], key=lambda word: word.x) for y in sorted(found)]


def said(line: Sequence[Word]) -> str:
    return " ".join(word.text for word in line)


def test_every_page_says_which_of_how_many_it_is(made: dict[str, bytes]) -> None:
    for pdf in made.values():
        texts = page_texts(pdf)
        for number, text in enumerate(texts, 1):
            assert re.findall(r"Sid[ae]\s(\d+)\s(?:\(|af\s)(\d+)", text) == [(str(number), str(len(texts)))]


def test_no_heading_stands_alone_at_the_foot_of_a_page(made: dict[str, bytes]) -> None:
    for name, pdf in made.items():
        titles = list(_titles(pdf))
        assert titles, name
        for number, sheet in enumerate(sheets(pdf)[:-1]):
            last = sheet.words[-1]  # the text is written after headers and footers
            foot = said([word for word in sheet.words if abs(word.y - last.y) < 1 and word.x >= LEFT])
            is_heading = last.size >= HEADING and any(title.endswith(foot) for page, title in titles if page == number)
            assert not is_heading, name


def test_no_name_is_parted_from_the_line_for_its_signature(made: dict[str, bytes]) -> None:
    pens = [(name, sheet, word) for name, pdf in made.items() for sheet in sheets(pdf) for word in _pens(sheet)]
    assert {name.partition("/")[0] for name, _, _ in pens} >= {"bistandsbeslut", "tjansteskrivelse", "sip_samtycke"}
    for name, sheet, pen in pens:
        below = [word for word in sheet.words if abs(word.x - pen.x) < 1 and 0 < word.y - pen.y < NAME_BELOW]
        assert below, name


def _pens(sheet: Sheet) -> list[Word]:
    """Return the words under the lines for signatures."""
    return [word for word in sheet.words if word.text == "Underskrift" and word.size == UNDER_THE_LINE]


def test_no_last_page_holds_a_line_or_two_and_nothing_else(made: dict[str, bytes]) -> None:
    for name, pdf in made.items():
        last = sheets(pdf)[-1]
        told = [line for line in lines(last) if BELOW_THE_HEAD < line[0].y < last.height - ABOVE_THE_FOOT]
        assert len(told) > 2 or told[0][0].size == NEW_PAGE, name  # a part that begins a page may be short


def _titles(pdf: bytes) -> Iterator[tuple[int, str]]:
    """Yield the page and the words of each heading; a list of contents has the words too, on another page."""
    reader = PdfReader(io.BytesIO(pdf))
    waiting: list[list[Any]] = [list(reader.outline)]
    while waiting:
        for entry in waiting.pop():
            if isinstance(entry, list):
                waiting.append(entry)
            else:
                yield reader.get_destination_page_number(entry) or 0, " ".join(str(entry["/Title"]).split())


def test_the_address_stands_in_the_window_to_the_millimetre(made: dict[str, bytes]) -> None:
    letters = {name: pdf for name, pdf in made.items() if name.partition("/")[2].startswith(LETTERS)}
    assert letters
    for name, pdf in letters.items():
        page = lines(sheets(pdf)[0])
        first = min((word for line in page for word in line if _is_in_window(word)), key=lambda word: (word.y, word.x))
        assert first.x == pytest.approx(WINDOW[0] * MM, abs=1 * MM), name
        assert first.y == pytest.approx(WINDOW[1] * MM + LINE * ON_THE_BASELINE, abs=1 * MM), name


def _is_in_window(word: Word) -> bool:
    return 44 * MM < word.y < 80 * MM and word.x > 110 * MM


def test_how_to_appeal_is_no_page_of_a_protocol(made: dict[str, bytes]) -> None:
    record = json.loads((SAMPLES / "protokollsutdrag" / "omrostning-laglighetsprovning.json").read_text("utf-8"))
    (pdf,) = [pdf for name, pdf in made.items() if name.startswith("protokollsutdrag/protokollsutdrag_SN-2026-0187")]
    *protocol, appeal = page_texts(pdf)
    assert "Hur beslutet överklagas" in appeal
    assert "Instans" not in appeal
    numbers = [re.findall(r"\d{4}-\d\d-\d\d\s+\d+\s+(\d+)", page) for page in protocol]
    starts = [one["sida_start"] for one in record["instanser"] if one.get("sida_start")]
    assert numbers == [[str(start + page) for start in starts] for page in range(len(protocol))]
