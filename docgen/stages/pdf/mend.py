"""What LibreOffice leaves undone on the way to PDF/A-2a and PDF/UA-1 is done here, or told."""

from collections.abc import Sequence
from itertools import pairwise

from docgen.stages.pdf import artifacts, pictures, symbols
from docgen.stages.pdf.file import PdfFile
from docgen.stages.pdf.pages import pages
from docgen.stages.pdf.refusal import Unmendable
from docgen.stages.pdf.syntax import Dictionary, Ref, Value
from docgen.stages.pdf.tree import Tree

_HEADINGS = tuple(b"/H%d" % level for level in range(1, 7))


def mend(file: PdfFile) -> None:
    """Mend a file of LibreOffice's; raise Unmendable for what it does not hold or holds wrongly."""
    tree = Tree(file)
    symbols.publish(file)
    _check_headings(tree)
    pictures.tag(tree)
    for heading in tree.of_kind(*_HEADINGS):
        _let_out(tree, heading)
    for cell in tree.of_kind(b"/TH"):
        _give_scope(tree, cell)
    notes = tree.of_kind(b"/Note")
    for number, note in enumerate(notes, 1):
        tree.name(note, f"not-{number:05d}")
    for page in pages(file):
        file.put(page, file.dictionary(page) | {b"Tabs": b"/S"})  # ISO 14289-1, 7.18.3
        artifacts.mark(file, page)
        _tag_links(tree, page, [note for note in notes if file.dictionary(note)[b"Pg"] == page])
    tree.save()


def _check_headings(tree: Tree) -> None:
    """Refuse a first heading that is not of level 1, and one more than a level below the heading before."""
    levels = [0] + [_HEADINGS.index(one.kind) + 1 for one in tree.elements if one.kind in _HEADINGS]
    if any(after > before + 1 for before, after in pairwise(levels)):
        raise Unmendable("rubriker")


def _let_out(tree: Tree, heading: Ref) -> None:
    """Put what is anchored in a heading (a text box) before it: it is no part of the heading's words."""
    boxes = [one for one in tree.of_kind(b"/Div") if one in tree.kids(heading)]
    if not boxes:
        return
    parent = tree.parent(heading)
    tree.hold(heading, [one for one in tree.kids(heading) if one not in boxes])
    around = tree.kids(parent)
    place = around.index(heading)
    tree.hold(parent, [*around[:place], *boxes, *around[place:]])
    for box in boxes:
        tree.file.put(box, tree.file.dictionary(box) | {b"P": parent})


def _give_scope(tree: Tree, cell: Ref) -> None:
    """Have a header cell say that it heads its column, where it says nothing."""
    attributes = list(tree.attributes(cell))
    if not any(b"Scope" in one for one in attributes):
        scope: Dictionary = {b"O": b"/Table", b"Scope": b"/Column"}
        tree.file.put(cell, tree.file.dictionary(cell) | {b"A": [*attributes, scope]})


def _tag_links(tree: Tree, page: Ref, notes: Sequence[Ref]) -> None:
    """Give the links of a page that stand outside the structure their places in it.

    Those back from the footnotes come in the order of the notes; those in headers and footers come last.
    """
    found = tree.file.dictionary(page).get(b"Annots", [])
    links = [one for one in tree.file.array(found) if isinstance(one, Ref)]
    for link in links:
        _describe(tree.file, link)
    loose = [one for one in links if b"StructParent" not in tree.file.dictionary(one)]
    back = [one for one in loose if b"Dest" in tree.file.dictionary(one)]
    if len(back) != len(notes):
        back = []
    for link, note in zip(back, notes, strict=False):
        _tag_back(tree, page, link, note)
    for link in loose:
        if link not in back:
            document = tree.elements[0].at
            tree.hold(document, [*tree.kids(document), _tagged(tree, page, link, document, [])])


def _tag_back(tree: Tree, page: Ref, link: Ref, note: Ref) -> None:
    """Put a link back to the text around the number with which a note begins."""
    paragraph, *_ = (one for one in tree.kids(note) if isinstance(one, Ref))
    number, *rest = tree.kids(paragraph)
    tree.hold(paragraph, [_tagged(tree, page, link, paragraph, [number]), *rest])


def _tagged(tree: Tree, page: Ref, link: Ref, parent: Ref, words: list[Value]) -> Ref:
    """Return a new element for a link and the marks of its words, within ``parent``."""
    held: list[Value] = [*words, {b"Type": b"/OBJR", b"Obj": link, b"Pg": page}]
    made = tree.file.add({b"Type": b"/StructElem", b"S": b"/Link", b"P": parent, b"Pg": page, b"K": held})
    tree.take_annotation(made, link)
    for mark in words:
        tree.take_mark(made, page, mark)
    return made


def _describe(file: PdfFile, link: Ref) -> None:
    """Have a link without description say where it leads."""
    found = file.dictionary(link)
    if b"Contents" not in found:
        address = file.dictionary(found.get(b"A", {})).get(b"URI")
        if address is None:
            raise Unmendable("lank")
        file.put(link, found | {b"Contents": address})
