"""Word files as heavy as they may be, in every way that could cost much."""

import zipfile
from collections.abc import Callable

from hostile_docx import DOCUMENT, LINKS, TYPES, body, docx, link, links, package, paragraph, types, zipped
from hostile_fields import BEGIN, code, field, run, text
from hostile_zip import MEGABYTE, heavy

ROW_OF_A_TABLE = f"<w:tr><w:tc><w:p>{field('DATE')}</w:p></w:tc></w:tr>"


def attributes(count: int) -> str:
    return " ".join(f"a{number}=''" for number in range(count))


HEAVY: dict[str, Callable[[], bytes]] = {
    "elements": lambda: heavy("<a/>" * 490_000),
    "attributes": lambda: heavy(f"<a {attributes(50)}/>" * 9_600),
    "names": lambda: heavy(f"<a {attributes(490_000)}/>"),
    "text": lambda: heavy(("x" * 9 * MEGABYTE + "<a/>") * 2),
    "all at once": lambda: zipped(
        package({"a.bin": bytes(26 * MEGABYTE), "a.xml": f"<a {attributes(490_000)}>{'x' * 4 * MEGABYTE}</a>"}),
        zipfile.ZIP_STORED,
    ),
    "pictures": lambda: zipped(package({TYPES: types(), "word/a.odttf": bytes(39 * MEGABYTE)})),
    "fields": lambda: docx({DOCUMENT: body("<w:p>" + field("DATE") * 15_000 + "</w:p>")}),
    "paragraphs": lambda: docx({DOCUMENT: body(f"<w:p>{field('DATE')}</w:p>" * 15_000)}),
    "open fields": lambda: docx({DOCUMENT: body(f"<w:p>{run(BEGIN) * 50_000}</w:p>")}),
    "a long code": lambda: docx({DOCUMENT: body(f"<w:p>{run(BEGIN)}{code('x') * 60_000}</w:p>")}),
    "rows": lambda: docx({DOCUMENT: body(f"<w:tbl>{ROW_OF_A_TABLE * 15_000}</w:tbl>")}),
    "braces": lambda: docx({DOCUMENT: body(paragraph(text("{{" * 4 * MEGABYTE)))}),
    "signs": lambda: docx({DOCUMENT: body(paragraph(text("{{ &lt;" + "a" * 9 * MEGABYTE)))}),
    "tags": lambda: docx({DOCUMENT: body(paragraph(text("{{ &lt;b> }}" * 100_000)))}),
    "attributes with tags": lambda: docx({DOCUMENT: body('<w:p w:a="{%"/>' * 100_000)}),
    "picture": lambda: docx({"word/a.svg": "<svg>" + "<a b='url(' onload=''/>" * 100_000 + "</svg>"}),
    "relations": lambda: docx({LINKS: links(*(link("image", f"http://a/{n}", "External") for n in range(95_000)))}),
}
"""Files that are as heavy as they may be."""
