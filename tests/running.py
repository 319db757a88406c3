"""The command line, called as the shell calls it, without the cost of a process."""

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from docgen.cli.app import start


@dataclass(frozen=True)
class Done:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:  # noqa: ANN401 - whatever was asked for
        """Return the answer as data."""
        return json.loads(self.out)


def docgen(*arguments: str | Path) -> Done:
    """Run the command line."""
    with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
        code = start([str(one) for one in arguments])
    return Done(code, out.getvalue(), err.getvalue())


def check(file: Path, typ: str = "bistandsbeslut", *more: str) -> Done:
    """Check a template."""
    return docgen("template", "check", file, "--type", typ, *more)
