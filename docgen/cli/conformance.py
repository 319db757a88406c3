"""``docgen check``: hold finished PDFs against PDF/UA-1 and PDF/A-2a."""

import json
from pathlib import Path

import click

from docgen.cli import exits
from docgen.cli.speech import SpokenCommand, argument, lang_option, option, said
from docgen.conformance import check as findings
from docgen.conformance import telling, vera
from docgen.errors import BadInput, NoInput, NotPermitted


@click.command(cls=SpokenCommand, help="check")
@argument("files", nargs=-1, required=True, metavar="FILE.pdf...", type=click.Path(path_type=Path))
@option("--json", "as_json", is_flag=True, help="flagga.json.svar")
@lang_option
def check(files: tuple[Path, ...], *, as_json: bool) -> None:
    """Tell what keeps each PDF from being accessible and archival; the exit code is 65 when anything does."""
    passed = [_told(file, as_json=as_json) for file in files]
    if not all(passed):
        raise click.exceptions.Exit(exits.CODES[BadInput])


def _told(file: Path, *, as_json: bool) -> bool:
    """Tell what is wrong with one file, and return whether it passes."""
    words, found, second = said(), findings(_content(file)), vera.verdicts(file)
    if as_json:
        data = telling.as_data(str(file), found, words) | ({"verapdf": dict(second)} if second else {})
        click.echo(json.dumps(data, ensure_ascii=False))
        return telling.passes(found)
    for line in telling.lines(found, words):
        click.echo(line)
    if second:
        click.echo(telling.verdicts(second, words))
    click.echo(telling.summary(str(file), found, words))
    return telling.passes(found)


def _content(file: Path) -> bytes:
    """Return the bytes of a file; raise NoInput K-48 when it is not there, NotPermitted J-12 when it is closed."""
    try:
        return file.read_bytes()
    except PermissionError:
        raise NotPermitted("J-12", fil=str(file)) from None
    except OSError:
        raise NoInput("K-48", fil=str(file)) from None
