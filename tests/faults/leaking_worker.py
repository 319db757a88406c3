"""A worker that forgets nothing: it keeps some memory and something open for every record, for a soak to see."""

import os
import sys

from docgen.executors import worker
from docgen.outcome import Task
from docgen.pipeline import Pipeline

KEPT: list[object] = []
EACH = 100_000


def main() -> int:
    """Work, and keep."""
    found = Pipeline._found  # noqa: SLF001 - the one place where a record is begun

    def keeping(pipeline: Pipeline, task: Task) -> object:
        KEPT.extend((bytearray(EACH), os.dup(2)))
        return found(pipeline, task)

    Pipeline._found = keeping  # type: ignore[method-assign,assignment] # noqa: SLF001
    return worker.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
