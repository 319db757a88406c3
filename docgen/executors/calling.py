"""A process of ours and the pipe to it: how it is called, and how it answers the call."""

import ctypes
import os
import re
import resource
import signal
import socket
import subprocess
import sys
from collections.abc import Sequence
from multiprocessing.connection import Connection
from pathlib import Path

from docgen.order import STDIN

MOST_DATA = 4 << 30
_DESCRIPTOR = re.compile(r"/(?:dev|proc/self)/fd/\d+")
_PR_SET_PDEATHSIG = 1


def call(module: str, temporary: Path, sources: Sequence[str] = ()) -> tuple["subprocess.Popen[bytes]", Connection]:
    """Start ``python -m module`` and return the process and the pipe to it.

    It has a session of its own, so that Ctrl-C reaches only the one who called; its temporary files lie in
    ``temporary``. It can read what of ``sources`` only this process has open: standard input and ``/dev/fd/63``.
    """
    opened = [int(one.rpartition("/")[2]) for one in sources if _DESCRIPTOR.fullmatch(one)]
    ours, theirs = socket.socketpair()
    with theirs:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-m", module, str(theirs.fileno()), str(os.getpid())],
            pass_fds=[theirs.fileno(), *opened],
            stdin=None if STDIN in sources else subprocess.DEVNULL,
            start_new_session=True,
            env={**os.environ, "TMPDIR": str(temporary)},
        )
    return process, Connection(ours.detach())


def called(arguments: Sequence[str]) -> Connection:
    """Return the pipe to the one who called; the kernel ends this process when that one ends.

    No record gets all the memory there is: past a limit this process is refused more.
    """
    pipe, caller = Connection(int(arguments[0])), int(arguments[1])
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    sys.excepthook = lambda *_: None  # a traceback may show what a record says; whoever called tells of our end
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (MOST_DATA if hard < 0 else min(MOST_DATA, hard), hard))
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != caller:
        sys.exit(1)
    return pipe
