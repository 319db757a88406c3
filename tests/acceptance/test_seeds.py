"""The reference documents come out of the whole machine as they went in."""

import re
import subprocess
from pathlib import Path

import docx
import pytest
from conftest import SAMPLES, TODAY
from reading import docx_text, page_texts
from seeds import s0_strings, s4_words

from docgen.order import Order
from docgen.outcome import Written
from docgen.run import run


def made(sample: str, out: Path) -> dict[str, Path]:
    source = str(SAMPLES / f"{sample}.json")
    order = Order(sources=(source,), out=out, organisation=SAMPLES / "organisation.toml", today=TODAY)
    (outcome,) = run(order)
    assert isinstance(outcome, Written), outcome
    return {f"{path.parent.name}{path.suffix}" if path.parent != out else path.suffix: path for path in outcome.files}


@pytest.fixture(scope="module")
def s4(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return made("protokollsutdrag/s4-slutrapport", tmp_path_factory.mktemp("s4"))


@pytest.fixture(scope="module")
def s0(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return made("bistandsbeslut/s0-behandling-och-uppfoljningskontakt", tmp_path_factory.mktemp("s0"))


def words(text: str) -> list[str]:
    return re.sub(r"(?m)^\s*[–#]+ ", " ", text).split()


def holds_in_order(found: list[str], wanted: list[str]) -> bool:
    at = iter(found)
    return all(word in at for word in wanted)


def test_every_word_of_s4_stands_in_the_word_file_in_order(s4: dict[str, Path]) -> None:
    body = docx_text(s4[".docx"]).split("== brödtext")[1]
    wanted = s4_words(table=False)
    found = words(body)
    first = found.index("Dnr")
    assert found[first : first + len(wanted)] == wanted


def test_every_word_of_s4_stands_in_the_pdf_in_order(s4: dict[str, Path]) -> None:
    pages = page_texts(s4[".pdf"].read_bytes())
    assert holds_in_order(words("\n".join(pages)), s4_words(table=False))


def test_the_page_numbers_of_s4_run_on_in_parallel(s4: dict[str, Path]) -> None:
    pages = page_texts(s4[".pdf"].read_bytes())
    rows = [re.findall(r"2010-10-(?:12|27)\s+(\d+)\s+(\d+)", page) for page in pages]
    assert rows == [
        [("59", "12"), ("140", "16")],
        [("59", "13"), ("140", "17")],
        [("59", "14"), ("140", "18")],
    ]


def test_each_page_of_s4_holds_what_it_held(s4: dict[str, Path]) -> None:
    pages = [" ".join(page.split()) for page in page_texts(s4[".pdf"].read_bytes())]
    assert "försökt dölja det." in pages[0]
    assert "Rubricerade projekt" in pages[1]
    assert "stark vilja till att få eftervård." in pages[1]
    assert "Förvaltningens förslag till beslut" in pages[2]


def test_word_keeps_the_nested_formula(s4: dict[str, Path]) -> None:
    header = docx.Document(str(s4[".docx"])).sections[0].header.part.element.xml
    fields = re.findall(r"<w:instrText[^>]*>([^<]*)</w:instrText>", header)
    text = " ".join(" ".join(fields).split())
    assert "= PAGE + 11" in text
    assert "= PAGE + 15" in text


def test_the_file_copy_of_s0_tells_what_to_register(s0: dict[str, Path]) -> None:
    text = docx_text(s0["akt.docx"])
    assert all(string in text for string in s0_strings())


def test_the_letter_of_s0_tells_nothing_of_the_case_system(s0: dict[str, Path]) -> None:
    assert not any(string in docx_text(s0[".docx"]) for string in s0_strings())


def test_s0_is_decided_under_the_act_of_its_day(s0: dict[str, Path]) -> None:
    text = docx_text(s0[".docx"]).replace("\xa0", " ")
    assert "under tre månader räknat från den dag behandlingen avslutas, enligt 4 kap. 1 § socialtjänstlagen" in text
    assert "2025:400" not in text


def test_the_address_stands_in_the_window(s0: dict[str, Path]) -> None:
    shown = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", str(s0[".pdf"]), "-"], capture_output=True, text=True, check=True
    ).stdout
    boxes = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]+)<', shown)
    in_mm = {text: [float(side) * 25.4 / 72 for side in sides] for *sides, text in reversed(boxes)}
    for word in ("Jonas", "Exempelgatan", "Exempelstad"):
        left, top, right, bottom = in_mm[word]
        assert left >= 111
        assert right <= 192
        assert top >= 44
        assert bottom <= 80
