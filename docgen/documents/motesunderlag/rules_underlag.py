"""The rules of the sheet: each party has booked something, in the time after the meeting (R-28), and where (R-50)."""

from collections.abc import Iterator

from docgen.documents.motesunderlag.model import Motesunderlag
from docgen.documents.ordning import i_ordning
from docgen.documents.record import Skydd
from docgen.documents.rule import Fault, Setting, rule
from docgen.errors import Severity


@rule("R-28", Severity.WARNING, "S3: processkarta för insatser efter LVM-vård")
def bokat_hos_varje_part(record: Motesunderlag, _: Setting) -> Iterator[Fault]:
    """Every party has booked at least one time."""
    for at, one in enumerate(record.parter):
        if not one.inbokat:
            yield Fault(f"$.parter[{at}].inbokat")


@rule("R-03", Severity.ERROR, "ordningen i handläggningen")
def datum_i_ordning(record: Motesunderlag, _: Setting) -> Iterator[Fault]:
    """What is booked, the discharge and the next meeting come after the meeting where the sheet is given."""
    given = {"motesdatum": record.motesdatum}
    following = record.nasta_uppfoljning
    after = {"nasta_uppfoljning.datum": following.datum} if following else {}
    yield from i_ordning({**given, "utskrivning": record.utskrivning, **after})
    for at, party in enumerate(record.parter):
        for number, booked in enumerate(party.inbokat):
            yield from i_ordning({**given, f"parter[{at}].inbokat[{number}].datum": booked.datum})


@rule("R-50", Severity.ERROR, "OSL 21 kap. 3 §")
def platserna(record: Motesunderlag, _: Setting) -> Iterator[Fault]:
    """The place of a booked time tells where a protected person will be."""
    if record.person.skydd is Skydd.INGEN:
        return
    meetings = {
        f"$.parter[{at}].inbokat[{number}].plats": booked.plats
        for at, party in enumerate(record.parter)
        for number, booked in enumerate(party.inbokat)
    }
    following = record.nasta_uppfoljning
    meetings["$.nasta_uppfoljning.plats"] = following.plats if following else None
    for path, place in meetings.items():
        if place is not None:
            yield Fault(path, {"falt": "plats"})
