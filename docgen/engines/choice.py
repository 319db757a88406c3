"""Which engines a run makes its PDFs with."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from docgen.engines.engine import Engines
from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.engines.typst import TypstEngine
from docgen.order import Engine


@contextmanager
def chosen(engine: Engine) -> Iterator[Engines]:
    """Give the engines of an order for as long as they are needed; nothing is started before the first document."""
    with LibreOfficeEngine() as office:
        match engine:
            case Engine.LIBREOFFICE:
                yield Engines(office)
            case Engine.TYPST:
                yield Engines(TypstEngine())
            case Engine.AUTO:
                yield Engines(TypstEngine(), office if shutil.which("soffice") else None)
