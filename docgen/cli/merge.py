"""``docgen merge-logbooks``: the logbooks of all shards of a run become one."""

from pathlib import Path

import click

from docgen.cli.speech import SpokenCommand, argument, lang_option, said
from docgen.folder import merged


@click.command("merge-logbooks", cls=SpokenCommand, help="merge-logbooks")
@argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@lang_option
def merge_logbooks(folder: Path) -> None:
    """Join the logbooks in a folder, when all shards are finished."""
    parts, records = merged(folder)
    click.echo(said().word("sammanslaget", antal=str(parts), poster=str(records)), err=True)
