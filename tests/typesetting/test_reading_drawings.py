"""Pictures of a Word file are read as Word shows them, where Word puts them, or named."""

import pytest
from drawing_markup import (
    NAMED,
    OFFSET,
    PAGE,
    PARAGRAPH,
    PNG,
    across,
    anchored,
    down,
    file_with,
    inline,
    inlines,
    pic,
    picture_in,
)
from raw_word import refused, word_file

from docgen.typesetting.formats import Anchor
from docgen.typesetting.model import Picture
from docgen.typesetting.reading.document import read


def test_a_picture_has_its_size_its_words_and_its_file() -> None:
    document = read(file_with(inline(pic())))
    (found,) = inlines(document)
    assert isinstance(found, Picture)
    assert (found.width, found.height, found.alt, found.anchor) == (100, 50, "Kommunens vapen", None)
    assert document.files == {found.file: PNG}


def test_the_same_picture_twice_is_one_file() -> None:
    drawn = inline(pic())
    assert len(read(file_with(f"{drawn}</w:r><w:r>{drawn}")).files) == 1


DECORATIVE = (
    '<wp:docPr id="1" name="x" descr="Ram"><a:extLst><a:ext uri="x"><adec:decorative val="{}"'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative"/></a:ext></a:extLst></wp:docPr>'
)


@pytest.mark.parametrize(
    ("about", "alt"),
    [
        ('<wp:docPr id="1" name="x" title="Vapen"/>', "Vapen"),
        ('<wp:docPr id="1" name="x"/>', ""),
        (DECORATIVE.format(1), ""),
        (DECORATIVE.format(0), "Ram"),
    ],
)
def test_decoration_has_no_words(about: str, alt: str) -> None:
    assert picture_in(inline(pic(), about)).alt == alt


def test_a_hidden_picture_is_not_there() -> None:
    assert inlines(read(file_with(inline(pic(), '<wp:docPr id="1" name="x" hidden="1"/>')))) == ()


def test_what_is_cut_away_is_told_in_fractions() -> None:
    found = picture_in(inline(pic(crop='<a:srcRect l="10000" t="5%" r="20000"/>')))
    assert found.crop == pytest.approx((0.1, 0.05, 0.2, 0))


SVG = (
    '<a:blip r:embed="rId9"><a:extLst><a:ext uri="x"><asvg:svgBlip r:embed="rId9"'
    ' xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main"/></a:ext></a:extLst></a:blip>'
)


@pytest.mark.parametrize(
    "content",
    [
        pic(SVG),
        pic('<a:blip r:embed="rId9"><a:alphaModFix amt="100000"/><a:lum/></a:blip>'),
        pic(shape='<a:effectLst/><a:ln w="9525"><a:noFill/></a:ln><a:noFill/>'),
        pic(crop="<a:srcRect/>"),
    ],
    ids=["vector with a fallback", "no transparency", "no effects", "no crop"],
)
def test_what_does_nothing_to_a_picture_is_passed_over(content: str) -> None:
    assert refused(file_with(inline(content))) == []


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (pic('<a:blip r:link="rId9"/>'), "a:blip r:link"),
        (pic('<a:blip r:embed="rId9"><a:duotone/></a:blip>'), "a:duotone"),
        (pic('<a:blip r:embed="rId9"><a:alphaModFix amt="50000"/></a:blip>'), "a:alphaModFix"),
        (pic('<a:blip r:embed="rId9"><a:grayscl/></a:blip>'), "a:grayscl"),
        (pic(crop='<a:srcRect l="-5000"/>'), "a:srcRect"),
        (pic(fill=' l="5000"'), "a:fillRect"),
        (pic(shape='<a:xfrm rot="5400000"/>'), "a:xfrm rot"),
        (pic(shape='<a:xfrm flipH="1"/>'), "a:xfrm flipH"),
        (pic(shape="<a:effectLst><a:outerShdw/></a:effectLst>"), "a:effectLst"),
        (pic(shape="<a:ln><a:solidFill/></a:ln>"), "a:ln"),
        (pic(shape="<a:solidFill/>"), "pic:spPr a:solidFill"),
        (pic().replace('"rect"', '"ellipse"'), "a:prstGeom prst=ellipse"),
        ("<pic:pic/>", "pic:pic a:blip"),
    ],
)
def test_a_picture_that_is_not_shown_as_it_is_is_named(content: str, named: str) -> None:
    assert refused(file_with(inline(content))) == [named]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        (b"\x01\0\0\0" + bytes(40), "picture EMF"),
        (b"\xd7\xcd\xc6\x9a", "picture WMF"),
        (b"II*\0", "picture TIFF"),
        (b"BM1234", "picture BMP"),
        (b"<svg/>", "picture"),
        ("https://exempel.se/vapen.png", "a:blip r:link"),
    ],
)
def test_a_kind_of_picture_that_cannot_be_set_is_named(content: bytes | str, named: str) -> None:
    assert refused(file_with(inline(pic()), content)) == [named]


def test_room_for_effects_around_a_picture_is_named_when_it_shows() -> None:
    slight, wide = (f'<wp:effectExtent l="{room}" t="0" r="0" b="0"/>{NAMED}' for room in (19050, 127000))
    assert refused(file_with(inline(pic(), slight))) == []
    assert refused(file_with(inline(pic(), wide))) == ["wp:effectExtent"]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("<c:chart/>", "c:chart"),
        ("<dgm:relIds/>", "dgm:relIds"),
        ("<wpg:wgp/>", "wpg:wgp"),
        ("<wpc:wpc/>", "wpc:wpc"),
    ],
)
def test_what_is_no_picture_is_named(content: str, named: str) -> None:
    assert refused(file_with(inline(content))) == [named]


CHART = inline("<c:chart/>")


@pytest.mark.parametrize(
    ("drawn", "named"),
    [
        ("<w:drawing/>", "w:drawing"),
        (
            f"<mc:AlternateContent><mc:Choice Requires='w14'/><mc:Fallback>{CHART}</mc:Fallback></mc:AlternateContent>",
            "mc:Choice",
        ),
        ("<w:drawing><wp:inline/></w:drawing>", "wp:inline"),
        (f"<mc:AlternateContent><mc:Choice Requires='w14'>{CHART}</mc:Choice></mc:AlternateContent>", "c:chart"),
    ],
)
def test_a_drawing_of_nothing_known_is_named(drawn: str, named: str) -> None:
    assert refused(file_with(drawn)) == [named]


def test_a_picture_that_is_laid_as_tiles_is_named() -> None:
    stretched = "<a:stretch><a:fillRect/></a:stretch>"
    assert refused(file_with(inline(pic().replace(stretched, "<a:tile/>")))) == ["a:tile"]


def test_a_picture_without_a_size_is_named() -> None:
    assert refused(file_with(inline(pic(), size=""))) == ["w:drawing"]


def test_a_floating_picture_lies_where_its_anchor_says() -> None:
    found = picture_in(anchored(pic(), said='behindDoc="1" distT="12700" distB="25400"'))
    assert found.anchor == Anchor("page", "paragraph", x=10, y=-5, behind=True, gap=(1, 2))


@pytest.mark.parametrize(
    ("place", "anchor"),
    [
        (
            across("margin", "<wp:align>right</wp:align>") + PARAGRAPH,
            Anchor("margin", "paragraph", y=-5, x_align="right"),
        ),
        (across("column", OFFSET) + down("margin", OFFSET), Anchor("column", "margin", x=10, y=10)),
        (across("leftMargin", OFFSET) + down("topMargin", OFFSET), Anchor("page", "page", x=10, y=10)),
        (PAGE + down("page", "<wp:align>bottom</wp:align>"), Anchor("page", "page", x=10, y_align="bottom")),
        (
            f'<mc:AlternateContent><mc:Choice Requires="w14">{PAGE}</mc:Choice></mc:AlternateContent>{PARAGRAPH}',
            Anchor("page", "paragraph", x=10, y=-5),
        ),
    ],
    ids=["aligned", "from the column", "from the edge of the page", "at the foot", "in alternatives"],
)
def test_a_place_is_measured_from_page_margin_column_or_paragraph(place: str, anchor: Anchor) -> None:
    assert picture_in(anchored(pic(), place)).anchor == anchor


@pytest.mark.parametrize(
    ("wrap", "read_as"),
    [("wrapTopAndBottom", "topAndBottom"), ("wrapSquare", "around"), ("wrapTight", "around"), ("wrapNone", "none")],
)
def test_text_goes_past_a_picture_in_one_of_three_ways(wrap: str, read_as: str) -> None:
    found = picture_in(anchored(pic(), wrap=f"<wp:{wrap}/>"))
    assert found.anchor is not None
    assert found.anchor.wrap == read_as


SHARE = "<wp14:sizeRelH><wp14:pctWidth>{}</wp14:pctWidth></wp14:sizeRelH>"


@pytest.mark.parametrize(
    ("drawn", "named"),
    [
        (anchored(pic(), across("character", OFFSET) + PARAGRAPH), "wp:positionH relativeFrom=character"),
        (anchored(pic(), across("rightMargin", OFFSET) + PARAGRAPH), "wp:positionH relativeFrom=rightMargin"),
        (
            anchored(pic(), across("leftMargin", "<wp:align>right</wp:align>") + PARAGRAPH),
            "wp:positionH relativeFrom=leftMargin",
        ),
        (anchored(pic(), PAGE + down("line", OFFSET)), "wp:positionV relativeFrom=line"),
        (anchored(pic(), PAGE + down("page", "<wp:align>inside</wp:align>")), "wp:positionV inside"),
        (anchored(pic(), across("page", "<wp14:pctPosHOffset/>") + PARAGRAPH), "wp:positionH wp14:pctPosHOffset"),
        (anchored(pic(), PAGE), "wp:positionV"),
        (anchored(pic(), said='simplePos="1"'), "wp:anchor simplePos"),
        (anchored(pic(), wrap=f"<wp:wrapNone/>{SHARE.format(50000)}"), "wp14:sizeRelH"),
    ],
)
def test_a_place_that_cannot_be_reckoned_is_named(drawn: str, named: str) -> None:
    assert refused(file_with(drawn)) == [named]


def test_a_size_that_is_no_share_of_the_page_is_its_own() -> None:
    assert picture_in(anchored(pic(), wrap=f"<wp:wrapNone/>{SHARE.format(0)}")).width == 100


def test_a_picture_in_a_cell_may_only_lie_where_its_paragraph_is() -> None:
    def in_cell(drawn: str) -> bytes:
        cell = f"<w:tc><w:tcPr/><w:p><w:r>{drawn}</w:r></w:p></w:tc>"
        grid = '<w:tblGrid><w:gridCol w:w="4000"/></w:tblGrid>'
        return word_file(f"<w:tbl><w:tblPr/>{grid}<w:tr>{cell}</w:tr></w:tbl><w:p/>", pictures={"rId9": PNG})

    assert refused(in_cell(anchored(pic(), across("column", OFFSET) + PARAGRAPH))) == []
    assert refused(in_cell(anchored(pic()))) == ["w:tc wp:anchor"]
