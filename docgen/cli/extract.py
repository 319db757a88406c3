"""``docgen extract``: cut a § out of a finished protocol."""

import json
from datetime import date
from pathlib import Path

import click

from docgen.binding import extract as cut
from docgen.binding.opened import Unusable, named
from docgen.binding.saving import saved
from docgen.cli.ordering import date_option, json_option
from docgen.cli.speech import SpokenCommand, argument, lang_option, option, said
from docgen.errors import BadInput
from docgen.stages.files import File


@click.command(cls=SpokenCommand, help="extract")
@argument("protocol", metavar="PROTOCOL.pdf", type=click.Path(path_type=Path))
@option("--paragraf", type=click.IntRange(1, 9999), required=True, metavar="N", help="flagga.paragraf")
@option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True, help="flagga.out.extract")
@option("--bestyrks-av", "certifier", default="", metavar="NAME", help="flagga.bestyrks_av")
@option("--organ", default="", metavar="NAME", help="flagga.organ")
@date_option
@option("--overwrite", is_flag=True, help="flagga.overwrite")
@json_option
@lang_option
def extract(  # noqa: PLR0913 - click's options
    protocol: Path,
    *,
    paragraf: int,
    out: Path,
    certifier: str,
    organ: str,
    today: date | None,
    overwrite: bool,
    as_json: bool,
) -> None:
    """Cut the pages of a § out of a finished protocol; refuse when one of them holds another § too."""
    _, reader = named(protocol)
    day = today or date.today()  # noqa: DTZ011 - the front door asks the local calendar
    try:
        made = cut.extract(reader, paragraf, cut.Certified(certifier, day), organ)
    except Unusable as fault:
        raise BadInput("B-09", fil=str(protocol), orsak=fault.reason) from None
    saved([File(out, made.data)], overwrite=overwrite)
    first, last = made.pages[0], made.pages[-1]
    if as_json:
        data = {"fil": str(out), "paragraf": paragraf, "sidor": [first, last]}
        click.echo(json.dumps(data, ensure_ascii=False))
        return
    click.echo(said().word("utdraget", paragraf=str(paragraf), forsta=str(first), sista=str(last)), err=True)
    click.echo(str(out))
