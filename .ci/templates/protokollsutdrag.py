"""The template of a protokollsutdrag."""

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.section import Section
from docx.shared import Mm, Pt
from house import new_document
from letterhead import COLUMNS, logotype
from lines import (
    PAGE,
    PAGE_OF_PAGES,
    Field,
    Story,
    appendix,
    avsnitt,
    code,
    heading,
    line,
    markningar,
    signature,
    when,
)
from tables import code_row, emptied, fill, row, table

PAGE_OF_BODY = Field((" = ", PAGE, " + {{ i.sida_tillagg }} "), "{{ i.sida }}")
INSTANCES = (Mm(77), Mm(34), Mm(22), Mm(22))
DASHES = "Strecklista"


def template() -> Document:
    """Return the template."""
    document = new_document()
    _header(document.sections[0])
    _footer(document.sections[0])
    when(document, "diarienummer", "Ärenderad", "{{ diarienummer }}")
    heading(document, 1, "rubrik")
    when(document, "bilagor", "Body Text", "{{ bilagor }}")
    _avsnitt(document, "avsnitt")
    code(document, "for f in forslag")
    _points(document, "f", DASHES)
    code(document, "endfor")
    _avsnitt(document, "behandling")
    code(document, "if beslut")
    _points(document, "beslut", "Strecklista beslut")
    code(document, "endif")
    code(document, "for e in efter_beslutet")
    avsnitt(document, "e", DASHES)
    code(document, "endfor")
    avsnitt(document, "expediering", DASHES)
    avsnitt(document, "justering", DASHES)
    signature(document, "bestyrkande")
    code(document, "if overklagande")
    _section(document)
    code(document, "endif")
    appendix(document, "overklagande", DASHES)
    return document


def _section(document: Document) -> None:
    """End the protocol's pages: how to appeal is no page of anybody's protocol, and has no such number.

    Without that page the document is the last section alone, so that has the table then.
    """
    document.add_section(WD_SECTION.NEW_PAGE)
    document.paragraphs[-1].style = "Avstånd"  # the mark of the section itself must never need a page of its own
    last = document.sections[-1]
    last.header.is_linked_to_previous = last.footer.is_linked_to_previous = False
    _header(last, "not overklagande")
    _footer(last)


def _header(section: Section, condition: str = "") -> None:
    """Add the head of every page: whose protocol, and on which page of each body's protocol this is."""
    header = emptied(section.header)
    markningar(header)
    left, right = (emptied(cell) for cell in row(table(header, "Uppgiftstabell", "Protokollets huvud", COLUMNS)).cells)
    logotype(left)
    line(left, "Avsändare kommun", "{{ avsandare.kommun }}")
    line(left, "Avsändare", "{{ organ }}")
    line(right, "Dokumenttitel", "PROTOKOLLSUTDRAG")
    line(right, "Dokumentuppgift", "Sammanträdesdatum {{ sammantradesdatum }}")
    if condition:
        code(header, f"if {condition}")
    line(header, "Tabellavstånd")
    _instances(header)
    if condition:
        code(header, "endif")
    line(header, "Sidhuvudslut")


def _instances(header: Story) -> None:
    made = table(header, "Linjetabell", "Instanser som har behandlat ärendet", INSTANCES)
    titles = ("Instans", "Beslutsdatum", "Paragraf", "Sida")
    fill(row(made, header=True), *(("Tabellrubrik", title) for title in titles))
    code_row(made, "for i in instanser")
    page = ("Tabelltext", "{%r if i.sida %}", PAGE_OF_BODY, "{%r endif %}")
    fields = (("Tabelltext", "{{ i." + name + " }}") for name in ("organ", "beslutsdatum", "paragraf"))
    fill(row(made), *fields, page)
    code_row(made, "endfor")


def _footer(section: Section) -> None:
    footer = emptied(section.footer)
    line(footer, "footer", "{{ avsandare.kommun }}\t{{ dokument.beteckning }}\t", *PAGE_OF_PAGES)


def _avsnitt(document: Document, values: str) -> None:
    """Add the sections; one without a heading goes on after a page break of the protocol."""
    code(document, f"for a in {values}")
    code(document, "if a.rubrik")
    _heading(document, "a")
    code(document, "endif")
    code(document, "for s in a.stycken")
    code(document, "set bryt = a.ny_sida and not a.rubrik and loop.first")
    code(document, "if s.punkter")
    code(document, "if s.text")
    _broken(document, "bryt", "Brödtext före lista", "{{ s.text }}")
    code(document, "endif")
    code(document, "for punkt in s.punkter")
    _broken(document, "bryt and not s.text and loop.first", DASHES, "{{ punkt }}")
    code(document, "endfor")
    code(document, "else")
    _broken(document, "bryt", "Body Text", "{{ s.text }}")
    code(document, "endif")
    code(document, "endfor")
    code(document, "endfor")


def _points(document: Document, name: str, style: str) -> None:
    _heading(document, name)
    code(document, f"for punkt in {name}.punkter")
    line(document, style, "{{ punkt }}")
    code(document, "endfor")


def _heading(document: Document, name: str) -> None:
    _broken(document, f"{name}.ny_sida", "Heading 2", "{{ " + name + ".rubrik }}")


def _broken(document: Document, condition: str, style: str, text: str) -> None:
    """Add a paragraph twice: on a new page, and where it falls."""
    code(document, f"if {condition}")
    form = line(document, style, text).paragraph_format
    form.page_break_before, form.space_before = True, Pt(0)
    code(document, "else")
    line(document, style, text)
    code(document, "endif")
