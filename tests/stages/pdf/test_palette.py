"""A picture of few colours takes less room, and is shown as it was."""

import itertools
import subprocess
from pathlib import Path

import papers
import pytest
from conftest import SAMPLES

from docgen.conformance import check
from docgen.errors import Severity

LOGOTYPE = (SAMPLES / "logotyp.png").read_bytes()


def typeset(picture: str) -> bytes:
    return papers.typeset(f'= Rubrik\n#image({picture}, width: 10cm, alt: "Prov")')


def of_bytes(data: bytes) -> str:
    return f"bytes(({','.join(map(str, data))}))"


def stripes(colours: int) -> bytes:
    """Return a PDF with a picture of that many colours."""
    dots = [(number % 256, number // 256, 40) for number in range(colours)]
    data = bytes(itertools.chain.from_iterable(dots * 40))
    return typeset(f'{of_bytes(data)}, format: (encoding: "rgb8", width: {colours}, height: 40)')


def shown(pdf: bytes, folder: Path) -> bytes:
    (folder / "a.pdf").write_bytes(pdf)
    return subprocess.run(["pdftoppm", "-r", "100", folder / "a.pdf"], capture_output=True, check=True).stdout


def test_the_logotype_is_shown_as_it_was_and_takes_a_third_less_room(tmp_path: Path) -> None:
    pdf = typeset(of_bytes(LOGOTYPE))
    made = papers.finished(pdf)
    assert shown(made, tmp_path) == shown(pdf, tmp_path)
    assert len(pdf) - len(made) > 8_000
    assert papers.finished(pdf) == made
    assert [one for one in check(made) if one.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("colours", "stored"), [(1, True), (2, True), (256, True), (257, False), (300, False)])
def test_a_palette_has_at_most_256_colours(colours: int, tmp_path: Path, *, stored: bool) -> None:
    pdf = stripes(colours)
    made = bytes(papers.finished(pdf))
    assert (b"/Indexed" in made) is stored
    assert b"/Indexed" not in pdf
    assert shown(made, tmp_path) == shown(pdf, tmp_path)


def test_a_grey_picture_is_left_as_it_is(tmp_path: Path) -> None:
    pdf = typeset(f'{of_bytes(bytes(range(200)))}, format: (encoding: "luma8", width: 20, height: 10)')
    made = bytes(papers.finished(pdf))
    assert b"/Indexed" not in made
    assert shown(made, tmp_path) == shown(pdf, tmp_path)
