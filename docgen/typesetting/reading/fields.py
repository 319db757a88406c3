"""The fields of Word: what an instruction means for a printed page."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache
from typing import Final, TypeAlias

from docgen.typesetting.model import Counted, Inline
from docgen.typesetting.reading.characters import Face

PAGE_MARK, OTHER_MARK = "<page>", "<?>"
"""What stands for a nested field in the instruction around it: a plain page number, or anything else."""


@dataclass(frozen=True, slots=True)
class Counts:
    """A number known only when the pages are made; ``numbering`` "" is the section's own."""

    counted: Counted
    offset: int = 0
    numbering: str = ""


@dataclass(frozen=True, slots=True)
class PageRef:
    """The page of a bookmark."""

    bookmark: str
    is_link: bool


@dataclass(frozen=True, slots=True)
class Leads:
    """The result is a link to an address, or to "#" and a bookmark."""

    target: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A field whose print cannot be told."""

    construct: str


class Plain(Enum):
    """What needs no further word."""

    FROZEN = auto()  # the result that was saved is printed as it stands
    FROZEN_IN_BODY = auto()  # the same, but in a header it may differ from page to page
    NOTHING = auto()  # marks something and prints nothing
    CHECKBOX = auto()


Meaning: TypeAlias = Counts | PageRef | Leads | Refused | Plain

_FROZEN: Final = frozenset(
    (
        *("REF", "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "TITLE", "SUBJECT", "AUTHOR"),
        *("KEYWORDS", "COMMENTS", "LASTSAVEDBY", "FILENAME", "FILESIZE", "TEMPLATE", "DOCPROPERTY", "DOCVARIABLE"),
        *("INFO", "NUMWORDS", "NUMCHARS", "REVNUM", "USERNAME", "USERINITIALS", "USERADDRESS", "SEQ", "TOC", "TOA"),
        *("INDEX", "NOTEREF", "QUOTE", "CITATION", "BIBLIOGRAPHY", "FORMTEXT", "GOTOBUTTON"),
    )
)
_FROZEN_IN_BODY: Final = frozenset({"STYLEREF", "SECTION"})
_NOTHING: Final = frozenset({"XE", "TC", "TA", "RD", "PRIVATE", "SET"})
_COUNTED: Final = {
    "PAGE": Counted.PAGE,
    "NUMPAGES": Counted.PAGES,
    "SECTIONPAGES": Counted.SECTION_PAGES,
}
_NUMBERINGS: Final = {
    "Arabic": "decimal",
    "arabic": "decimal",
    "ARABIC": "decimal",
    "roman": "lowerRoman",
    "ROMAN": "upperRoman",
    "Roman": "upperRoman",
    "alphabetic": "lowerLetter",
    "ALPHABETIC": "upperLetter",
    "Alphabetic": "upperLetter",
}
_NAME: Final = re.compile(r"\s*(=|[A-Za-z]+)")
_SWITCH: Final = re.compile(r'\\\*\s*(\w+)|\\#\s*("?)0\2')
_FORMAT: Final = {"MERGEFORMAT", "CHARFORMAT"}
_SUM: Final = re.compile(rf"=\s*(?:{PAGE_MARK}\s*([+-])\s*(\d{{1,4}})|(\d{{1,4}})\s*\+\s*{PAGE_MARK}|{PAGE_MARK})\s*")
_WORDS: Final = re.compile(r'"([^"]*)"|(\S+)')


@lru_cache(maxsize=512)
def meaning(instruction: str) -> Meaning:
    """Return what an instruction means, nested fields written as ``PAGE_MARK`` or ``OTHER_MARK``."""
    found = _NAME.match(instruction)
    if found is None:
        return Refused("field")
    name = found[1].upper()
    if name in _READ:
        return _READ[name](instruction.strip(), name)
    for names, plain in (
        (_FROZEN, Plain.FROZEN),
        (_FROZEN_IN_BODY, Plain.FROZEN_IN_BODY),
        (_NOTHING, Plain.NOTHING),
        ({"FORMCHECKBOX"}, Plain.CHECKBOX),
    ):
        if name in names:
            return plain
    return Refused(f"field {name}")


def _counts(instruction: str, name: str) -> Meaning:
    numbering = _numbering(instruction)
    rest = _SWITCH.sub("", instruction).strip()
    if numbering is None or rest.upper() != name:
        return Refused(f"field {name}")
    return Counts(_COUNTED[name], 0, numbering or ("" if name == "PAGE" else "decimal"))


def _numbering(instruction: str) -> str | None:
    """Return the numbering that switches ask for, "" when none does, None when one is not known."""
    asked = [found[1] for found in _SWITCH.finditer(instruction) if found[1] and found[1].upper() not in _FORMAT]
    if any(one not in _NUMBERINGS for one in asked):
        return None
    return _NUMBERINGS[asked[-1]] if asked else ""


def _formula(instruction: str, _name: str) -> Meaning:
    if PAGE_MARK not in instruction:
        return Refused("field =") if OTHER_MARK in instruction else Plain.FROZEN
    numbering = _numbering(instruction)
    total = _SUM.fullmatch(_SWITCH.sub("", instruction))
    if numbering is None or total is None:
        return Refused("field =")
    sign, after, before = total.groups()
    offset = int(after or before or 0)
    return Counts(Counted.PAGE, -offset if sign == "-" else offset, numbering or "decimal")


def _page_ref(instruction: str, _name: str) -> Meaning:
    words = _said(_SWITCH.sub("", instruction))
    if len(words) < 2 or _numbering(instruction) or set(words[2:]) - {"\\h"}:  # noqa: PLR2004 (name and bookmark)
        return Refused("field PAGEREF")
    return PageRef(words[1], "\\h" in words)


def _link(instruction: str, _name: str) -> Meaning:
    words = _said(instruction)[1:]
    address, place, skip = "", "", False
    for word, following in zip(words, [*words[1:], ""], strict=True):
        if skip:
            skip = False
        elif word in {"\\l", "\\o", "\\t", "\\s"}:
            place, skip = following if word == "\\l" else place, True
        elif not word.startswith("\\"):
            address = word
    if OTHER_MARK in instruction or not (address or place):
        return Refused("field HYPERLINK")
    return Leads(f"{address}#{place}" if place else address)


def _said(instruction: str) -> list[str]:
    return [quoted or bare for quoted, bare in _WORDS.findall(instruction)]


def _reference(instruction: str, _name: str) -> Meaning:
    words = _said(instruction)
    return Leads(f"#{words[1]}") if "\\h" in words[2:] and OTHER_MARK not in words[1] else Plain.FROZEN


_READ: Final[dict[str, Callable[[str, str], Meaning]]] = {
    **dict.fromkeys(_COUNTED, _counts),
    "=": _formula,
    "PAGEREF": _page_ref,
    "HYPERLINK": _link,
    "REF": _reference,
}


@dataclass(slots=True)
class Field:
    """A field while it is read. ``outer`` holds what stood before a link began."""

    is_locked: bool = False
    is_checked: bool | None = None
    instruction: str = ""
    means: Meaning | None = None
    face: Face | None = None
    is_separated: bool = False
    has_result: bool = False
    outer: list[Inline] | None = None

    @property
    def is_silent(self) -> bool:
        """Tell whether what stands in the field now is not printed: its instruction, or a result that is recomputed."""
        return self.means is None or isinstance(self.means, Counts | PageRef) or self.means is Plain.NOTHING
