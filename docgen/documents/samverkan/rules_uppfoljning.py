"""The rule on a follow-up: every insats of an earlier plan is spoken of, once (R-26)."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Protocol

from docgen.documents.mote import Motestid
from docgen.documents.rule import Fault, Setting, rule
from docgen.documents.samverkan.uppfoljning import Insatsstatus, PlanRef
from docgen.errors import Severity
from docgen.values.datum import iso


class FoljerUpp(Protocol):
    """A record that may follow up a plan."""

    @property
    def plan_ref(self) -> PlanRef | None:
        """Return the plan, None when this is the first meeting."""

    @property
    def mote(self) -> Motestid:
        """Return the meeting at which it is followed up."""

    @property
    def insatsstatus(self) -> Sequence[Insatsstatus]:
        """Return how far its insatser have come."""


@rule("R-26", Severity.ERROR, "S3: överenskomna insatser följs upp")
def varje_insats_foljs_upp(record: FoljerUpp, _: Setting) -> Iterator[Fault]:
    """The plan is of an earlier day; each of its insatser has one row, and each row is about one of them."""
    if record.plan_ref is not None and record.plan_ref.datum >= record.mote.datum:
        days = {"plan": iso(record.plan_ref.datum), "mote": iso(record.mote.datum)}
        yield Fault("$.plan_ref.datum", {"orsak": "planen_inte_tidigare"} | days)
    planned = [one.id for one in record.plan_ref.insatser] if record.plan_ref else []
    told = Counter(one.insats_ref for one in record.insatsstatus)
    for number, id_ in enumerate(planned, 1):
        if not told[id_]:
            yield Fault("$.insatsstatus", {"orsak": "lage_saknas", "nummer": str(number)})
        elif told[id_] > 1:
            yield Fault("$.insatsstatus", {"orsak": "lage_flera", "nummer": str(number)})
    for at, row in enumerate(record.insatsstatus):
        if row.insats_ref not in planned:
            yield Fault(f"$.insatsstatus[{at}].insats_ref", {"orsak": "lage_utan_insats"})
