"""What the follow-up of a SIP holds (domain 3.4)."""

from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import Field

from docgen.documents.part import Part
from docgen.documents.record import Dokument
from docgen.documents.samverkan.anteckning import Anteckning
from docgen.documents.samverkan.parter import PlaneradInsats
from docgen.documents.samverkan.uppfoljning import Insatsstatus, Malstatus, PlanRef


class SipUppfoljningDokument(Dokument):
    """The document of a follow-up."""

    typ: Literal["sip_uppfoljning"] = Field(title="Dokumenttyp", description="Alltid sip_uppfoljning.")


class Partsandring(Part):
    """A party that joins or leaves."""

    verksamhet: str = Field(title="Verksamhet", description="T.ex. Vårdcentralen Björken.")
    varfor: str = Field(title="Varför", description="Varför parten tillkommer eller lämnar.")


class Skattning(Part):
    """How well the person finds that the plan works."""

    varde: int = Field(ge=1, le=5, title="Värde", description="1 är inte alls bra, 5 är mycket bra.")
    kommentar: str | None = Field(default=None, title="Kommentar", description="Med den enskildes egna ord.")


class SipUppfoljning(Anteckning):
    """The minutes of a meeting that follows up a SIP."""

    dokument: SipUppfoljningDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    plan_ref: PlanRef = Field(title="Plan", description="Planen som följs upp.")
    insatsstatus: tuple[Insatsstatus, ...] = Field(
        min_length=1, title="Insatsernas läge", description="En rad för varje insats i plan_ref."
    )
    malstatus: tuple[Malstatus, ...] = Field(default=(), title="Målens läge", description="Hur långt målen har nåtts.")
    nya_insatser: tuple[PlaneradInsats, ...] = Field(
        default=(), title="Nya insatser", description="Insatser som läggs till i planen."
    )
    nya_parter: tuple[Partsandring, ...] = Field(
        default=(), title="Nya parter", description="Verksamheter som tillkommer."
    )
    avgaende_parter: tuple[Partsandring, ...] = Field(
        default=(), title="Avgående parter", description="Verksamheter som lämnar samverkan."
    )
    den_enskildes_skattning: Skattning | None = Field(
        default=None, title="Den enskildes skattning", description="Hur den enskilde tycker att planen fungerar."
    )
    avslut: str | None = Field(default=None, title="Avslut", description="Varför samverkan avslutas med det här mötet.")

    @property
    def planerade(self) -> Mapping[str, PlaneradInsats]:
        """Return the new insatser by their JSON path."""
        return {f"$.nya_insatser[{at}]": one for at, one in enumerate(self.nya_insatser)}

    @property
    def tidigare_id(self) -> frozenset[str]:
        """Return the ids of the plan."""
        return frozenset(one.id for one in self.plan_ref.insatser)

    @property
    def foregaende(self) -> date | None:
        """Return the day of the plan."""
        return self.plan_ref.datum

    @property
    def avslutas(self) -> bool:
        """Tell whether the cooperation ends with this meeting."""
        return self.avslut is not None

    @property
    def inget_mote(self) -> str:
        """Return why no new meeting is booked, empty when one is."""
        return self.avslut or super().inget_mote
