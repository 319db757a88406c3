"""How many lines a text is broken into is counted as the typesetter breaks it, or not at all."""

from itertools import pairwise

import pytest
from written import ARIAL, LORUM, PAGE, SINGLE, paragraph, story, words

from docgen.engines.typst import faces
from docgen.typesetting.formats import Look
from docgen.typesetting.model import NoteRef, Text
from docgen.typesetting.writing.looks import styles
from docgen.typesetting.writing.sheet import Sheet
from docgen.typesetting.writing.wraps import Measure, lines

WIDE = PAGE.width - PAGE.left - PAGE.right
WIDTHS = (60.0, 74.0, 88.4, 103.0, 131.0, 160.0, 214.0, 305.0)
TEXTS = (
    LORUM.strip(),
    "Socialnämnden, Exempelkommun, 987\u00a065\u00a0Exempelstad",
    "Beroendemottagningen, Arbetsförmedlingen",
    "Samordnat med dnr SN 2026/00003 och/eller den 2026-04-04, se www.exempelkommun.example/stod-i-hemmet/ansokan",
    "Beroendemottagningen och Arbetsförmedlingen (gemensamt) – 32,5 timmar; 100 % av tiden.",
    "Hälso-och-sjukvårdsförvaltningens mottagning",
)


def counted(text: str, width: float, look: Look = ARIAL, first: float = 0.0) -> int | None:
    return lines([Text(text, look)], styles(faces()).letters, Measure(first, 0.0, width))


def broken(text: str, width: float, first: float = 0.0) -> int:
    """Return how many lines the typesetter sets."""
    found = words(paragraph(text, right=WIDE - width, first=first))
    return len({(one.page, round(one.y)) for one in found})


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("first", [0.0, 15.0])
def test_lines_that_are_counted_are_those_that_are_set(text: str, first: float) -> None:
    told = {width: count for width in WIDTHS if (count := counted(text, width, first=first))}
    assert {width: broken(text, width, first) for width in told} == told


@pytest.mark.parametrize("text", TEXTS[:3])
def test_lines_of_plain_words_are_counted(text: str) -> None:
    assert sum(counted(text, width) is not None for width in WIDTHS) > len(WIDTHS) / 2


def test_a_line_that_is_full_to_a_hair_is_not_counted() -> None:
    sheet = Sheet(faces(), {})
    full = sheet.width("ett två", ARIAL)
    assert counted("ett två tre", full) is None
    assert counted("ett två tre", full + 1) == 2


@pytest.mark.parametrize("text", ["ett  två", "ett ", "för\u00adbehåll i ett långt ord som bryts"])
def test_what_hangs_on_where_the_line_breaks_is_not_counted(text: str) -> None:
    assert counted(text, 40.0) is None


def test_words_in_two_looks_are_one_word() -> None:
    bold = Look("Arial", 11, bold=True)
    sheet = Sheet(faces(), {})
    texts = [Text("ett sam", ARIAL), Text("ordnat", bold)]
    width = sheet.width("samordnat", bold) + 1
    assert lines(texts, sheet.styles.letters, Measure(0.0, 0.0, width)) == 2


def test_the_lines_of_a_note_have_nothing_between_them() -> None:
    note = {"n1": story(LORUM * 2, part="word/footnotes.xml")}
    found = words(paragraph("Ett", NoteRef("n1", "1", ARIAL)), notes=note)
    rows = sorted({round(one.y, 2) for one in found if one.text in LORUM})
    assert len(rows) > 1
    assert [below - above for above, below in pairwise(rows)] == pytest.approx([SINGLE] * (len(rows) - 1), abs=0.02)
