"""``docgen template``: for the one who edits the Word templates."""

from collections.abc import Mapping

import click

from docgen.cli.lazy import LazyGroup
from docgen.cli.speech import lang_option

COMMANDS: Mapping[str, str] = {
    "new": "docgen.cli.template_kit",
    "fields": "docgen.cli.template_fields",
    "check": "docgen.cli.template_try",
    "preview": "docgen.cli.template_try",
    "text": "docgen.cli.template_kit",
}


@click.group(cls=LazyGroup, modules=COMMANDS, short="kort.template", help="template")
@lang_option
def template() -> None:
    """Take the order to the command that was named."""
