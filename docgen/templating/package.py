"""A Word file as a zip archive: what does not change is packed once, and the same parts give the same bytes.

The layout is that of the .ZIP specification, 4.3: local headers and data, the central directory, its end. Every time
is the first of 1980, so that no clock reaches the file.
"""

import io
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Self

from docgen.order import Packing

try:
    from isal.isal_zlib import compress as _compress_fast
    from isal.isal_zlib import crc32

    FASTEST = 0  # isal's levels begin at 0, which is packed too: 5 % larger than 1, and half the time
except ImportError:  # no wheel for this machine: the standard library packs the same parts
    from zlib import compress as _compress_fast
    from zlib import crc32

    FASTEST = 1

__all__ = ["CONTENT_TYPES", "DECLARATION", "DEFLATE", "Block", "crc32", "unpacked"]

CONTENT_TYPES = "[Content_Types].xml"
DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\n"
"""What a part of XML begins with, as lxml writes it."""
STORED_SUFFIXES = (".png", ".jpg", ".jpeg")

_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_VERSION = 20
_UTF8 = 0x800
_FIRST_DAY = (1 << 5) | 1  # 1980-01-01 in the format of MS-DOS
_DEFLATED, _STORED = 8, 0


def _smallest(content: bytes) -> bytes:
    return zlib.compress(content, 6, -15)


def _fastest(content: bytes) -> bytes:
    return _compress_fast(content, FASTEST, -15)


DEFLATE: Mapping[Packing, Callable[[bytes], bytes]] = {Packing.SNABB: _fastest, Packing.LITEN: _smallest}
"""What packs the bytes of one part."""


@dataclass(frozen=True, slots=True)
class Block:
    """Members of an archive that are packed already: their bytes, and their rows in the directory from offset 0 on."""

    content: bytes
    directory: bytes
    count: int

    @classmethod
    def of(cls, members: Mapping[str, bytes]) -> Self:
        """Return the members packed: the content types first, then by name."""
        names = sorted(members, key=lambda name: (name != CONTENT_TYPES, name))
        content, rows = bytearray(), []
        for name in names:
            header, row = _entry(name, members[name], _smallest, len(content))
            content += header
            rows.append(row)
        return cls(bytes(content), b"".join(rows), len(names))

    def with_members(self, members: Iterable[tuple[str, bytes]], packing: Packing) -> bytes:
        """Return the whole archive: this block, then ``members``."""
        deflate = DEFLATE[packing]
        pieces, rows, offset = [self.content], [self.directory], len(self.content)
        for name, content in members:
            header, row = _entry(name, content, deflate, offset)
            pieces.append(header)
            rows.append(row)
            offset += len(header)
        directory = b"".join(rows)
        count = self.count + len(rows) - 1
        end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), offset, 0)
        return b"".join((*pieces, directory, end))


def _entry(name: str, content: bytes, deflate: Callable[[bytes], bytes], offset: int) -> tuple[bytes, bytes]:
    """Return a member's header with its packed bytes, and its row in the directory."""
    encoded = name.encode()
    flags = 0 if name.isascii() else _UTF8
    stored = name.lower().endswith(STORED_SUFFIXES)
    packed = content if stored else deflate(content)
    method = _STORED if stored else _DEFLATED
    sizes = (crc32(content), len(packed), len(content))
    local = _LOCAL.pack(b"PK\3\4", _VERSION, flags, method, 0, _FIRST_DAY, *sizes, len(encoded), 0)
    central = _CENTRAL.pack(
        *(b"PK\1\2", _VERSION, _VERSION, flags, method, 0, _FIRST_DAY, *sizes, len(encoded), 0, 0, 0, 0, 0, offset)
    )
    return local + encoded + packed, central + encoded


def unpacked(content: bytes) -> dict[str, bytes]:
    """Return the members of an archive that we or python-docx have made."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
