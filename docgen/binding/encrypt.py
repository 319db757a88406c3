"""A copy of a finished PDF that only a password opens: AES-256 (ISO 32000-2, 7.6; revision 6)."""

import secrets

from pypdf import PdfReader, PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import DictionaryObject, NameObject, NumberObject

from docgen.binding import claims, pages
from docgen.binding.opened import parsing
from docgen.errors import UsageError
from docgen.stages.files import Copied

SUFFIX = "_krypterad"
SHORTEST = 12
"""Characters of a password: whoever has the file may try as many as the machine can."""
ALGORITHM = "AES-256"  # the library's own choice would be RC4
RIGHTS = UserAccessPermissions.all()
"""Who has the password may read, print and copy, also with a screen reader (bit 10; ISO 14289-1, 7.16)."""

_EXTENSION = DictionaryObject(
    {NameObject("/BaseVersion"): NameObject("/1.7"), NameObject("/ExtensionLevel"): NumberObject(8)}
)
"""What tells a reader of PDF 1.7 that revision 6 of the lock is used, which is PDF 2.0's."""


def refuse_short(password: str) -> None:
    """Raise UsageError B-31 for a password that can be found by trying."""
    if len(password) < SHORTEST:
        raise UsageError("B-31", minst=str(SHORTEST))


def encrypted(reader: PdfReader, password: str) -> Copied:
    """Return the file encrypted, no longer claiming to be archival (ISO 19005-2, 6.1.3); raise Unusable.

    Tags, bookmarks and language stay. Whoever opens it has all rights; the owner's password is thrown away.
    """
    with parsing():
        writer = PdfWriter()
        writer.clone_reader_document_root(reader)
        writer.pdf_header = pages.VERSION
        writer.root_object[NameObject("/Extensions")] = DictionaryObject({NameObject("/ADBE"): _EXTENSION})
        claims.withdraw(writer, claims.ARCHIVAL)
        writer.encrypt(password, secrets.token_urlsafe(32), algorithm=ALGORITHM, permissions_flag=RIGHTS)
        return Copied(pages.written(writer, pages.about(reader)))
