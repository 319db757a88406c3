"""What the pages of a file paint, as the tests of fonts and colours ask for it."""

from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject

from docgen.conformance.finding import Finding, Rule
from docgen.conformance.objects import Unreadable, identity

MAX_STREAMS = 20_000


@dataclass(slots=True)
class Use:
    """How a font is used: the strings shown, by whether they are visible and whether an ActualText stands for them."""

    font: DictionaryObject
    page: int
    strings: dict[tuple[bool, bool], set[bytes]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour space as it is used: its name or array, the resources that may replace it, and the page."""

    space: object
    resources: DictionaryObject
    page: int


@dataclass(frozen=True, slots=True)
class State:
    """A dictionary of graphics parameters as it is used on a page."""

    entries: DictionaryObject
    page: int


@dataclass(slots=True)
class Painted:
    """All that the pages paint; ``marked`` are the content numbers by the number of their stream in the parent tree."""

    found: dict[Finding, None] = field(default_factory=dict)
    fonts: dict[int, Use] = field(default_factory=dict)
    colours: dict[tuple[object, int, int], Colour] = field(default_factory=dict)
    states: dict[int, State] = field(default_factory=dict)
    tagged_forms: set[int] = field(default_factory=set)
    transparent: set[int] = field(default_factory=set)
    marked: dict[int, set[int]] = field(default_factory=dict)
    streams: int = 0

    def tell(self, rule: Rule, page: int, **facts: str) -> None:
        """Take up that a page breaks a rule; the same fault of a page is told once."""
        self.found.setdefault(rule.at("pdf_sida", page, **facts))

    def enter(self) -> None:
        """Count a content stream; raise Unreadable when there are more than any document has."""
        self.streams += 1
        if self.streams > MAX_STREAMS:
            raise Unreadable("pdf_for_stor")

    def colour(self, space: object, resources: DictionaryObject, page: int) -> None:
        """Take up that a colour space is used."""
        if space is not None:
            key = (space if isinstance(space, str) else identity(space), identity(resources), page)
            self.colours.setdefault(key, Colour(space, resources, page))

    def show(self, font: DictionaryObject, page: int, shown: bytes, how: tuple[bool, bool]) -> None:
        """Take up that a string is shown in a font."""
        use = self.fonts.setdefault(identity(font), Use(font, page))
        use.strings.setdefault(how, set()).add(shown)
