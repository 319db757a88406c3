"""``docgen status`` and ``docgen verify``: what became of a batch, and whether its files are as they were made."""

import csv
import io
import json
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

import click

from docgen.cli import exits
from docgen.cli.ordering import json_option
from docgen.cli.speech import SpokenCommand, argument, lang_option, option, said
from docgen.folder import logbooks
from docgen.logbook.tables import Row, Status
from docgen.logbook.verify import Fault, disagreements
from docgen.messages import Messages
from docgen.outcome import Failed
from docgen.stages import report


class Form(StrEnum):
    """How the report is written."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


folder = argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
WORDS = {
    Fault.SAKNAS: "verify_saknas",
    Fault.ANDRAD: "verify_andrad",
    Fault.FRAMMANDE: "verify_frammande",
    Fault.LOGGRAD: "verify_loggrad",
    Fault.RADER: "verify_rader",
}
COLUMNS = ("fil", "post", "nyckel", "typ", "status", "kod", "plats", "vad", "gor")


@click.command(cls=SpokenCommand, help="status")
@folder
@option("--format", "form", type=click.Choice([str(one) for one in Form]), default=str(Form.TEXT), help="flagga.form")
@lang_option
def status(folder: Path, *, form: str) -> None:
    """Tell what became of every record of the last run in a folder."""
    with logbooks(folder) as books:
        counts = {one: sum(book.counts().get(one, 0) for book in books) for one in Status}
        rows = (row for book in books for row in book.rows())
        for line in _written(rows, counts, Form(form), said()):
            click.echo(line)
    if counts[Status.MISSLYCKAD] or counts[Status.VANTAR]:
        raise click.exceptions.Exit(exits.SOME_FAILED)


def _written(rows: Iterator[Row], counts: dict[Status, int], form: Form, words: Messages) -> Iterator[str]:
    if form is Form.JSON:
        yield json.dumps({"antal": {str(one): number for one, number in counts.items()}}, ensure_ascii=False)
        yield from (json.dumps(one, ensure_ascii=False) for row in rows for one in _data(row, words))
    elif form is Form.CSV:
        yield _csv(COLUMNS)
        yield from (_csv([one.get(name, "") for name in COLUMNS]) for row in rows for one in _data(row, words))
    else:
        yield words.word("laget", **{str(one): str(number) for one, number in counts.items()})
        for row in rows:
            if row.kod:
                yield from report.lines(Failed(row.place, row.kod, row.fynd), words)


def _data(row: Row, words: Messages) -> Iterator[dict[str, str]]:
    """Yield a line for each thing that was said of the record, or one when nothing was."""
    base = {"fil": row.place.source, "post": str(row.place.number), "nyckel": row.place.key, "typ": row.typ}
    base |= {"status": str(row.status), "kod": row.kod}
    for one in row.fynd:
        what, remedy = words.what(one.code, one.facts), words.remedy(one.code, one.facts)
        yield base | {"kod": one.code, "plats": one.path, "vad": what, "gor": remedy}
    if not row.fynd:
        yield base


def _csv(values: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line, delimiter=";", lineterminator="").writerow(values)
    return line.getvalue()


@click.command(cls=SpokenCommand, help="verify")
@folder
@json_option
@lang_option
def verify(folder: Path, *, as_json: bool) -> None:
    """Hold the files of a folder against its logbook; exit 1 when they disagree."""
    words, found = said(), 0
    with logbooks(folder) as books:
        for one in disagreements(folder, books):
            found += 1
            data = {"fel": str(one.fault), "namn": one.namn}
            click.echo(json.dumps(data) if as_json else words.word(WORDS[one.fault], namn=one.namn))
        files = sum(1 for book in books for _ in book.files())
    click.echo(words.word("verifierat", filer=str(files), fel=str(found)), err=True)
    if found:
        raise click.exceptions.Exit(exits.SOME_FAILED)
