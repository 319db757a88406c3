"""Character maps: what the codes in a string are, and which character or glyph each stands for (ISO 32000-1, 9.7.5)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from docgen.conformance.tokens import Name, Operand, Scanner

MAX_CODES = 500_000
PREDEFINED = frozenset(
    {"Identity-H", "Identity-V", "83pv-RKSJ-H", "90ms-RKSJ-H", "90ms-RKSJ-V", "90msp-RKSJ-H", "90msp-RKSJ-V"}
    | {
        "90pv-RKSJ-H",
        "Add-RKSJ-H",
        "Add-RKSJ-V",
        "B5pc-H",
        "B5pc-V",
        "CNS-EUC-H",
        "CNS-EUC-V",
        "ETen-B5-H",
        "ETen-B5-V",
    }
    | {"ETenms-B5-H", "ETenms-B5-V", "EUC-H", "EUC-V", "Ext-RKSJ-H", "Ext-RKSJ-V", "GB-EUC-H", "GB-EUC-V", "GBK-EUC-H"}
    | {"GBK-EUC-V", "GBK2K-H", "GBK2K-V", "GBKp-EUC-H", "GBKp-EUC-V", "GBpc-EUC-H", "GBpc-EUC-V", "H", "HKscs-B5-H"}
    | {"HKscs-B5-V", "KSC-EUC-H", "KSC-EUC-V", "KSCms-UHC-H", "KSCms-UHC-HW-H", "KSCms-UHC-HW-V", "KSCms-UHC-V"}
    | {"KSCpc-EUC-H", "UniCNS-UCS2-H", "UniCNS-UCS2-V", "UniCNS-UTF16-H", "UniCNS-UTF16-V", "UniGB-UCS2-H"}
    | {"UniGB-UCS2-V", "UniGB-UTF16-H", "UniGB-UTF16-V", "UniJIS-UCS2-H", "UniJIS-UCS2-HW-H", "UniJIS-UCS2-HW-V"}
    | {"UniJIS-UCS2-V", "UniJIS-UTF16-H", "UniJIS-UTF16-V", "UniKS-UCS2-H", "UniKS-UCS2-V", "UniKS-UTF16-H"}
    | {"UniKS-UTF16-V", "V"}
)
"""The character maps that need not be in the file (ISO 32000-1, table 118)."""


@dataclass(slots=True)
class CharacterMap:
    """A map as its stream says: characters and glyphs by code, and between which codes codes lie.

    ``told`` counts the codes that the stream has spoken of, so that no stream can speak for ever.
    """

    unicode: dict[int, str] = field(default_factory=dict)
    glyphs: dict[int, int] = field(default_factory=dict)
    spaces: list[tuple[bytes, bytes]] = field(default_factory=list)
    entries: dict[str, Operand] = field(default_factory=dict)
    told: int = 0

    def codes(self, shown: bytes) -> Iterator[int]:
        """Yield the codes in a string."""
        place = 0
        while place < len(shown):
            size = self._length(shown[place : place + 4])
            yield int.from_bytes(shown[place : place + size], "big")
            place += size

    def _length(self, ahead: bytes) -> int:
        for low, high in self.spaces:
            head = ahead[: len(low)]
            if len(head) == len(low) and all(a <= b <= c for a, b, c in zip(low, head, high, strict=False)):
                return len(low)
        return max(1, min((len(low) for low, _ in self.spaces), default=2))


def two_bytes() -> CharacterMap:
    """Return the map Identity: two bytes are the number of the glyph."""
    return CharacterMap(spaces=[(b"\x00\x00", b"\xff\xff")])


def read(data: bytes) -> CharacterMap:
    """Return the map in a stream; what in it is no map is passed over."""
    found = CharacterMap()
    for operator, operands in Scanner(data).operations():
        if operator == "endcodespacerange":
            found.spaces += [(a, b) for a, b in _pairs(operands) if isinstance(a, bytes) and isinstance(b, bytes)]
        elif operator in {"endbfchar", "endcidchar"}:
            for code, value in _pairs(operands):
                _put(found, code, value)
        elif operator in {"endbfrange", "endcidrange"}:
            _ranges(found, operands)
        elif operator == "def":
            _define(found, operands)
    return found


def _pairs(operands: list[Operand]) -> Iterator[tuple[Operand, Operand]]:
    return zip(operands[::2], operands[1::2], strict=False)


def _define(found: CharacterMap, operands: list[Operand]) -> None:
    for key, value in zip(operands[-2:-1], operands[-1:], strict=True):
        if isinstance(key, Name):
            found.entries[key] = value


def _ranges(found: CharacterMap, operands: list[Operand]) -> None:
    for low, high, value in zip(operands[::3], operands[1::3], operands[2::3], strict=False):
        if not (isinstance(low, bytes) and isinstance(high, bytes)):
            continue
        first, last = int.from_bytes(low, "big"), int.from_bytes(high, "big")
        for step in range(min(last - first + 1, MAX_CODES - found.told)):
            _put(found, (first + step).to_bytes(max(len(high), 1), "big"), _next(value, step))


def _next(value: Operand, step: int) -> Operand:
    """Return what a range gives its code number ``step``."""
    if isinstance(value, list):
        return value[step] if step < len(value) else None
    if isinstance(value, bytes):
        number = int.from_bytes(value, "big") + step
        return number.to_bytes(max(len(value), (number.bit_length() + 7) // 8), "big")
    return value + step if isinstance(value, float) else None


def _put(found: CharacterMap, code: Operand, value: Operand) -> None:
    if not isinstance(code, bytes):
        return
    found.told += 1
    number = int.from_bytes(code, "big")
    if isinstance(value, bytes):
        found.unicode[number] = value.decode("utf-16-be", "replace") if len(value) > 1 else value.decode("latin-1")
    elif isinstance(value, float):
        found.glyphs[number] = int(value)
