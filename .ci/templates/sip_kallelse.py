"""The template of a kallelse to a SIP or a samverkansmöte."""

from docx.document import Document
from docx.shared import Mm
from house import new_document
from letterhead import address_window, following_header, footers, letterhead
from lines import avsnitt, firm_lists, heading, when
from tables import facts, listing


def template() -> Document:
    """Return the template."""
    document = new_document()
    letterhead(document)
    following_header(document)
    footers(document)
    address_window(document)
    heading(document, 1, "dokument.titel")
    facts(document, "uppgifter", "Vem mötet gäller")
    avsnitt(document, "inledning")
    heading(document, 2, "mote.rubrik")
    facts(document, "mote.uppgifter", "När och var mötet är")
    avsnitt(document, "syfte")
    avsnitt(document, "delta")
    avsnitt(document, "forberedelse")
    heading(document, 2, "inbjudna.rubrik")
    when(document, "inbjudna.text", "Body Text", "{{ inbjudna.text }}")
    listing(
        document,
        "inbjudna.rader",
        "Kallade och inbjudna",
        ("Namn", Mm(48), "namn"),
        ("Roll", Mm(50), "roll"),
        ("Verksamhet", Mm(57), "verksamhet"),
    )
    avsnitt(document, "samtycke")
    avsnitt(document, "efter")
    firm_lists(document)
    return document
