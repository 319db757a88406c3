"""Two pages side by side with what differs marked, as an SVG file that any browser shows."""

import base64
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from .difference import Difference, Pair
from .words import Sheet, Word

DOTS_PER_INCH = 110
_HEAD, _GUTTER = 30, 12
LOST, MOVED, BROKEN = "#d00000", "#e08000", "#0060d0"
_LEGEND = ((LOST, "finns bara här"), (MOVED, "står på annan plats"), (BROKEN, "raden bryts annorlunda"))


def images(pdf: bytes) -> list[bytes]:
    """Return the pages of a PDF as PNG."""
    with tempfile.TemporaryDirectory() as folder:
        command = ["pdftoppm", "-r", str(DOTS_PER_INCH), "-png", "-", str(Path(folder) / "sida")]
        subprocess.run(command, input=pdf, check=True, capture_output=True)
        return [path.read_bytes() for path in sorted(Path(folder).iterdir())]


def side_by_side(
    number: int, titles: tuple[str, str], shown: tuple[Sequence[bytes], Sequence[bytes]], found: Difference,
    sheets: tuple[Sequence[Sheet], Sequence[Sheet]],
) -> str:  # fmt: skip
    """Return page ``number`` (from 0) of both as one picture."""
    drawn, left, height = [], 0.0, 0.0
    for side, (title, pages, size) in enumerate(zip(titles, shown, sheets, strict=True)):
        drawn.append(f'<text x="{left + 4}" y="14" font-weight="bold">{title}, sida {number + 1}</text>')
        drawn += [f'<g transform="translate({left} {_HEAD})">', *_page(pages, size, number)]
        drawn += [*_marks(found, side, number), "</g>"]
        sheet = size[min(number, len(size) - 1)]
        left, height = left + sheet.width + _GUTTER, max(height, sheet.height)
    for at, (color, meaning) in enumerate(_LEGEND):
        drawn.append(f'<text x="{4 + at * 130}" y="26" fill="{color}">■ {meaning}</text>')
    body = "\n".join(drawn)
    size_attributes = f'viewBox="0 0 {left:.0f} {height + _HEAD:.0f}" font-family="sans-serif" font-size="10"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size_attributes}>\n{body}\n</svg>\n'


def _page(images_of: Sequence[bytes], sheets: Sequence[Sheet], number: int) -> Iterator[str]:
    if number < len(images_of):
        sheet, data = sheets[number], base64.b64encode(images_of[number]).decode()
        place = f'width="{sheet.width:.2f}" height="{sheet.height:.2f}"'
        yield f'<image {place} href="data:image/png;base64,{data}"/>'
        yield f'<rect {place} fill="none" stroke="#888"/>'


def _marks(found: Difference, side: int, number: int) -> Iterator[str]:
    """Yield a frame around each word of a page that differs, and a rule under the lines that break elsewhere."""
    moved = [_side(pair, side) for pair in found.misplaced]
    alone = (found.lost, found.extra)[side]
    places = {id(pair.yardstick): pair.other for pair in found.pairs}
    broken = [word for line in found.broken for word in line]
    for color, words in ((MOVED, moved), (LOST, alone)):
        yield from (_frame(word, color) for word in words if word.page == number)
    under: Iterable[Word | None] = broken if side == 0 else [places.get(id(word)) for word in broken]
    yield from (_rule(word) for word in under if word and word.page == number)


def _side(pair: Pair, side: int) -> Word:
    return (pair.yardstick, pair.other)[side]


def _frame(word: Word, color: str) -> str:
    top, height = word.y - 0.85 * word.size, 1.1 * word.size
    place = f'x="{word.x:.1f}" y="{top:.1f}" width="{word.end - word.x:.1f}" height="{height:.1f}"'
    return f'<rect {place} fill="{color}" fill-opacity="0.15" stroke="{color}" stroke-width="0.6"/>'


def _rule(word: Word) -> str:
    y = word.y + 0.3 * word.size
    return f'<path d="M{word.x:.1f} {y:.1f}H{word.end:.1f}" stroke="{BROKEN}" stroke-width="1.2"/>'
