"""Where a § stands in a finished protocol: whole pages that hold nothing else, or the reason why not.

Another person's data in an extract is the worst that can happen. So nothing is taken for granted: a § must begin at
the top of a page, below what every page says, and so must what follows it; where that cannot be seen, it is refused.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile

from pypdf import PdfReader
from pypdf.generic import Destination

from docgen.binding.opened import parsing
from docgen.errors import BadInput

_PARAGRAF = re.compile(r"§\s*(\d{1,4})(?!\d)")
_LISTED = re.compile(r"[.…\s_]{4,}\d+$")  # a line of a table of contents
_DIGIT = re.compile(r"\d+")

Lines = Sequence[str]


@dataclass(frozen=True, slots=True)
class Start:
    """Where something begins: its § (0 for what is none), its page and its line there, both from 0; -1 for no line."""

    paragraf: int
    page: int
    line: int


def pages_of(reader: PdfReader, paragraf: int) -> range:
    """Return the pages of a §, from 0; the bookmarks tell where it stands, else the lines that begin with §.

    Raises BadInput B-10 (there is no such §), B-11 (one of its pages holds something else as well) and B-12 (it cannot
    be seen where it begins or ends), and Unusable for a damaged file.
    """
    with parsing():
        texts = [_lines(page.extract_text()) for page in reader.pages]
        starts = list(_bookmarked(reader, texts))
        bookmarked = any(one.paragraf for one in starts)
        starts = starts if bookmarked else list(_written(texts))
    places = [at for at, one in enumerate(starts) if one.paragraf == paragraf]
    if not places:
        raise BadInput("B-10", paragraf=str(paragraf))
    if len(places) > 1:
        raise BadInput("B-12", paragraf=str(paragraf), sida=str(starts[places[1]].page + 1))
    start, following = starts[places[0]], next(iter(starts[places[0] + 1 :]), None)
    _refuse_shared(texts, start, paragraf)
    if following is not None:
        _refuse_shared(texts, following, paragraf)
    last = following.page if following else len(texts)
    _refuse_unsure(texts, range(start.page, last), paragraf, following, bookmarked=bookmarked)
    return range(start.page, last)


def _lines(text: str) -> Lines:
    lines = (" ".join(line.split()) for line in text.splitlines())
    return [line for line in lines if line]


def _bookmarked(reader: PdfReader, texts: Sequence[Lines]) -> Iterator[Start]:
    """Yield what the bookmarks name, down to the level at which the § stand."""
    found = [(level, " ".join(title.split()), page) for level, title, page in _flat(reader, reader.outline, 0)]
    levels = [level for level, title, _ in found if _PARAGRAF.match(title)]
    for level, title, page in found:
        if levels and level <= max(levels):
            match = _PARAGRAF.match(title)
            yield Start(int(match[1]) if match else 0, page, _line_of(title, texts[page]))


def _flat(reader: PdfReader, outline: Sequence[object], level: int) -> Iterator[tuple[int, str, int]]:
    for one in outline:
        if isinstance(one, list):
            yield from _flat(reader, one, level + 1)
        elif isinstance(one, Destination):
            page = reader.get_destination_page_number(one)
            if page is not None:
                yield level, one.title or "", page


def _line_of(title: str, lines: Lines) -> int:
    """Return the last line in which ``title`` begins: a running head may say the same before it."""
    found = [at for at, line in enumerate(lines) if title.startswith(line) or line.startswith(title)]
    return found[-1] if found else -1


def _written(texts: Sequence[Lines]) -> Iterator[Start]:
    for page, lines in enumerate(texts):
        for at, line in enumerate(lines):
            match = _PARAGRAF.match(line)
            if match and not _LISTED.search(line):
                yield Start(int(match[1]), page, at)


def _refuse_shared(texts: Sequence[Lines], start: Start, paragraf: int) -> None:
    """Refuse a page on which something else stands before ``start``."""
    if not 0 <= start.line <= _head(texts, start.page):
        raise BadInput("B-11", paragraf=str(paragraf), sida=str(start.page + 1))


def _head(texts: Sequence[Lines], page: int) -> int:
    """Return how many lines at the top of a page stand on its neighbours too, numbers aside; not the front page."""
    neighbours = [one for one in (page - 1, page + 1) if 0 < one < len(texts)] or [
        one for one in (page - 1,) if one == 0
    ]
    own = [_DIGIT.sub("#", line) for line in texts[page]]
    shared = [
        sum(1 for _ in takewhile(lambda pair: pair[0] == _DIGIT.sub("#", pair[1]), zip(own, texts[one], strict=False)))
        for one in neighbours
    ]
    return min(shared, default=0)


def _refuse_unsure(
    texts: Sequence[Lines], found: range, paragraf: int, following: Start | None, *, bookmarked: bool
) -> None:
    """Refuse pages without text, pages that name the § before or after, and an end that only a bookmark could show."""
    beside = {paragraf - 1, paragraf + 1}
    for page in found:
        if not texts[page]:
            raise BadInput("B-12", paragraf=str(paragraf), sida=str(page + 1))
        if any(int(match[1]) in beside for line in texts[page] if (match := _PARAGRAF.match(line))):
            raise BadInput("B-11", paragraf=str(paragraf), sida=str(page + 1))
    ends = following.paragraf == paragraf + 1 if following else len(found) == 1
    if not (bookmarked or ends):
        raise BadInput("B-12", paragraf=str(paragraf), sida=str(found[-1] + 1))
