"""The linter: a Word template held against the contract of its document type, before the first record."""

from docgen.templating.lint.check import check
from docgen.templating.lint.fonts import Faces

__all__ = ["Faces", "check"]
