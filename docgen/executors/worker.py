"""A worker process: reads the records of its tasks, makes their documents, and answers when they are on the disk.

``python -m docgen.executors.worker FD PID``. It gets the order over the pipe first, then groups of tasks, and nothing
when it may go. It answers with the row of each task it begins, with what became of tasks, or with the failure that
stops the batch. At SIGTERM it finishes the record it is at, answers for what is made, and goes.
"""

import signal
import sys
import time
from collections.abc import Sequence
from multiprocessing.connection import Connection
from types import FrameType

from docgen import preflight
from docgen.engines.choice import chosen
from docgen.errors import RunError
from docgen.executors.calling import called
from docgen.order import Order
from docgen.outcome import Task
from docgen.pipeline import Pipeline

READY = 0
"""The row of no task: what a worker says when it can begin."""

AT_MOST = 1.0
"""Seconds that finished documents wait for others before they are written."""


class Pace:
    """Tells of each task that it begins, and when it is time to write what is made and answer for it."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe, self.since, self.going = pipe, 0.0, False
        signal.signal(signal.SIGTERM, self._go)

    def __call__(self, task: Task) -> bool:
        """Tell that ``task`` begins and return True, or False when the made ones come first."""
        if self.going or time.monotonic() - self.since > AT_MOST:
            return False
        self._pipe.send(task.row)
        return True

    def _go(self, _number: int, _frame: FrameType | None) -> None:
        self.going = True


def main(arguments: Sequence[str]) -> int:
    """Work until nothing more is wanted; return the exit code."""
    pipe = called(arguments)
    order: Order = pipe.recv()
    try:
        with chosen(order.engine) as engines:
            work(pipe, Pipeline(order, preflight.prepare(order), engines))
    except RunError as error:
        pipe.send(error)
    except (EOFError, BrokenPipeError):
        return 1  # whoever called has gone
    return 0


def work(pipe: Connection, pipeline: Pipeline) -> None:
    """Carry out groups of tasks until there is none, or until it is told to go."""
    pace = Pace(pipe)
    pipe.send(READY)
    while not pace.going and (group := pipe.recv()) is not None:
        while group and not pace.going:
            pace.since = time.monotonic()
            finished = pipeline.group(group, pace)
            pipe.send(finished)
            group = group[len(finished) :]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
