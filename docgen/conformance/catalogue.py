"""The file as a whole: language, title bar, bookmarks, actions, layers, attached files (6.5 to 6.11, 7.1 to 7.16)."""

import re
from collections.abc import Iterator

from pypdf.generic import DictionaryObject

from docgen.conformance import languages, rules
from docgen.conformance.finding import Finding
from docgen.conformance.objects import at, dictionary, entries, items, name, numbers, stream, text
from docgen.conformance.reading import Document, inherited
from docgen.conformance.structure import HEADINGS, Tree, language

MAX_BOOKMARKS = 100_000
_ACTIONS = frozenset({"GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"})
_NAMED = frozenset({"NextPage", "PrevPage", "FirstPage", "LastPage"})
_LEAST, _MOST = 3, 14_400


def findings(document: Document, tree: Tree) -> Iterator[Finding]:
    """Yield what is wrong with the file as a whole."""
    yield from _title_bar(document.root)
    yield from _bookmarks(document, tree)
    yield from _languages(document, tree)
    yield from _actions(document)
    yield from _layers(document.root)
    yield from _attachments(document)
    yield from _odd_entries(document)


def _title_bar(root: DictionaryObject) -> Iterator[Finding]:
    shown = at(root, "/ViewerPreferences", "/DisplayDocTitle")
    if shown is None:
        yield rules.NO_TITLE_BAR.at("pdf_dokument")
    elif str(shown) != "True":
        yield rules.FALSE_TITLE_BAR.at("pdf_dokument")


def _bookmarks(document: Document, tree: Tree) -> Iterator[Finding]:
    """Yield bookmarks without a language, or none where headings ask for them."""
    some = bool(dictionary(at(document.root, "/Outlines", "/First")))
    if some and text(at(document.root, "/Lang")) is None:
        yield rules.BOOKMARK_LANGUAGE.at("pdf_bokmarken")
    if not some and any(node.standard in HEADINGS | {"H"} for node in tree.nodes):
        yield rules.NO_BOOKMARKS.at("pdf_bokmarken")


def _languages(document: Document, tree: Tree) -> Iterator[Finding]:
    """Yield language tags that no reader aloud knows, and words of tags without a language."""
    own = text(at(document.root, "/Lang"))
    if rule := languages.fault(own):
        yield rule.at("pdf_dokument")
    for node in tree.nodes:
        said = text(at(node.entries, "/Lang"))
        if rule := languages.fault(said):
            yield rule.at("pdf_markning", node.page)
        speaks = any(at(node.entries, key) is not None for key in ("/Alt", "/ActualText", "/E"))
        if own is None and speaks and language(node.entries) is None:
            yield rules.ALTERNATIVE_LANGUAGE.at("pdf_markning", node.page)


def _actions(document: Document) -> Iterator[Finding]:
    """Yield what would happen by itself or by a click, other than going somewhere (6.5)."""
    if "/AA" in document.root:
        yield rules.TRIGGER.at("pdf_dokument", orsak="pdf_handling_sjalv")
    for page in document.pages:
        if "/AA" in page.entries:
            yield rules.TRIGGER.at("pdf_sida", page.number, orsak="pdf_handling_sjalv")
        for annotation in items(at(page.entries, "/Annots")):
            yield from _chain(at(annotation, "/A"), page.number)
            for one in entries(at(annotation, "/AA")).values():
                yield from _chain(one, page.number)
    yield from _chain(at(document.root, "/OpenAction"), 0)
    for item in _outline(document.root):
        yield from _chain(at(item, "/A"), 0)
    if "/JavaScript" in dictionary(at(document.root, "/Names")):
        yield rules.ACTION.at("pdf_dokument", orsak="pdf_handling_program")


def _chain(action: object, page: int) -> Iterator[Finding]:
    """Yield the forbidden ones of an action and those that follow it; an array is a destination."""
    waiting, seen = [action], 0
    while waiting and seen < MAX_BOOKMARKS:
        one = dictionary(waiting.pop())
        seen += 1
        if not one:
            continue
        kind = name(at(one, "/S"))
        if kind not in _ACTIONS or (kind == "Named" and name(at(one, "/N")) not in _NAMED):
            yield rules.ACTION.at("pdf_sida" if page else "dokument", page, orsak="pdf_handling_program")
        following = at(one, "/Next")
        if following is not None and seen < len(waiting) + MAX_BOOKMARKS:
            waiting += items(following) or [following]


def _outline(root: DictionaryObject) -> Iterator[DictionaryObject]:
    waiting = [dictionary(at(root, "/Outlines", "/First"))]
    seen: set[int] = set()
    while waiting and len(seen) < MAX_BOOKMARKS:
        item = waiting.pop()
        if item and id(item) not in seen:
            seen.add(id(item))
            yield item
            waiting += [dictionary(at(item, "/Next")), dictionary(at(item, "/First"))]


def _layers(root: DictionaryObject) -> Iterator[Finding]:
    """Yield what is wrong with layers (optional content), which a reader may switch on and off."""
    properties = at(root, "/OCProperties")
    if properties is None:
        return
    default = dictionary(at(properties, "/D"))
    others = [dictionary(one) for one in items(at(properties, "/Configs"))]
    groups = {id(dictionary(one)) for one in items(at(properties, "/OCGs"))}
    names: set[str] = set()
    for one in (default, *others):
        called = text(at(one, "/Name"))
        if not called:
            yield (rules.LAYER_DEFAULT_NAME if one is default else rules.LAYER_NAME).at("pdf_lager")
        elif called in names:
            yield rules.LAYER_OTHER.at("pdf_lager")
        names.add(called or "")
        if "/AS" in one:
            yield rules.LAYER_AUTOMATIC.at("pdf_lager")
        if "/Order" in one and groups - set(_ordered(at(one, "/Order"))):
            yield rules.LAYER_OTHER.at("pdf_lager")


def _ordered(order: object) -> Iterator[int]:
    waiting, seen = list(items(order)), 0
    while waiting and seen < MAX_BOOKMARKS:
        one = waiting.pop()
        seen += 1
        waiting += items(one)
        yield id(dictionary(one))


def _attachments(document: Document) -> Iterator[Finding]:
    """Yield files inside the file: PDF/A-2 allows none but PDF/A, and each must say its name twice."""
    for value in document.objects.values():
        found = dictionary(value)
        if stream(found) is not None or "/EF" not in found:
            continue
        if not (text(at(found, "/F")) and text(at(found, "/UF"))):
            yield rules.ATTACHED_FILE_NAME.at("pdf_bilaga")
        inside = [stream(one) for one in entries(at(found, "/EF")).values()]
        if not all(_claims_archive(one) for one in inside):
            yield rules.ATTACHED_FILE.at("pdf_bilaga")


def _claims_archive(file: DictionaryObject | None) -> bool:
    """Return whether an attached file calls itself PDF/A-1 or PDF/A-2."""
    found = stream(file)
    raw = bytes(found.get_data()) if found is not None else b""
    return raw.startswith(b"%PDF-") and bool(re.search(rb"pdfaid:part\s*(?:>|=\s*[\"'])\s*[12]\b", raw))


def _odd_entries(document: Document) -> Iterator[Finding]:
    """Yield what archives may not have in the catalog or in a page (6.1.12, 6.1.13, 6.10, 6.11)."""
    root = document.root
    if set(entries(at(root, "/Perms"))) - {"UR3", "DocMDP"}:
        yield rules.PERMISSIONS.at("pdf_dokument", orsak="pdf_rattigheter")
    if "/AlternatePresentations" in dictionary(at(root, "/Names")):
        yield rules.PRESENTATION.at("pdf_dokument", orsak="pdf_bildspel")
    if at(root, "/Requirements") is not None:
        yield rules.REQUIREMENTS.at("pdf_dokument", orsak="pdf_krav_pa_program")
    for page in document.pages:
        if "/PresSteps" in page.entries:
            yield rules.PRESENTATION.at("pdf_sida", page.number, orsak="pdf_bildspel")
        boxes = [numbers(inherited(page.entries, key)) for key in ("/MediaBox", "/CropBox")]
        boxes += [numbers(at(page.entries, key)) for key in ("/BleedBox", "/TrimBox", "/ArtBox")]
        if any(len(box) == 4 and not _is_page(box) for box in boxes):  # noqa: PLR2004 - a rectangle
            yield rules.LIMIT.at("pdf_sida", page.number, orsak="pdf_sidstorlek")


def _is_page(box: list[float]) -> bool:
    width, height = abs(box[2] - box[0]), abs(box[3] - box[1])
    return _LEAST <= width <= _MOST and _LEAST <= height <= _MOST
