"""Exports of letters that differ by their number, the batch of them as the shell calls it, and its folder."""

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from conftest import SAMPLES

LETTER = SAMPLES / "bistandsbeslut" / "utkast-kontaktperson.json"
ORGANISATION = SAMPLES / "organisation.toml"
DOCGEN = (sys.executable, "-m", "docgen")
MADE = ("--organisation", str(ORGANISATION), "--date", "2026-11-22", "--format", "docx")


def number(at: int) -> str:
    """Return the number of the record at a place, from 1."""
    return f"IFO 2026/{at:05}"


def letters(count: int, text: str = "") -> str:
    """Return ``count`` records as lines of JSON; ``text`` makes them others than they were."""
    letter = json.loads(LETTER.read_text(encoding="utf-8"))
    del letter["$schema"]
    if text:
        letter["utredning"]["id"] = text
    records = (letter | {"arende": {"diarienummer": number(at)}} for at in range(1, count + 1))
    return "".join(f"{json.dumps(one, ensure_ascii=False)}\n" for one in records)


def export(path: Path, count: int) -> Path:
    """Write an export of ``count`` letters."""
    path.write_text(letters(count), encoding="utf-8")
    return path


def environment(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return the environment of a program of ours."""
    return {key: value for key, value in os.environ.items() if not key.startswith("DOCGEN_")} | dict(more or {})


def docgen(
    *arguments: str | Path, env: Mapping[str, str] | None = None, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run docgen in a process of its own."""
    done = subprocess.run(
        [*DOCGEN, *map(str, arguments)],
        input=stdin,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=environment(env),
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def batch(
    source: str | Path, out: str | Path, *more: str | Path, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    """Carry out a batch of Word files."""
    return docgen("batch", source, "--out", out, *MADE, *more, env=env)


def documents(out: Path) -> dict[str, bytes]:
    """Return what lies in the folder besides docgen's own."""
    files = [path for path in out.rglob("*") if path.is_file() and ".docgen" not in path.parts]
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


def own(out: Path) -> set[str]:
    """Return the names of what docgen keeps for itself in the folder."""
    return {path.name for path in (out / ".docgen").rglob("*")}
