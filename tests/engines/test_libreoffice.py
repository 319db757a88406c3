import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from reading import page_texts
from word_files import add_field, letter, linking_to, saved

from docgen.engines import confinement
from docgen.engines.engine import PdfEngine
from docgen.engines.libreoffice import LibreOfficeEngine, version
from docgen.engines.office import MEGABYTE, _sockets
from docgen.engines.processes import resident
from docgen.errors import EngineMissing, OutputFailed, RecordError, TransientError


@pytest.fixture(scope="module")
def engine() -> Iterator[LibreOfficeEngine]:
    with LibreOfficeEngine() as engine:
        yield engine


@pytest.fixture(params=["walled", "bare"])
def wall(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Start LibreOffice behind the machine's wall, or bare."""
    if request.param == "bare":
        monkeypatch.setattr(confinement, "order", lambda *_: [])


def processes() -> Iterator[tuple[int, int, int]]:
    """Yield the number, the parent and the process group of every living process."""
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent, group = stat.read_text().rpartition(")")[2].split()[:3]
        except (FileNotFoundError, ProcessLookupError):
            continue
        if state != "Z":
            yield int(stat.parent.name), int(parent), int(group)


def members(group: int) -> list[int]:
    """Return the living processes of a process group."""
    return [pid for pid, _parent, its_group in processes() if its_group == group]


def groups_of(docgen: int) -> set[int]:
    """Return the process groups that a docgen has started."""
    return {pid for pid, parent, group in processes() if parent == docgen and pid == group}


def office_in(group: int) -> int:
    """Return the process id of LibreOffice itself."""
    names = {pid: Path(f"/proc/{pid}/comm").read_text().strip() for pid in members(group)}
    (office,) = (pid for pid, name in names.items() if name == "soffice.bin")
    return office


def started(engine: LibreOfficeEngine) -> int:
    """Let ``engine`` make a first document and return the process group that it started for it."""
    engine.close()
    before = groups_of(os.getpid())
    engine.convert(letter())
    (group,) = groups_of(os.getpid()) - before
    return group


def places_of(group: int) -> set[Path]:
    """Return what LibreOffice holds on disk: its folder and its sockets, those of others left out."""
    home = Path(f"/proc/{group}/cwd").readlink()
    return {home, *(socket for socket in map(Path, _sockets(home)) if socket.exists())}


def nothing_left(places: set[Path]) -> bool:
    return not [place for place in places if place.exists()]


def is_gone(group: int) -> bool:
    deadline = time.monotonic() + 5
    while members(group) and time.monotonic() < deadline:
        time.sleep(0.01)
    return not members(group)


def fake_office(folder: Path, script: str) -> str:
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return str(program)


def test_a_letter_becomes_a_tagged_archival_pdf(engine: LibreOfficeEngine) -> None:
    an_engine: PdfEngine = engine
    pdf = an_engine.convert(letter())
    assert "hemtjänst från och med" in page_texts(pdf)[0]
    for claim in (b"/MarkInfo<</Marked true>>", b"/StructTreeRoot", b"<pdfaid:part>2<", b"<pdfuaid:part>1<"):
        assert claim in pdf


def test_one_libreoffice_serves_many_documents_without_mixing_them(engine: LibreOfficeEngine) -> None:
    group = started(engine)
    office = office_in(group)
    for name in ("Testperson Ett", "Testperson Två"):
        (text,) = page_texts(engine.convert(letter(f"Beslutet gäller {name}")))
        assert text.split()[-2:] == name.split()
    assert office_in(group) == office


def test_a_file_that_is_no_word_file_is_refused_and_the_next_is_made(engine: LibreOfficeEngine) -> None:
    empty = b"PK\x05\x06" + bytes(18)
    with pytest.raises(RecordError) as refusal:
        engine.convert(empty)
    assert refusal.value.code == "P-06"
    assert engine.convert(letter()).startswith(b"%PDF-")


def test_a_picture_linked_from_outside_refuses_the_document(engine: LibreOfficeEngine) -> None:
    with pytest.raises(RecordError) as refusal:
        engine.convert(linking_to("file:///srv/annan.png"))
    assert refusal.value.code == "P-07"


def test_nothing_is_fetched_for_a_field_that_names_a_picture(engine: LibreOfficeEngine) -> None:
    document = docx.Document()
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.2)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/bild.png"
        add_field(document.add_paragraph(), f' INCLUDEPICTURE "{address}" \\d ')
        assert b"/Subtype/Image" not in engine.convert(saved(document))
        with pytest.raises(TimeoutError):
            server.accept()


def test_libreoffice_sees_nothing_of_the_environment(
    engine: LibreOfficeEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DOCGEN_HEMLIGHET", "kommunens-nyckel")
    for pid in members(started(engine)):
        environment = Path(f"/proc/{pid}/environ").read_bytes()
        assert b"kommunens-nyckel" not in environment
        assert b"LANG=C.UTF-8" in environment


@pytest.mark.usefixtures("wall")
def test_libreoffice_lives_in_places_that_nobody_else_may_open() -> None:
    with LibreOfficeEngine() as engine:
        home, *sockets = sorted(places_of(started(engine)), key=lambda place: not place.is_dir())
        assert sockets
        assert home.stat().st_mode & 0o077 == 0
        assert all(one.resolve().is_relative_to(home) or one.stat().st_mode & 0o077 == 0 for one in sockets)


@pytest.mark.usefixtures("wall")
def test_closing_leaves_no_process_and_no_file() -> None:
    engine = LibreOfficeEngine()
    group = started(engine)
    places = places_of(group)
    engine.close()
    assert is_gone(group)
    assert nothing_left(places)
    engine.close()


def test_libreoffice_is_exchanged_after_its_share_of_documents() -> None:
    with LibreOfficeEngine(recycle_after=2) as engine:
        first = started(engine)
        engine.convert(letter())
        assert is_gone(first)
        assert engine.convert(letter()).startswith(b"%PDF-")


def test_a_libreoffice_that_has_grown_too_large_is_exchanged_and_no_other() -> None:
    before = groups_of(os.getpid())
    with LibreOfficeEngine(recycle_above=50 * MEGABYTE) as small, LibreOfficeEngine() as large:
        assert small.convert(letter()).startswith(b"%PDF-")
        assert groups_of(os.getpid()) == before
        assert members(started(large))


@pytest.mark.usefixtures("wall")
def test_the_weight_of_libreoffice_is_that_of_all_its_processes() -> None:
    with LibreOfficeEngine() as engine:
        group = started(engine)
        status = Path(f"/proc/{office_in(group)}/status").read_text()
        alone = int(re.findall(r"VmRSS:\s+(\d+)", status)[0]) * 1024
        assert alone < resident(group) < alone + 100 * MEGABYTE


def test_a_bridge_that_cannot_be_started_leaves_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("docgen.engines.libreoffice._python_with_uno", lambda _: "/python-finns-inte")
    with LibreOfficeEngine() as engine, pytest.raises(TransientError) as fault:
        engine.convert(letter())
    assert (fault.value.code, fault.value.facts) == ("P-03", {"orsak": "start"})
    assert not list(tmp_path.iterdir())


def test_a_temporary_folder_that_takes_nothing_stops_the_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = str(tmp_path / "finns-inte")
    monkeypatch.setattr("tempfile.tempdir", folder)
    with LibreOfficeEngine() as engine, pytest.raises(OutputFailed) as fault:
        engine.convert(letter())
    assert (fault.value.code, fault.value.facts) == ("S-04", {"orsak": "ENOENT", "mapp": folder})


@pytest.mark.parametrize("bare", ["", "confinement.order = lambda *_: []"], ids=["walled", "bare"])
def test_libreoffice_dies_with_a_docgen_that_is_killed(tmp_path: Path, bare: str) -> None:
    (tmp_path / "brev.docx").write_bytes(letter())
    script = f"""
import pathlib, sys, time
from docgen.engines import confinement
from docgen.engines.libreoffice import LibreOfficeEngine
{bare}
engine = LibreOfficeEngine()
engine.convert(pathlib.Path(sys.argv[1]).read_bytes())
print("made", flush=True)
time.sleep(60)
"""
    command = [sys.executable, "-c", script, str(tmp_path / "brev.docx")]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as docgen:
        assert docgen.stdout is not None
        assert docgen.stdout.readline() == b"made\n"
        (group,) = groups_of(docgen.pid)
        places = places_of(group)
        docgen.kill()
    assert is_gone(group)
    assert nothing_left(places)


def test_a_machine_without_libreoffice_is_told_so() -> None:
    with LibreOfficeEngine(soffice="soffice-finns-inte") as engine, pytest.raises(EngineMissing) as fault:
        engine.convert(letter())
    assert fault.value.code == "P-01"


def test_a_libreoffice_that_does_not_tell_its_version_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("docgen.engines.libreoffice._VERSION_SECONDS", 0.2)
    with pytest.raises(EngineMissing) as fault:
        version(fake_office(tmp_path, "exec sleep 60"))
    assert (fault.value.code, fault.value.facts) == ("P-01", {"program": "LibreOffice"})


def test_libreoffice_tells_its_version() -> None:
    assert version().startswith("LibreOffice ")
