import os
import resource
import stat
from pathlib import Path

import pytest

from docgen.errors import CannotCreate, NotPermitted, OutputFailed, RecordError
from docgen.outcome import Place
from docgen.stages import write


def files(folder: Path) -> list[write.File]:
    return [write.File(folder / "a.docx", b"a"), write.File(folder / "akt" / "a_akt.docx", b"b")]


def test_files_and_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write.atomically(files(tmp_path / "ut"), overwrite=False)
    finally:
        os.umask(old)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in [tmp_path / "ut", *(tmp_path / "ut").rglob("*")]}
    assert modes == {"ut": 0o700, "akt": 0o700, "a.docx": 0o600, "a_akt.docx": 0o600}


def test_nothing_but_the_files_is_left(tmp_path: Path) -> None:
    write.atomically(files(tmp_path), overwrite=False)
    assert {path.name for path in tmp_path.rglob("*") if path.is_file()} == {"a.docx", "a_akt.docx"}


def test_a_file_that_exists_is_not_touched_and_none_of_the_others_is_made(tmp_path: Path) -> None:
    (tmp_path / "akt").mkdir()
    (tmp_path / "akt" / "a_akt.docx").write_bytes(b"old")
    with pytest.raises(RecordError) as refused:
        write.atomically(files(tmp_path), overwrite=False)
    assert refused.value.code == "S-01"
    assert [path.name for path in tmp_path.rglob("*") if path.is_file()] == ["a_akt.docx"]
    assert (tmp_path / "akt" / "a_akt.docx").read_bytes() == b"old"


def test_a_file_that_appears_while_we_write_undoes_the_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.link

    def race(draft: Path, final: Path) -> None:
        if final.name == "a_akt.docx":
            final.write_bytes(b"somebody else's")
        real(draft, final)

    monkeypatch.setattr(os, "link", race)
    with pytest.raises(RecordError) as refused:
        write.atomically(files(tmp_path), overwrite=False)
    assert refused.value.code == "S-01"
    assert {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == {
        "a_akt.docx": b"somebody else's"
    }


def test_overwrite_replaces(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    write.atomically(files(tmp_path), overwrite=True)
    assert (tmp_path / "a.docx").read_bytes() == b"a"


def test_a_disk_that_takes_no_more_leaves_no_half_file(tmp_path: Path) -> None:
    big = [*files(tmp_path), write.File(tmp_path / "big.pdf", b"x" * 200_000)]
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, limits[1]))
    try:
        with pytest.raises(OutputFailed) as refused:
            write.atomically(big, overwrite=False)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert refused.value.code == "S-04"
    assert refused.value.facts["orsak"] == "EFBIG"
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_a_folder_that_is_a_file_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "ut").write_text("")
    with pytest.raises(CannotCreate) as refused:
        write.atomically(files(tmp_path / "ut"), overwrite=False)
    assert refused.value.code == "S-03"


def test_two_records_cannot_have_the_same_name_whatever_the_case() -> None:
    names = write.Names()
    names.claim("bistandsbeslut_SN-1_2026-01-01", Place("a.json", 1))
    with pytest.raises(RecordError) as refused:
        names.claim("bistandsbeslut_sn-1_2026-01-01", Place("a.json", 2))
    assert refused.value.code == "S-02"
    assert refused.value.facts["post"] == "1"


def test_a_refused_right_is_told_as_such(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(13, "no", str(tmp_path / "a.docx"))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(NotPermitted) as refused:
        write.atomically(files(tmp_path), overwrite=False)
    assert refused.value.code == "S-05"
