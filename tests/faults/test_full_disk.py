"""R5: a batch whose disk becomes full says so, leaves no broken document, and is finished when there is room again."""

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from batches import ORGANISATION, export
from sizes import size
from started import Ended, broken, by_chance, command, not_whole, unbroken, unlike, untrue

RECORDS = 30
PAGE = 4096
MEGABYTE = 1 << 20
NAMESPACE = ["unshare", "--mount", *([] if os.geteuid() == 0 else ["--map-root-user"])]
"""What gives a process disks of its own: root may mount, others may where nobody else sees it."""

Whole = Mapping[str, bytes]


def batch_on_a_small_disk(folder: Path, megabytes: int, room: int, variant: str = "") -> list[Ended]:
    """Carry out a batch on a disk with little room, and again with more; its folders are then in ``folder``."""
    batch = command(export(folder / "e.jsonl", RECORDS), folder / "disk" / "ut")
    return on_a_small_disk(folder, megabytes, room, batch, broken(variant))


def on_a_small_disk(
    folder: Path, megabytes: int, room: int, order: Sequence[str], environment: Mapping[str, str]
) -> list[Ended]:
    """Carry out an order while ``folder``/disk has little room, and again when it has more."""
    (folder / "disk").mkdir()
    small = [sys.executable, str(Path(__file__).with_name("small_disk.py")), str(folder / "disk")]
    words = [*NAMESPACE, *small, str(megabytes * MEGABYTE), str(room), str(folder), *order]
    done = subprocess.run(words, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    assert done.returncode == 0, done.stderr
    return [Ended(*answer) for answer in json.loads(done.stdout)]


def needed(whole: Whole) -> int:
    """Return the bytes that the documents fill on a disk."""
    return sum(-(-len(data) // PAGE) * PAGE for data in whole.values())


@pytest.mark.parametrize("seed", range(size(40, 3)))
def test_a_full_disk_is_told_and_the_batch_goes_on_when_there_is_room(seed: int, tmp_path: Path) -> None:
    whole = unbroken(RECORDS)
    chance = by_chance(seed)
    full, after = batch_on_a_small_disk(tmp_path, chance.randint(1, 64), chance.randrange(needed(whole)))
    assert (full.code, "Traceback" in full.err, "Fel S-04" in full.err) == (74, False, True), full.err
    assert (not_whole(tmp_path / "0" / "ut", whole), untrue(tmp_path / "0" / "ut", whole)) == ([], [])
    assert after.code == 0, after.err
    assert unlike(tmp_path / "1" / "ut", whole) == []


def test_a_packed_export_that_the_temporary_folder_has_no_room_for_is_told(tmp_path: Path) -> None:
    packed = tmp_path / "e.jsonl.gz"
    packed.write_bytes(gzip.compress(export(tmp_path / "e.jsonl", RECORDS).read_bytes()))
    order = [sys.executable, "-m", "docgen", "validate", str(packed), "--organisation", str(ORGANISATION)]
    full, after = on_a_small_disk(tmp_path, 1, 8 * PAGE, order, {"TMPDIR": str(tmp_path / "disk")})
    assert (full.code, "Traceback" in full.err, "Fel S-04" in full.err) == (74, False, True), full.err
    assert after.code == 0, after.err


@pytest.mark.parametrize("variant", ["writes_in_place", "takes_no_for_an_answer"])
def test_a_docgen_that_is_broken_is_found_out(variant: str, tmp_path: Path) -> None:
    whole = unbroken(RECORDS)
    full, _ = batch_on_a_small_disk(tmp_path, 2, needed(whole) * 4 // 5, variant)
    assert full.code != 74 or not_whole(tmp_path / "0" / "ut", whole) != []
