"""Files broken in one way each: in their bytes, their catalog, their metadata and their colours."""

import re
from collections.abc import Callable, Mapping

from good_pdf import Change, changed, inside, new_stream
from pypdf import PdfWriter
from pypdf.constants import UserAccessPermissions
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    PdfObject,
    TextStringObject,
)

Breaker = Callable[[bytes], bytes]


def named(**entries: str) -> DictionaryObject:
    """Return a dictionary of names."""
    return DictionaryObject({NameObject(f"/{key}"): NameObject(f"/{value}") for key, value in entries.items()})


def put(key: str, value: PdfObject, *path: str) -> Change:
    """Return the change that puts a value into the catalog, or what a path from it leads to."""

    def change(writer: PdfWriter) -> None:
        inside(writer.root_object, *path)[NameObject(key)] = value

    return change


def dropped(key: str, *path: str) -> Change:
    def change(writer: PdfWriter) -> None:
        del inside(writer.root_object, *path)[key]

    return change


def xmp(old: bytes, new: bytes) -> Change:
    """Return the change of the XMP packet, which must have what the pattern ``old`` finds."""

    def change(writer: PdfWriter) -> None:
        stream = inside(writer.root_object, "/Metadata")
        data = stream.get_data()  # type: ignore[attr-defined]
        assert re.search(old, data)
        stream.set_data(re.sub(old, new, data))  # type: ignore[attr-defined]

    return change


def added(data: bytes, **entries: PdfObject) -> Change:
    """Return the change that adds a stream nothing refers to; archives test those too."""

    def change(writer: PdfWriter) -> None:
        writer._add_object(new_stream(data, **entries))  # noqa: SLF001 - pypdf has no public way

    return change


def encrypted(permissions: UserAccessPermissions) -> Change:
    def change(writer: PdfWriter) -> None:
        writer.encrypt("", "egare", permissions_flag=permissions, algorithm="RC4-128")

    return change


def with_file(content: bytes, *, named: bool) -> Change:
    """Return the change that puts a file into the file, with its name said twice as it must or once."""

    def change(writer: PdfWriter) -> None:
        within = writer._add_object(new_stream(content))  # noqa: SLF001 - as above
        held = DictionaryObject({NameObject("/F"): within})
        file = DictionaryObject({NameObject("/EF"): held, NameObject("/F"): TextStringObject("bilaga")})
        if named:
            file[NameObject("/UF")] = TextStringObject("bilaga")
        writer._add_object(file)  # noqa: SLF001 - as above

    return change


def of_page(key: str, value: PdfObject) -> Change:
    def change(writer: PdfWriter) -> None:
        writer.pages[0][NameObject(key)] = value

    return change


def with_layers(name: str, *, automatic: bool) -> Change:
    default = DictionaryObject({NameObject("/Name"): TextStringObject(name)} if name else {})
    if automatic:
        default[NameObject("/AS")] = ArrayObject()
    return put("/OCProperties", DictionaryObject({NameObject("/OCGs"): ArrayObject(), NameObject("/D"): default}))


def with_form(**entries: PdfObject) -> Change:
    form = DictionaryObject({NameObject(f"/{key}"): value for key, value in entries.items()})
    form[NameObject("/Fields")] = ArrayObject()
    return put("/AcroForm", form)


def dynamic_form(writer: PdfWriter) -> None:
    config = writer._add_object(new_stream(b"<config><dynamicRender>required</dynamicRender></config>"))  # noqa: SLF001
    with_form(XFA=ArrayObject([TextStringObject("config"), config]))(writer)


def other_title(writer: PdfWriter) -> None:
    writer.add_metadata({"/Title": "Ett annat beslut"})


def profile(key: str, value: PdfObject) -> Change:
    def change(writer: PdfWriter) -> None:
        intents = writer.root_object["/OutputIntents"]
        assert isinstance(intents, ArrayObject)
        data = inside(intents[0], "/DestOutputProfile").get_data()  # type: ignore[attr-defined]
        own = writer._add_object(new_stream(data, **{key: value}))  # noqa: SLF001 - as above
        inside(intents[0])[NameObject("/DestOutputProfile")] = own

    return change


def page_box(*sides: float) -> Change:
    return of_page("/MediaBox", ArrayObject([FloatObject(side) for side in sides]))


BYTES: Mapping[str, tuple[Breaker, str]] = {
    "PDF 2.0": (lambda pdf: pdf.replace(b"%PDF-1.7", b"%PDF-2.0"), "6.1.2"),
    "no binary comment": (lambda pdf: re.sub(rb"^(%PDF-1.7\n)%....", rb"\1%text", pdf, flags=re.DOTALL), "6.1.2"),
    "text after the end": (lambda pdf: pdf + b"slut\n", "6.1.3"),
    "no identifier": (lambda pdf: re.sub(rb"/ID\[.*?\]", lambda found: b" " * len(found[0]), pdf), "6.1.3"),
    "the wrong length": (lambda pdf: re.sub(rb"/Length 4(\d\d\d)(?=/Type/Metadata)", rb"/Length 3\1", pdf), "6.1.7.1"),
    "half a byte": (lambda pdf: pdf.replace(b"/Lang(sv)", b"/Lang<7> "), "6.1.6"),
    "an object not on its own line": (lambda pdf: pdf.replace(b"\n1 0 obj\n", b"\n1 0 obj ", 1), "6.1.9"),
    "cross-reference on the same line": (lambda pdf: pdf.replace(b"xref\n0 ", b"xref 0 "), "6.1.4"),
}
"""Each breaks the bytes that Typst makes, without moving an object."""

CHANGES: Mapping[str, tuple[Change, str]] = {
    "LZW": (added(b"", Filter=NameObject("/LZWDecode")), "6.1.7.2"),
    "a stream in another file": (added(b"", F=TextStringObject("annan.bin")), "6.1.7.1"),
    "a number too large": (put("/Docgen", NumberObject(2**31)), "6.1.13"),
    "a name too long": (put("/" + "n" * 200, NumberObject(1)), "6.1.13"),
    "a page of six metres": (page_box(0, 0, 595, 17_000), "6.1.13"),
    "permissions of another kind": (put("/Perms", named(Annat="X")), "6.1.12"),
    "requirements": (put("/Requirements", ArrayObject()), "6.11"),
    "a slide show": (of_page("/PresSteps", DictionaryObject()), "6.10"),
    "encrypted": (encrypted(UserAccessPermissions.all()), "6.1.3"),
    "encrypted against screen readers": (encrypted(UserAccessPermissions.PRINT), "26-002"),
    "a script when opened": (put("/OpenAction", named(S="JavaScript")), "6.5.1"),
    "a program started": (put("/OpenAction", named(S="Launch")), "6.5.1"),
    "a named action of its own": (put("/OpenAction", named(S="Named", N="Print")), "6.5.1"),
    "scripts by name": (put("/Names", named(JavaScript="X")), "6.5.1"),
    "the catalog acts": (put("/AA", DictionaryObject()), "6.5.2"),
    "a page acts": (of_page("/AA", DictionaryObject()), "6.5.2"),
    "a file within": (with_file(b"text", named=True), "6.8"),
    "an archival file within, named once": (with_file(b"%PDF-1.7 <pdfaid:part>2<", named=False), "21-001"),
    "a form in XML": (with_form(XFA=ArrayObject()), "6.4.2"),
    "a form in XML, drawn anew": (dynamic_form, "25-001"),
    "a form without looks": (with_form(NeedAppearances=BooleanObject(True)), "6.4.1"),
    "a layer without a name": (with_layers("", automatic=False), "20-002"),
    "a layer by itself": (with_layers("Lager", automatic=True), "20-003"),
    "no metadata": (dropped("/Metadata"), "06-001"),
    "metadata cut short": (xmp(b"</rdf:RDF>", b""), "6.6.2.1"),
    "metadata with an entity": (xmp(b"<x:xmpmeta", b'<!DOCTYPE a [<!ENTITY b "b">]><x:xmpmeta'), "6.6.2.1"),
    "not archival A": (xmp(b"<pdfaid:conformance>A", b"<pdfaid:conformance>B"), "6.6.4"),
    "not UA-1": (xmp(b"<pdfuaid:part>1", b"<pdfuaid:part>2"), "06-002"),
    "no title": (xmp(rb"<dc:title>.*?</dc:title>", b""), "06-003"),
    "a property of its own": (xmp(b"<dc:format>", b"<dc:eget>1</dc:eget><dc:format>"), "6.6.2.3.1"),
    "a date that is none": (xmp(b"<xmp:CreateDate>2026", b"<xmp:CreateDate>igar"), "6.6.2.3.1"),
    "a schema without a prefix": (xmp(b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>", b""), "6.6.2.3.3"),
    "another title beside": (other_title, "6.6.3"),
    "an output intent of three for four": (profile("N", NumberObject(4)), "6.2.3"),
    "no window title": (dropped("/DisplayDocTitle", "/ViewerPreferences"), "07-001"),
    "the file's name as window title": (
        put("/DisplayDocTitle", BooleanObject(False), "/ViewerPreferences"),
        "07-002",
    ),
    "no language": (dropped("/Lang"), "11-001"),
    "a language that is none": (put("/Lang", TextStringObject("svenska språket")), "7.2"),
    "no bookmarks": (dropped("/Outlines"), "7.17"),
}
"""Each changes one thing in what pypdf writes anew."""

BROKEN: Mapping[str, tuple[Breaker | Change, str]] = {**BYTES, **CHANGES}


def broken(name: str, pdf: bytes) -> bytes:
    """Return ``pdf`` broken in the way of that name."""
    if name in BYTES:
        result = BYTES[name][0](pdf)
        assert result != pdf, "the file has nothing of the kind"
        return result
    return changed(CHANGES[name][0], pdf)
