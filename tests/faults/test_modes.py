"""Files and folders are their owner's alone, whatever the command and however open the umask of who gives it."""

import os
import stat
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from batches import LETTER, ORGANISATION, export
from conftest import SAMPLES, TODAY

SETTINGS = ("--organisation", str(ORGANISATION), "--date", TODAY.isoformat())
TEMPLATE = SAMPLES.parent / "templates" / "bistandsbeslut" / "template.docx"
IMPORT = SAMPLES / "import"
KIND = ("--type", "bistandsbeslut")

COMMANDS: Mapping[str, Sequence[Sequence[str]]] = {
    "render": [("render", str(LETTER), "--out", "ut/ny", *SETTINGS)],
    "render over another": [("render", str(LETTER), "--out", "ut", "--overwrite", *SETTINGS)] * 2,
    "batch": [("batch", "e.jsonl", "--out", "ut/ny", "--format", "docx", *SETTINGS)],
    "batch of a packed export": [("batch", "e.jsonl.gz", "--out", "ut", "--format", "docx", *SETTINGS)],
    "retry": [("batch", "e.jsonl", "--out", "ut", "--format", "docx", *SETTINGS), ("retry", "ut")],
    "shards": [
        *(("batch", "e.jsonl", "--out", "ut", "--format", "docx", "--shard", f"{at}/2", *SETTINGS) for at in (1, 2)),
        ("merge-logbooks", "ut"),
    ],
    "bundle": [("batch", "e.jsonl", "--out", "ut", "--format", "pdf", *SETTINGS), ("bundle", "ut", "--out", "jobb")],
    "import": [
        ("import", str(IMPORT / "lifecare-export.json"), "--from", str(IMPORT / "lifecare.toml"), "--out", "p.jsonl")
    ],
    "template new": [("template", "new", "bistandsbeslut", "mallar")],
    "template preview": [("template", "preview", str(TEMPLATE), *KIND, "--out", "prov", "--png")],
}


def run(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[bytes]":
    """Run a command under an umask that takes nothing away, its temporary files in a folder of its own."""
    environment = {**os.environ, "TMPDIR": str(folder / "tmp"), "DOCGEN_LANG": "sv"}
    command = [sys.executable, "-m", "docgen", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, umask=0, capture_output=True, check=False)


def open_to_others(folder: Path, before: set[Path]) -> Iterator[str]:
    """Yield what has come into a folder that is not 0600 for a file and 0700 for a folder."""
    for path in set(folder.rglob("*")) - before:
        mode = stat.S_IMODE(path.lstat().st_mode)
        if mode != (0o700 if path.is_dir() else 0o600):
            yield f"{path.relative_to(folder)} {mode:o}"


@pytest.mark.parametrize("what", COMMANDS)
def test_what_a_command_makes_is_its_owners_alone(what: str, tmp_path: Path) -> None:
    (tmp_path / "tmp").mkdir()
    source = export(tmp_path / "e.jsonl", 3)
    subprocess.run(["gzip", "-k", str(source)], check=True)
    before = set(tmp_path.rglob("*"))
    for arguments in COMMANDS[what]:
        done = run(tmp_path, *arguments)
        assert done.returncode == 0, done.stderr.decode()
    assert len(set(tmp_path.rglob("*")) - before) >= 1
    assert list(open_to_others(tmp_path, before)) == []


def test_a_writer_that_leaves_a_file_open_would_be_seen(tmp_path: Path) -> None:
    (tmp_path / "open.pdf").touch(mode=0o644)
    assert [name.split()[0] for name in open_to_others(tmp_path, set())] == ["open.pdf"]
