"""``docgen bundle``: join the documents of a batch into print jobs."""

import json
from pathlib import Path

import click

from docgen.binding import bundle as print_jobs
from docgen.cli.ordering import json_option
from docgen.cli.speech import SpokenCommand, argument, lang_option, option, said


@click.command(cls=SpokenCommand, help="bundle")
@argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="flagga.out.bundle")
@json_option
@lang_option
def bundle(folder: Path, *, out: Path, as_json: bool) -> None:
    """Join the documents of a batch into print jobs, each document from the front of a sheet."""
    made, words = print_jobs.bundle(folder, out), said()
    sheets = sum(one.blad for one in made.placed)
    facts = {"dokument": len(made.placed), "jobb": len(made.made) - 1, "blad": sheets, "ogjorda": made.undone}
    click.echo(words.word("utskrift", **{name: str(number) for name, number in facts.items()}), err=True)
    if made.undone:
        click.echo(words.word("utskrift_ogjorda", antal=str(made.undone)), err=True)
    if as_json:
        click.echo(json.dumps(facts | {"filer": [str(one.path) for one in made.made]}, ensure_ascii=False))
        return
    for one in made.made:
        click.echo(str(one.path))
