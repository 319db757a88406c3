"""How a value is printed: as XML, as plain text in a property, or as breaks and tabs in a run.

What XML cannot hold is refused here, where it would reach the document: docxtpl would lose the rest of the text. Most
texts are ordinary, which ``isprintable`` tells at once; the others are looked at closely.
"""

from typing import Any

from docxtpl import InlineImage, Listing, RichText, RichTextParagraph
from jinja2 import Undefined
from jinja2.exceptions import SecurityError
from markupsafe import Markup, escape

from docgen.templating.bounds import KEPT_CHARACTERS_A_STEP, Tally, is_printable

BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_CONTROLS = bytes(code for code in range(0x20) if chr(code) not in "\t\n\r")
_NO_CHARACTERS = ("\ufffe", "\uffff")


class OwnXml:
    """A value that the engine has made XML of."""


XML_ALREADY = (Markup, Listing, RichText, RichTextParagraph, InlineImage, OwnXml)
"""What is printed as the XML it is."""


class Unfit(Exception):
    """A text holds what XML 1.0 cannot (its production 2)."""


def in_run(value: Any, tab: str) -> bytes:  # noqa: ANN401 (whatever a template prints)
    """Return the XML of a value in a run of text, breaks and tabs included; ``tab`` is the XML of a tab there."""
    if type(value) is str and value.isprintable():
        return value.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").encode()
    text = escaped(value)
    if ("\n" in text or "\t" in text) and isinstance(value, str | Listing):
        text = text.replace("\t", tab).replace("\n", BREAK)
    return text.encode()


def escaped_bytes(value: Any) -> bytes:  # noqa: ANN401 (whatever a template prints)
    """Return the XML of a value anywhere else in a part."""
    return escaped(value).encode()


def plain_bytes(value: Any) -> bytes:  # noqa: ANN401 (whatever a template prints)
    """Return a value as it is, for a property."""
    return plain(value).encode()


def kept_escaped(context: Tally, value: Any) -> str:  # noqa: ANN401 (whatever a template prints)
    """Return the XML of a value that a macro or a block keeps, and count it."""
    text = escaped(value)
    context.spend(1 + len(text) // KEPT_CHARACTERS_A_STEP)
    return text


def kept_plain(context: Tally, value: Any) -> str:  # noqa: ANN401 (whatever a template prints)
    """Return a value that a macro or a block keeps in a property, and count it."""
    text = plain(value)
    context.spend(1 + len(text) // KEPT_CHARACTERS_A_STEP)
    return text


def escaped(value: Any) -> str:  # noqa: ANN401 (whatever a template prints)
    """Return a value as XML; what brings its own formatting is XML already."""
    if type(value) is not str and issubclass(type(value), XML_ALREADY):
        return str(value.__html__())
    return str(escape(plain(value)))


def plain(value: Any) -> str:  # noqa: ANN401 (whatever a template prints)
    """Return text or a number as text.

    Raises SecurityError for anything else, UndefinedError for a name without a value and Unfit.
    """
    if not is_printable(value) and not isinstance(value, Undefined):
        raise SecurityError("Print")
    text = str(value)
    if not text.isprintable() and not is_fit(text):
        raise Unfit
    return text


def is_fit(text: str) -> bool:
    """Tell whether XML can hold ``text``."""
    try:
        encoded = text.encode()
    except UnicodeEncodeError:  # half a character
        return False
    return len(encoded.translate(None, _CONTROLS)) == len(encoded) and not any(one in text for one in _NO_CHARACTERS)
