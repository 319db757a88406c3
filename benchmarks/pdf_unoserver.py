"""unoserver as others use it: fetched from the package index into a folder of its own, started once and kept warm."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import xmlrpc.client
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PYTHON = "/usr/bin/python3"  # the one that has LibreOffice's own module ``uno``
_LAID_BY_SETUP = str(Path(__file__).parents[1] / ".uv" / "bin")  # where .ci/setup lays it on a machine without
_FETCHED = ["pip", "install", "--quiet", "--target"]
_FETCH_SECONDS, _START_SECONDS = 120, 90


class Missing(Exception):
    """What is not here to be measured."""


def fetched(folder: Path) -> str:
    """Fetch unoserver into ``folder`` and return its version."""
    uv = shutil.which("uv") or shutil.which("uv", path=_LAID_BY_SETUP)
    ways = [[uv, *_FETCHED]] if uv else [[PYTHON, "-m", *_FETCHED], [sys.executable, "-m", *_FETCHED]]
    for way in ways:
        done = subprocess.run(
            [*way, str(folder), "unoserver"], capture_output=True, timeout=_FETCH_SECONDS, check=False
        )
        if done.returncode == 0:
            return next(folder.glob("unoserver-*.dist-info")).name.split("-")[1].removesuffix(".dist")
    raise Missing("unoserver kunde inte hämtas")


@contextmanager
def kept_warm(modules: Path, profile: Path) -> Iterator[xmlrpc.client.ServerProxy]:
    """Give a running unoserver, and end it with its LibreOffice."""
    port, uno_port = _free_ports()
    ports = ["--port", str(port), "--uno-port", str(uno_port)]
    process = subprocess.Popen(
        [PYTHON, "-m", "unoserver.server", "--quiet", *ports, "--user-installation", str(profile)],
        env=os.environ | {"PYTHONPATH": str(modules)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        yield _answering(process, port)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _answering(process: "subprocess.Popen[bytes]", port: int) -> xmlrpc.client.ServerProxy:
    server = xmlrpc.client.ServerProxy(f"http://127.0.0.1:{port}", allow_none=True)
    until = time.monotonic() + _START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            server.info()
        except OSError:
            time.sleep(0.2)
        else:
            return server
    raise Missing("unoserver startade inte")


def _free_ports() -> tuple[int, int]:
    with socket.create_server(("127.0.0.1", 0)) as one, socket.create_server(("127.0.0.1", 0)) as other:
        return one.getsockname()[1], other.getsockname()[1]
