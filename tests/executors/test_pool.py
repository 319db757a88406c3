"""The pool: who gets which tasks, what a partial answer leaves to do, and that it never takes more than it works on."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SAMPLES, TODAY

from docgen.errors import OutputFailed
from docgen.executors import process
from docgen.executors.pool import GROUP, Pool
from docgen.executors.process import GROUPS
from docgen.order import Order
from docgen.outcome import Failed, Kept, Outcome, Place, Task

HERE = Path(__file__).parent


@pytest.fixture(autouse=True)
def answering(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the workers be ours."""
    monkeypatch.setattr(process, "WORKER", "answering_worker")
    monkeypatch.setenv("PYTHONPATH", str(HERE))


class Tasks:
    """Tasks without end, or ``count`` of them; ``taken`` is how many somebody has asked for."""

    def __init__(self, count: int) -> None:
        self.count, self.taken = count, 0

    def __iter__(self) -> Iterator[Task]:
        """Yield the tasks."""
        for row in range(1, self.count + 1):
            self.taken += 1
            yield Task(row, Place("e.jsonl", row, f"SN {row}"), f"n{row}", "e.jsonl", 0, 1)


def pool(out: Path, how: str, size: int = 2, stopping: Iterator[bool] | None = None) -> Pool:
    """Return a pool of workers that work in a way of answering_worker.py."""
    order = Order(sources=(), out=out, organisation=SAMPLES / "organisation.toml", today=TODAY, run=how)
    return Pool(order, size, lambda: next(stopping) if stopping else False)


def outcomes(one: Pool, count: int) -> dict[int, Outcome]:
    """Return what became of the tasks by their row, each answered for once."""
    done = [done for group in one.outcomes(iter(Tasks(count))) for done in group]
    assert len({one.row for one in done}) == len(done)
    return {one.row: one.outcome for one in done}


def groups(out: Path) -> list[list[int]]:
    """Return the groups that were given out."""
    return [[int(row) for row in line.split()] for line in (out / "groups").read_text("ascii").splitlines()]


@pytest.mark.parametrize("how", ["all", "few"])
@pytest.mark.parametrize("count", [0, 1, GROUP, GROUP + 1, 5 * GROUP + 3])
def test_every_task_is_given_out_once_in_groups_and_answered_for(how: str, count: int, tmp_path: Path) -> None:
    assert sorted(outcomes(pool(tmp_path, how), count)) == list(range(1, count + 1))
    if count:
        given = groups(tmp_path)
        assert sorted(row for group in given for row in group) == list(range(1, count + 1))
        assert sorted(len(group) for group in given)[1:] == [GROUP] * (len(given) - 1)


@pytest.mark.parametrize("size", [1, 2, 3])
def test_no_more_tasks_are_taken_than_are_worked_on(size: int, tmp_path: Path) -> None:
    tasks, answered = Tasks(20 * GROUP), 0
    for done in pool(tmp_path, "few", size).outcomes(iter(tasks)):
        assert tasks.taken - answered <= size * GROUPS * GROUP + GROUP
        answered += len(done)
    assert answered == 20 * GROUP


def test_a_task_over_which_two_workers_die_is_put_aside_and_the_others_of_its_group_are_done(tmp_path: Path) -> None:
    done = outcomes(pool(tmp_path, "dies", size=1), 2 * GROUP)
    assert sorted(done) == list(range(1, 2 * GROUP + 1))
    assert [(row, one.code) for row, one in done.items() if isinstance(one, Failed)] == [(3, "W-01")]
    assert [3] in groups(tmp_path)


def test_a_task_over_which_one_worker_dies_is_done_alone_by_the_next(tmp_path: Path) -> None:
    done = outcomes(pool(tmp_path, "dies once", size=1), GROUP)
    assert all(isinstance(one, Kept) for one in done.values())
    assert len(done) == GROUP
    assert [3] in groups(tmp_path)


def test_what_stops_one_worker_stops_the_batch_when_the_others_have_answered(tmp_path: Path) -> None:
    with pytest.raises(OutputFailed):
        outcomes(pool(tmp_path, "refuses"), 50 * GROUP)
    assert len(groups(tmp_path)) < 50


def test_when_it_is_to_stop_nothing_more_is_given_out(tmp_path: Path) -> None:
    tasks = Tasks(100 * GROUP)
    stopping = iter([False, False, False, *[True] * 1000])
    list(pool(tmp_path, "all", stopping=stopping).outcomes(iter(tasks)))
    assert tasks.taken < 100 * GROUP
