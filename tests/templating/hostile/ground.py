"""The ground on which bombs are set off: each in a process of its own, within limits.

Run as a program it reads lines ``NAME<tab>PATH`` and answers each with a line of JSON: the outcome, the seconds of
processor time and the megabytes of memory that loading and filling took.
"""

import json
import os
import resource
import signal
import sys
import time
from pathlib import Path
from typing import Any

from bombs import BOMBS
from giants import GIANTS
from places import code

from docgen.errors import TemplateError
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

SECONDS, MEGABYTES = 2, 300
LIMITS = {resource.RLIMIT_CPU: SECONDS, resource.RLIMIT_AS: 2 * 1024**3}
NAMED = {bomb.name: bomb for bomb in (*BOMBS, *GIANTS)}


def _outcome(path: Path, data: dict[str, Any]) -> str:
    try:
        WordTemplate.load(path, Layout()).fill({"namn": "Tolvan"} | data)
    except TemplateError as error:
        return code(error)
    except BaseException as error:  # noqa: BLE001 (whatever comes out of the engine is the outcome)
        return type(error).__name__
    return "filled"


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _answer(name: str, path: str) -> str:
    """Set the bomb off within limits; return what came of it as JSON."""
    data = NAMED[name].values()
    for limit, most in LIMITS.items():
        resource.setrlimit(limit, (most, most))
    memory, start = _peak(), time.process_time()
    outcome = _outcome(Path(path), data)
    return json.dumps([outcome, round(time.process_time() - start, 2), round(_peak() - memory)])


def _apart(name: str, path: str) -> str:
    """Return the answer of a process of its own, or what ended it."""
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.write(writer, _answer(name, path).encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        answer = pipe.read()
    _, status = os.waitpid(child, 0)
    return answer or json.dumps([signal.Signals(os.WTERMSIG(status)).name, SECONDS, 0])


if __name__ == "__main__":
    for line in sys.stdin:
        sys.stdout.write(_apart(*line.rstrip("\n").split("\t")) + "\n")
        sys.stdout.flush()
