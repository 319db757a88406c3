"""Convert: the Word file becomes a PDF."""

from typing import NewType

from docgen.engines.engine import PdfEngine
from docgen.errors import RecordError, TransientError
from docgen.stages.render import Docx

Pdf = NewType("Pdf", bytes)


def pdf(docx: Docx, engine: PdfEngine) -> Pdf:
    """Return the PDF; a passing fault of the engine gets a second try, and then the record fails."""
    try:
        return Pdf(engine.convert(docx))
    except TransientError:
        pass
    try:
        return Pdf(engine.convert(docx))
    except TransientError as error:
        raise RecordError(error.code, (), **error.facts) from None
