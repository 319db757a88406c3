import io

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from docgen.resources import PACKAGE

FOLDER = PACKAGE / "locale" / "sv" / "LC_MESSAGES"


def test_the_compiled_translation_is_that_of_the_text() -> None:
    with (FOLDER / "docgen.po").open("rb") as text:
        catalog = read_po(text, locale="sv", domain="docgen")
    compiled = io.BytesIO()
    write_mo(compiled, catalog)
    assert compiled.getvalue() == (FOLDER / "docgen.mo").read_bytes()
