"""A window that slides over a JSON text of any length, and gives the elements of an array one at a time."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import BinaryIO

from docgen.errors import BadInput

CHUNK = 1 << 20
LARGEST = 16 << 20
"""Characters in one record; what is larger is no record of a person's matter, but a file that is not what it seems."""

UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")

# What matters for where an element of an array ends: whole strings, brackets, commas, and a string that never ends.
_TOKEN = re.compile(r'"(?:[^"\\\n]|\\.)*"|[][{},"]')


class Window:
    """The part of a text that is in memory; ``at`` is the next character in ``text``, ``byte`` its place in the file.

    Raises BadInput J-03 for a byte that is not UTF-8, J-15 when what is looked for does not end.
    """

    def __init__(self, source: str, stream: BinaryIO, byte: int = 0) -> None:
        self.source, self.text, self.at, self.byte = source, "", 0, byte
        self.line, self.column = 1, 1
        self._stream, self._decoder, self._fed = stream, codecs.getincrementaldecoder("utf-8")(), byte
        self._ended = False
        self._begin()

    def _begin(self) -> None:
        """Pass over a byte order mark; refuse that of another encoding by name."""
        first = self._stream.read(CHUNK)
        if first.startswith(UTF16):
            raise BadInput("J-03", fil=self.source, orsak="utf16", byte="0")
        if first.startswith(codecs.BOM_UTF8):
            first = first.removeprefix(codecs.BOM_UTF8)
            self.byte, self._fed = len(codecs.BOM_UTF8), len(codecs.BOM_UTF8)
        self._feed(first)

    def more(self) -> bool:
        """Take in more of the text and let go of what was taken; tell whether there was any."""
        if self._ended:
            return False
        self.text, self.at = self.text[self.at :], 0
        if len(self.text) > LARGEST:
            raise BadInput("J-15", fil=self.source, mb=str(LARGEST >> 20), rad=str(self.line))
        self._feed(self._stream.read(CHUNK))
        return True

    def _feed(self, data: bytes) -> None:
        pending = len(self._decoder.getstate()[0])
        try:
            self.text += self._decoder.decode(data, final=not data)
        except UnicodeDecodeError as error:
            raise BadInput(
                "J-03", fil=self.source, orsak="inte_utf8", byte=str(self._fed - pending + error.start)
            ) from None
        self._fed += len(data)
        self._ended = not data

    def take(self, end: int) -> bytes:
        """Pass over the text up to ``end`` and return it."""
        taken = self.text[self.at : end]
        data = taken.encode()
        lines = taken.count("\n")
        self.line += lines
        self.column = len(taken) - taken.rfind("\n") if lines else self.column + len(taken)
        self.at, self.byte = end, self.byte + len(data)
        return data

    def next(self) -> str:
        """Pass over white space and return the character after it, "" at the end of the text."""
        while True:
            match = _SPACE.match(self.text, self.at)
            self.take(match.end() if match else self.at)
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.more():
                return ""

    def value(self) -> int | None:
        """Return where the JSON value that begins here ends, None when no value of this window does."""
        try:
            return _DECODER.raw_decode(self.text, self.at)[1]
        except (ValueError, RecursionError):
            return None


def elements(window: Window) -> Iterator[tuple[int, bytes]]:
    """Yield the place and the bytes of each element of the array whose bracket was just taken.

    Ends behind the closing bracket. Where the array itself breaks, ``Broken`` is raised and nothing after is read.
    Whether an element is JSON is for validate to say: an odd one is bounded by brackets and commas alone.
    """
    mark = ","
    begun = False
    while mark == ",":
        line, column = window.line, window.column
        if window.next() == "]" and not begun:
            break
        place, end, begun = window.byte, _element(window), True
        if end is None or end == window.at:
            raise Broken(line, column)
        data = window.take(end)
        mark = window.next()
        yield place, data.strip()
        if mark == ",":
            window.take(window.at + 1)
    window.take(window.at + 1)


class Broken(Exception):
    """An array that cannot be read on: the line and column behind what could be read."""

    def __init__(self, line: int, column: int) -> None:
        super().__init__()
        self.line, self.column = line, column


def _element(window: Window) -> int | None:
    """Return where the element that begins here ends, before its comma or bracket; None when the array breaks."""
    while True:
        end = window.value()
        if end is not None:
            separator = _SPACE.match(window.text, end)
            behind = separator.end() if separator else end
            if behind < len(window.text) and window.text[behind] in ",]":
                return end
        bound = _bound(window.text, window.at)
        if bound is not None:
            return bound if window.text[bound] in ",]" else None
        if not window.more():
            return None


def _bound(text: str, start: int) -> int | None:
    """Return where brackets and commas say that the element ends, None when they do not say it yet."""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        mark = token[0]
        if mark in "[{":
            depth += 1
        elif mark in "]}" and depth:
            depth -= 1
        elif depth == 0 and mark in ",]}":
            return token.start()
        elif mark == '"':  # a string that does not end on its line never will
            return token.start() if "\n" in text[token.start() :] else None
    return None
