"""The pre-flight guard: what is dangerous in a Word file is refused before anything opens it."""

from docgen.templating.guard.check import faults
from docgen.templating.unzip import members

__all__ = ["faults", "members"]
