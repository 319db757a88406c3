"""The model of a Word file written as a Typst program."""

from docgen.typesetting.writing.document import Program, write

__all__ = ["Program", "write"]
