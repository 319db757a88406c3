"""Records in which every value that could be somebody's is marked, and the search for the marks."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from conftest import SAMPLES
from pypdf import PdfReader
from pypdf.generic import StreamObject

from docgen.documents.catalogue import KINDS
from docgen.documents.rule import Setting
from docgen.errors import RecordError
from docgen.outcome import Place
from docgen.stages import validate
from docgen.stages.read import Raw

MARK = re.compile(r"zqk[a-z]{3}qz", re.IGNORECASE)
_DIGITS = re.compile(r"(?:19|20)?\d{6}[-+ ]?\d{4}")
_NOBODYS = re.compile(r"\$\.(?:dokument|arende|anmarkning_godkand|organ|rubrik|afsender|\$schema)\b|.*(?:\.dnr|organ)$")
"""What tells of the document, its matter and the authority: titles, numbers and days, the name of the committee."""


def marked(value: object, may: Callable[[str], bool]) -> tuple[object, list[str]]:
    """Return a record with a mark in every text whose path ``may`` be marked, and those paths; like texts stay like."""
    paths: list[str] = []
    numbers: dict[str, int] = {}

    def at(one: object, path: str) -> object:
        if isinstance(one, dict):
            return {name: at(inner, f"{path}.{name}") for name, inner in one.items()}
        if isinstance(one, list):
            return [at(inner, f"{path}[{index}]") for index, inner in enumerate(one)]
        if not isinstance(one, str) or _NOBODYS.match(path) or not may(path):
            return one
        paths.append(path)
        number = numbers.setdefault(one, len(numbers))
        letters = (chr(97 + number // 676 % 26), chr(97 + number // 26 % 26), chr(97 + number % 26))
        return f"{one} Zqk{''.join(letters)}qz"

    return at(value, "$"), paths


def whole(sample: Path, setting: Setting) -> tuple[object, list[str]]:
    """Return a sample with as many marks as its model and rules let it have, and where they are."""
    value = json.loads(sample.read_text(encoding="utf-8"))
    refused: set[str] = set()

    def may(path: str) -> bool:
        return not any(path.startswith(one) for one in refused)

    for _ in range(40):
        record, paths = marked(value, may)
        try:
            validate.record(Raw(Place("e", 1), json.dumps(record).encode()), setting)
        except RecordError as error:
            refused |= {one.path for one in error.findings} or set(paths)
        else:
            return record, paths
    return value, []


def personal(record: object) -> Iterator[str]:
    """Yield the personal numbers in a record, as they are written, without signs, and without the century."""
    for number in _DIGITS.findall(json.dumps(record)):
        digits = re.sub(r"\D", "", number)
        yield from {number, digits, f"{digits[-10:-4]}-{digits[-4:]}", digits[-10:]}


def samples() -> Mapping[str, list[Path]]:
    """Return the samples of each kind."""
    return {slug: sorted((SAMPLES / slug).glob("*.json")) for slug in KINDS}


def hits(data: bytes, *more: str) -> set[str]:
    """Return the marks, and what else is looked for, in bytes: as they are, in UTF-16 and, case-folded, in a name."""
    texts = [data.decode("latin-1"), data.decode("utf-16-le", "ignore"), data[1:].decode("utf-16-le", "ignore")]
    return {found for text in texts for found in MARK.findall(text)} | {
        one for one in more for text in texts if one in text
    }


def around(document: Path) -> bytes:
    """Return what a document says besides its own text: of a Word file its properties, of a PDF its metadata."""
    if document.suffix == ".docx":
        with zipfile.ZipFile(document) as package:
            names = [name for name in package.namelist() if not re.match(r"word/(?:document|header|footer)", name)]
            return b"\n".join(part.encode() + package.read(part) for part in names)
    reader = PdfReader(io.BytesIO(document.read_bytes()))
    packet = reader.root_object["/Metadata"]
    assert isinstance(packet, StreamObject)
    return str(reader.metadata).encode() + packet.get_data()
