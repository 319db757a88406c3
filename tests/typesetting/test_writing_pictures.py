"""Pictures, text boxes and frames stand where Word puts them, or are refused where text would be in their way."""

import io
from dataclasses import replace

import pytest
from drawn import pictures
from pypdf import PdfReader
from written import (
    ARIAL,
    LORUM,
    OVER,
    SINGLE,
    cell,
    document,
    elements,
    engine,
    heard,
    paragraph,
    places,
    refused,
    row,
    section,
    story,
    table,
)

from docgen.typesetting.formats import Anchor, Border, Borders, Frame
from docgen.typesetting.model import Block, Box, Picture, Section

# One grey point.
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b550000000a494441"
    "54789c636800000082008177cd72b60000000049454e44ae426082"
)
FILES = {"word/media/image1.png": PNG}
NAME = "word/media/image1.png"


def picture(alt: str = "En bild", anchor: Anchor | None = None, width: float = 60, height: float = 40) -> Picture:
    return Picture(NAME, width, height, alt, ARIAL, anchor)


def at(*blocks: Block | str | Section) -> tuple[float, float, float, float]:
    """Return where the only picture is: left, top, right, bottom."""
    (found,) = pictures(engine().typeset(document(*blocks, files=FILES)))
    return found


def test_a_picture_in_a_line_makes_the_line_as_high() -> None:
    found = places("Ett", paragraph("bild ", picture()), "två", files=FILES)
    assert at("Ett", paragraph(picture())) == pytest.approx((100, 100 + SINGLE, 160, 140 + SINGLE), abs=0.1)
    assert found["två"].y - found["Ett"].y == pytest.approx(2 * SINGLE + 40 - OVER, abs=0.1)


def test_a_picture_is_told_by_its_alternative_text() -> None:
    opened = PdfReader(io.BytesIO(engine().typeset(document(paragraph(picture('En "bild" \\ #x')), files=FILES))))
    assert heard(paragraph(picture()), files=FILES) == "Document(P(Figure))"
    (figure,) = elements(opened, "/Figure")
    assert str(figure["/Alt"]) == 'En "bild" \\ #x'


def test_a_decorative_picture_is_not_heard() -> None:
    assert "Figure" not in heard(paragraph("text", picture("")), files=FILES)


@pytest.mark.parametrize(
    ("anchor", "left", "top"),
    [
        (Anchor("page", "page", 30, 50), 30, 50),
        (Anchor("margin", "margin", 30, 50), 130, 150),
        (Anchor("column", "paragraph", 30, 50), 130, 150 + SINGLE),
        (Anchor("page", "page", x_align="right", y_align="bottom"), 540, 560),
        (Anchor("margin", "margin", x_align="center", y_align="center"), 270, 280),
        (Anchor("margin", "margin", x_align="left", y_align="top"), 100, 100),
    ],
)
def test_a_picture_over_the_text_stands_at_its_anchor(anchor: Anchor, left: float, top: float) -> None:
    assert at("Ett", paragraph("två", picture(anchor=anchor))) == pytest.approx(
        (left, top, left + 60, top + 40), abs=0.1
    )


def test_text_goes_on_under_a_picture_that_is_over_it() -> None:
    found = places("Ett", paragraph("två", picture(anchor=Anchor("page", "page", 30, 50))), "tre", files=FILES)
    assert found["tre"].y - found["Ett"].y == pytest.approx(2 * SINGLE, abs=0.05)


def test_a_picture_beside_which_text_would_flow_is_refused() -> None:
    anchor = Anchor("column", "paragraph", wrap="around")
    assert refused(paragraph(LORUM, picture(anchor=anchor)), files=FILES) == ["wp:anchor around column paragraph"]


@pytest.mark.parametrize("down", [3.0, 10.0])
def test_text_stands_below_a_picture_that_takes_the_whole_width(down: float) -> None:
    anchor = Anchor("column", "paragraph", 20, down, wrap="topAndBottom", gap=(3, 5))
    blocks = ("Ett", paragraph("två", picture(anchor=anchor)), "tre")
    found = places(*blocks, files=FILES)
    assert at(*blocks) == pytest.approx((120, 100 + SINGLE + down, 180, 140 + SINGLE + down), abs=0.1)
    assert found["två"].y - found["Ett"].y == pytest.approx(SINGLE + down + 40 + 5, abs=0.1)
    assert found["tre"].y - found["två"].y == pytest.approx(SINGLE, abs=0.1)


@pytest.mark.parametrize("before", [0.0, 7.0])
def test_text_stands_below_a_picture_at_the_top_of_the_page(before: float) -> None:
    anchor = Anchor("column", "paragraph", 20, 0, wrap="topAndBottom", gap=(3, 5))
    blocks = (paragraph("Ett", picture(anchor=anchor), before=before), "två")
    assert at(*blocks) == pytest.approx((120, 100, 180, 140), abs=0.1)
    assert places(*blocks, files=FILES)["Ett"].y == pytest.approx(145 + before + OVER, abs=0.1)


@pytest.mark.parametrize(("down", "after"), [(0.0, 0.0), (30.0, 0.0), (10.0, 5.0)])
def test_a_picture_whose_text_may_be_above_and_below_it_is_refused(down: float, after: float) -> None:
    anchor = Anchor("column", "paragraph", 20, down, wrap="topAndBottom", gap=(3, 5))
    blocks = (paragraph("Ett", after=after), paragraph("två", picture(anchor=anchor)), "tre")
    assert refused(*blocks, files=FILES) == ["wp:anchor topAndBottom column paragraph"]


@pytest.mark.parametrize("anchor", [Anchor("page", "page", 30, 50), Anchor("column", "paragraph", 0, 0)])
def test_a_picture_is_on_the_page_of_its_paragraph(anchor: Anchor) -> None:
    last = paragraph("sist", picture(anchor=anchor))
    opened = PdfReader(io.BytesIO(engine().typeset(document(*["rad"] * 31, last, files=FILES))))
    assert [len(page.images) for page in opened.pages] == [0, 1]


def test_a_picture_is_as_wide_and_high_as_it_says() -> None:
    assert at(paragraph(picture(width=80, height=20))) == pytest.approx((100, 100, 180, 120), abs=0.1)


def test_of_a_cropped_picture_only_a_part_is_seen() -> None:
    cropped = replace(picture(), crop=(0.25, 0.0, 0.25, 0.5))
    assert at(paragraph(cropped)) == pytest.approx((70, 100, 190, 180), abs=0.1)
    assert places(paragraph(cropped), "ord", files=FILES)["ord"].y == pytest.approx(140 + OVER, abs=0.1)


@pytest.mark.parametrize(("x", "is_set"), [(400.0, True), (120.0, False)])
def test_a_picture_in_a_header_may_stand_beside_its_text(x: float, is_set: bool) -> None:  # noqa: FBT001 - a parameter
    anchor = Anchor("page", "page", x, 30, wrap="around")
    head = section("text", headers={"default": story(paragraph("Exempelkommun", picture(anchor=anchor)))})
    if is_set:
        assert at(head) == pytest.approx((400, 30, 460, 70), abs=0.1)
    else:
        assert refused(head, files=FILES) == ["wp:anchor around page page"]


def test_a_picture_that_reaches_out_of_its_header_is_refused() -> None:
    anchor = Anchor("page", "page", 400, 70, wrap="around")
    head = section("text", headers={"default": story(paragraph("Exempelkommun", picture(anchor=anchor)))})
    assert refused(head, files=FILES) == ["wp:anchor around page page"]


def test_a_picture_in_the_side_margin_has_no_text_beside_it() -> None:
    anchor = Anchor("page", "paragraph", 20, 0, wrap="around")
    assert at(paragraph(LORUM, picture(anchor=anchor))) == pytest.approx((20, 100, 80, 140), abs=0.1)


def test_a_picture_in_a_cell_stands_in_it() -> None:
    anchor = Anchor("column", "paragraph", 10, 5)
    assert at(table(row("a", cell(1, paragraph("b", picture(anchor=anchor)))))) == pytest.approx(
        (215.4, 105, 275.4, 145), abs=0.1
    )


@pytest.mark.parametrize("down", ["page", "margin"])
def test_text_stands_below_a_picture_at_the_top_of_the_text(down: str) -> None:
    top = {"page": 90.0, "margin": -10.0}[down]
    anchor = Anchor("margin", down, 0, top, wrap="topAndBottom", gap=(0, 8))
    blocks = (paragraph("Ett", picture(anchor=anchor)), "två")
    assert at(*blocks) == pytest.approx((100, 90, 160, 130), abs=0.1)
    assert places(*blocks, files=FILES)["Ett"].y == pytest.approx(138 + OVER, abs=0.1)


def test_a_picture_at_the_top_of_the_text_stands_there_below_a_header_of_the_first_page_too() -> None:
    anchor = Anchor("page", "page", 100, 90, wrap="topAndBottom")
    heads = {"first": story(*["rad"] * 10)}
    found = places(section(paragraph("Ett", picture(anchor=anchor)), headers=heads, title_page=True), files=FILES)
    assert found["Ett"].y == pytest.approx(36 + 10 * SINGLE + OVER, abs=0.1)


def test_a_picture_in_the_margin_above_leaves_the_text_alone() -> None:
    anchor = Anchor("page", "page", 100, 20, wrap="topAndBottom")
    assert places(paragraph("Ett", picture(anchor=anchor)), files=FILES)["Ett"].y == pytest.approx(100 + OVER, abs=0.1)


def test_a_picture_in_the_midst_of_the_text_is_refused() -> None:
    anchor = Anchor("page", "page", 100, 300, wrap="topAndBottom")
    assert refused(paragraph("Ett", picture(anchor=anchor)), files=FILES) == ["wp:anchor topAndBottom page page"]


@pytest.mark.parametrize(
    ("anchor", "left", "top"),
    [
        (Anchor("page", "page", 30, 20), 30, 20),
        (Anchor("page", "page", x_align="right", y_align="bottom"), 540, 560),
        (Anchor("margin", "margin", 30, -80), 130, 20),
        (Anchor("column", "paragraph", 30, 5), 130, {"headers": 41, "footers": 600 - 36 - SINGLE + 5}),
    ],
)
@pytest.mark.parametrize("kind", ["headers", "footers"])
def test_a_picture_in_a_header_or_footer_stands_at_its_anchor(
    anchor: Anchor, left: float, top: float | dict[str, float], kind: str
) -> None:
    high = top[kind] if isinstance(top, dict) else top
    edge = {"default": story(paragraph("Ett", picture(anchor=anchor)))}
    found = at(section("text", **{kind: edge}))
    assert found == pytest.approx((left, high, left + 60, high + 40), abs=0.1)


def test_a_text_box_holds_its_text_at_its_anchor() -> None:
    box = Box(100, 50, (paragraph("inne"),), Anchor("page", "page", 400, 20), insets=(4, 6, 4, 6), line=Border(1))
    found = places(paragraph("Ett", box), "två")
    assert [found["inne"].x, found["inne"].y] == [pytest.approx(406), pytest.approx(24 + OVER, abs=0.05)]
    assert found["Ett"].y == pytest.approx(100 + OVER, abs=0.05)


def test_a_text_box_in_a_header_holds_its_text_at_its_anchor() -> None:
    box = Box(100, 50, (paragraph("inne"),), Anchor("page", "page", 400, 20))
    found = places(section("text", headers={"default": story(paragraph("Ett", box))}))
    assert [found["inne"].x, found["inne"].y] == [pytest.approx(400), pytest.approx(20 + OVER, abs=0.05)]


def test_text_that_does_not_fit_its_box_is_refused() -> None:
    box = Box(100, 20, (paragraph(LORUM),), Anchor("page", "page", 400, 20))
    assert refused(paragraph("Ett", box)) == ["wps:wsp"]


def test_what_the_last_paragraph_keeps_below_itself_need_not_fit_its_box() -> None:
    box = Box(100, 15, (paragraph("inne", after=20),), Anchor("page", "page", 400, 20))
    assert "inne" in places(paragraph("Ett", box))


def test_a_picture_in_a_framed_paragraph_is_reckoned_from_its_text() -> None:
    borders = Borders(*[Border(1, space=4)] * 4)
    anchor = Anchor("column", "paragraph", 20, 3)
    one = paragraph("Ett", picture(anchor=anchor), borders=borders, before=10, left=30)
    assert at("före", one) == pytest.approx((120, 118 + SINGLE, 180, 158 + SINGLE), abs=0.1)


def test_a_text_box_that_grows_holds_all_of_its_text() -> None:
    box = Box(100, 20, (paragraph(LORUM),), Anchor("page", "page", 400, 20), grows=True)
    assert "behövs" in places(paragraph("Ett", box))


def framed(y: float, *texts: str) -> list[Block]:
    frame = Frame(180, 60, exact=False, anchor=Anchor("page", "page", 310, y))
    return [paragraph(one, frame=frame) for one in texts]


def test_a_frame_stands_at_its_place_of_the_page_and_takes_no_room() -> None:
    found = places(*framed(30, "Anna", "Storgatan"), "brev")
    assert [found["Anna"].x, found["Anna"].y] == [pytest.approx(310), pytest.approx(30 + OVER, abs=0.05)]
    assert found["Storgatan"].y - found["Anna"].y == pytest.approx(SINGLE, abs=0.05)
    assert found["brev"].y == pytest.approx(100 + OVER, abs=0.05)


def test_a_frame_that_reaches_down_into_the_text_is_refused() -> None:
    assert refused(*framed(60, "Anna"), "brev") == ["w:framePr"]
    assert refused(*framed(30, *["rad"] * 6), "brev") == ["w:framePr"]


def test_a_frame_after_text_is_refused() -> None:
    assert refused("brev", *framed(30, "Anna")) == ["w:framePr"]
