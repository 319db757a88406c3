"""What a Word file would fetch from outside itself when LibreOffice opens it.

LibreOffice can be kept from the network by its settings, but reads a picture linked from the disk
whatever they say: another person's file would stand in the document.
"""

import io
import zipfile
from collections.abc import Mapping
from xml.parsers import expat

from docgen.errors import RecordError

# A link is only followed by its reader; LibreOffice leaves the attached template alone.
_HARMLESS = ("/hyperlink", "/attachedTemplate")
_FOREIGN_DOCUMENT = "/aFChunk"


def refuse(docx: bytes) -> None:
    """Raise ``RecordError`` P-07 for a file that draws on another, P-06 for what is no Word file."""
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            for name in package.namelist():
                if name.endswith(".rels") and _fetches(package.read(name)):
                    raise RecordError("P-07", dokumentdel=name)
    except (zipfile.BadZipFile, expat.ExpatError):
        raise RecordError("P-06") from None


def _fetches(relationships: bytes) -> bool:
    found: list[Mapping[str, str]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda _name, attributes: found.append(attributes)
    parser.Parse(relationships, True)
    return any(_is_fetched(link.get("Type", ""), link.get("TargetMode")) for link in found)


def _is_fetched(kind: str, mode: str | None) -> bool:
    outside = mode == "External" and not kind.endswith(_HARMLESS)
    return outside or kind.endswith(_FOREIGN_DOCUMENT)
