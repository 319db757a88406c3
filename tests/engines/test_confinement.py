"""The wall around LibreOffice: what is seen from behind it, and what is done where there can be none."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest
from word_files import PIXEL, letter, linking_to

from docgen.engines import confinement
from docgen.engines.confinement import Confinement
from docgen.engines.libreoffice import LibreOfficeEngine
from docgen.engines.office import Office

SOFFICE = shutil.which("soffice") or ""
IS_WALLED = confinement.confinement() is Confinement.BWRAP


def behind_the_wall(home: Path, *order: str) -> subprocess.CompletedProcess[bytes]:
    (home / "tmp").mkdir(parents=True, exist_ok=True)
    words = confinement.order(Path(SOFFICE).resolve(), home)
    return subprocess.run([*words, *order], capture_output=True, check=False)


def test_a_machine_with_bubblewrap_that_may_use_it_has_a_wall() -> None:
    order = [shutil.which("bwrap") or "false", "--unshare-all", "--ro-bind", "/", "/", "true"]
    assert (subprocess.run(order, check=False).returncode == 0) is IS_WALLED


def test_a_stranger_on_the_network_is_not_reached_from_behind_the_wall(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        address = f"import socket; socket.create_connection(('127.0.0.1', {server.getsockname()[1]}), 2)"
        reached = behind_the_wall(tmp_path, "/usr/bin/python3", "-c", address).returncode == 0
    assert reached is not IS_WALLED


@pytest.mark.parametrize("place", [Path(__file__), Path("/etc/group")], ids=lambda path: path.name)
def test_what_others_have_on_disk_is_not_seen_from_behind_the_wall(tmp_path: Path, place: Path) -> None:
    assert (behind_the_wall(tmp_path / "home", "cat", str(place)).returncode == 0) is not IS_WALLED


def test_no_other_process_is_seen_from_behind_the_wall(tmp_path: Path) -> None:
    processes = behind_the_wall(tmp_path, "ls", "/proc").stdout.split()
    assert (str(os.getpid()).encode() in processes) is not IS_WALLED


def test_nothing_but_its_own_home_can_be_written_from_behind_the_wall(tmp_path: Path) -> None:
    assert behind_the_wall(tmp_path, "test", "-w", str(tmp_path)).returncode == 0
    for place in ("/usr", str(Path(SOFFICE).resolve().parent)):
        is_writable = behind_the_wall(tmp_path, "test", "-w", place).returncode == 0
        assert is_writable is (not IS_WALLED and os.access(place, os.W_OK))


def test_a_linked_picture_is_not_read_from_behind_the_wall_whoever_let_it_through(tmp_path: Path) -> None:
    picture = tmp_path / "annan.png"
    picture.write_bytes(PIXEL)
    office = Office("/usr/bin/python3", Path(SOFFICE).resolve().with_name("soffice.bin"))
    try:
        pdf = office.convert(linking_to(picture.as_uri()), 60)
    finally:
        office.stop()
    assert (b"/Subtype/Image" in pdf) is not IS_WALLED


@pytest.mark.parametrize(
    ("bwrap", "verdict"),
    [
        (None, Confinement.MISSING),
        ("echo 'No permissions to create new namespace' >&2; exit 1", Confinement.REFUSED),
        ("kill -9 $$", Confinement.REFUSED),
    ],
)
def test_where_there_can_be_no_wall_documents_are_made_without(
    bwrap: str | None, verdict: Confinement, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if bwrap is not None:
        (tmp_path / "bwrap").write_text(f"#!/bin/sh\n{bwrap}\n")
        (tmp_path / "bwrap").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert confinement.confinement() is verdict
    with LibreOfficeEngine(soffice=SOFFICE) as engine:
        assert engine.convert(letter()).startswith(b"%PDF-")


def test_whether_there_can_be_a_wall_is_tried_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bwrap").write_text(f"#!/bin/sh\necho x >> {tmp_path}/tried\nexit 1\n")
    (tmp_path / "bwrap").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert {confinement.confinement() for _ in range(3)} == {Confinement.REFUSED}
    assert (tmp_path / "tried").read_text() == "x\n"
