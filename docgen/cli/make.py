"""``docgen render`` and ``docgen batch``: make documents."""

import json
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from docgen.cli import exits
from docgen.cli.ordering import date_option, find_organisation, json_option, order_options
from docgen.cli.progress import shown
from docgen.cli.speech import SpokenCommand, lang_option, option, said
from docgen.errors import UsageError
from docgen.order import Format, Order
from docgen.outcome import Failed, Outcome
from docgen.run import run
from docgen.stages import read, report


def _making(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that render and batch share."""
    for add in (
        lang_option,
        json_option,
        date_option,
        option("--overwrite", is_flag=True, help="flagga.overwrite"),
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
@click.argument("record", metavar="RECORD.json")
@option("--out", type=click.Path(file_okay=False, path_type=Path), default=Path(), help="flagga.out.render")
@_making
def render(record: str, **chosen: Any) -> None:  # noqa: ANN401 - the options of _making
    """Make the documents of one record."""
    order = _order((record,), **chosen)
    if record != read.STDIN:
        _refuse_many(record)
    outcomes = list(_told(run(order), as_json=chosen["as_json"]))
    failed = [one for one in outcomes if isinstance(one, Failed)]
    if failed:
        code = 73 if failed[0].code in exits.EXISTS_ALREADY else 65
        raise click.exceptions.Exit(code)


@click.command(cls=SpokenCommand, help="batch")
@click.argument("exports", nargs=-1, required=True, metavar="EXPORT...")
@option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="flagga.out.batch")
@_making
def batch(exports: tuple[str, ...], **chosen: Any) -> None:  # noqa: ANN401 - the options of _making
    """Make the documents of every record of every export."""
    order = _order(exports, **chosen)
    began, tally = time.perf_counter(), report.Tally()
    total = None if read.STDIN in exports else sum(1 for _ in read.records(exports))
    for outcome in _told(shown(run(order), total, said()), as_json=chosen["as_json"]):
        tally.add(outcome)
    for line in report.summary(tally, time.perf_counter() - began, said()):
        click.echo(line, err=True)
    if tally.failed:
        raise click.exceptions.Exit(exits.SOME_FAILED)


def _told(outcomes: Iterator[Outcome], *, as_json: bool) -> Iterator[Outcome]:
    """Tell each outcome, and hand it on: data on standard output, what a person must know on standard error."""
    words = said()
    for outcome in outcomes:
        if as_json:
            click.echo(json.dumps(report.as_data(outcome, words), ensure_ascii=False))
        else:
            for line in report.lines(outcome, words):
                click.echo(line, err=True)
            for path in () if isinstance(outcome, Failed) else outcome.files:
                click.echo(str(path))
        yield outcome


def _refuse_many(source: str) -> None:
    found = read.records((source,))
    if len([raw for raw, _ in zip(found, range(2), strict=False)]) > 1:
        raise UsageError("U-02", fil=source)


def _order(sources: tuple[str, ...], **chosen: Any) -> Order:  # noqa: ANN401 - click's options
    day: datetime | None = chosen["today"]
    return Order(
        sources=sources,
        out=chosen["out"],
        organisation=find_organisation(chosen["organisation"], sources),
        today=day.date() if day else date.today(),  # noqa: DTZ011 - the front door asks the local calendar
        format=Format(chosen["format_"]),
        overwrite=chosen["overwrite"],
        templates=chosen["templates"],
    )
