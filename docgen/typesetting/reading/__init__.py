"""Reads a finished Word file into the model."""

from docgen.typesetting.reading.document import read

__all__ = ["read"]
