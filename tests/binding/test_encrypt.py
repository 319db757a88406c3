"""An encrypted copy: nothing of the document can be read without the password, everything with it."""

import subprocess
from pathlib import Path

import pytest
from folios import at, opened, squeezed
from papers import TITLE, finished, typeset
from pypdf import PdfWriter

from docgen.binding.encrypt import encrypted, refuse_short
from docgen.errors import UsageError

PASSWORD = "korrekt häst, batteri & åska"  # noqa: S105 - a test's own
TEXT = "Tolvan Tolvansson får hjälp i hemmet"
DOCUMENT = finished(typeset(f"= Beslut\n{TEXT}"), lang="sv")


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("kopia") / "beslut_krypterad.pdf"
    path.write_bytes(encrypted(opened(DOCUMENT), PASSWORD))
    return path


def poppler(program: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([program, *words], capture_output=True, text=True, check=False)


def test_another_program_opens_it_with_the_password_alone_and_reads_all(copy: Path) -> None:
    assert TEXT in poppler("pdftotext", "-upw", PASSWORD, str(copy), "-").stdout
    for wrong in ((), ("-upw", PASSWORD[:-1]), ("-opw", ""), ("-upw", PASSWORD.replace("ä", "a"))):
        done = poppler("pdftotext", *wrong, str(copy), "-")
        assert (done.stdout, done.returncode != 0) == ("", True)


def test_it_is_locked_with_aes_256_and_lets_screen_readers_in(copy: Path) -> None:
    told = poppler("pdfinfo", "-upw", PASSWORD, str(copy)).stdout
    assert "print:yes copy:yes change:yes addNotes:yes algorithm:AES-256" in told
    assert "Tagged:          yes" in told
    lock = at(opened(copy.read_bytes()), "/Encrypt")
    assert (lock["/V"], lock["/R"]) == (5, 6)
    assert lock["/P"] & 1 << 9


def test_nothing_of_the_document_stands_in_the_bytes(copy: Path) -> None:
    data = copy.read_bytes()
    for said in (TEXT, TITLE, "Beslut"):
        assert said.encode() not in data
        assert said.encode("utf-16-be") not in data
    assert b"xpacket" not in data


def test_it_does_not_claim_to_be_archival_and_keeps_title_language_and_bookmarks(copy: Path) -> None:
    reader = opened(copy.read_bytes())
    reader.decrypt(PASSWORD)
    packet = at(reader, "/Root", "/Metadata").get_data()
    assert b"<pdfaid:" not in packet
    assert b"<pdfuaid:part>1" in packet
    assert at(reader, "/Info", "/Title") == TITLE
    assert at(reader, "/Root", "/Lang") == "sv"
    assert [str(one.title) for one in reader.outline if not isinstance(one, list)] == ["Beslut"]
    assert TEXT in squeezed(reader.pages[0])


def test_a_claim_written_as_an_attribute_is_taken_back_too(tmp_path: Path) -> None:
    writer = PdfWriter(clone_from=opened(DOCUMENT))
    packet = writer.root_object["/Metadata"].get_object()
    packet.set_data(b'<rdf:Description pdfaid:part="2" pdfaid:conformance=\'B\' dc:x="1"/>')  # type: ignore[union-attr]
    writer.write(tmp_path / "word.pdf")
    made = opened(encrypted(opened((tmp_path / "word.pdf").read_bytes()), PASSWORD))
    made.decrypt(PASSWORD)
    assert at(made, "/Root", "/Metadata").get_data() == b'<rdf:Description dc:x="1"/>'


@pytest.mark.parametrize(("length", "refused"), [(0, True), (11, True), (12, False)])
def test_a_password_that_can_be_found_by_trying_is_refused(length: int, refused: bool) -> None:  # noqa: FBT001
    if not refused:
        refuse_short("å" * length)
        return
    with pytest.raises(UsageError) as caught:
        refuse_short("å" * length)
    assert caught.value.code == "B-31"
