"""Links, notes on the page and form fields: tagged, described, and as archives may have them (7.18, 6.3, 6.4)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pypdf.generic import DictionaryObject

from docgen.conformance import rules
from docgen.conformance.finding import Finding
from docgen.conformance.objects import at, dictionary, entries, integer, items, name, numbers, stream, text
from docgen.conformance.reading import Document, Page, inherited
from docgen.conformance.structure import Tree, language

MAX_FIELDS = 100_000
_ARCHIVED = frozenset(
    {"Text", "Link", "FreeText", "Line", "Square", "Circle", "Polygon", "PolyLine", "Highlight", "Underline"}
    | {"Squiggly", "StrikeOut", "Stamp", "Caret", "Ink", "Popup", "FileAttachment", "Widget", "PrinterMark"}
    | {"TrapNet", "Watermark", "Redact"}
)
_INVISIBLE, _HIDDEN, _PRINT, _NO_VIEW, _TOGGLE = 1, 2, 4, 32, 256


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation of a page, and the tag that the parent tree gives it."""

    page: Page
    entries: DictionaryObject
    tag: DictionaryObject
    kind: str
    role: str

    @property
    def told(self) -> str:
        """Return what the annotation or its tag says in words."""
        return text(at(self.entries, "/Contents")) or ""

    @property
    def alternative(self) -> str:
        """Return the alternative description of its tag."""
        return text(at(self.tag, "/Alt")) or ""

    def is_out_of_sight(self) -> bool:
        """Return whether nobody sees it: hidden, or wholly outside the page."""
        if (integer(at(self.entries, "/F")) or 0) & _HIDDEN:
            return True
        box, crop = numbers(at(self.entries, "/Rect")), numbers(_crop_box(self.page))
        if len(box) < 4 or len(crop) < 4:  # noqa: PLR2004 - a rectangle
            return False
        return crop[1] >= box[3] or crop[0] >= box[2] or crop[3] <= box[1] or crop[2] <= box[0]


def _crop_box(page: Page) -> object:
    crop = inherited(page.entries, "/CropBox")
    return inherited(page.entries, "/MediaBox") if crop is None else crop


def findings(document: Document, tree: Tree) -> Iterator[Finding]:
    """Yield what is wrong with the annotations and the form of a file."""
    spoken = text(at(document.root, "/Lang")) is not None
    for page in document.pages:
        found = [_annotation(page, one, tree) for one in items(at(page.entries, "/Annots"))]
        if found and "/Tabs" not in page.entries:
            yield rules.NO_TAB_ORDER.at("pdf_sida", page.number)
        elif found and name(at(page.entries, "/Tabs")) != "S":
            yield rules.WRONG_TAB_ORDER.at("pdf_sida", page.number)
        for annotation in found:
            if not annotation.is_out_of_sight():
                yield from _accessible(annotation)
            yield from _archived(annotation)
            if not spoken and annotation.told and language(annotation.tag) is None:
                yield rules.ANNOTATION_LANGUAGE.at("pdf_sida", page.number)
    yield from _form(document, tree, spoken=spoken)


def _annotation(page: Page, value: object, tree: Tree) -> Annotation:
    found = dictionary(value)
    tag = tree.of_object(integer(at(found, "/StructParent")))
    return Annotation(page, found, tag, name(at(found, "/Subtype")), tree.standard(name(at(tag, "/S"))))


def _accessible(one: Annotation) -> Iterator[Finding]:
    """Yield an annotation that a reader aloud cannot place or tell."""
    page = one.page.number
    if one.kind == "Link":
        if one.role != "Link":
            yield rules.LINK_UNTAGGED.at("pdf_lank", page)
        if not one.told:
            yield rules.LINK_UNDESCRIBED.at("pdf_lank", page)
    elif one.kind == "Widget":
        if one.role != "Form":
            yield rules.FIELD_UNTAGGED.at("pdf_falt", page)
        if not (_field_name(one.entries) or one.alternative):
            yield rules.FIELD_UNDESCRIBED.at("pdf_falt", page)
    else:
        yield from _other(one, page)


def _other(one: Annotation, page: int) -> Iterator[Finding]:
    if one.kind == "TrapNet":
        yield rules.TRAP_NET.at("pdf_anteckning", page)
    if one.kind == "PrinterMark":
        if one.tag:
            yield rules.PRINTER_MARK.at("pdf_anteckning", page)
    elif one.role != "Annot":
        yield rules.ANNOTATION_UNTAGGED.at("pdf_anteckning", page)
    if not (one.told or one.alternative):
        yield rules.ANNOTATION_UNDESCRIBED.at("pdf_anteckning", page)
    yield from _media(at(one.entries, "/A", "/R", "/C"), page)


def _media(clip: object, page: int) -> Iterator[Finding]:
    if name(at(clip, "/S")) not in {"MCD", "MCS"}:
        return
    if text(at(clip, "/CT")) is None:
        yield rules.MEDIA_TYPE.at("pdf_anteckning", page)
    if not _is_told(items(at(clip, "/Alt"))):
        yield rules.MEDIA_UNDESCRIBED.at("pdf_anteckning", page)


def _is_told(alternatives: Sequence[object]) -> bool:
    """Return whether a film or sound is told in words: pairs of a language, which may be "", and words."""
    said = [text(one) for one in alternatives]
    return bool(said) and len(said) % 2 == 0 and None not in said and all(said[1::2])


def _field_name(widget: DictionaryObject) -> str:
    """Return the words for a field, its own or of the field it is a part of."""
    own = "/T" in widget or "/Parent" not in widget
    return text(at(widget if own else at(widget, "/Parent"), "/TU")) or ""


def _archived(one: Annotation) -> Iterator[Finding]:
    """Yield an annotation that archives may not have, or that would look differently tomorrow (6.3)."""
    page = one.page.number
    if one.kind not in _ARCHIVED:
        yield rules.ANNOTATION_KIND.at("pdf_anteckning", page)
    flags = integer(at(one.entries, "/F"))
    if flags is None:
        wrong = one.kind != "Popup"
    else:
        wrong = bool(flags & (_INVISIBLE | _HIDDEN | _NO_VIEW | _TOGGLE)) or not flags & _PRINT
    if wrong:
        yield rules.ANNOTATION_FLAGS.at("pdf_anteckning", page)
    if _looks_differently(one):
        yield rules.ANNOTATION_LOOK.at("pdf_anteckning", page)
    if one.kind == "Widget" and ("/A" in one.entries or "/AA" in one.entries):
        yield rules.FORM_ACTION.at("pdf_falt", page, orsak="pdf_handling_falt")


def _looks_differently(one: Annotation) -> bool:
    """Return whether the annotation lacks a fixed appearance, or has more than one."""
    looks = at(one.entries, "/AP")
    if looks is None:
        box = numbers(at(one.entries, "/Rect"))
        empty = len(box) == 4 and box[0] == box[2] and box[1] == box[3]  # noqa: PLR2004 - a rectangle
        return not empty and one.kind not in {"Popup", "Link"}
    if list(entries(looks)) != ["N"]:
        return True
    normal = at(looks, "/N")
    if one.kind == "Widget" and name(inherited(one.entries, "/FT")) == "Btn":
        return stream(normal) is not None or not dictionary(normal)
    return stream(normal) is None


def _form(document: Document, tree: Tree, *, spoken: bool) -> Iterator[Finding]:
    """Yield what is wrong with the form as a whole and its fields (6.4, 7.15)."""
    form = dictionary(at(document.root, "/AcroForm"))
    if _is_dynamic(form):
        yield rules.XFA_DYNAMIC.at("pdf_formular")
    elif "/XFA" in form or str(at(document.root, "/NeedsRendering")) == "True":
        yield rules.XFA.at("pdf_formular")
    if str(at(form, "/NeedAppearances")) == "True":
        yield rules.FORM_APPEARANCES.at("pdf_formular")
    for field in _fields(form):
        if "/AA" in field and name(at(field, "/Subtype")) != "Widget":
            yield rules.FORM_ACTION.at("pdf_falt", orsak="pdf_handling_falt")
        tag = tree.of_object(integer(at(field, "/StructParent")))
        if not spoken and text(at(field, "/TU")) and language(tag) is None:
            yield rules.FIELD_LANGUAGE.at("pdf_falt")


def _fields(form: Mapping[str, object]) -> Iterator[DictionaryObject]:
    waiting = [dictionary(one) for one in items(at(form, "/Fields"))]
    seen: set[int] = set()
    while waiting and len(seen) < MAX_FIELDS:
        field = waiting.pop()
        if field and id(field) not in seen:
            seen.add(id(field))
            yield field
            waiting += [dictionary(one) for one in items(at(field, "/Kids"))]


def _is_dynamic(form: Mapping[str, object]) -> bool:
    """Return whether the form is drawn anew each time it is opened."""
    value = at(form, "/XFA")
    found = [value] if stream(value) is not None else items(value)
    parts = [bytes(one.get_data()) for one in map(stream, found) if one is not None]
    return any(b"dynamicRender" in part and b">required<" in b"".join(part.split()) for part in parts)
