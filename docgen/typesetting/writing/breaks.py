"""Where lines may break: as Word and LibreOffice break them, where Typst's rules (UAX 14) say otherwise.

Nothing is put into the text for it, so that what is copied from the PDF is what was written.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from docgen.typesetting.model import Text

_BREAKERS = " \u200b\u2010\\-–—\\\\|!?…"
# No line breaks at a slash, nor at a hyphen that says so: a font may lack that hyphen, and a plain one stands for it.
_SOLID = rf"[^{_BREAKERS}]*[/\u2011][^{_BREAKERS}]*[{_BREAKERS[1:]}]?"
_NEVER = 10_000
_OPEN = re.compile(r"(?<=\d)-(?=\d)")  # a line breaks after any hyphen, between figures too


_REMARKABLE = re.compile(r"[/\u2011]|\d-\d")


@dataclass(frozen=True, slots=True)
class Solid:
    """Text that stands on one line."""

    texts: tuple[Text, ...]

    @property
    def is_bound(self) -> bool:
        """Tell whether the typesetter would break it even where it fits its line."""
        return any(sign in one.text for one in self.texts for sign in "/\u2011")


@dataclass(frozen=True, slots=True)
class Open:
    """A place where a line may break."""


Piece: TypeAlias = Text | Solid | Open


def pieces(texts: Sequence[Text], long: int = _NEVER) -> Iterator[Piece]:
    """Yield the texts, which stand after each other, with what must not and what may break made plain.

    A word of ``long`` or more characters is solid too: the typesetter would let it run out of its line.
    """
    whole = "".join([one.text for one in texts])
    found = re.finditer(rf"{_SOLID}|[^{_BREAKERS}]{{{long},}}[{_BREAKERS[1:]}]?", whole)
    solid = [match.span() for match in found if match.end() - match.start() > 1]
    inside = [match.end() for match in _OPEN.finditer(whole)]
    done = 0
    for start, end in [*solid, (len(whole), len(whole))]:
        yield from _plain(texts, done, start, [place for place in inside if done < place < start])
        if start < end:
            yield Solid(tuple(_cut(texts, start, end)))
        done = end


def are_plain(texts: Sequence[Text], long: int) -> bool:
    """Tell whether nothing needs to be made plain."""
    whole = texts[0].text if len(texts) == 1 else "".join([one.text for one in texts])
    is_short = len(whole) < long or len(max(whole.split(" "), key=len)) < long
    return is_short and not _REMARKABLE.search(whole)


def fitted(solid: Solid, width: Callable[[Text], float], longest: float) -> Iterator[Solid]:
    """Yield a word cut where it reaches the edge of the line; it begins a line of its own."""
    if sum(map(width, solid.texts)) <= longest:
        yield solid
        return
    line: list[Text] = []
    room = longest
    for one in solid.texts:
        for character in one.text:
            letter = Text(character, one.look)
            room -= width(letter)
            if room < 0 and line:
                yield Solid(tuple(line))
                line, room = [], longest - width(letter)
            if line and line[-1].look == one.look:
                letter = Text(line.pop().text + character, one.look)
            line.append(letter)
    yield Solid(tuple(line))


def _plain(texts: Sequence[Text], start: int, end: int, opens: Sequence[int]) -> Iterator[Piece]:
    for place in opens:
        yield from _cut(texts, start, place)
        yield Open()
        start = place
    yield from _cut(texts, start, end)


def _cut(texts: Sequence[Text], start: int, end: int) -> Iterator[Text]:
    """Yield what lies between two places of the texts put together."""
    place = 0
    for one in texts:
        part = one.text[max(start - place, 0) : max(end - place, 0)]
        if part:
            yield Text(part, one.look)
        place += len(one.text)
