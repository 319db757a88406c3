"""The options that more than one command takes, and the order they make."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

from docgen.cli.speech import Day, option, said
from docgen.errors import SettingsError, UsageError
from docgen.order import STDIN, Engine, Format, Order, Packing, is_address
from docgen.values.tecken import readable

F = TypeVar("F", bound=Callable[..., Any])
ORGANISATION = "organisation.toml"

json_option = option("--json", "as_json", is_flag=True, help="flagga.json")
date_option = option(
    "--date",
    "today",
    type=Day(),
    metavar="ÅÅÅÅ-MM-DD",
    envvar="DOCGEN_DATE",
    help="flagga.date",
)


public_option = option("--public", is_flag=True, help="flagga.public")

engine_option = option(
    "--engine",
    type=click.Choice([str(one) for one in Engine]),
    default=str(Engine.AUTO),
    envvar="DOCGEN_ENGINE",
    show_default=True,
    help="flagga.engine",
)


def order_options(command: F) -> F:
    """Add ``--organisation`` and ``--templates``."""
    file = click.Path(exists=True, dir_okay=False, path_type=Path)
    folder = click.Path(exists=True, file_okay=False, path_type=Path)
    command = option("--templates", type=folder, envvar="DOCGEN_TEMPLATES", help="flagga.templates")(command)
    return option("--organisation", type=file, envvar="DOCGEN_ORGANISATION", help="flagga.organisation")(command)


def ordered(sources: Sequence[str], *, single: bool = False, **chosen: Any) -> Order:  # noqa: ANN401 - click's options
    """Return the order that the options of a command make; an option that it does not have keeps its default.

    Raises UsageError U-08 for a folder or a file whose name is no text.
    """
    for given in (Path.cwd(), chosen.get("out"), chosen["organisation"], chosen["templates"]):
        _refuse_bytes(str(given))
    today = chosen.get("today") or date.today()  # noqa: DTZ011 - the front door asks the local calendar
    return Order(
        sources=sources,
        out=chosen.get("out", Path()),
        organisation=_organisation(chosen["organisation"], sources),
        today=today,
        format=Format(chosen.get("format_", Format.BOTH)),
        overwrite=chosen.get("overwrite", False),
        templates=chosen["templates"],
        single=single,
        packing=Packing(chosen.get("packing", Packing.SNABB)),
        engine=Engine(chosen.get("engine", Engine.AUTO)),
        publik=chosen.get("public", False),
        workers=chosen.get("workers", 1),
        shard=chosen.get("shard"),
        start=Path.cwd(),
        store=chosen.get("store", ""),
        cluster=chosen.get("cluster"),
    )


def _refuse_bytes(path: str) -> None:
    """Refuse a path in another encoding than UTF-8: no logbook and no message can hold it."""
    shown = readable(path)
    if shown != path:
        raise UsageError("U-08", sokvag=shown)


def _organisation(given: Path | None, sources: Sequence[str]) -> Path:
    """Return the settings file: the one given, else the nearest ``organisation.toml`` at or above every export.

    A letter never goes out under somebody else's name by default: SettingsError I-09 when there is none, UsageError
    U-05 when the exports have different ones.
    """
    if given is not None:
        return given
    found = {_nearest(_begins(source)) for source in sources or (STDIN,)}
    if len(found) > 1:
        raise UsageError("U-05", filer=", ".join(sorted(str(one) for one in found)))
    (only,) = found
    click.echo(said().word("organisation", fil=str(only)), err=True)
    return only


def _begins(source: str) -> Path:
    """Return where the settings of an export are looked for: from the working folder for what lies in none."""
    return Path.cwd() if source == STDIN or is_address(source) else Path(source).absolute()


def _nearest(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / ORGANISATION).is_file():
            return folder / ORGANISATION
    raise SettingsError("I-09")
