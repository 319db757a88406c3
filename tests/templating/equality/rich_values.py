"""Values that bring their own formatting, told once and made twice: as docxtpl's and as ours."""

import io
import struct
import zlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import docxtpl
from contexts import Kind, chosen, line, text
from docx.shared import Length, Mm, Pt

from docgen.templating.rich import Image, RichText

BREAKS = ("", "\n", "\t", "\a", "\f", " \n\t\a\f ", "\a\a", "\f\f\n")
LOOKS: tuple[dict[str, Any], ...] = (
    {},
    {"bold": True},
    {"style": "Betoning", "color": "#FF0000", "highlight": "#00ff00"},
    {"size": 24, "italic": True, "strike": True, "lang": "sv-SE"},
    {"underline": "wave", "font": "Courier New"},
    {"underline": True, "font": "eastAsia:微软雅黑", "subscript": True},
    {"superscript": True, "rtl": True, "bold": True, "italic": True},
    {"color": "0000FF", "highlight": "FFFF00", "underline": "dotDotDash"},
)
ADDRESSES = ("https://norrstad.example/?a=1&b=<2>\"'", "mailto:a@norrstad.example", "https://norrstad.example/å ä")


@dataclass(frozen=True, slots=True)
class Words:
    """Text in pieces, each with its look; a piece with an address is a link."""

    pieces: tuple[tuple[str, dict[str, Any], str], ...]

    def of_docgen(self) -> RichText:
        made = RichText()
        for said, look, address in self.pieces:
            made.link(said, address, **look) if address else made.add(said, **look)
        return made

    def of_docxtpl(self, template: docxtpl.DocxTemplate) -> docxtpl.RichText:
        made = docxtpl.RichText()
        for said, look, address in self.pieces:
            made.add(said, **look, **({"url_id": template.build_url_id(address)} if address else {}))
        return made


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """Paragraphs of such text, each in a style."""

    lines: tuple[tuple[Words, str], ...]

    def of_docgen(self) -> docxtpl.RichTextParagraph:
        made = docxtpl.RichTextParagraph()
        for words, style in self.lines:
            made.add(words.of_docgen(), parastyle=style)
        return made

    def of_docxtpl(self, template: docxtpl.DocxTemplate) -> docxtpl.RichTextParagraph:
        made = docxtpl.RichTextParagraph()
        for words, style in self.lines:
            made.add(words.of_docxtpl(template), parastyle=style)
        return made


@dataclass(frozen=True, slots=True)
class Lines:
    """Text in the look of its place, with breaks."""

    text: str

    def of_docgen(self) -> docxtpl.Listing:
        return docxtpl.Listing(self.text)

    def of_docxtpl(self, _: docxtpl.DocxTemplate) -> docxtpl.Listing:
        return docxtpl.Listing(self.text)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of a colour."""

    colour: int
    sizes: dict[str, Length] = field(default_factory=dict)
    anchor: str | None = None

    @property
    def content(self) -> bytes:
        """Return a PNG of 2 by 3 pixels."""
        rows = zlib.compress(b"".join(b"\0" + bytes([self.colour] * 2) for _ in range(3)))
        chunks = ((b"IHDR", struct.pack(">2I5B", 2, 3, 8, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b""))
        return b"\x89PNG\r\n\x1a\n" + b"".join(
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
            for kind, data in chunks
        )

    def of_docgen(self) -> Image:
        return Image(self.content, **self.sizes, anchor=self.anchor)

    def of_docxtpl(self, template: docxtpl.DocxTemplate) -> docxtpl.InlineImage:
        return docxtpl.InlineImage(template, io.BytesIO(self.content), **self.sizes, anchor=self.anchor)


Rich = Words | Paragraphs | Lines | Picture


def made(value: Any, make: Callable[[Rich], object]) -> Any:  # noqa: ANN401 (a context, or what is in one)
    """Return the value with each rich one in it made by ``make``."""
    if isinstance(value, Words | Paragraphs | Lines | Picture):
        return make(value)
    if isinstance(value, Mapping):
        return {name: made(one, make) for name, one in value.items()}
    return [made(one, make) for one in value] if isinstance(value, list) else value


def lines(path: str, turn: int) -> Lines:
    return Lines(_broken(path, turn))


def words(path: str, turn: int) -> Words:
    return Words(
        tuple((_broken(path, turn + place), LOOKS[(turn + place) % len(LOOKS)], "") for place in range(turn % 4))
    )


def links(path: str, turn: int) -> Words:
    """Text with a link, of one paragraph, in every other piece."""
    return Words(
        tuple(_link(path, turn + place) if place % 2 else (_broken(path, turn), {}, "") for place in range(turn % 5))
    )


def _link(path: str, turn: int) -> tuple[str, dict[str, Any], str]:
    return str(text(path, turn)), LOOKS[turn % len(LOOKS)], ADDRESSES[turn % len(ADDRESSES)]


def paragraphs(path: str, turn: int) -> Paragraphs:
    return Paragraphs(
        tuple((words(f"{path}{place}", turn + place), ("", "Rubrik")[place % 2]) for place in range(turn % 4))
    )


def linked_paragraphs(path: str, turn: int) -> Paragraphs:
    return Paragraphs(((links(path, turn), "Rubrik"), (words(path, turn), "")))


_SIZES: Kind = chosen({}, {"width": Mm(20)}, {"height": Pt(9)}, {"width": Mm(1), "height": Mm(2)})
_ANCHORS: Kind = chosen(None, *ADDRESSES)


def pictures(path: str, turn: int) -> Picture:
    sizes, anchor = _SIZES(path, turn), _ANCHORS(path, turn)
    assert isinstance(sizes, dict)
    return Picture(turn % 3, sizes, anchor if isinstance(anchor, str) else None)


def plain_words(path: str, turn: int) -> Words:
    return Words(((str(line(path, turn)), LOOKS[turn % len(LOOKS)], ""),))


def short_lines(path: str, turn: int) -> Lines:
    """A listing of one paragraph."""
    return Lines(str(text(path, turn)))


def _broken(path: str, turn: int) -> str:
    """Return a text with the breaks that formatted text may have."""
    return f"{text(path, turn)}{BREAKS[turn % len(BREAKS)]}{text(path, turn + 1)}"
