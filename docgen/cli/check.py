"""``docgen validate``: hold records against their models and the law, and make nothing."""

import json
from datetime import date, datetime
from pathlib import Path

import click

from docgen.cli import exits
from docgen.cli.ordering import date_option, find_organisation, json_option, order_options
from docgen.cli.speech import SpokenCommand, lang_option, said
from docgen.order import Order
from docgen.run import check
from docgen.stages import report


@click.command(cls=SpokenCommand, help="validate")
@click.argument("exports", nargs=-1, required=True, metavar="EXPORT...")
@order_options
@date_option
@json_option
@lang_option
def validate(
    exports: tuple[str, ...],
    organisation: Path | None,
    templates: Path | None,
    today: datetime | None,
    *,
    as_json: bool,
) -> None:
    """Tell what is wrong with every record of every export."""
    order = Order(
        sources=exports,
        out=Path(),
        organisation=find_organisation(organisation, exports),
        today=today.date() if today else date.today(),  # noqa: DTZ011 - the front door asks the local calendar
        templates=templates,
    )
    words, tally = said(), report.Tally()
    for outcome in check(order):
        tally.add(outcome)
        told = (
            [json.dumps(report.as_data(outcome, words), ensure_ascii=False)]
            if as_json
            else report.lines(outcome, words)
        )
        for line in told:
            click.echo(line)
    facts = {"goda": str(tally.made), "felaktiga": str(tally.failed)}
    click.echo(words.word("granskat", **facts), err=True)
    if tally.failed:
        raise click.exceptions.Exit(exits.SOME_FAILED)
