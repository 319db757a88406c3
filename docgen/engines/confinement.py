"""The wall around LibreOffice: bubblewrap, where it is installed and may be used.

Behind it there is no network, no process but LibreOffice's own, nothing of the disk but the programs, the fonts and
its own folder. When the process that waits for it ends, all behind it end, whatever they have done to stay.
"""

import functools
import os
import shutil
import subprocess
from enum import StrEnum
from pathlib import Path

_SECONDS = 10
_PROGRAMS = ("/bin", "/sbin", "/lib", "/lib32", "/lib64")
_READ = ("/etc/libreoffice", "/etc/fonts", "/etc/ld.so.cache", "/etc/localtime", "/var/cache/fontconfig")


class Confinement(StrEnum):
    """What stands between LibreOffice and the machine."""

    BWRAP = "bwrap"
    REFUSED = "refused"
    """bubblewrap is installed, but the machine does not let it make a room of its own."""
    MISSING = "missing"


def confinement() -> Confinement:
    """Return what a LibreOffice that is started now is confined by; tried once in a process' life."""
    program = shutil.which("bwrap")
    if program is None:
        return Confinement.MISSING
    return Confinement.BWRAP if _works(program) else Confinement.REFUSED


def order(soffice: Path, home: Path) -> list[str]:
    """Return the words to put before the order that starts ``soffice`` in ``home``; none without bubblewrap.

    ``home`` is the only place that can be written, and its folder ``tmp`` is /tmp.
    """
    program = shutil.which("bwrap")
    if program is None or not _works(program):
        return []
    # LibreOffice names its sockets after whoever the list of users says that it is.
    users = home / "passwd"
    users.write_text(f"docgen:x:{os.getuid()}:{os.getgid()}::{home}:/bin/false\n", encoding="utf-8")
    installed = soffice.parent.parent if soffice.parent.name == "program" else soffice.parent
    # First what others may lie in, then what lies in it.
    words = [*_room(program), "--bind", str(home / "tmp"), "/tmp", "--ro-bind", str(installed), str(installed)]  # noqa: S108
    return [*words, "--bind", str(home), str(home), "--ro-bind", str(users), "/etc/passwd", "--chdir", str(home), "--"]


@functools.cache
def _works(program: str) -> bool:
    """Tell whether bubblewrap may make a room here: many containers and some kernels forbid it."""
    try:
        tried = subprocess.run(  # noqa: S603 - a program of the machine, no shell
            [*_room(program), "--", "true"],
            env={"PATH": "/usr/bin:/bin"},
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return tried.returncode == 0


def _room(program: str) -> list[str]:
    """Return the order for a room with the machine's programs and fonts, and nothing else.

    There is no session of its own inside: the caller starts one around all of it, and kills that as one group.
    """
    words = [program, "--unshare-all", "--die-with-parent", "--cap-drop", "ALL", "--ro-bind", "/usr", "/usr"]
    for folder in map(Path, _PROGRAMS):
        if folder.is_symlink():
            words += ["--symlink", str(folder.readlink()), str(folder)]
        else:
            words += ["--ro-bind-try", str(folder), str(folder)]
    for place in _READ:
        words += ["--ro-bind-try", place, place]
    return [*words, "--proc", "/proc", "--dev", "/dev"]
