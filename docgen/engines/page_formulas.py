"""The fields of a Word file that LibreOffice would print wrongly, made into what it prints rightly.

A protokollsutdrag numbers its pages on from each body's own protocol: ``{ = { PAGE } + 11 }`` in
the header, which Word computes and LibreOffice prints as an error text. ``{ SECTIONPAGES }`` keeps
the result it had when the template was saved. Neither is told by LibreOffice, so every formula is
either understood here or refused.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from docgen.errors import RecordError

_DOCUMENT = "word/document.xml"
_PARTS = re.compile(r"word/(?:document|header|footer|footnotes|endnotes)[^/]*\.xml")
_SUSPECT = re.compile(rb"""(?:instrText[^>]*>|instr=["'])\s*(?:=|SECTIONPAGES)""", re.IGNORECASE)
_BODY = re.compile(rb"<(\w+:)?body>")
_BLOCK = re.compile(rb"<(?:\w+:)?(p|tbl)[\s/>]")
# No higher than a twentieth of a point. LibreOffice 25.2 prints no number beyond the page count where a table begins
# the document, whatever the order to number its pages; a paragraph can bear that order in every version.
_NO_HEIGHT = (
    b'<%(w)bp><%(w)bpPr><%(w)bspacing %(w)bbefore="0" %(w)bafter="0" %(w)bline="1" %(w)blineRule="exact"/>'
    b"</%(w)bpPr></%(w)bp>"
)
_SECTION = re.compile(rb"<(?:\w+:)?sectPr[\s/>]")
_SWITCHES = r"(?:\s*\\\*\s*(?:MERGEFORMAT|CHARFORMAT|Arabic)|\s*\\#\s*\"?0\"?)*"
_PAGE = re.compile(rf"PAGE{_SWITCHES}", re.IGNORECASE)
_FORMULA = re.compile(rf"=\s*(?:<page>\s*\+\s*(\d{{1,4}})|(\d{{1,4}})\s*\+\s*<page>|<page>){_SWITCHES}", re.IGNORECASE)


@dataclass(slots=True)
class _Field:
    """A field while its part is read: byte places, depth in the tree, the instruction so far."""

    start: int
    depth: int
    simple: bool
    end: int = 0
    instruction: str = ""
    has_result: bool = False
    is_whole: bool = True
    parent: "_Field | None" = None


@dataclass(slots=True)
class _FieldReader:
    """Finds the fields of a part; ``found`` holds them in the order in which they end."""

    part: bytes
    found: list[_Field] = field(default_factory=list)
    innermost: _Field | None = None
    depth: int = 0
    in_instruction: bool = False

    def read(self) -> list[_Field]:
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = lambda name, attrs: self._opened(name, attrs, parser.CurrentByteIndex)
        parser.EndElementHandler = lambda name: self._closed(name, parser.CurrentByteIndex)
        parser.CharacterDataHandler = self._text
        parser.Parse(self.part, True)
        if self.innermost:
            raise expat.ExpatError
        return self.found

    def _opened(self, name: str, attributes: Mapping[str, str], place: int) -> None:
        self.depth += 1
        local = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
        match name.rpartition(" ")[2], local.get("fldCharType"):
            case "fldChar", "begin":
                self._begin(place, simple=False)
            case "fldChar", "separate" if self.innermost:
                self.innermost.has_result = True
            case "fldChar", "end":
                self._end(place)
            case "fldSimple", _:
                opened = self._begin(place, simple=True)
                opened.instruction, opened.has_result = local.get("instr", ""), True
            case "instrText", _:
                self.in_instruction = True

    def _closed(self, name: str, place: int) -> None:
        match name.rpartition(" ")[2]:
            case "fldSimple":
                self._end(place)
            case "instrText":
                self.in_instruction = False
        self.depth -= 1
        inside = self.innermost
        while inside:
            # A field that leaves its own paragraph or link cannot be replaced as one stretch.
            inside.is_whole &= self.depth >= inside.depth - 2
            inside = inside.parent

    def _text(self, text: str) -> None:
        if self.in_instruction and self.innermost and not self.innermost.has_result:
            self.innermost.instruction += text

    def _begin(self, place: int, *, simple: bool) -> _Field:
        self.innermost = _Field(place, self.depth, simple, parent=self.innermost)
        return self.innermost

    def _end(self, place: int) -> None:
        ended = self.innermost
        if ended is None:
            return
        ended.end = self.part.index(b">", place) + 1
        ended.is_whole &= self.depth == ended.depth
        self.found.append(ended)
        self.innermost = ended.parent
        if ended.parent and not ended.parent.has_result:
            is_page = _PAGE.fullmatch(ended.instruction.strip())
            ended.parent.instruction += "<page>" if is_page else "<?>"


@dataclass(slots=True)
class _PartWriter:
    """Rewrites one part."""

    name: str
    part: bytes
    is_one_section: bool

    def write(self) -> bytes:
        try:
            fields = _FieldReader(self.part).read()
        except expat.ExpatError:
            raise self._refusal() from None
        pieces, done = [], 0
        for found, replacement in self._replacements(fields):
            pieces += [self.part[done : found.start], replacement]
            done = found.end
        return b"".join([*pieces, self.part[done:]])

    def _replacements(self, fields: list[_Field]) -> Iterator[tuple[_Field, bytes]]:
        for found in fields:
            instruction = found.instruction.strip()
            if instruction.startswith("="):
                yield found, self._page_number(found, instruction)
            elif instruction.upper().startswith("SECTIONPAGES"):
                yield found, self._page_count(found)

    def _page_number(self, found: _Field, instruction: str) -> bytes:
        """Return the text that the bridge exchanges for a page number with an offset."""
        formula = _FORMULA.fullmatch(instruction)
        stands_alone = found.is_whole and not found.simple and found.parent is None
        if formula is None or not stands_alone:
            raise self._refusal()
        offset = int(formula[1] or formula[2] or 0)
        prefix = self.part[found.start + 1 : self.part.index(b"fldChar", found.start)]
        return b"<%st>{{docgen+%d}}</%st>" % (prefix, offset, prefix)

    def _page_count(self, found: _Field) -> bytes:
        """Return the field as a count of all pages, which is the same in a document of one section."""
        source = self.part[found.start : found.end]
        text, count = re.subn(rb"SECTIONPAGES", b"NUMPAGES", source, flags=re.IGNORECASE)
        if count != 1 or found.parent or not self.is_one_section:
            raise self._refusal()
        return text

    def _refusal(self) -> RecordError:
        return RecordError("P-05", dokumentdel=self.name)


def prepare(docx: bytes) -> bytes:
    """Return ``docx`` with its page formulas exchanged for marks; the same bytes when it has none.

    The mark of a page number that runs on by 11 is the text ``{{docgen+11}}``: the bridge exchanges
    it for a number, and one that it should miss is a rest of the template, refused at the finish.
    Raises ``RecordError`` P-05 for a formula that is not understood and P-06 for what is no Word file.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(docx)) as package:
            return _prepared(docx, package)
    except (zipfile.BadZipFile, KeyError):
        raise RecordError("P-06") from None


def _prepared(docx: bytes, package: zipfile.ZipFile) -> bytes:
    parts = {name: package.read(name) for name in package.namelist() if _PARTS.fullmatch(name)}
    suspects = {name: part for name, part in parts.items() if _SUSPECT.search(part)}
    if not suspects:
        return docx
    is_one_section = len(_SECTION.findall(parts[_DOCUMENT])) == 1
    changed = {name: _PartWriter(name, part, is_one_section).write() for name, part in suspects.items()}
    changed[_DOCUMENT] = _begun(changed.get(_DOCUMENT, parts[_DOCUMENT]))
    return _repacked(package, changed)


def _begun(document: bytes) -> bytes:
    """Return the body with a paragraph first, where a table was."""
    body = _BODY.search(document)
    first = _BLOCK.search(document, body.end()) if body else None
    if body is None or first is None or first[1] != b"tbl":
        return document
    return document[: body.end()] + _NO_HEIGHT % {b"w": body[1] or b""} + document[body.end() :]


def _repacked(package: zipfile.ZipFile, changed: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as copy:
        for name in package.namelist():
            copy.writestr(zipfile.ZipInfo(name), changed.get(name) or package.read(name))
    return target.getvalue()
