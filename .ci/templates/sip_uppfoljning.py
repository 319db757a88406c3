"""The template of the follow-up of a SIP."""

from docx.document import Document
from docx.shared import Mm
from lines import avsnitt_if_any, code, heading, line
from samverkan import form, goals_reached, insatser, minutes, states
from tables import listing


def template() -> Document:
    """Return the template."""
    document = form("Vem planen gäller")
    states(document)
    goals_reached(document)
    avsnitt_if_any(document, "skattning")
    _news(document)
    avsnitt_if_any(document, "efter_utskrivning")
    minutes(document)
    return document


def _news(document: Document) -> None:
    """Add the insatser that are new, and the parties that join or leave."""
    code(document, "if nya_rubrik")
    heading(document, 2, "nya_rubrik")
    insatser(document)
    line(document, "Tabellnot", "{{ insatser_not }}")
    code(document, "endif")
    code(document, "if parter")
    heading(document, 2, "parter.rubrik")
    columns = (("Verksamhet", Mm(58), "verksamhet"), ("Ändring", Mm(27), "andring"), ("Varför", Mm(70), "varfor"))
    listing(document, "parter.rader", "Parter som tillkommer eller lämnar", *columns)
    code(document, "endif")
