"""Colours, graphics parameters and pictures: nothing that depends on the machine that shows them (6.2.3 to 6.2.10)."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypdf.generic import DictionaryObject, StreamObject

from docgen.conformance import rules
from docgen.conformance.finding import Finding
from docgen.conformance.objects import Unreadable, at, data, dictionary, identity, integer, items, name, number, stream
from docgen.conformance.painted import Colour, Painted
from docgen.conformance.reading import Document

MAX_NESTED = 8
_COMPONENTS = {b"RGB ": 3, b"CMYK": 4, b"GRAY": 1, b"Lab ": 3}
_OUTPUT = frozenset({b"RGB ", b"CMYK", b"GRAY"})
_OUTPUT_CLASSES = frozenset({b"prtr", b"mntr"})
_INPUT_CLASSES = frozenset({b"prtr", b"mntr", b"scnr", b"spac"})
_HEADER = 128
_TOO_NEW = 5
_BLENDS = frozenset(
    {"Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn"}
    | {"HardLight", "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity"}
)
_INTENTS = frozenset({"RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"})
_DEPTHS = frozenset({1, 2, 4, 8, 16})


@dataclass(frozen=True, slots=True)
class Profile:
    """What the header of an ICC profile says (ICC.1:2010, 7.2)."""

    major: int
    kind: bytes
    space: bytes


def findings(document: Document, painted: Painted) -> Iterator[Finding]:
    """Yield what is wrong with the colours, graphics parameters and pictures of a file."""
    intents = [dictionary(one) for one in items(at(document.root, "/OutputIntents"))]
    yield from _output_intents(intents)
    output = _output_space(intents)
    for colour in painted.colours.values():
        yield from _space(colour, colour.space, output, 0)
    for state in painted.states.values():
        yield from _state(state.entries, state.page)
    for page in document.pages:
        grouped = at(page.entries, "/Group", "/CS") is not None
        if page.number in painted.transparent and output is None and not grouped:
            yield rules.TRANSPARENCY.at("pdf_sida", page.number, orsak="pdf_genomskinlighet")
    for value in document.objects.values():
        found = stream(value)
        if found is not None:
            yield from _external(found)


def _output_intents(intents: list[DictionaryObject]) -> Iterator[Finding]:
    profiles = [one for one in intents if stream(at(one, "/DestOutputProfile")) is not None]
    if len({identity(at(one, "/DestOutputProfile")) for one in profiles}) > 1:
        yield rules.OUTPUT_INTENT.at("pdf_fargprofil", orsak="pdf_flera_profiler")
    for one in intents:
        if name(at(one, "/S")) == "GTS_PDFX" and "/DestOutputProfileRef" in one:
            yield rules.OUTPUT_INTENT.at("pdf_fargprofil", orsak="pdf_profil_utanfor")
    for one in profiles:
        profile = _profile(at(one, "/DestOutputProfile"))
        if (
            profile is None
            or profile.kind not in _OUTPUT_CLASSES
            or profile.space not in _OUTPUT
            or profile.major >= _TOO_NEW
        ):
            yield rules.OUTPUT_INTENT.at("pdf_fargprofil", orsak="pdf_fel_profil")
        elif integer(at(one, "/DestOutputProfile", "/N")) not in {None, _COMPONENTS[profile.space]}:
            yield rules.OUTPUT_INTENT.at("pdf_fargprofil", orsak="pdf_fel_antal_farger")


def _output_space(intents: list[DictionaryObject]) -> bytes | None:
    """Return the colour space of the output intent for archives, None when the file has none."""
    for one in intents:
        profile = _profile(at(one, "/DestOutputProfile"))
        if name(at(one, "/S")) == "GTS_PDFA1" and profile is not None:
            return profile.space
    return None


def _profile(value: object) -> Profile | None:
    try:
        raw = data(value)
    except Unreadable:
        return None
    return Profile(raw[8], raw[12:16], raw[16:20]) if len(raw) >= _HEADER else None


def _space(colour: Colour, space: object, output: bytes | None, depth: int) -> Iterator[Finding]:
    """Yield what a colour space depends on: its own, or those it is made of."""
    kind = space if isinstance(space, str) else name(next(iter(items(space)), None))
    kind = str(kind).removeprefix("/")
    parts = items(space)
    if kind in {"DeviceGray", "DeviceRGB", "DeviceCMYK"}:
        yield from _device(colour, kind, output, depth)
    elif kind == "ICCBased":
        yield from _based(colour, stream(parts[1]) if len(parts) > 1 else None)
    elif depth < MAX_NESTED:
        inner = {"Indexed": 1, "Pattern": 1, "Separation": 2, "DeviceN": 2}.get(kind, len(parts))
        if inner < len(parts):
            yield from _space(colour, _named(parts[inner]), output, depth + 1)
        if kind == "DeviceN" and len(items(parts[1])) > 32:  # noqa: PLR2004 - ISO 19005-2, 6.1.13
            yield rules.LIMIT.at("pdf_sida", colour.page, orsak="pdf_for_manga_farger")


def _named(value: object) -> object:
    return name(value) or value


def _device(colour: Colour, kind: str, output: bytes | None, depth: int) -> Iterator[Finding]:
    """Yield a colour of the device's own that no output intent says the meaning of."""
    default = at(colour.resources, "/ColorSpace", f"/Default{kind.removeprefix('Device')}")
    if default is not None and depth < MAX_NESTED:
        yield from _space(colour, _named(default), output, MAX_NESTED)
    elif output is None or {"DeviceRGB": b"RGB ", "DeviceCMYK": b"CMYK"}.get(kind, output) != output:
        yield rules.DEVICE_COLOUR.at("pdf_sida", colour.page, orsak="pdf_farg_utan_profil")


def _based(colour: Colour, found: StreamObject | None) -> Iterator[Finding]:
    profile = _profile(found)
    if (
        profile is None
        or profile.kind not in _INPUT_CLASSES
        or profile.space not in _COMPONENTS
        or profile.major >= _TOO_NEW
    ):
        yield rules.COLOUR_PROFILE.at("pdf_sida", colour.page, orsak="pdf_fel_profil")
    elif integer(at(found, "/N")) != _COMPONENTS[profile.space]:
        yield rules.COLOUR_PROFILE.at("pdf_sida", colour.page, orsak="pdf_fel_antal_farger")


def _state(state: DictionaryObject, page: int) -> Iterator[Finding]:
    """Yield graphics parameters that archives may not have (6.2.5, 6.2.6, 6.2.10)."""
    transfers = "/TR" in state or "/HTP" in state or name(at(state, "/TR2")) not in {"", "Default"}
    if transfers or ("/TR2" in state and not name(at(state, "/TR2"))):
        yield rules.GRAPHICS_STATE.at("pdf_sida", page, orsak="pdf_overforing")
    half = dictionary(at(state, "/HT"))
    if half and (number(at(half, "/HalftoneType")) not in {1, 5} or "/HalftoneName" in half):
        yield rules.GRAPHICS_STATE.at("pdf_sida", page, orsak="pdf_raster")
    if name(at(state, "/RI")) not in _INTENTS | {""}:
        yield rules.RENDERING_INTENT.at("pdf_sida", page, orsak="pdf_atergivning")
    modes = items(at(state, "/BM")) or [at(state, "/BM")]
    if any(name(one) not in _BLENDS | {""} for one in modes):
        yield rules.TRANSPARENCY.at("pdf_sida", page, orsak="pdf_blandning")


def _external(found: StreamObject) -> Iterator[Finding]:
    """Yield what is wrong with a picture or a form by itself (6.2.8, 6.2.9)."""
    kind = name(at(found, "/Subtype"))
    if kind == "Image":
        yield from _image(found)
    if kind == "Form":
        if name(at(found, "/Subtype2")) == "PS" or "/PS" in found or "/OPI" in found:
            yield rules.FOREIGN_OBJECT.at("pdf_bild", orsak="pdf_postscript")
        if "/Ref" in found:
            yield rules.REFERENCE_OBJECT.at("pdf_bild", orsak="pdf_hanvisning")


def _image(found: StreamObject) -> Iterator[Finding]:
    if "/Alternates" in found or "/OPI" in found:
        yield rules.IMAGE.at("pdf_bild", orsak="pdf_bildalternativ")
    if str(at(found, "/Interpolate")) == "True":
        yield rules.IMAGE.at("pdf_bild", orsak="pdf_interpolering")
    depth, mask = integer(at(found, "/BitsPerComponent")), str(at(found, "/ImageMask")) == "True"
    if depth is not None and depth not in ({1} if mask else _DEPTHS):
        yield rules.IMAGE.at("pdf_bild", orsak="pdf_bitdjup")
    if name(at(found, "/Intent")) not in _INTENTS | {""}:
        yield rules.RENDERING_INTENT.at("pdf_bild", orsak="pdf_atergivning")
