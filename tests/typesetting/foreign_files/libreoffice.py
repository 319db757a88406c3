"""Word files that LibreOffice writes of text documents."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

SOURCES = sorted(Path(__file__).parent.glob("*.fodt"))
NAMES = tuple(f"libreoffice/{path.stem}" for path in SOURCES)


def exported(folder: Path) -> Mapping[str, bytes]:
    """Return the Word files by their names; they are written in ``folder``."""
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", str(folder), *map(str, SOURCES)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return {name: (folder / f"{path.stem}.docx").read_bytes() for name, path in zip(NAMES, SOURCES, strict=True)}
