"""A batch: every record of the exports becomes its documents once, whatever happens on the way.

plan -> work -> logbook. The plan is made in one process and the documents in others; this one holds the folder and the
logbook, sees no personal data, and stays small. Given the same order again it goes on where it was: what is made of the
same record under the same conditions is left, everything else is made.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from docgen.errors import RunError, Unavailable, WorkersFailed
from docgen.executors.calling import call
from docgen.executors.executor import Executor
from docgen.executors.pool import Pool
from docgen.folder import book_name, drafts, held, opened, storage
from docgen.logbook.book import Logbook
from docgen.logbook.tables import Status
from docgen.order import Order
from docgen.outcome import Failed, Kept, Outcome

PLANNER = "docgen.executors.planner"


def batch(order: Order, begins: Callable[[int], None], stopping: Callable[[], bool]) -> Iterator[Outcome]:
    """Yield what became of each record, as it becomes known; tell ``begins`` how many there are.

    When ``stopping`` says so, what is being made is finished and nothing more is begun. Raises RunError for what stops
    the whole run; what was made before that stays, and is known. WorkersFailed W-07: records were forgotten on the way.
    """
    order = order.whole() if order.cluster else order
    with held(order.out, book_name(order)), _hired(order, stopping) as hired:
        _planned(order)
        with opened(order) as (book, _):
            begins(sum(book.counts().values()))
            yield from _settled(book)
            order = replace(order, spread=book.note("undermappar") == "ja")
            yield from _worked(order, book, hired(order))
            if (left := book.counts().get(Status.VANTAR, 0)) and not stopping():
                raise WorkersFailed("W-07", antal=str(left))


@contextmanager
def _hired(order: Order, stopping: Callable[[], bool]) -> Iterator[Callable[[Order], Executor]]:
    """Give what carries out an order when it is planned; a cluster is reached before, so that nobody plans in vain.

    Raises Unavailable W-03 when it is not, W-05 when what it takes is not installed.
    """
    if order.cluster is None:
        yield lambda planned: Pool(planned, planned.workers, stopping)
        return
    try:
        from docgen.executors import cluster  # noqa: PLC0415 - an executor chosen at run time
    except ModuleNotFoundError:
        raise Unavailable("W-05", tillagg="kluster") from None
    with cluster.reached(order.cluster) as client:
        yield lambda planned: cluster.OnCluster(client, planned, stopping)


def _planned(order: Order) -> None:
    """Let a process of its own make the plan; raise the RunError it tells, or WorkersFailed W-02 when it falls."""
    process, pipe = call(PLANNER, drafts(order), order.sources)
    with pipe, process:
        try:
            pipe.send(order)
            failure = pipe.recv()
        except (EOFError, OSError):
            raise WorkersFailed("W-02", antal="1") from None
        finally:
            process.kill()
    if isinstance(failure, RunError):
        raise failure


def _settled(book: Logbook) -> Iterator[Outcome]:
    """Yield the records of which the plan itself says what becomes."""
    for row in book.rows():
        if row.kod:
            yield Failed(row.place, row.kod, row.fynd)
        elif row.status is Status.GJORD:
            yield Kept(row.place, row.typ)


def _worked(order: Order, book: Logbook, executor: Executor) -> Iterator[Outcome]:
    place = storage(order)
    for finished in executor.outcomes(book.tasks()):
        for stale in book.done(finished):
            place.delete(stale)
        yield from (one.outcome for one in finished)
