"""What the readers of a Word file share: the file, the ground of its template, and what is gathered on the way."""

from dataclasses import dataclass, field

from docgen.errors import RecordError
from docgen.typesetting.formats import Look
from docgen.typesetting.model import Bookmark, Box, Picture
from docgen.typesetting.reading.fields import Field
from docgen.typesetting.reading.names import Element
from docgen.typesetting.reading.numbering import Counters
from docgen.typesetting.reading.package import Package
from docgen.typesetting.reading.resolving import Ground
from docgen.typesetting.reading.styles import Styles
from docgen.typesetting.refusal import Construct


@dataclass(slots=True)
class Book:
    """One Word file while it is read. ``wanted`` are the bookmarks of the body that its text points at."""

    package: Package
    ground: Ground
    wanted: frozenset[str] = frozenset()
    files: dict[str, bytes] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)
    constructs: dict[Construct, None] = field(default_factory=dict)


@dataclass(slots=True)
class Progress:
    """How far a part is read: paragraphs so far, the one being read, its lists, the fields open in it.

    ``numbering``, ``columns`` and the ``width`` of one are the section's; ``is_repeated`` says that the part stands on
    many pages; ``note`` is the number of a note; ``marks`` are bookmarks for the next paragraph.
    """

    count: int = 0
    place: int = 0
    counters: Counters = field(default_factory=Counters)
    numbering: str = "decimal"
    columns: int = 1
    width: float = 0.0
    is_repeated: bool = False
    note: str = ""
    marks: list[Bookmark] = field(default_factory=list)
    fields: list[Field] = field(default_factory=list)


class PartReader:
    """A part being read: where it is, what it is related to, and what cannot be set in it."""

    def __init__(self, book: Book, part: str, progress: Progress | None = None) -> None:
        self.book, self.part, self.progress = book, part, progress or Progress()

    @property
    def place(self) -> int:
        """Return the number of the paragraph being read in this part, from 1."""
        return self.progress.place

    @property
    def styles(self) -> Styles:
        """Return the styles of the document."""
        return self.book.ground.styles

    @property
    def files(self) -> dict[str, bytes]:
        """Return the pictures taken so far, by name; a new one is put in here."""
        return self.book.files

    def target(self, relationship_id: str) -> bytes | str:
        """Return the bytes of a part that this part is related to, or the address when it lies outside the file.

        Raises RecordError P-06 when there is no such relationship.
        """
        relation = self.book.package.relations(self.part).get(relationship_id)
        if relation is None:
            raise RecordError("P-06")
        return relation.target if relation.is_external else self.book.package.part(relation.target)

    def cannot(self, construct: str) -> None:
        """Note a construct that cannot be set, at the paragraph being read; reading goes on."""
        self.book.constructs[Construct(self.part, self.place, construct)] = None

    def drawing(self, element: Element, look: Look) -> Picture | Box | None:
        """Return a picture or a text box of this part, None when nothing is printed."""
        raise NotImplementedError
