"""A Word file taken apart without trusting it.

A zip file says everything twice: in its directory, and in a header before each member. Readers that believe different
ones see different documents, so both are held against each other and against the data; nothing is unpacked beyond what
the directory promised, and the promise is bounded first.
"""

import io
import re
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from docgen.errors import TemplateError

MOST_MEMBERS = 2_000
"""A Word file has a dozen members and a few for each picture."""
LARGEST = 40 * 2**20
"""Bytes, packed and unpacked, all members together: whatever is compressed how well, it fits in the memory."""
LARGEST_XML = 20 * 2**20
MOST_MARKS = 500_000
"""Signs ``<`` and ``=`` in all XML: the elements and attributes of 300 pages; each takes some 200 bytes when read."""
LONGEST_TOLD = 120

_LOCAL = struct.Struct("<4s5H3L2H")
_END = struct.Struct("<4s4H2LH")
_FIRST, _ROW, _LAST, _ZIP64 = b"PK\3\4", b"PK\1\2", b"PK\5\6", b"PK\6\7"
_ENCRYPTED = 0x1 | 0x40 | 0x2000
_SIZES_FOLLOW = 0x8
_UTF8 = 0x800
_UNKNOWN_SIZE = 0xFFFFFFFF
_XML = re.compile(rb"[\xef\xbb\xbf\xfe\xff\x00\s]*<")
_UNUSABLE = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]|(?:^|/|\.)(?:/|$)')

Spans = Sequence[tuple[zipfile.ZipInfo, memoryview]]


def members(content: bytes) -> dict[str, bytes]:
    """Return the members of a Word file by name, unpacked; folders are left out.

    Raises TemplateError M-02 (no Word file), M-10 (damaged, or put together so that it can deceive a reader) or M-11
    (too large), all without ``fil``.
    """
    found = {info.orig_filename: _unpacked(info, packed) for info, packed in listed(content) if not _is_folder(info)}
    if not {"[Content_Types].xml", "_rels/.rels"} <= found.keys():
        raise TemplateError("M-02")
    _refuse_heavy_xml(found)
    return found


def listed(content: bytes) -> Spans:
    """Return each member with its packed bytes, in the order of the directory; raise as ``members``."""
    if not content.startswith(_FIRST) or _LAST not in content:
        raise TemplateError("M-02")
    if len(content) > LARGEST:
        raise TemplateError("M-11", orsak="for_stor_uppackad", hogst=_megabytes(LARGEST))
    if content.count(_ROW) > MOST_MEMBERS:
        raise TemplateError("M-11", orsak="for_manga_delar", hogst=str(MOST_MEMBERS))
    infos = _directory(content)
    _refuse_odd(infos)
    if sum(info.file_size for info in infos) > LARGEST:
        raise TemplateError("M-11", orsak="for_stor_uppackad", hogst=_megabytes(LARGEST))
    return _spans(content, infos)


def is_xml(content: bytes) -> bool:
    """Tell whether a member begins as XML does, in any encoding that Word files may have."""
    return _XML.match(content) is not None


def told(text: str) -> str:
    """Return what a file says so that it can be shown: no control characters, not too long."""
    shown = "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text[: LONGEST_TOLD + 1])
    return shown if len(shown) <= LONGEST_TOLD else shown[:LONGEST_TOLD] + "…"


def _directory(content: bytes) -> list[zipfile.ZipInfo]:
    """Return the rows of the directory, which must end the file."""
    if content.rfind(_LAST) != len(content) - _END.size:
        raise TemplateError("M-10", orsak="zip_svans")
    _, disk, first_disk, here, total, size, offset, _ = _END.unpack_from(content, len(content) - _END.size)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OverflowError, struct.error):
        raise TemplateError("M-02") from None
    is_zip64 = content[-_END.size - 20 :].startswith(_ZIP64)
    if is_zip64 or disk or first_disk or not here == total == len(infos) or offset + size + _END.size != len(content):
        raise TemplateError("M-10", orsak="zip_forteckning")
    return infos


def _refuse_odd(infos: Sequence[zipfile.ZipInfo]) -> None:
    """Refuse the members that no Word file has, by their rows alone."""
    seen = set()
    for info in infos:
        name = told(info.orig_filename)
        if _UNUSABLE.search(unquote(info.orig_filename.removesuffix("/"))):
            raise TemplateError("M-10", orsak="zip_namn", namn=name)
        plain = unicodedata.normalize("NFC", unquote(info.orig_filename)).casefold()
        if plain in seen:
            raise TemplateError("M-10", orsak="zip_dubbel", namn=name)
        seen.add(plain)
        if stat.S_IFMT(info.external_attr >> 16) not in {0, stat.S_IFREG, stat.S_IFDIR}:
            raise TemplateError("M-10", orsak="zip_lank", namn=name)
        if info.flag_bits & _ENCRYPTED:
            raise TemplateError("M-10", orsak="zip_krypterad", namn=name)
        if info.compress_type not in {zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED}:
            raise TemplateError("M-10", orsak="zip_packning", namn=name)


def _spans(content: bytes, infos: Sequence[zipfile.ZipInfo]) -> Spans:
    """Return the members with their packed bytes, when no two share any and the first begins the file."""
    found, whole = [], memoryview(content)
    after = _END.unpack_from(content, len(content) - _END.size)[6]
    for info in sorted(infos, key=lambda info: info.header_offset, reverse=True):
        begin = _data_begins(content, info)
        if begin + info.compress_size > after:
            raise TemplateError("M-10", orsak="zip_overlapp", namn=told(info.orig_filename))
        found.append((info, whole[begin : begin + info.compress_size]))
        after = info.header_offset
    if after:
        raise TemplateError("M-10", orsak="zip_forteckning")
    return found[::-1]


def _data_begins(content: bytes, info: zipfile.ZipInfo) -> int:
    """Return where a member's data begin, when its own header says what the directory says."""
    name = info.orig_filename.encode("utf-8" if info.flag_bits & _UTF8 else "cp437")
    try:
        sign, _, flags, method, _, _, _, packed, _, length, extra = _LOCAL.unpack_from(content, info.header_offset)
    except (struct.error, OverflowError):
        raise TemplateError("M-10", orsak="zip_forteckning") from None
    at = info.header_offset + _LOCAL.size
    same_size = packed in {info.compress_size, _UNKNOWN_SIZE} or flags & _SIZES_FOLLOW
    same = sign == _FIRST and method == info.compress_type and not flags & _ENCRYPTED and same_size
    if not same or content[at : at + length] != name:
        raise TemplateError("M-10", orsak="zip_huvud", namn=told(info.orig_filename))
    return int(at + length + extra)


def _unpacked(info: zipfile.ZipInfo, packed: memoryview) -> bytes:
    """Return a member unpacked, when it is exactly what the directory promised."""
    content, whole = bytes(packed), True
    if info.compress_type == zipfile.ZIP_DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            content = inflater.decompress(packed, info.file_size + 1)
        except zlib.error:
            whole = False
        whole = whole and inflater.eof and not inflater.unused_data
    if not whole or len(content) != info.file_size or zlib.crc32(content) != info.CRC:
        raise TemplateError("M-10", orsak="zip_data", namn=told(info.orig_filename))
    return content


def _is_folder(info: zipfile.ZipInfo) -> bool:
    return info.orig_filename.endswith("/") and not info.file_size


def _refuse_heavy_xml(found: Mapping[str, bytes]) -> None:
    """Refuse XML that would fill the memory when it is read, before it is read."""
    xml = [content for content in found.values() if is_xml(content)]
    if sum(map(len, xml)) > LARGEST_XML:
        raise TemplateError("M-11", orsak="for_stor_xml", hogst=_megabytes(LARGEST_XML))
    if sum(content.count(b"<") + content.count(b"=") for content in xml) > MOST_MARKS:
        raise TemplateError("M-11", orsak="for_manga_element")


def _megabytes(size: int) -> str:
    return str(size // 2**20)
