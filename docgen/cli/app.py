"""The group of commands; each is loaded only when it is called."""

import errno
import os
import sys
from collections.abc import Mapping, Sequence
from itertools import pairwise

import click

from docgen import __version__
from docgen.cli import exits
from docgen.cli.lazy import LazyGroup
from docgen.cli.speech import SpokenOption, lang_option, said, speak
from docgen.errors import BUG, DocgenError, OutputFailed, bug_facts
from docgen.messages import Lang
from docgen.stages import faults, report
from docgen.templating.verdict import Refused

COMMANDS: Mapping[str, str] = {
    "render": "docgen.cli.make",
    "batch": "docgen.cli.batch",
    "retry": "docgen.cli.batch",
    "status": "docgen.cli.status",
    "verify": "docgen.cli.status",
    "merge-logbooks": "docgen.cli.merge",
    "timeline": "docgen.cli.timeline",
    "validate": "docgen.cli.check",
    "import": "docgen.cli.importing",
    "check": "docgen.cli.conformance",
    "extract": "docgen.cli.extract",
    "bundle": "docgen.cli.bundle",
    "encrypt": "docgen.cli.encrypt",
    "template": "docgen.cli.template",
    "types": "docgen.cli.show",
    "schema": "docgen.cli.show",
    "sample": "docgen.cli.show",
    "explain": "docgen.cli.show",
    "doctor": "docgen.cli.doctor",
}

_UNHEARD = frozenset({errno.EPIPE, errno.ENOSPC, errno.EIO, errno.EFBIG})
"""What the system says when nobody takes our output: its reader has gone, or it goes to a disk that is full."""


@click.group(
    cls=LazyGroup,
    modules=COMMANDS,
    short="kort",
    help="docgen",
    context_settings={"help_option_names": ["-h", "--help"]},
)
@lang_option
@click.version_option(__version__, prog_name="docgen", help="flagga.version", cls=SpokenOption)
def docgen() -> None:
    """Take the order to the command that was named."""


def start(arguments: Sequence[str]) -> int:
    """Run the command line and return its exit code; no failure of ours ever shows a traceback."""
    speak(_early_lang(arguments))
    try:
        with docgen.make_context("docgen", list(arguments)) as ctx:
            docgen.invoke(ctx)
    except click.exceptions.Exit as leave:
        return leave.exit_code
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(said().word("avbrutet"), err=True)
        return exits.INTERRUPTED
    except Exception as error:  # noqa: BLE001 - also a fault of ours is told without a traceback, which could hold data
        return _told(error)
    return exits.DONE


def _told(error: Exception) -> int:
    """Tell what stopped the command, and return its exit code."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what is left to say goes nowhere
    if isinstance(error, OSError) and error.errno in _UNHEARD and error.filename is None:
        if isinstance(error, BrokenPipeError):
            return exits.CODES[OutputFailed]
        error = OutputFailed("S-15", orsak=errno.errorcode[error.errno])
    code, facts = (error.code, error.facts) if isinstance(error, DocgenError) else (BUG, bug_facts(error))
    told = report.refusal(code, facts, said())
    if isinstance(error, Refused):
        told += faults.lines(error.verdict, said())
    click.echo("\n".join(told), err=True)
    return exits.of(error) if isinstance(error, DocgenError) else exits.BUG


def _early_lang(arguments: Sequence[str]) -> Lang:
    """Return the language for faults in the command line itself, before click has read it."""
    words = [part for argument in arguments for part in argument.split("=", 1)]
    asked = dict(pairwise(words)).get("--lang", os.environ.get("DOCGEN_LANG", ""))
    return Lang(asked) if asked in set(Lang) else Lang.SV
