"""How paragraphs are written, and what lies under a place in a record."""

import pytest

from docgen.documents.namnd.hemligt import under
from docgen.documents.namnd.spann import paragrafer


@pytest.mark.parametrize(
    ("numbers", "written"),
    [
        ([], ""),
        ([42], "§ 42"),
        ([42, 42], "§ 42"),
        ([42, 43], "§§ 42 och 43"),
        ([44, 42, 43], "§§ 42\N{EN DASH}44"),
        ([38, 39, 40, 44], "§§ 38\N{EN DASH}40 och 44"),
        ([1, 3, 5, 6, 7, 9], "§§ 1, 3, 5\N{EN DASH}7 och 9"),
    ],
)
def test_paragraphs_in_a_row_are_a_range(numbers: list[int], written: str) -> None:
    assert paragrafer(numbers).replace("\N{NO-BREAK SPACE}", " ") == written


@pytest.mark.parametrize(
    ("path", "hidden"),
    [
        ("$.arenden[1].beslut", True),
        ("$.arenden[1].beslut[0]", True),
        ("$.arenden[1].beslut.av", True),
        ("$.arenden[1].beslutsgang", False),
        ("$.arenden[11].beslut", False),
    ],
)
def test_a_place_holds_what_lies_in_it_and_nothing_that_begins_alike(path: str, *, hidden: bool) -> None:
    assert under(path, ["$.arenden[1].beslut"]) is hidden
