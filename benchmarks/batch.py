"""Times the main job: ``docgen batch`` on the shipped export, as a user would run it.

Repeat with ``python benchmarks/batch.py [rounds [export]]``. Every round is a fresh process and a fresh folder; the
figure is the wall-clock time, the smallest and the middle of the rounds, whole and for each record and file: several
processes share the work.
"""

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
EXPORT = ROOT / "samples" / "export.jsonl"


def once(export: Path, format_: str) -> tuple[float, int]:
    """Return the seconds one run took and the files it made."""
    with tempfile.TemporaryDirectory() as folder:
        began = time.perf_counter()
        subprocess.run(
            [sys.executable, "-m", "docgen", "batch", str(export), "--out", folder, "--format", format_],
            check=True,
            capture_output=True,
        )
        seconds = time.perf_counter() - began
        return seconds, sum(1 for path in Path(folder).rglob("*.*") if path.is_file())


def main() -> None:
    """Print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    export = Path(sys.argv[2]) if len(sys.argv) > 2 else EXPORT  # noqa: PLR2004 (rounds, export)
    records = sum(1 for line in export.read_bytes().splitlines() if line.strip())
    print(f"{records} poster, {rounds} omgångar; python benchmarks/batch.py {' '.join(sys.argv[1:])}".rstrip())
    for format_ in ("docx", "pdf", "both"):
        runs = [once(export, format_) for _ in range(rounds)]
        seconds, files = [run[0] for run in runs], runs[0][1]
        middle = statistics.median(seconds)
        print(
            f"{format_:<5} {files:>4} filer  minst {min(seconds):6.2f} s  mitten {middle:6.2f} s"
            f"  {middle / records * 1000:6.0f} ms/post  {middle / files * 1000:6.0f} ms/fil"
        )


if __name__ == "__main__":
    main()
