"""Lines and surfaces that LibreOffice draws without saying that they are decoration."""

import re
from collections.abc import Iterator

from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.pages import contents
from docgen.stages.pdf.refusal import Unmendable
from docgen.stages.pdf.strings import PROPERTIES
from docgen.stages.pdf.syntax import Ref

_MARK = re.compile(
    rb"(?P<begin>/[^\s<>\[\]()/]++\s*+(?:BMC|<<%b>>\s*BDC|/[^\s<>\[\]()/]++\s+BDC)\b)|(?<=\s)EMC\b" % PROPERTIES
)
_DRAWS = re.compile(rb"(?<![^\s])(?:[SsFfBb]\*?|sh|Do)(?=\s|\Z)")
_WRITES = re.compile(rb"\bT[jJ]\b")


def mark(file: PdfFile, page: Ref) -> None:
    """Have all that is drawn on a page outside its structure be decoration (ISO 14289-1, 7.1).

    Raises Unmendable ``otaggad`` for words there.
    """
    for stream in contents(file, page):
        before = file.stream(stream)
        after = b"".join(_marked(before))
        if after != before:
            file.put_stream(stream, after)


def _marked(content: bytes) -> Iterator[bytes]:
    depth = done = 0
    for found in _MARK.finditer(content):
        if found["begin"]:
            if not depth:
                yield _decoration(content[done : found.start()])
                done = found.start()
            depth += 1
        else:
            depth -= 1
            if not depth:
                yield content[done : found.end()]
                done = found.end()
    yield _decoration(content[done:])


def _decoration(drawing: bytes) -> bytes:
    if _WRITES.search(drawing):
        raise Unmendable("otaggad")
    return b"\n/Artifact BMC%b\nEMC\n" % drawing if _DRAWS.search(drawing) else drawing
