"""The local pool: a supervisor of worker processes that may die, hang or eat memory, and cost only the record they had.

A worker that is gone is replaced. What it had not answered for is done again: the record it had begun alone, the others
as before. A record over which a second worker dies is put aside (W-01), and every other is made.
"""

import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.connection import wait

from docgen.errors import RunError, WorkersFailed
from docgen.executors.process import Worker
from docgen.order import Order
from docgen.outcome import Done, Failed, Task

GROUP = 16
"""Records that one worker writes to the disk together: one wait for the disk instead of sixteen."""
LOOK = 0.5
"""Seconds between two looks at workers that say nothing."""
LIFE = 5_000
"""Records after which a worker is exchanged for a new one."""
FALSE_STARTS = 3


@dataclass(frozen=True, slots=True)
class Limits:
    """When a worker is taken for lost: seconds until it is ready, seconds of silence then, bytes of memory.

    At ``tired`` bytes it may go.
    """

    start: float = 120.0
    silence: float = 180.0
    memory: int = 1 << 30
    tired: int = 400 << 20


class Pool:
    """Makes documents in ``size`` processes, and leaves none of them behind.

    When ``stopping`` says so no new work is given out, and each worker finishes the record that it is at.
    """

    def __init__(self, order: Order, size: int, stopping: Callable[[], bool], limits: Limits | None = None) -> None:
        self._order, self._size, self._stopping, self._limits = order, size, stopping, limits or Limits()
        self._workers: list[Worker] = []
        self._again: deque[Task] = deque()
        self._false_starts = 0
        self._looked = 0.0
        self._halt: RunError | None = None

    def outcomes(self, tasks: Iterator[Task]) -> Iterator[Sequence[Done]]:
        """Yield what became of the tasks, group by group.

        Raises, when the others have finished what they were at, the RunError with which a worker stopped, or
        WorkersFailed W-02 when none can be started.
        """
        try:
            while not self._halt and not self._stopping() and self._give(tasks):
                yield from self._listen()
            for worker in self._workers:
                worker.stop()
            while any(one.groups for one in self._workers):
                yield from self._listen()
            if self._halt:
                raise self._halt
        finally:
            for worker in list(self._workers):
                self._bury(worker)

    def _give(self, tasks: Iterator[Task]) -> bool:
        """Give work to all who have room; return whether anybody has something to do."""
        for gone in [one for one in self._workers if one.leaving and not one.groups]:
            self._bury(gone)
        while group := self._next_group(tasks):
            worker = self._free()
            if worker is None:
                self._again.extendleft(reversed(group))
                break
            worker.give(group)
        return any(one.groups for one in self._workers)

    def _next_group(self, tasks: Iterator[Task]) -> list[Task]:
        """Return the next tasks: first what must be done again, a suspect alone."""
        if not any(one.has_room for one in self._workers) and len(self._workers) >= self._size:
            return []
        if self._again:
            group = [self._again.popleft()]
            while not group[0].again and len(group) < GROUP and self._again and not self._again[0].again:
                group.append(self._again.popleft())
            return group
        return list(islice(tasks, GROUP))

    def _free(self) -> Worker | None:
        """Return the worker with least to do, a new one while there may be more."""
        staying = [one for one in self._workers if one.has_room]
        idle = next((one for one in staying if not one.groups), None)
        if idle is None and len(self._workers) < self._size:
            idle = Worker(self._order)
            self._workers.append(idle)
        return idle or next(iter(staying), None)

    def _listen(self) -> Iterator[Sequence[Done]]:
        """Yield what workers answer, and look after those that do not."""
        ready = wait([one.pipe for one in self._workers], LOOK)
        for worker in [one for one in self._workers if one.pipe in ready]:
            yield from self._hear(worker)
        if time.monotonic() - self._looked < LOOK:
            return
        self._looked = time.monotonic()
        for worker in list(self._workers):
            patience = self._limits.silence if worker.ready else self._limits.start
            if worker.silent() > patience or worker.weighs() > self._limits.memory:
                yield from self._lost(worker)
            elif worker.made >= LIFE or worker.weighs() > self._limits.tired:
                worker.leave()

    def _hear(self, worker: Worker) -> Iterator[Sequence[Done]]:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            yield from self._lost(worker)
            return
        if isinstance(message, RunError):
            self._halt = message
            self._bury(worker)
        elif isinstance(message, int):
            worker.begins(message)
        else:
            self._false_starts = 0
            worker.answers(message)
            yield message

    def _lost(self, worker: Worker) -> Iterator[Sequence[Done]]:
        """Do again what a worker took with it; put its record aside if it was not the first to fall over it."""
        left, suspect = worker.unanswered, worker.begun
        self._bury(worker)
        if worker.stopped:
            return
        if suspect is None and left:
            self._false_starts += 1
            if self._false_starts >= FALSE_STARTS:
                self._halt = WorkersFailed("W-02", antal=str(FALSE_STARTS))
        if suspect is not None and suspect.again:
            left.remove(suspect)
            yield [Done(suspect.row, Failed(suspect.place, "W-01"))]
        again = [replace(one, again=True) if one is suspect else one for one in left]
        self._again.extendleft(reversed(again))

    def _bury(self, worker: Worker) -> None:
        worker.kill()
        self._workers.remove(worker)
