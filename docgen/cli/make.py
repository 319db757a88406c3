"""``docgen render`` and ``docgen batch``: make documents."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import click

from docgen.cli import exits
from docgen.cli.ordering import date_option, engine_option, json_option, order_options, ordered, public_option
from docgen.cli.progress import shown
from docgen.cli.speech import SpokenCommand, argument, lang_option, option, said
from docgen.order import Format, Packing
from docgen.outcome import Failed, Outcome
from docgen.run import run
from docgen.stages import report


def _making(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that render and batch share."""
    for add in (
        lang_option,
        json_option,
        date_option,
        option("--overwrite", is_flag=True, help="flagga.overwrite"),
        engine_option,
        public_option,
        option(
            "--packing",
            type=click.Choice([str(one) for one in Packing]),
            default=str(Packing.SNABB),
            envvar="DOCGEN_PACKING",
            show_default=True,
            help="flagga.packing",
        ),
        option(
            "--format",
            "format_",
            type=click.Choice([str(one) for one in Format]),
            default=str(Format.BOTH),
            envvar="DOCGEN_FORMAT",
            show_default=True,
            help="flagga.format",
        ),
        order_options,
    ):
        command = add(command)
    return command


@click.command(cls=SpokenCommand, help="render")
@argument("record", metavar="RECORD.json")
@option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="flagga.out.render")
@_making
def render(record: str, **chosen: Any) -> None:  # noqa: ANN401 - the options of _making
    """Make the documents of one record."""
    for outcome in told(run(ordered((record,), single=True, **chosen)), as_json=chosen["as_json"]):
        if isinstance(outcome, Failed):
            raise click.exceptions.Exit(exits.of_failed(outcome))


@click.command(cls=SpokenCommand, help="batch")
@argument("exports", nargs=-1, required=True, metavar="EXPORT...")
@option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="flagga.out.batch")
@_making
def batch(exports: tuple[str, ...], **chosen: Any) -> None:  # noqa: ANN401 - the options of _making
    """Make the documents of every record of every export."""
    began, tally = time.perf_counter(), report.Tally()
    outcomes = shown(run(ordered(exports, **chosen)), exports, said())
    for outcome in told(outcomes, as_json=chosen["as_json"]):
        tally.add(outcome)
    for line in report.summary(tally, time.perf_counter() - began, said()):
        click.echo(line, err=True)
    if tally.failed:
        raise click.exceptions.Exit(exits.SOME_FAILED)


def told(outcomes: Iterator[Outcome], *, as_json: bool) -> Iterator[Outcome]:
    """Tell each outcome, and hand it on: data on standard output, what a person must know on standard error."""
    words = said()
    for outcome in outcomes:
        if as_json:
            click.echo(report.as_json(outcome, words))
        else:
            for line in report.lines(outcome, words):
                click.echo(line, err=True)
            for path in () if isinstance(outcome, Failed) else outcome.files:
                click.echo(str(path))
        yield outcome
