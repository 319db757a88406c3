"""The limits of archives on every object: numbers, strings and names any program can hold (ISO 19005-2, 6.1.13)."""

from collections.abc import Iterator

from pypdf.generic import (
    ArrayObject,
    ByteStringObject,
    DictionaryObject,
    FloatObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

from docgen.conformance import rules
from docgen.conformance.finding import Finding
from docgen.conformance.reading import Document

MAX_VALUES = 5_000_000
_LEAST, _MOST = -(2**31), 2**31 - 1
_LARGEST, _SMALLEST = 3.403e38, 1.175e-38
_NAME, _STRING = 127, 32_767


def findings(document: Document) -> Iterator[Finding]:
    """Yield what is beyond a limit; each kind once."""
    reasons: dict[str, None] = {}
    for value in _values(document):
        reason = _reason(value)
        if reason:
            reasons.setdefault(reason)
    yield from (rules.LIMIT.at("pdf_fil", orsak=reason) for reason in reasons)


def _values(document: Document) -> Iterator[object]:
    """Yield every value in every object, without following references."""
    waiting: list[object] = list(document.objects.values())
    seen = 0
    while waiting and seen < MAX_VALUES:
        value = waiting.pop()
        seen += 1
        if isinstance(value, DictionaryObject):
            waiting += dict.values(value)
            waiting += value
        elif isinstance(value, ArrayObject):
            waiting += list.__iter__(value)
        else:
            yield value


def _reason(value: object) -> str:
    if isinstance(value, NumberObject):
        return "" if _LEAST <= int(value) <= _MOST else "pdf_stort_tal"
    if isinstance(value, FloatObject):
        return "" if not float(value) or _SMALLEST <= abs(float(value)) <= _LARGEST else "pdf_stort_tal"
    if isinstance(value, NameObject):
        return "pdf_langt_namn" if len(value) > _NAME + 1 else ""
    long = isinstance(value, TextStringObject | ByteStringObject) and len(value) > _STRING
    return "pdf_lang_text" if long else ""
