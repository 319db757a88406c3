"""Where lines may break: as Word and LibreOffice break them, where Typst's rules (UAX 14) say otherwise.

Nothing is put into the text for it, so that what is copied from the PDF is what was written.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from docgen.typesetting.formats import Look
from docgen.typesetting.model import Text

_BREAKERS = " \u200b\u2010\\-–—\\\\|!?…"
# No line breaks at a slash, nor at a hyphen that says so: a font may lack that hyphen, and a plain one stands for it.
_SOLID = rf"[^{_BREAKERS}/\u2011]*+[/\u2011][^{_BREAKERS}]*[{_BREAKERS[1:]}]?"
_NEVER = 10_000
_OPEN = re.compile(r"(?<=\d)-(?=\d)")  # a line breaks after any hyphen, between figures too


@dataclass(frozen=True, slots=True)
class Solid:
    """Text that stands on one line."""

    texts: tuple[Text, ...]

    def width(self, width: "Width") -> float:
        """Return how wide it is."""
        return sum([width(one.text, one.look) for one in self.texts])

    def must_hold(self, width: "Width", longest: float) -> bool:
        """Tell whether the typesetter would break it where it fits its line, or let it run out of the ``longest``."""
        return any(_is_bound(one.text) for one in self.texts) or self.width(width) > longest


@dataclass(frozen=True, slots=True)
class Open:
    """A place where a line may break."""


Width: TypeAlias = Callable[[str, Look], float]
Piece: TypeAlias = Text | Solid | Open


def pieces(texts: Sequence[Text], long: int = _NEVER) -> Iterator[Piece]:
    """Yield the texts, which stand after each other, with what must not and what may break made plain.

    A word of ``long`` or more characters is solid too: the typesetter would let it run out of its line.
    """
    whole = "".join([one.text for one in texts])
    solid = _spans(whole, long) if _is_bound(whole) or not _is_short(whole, long) else []
    inside = [match.end() for match in _OPEN.finditer(whole)]
    done = 0
    for start, end in [*solid, (len(whole), len(whole))]:
        yield from _plain(texts, done, start, inside)
        if start < end:
            yield Solid(tuple(_cut(texts, start, end)))
        done = end


def _spans(whole: str, long: int) -> list[tuple[int, int]]:
    return [match.span() for match in _solid(long).finditer(whole) if match.end() - match.start() > 1]


@lru_cache(maxsize=512)
def _solid(long: int) -> re.Pattern[str]:
    return re.compile(rf"{_SOLID}|[^{_BREAKERS}]{{{long},}}[{_BREAKERS[1:]}]?")


def are_plain(texts: Sequence[Text], long: int) -> bool:
    """Tell whether nothing needs to be made plain."""
    whole = texts[0].text if len(texts) == 1 else "".join([one.text for one in texts])
    return _is_short(whole, long) and not _is_marked(whole)


def needs_nothing(one: Text, width: Callable[[str], float], longest: float) -> bool:
    """Tell whether no word of a text is to be held together or let go, and none is wider than the ``longest`` line."""
    return not _is_marked(one.text) and max(map(width, one.text.split(" "))) <= longest


def _is_short(whole: str, long: int) -> bool:
    """Tell whether all words are shorter than ``long``; what is no word by this may be several."""
    return len(whole) < long or max(map(len, whole.split(" "))) < long


def _is_marked(whole: str) -> bool:
    """Tell whether a place where a line may or must not break is to be made plain in a text, whatever its words."""
    return _is_bound(whole) or ("-" in whole and _OPEN.search(whole) is not None)


def _is_bound(whole: str) -> bool:
    """Tell whether something is in a text that no line is to be broken at."""
    return "/" in whole or "\u2011" in whole


def fitted(solid: Solid, width: Width, longest: float) -> Iterator[Solid]:
    """Yield a word cut where it reaches the edge of the line; it begins a line of its own."""
    if solid.width(width) <= longest:
        yield solid
        return
    line: list[Text] = []
    room = longest
    for one in solid.texts:
        start = 0
        for place, character in enumerate(one.text):
            wide = width(character, one.look)
            room -= wide
            if room < 0 and (line or start < place):
                yield Solid((*joined(line, Text(one.text[start:place], one.look)),))
                line, start, room = [], place, longest - wide
        line = joined(line, Text(one.text[start:], one.look))
    yield Solid(tuple(line))


def joined(line: list[Text], one: Text) -> list[Text]:
    """Return a line with a text after it, in one stretch with what is in the same look."""
    if not one.text:
        return line
    if line and line[-1].look == one.look:
        return [*line[:-1], Text(line[-1].text + one.text, one.look)]
    return [*line, one]


def _plain(texts: Sequence[Text], start: int, end: int, opens: Sequence[int]) -> Iterator[Piece]:
    for place in opens:
        if start < place < end:
            yield from _cut(texts, start, place)
            yield Open()
            start = place
    yield from _cut(texts, start, end)


def _cut(texts: Sequence[Text], start: int, end: int) -> list[Text]:
    """Return what lies between two places of the texts put together."""
    if len(texts) == 1:
        (one,) = texts
        return [Text(one.text[start:end], one.look)] if start < end else []
    place, found = 0, []
    for one in texts:
        part = one.text[max(start - place, 0) : max(end - place, 0)]
        if part:
            found.append(Text(part, one.look))
        place += len(one.text)
    return found
