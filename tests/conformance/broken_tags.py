"""Files broken in one way each: in their tags, links, notes on the page and fields."""

from collections.abc import Mapping

from broken_file import put
from good_pdf import Change, inside, new_stream, tags
from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)


def called(kind: str, other: str, number: int = 0) -> Change:
    """Return the change that gives one tag another type."""

    def change(writer: PdfWriter) -> None:
        tags(writer, kind)[number][NameObject("/S")] = NameObject(f"/{other}")

    return change


def without(kind: str, *keys: str, number: int = 0) -> Change:
    def change(writer: PdfWriter) -> None:
        for key in keys:
            del tags(writer, kind)[number][key]

    return change


def role(kind: str, other: str | None) -> Change:
    """Return the change of the role map."""

    def change(writer: PdfWriter) -> None:
        roles = inside(writer.root_object, "/StructTreeRoot", "/RoleMap")
        roles.pop(f"/{kind}", None)
        if other:
            roles[NameObject(f"/{kind}")] = NameObject(f"/{other}")

    return change


def orphan(writer: PdfWriter) -> None:
    kids = tags(writer, "Document")[0]["/K"]
    assert isinstance(kids, ArrayObject)
    kids.append(DictionaryObject({NameObject("/S"): NameObject("/P")}))


def same_note(writer: PdfWriter) -> None:
    first, second = tags(writer, "Note")
    second[NameObject("/ID")] = first["/ID"]


def short_row(writer: PdfWriter) -> None:
    row = tags(writer, "TR")[1]
    kids = row["/K"]
    assert isinstance(kids, ArrayObject)
    kids[1].get_object()[NameObject("/S")] = NameObject("/NonStruct")


def no_scope(writer: PdfWriter) -> None:
    for kind in ("TH", "TD"):
        for tag in tags(writer, kind):
            del tag["/A"]


def in_place_of(kind: str, *, wrapped: str) -> Change:
    """Return the change that puts the kids of the first tag of a kind into a new tag between."""

    def change(writer: PdfWriter) -> None:
        tag = tags(writer, kind)[0]
        inner = DictionaryObject(
            {NameObject("/S"): NameObject(f"/{wrapped}"), NameObject("/P"): tag.indirect_reference or tag}
        )
        inner[NameObject("/K")] = tag["/K"]
        tag[NameObject("/K")] = ArrayObject([writer._add_object(inner)])  # noqa: SLF001 - pypdf has no public way

    return change


def two_headings(writer: PdfWriter) -> None:
    for kind in ("H1", "H2"):
        called(kind, "H")(writer)


def of_link(key: str, value: NumberObject | TextStringObject | None) -> Change:
    def change(writer: PdfWriter) -> None:
        annotations = writer.pages[0]["/Annots"]
        assert isinstance(annotations, ArrayObject)
        link = annotations[0].get_object()
        assert isinstance(link, DictionaryObject)
        link.pop(key, None)
        if value is not None:
            link[NameObject(key)] = value

    return change


def annotated(kind: str, role: str, *keep: str, **entries: str | int) -> Change:
    """Return the change that puts an annotation on the page, right but for what is said otherwise."""

    def change(writer: PdfWriter) -> None:
        found: dict[str, object] = {
            "F": NumberObject(4),
            "Contents": TextStringObject("Anteckning"),
            "StructParent": NumberObject(900),
            "AP": DictionaryObject({NameObject("/N"): writer._add_object(_look())}),  # noqa: SLF001 - as above
        }
        found |= {key: NumberObject(value) for key, value in entries.items() if isinstance(value, int)}
        found |= {key: TextStringObject(value) for key, value in entries.items() if isinstance(value, str)}
        annotation = DictionaryObject({NameObject(f"/{key}"): found[key] for key in found if key not in keep})
        annotation[NameObject("/Type")] = NameObject("/Annot")
        annotation[NameObject("/Subtype")] = NameObject(f"/{kind}")
        annotation[NameObject("/Rect")] = ArrayObject([FloatObject(side) for side in (50, 50, 80, 80)])
        reference = writer._add_object(annotation)  # noqa: SLF001 - as above
        annotations = writer.pages[0]["/Annots"]
        assert isinstance(annotations, ArrayObject)
        annotations.append(reference)
        _tag(writer, role, reference)

    return change


def _look() -> DictionaryObject:
    box = ArrayObject([NumberObject(side) for side in (0, 0, 30, 30)])
    return new_stream(b"", Type=NameObject("/XObject"), Subtype=NameObject("/Form"), BBox=box)


def _tag(writer: PdfWriter, role: str, reference: object) -> None:
    document = tags(writer, "Document")[0]
    held = DictionaryObject({NameObject("/Type"): NameObject("/OBJR"), NameObject("/Obj"): reference})
    tag = DictionaryObject({NameObject("/S"): NameObject(f"/{role}"), NameObject("/K"): ArrayObject([held])})
    tag[NameObject("/P")] = document.indirect_reference or document
    own = writer._add_object(tag)  # noqa: SLF001 - as above
    kids = document["/K"]
    numbers = inside(writer.root_object, "/StructTreeRoot", "/ParentTree")["/Nums"]
    assert isinstance(kids, ArrayObject)
    assert isinstance(numbers, ArrayObject)
    kids.append(own)
    numbers.extend([NumberObject(900), own])


BROKEN: Mapping[str, tuple[Change, str]] = {
    "not marked as tagged": (put("/Marked", BooleanObject(False), "/MarkInfo"), "6.7.2.2"),
    "suspect tags": (put("/Suspects", BooleanObject(True), "/MarkInfo"), "01-007"),
    "a type that leads nowhere": (role("Strong", None), "02-001"),
    "types in a circle": (role("Strong", "Strong"), "02-003"),
    "a standard type remapped": (role("P", "Span"), "02-004"),
    "the first heading on level 2": (called("H1", "H2"), "14-002"),
    "a level skipped": (called("H2", "H3"), "14-003"),
    "headings of both kinds": (called("H2", "H"), "14-007"),
    "two headings in one section": (two_headings, "14-006"),
    "a paragraph among the rows": (called("THead", "P"), "09-004"),
    "a paragraph among the cells": (in_place_of("TR", wrapped="P"), "09-004"),
    "a body without its table": (called("Table", "Sect"), "09-004"),
    "a row too short": (short_row, "09-004"),
    "headers that say nothing": (no_scope, "15-003"),
    "a paragraph in a list": (called("LI", "P"), "09-005"),
    "a paragraph in an item": (called("LBody", "P"), "09-005"),
    "an entry without contents": (called("H2", "TOCI"), "09-006"),
    "a picture without words": (without("Figure", "/Alt"), "13-004"),
    "a formula without words": (without("Formula", "/Alt"), "17-002"),
    "a note without a name": (without("Note", "/ID"), "19-003"),
    "two notes of one name": (same_note, "19-004"),
    "a tag without a parent": (orphan, "7.1"),
    "a link outside its tag": (of_link("/StructParent", None), "28-011"),
    "a link without words": (of_link("/Contents", TextStringObject("")), "28-012"),
    "a link that is not printed": (of_link("/F", NumberObject(0)), "6.3.2"),
    "no tab order": (lambda writer: writer.pages[0].pop("/Tabs") and None, "28-008"),
    "another tab order": (
        lambda writer: writer.pages[0].update({NameObject("/Tabs"): NameObject("/R")}),
        "28-009",
    ),
    "a stamp outside its tag": (annotated("Stamp", "P"), "28-002"),
    "a stamp without words": (annotated("Stamp", "Annot", Contents=""), "28-004"),
    "a stamp without looks": (annotated("Stamp", "Annot", "AP"), "6.3.3"),
    "a stamp without flags": (annotated("Stamp", "Annot", "F"), "6.3.2"),
    "a sound": (annotated("Sound", "Annot"), "6.3.1"),
    "a field outside its tag": (annotated("Widget", "P", TU="Namn"), "28-010"),
    "a field without words": (annotated("Widget", "Form"), "28-005"),
}
