"""Pictures of few colours, such as a municipality's logotype, stored as a palette and one byte a dot.

Both engines store three bytes a dot, which makes a letter a good deal larger than it need be.
"""

import re
import zlib
from collections.abc import Iterator
from functools import lru_cache

from docgen.stages.pdf.file import DEFLATED, PdfFile, is_stream
from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.syntax import Dictionary, Ref, Value

_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_HEAD = 400  # bytes in which a stream says what it is
_COLOURS = 256
_SAMPLE = 30_000  # bytes at the top of a picture that tell a photograph at once
_CODED = {b"DecodeParms", b"Decode", b"Mask", b"ImageMask"}


def shrink(file: PdfFile) -> None:
    """Store each picture of at most 256 colours by its palette; it is shown as it was, dot by dot."""
    for number, raw in list(file.raw.items()):
        if b"/Image" in raw[:_HEAD] and is_stream(raw) and _PICTURE.search(raw, 0, _HEAD):
            _shrink(file, Ref(number))


def _shrink(file: PdfFile, picture: Ref) -> None:
    head = file.dictionary(picture)
    found = _indexed(file.stored(picture)) if _is_simple(file, head) else None
    if found:
        palette, dots = found
        last = b"%d" % (len(palette) // 3 - 1)
        head[b"ColorSpace"] = [b"/Indexed", head[b"ColorSpace"], last, b"<%b>" % palette.hex().encode()]
        file.store(picture, dots, DEFLATED)


def _is_simple(file: PdfFile, head: Dictionary) -> bool:
    """Tell whether a picture's dots are three bytes each, and nothing else."""
    deflated = head.get(b"Filter") == DEFLATED and _CODED.isdisjoint(head)
    return deflated and head.get(b"BitsPerComponent") == b"8" and _is_rgb(file, head.get(b"ColorSpace", b""))


def _is_rgb(file: PdfFile, space: Value) -> bool:
    """Tell whether colours are three numbers, red, green and blue."""
    found = file.resolved(space)
    if isinstance(found, list) and found[0] == b"/ICCBased":
        return file.dictionary(found[1])[b"N"] == b"3"
    return found == b"/DeviceRGB"


@lru_cache(maxsize=16)  # a run has few logotypes and many letters
def _indexed(stored: bytes) -> tuple[bytes, bytes] | None:
    """Return the palette of a picture and its deflated dots; None when it has too many colours."""
    data = zlib.decompress(stored)
    if len(data) % 3:
        raise Unreadable
    if len(set(_dots(data[:_SAMPLE]))) > _COLOURS:
        return None
    places = {dot: place for place, dot in enumerate(dict.fromkeys(_dots(data)))}
    if len(places) > _COLOURS:
        return None
    palette = bytes(part for dot in places for part in dot)
    return palette, zlib.compress(bytes(map(places.__getitem__, _dots(data))), zlib.Z_BEST_COMPRESSION)


def _dots(data: bytes) -> Iterator[tuple[int, int, int]]:
    return zip(data[0::3], data[1::3], data[2::3], strict=True)
