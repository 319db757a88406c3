"""Running text of a record as the paragraphs and lists of a view."""

from collections.abc import Mapping, Sequence

from docgen.documents.contract import Stycke, Uppgift
from docgen.values.text import paragraphs, typeset
from docgen.wording import Wording


def stycke(text: str) -> Stycke:
    """Return one typeset paragraph."""
    return {"text": typeset(text), "punkter": []}


def ordagrant(text: str) -> Stycke:
    """Return one paragraph as it is written, because it holds a number of a register."""
    return {"text": text, "punkter": []}


def lista(punkter: Sequence[str], inledning: str = "") -> Stycke:
    """Return one list with typeset items, and the words that lead into it and stay on its page."""
    return {"text": typeset(inledning), "punkter": [typeset(one) for one in punkter]}


def stycken(text: str) -> list[Stycke]:
    """Return the typeset paragraphs and lists of ``text``; a blank line ends a block, "- " begins an item."""
    return [lista(block.punkter) if block.punkter else stycke(block.text) for block in paragraphs(text)]


def uppgifter(wording: Wording, values: Mapping[str, str | None]) -> list[Uppgift]:
    """Return a label and a value for each of ``values`` that says something; the wording has the labels.

    The values stand as they are, since many are numbers of registers; the caller typesets the free texts.
    """
    return [{"etikett": wording(f"etikett.{key}"), "varde": value} for key, value in values.items() if value]
