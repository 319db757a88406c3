"""``docgen batch`` as the processes that it really is: started, waited for, and what it leaves in its folder."""

import os
import random
import secrets
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from batches import ORGANISATION, documents, export, left_over, number, wrong
from conftest import TODAY
from scene import living

from docgen.folder import logbooks
from docgen.logbook.tables import Status

BROKEN = Path(__file__).with_name("broken")
MOST = 40
PATIENCE = 300.0
"""Seconds until a batch that does not come on is taken for hanging: only a fault of ours costs them."""


def command(source: Path, out: Path, *more: str, workers: int = 2) -> list[str]:
    """Return the command line of a batch of letters in DOCX."""
    settings = ["--organisation", str(ORGANISATION), "--date", TODAY.isoformat(), "--workers", str(workers)]
    ordered = ["batch", str(source), "--out", str(out), "--format", "docx", "--lang", "sv", *settings, *more]
    return [sys.executable, "-m", "docgen", *ordered]


def broken(variant: str) -> Mapping[str, str]:
    """Return the environment in which docgen is broken in a way of broken/sitecustomize.py."""
    return {"PYTHONPATH": os.pathsep.join([str(BROKEN), os.environ.get("PYTHONPATH", "")]), "DOCGEN_BROKEN": variant}


@dataclass(frozen=True)
class Ended:
    """How a batch ended and what it said."""

    code: int
    out: str
    err: str


@dataclass
class Run:
    """A batch at work, in a session of its own; ``log`` is where it may lay what it says."""

    arguments: Sequence[str]
    log: Path
    environment: Mapping[str, str] = field(default_factory=dict)
    process: "subprocess.Popen[bytes]" = field(init=False)

    def __post_init__(self) -> None:
        self._mark = secrets.token_hex(8)
        self._said = [self.log / f"{self._mark}.{name}" for name in ("out", "err")]
        environment = {**os.environ, **self.environment, "DOCGEN_TEST_RUN": self._mark}
        with self._said[0].open("wb") as out, self._said[1].open("wb") as err:
            self.process = subprocess.Popen(
                self.arguments, stdout=out, stderr=err, env=environment, start_new_session=True
            )

    def ended(self) -> Ended:
        """Wait for its end."""
        code = self.process.wait(PATIENCE)
        return Ended(code, *(one.read_text(encoding="utf-8") for one in self._said))

    def has_answered(self) -> bool:
        """Tell whether it has said of any document that it is made."""
        return self._said[0].stat().st_size > 0

    def until(self, reached: Callable[[], bool]) -> bool:
        """Wait until something is so, and return True, or False if the batch ended before."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            over = self.process.poll() is not None
            if reached() or over:
                return not over
            time.sleep(0.001)
        raise TimeoutError

    def sent(self, number: signal.Signals) -> None:
        """Send a signal to its process group; one that is over hears nothing."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, number)

    def killed(self) -> None:
        """Kill its process group, as a machine that runs out of memory or an operator in a hurry does."""
        self.sent(signal.SIGKILL)
        self.process.wait()

    def processes(self) -> list[int]:
        """Return what is alive of it."""
        return list(living(self._mark.encode()))

    def survivors(self, patience: float = 60.0) -> list[int]:
        """Wait for its end, and return what is still alive of it a while after.

        A process that was just being started learns only when it has read its programs that its caller is gone.
        """
        self.process.wait(PATIENCE)
        deadline = time.monotonic() + patience
        while (alive := self.processes()) and time.monotonic() < deadline:
            time.sleep(0.01)
        return alive


def carried_out(arguments: Sequence[str], log: Path, environment: Mapping[str, str] | None = None) -> Ended:
    """Carry out a command to its end."""
    return Run(arguments, log, environment or {}).ended()


@cache
def _most() -> Mapping[str, bytes]:
    """Return the documents of a batch of as many letters as any test has, that nobody disturbs."""
    with TemporaryDirectory() as folder:
        base = Path(folder)
        ended = carried_out(command(export(base / "e.jsonl", MOST), base / "ut"), base)
        made = documents(base / "ut")
    assert (ended.code, len(made)) == (0, 2 * MOST), ended.err
    return made


def unbroken(count: int) -> Mapping[str, bytes]:
    """Return what a batch of ``count`` letters makes that nobody disturbs: a letter is the same in any batch."""
    numbers = {number(at).replace(" ", "-").replace("/", "-") for at in range(1, count + 1)}
    return {name: data for name, data in _most().items() if name.split("_")[1] in numbers}


def by_chance(seed: int) -> random.Random:
    """Return what chooses moments and places, the same ones each time."""
    return random.Random(seed)  # noqa: S311 - no secrets


def some_moment(chance: random.Random, run: Run, out: Path, count: int) -> bool:
    """Wait for a random moment of a batch of ``count`` documents; return False if it ended before.

    Moments are told by what lies in the folder, so that a slow machine does not move them all into the start.
    """
    number = chance.randrange(-count // 3, count)
    if number < 0 and not run.until((out / ".docgen").exists):
        return False
    reached = run.until(lambda: laid_down(out) >= number)
    time.sleep(chance.uniform(0, 0.5 if number < 0 else 0.03))
    return reached


def laid_down(out: Path) -> int:
    """Return how many documents and drafts there are."""
    return sum(len(names) for _, _, names in os.walk(out)) - len(list((out / ".docgen").glob("*.*")))


def not_whole(out: Path, whole: Mapping[str, bytes]) -> list[str]:
    """Return what bears a document's name, or lies among them, and is not what an unbroken run makes."""
    return [name for name, data in documents(out).items() if whole.get(name) != data]


@dataclass(frozen=True)
class Book:
    """What a logbook says: how many records are made, of which files, and which rows are not as they were written."""

    made: int = 0
    files: Sequence[str] = ()
    broken: Sequence[str] = ()

    def untrue(self, there: Mapping[str, bytes], whole: Mapping[str, bytes]) -> list[str]:
        """Return what it says is made and is not ``there`` whole, of letters that have two files each."""
        few = [] if 2 * self.made == len(self.files) else [f"{self.made} rows of {len(self.files)} files"]
        return [*few, *self.broken, *(one for one in self.files if one not in there or there[one] != whole.get(one))]


def book(out: Path) -> Book:
    """Return what the logbook of a folder says, whenever the run was broken off."""
    if not (out / ".docgen" / "logbook.sqlite").exists():
        return Book()
    with logbooks(out) as (one,):
        files = [file.namn for file in one.files()]
        return Book(one.counts().get(Status.GJORD, 0), files, list(one.broken_seals()))


def untrue(out: Path, whole: Mapping[str, bytes]) -> list[str]:
    """Return what the logbook of a folder says is made and is not there whole."""
    return book(out).untrue(documents(out), whole)


def unlike(out: Path, whole: Mapping[str, bytes]) -> list[str]:
    """Return all in which a folder differs from an unbroken run's, and from what its own logbook says."""
    there = documents(out)
    lost: Collection[str] = whole.keys() - there.keys()
    disagreements = [f"{one.fault}: {one.namn}" for one in wrong(out)]
    return [*sorted(lost), *not_whole(out, whole), *untrue(out, whole), *disagreements, *left_over(out)]
