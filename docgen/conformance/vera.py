"""What veraPDF says of a PDF, on a machine that has it; it is the yardstick that archives use."""

import re
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

PROGRAM = "verapdf"
PATIENCE = 300
FLAVOURS: Mapping[str, str] = {"PDF/UA-1": "ua1", "PDF/A-2a": "2a"}
_ANSWER = re.compile(rb'isCompliant="(true|false)"')


def verdicts(file: Path) -> Mapping[str, bool | None]:
    """Return by standard whether veraPDF passes the file, None where it gives no answer; {} without veraPDF."""
    program = shutil.which(PROGRAM)
    return {standard: _verdict(program, flavour, file) for standard, flavour in FLAVOURS.items()} if program else {}


def _verdict(program: str, flavour: str, file: Path) -> bool | None:
    order = [program, "--flavour", flavour, "--format", "mrr", str(file.absolute())]
    try:
        done = subprocess.run(order, capture_output=True, check=False, timeout=PATIENCE)  # noqa: S603 - found on PATH
    except (OSError, subprocess.SubprocessError):
        return None
    answers = _ANSWER.findall(done.stdout)
    return answers == [b"true"] if answers else None
