"""The faults that have been found, each told once, in the order in which a template is read."""

from collections.abc import Sequence

from docgen.errors import Severity
from docgen.templating.fault import Fault, Place
from docgen.templating.lint.story import Kind, Paragraph

_Order = tuple[int, int, int, int]


class Ledger:
    """The faults of one template; ``parts`` are its parts in the order of reading."""

    def __init__(self, parts: Sequence[str]) -> None:
        self._parts = {name: number for number, name in enumerate(parts)}
        self._found: dict[tuple[str, _Order, frozenset[tuple[str, str]]], tuple[_Order, Fault]] = {}

    def tell(self, code: str, at: Paragraph, offset: int = 0, **facts: str) -> None:
        """Note an error in a paragraph, at ``offset`` in its text."""
        self._note(self._spot(at, offset), Fault(code, at.place, facts=facts))

    def warn(self, code: str, at: Paragraph, offset: int = 0, **facts: str) -> None:
        """Note a warning about a paragraph, at ``offset`` in its text."""
        self._note(self._spot(at, offset), Fault(code, at.place, Severity.WARNING, facts))

    def tell_at(self, code: str, place: Place, severity: Severity = Severity.ERROR, **facts: str) -> None:
        """Note a fault of a paragraph or of a whole part."""
        self._note((self._part(place), place.paragraph, 0, 0), Fault(code, place, severity, facts))

    def tell_last(self, code: str, severity: Severity = Severity.ERROR, **facts: str) -> None:
        """Note a fault of the template as a whole, after all others."""
        self._note((len(self._parts) + 1, 0, 0, 0), Fault(code, Place(""), severity, facts))

    def faults(self) -> list[Fault]:
        """Return the faults in order."""
        return [fault for _, fault in sorted(self._found.values(), key=lambda one: one[0])]

    def _spot(self, at: Paragraph, offset: int) -> _Order:
        beside = 0 if at.kind is Kind.TEXT else at.pieces[0].order + 1
        return self._part(at.place), at.place.paragraph, beside, offset

    def _part(self, place: Place) -> int:
        return self._parts.get(place.part, len(self._parts))

    def _note(self, order: _Order, fault: Fault) -> None:
        self._found.setdefault((fault.code, order, frozenset(fault.facts.items())), (order, fault))
