"""The comparison of the fidelity benchmark, for the tests."""

import sys

from conftest import ROOT

sys.path.append(str(ROOT / "benchmarks"))

from fidelity.difference import Difference, compared
from fidelity.documents import Document, shipped, shipped_names
from fidelity.words import Sheet, Word, sheets

__all__ = ["Difference", "Document", "Sheet", "Word", "compared", "sheets", "shipped", "shipped_names"]


def told(found: Difference) -> str:
    """Return what differs, for the person who reads the failed test: places, never text."""
    dx, dy = found.worst
    return (
        f"pages {found.pages}, lines broken elsewhere {len(found.broken)} of {found.lines}, words outside "
        f"{found.outside} ({len(found.lost)} lost, {len(found.extra)} extra), worst {dx:.2f} mm and {dy:.2f} mm"
    )
