"""A fault of a Word template: what, and where a person finds it."""

from dataclasses import dataclass, field

from docgen.errors import Facts, Severity


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a Word file.

    ``part`` is the name in the package (``word/header1.xml``). ``paragraph`` counts the paragraphs of the part from
    1, those in tables and text boxes included, 0 when the whole part is meant. ``table``, ``row`` and ``cell`` count
    from 1 and are of the innermost table (the tables of the part counted as they begin), 0 outside tables. ``words``
    is the text of the paragraph around the fault, as it stands in the template.
    """

    part: str
    paragraph: int = 0
    table: int = 0
    row: int = 0
    cell: int = 0
    words: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault of a template; ``code`` and ``facts`` make its sentences, an error keeps the template from use."""

    code: str
    place: Place
    severity: Severity = Severity.ERROR
    facts: Facts = field(default_factory=dict)
