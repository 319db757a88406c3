"""A batch on a small disk of its own: ``python small_disk.py DISK SIZE ROOM COPIES COMMAND...``, in a mount namespace.

Mounts a disk of SIZE bytes at DISK, fills it until ROOM bytes are left, carries out the command, makes room and carries
it out again. What then lies on the disk is copied to COPIES/0 and COPIES/1; the answers are told as JSON.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path


def main(disk: Path, size: int, room: int, copies: Path, command: list[str]) -> None:
    """Do it."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "docgen", str(disk)], check=True)
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(size - room))
    answers = []
    for turn in ("0", "1"):
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        answers.append([done.returncode, done.stdout, done.stderr])
        ballast.unlink(missing_ok=True)
        if (disk / "ut").exists():
            shutil.copytree(disk / "ut", copies / turn / "ut")
    sys.stdout.write(json.dumps(answers))


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), Path(sys.argv[4]), sys.argv[5:])
