"""What stands on the pages of a PDF: every character with its place, as the page's own program draws it.

``pdftotext -bbox`` gives boxes whose height is the font descriptor's, and every program writes another one there; here
the baseline is read, which means the same in all. Places are points from the left and the top of the page.
"""

import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pypdf import PageObject, PdfReader
from pypdf.generic import ContentStream, DictionaryObject

from .fonts import Font

Matrix = tuple[float, float, float, float, float, float]
UNIT: Matrix = (1, 0, 0, 1, 0, 0)


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character: where its baseline begins, how far it goes, and its size in points."""

    text: str
    x: float
    y: float
    width: float
    size: float


@dataclass(frozen=True, slots=True)
class Page:
    """What is written on a page, in the order of writing, and the page's size in points."""

    width: float
    height: float
    glyphs: Sequence[Glyph]


def pages(pdf: bytes) -> list[Page]:
    """Return the pages of a PDF."""
    reader = PdfReader(io.BytesIO(pdf))
    fonts: dict[int, Font] = {}
    return [_page(page, reader, fonts) for page in reader.pages]


def _page(page: PageObject, reader: PdfReader, fonts: dict[int, Font]) -> Page:
    box = page.mediabox
    drawn = _Drawing(reader, fonts, float(box.left), float(box.top))
    contents = page.get_contents()
    if contents is not None:
        drawn.run(contents, page["/Resources"])  # type: ignore[arg-type]  # pypdf: any object
    return Page(float(box.width), float(box.height), drawn.found)


def _times(a: Matrix, b: Matrix) -> Matrix:
    """Return ``a``, then ``b``."""
    return (
        a[0] * b[0] + a[1] * b[2],
        a[0] * b[1] + a[1] * b[3],
        a[2] * b[0] + a[3] * b[2],
        a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4],
        a[4] * b[1] + a[5] * b[3] + b[5],
    )


def _matrix(*numbers: object) -> Matrix:
    a, b, c, d, e, f = (float(str(number)) for number in numbers)
    return (a, b, c, d, e, f)


@dataclass(frozen=True, slots=True)
class _State:
    """What ``q`` saves and ``Q`` brings back."""

    place: Matrix = UNIT
    font: Font | None = None
    size: float = 0
    letter_space: float = 0
    word_space: float = 0
    stretch: float = 1
    rise: float = 0


@dataclass(slots=True)
class _Drawing:
    """Runs the program of a page, and of the forms that it draws, and keeps what is written."""

    reader: PdfReader
    fonts: dict[int, Font]
    left: float
    top: float
    found: list[Glyph] = field(default_factory=list)
    state: _State = _State()
    saved: list[_State] = field(default_factory=list)
    text: Matrix = UNIT
    line: Matrix = UNIT
    leading: float = 0
    resources: DictionaryObject = field(default_factory=DictionaryObject)

    def run(self, program: ContentStream, resources: DictionaryObject) -> None:
        """Draw one program."""
        outer, self.resources = self.resources, resources
        for operands, operator in program.operations:
            if operator in _OPERATORS:
                _OPERATORS[operator](self, *operands)
        self.resources = outer

    def save(self) -> None:
        self.saved.append(self.state)

    def restore(self) -> None:
        self.state = self.saved.pop()

    def transform(self, *matrix: object) -> None:
        self.state = replace(self.state, place=_times(_matrix(*matrix), self.state.place))

    def set_font(self, name: str, size: object) -> None:
        entry = self.resources["/Font"].raw_get(name)  # type: ignore[attr-defined]  # pypdf: any object
        number = getattr(entry, "idnum", id(entry))
        if number not in self.fonts:
            self.fonts[number] = Font.of(entry.get_object())
        self.state = replace(self.state, font=self.fonts[number], size=float(str(size)))

    def begin(self) -> None:
        self.text = self.line = UNIT

    def set_matrix(self, *matrix: object) -> None:
        self.text = self.line = _matrix(*matrix)

    def set_leading(self, leading: object) -> None:
        self.leading = float(str(leading))

    def move(self, x: object, y: object) -> None:
        self.text = self.line = _times((1, 0, 0, 1, float(str(x)), float(str(y))), self.line)

    def move_and_lead(self, x: object, y: object) -> None:
        self.leading = -float(str(y))
        self.move(x, y)

    def next_line(self) -> None:
        self.move(0, -self.leading)

    def show(self, text: object) -> None:
        font, state = self.state.font, self.state
        if font is None:
            return
        data = text.original_bytes if hasattr(text, "original_bytes") else bytes(text)  # type: ignore[call-overload]
        for code in font.codes(data):
            advance = font.width(code) / 1000 * state.size + state.letter_space
            if font.code_bytes == 1 and code == ord(" "):
                advance += state.word_space
            self._keep(font.character(code), advance * state.stretch)

    def show_all(self, pieces: Sequence[object]) -> None:
        for piece in pieces:
            if isinstance(piece, int | float) or hasattr(piece, "as_numeric"):
                back = float(str(piece)) / 1000 * self.state.size * self.state.stretch
                self.text = _times((1, 0, 0, 1, -back, 0), self.text)
            else:
                self.show(piece)

    def draw(self, name: str) -> None:
        form = self.resources["/XObject"][name]  # type: ignore[index]  # pypdf: any object
        if form["/Subtype"] != "/Form":
            return
        outer = self.state
        self.transform(*form.get("/Matrix", UNIT))
        self.run(ContentStream(form, self.reader), form.get("/Resources", self.resources).get_object())
        self.state = outer

    def _keep(self, text: str, advance: float) -> None:
        place = _times(self.text, self.state.place)
        start = _times((1, 0, 0, 1, 0, self.state.rise), place)
        size = abs(place[3] or place[1]) * self.state.size
        width = advance * (place[0] or place[1])
        self.found.append(Glyph(text, start[4] - self.left, self.top - start[5], width, size))
        self.text = _times((1, 0, 0, 1, advance, 0), self.text)


def _sets(name: str, scale: float = 1) -> Callable[..., None]:
    def set_value(drawing: _Drawing, value: object) -> None:
        drawing.state = replace(drawing.state, **{name: float(str(value)) * scale})  # type: ignore[arg-type]

    return set_value


_OPERATORS: Mapping[bytes, Callable[..., None]] = {
    b"q": _Drawing.save,
    b"Q": _Drawing.restore,
    b"cm": _Drawing.transform,
    b"BT": _Drawing.begin,
    b"Tf": _Drawing.set_font,
    b"Tc": _sets("letter_space"),
    b"Tw": _sets("word_space"),
    b"Tz": _sets("stretch", 1 / 100),
    b"Ts": _sets("rise"),
    b"TL": _Drawing.set_leading,
    b"Tm": _Drawing.set_matrix,
    b"Td": _Drawing.move,
    b"TD": _Drawing.move_and_lead,
    b"T*": _Drawing.next_line,
    b"Tj": _Drawing.show,
    b"TJ": _Drawing.show_all,
    b"Do": _Drawing.draw,
}
