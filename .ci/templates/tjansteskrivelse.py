"""The template of a tjänsteskrivelse."""

from docx.document import Document
from docx.shared import Length, Mm, Pt
from house import TEXT_WIDTH, new_document
from letterhead import COLUMNS, following_header, footers, logotype
from lines import PAGE_OF_PAGES, avsnitt, code, each, heading, line, markningar, when
from tables import emptied, facts, listing, row, table

UNDERLAG = (("Handling", Mm(125), "titel"), ("Datum", Mm(30), "datum"))
NR, DATUM, SIDOR = ("Nr", Mm(9), "nr"), ("Datum", Mm(23), "datum"), ("Sidor", Mm(14), "sidor")
ROOM_FOR_THE_PEN = Pt(22)


def template() -> Document:
    """Return the template."""
    document = new_document()
    _head(document)
    following_header(document)
    footers(document)
    heading(document, 1, "rubrik")
    facts(document, "uppgifter", "Till vem skrivelsen ställs och vem som har berett ärendet")
    heading(document, 2, "forslag.rubrik")
    when(document, "forslag.inledning", "Brödtext före lista", "{{ forslag.inledning }}")
    each(document, "Strecklista beslut", "punkt", "forslag.punkter")
    code(document, "for a in avsnitt")
    avsnitt(document, "a", "Strecklista")
    code(document, "endfor")
    heading(document, 2, "beslutsunderlag_rubrik")
    listing(document, "beslutsunderlag", "Beslutsunderlag", *UNDERLAG)
    _signatures(document)
    code(document, "if bilagor_rubrik")
    heading(document, 2, "bilagor_rubrik")
    _attachments(document)
    code(document, "endif")
    avsnitt(document, "skickas_till", "Strecklista")
    return document


def _attachments(document: Document) -> None:
    """Add the table of the attachments, without a column in which nothing is known."""
    code(document, "if bilagor_daterade and bilagor_raknade")
    _table(document, DATUM, SIDOR)
    code(document, "elif bilagor_daterade")
    _table(document, DATUM)
    code(document, "elif bilagor_raknade")
    _table(document, SIDOR)
    code(document, "else")
    _table(document)
    code(document, "endif")


def _table(document: Document, *known: tuple[str, Length, str]) -> None:
    title = Length(TEXT_WIDTH - sum(width for _, width, _ in (NR, *known)))
    listing(document, "bilagor", "Bilagor", NR, ("Bilaga", title, "titel"), *known)


def _head(document: Document) -> None:
    """Add the head of the first page: who writes at the left, the references at the right."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    header = emptied(section.first_page_header)
    markningar(header)
    left, right = (emptied(cell) for cell in row(table(header, "Uppgiftstabell", "Brevhuvud", COLUMNS)).cells)
    logotype(left)
    line(left, "Avsändare kommun", "{{ avsandare.kommun }}")
    for name in ("forvaltning", "enhet"):
        line(left, "Avsändare", "{{ avsandare." + name + " }}")
    line(right, "Dokumenttitel", "TJÄNSTESKRIVELSE")
    line(right, "Dokumentuppgift", "Datum\t{{ dokument.datum }}")
    line(right, "Dokumentuppgift", "Vår beteckning\t{{ dokument.beteckning }}")
    when(right, "er_beteckning", "Dokumentuppgift", "Er beteckning\t{{ er_beteckning }}")
    line(right, "Dokumentuppgift", *PAGE_OF_PAGES)
    line(header, "Sidhuvudslut")


def _signatures(document: Document) -> None:
    """Add a line for each pen; a name is never parted from its line."""
    code(document, "for u in underskrifter")
    line(document, "Underskriftslinje", "Underskrift").paragraph_format.space_before = ROOM_FOR_THE_PEN
    line(document, "Underskrift", "{{ u.namn }}")
    line(document, "Underskrift slut", "{{ u.titel }}")
    code(document, "endfor")
