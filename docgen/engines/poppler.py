"""The pages of a PDF as pictures, by poppler's pdftoppm."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from docgen.errors import EngineMissing

PROGRAM = "pdftoppm"
DOTS_PER_INCH = "100"
PATIENCE = 120


def pages(pdf: bytes) -> list[bytes]:
    """Return a PNG of each page; raise EngineMissing M-53 when the program is not there, M-54 when it gives none."""
    program = shutil.which(PROGRAM)
    if program is None:
        raise EngineMissing("M-53", program=PROGRAM)
    with tempfile.TemporaryDirectory(prefix="docgen-") as folder:
        file = Path(folder, "dokument.pdf")
        file.write_bytes(pdf)
        order = [program, "-png", "-r", DOTS_PER_INCH, str(file), str(Path(folder, "sida"))]
        try:
            subprocess.run(order, capture_output=True, check=True, timeout=PATIENCE)  # noqa: S603
        except (OSError, subprocess.SubprocessError):
            raise EngineMissing("M-54", program=PROGRAM) from None
        pictures = [path.read_bytes() for path in sorted(Path(folder).glob("sida*.png"))]
    if not pictures:
        raise EngineMissing("M-54", program=PROGRAM)
    return pictures
