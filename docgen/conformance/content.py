"""The pages of a file carried out, with the appearances of their annotations and the glyphs that are drawings."""

from pypdf.generic import DictionaryObject

from docgen.conformance import rules
from docgen.conformance.marks import Mark, Marks
from docgen.conformance.objects import (
    Unreadable,
    at,
    data,
    dictionary,
    entries,
    identity,
    integer,
    items,
    name,
    stream,
    text,
)
from docgen.conformance.painted import Painted
from docgen.conformance.painting import Graphics, Painter, Surface
from docgen.conformance.reading import Document, Page
from docgen.conformance.structure import Tree

MAX_CONTENT = 100_000_000


def painted(document: Document, tree: Tree) -> Painted:
    """Return all that the pages paint, and what is wrong with how it is marked."""
    result = Painted()
    spoken = text(at(document.root, "/Lang")) is not None
    for page in document.pages:
        _page(result, tree, page, catalog_language=spoken)
        _appearances(result, tree, page)
    _drawn_glyphs(result, tree)
    _lost(result, tree, document)
    return result


def _page(result: Painted, tree: Tree, page: Page, *, catalog_language: bool) -> None:
    owner = integer(at(page.entries, "/StructParents"))
    result.colour(at(page.entries, "/Group", "/CS"), page.resources, page.number)
    marks = Marks(result, tree, page.number, owner, Mark(), tested=True, catalog_language=catalog_language)
    surface = Surface(page.number, page.resources, page.own_resources)
    Painter(result, tree, surface, marks, Graphics()).run(_content(page))
    if owner is not None:
        result.marked.setdefault(owner, set()).update(marks.used)


def _content(page: Page) -> bytes:
    """Return the content of a page; its streams are one (ISO 32000-1, 7.8.2)."""
    value = at(page.entries, "/Contents")
    content = b"\n".join(data(part) for part in (items(value) or [value]))
    if len(content) > MAX_CONTENT:
        raise Unreadable("pdf_for_stor")
    return content


def _appearances(result: Painted, tree: Tree, page: Page) -> None:
    for annotation in items(at(page.entries, "/Annots")):
        for look in entries(at(annotation, "/AP")).values():
            for one in [look] if stream(look) is not None else entries(look).values():
                _stand_alone(result, tree, one, page.number)


def _stand_alone(result: Painted, tree: Tree, value: object, page: int, fonts: object = None) -> None:
    """Carry out a stream that no page calls by itself."""
    found = stream(value)
    if found is None:
        return
    resources = dictionary(at(found, "/Resources") if "/Resources" in found else fonts)
    marks = Marks(result, tree, page, None, Mark(), tested=False, catalog_language=True)
    Painter(result, tree, Surface(page, resources, own=True), marks, Graphics()).run(data(found))


def _drawn_glyphs(result: Painted, tree: Tree) -> None:
    """Carry out the glyphs of fonts of type 3, which may use fonts and colours of their own."""
    done: set[int] = set()
    while waiting := [use for key, use in result.fonts.items() if key not in done]:
        for use in waiting:
            done.add(identity(use.font))
            if name(at(use.font, "/Subtype")) == "Type3":
                for glyph in entries(at(use.font, "/CharProcs")).values():
                    _stand_alone(result, tree, glyph, use.page, at(use.font, "/Resources"))


def _lost(result: Painted, tree: Tree, document: Document) -> None:
    """Tell of tags whose content is nowhere on the page that they name, or belongs to another tag."""
    owners = {identity(page.entries): integer(at(page.entries, "/StructParents")) for page in document.pages}
    for node in tree.nodes:
        value = at(node.entries, "/K")
        for kid in items(value) or [value]:
            owner, mcid = _content_of(node.entries, kid, owners)
            if mcid is None:
                continue
            known = owner is not None and mcid in result.marked.get(owner, set())
            if not known or tree.of_content(owner, mcid) is not node.entries:
                result.tell(rules.CONTENT_LOST, node.page)


def _content_of(tag: DictionaryObject, kid: object, owners: dict[int, int | None]) -> tuple[int | None, int | None]:
    """Return the number of the stream and the content number that a kid of a tag refers to."""
    if integer(kid) is not None:
        return owners.get(identity(at(tag, "/Pg"))), integer(kid)
    if name(at(kid, "/Type")) != "MCR":
        return None, None
    form = stream(at(kid, "/Stm"))
    if form is not None:
        return integer(at(form, "/StructParents")), integer(at(kid, "/MCID"))
    page = at(kid, "/Pg") or at(tag, "/Pg")
    return owners.get(identity(page)), integer(at(kid, "/MCID"))
