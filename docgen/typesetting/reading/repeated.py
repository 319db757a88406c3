"""Headers and footers, which are often the same in many documents of a template and then read once.

What stands in the first document alone may be about its person: a story is kept from when it is met again.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from docgen.typesetting.model import Story
from docgen.typesetting.reading.kept import Kept
from docgen.typesetting.reading.package import parsed
from docgen.typesetting.reading.resolving import Ground
from docgen.typesetting.reading.story import StoryReader

_MOST_MET: Final = 1000
_MOST_KEPT: Final = 16


@dataclass(frozen=True, slots=True)
class _Read:
    """A story and the pictures in it."""

    story: Story
    files: Mapping[str, bytes]


@dataclass(slots=True)
class _Memory:
    """What is known of the stories of one template: those met again, and the mere checksums of the others."""

    kept: Kept[Hashable, _Read] = field(default_factory=lambda: Kept(_MOST_KEPT))
    met: Kept[int, None] = field(default_factory=lambda: Kept(_MOST_MET))


def story(reader: StoryReader) -> Story:
    """Return what a header or a footer holds."""
    book, key = reader.book, _key(reader)
    memory = _memory(book.ground)
    known = memory.kept.get(key)
    if known is None:
        known, is_lasting = _read(reader)
        if is_lasting and hash(key) in memory.met:
            memory.kept.keep(key, known)
        memory.met.keep(hash(key), None)
    book.files.update(known.files)
    return known.story


@lru_cache(maxsize=16)
def _memory(_ground: Ground) -> _Memory:
    return _Memory()


def _key(reader: StoryReader) -> Hashable:
    """Return all that a story hangs on but its template: its part, what it shows from elsewhere, where it stands."""
    file, progress = reader.book.package, reader.progress
    shown = [
        (name, one.target, file.packed(one.target) if one.target in file.entries else None)
        for name, one in file.relations(reader.part).items()
    ]
    return reader.part, file.packed(reader.part), *shown, progress.numbering, progress.width, reader.book.wanted


def _read(reader: StoryReader) -> tuple[_Read, bool]:
    """Return a story, and whether it is the same wherever it stands: without faults to name and notes to count."""
    book, notes = reader.book, len(reader.book.notes)
    reader.book = alone = replace(book, files={}, constructs={})
    found = Story(reader.part, reader.blocks(parsed(book.package.part(reader.part))))
    book.constructs |= alone.constructs
    return _Read(found, alone.files), not alone.constructs and len(book.notes) == notes
