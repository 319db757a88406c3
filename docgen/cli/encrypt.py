"""``docgen encrypt``: copies of finished PDFs that only a password opens."""

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from docgen.binding.encrypt import SUFFIX, encrypted, refuse_short
from docgen.binding.opened import Unusable, named
from docgen.binding.saving import saved
from docgen.cli.ordering import json_option
from docgen.cli.speech import SpokenCommand, argument, lang_option, option, said
from docgen.errors import BadInput, UsageError
from docgen.stages.files import File

PASSWORD = "DOCGEN_PASSWORD"  # noqa: S105 - the name of the variable, not what it holds


@click.command(cls=SpokenCommand, help="encrypt")
@argument("files", nargs=-1, required=True, metavar="FILE.pdf...", type=click.Path(path_type=Path))
@option("--out", type=click.Path(file_okay=False, path_type=Path), required=True, help="flagga.out.encrypt")
@option("--overwrite", is_flag=True, help="flagga.overwrite")
@json_option
@lang_option
def encrypt(files: tuple[Path, ...], *, out: Path, overwrite: bool, as_json: bool) -> None:
    """Write an encrypted copy of each file; the password is asked for, or read from the environment."""
    targets = _targets(files, out)
    password = _password()
    refuse_short(password)
    for file, target in zip(files, targets, strict=True):
        _, reader = named(file)
        try:
            data = encrypted(reader, password)
        except Unusable as fault:
            raise BadInput("B-09", fil=str(file), orsak=fault.reason) from None
        saved([File(target, data)], overwrite=overwrite)
        click.echo(json.dumps({"fil": str(target)}, ensure_ascii=False) if as_json else str(target))
    click.echo(said().word("krypterat"), err=True)


def _targets(files: Sequence[Path], out: Path) -> Sequence[Path]:
    """Return the names of the copies; raise UsageError B-32 when two files would have the same."""
    targets = [out / f"{file.stem}{SUFFIX}.pdf" for file in files]
    for target in targets:
        if targets.count(target) > 1:
            raise UsageError("B-32", namn=target.name)
    return targets


def _password() -> str:
    """Return the password of the environment, else what is typed twice, unseen; raise UsageError B-30 when neither."""
    given = os.environ.get(PASSWORD)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        raise UsageError("B-30", variabel=PASSWORD)
    words = said()
    asked: str = click.prompt(
        words.word("losenord"), hide_input=True, confirmation_prompt=words.word("losenord_igen"), err=True
    )
    return asked
