"""Every page of every sample, as the one who gets it sees it: numbers, headings, the window of the envelope."""

import io
import json
import re
from collections.abc import Sequence
from typing import Any

import pytest
from conftest import SAMPLES, TODAY
from pypdf import PdfReader
from reading import page_texts
from yardstick import Sheet, Word, sheets

from docgen.documents.catalogue import KINDS
from docgen.order import Engine, Format, Order
from docgen.outcome import Written
from docgen.run import run

MM = 72 / 25.4
LEFT = 24 * MM
WINDOW = (112.0, 45.0)  # mm from the left and the top: the frame of the style Adressfönster
LINE, ON_THE_BASELINE = 12.4, 0.8  # the style's exact lines, in points
SOURCES = sorted(str(path) for slug in KINDS for path in (SAMPLES / slug).glob("*.json"))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    order = Order(
        sources=tuple(SOURCES),
        out=tmp_path_factory.mktemp("ut"),
        organisation=SAMPLES / "organisation.toml",
        today=TODAY,
        format=Format.PDF,
        engine=Engine.TYPST,
    )
    outcomes = list(run(order))
    assert [outcome for outcome in outcomes if not isinstance(outcome, Written)] == []
    files = [path for outcome in outcomes if isinstance(outcome, Written) for path in outcome.files]
    return {path.stem: path.read_bytes() for path in files}


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
            assert re.findall(r"Sida\s(\d+)\s\((\d+)\)", text) == [(str(number), str(len(texts)))]


def test_no_heading_stands_alone_at_the_foot_of_a_page(made: dict[str, bytes]) -> None:
    for pdf in made.values():
        titles = [" ".join(title.split()) for title in _titles(pdf)]
        assert titles
        for sheet in sheets(pdf)[:-1]:
            last = sheet.words[-1]  # the text is written after headers and footers
            foot = said([word for word in sheet.words if abs(word.y - last.y) < 1 and word.x >= LEFT])
            assert not any(title.endswith(foot) for title in titles)


def _titles(pdf: bytes) -> list[str]:
    found: list[str] = []
    waiting: list[list[Any]] = [list(PdfReader(io.BytesIO(pdf)).outline)]
    while waiting:
        for entry in waiting.pop():
            if isinstance(entry, list):
                waiting.append(entry)
            else:
                found.append(str(entry["/Title"]))
    return found


def test_the_address_stands_in_the_window_to_the_millimetre(made: dict[str, bytes]) -> None:
    letters = [pdf for name, pdf in made.items() if name.startswith("bistandsbeslut") and not name.endswith("_akt")]
    assert letters
    for pdf in letters:
        page = lines(sheets(pdf)[0])
        first = min((word for line in page for word in line if _is_in_window(word)), key=lambda word: (word.y, word.x))
        assert first.x == pytest.approx(WINDOW[0] * MM, abs=1 * MM)
        assert first.y == pytest.approx(WINDOW[1] * MM + LINE * ON_THE_BASELINE, abs=1 * MM)


def _is_in_window(word: Word) -> bool:
    return 44 * MM < word.y < 80 * MM and word.x > 110 * MM


def test_how_to_appeal_is_no_page_of_a_protocol(made: dict[str, bytes]) -> None:
    record = json.loads((SAMPLES / "protokollsutdrag" / "omrostning-laglighetsprovning.json").read_text("utf-8"))
    (pdf,) = [made[name] for name in made if name.startswith("protokollsutdrag_SN-2026-0187")]
    *protocol, appeal = page_texts(pdf)
    assert "Hur beslutet överklagas" in appeal
    assert "Instans" not in appeal
    numbers = [re.findall(r"\d{4}-\d\d-\d\d\s+\d+\s+(\d+)", page) for page in protocol]
    starts = [one["sida_start"] for one in record["instanser"] if one.get("sida_start")]
    assert numbers == [[str(start + page) for start in starts] for page in range(len(protocol))]
