"""What a document's Typst program defines before its text: one function for each look and each shape it uses."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from docgen.typesetting.fonts import Face, Faces
from docgen.typesetting.formats import Look, Shape
from docgen.typesetting.model import Bookmark, Inline, PageCount, Paragraph, Picture, Table, Text
from docgen.typesetting.refusal import Construct
from docgen.typesetting.writing.code import points, string
from docgen.typesetting.writing.forms import form
from docgen.typesetting.writing.kept import Kept
from docgen.typesetting.writing.looks import (
    NEVER_LACKING,
    SYMBOL_FONTS,
    UNDERLINES,
    Setting,
    Styles,
    function,
    styles,
    unwritable,
)
from docgen.typesetting.writing.tables import Plan, plan

SMALL_CAPS = 0.8
_MOST = 4096  # tables of a document whose plans are known at one time
_DIGITS = "0000"  # no page number is wider
_HYPHENS = str.maketrans("\u2010\u2011", "--")


def lone(paragraph: Paragraph) -> Text | None:
    """Return the text of a paragraph that holds nothing else, as nearly all do: what is said of it is soon found."""
    inlines = paragraph.inlines
    return one if len(inlines) == 1 and type(one := inlines[0]) is Text else None


@dataclass
class Sheet:
    """The definitions of one document, named in the order in which they are first asked for.

    ``pictures`` gives the name of each picture file in the program, ``names`` that of each definition by its code.
    """

    faces: Faces
    pictures: Mapping[str, str]
    constructs: list[Construct] = field(default_factory=list)
    names: dict[str, str] = field(default_factory=dict)
    styles: Styles = field(init=False)
    plans: Kept[Table, Plan] = field(default_factory=lambda: Kept(plan, _MOST))
    _headings: list[int] = field(default_factory=list)
    # By what they belong to, which is held fast: another may have its place in memory when it is gone. The heights of
    # rows (by table, place and whether lines that wrap are counted) are asked for again when a header is written.
    rows: dict[tuple[int, int, bool], tuple[Table, float | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Find what is known of looks with these fonts."""
        self.styles = styles(self.faces)

    def defined(self, prefix: str, code: str) -> str:
        """Return the name under which ``code`` is defined."""
        name = self.names.get(code)
        if name is None:
            name = self.names[code] = f"{prefix}{len(self.names)}"
        return name

    def definitions(self) -> str:
        """Return every definition asked for."""
        return "".join(f"let {name} = {code}\n" for code, name in self.names.items())

    def heading(self, level: int) -> int:
        """Return the level at which a heading is told: the first is 1, none is skipped (Matterhorn 14-002, -003)."""
        self._headings = [*(above for above in self._headings if above < level), level]
        return len(self._headings)

    def leading(self, paragraph: Paragraph) -> float:
        """Return what the line rule adds below each line; at the foot of a page it needs no room."""
        text = lone(paragraph)
        if text is not None:
            return self.styles.setting(text.look, paragraph.shape).leading
        return max([one.leading for one in self._settings(paragraph)])

    def below(self, paragraph: Paragraph) -> float:
        """Return what a paragraph keeps below itself."""
        return paragraph.shape.after + self.leading(paragraph)

    def unevenness(self, paragraph: Paragraph, width: float) -> float:
        """Return how much higher a paragraph of several sizes may become than in Word, where each line has its own."""
        if len(paragraph.inlines) <= 1 or not form(paragraph.shape).leads:
            return 0.0
        leadings = {one.leading for one in self._settings(paragraph)}
        if len(leadings) == 1:
            return 0.0
        texts = [one for one in paragraph.inlines if isinstance(one, Text)]
        lines = sum(self.width(one.text, one.look) for one in texts) // max(width, 1)
        return lines * (max(leadings) - min(leadings))

    def _settings(self, paragraph: Paragraph) -> set[Setting]:
        """Return how the looks of a paragraph are set in its lines."""
        setting, shape = self.styles.setting, paragraph.shape
        found = {setting(one.look, shape) for one in paragraph.inlines if type(one) is Text}
        return found or {setting(paragraph.mark, shape)}

    def width(self, text: str, look: Look) -> float:
        """Return how wide ``text`` is, for what must be known before the typesetter measures."""
        return self.styles.letters(look).width(text)

    def known_width(self, texts: Iterable[Text]) -> float | None:
        """Return how wide texts are, None where their looks or letters are such that the typesetter alone knows."""
        total = 0.0
        for one in texts:
            width = self.styles.letters(one.look).known_width(one.text)
            if width is None:
                return None
            total += width
        return total

    def widest(self, inlines: Iterable[Inline]) -> float | None:
        """Return how wide inlines are at most; None for more than plain text, page numbers and pictures in the line."""
        total = 0.0
        for one in inlines:
            match one:
                case Text() if (width := self.known_width([one])) is not None:
                    total += width
                case PageCount(look=look, numbering="decimal"):
                    total += self.width(_DIGITS, look)
                case Picture(anchor=None):
                    total += one.width
                case Bookmark():
                    pass
                case _:
                    return None
        return total

    def picture(self, one: Picture) -> str:
        """Return the code of a picture's image."""
        left, top, right, bottom = one.crop
        width, height = one.width / (1 - left - right), one.height / (1 - top - bottom)
        size = f"width: {points(width)}, height: {points(height)}"
        code = f"picture({self.pictures[one.file]}, {size}, alt: {string(one.alt)})"
        if not any(one.crop):
            return code
        part = (left * width, top * height, one.width, one.height)
        return f"cropped({', '.join(points(length) for length in part)}, {code})"

    def text(self, text: str, look: Look, shape: Shape, place: tuple[str, int]) -> list[str]:
        """Return code that sets ``text``; a font or a character that is lacking is noted as not settable."""
        setting = self.styles.setting(look, shape)
        plain = setting.letters.plain
        if plain is not None and plain.issuperset(text):
            return [f"{self.defined('t', setting.code)}({string(text)})"]
        face = self.worn(look, place)
        return [] if face is None else self._careful(text, setting, face, place)

    def _careful(self, text: str, setting: Setting, face: Face, place: tuple[str, int]) -> list[str]:
        """Return code that sets text in the sizes and the faces that its characters need."""
        look = setting.letters.look
        # What keeps or lets a line break at such a hyphen is settled where words are kept whole.
        if look.family in SYMBOL_FONTS and text.isalnum():
            self.refuse(place, f"typsnitt {look.family}")
        if found := unwritable(text):
            for character in found:
                self.refuse(place, f"tecken U+{ord(character):04X}")
            return []
        text = text if face.has("\u2011") else text.translate(_HYPHENS)
        return [
            f"{self.defined('t', function(look, setting.edges, one, size))}({string(piece)})"
            for part, size in _sized(text, look)
            for one, piece in self._covered(part, look, face, place)
        ]

    def look(self, look: Look, shape: Shape, place: tuple[str, int]) -> str | None:
        """Return the name of the function that sets what is no text of ours in ``look``; None for a lacking font."""
        return None if self.worn(look, place) is None else self.defined("t", self.styles.setting(look, shape).code)

    def worn(self, look: Look, place: tuple[str, int]) -> Face | None:
        """Return the face of ``look``; a font that is lacking and a line that cannot be drawn are noted."""
        if look.underline not in UNDERLINES:
            self.refuse(place, f"w:u {look.underline}")
        if look.underline and look.strike:  # PDF/UA-1 by Typst: one of the two
            self.refuse(place, "w:u + w:strike")
        face = self.styles.letters(look).face
        if face is None:
            self.refuse(place, f"typsnitt {look.family}")
        return face

    def refuse(self, place: tuple[str, int], construct: str) -> None:
        """Note that something cannot be set."""
        self.constructs.append(Construct(place[0], place[1], construct))

    def _covered(self, text: str, look: Look, face: Face, place: tuple[str, int]) -> list[tuple[Face, str]]:
        """Return ``text`` in stretches, each with a face that has all its characters."""
        if (set(text) - NEVER_LACKING) <= face.widths.keys():
            return [(face, text)]
        chosen = [self._chosen(character, look, face, place) for character in text]
        pairs = groupby(zip(chosen, text, strict=True), key=lambda pair: pair[0])
        return [(one, "".join(character for _, character in pair)) for one, pair in pairs]

    def _chosen(self, character: str, look: Look, face: Face, place: tuple[str, int]) -> Face:
        if character in NEVER_LACKING or face.has(character):
            return face
        found = self.faces.substitute(character, bold=look.bold, italic=look.italic)
        if found is None:
            self.refuse(place, f"tecken U+{ord(character):04X}")
        return found or face


def _sized(text: str, look: Look) -> list[tuple[str, float]]:
    """Return ``text`` in stretches of one size: small capitals are capitals, smaller where they were small letters."""
    if not look.small_caps:
        return [(text, look.size)]
    stretches = ((small, "".join(letters)) for small, letters in groupby(text, key=str.islower))
    return [(part.upper(), look.size * SMALL_CAPS if small else look.size) for small, part in stretches]
