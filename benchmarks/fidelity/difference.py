"""How two settings of one document differ: pages, words of each page, lines, and the place of every word."""

from collections import defaultdict
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from .words import Sheet, Word

MM = 72 / 25.4
MOST_X, MOST_Y = 1.0, 2.0  # millimetres a word may stand elsewhere
LEAST_LINES = 0.99  # of the lines break where they should
_STEP = 0.5  # of the size; a step down that is smaller is no new line


@dataclass(frozen=True, slots=True)
class Pair:
    """A word as the yardstick has it and as the other engine has it."""

    yardstick: Word
    other: Word

    @property
    def dx(self) -> float:
        """Return how far the word's start or end, whichever is farther, stands to the right, in millimetres."""
        start, end = self.other.x - self.yardstick.x, self.other.end - self.yardstick.end
        return (start if abs(start) >= abs(end) or _is_leader(self.yardstick) else end) / MM

    @property
    def dy(self) -> float:
        """Return how far down the word stands, in millimetres."""
        return (self.other.y - self.yardstick.y) / MM

    @property
    def on_one_page(self) -> bool:
        """Tell whether both stand on pages of the same number."""
        return self.yardstick.page == self.other.page

    @property
    def is_in_place(self) -> bool:
        """Tell whether the word stands where it should."""
        return self.on_one_page and abs(self.dx) <= MOST_X and abs(self.dy) <= MOST_Y


@dataclass(frozen=True, slots=True)
class Difference:
    """All that differs between the yardstick's pages and the other's.

    ``lost`` are words that only the yardstick has, ``extra`` those that only the other has. ``broken`` are the lines
    of the yardstick, as their words, that the other breaks elsewhere.
    """

    pages: tuple[int, int]
    sizes_agree: bool
    pairs: Sequence[Pair]
    lost: Sequence[Word]
    extra: Sequence[Word]
    lines: int
    broken: Sequence[Sequence[Word]]

    @property
    def misplaced(self) -> list[Pair]:
        """Return the words that stand elsewhere."""
        return [pair for pair in self.pairs if not pair.is_in_place]

    @property
    def outside(self) -> int:
        """Return how many words are outside the tolerance: elsewhere, lost or extra."""
        return len(self.misplaced) + len(self.lost) + len(self.extra)

    @property
    def equal_lines(self) -> float:
        """Return the part of the lines that break where they should."""
        return 1 - len(self.broken) / self.lines if self.lines else 1.0

    @property
    def worst(self) -> tuple[float, float]:
        """Return the greatest distances, to the side and up or down, of a word from its place on the same page."""
        on_page = [pair for pair in self.pairs if pair.on_one_page]
        return (
            max((pair.dx for pair in on_page), key=abs, default=0.0),
            max((pair.dy for pair in on_page), key=abs, default=0.0),
        )

    @property
    def is_within(self) -> bool:
        """Tell whether the two are alike within the tolerance."""
        same_pages = self.pages[0] == self.pages[1] and self.sizes_agree
        return same_pages and not self.outside and self.equal_lines >= LEAST_LINES

    def differing_pages(self) -> set[int]:
        """Return the numbers (from 0) of the pages that show a difference."""
        words = [*self.lost, *self.extra, *(word for line in self.broken for word in line)]
        words += [word for pair in self.misplaced for word in (pair.yardstick, pair.other)]
        return {word.page for word in words} | set(range(min(self.pages), max(self.pages)))


def compared(yardstick: Sequence[Sheet], other: Sequence[Sheet]) -> Difference:
    """Return how ``other`` differs from ``yardstick``."""
    ours = [word for sheet in yardstick for word in sheet.words]
    theirs = [word for sheet in other for word in sheet.words]
    pairs = list(_paired(ours, theirs))
    found = {id(pair.yardstick): pair for pair in pairs}
    known = {id(pair.other) for pair in pairs}
    lines = list(_lines(ours))
    ends = {id(line[-1]): following[0] for line, following in pairwise(lines)}
    return Difference(
        pages=(len(yardstick), len(other)),
        sizes_agree=all(_same_size(a, b) for a, b in zip(yardstick, other, strict=False)),
        pairs=pairs,
        lost=[word for word in ours if id(word) not in found],
        extra=[word for word in theirs if id(word) not in known],
        lines=len(lines),
        broken=[line for line in lines if _breaks_elsewhere(line, ends.get(id(line[-1])), found)],
    )


def _same_size(a: Sheet, b: Sheet) -> bool:
    return abs(a.width - b.width) < MM and abs(a.height - b.height) < MM


def _is_leader(word: Word) -> bool:
    return word.text == word.text[0] * 5


def _paired(ours: Sequence[Word], theirs: Sequence[Word]) -> Iterator[Pair]:
    """Pair the words that stand in place, then the rest in the order of writing, and at last with the nearest alike.

    Engines write headers, footers and cells at other times: the order alone would pair a word with another's.
    """
    left, right = [*ours], [*theirs]
    for step in (_in_place, _in_order, _nearest):
        pairs = step(left, right)
        yield from pairs
        left = _without(left, {id(pair.yardstick) for pair in pairs})
        right = _without(right, {id(pair.other) for pair in pairs})


def _without(words: Sequence[Word], known: Container[int]) -> list[Word]:
    return [word for word in words if id(word) not in known]


def _in_place(left: Sequence[Word], right: Sequence[Word]) -> list[Pair]:
    return _closest(left, right, lambda pair: pair.is_in_place)


def _in_order(left: Sequence[Word], right: Sequence[Word]) -> list[Pair]:
    a, b = [word.text for word in left], [word.text for word in right]
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [Pair(left[block.a + at], right[block.b + at]) for block in blocks for at in range(block.size)]


def _nearest(left: Sequence[Word], right: Sequence[Word]) -> list[Pair]:
    return _closest(left, right, lambda _pair: True)


def _closest(left: Sequence[Word], right: Sequence[Word], may: Callable[[Pair], bool]) -> list[Pair]:
    """Pair each word with the nearest of the same text that it may have and nobody has yet."""
    alike: dict[str, list[Word]] = defaultdict(list)
    for word in right:
        alike[word.text].append(word)
    found = []
    for word in left:
        candidates = [pair for other in alike[word.text] if may(pair := Pair(word, other))]
        if candidates:
            found.append(min(candidates, key=_distance))
            alike[word.text].remove(found[-1].other)
    return found


def _distance(pair: Pair) -> tuple[int, float]:
    return abs(pair.yardstick.page - pair.other.page), abs(pair.dx) + abs(pair.dy)


def _lines(words: Sequence[Word]) -> Iterator[list[Word]]:
    line: list[Word] = []
    for word in words:
        if line and _is_new_line(line[-1], word):
            yield line
            line = []
        line.append(word)
    if line:
        yield line


def _is_new_line(before: Word, word: Word) -> bool:
    return before.page != word.page or abs(word.y - before.y) > _STEP * max(before.size, word.size)


def _breaks_elsewhere(line: Sequence[Word], following: Word | None, found: dict[int, Pair]) -> bool:
    """Tell whether the other has a line break in this line, or none after it."""
    if any(id(word) not in found for word in line):
        return True
    if any(_is_new_line(found[id(a)].other, found[id(b)].other) for a, b in pairwise(line)):
        return True
    if following is None or id(following) not in found or following.page != line[-1].page:
        return False
    return not _is_new_line(found[id(line[-1])].other, found[id(following)].other)
