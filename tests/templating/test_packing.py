import io
import subprocess
import sys
import zipfile

import pytest

from docgen.order import Packing
from docgen.resources import shipped_file
from docgen.templating.package import CONTENT_TYPES, Block, unpacked

MEMBERS = {"word/styles.xml": b"<a/>" * 500, CONTENT_TYPES: b"<Types/>", "word/media/å.png": b"\x89PNG" * 9}
CHANGING = [("word/document.xml", "<w:p>åäö</w:p>".encode() * 200), ("docProps/core.xml", b"")]


@pytest.mark.parametrize("packing", Packing)
def test_an_archive_holds_what_was_put_in_and_any_reader_opens_it(packing: Packing) -> None:
    content = Block.of(MEMBERS).with_members(CHANGING, packing)
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == CONTENT_TYPES
    assert unpacked(content) == MEMBERS | dict(CHANGING)


def test_the_same_members_give_the_same_bytes_in_any_order_and_process() -> None:
    content = Block.of(dict(reversed(MEMBERS.items()))).with_members(CHANGING, Packing.SNABB)
    program = (
        f"import sys\nfrom docgen.order import Packing\nfrom docgen.templating.package import Block\n"
        f"sys.stdout.buffer.write(Block.of({MEMBERS!r}).with_members({CHANGING!r}, Packing.SNABB))"
    )
    other = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert other.stdout == content


def test_no_clock_reaches_the_archive() -> None:
    with zipfile.ZipFile(io.BytesIO(Block.of(MEMBERS).with_members(CHANGING, Packing.LITEN))) as archive:
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_small_is_smaller_than_fast() -> None:
    block, letter = Block.of({}), unpacked(shipped_file("bistandsbeslut/template.docx").read_bytes()).items()
    assert len(block.with_members(letter, Packing.LITEN)) < len(block.with_members(letter, Packing.SNABB))


def test_without_isal_the_standard_library_packs_the_same_parts() -> None:
    program = (
        "import sys\nsys.modules['isal'] = None\n"
        "from docgen.order import Packing\nfrom docgen.templating.package import Block\n"
        f"sys.stdout.buffer.write(Block.of({MEMBERS!r}).with_members({CHANGING!r}, Packing.SNABB))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert unpacked(done.stdout) == MEMBERS | dict(CHANGING)
