"""A process that guards every file of a folder, and says what it cost: seconds, megabytes, and what was opened."""

import json
import re
import sys
import time
from pathlib import Path

from docgen.errors import TemplateError
from docgen.templating import guard

WATCHED = ("open", "os.", "socket.", "subprocess.", "urllib.", "ctypes.")
opened: list[str] = []
watching = False


def noticed(event: str, about: object) -> None:
    if watching and event.startswith(WATCHED):
        opened.append(f"{event} {about}")


def guarded(content: bytes) -> int:
    try:
        return sum(1 for _ in guard.faults(guard.members(content)))
    except TemplateError:
        return 1


sys.addaudithook(noticed)
"".encode("cp437")  # a file of Python's own, opened once
longest = 0.0
for path in sorted(Path(sys.argv[1]).iterdir()):
    content = path.read_bytes()
    watching, before = True, time.process_time()
    guarded(content)
    longest, watching = max(longest, time.process_time() - before), False
peak = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text(encoding="utf-8"))
sys.stdout.write(json.dumps([longest, int(peak[1]) / 1024 if peak else 0, opened]))
