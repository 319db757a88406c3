"""A Dask cluster as executor: ranges of tasks go out, rows of the logbook come back.

Who makes them, and who does again what a lost worker had, is the cluster's. A range over which the cluster gives up is
given out again record by record. The cluster blames a lost worker's death on all that it was to do, so a record over
which it gives up is tried once more at the end, with nothing beside it: then it is to blame, and put aside (W-01).
"""

import logging
import secrets
import time
import warnings
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from itertools import islice

from distributed import Client, Future, KilledWorker, Security, get_worker, wait
from distributed.versions import VersionMismatchWarning

from docgen.errors import RunError, Unavailable
from docgen.executors import station
from docgen.folder import drafts
from docgen.order import Cluster, Order
from docgen.outcome import Done, Failed, Task
from docgen.stages.disk import make_folder, refusals

RANGE = 500
"""Tasks that go out together when there are many: what is given out costs little beside what is made."""
AHEAD = 2
"""Ranges for each worker: one to work on, and one to go on with at once."""
LOOK = 0.5
PATIENCE = 15.0
"""Seconds that a cluster has to answer, and to show its first worker."""
GONE = (OSError, CancelledError)
"""What it shows itself by when a cluster is not there, or no longer."""
ALONE = 120.0
"""Seconds that a cluster may be without any worker while something is to be made."""


@contextmanager
def reached(cluster: Cluster) -> Iterator[Client]:
    """Give the cluster; raise Unavailable W-03 when it cannot be reached or has no workers."""
    warnings.simplefilter("ignore", VersionMismatchWarning)  # what matters is asked of each worker: W-04
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    tls = {"tls_ca_file": cluster.ca, "tls_client_cert": cluster.cert, "tls_client_key": cluster.key}
    given = {name: file for name, file in tls.items() if file}
    try:
        client = Client(cluster.address, timeout=PATIENCE, security=Security(**given) if given else None)
    except (*GONE, ValueError, TypeError) as error:  # the last two: an address or TLS files that cannot be used
        raise _gone(cluster, error) from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except GONE as error:
            raise _gone(cluster, error) from None
        yield client


def _gone(cluster: Cluster | None, error: Exception) -> Unavailable:
    return Unavailable("W-03", adress=cluster.address if cluster else "", orsak=type(error).__name__)


def work(order: Order, tasks: Sequence[Task], wanted: str) -> Sequence[Done] | RunError:
    """Carry out a range of tasks in a worker; end early when the cluster no longer waits for it."""
    worker = get_worker()
    key = worker.get_current_task()
    return station.carried_out(order, tasks, wanted, lambda: worker.state.tasks[key].state == "executing")


class OnCluster:
    """Makes documents on a cluster, and takes back what is not begun when it ends.

    When ``stopping`` says so no new work is given out, and each worker finishes the record that it is at.
    """

    def __init__(self, client: Client, order: Order, stopping: Callable[[], bool]) -> None:
        self._order = replace(order, run=secrets.token_hex(8))
        with refusals(order.out):
            make_folder(drafts(self._order))
        self._client, self._stopping = client, stopping
        self._out: dict[Future[Sequence[Done] | RunError], Sequence[Task]] = {}
        self._again: deque[Sequence[Task]] = deque()
        self._suspects: deque[Sequence[Task]] = deque()
        self._tried: Sequence[Task] = ()
        self._given = 0
        self._workers, self._seen, self._looked = 1, time.monotonic(), 0.0
        self._halt: RunError | None = None

    def outcomes(self, tasks: Iterator[Task]) -> Iterator[Sequence[Done]]:
        """Yield what became of the tasks, range by range.

        Raises, when the others have finished what they were at, the RunError with which a worker stopped, or
        Unavailable W-03 or W-04.
        """
        try:
            while not self._halt and not self._stopping() and self._give(tasks):
                yield from self._listen()
            while self._out:
                self._client.run(partial(station.halt, self._order.run), on_error="ignore")
                yield from self._listen()
            if self._halt:
                raise self._halt
        except GONE as error:
            raise _gone(self._order.cluster, error) from None
        finally:
            with suppress(*GONE):
                self._client.cancel(list(self._out))

    @property
    def _most(self) -> int:
        """Return how many ranges may be out: when every worker is gone for a moment, work waits for the next."""
        return AHEAD * max(1, self._workers)

    def _give(self, tasks: Iterator[Task]) -> bool:
        """Give out work while anybody has room for more; return whether anybody has something to do."""
        self._look()
        while len(self._out) < self._most and (some := self._next(tasks)):
            future = self._client.submit(work, self._order, some, station.versions(), pure=False)
            self._out[future] = some
        return bool(self._out)

    def _next(self, tasks: Iterator[Task]) -> Sequence[Task]:
        """Return the next range: few tasks at first, so that a small batch also reaches every worker."""
        if self._again:
            return self._again.popleft()
        fair = self._given // self._most
        some: Sequence[Task] = tuple(islice(tasks, max(station.GROUP, min(RANGE, fair))))
        self._given += len(some)
        if not some and self._suspects and not self._out:
            some = self._tried = self._suspects.popleft()
        return some

    def _look(self) -> None:
        """See how many workers there are; raise Unavailable W-03 when there has been none for long."""
        now = time.monotonic()
        if now - self._looked < LOOK:
            return
        self._looked, self._workers = now, len(self._client.nthreads())
        if self._workers:
            self._seen = now
        elif now - self._seen > ALONE:
            raise TimeoutError

    def _listen(self) -> Iterator[Sequence[Done]]:
        """Yield what workers answer."""
        try:
            finished = wait(list(self._out), timeout=LOOK, return_when="FIRST_COMPLETED").done
        except TimeoutError:
            return
        for future in finished:
            yield from self._hear(future, self._out.pop(future))

    def _hear(self, future: "Future[Sequence[Done] | RunError]", tasks: Sequence[Task]) -> Iterator[Sequence[Done]]:
        error = future.exception()
        if isinstance(error, KilledWorker):
            yield from self._lost(tasks)
        elif error is not None:  # a worker answers with its failures: what is raised, it could not even begin with
            self._halt = Unavailable("W-04", har=type(error).__name__, behover=station.versions())
        elif isinstance(answer := future.result(), RunError):
            self._halt = answer
        else:
            rows = {one.row for one in answer}
            if left := [one for one in tasks if one.row not in rows]:
                self._again.append(left)
            yield answer

    def _lost(self, tasks: Sequence[Task]) -> Iterator[Sequence[Done]]:
        """Do again alone what felled workers together; put a record aside that did it with nothing else at work."""
        if tasks is self._tried:
            yield [Done(tasks[0].row, Failed(tasks[0].place, "W-01"))]
        elif len(tasks) == 1:
            self._suspects.append(tasks)
        else:
            self._again.extend([replace(one, again=True)] for one in tasks)
