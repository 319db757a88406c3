"""The words of a PDF and where they stand, as an eye finds them: letters without a gap on one baseline.

Programs write the same text in different ways: a ligature for its letters, a private character of a symbol font for a
bullet, more or fewer dots up to a tab stop. Equal text is made equal here, and nothing that prints is left out.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .glyphs import Glyph, Page, pages

GAP = 0.15  # of the size; letters farther apart are of different words: kerning is less, a space more
SHIFT = 0.05  # of the size; letters on baselines farther apart are of different words
SOFT_HYPHEN = "\u00ad"
_SAME = str.maketrans(
    {
        "\u2010": "-",
        "\u2011": "-",
        "\u25cf": "\u2022",
        "\uf0b7": "\u2022",
        "\uf0a7": "\u25aa",
        "\uf0a8": "\u25fb",
        "\uf0e0": "\u2192",
        "\uf02d": "\u2212",
        "\uf0d8": "\u27a2",
        "\uf0fc": "\u2713",
        "\uf06f": "\u25a1",
    }
)
_LEADER = re.compile(r"(?P<dot>[._\-\u00b7])(?P=dot){4,}")


@dataclass(frozen=True, slots=True)
class Word:
    """A word, its page (from 0), where its baseline begins and ends, in points from the page's left and top."""

    text: str
    page: int
    x: float
    y: float
    end: float
    size: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page as large as it is, in points, and its words in the order of writing."""

    width: float
    height: float
    words: Sequence[Word]


def sheets(pdf: bytes) -> list[Sheet]:
    """Return the pages of a PDF with their words."""
    return [Sheet(page.width, page.height, list(_words(page, number))) for number, page in enumerate(pages(pdf))]


def _words(page: Page, number: int) -> Iterator[Word]:
    for glyphs in _groups(page.glyphs):
        yield from _pieces(glyphs, number)


def _groups(glyphs: Sequence[Glyph]) -> Iterator[list[Glyph]]:
    """Yield the glyphs of each word; spaces are told by the gap alone, since some are drawn where there is none."""
    group: list[Glyph] = []
    for glyph in glyphs:
        if not glyph.text.strip():
            continue
        if group and _apart(group[-1], glyph):
            yield group
            group = []
        group.append(glyph)
    if group:
        yield group


def _apart(left: Glyph, right: Glyph) -> bool:
    size = max(left.size, right.size)
    gap = right.x - left.x - left.width
    return abs(gap) > GAP * size or abs(right.y - left.y) > SHIFT * size


def _pieces(glyphs: Sequence[Glyph], number: int) -> Iterator[Word]:
    """Yield a word as it is, or what stands before, in and after a row of dots up to a tab stop."""
    texts = [glyph.text for glyph in glyphs]
    starts = [0]
    if all(len(text) == 1 for text in texts):
        found = _LEADER.finditer("".join(texts))
        starts += [place for match in found for place in match.span()]
    for start, end in zip(starts, [*starts[1:], len(glyphs)], strict=True):
        text = _plain("".join(texts[start:end]))
        if text:
            first, last = glyphs[start], glyphs[end - 1]
            yield Word(text, number, first.x, first.y, last.x + last.width, first.size)


def _plain(text: str) -> str:
    """Return what any program might have written for the same: all rows of dots are equally long."""
    if text.endswith(SOFT_HYPHEN):
        text = text.removesuffix(SOFT_HYPHEN) + "-"
    text = unicodedata.normalize("NFC", _unligated(text.replace(SOFT_HYPHEN, "")).translate(_SAME))
    return text[:1] * 5 if _LEADER.fullmatch(text) else text


def _unligated(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", one) if "\ufb00" <= one <= "\ufb06" else one for one in text)
