"""Content streams carried out: what is marked, shown, coloured and called, without drawing anything."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from pypdf.generic import DictionaryObject, StreamObject

from docgen.conformance import rules
from docgen.conformance.finding import Rule
from docgen.conformance.marks import Marks
from docgen.conformance.objects import at, data, dictionary, entries, identity, integer, items, name, number, stream
from docgen.conformance.painted import Painted, State
from docgen.conformance.structure import Tree
from docgen.conformance.tokens import Name, Operand, Scanner

MAX_NESTED = 24
MAX_SAVED = 28
_MARKED = frozenset({"BDC", "BMC", "EMC"})
_PAINTED = frozenset({"b", "b*", "B", "B*", "BI", "f", "f*", "F", "s", "S", "sh"})
_COLOURED = frozenset({"cs", "CS", "g", "G", "k", "K", "rg", "RG", "sc", "scn", "SC", "SCN"})
_STATED = frozenset({"d1", "gs", "q", "Q", "ri", "Tf", "Tr"})
_SILENT = frozenset(
    {"BT", "BX", "c", "cm", "d", "d0", "DP", "ET", "EX", "h", "i", "j", "J", "l", "m", "M", "MP", "n", "re", "T*"}
    | {"Tc", "Td", "TD", "TL", "Tm", "Ts", "Tw", "Tz", "v", "w", "W", "W*", "y"}
)
_DEVICE = {
    "g": "DeviceGray",
    "G": "DeviceGray",
    "rg": "DeviceRGB",
    "RG": "DeviceRGB",
    "k": "DeviceCMYK",
    "K": "DeviceCMYK",
}
_FILLS = frozenset({"b", "b*", "B", "B*", "f", "f*", "F"})
_STROKES = frozenset({"b", "b*", "B", "B*", "s", "S"})
_SHOWS = frozenset({"Tj", "TJ", "'", '"'})
_INVISIBLE = 3
_TEXT_STROKES = frozenset({1, 2, 5, 6})
_TEXT_FILLS = frozenset({0, 2, 4, 6})
_INTENTS = frozenset({"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"})
_SHORT = {"G": "DeviceGray", "RGB": "DeviceRGB", "CMYK": "DeviceCMYK", "I": "Indexed"}
_INLINE_FILTERS = frozenset(
    {"ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "DCTDecode"}
    | {"AHx", "A85", "Fl", "RL", "CCF", "DCT"}
)


@dataclass(slots=True)
class Graphics:
    """The graphics state, as far as a test asks for it."""

    font: DictionaryObject = field(default_factory=DictionaryObject)
    mode: int = 0
    fill: object = "DeviceGray"
    stroke: object = "DeviceGray"
    transparent: bool = False
    coloured: bool = True


def is_transparent(state: DictionaryObject) -> bool:
    """Return whether graphics parameters let what lies below shine through."""
    opacity = [number(at(state, key)) for key in ("/CA", "/ca")]
    mask, mode = at(state, "/SMask"), at(state, "/BM")
    modes = {name(one) for one in (items(mode) or [mode])} - {"", "Normal", "Compatible"}
    return (
        any(one is not None and one < 1 for one in opacity)
        or bool(modes)
        or (mask is not None and name(mask) != "None")
    )


@dataclass(frozen=True, slots=True)
class Surface:
    """Where a stream paints: its page, its resources, whether they are its own, and how deep it is called."""

    page: int
    resources: DictionaryObject
    own: bool
    depth: int = 0


@dataclass(slots=True)
class Painter:
    """Carries out one content stream and all that it calls."""

    painted: Painted
    tree: Tree
    surface: Surface
    marks: Marks
    graphics: Graphics
    calling: frozenset[int] = frozenset()
    _saved: list[Graphics] = field(default_factory=list)

    def run(self, content: bytes) -> None:
        """Carry out ``content``."""
        self.painted.enter()
        scanner = Scanner(content)
        for operator, operands in scanner.operations():
            self._do(operator, operands)
        if scanner.odd:
            self._tell(rules.HEXADECIMAL, "pdf_hexadecimal")
        if scanner.beyond:
            self._tell(rules.LIMIT, "pdf_stort_tal")

    def _tell(self, rule: Rule, reason: str) -> None:
        self.painted.tell(rule, self.surface.page, orsak=reason)

    def _do(self, operator: str, operands: list[Operand]) -> None:
        if operator in _SHOWS:
            self._show(operands)
        elif operator in _MARKED:
            self._mark(operator, operands)
        elif operator in _PAINTED:
            self._paint(operator, operands)
        elif operator in _COLOURED:
            self._colour(operator, operands)
        elif operator in _STATED:
            self._state(operator, operands)
        elif operator == "Do":
            self._call(operands)
        elif operator not in _SILENT:
            self._tell(rules.OPERATOR, "pdf_okand_operator")

    def _mark(self, operator: str, operands: list[Operand]) -> None:
        if operator == "EMC":
            self.marks.end()
        else:
            self.marks.begin(*self._named_mark(operands))

    def _colour(self, operator: str, operands: list[Operand]) -> None:
        if operator in _DEVICE:
            self._set_colour(_DEVICE[operator], stroke=operator.isupper())
        elif operator in {"cs", "CS"}:
            self._set_colour(self._colour_space(operands), stroke=operator == "CS")
        else:
            self._pattern(operands)

    def _state(self, operator: str, operands: list[Operand]) -> None:
        if operator == "q":
            self._save()
        elif operator == "Q":
            self.graphics = self._saved.pop() if self._saved else self.graphics
        elif operator == "Tf":
            self.graphics.font = dictionary(self._resource("/Font", operands[:1]))
        elif operator == "Tr":
            self.graphics.mode = int(operands[0]) if operands and isinstance(operands[0], float) else 0
        elif operator == "gs":
            self._set_parameters(dictionary(self._resource("/ExtGState", operands[-1:])))
        elif operator == "d1":
            self.graphics.coloured = False
        elif operands[-1:] and operands[-1] not in _INTENTS:
            self._tell(rules.RENDERING_INTENT, "pdf_atergivning")

    def _paint(self, operator: str, operands: list[Operand]) -> None:
        self._visible()
        if operator in _FILLS:
            self._use(self.graphics.fill)
        if operator in _STROKES:
            self._use(self.graphics.stroke)
        if operator == "sh":
            self._use(at(self._resource("/Shading", operands[-1:]), "/ColorSpace"))
        if operator == "BI":
            self._inline_image(operands)

    def _visible(self, *, is_text: bool = False) -> None:
        self.marks.paint(is_text=is_text)
        if self.graphics.transparent:
            self.painted.transparent.add(self.surface.page)

    def _named_mark(self, operands: list[Operand]) -> tuple[str, Mapping[str, object]]:
        """Return the tag of a mark and its properties, which may stand among the resources."""
        kind = operands[0] if operands else ""
        properties = operands[-1] if len(operands) > 1 else {}
        if isinstance(properties, Name):
            held = entries(self._resource("/Properties", [properties]))
            mcid = number(held.get("MCID"))
            return str(kind), {**held, "MCID": mcid}
        return str(kind), properties if isinstance(properties, dict) else {}

    def _save(self) -> None:
        self._saved.append(replace(self.graphics))
        if len(self._saved) == MAX_SAVED + 1:
            self._tell(rules.LIMIT, "pdf_for_manga_sparade")

    def _show(self, operands: list[Operand]) -> None:
        mode = self.graphics.mode
        self._visible(is_text=True)
        if mode in _TEXT_FILLS:
            self._use(self.graphics.fill)
        if mode in _TEXT_STROKES:
            self._use(self.graphics.stroke)
        shown = operands[-1] if operands else None
        how = (mode != _INVISIBLE, self.marks.here.spoken)
        for part in shown if isinstance(shown, list) else [shown]:
            if isinstance(part, bytes) and part and self.graphics.font:
                self.painted.show(self.graphics.font, self.surface.page, part, how)

    def _resource(self, kind: str, names: list[Operand]) -> object:
        """Return the named resource; what only the caller's resources have is named as a fault elsewhere."""
        if not names or not isinstance(names[0], Name):
            return None
        found = at(self.surface.resources, kind, f"/{names[0]}")
        if found is not None and not self.surface.own:
            self._tell(rules.RESOURCES, "pdf_lanade_resurser")
        return found

    def _colour_space(self, operands: list[Operand]) -> object:
        if operands and operands[-1] in {"DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern"}:
            return str(operands[-1])
        return self._resource("/ColorSpace", operands[-1:])

    def _set_colour(self, space: object, *, stroke: bool) -> None:
        self._use(space)
        if stroke:
            self.graphics.stroke = space
        else:
            self.graphics.fill = space

    def _use(self, space: object) -> None:
        if self.graphics.coloured:
            self.painted.colour(space, self.surface.resources, self.surface.page)

    def _pattern(self, operands: list[Operand]) -> None:
        """Carry out a tiling pattern, or take up the colours of a shading."""
        pattern = self._resource("/Pattern", operands[-1:])
        tiling = stream(pattern)
        self._use(at(pattern, "/Shading", "/ColorSpace"))
        if tiling is not None:
            self._called(tiling, self.marks.untested(), Graphics())

    def _inline_image(self, operands: list[Operand]) -> None:
        image = operands[0] if operands and isinstance(operands[0], dict) else {}
        space = image.get("CS", image.get("ColorSpace"))
        if isinstance(space, Name) and not image.get("IM", image.get("ImageMask")):
            plain = _SHORT.get(space, str(space))
            self._use(plain if plain.startswith("Device") else self._resource("/ColorSpace", [space]))
        filters = image.get("F", image.get("Filter"))
        if not _INLINE_FILTERS.issuperset(
            str(one) for one in (filters if isinstance(filters, list) else [filters]) if one
        ):
            self._tell(rules.INLINE_FILTER, "pdf_filter")
        if image.get("Intent", "Perceptual") not in _INTENTS:
            self._tell(rules.RENDERING_INTENT, "pdf_atergivning")
        if image.get("I", image.get("Interpolate")) is True:
            self._tell(rules.IMAGE, "pdf_interpolering")

    def _set_parameters(self, state: DictionaryObject) -> None:
        """Take up graphics parameters; what makes them transparent holds until they are changed."""
        if not state:
            return
        self.painted.states.setdefault(identity(state), State(state, self.surface.page))
        if "/Font" in state:
            self.graphics.font = dictionary(next(iter(items(at(state, "/Font"))), None))
        self.graphics.transparent |= is_transparent(state)

    def _call(self, operands: list[Operand]) -> None:
        found = stream(self._resource("/XObject", operands[-1:]))
        kind = name(at(found, "/Subtype"))
        if found is None:
            return
        if kind == "Image":
            self._visible()
            if not at(found, "/ImageMask"):
                self._use(at(found, "/ColorSpace"))
            if "/SMask" in found or at(found, "/SMaskInData"):
                self.painted.transparent.add(self.surface.page)
        elif kind == "Form":
            self._form(found)
        elif kind == "PS":
            self._tell(rules.FOREIGN_OBJECT, "pdf_postscript")

    def _form(self, form: StreamObject) -> None:
        if name(at(form, "/Group", "/S")) == "Transparency":
            self.painted.transparent.add(self.surface.page)
            self._use(at(form, "/Group", "/CS"))
        owner = integer(at(form, "/StructParents"))
        if owner is not None and identity(form) in self.painted.tagged_forms:
            self.painted.tell(rules.SHARED_CONTENT, self.surface.page)
        self.painted.tagged_forms |= {identity(form)} if owner is not None else set()
        self._called(form, self.marks.inside(owner), replace(self.graphics))

    def _called(self, called: StreamObject, marks: Marks, graphics: Graphics) -> None:
        """Carry out a stream that this one calls, unless it is called in a circle."""
        if self.surface.depth >= MAX_NESTED or id(called) in self.calling:
            return
        own = "/Resources" in called
        resources = dictionary(at(called, "/Resources")) if own else self.surface.resources
        surface = Surface(self.surface.page, resources, own, self.surface.depth + 1)
        painter = Painter(self.painted, self.tree, surface, marks, graphics, self.calling | {id(called)})
        painter.run(data(called))
        if marks.owner is not None:
            self.painted.marked.setdefault(marks.owner, set()).update(marks.used)
