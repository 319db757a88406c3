"""A command of docgen, and all that can be seen of it from outside while it runs and when it has ended."""

import contextlib
import os
import secrets
import subprocess
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Watched:
    """A command that has run; ``seen`` is all that others could see of it: its talk, its processes, names of its files.

    Its temporary files lie in ``temporary``; ``outside`` is what it was told by its environment, which docgen's own
    processes hold too.
    """

    arguments: Sequence[str | Path]
    temporary: Path
    code: int = 0
    out: bytes = b""
    err: bytes = b""
    _seen: set[bytes] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.temporary.mkdir(exist_ok=True)
        self._mark = secrets.token_hex(8)
        environment = {**os.environ, "DOCGEN_TEST_RUN": self._mark, "TMPDIR": str(self.temporary)}
        command = [sys.executable, "-m", "docgen", *map(str, self.arguments)]
        done = threading.Event()
        watch = threading.Thread(target=self._watch, args=(done,))
        watch.start()
        try:
            ended = subprocess.run(command, capture_output=True, env=environment, check=False)
        finally:
            done.set()
            watch.join()
        self.code, self.out, self.err = ended.returncode, ended.stdout, ended.stderr

    @property
    def seen(self) -> bytes:
        """Return what could be seen, what was said on standard output left out."""
        return b"\n".join([self.err, *sorted(self._seen), *map(os.fsencode, self.temporary.rglob("*"))])

    @property
    def left(self) -> list[str]:
        """Return what it has left among its temporary files."""
        return [path.name for path in self.temporary.rglob("*")]

    def _watch(self, done: threading.Event) -> None:
        while not done.wait(0.02):
            for folder in Path("/proc").glob("[0-9]*"):
                with contextlib.suppress(OSError):
                    told = (folder / "environ").read_bytes()
                    if self._mark.encode() in told:
                        self._seen |= {told, (folder / "cmdline").read_bytes()}
            self._seen |= {os.fsencode(path) for path in self.temporary.rglob("*")}
