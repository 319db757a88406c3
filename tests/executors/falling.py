"""Loaded by a worker of the tests: it falls over the record whose number the file says."""

import os
from pathlib import Path

from docgen.outcome import Failed, Task
from docgen.pipeline import Pipeline, Ready

found = Pipeline._found  # noqa: SLF001 - the one place where a record is begun


def falling(pipeline: Pipeline, task: Task) -> Ready | Failed:
    """Fall, or do as docgen does."""
    if task.place.key == Path(os.environ["DOCGEN_TEST_FALL"]).read_text(encoding="utf-8"):
        os._exit(1)
    return found(pipeline, task)


Pipeline._found = falling  # type: ignore[method-assign, assignment] # noqa: SLF001
