"""A tag of a template: where it stands, what shape it has and what it says."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from docgen.templating.lint.story import Kind, Paragraph

LEVELS = ("tr", "tc", "p", "r")
"""What docxtpl takes away with the tag: its row, its cell, its paragraph, its run."""
OPENS = {
    "if": "endif",
    "for": "endfor",
    "with": "endwith",
    "filter": "endfilter",
    "macro": "endmacro",
    "call": "endcall",
    "set": "endset",
    "block": "endblock",
    "autoescape": "endautoescape",
    "raw": "endraw",
}
CLOSES = {end: begin for begin, end in OPENS.items()}
MIDDLES = ("elif", "else")
CELL_TAGS = ("vm", "hm", "colspan", "cellbg")
FORBIDDEN = ("include", "import", "from", "extends", "block", "autoescape", "do", "trans", "break", "continue")
WORDS = frozenset({*OPENS, *CLOSES, *MIDDLES, *CELL_TAGS, *FORBIDDEN, "print"})
"""Every first word of a statement that Jinja or docxtpl knows, allowed or not."""

_FIRST = re.compile(r"\s*([^\W\d]\w*)\s*(.*)", re.DOTALL)
_ASSIGNS = re.compile(r"\s*[\w.,\s()]+=(?!=)")


class Span(NamedTuple):
    """A stretch of a paragraph's text."""

    at: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """Return the text as it stands."""
        return self.at.text[self.start : self.end]


class Shape(StrEnum):
    """The three shapes of a tag, as they begin."""

    PRINT = "{{"
    STATEMENT = "{%"
    COMMENT = "{#"

    @property
    def end(self) -> str:
        """Return how the shape ends."""
        return {"{{": "}}", "{%": "%}", "{#": "#}"}[self]


@dataclass(frozen=True, slots=True, eq=False)
class Tag:
    """One tag.

    ``code`` is what it says without braces, prefix and minus signs, with straight quotes; ``written`` is the whole as
    it stands. ``sound``: nothing has been said against how it is written, so its place in the document can be judged.
    ``cut``: where it begins or ends is not known.
    """

    at: Paragraph
    start: int
    end: int
    shape: Shape
    level: str
    code: str
    written: str
    sound: bool = True
    cut: bool = False

    @property
    def order(self) -> tuple[int, int]:
        """Return what orders the tags of a part."""
        piece = self.at.piece(self.start)
        return piece.order, self.start - piece.start

    @property
    def word(self) -> str:
        """Return the first word of a statement, empty for other tags."""
        found = _FIRST.match(self.code) if self.shape is Shape.STATEMENT else None
        return found[1] if found else ""

    @property
    def rest(self) -> str:
        """Return what stands after the first word."""
        found = _FIRST.match(self.code)
        return found[2].strip() if found else self.code

    @property
    def opens(self) -> bool:
        """Tell whether a block begins here; ``set`` begins one only when it does not say what the name is to be."""
        return self.word in OPENS and not (self.word == "set" and _ASSIGNS.match(self.rest))

    @property
    def text(self) -> str:
        """Return the tag as a message shows it."""
        return shown(self.written)

    def like(self, word: str) -> str:
        """Return a statement of the same level, as it is to be written."""
        return f"{{%{self.level} {word} %}}"


def shown(text: str) -> str:
    """Return ``text`` so short that it can stand in a sentence."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= _LONGEST else f"{one_line[:_LONGEST]}…"


_LONGEST = 80


def straightened(code: str, kind: Kind) -> str:
    """Return ``code`` with the quotes that docxtpl makes straight; it leaves those in properties as they are."""
    return code if kind is Kind.PROPERTY else code.translate(_CURLY)


_CURLY = str.maketrans("“”‘’", "\"\"''")  # noqa: RUF001 (the quotes that Word puts in)
