"""The page of the Danish templates: a head without logo, Danish words in head and foot, and a line to sign on."""

from docx.document import Document
from house import new_document
from letterhead import COLUMNS, CONTACT_COLUMNS
from lines import PAGE, PAGES, Piece, Story, avsnitt, code, heading, line, markningar, when
from tables import emptied, row, table

SIDE: tuple[Piece, ...] = ("Side\u00a0", PAGE, "\u00a0af\u00a0", PAGES)
CONTACT = (
    (("Adresse", "postadress"), ("Besøgsadresse", "besoksadress")),
    (("Telefon", "telefon"), ("E-mail", "epost")),
    (("CVR-nummer", "organisationsnummer"), ("Hjemmeside", "webb")),
)


def danish_document() -> Document:
    """Return a new document in Danish with its head and feet."""
    document = new_document("da-DK")
    section = document.sections[0]
    section.different_first_page_header_footer = True
    _first_header(emptied(section.first_page_header))
    header = emptied(section.header)
    markningar(header)
    line(header, "header", "{{ dokument.datum }}\t{{ dokument.beteckning }}\t", *SIDE)
    _first_footer(emptied(section.first_page_footer))
    line(emptied(section.footer), "footer", "{{ avsandare.namnd }}, {{ avsandare.kommun }}")
    return document


def introduction(story: Story, name: str) -> None:
    """Add a section that not every document has, whose text stays with the table that it leads into."""
    code(story, f"if {name}")
    avsnitt(story, name, body="Brödtext ihop")
    code(story, "endif")


def contact(story: Story, style: str = "Body Text") -> None:
    """Add whom to turn to, in paragraphs of ``style``."""
    heading(story, 2, "kontakt.rubrik")
    line(story, style, "{{ kontakt.text }}")
    line(story, style, "{{ kontakt.sikkert }}")


def signature_line(story: Story, name: str) -> None:
    """Add a block that stays together: what is signed, the line for the pen, who signs."""
    line(story, "Underskrift inledning", "{{ " + name + ".erklaering }}")
    line(story, "Underskriftslinje", "Dato og underskrift")
    line(story, "Underskrift slut", "{{ " + name + ".navn }}")


def _first_header(header: Story) -> None:
    markningar(header)
    left, right = (emptied(cell) for cell in row(table(header, "Uppgiftstabell", "Brevhoved", COLUMNS)).cells)
    line(left, "Avsändare kommun", "{{ avsandare.namnd }}")
    when(left, "avsandare.enhet", "Avsändare", "{{ avsandare.enhet }}")
    line(left, "Avsändare", "{{ avsandare.kommun }}")
    when(left, "avsandare.forvaltning", "Avsändare", "{{ avsandare.forvaltning }}")
    line(right, "Dokumentuppgift", "Dato\t{{ dokument.datum }}")
    line(right, "Dokumentuppgift", "Journalnr.\t{{ dokument.beteckning }}")
    line(right, "Dokumentuppgift", *SIDE)
    line(header, "Sidhuvudslut")


def _first_footer(footer: Story) -> None:
    line(footer, "Sidfotslinje")
    contact = row(table(footer, "Uppgiftstabell", "Kontaktoplysninger", CONTACT_COLUMNS))
    for cell, (first, second) in zip(contact.cells, CONTACT, strict=True):
        story = emptied(cell)
        _contact(story, *first)
        code(story, f"if kontaktfot.{second[1]}")  # not every behandlingstilbud has all of them
        _contact(story, *second)
        code(story, "endif")
    line(footer, "Avstånd")


def _contact(story: Story, label: str, name: str) -> None:
    line(story, "Sidfotsetikett", label)
    line(story, "Sidfotsuppgift", "{{ kontaktfot." + name + " }}")
