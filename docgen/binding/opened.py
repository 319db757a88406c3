"""A finished PDF of anybody's, opened without trusting it."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pypdf import PdfReader

from docgen.conformance.objects import STUMBLES
from docgen.conformance.reading import quiet
from docgen.errors import BadInput, NoInput, NotPermitted

PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
MAX_PAGES = 2_000
_HEAD = 1024  # bytes in which the name of the format stands


class Unusable(Exception):
    """No pages can be had of a file; ``reason`` is the word that the messages explain."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@contextmanager
def parsing() -> Iterator[None]:
    """Turn what a damaged file does to its reader into Unusable, and keep parts of the file out of the log."""
    try:
        with quiet():
            yield
    except STUMBLES:
        raise Unusable("trasig") from None


def opened(data: bytes) -> PdfReader:
    """Return the file opened; raise Unusable when it is a picture, no PDF, damaged, locked, or without pages."""
    if data.startswith(PICTURES):
        raise Unusable("bild")
    if b"%PDF-" not in data[:_HEAD]:
        raise Unusable("ingen-pdf")
    with parsing():
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            raise Unusable("losenord")
        pages = len(reader.pages)
    if not 0 < pages <= MAX_PAGES:
        raise Unusable("sidantal" if pages else "inga-sidor")
    return reader


def named(file: Path) -> tuple[bytes, PdfReader]:
    """Return the bytes of a file that a command was given, and the file opened.

    Raises NoInput B-08 when it is not there, NotPermitted J-12 when it is closed, BadInput B-09 with the reason when
    it is of no use.
    """
    try:
        data = file.read_bytes()
    except PermissionError:
        raise NotPermitted("J-12", fil=str(file)) from None
    except OSError:
        raise NoInput("B-08", fil=str(file)) from None
    try:
        return data, opened(data)
    except Unusable as fault:
        raise BadInput("B-09", fil=str(file), orsak=fault.reason) from None
