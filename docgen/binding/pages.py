"""Pages taken out of one file to stand in another: what is seen on them, and nothing that lives or leads elsewhere.

A page may lead to every other page of its file: by links, form fields, threads, and resources that all pages share.
So nothing is taken but what is named here. Stamps, signatures and filled-in fields become part of the picture.
"""

import io
import re
from collections.abc import Iterator, Mapping

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import ArrayObject, DecodedStreamObject, DictionaryObject, NameObject, RectangleObject, StreamObject

VERSION = "%PDF-1.7"
_SEEN = ("/MediaBox", "/CropBox", "/Rotate", "/UserUnit", "/Group")
_NAME = re.compile(rb"/([^\s()<>\[\]{}/%]+)")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_SHARED = ("/XObject", "/Pattern", "/Shading", "/Properties")
_NOT_SEEN = 2 | 32  # Hidden, NoView (ISO 32000-1, table 165)
_NO_PICTURE = {"/Link", "/Popup"}
_DEPTH = 16


def empty() -> PdfWriter:
    """Return a new file without pages, which names no program and no time."""
    writer = PdfWriter()
    writer.pdf_header = VERSION
    writer.metadata = {}
    return writer


def take(page: PageObject, writer: PdfWriter, *, only_used: bool = False) -> PageObject:
    """Put ``page`` last in ``writer`` and return it there.

    With ``only_used`` the resources that the page shares with others and does not use stay behind.
    """
    content, resources = _content(page), _dictionary(page.get("/Resources"))
    if only_used:
        resources = _used(content, resources)
    pictures = dict(_pictures(page))
    if pictures:
        forms = DictionaryObject(_dictionary(resources.get("/XObject")))
        forms.update({NameObject(name): form for name, (form, _) in pictures.items()})
        resources = DictionaryObject({**resources, NameObject("/XObject"): forms})
    placed = "".join(f"q {matrix} cm {name} Do Q\n" for name, (_, matrix) in pictures.items())
    taken = writer.add_blank_page(page.mediabox.width, page.mediabox.height)
    for key in _SEEN:
        if key in page:
            taken[NameObject(key)] = page[key].clone(writer)
    taken[NameObject("/Resources")] = resources.clone(writer)
    stream = DecodedStreamObject()
    # What a page leaves open must not reach what is laid upon it.
    stream.set_data(b"q\n%b\nQ\n%b" % (content, placed.encode()) if pictures else content)
    taken[NameObject("/Contents")] = registered(stream.flate_encode(), writer)
    return taken


def registered(stream: StreamObject, writer: PdfWriter) -> object:
    """Return the reference to a new stream of ``writer``."""
    return writer._add_object(stream)  # noqa: SLF001 - the library has no other way to add a stream


def _dictionary(value: object) -> DictionaryObject:
    found = value.get_object() if value is not None and hasattr(value, "get_object") else None
    return found if isinstance(found, DictionaryObject) else DictionaryObject()


def _content(page: PageObject) -> bytes:
    found = page.get("/Contents")
    found = found.get_object() if found is not None else None
    parts = found if isinstance(found, ArrayObject) else [found]
    streams = [one.get_object() for one in parts if one is not None]
    return b"\n".join(one.get_data() for one in streams if isinstance(one, StreamObject))


def _used(content: bytes, resources: DictionaryObject, depth: int = 0) -> DictionaryObject:
    """Return the resources whose names stand in ``content``, also those of the forms among them."""
    names = {_ESCAPED.sub(lambda code: bytes([int(code[1], 16)]), name) for name in _NAME.findall(content)}
    kept = DictionaryObject({key: value for key, value in resources.items() if key not in _SHARED})
    for kind in _SHARED:
        shared = _dictionary(resources.get(kind))
        found = {key: value for key, value in shared.items() if key[1:].encode(errors="replace") in names}
        if found:
            pruned = {key: _pruned(value, depth) for key, value in found.items()}
            kept[NameObject(kind)] = DictionaryObject(pruned)
    return kept


def _pruned(value: object, depth: int) -> object:
    """Return a form with only the resources that it uses; anything else as it is."""
    form = value.get_object() if hasattr(value, "get_object") else value
    if not isinstance(form, StreamObject) or form.get("/Subtype") != "/Form" or "/Resources" not in form:
        return value
    if depth > _DEPTH:
        raise RecursionError
    form[NameObject("/Resources")] = _used(form.get_data(), _dictionary(form["/Resources"]), depth + 1)
    return value


def _pictures(page: PageObject) -> Iterator[tuple[str, tuple[StreamObject, str]]]:
    """Yield the pictures of the annotations: a name that no resource has, the form, and the matrix to its place."""
    found = page.get("/Annots")
    annotations = found.get_object() if found is not None else []
    for number, one in enumerate(annotations if isinstance(annotations, ArrayObject) else []):
        annotation = _dictionary(one)
        form = _appearance(annotation)
        if form is not None and "/Rect" in annotation:
            matrix = _placed(form, annotation)
            if matrix:
                yield f"/DocgenAnnotation{number}", (form, matrix)


def _appearance(annotation: DictionaryObject) -> StreamObject | None:
    """Return what is seen of an annotation, None for nothing."""
    flags = annotation.get("/F", 0)
    if annotation.get("/Subtype") in _NO_PICTURE or int(flags) & _NOT_SEEN:
        return None
    normal = _dictionary(_dictionary(annotation.get("/AP")).get("/N"))
    if not isinstance(normal, StreamObject):
        normal = _dictionary(normal.get(str(annotation.get("/AS", "/Off"))))
    return normal if isinstance(normal, StreamObject) else None


def _placed(form: StreamObject, annotation: DictionaryObject) -> str:
    """Return the matrix that lays the box of a form on its rectangle (ISO 32000-1, 12.5.5); "" for no area."""
    box = RectangleObject([float(each) for each in form.get("/BBox", [0, 0, 0, 0])])
    first, second, third, fourth, fifth, sixth = (float(each) for each in form.get("/Matrix", [1, 0, 0, 1, 0, 0]))
    matrix = Transformation((first, second, third, fourth, fifth, sixth))
    corners = [matrix.apply_on((x, y)) for x in (box.left, box.right) for y in (box.bottom, box.top)]
    left, bottom = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right, top = (max(corner[axis] for corner in corners) for axis in (0, 1))
    if not (right > left and top > bottom):
        return ""
    x0, y0, x1, y1 = (float(each) for each in annotation.get("/Rect", ()))
    wide, high = abs(x1 - x0) / (right - left), abs(y1 - y0) / (top - bottom)
    x, y = min(x0, x1) - left * wide, min(y0, y1) - bottom * high
    return f"{wide:.5f} 0 0 {high:.5f} {x:.5f} {y:.5f}"


def written(writer: PdfWriter, says: Mapping[str, str]) -> bytes:
    """Return the bytes of a file that says ``says`` about itself; the same for the same pages."""
    writer.metadata = {f"/{name}": value for name, value in says.items()}
    target = io.BytesIO()
    writer.write(target)
    return target.getvalue()


def about(reader: PdfReader) -> Mapping[str, str]:
    """Return what a file says about itself, for ``written``."""
    return {str(name)[1:]: str(value) for name, value in (reader.metadata or {}).items()}


def forget(reader: PdfReader, writer: PdfWriter) -> None:
    """Let go of a file of which no more pages are taken."""
    writer.reset_translation(reader)
