"""PDF by Typst, in this process: the finished Word file read, written as a Typst program and typeset.

Tagged and archival by construction (PDF/A-2a and PDF/UA-1), and the same bytes each time: the program knows no clock,
no file and no network.
"""

import re
from functools import cached_property, lru_cache
from pathlib import Path

import typst

from docgen.errors import RecordError
from docgen.typesetting import reading, writing
from docgen.typesetting.fonts import Faces, FontFile
from docgen.typesetting.model import Document
from docgen.typesetting.refusal import CannotSet, Construct

_NAMED = re.compile(r"panicked with: docgen: (.+)")
_ROOT = Path(writing.__file__).parent  # a program can read nothing but itself


class TypstEngine:
    """Makes PDFs in this process; the fonts are looked for at the first document."""

    def convert(self, docx: bytes) -> bytes:
        """Return the tagged PDF/A-2a and PDF/UA-1 of a finished Word file.

        Raises ``CannotSet`` P-11 for what cannot be set as Word would, ``RecordError`` P-06 (no Word file) and P-14
        (Typst refuses the program, which is a fault of ours).
        """
        return self.typeset(reading.read(docx))

    def typeset(self, document: Document) -> bytes:
        """Return the PDF of a document that is read; raise as ``convert``."""
        program = writing.write(document, faces())
        files = {"main.typ": program.main.encode(), **program.modules}
        try:
            # The library's own types know no dictionary of files, its documentation does.
            made = self._compiler.compile(input=files, pdf_standards=["a-2a", "ua-1"], timestamp=0)  # type: ignore[type-var]
        except typst.TypstError as error:
            raise _understood(error) from None
        if not isinstance(made, bytes):
            raise RecordError("P-14")
        return made

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(root=_ROOT, font_paths=_fonts(), ignore_system_fonts=True)


@lru_cache(maxsize=1)
def faces() -> Faces:
    """Return the fonts of the machine, looked for once in a process' life."""
    return Faces(
        FontFile(one.family, one.style != "normal", one.weight, one.stretch, one.path, one.index)
        for one in _fonts().fonts()
        if one.path
    )


@lru_cache(maxsize=1)
def _fonts() -> typst.Fonts:
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=False)


def _understood(error: typst.TypstError) -> RecordError:
    """Return what Typst's refusal means: a construct that only the layout could tell, or a fault of ours."""
    named = _NAMED.search(str(error.message))
    return CannotSet([Construct("word/document.xml", 0, named[1])]) if named else RecordError("P-14")
