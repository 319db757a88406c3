"""Commands that speak the reader's language: help texts are keys of the messages, read when they are shown."""

import gettext
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import Any, TypeVar

import click

from docgen import messages
from docgen.messages import Lang, Messages
from docgen.resources import PACKAGE

F = TypeVar("F", bound=Callable[..., Any])


def speak(lang: Lang) -> None:
    """Let click's own words be in ``lang``; gettext asks the environment at each word."""
    os.environ["LANGUAGE"] = str(lang)
    gettext.bindtextdomain("docgen", str(PACKAGE / "locale"))
    gettext.textdomain("docgen")


def said() -> Messages:
    """Return the sentences in the language that was last asked for; ``start`` asks for one before anything else."""
    return messages.of(Lang(os.environ["LANGUAGE"]))


@contextmanager
def _help_in_words(spoken: click.Option | click.Command) -> Iterator[None]:
    """Put the words in the place of the key in ``help`` for as long as click shows it."""
    key, spoken.help = spoken.help, said().help(spoken.help or "")
    try:
        yield
    finally:
        spoken.help = key


class SpokenOption(click.Option):
    """An option whose ``help``, and ``metavar`` if it has one, are keys of the messages."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the placeholder, in the language of this call."""
        return said().help(super().make_metavar(ctx))

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        """Return the option's row in the help, in the language of this call."""
        with _help_in_words(self):
            return super().get_help_record(ctx)

    def get_help_extra(self, ctx: click.Context) -> Any:  # noqa: ANN401 - click's own typed dict, handed on
        """Return what stands in brackets after the help; click's word for a required option cannot be translated."""
        extra = super().get_help_extra(ctx)
        if "required" in extra:
            extra["required"] = said().word("kravs")
        return extra


class SpokenArgument(click.Argument):
    """An argument whose placeholder is a key of the messages."""

    def make_metavar(self, ctx: click.Context) -> str:
        """Return the placeholder, in the language of this call."""
        return said().help(super().make_metavar(ctx))


class Day(click.ParamType[date]):
    """A day as YYYY-MM-DD."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:  # noqa: ANN401
        """Return the day, or refuse in the language of this call."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(value)
        except ValueError:
            self.fail(said().word("inget_datum", varde=value), param, ctx)


class SpokenCommand(click.Command):
    """A command, or a group, that tells its help and usage in the language of this call."""

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the help; the command's own ``help`` is a key of the messages."""
        with _help_in_words(self):
            super().format_help_text(ctx, formatter)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the pieces of the usage line, with click's placeholders in the language of this call."""
        pieces = super().collect_usage_pieces(ctx)
        return [said().help(piece) for piece in pieces]


def _set_lang(_ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    if value is not None:
        speak(Lang(value))


def lang_option(command: F) -> F:
    """Add ``--lang``, which every command takes, before and after its name."""
    return click.option(
        "--lang",
        type=click.Choice([str(lang) for lang in Lang]),
        envvar="DOCGEN_LANG",
        is_eager=True,
        expose_value=False,
        callback=_set_lang,
        help="flagga.lang",
        cls=SpokenOption,
    )(command)


def argument(name: str, **settings: Any) -> Callable[[F], F]:  # noqa: ANN401 - click's own settings, handed on
    """Add an argument whose ``metavar`` is a key of the messages."""
    return click.argument(name, cls=SpokenArgument, **settings)


def option(*names: str, **settings: Any) -> Callable[[F], F]:  # noqa: ANN401 - click's own settings, handed on
    """Add an option whose ``help`` is a key of the messages."""
    return click.option(*names, cls=SpokenOption, **settings)
