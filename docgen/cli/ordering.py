"""The options that more than one command takes, and the organisation that a call is for."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, TypeVar

import click

from docgen.cli.speech import option, said
from docgen.errors import SettingsError

F = TypeVar("F", bound=Callable[..., Any])
ORGANISATION = "organisation.toml"

json_option = option("--json", "as_json", is_flag=True, help="flagga.json")
date_option = option(
    "--date",
    "today",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="ÅÅÅÅ-MM-DD",
    envvar="DOCGEN_DATE",
    help="flagga.date",
)


def order_options(command: F) -> F:
    """Add ``--organisation`` and ``--templates``."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    command = option("--templates", type=folder, envvar="DOCGEN_TEMPLATES", help="flagga.templates")(command)
    return option("--organisation", type=file, envvar="DOCGEN_ORGANISATION", help="flagga.organisation")(command)


def find_organisation(given: Path | None, sources: Sequence[str]) -> Path:
    """Return the settings file: the one given, else the nearest ``organisation.toml`` at or above the first export.

    A letter never goes out under somebody else's name by default: when none is found, SettingsError I-09.
    """
    if given is not None:
        return given
    start = Path(sources[0]).resolve() if sources and sources[0] != "-" else Path.cwd() / "-"
    for folder in [start, *start.parents]:
        if (folder / ORGANISATION).is_file():
            found = folder / ORGANISATION
            click.echo(said().word("organisation", fil=str(found)), err=True)
            return found
    raise SettingsError("I-09")
