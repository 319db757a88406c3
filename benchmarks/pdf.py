"""Times the way from a finished Word file to an archival and accessible PDF, beside the ways others go.

Repeat with ``python benchmarks/pdf.py --unoserver``. Four documents: as docgen ships them the decision letter, the SIP
plan of four pages and the excerpt of a protocol, and a form of another's, four pages of tables with two hundred cells,
each with lines around it. In each round every way converts documents that no other round and no other
way has, and the ways take turns at going first. Time of day and CPU time, that of a way's own processes included; a
figure is the middle of the rounds, a ratio the middle of the rounds' ratios. Everywhere with tags and
PDF/A-2 as the way can give them, ours with the last hand on it (PDF/A-2a and PDF/UA-1). At last the whole way, from a
JSON record to the file in its folder. What is not installed is named.
"""

import argparse
import platform
import statistics
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from itertools import islice
from pathlib import Path

from pdf_clock import Spent, spent
from pdf_documents import EXCERPT, FORM, LETTER, NAMES_OF_ALL, SIP, Paper, papers, pipeline, records
from pdf_steps import steps_of
from pdf_ways import EACH, EACH_NEW, OFFICE, ONE_CALL, OURS, UNOSERVER, Convert, ways

from docgen.order import Format
from docgen.outcome import Outcome, Written
from docgen.pipeline import Pipeline
from docgen.stages.read import Raw

NUMBER = {OURS: 15, OFFICE: 2, UNOSERVER: 2, ONE_CALL: 6, EACH: 1, EACH_NEW: 1}
"""The documents of one round by way: so many that each has its turn for a fifth of a second or more.

The first of a turn is the dearest, since the processor's memory is full of another way's affairs.
"""
SLOW, SLOW_ROUNDS = (ONE_CALL, EACH, EACH_NEW), 5
TARGETS = {(LETTER, UNOSERVER): 8, (LETTER, EACH_NEW): 80} | {(name, UNOSERVER): 6 for name in (SIP, EXCERPT, FORM)}
MOST_KB, LETTERS_A_SECOND = 80, 40
MEMORY = Path("/dev/shm")  # noqa: S108 (a file system in memory, where there is one; the folder in it is our own)


@dataclass(slots=True)
class Figures:
    """What the rounds of one document gave by way: what one took, and its size in bytes."""

    times: dict[str, list[Spent]] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)

    def ratio(self, way: str) -> Spent:
        """Return how many documents we make while ``way`` makes one, by each clock."""
        pairs = list(zip(self.times[way], self.times[OURS], strict=False))  # the slow ways have few rounds
        return Spent(
            statistics.median(theirs.wall / ours.wall for theirs, ours in pairs),
            statistics.median(theirs.cpu / ours.cpu for theirs, ours in pairs),
        )


def measured(name: str, found: Mapping[str, Convert], rounds: int, source: Iterator[Paper]) -> Figures:
    """Return the figures of one document."""
    chosen = {way: convert for way, convert in found.items() if way not in SLOW or name == LETTER}
    figures = Figures()
    for way, convert in chosen.items():
        if way not in (EACH, EACH_NEW):  # the one has its profile from the other way with soffice, the other none
            convert([next(source)])
    for number in range(rounds):
        for way in _turned(list(chosen), number):
            if way not in SLOW or number < SLOW_ROUNDS:
                _convert_all(figures, way, chosen[way], list(islice(source, NUMBER[way])))
    return figures


def _turned(found: Sequence[str], number: int) -> list[str]:
    first = number % len(found)
    return [*found[first:], *found[:first]]


def _convert_all(figures: Figures, way: str, convert: Convert, documents: Sequence[Paper]) -> None:
    made: list[bytes] = []
    took = spent(lambda: made.extend(convert(documents)), alone=way == OURS)
    figures.times.setdefault(way, []).append(took.of_one(len(documents)))
    figures.sizes[way] = statistics.mean(map(len, made))


def show(name: str, figures: Figures) -> None:
    """Print what a document takes by each way."""
    for way, times in figures.times.items():
        wall, cpu = (statistics.median(one) * 1000 for one in zip(*((t.wall, t.cpu) for t in times), strict=True))
        took = f"väggtid {wall:7.1f} ms  CPU {cpu:7.1f} ms  {figures.sizes[way] / 1000:5.1f} kB"
        target = TARGETS.get((name, way))
        ratio = figures.ratio(way)
        row(name, way, took, f"{ratio.wall:.1f}x, CPU {ratio.cpu:.1f}x", f">= {target}x" if target else "")
    if name == LETTER:
        row(
            name, "brevets storlek", "två sidor med logotyp", f"{figures.sizes[OURS] / 1000:.1f} kB", f"<= {MOST_KB} kB"
        )


def show_steps(name: str, steps: Mapping[str, float]) -> None:
    """Print where our time goes."""
    for step, milliseconds in steps.items():
        share = milliseconds / sum(steps.values())
        row(name, "därav", f"{step:<20} CPU {milliseconds:6.2f} ms", f"{share:4.0%}", "")


def show_whole_way(rounds: int, folder: Path) -> None:
    """Print how many letters a second and core become finished files out of JSON records; each has a file copy too."""
    making, source = pipeline(folder, Format.PDF), records(LETTER)
    taken: list[Spent] = []
    for number in range(rounds + 1):
        raws, made = list(islice(source, NUMBER[OURS])), list[Outcome]()
        took = spent(partial(_make, making, raws, made))
        files = [path for one in made if isinstance(one, Written) for path in one.files]
        if len(files) < len(raws) or not all(isinstance(one, Written) for one in made):
            raise SystemExit(f"{made}")
        taken += [took.of_one(len(files))] if number else []
    cpu, wall = (statistics.median(one) for one in zip(*((t.cpu, t.wall) for t in taken), strict=True))
    how = f"väggtid {wall * 1000:.1f} ms  CPU {cpu * 1000:.1f} ms"
    row(LETTER, "JSON till PDF", how, f"{1 / cpu:.0f} brev/s", f">= {LETTERS_A_SECOND} per kärna i lugn och ro")


def _make(making: Pipeline, raws: Sequence[Raw], made: list[Outcome]) -> None:
    made += map(making, raws)


def row(name: str, what: str, how: str, found: str, target: str) -> None:
    """Print one row of the table."""
    print(f"{name:<8} {what:<20} {how:<50} {found:>18}  {target}".rstrip(), flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--rounds", type=int, default=11)
    parser.add_argument("--unoserver", action="store_true", help="hämta unoserver från PyPI och mät den")
    chosen = parser.parse_args()
    asked = f"--rounds {chosen.rounds}{' --unoserver' if chosen.unoserver else ''}"
    print(f"Word till PDF, {chosen.rounds} omgångar, mål sist på raden; python benchmarks/pdf.py {asked}", flush=True)
    # Debian's own is built with the profile of a run and a fifth faster than one that is only compiled.
    print(f"Python {platform.python_version()}, {Path(sys.executable).resolve()}", flush=True)
    memory = MEMORY if MEMORY.is_dir() else None
    with tempfile.TemporaryDirectory(dir=memory) as folder, ExitStack() as stack:
        found, missing = ways(Path(folder), stack, with_unoserver=chosen.unoserver)
        for fault in missing:
            print(fault)
        for name in NAMES_OF_ALL:
            source = papers(name)
            show(name, measured(name, found, chosen.rounds, source))
            show_steps(name, steps_of(list(islice(source, NUMBER[OURS])) for _ in range(chosen.rounds)))
        show_whole_way(chosen.rounds, Path(folder) / "brev")


if __name__ == "__main__":
    main()
