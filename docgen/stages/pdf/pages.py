"""The pages of a PDF and what each of them draws with."""

from collections.abc import Iterator

from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.refusal import Unreadable
from docgen.stages.pdf.syntax import Dictionary, Ref, Value


def pages(file: PdfFile) -> list[Ref]:
    """Return the pages in their order."""
    return list(_leaves(file, file.root[b"Pages"]))


def _leaves(file: PdfFile, node: Value) -> Iterator[Ref]:
    if not isinstance(node, Ref):
        raise Unreadable
    kids = file.dictionary(node).get(b"Kids")
    if kids is None:
        yield node
    else:
        for kid in file.array(kids):
            yield from _leaves(file, kid)


def resources(file: PdfFile, page: Ref) -> Dictionary:
    """Return the resources of a page, its own or those of the group it stands in."""
    node = file.dictionary(page)
    while b"Resources" not in node:
        node = file.dictionary(node[b"Parent"])
    return file.dictionary(node[b"Resources"])


def contents(file: PdfFile, page: Ref) -> list[Ref]:
    """Return the streams that draw a page."""
    found = file.dictionary(page).get(b"Contents", [])
    streams = [found] if isinstance(found, Ref) else file.array(found)
    return [one for one in streams if isinstance(one, Ref)]
