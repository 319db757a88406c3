"""A worker of our own to break: it works as docgen's does, until it comes to a record that it falls over."""

import json
import os
import signal
import sys
import time
from pathlib import Path

from docgen.executors import worker
from docgen.outcome import Task
from docgen.pipeline import Pipeline, Ready

FAULTS = "DOCGEN_TEST_FAULTS"
"""Names the file that says what happens at which record, and how often: {"IFO 2026/00003": ["dies", 1]}."""


def fall(fault: str) -> None:
    """Do what the fault says."""
    if fault == "dies":
        os._exit(1)
    if fault == "is killed":
        os.kill(os.getpid(), signal.SIGKILL)
    if fault == "stops":
        os.kill(os.getpid(), signal.SIGSTOP)
    if fault == "hangs":
        time.sleep(3600)
    if fault == "eats memory":
        eaten = []
        while True:
            eaten.append(bytearray(os.urandom(1 << 20)) * 8)


def main() -> int:
    """Work, and fall where the file says."""
    file = Path(os.environ[FAULTS])
    found = Pipeline._found  # noqa: SLF001 - the one place where a record is begun

    def falling(pipeline: Pipeline, task: Task) -> Ready:
        faults = json.loads(file.read_text(encoding="utf-8"))
        fault, times = faults.get(task.place.key, ("", 0))
        if times:
            file.write_text(json.dumps(faults | {task.place.key: [fault, times - 1]}), encoding="utf-8")
            fall(fault)
        return found(pipeline, task)  # type: ignore[return-value]

    Pipeline._found = falling  # type: ignore[method-assign, assignment] # noqa: SLF001
    return worker.main(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
