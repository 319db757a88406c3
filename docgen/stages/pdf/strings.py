"""The strings in the drawing instructions of a PDF, told from what stands between them (ISO 32000-1, 7.3.4)."""

import re

from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.syntax import HEX

_DEPTH = 8  # how deep parentheses may stand within each other in a string


def _within_parentheses() -> bytes:
    inner = rb"[^()]*+"
    for _ in range(_DEPTH):
        inner = rb"[^()]*+(?:\(%b\)[^()]*+)*+" % inner
    return inner


_INNER = _within_parentheses()
STRING = rb"\(%b\)|%b" % (_INNER, HEX)
PROPERTIES = rb"(?:[^()<>]++|%b)*+" % STRING
BESIDE = b"\\\n"  # says nothing, and ends an octal number of less than three digits (7.3.4.2)

_LITERAL = re.compile(rb"\((%b)\)" % _INNER)
_OCTAL = ((b"\\", rb"\134"), (b"(", rb"\050"), (b")", rb"\051"))  # in this order
# Words that stand for others are no string that is shown, and a dictionary is none either.
_HEX_BEGINS = re.compile(rb"<(?<!ActualText<)\s*+[^</>\s]")
_HEX = re.compile(rb"<(?<!ActualText<)(?<!<<)([0-9A-Fa-f\s]*+)>")
_KERNED = re.compile(rb">[-\d.\s]*+<(?!<)")


def pieces(content: bytes) -> list[bytes]:
    """Return by turns what stands between strings and what stands in one; the last is what follows the last string.

    All strings are as literal ones, with octal numbers for their parentheses that are escaped. Raises Unreadable
    for a string that does not begin or end.
    """
    has_escapes = rb"\(" in content or rb"\)" in content
    parts, between = _parts(_in_octal(content) if has_escapes else content)
    if _HEX_BEGINS.search(between):
        parts, between = _parts(
            b"".join(b"(%b)" % one if place % 2 else _literal(one) for place, one in enumerate(parts))
        )
    if b"(" in between or b")" in between or _HEX_BEGINS.search(between):
        raise Unreadable
    return parts


def _parts(content: bytes) -> tuple[list[bytes], bytes]:
    """Return the pieces of a content, and all that stands between strings."""
    parts = _LITERAL.split(content)
    return parts, b"".join(parts[::2])


def _in_octal(content: bytes) -> bytes:
    for sign, octal in _OCTAL:
        content = content.replace(b"\\" + sign, octal)
    return content


def _literal(between: bytes) -> bytes:
    """Return hexadecimal strings as literal ones; LibreOffice has no others, and kerns between almost all letters."""
    return _HEX.sub(_of_hex, _KERNED.sub(b"", between))


def _of_hex(token: re.Match[bytes]) -> bytes:
    data = bytes.fromhex(token[1].decode())
    for sign, octal in _OCTAL:
        data = data.replace(sign, octal)
    return b"(%b)" % data
