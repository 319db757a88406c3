"""``docgen timeline``: what falls when in the aftercare around LVM, from the days of the care in a record."""

import json
import textwrap
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import click

from docgen import rulebook
from docgen.cli import exits
from docgen.cli.ordering import date_option, json_option, order_options, ordered
from docgen.cli.speech import SpokenCommand, argument, lang_option, said
from docgen.documents.rule import Setting
from docgen.documents.samverkan.parter import Lvm
from docgen.documents.samverkan.tidslinje import PROCESSKARTAN, Handelse, Lage, tidslinje
from docgen.errors import RecordError, UsageError
from docgen.messages import Messages
from docgen.outcome import Failed
from docgen.stages import read, report, validate

WHEN, STATE, TOLD = 25, 10, 72
"""The widths of the columns: the days, whether they have been, what happens."""


@click.command(cls=SpokenCommand, help="timeline")
@argument("record", metavar="RECORD.json")
@order_options
@date_option
@json_option
@lang_option
def timeline(
    record: str, *, organisation: Path | None, templates: Path | None, today: date | None, as_json: bool
) -> None:
    """Print the timeline of the record's care under LVM."""
    words = said()
    order = ordered((record,), organisation=organisation, templates=templates, today=today)
    setting = rulebook.setting(order)
    lvm = _lvm(record, setting, words)
    events = [_as_data(one, state, lvm, setting, words) for one, state in tidslinje(lvm, setting.today)]
    if as_json:
        click.echo(json.dumps(events, ensure_ascii=False))
        return
    head = words.word("tid_rubrik", inledd=str(lvm.inledd), dagar=str(lvm.ej_raknade_dagar), i_dag=str(setting.today))
    click.echo(f"{head}\n")
    for event in events:
        click.echo("\n".join(_row(event)))


def _lvm(source: str, setting: Setting, words: Messages) -> Lvm:
    """Return the care under LVM of the only record in ``source``.

    Raises UsageError U-02 (several records) or U-06 (no such care); a record with faults is told and ends the command.
    """
    (raw,) = read.only(read.records([source]))
    try:
        found = validate.record(raw, setting)
    except RecordError as error:
        failed = Failed(raw.place, error.code, error.findings, error.facts)
        click.echo("\n".join(report.lines(failed, words)), err=True)
        raise click.exceptions.Exit(exits.of(error)) from None
    lvm = getattr(found.record, "lvm", None)
    if not isinstance(lvm, Lvm):
        raise UsageError("U-06", typ=found.kind.slug)
    return lvm


def _as_data(one: Handelse, state: Lage, lvm: Lvm, setting: Setting, words: Messages) -> Mapping[str, str | None]:
    """Return the event in words; the law is cited as on the day the care began."""
    section = None if one.kalla == PROCESSKARTAN else setting.law.find(one.kalla, lvm.inledd)
    return {
        "skede": one.skede.removeprefix("tid_"),
        "fran": one.fran.isoformat(),
        "till": one.till.isoformat() if one.till else None,
        "lage": words.word(state),
        "vad": words.word(one.skede),
        "vem": words.word(one.vem),
        "kalla": section.kort if section else words.word(PROCESSKARTAN),
    }


def _row(event: Mapping[str, str | None]) -> Iterator[str]:
    """Yield the lines of an event: when and whether it has been, what, and below it who and by which source."""
    left = f"{_days(event):<{WHEN}}{event['lage']:<{STATE}}"
    for line in (*textwrap.wrap(str(event["vad"]), TOLD), f"  {event['vem']}. {event['kalla']}."):
        yield f"{left}{line}"
        left = " " * (WHEN + STATE)


def _days(event: Mapping[str, str | None]) -> str:
    if event["till"] is None:
        return f"{event['fran']} \N{EN DASH}"
    if event["till"] == event["fran"]:
        return str(event["fran"])
    return f"{event['fran']} \N{EN DASH} {event['till']}"
