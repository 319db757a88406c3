"""The sections of a matter in order, broken into pages where the protocol is (R-90)."""

from collections.abc import Sequence

from docgen.documents.contract import Stycke
from docgen.documents.namnd.contract import Beslutsavsnitt, Protokollavsnitt
from docgen.documents.namnd.textblock import Listblock, Sidbrytning, Styckeblock, Textblock
from docgen.documents.stycken import lista, stycke
from docgen.values.text import typeset


class Foljd:
    """The running order: a page break at the end of one section puts the next one on a new page.

    Each method returns the view of one section and must be called in the order of the paper.
    """

    def __init__(self) -> None:
        self._ny_sida = False

    def text(self, rubrik: str, block: Sequence[Textblock]) -> list[Protokollavsnitt]:
        """Return the section, one part per page it stands on; only the first part has the heading."""
        parts: list[Protokollavsnitt] = []
        current: list[Stycke] = []
        for one in block:
            if not isinstance(one, Sidbrytning):
                current.append(_stycke(one))
            else:
                if current:
                    parts.append(self._part("" if parts else rubrik, current))
                    current = []
                self._ny_sida = True
        return [*parts, self._part("" if parts else rubrik, current)] if current else parts

    def stycken(self, rubrik: str, innehall: list[Stycke]) -> list[Protokollavsnitt]:
        """Return a section without page breaks of its own, or nothing when it is empty."""
        return [self._part(rubrik, innehall)] if innehall else []

    def punkter(self, rubrik: str, punkter: Sequence[str]) -> list[Beslutsavsnitt]:
        """Return a section of proposals or decisions, or nothing when there are none."""
        if not punkter:
            return []
        return [
            {
                "rubrik": typeset(rubrik),
                "ny_sida": self._begin(),
                "punkter": [typeset(one) for one in punkter],
            }
        ]

    def _part(self, rubrik: str, innehall: list[Stycke]) -> Protokollavsnitt:
        return {"rubrik": typeset(rubrik), "ny_sida": self._begin(), "stycken": innehall}

    def _begin(self) -> bool:
        ny_sida, self._ny_sida = self._ny_sida, False
        return ny_sida


def _stycke(block: Styckeblock | Listblock) -> Stycke:
    return lista(block.punkter) if isinstance(block, Listblock) else stycke(block.text)
