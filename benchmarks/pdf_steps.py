"""Where the time of our own PDF goes: its steps, each timed alone on the same documents."""

import statistics
from collections.abc import Iterable, Mapping, Sequence

from pdf_clock import spent
from pdf_documents import Paper
from pdf_ways import finished

from docgen.engines.typst import TypstEngine, faces
from docgen.typesetting import reading, writing

READ, WRITE, COMPILE, FINISH = "läsa Word-filen", "skriva Typst", "Typst sätter", "lägga sista handen"


def steps_of(rounds: Iterable[Sequence[Paper]]) -> Mapping[str, float]:
    """Return the CPU milliseconds of each step of one document, the middle of the rounds."""
    engine = TypstEngine()
    found: dict[str, list[float]] = {}
    for papers in rounds:
        for name, seconds in _timed(engine, papers).items():
            found.setdefault(name, []).append(seconds * 1000 / len(papers))
    return {name: statistics.median(times) for name, times in found.items()}


def _timed(engine: TypstEngine, papers: Sequence[Paper]) -> Mapping[str, float]:
    documents = [reading.read(paper.docx) for paper in papers]
    made: list[bytes] = []
    write = spent(lambda: [writing.write(one, faces()) for one in documents]).cpu
    both = spent(lambda: made.extend(engine.typeset(one) for one in documents)).cpu
    return {
        READ: spent(lambda: [reading.read(paper.docx) for paper in papers]).cpu,
        WRITE: write,
        COMPILE: both - write,
        FINISH: spent(lambda: [finished(*pair) for pair in zip(papers, made, strict=True)]).cpu,
    }
