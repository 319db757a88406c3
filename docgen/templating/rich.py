"""What may be filled in: plain data, and the few values that bring their own formatting.

``Listing`` and ``RichTextParagraph`` are docxtpl's, ``RichText`` is docxtpl's with links; ``Image`` is a picture as
bytes, never a path, so that a template that holds it can reach no file. All of it is looked at before the first part
is filled.
"""

import marshal
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from typing import Any

import docxtpl
from docx.image.image import Image as Picture
from docx.shared import Length
from docxtpl import Listing, RichTextParagraph
from jinja2.exceptions import SecurityError
from lxml import etree

from docgen.errors import RecordError
from docgen.templating.bounds import DEEPEST_DATA, LARGEST_DATA
from docgen.templating.printing import is_fit
from docgen.templating.xml_part import WORD

BREAKS = re.compile(r"[\n\t\a\f]")
BEYOND_RUNS = re.compile(r"[\a\f]")
SCHEMES = ("http://", "https://", "mailto:")
LINK = re.compile(r'(?<=r:id=")docgen:([^"]*)(?=")')
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_ELEMENTS = frozenset(
    {"p", "pPr", "pStyle", "r", "rPr", "rStyle", "color", "shd", "sz", "szCs", "vertAlign", "b", "bCs", "i", "iCs"}
    | {"u", "strike", "rFonts", "rtl", "lang", "t", "hyperlink"}
)


class RichText(docxtpl.RichText):  # type: ignore[misc] # docxtpl has no types
    """docxtpl's text with its own formatting, and with links."""

    def link(self, text: str, url: str, **look: Any) -> None:  # noqa: ANN401 (docxtpl's own settings)
        """Add ``text`` that leads to ``url`` (http, https or mailto); raises ValueError for another kind of address."""
        if not url.startswith(SCHEMES):
            raise ValueError
        self.add(text, url_id=f"docgen:{escape(url)}", **look)


@dataclass(frozen=True, slots=True)
class Image:
    """A picture (PNG or JPEG) in the line of text, as large as itself unless told; with ``anchor`` it is a link."""

    content: bytes
    width: Length | None = None
    height: Length | None = None
    anchor: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """What the values ask of the parts they are filled into, beside being printed.

    ``formatted``: some text brings its own formatting; ``listing``: such a text has a break or a tab; ``relations``: a
    picture or a link needs a file or an address of its own in the package.
    """

    formatted: bool = False
    listing: bool = False
    relations: bool = False


FORMATTED = frozenset({docxtpl.RichText, RichText, RichTextParagraph, Listing})
_PLAIN = frozenset({str, int, float, bool, type(None)})
_NOTHING = Asked()


def asked(data: dict[str, Any]) -> Asked:
    """Return what ``data`` ask for.

    Raises TypeError for a value that is neither plain nor one of the above, or whose formatting is not sound, and
    SecurityError when they lie deeper in each other than any document.
    """
    try:
        # Takes the plain types only, none derived from them, and looks at them in C. Bytes pass, and are never printed.
        size = len(marshal.dumps(data, 2))
    except ValueError:
        return _asked_by_rich(data)
    if size > LARGEST_DATA:
        raise SecurityError("Length")
    return _NOTHING


def _asked_by_rich(data: dict[str, Any]) -> Asked:
    rich: list[Any] = []
    waiting: list[tuple[Any, int]] = [(data, 0)]
    for value, depth in waiting:  # grows as it goes
        if depth > DEEPEST_DATA:
            raise SecurityError("Nesting")
        if type(value) is dict and not all(type(name) is str for name in value):
            raise TypeError(type(value).__name__)
        for one in value.values() if type(value) is dict else value:
            if type(one) in {dict, list, tuple}:
                waiting.append((one, depth + 1))
            elif type(one) not in _PLAIN:
                rich.append(one)
    formatted = [_sound(one) for one in rich if not _is_picture(one)]
    links = any(LINK.search(one) for one in formatted)
    listing = any(BREAKS.search(one) for one in formatted)
    return Asked(bool(formatted), listing, links or len(formatted) < len(rich))


def _is_picture(value: Any) -> bool:  # noqa: ANN401 (what is not plain)
    """Tell whether ``value`` is an Image; raise TypeError when its bytes are none that Word can show."""
    if type(value) is not Image:
        return False
    if value.anchor is not None and not value.anchor.startswith(SCHEMES):
        raise TypeError(type(value).__name__)
    try:
        Picture.from_blob(value.content)
    except Exception:  # noqa: BLE001 (python-docx raises Exception itself for a picture that is cut off)
        raise TypeError(type(value).__name__) from None
    return True


def _sound(value: Any) -> str:  # noqa: ANN401 (one of FORMATTED)
    """Return the XML of formatted text when it is whole, holds only text and leads only where ``link`` leads."""
    if type(value) not in FORMATTED:
        raise TypeError(type(value).__name__)
    source = str(value)
    fragment = f'<w:p xmlns:w="{WORD}" xmlns:r="{RELATION}">{BEYOND_RUNS.sub("", source)}</w:p>'
    try:
        root = etree.fromstring(fragment.encode())
    except (etree.XMLSyntaxError, UnicodeEncodeError):
        raise TypeError(type(value).__name__) from None
    names = [etree.QName(element) for element in root.iter(etree.Element)]
    kinds = {(name.namespace, name.localname) for name in names}
    targets = root.xpath("//@*[namespace-uri()=$r]", r=RELATION)
    is_text = kinds <= {(WORD, name) for name in _ELEMENTS} and all(isinstance(one.tag, str) for one in root.iter())
    leads_well = all(unescape(one.removeprefix("docgen:")).startswith(SCHEMES) for one in targets)
    if not is_text or not leads_well or not all(one.startswith("docgen:") for one in targets):
        raise TypeError(type(value).__name__)
    return source


def unfit(data: dict[str, Any]) -> RecordError | None:
    """Return the error F-13 for the first text that XML cannot hold, with its place in the view; None if all can be."""
    for path, text in _texts(data, "$"):
        for sign in text if not is_fit(text) else "":
            if not is_fit(sign):
                return RecordError.at(path, "F-13", falt=path, tecken=f"U+{ord(sign):04X}")
    return None


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:  # noqa: ANN401 (plain data)
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for name, one in value.items():
            yield from _texts(one, f"{path}.{name}")
    elif isinstance(value, list | tuple):
        for index, one in enumerate(value):
            yield from _texts(one, f"{path}[{index}]")
