"""Compares our own engine with LibreOffice, document by document, page by page and word by word.

Repeat with ``python -m benchmarks.fidelity [--all] [--out FOLDER] [FILE | FOLDER ...]``. Without files: every valid
sample of every type in all its copies, and the Word files that were not made by us. A page that differs becomes a
picture in FOLDER, with ``--all`` every page does. A document that our engine refuses is told and is no difference.
Ends with 1 when anything is outside the tolerance.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from docgen.engines.engine import PdfEngine
from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.engines.typst import TypstEngine
from docgen.errors import RecordError

from .difference import LEAST_LINES, MOST_X, MOST_Y, Difference, compared
from .documents import Document, foreign, given, shipped
from .picture import images, side_by_side
from .words import sheets

TITLES = ("LibreOffice", "docgen")


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one document: both PDFs and how they differ."""

    name: str
    pdfs: tuple[bytes, bytes]
    found: Difference


def results(documents: Iterator[Document], engines: tuple[PdfEngine, PdfEngine]) -> Iterator[Result | str]:
    """Yield what became of each document, or that it was refused."""
    yardstick, ours = engines
    for document in documents:
        try:
            made = ours.convert(document.docx)
        except RecordError as error:
            facts = ", ".join(f"{name}={value}" for name, value in error.facts.items())
            yield f"{document.name:<70} avvisat: {error.code} {facts}"
            continue
        wanted = yardstick.convert(document.docx)
        yield Result(document.name, (wanted, made), compared(sheets(wanted), sheets(made)))


def row(name: str, found: Difference) -> str:
    """Return one row of the table."""
    (before, after), (dx, dy) = found.pages, found.worst
    verdict = "" if found.is_within else "  UTANFÖR"
    return (
        f"{name:<70} {before:>3}/{after:<3} {found.equal_lines:7.1%} {dx:8.2f} {dy:8.2f} "
        f"{found.outside:>5} av {len(found.pairs) + len(found.lost):<5}{verdict}"
    )


def draw(result: Result, folder: Path, *, every_page: bool) -> None:
    """Write the pictures of one document."""
    numbers = range(max(result.found.pages)) if every_page else sorted(result.found.differing_pages())
    if not numbers:
        return
    shown = (images(result.pdfs[0]), images(result.pdfs[1]))
    both = (sheets(result.pdfs[0]), sheets(result.pdfs[1]))
    for number in numbers:
        name = f"{result.name.replace('/', '-')}-{number + 1}.svg"
        (folder / name).write_text(side_by_side(number, TITLES, shown, result.found, both), encoding="utf-8")


def total(found: Sequence[Difference]) -> str:
    """Return the last row of the table."""
    lines, broken = sum(one.lines for one in found), sum(len(one.broken) for one in found)
    equal = 1 - broken / lines if lines else 1.0
    return (
        f"{len(found)} dokument, {sum(one.pages[0] for one in found)} sidor, {lines} rader varav lika {equal:.2%}, "
        f"{sum(one.outside for one in found)} av {sum(len(one.pairs) + len(one.lost) for one in found)} ord utanför, "
        f"{sum(not one.is_within for one in found)} dokument utanför"
    )


def main() -> int:
    """Print the table and return how the program ends."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fidelity", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE | FOLDER")
    parser.add_argument("--all", action="store_true", help="a picture of every page, not only of those that differ")
    parser.add_argument("--out", type=Path, default=Path("ut/fidelity"), help="where the pictures are written")
    chosen = parser.parse_args()
    chosen.out.mkdir(parents=True, exist_ok=True)
    print(
        f"dokument, sidor LibreOffice/docgen, lika rader (>= {LEAST_LINES:.0%}), störst avvikelse i sidled "
        f"(<= {MOST_X:g} mm) och höjdled (<= {MOST_Y:g} mm), ord utanför; "
        f"python -m benchmarks.fidelity {' '.join(sys.argv[1:])}".rstrip()
    )
    found = []
    with LibreOfficeEngine() as yardstick:
        documents = given(chosen.files) if chosen.files else (*shipped(), *foreign())
        for result in results(iter(documents), (yardstick, TypstEngine())):
            if isinstance(result, str):
                print(result, flush=True)
                continue
            print(row(result.name, result.found), flush=True)
            draw(result, chosen.out, every_page=chosen.all)
            found.append(result.found)
    print(total(found))
    return int(any(not one.is_within for one in found))


if __name__ == "__main__":
    sys.exit(main())
