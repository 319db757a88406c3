"""Signs of symbol fonts, which stand at private numbers, get those that everyone reads (ISO 19005-2, 6.2.11.7.3)."""

import re

from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.refusal import Unmendable
from docgen.stages.pdf.syntax import Ref, Value

# What Word writes with Symbol (the bullet) and Wingdings (all else) as bullets, boxes, arrows and ticks.
_SIGNS = {
    0xF028: "☎",
    0xF02A: "✉",
    0xF04A: "☺",
    0xF06C: "●",
    0xF06E: "■",
    0xF06F: "□",
    0xF071: "❑",
    0xF072: "❒",
    0xF075: "◆",
    0xF076: "❖",
    0xF09F: "•",
    0xF0A7: "▪",
    0xF0A8: "◻",
    0xF0B7: "•",
    0xF0D8: "➢",
    0xF0E0: "→",
    0xF0E8: "➔",
    0xF0F0: "⇨",
    0xF0FB: "✗",
    0xF0FC: "✓",
    0xF0FD: "☒",
    0xF0FE: "☑",
}
_SAID = re.compile(rb"(?<=> <)[0-9A-Fa-f]{4}(?=>)")
_PRIVATE = range(0xE000, 0xF900)


def publish(file: PdfFile) -> None:
    """Give every sign that a font's table names its public number; raise Unmendable ``tecken`` for one without."""
    for number, raw in list(file.raw.items()):
        if b"/ToUnicode" in raw:
            _publish(file, file.dictionary(Ref(number))[b"ToUnicode"])


def _publish(file: PdfFile, table: Value) -> None:
    before = file.stream(table)
    after = _SAID.sub(_public, before)
    if any(int(one, 16) in _PRIVATE for one in _SAID.findall(after)):
        raise Unmendable("tecken")
    if after != before:
        file.put_stream(table, after)


def _public(found: re.Match[bytes]) -> bytes:
    sign = _SIGNS.get(int(found[0], 16))
    return b"%04X" % ord(sign) if sign else found[0]
