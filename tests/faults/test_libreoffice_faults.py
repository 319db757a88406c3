"""What LibreOffice may do to us: each fault costs two tries and one record, is told by its code, and leaves nothing.

All is real: the processes, the signals, the disk. ``FAULTS=10`` does each ten times.
"""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from scene import PATIENT, Fault, Scene, full, letter, living, name, staged

from docgen.engines import confinement, office
from docgen.errors import EngineMissing, RecordError

PROFILE = 'for one; do case "$one" in -env:*) profile=${one#*://};; esac; done\n'
OURS = {"orsak": "avslutad"}
SLOW = {"sekunder": "1"}
WRONG = {"orsak": "fel-dokument"}
LEEWAY = 10

FAULTS = [
    Fault("dies_at_start", "P-03", OURS, soffice="exit 1"),
    Fault("says_all_is_well_and_ends", "P-03", OURS, soffice="exit 0"),
    Fault("is_killed_at_start", "P-03", OURS, soffice="kill -9 $$"),
    Fault("dies_in_the_middle", "P-03", OURS, bridge="dies"),
    Fault("loses_its_bridge", "P-03", OURS, bridge="ends"),
    Fault("hangs_at_start", "P-02", SLOW, soffice="sleep 600 & sleep 600", seconds=1),
    Fault("hangs_in_the_middle", "P-02", SLOW, bridge="hangs", seconds=1),
    Fault("has_a_bridge_that_is_stopped", "P-02", SLOW, bridge="freezes", seconds=1),
    Fault("is_stopped_in_the_middle", "P-02", {"sekunder": "3"}, bridge="stops", seconds=3),
    Fault("refuses_to_end", "P-02", SLOW, soffice="trap '' TERM INT HUP; while :; do sleep 9; done", seconds=1),
    Fault("writes_nothing", "P-03", {"orsak": "ingen-pdf"}, bridge="nothing"),
    Fault("writes_a_blank_page", "P-04", WRONG, bridge="blank"),
    Fault("writes_another_record", "P-04", WRONG, bridge="another"),
    Fault("writes_half", "P-03", {"orsak": "ingen-pdf"}, bridge="truncated"),
    Fault("writes_garbage", "P-03", {"orsak": "svar"}, bridge="garbage"),
    Fault("answers_an_older_question", "P-03", {"orsak": "svar"}, bridge="stale"),
    Fault("trickles", "P-02", SLOW, bridge="trickles", seconds=1),
    Fault("eats_the_memory", "P-03", {"orsak": "minne"}, bridge="eats"),
    Fault(
        "loses_its_profile",
        "P-03",
        {"orsak": "profil"},
        soffice=f'{PROFILE} echo damaged > "$profile/user/registrymodifications.xcu"',
    ),
    Fault("cannot_write_its_profile", "P-03", OURS, soffice=f'{PROFILE} rm -rf "$profile"; echo > "$profile"'),
    Fault("leaves_children_behind", "P-03", OURS, soffice="setsid sleep 600 & (setsid nohup sleep 600 &) ; exit 1"),
]
SOME = {"is_stopped_in_the_middle", "refuses_to_end", "leaves_children_behind"}
TIMES = int(os.environ.get("FAULTS", "1"))
BARE = {fault.name for fault in FAULTS} if TIMES > 1 else SOME
CASES = [
    pytest.param(fault, wall, id=f"{fault.name}-{wall}")
    for fault in FAULTS
    for wall in (["walled", "bare"] if fault.name in BARE else ["walled"])
]


@pytest.fixture(autouse=True, params=range(TIMES))
def turn(request: pytest.FixtureRequest) -> int:
    """Do each test as many times as FAULTS says."""
    number: int = request.param
    return number


@pytest.fixture(params=["walled"])
def wall(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start LibreOffice behind the machine's wall, or bare."""
    if request.param == "bare":
        monkeypatch.setattr(confinement, "order", lambda *_: [])


@pytest.fixture(scope="session")
def another(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Return the PDF of somebody else."""
    with pytest.MonkeyPatch.context() as patch, staged(tmp_path_factory.mktemp("another"), patch) as scene:
        return scene.engine.convert(letter("SN 2026/99"))


@pytest.fixture
def scene(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, another: bytes) -> Iterator[Scene]:
    monkeypatch.setattr(office, "_CEILING", 500 * office.MEGABYTE)
    (tmp_path / "another.pdf").write_bytes(another)
    with staged(tmp_path, monkeypatch) as scene:
        yield scene


def refused(scene: Scene) -> RecordError:
    with pytest.raises(RecordError) as refusal:
        scene.made("SN 2026/1")
    return refusal.value


@pytest.mark.usefixtures("wall")
@pytest.mark.parametrize(("fault", "wall"), CASES, indirect=["wall"])
def test_a_fault_costs_two_tries_and_one_record(fault: Fault, scene: Scene) -> None:
    scene.break_by(fault)
    asked = time.monotonic()
    error = refused(scene)
    assert fault.seconds == PATIENT or time.monotonic() - asked < 2 * fault.seconds + LEEWAY
    assert (error.code, error.facts) == (fault.code, fault.facts)
    assert len(scene.homes) == 2
    assert (scene.survivors(), scene.left()) == ([], [])
    scene.mend()
    assert "SN 2026/2" in scene.made("SN 2026/2")
    assert len(scene.homes) == 3


def test_a_full_temporary_folder_is_told_and_what_was_begun_is_removed(scene: Scene) -> None:
    with full(scene.folder / "temp") as reason:
        error = refused(scene)
        assert (error.code, error.facts) == ("P-03", {"orsak": reason})
        assert (scene.survivors(), scene.left()) == ([], [])
    assert "SN 2026/2" in scene.made("SN 2026/2")


def test_a_libreoffice_that_is_missing_is_no_fault_of_the_record(scene: Scene) -> None:
    program = scene.folder / "program"
    shutil.move(program, scene.folder / "elsewhere")
    with pytest.raises(EngineMissing):
        scene.made("SN 2026/1")
    assert (scene.homes, scene.left()) == ([], [])
    shutil.move(scene.folder / "elsewhere", program)
    assert "SN 2026/2" in scene.made("SN 2026/2")


@pytest.mark.usefixtures("wall")
@pytest.mark.parametrize("wall", ["walled", "bare"], indirect=True)
def test_what_a_good_libreoffice_starts_beside_itself_ends_with_it(scene: Scene) -> None:
    scene.break_by(Fault("", "", {}, soffice="setsid sleep 600 &"))
    assert "SN 2026/1" in scene.made("SN 2026/1")
    assert "sleep" in scene.survivors()
    scene.engine.close()
    assert (scene.survivors(), scene.left()) == ([], [])


@pytest.mark.usefixtures("wall")
@pytest.mark.parametrize("wall", ["bare"], indirect=True)  # behind the wall it could not remove its own fault
def test_a_fault_that_passes_costs_no_record(scene: Scene) -> None:
    scene.break_by(Fault("", "", {}, soffice='rm "$0.fault"; exit 1'))
    assert "SN 2026/1" in scene.made("SN 2026/1")
    assert len(scene.homes) == 2


def test_a_profile_that_was_damaged_is_not_the_next_ones(scene: Scene) -> None:
    assert "SN 2026/1" in scene.made("SN 2026/1")
    (home,) = scene.homes
    shutil.rmtree(home / "profile")
    os.kill(office_of(scene), signal.SIGKILL)
    assert "SN 2026/2" in scene.made("SN 2026/2")
    assert len(scene.homes) == 2


KILLED = """
import pathlib, sys, tempfile
from docgen.engines import confinement
from docgen.engines.libreoffice import LibreOfficeEngine
tempfile.tempdir = sys.argv[1]
if sys.argv[3] == "bare":
    confinement.order = lambda *_: []
with LibreOfficeEngine() as engine:
    print("begins", flush=True)
    while True:
        engine.convert(pathlib.Path(sys.argv[2]).read_bytes())
"""


@pytest.mark.parametrize("wall", ["walled", "bare"])
@pytest.mark.parametrize("seconds", [0.2, 0.5, 1, 3])
def test_a_docgen_that_is_killed_leaves_nothing_whatever_it_was_doing(scene: Scene, seconds: float, wall: str) -> None:
    (scene.folder / "brev.docx").write_bytes(letter("SN 2026/1"))
    order = [sys.executable, "-c", KILLED, str(scene.folder / "temp"), str(scene.folder / "brev.docx"), wall]
    with subprocess.Popen(order, stdout=subprocess.PIPE) as docgen:
        assert docgen.stdout is not None
        assert docgen.stdout.readline() == b"begins\n"
        time.sleep(seconds)
        scene.homes += (scene.folder / "temp").iterdir()
        docgen.kill()
    deadline = time.monotonic() + LEEWAY
    while (scene.survivors() or scene.left()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert (scene.survivors(), scene.left()) == ([], [])


def office_of(scene: Scene) -> int:
    return next(pid for pid in living(os.fsencode(scene.folder / "temp")) if name(pid) == "soffice.bin")
