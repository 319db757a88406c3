"""Which file a font of Word means, and what is known of it."""

import pytest

from docgen.engines import typst
from docgen.typesetting.fonts import Embedding, Faces


@pytest.fixture(scope="module")
def faces() -> Faces:
    return typst.faces()


@pytest.mark.parametrize(
    ("asked", "given"),
    [
        ("Arial", ("Liberation Sans", 1.0)),
        ("ARIAL", ("Liberation Sans", 1.0)),
        ("Times New Roman", ("Liberation Serif", 1.0)),
        ("Courier New", ("Liberation Mono", 1.0)),
        ("Calibri", ("Carlito", 1.0)),
        ("Cambria", ("Caladea", 1.0)),
        ("Arial Narrow", ("Liberation Sans", 0.75)),
        ("Liberation Serif", ("Liberation Serif", 1.0)),
        ("Comic Sans MS", None),
    ],
)
def test_a_font_that_is_not_here_has_its_metric_twin(faces: Faces, asked: str, given: tuple[str, float] | None) -> None:
    assert faces.named(asked) == given


def test_bold_and_italic_are_files_of_their_own(faces: Faces) -> None:
    styles = {(bold, italic): faces.face("Arial", bold=bold, italic=italic) for bold in (0, 1) for italic in (0, 1)}
    assert len({face.file.path for face in styles.values() if face}) == 4


def test_a_line_of_arial_is_as_high_as_in_word(faces: Faces) -> None:
    face = faces.face("Arial", bold=False, italic=False)
    assert face is not None
    assert sum(face.measures) * 11 == pytest.approx(12.65, abs=0.01)


def test_a_text_is_as_wide_as_the_font_says(faces: Faces) -> None:
    face = faces.face("Arial", bold=False, italic=False)
    assert face is not None
    assert sum(face.widths[figure] for figure in "0123456789") == pytest.approx(5.56, abs=0.01)


def test_a_character_that_a_font_lacks_comes_from_another(faces: Faces) -> None:
    found = faces.substitute("☒", bold=False, italic=False)
    assert found is not None
    assert found.has("☒")
    assert faces.substitute("\U000f0000", bold=False, italic=False) is None


def test_the_licence_bits_of_a_font_are_read(faces: Faces) -> None:
    assert faces.embedding("Arial") is Embedding.ALLOWED
    assert faces.embedding("Comic Sans MS") is Embedding.MISSING
