"""The test of a finished PDF against PDF/UA-1 and PDF/A-2a, as far as a machine can tell."""

from docgen.conformance.checking import check
from docgen.conformance.finding import Finding, Place

__all__ = ["Finding", "Place", "check"]
