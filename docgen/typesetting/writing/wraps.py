"""How many lines a text is broken into, where that is certain before it is set.

The typesetter fills each line with all that it holds. Between words it can break; where else it may is its affair, so
the lines are counted twice: as if it broke at no other place, and as if it broke at every doubtful one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat
from typing import TypeAlias

from docgen.typesetting.formats import Look
from docgen.typesetting.model import Text
from docgen.typesetting.writing import breaks
from docgen.typesetting.writing.looks import Letters

SLACK = 0.1  # points that must be left of a line, or lacking, so that no rounding can break it elsewhere
_SURE = re.compile(r"""(?!www\.)[("'”»]?[0-9A-Za-zÀ-ɏ.,:;§@\u00a0]*[).,:;!?%"'”»]*""")
"""Words that are never broken inside."""
# Such words after each other, as most are: one look at all of them costs less than one at each.
_PLAIN = re.compile(r"[0-9A-Za-zÀ-ɏ.,:;§@\u00a0 ]*")
_UNTOLD = re.compile("[\u00ad\u200b-\u200d\u2060\u2066-\u2069]")  # whose width hangs on where the line breaks

Find: TypeAlias = Callable[[Look], Letters]
Word: TypeAlias = list[tuple[str, Letters]]
Step: TypeAlias = tuple[float, float]
"""How wide the space before something is, and how wide it is itself."""


@dataclass(frozen=True, slots=True)
class Measure:
    """Where the first line begins, where the others do, and where all end."""

    first: float
    left: float
    limit: float


def lines(texts: Sequence[Text], letters: Find, measure: Measure) -> int | None:
    """Return how many lines the texts, which stand after each other, are broken into; None where it is not certain."""
    words = _words(texts, letters)
    if not all(word for _, word in words) or any(_UNTOLD.search(one.text) for one in texts):
        return None  # spaces after each other or at an end, too
    count = _filled(_whole(words, letters, measure), measure)
    if count is None or _are_sure(texts) or all(_is_sure(word) for _, word in words):
        return count
    return count if _least(_doubtful(words), measure) == count else None


def _are_sure(texts: Iterable[Text]) -> bool:
    """Tell whether all words are so plain that none needs to be looked at alone."""
    whole = "".join([one.text for one in texts])
    return _PLAIN.fullmatch(whole) is not None and "www." not in whole


def _is_sure(word: Word) -> bool:
    return _SURE.fullmatch(word[0][0] if len(word) == 1 else "".join([text for text, _ in word])) is not None


def _wide(word: Word) -> float:
    return word[0][1].width(word[0][0]) if len(word) == 1 else sum([one.width(text) for text, one in word])


def _words(texts: Iterable[Text], letters: Find) -> list[tuple[float, Word]]:
    """Return the words, each with the width of the space before it."""
    words: list[tuple[float, Word]] = []
    gap, word = 0.0, list[tuple[str, Letters]]()
    for one in texts:
        face = letters(one.look)
        first, *others = one.text.split(" ")
        if first:
            word.append((first, face))
        if others:
            words.append((gap, word))
            gap = face.width(" ")
            words += [(gap, [(part, face)] if part else []) for part in others]
            gap, word = words.pop()
    words.append((gap, word))
    return words


def _whole(words: Iterable[tuple[float, Word]], letters: Find, measure: Measure) -> Iterator[Step]:
    """Yield the words, those longer than a line in the parts in which they are written."""
    longest = measure.limit - max(measure.first, measure.left)

    def width(text: str, look: Look) -> float:
        return letters(look).width(text)

    for gap, word in words:
        wide = _wide(word)
        if wide <= longest or not _is_sure(word):
            yield gap, wide
            continue
        solid = breaks.Solid(tuple(Text(text, one.look) for text, one in word))
        cut = [part.width(width) for part in breaks.fitted(solid, width, longest)]
        yield from zip(chain([gap], repeat(0.0)), cut, strict=False)


def _doubtful(words: Iterable[tuple[float, Word]]) -> Iterator[Step]:
    """Yield the words, those that might be broken in single letters."""
    for gap, word in words:
        if _is_sure(word):
            yield gap, _wide(word)
        else:
            letters = [one.width(letter) for text, one in word for letter in text]
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
