"""The rules on the address of a letter to the person."""

from collections.abc import Iterator, Sequence

from docgen.documents.adress import adressrader
from docgen.documents.person_rules import AboutPerson
from docgen.documents.record import Skydd
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity

RADER, TECKEN = 6, 40
"""What the window of the envelope holds."""


@rule("F-16", Severity.WARNING, "kuvertets fönster")
def adressen_far_plats(record: AboutPerson, _: Setting) -> Iterator[Fault]:
    """The address fits the window of the envelope."""
    field = "adress" if record.person.skydd is Skydd.INGEN else "formedling"
    yield from utanfor_fonstret(f"$.person.{field}", adressrader(record.person))


def utanfor_fonstret(path: str, rader: Sequence[str]) -> Iterator[Fault]:
    """Yield a fault at ``path`` when the rows of its address are too many or too long for the window."""
    if len(rader) > RADER or any(len(row) > TECKEN for row in rader):
        yield Fault(path, {"rader": str(RADER), "tecken": str(TECKEN)})
