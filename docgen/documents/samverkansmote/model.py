"""What the minutes of a samverkansmöte around the aftercare of LVM hold (domain 3.4; S3)."""

from datetime import date
from typing import Literal

from pydantic import Field

from docgen.documents.record import Dokument
from docgen.documents.samverkan.parter import Fas, Lvm, Motestyp
from docgen.documents.samverkan.plan import Planering
from docgen.documents.samverkan.uppfoljning import Insatsstatus, Malstatus, PlanRef


class SamverkansmoteDokument(Dokument):
    """The document of a samverkansmöte."""

    typ: Literal["samverkansmote"] = Field(title="Dokumenttyp", description="Alltid samverkansmote.")


class Samverkansmote(Planering):
    """The minutes of a samverkansmöte; from the second on they also tell how the plan has gone."""

    dokument: SamverkansmoteDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    lvm: Lvm = Field(title="Vård enligt LVM", description="Vården som eftervården följer på.")
    fas: Fas = Field(title="Fas", description="mote_1, uppfoljning_5_man eller uppfoljning_efter_lvm.")
    plan_ref: PlanRef | None = Field(
        default=None, title="Plan", description="Planen från förra mötet; krävs från det andra mötet."
    )
    insatsstatus: tuple[Insatsstatus, ...] = Field(
        default=(), title="Insatsernas läge", description="En rad för varje insats i plan_ref."
    )
    malstatus: tuple[Malstatus, ...] = Field(default=(), title="Målens läge", description="Hur långt målen har nåtts.")

    @property
    def motestyp(self) -> Motestyp:
        """Return that it was a samverkansmöte."""
        return Motestyp.SAMVERKANSMOTE

    @property
    def foregaende(self) -> date | None:
        """Return the day of the meeting that this one follows up."""
        return self.plan_ref.datum if self.plan_ref else None
