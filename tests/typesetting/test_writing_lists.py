"""Lists and headings: where Word sets them, and heard as lists and headings."""

from itertools import pairwise

import pytest
from pypdf import PdfReader
from written import (
    ARIAL,
    LORUM,
    SINGLE,
    cell,
    heard,
    item,
    paragraph,
    places,
    reader,
    refused,
    row,
    section,
    table,
    text,
    words,
)

from docgen.typesetting.formats import Align, Border, Borders
from docgen.typesetting.model import Bookmark, Link, PageBreak, PageOf, Tab

ITEM = "LI(Lbl LBody(P))"


def test_items_are_heard_as_a_list() -> None:
    assert heard(item("1.", "Ett"), item("2.", "två"), "brödtext") == f"Document(L({ITEM} {ITEM}) P)"


def test_bullets_are_heard_as_a_list() -> None:
    bullets = [item("•", one, numbered=False) for one in ("Ett", "två")]
    assert heard(*bullets) == f"Document(L({ITEM} {ITEM}))"


def test_deeper_items_are_heard_as_a_list_in_the_list() -> None:
    assert heard(item("1.", "Ett"), item("a)", "två", level=1), item("2.", "tre")) == (
        f"Document(L({ITEM} L({ITEM}) {ITEM}))"
    )


def test_two_series_are_two_lists() -> None:
    assert heard(item("1.", "Ett"), item("1.", "två", series="2")) == f"Document(L({ITEM}) L({ITEM}))"


def test_the_numbers_are_those_of_word() -> None:
    assert text(item("7 §", "Ett"), item("12 §", "två")).split() == ["7", "§", "Ett", "12", "§", "två"]


def test_label_and_text_stand_on_one_line_at_the_hanging_indent() -> None:
    found = places(item("1.", LORUM))
    assert [found["1."].x, found["Ansökan"].x] == [pytest.approx(100), pytest.approx(120)]
    assert found["1."].y == found["Ansökan"].y
    lower = [word.x for word in words(item("1.", LORUM * 2)) if word.y > found["1."].y + 1]
    assert min(lower) == pytest.approx(120)


def test_a_bullet_stands_on_the_line_of_its_text() -> None:
    found = places(item("•", "Ett", numbered=False))
    assert found["•"].y == pytest.approx(found["Ett"].y, abs=0.05)


def test_a_label_wider_than_its_room_pushes_the_text_to_the_next_default_stop() -> None:
    found = places(item("Paragraf", "text"))
    assert found["Paragraf"].x == pytest.approx(100)
    assert found["text"].x == pytest.approx(172)


@pytest.mark.parametrize(("suffix", "gap"), [("space", 0.278 * 11), ("nothing", 0.0)])
def test_the_text_follows_its_label(suffix: str, gap: float) -> None:
    (label, *_), (bare, *_) = (words(item(one, "text", suffix=suffix)) for one in ("12.", "12."))
    assert bare == label
    line = places(item("Paragraf", "text", suffix=suffix), item("Paragraf", "ord", suffix="tab"))
    wide = line["Paragraf"].end
    start = line["text"].x if "text" in line else line["Paragraftext"].x
    assert start == pytest.approx(wide + gap if suffix == "space" else 100, abs=0.1)


@pytest.mark.parametrize(("align", "edge"), [(Align.RIGHT, 1.0), (Align.CENTER, 0.5)])
def test_a_label_may_end_or_be_centred_at_its_place(align: Align, edge: float) -> None:
    label = places(item("100.", "Ett", align=align, left=60.0, first=-20.0))["100."]
    assert label.x + edge * (label.end - label.x) == pytest.approx(140, abs=0.1)


def test_the_distance_of_items_is_that_of_paragraphs() -> None:
    spaced = [item(f"{one}.", f"ord{one}", after=6, before=3) for one in range(3)]
    found = places(paragraph("Före", after=2), *spaced, paragraph("Efter", before=9))
    ys = [found[one].y for one in ("Före", "ord0", "ord1", "ord2", "Efter")]
    steps = [lower - upper for upper, lower in pairwise(ys)]
    assert steps == [pytest.approx(SINGLE + one, abs=0.05) for one in (3, 6, 6, 9)]


def test_items_of_other_distances_stand_where_word_sets_them() -> None:
    found = places(item("1.", "Ett", after=2), item("2.", "två", after=8), item("3.", "tre"))
    assert found["två"].y - found["Ett"].y == pytest.approx(SINGLE + 2, abs=0.05)
    assert found["tre"].y - found["två"].y == pytest.approx(SINGLE + 8, abs=0.05)


def test_an_item_kept_with_the_next_goes_with_it() -> None:
    lines = ["rad"] * 30
    kept = places(*lines, item("1.", "Ett", keep_next=True), item("2.", "två"), "slut")
    assert kept["Ett"].page == kept["två"].page == 1


def test_items_that_are_kept_together_are_one_list() -> None:
    found = heard(item("1.", "Ett", keep_next=True), item("2.", "två", keep_next=True), item("3.", "tre"))
    assert f"L({ITEM} {ITEM} {ITEM})" in found


def test_items_that_fill_a_page_are_let_go_before_they_run_off_it() -> None:
    many = [item(f"{one}.", f"ord{one}", keep_next=one < 39) for one in range(40)]
    found = places(*many)
    assert {found[f"ord{one}"].page for one in range(40)} == {0, 1}


def test_the_last_item_may_be_kept_with_what_follows() -> None:
    kept = places(*["rad"] * 29, item("1.", "Ett"), item("2.", "två", keep_next=True), "slut")
    assert (kept["Ett"].page, kept["två"].page) == (0, 1)


def test_an_item_in_a_long_list_with_keep_next_is_kept() -> None:
    kept = places(
        *["rad"] * 28, item("1.", "Ett"), item("2.", "två"), item("3.", "tre", keep_next=True), item("4.", "x")
    )
    assert (kept["två"].page, kept["tre"].page) == (0, 1)


def test_a_page_break_in_an_item_begins_a_page() -> None:
    found = places(item("1.", "Ett"), item("2.", "två", page_break_before=True))
    assert [found["två"].page, found["två"].y] == [1, pytest.approx(110.3, abs=0.05)]
    assert places(item("1.", "Ett"), paragraph(PageBreak()), item("2.", "två"))["2."].page == 1


def test_a_list_in_a_cell_is_a_list() -> None:
    found = heard(table(row(cell(0, item("1.", "Ett"), item("2.", "två"))), row("a"), widths=[100.0]))
    assert f"L({ITEM} {ITEM})" in found


def test_an_item_in_a_box_is_an_item_in_a_box() -> None:
    borders = Borders(*[Border(1, space=4)] * 4)
    boxed = [item(f"{one}.", f"ord{one}", borders=borders, left=50.0) for one in (1, 2)]
    found = places("Före", *boxed)
    assert [found["1."].x, found["ord1"].x] == [pytest.approx(130), pytest.approx(150)]
    assert found["ord1"].y - found["Före"].y == pytest.approx(SINGLE + 5, abs=0.05)
    assert found["ord2"].y - found["ord1"].y == pytest.approx(SINGLE, abs=0.05)
    assert heard(*boxed) == f"Document(L({ITEM} {ITEM}))"


def headings(opened: PdfReader) -> list[str]:
    return [str(one["/Title"]) for one in opened.outline if isinstance(one, dict)]


def test_headings_are_heard_at_their_level_and_are_bookmarks() -> None:
    blocks = (paragraph("Beslut", heading=1), "text", paragraph("Skäl", heading=2), paragraph("Mer", heading=1))
    assert heard(*blocks) == "Document(H1 P H2 H1)"
    assert headings(reader(*blocks)) == ["Beslut", "Mer"]


def test_no_level_is_skipped_for_those_who_listen() -> None:
    levels = (2, 4, 4, 2)
    assert heard(*(paragraph(f"Rubrik{one}", heading=one) for one in levels)) == "Document(H1 H2 H2 H1)"


def test_a_numbered_heading_is_a_heading_with_its_number() -> None:
    numbered = item("1.1", "Skäl", heading=2, left=30.0, first=-30.0)
    blocks = (paragraph("Beslut", heading=1), numbered, "text")
    assert heard(*blocks) == "Document(H1 H2 P)"
    found = places(*blocks)
    assert [found["1.1"].x, found["Skäl"].x] == [pytest.approx(100), pytest.approx(130, abs=0.1)]
    assert found["1.1"].y == found["Skäl"].y
    assert "1.1" in text(*blocks)


def test_a_numbered_heading_after_items_ends_their_list() -> None:
    assert (
        heard(item("1.", "Ett"), item("2", "Skäl", heading=1), item("1.", "Ett")) == f"Document(L({ITEM}) H1 L({ITEM}))"
    )


def test_a_numbered_heading_is_named_with_its_number_in_the_bookmarks() -> None:
    opened = reader(item("1", "Beslut", heading=1))
    assert [one.split() for one in headings(opened)] == [["1", "Beslut"]]


@pytest.mark.parametrize(("suffix", "at"), [("tab", 136.0), ("space", 133.62 + 0.278 * 11), ("nothing", 0)])
def test_what_follows_the_number_of_a_heading_is_words(suffix: str, at: float) -> None:
    found = words(item("Kapitel", "ord", heading=1, suffix=suffix))
    assert found[0].x == pytest.approx(100)
    if suffix != "nothing":
        assert found[1].x == pytest.approx(at, abs=0.1)


def test_a_heading_of_two_lines_hangs() -> None:
    long = words(item("1", LORUM * 2, heading=1, left=40.0, first=-40.0))
    assert min(word.x for word in long if word.y > long[0].y + 1) == pytest.approx(140, abs=0.1)


def test_a_link_leads_to_its_address_and_its_bookmark() -> None:
    opened = reader(
        paragraph(
            Link("https://exempel.example/", (paragraph("webb").inlines[0],)),
            " ",
            Link("#mål", paragraph("hit").inlines),
        ),
        paragraph(Bookmark("mål"), "Målet"),
        paragraph("på sida ", PageOf("mål", ARIAL)),
    )
    links = [one.get_object() for one in opened.pages[0]["/Annots"]]  # type: ignore[attr-defined]  # pypdf
    assert [str(one["/A"]["/URI"]) for one in links if "/A" in one and "/URI" in one["/A"]] == [
        "https://exempel.example/"
    ]
    assert len(links) == 2
    assert "på sida 1" in opened.pages[0].extract_text()


@pytest.mark.parametrize("name", ['_Toc"1', "a b", "å]", "x#y"])
def test_a_bookmark_of_any_name_is_led_to(name: str) -> None:
    assert "hit" in text(paragraph(Link(f"#{name}", paragraph("hit").inlines)), paragraph(Bookmark(name), "dit"))


def test_the_first_of_two_bookmarks_of_one_name_is_led_to() -> None:
    twice = (paragraph(Bookmark("m"), "Ett"), paragraph(Bookmark("m"), PageBreak(), "två"))
    assert "sida 1" in text(*twice, paragraph("sida ", PageOf("m", ARIAL)))


def test_a_bookmark_in_a_repeated_row_is_where_it_is_first() -> None:
    many = [row(f"rad{one}") for one in range(60)]
    heads = row(cell(0, paragraph(Bookmark("m"), "Rubrik")), is_header=True)
    assert "sida 1" in text(paragraph("sida ", PageOf("m", ARIAL)), table(heads, *many, widths=[100.0]))


def test_a_link_to_a_bookmark_that_is_nowhere_is_text() -> None:
    assert text(paragraph(Link("#saknas", paragraph("hit").inlines))) == "hit"


def test_a_tab_in_a_link_is_refused_by_name() -> None:
    assert refused(paragraph(Link("#m", (Tab(ARIAL),)), Bookmark("m"))) == ["w:hyperlink w:tab"]


def test_the_page_of_a_bookmark_is_refused_where_page_numbers_begin_anew() -> None:
    anew = section(paragraph(Bookmark("m"), "sida ", PageOf("m", ARIAL)), first_number=5)
    assert refused(anew) == ["PAGEREF"]
