"""The template of a protokoll."""

from docx.document import Document
from docx.section import Section
from docx.shared import Length, Mm, Pt
from house import TEXT_WIDTH, new_document
from letterhead import COLUMNS, logotype
from lines import PAGE_OF_PAGES, Story, code, heading, line, markningar, stycken, when
from matters import DASHES, broken, matter
from tables import LABEL_WIDTH, code_row, emptied, fill, listing, row, table

FACTS = (LABEL_WIDTH, Length(TEXT_WIDTH - LABEL_WIDTH))
SIGNATURES = (Mm(30), Mm(90), Mm(35))
ROOM_FOR_THE_PEN = Pt(14)
FOOT_HEIGHT = Pt(28)  # LibreOffice counts space below the only line of a foot twice; a height it counts once
ROOM_BETWEEN_MATTERS = Pt(30)
INITIALS = (Mm(90), Mm(65))


def template() -> Document:
    """Return the template."""
    document = new_document()
    _header(document.sections[0])
    _footer(document.sections[0])
    _front(document)
    _list_of_matters(document)
    code(document, "for p in arenden")
    _matter(document)
    code(document, "endfor")
    code(document, "for o in overklagande")
    heading(document, 1, "o.rubrik", own_page=True)
    stycken(document, "o.stycken", DASHES)
    code(document, "endfor")
    return document


def _front(document: Document) -> None:
    """Add the front page: who, where and when; the signatures; the notice."""
    heading(document, 1, "dokument.titel")
    line(document, "Body Text", "{{ ingress }}")
    _facts(document)
    _signatures(document)
    code(document, "for a in anslag")
    _notice(document)
    code(document, "endfor")


def _facts(document: Document) -> None:
    code(document, "if framsida")
    made = table(document, "Uppgiftstabell", "Sammanträdet", FACTS)
    code_row(made, "for r in framsida")
    label, values = (emptied(cell) for cell in row(made).cells)
    line(label, "Uppgiftsetikett", "{{ r.etikett }}")
    code(values, "if r.fler")
    line(values, "Uppgift", "{{ r.forsta }}").paragraph_format.space_after = Pt(0)
    code(values, "else")
    line(values, "Uppgift", "{{ r.forsta }}")
    code(values, "endif")
    code(values, "for rad in r.fler")
    code(values, "if loop.last")
    line(values, "Uppgift", "{{ rad }}")
    code(values, "else")
    line(values, "Uppgift", "{{ rad }}").paragraph_format.space_after = Pt(0)
    code(values, "endif")
    code(values, "endfor")
    code_row(made, "endfor")
    code(document, "endif")


def _signatures(document: Document) -> None:
    line(document, "Heading 2", "Underskrifter")
    made = table(document, "Linjetabell", "Underskrifter", SIGNATURES)
    fill(row(made, header=True), *(("Tabellrubrik", title) for title in ("Uppdrag", "Underskrift", "Paragrafer")))
    code_row(made, "for u in underskrifter")
    duty, signed, numbers = (emptied(cell) for cell in row(made).cells)
    line(duty, "Tabelltext", "{{ u.uppdrag }}")
    code(signed, "if underskrift_satt")
    line(signed, "Tabelltext", "{{ u.namn }}")
    code(signed, "else")
    line(signed, "Tabelltext", "{{ u.namn }}").paragraph_format.space_before = ROOM_FOR_THE_PEN
    code(signed, "endif")
    line(numbers, "Tabelltext", "{{ u.paragrafer }}")
    code_row(made, "endfor")
    when(document, "underskrift_satt", "Tabellnot", "{{ underskrift_satt }}")


def _notice(document: Document) -> None:
    """Add the box ANSLAG/BEVIS, which stays on one page."""
    heading(document, 2, "a.rubrik")
    box = emptied(row(table(document, "Linjetabell", "Anslag", (TEXT_WIDTH,))).cells[0])
    line(box, "Tabelltext", "{{ a.text }}").paragraph_format.space_after = Pt(3)
    code(box, "for u in a.uppgifter")
    code(box, "if loop.last and not underskrift_satt")
    _fact(box, ROOM_FOR_THE_PEN)
    code(box, "else")
    _fact(box, Pt(0))
    code(box, "endif")
    code(box, "endfor")


def _fact(box: Story, room: Length) -> None:
    """Add what and its value on one line, with ``room`` above it."""
    form = line(box, "Tabelltext", "{{ u.etikett }}\t{{ u.varde }}").paragraph_format
    form.left_indent, form.first_line_indent = LABEL_WIDTH, Length(-LABEL_WIDTH)
    form.tab_stops.add_tab_stop(LABEL_WIDTH)
    form.space_before = room


def _list_of_matters(document: Document) -> None:
    line(document, "Heading 1", "Ärendelista").paragraph_format.page_break_before = True
    columns = (("Paragraf", Mm(22), "paragraf"), ("Ärende", Mm(98), "rubrik"), ("Diarienummer", Mm(35), "diarienummer"))
    listing(document, "arendelista", "Ärendelista", *columns)


def _matter(document: Document) -> None:
    """Add one paragraph of the protocol, ``p``."""
    broken(document, "p.ny_sida", "Heading 1", "{{ p.rubrik }}", ROOM_BETWEEN_MATTERS)
    when(document, "p.diarienummer", "Ärenderad", "{{ p.diarienummer }}")
    when(document, "p.sekretess", "Ärenderad", "{{ p.sekretess }}")
    when(document, "p.bilagor", "Body Text", "{{ p.bilagor }}")
    columns = (
        ("Tidigare instans", Mm(77), "organ"),
        ("Beslutsdatum", Mm(34), "datum"),
        ("Paragraf", Mm(22), "paragraf"),
        ("Sida", Mm(22), "sida"),
    )
    listing(document, "p.instanser", "Tidigare instanser", *columns)
    matter(document, "p.")


def _header(section: Section) -> None:
    """Add the head of every page: whose protocol, of which day, and the page."""
    header = emptied(section.header)
    markningar(header)
    left, right = (emptied(cell) for cell in row(table(header, "Uppgiftstabell", "Protokollets huvud", COLUMNS)).cells)
    logotype(left)
    line(left, "Avsändare kommun", "{{ avsandare.kommun }}")
    line(left, "Avsändare", "{{ organ }}")
    line(right, "Dokumenttitel", "SAMMANTRÄDESPROTOKOLL")
    line(right, "Dokumentuppgift", "Sammanträdesdatum {{ sammantradesdatum }}")
    line(right, "Dokumentuppgift", "Beteckning {{ dokument.beteckning }}")
    line(right, "Dokumentuppgift", *PAGE_OF_PAGES)
    line(header, "Sidhuvudslut")


def _footer(section: Section) -> None:
    """Add the room for the initials of those who sign, and for the one who attests an extract."""
    footer = emptied(section.footer)
    foot = row(table(footer, "Linjetabell", "Signaturer", INITIALS))
    foot.height = FOOT_HEIGHT
    initials, attested = (emptied(cell) for cell in foot.cells)
    code(initials, "if underskrift_satt")
    line(initials, "Sidfotsuppgift", "{{ underskrift_satt }}")
    code(initials, "else")
    line(initials, "Sidfotsetikett", "Justerarsignaturer")
    code(initials, "endif")
    line(attested, "Sidfotsetikett", "Utdragsbestyrkande")
    line(footer, "Avstånd")
