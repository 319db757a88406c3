"""The lines and areas that are drawn on the pages of a PDF."""

import io
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pypdf import PageObject, PdfReader

Matrix = tuple[float, ...]

_THICK = 4.0  # points; what is thicker is an area


@dataclass(frozen=True, slots=True)
class Mark:
    """A line or an area: its edges from the page's left and top, ``width`` of the line (0 for an area), its colour."""

    page: int
    left: float
    top: float
    right: float
    bottom: float
    width: float
    color: str
    dashed: bool


@dataclass(slots=True)
class _State:
    place: Matrix = (1, 0, 0, 1, 0, 0)
    width: float = 1.0
    fill: str = "000000"
    paint: str = "000000"
    dashed: bool = False


@dataclass(slots=True)
class _Pen:
    """Runs the program of a page and keeps what it draws."""

    page: int
    height: float
    found: list[Mark] = field(default_factory=list)
    state: _State = field(default_factory=_State)
    saved: list[_State] = field(default_factory=list)
    path: list[tuple[float, float]] = field(default_factory=list)

    def save(self) -> None:
        self.saved.append(replace(self.state))

    def restore(self) -> None:
        self.state = self.saved.pop()

    def transform(self, *matrix: object) -> None:
        a, b, c, d, e, f = (float(str(one)) for one in matrix)
        p, q, r, s, t, u = self.state.place
        self.state.place = (
            a * p + b * r,
            a * q + b * s,
            c * p + d * r,
            c * q + d * s,
            e * p + f * r + t,
            e * q + f * s + u,
        )

    def to(self, *place: object) -> None:
        x, y = float(str(place[-2])), float(str(place[-1]))
        a, b, c, d, e, f = self.state.place
        self.path.append((x * a + y * c + e, self.height - (x * b + y * d + f)))

    def stroke(self) -> None:
        self._keep(self.state.width, self.state.paint, dashed=self.state.dashed)
        self.path.clear()

    def fill(self) -> None:
        self._keep(0.0, self.state.fill, dashed=False)
        self.path.clear()

    def both(self) -> None:
        self._keep(0.0, self.state.fill, dashed=False)
        self.stroke()

    def forget(self) -> None:
        self.path.clear()

    def _keep(self, width: float, color: str, *, dashed: bool) -> None:
        xs, ys = [x for x, _ in self.path], [y for _, y in self.path]
        if xs:
            self.found.append(Mark(self.page, min(xs), min(ys), max(xs), max(ys), width, color, dashed))

    def set(self, name: str, *values: object) -> None:
        numbers = [float(str(one)) for one in values if not str(one).startswith("/")]
        shades = numbers * 3 if len(numbers) == 1 else numbers
        setattr(self.state, name, "".join(f"{round(one * 255):02X}" for one in shades))

    def set_width(self, width: object) -> None:
        self.state.width = float(str(width))

    def set_dash(self, dash: Sequence[object], _: object) -> None:
        self.state.dashed = bool(dash)


_OPERATORS: Mapping[bytes, Callable[..., None]] = {
    b"q": _Pen.save,
    b"Q": _Pen.restore,
    b"cm": _Pen.transform,
    b"w": _Pen.set_width,
    b"d": _Pen.set_dash,
    b"scn": lambda pen, *values: pen.set("fill", *values),
    b"SCN": lambda pen, *values: pen.set("paint", *values),
    b"m": _Pen.to,
    b"l": _Pen.to,
    b"c": _Pen.to,
    b"S": _Pen.stroke,
    b"s": _Pen.stroke,
    b"f": _Pen.fill,
    b"B": _Pen.both,
    b"n": _Pen.forget,
}


def marks(pdf: bytes) -> list[Mark]:
    """Return all lines and areas of a PDF, in the order of drawing."""
    return [one for number, page in enumerate(PdfReader(io.BytesIO(pdf)).pages) for one in _marks(page, number)]


def _marks(page: PageObject, number: int) -> Iterator[Mark]:
    pen, contents = _Pen(number, float(page.mediabox.height)), page.get_contents()
    for operands, operator in contents.operations if contents is not None else ():
        if operator in _OPERATORS:
            _OPERATORS[operator](pen, *operands)
    yield from pen.found


def lines(pdf: bytes) -> list[Mark]:
    """Return the lines of a PDF, those too that are drawn as narrow areas."""
    return [one if one.width else _line(one) for one in marks(pdf) if one.width or _thickness(one) < _THICK]


def areas(pdf: bytes) -> list[Mark]:
    """Return the areas of a PDF that have a colour of their own."""
    return [one for one in marks(pdf) if not one.width and _thickness(one) >= _THICK]


def _thickness(one: Mark) -> float:
    return min(one.right - one.left, one.bottom - one.top)


def _line(one: Mark) -> Mark:
    """Return a narrow area as the line that it shows."""
    width = _thickness(one)
    if width == one.bottom - one.top:
        middle = (one.top + one.bottom) / 2
        return replace(one, top=middle, bottom=middle, width=round(width, 3))
    middle = (one.left + one.right) / 2
    return replace(one, left=middle, right=middle, width=round(width, 3))


def pictures(pdf: bytes) -> list[tuple[float, float, float, float]]:
    """Return where pictures are: left, top, right and bottom."""
    return [place for page in PdfReader(io.BytesIO(pdf)).pages for place in _pictures(page)]


def _pictures(page: PageObject) -> Iterator[tuple[float, float, float, float]]:
    pen, contents = _Pen(0, float(page.mediabox.height)), page.get_contents()
    for operands, operator in contents.operations if contents is not None else ():
        if operator == b"Do":
            pen.to(0, 0)
            pen.to(1, 1)
            (x, y), (right, bottom) = pen.path
            pen.path.clear()
            yield min(x, right), min(y, bottom), max(x, right), max(y, bottom)
        elif operator in _OPERATORS:
            _OPERATORS[operator](pen, *operands)
