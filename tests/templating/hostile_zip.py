"""Zip files that deceive or burst, with a Word file in them."""

import io
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable

from hostile_docx import DOCUMENT, Hostile, docx, package, types, zipped

LOCAL, ROW, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
MEGABYTE = 2**20


def with_member(name: str, content: bytes = b"x", **properties: int) -> bytes:
    """Return a Word file with one more member, its row in the directory as ``properties`` say."""
    target = io.BytesIO(docx())
    with zipfile.ZipFile(target, "a", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a name twice
        info = zipfile.ZipInfo("x" * len(name.encode()))
        for key, value in properties.items():
            setattr(info, key, value)
        archive.writestr(info, content, properties.get("compress_type", zipfile.ZIP_DEFLATED))
    return target.getvalue().replace(b"x" * len(name.encode()), name.encode())


def row(content: bytes, name: str = DOCUMENT) -> int:
    """Return where a member's row begins in the directory."""
    return content.rindex(name.encode(), 0, content.rindex(END)) - 46


def patched(content: bytes, at: int, form: str, value: int) -> bytes:
    changed = bytearray(content)
    struct.pack_into(form, changed, at, value)
    return bytes(changed)


def in_row(offset: int, form: str, value: int) -> bytes:
    """Return a Word file with one number changed in the row of the document."""
    return patched(docx(), row(docx()) + offset, form, value)


def odd(name: str, why: str, content: Callable[[], bytes]) -> Hostile:
    return Hostile(f"zip: {name}", "M-10", content, why)


def named(name: str) -> Hostile:
    return odd(f"named {name!r}", "zip_namn", lambda: with_member(name))


def overlapping() -> bytes:
    """Return a file in which one member lies inside another's data."""
    inner = LOCAL + struct.pack("<5H3L2H", 20, 0, 0, 0, 33, zlib.crc32(b"x"), 1, 1, 5, 0) + b"inner" + b"x"
    members = package({"inner": b"x", "outer": inner})
    content = zipped(members, zipfile.ZIP_STORED)
    inside = content.index(inner, content.index(b"outer"))
    return patched(content, row(content, "inner") + 42, "<L", inside)


def hidden_first() -> bytes:
    """Return a file with a member before the first, which only those who read from the front see."""
    target = io.BytesIO(LOCAL + struct.pack("<5H3L2H", 20, 0, 0, 0, 33, zlib.crc32(b"x"), 1, 1, 5, 0) + b"dolda" + b"x")
    with zipfile.ZipFile(target, "a") as archive:
        for name, content in package().items():
            archive.writestr(name, content)
    return target.getvalue()


def zip64() -> bytes:
    """Return a file whose end is told once more in its last row, in the way of very large files."""
    content = with_member("b")
    count, size, offset = struct.unpack_from("<HLL", content, len(content) - 12)
    record = struct.pack("<4sQ2H2L4Q", b"PK\6\6", 44, 45, 45, 0, 0, count, count, size, offset)
    locator = struct.pack("<4sLQL", b"PK\6\7", 0, len(content) - 22, 1)
    end = END + struct.pack("<4H2LH", 0, 0, count, count, size + 76, offset, 0)
    return patched(content, row(content, "b") + 32, "<H", 76)[:-22] + record + locator + end


def more_behind() -> bytes:
    """Return a file with more packed data than its member needs."""
    plain = b"<a/>" * 9
    packed = zlib.compress(plain, wbits=-15) + b"dolt"
    content = zipped(package({"b": packed}), zipfile.ZIP_STORED)
    local, central = content.index(packed) - 31, row(content, "b")
    for at, form, value in ((8, "<H", 8), (14, "<L", zlib.crc32(plain)), (22, "<L", len(plain))):
        content = patched(patched(content, local + at, form, value), central + at + 2, form, value)
    return content


def not_packed() -> bytes:
    packed = zlib.compress(types().encode(), wbits=-15)
    return docx().replace(packed, b"\xff" * len(packed))


def with_a_size(size: int) -> bytes:
    """Return a file with a member that says it is ``size`` and is 60 MB."""
    content = with_member("b", bytes(60 * MEGABYTE))
    return patched(content, row(content, "b") + 24, "<L", size)


def zeros(count: int, size: int) -> bytes:
    return zipped(package({f"word/media/{n}.png": bytes(size) for n in range(count)}))


def heavy(inside: str) -> bytes:
    return docx({"customXml/item1.xml": f"<a>{inside}</a>"})


ODD = [
    *(named(name) for name in ("/etc/passwd", "../../a", "word/../../a", "a\\b", "C:/a", "C:a", "a\nb", "a\x7f")),
    *(named(name) for name in ("word//a", "word/./a", "word/a.", "%2e%2e/a", "//server/a", "a\0.xml")),
    odd("nameless", "zip_namn", lambda: with_member("")),
    odd("a name twice", "zip_dubbel", lambda: with_member(DOCUMENT)),
    odd("a name twice, in capitals", "zip_dubbel", lambda: with_member("word/DOCUMENT.xml")),
    odd("a name twice, in signs", "zip_dubbel", lambda: with_member("word%2Fdocument.xml")),
    odd("a name twice, composed", "zip_dubbel", lambda: zipped(package({"å": b"", "a\u030a": b""}))),
    odd("a symbolic link", "zip_lank", lambda: with_member("word/a", b"/etc/passwd", external_attr=0o120777 << 16)),
    odd("a device", "zip_lank", lambda: with_member("word/a", b"", external_attr=0o020666 << 16)),
    odd("a password", "zip_krypterad", lambda: in_row(8, "<H", 1)),
    odd("a password, told only at the member", "zip_huvud", lambda: patched(docx(), 6, "<H", 1)),
    odd("another packing", "zip_packning", lambda: with_member("a", compress_type=zipfile.ZIP_BZIP2)),
    odd("another packing at the member", "zip_huvud", lambda: patched(docx(), 8, "<H", 0)),
    odd("another name at the member", "zip_huvud", lambda: docx().replace(DOCUMENT.encode(), b"word/document.xmL", 1)),
    odd("another size at the member", "zip_huvud", lambda: patched(docx(), 18, "<L", 7)),
    odd("a member in a member", "zip_overlapp", overlapping),
    odd("one member for two", "zip_huvud", lambda: in_row(42, "<L", 0)),
    odd("a member beyond the end", "zip_forteckning", lambda: in_row(42, "<L", 2**31)),
    odd("a member before the first", "zip_forteckning", hidden_first),
    odd("an end twice", "zip_forteckning", zip64),
    odd("a wrong count", "zip_forteckning", lambda: patched(docx(), len(docx()) - 12, "<H", 1)),
    odd("something after the end", "zip_svans", lambda: docx() + b"\n"),
    odd("a file after the end", "zip_svans", lambda: docx() + b"<html/>" + END),
    odd("a wrong checksum", "zip_data", lambda: in_row(16, "<L", 7)),
    odd("less than it says", "zip_data", lambda: in_row(24, "<L", 100_000)),
    odd("more than it says", "zip_data", lambda: in_row(24, "<L", 10)),
    odd("data that are not packed so", "zip_data", not_packed),
    odd("data behind the data", "zip_data", more_behind),
]
BOMBS = [
    Hostile("bomb: one member", "M-11", lambda: with_member("b", bytes(60 * MEGABYTE)), "for_stor_uppackad"),
    Hostile("bomb: many small ones", "M-11", lambda: zeros(60, MEGABYTE), "for_stor_uppackad"),
    Hostile("bomb: says it is 4 GB", "M-11", lambda: with_a_size(2**32 - 2), "for_stor_uppackad"),
    Hostile("bomb: says it is small", "M-10", lambda: with_a_size(10), "zip_data"),
    Hostile("bomb: members", "M-11", lambda: zeros(2_500, 0), "for_manga_delar"),
    Hostile("bomb: a large file", "M-11", lambda: docx() + bytes(51 * MEGABYTE) + END, "for_stor_uppackad"),
    Hostile("bomb: elements", "M-11", lambda: heavy("<a/>" * 4 * MEGABYTE), "for_manga_element"),
    Hostile(
        "bomb: attributes",
        "M-11",
        lambda: heavy("<a b=''/>" * 700_000),
        "for_manga_element",
    ),
    Hostile("bomb: text", "M-11", lambda: heavy("x" * 25 * MEGABYTE), "for_stor_xml"),
]
