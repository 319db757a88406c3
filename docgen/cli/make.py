"""``docgen render``: make the documents of one record."""

from pathlib import Path
from typing import Any

import click

from docgen.cli import exits
from docgen.cli.making import making, told
from docgen.cli.ordering import ordered
from docgen.cli.speech import SpokenCommand, argument, option
from docgen.outcome import Failed
from docgen.run import run


@click.command(cls=SpokenCommand, help="render")
@argument("record", metavar="RECORD.json")
@option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="flagga.out.render")
@making
def render(record: str, **chosen: Any) -> None:  # noqa: ANN401 - the options of making
    """Make the documents of one record."""
    for outcome in told(run(ordered((record,), single=True, **chosen)), as_json=chosen["as_json"]):
        if isinstance(outcome, Failed):
            raise click.exceptions.Exit(exits.of_failed(outcome))
