"""Finished documents from case-system exports."""

__version__ = "0.1.0"
