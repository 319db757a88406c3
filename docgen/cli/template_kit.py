"""``docgen template new`` and ``text``: the files that a municipality edits, copied out and read as text."""

import json
from pathlib import Path

import click

from docgen.cli.ordering import json_option
from docgen.cli.show import kind_called
from docgen.cli.speech import SpokenCommand, argument, lang_option, said
from docgen.errors import CannotCreate, RecordError
from docgen.preflight import shared
from docgen.rehearsal import members
from docgen.resources import shipped_file
from docgen.stages import faults, write
from docgen.stages.files import Copied, File
from docgen.templating import text as word_text


@click.command(cls=SpokenCommand, help="template.new")
@argument("typ", metavar="TYPE")
@argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@json_option
@lang_option
def new(typ: str, folder: Path, *, as_json: bool) -> None:
    """Copy the shipped template and sentences of a type into a folder, for ``--templates``.

    The sentences that all types share may be there already, since the kit of another type brought them.
    """
    kind, words = kind_called(typ), said()
    common = [name for name in shared(kind) if not (folder / name).exists()]
    names = [f"{kind.slug}/template.docx", f"{kind.slug}/wording.toml", *common]
    files = [File(folder / name, Copied(shipped_file(name).read_bytes())) for name in names]
    try:
        paths = [one.path for one in write.atomically(files, overwrite=False)]
    except RecordError as error:
        raise CannotCreate("M-52", fil=str(folder / kind.slug / error.facts["namn"])) from None
    if as_json:
        click.echo(json.dumps({"filer": [str(path) for path in paths]}, ensure_ascii=False))
        return
    for path in paths:
        click.echo(str(path))
    click.echo(words.word("ny_mall", mall=str(paths[0]), typ=kind.slug, mapp=str(folder)), err=True)


@click.command(cls=SpokenCommand, help="template.text")
@argument("file", metavar="FILE", type=click.Path(path_type=Path))
@lang_option
def text(file: Path) -> None:
    """Print the text and the tags of a template, part by part."""
    for part, lines in word_text.read(members(file)):
        click.echo("\n".join((f"== {faults.called(part, said())}", *lines, "")))
