"""PDF by Typst, in this process: the finished Word file read, written as a Typst program and typeset.

Tagged and archival by construction (PDF/A-2a and PDF/UA-1), and the same bytes each time: the program knows no clock,
no network and no file but its own.
"""

import os
import re
import shutil
import weakref
from collections.abc import Mapping
from functools import cached_property, lru_cache

import typst

from docgen.engines import private_folder
from docgen.errors import RecordError
from docgen.typesetting import reading, writing
from docgen.typesetting.fonts import Faces, FontFile
from docgen.typesetting.model import Document
from docgen.typesetting.refusal import CannotSet, Construct

# Its threads would wait for each other's pages, and run while they wait. The library asks for it at its first document.
os.environ.setdefault("RAYON_NUM_THREADS", "1")

_NAMED = re.compile(r"panicked with: docgen: (.+)")


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
        self._desk.lay(program.files)
        try:
            made = self._compiler.compile(input=program.main, pdf_standards=["a-2a", "ua-1"], timestamp=0)
        except typst.TypstError as error:
            raise _understood(error) from None
        except BaseException as error:
            # A panic of the library is none of Python's own exceptions, and costs this document, not the batch.
            if type(error).__name__ != "PanicException":
                raise
            del self._compiler
            raise RecordError("P-14") from None
        if not isinstance(made, bytes):
            raise RecordError("P-14")
        return made

    @cached_property
    def _desk(self) -> "_Desk":
        return _Desk()

    @cached_property
    def _compiler(self) -> typst.Compiler:
        return typst.Compiler(root=self._desk.folder, font_paths=_fonts(), ignore_system_fonts=True)


class _Desk:
    """The folder with all that a program may read: nothing else on the machine is within its reach.

    What lies there unchanged is read and understood only once, so the next document finds it where it was.
    """

    def __init__(self) -> None:
        self.folder = private_folder.made()
        self._laid: set[str] = set()
        weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)

    def lay(self, files: Mapping[str, bytes]) -> None:
        """Lay out ``files`` and take away what was another document's; raise OutputFailed S-04 for want of room."""
        try:
            for name in self._laid - files.keys():
                (self.folder / name).unlink()
                self._laid.discard(name)
            for name in files.keys() - self._laid:
                (self.folder / name).write_bytes(files[name])
                self._laid.add(name)
        except OSError as error:
            raise private_folder.no_room(error) from None


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
