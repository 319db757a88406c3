"""Sections, margins, headers, footers and page numbers."""

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.section import Section
from docx.shared import Mm

from .prose import a4, append_runs, element, field, fill, paragraph, run, saved, set_setting


def sections() -> bytes:
    """Two portrait sections with other margins and a landscape one between."""
    document = a4()
    fill(document, 9)
    middle = document.add_section(WD_SECTION.NEW_PAGE)
    middle.orientation = WD_ORIENT.LANDSCAPE
    middle.page_width, middle.page_height = Mm(297), Mm(210)
    middle.left_margin, middle.right_margin = Mm(40), Mm(20)
    fill(document, 5)
    last = document.add_section(WD_SECTION.NEW_PAGE)
    last.orientation = WD_ORIENT.PORTRAIT
    last.page_width, last.page_height = Mm(210), Mm(297)
    last.top_margin, last.bottom_margin = Mm(50), Mm(60)
    fill(document, 6)
    return saved(document)


def continuous_section() -> bytes:
    """A section that goes on upon the same page with other margins."""
    document = a4("Calibri")
    fill(document, 3)
    document.add_section(WD_SECTION.CONTINUOUS).left_margin = Mm(45)
    fill(document, 3)
    return saved(document)


def columns() -> bytes:
    """A section in two columns."""
    document = a4()
    fill(document, 6)
    _sectpr(document.sections[0]).append(element('<w:cols w:num="2" w:space="708"/>'))
    return saved(document)


def header_and_footer() -> bytes:
    """A header and footer with page numbers of two pages or more."""
    document = a4()
    section = document.sections[0]
    section.header.paragraphs[0].text = "Exempelkommun"
    append_runs(section.header.add_paragraph("Sida "), field("PAGE") + run(" (") + field("NUMPAGES") + run(")"))
    section.footer.paragraphs[0].text = "Postadress 987 65 Exempelstad\tTelefon 0980-31 92 00"
    fill(document, 18)
    return saved(document)


def title_page() -> bytes:
    """Another header and footer on the first page."""
    document = a4("Times New Roman", 12)
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "Bara på första sidan"
    section.first_page_footer.paragraphs[0].text = "Foten på första sidan"
    append_runs(section.header.paragraphs[0], run("Sida ") + field("PAGE"))
    section.footer.paragraphs[0].text = "Foten på följande sidor"
    fill(document, 18)
    return saved(document)


def even_pages() -> bytes:
    """Another header on even pages."""
    document = a4("Calibri", 11)
    set_setting(document, "<w:evenAndOddHeaders/>")
    section = document.sections[0]
    section.header.paragraphs[0].text = "Udda sida"
    section.even_page_header.paragraphs[0].text = "Jämn sida"
    fill(document, 24)
    return saved(document)


def tall_header() -> bytes:
    """A header taller than the margin pushes the text down, a footer pushes it up."""
    document = a4()
    section = document.sections[0]
    section.top_margin, section.bottom_margin = Mm(20), Mm(20)
    for text in ("Exempelkommun", "Socialförvaltningen", "Myndighetsenheten", "Torggatan 1", "987 65 Exempelstad"):
        section.header.add_paragraph(text)
    for text in ("Besöksadress", "Torggatan 1", "Organisationsnummer 212000-0000"):
        section.footer.add_paragraph(text)
    fill(document, 14)
    return saved(document)


def table_in_header() -> bytes:
    """A table with page numbers in the header and another in the footer."""
    document = a4()
    section = document.sections[0]
    table = section.header.add_table(1, 2, Mm(160))
    table.style = document.styles["Table Grid"]
    table.cell(0, 0).text = "Exempelkommun\nSocialnämnden"
    append_runs(table.cell(0, 1).paragraphs[0], run("Sida ") + field("PAGE") + run(" (") + field("NUMPAGES") + run(")"))
    foot = section.footer.add_table(2, 3, Mm(160))
    foot.style = document.styles["Table Grid"]
    for place, text in enumerate(
        ("Adress", "Telefon", "E-post", "Torggatan 1", "0980-31 92 00", "namnd@kommun.example")
    ):
        foot.cell(place // 3, place % 3).text = text
    section.header.add_paragraph()
    section.footer.add_paragraph()
    fill(document, 16)
    return saved(document)


def page_number_start() -> bytes:
    """Page numbers that begin at 7, in Roman numerals in the second section, which begins anew."""
    document = a4()
    _number_from(document.sections[0], "7", "decimal")
    append_runs(document.sections[0].footer.paragraphs[0], run("Sida ") + field("PAGE"))
    fill(document, 14)
    _number_from(document.add_section(), "1", "lowerRoman")
    fill(document, 14)
    return saved(document)


def section_pages() -> bytes:
    """The number of pages of the section in a document of one section."""
    document = a4()
    append_runs(document.sections[0].footer.paragraphs[0], field("PAGE") + run(" av ") + field("SECTIONPAGES"))
    fill(document, 16)
    return saved(document)


def page_formula() -> bytes:
    """Page numbers that run on from another document."""
    document = a4()
    nested = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> = </w:instrText></w:r>'
        + field("PAGE")
        + '<w:r><w:instrText xml:space="preserve"> + 11 </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>12</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    append_runs(document.sections[0].header.paragraphs[0], run("Protokollets sida ") + nested)
    fill(document, 16)
    return saved(document)


def linked_headers() -> bytes:
    """A second section that takes over the header and has a footer of its own."""
    document = a4("Calibri")
    document.sections[0].header.paragraphs[0].text = "Sidhuvud för alla"
    document.sections[0].footer.paragraphs[0].text = "Fot för första avsnittet"
    fill(document, 12)
    last = document.add_section()
    last.footer.is_linked_to_previous = False
    last.footer.paragraphs[0].text = "Fot för andra avsnittet"
    fill(document, 12)
    return saved(document)


def gutter() -> bytes:
    """A gutter makes the left margin wider."""
    document = a4()
    document.sections[0].gutter = Mm(12)
    fill(document, 8)
    return saved(document)


def untitled() -> bytes:
    """A document whose properties have no title."""
    document = a4()
    document.core_properties.title = ""
    fill(document, 2)
    return saved(document)


def page_breaks() -> bytes:
    """Page breaks in a paragraph of their own, within one, and by the paragraph."""
    document = a4()
    fill(document, 2)
    document.add_page_break()  # type: ignore[no-untyped-call]  # python-docx
    fill(document, 2)
    body = document.element.body
    broken = paragraph(run("Före brytningen."), '<w:r><w:br w:type="page"/></w:r>', run("Efter brytningen."))
    body.sectPr.addprevious(element(broken))
    last = document.add_paragraph("Börjar på ny sida.")
    last.paragraph_format.page_break_before = True
    fill(document, 1)
    return saved(document)


def _sectpr(section: Section):  # type: ignore[no-untyped-def]  # noqa: ANN202 - python-docx's own element
    return section._sectPr  # noqa: SLF001 - python-docx has no other way


def _number_from(section: Section, start: str, form: str) -> None:
    _sectpr(section).append(element(f'<w:pgNumType w:fmt="{form}" w:start="{start}"/>'))


BUILDERS = (
    sections,
    continuous_section,
    columns,
    header_and_footer,
    title_page,
    even_pages,
    tall_header,
    table_in_header,
    page_number_start,
    section_pages,
    page_formula,
    linked_headers,
    gutter,
    untitled,
    page_breaks,
)
