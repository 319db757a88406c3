"""Render: a view becomes the Word file."""

from typing import NewType

from docgen.documents.kind import View
from docgen.templating.word import WordTemplate

Docx = NewType("Docx", bytes)


def docx(view: View, template: WordTemplate, fingerprint: str) -> Docx:
    """Return the finished Word file, which carries the fingerprint of the record's data unless that is empty.

    Raises TemplateError when the template asks for what the view does not have.
    """
    return Docx(template.fill(view.data, fingerprint))
