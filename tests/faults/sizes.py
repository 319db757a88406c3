"""How much of the matrix of faults is done: a slice of each row, or as many tenths of it as ``FAULTS`` says."""

import os

TENTHS = os.environ.get("FAULTS")


def size(full: int, slice_: int) -> int:
    """Return how often a row is done: ``slice_`` times where nothing is said, ``full`` times with ``FAULTS=10``."""
    return max(1, int(full * float(TENTHS) / 10)) if TENTHS else slice_
