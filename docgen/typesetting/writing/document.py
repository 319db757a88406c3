"""A whole document as a Typst program: its definitions, its sections, and the files it reads."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from docgen.typesetting.fonts import Faces
from docgen.typesetting.model import Document, Page, Paragraph, Section, Story, Text
from docgen.typesetting.refusal import CannotSet
from docgen.typesetting.writing.code import arguments, array, joined, language, points, string
from docgen.typesetting.writing.edges import Edge, edge
from docgen.typesetting.writing.flow import Flow
from docgen.typesetting.writing.limits import Limits
from docgen.typesetting.writing.room import Area, Room
from docgen.typesetting.writing.sheet import Sheet

_LIBRARY = Path(__file__).with_name("word.typ")
BODY = "word/document.xml"
_TEXT = Area("top + left", "area.at(1)", "area.at(2)")
_STARTS = {"nextPage"}
_LANGUAGE = "sv-SE"  # of a document that does not say: that of the authorities (10 § språklagen)
_NO_WORDS = "Dokument"


@dataclass(frozen=True, slots=True)
class Program:
    """A Typst program: its code, and the files that it reads, by names that follow from what they hold."""

    main: bytes
    files: Mapping[str, bytes]


def write(document: Document, faces: Faces) -> Program:
    """Return the program that sets ``document``; raise CannotSet (P-11) naming all that cannot be set as Word would."""
    sheet = Sheet(faces, {name: f"picture-{_digest(data)}" for name, data in document.files.items()})
    stories = _Stories(sheet, document, list(_merged(document.sections)))
    sections = [stories.section(index, one) for index, one in enumerate(stories.sections)]
    notes = [stories.note(name, story) for name, story in document.notes.items()]
    if sheet.constructs:
        raise CannotSet(sheet.constructs)
    pictures = {sheet.pictures[name]: data for name, data in document.files.items()}
    library, functions = _library()
    code = "\n".join(
        [
            f'import "{library}": *',
            *(f'let {name} = read("{name}", encoding: none)' for name in pictures),
            f"set text({arguments(language(document.lang) or language(_LANGUAGE))})",
            "show: house",
            sheet.definitions(),
            *notes,
            stories.between_notes(),
            *sections,
            'anchor("docgen-end")',
            # Last: what is set before the text is part of the key of all that is remembered of it.
            f"set document(title: {string(document.title or _first_words(document))})",
        ]
    )
    return Program(f'#import "{library}": run\n#run({string(code)})'.encode(), {library: functions} | pictures)


@lru_cache(maxsize=1)
def _library() -> tuple[str, bytes]:
    code = _LIBRARY.read_bytes()
    return f"word-{_digest(code)}.typ", code


@lru_cache(maxsize=64)
def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class _Stories:
    """Writes the stories of a document: its sections, their headers and footers, its notes."""

    sheet: Sheet
    document: Document
    sections: Sequence[Section]

    def section(self, index: int, section: Section) -> str:
        """Return the code of a section."""
        page = section.page
        if index and section.starts not in _STARTS:
            self.sheet.refuse((BODY, 0), "w:sectPr")
        named = {"title": "true" if section.title_page else "", "even-odd": "true" if section.even_and_odd else ""}
        if section.columns > 1:
            named |= {"count": str(section.columns), "gutter": points(section.column_gap)}
        named["origin"] = origin = self._origin(index)
        width = (_inner(page) - section.column_gap * (section.columns - 1)) / section.columns
        room = Room(BODY, page, width, self._step, index, area=_TEXT, numbering=section.numbering, origin=origin)
        heads = self._edges(room, section.headers, Area("top + left", points(page.header)))
        feet = self._edges(room, section.footers, Area("bottom + left", points(page.height - page.footer)))
        margins = array(points(one) for one in (page.top, page.right, page.bottom, page.left))
        blocks = Limits(self.sheet, _tall(page, heads, feet), self._step).released(section.blocks, width)
        values = [
            str(index),
            points(page.width),
            points(page.height),
            margins,
            array([points(page.header), points(page.footer)]),
            _stories(heads),
            _stories(feet),
            _located(Flow(self.sheet, room).codes(blocks, at_end=False), section, heads),
            *(f"{name}: {value}" for name, value in named.items() if value),
        ]
        return f"section({', '.join(values)})"

    def _origin(self, index: int) -> str:
        """Return the code of where page numbers began anew last: the section and its first number."""
        begun = [
            (at, one.first_number) for at, one in enumerate(self.sections[: index + 1]) if one.first_number is not None
        ]
        return array(str(one) for one in begun[-1]) if begun else "none"

    def note(self, name: str, story: Story) -> str:
        """Return the definition of a note."""
        page = self.document.sections[0].page
        room = Room(story.part, page, _inner(page), self._step)
        return f"let note-{name} = {joined(Flow(self.sheet, room).codes(story.blocks, at_end=False))}"

    def between_notes(self) -> str:
        """Return the rule for the distance of notes: what the last paragraph of each wants below it."""
        last = [story.blocks[-1] for story in self.document.notes.values() if story.blocks]
        wanted = [self.sheet.below(one) for one in last if isinstance(one, Paragraph)]
        return f"show: notes.with({points(max(wanted, default=0.0))})" if last else ""

    @property
    def _step(self) -> float:
        return self.document.default_tab

    def _edges(self, room: Room, stories: Mapping[str, Story], area: Area) -> Mapping[str, Edge]:
        """Return headers or footers by the pages on which they stand."""
        return {
            key: edge(
                self.sheet,
                story,
                replace(
                    room, part=story.part, width=_inner(room.page), blocks=story.blocks, is_artifact=True, area=area
                ),
            )
            for key, story in stories.items()
        }


def _stories(edges: Mapping[str, Edge]) -> str:
    """Return a dictionary of headers or footers, each its height and a function of its place."""
    written = {
        key: f"({'none' if one.tall is None else points(one.tall)}, now => {one.code})" for key, one in edges.items()
    }
    return f"({arguments(written)})" if written else "(:)"


def _located(codes: Sequence[str], section: Section, heads: Mapping[str, Edge]) -> str:
    """Return the text of a section with its area: left, top and where the text begins on its first page.

    Where the headers' heights are to be measured it is a function of that, which is dearer: the typesetter looks all
    through a function for what it takes from around itself.
    """
    page = section.page
    tops = [_top(page, heads.get(key)) for key in ("default", "first" if section.title_page else "default")]
    if None in tops:
        return f"area => {joined(codes)}"
    area = array(points(one) for one in (page.left, *tops) if one is not None)
    return joined([f"let area = {area}", *codes])


def _tall(page: Page, heads: Mapping[str, Edge], feet: Mapping[str, Edge]) -> float:
    """Return how high the area for text is at least, on the pages of a section after its first."""
    return page.height - _taken(page.top, page.header, heads) - _taken(page.bottom, page.footer, feet)


def _taken(margin: float, edge: float, stories: Mapping[str, Edge]) -> float:
    most = max([one.most for key, one in stories.items() if key != "first"], default=0.0)
    return -margin if margin < 0 else max(margin, edge + most)


def _top(page: Page, head: Edge | None) -> float | None:
    """Return where text begins below a header; None where that is not known."""
    if page.top < 0 or head is None:
        return abs(page.top)
    return None if head.tall is None else max(page.top, page.header + head.tall)


def _merged(sections: Sequence[Section]) -> Iterator[Section]:
    """Yield the sections with each that goes on where the one before ends, on the same kind of page, joined to it."""
    above: Section | None = None
    for section in sections:
        if above and section.starts == "continuous" and _is_alike(above, section):
            above = replace(above, blocks=(*above.blocks, *section.blocks))
            continue
        if above:
            yield above
        above = section
    if above:
        yield above


def _is_alike(above: Section, below: Section) -> bool:
    return replace(below, blocks=above.blocks, starts=above.starts) == above


def _first_words(document: Document) -> str:
    """Return the first heading, or the first words, for a document without a title; PDF/UA-1 asks for one (06-003)."""
    paragraphs = [block for one in document.sections for block in one.blocks if isinstance(block, Paragraph)]
    said = [(one.heading, _said(one)) for one in paragraphs if _said(one)]
    headings = [words for level, words in said if level]
    return (headings or [words for _, words in said] or [_NO_WORDS])[0]


def _said(paragraph: Paragraph) -> str:
    return "".join(one.text for one in paragraph.inlines if isinstance(one, Text)).strip()


def _inner(page: Page) -> float:
    return page.width - page.left - page.right
