"""Workers that die, hang, stop or eat memory over a record: every other document is made, and the record is named."""

import json
import os
import subprocess
from functools import partial
from pathlib import Path

import pytest
import started
from batches import carried_out, documents, export, left_over, number, order, wrong
from sizes import size

from docgen import batch as batches
from docgen.errors import WorkersFailed
from docgen.executors import process
from docgen.executors.pool import Limits, Pool
from docgen.outcome import Failed, Written

HERE = Path(__file__).parent
SHORT = Limits(silence=4.0, memory=500 << 20)
RECORDS = 50
FALLS = ("dies", "is killed", "stops", "hangs", "eats memory")


@pytest.fixture
def falling(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the workers be ours, and return the file that says over what they fall."""
    monkeypatch.setattr(process, "WORKER", "bad_worker")
    monkeypatch.setenv("PYTHONPATH", str(HERE))
    monkeypatch.setenv("DOCGEN_TEST_FAULTS", str(tmp_path / "faults.json"))
    monkeypatch.setattr(batches, "Pool", partial(Pool, limits=SHORT))
    return tmp_path / "faults.json"


@pytest.mark.parametrize("seed", range(size(200, len(FALLS))))
def test_a_record_that_fells_every_worker_is_put_aside_and_the_others_are_made(
    seed: int, tmp_path: Path, falling: Path
) -> None:
    poison = number(started.by_chance(seed).randint(1, RECORDS))
    falling.write_text(json.dumps({poison: [FALLS[seed % len(FALLS)], 99]}), encoding="utf-8")
    outcomes = carried_out(order(export(tmp_path / "e.jsonl", RECORDS), tmp_path / "ut"))
    failed = [one for one in outcomes if isinstance(one, Failed)]
    assert [(one.place.key, one.code) for one in failed] == [(poison, "W-01")]
    assert len(outcomes) == RECORDS
    assert len(documents(tmp_path / "ut")) == 2 * (RECORDS - 1)
    assert wrong(tmp_path / "ut") == []
    assert left_over(tmp_path / "ut") == []


@pytest.mark.parametrize("fall", FALLS)
def test_a_record_that_fells_one_worker_is_made_by_the_next(fall: str, tmp_path: Path, falling: Path) -> None:
    falling.write_text(json.dumps({number(3): [fall, 1], number(4): [fall, 1]}), encoding="utf-8")
    outcomes = carried_out(order(export(tmp_path / "e.jsonl", 8), tmp_path / "ut"))
    assert all(isinstance(one, Written) for one in outcomes)
    assert len(documents(tmp_path / "ut")) == 16


def test_no_worker_is_left_behind(tmp_path: Path, falling: Path) -> None:
    falling.write_text(json.dumps({number(2): ["stops", 99]}), encoding="utf-8")
    carried_out(order(export(tmp_path / "e.jsonl", 4), tmp_path / "ut"))
    mine = ["pgrep", "-P", str(os.getpid()), "-f", "worker"]
    assert subprocess.run(mine, capture_output=True, text=True, check=False).stdout == ""


def test_workers_that_never_start_stop_the_batch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "WORKER", "no_such_worker")
    with pytest.raises(WorkersFailed) as stopped:
        carried_out(order(export(tmp_path / "e.jsonl", 4), tmp_path / "ut"))
    assert stopped.value.code == "W-02"


def test_a_supervisor_that_forgets_records_does_not_call_the_batch_done(tmp_path: Path) -> None:
    told = started.carried_out(
        started.command(export(tmp_path / "e.jsonl", 3), tmp_path / "ut"), tmp_path, started.broken("forgets_records")
    )
    assert (told.code, "W-07" in told.err, "3 poster" in told.err) == (71, True, True)
