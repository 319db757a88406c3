"""``docgen import``: the export of another system becomes docgen's own records, by a map."""

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from docgen.cli import exits
from docgen.cli.ordering import date_option, json_option
from docgen.cli.speech import SpokenCommand, argument, lang_option, option, said
from docgen.errors import RecordError
from docgen.importing import mapping, outfile, translation
from docgen.outcome import Failed
from docgen.stages import read, report

STDOUT = "-"


@click.command("import", cls=SpokenCommand, help="import")
@argument("exports", nargs=-1, required=True, metavar="EXPORT...")
@option(
    "--from",
    "map_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    metavar="MAP.toml",
    help="flagga.from",
)
@option("--out", type=click.Path(dir_okay=False), default=STDOUT, metavar="FILE.jsonl", help="flagga.out.import")
@option("--overwrite", is_flag=True, help="flagga.overwrite")
@date_option
@json_option
@lang_option
def import_(  # noqa: PLR0913 - one for each option
    *, exports: tuple[str, ...], map_file: Path, out: str, overwrite: bool, today: date | None, as_json: bool
) -> None:
    """Write docgen's record of every foreign one, and tell what became of the others."""
    karta = mapping.load(map_file)
    tally = report.Tally()
    day = today or date.today()  # noqa: DTZ011 - the front door asks the local calendar
    made = _made(exports, karta, day, tally, as_json=as_json)
    if out == STDOUT:
        stdout = sys.stdout.buffer  # JSON is UTF-8, whatever the terminal speaks
        stdout.writelines(made)
        stdout.flush()
    else:
        outfile.write(made, Path(out), overwrite=overwrite)
    click.echo(said().word("importerat", goda=str(tally.made), felaktiga=str(tally.failed)), err=True)
    if tally.failed:
        raise click.exceptions.Exit(exits.SOME_FAILED)


def _made(
    exports: tuple[str, ...], karta: mapping.Karta, today: date, tally: report.Tally, *, as_json: bool
) -> Iterator[bytes]:
    """Yield each record that could be made; tell the others on standard error."""
    words = said()
    for raw in read.records(exports):
        try:
            yield translation.record(raw, karta, today)
            tally.made += 1
        except RecordError as error:
            failed = Failed(raw.place, error.code, error.findings)
            tally.add(failed)
            for line in [report.as_json(failed, words)] if as_json else report.lines(failed, words):
                click.echo(line, err=True)
