"""A § cut out of a finished protocol: its pages whole, nobody else's, or none."""

import io
from datetime import date
from pathlib import Path

import pytest
from conftest import SAMPLES
from folios import everything, opened, protocol, squeezed, with_shared_resources
from pypdf import PdfReader, PdfWriter
from running import docgen

from docgen.binding.extract import Certified, extract
from docgen.binding.paragraphs import pages_of
from docgen.errors import BadInput, UsageError

BY = Certified("Mallan Sekreterarsson, nämndsekreterare", date(2026, 3, 27))
BREAK = "#pagebreak()"
TREE = ("§ 139 Ett\nUppgift om Annan Person", BREAK, "§ 140 Två\nVårt", BREAK, "Mera", BREAK, "§ 141 Tre\nOckså annat")


def pages(reader: PdfReader, paragraf: int) -> tuple[int, int]:
    found = pages_of(reader, paragraf)
    return found.start + 1, found.stop


def refused(reader: PdfReader, paragraf: int) -> tuple[str, str]:
    with pytest.raises(BadInput) as caught:
        pages_of(reader, paragraf)
    return caught.value.code, caught.value.facts.get("sida", "")


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return the protocols that docgen makes of its samples."""
    found = {}
    for name in ("s4-hela-protokollet", "namnd-med-omrostning-och-sekretess"):
        out: Path = tmp_path_factory.mktemp("protokoll")
        assert docgen("render", SAMPLES / "protokoll" / f"{name}.json", "--out", out, "--format", "pdf").code == 0
        (path,) = out.glob("protokoll_*.pdf")
        found[name] = path.read_bytes()
    return found


def test_an_extract_holds_the_pages_of_its_paragraf_and_a_sheet_to_certify_it(finished: dict[str, bytes]) -> None:
    made = extract(opened(finished["s4-hela-protokollet"]), 140, BY)
    texts = [squeezed(page) for page in opened(made.data).pages]
    assert (made.pages, len(texts)) == (range(16, 19), 4)
    assert "§ 140 Slutrapport gällande projekt" in texts[0]
    assert "Länsstyrelsen i Norrbottens län" in texts[2]
    for said in (
        "Utdragsbestyrkande",
        "Socialnämnden, sammanträdet den 27 oktober 2010, § 140",
        "sidorna 16–18",
        "Utdragets riktighet bestyrks 2026-03-27",
        "Mallan Sekreterarsson, nämndsekreterare",
    ):
        assert said in texts[3]


def test_nothing_of_the_other_paragrafs_is_anywhere_in_the_file(finished: dict[str, bytes]) -> None:
    reader = opened(finished["s4-hela-protokollet"])
    inside = everything(extract(reader, 140, BY).data)
    others = [title for title in _titles(reader.outline) if title.startswith("§") and "140" not in title]
    assert len(others) == 15
    for title in others:
        assert title.encode() not in inside
        assert title.encode("utf-16-be").hex().encode() not in inside
    assert b"StructTreeRoot" not in inside


def _titles(outline: object) -> list[str]:
    found: list[str] = []
    for one in outline if isinstance(outline, list) else []:
        found += _titles(one) if isinstance(one, list) else [one.title]
    return found


def test_a_page_that_holds_another_paragraf_too_is_refused_and_named(finished: dict[str, bytes]) -> None:
    reader = opened(finished["namnd-med-omrostning-och-sekretess"])
    told = {paragraf: refused(reader, paragraf) for paragraf in (38, 42, 45)}
    assert {code for code, _ in told.values()} == {"B-11"}
    assert told[45] == ("B-11", "7")
    assert pages(reader, 47) == (9, 9)


@pytest.mark.parametrize("headings", [True, False])
def test_a_paragraf_is_found_by_its_bookmark_or_else_by_its_line(headings: bool) -> None:  # noqa: FBT001 - a parameter
    assert pages(protocol(*TREE, headings=headings), 140) == (3, 4)


@pytest.mark.parametrize("headings", [True, False])
@pytest.mark.parametrize(
    ("parts", "page"),
    [
        (("§ 139 Ett", BREAK, "Slutet på ett", "§ 140 Två", BREAK, "§ 141 Tre", BREAK, "Mer"), "3"),
        (("§ 139 Ett", BREAK, "§ 140 Två", "§ 141 Tre", BREAK, "Mer"), "3"),
        (("§ 139 Ett", BREAK, "§ 140 Två", BREAK, "Slutet på två", "§ 141 Tre", BREAK, "Mer"), "4"),
        (("§ 139 Ett", "§ 140 Två", BREAK, "§ 141 Tre", BREAK, "Mer"), "2"),
    ],
)
def test_what_stands_on_the_same_page_keeps_a_page_in_the_protocol(
    parts: tuple[str, ...],
    page: str,
    headings: bool,  # noqa: FBT001 - a parameter
) -> None:
    assert refused(protocol(*parts, headings=headings), 140) == ("B-11", page)


def test_a_neighbour_that_only_the_text_shows_is_enough_to_refuse() -> None:
    hidden = protocol("§ 139 Ett", BREAK, "§ 140 Två", "#text[§ 141 Tre]", BREAK, "§ 142 Fyra")
    assert refused(hidden, 140) == ("B-11", "3")


@pytest.mark.parametrize(
    ("parts", "front", "answer"),
    [
        (TREE, "§ 140 Två ............ 3\n#pagebreak()\n", (3, 4)),
        (TREE, "§ 140 Två\n#pagebreak()\n", ("B-12", "3")),
        ((*TREE, BREAK, "Mera annat"), "Förstasida\n#pagebreak()\n", (3, 4)),
        (("§ 139 Ett", BREAK, "§ 140 Två", BREAK, "Anslag"), "Förstasida\n#pagebreak()\n", ("B-12", "4")),
        (("§ 139 Ett", BREAK, "§ 140 Två", BREAK, "§ 142 Fyra"), "Förstasida\n#pagebreak()\n", ("B-12", "3")),
        (("§ 139 Ett", BREAK, "§ 140 Två"), "Förstasida\n#pagebreak()\n", (3, 3)),
    ],
)
def test_without_bookmarks_what_cannot_be_seen_is_refused(
    parts: tuple[str, ...], front: str, answer: tuple[object, object]
) -> None:
    reader = protocol(*parts, headings=False, front=front)
    found = pages(reader, 140) if isinstance(answer[0], int) else refused(reader, 140)
    assert found == answer


@pytest.mark.parametrize("paragraf", [1, 14, 1400])
def test_a_paragraf_that_is_not_there_is_told(paragraf: int) -> None:
    assert refused(protocol(*TREE), paragraf) == ("B-10", "")


def test_what_pages_share_stays_behind_and_links_lead_nowhere() -> None:
    reader = with_shared_resources(["Forstasida", "§ 139 HEMLIGT", "§ 140 Vart", "§ 141 OCKSA HEMLIGT"])
    assert all(squeezed(page) for page in reader.pages)
    made = extract(reader, 140, BY, "Socialnämnden")
    assert "§ 140 Vart" in squeezed(opened(made.data).pages[0])
    inside = everything(made.data)
    assert b"HEMLIGT".hex().encode() not in inside
    assert b"HEMLIGT" not in inside
    assert b"/Annots" not in inside


def test_a_page_without_text_is_not_handed_out_unseen() -> None:
    long = ("§ 139 Ett", BREAK, "§ 140 Två", BREAK, "Mera", BREAK, "Ännu mera", BREAK, "§ 141 Tre")
    writer = PdfWriter(clone_from=protocol(*long))
    assert pages(protocol(*long), 140) == (3, 5)
    writer.insert_blank_page(index=4)
    target = io.BytesIO()
    writer.write(target)
    assert refused(opened(target.getvalue()), 140) == ("B-12", "5")


def test_the_body_is_asked_for_when_the_file_does_not_say_it_and_a_line_is_left_for_the_name() -> None:
    with pytest.raises(UsageError) as asked:
        extract(protocol(*TREE), 140, BY)
    assert asked.value.code == "B-13"
    made = extract(protocol(*TREE), 140, Certified("", date(2026, 3, 27)), "Socialnämnden")
    last = squeezed(opened(made.data).pages[-1])
    assert "Socialnämnden, § 140" in last
    assert "Underskrift, namnförtydligande och titel" in last


def test_the_same_extract_has_the_same_bytes(finished: dict[str, bytes]) -> None:
    made = [extract(opened(finished["s4-hela-protokollet"]), 140, BY).data for _ in range(2)]
    assert made[0] == made[1]
