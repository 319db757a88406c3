"""One worker: a process of its own, the pipe to it, and what it has been given and not yet answered for."""

import contextlib
import os
import signal
import time
from collections import deque
from collections.abc import Sequence

from docgen.engines.processes import resident
from docgen.executors.calling import call
from docgen.folder import drafts
from docgen.order import Order
from docgen.outcome import Done, Task

WORKER = "docgen.executors.worker"
GROUPS = 2


class Worker:
    """A process that makes documents."""

    def __init__(self, order: Order) -> None:
        self.process, self.pipe = call(WORKER, drafts(order))
        self.groups: deque[list[Task]] = deque()
        self.begun: Task | None = None
        self.heard = time.monotonic()
        self.ready = False
        self.made = 0
        self.leaving = self.stopped = False
        self.pipe.send(order)

    @property
    def has_room(self) -> bool:
        """Tell whether it can be given another group: one to work on, and one to go on with at once."""
        return not self.leaving and len(self.groups) < GROUPS

    @property
    def unanswered(self) -> list[Task]:
        """Return the tasks it was given and has not answered for, in their order."""
        return [task for group in self.groups for task in group]

    def give(self, group: Sequence[Task]) -> None:
        """Give it a group of tasks; a worker that is no longer there is found out when it is listened to."""
        if not self.groups and self.ready:
            self.heard = time.monotonic()
        self.groups.append(list(group))
        self._send(list(group))

    def begins(self, row: int) -> None:
        """Note that it has begun with a task, or with row 0 that it is ready to."""
        self.heard = time.monotonic()
        self.ready = True
        self.begun = next((task for task in self.unanswered if task.row == row), None)

    def answers(self, finished: Sequence[Done]) -> None:
        """Note that it has answered for these tasks of its first group."""
        self.heard = time.monotonic()
        rows = {one.row for one in finished}
        left = [task for task in self.groups.popleft() if task.row not in rows]
        if left:
            self.groups.appendleft(left)
        self.begun = None
        self.made += len(finished)

    def silent(self) -> float:
        """Return the seconds since it was last heard of while it had something to do, else 0."""
        return time.monotonic() - self.heard if self.groups else 0.0

    def weighs(self) -> int:
        """Return the bytes of memory that it and its own processes hold."""
        return resident(self.process.pid)

    def leave(self) -> None:
        """Let it go when it has answered for what it has."""
        if not self.leaving:
            self.leaving = True
            self._send(None)

    def stop(self) -> None:
        """Let it go when it has finished the record that it is at; what it has not answered for is not made."""
        self.stopped = True
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()

    def kill(self) -> None:
        """End it and every process in its session, at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()
        self.pipe.close()

    def _send(self, message: list[Task] | None) -> None:
        with contextlib.suppress(OSError):
            self.pipe.send(message)
