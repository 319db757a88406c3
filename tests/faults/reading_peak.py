"""Read an export in a process of its own, and print how many MB its memory went above what it was at the start.

``python reading_peak.py FILE HOW``: ``HOW`` is "one by one" as docgen reads, or "all at once" as it must not.
"""

import sys
from collections import deque
from pathlib import Path

from docgen.stages import read


def main() -> None:
    """Read and print."""
    before = _peak()
    deque(read.records([sys.argv[1]]), maxlen=0 if sys.argv[2] == "one by one" else None)
    sys.stdout.write(f"{_peak() - before:.1f}")


def _peak() -> float:
    """Return the peak of this process alone; that of getrusage is inherited."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) / 1024


if __name__ == "__main__":
    main()
