"""The reference documents as they were found, and their words."""

import re
from pathlib import Path

SEEDS = Path(__file__).parent / "seeds"
TABLE = ("\tBeslutsdatum", "Beredningen\t", "Allmänna utskottet\t", "Socialnämnden\t", "<b>")


def s4_words(*, table: bool = True) -> list[str]:
    """Return the words of S4 without marks; the rows of the header table once, or not at all."""
    lines = (SEEDS / "s4.txt").read_text(encoding="utf-8").splitlines()
    of_table = [line.startswith(TABLE) for line in lines]
    first = of_table.index(True)
    kept = [line for at, line in enumerate(lines) if not of_table[at] or (table and first < at < first + 4)]
    return re.sub(r"(?m)^#+|^- |\*\*", " ", "\n".join(kept)).split()


def s0_strings() -> tuple[str, ...]:
    """Return the three strings of the case system that S0 gives."""
    text = (SEEDS / "s0.txt").read_text(encoding="utf-8").replace("\xa0", " ")
    found = re.search(r"Beslut: (.+?)\. Insats: (.+?)\. Resurs: \"(.+?)\"", text)
    if found is None:
        raise AssertionError("S0 has changed")
    return found.groups()
