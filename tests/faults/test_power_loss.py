"""R2: wherever the power goes in a batch, what the logbook says is made is there whole; the next run makes the rest.

A real batch is traced, and its calls are played on a disk that keeps no more than it must. ``FAULTS=10`` plays fifty
records, each crash of which is held against the logbook, and resumes from a hundred of them.
"""

import shutil
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cache
from hashlib import sha256
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from batches import documents, export
from disk_model import Disk, crashes
from sizes import size
from started import Book, book, broken, by_chance, carried_out, command, unlike
from syscalls import calls, traced

from docgen.errors import OutputFailed

RECORDS = size(50, 6)
RESUMED = size(100, 3)

Left = Mapping[str, bytes]


@pytest.fixture(scope="module")
def trace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a batch that was traced."""
    folder = tmp_path_factory.mktemp("traced")
    follow(folder, RECORDS)
    return folder


@pytest.fixture
def memory() -> Iterator[Path]:
    """Return a folder in memory: thousands of logbooks are reopened, and no disk need wait for them."""
    with TemporaryDirectory(dir="/dev/shm") as folder:
        yield Path(folder)


def follow(folder: Path, count: int, variant: str = "") -> None:
    """Carry out a batch and lay down all that it asks of the disk."""
    ordered = command(export(folder / "e.jsonl", count), folder / "ut")
    assert carried_out(traced(folder / "trace", *ordered), folder, broken(variant)).code == 0
    assert len(documents(folder / "ut")) == 2 * count


def every_crash(folder: Path) -> Iterator[tuple[str, Left]]:
    """Yield what is left in the output folder after each way in which the power can go, and which it was."""
    disk = Disk(folder)
    for at in disk.play(list(calls(folder / "trace"))):
        for crash in crashes(at):
            yield f"line {at + 1}: {crash.name}", disk.left(folder / "ut", crash)


@cache
def counted(folder: Path) -> int:
    """Return how many ways there are."""
    return sum(1 for _ in every_crash(folder))


def violations(folder: Path, scratch: Path) -> Iterator[str]:
    """Yield the crashes after which a document is not whole, or the logbook does not tell the truth."""
    whole = documents(folder / "ut")
    books: dict[Hashable, Book] = {}
    for name, left in every_crash(folder):
        there = {one: data for one, data in left.items() if not one.startswith(".docgen/")}
        own = {one: data for one, data in left.items() if one.startswith(".docgen/") and one.count("/") == 1}
        try:
            known = frozenset((one, sha256(data).digest()) for one, data in own.items())
            if known not in books:
                books[known] = reopened(scratch, own)
            wrong = books[known].untrue(there, whole)
        except OutputFailed as error:
            wrong = [error.code]
        wrong += [one for one, data in there.items() if whole.get(one) != data]
        if wrong:
            yield f"{name}: {wrong[0]}"


def laid(out: Path, left: Left) -> None:
    """Lay down what is left after a crash."""
    shutil.rmtree(out, ignore_errors=True)
    for name, data in left.items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(data)


def reopened(scratch: Path, own: Left) -> Book:
    """Return what the logbook says when the machine is up again."""
    laid(scratch, own)
    return book(scratch)


def test_what_is_said_to_be_made_is_there_whatever_the_disk_had_kept(
    trace: Path, memory: Path, record_property: Callable[[str, object], None]
) -> None:
    record_property("size", counted(trace))
    assert list(violations(trace, memory)) == []


@pytest.mark.parametrize("seed", range(RESUMED))
def test_a_batch_goes_on_from_what_the_disk_had_kept(seed: int, trace: Path, tmp_path: Path) -> None:
    crash, left = next(islice(every_crash(trace), by_chance(seed).randrange(counted(trace)), None))
    laid(tmp_path / "ut", left)
    assert carried_out(command(trace / "e.jsonl", tmp_path / "ut"), tmp_path).code == 0, crash
    assert unlike(tmp_path / "ut", documents(trace / "ut")) == [], crash


@pytest.mark.parametrize(
    "variant",
    ["flushes_nothing", "forgets_the_folder", "leaves_the_logbook_to_chance", "writes_in_place"],
)
def test_a_docgen_that_is_broken_is_found_out(variant: str, tmp_path: Path, memory: Path) -> None:
    follow(tmp_path, 3, variant)
    assert next(violations(tmp_path, memory), "") != ""
