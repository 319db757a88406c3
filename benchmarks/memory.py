"""What the Word engine keeps in memory, measured in a process of its own (Linux)."""

import gc
import os
import tempfile
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from pathlib import Path

from subject import Subject, subject

from docgen.order import Packing

TEMPLATES = 10


def memory_of(name: str, fills: int) -> tuple[float, float]:
    """Return the megabytes of a compiled template, and those that so many fills of one leave behind."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_measured, name, fills).result()


def _measured(name: str, fills: int) -> tuple[float, float]:
    with tempfile.TemporaryDirectory() as folder:
        one = subject(name, Path(folder))
        return _of_a_template(one), _growth(one, fills)


def _of_a_template(one: Subject) -> float:
    for _ in range(3):  # what is made once is made
        one.compiled(Packing.SNABB)
    before = _resident()
    kept = [one.compiled(Packing.SNABB) for _ in range(TEMPLATES)]
    return (_resident() - before) / len(kept)


def _growth(one: Subject, fills: int) -> float:
    """Fill so many documents, their data made along the way, after a tenth as many."""
    fill = one.compiled(Packing.SNABB).fill
    for context in islice(one.contexts, fills // 10):
        fill(context)
    before = _resident()
    for context in islice(one.contexts, fills):
        fill(context)
    return _resident() - before


def _resident() -> float:
    """Return the megabytes of memory that this process has."""
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
