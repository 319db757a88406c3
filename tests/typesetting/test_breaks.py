"""Where a line may break, and that nothing is put into the text for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from docgen.typesetting.formats import Look
from docgen.typesetting.model import Text
from docgen.typesetting.writing import breaks

LOOK, OTHER = Look("Arial", 11), Look("Arial", 11, bold=True)


def spoken(*texts: str) -> str:
    """Return the pieces of texts: what stands on one line in brackets, a place to break as a bar."""
    looks = (LOOK, OTHER)
    pieces = breaks.pieces([Text(text, looks[index % 2]) for index, text in enumerate(texts)])
    return "".join(_spoken(piece) for piece in pieces)


def _spoken(piece: breaks.Piece) -> str:
    match piece:
        case breaks.Open():
            return "|"
        case breaks.Solid(texts):
            return f"[{'+'.join(one.text for one in texts)}]"
    return piece.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ett och/eller två", "ett [och/eller] två"),
        ("SN\u00a02025/0147-1,", "[SN\u00a02025/0147-]1,"),
        ("den 2026-03-01 kl. 9", "den 2026-|03-|01 kl. 9"),
        ("e-post", "e-post"),
        ("https://www.exempel.example/a/b", "[https://www.exempel.example/a/b]"),
        ("a / b", "a / b"),
        ("utan något", "utan något"),
        ("", ""),
    ],
)
def test_a_line_breaks_where_word_breaks_it(text: str, expected: str) -> None:
    assert spoken(text) == expected


def test_a_word_that_changes_its_look_is_still_one_word() -> None:
    assert spoken("se och/", "eller här") == "se [och/+eller] här"


@given(st.lists(st.text(alphabet="ab1 -/–.\u00a0", max_size=8), max_size=4))
def test_nothing_is_lost_and_nothing_put_in(texts: list[str]) -> None:
    said = spoken(*texts)
    assert said.translate(str.maketrans("", "", "[]+|")) == "".join(texts)
