import errno
import os
import resource
import stat
from pathlib import Path

import pytest

from docgen.documents.kind import Exemplar, Kopia
from docgen.errors import CannotCreate, NotPermitted, OutputFailed, RecordError, RunError
from docgen.outcome import Place
from docgen.stages import write
from docgen.stages.files import File
from docgen.stages.render import Docx


def files(folder: Path) -> list[File]:
    return [File(folder / "a.docx", Docx(b"a")), File(folder / "akt" / "a_akt.docx", Docx(b"b"))]


def made_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_files_and_folders_are_for_their_owner_only(tmp_path: Path) -> None:
    old = os.umask(0)
    try:
        write.atomically(files(tmp_path / "ny" / "ut"), overwrite=False)
    finally:
        os.umask(old)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in tmp_path.rglob("*")}
    assert modes == {"ny": 0o700, "ut": 0o700, "akt": 0o700, "a.docx": 0o600, "a_akt.docx": 0o600}


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


def test_an_interruption_between_two_names_undoes_the_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.link

    def interrupted(draft: Path, final: Path) -> None:
        if final.name == "a_akt.docx":
            raise KeyboardInterrupt
        real(draft, final)

    monkeypatch.setattr(os, "link", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write.atomically(files(tmp_path), overwrite=False)
    assert made_in(tmp_path) == {}


@pytest.fixture(params=[errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS], ids=lambda number: errno.errorcode[number])
def no_links(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Behave as a network share or FAT does when asked for a hard link."""

    def refuse(draft: Path, final: Path) -> None:
        raise OSError(request.param, "", str(draft), None, str(final))

    monkeypatch.setattr(os, "link", refuse)


@pytest.mark.usefixtures("no_links")
def test_a_share_without_hard_links_gets_its_files(tmp_path: Path) -> None:
    write.atomically(files(tmp_path), overwrite=False)
    assert made_in(tmp_path) == {"a.docx": b"a", "a_akt.docx": b"b"}
    assert stat.S_IMODE((tmp_path / "a.docx").stat().st_mode) == 0o600


@pytest.mark.usefixtures("no_links")
def test_without_hard_links_a_file_that_appears_is_not_touched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "akt").mkdir()
    (tmp_path / "akt" / "a_akt.docx").symlink_to("saknas")  # to exists() it is not there, to the file system it is
    with pytest.raises(RecordError) as refused:
        write.atomically(files(tmp_path), overwrite=False)
    assert refused.value.code == "S-01"
    assert made_in(tmp_path) == {}
    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(OutputFailed):
        write.atomically([files(tmp_path)[0]], overwrite=False)
    assert made_in(tmp_path) == {}


def fail(*_: object) -> None:
    raise OSError(errno.EIO, "")


def test_a_folder_under_a_final_name_is_found_before_anything_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    (tmp_path / "akt" / "a_akt.docx").mkdir(parents=True)
    with pytest.raises(CannotCreate) as refused:
        write.atomically(files(tmp_path), overwrite=True)
    assert (refused.value.code, refused.value.facts) == ("S-03", {"mapp": str(tmp_path / "akt")})
    assert made_in(tmp_path) == {"a.docx": b"old"}


def test_overwrite_replaces(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(b"old")
    write.atomically(files(tmp_path), overwrite=True)
    assert (tmp_path / "a.docx").read_bytes() == b"a"


def test_a_disk_that_takes_no_more_leaves_no_half_file(tmp_path: Path) -> None:
    big = [*files(tmp_path), File(tmp_path / "big.pdf", Docx(b"x" * 200_000))]
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


def test_two_exports_with_one_name_do_not_take_each_others_documents() -> None:
    names = write.Names()
    names.claim("bistandsbeslut_SN-1_2026-01-01", Place("export.json", 1))
    with pytest.raises(RecordError) as refused:
        names.claim("bistandsbeslut_SN-1_2026-01-01", Place("export.json", 1))
    assert refused.value.code == "S-02"


def test_the_file_copy_lies_in_a_folder_of_its_own_and_says_so() -> None:
    assert write.path(Path("ut"), "b_1", Kopia(Exemplar.AKT), "pdf") == Path("ut/akt/b_1_akt.pdf")
    assert write.path(Path("ut"), "b_1", Kopia(), "pdf") == Path("ut/b_1.pdf")
    assert write.path(Path("ut"), "k_1", Kopia(mottagare=3), "pdf") == Path("ut/k_1_mottagare-03.pdf")


def test_every_new_folder_is_flushed_into_its_parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[Path] = []
    real = os.fsync

    def noted(handle: int) -> None:
        flushed.append(Path(f"/proc/self/fd/{handle}").readlink())
        real(handle)

    monkeypatch.setattr(os, "fsync", noted)
    write.atomically(files(tmp_path / "ny" / "ut"), overwrite=False)
    folders = [path for path in flushed if path.is_dir()]
    assert folders[:3] == [tmp_path, tmp_path / "ny", tmp_path / "ny" / "ut"]


def test_a_name_that_is_too_long_or_goes_in_circles_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "ring").symlink_to("ring")
    for folder in (tmp_path / ("x" * 300), tmp_path / "ring"):
        with pytest.raises(CannotCreate) as refused:
            write.atomically(files(folder), overwrite=False)
        assert refused.value.code == "S-03"


@pytest.mark.parametrize(
    ("number", "kind", "code"),
    [
        (errno.EACCES, NotPermitted, "S-05"),
        (errno.EPERM, NotPermitted, "S-05"),
        (errno.EROFS, NotPermitted, "S-05"),
        (errno.ENOENT, CannotCreate, "S-03"),
        (errno.ENAMETOOLONG, CannotCreate, "S-03"),
        (errno.ELOOP, CannotCreate, "S-03"),
        (errno.ENOSPC, OutputFailed, "S-04"),
        (errno.EIO, OutputFailed, "S-04"),
    ],
)
def test_what_the_file_system_says_is_told_as_what_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, kind: type[Exception], code: str
) -> None:
    def refuse(*_: object) -> int:
        raise OSError(number, "")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(kind) as refused:
        write.atomically(files(tmp_path), overwrite=False)
    assert isinstance(refused.value, RunError)
    assert refused.value.code == code
    assert refused.value.facts["mapp"] == str(tmp_path)


def test_an_old_pdf_never_stays_beside_a_new_word_file(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"old")
    with pytest.raises(RecordError) as refused:
        write.atomically([File(tmp_path / "a.docx", Docx(b"new"))], overwrite=False)
    assert (refused.value.code, refused.value.facts["namn"]) == ("S-01", "a.pdf")
    write.atomically([File(tmp_path / "a.docx", Docx(b"new"))], overwrite=True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.docx"]
