"""A LibreOffice of our own to break: real processes in a folder where all that they leave is seen."""

import contextlib
import io
import os
import re
import resource
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import docx
import pytest
from reading import page_texts

from docgen.engines import office, private_folder
from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.stages import convert, finish
from docgen.stages.render import Docx
from docgen.stages.xmp import Origin

REAL = Path(shutil.which("soffice") or "").resolve().with_name("soffice.bin")
PATIENT = 60.0
SMALL = 64 * 2**20


@dataclass(frozen=True)
class Fault:
    """How it is broken (``soffice``: shell before the start, ``bridge``: see bad_bridge.py), and what is told of it."""

    name: str
    code: str
    facts: dict[str, str]
    soffice: str = ""
    bridge: str = ""
    seconds: float = PATIENT


@dataclass
class Scene:
    """An engine on a LibreOffice that can be broken and mended; ``homes`` are the lives that it has had."""

    folder: Path
    homes: list[Path] = field(default_factory=list)
    engine: LibreOfficeEngine = field(init=False)

    def __post_init__(self) -> None:
        program = self.folder / "program"
        program.mkdir()
        (program / "soffice").write_text(f'#!/bin/sh\n[ ! -e "$0.fault" ] || . "$0.fault"\nexec "{REAL}" "$@"\n')
        (program / "soffice").chmod(0o755)
        shutil.copy(Path(__file__).with_name("bad_bridge.py"), self.folder)
        (self.folder / "real").write_text(str(Path(office.__file__).with_name("uno_bridge.py")))
        (self.folder / "temp").mkdir()
        self.engine = LibreOfficeEngine(soffice=str(program / "soffice"))

    def break_by(self, fault: Fault) -> None:
        self._be(fault.soffice, fault.bridge, fault.seconds)

    def mend(self) -> None:
        self._be("", "", PATIENT)

    def _be(self, soffice: str, bridge: str, seconds: float) -> None:
        for file, text in ((self.folder / "program" / "soffice.fault", soffice), (self.folder / "fault", bridge)):
            file.unlink(missing_ok=True)
            if text:
                file.write_text(text)
        self.engine.__dict__["_timeout"] = seconds

    def made(self, number: str) -> str:
        """Return the text of the letter with that number, made as the pipeline makes it."""
        return "".join(page_texts(convert.finished(letter(number), self.engine, lambda pdf: finished(pdf, number))))

    def survivors(self) -> list[str]:
        """Return the living processes that were started for this scene, or that have a place in it."""
        return [name(pid) for pid in living(os.fsencode(self.folder / "temp"))]

    def left(self) -> list[str]:
        """Return the files that are left, and the sockets."""
        named = re.compile("|".join([r"\0", *(re.escape(home.name) for home in self.homes)]))
        files = [str(path) for path in (self.folder / "temp").rglob("*") if path.name != "ballast"]
        return files + [name for name in os.listdir("/tmp") if named.search(name) or name in self._locks()]  # noqa: S108, PTH208

    def _locks(self) -> list[str]:
        return [Path(socket).name for home in self.homes for socket in office._sockets(home)]  # noqa: SLF001 - LibreOffice's own choice


def living(place: bytes) -> Iterator[int]:
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            told = (folder / "environ").read_bytes() + (folder / "cmdline").read_bytes()
            is_zombie = (folder / "stat").read_bytes().rpartition(b")")[2].split()[0] == b"Z"
            if place in told + os.fsencode((folder / "cwd").readlink()) and not is_zombie:
                yield int(folder.name)


def name(pid: int) -> str:
    return Path(f"/proc/{pid}/comm").read_text().strip()


def letter(number: str) -> Docx:
    document = docx.Document()
    document.add_heading("Beslut", 1)
    document.add_paragraph(f"Diarienummer {number}. Du får hemtjänst från och med den 3 mars 2026.")
    target = io.BytesIO()
    document.save(target)
    return Docx(target.getvalue())


def finished(pdf: convert.Pdf, number: str) -> bytes:
    return finish.pdf(
        pdf,
        title="Beslut",
        lang="en",  # of python-docx's own template
        must_contain=(number,),
        said="",
        created=date(2026, 3, 3),
        origin=Origin("0" * 64, ""),
    )


@contextlib.contextmanager
def full(folder: Path) -> Iterator[str]:
    """Let ``folder`` take no more: a small disk that is full, or for who may mount none, no file over 4 KB.

    Yields what should be told of it.
    """
    small = subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "docgen", str(folder)], check=False)
    if small.returncode == 0:
        try:
            with contextlib.suppress(OSError):
                (folder / "ballast").write_bytes(bytes(SMALL))
            yield "fullt"
            (folder / "ballast").unlink()
        finally:
            subprocess.run(["umount", "--lazy", str(folder)], check=True)
        return
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        yield "avslutad"
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def staged(folder: Path, patch: pytest.MonkeyPatch) -> Iterator[Scene]:
    """Yield a scene in which all goes well, until it is broken."""
    scene = Scene(folder)
    new_home = private_folder.made

    def noted() -> Path:
        scene.homes.append(new_home())
        return scene.homes[-1]

    patch.setattr(private_folder, "made", noted)
    patch.setattr(office, "_BRIDGE", folder / "bad_bridge.py")
    patch.setattr(tempfile, "tempdir", str(folder / "temp"))
    with scene.engine:
        yield scene
