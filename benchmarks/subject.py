"""What the Word engine is timed on: a template, a letterhead, and data without end."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import letter
import plan
import plan_template

from docgen.order import Packing
from docgen.templating.layout import Layout
from docgen.templating.word import WordTemplate

Data = Mapping[str, Any]
NAMES = ("brev", "plan")


@dataclass(frozen=True, slots=True)
class Subject:
    """One template and what it is filled with; ``contexts`` never yields the same twice."""

    name: str
    path: Path
    layout: Layout
    contexts: Iterator[Data]

    def compiled(self, packing: Packing) -> WordTemplate:
        """Return our template."""
        return WordTemplate.load(self.path, self.layout, packing)

    def content(self) -> bytes:
        """Return the file that docxtpl reads: with the same letterhead in place."""
        document, target = docx.Document(str(self.path)), io.BytesIO()
        self.layout.apply(document)
        document.save(target)
        return target.getvalue()


def subject(name: str, folder: Path) -> Subject:
    """Return the letter or the plan; the plan's template is written in ``folder``."""
    if name == "brev":
        return Subject(name, letter.TEMPLATE, letter.layout(), letter.views())
    path = folder / "plan.docx"
    path.write_bytes(plan_template.template())
    return Subject(name, path, Layout(), plan.plans())
