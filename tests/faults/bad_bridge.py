"""The real bridge, made to fail: the file ``fault`` beside this one says how, and without it all is well.

It is copied to where its faults are, and run as the engine runs the real one. ``real`` says where that is, and
``another.pdf`` is the document of somebody else.
"""

import contextlib
import importlib.util
import json
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ORDER = json.loads(sys.argv[1])
STEP, MEALS = 50 * 2**20, 30

Patch = Callable[[Any], None]


def real_bridge() -> Any:  # noqa: ANN401 - a module without stubs
    """Return the bridge as a module."""
    spec = importlib.util.spec_from_file_location("uno_bridge", (HERE / "real").read_text())
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def office() -> int:
    """Return the process id of the real LibreOffice, wherever it is."""
    home = f"HOME={ORDER['workdir']}".encode()
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):  # others end while they are looked at
            if (folder / "comm").read_text().strip() == "soffice.bin" and home in (folder / "environ").read_bytes():
                return int(folder.name)
    raise ProcessLookupError


def when_exporting(what: Callable[[], Any]) -> Patch:
    """Return a patch that does ``what`` in the middle of a document."""

    def patch(bridge: Any) -> None:  # noqa: ANN401 - see real_bridge
        export = bridge.export

        def meddled(*arguments: Any) -> Any:  # noqa: ANN401 - handed on
            what()
            return export(*arguments)

        bridge.export = meddled

    return patch


def answering(pdf: Callable[[], bytes]) -> Patch:
    """Return a patch that answers without LibreOffice."""

    def patch(bridge: Any) -> None:  # noqa: ANN401 - see real_bridge
        bridge.Office.start = lambda _: (None, None)
        bridge.is_hardened = lambda _: True
        bridge.converted = lambda *_: ({}, pdf())

    return patch


def another() -> bytes:
    return (HERE / "another.pdf").read_bytes()


def writing(write: Callable[[bytes], None]) -> Patch:
    """Return a patch that sends what should be a good answer by ``write``."""

    def patch(bridge: Any) -> None:  # noqa: ANN401 - see real_bridge
        answering(another)(bridge)

        def answer(head: dict[str, Any], pdf: bytes) -> None:
            text = json.dumps(head).encode()
            write(bridge.FRAME.pack(len(text), len(pdf)) + text + pdf)

        bridge.answer = answer

    return patch


def trickle(frame: bytes) -> None:
    for byte in frame:
        os.write(1, bytes([byte]))
        time.sleep(0.05)


def garbage(_: bytes) -> None:
    os.write(1, b"Fontconfig warning: no <cachedir> elements found\n" * 99)
    signal.pause()


def stale(frame: bytes) -> None:
    os.write(1, frame.replace(b'"document": 0', b'"document": 7'))
    signal.pause()


def pause() -> bytes:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    while True:
        signal.pause()


def freeze() -> bytes:
    os.kill(os.getpid(), signal.SIGSTOP)
    return b""


def eat() -> bytes:
    eaten: list[bytes] = []
    while len(eaten) < MEALS:
        eaten.append(b"x" * STEP)
        time.sleep(0.02)
    return pause()


def blank(bridge: Any) -> None:  # noqa: ANN401 - see real_bridge
    bridge.set_page_numbers = lambda document: document.Text.setString("")


FAULTS: dict[str, Patch] = {
    "dies": when_exporting(lambda: os.kill(office(), signal.SIGKILL)),
    "ends": when_exporting(lambda: os.kill(os.getpid(), signal.SIGKILL)),
    "stops": when_exporting(lambda: os.kill(office(), signal.SIGSTOP)),
    "hangs": answering(pause),
    "freezes": answering(freeze),
    "blank": blank,
    "nothing": answering(bytes),
    "another": answering(another),
    "truncated": answering(lambda: another()[: len(another()) // 2]),
    "eats": answering(eat),
    "trickles": writing(trickle),
    "garbage": writing(garbage),
    "stale": writing(stale),
}


if __name__ == "__main__":
    bridge = real_bridge()
    if (HERE / "fault").exists():
        FAULTS[(HERE / "fault").read_text()](bridge)
    bridge.main(ORDER)
