"""What a file says of itself that is no longer so once other pages, or a lock, are laid on it."""

import re

from pypdf import PdfWriter
from pypdf.generic import StreamObject

ARCHIVAL, ACCESSIBLE = "pdfaid", "pdfuaid"


def withdraw(writer: PdfWriter, *schemas: str) -> None:
    """Take back what the XMP packet of a file claims in ``schemas``; everything else in it stays."""
    names = "|".join(schemas)
    element = rf"\s*<(?P<name>(?:{names}):\w+)>[^<]*</(?P=name)>"
    attribute = rf"\s(?:{names}):\w+\s*=\s*(?:\"[^\"]*\"|'[^']*')"
    found = writer.root_object.get("/Metadata")
    packet = found.get_object() if found is not None else None
    if isinstance(packet, StreamObject):
        packet.set_data(re.sub(f"{element}|{attribute}".encode(), b"", packet.get_data()))
