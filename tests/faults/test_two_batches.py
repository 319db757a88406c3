"""R7: while a batch works in a folder another is refused, and as soon as it is gone, however it went, another may."""

import signal
from collections.abc import Mapping
from pathlib import Path

import pytest
from batches import export
from sizes import size
from started import Run, broken, by_chance, carried_out, command, some_moment, unbroken, unlike

RECORDS = 40
FILES = 2 * RECORDS
REFUSED = "75 True False "

Whole = Mapping[str, bytes]


def refusal(run: Run, order: list[str], folder: Path) -> str:
    """Return what another batch says while ``run`` holds the folder, however slow the machine is."""
    run.sent(signal.SIGSTOP)
    second = carried_out(order, folder)
    if run.process.poll() is not None:  # it was done before it could be stopped
        return REFUSED
    return f"{second.code} {'S-06' in second.err} {'Traceback' in second.err} {second.out}"


@pytest.mark.parametrize("seed", range(size(200, 2)))
def test_the_second_batch_is_refused_and_the_next_may_work_at_once(seed: int, tmp_path: Path) -> None:
    whole = unbroken(RECORDS)
    chance, out = by_chance(seed), tmp_path / "ut"
    order = command(export(tmp_path / "e.jsonl", RECORDS), out)
    first = Run(order, tmp_path)
    assert first.until((out / ".docgen" / "tmp").exists)
    some_moment(chance, first, out, FILES // 2)
    assert refusal(first, order, tmp_path) == REFUSED
    if seed % 2:
        first.sent(signal.SIGCONT)
        assert first.ended().code == 0
    else:
        first.killed()
        assert carried_out(order, tmp_path).code == 0
    assert unlike(out, whole) == []


@pytest.mark.parametrize("seed", range(size(50, 1)))
def test_of_batches_that_begin_at_once_one_works(seed: int, tmp_path: Path) -> None:
    whole = unbroken(RECORDS)
    order = command(export(tmp_path / f"{seed}.jsonl", RECORDS), tmp_path / "ut")
    ended = [run.ended() for run in [Run(order, tmp_path) for _ in range(3)]]
    assert {one.code for one in ended} <= {0, 75}
    assert 0 in {one.code for one in ended}
    assert unlike(tmp_path / "ut", whole) == []


def test_a_docgen_without_a_lock_is_found_out(tmp_path: Path) -> None:
    order = command(export(tmp_path / "e.jsonl", RECORDS), tmp_path / "ut")
    first = Run(order, tmp_path, broken("locks_nothing"))
    assert first.until((tmp_path / "ut" / ".docgen" / "tmp").exists)
    assert refusal(first, order, tmp_path) != REFUSED
    first.killed()
