"""Exit codes: one table in the code, one in README, and each one seen."""

import os
import pty
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from conftest import ROOT, SAMPLES

from docgen import errors
from docgen.cli import exits
from docgen.outcome import Failed, Place

S4 = SAMPLES / "protokollsutdrag" / "s4-slutrapport.json"
DOCGEN = [sys.executable, "-m", "docgen"]
CLASSES = [one for one in vars(errors).values() if isinstance(one, type) and issubclass(one, errors.DocgenError)]


def test_readme_has_the_same_table_as_the_code() -> None:
    table = re.findall(r"^\| (\d+) \| ", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    ours = {exits.DONE, exits.SOME_FAILED, exits.USAGE, exits.BUG, exits.INTERRUPTED, *exits.CODES.values()}
    assert {int(code) for code in table} == ours


def test_every_class_that_reaches_the_shell_has_a_code() -> None:
    inner = {errors.DocgenError, errors.RunError, errors.TransientError}  # the last becomes a RecordError in time
    assert {exits.of(kind("X-01")) for kind in CLASSES if kind not in inner} == set(exits.CODES.values())


@pytest.mark.parametrize(
    ("code", "expected"), [("F-01", 65), ("R-09", 65), ("S-01", 73), ("P-02", 69), ("M-04", 78), ("X-01", 70)]
)
def test_the_only_record_of_a_run_lends_it_its_code(code: str, expected: int) -> None:
    assert exits.of_failed(Failed(Place("post.json", 1), code)) == expected


def test_without_the_engine_asked_for_word_files_are_made_and_pdf_is_refused_with_69(tmp_path: Path) -> None:
    bare = {"PATH": str(tmp_path), "HOME": str(tmp_path)}
    order = [*DOCGEN, "render", str(S4), "--out", str(tmp_path / "ut"), "--engine", "libreoffice", "--format"]
    pdf = subprocess.run([*order, "pdf"], env=bare, capture_output=True, text=True, check=False)
    assert pdf.returncode == 69
    assert "P-01" in pdf.stderr
    assert subprocess.run([*order, "docx"], env=bare, capture_output=True, check=False).returncode == 0


def test_a_disk_that_takes_no_more_is_74_and_leaves_nothing(tmp_path: Path) -> None:
    line = f"ulimit -f 4; exec {sys.executable} -m docgen render {S4} --out {tmp_path}/ut --format docx"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False)
    assert done.returncode == 74
    assert "S-04" in done.stderr
    assert [path for path in (tmp_path / "ut").rglob("*") if path.is_file()] == []


def descendants(pid: int) -> dict[int, str]:
    """Return the processes that ``pid`` has started, directly or not, with their command lines."""
    found: dict[int, str] = {}
    for child in subprocess.run(["pgrep", "-P", str(pid)], capture_output=True, text=True, check=False).stdout.split():
        found[int(child)] = Path(f"/proc/{child}/cmdline").read_text(encoding="utf-8")
        found |= descendants(int(child))
    return found


def alive(pid: int) -> bool:
    """Tell whether the process runs; one that only waits for its parent to ask does not."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False


def test_an_interrupted_batch_is_130_and_leaves_whole_files_and_no_processes(tmp_path: Path) -> None:
    out = tmp_path / "ut"
    order = [*DOCGEN, "batch", str(SAMPLES / "export.jsonl"), "--out", str(out), "--engine", "libreoffice"]
    # Whatever runs the tests in the background may have them ignore the key.
    order = ["env", "--default-signal=INT", *order]
    running = subprocess.Popen(order, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, start_new_session=True)
    waited = time.monotonic()
    while not list(out.glob("*.pdf")):
        assert time.monotonic() - waited < 60
        time.sleep(0.05)
    helpers = descendants(running.pid)
    assert any("soffice" in command for command in helpers.values())
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=30)
    assert running.returncode == 130
    assert "Avbrutet" in told.decode()
    assert list((out / ".docgen").glob("tmp/*")) == []
    files = [path for path in out.rglob("*") if path.is_file() and ".docgen" not in path.parts]
    assert all(path.suffix in {".docx", ".pdf"} and path.stat().st_size > 1000 for path in files)
    patience = time.monotonic() + 5
    while any(alive(pid) for pid in helpers) and time.monotonic() < patience:
        time.sleep(0.05)
    assert [command for pid, command in helpers.items() if alive(pid)] == []


def test_a_terminal_sees_a_progress_bar_and_a_pipe_does_not(tmp_path: Path) -> None:
    order = [*DOCGEN, "batch", str(S4), "--out", str(tmp_path / "a"), "--format", "docx"]
    ours, theirs = pty.openpty()
    running = subprocess.Popen(order, stdout=subprocess.PIPE, stderr=theirs, env=os.environ | {"TERM": "xterm"})
    os.close(theirs)
    seen = b""
    while True:
        try:
            chunk = os.read(ours, 4096)
        except OSError:
            break
        seen += chunk
    data, _ = running.communicate(timeout=60)
    assert "Gör dokument" in seen.decode()
    assert data.decode().splitlines() == [str(path) for path in (tmp_path / "a").glob("*.docx")]
    piped = subprocess.run([*order, "--overwrite"], capture_output=True, text=True, check=True)
    assert "Gör dokument" not in piped.stderr


@pytest.mark.parametrize(
    "command", [["types"], ["status", "ut"], ["batch", str(S4), "--out", "nytt", "--format", "docx"]]
)
def test_an_answer_that_a_full_disk_does_not_take_is_74_and_told(command: list[str], tmp_path: Path) -> None:
    subprocess.run([*DOCGEN, "batch", str(S4), "--out", "ut", "--format", "docx"], cwd=tmp_path, check=True)
    with Path("/dev/full").open("w", encoding="ascii") as full:
        done = subprocess.run(
            [*DOCGEN, *command], cwd=tmp_path, stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (done.returncode, "ENOSPC" in done.stderr, "Traceback" in done.stderr) == (74, True, False), done.stderr


@pytest.mark.parametrize("command", ["batch", "validate", "render"])
def test_a_file_whose_name_is_no_text_is_65_and_named_as_far_as_it_can_be(command: str, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    Path(os.fsdecode(os.fsencode(tmp_path / "in") + b"/p\xe5ron.json")).write_bytes(S4.read_bytes())
    order = [*DOCGEN, command, "in", *([] if command == "validate" else ["--out", "ut"])]
    settings = ["--organisation", str(SAMPLES / "organisation.toml")]
    done = subprocess.run([*order, *settings], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "J-30" in done.stderr, "p?ron.json" in done.stderr) == (65, True, True), done.stderr


@pytest.mark.parametrize("command", ["batch", "validate", "render"])
def test_an_export_that_is_there_and_that_the_disk_does_not_give_is_74(command: str, tmp_path: Path) -> None:
    settings = ["--organisation", str(SAMPLES / "organisation.toml")]
    settings += [] if command == "validate" else ["--out", str(tmp_path / "ut")]
    order = [*DOCGEN, command, "/proc/self/mem", *settings]
    done = subprocess.run(order, capture_output=True, text=True, check=False)
    assert (done.returncode, "J-31" in done.stderr, "EIO" in done.stderr) == (74, True, True), done.stderr


def test_a_folder_whose_name_is_no_text_is_2(tmp_path: Path) -> None:
    order = [*DOCGEN, "batch", str(S4), "--out", os.fsdecode(b"ut\xe5")]
    done = subprocess.run(order, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, "U-08" in done.stderr, list(tmp_path.iterdir())) == (2, True, []), done.stderr
