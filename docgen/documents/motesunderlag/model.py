"""What the sheet of booked times holds: what each party has booked for the time after discharge (S3, domain 3.4)."""

from collections.abc import Sequence
from typing import Literal

from pydantic import Field

from docgen.documents.mote import BokatMote, Motestid
from docgen.documents.part import Dag, Part
from docgen.documents.record import Dokument, Handlaggare, Person, Record


class Bokning(Motestid):
    """A booked time."""

    aktivitet: str = Field(title="Aktivitet", description="Vad som ska hända, t.ex. läkarbesök.")
    med: str | None = Field(default=None, title="Med", description="Vem den enskilde träffar.")
    ta_med: str | None = Field(default=None, title="Ta med", description="Det som behövs, t.ex. legitimation.")


class PartensUnderlag(Part):
    """What one party has prepared for the meeting; each party answers for its own."""

    part: str = Field(title="Part", description="Verksamheten, t.ex. Beroendemottagningen Norrstad.")
    kontaktperson: Handlaggare = Field(title="Kontaktperson", description="Den som den enskilde kan ringa.")
    efter_utskrivning_direkt: str = Field(
        title="Direkt efter utskrivningen", description="Vad parten gör dagen för utskrivningen och strax efter."
    )
    inbokat: tuple[Bokning, ...] = Field(default=(), title="Inbokat", description="Bokade tider och aktiviteter.")


class UnderlagDokument(Dokument):
    """The document of a sheet."""

    typ: Literal["motesunderlag"] = Field(title="Dokumenttyp", description="Alltid motesunderlag.")


class Motesunderlag(Record):
    """The sheet that the person gets at the meeting five months into the care under LVM."""

    dokument: UnderlagDokument = Field(title="Dokument", description="Uppgifter om själva dokumentet.")
    person: Person = Field(title="Den enskilde", description="Den som får underlaget.")
    handlaggare: Handlaggare = Field(title="Handläggare", description="Den som samlat in underlaget.")
    motesdatum: Dag = Field(title="Mötets dag", description="Uppföljningsmötet då den enskilde får underlaget.")
    utskrivning: Dag = Field(title="Utskrivning", description="Dagen då den enskilde beräknas skrivas ut.")
    parter: tuple[PartensUnderlag, ...] = Field(
        min_length=1, title="Parter", description="Ett underlag för varje part i samverkan."
    )
    nasta_uppfoljning: BokatMote | None = Field(
        default=None, title="Nästa uppföljningsmöte", description="Mötet två till tre månader efter vården, utan SiS."
    )

    @property
    def verksamheter(self) -> Sequence[str]:
        """Return where the parties are named (R-50)."""
        return [f"$.parter[{at}].part" for at in range(len(self.parter))]
