"""The text of the pages, read out of their own drawing instructions by their fonts' own tables (ISO 32000-1, 9)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.pages import contents, pages, resources
from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.syntax import HEX, Dictionary, Ref, Value, text

_ESCAPED = ((rb"\\", rb"\134"), (rb"\(", rb"\050"), (rb"\)", rb"\051"))
_DEPTH = 8  # how deep parentheses may stand within each other in a string


def _within_parentheses() -> bytes:
    inner = rb"[^()]*+"
    for _ in range(_DEPTH):
        inner = rb"(?:[^()]++|\(%b\))*+" % inner
    return inner


_INNER = _within_parentheses()
_STRING = rb"\(%b\)|%b" % (_INNER, HEX)
_STRINGS = re.compile(_STRING)
PROPERTIES = rb"(?:[^()<>]++|%b)*+" % _STRING
# Each way begins with a letter of its own: so the search passes over all else at once.
_TOKEN = re.compile(
    rb"/(?:(?P<font>\w+)\s+[-\d.]+\s+Tf\b|(?P<form>\w+)\s+Do\b|(?P<named>[^\s<>()]+)\s+BDC\b)"
    rb"|\[(?P<array>(?:%b|[-\d.\s]++)*+)\]\s*TJ\b"
    rb"|\((?P<literal>%b)\)"
    rb"|<(?:(?P<hex>[0-9A-Fa-f\s]*+)>|(?P<marked><(?:[^()<>]++|%b|<<%b>>)*+>>)\s*BDC\b)"
    rb"|B(?P<plain>MC)\b|E(?P<end>MC)\b" % (_STRING, _INNER, _STRING, PROPERTIES)
)
_ACTUAL = re.compile(rb"/ActualText\s*(%b)" % _STRING)
_LEFT = re.compile(rb"[()<>]")
_BETWEEN = re.compile(rb">[^<]*<")
_SECTION = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_RANGES = b"beginbfrange"
_WIDE = b"/Type0"


@dataclass(frozen=True, slots=True)
class Font:
    """How the codes of a font are read: one or two bytes each, and what each of them says."""

    wide: bool
    characters: Mapping[int, str]

    def read(self, codes: bytes) -> str:
        """Return what ``codes`` say; raise Unreadable when one of them says nothing."""
        drawn = codes.decode("utf-16-be" if self.wide else "latin-1")
        if not self.characters.keys() >= set(map(ord, drawn)):
            raise Unreadable
        return drawn.translate(self.characters)


def page_texts(file: PdfFile) -> list[str]:
    """Return the text of each page in the order in which it is drawn, without spaces that only positions show."""
    fonts: dict[Ref, Font] = {}
    return [_page_text(file, page, fonts) for page in pages(file)]


def characters(cmap: bytes) -> dict[int, str]:
    """Return what each code says, by a ToUnicode table."""
    if _RANGES in cmap:
        raise Unreadable
    pairs = _PAIR.findall(b"".join(_SECTION.findall(cmap)))
    return {int(code, 16): bytes.fromhex(said.decode()).decode("utf-16-be") for code, said in pairs}


def _page_text(file: PdfFile, page: Ref, fonts: dict[Ref, Font]) -> str:
    content = b"\n".join(file.stream(one) for one in contents(file, page))
    return _Drawing(file, resources(file, page), fonts).text(content)


def _codes(token: bytes) -> bytes:
    """Return the codes of a string whose escapes are all octal or a letter."""
    if token.startswith(b"<"):
        return bytes.fromhex(token[1:-1].decode())
    return token[1:-1].decode("unicode_escape").encode("latin-1")


def _actual(properties: bytes) -> str:
    """Return the words that a file gives for a marked stretch."""
    found = _ACTUAL.search(properties)
    if found is None:
        raise Unreadable
    return text(found[1])


def _array(strings: bytes) -> bytes:
    """Return the codes of strings with kerning between them; LibreOffice kerns between almost all letters."""
    if b"(" not in strings:
        strings = _BETWEEN.sub(b"", strings)
    return b"".join(map(_codes, _STRINGS.findall(strings)))


@dataclass(slots=True)
class _Drawing:
    """Follows drawing instructions for what they say; ``open`` tells of each marked stretch if its text is replaced."""

    file: PdfFile
    resources: Dictionary
    fonts: dict[Ref, Font]
    named: dict[bytes, Font] = field(default_factory=dict)
    font: Font | None = None
    open: list[bool] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    codes: list[bytes] = field(default_factory=list)

    def text(self, content: bytes) -> str:
        """Return the text; raise Unreadable when a string is left over that nothing shows."""
        for escape, octal in _ESCAPED:
            content = content.replace(escape, octal)
        if _LEFT.search(_TOKEN.sub(self._token, content)):
            raise Unreadable
        self._read()
        return "".join(self.said)

    def _token(self, found: re.Match[bytes]) -> bytes:
        kind = found.lastgroup or ""
        value = found[kind]
        match kind:
            case "array":
                self._show(_array(value))
            case "font":
                self._use(value)
            case "literal" | "hex":
                self._show(_codes(found[0]))
            case "marked" | "named" | "plain":
                self._mark(value)
            case "end":
                self.open.pop()
            case _:
                self._form(value)
        return b""

    def _show(self, codes: bytes) -> None:
        if True not in self.open:
            self.codes.append(codes)

    def _read(self) -> None:
        """Say what has been shown in one font."""
        if self.codes:
            if self.font is None:
                raise Unreadable
            self.said.append(self.font.read(b"".join(self.codes)))
            self.codes.clear()

    def _mark(self, properties: bytes) -> None:
        """Note a marked stretch; where the file says what stands there in other words than the font does, so do we."""
        replaced = b"/ActualText" in properties
        if replaced and True not in self.open:
            self._read()
            self.said.append(_actual(properties))
        self.open.append(replaced)

    def _use(self, name: bytes) -> None:
        if name not in self.named:
            self.named[name] = self._font(self._resource(b"Font", name))
        if self.named[name] is not self.font:
            self._read()
            self.font = self.named[name]

    def _font(self, at: Ref) -> Font:
        if at not in self.fonts:
            found = self.file.dictionary(at)
            table = characters(self.file.stream(found[b"ToUnicode"]))
            self.fonts[at] = Font(found[b"Subtype"] == _WIDE, table)
        return self.fonts[at]

    def _form(self, name: bytes) -> None:
        """Say what a form says; a picture says nothing here."""
        at = self._resource(b"XObject", name)
        found = self.file.dictionary(at)
        if found[b"Subtype"] == b"/Form":
            self._read()
            inner: Value = found.get(b"Resources", self.resources)
            within = _Drawing(self.file, self.file.dictionary(inner), self.fonts)
            self.said.append(within.text(self.file.stream(at)))

    def _resource(self, kind: bytes, name: bytes) -> Ref:
        found = self.file.dictionary(self.resources[kind])[name]
        if not isinstance(found, Ref):
            raise Unreadable
        return found
