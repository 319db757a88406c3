"""What a worker of a cluster does: makes the documents of a range of tasks and answers when they are on the disk.

Nothing here knows the cluster. A process keeps what it has set up for a run until other runs need the room. Workers get
places in the export and answer with rows of the logbook: no record passes between machines but by the files themselves.
"""

import faulthandler
import os
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import ExitStack, closing
from importlib.metadata import version
from platform import python_version

from docgen import __version__, preflight
from docgen.engines.choice import chosen
from docgen.errors import RunError, Unavailable
from docgen.order import Order
from docgen.outcome import Done, Task
from docgen.pipeline import Pipeline

GROUP = 16
"""Records that are written to the disk together."""
AT_MOST = 1.0
"""Seconds that finished documents wait for others before they are written."""
SILENCE = 180.0
"""Seconds after which a process that hangs over a record is ended; the cluster gives its work to others."""
KEPT = 2

_one_at_a_time = threading.Lock()
_benches: dict[str, tuple[Pipeline, ExitStack]] = {}
_halted: set[str] = set()
_nowhere = open(os.devnull, "w")  # noqa: PTH123, SIM115 - faulthandler needs a file that stays open


def versions() -> str:
    """Return what must be the same on all machines for the documents to be the same."""
    python = ".".join(python_version().split(".")[:2])
    return f"docgen {__version__}, Python {python}, Typst {version('typst')}"


def halt(run: str) -> None:
    """Let the work for ``run`` in this process end with the record that it is at."""
    _halted.add(run)


def carried_out(
    order: Order, tasks: Sequence[Task], wanted: str, still: Callable[[], bool]
) -> Sequence[Done] | RunError:
    """Return what became of ``tasks``, or the failure that stops the batch.

    ``wanted`` are the versions of whoever asks. Fewer than all are answered for when the run is halted, or when
    ``still`` says that nobody waits any more.
    """
    if versions() != wanted:
        return Unavailable("W-04", har=versions(), behover=wanted)
    with _one_at_a_time:
        try:
            _patient()
            pace = _Pace(order.run, still)
            return _made(_pipeline(order), tasks, pace)
        except RunError as error:
            return error
        finally:
            faulthandler.cancel_dump_traceback_later()


class _Pace:
    """Tells of each task whether it is to be begun now, as ``worker.Pace`` does."""

    def __init__(self, run: str, still: Callable[[], bool]) -> None:
        self._run, self._still, self.since = run, still, 0.0

    @property
    def going(self) -> bool:
        """Tell whether the work is to end here."""
        return self._run in _halted or not self._still()

    def __call__(self, _task: Task) -> bool:
        """Return False when what is made is to be written first."""
        _patient()
        return not self.going and time.monotonic() - self.since < AT_MOST


def _patient() -> None:
    """End this process if it is not heard of again: also one that hangs in a library and listens to nobody."""
    faulthandler.dump_traceback_later(SILENCE, exit=True, file=_nowhere)


def _made(pipeline: Pipeline, tasks: Sequence[Task], pace: _Pace) -> Sequence[Done]:
    done: list[Done] = []
    while len(done) < len(tasks) and not pace.going:
        pace.since = time.monotonic()
        done += pipeline.group(tasks[len(done) : len(done) + GROUP], pace)
    return done


def _pipeline(order: Order) -> Pipeline:
    """Return the pipeline of a run: set up at its first task here, so that the whole run has the same templates."""
    if order.run not in _benches:
        while len(_benches) >= KEPT:
            _benches.pop(next(iter(_benches)))[1].close()
        with ExitStack() as stack:
            pipeline = Pipeline(order, preflight.prepare(order), stack.enter_context(chosen(order.engine)))
            stack.enter_context(closing(pipeline.exports))
            _benches[order.run] = pipeline, stack.pop_all()
    return _benches[order.run][0]
