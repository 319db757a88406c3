"""The text of the pages, read out of their own drawing instructions by their fonts' own tables (ISO 32000-1, 9)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.pages import contents, pages, resources
from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.syntax import HEX, Dictionary, Ref, Value, text

_ESCAPED = re.compile(rb"\\([()\\])")
_DEPTH = 8  # how deep parentheses may stand within each other in a string


def _within_parentheses() -> bytes:
    inner = rb"[^()]*+"
    for _ in range(_DEPTH):
        inner = rb"(?:[^()]++|\(%b\))*+" % inner
    return inner


_INNER = _within_parentheses()
_STRING = rb"\(%b\)|%b" % (_INNER, HEX)
_STRINGS = re.compile(_STRING)
_ARRAY = rb"(?:%b|[-\d.\s]++)*+" % _STRING
PROPERTIES = rb"(?:[^()<>]++|%b)*+" % _STRING
# Each way begins with a letter of its own: so the search passes over all else at once. Most strings follow their font.
_TOKEN = re.compile(
    rb"/(?:(?P<font>\w+)\s+[-\d.]+\s+Tf\b(?:[-\d.\s]*+(?:Tm\s*+)?(?:\[(?P<run>%b)\]\s*TJ\b|(?P<one>\(%b\))))?+"
    rb"|(?P<form>\w+)\s+Do\b|(?P<named>[^\s<>()]+)\s+BDC\b)"
    rb"|\[(?P<array>%b)\]\s*TJ\b"
    rb"|\((?P<literal>%b\))"
    rb"|<(?:(?P<hex>[0-9A-Fa-f\s]*+>)|(?P<marked><(?:[^()<>]++|%b|<<%b>>)*+>>)\s*BDC\b)"
    rb"|B(?P<plain>MC)\b|E(?P<end>MC)\b(?P<next>/\w+<</MCID \d+>>BDC\b)?+"
    % (_ARRAY, _INNER, _ARRAY, _INNER, _STRING, PROPERTIES)
)
_ACTUAL = re.compile(rb"/ActualText\s*(%b)" % _STRING)
_LEFT = re.compile(rb"[()<>]")
_BETWEEN = re.compile(rb">[^<]*<")
_SECTION = re.compile(rb"beginbfchar(.*?)endbfchar", re.DOTALL)
_PAIR = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>")
_RANGES = b"beginbfrange"
_WIDE = b"/Type0"
_BIG_ENDIAN = b"\xfe\xff"
_BESIDE = b"\\\n"  # says nothing, and ends an octal number of less than three digits (7.3.4.2)


class Characters(dict[int, str]):
    """What each code of a font says; Unreadable is raised for one that says nothing."""

    def __missing__(self, code: int) -> str:
        """Refuse a code."""
        raise Unreadable


@dataclass(frozen=True, slots=True)
class Font:
    """How the codes of a font are read: one or two bytes each, and what each of them says."""

    wide: bool
    characters: Characters

    def read(self, escaped: bytes) -> str:
        """Return what codes say, which stand as in a literal string; raise Unreadable when one says nothing."""
        codes = escaped.decode("unicode_escape")
        if self.wide:
            codes = (_BIG_ENDIAN + codes.encode("latin-1")).decode("utf-16")  # several times quicker than "utf-16-be"
        return codes.translate(self.characters)


def page_texts(file: PdfFile) -> list[str]:
    """Return the text of each page in the order in which it is drawn, without spaces that only positions show."""
    fonts: dict[Ref, Font] = {}
    return [_page_text(file, page, fonts) for page in pages(file)]


def characters(cmap: bytes) -> Characters:
    """Return what each code says, by a ToUnicode table."""
    if _RANGES in cmap:
        raise Unreadable
    pairs = _PAIR.findall(b"".join(_SECTION.findall(cmap)))
    return Characters({int(code, 16): _said(said) for code, said in pairs})


@lru_cache(maxsize=1000)
def _said(code: bytes) -> str:
    return bytes.fromhex(code.decode()).decode("utf-16-be")


def _page_text(file: PdfFile, page: Ref, fonts: dict[Ref, Font]) -> str:
    content = b"\n".join(file.stream(one) for one in contents(file, page))
    return _Drawing(file, resources(file, page), fonts).text(content)


def _octal(escape: re.Match[bytes]) -> bytes:
    return b"\\%03o" % escape[1][0]


def _codes(strings: bytes) -> bytes:
    """Return the codes of strings with kerning between them, as in one literal string.

    LibreOffice kerns between almost all letters.
    """
    if strings.startswith(b"(") and strings.endswith(b")") and strings.count(b"(") == 1:
        return strings[1:-1]
    if b"(" not in strings:
        strings = _BETWEEN.sub(b"", strings)
    return _BESIDE.join(one[1:-1] if one.startswith(b"(") else _escaped(one) for one in _STRINGS.findall(strings))


def _escaped(token: bytes) -> bytes:
    return bytes.fromhex(token[1:-1].decode()).replace(b"\\", rb"\134")


@lru_cache(maxsize=64)  # a hard space and a hyphen, mostly
def _actual(properties: bytes) -> str:
    """Return the words that a file gives for a marked stretch."""
    found = _ACTUAL.search(properties)
    if found is None:
        raise Unreadable
    return text(found[1])


@dataclass(slots=True)
class _Drawing:
    """Follows drawing instructions for what they say.

    ``open`` tells of each marked stretch if its text is replaced, ``replaced`` in how many it is.
    """

    file: PdfFile
    resources: Dictionary
    fonts: dict[Ref, Font]
    named: dict[bytes, Font] = field(default_factory=dict)
    name: bytes = b""
    font: Font | None = None
    open: list[bool] = field(default_factory=list)
    replaced: int = 0
    said: list[str] = field(default_factory=list)
    codes: list[bytes] = field(default_factory=list)

    def text(self, content: bytes) -> str:
        """Return the text; raise Unreadable when a string is left over that nothing shows."""
        parts, step = _TOKEN.split(_ESCAPED.sub(_octal, content)), _TOKEN.groups + 1
        if _LEFT.search(b"".join(parts[::step])):
            raise Unreadable
        self._follow(zip(*(parts[place::step] for place in range(1, step)), strict=True))
        self._read()
        return "".join(self.said)

    def _follow(self, tokens: Iterable[tuple[bytes, ...]]) -> None:
        for font, run, one, form, named, array, literal, hexadecimal, marked, plain, end, following in tokens:
            if font and font != self.name:
                self._use(font)
            shown = run or one or array or (literal and b"(" + literal) or (hexadecimal and b"<" + hexadecimal)
            if shown:
                if not self.replaced:
                    self.codes.append(_codes(shown))
            elif end:
                self.replaced -= self.open.pop()
                self.open += [False] if following else []
            elif mark := marked or named or plain:
                self._mark(mark)
            elif form:
                self._form(form)

    def _read(self) -> None:
        """Say what has been shown in one font."""
        if self.codes:
            if self.font is None:
                raise Unreadable
            self.said.append(self.font.read(_BESIDE.join(self.codes)))
            self.codes.clear()

    def _mark(self, properties: bytes) -> None:
        """Note a marked stretch; where the file says what stands there in other words than the font does, so do we."""
        is_replaced = b"/ActualText" in properties
        if is_replaced and not self.replaced:
            self._read()
            self.said.append(_actual(properties))
        self.open.append(is_replaced)
        self.replaced += is_replaced

    def _use(self, name: bytes) -> None:
        if name not in self.named:
            self.named[name] = self._font(self._resource(b"Font", name))
        self._read()
        self.name, self.font = name, self.named[name]

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
