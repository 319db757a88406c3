"""The template of a samordnad individuell plan."""

from docx.document import Document
from lines import avsnitt, firm_lists
from samverkan import form, holding_together, minutes, planning


def template() -> Document:
    """Return the template."""
    document = form("Vem planen gäller")
    planning(document)
    avsnitt(document, "ansvar")
    holding_together(document)
    minutes(document)
    firm_lists(document)
    return document
