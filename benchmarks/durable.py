"""Makes the letters of an export in this process twice: thrown away, and safely on the disk; prints the CPU seconds.

Run by ``benchmarks/scale.py durable``. Both ways read, check and fill; the files of sixteen records reach the disk
together, as in a batch.
"""

import sys
from datetime import date
from itertools import islice
from pathlib import Path

from clock import clocked
from exports import ORGANISATION

from docgen import preflight
from docgen.engines.engine import Engines
from docgen.engines.typst import TypstEngine
from docgen.order import Format, Order
from docgen.pipeline import Pipeline
from docgen.stages import grouped, read

TOGETHER = 16


def main(export: str, out: Path) -> None:
    """Print the seconds with the disk and without it."""
    order = Order(sources=(export,), out=out, organisation=ORGANISATION, today=date(2026, 11, 22), format=Format.DOCX)
    pipeline = Pipeline(order, preflight.prepare(order), Engines(TypstEngine()))
    drafts = out / "utkast"
    drafts.mkdir(parents=True)

    def made(*, kept: bool) -> None:
        raws = read.records([export])
        while group := [pipeline.ready(raw) for raw in islice(raws, TOGETHER)]:
            if kept:
                grouped.together([one.files for one in group], drafts)

    made(kept=False)
    thrown = clocked(lambda: made(kept=False))
    print(clocked(lambda: made(kept=True)), thrown)


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
