"""The template of the minutes of a samverkansmöte."""

from docx.document import Document
from lines import firm_lists
from samverkan import followed_up, form, holding_together, minutes, planning


def template() -> Document:
    """Return the template."""
    document = form("Vem mötet gäller")
    followed_up(document)
    planning(document)
    holding_together(document)
    minutes(document)
    firm_lists(document)
    return document
