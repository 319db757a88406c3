"""Times the Word engine: a template compiled once and filled for each record, against docxtpl read anew for each.

Repeat with ``python benchmarks/word_engine.py``. Two templates (the shipped decision letter and a plan of four pages)
and two ways of packing. In each round every way fills documents that no other round has, and the ways take turns at
going first; data are made and garbage is collected before the clock starts, and the collector runs as it does for
users. The clock is CPU time. A figure is the middle of the rounds, a ratio the middle of the rounds' ratios. In each
round the text of one document is read back from every way: what is timed must be the same work.
"""

import argparse
import importlib.metadata
import io
import statistics
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from clock import clocked
from docxtpl import DocxTemplate
from lxml import etree
from memory import memory_of
from phases import phases_of
from subject import NAMES, Data, Subject, subject

from docgen.order import Packing

Fill = Callable[[Data], bytes]

OURS, THEIRS = 100, 3
"""The documents of one round; ours are many because one alone is too fast to see."""
DOCXTPL = "docxtpl"
RATIO = {Packing.SNABB: 150, Packing.LITEN: 50}
MOST_RENDERS = 3
MOST_MB = 2
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@dataclass(slots=True)
class Figures:
    """What the rounds of one subject gave: seconds and bytes of a document by way, seconds of a compilation."""

    seconds: dict[str, list[float]] = field(default_factory=dict)
    sizes: dict[str, list[float]] = field(default_factory=dict)
    compilations: list[float] = field(default_factory=list)
    alike: list[bool] = field(default_factory=list)

    def middle(self, way: str) -> float:
        """Return the milliseconds of a document."""
        return statistics.median(self.seconds[way]) * 1000

    def kilobytes(self, way: str) -> float:
        """Return the size of a document."""
        return statistics.mean(self.sizes[way]) / 1024

    def ratio(self, way: str) -> float:
        """Return how many documents ``way`` makes while docxtpl makes one."""
        pairs = zip(self.seconds[DOCXTPL], self.seconds[way], strict=True)
        return statistics.median(theirs / ours for theirs, ours in pairs)

    def renders(self) -> float:
        """Return how many documents docxtpl makes while we compile the template."""
        pairs = zip(self.compilations, self.seconds[DOCXTPL], strict=True)
        return statistics.median(ours / theirs for ours, theirs in pairs)


def by_docxtpl(template: bytes) -> Fill:
    """Return docxtpl as it is used when no document may leak into the next: everything anew for each record."""

    def fill(data: Data) -> bytes:
        document, target = DocxTemplate(io.BytesIO(template)), io.BytesIO()
        document.render(data, autoescape=True)
        document.save(target)
        return target.getvalue()

    return fill


def measured(one: Subject, rounds: int) -> Figures:
    """Return the figures of one subject."""
    ways: dict[str, Fill] = {packing: one.compiled(packing).fill for packing in Packing}
    ways[DOCXTPL] = by_docxtpl(one.content())
    for fill in ways.values():
        fill(next(one.contexts))
    figures = Figures()
    for number in range(rounds):
        contexts = list(islice(one.contexts, OURS))
        figures.compilations.append(clocked(lambda: one.compiled(Packing.SNABB)))
        for way in _turned(list(ways), number):
            _fill_all(figures, way, ways[way], contexts[: THEIRS if way == DOCXTPL else OURS])
        texts = [text(fill(contexts[0])) for fill in ways.values()]
        figures.alike.append(all(found == texts[0] for found in texts))
    return figures


def _turned(ways: Sequence[str], number: int) -> list[str]:
    first = number % len(ways)
    return [*ways[first:], *ways[:first]]


def _fill_all(figures: Figures, way: str, fill: Fill, contexts: Sequence[Data]) -> None:
    sizes: list[int] = []
    seconds = clocked(lambda: sizes.extend(len(fill(context)) for context in contexts))
    figures.seconds.setdefault(way, []).append(seconds / len(contexts))
    figures.sizes.setdefault(way, []).append(statistics.mean(sizes))


def text(docx: bytes) -> dict[str, list[str]]:
    """Return the text of each part of a Word file that holds any, by paragraph."""
    found: dict[str, list[str]] = {}
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                paragraphs = etree.fromstring(package.read(name)).iter(f"{WORD}p")
                found[name] = ["".join(one.itertext(f"{WORD}t")) for one in paragraphs]
    return {name: lines for name, lines in found.items() if any(lines)}


def show(one: Subject, figures: Figures) -> None:
    """Print how long a document and a template take."""
    theirs = f"docxtpl {figures.middle(DOCXTPL):5.1f} ms {figures.kilobytes(DOCXTPL):5.1f} kB"
    for packing in Packing:
        ours = f"docgen {figures.middle(packing):6.3f} ms {figures.kilobytes(packing):5.1f} kB"
        row(one, f"fyllning, {packing}", f"{ours}, {theirs}", f"{figures.ratio(packing):.0f}x", f">= {RATIO[packing]}x")
    compiled = f"{statistics.median(figures.compilations) * 1000:.1f} ms, i docxtpl-fyllningar"
    row(one, "kompilering", compiled, f"{figures.renders():.1f}", f"<= {MOST_RENDERS}")
    same = f"{sum(figures.alike)} av {len(figures.alike)}"
    row(one, "samma text som docxtpl", "omgångar", same, f"{len(figures.alike)} av {len(figures.alike)}")


def show_memory(one: Subject, fills: int) -> None:
    """Print what a template and many fills of it keep in memory."""
    size, grown = memory_of(one.name, fills)
    row(one, "minne", "per kompilerad mall", f"{size:.2f} MB", f"<= {MOST_MB} MB")
    row(one, "minnets växt", f"under {fills} fyllningar", f"{grown:.2f} MB", f"<= {MOST_MB} MB")


def show_phases(one: Subject, rounds: int) -> None:
    """Print where the time of a fill goes."""
    for packing in Packing:
        contexts = (list(islice(one.contexts, OURS)) for _ in range(rounds))
        steps = phases_of(one.compiled(packing), contexts)
        whole = sum(steps.values())
        for name, microseconds in steps.items():
            row(one, f"därav, {packing}", name, f"{microseconds:.0f} µs", f"{microseconds / whole:4.0%}")


def row(one: Subject, what: str, how: str, found: str, target: str) -> None:
    """Print one row of the table."""
    print(f"{one.name:<5} {what:<23} {how:<52} {found:>9}  {target}", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--fills", type=int, default=10_000)
    chosen = parser.parse_args()
    print(
        f"docgen mot docxtpl {importlib.metadata.version('docxtpl')}, {chosen.rounds} omgångar, mål sist på raden; "
        f"python benchmarks/word_engine.py --rounds {chosen.rounds} --fills {chosen.fills}"
    )
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            one = subject(name, Path(folder))
            show(one, measured(one, chosen.rounds))
            show_memory(one, chosen.fills)
            show_phases(one, chosen.rounds // 2 + 1)


if __name__ == "__main__":
    main()
