"""Convert: the Word file becomes a PDF."""

from collections.abc import Callable
from typing import NewType, Protocol, TypeVar, runtime_checkable

from docgen.engines.engine import Engines, PdfEngine
from docgen.errors import Finding, RecordError, Severity, TransientError
from docgen.stages.render import Docx
from docgen.typesetting.refusal import CannotSet

Pdf = NewType("Pdf", bytes)
Finished = TypeVar("Finished")

_NOT_THIS_DOCUMENT = {"trasig", "inga-sidor", "fel-dokument"}


@runtime_checkable
class RenewableEngine(PdfEngine, Protocol):
    """An engine that lives on between documents: it may have gone wrong without knowing it, and can start afresh."""

    def close(self) -> None:
        """End; a later ``convert`` starts anew."""
        ...


def pdf(docx: Docx, engines: Engines, finish: Callable[[Pdf], Finished]) -> tuple[Finished, tuple[Finding, ...]]:
    """Return the PDF as ``finish`` leaves it, and what is to be remarked of how it was made.

    What the first engine names as not settable is made by the second, where there is one, and told (P-15); without
    one the record fails with P-11.
    """
    try:
        return finished(docx, engines.first, finish), ()
    except CannotSet as refused:
        if engines.second is None:
            raise
        remark = Finding("P-15", "$", Severity.NOTE, refused.facts)
    return finished(docx, engines.second, finish), (remark,)


def finished(docx: Docx, engine: PdfEngine, finish: Callable[[Pdf], Finished]) -> Finished:
    """Return the PDF as ``finish`` leaves it; what may pass gets a second try, and then the record fails.

    What may pass is a fault that the engine tells of, and of an engine that can start afresh also a PDF in which
    ``finish`` does not know the document again: broken, without pages, or another's. The next try, and the next
    record, then get a fresh engine.
    """
    try:
        return _finished(docx, engine, finish)
    except TransientError:
        pass
    try:
        return _finished(docx, engine, finish)
    except TransientError as error:
        raise RecordError(error.code, (), **error.facts) from None


def _finished(docx: Docx, engine: PdfEngine, finish: Callable[[Pdf], Finished]) -> Finished:
    made = Pdf(engine.convert(docx))
    try:
        return finish(made)
    except RecordError as error:
        if not isinstance(engine, RenewableEngine) or error.facts.get("orsak") not in _NOT_THIS_DOCUMENT:
            raise
        engine.close()
        raise TransientError(error.code, **error.facts) from None
