"""The text of the pages, read out of their own drawing instructions by their fonts' own tables (ISO 32000-1, 9)."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.fonts import Font
from docgen.stages.pdf.pages import contents, pages, resources
from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.strings import BESIDE, pieces
from docgen.stages.pdf.syntax import HEX, Dictionary, Ref, Value, text

# What there is between strings that has to do with words.
_STEP = re.compile(
    rb"/(?:(?P<font>\w+\s+[-\d.]+)\s+Tf\b|(?P<form>\w+)\s+Do\b|(?P<other>ActualText)\s*(?P<words>%b)?)"
    rb"|(?P<mark>BDC|BMC|EMC)\b" % HEX
)
_KERNING = b"-.0123456789 \t\r\n"
_WIDE = b"/Type0"


def page_texts(file: PdfFile) -> list[str]:
    """Return the text of each page in the order in which it is drawn, without spaces that only positions show."""
    fonts: dict[Ref, Font] = {}
    return [_page_text(file, page, fonts) for page in pages(file)]


def _page_text(file: PdfFile, page: Ref, fonts: dict[Ref, Font]) -> str:
    content = b"\n".join(file.stream(one) for one in contents(file, page))
    return _Drawing(file, resources(file, page), fonts).text(content)


def _ends(between: bytes) -> bool:
    """Tell whether a marked stretch ends here, and no other begins."""
    return b"EMC" in between and b"BDC" not in between and b"BMC" not in between


@lru_cache(maxsize=64)  # a hard space and a hyphen, mostly
def _words(token: bytes) -> str:
    return text(token)


@dataclass(slots=True, eq=False)
class _Hand:
    """What is written in one font: its strings, and at which places what they say belongs."""

    font: Font
    strings: list[bytes] = field(default_factory=list)
    places: list[int] = field(default_factory=list)


@dataclass(slots=True)
class _Drawing:
    """Follows drawing instructions for what they say.

    ``hands`` are the fonts as they are set, by name and size. ``depth`` tells in how many marked
    stretches this is, from the first whose text is replaced by ``words``; ``inside`` that it is in a dictionary.
    """

    file: PdfFile
    resources: Dictionary
    fonts: dict[Ref, Font]
    hands: dict[bytes, _Hand] = field(default_factory=dict)
    by_font: dict[Ref, _Hand] = field(default_factory=dict)
    hand: _Hand | None = None
    depth: int = 0
    inside: bool = False
    words: str | None = None
    said: list[str] = field(default_factory=list)

    def text(self, content: bytes) -> str:
        """Return the text; raise Unreadable when a string is left over that nothing shows."""
        *parts, rest = pieces(content)
        hands, said = self.hands, self.said
        for before, string in zip(parts[::2], parts[1::2], strict=True):
            if self.depth == 1 and _ends(before):
                self.depth = 0
            # Mostly a string is preceded by its font and nothing else that counts.
            begin = before.rfind(b"/")
            hand = hands.get(before[begin : before.find(b" Tf", begin)])
            if hand is None or self.depth or self.inside or b"/ActualText" in before or b"Do" in before:
                self._follow(before)
                self._take(before, string)
            else:
                self.hand = hand
                hand.strings.append(string)
                hand.places.append(len(said))
                said.append("")
        self._follow(rest)
        return self._read()

    def _read(self) -> str:
        for hand in self.by_font.values():
            for place, words in zip(hand.places, hand.font.read(hand.strings), strict=True):
                self.said[place] = words
        return "".join(self.said)

    def _follow(self, between: bytes) -> None:
        for font, form, other, words, mark in _STEP.findall(between):
            if font:
                self._use(font)
            elif mark:
                self._mark(mark)
            elif other:
                self.words = _words(words) if words else ""
            else:
                self._form(form)
        begin, end = between.rfind(b"<<"), between.rfind(b">>")
        self.inside = begin > end if begin != end else self.inside

    def _take(self, before: bytes, string: bytes) -> None:
        """Show a string, or know it for something else."""
        if self.inside:
            if before.rstrip().endswith(b"/ActualText"):
                self.words = _words(b"(%b)" % string)
        elif self.depth:
            pass
        elif self.hand is None:
            raise Unreadable
        elif not before.strip(_KERNING) and self.hand.strings:
            self.hand.strings[-1] += BESIDE + string
        else:
            self.hand.strings.append(string)
            self.hand.places.append(len(self.said))
            self.said.append("")

    def _mark(self, mark: bytes) -> None:
        """Note a marked stretch; where the file says what stands there in other words than the font does, so do we."""
        if mark == b"EMC":
            self.depth = max(0, self.depth - 1)
        elif self.depth:
            self.depth += 1
        elif self.words is not None:
            self.said.append(self.words)
            self.depth = 1
        self.words = None

    def _use(self, sized: bytes) -> None:
        key = b"/" + sized
        if key not in self.hands:
            at = self._resource(b"Font", sized.split()[0])
            self.hands[key] = self.by_font.setdefault(at, _Hand(self._font(at)))
        self.hand = self.hands[key]

    def _font(self, at: Ref) -> Font:
        if at not in self.fonts:
            found = self.file.dictionary(at)
            self.fonts[at] = Font.of(self.file.stream(found[b"ToUnicode"]), wide=found[b"Subtype"] == _WIDE)
        return self.fonts[at]

    def _form(self, name: bytes) -> None:
        """Say what a form says; a picture says nothing here."""
        at = self._resource(b"XObject", name)
        found = self.file.dictionary(at)
        if found[b"Subtype"] == b"/Form":
            inner: Value = found.get(b"Resources", self.resources)
            within = _Drawing(self.file, self.file.dictionary(inner), self.fonts)
            self.said.append(within.text(self.file.stream(at)))

    def _resource(self, kind: bytes, name: bytes) -> Ref:
        found = self.file.dictionary(self.resources[kind])[name]
        if not isinstance(found, Ref):
            raise Unreadable
        return found
