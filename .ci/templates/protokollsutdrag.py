"""The template of a protokollsutdrag."""

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.section import Section
from docx.shared import Mm
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
from matters import DASHES, matter
from tables import code_row, emptied, fill, row, table

PAGE_OF_BODY = Field((" = ", PAGE, " + {{ i.sida_tillagg }} "), "{{ i.sida }}")
INSTANCES = (Mm(77), Mm(34), Mm(22), Mm(22))


def template() -> Document:
    """Return the template."""
    document = new_document()
    _header(document.sections[0])
    _footer(document.sections[0])
    when(document, "diarienummer", "Ärenderad", "{{ diarienummer }}")
    heading(document, 1, "rubrik")
    when(document, "bilagor", "Body Text", "{{ bilagor }}")
    matter(document)
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
    page = ("Tabelltext", "{%r if i.sida_tillagg %}", PAGE_OF_BODY, "{%r else %}", "{{ i.sida }}", "{%r endif %}")
    fields = (("Tabelltext", "{{ i." + name + " }}") for name in ("organ", "beslutsdatum", "paragraf"))
    fill(row(made), *fields, page)
    code_row(made, "endfor")


def _footer(section: Section) -> None:
    footer = emptied(section.footer)
    line(footer, "footer", "{{ avsandare.kommun }}\t{{ dokument.beteckning }}\t", *PAGE_OF_PAGES)
