"""What is reckoned once for many documents: each is written as if it were the first."""

import gc
from dataclasses import replace
from typing import Any

import pytest
from written import ARIAL, PAGE, document, paragraph, section, story

from docgen.engines.typst import faces
from docgen.typesetting.formats import Look
from docgen.typesetting.model import Counted, Document, PageCount, Paragraph, Picture, Story, Tab, Text
from docgen.typesetting.refusal import CannotSet
from docgen.typesetting.writing import edges, write
from docgen.typesetting.writing.kept import Kept
from docgen.typesetting.writing.looks import FIXED_SPACE, styles

BOLD = Look("Arial", 11, bold=True)
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000"
    "01f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def head() -> Story:
    """Return a header that hangs on its document in every way: a picture, two looks, a tab, numbers of pages."""
    counts = PageCount(Counted.PAGE, ARIAL), PageCount(Counted.SECTION_PAGES, ARIAL)
    return story(
        paragraph("Exempelkommun", Picture("märke.png", 20.0, 20.0, "Märke", ARIAL)),
        paragraph(Text("Sida ", BOLD), Tab(ARIAL), *counts),
    )


def letter(seen: Story, *, picture: bytes = PNG, pages: int = 1, **named: Any) -> Document:  # noqa: ANN401 - whatever a section has
    """Return a document whose last section has this header."""
    headers = {"first": named.pop("first")} if "first" in named else {}
    last = section("Brödtext", headers={**headers, "default": seen}, **named)
    return document(*[section(paragraph())] * (pages - 1), last, files={"märke.png": picture})


OTHERS: dict[str, dict[str, Any]] = {
    "nothing": {},
    "the width of the page": {"page": replace(PAGE, width=500.0)},
    "the picture": {"picture": PNG + b" "},
    "what is defined before it": {"first": story(paragraph("Annat", look=Look("Arial", 17)))},
    "the number of the section": {"pages": 2},
    "where page numbers begin": {"first_number": 3},
    "how page numbers are written": {"numbering": "upperRoman"},
}


@pytest.mark.parametrize("other", OTHERS.values(), ids=OTHERS)
def test_a_header_met_again_in_another_document_is_written_as_if_it_were_new(other: dict[str, Any]) -> None:
    new, seen = write(letter(head(), **other), faces()), head()
    write(letter(seen), faces())
    assert write(letter(seen, **other), faces()) == new
    assert write(letter(seen, **other), faces()) == new


def test_a_header_that_cannot_be_set_is_refused_each_time() -> None:
    lacking = story(paragraph("Rubrik", look=Look("Ingen sådan", 11)))
    for _ in range(2):
        with pytest.raises(CannotSet) as found:
            write(letter(lacking), faces())
        assert [one.construct for one in found.value.constructs] == ["typsnitt Ingen sådan"]


def test_what_stood_in_a_header_is_forgotten_with_it() -> None:
    gc.collect()
    before = set(edges.REMEMBERED)
    own = letter(story("Test Testsson, 19121212-1212"))
    write(own, faces())
    assert set(edges.REMEMBERED) - before
    del own
    gc.collect()
    assert not set(edges.REMEMBERED) - before


def test_shapes_and_looks_that_are_equal_are_written_alike_whichever_objects_they_are() -> None:
    def one() -> Paragraph:
        return paragraph(Text("ett", Look("Arial", 13, bold=True)), look=Look("Arial", 13), left=12.0, after=6.0)

    shared = one()
    assert write(document(shared, shared), faces()) == write(document(one(), one()), faces())


def test_what_is_kept_is_found_by_the_very_object_and_forgotten_when_there_is_much() -> None:
    asked: list[Look] = []

    def reckoned(look: Look) -> int:
        asked.append(look)
        return len(asked)

    kept = Kept(reckoned, 2)
    looks = [replace(ARIAL), replace(ARIAL), replace(ARIAL)]
    assert [kept.of(one) for one in [looks[0], looks[1], looks[0], looks[2], looks[0]]] == [1, 2, 1, 3, 4]


def test_a_letter_that_a_font_lacks_has_no_width_that_is_known() -> None:
    letters = styles(faces()).letters(ARIAL)
    assert letters.known_width("a☐") is None
    assert letters.width("a☐") == letters.width("a") == letters.known_width("a")
    assert letters.known_width(f"a{FIXED_SPACE}b") == letters.width("a b")


def test_only_the_typesetter_knows_the_width_of_a_text_with_kerning() -> None:
    assert styles(faces()).letters(Look("Arial", 11, kerning=True)).known_width("a") is None
