"""Reads a whole Word file: its sections with their stories, its notes, its title."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

from docgen.errors import RecordError
from docgen.typesetting.model import Document, Section, Story
from docgen.typesetting.reading import drawings, package, repeated, resolving, sections, tables
from docgen.typesetting.reading.kept import Kept
from docgen.typesetting.reading.names import Element, W, construct
from docgen.typesetting.reading.package import Package, Packed, parsed
from docgen.typesetting.reading.parts import Book, Progress
from docgen.typesetting.reading.sections import Layout
from docgen.typesetting.reading.story import Readers, StoryReader
from docgen.typesetting.refusal import CannotSet, Construct

_SECTION: Final = f"{W}pPr/{W}sectPr"
_TITLE: Final = "{http://purl.org/dc/elements/1.1/}title"
_POINTS: Final = (f"{W}hyperlink", f"{W}instrText", f"{W}fldSimple")
_WORDS: Final = re.compile(r"[^\s\"]+")
_READERS: Final = Readers(tables.table, drawings.drawing)


def read(docx: bytes) -> Document:
    """Return a finished Word file as the model.

    Raises RecordError P-06 for what is no whole Word file, and ``CannotSet`` with every construct that cannot be set.
    """
    file = package.opened(docx)
    part = file.related("officeDocument")
    if part is None:
        raise RecordError("P-06")
    body = parsed(file.part(part)).find(f"{W}body")
    if body is None:
        raise RecordError("P-06")
    ground = _ground(file, part)
    reading = _Reading(Book(file, ground, _bookmarks(body)), part)
    reading.settings()
    made = tuple(reading.sections(body))
    notes = reading.notes()
    if reading.book.constructs:
        raise CannotSet(tuple(reading.book.constructs))
    return Document(
        title=_title(file),
        lang=ground.lang,
        sections=made,
        default_tab=ground.settings.default_tab,
        notes=notes,
        files=reading.book.files,
        compatibility=ground.settings.compatibility,
    )


_GROUNDS: Final = Kept[tuple[Packed | None, ...], resolving.Ground](16)
"""What documents of the same template share."""


def _ground(file: Package, part: str) -> resolving.Ground:
    names = [file.related(kind, part) for kind in ("styles", "numbering", "theme", "settings")]
    key = tuple(None if name is None else file.packed(name) for name in names)
    known = _GROUNDS.get(key)
    if known is not None:
        return known
    contents = [None if name is None else file.part(name) for name in names]
    try:
        return _GROUNDS.keep(key, resolving.ground(*contents))
    except (ValueError, KeyError):
        raise RecordError("P-06") from None


def _title(file: Package) -> str:
    name = file.related("core-properties")
    return "" if name is None else (parsed(file.part(name)).findtext(_TITLE) or "").strip()


def _bookmarks(body: Element) -> frozenset[str]:
    """Return the bookmarks of the body that something in it points at."""
    marks = frozenset(one.get(f"{W}name", "") for one in body.iter(f"{W}bookmarkStart"))
    if not marks:
        return marks
    said = [one.get(f"{W}anchor") or one.get(f"{W}instr") or one.text or "" for one in body.iter(*_POINTS)]
    return marks.intersection(_WORDS.findall("".join(f"{one} " for one in said)), _WORDS.findall("".join(said)))


@dataclass(slots=True)
class _Reading:
    """One document being read; ``parts`` are the headers and footers by relationship, as inherited so far."""

    book: Book
    part: str
    parts: dict[tuple[str, str], str] = field(default_factory=dict)
    width: float = 0.0
    stories: dict[tuple[str, str, float], Story] = field(default_factory=dict)

    def settings(self) -> None:
        """Note the settings that cannot be set."""
        name = self.book.package.related("settings", self.part) or ""
        for fault in self.book.ground.settings.constructs:
            self.book.constructs[Construct(name, 0, fault)] = None

    def sections(self, body: Element) -> Iterable[Section]:
        """Yield the sections of the body."""
        story = StoryReader(self.book, self.part, _READERS)
        last = body.find(f"{W}sectPr")
        divided = next(body.iter(f"{W}sectPr"), last) is not last
        for elements, properties in _split(story.leaves(body), last, divided=divided):
            layout = sections.read(properties, self.book.ground.settings, story.cannot)
            story.progress.numbering, story.progress.columns = layout.numbering, layout.columns
            story.progress.width = self.width = layout.width
            blocks = story.sequence(elements)
            yield Section(
                page=layout.page,
                blocks=blocks,
                headers=self._stories("header", layout),
                footers=self._stories("footer", layout),
                title_page=layout.title_page,
                even_and_odd="w:evenAndOddHeaders" in self.book.ground.settings.switches,
                starts=layout.starts,
                first_number=layout.first_number,
                numbering=layout.numbering,
                columns=layout.columns,
                column_gap=layout.column_gap,
            )
        if story.progress.marks:
            story.cannot("w:bookmarkStart")

    def _stories(self, name: str, layout: Layout) -> Mapping[str, Story]:
        """Return the headers or the footers that a section prints, those of the section before where it has none."""
        self.parts |= layout.stories
        used = [(kind, self.parts.get((name, kind))) for kind in sections.used_kinds(layout, self.book.ground.settings)]
        return {kind: self._story(related, layout) for kind, related in used if related is not None}

    def _story(self, related: str, layout: Layout) -> Story:
        key = (related, layout.numbering, layout.text_width)
        if key not in self.stories:
            relation = self.book.package.relations(self.part).get(related)
            if relation is None:
                raise RecordError("P-06")
            progress = Progress(numbering=layout.numbering, width=layout.text_width, is_repeated=True)
            self.stories[key] = repeated.story(StoryReader(self.book, relation.target, _READERS, progress))
        return self.stories[key]

    def notes(self) -> Mapping[str, Story]:
        """Return the footnotes that the body refers to."""
        if not self.book.notes:
            return {}
        name = self.book.package.related("footnotes", self.part)
        if name is None:
            raise RecordError("P-06")
        notes = {one.get(f"{W}id", ""): one for one in parsed(self.book.package.part(name)).iter(f"{W}footnote")}
        story = StoryReader(self.book, name, _READERS, Progress(width=self.width))
        for note in notes.values():
            if note.get(f"{W}type") in {"separator", "continuationSeparator"} and not _is_usual(note):
                story.cannot(construct(note, f"{W}type"))
        made = {}
        for number, note_id in enumerate(self.book.notes, start=1):
            if note_id not in notes:
                raise RecordError("P-06")
            story.progress.note = str(number)
            made[note_id] = Story(name, story.blocks(notes[note_id]))
        return made


def _is_usual(separator: Element) -> bool:
    """Tell whether a separator of notes is Word's own line, with no text beside it."""
    content = [child.tag for run in separator.iter(f"{W}r") for child in run if child.tag != f"{W}rPr"]
    return content in ([f"{W}separator"], [f"{W}continuationSeparator"])


def _split(
    leaves: Iterable[Element], last: Element | None, *, divided: bool
) -> Iterable[tuple[list[Element], Element | None]]:
    """Yield the blocks of each section with its properties, which stand in its last paragraph."""
    elements: list[Element] = []
    for element in leaves:
        elements.append(element)
        properties = element.find(_SECTION) if divided and element.tag == f"{W}p" else None
        if properties is not None:
            yield elements, properties
            elements = []
    yield elements, last
