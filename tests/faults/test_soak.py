"""A long batch weighs no more at its end than when it was warm, keeps nothing open, and leaves nothing behind.

``FAULTS=10`` makes 10 000 letters.
"""

import os
from pathlib import Path

import pytest
from batches import ORGANISATION, documents, export, left_over, wrong
from conftest import TODAY
from sizes import size
from soaking import Soak, slope

HERE = Path(__file__).parent
LETTERS = size(10_000, 500)
STEEPEST = size(1, 3) / 100
"""MB a document; a short soak is still settling."""
ORDER = ["--workers", "2", "--format", "docx", "--organisation", str(ORGANISATION), "--date", TODAY.isoformat()]


@pytest.fixture(scope="module")
def soaked(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Soak]:
    """Return the folder of a long batch, and what was seen of it."""
    folder = tmp_path_factory.mktemp("soak")
    (folder / "tmp").mkdir()
    source = export(folder / "e.jsonl", LETTERS)
    order: list[str | Path] = ["batch", source, "--out", folder / "ut", *ORDER]
    return folder, Soak(order, folder / "ut", {"TMPDIR": str(folder / "tmp")})


def test_every_letter_is_made(soaked: tuple[Path, Soak]) -> None:
    folder, soak = soaked
    assert soak.code == 0
    assert len(documents(folder / "ut")) == 2 * LETTERS
    assert wrong(folder / "ut") == []


def test_no_process_grows_with_the_documents(soaked: tuple[Path, Soak]) -> None:
    soak = soaked[1]
    assert len(soak.workers()) >= 2
    assert slope(soak.supervising()) <= STEEPEST
    assert [round(slope(looks), 4) for looks in soak.workers() if slope(looks) > STEEPEST] == []


def test_what_a_process_has_open_is_as_much_at_the_end_as_when_it_was_warm(soaked: tuple[Path, Soak]) -> None:
    for looks in (soaked[1].supervising(), *soaked[1].workers()):
        half = len(looks) // 2
        assert max(one.opened for one in looks[half:]) <= max(one.opened for one in looks[:half]) + 1


def test_nothing_is_left_behind(soaked: tuple[Path, Soak]) -> None:
    folder, soak = soaked
    assert list((folder / "tmp").iterdir()) == []
    assert left_over(folder / "ut") == []
    assert [pid for pid in soak.looks if Path(f"/proc/{pid}/cmdline").exists() and str(folder) in cmdline(pid)] == []


def cmdline(pid: int) -> str:
    return Path(f"/proc/{pid}/environ").read_bytes().decode("utf-8", "replace")


def test_a_worker_that_keeps_what_it_made_would_be_seen(tmp_path: Path) -> None:
    start = "from docgen.executors import process; process.WORKER = 'leaking_worker'"
    (tmp_path / "sitecustomize.py").write_text(start, encoding="utf-8")
    source = export(tmp_path / "e.jsonl", 200)
    paths = os.pathsep.join([str(tmp_path), str(HERE)])
    soak = Soak(["batch", source, "--out", tmp_path / "ut", *ORDER], tmp_path / "ut", {"PYTHONPATH": paths})
    assert soak.code == 0
    steep = [slope(looks) for looks in soak.workers()]
    assert max(steep) > STEEPEST
    assert max(look.opened for looks in soak.workers() for look in looks) > 50
