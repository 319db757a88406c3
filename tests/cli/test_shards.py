"""``--shard``: several runs share an export, know nothing of each other, and make what one run would have made."""

import json
import subprocess
import time
from pathlib import Path

import pytest
from letters import DOCGEN, MADE, batch, docgen, documents, environment, export, letters, own

SHARDS = ("1/3", "2/3", "3/3")
BOOKS = {f"logbook-{one}-av-3.{suffix}" for one in (1, 2, 3) for suffix in ("sqlite", "lock")}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Return what one run makes of ten letters."""
    folder = tmp_path_factory.mktemp("hel")
    batch(export(folder / "e.jsonl", 10), folder / "ut")
    return documents(folder / "ut")


def test_three_shards_in_one_folder_make_what_one_run_makes(tmp_path: Path, whole: dict[str, bytes]) -> None:
    source = export(tmp_path / "e.jsonl", 10)
    done = [batch(source, tmp_path / "ut", "--shard", one) for one in SHARDS]
    assert [one.returncode for one in done] == [0, 0, 0], done
    assert [len(one.stdout.splitlines()) for one in done] == [8, 6, 6]
    assert documents(tmp_path / "ut") == whole
    assert docgen("verify", tmp_path / "ut").returncode == 0
    status = docgen("status", tmp_path / "ut", "--format", "json").stdout.splitlines()
    assert json.loads(status[0]) == {"antal": {"vantar": 0, "gjord": 10, "misslyckad": 0}}


def test_shards_that_begin_at_the_same_moment_do_not_disturb_each_other(
    tmp_path: Path, whole: dict[str, bytes]
) -> None:
    source = export(tmp_path / "e.jsonl", 10)
    order = [*DOCGEN, "batch", str(source), "--out", str(tmp_path / "ut"), *MADE, "--workers", "1"]
    running = [
        subprocess.Popen([*order, "--shard", one], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment())
        for one in SHARDS
    ]
    told = [one.communicate()[1].decode() for one in running]
    assert [one.returncode for one in running] == [0, 0, 0], told
    assert documents(tmp_path / "ut") == whole
    assert own(tmp_path / "ut") == BOOKS | {"nyckel"}
    assert docgen("verify", tmp_path / "ut").returncode == 0


def test_a_shard_that_begins_leaves_the_drafts_of_another_alone(tmp_path: Path) -> None:
    source = export(tmp_path / "e.jsonl", 300)
    out = tmp_path / "ut"
    order = [*DOCGEN, "batch", str(source), "--out", str(out), *MADE, "--workers", "1", "--shard", "1/2"]
    with subprocess.Popen(order, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()) as first:
        until = time.monotonic() + 60
        while not documents(out) and time.monotonic() < until:
            time.sleep(0.02)
        second = [batch(source, out, "--shard", "2/2", "--workers", "1") for _ in range(2)]
        told = first.communicate()[1].decode()
    assert (first.returncode, [one.returncode for one in second]) == (0, [0, 0]), told
    assert len(documents(out)) == 600


def test_a_shard_goes_on_where_it_was_and_knows_what_it_has_made(tmp_path: Path) -> None:
    source = export(tmp_path / "e.jsonl", 6)
    batch(source, tmp_path / "ut", "--shard", "2/3")
    again = batch(source, tmp_path / "ut", "--shard", "2/3", "--json")
    assert [json.loads(line)["status"] for line in again.stdout.splitlines()] == ["oforandrad"] * 2
    assert len(documents(tmp_path / "ut")) == 4


@pytest.mark.parametrize("again", [0, 1], ids=["first run", "second run"])
def test_a_name_that_two_shards_have_is_told_once_and_made_once(tmp_path: Path, again: int) -> None:
    lines = letters(4).splitlines()
    source = tmp_path / "e.jsonl"
    source.write_text("\n".join([*lines, lines[0], lines[1], lines[0]]), encoding="utf-8")
    for _ in range(again):
        for one in SHARDS:
            batch(source, tmp_path / "ut", "--shard", one)
    told = [
        json.loads(line)
        for one in SHARDS
        for line in batch(source, tmp_path / "ut", "--shard", one, "--json").stdout.splitlines()
    ]
    failed = {one["post"]: one["kod"] for one in told if one["status"] == "misslyckad"}
    assert len(told) == 7
    assert failed == {5: "S-02", 6: "S-02", 7: "S-02"}
    assert len(documents(tmp_path / "ut")) == 8


def test_a_shard_that_is_refused_leaves_the_others_as_they_were(tmp_path: Path) -> None:
    source = export(tmp_path / "e.jsonl", 3)
    batch(source, tmp_path / "ut", "--shard", "1/3")
    before = own(tmp_path / "ut")
    refused = batch(tmp_path / "finns-inte.jsonl", tmp_path / "ut", "--shard", "2/3")
    assert refused.returncode == 66
    assert own(tmp_path / "ut") == before
    assert len(documents(tmp_path / "ut")) == 2


@pytest.mark.parametrize("shard", ["0/3", "4/3", "3", "a/b", "1/0", "-1/3"])
def test_what_is_no_shard_is_refused(tmp_path: Path, shard: str) -> None:
    assert batch(export(tmp_path / "e.jsonl", 1), tmp_path / "ut", f"--shard={shard}").returncode == 2
