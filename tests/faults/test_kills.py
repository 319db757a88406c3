"""R1: a batch that is killed at any moment loses nothing, and the same order again makes what an unbroken one makes."""

import os
import random
import signal
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import pytest
from batches import documents, export
from sizes import size
from started import Run, broken, by_chance, carried_out, command, not_whole, some_moment, unbroken, unlike, untrue

RECORDS = 40
FILES = 2 * RECORDS
KILLS = size(1000, 4)
MOMENTS = 9

Whole = Mapping[str, bytes]


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_batch_that_is_killed_is_finished_by_the_next(seed: int, tmp_path: Path) -> None:
    whole = unbroken(RECORDS)
    chance, out = by_chance(seed), tmp_path / "ut"
    order = command(export(tmp_path / "e.jsonl", RECORDS), out)
    run = Run(order, tmp_path)
    some_moment(chance, run, out, FILES)
    if chance.random() < 0.5:
        run.killed()
    else:
        kill_all(chance, run)
    assert run.survivors() == []
    assert (not_whole(out, whole), untrue(out, whole)) == ([], [])
    assert carried_out(order, tmp_path).code == 0
    assert unlike(out, whole) == []


@pytest.mark.parametrize("seed", range(size(200, 1)))
def test_a_batch_whose_workers_are_killed_makes_everything_itself(seed: int, tmp_path: Path) -> None:
    whole = unbroken(RECORDS)
    chance, out = by_chance(seed), tmp_path / "ut"
    run = Run(command(export(tmp_path / "e.jsonl", RECORDS), out), tmp_path)
    if run.until((out / ".docgen" / "logbook.sqlite").exists):
        some_moment(chance, run, out, FILES)
        kill_all(chance, run, "docgen.executors.worker")
    assert run.ended().code == 0
    assert unlike(out, whole) == []


def test_a_plan_that_is_killed_is_told_and_made_again(tmp_path: Path) -> None:
    whole = unbroken(RECORDS)
    out = tmp_path / "ut"
    order = command(export(tmp_path / "e.jsonl", RECORDS), out)
    run = Run(order, tmp_path)
    assert run.until(lambda: kill_all(by_chance(0), run, "docgen.executors.planner") > 0)
    ended = run.ended()
    assert (ended.code, "W-02" in ended.err, documents(out)) == (71, True, {})
    assert carried_out(order, tmp_path).code == 0
    assert unlike(out, whole) == []


def kill_all(chance: random.Random, run: Run, module: str = "") -> int:
    """Kill every process of a run, or those that run ``module``, in any order; return how many there were."""
    found = [pid for pid in run.processes() if module in words(pid)]
    chance.shuffle(found)
    for pid in found:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    return len(found)


def words(pid: int) -> str:
    with suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_text(encoding="utf-8")
    return "gone"


@pytest.mark.parametrize("variant", ["writes_in_place", "says_before_it_does", "outlives_its_caller"])
def test_a_docgen_that_is_broken_is_found_out(variant: str, tmp_path: Path) -> None:
    whole, source = unbroken(RECORDS), export(tmp_path / "e.jsonl", RECORDS)
    # Not every moment shows it: the one worker may be between two files, the other not yet at its first.
    for attempt in range(MOMENTS):
        out = tmp_path / str(attempt)
        run = Run(command(source, out), tmp_path, broken(variant))
        assert run.until(run.has_answered)
        run.killed()
        found = [*not_whole(out, whole), *untrue(out, whole), *run.survivors(patience=1)]
        kill_all(by_chance(0), run)
        if found:
            return
    pytest.fail("nothing was found")
