"""The pages of a protocol: those that an extract says it is taken from are the protocol's own (R-90)."""

from pathlib import Path

import pytest
from reading import page_texts
from running import docgen
from utdrag import HELA_S4, NAMND


@pytest.fixture(scope="module")
def s4(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("s4")
    done = docgen("render", HELA_S4, "--out", out, "--format", "pdf", "--date", "2026-11-22")
    assert done.code == 0, done.err
    return out


def pages(folder: Path, slug: str) -> list[str]:
    (file,) = folder.glob(f"{slug}_*.pdf")
    return [" ".join(text.split()) for text in page_texts(file.read_bytes())]


def test_the_seeds_paragraph_stands_on_the_seeds_pages(s4: Path) -> None:
    found = pages(s4, "protokoll")
    assert "§ 140 Slutrapport" in found[15]
    assert found[16].find("Rubricerade projekt har genomförts") > 0
    assert "Förvaltningens förslag till beslut" in found[17]
    assert "§ 141 Kurser och konferenser" in found[18]


def test_every_page_of_a_protocol_says_whose_it_is_and_its_number(s4: Path) -> None:
    found = pages(s4, "protokoll")
    for number, page in enumerate(found, start=1):
        assert "SAMMANTRÄDESPROTOKOLL Sammanträdesdatum 2010-10-27" in page
        assert f"Sida {number} ({len(found)})" in page
        assert "Justerarsignaturer" in page
        assert "Utdragsbestyrkande" in page


def test_an_extract_has_as_many_pages_as_the_protocol_gives_it(s4: Path) -> None:
    assert len(pages(s4, "protokollsutdrag")) == len(["16", "17", "18"])


def test_the_front_page_of_a_whole_board_holds_the_signatures_and_the_notice(tmp_path: Path) -> None:
    done = docgen("render", NAMND, "--out", tmp_path, "--format", "pdf", "--date", "2026-11-22")
    assert done.code == 0, done.err
    first, second, *_ = pages(tmp_path, "protokoll")
    assert "Protokollet förvaras" in first
    assert "Ärendelista" in second
    assert len(pages(tmp_path, "anslagsbevis")) == 1


def test_the_public_version_tells_the_operator_nothing_of_what_it_left_out(tmp_path: Path) -> None:
    done = docgen("render", NAMND, "--public", "--out", tmp_path, "--format", "docx", "--date", "2026-11-22")
    assert done.code == 0, done.err
    assert [name for name in ("Tolvan", "1212", "Provdal") if name in done.out + done.err] == []
    assert all("offentlig" in file.name for file in tmp_path.iterdir())
