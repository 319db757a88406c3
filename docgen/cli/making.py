"""What the commands that make documents share: their options, and how they tell what became of the records."""

from collections.abc import Callable, Iterator
from typing import Any

import click

from docgen.cli.ordering import date_option, engine_option, json_option, order_options, public_option
from docgen.cli.speech import lang_option, option, said
from docgen.order import Format, Packing
from docgen.outcome import Outcome, Written
from docgen.stages import report


def making(command: Callable[..., Any]) -> Callable[..., Any]:
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


def told(outcomes: Iterator[Outcome], *, as_json: bool) -> Iterator[Outcome]:
    """Tell each outcome, and hand it on: data on standard output, what a person must know on standard error."""
    words = said()
    for outcome in outcomes:
        if as_json:
            click.echo(report.as_json(outcome, words))
        else:
            for line in report.lines(outcome, words):
                click.echo(line, err=True)
            for name in outcome.names if isinstance(outcome, Written) else ():
                click.echo(name)
        yield outcome
