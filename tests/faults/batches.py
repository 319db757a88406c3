"""Batches to disturb: exports of letters that differ by their number, and what is left of a run in its folder."""

import json
from collections.abc import Iterator
from pathlib import Path

from conftest import SAMPLES, TODAY

from docgen.batch import batch
from docgen.folder import logbooks
from docgen.logbook.verify import Disagreement, disagreements
from docgen.order import Format, Order
from docgen.outcome import Outcome

LETTER = SAMPLES / "bistandsbeslut" / "utkast-kontaktperson.json"
ORGANISATION = SAMPLES / "organisation.toml"


def number(at: int) -> str:
    """Return the number of the record at a place, from 1."""
    return f"IFO 2026/{at:05}"


def letters(count: int, text: str = "") -> Iterator[str]:
    """Yield ``count`` records as lines of JSON; ``text`` makes them others than they were."""
    letter = json.loads(LETTER.read_text(encoding="utf-8"))
    del letter["$schema"]
    for at in range(1, count + 1):
        letter["arende"] = {"diarienummer": number(at)}
        if text:
            letter["utredning"]["id"] = text
        yield json.dumps(letter, ensure_ascii=False)


def export(path: Path, count: int, text: str = "") -> Path:
    """Write an export of ``count`` letters."""
    path.write_text("".join(f"{line}\n" for line in letters(count, text)), encoding="utf-8")
    return path


def order(source: Path, out: Path, *, workers: int = 2, overwrite: bool = False, form: Format = Format.DOCX) -> Order:
    """Return the order of a batch."""
    return Order(
        sources=(str(source),),
        out=out,
        organisation=ORGANISATION,
        today=TODAY,
        format=form,
        workers=workers,
        overwrite=overwrite,
    )


def carried_out(one: Order) -> list[Outcome]:
    """Carry out an order to its end and return what became of its records, in the order of the export."""
    outcomes = batch(one, lambda _: None, lambda: False)
    return sorted(outcomes, key=lambda outcome: (outcome.place.source, outcome.place.number))


def documents(out: Path) -> dict[str, bytes]:
    """Return what lies in the folder besides docgen's own."""
    files = [path for path in out.rglob("*") if path.is_file() and ".docgen" not in path.parts]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def wrong(out: Path) -> list[Disagreement]:
    """Return what a folder and its logbook disagree about."""
    with logbooks(out) as books:
        return list(disagreements(out, books))


def left_over(out: Path) -> list[str]:
    """Return what docgen has left in its own folder besides what belongs there."""
    own = {"logbook.lock", "logbook.sqlite", "nyckel"}
    return [path.name for path in (out / ".docgen").rglob("*") if path.name not in own]
