"""A group of commands, each loaded only when it is called."""

import importlib
from collections.abc import Mapping
from keyword import iskeyword
from typing import Any

import click

from docgen.cli.speech import SpokenCommand, said


class LazyGroup(SpokenCommand, click.Group):
    """A group that knows its commands by name and imports the module of the one that is called.

    ``modules`` are the modules by command; ``short`` begins the keys of the one-line helps.
    """

    def __init__(self, *, modules: Mapping[str, str], short: str, **settings: Any) -> None:  # noqa: ANN401 - click's own
        super().__init__(**settings)
        self.modules, self.short = modules, short

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Return the names of the commands in the order of the help."""
        return list(self.modules)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the command, or None when there is no such."""
        if cmd_name not in self.modules:
            return None
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name.replace("-", "_")
        found = getattr(importlib.import_module(self.modules[cmd_name]), name)
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of commands from the messages alone, so that help imports nothing heavy."""
        rows = [(name, said().help(f"{self.short}.{name}")) for name in self.modules]
        with formatter.section(said().word("kommandon")):
            formatter.write_dl(rows)
