"""``docgen validate``: hold records against their models and the law, and make nothing."""

from typing import Any

import click

from docgen.checking import check
from docgen.cli import exits
from docgen.cli.ordering import date_option, json_option, order_options, ordered, public_option
from docgen.cli.speech import SpokenCommand, argument, lang_option, said
from docgen.stages import report


@click.command(cls=SpokenCommand, help="validate")
@argument("exports", nargs=-1, required=True, metavar="EXPORT...")
@order_options
@date_option
@public_option
@json_option
@lang_option
def validate(exports: tuple[str, ...], *, as_json: bool, **chosen: Any) -> None:  # noqa: ANN401 - the options above
    """Tell what is wrong with every record of every export."""
    words, tally = said(), report.Tally()
    for outcome in check(ordered(exports, **chosen)):
        tally.add(outcome)
        for line in [report.as_json(outcome, words)] if as_json else report.lines(outcome, words):
            click.echo(line)
    click.echo(words.word("granskat", goda=str(tally.made), felaktiga=str(tally.failed)), err=True)
    if tally.failed:
        raise click.exceptions.Exit(exits.SOME_FAILED)
