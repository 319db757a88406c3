"""How paragraphs of a protocol are written: ``§ 42``, ``§§ 38–41 och 43``."""

from collections.abc import Iterable

from docgen.values.text import enumerate_och, typeset

_FLER = 3
"""From three on, paragraphs in a row are written as a range."""


def paragrafer(numbers: Iterable[int]) -> str:
    """Return the sign and the numbers, those in a row as a range; empty when there are none."""
    ordered = sorted(set(numbers))
    if not ordered:
        return ""
    sign = "§" if len(ordered) == 1 else "§§"
    return typeset(f"{sign} {enumerate_och(_parts(ordered))}")


def _parts(ordered: list[int]) -> list[str]:
    runs: list[list[int]] = []
    for number in ordered:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return [text for run in runs for text in _run(run)]


def _run(run: list[int]) -> list[str]:
    if len(run) < _FLER:
        return [str(number) for number in run]
    return [f"{run[0]}\N{EN DASH}{run[-1]}"]
