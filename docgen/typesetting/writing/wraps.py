"""How many lines a text is broken into, where that is certain before it is set.

The typesetter fills each line with all that it holds. Between words it can break; where else it may is its affair, so
the lines are counted twice: as if it broke at no other place, and as if it broke at every doubtful one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat, starmap
from typing import TypeAlias

from docgen.typesetting.formats import Look
from docgen.typesetting.model import Text
from docgen.typesetting.writing import breaks

SLACK = 0.1  # points that must be left of a line, or lacking, so that no rounding can break it elsewhere
_SURE = re.compile(r"""(?!www\.)[("'”»]?[0-9A-Za-zÀ-ɏ.,:;§@\u00a0]*[).,:;!?%"'”»]*""")
"""Words that are never broken inside."""
_UNTOLD = re.compile("[\u00ad\u200b-\u200d\u2060\u2066-\u2069]")  # whose width hangs on where the line breaks

Width: TypeAlias = Callable[[str, Look], float]
Word: TypeAlias = list[tuple[str, Look]]
Step: TypeAlias = tuple[float, float]
"""How wide the space before something is, and how wide it is itself."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the first line begins, where the others do, and where all end."""

    first: float
    left: float
    limit: float


def lines(texts: Sequence[Text], width: Width, measure: Measure) -> int | None:
    """Return how many lines the texts, which stand after each other, are broken into; None where it is not certain."""
    words = list(_words(texts, width))
    if not all(word for _, word in words) or any(_UNTOLD.search(one.text) for one in texts):
        return None  # spaces after each other or at an end, too
    count = _filled(_whole(words, width, measure), measure)
    if count is None or all(_is_sure(word) for _, word in words):
        return count
    return count if _least(_doubtful(words, width), measure) == count else None


def _is_sure(word: Word) -> bool:
    return _SURE.fullmatch("".join([text for text, _ in word])) is not None


def _words(texts: Sequence[Text], width: Width) -> Iterator[tuple[float, Word]]:
    """Yield the words, each with the width of the space before it."""
    gap = 0.0
    word: Word = []
    for one in texts:
        for index, part in enumerate(one.text.split(" ")):
            if index:
                yield gap, word
                gap, word = width(" ", one.look), []
            if part:
                word.append((part, one.look))
    yield gap, word


def _whole(words: Iterable[tuple[float, Word]], width: Width, measure: Measure) -> Iterator[Step]:
    """Yield the words, those longer than a line in the parts in which they are written."""
    longest = measure.limit - max(measure.first, measure.left)
    for gap, word in words:
        wide = sum(starmap(width, word))
        if wide <= longest or not _is_sure(word):
            yield gap, wide
            continue
        solid = breaks.Solid(tuple(starmap(Text, word)))
        parts = breaks.fitted(solid, lambda one: width(one.text, one.look), longest)
        cut = [sum(width(one.text, one.look) for one in part.texts) for part in parts]
        yield from zip(chain([gap], repeat(0.0)), cut, strict=False)


def _doubtful(words: Iterable[tuple[float, Word]], width: Width) -> Iterator[Step]:
    """Yield the words, those that might be broken in single letters."""
    for gap, word in words:
        if _is_sure(word):
            yield gap, sum(starmap(width, word))
        else:
            letters = [width(letter, look) for text, look in word for letter in text]
            yield from zip(chain([gap], repeat(0.0)), letters, strict=False)


def _least(steps: Iterable[Step], measure: Measure) -> int:
    """Return how many lines are needed at least."""
    count, x = 1, measure.first
    for gap, wide in steps:
        x += gap + wide
        if x > measure.limit + SLACK:
            count, x = count + 1, measure.left + wide
    return count


def _filled(steps: Iterable[Step], measure: Measure) -> int | None:
    """Return how many lines are needed; None where something may fit or not."""
    count, x, is_fresh = 1, measure.first, True
    for gap, wide in steps:
        end = x + wide + (0.0 if is_fresh else gap)
        if end > measure.limit + SLACK and not is_fresh:
            count += 1
            end = measure.left + wide
        if end > measure.limit - SLACK:
            return None
        x, is_fresh = end, False
    return count
